"""Sheets of a workbook that no delivery reads: what a traject leaves aside is told, and never only lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, Probleem
from burgerdata.formats.excel import is_workbook, read_excel
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.instruments.besluiten import holds_besluiten
from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.trechter import read_trechter
from burgerdata.intake.open import open_bron
from burgerdata.pseudonyms.opschriften import NAAM
from burgerdata.settings import Instellingen
from burgerdata.shapes import Tabel
from burgerdata.traject import Traject

_LARGEST = 20_000_000
"""Bytes of a workbook that is read for this alone."""


def list_ongelezen(instellingen: Instellingen, bronnen: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return a row of bronnen (rol gezien) for each sheet with rows that the deliveries of its workbook pass by.

    Where no delivery names its ``blad`` every sheet is read, but for one that counts the recruitment of a meeting. A codebook
    is none, and neither is a sheet of a delivery that cannot be read.
    """
    genoemd = {(naam, lev.blad) for lev in instellingen.leveringen for naam in lev.bestanden}
    met_blad = {naam for naam, blad in genoemd if blad and (naam, "") not in genoemd}
    gelezen = pd.concat(
        [tabel[["bestand", "blad", "sha256"]].astype("str") for tabel in bronnen] or [pd.DataFrame()]
    )
    map_ = instellingen.map
    in_delen = {
        naam for lev in instellingen.leveringen if lev.instrument in ONDERDELEN for naam in lev.bestanden
    }
    rijen = []
    for bestand in sorted(met_blad | in_delen) if map_ and len(gelezen) else ():
        eigen = gelezen[gelezen["bestand"].eq(bestand)]
        for tabel in _read_tabellen(map_ / bestand, bestand) if map_ and len(eigen) else ():
            los = tabel.blad not in set(eigen["blad"]) and (bestand, tabel.blad) not in genoemd
            if los and (bestand in met_blad or read_trechter(tabel)):
                rijen.append(_make_row(tabel, str(eigen["sha256"].iloc[0])))
    return pd.DataFrame(rijen)


def review_bladen(traject: Traject) -> list[Probleem]:
    """Return each sheet that no delivery reads, with how many rows it has and how to read it after all.

    A list of decisions of which points are in doorwerking.xlsx was taken over and is none.
    """
    los = traject.bronnen[traject.bronnen["rol"].eq("gezien") & traject.bronnen["blad"].astype("str").ne("")]
    map_ = traject.instellingen.map
    besluiten = _find_besluiten(map_, los["bestand"].astype("str").unique()) if map_ else frozenset()
    werving = _find_werving(map_, los["bestand"].astype("str").unique()) if map_ else {}
    gezegd = {naam for lev in traject.instellingen.leveringen for naam in lev.tellingen}
    gevonden = []
    for rij in los.to_dict("records"):
        if geteld := werving.get((rij["bestand"], rij["blad"])):
            over = [f"{stap} = {aantal}" for stap, (_, aantal) in geteld.items() if stap not in gezegd]
            if not over:
                continue
            remedie = f"het telt de werving: zet in traject.toml bij de levering {join_woorden(over)}, als dat klopt"
        elif (rij["bestand"], rij["blad"]) not in besluiten:
            remedie = f"staan er antwoorden in, maak er dan een levering van met hetzelfde bestand en {_name_blad(rij['blad'])}"
        elif traject.doorwerking.empty:
            remedie = "het is een besluitenlijst: neem de punten over in doorwerking.xlsx (samenvatting, status, motivering, eigenaar)"
        else:
            continue
        wat = f"dit blad ({state_rijen(int(rij['records_in']))}) staat in geen enkele levering en telt nergens mee"
        gevonden.append(Probleem(wat, remedie, str(rij["bestand"]), str(rij["blad"])))
    return gevonden


def _find_besluiten(map_: Path, bestanden: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the sheets of these workbooks that list decisions, each with its file."""
    return frozenset(
        (bestand, tabel.blad)
        for bestand in bestanden
        for tabel in _read_tabellen(map_ / bestand, bestand)
        if holds_besluiten(tabel)
    )


def _find_werving(map_: Path, bestanden: Iterable[str]) -> dict[tuple[str, str], dict[str, tuple[str, int]]]:
    """Return file and sheet → what it counts of the recruitment, for the sheets of these workbooks that do."""
    return {
        (bestand, tabel.blad): geteld
        for bestand in bestanden
        for tabel in _read_tabellen(map_ / bestand, bestand)
        if (geteld := read_trechter(tabel))
    }


def _name_blad(blad: str) -> str:
    if NAAM in blad:
        return "de naam van dit blad, zoals die in het bestand staat, bij 'blad'"
    return f'blad = "{blad}"'


def holds_rows(tabel: Tabel) -> bool:
    """Return whether a sheet holds rows and is no codebook: a column of answers to one question is data too."""
    return len(tabel.frame) > 0 and not is_label_list(tabel)


def state_rijen(aantal: int) -> str:
    """Return how many rows there are, in words.

    Examples
    --------
    >>> state_rijen(1), state_rijen(38)
    ('1 rij', '38 rijen')
    """
    return f"{format_getal(aantal)} {'rij' if aantal == 1 else 'rijen'}"


def tell_levering(blad: str) -> str:
    """Return how to read a sheet after all."""
    return f'staan hier antwoorden in, maak er dan een levering van met hetzelfde bestand en blad = "{blad}"'


def state_ander_blad(blad: str, gelezen: str, *, gelijk: bool = False) -> str:
    """Return why a sheet is not read where another one of its workbook is, and how to read it after all.

    ``gelijk`` says that both have the same columns: then it is no explanation but another wave, group or place.
    """
    kolommen = ", en dit blad heeft dezelfde kolommen" if gelijk else ""
    return f"alleen blad '{gelezen}' wordt gelezen{kolommen}; {tell_levering(blad)}"


def _read_tabellen(pad: Path, bestand: str) -> list[Tabel]:
    """Return the sheets of a workbook that may hold data; none of another file, and of one that cannot be read."""
    with suppress(BronError, OSError):
        if pad.stat().st_size <= _LARGEST and is_workbook(bron := open_bron(pad, bestand=bestand)):
            vormen = [ruw.vorm for ruw in read_excel(bron)]
            return [vorm for vorm in vormen if isinstance(vorm, Tabel) and holds_rows(vorm)]
    return []


def _make_row(tabel: Tabel, sha256: str) -> dict[str, object]:
    return {
        "bestand": tabel.bestand,
        "blad": tabel.blad,
        "formaat": "excel",
        "rol": "gezien",
        "gebruikt": False,
        "sha256": sha256,
        "records_in": len(tabel.frame),
        "records_uit": 0,
        "records_verklaard": 0,
    }
