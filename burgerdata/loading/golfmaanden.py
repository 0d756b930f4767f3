"""The months in which the waves of a panel were held, where a column says the month alone: written out, or as its first day."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from burgerdata.cellen import list_cells
from burgerdata.getallen import format_periode
from burgerdata.instruments.dagen import make_dag
from burgerdata.instruments.long_waves import pick_rijen
from burgerdata.loading.drafts import Concept
from burgerdata.loading.grouping import is_lang
from burgerdata.loading.naamdagen import read_moment
from burgerdata.schema.labels import MAANDEN
from burgerdata.shapes import Tabel

Dagen = tuple[date, date]
_KOP = re.compile(
    r"maand|month|datum|date|periode|period|golf|wave|meting|moment|ingevuld|veldwerk", re.IGNORECASE
)
"""Headers of columns about when somebody answered; a month elsewhere may be that of a birth."""
_MOST_MONTHS = 12


def find_golfmaanden(concept: Concept) -> tuple[dict[str, Dagen], str]:
    """Return wave → first and last day of its months, for the waves of which the file tells the month alone, and the column.

    An only wave has an empty name.
    """
    gevonden: dict[str, Dagen] = {}
    kop = ""
    for golf, tabel in _list_golftabellen(concept).items():
        for kolom in tabel.kolommen:
            if _KOP.search(f"{kolom.naam} {kolom.tekst}") and (dagen := _read_maanden(tabel, kolom.naam)):
                gevonden[golf], kop = dagen, kop or kolom.naam
                break
    return gevonden, kop


def _list_golftabellen(concept: Concept) -> Mapping[str, Tabel]:
    """Return wave → its rows; none of waves beside each other, in which a row is of all."""
    levering, leden = concept.levering, concept.bundel.leden
    golven = tuple(levering.metingen) or ("",)
    if is_lang(concept.bundel) and leden[0].tabel is not None:
        return {golf: pick_rijen(leden[0].tabel, levering, golf) for golf in golven}
    per_bestand = {lid.bestand: lid.tabel for lid in leden if lid.tabel is not None}
    bestanden = [levering.metingen.get(golf, levering.bestanden[0]) for golf in golven]
    if len(set(bestanden)) < len(golven):
        return {}
    return {
        golf: per_bestand[naam] for golf, naam in zip(golven, bestanden, strict=True) if naam in per_bestand
    }


def _read_maanden(tabel: Tabel, kop: str) -> Dagen | None:
    """Return the first and last day of the months in a column; None where a cell is none, or a day beside the first."""
    cellen = {cel.strip() for cel in list_cells(tabel.frame[kop]) if isinstance(cel, str)} - {""}
    if not 0 < len(cellen) <= _MOST_MONTHS:
        return None
    momenten = sorted(moment for cel in cellen if (moment := read_moment(cel)))
    if len(momenten) < len(cellen) or any(not jaar or not maand or dag > 1 for jaar, maand, dag in momenten):
        return None
    (begin, eerste, _), (eind, laatste, _) = momenten[0], momenten[-1]
    van, tot = make_dag(begin, eerste, 1), make_dag(eind, laatste, monthrange(eind, laatste)[1])
    return (van, tot) if van and tot else None


def format_maanden(begin: date, eind: date) -> str:
    """Return a period, as its months alone where it is of whole months.

    Examples
    --------
    >>> format_maanden(date(2026, 3, 1), date(2026, 3, 31)), format_maanden(date(2025, 11, 1), date(2026, 5, 31))
    ('maart 2026', 'november 2025 – mei 2026')
    >>> format_maanden(date(2026, 3, 1), date(2026, 10, 31)), format_maanden(date(2026, 3, 2), date(2026, 3, 31))
    ('maart – oktober 2026', '2–31 maart 2026')
    """
    if begin.day > 1 or eind.day < monthrange(eind.year, eind.month)[1]:
        return format_periode(begin, eind)
    van, tot = (f"{MAANDEN[dag.month - 1]} {dag.year}" for dag in (begin, eind))
    if van == tot:
        return tot
    return f"{van.removesuffix(f' {eind.year}')} – {tot}"
