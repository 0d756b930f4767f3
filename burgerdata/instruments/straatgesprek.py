"""Straatgesprekken: a table made by hand, a row per talk -> one activity whose unit is the talk.

The place is the groep, an estimated age stays marked as estimated, and refusals are counted, not dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import unify_spelling
from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.aantallen import Telwijze, check_aantallen, read_aantal
from burgerdata.instruments.columns import GROEP, PERSONEN, TIJDSTIP
from burgerdata.instruments.dagen import read_dagen
from burgerdata.instruments.enquete import check_regels, pick_tabel
from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.gezegde_lijsten import split_gezegde_lijsten
from burgerdata.instruments.label_lists import apply_label_lists
from burgerdata.instruments.straatregels import draft_trait, list_ticks
from burgerdata.instruments.street_columns import find_traits
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.ticks import read_ticks
from burgerdata.instruments.turflijst import holds_tally, holds_wide_tally
from burgerdata.instruments.values import is_filled, read_datums, read_getallen, spell_serials
from burgerdata.instruments.velden import find_velden
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RECORD, RIJ, Tabel

_EIGEN = ("plaats", "datum", "tijd", "personen", "weigeringen")
"""Roles of ``kolommen`` that are no question."""
_KRUISJE = re.compile(r"[x×✓✔vj]|ja", re.IGNORECASE)
_GETELD = {"personen": "dit is geen aantal mensen", "weigeringen": "dit is geen aantal weigeringen"}
"""Roles of ``kolommen`` of which every filled cell must be a count."""


def build_straatgesprek(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one round of street talks.

    Raises
    ------
    ContractError
        When a column of ``kolommen`` is not in the table, no column holds what people said, a count is no number, or the
        table is a tally.
    """
    gelezen = apply_label_lists(pick_tabel(lezingen, levering), hulp)
    kolommen = find_velden([gelezen], levering)[0]
    _refuse_tally(gelezen, kolommen)
    logboek = Logboek(gelezen.bestand, gelezen.blad)
    for rol, wat in _GETELD.items():
        lees = _read_weigering if rol == "weigeringen" else read_aantal
        check_aantallen(gelezen, kolommen.get(rol, ()), wat=wat, telwijze=Telwijze(lees), logboek=logboek)
    gelezen, lijst = _read_kruisjes(gelezen, levering, lijst, kolommen)
    tabel = _date_rows(gelezen, levering, kolommen.get("datum", ()), logboek)
    check_regels([tabel], levering, lijst)
    met_open = _add_rows(_drop_taken(lijst, levering, kolommen), levering, kolommen, tabel.frame)
    bezet = tuple(naam for rol in _EIGEN for naam in kolommen.get(rol, ()))
    ronde = Ronde(
        replace(tabel, frame=_add_columns(tabel.frame, kolommen)),
        levering,
        met_open,
        levering.naam,
        levering.meting,
        eenheid="gesprek",
        fragment_soort="notitie",
        bezet=bezet,
    )
    tabellen = build_ronde(ronde)
    eigen = logboek.to_frame().assign(activiteit_id=levering.naam)
    boeken = [tabellen["logboek"], eigen, _note_estimates(tabel, kolommen, levering.naam)]
    return [
        tabellen
        | {
            "tellingen": _count_refusals(ronde.tabel, kolommen, levering.naam),
            "logboek": pd.concat([boek for boek in boeken if len(boek)] or boeken[:1], ignore_index=True),
        }
    ]


def _read_weigering(cel: str) -> float:
    """Return how many refusals a cell counts: a cross is one."""
    return 1.0 if _KRUISJE.fullmatch(cel.strip()) else read_aantal(cel)


def _refuse_tally(tabel: Tabel, kolommen: dict[str, tuple[str, ...]]) -> None:
    """Raise ContractError for a table that counts how often subjects were named: it has no row per talk."""
    genoemd = any(kolommen.get(rol) for rol in _GETELD)
    if not genoemd and (holds_tally(tabel) or holds_wide_tally(tabel)):
        wat = "dit is een turflijst: aantallen per onderwerp, en geen rij per gesprek"
        remedie = "vraag om de aantekeningen met een rij per gesprek, of haal deze levering weg en noem de aantallen zelf in het verslag"
        raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad)])


