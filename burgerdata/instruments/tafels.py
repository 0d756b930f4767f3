"""Burgerdialoog: notes of tables -> fragments of soort notitie; dots on statements -> tellingen per table."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.instruments.aantallen import Telwijze, check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_records, make_telling, stack_tabellen
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_notities, find_stipkolommen, find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.taak_en_sus import drop_records
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.tafelnamen import name_tafel
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.verslagen import read_verslag
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RECORD, RIJ, Gesprek, Kolom, Tabel

_TALLY = re.compile(r"[I|l\s]*[I|l][I|l\s]*")
"""Strokes as people put them, where no number is written."""
_BREED_TAFEL, _BREED_STIPPEN = "_tafel", "_stippen"
"""The columns that a list with a column per table gets, where it is written out."""


def read_notities(
    vorm: Tabel | Gesprek, levering: Levering, activiteit_id: str, *, bijeenkomst: str = ""
) -> Tabellen:
    """Return a fragment per note, of no person: a table speaks as a group. A document is the table it is named after.

    Minutes of a whole evening are of the table that a heading names, else of none; headings and lines such as "Aanwezig: …" in them are no notes.
    ``bijeenkomst`` is the evening that a sheet is about, where there are more: table 1 of each is another group.
    """
    logboek = Logboek(vorm.bestand, vorm.blad)
    if isinstance(vorm, Gesprek):
        frame = read_verslag(vorm, levering, logboek)
    else:
        velden = find_notities([kolom.naam for kolom in vorm.kolommen], levering.kolommen)
        leeg = pd.Series("", index=vorm.frame.index, dtype="str")
        cellen = {
            naam: vorm.frame[velden[veld]].str.strip() if veld in velden else leeg
            for naam, veld in (("groep", "tafel"), ("tekst", "notitie"), ("vraag", "onderwerp"))
        }
        groep = cellen["groep"].where(cellen["groep"].ne("")).ffill().fillna("").astype("str")
        frame = pd.DataFrame(
            {RECORD: vorm.frame[RECORD]} | cellen | {"groep": _name_groep(groep, bijeenkomst)}
        )
        for rij in vorm.frame.loc[~is_filled(frame["tekst"]), RIJ]:
            logboek.note("rij_onleesbaar", rij=int(rij))
    frame = frame[is_filled(frame["tekst"])]
    vragen = [
        Vraag(make_slug(naam), ("onderwerp",), naam, "open") for naam in dict.fromkeys(frame["vraag"]) if naam
    ]
    namen = {vraag.tekst: vraag.vraag_id for vraag in vragen}
    fragmenten = pd.DataFrame(
        {
            "fragment_id": [
                make_fragment_id(activiteit_id, record, _name_notitie(keer))
                for record, keer in zip(
                    frame[RECORD], frame.groupby(RECORD, observed=True, dropna=False).cumcount(), strict=True
                )
            ],
            "soort": "notitie",
            "groep": frame["groep"].to_numpy(),
            "vraag_id": [namen.get(naam) for naam in frame["vraag"]],
            "volgnummer": range(1, len(frame) + 1),
            "taal": list_talen(frame["tekst"], levering.taal),
            "tekst": frame["tekst"].str.strip().to_numpy(),
        }
    )
    tabellen = {
        "vragen": make_vragen(vragen, activiteit_id),
        "fragmenten": fragmenten,
        "logboek": logboek.to_frame(),
        "records": make_records(vorm, activiteit_id, frame[RECORD].nunique()),
    }
    return tabellen if "stippen" not in frame else _add_stippen(tabellen, vorm, frame, levering)


def _name_notitie(keer: int) -> str:
    """Return what tells the notes of one row apart: a row in minutes may hold what was said and an idea."""
    return f"notitie {keer + 1}" if keer else "notitie"


def _add_stippen(
    tabellen: Tabellen, vorm: Tabel | Gesprek, frame: pd.DataFrame, levering: Levering
) -> Tabellen:
    """Return the tables of minutes with the dots that stand beside notes in them, on the last note of each row.

    Where a list of dots is a part of its own, these are in it.
    """
    geteld = frame[frame["stippen"].ne("")].drop_duplicates(RECORD, keep="last")
    if geteld.empty or levering.onderdelen.get("stippen"):
        return tabellen
    velden = {"groep": "tafel", "tekst": "stelling", "stippen": "stippen"}
    eigen = geteld[[RIJ, RECORD, *velden]].rename(columns=velden).reset_index(drop=True)
    tabel = Tabel(vorm.bestand, vorm.formaat, eigen, tuple(Kolom(naam, naam) for naam in velden.values()))
    activiteit_id = str(tabellen["records"]["activiteit_id"].iloc[0])
    naast = drop_records(read_stippen(tabel, replace(levering, kolommen={}), activiteit_id))
    namen = dict.fromkeys([*tabellen, *naast])
    return {
        naam: stack_tabellen([deel[naam] for deel in (tabellen, naast) if naam in deel]) for naam in namen
    }


def _name_groep(tafel: pd.Series, bijeenkomst: str) -> pd.Series:
    """Return the names of tables, behind the evening where there are more; a sheet may be a table itself."""
    tafel = tafel.map(name_tafel).astype("str")
    blad = name_tafel(bijeenkomst)
    los = tafel.eq("") | tafel.eq(blad)
    return tafel if not blad else tafel.where(los, f"{blad} – " + tafel).where(~los, blad)


def read_stippen(tabel: Tabel, levering: Levering, activiteit_id: str, *, bijeenkomst: str = "") -> Tabellen:
    """Return dots per table and statement: each table voted on its own ballot, so they stay apart.

    Raises
    ------
    ContractError
        When a filled cell with dots is no number: it would count as no dots at all.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    bron = tabel.frame
    _check_stippen(tabel, levering, logboek)
    tabel, velden = _unpivot(tabel, levering)
    tafel = (
        tabel.frame[velden["tafel"]].str.strip()
        if "tafel" in velden
        else pd.Series("", index=tabel.frame.index)
    )
    tafel = _name_groep(tafel.where(tafel.ne("")).ffill().fillna("").astype("str"), bijeenkomst)
    for kolom in tabel.kolommen:
        if kolom.naam not in velden.values():
            gevuld = int(is_filled(bron[kolom.naam]).sum())
            logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=max(gevuld, 1))
    vragen: dict[str, Vraag] = {}
    tellingen = []
    gebruikt: set[int] = set()
    for rij, groep in zip(tabel.frame.to_dict("records"), tafel, strict=True):
        stelling, aantal = str(rij[velden["stelling"]]).strip(), _count_stippen(str(rij[velden["stippen"]]))
        if not stelling or math.isnan(aantal):
            continue
        gebruikt.add(int(rij[RIJ]))
        naam = _name_stelling(stelling, vragen)
        vragen.setdefault(naam, Vraag(naam, (velden["stelling"],), stelling, "stelling", reeks="stippen"))
        tellingen.append(
            make_telling(
                activiteit_id, "stip", int(aantal), vraag_id=naam, **({"groep": str(groep)} if groep else {})
            )
            | {"telling_id": make_fragment_id(activiteit_id, str(rij[RECORD]), _name_stip(rij))}
        )
    for nummer in bron.loc[~bron[RIJ].isin(gebruikt), RIJ]:
        logboek.note("rij_onleesbaar", rij=int(nummer))
    return {
        "vragen": make_vragen(vragen.values(), activiteit_id),
        "opties": make_opties_tabel(vragen.values(), activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "groep"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(gebruikt)),
    }


