"""Files with the waves of a panel below each other: a row per person and wave."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.instruments.label_lists import apply_label_lists
from burgerdata.instruments.long_waves import MEETKOLOM, find_golfkolom, name_golven, pick_rijen
from burgerdata.instruments.ticks import read_ticks
from burgerdata.loading.herkend import Herkend
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel


def list_lang(deel: Herkend) -> tuple[str, ...]:
    """Return the waves that lie below each other in the table of a file, in order; none of any other file."""
    kop = name_meetkolom(deel)
    return tuple(name_golven(deel.tabel, kop[MEETKOLOM][0])) if deel.tabel is not None and kop else ()


def name_meetkolom(deel: Herkend) -> dict[str, tuple[str, ...]]:
    """Return the column that says which wave a row is of, as ``kolommen`` names it; nothing where no column does."""
    kop = find_golfkolom(deel.tabel) if deel.tabel is not None and deel.persoon else ""
    return {MEETKOLOM: (kop,)} if kop else {}


def read_golven(deel: Herkend, hulp: Sequence[Tabel]) -> list[Tabel]:
    """Return a table per wave of such a file, in order."""
    eigen = Levering("", "klantpanel", kolommen=name_meetkolom(deel))
    tabellen = [pick_rijen(deel.tabel, eigen, golf) for golf in list_lang(deel) if deel.tabel is not None]
    return [read_ticks(apply_label_lists(tabel, hulp)) for tabel in tabellen]