def _drop_taken(lijst: Vragenlijst, levering: Levering, kolommen: dict[str, tuple[str, ...]]) -> Vragenlijst:
    """Return the questionnaire without what ``kolommen`` calls a place, a moment or a count, and ages as a trait.

    ``nieuw`` may have taken the table for a survey, and written a row for every column.
    """
    bezet, leeftijd = (
        {fold(naam) for rol in rollen for naam in kolommen.get(rol, ())}
        for rollen in (_EIGEN, ("leeftijd_geschat",))
    )
    andere = tuple(regel for regel in lijst.vragen if regel.levering != levering.naam)
    eigen = (regel for regel in lijst.rows_of(levering.naam) if fold(regel.kolom) not in bezet)
    geschat = (
        replace(regel, rol="kenmerk") if fold(regel.kolom) in leeftijd and regel.rol == "inhoud" else regel
        for regel in eigen
    )
    return replace(lijst, vragen=(*andere, *geschat))


def _read_kruisjes(
    tabel: Tabel, levering: Levering, lijst: Vragenlijst, kolommen: dict[str, tuple[str, ...]]
) -> tuple[Tabel, Vragenlijst]:
    """Return the table with its crosses read, and the questionnaire with them where vragen.xlsx says nothing of the delivery.

    The sex of who was spoken to comes along: without a row the only closed questions of the street would be lost.
    """
    regels = lijst.rows_of(levering.naam)
    heel = split_gezegde_lijsten(tabel, regels)
    vast = [naam for rol in _EIGEN for naam in kolommen.get(rol, ())]
    gelezen = read_ticks(heel, bezet=[*vast, *levering.testrijen], regels=regels)
    if regels:
        return gelezen, lijst
    genoemd = {fold(naam) for namen in (*kolommen.values(), levering.kenmerken) for naam in namen}
    geslacht = find_traits([kolom.naam for kolom in heel.kolommen])
    nieuw = [draft_trait(levering.naam, kop) for kop in geslacht[:1]]
    nieuw += [regel for regel in list_ticks(heel, gelezen, levering.naam) if regel.kolom not in geslacht]
    vrij = tuple(regel for regel in nieuw if fold(regel.kolom) not in genoemd)
    return gelezen, replace(lijst, vragen=(*lijst.vragen, *vrij))


def _date_rows(tabel: Tabel, levering: Levering, datum: Sequence[str], logboek: Logboek) -> Tabel:
    """Return the table with every date in full, also those without a year; the others are told in the logboek."""
    frame = tabel.frame
    for naam in datum:
        frame = frame.assign(**{naam: spell_serials(frame[naam])})
        dagen = read_dagen(frame[naam], begin=levering.begindatum, eind=levering.einddatum)
        for rij in frame.loc[is_filled(frame[naam]) & dagen.isna(), RIJ]:
            logboek.note("datum_onleesbaar", rij=int(rij), kolom=naam)
        zonder_jaar = dagen.notna() & read_datums(frame[naam]).isna()
        frame = frame.assign(**{naam: frame[naam].mask(zonder_jaar, dagen.dt.strftime("%Y-%m-%d"))})
    return replace(tabel, frame=frame)


def _add_rows(
    lijst: Vragenlijst, levering: Levering, kolommen: dict[str, tuple[str, ...]], frame: pd.DataFrame
) -> Vragenlijst:
    """Return the questionnaire with a row for each open and estimated column that vragen.xlsx does not have."""
    bekend = {fold(regel.kolom) for regel in lijst.rows_of(levering.naam)}
    regels = [Vraagregel(levering.naam, naam, soort="open") for naam in kolommen.get("open", ())]
    for naam in kolommen.get("leeftijd_geschat", ()):
        soort = "getal" if read_getallen(frame[naam]).notna().any() else "een_antwoord"
        regels.append(
            Vraagregel(
                levering.naam,
                naam,
                soort=soort,
                rol="kenmerk",
                vraag_id="leeftijd_geschat",
                kort="leeftijd (geschat)",
            )
        )
    nieuw = tuple(regel for regel in regels if fold(regel.kolom) not in bekend)
    if not bekend and not regels:
        wat = f"levering '{levering.naam}' zegt niet in welke kolommen staat wat mensen zeiden"
        remedie = 'vul aan: kolommen = { plaats = "…", datum = "…", open = ["…"] }'
        raise ContractError([Probleem(wat, remedie, "traject.toml")])
    return replace(lijst, vragen=(*lijst.vragen, *nieuw))