def _check_stippen(tabel: Tabel, levering: Levering, logboek: Logboek) -> None:
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = find_velden(koppen, "stippen", levering.kolommen)
    kolommen = (velden["stippen"],) if "stippen" in velden else find_stipkolommen(koppen, levering.kolommen)
    check_aantallen(
        tabel,
        kolommen,
        wat="dit is geen aantal stippen",
        telwijze=Telwijze(_count_stippen, naast=velden["stelling"]),
        logboek=logboek,
    )


def _unpivot(tabel: Tabel, levering: Levering) -> tuple[Tabel, dict[str, str]]:
    """Return the table with a row per idea and table, and its columns; of one with a column per table the long form."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = find_velden(koppen, "stippen", levering.kolommen)
    breed = find_stipkolommen(koppen, levering.kolommen)
    if "stippen" in velden or not breed:
        return tabel, velden
    over = [naam for naam in tabel.frame.columns if naam not in breed]
    lang = tabel.frame.melt(over, list(breed), var_name=_BREED_TAFEL, value_name=_BREED_STIPPEN)
    lang = lang.astype(dict.fromkeys((_BREED_TAFEL, _BREED_STIPPEN), "str"))
    kolommen = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in breed)
    velden |= {"tafel": _BREED_TAFEL, "stippen": _BREED_STIPPEN}
    return replace(tabel, frame=lang.sort_values(RIJ, kind="stable"), kolommen=kolommen), velden


def _name_stip(rij: Mapping[Hashable, object]) -> str:
    """Return what tells the dots of a row apart: of one row per idea, the table too."""
    return "stip" if _BREED_TAFEL not in rij else f"stip {rij[_BREED_TAFEL]}"


def _count_stippen(cel: str) -> float:
    """Return the number in a cell, or its strokes counted ("IIII I" is five)."""
    return float(len(re.findall(r"[I|l]", cel))) if _TALLY.fullmatch(cel) else read_aantal(cel)


def _name_stelling(stelling: str, vragen: Mapping[str, Vraag]) -> str:
    """Return the name of a statement: two long ones that begin alike stay two."""
    eerste = naam = make_slug(stelling)
    nummer = 2
    while naam in vragen and vragen[naam].tekst != stelling:
        naam, nummer = f"{eerste}_{nummer}", nummer + 1
    return naam
