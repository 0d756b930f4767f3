"""Focusgroepen: transcripts and a list of participants -> one activity, each transcript a groep.

Moderators stay in, under their own rol. A speaker whom the list does not know is a person of rol onbekend.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.persons import make_onbekend
from burgerdata.instruments.rollen import read_rol
from burgerdata.instruments.screener import fill_screener, find_groep
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_activiteit
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.intake.sprekerlijst import is_deelnemerscode
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Gesprek, Tabel

_NO_OTHER = ("burger", "onbekend")
"""What a word for a role may say without making somebody other than a participant."""
_UNKNOWN_WORD = "rol (woord dat de kit niet kent)"


def build_focusgroep(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of a series of focus groups.

    Raises
    ------
    ContractError
        When there is no conversation among the files, or a trait of traject.toml does not exist.
    """
    gesprekken = [gesprek for lezing in lezingen for gesprek in lezing.gesprekken if len(gesprek.beurten)]
    if not gesprekken:
        wat = f"in de bestanden van levering '{levering.naam}' staat geen gesprek met sprekers"
        remedie = "zet voor elke beurt wie er spreekt, zoals 'R3:'"
        raise ContractError([Probleem(wat, remedie, lezingen[0].bestand if lezingen else "traject.toml")])
    activiteit_id = levering.name_activiteit(levering.meting)
    beurten = _stack_turns(gesprekken, activiteit_id)
    personen = _list_persons(beurten, hulp)
    logboek = pd.concat(
        [
            _note_unknown(beurten, personen, activiteit_id),
            _note_codes(beurten, personen, hulp, activiteit_id),
        ],
        ignore_index=True,
    ).assign(kolom=_name_missing(beurten, hulp, levering))
    logboek = pd.concat([logboek, _note_words(beurten, activiteit_id)], ignore_index=True)
    tabellen = fill_screener(personen, hulp, levering, lijst, activiteit_id)
    boek = pd.concat([logboek, tabellen["logboek"]], ignore_index=True)
    return [
        tabellen
        | {
            "activiteiten": make_activiteit(levering, activiteit_id, meting=levering.meting),
            "deelnemers": personen.assign(activiteit_id=activiteit_id, personen=1),
            "fragmenten": _make_fragmenten(beurten, levering, activiteit_id),
            "logboek": boek,
            "records": _count_records(beurten, activiteit_id),
        }
    ]


def name_groep(bestand: str) -> str:
    """Return the name of a group: the file without folder and extension.

    Examples
    --------
    >>> name_groep("ruw/fg1.docx")
    'fg1'
    """
    return PurePosixPath(bestand).stem


def _stack_turns(gesprekken: Sequence[Gesprek], activiteit_id: str) -> pd.DataFrame:
    """Return all turns with groep and persoon; turns without a speaker belong to one unknown person per group."""
    delen = []
    for gesprek in gesprekken:
        groep = name_groep(gesprek.bestand)
        onbekend = make_onbekend(activiteit_id, groep)
        beurten = gesprek.beurten
        persoon = beurten[PERSOON].where(beurten[PERSOON] != "", onbekend)
        nummer = range(1, len(beurten) + 1)
        benoemd = beurten[PERSOON] != ""
        plek = {"bestand": gesprek.bestand, "blad": gesprek.blad, "groep": groep}
        delen.append(beurten.assign(volgnummer=nummer, benoemd=benoemd, **plek).assign(**{PERSOON: persoon}))
    samen = pd.concat(delen, ignore_index=True)
    return samen.assign(rol=samen["rol"].fillna("") if "rol" in samen else "")


def _list_persons(beurten: pd.DataFrame, deelnemerslijst: Sequence[Tabel]) -> pd.DataFrame:
    """Return deelnemer_id, groep and rol per speaker, in order of speaking.

    Who is not on the list may be anybody, unless the list knows nobody of that talk: then it has names where the talk
    has codes, and R3 takes part.
    """
    groepen = beurten.groupby(PERSOON, observed=True, dropna=False, sort=False)
    personen = groepen.agg(
        groep=("groep", "first"), leider=("gespreksleider", "any"), benoemd=("benoemd", "all")
    )
    bekend = {persoon for tabel in deelnemerslijst for persoon in tabel.frame[PERSOON]}
    op_lijst = personen.index.isin(bekend) if deelnemerslijst else personen["benoemd"].to_numpy()
    op_lijst = op_lijst | personen.index.isin(_list_codes(beurten, bekend))
    rol = pd.Series("onbekend", index=personen.index, dtype="str")
    rol = rol.mask(op_lijst & personen["benoemd"], "burger")
    woorden = beurten[beurten["rol"] != ""].groupby(PERSOON, observed=True, dropna=False)["rol"].first()
    gezegd = woorden.map(read_rol).reindex(personen.index)
    rol = rol.mask(gezegd.notna() & ~gezegd.isin(_NO_OTHER) & personen["benoemd"], gezegd)
    rol = rol.mask(personen["leider"], "gespreksleider")
    return personen.assign(rol=rol).reset_index(names="deelnemer_id")[["deelnemer_id", "groep", "rol"]]


