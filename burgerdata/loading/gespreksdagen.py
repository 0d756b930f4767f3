"""The days on which people came together: in the name of a file or above its talk, with a year that elsewhere stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path, PurePosixPath

import pandas as pd

from burgerdata.formats.peek import list_kopregels, peek_workbook
from burgerdata.instruments.dagen import make_dag, read_dagen
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.tafelnamen import is_tafelkop
from burgerdata.loading.drafts import Concept, Filedag
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.kopdagen import find_kopdag
from burgerdata.loading.naamdagen import (
    Moment,
    drop_series,
    find_dag,
    find_naamdag,
    names_export,
    read_moment,
    tell_dag,
)
from burgerdata.shapes import PERSOON, RIJ

OF_A_DAY = ("focusgroep", *ONDERDELEN)
"""Instruments for which people come together; the day in the name of a survey is mostly that of its export."""
_RUIMTE = timedelta(days=62)
"""How far a talk may lie outside the days that are known of the folder."""
_FOTO = (".jpg", ".jpeg", ".png", ".heic")


def know_dagen(concepten: Sequence[Concept], herkend: Sequence[Herkend], map_: Path) -> list[Concept]:
    """Return the drafts with the day of each of their files, as far as names, talks and the rest of the folder tell it."""
    eerste = [_read_filedagen(concept, map_) for concept in concepten]
    bekend = [dag.dag for dagen in eerste for dag in dagen if dag.dag]
    elders = sorted([*bekend, *_list_elders(concepten, herkend)])
    return [
        replace(concept, dagen=_add_year(dagen, elders), jaardagen=_date_rows(concept, elders))
        for concept, dagen in zip(concepten, eerste, strict=True)
    ]


def _read_filedagen(concept: Concept, map_: Path) -> tuple[Filedag, ...]:
    """Return the day of each file of a meeting: above the talk, else in the name of the file."""
    levering = concept.levering
    if levering.instrument not in OF_A_DAY:
        return ()
    elders = levering.onderdelen.get("besluiten", ())  # decided later
    bestanden = [
        naam for naam in dict.fromkeys(levering.bestanden) if not names_export(naam) and naam not in elders
    ]
    leden = {lid.bestand: lid for lid in concept.bundel.leden}
    dagen = []
    for bestand, naam in zip(bestanden, drop_series(bestanden), strict=True):
        in_naam = find_naamdag(naam)
        in_kop, tot = find_kopdagen(leden[bestand], map_) if bestand in leden else ((0, 0, 0), None)
        kop = not all(in_naam) and (all(in_kop) or not any(in_naam))
        dag, los = tell_dag(in_kop if kop else in_naam)
        dagen.append(Filedag(bestand, dag, los, kop=kop and any(in_kop), tot=tot if kop else None))
    return tuple(dagen)


def find_kopdagen(lid: Herkend, map_: Path) -> tuple[Moment, date | None]:
    """Return the day above the first turn of a talk or above a table, 0 for what is not there, and the last of more days."""
    return find_kopdag(_list_titels(lid, map_) if lid.gesprek is None else _list_koppen(lid, map_))


def _list_koppen(lid: Herkend, map_: Path) -> list[str]:
    """Return the lines above the first turn of a talk; of minutes without speakers those above the first table that they name."""
    beurten = lid.gesprek.beurten if lid.gesprek is not None else pd.DataFrame()
    gezegd = beurten.loc[beurten[PERSOON].ne("") | beurten["gespreksleider"], RIJ]
    if gezegd.empty:
        gezegd = beurten.loc[beurten["tekst"].map(is_tafelkop).astype("bool"), RIJ]
    return [] if gezegd.empty else list_kopregels(map_ / lid.bestand, int(gezegd.min()))


def _list_titels(lid: Herkend, map_: Path) -> list[str]:
    """Return the title of each sheet that a delivery reads: the only filled cell of its first row."""
    rijen = peek_workbook(map_ / lid.bestand, aantal=1) if lid.tabel is not None else {}
    eerste = [
        [cel.strip() for cel in blad[0]] for naam, blad in rijen.items() if blad and lid.blad in ("", naam)
    ]
    return [next(filter(None, rij)) for rij in eerste if len(list(filter(None, rij))) == 1]


def _list_elders(concepten: Sequence[Concept], herkend: Sequence[Herkend]) -> list[date]:
    """Return the days that tell when the work was done: of records, in the names of deliveries, and of photos."""
    leden = [lid for concept in concepten for lid in concept.bundel.leden]
    perioden = [dag.date() for lid in leden if lid.periode is not None for dag in lid.periode]
    fotos = [deel.bestand for deel in herkend if PurePosixPath(deel.bestand).suffix.casefold() in _FOTO]
    namen = dict.fromkeys([*(lid.bestand for lid in leden), *fotos])
    momenten = [read_moment(PurePosixPath(naam).name) for naam in namen]
    golven = [read_moment(golf) for concept in concepten for golf in concept.levering.metingen]
    genoemd = [
        make_dag(jaar, maand, dag or 1)
        for jaar, maand, dag in filter(None, [*momenten, *golven])
        if jaar and maand
    ]
    return [*perioden, *filter(None, genoemd)]


def _add_year(dagen: Sequence[Filedag], elders: Sequence[date]) -> tuple[Filedag, ...]:
    """Return the days with the one year in which a day without fits the days elsewhere, marked as a guess.

    The days of the other files of the delivery go first.
    """
    eigen = sorted(een.dag for een in dagen if een.dag)
    return tuple(
        replace(een, dag=dag, geraden=True)
        if een.dag is None and (dag := guess_dag(een.los, eigen) or guess_dag(een.los, elders))
        else een
        for een in dagen
    )


def guess_dag(los: str, elders: Sequence[date]) -> date | None:
    """Return a day without a year in the one year in which it fits sorted days elsewhere; None where none or more do.

    Examples
    --------
    >>> guess_dag("8 oktober", [date(2026, 3, 1), date(2026, 10, 6)])
    datetime.date(2026, 10, 8)
    >>> guess_dag("8 oktober", [date(2024, 3, 1), date(2026, 10, 6)]), guess_dag("oktober 2026", [date(2026, 3, 1)])
    (None, None)
    """
    _, maand, dag = moment = find_dag(los)
    if not elders or moment[0] or not dag:
        return None
    kan = [
        datum
        for jaar in range(elders[0].year - 1, elders[-1].year + 2)
        if (datum := make_dag(jaar, maand, dag)) and elders[0] - _RUIMTE <= datum <= elders[-1] + _RUIMTE
    ]
    return kan[0] if len(kan) == 1 else None


def _date_rows(concept: Concept, elders: Sequence[date]) -> tuple[date, date] | None:
    """Return the first and last day of a table of which the days bear no year, in the one year that fits days elsewhere."""
    tabel = concept.bundel.leden[0].tabel
    koppen = concept.levering.kolommen.get("datum", ())
    if not concept.zonder_jaar or tabel is None or not koppen or not elders:
        return None
    los = tabel.frame[koppen[0]]
    kan = []
    for jaar in range(elders[0].year - 1, elders[-1].year + 2):
        gelezen = read_dagen(los, begin=date(jaar, 1, 1), eind=date(jaar, 12, 31)).dropna()
        if len(gelezen) < int(los.str.strip().ne("").sum()) or gelezen.empty:
            continue
        begin, eind = (pd.Timestamp(dag).date() for dag in (gelezen.min(), gelezen.max()))
        if elders[0] - _RUIMTE <= begin and eind <= elders[-1] + _RUIMTE:
            kan.append((begin, eind))
    return kan[0] if len(kan) == 1 else None
