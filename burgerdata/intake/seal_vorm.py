"""The one place where a raw shape is sealed, whichever shape it is."""

from __future__ import annotations

from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_codeerproject import read_project_names, seal_codeerproject
from burgerdata.intake.seal_gesprek import read_speaker_names, seal_gesprek
from burgerdata.intake.seal_tabel import read_table_names, seal_tabel
from burgerdata.shapes import Gesprek, Tabel, Vorm


def seal_vorm(vorm: Vorm, zegel: Zegel, logboek: Logboek) -> Vorm:
    """Return the sealed shape; ``zegel.namen`` holds what ``read_names`` tells of all shapes of the activity.

    See ``seal_tabel``, ``seal_gesprek`` and ``seal_codeerproject``.
    """
    if isinstance(vorm, Tabel):
        return seal_tabel(vorm, zegel, logboek)
    if isinstance(vorm, Gesprek):
        return seal_gesprek(vorm, zegel, logboek)
    return seal_codeerproject(vorm, zegel, logboek)


def read_names(vorm: Vorm, zegel: Zegel) -> tuple[str, ...]:
    """Return the names of persons that a shape gives away, to be masked in the whole activity."""
    if isinstance(vorm, Tabel):
        return read_table_names(vorm, zegel)
    return read_speaker_names(vorm, zegel) if isinstance(vorm, Gesprek) else read_project_names(vorm, zegel)