def _add_columns(frame: pd.DataFrame, kolommen: dict[str, tuple[str, ...]]) -> pd.DataFrame:
    extra: dict[str, pd.Series] = {}
    if "plaats" in kolommen:
        extra[GROEP] = unify_spelling(frame[kolommen["plaats"][0]])
    if "personen" in kolommen:
        extra[PERSONEN] = (
            frame[kolommen["personen"][0]]
            .astype("str")
            .map(read_aantal)
            .fillna(1)
            .clip(lower=1)
            .astype("int64")
        )
    if "datum" in kolommen:
        tijd = (
            frame[kolommen["tijd"][0]]
            if "tijd" in kolommen
            else pd.Series("", index=frame.index, dtype="str")
        )
        extra[TIJDSTIP] = _join_moment(frame[kolommen["datum"][0]], tijd)
    return frame.assign(**extra)


def _join_moment(datum: pd.Series, tijd: pd.Series) -> pd.Series:
    """Return date and time together; a time may be written 10:05 or 10.05, or be missing."""
    uur = tijd.str.extract(r"^\s*(\d{1,2})[:.](\d{2})")
    minuten = pd.to_numeric(uur[0]).fillna(0) * 60 + pd.to_numeric(uur[1]).fillna(0)
    return (read_datums(datum) + pd.to_timedelta(minuten, unit="min")).astype("datetime64[s]")


def _count_refusals(tabel: Tabel, kolommen: dict[str, tuple[str, ...]], activiteit_id: str) -> pd.DataFrame:
    """Return the contract table tellingen: a row per filled cell of the refusals, with its place.

    What is counted under the table is only used when no column counts them: it may be the sum of that column.
    """
    frame, delen = tabel.frame, []
    if "weigeringen" not in kolommen and tabel.weigeringen:
        ids = [make_fragment_id(activiteit_id, "onder de tabel", str(rij)) for rij in tabel.weigeringen]
        onder = {"telling_id": ids, "groep": "", "aantal": list(tabel.weigeringen.values())}
        delen.append(pd.DataFrame(onder))
    for naam in kolommen.get("weigeringen", ()):
        aantal = frame[naam].astype("str").map(_read_weigering)
        gevuld = frame[aantal.notna()]
        ids = [make_fragment_id(activiteit_id, record, naam) for record in gevuld[RECORD]]
        groep = gevuld[GROEP] if GROEP in gevuld else pd.Series("", index=gevuld.index, dtype="str")
        deel = pd.DataFrame(
            {"telling_id": ids, "groep": groep.to_numpy(), "aantal": aantal.dropna().to_numpy()}
        )
        delen.append(deel)
    leeg = pd.DataFrame({"telling_id": [], "groep": [], "aantal": []})
    samen = pd.concat(delen, ignore_index=True) if delen else leeg
    return samen.assign(activiteit_id=activiteit_id, maat="weigering")


def _note_estimates(tabel: Tabel, kolommen: dict[str, tuple[str, ...]], activiteit_id: str) -> pd.DataFrame:
    """Return a logboek row per column with estimated values: the interviewer guessed them."""
    namen = [kolom.naam for kolom in tabel.kolommen if "geschat" in fold(kolom.naam)]
    namen = list(dict.fromkeys([*kolommen.get("leeftijd_geschat", ()), *namen]))
    rijen = [
        (
            tabel.bestand,
            tabel.blad,
            activiteit_id,
            naam,
            "geschatte_waarde",
            int(is_filled(tabel.frame[naam]).sum()),
        )
        for naam in namen
    ]
    frame = pd.DataFrame(rijen, columns=["bestand", "blad", "activiteit_id", "kolom", "reden", "aantal"])
    return frame[frame["aantal"] > 0]