def _list_codes(beurten: pd.DataFrame, bekend: set[str]) -> set[str]:
    """Return the persons with the code of somebody who takes part, in talks of which the list knows nobody."""
    op_lijst = (
        beurten[PERSOON]
        .isin(bekend)
        .groupby(beurten["bestand"], observed=True, dropna=False)
        .transform("any")
    )
    label = beurten["spreker"].astype("str").map(is_deelnemerscode).astype("bool")
    return set(beurten.loc[label & beurten["benoemd"] & ~op_lijst, PERSOON])


def _name_missing(beurten: pd.DataFrame, deelnemerslijst: Sequence[Tabel], levering: Levering) -> str:
    """Return by which column the list does not know a speaker: that of the group where it has none beside several talks."""
    meer = beurten["groep"].nunique() > 1 or levering.lijst_ook
    return "groep" if meer and deelnemerslijst and not find_groep(deelnemerslijst[0]) else "spreker"


def _note_codes(
    beurten: pd.DataFrame, personen: pd.DataFrame, deelnemerslijst: Sequence[Tabel], activiteit_id: str
) -> pd.DataFrame:
    """Return a logboek row per talk whose participants the list knows under no code: how many they are."""
    bekend = {persoon for tabel in deelnemerslijst for persoon in tabel.frame[PERSOON]}
    mee = (
        set(personen.loc[personen["rol"].eq("burger"), "deelnemer_id"]) - bekend if deelnemerslijst else set()
    )
    los = beurten[beurten[PERSOON].isin(mee)]
    groepen = los.groupby(["bestand", "blad"], observed=True, dropna=False, sort=False)
    telling = groepen.agg(aantal=(PERSOON, "nunique"), rij=(RIJ, "first")).reset_index()
    return telling.assign(activiteit_id=activiteit_id, kolom="spreker", reden="spreker_niet_op_lijst")


def _note_unknown(beurten: pd.DataFrame, personen: pd.DataFrame, activiteit_id: str) -> pd.DataFrame:
    """Return a logboek row per unknown speaker with a label: how many turns were theirs."""
    onbekend = set(personen.loc[personen["rol"] == "onbekend", "deelnemer_id"])
    los = beurten[beurten[PERSOON].isin(onbekend) & beurten["benoemd"]]
    groepen = los.groupby(["bestand", "blad", PERSOON], observed=True, dropna=False, sort=False)
    telling = groepen.agg(aantal=(RIJ, "size"), rij=(RIJ, "first")).reset_index()
    return telling[["bestand", "blad", "rij", "aantal"]].assign(
        activiteit_id=activiteit_id, kolom="spreker", reden="spreker_onbekend"
    )


def _note_words(beurten: pd.DataFrame, activiteit_id: str) -> pd.DataFrame:
    """Return a logboek row per file for the turns of which the word for the role is not known: it changes nobody's rol."""
    onbekend = {woord for woord in beurten["rol"].unique() if woord and read_rol(woord) == "onbekend"}
    groepen = beurten[beurten["rol"].isin(onbekend)].groupby(
        ["bestand", "blad"], observed=True, dropna=False, sort=False
    )
    telling = groepen.agg(aantal=(RIJ, "size"), rij=(RIJ, "first")).reset_index()
    return telling.assign(activiteit_id=activiteit_id, kolom=_UNKNOWN_WORD, reden="kolom_weggelaten")


def _count_records(beurten: pd.DataFrame, activiteit_id: str) -> pd.DataFrame:
    """Return how many turns of each file became fragments: bestand, blad, activiteit_id, records_uit."""
    gezegd = beurten[beurten["tekst"].str.strip() != ""]
    telling = gezegd.groupby(["bestand", "blad"], observed=True, dropna=False, sort=False).size()
    return telling.rename("records_uit").reset_index().assign(activiteit_id=activiteit_id)


def _make_fragmenten(beurten: pd.DataFrame, levering: Levering, activiteit_id: str) -> pd.DataFrame:
    """Return a fragment of soort uiting per turn, the moderator's turns too."""
    gezegd = beurten[beurten["tekst"].str.strip() != ""]
    ids = [make_fragment_id(activiteit_id, record, "beurt") for record in gezegd[RECORD]]
    return pd.DataFrame(
        {
            "fragment_id": pd.Series(ids, index=gezegd.index, dtype="str"),
            "activiteit_id": activiteit_id,
            "deelnemer_id": gezegd[PERSOON],
            "soort": "uiting",
            "groep": gezegd["groep"],
            "volgnummer": gezegd["volgnummer"],
            "begin_s": pd.to_numeric(gezegd["begin_s"]),
            "taal": list_talen(gezegd["tekst"], levering.taal),
            "tekst": gezegd["tekst"].str.strip(),
        }
    ).reset_index(drop=True)
