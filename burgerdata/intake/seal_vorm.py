"""The one place where a raw shape is sealed, whichever shape it is."""

from __future__ import annotations

from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_gesprek import read_speaker_names, seal_gesprek
from burgerdata.intake.seal_tabel import read_table_names, seal_tabel
from burgerdata.shapes import Gesprek, Tabel


def seal_vorm(vorm: Tabel | Gesprek, zegel: Zegel, logboek: Logboek) -> Tabel | Gesprek:
    """Return the sealed shape; see ``seal_tabel`` and ``seal_gesprek``."""
    if isinstance(vorm, Tabel):
        return seal_tabel(vorm, zegel, logboek)
    return seal_gesprek(vorm, zegel, logboek)


def read_names(vorm: Tabel | Gesprek, zegel: Zegel) -> tuple[str, ...]:
    """Return the names of persons that a shape gives away, to be masked in the whole activity."""
    return read_table_names(vorm, zegel) if isinstance(vorm, Tabel) else read_speaker_names(vorm, zegel)
