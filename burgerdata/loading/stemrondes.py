"""The files of a Polis conversation, which belong together: which they are, and what can be said from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.formats import Lezing
from burgerdata.formats.polis.headers import MODERATIE, STELLING, TEKST, TIJDSTIP
from burgerdata.instruments.vraagregels import Vraagregel
from burgerdata.loading.herkend import Herkend
from burgerdata.shapes import PERSOON, Tabel

_NAAM = re.compile(
    r"(?:comment-groups|participants?-votes|stats-history|comments|votes|summary|participation\w*)$",
    re.IGNORECASE,
)


def is_stembestand(herkend: Herkend) -> bool:
    """Return whether a file belongs to a Polis conversation."""
    return herkend.lezing is not None and herkend.lezing.formaat.startswith("polis_")


def group_stemrondes(herkend: Sequence[Herkend]) -> list[tuple[Herkend, ...]]:
    """Return the files of each conversation: those of one folder whose names begin alike, with votes among them."""
    series: dict[tuple[str, str], list[Herkend]] = {}
    for deel in herkend:
        pad = PurePosixPath(deel.bestand)
        kop = _NAAM.sub("", pad.stem) if _NAAM.search(pad.stem) else ""
        series.setdefault((str(pad.parent), kop), []).append(deel)
    return [tuple(leden) for leden in series.values() if find_tabel(leden, "polis_stemmen") is not None]


def find_tabel(leden: Sequence[Herkend], formaat: str) -> Tabel | None:
    """Return the table of this format among the files of a conversation."""
    lezingen: list[Lezing] = [lid.lezing for lid in leden if lid.lezing is not None]
    tabellen = [tabel for lezing in lezingen for tabel in lezing.tabellen]
    return next((tabel for tabel in tabellen if tabel.formaat == formaat), None)


def list_regels(leden: Sequence[Herkend], levering: str) -> tuple[Vraagregel, ...]:
    """Return a row for vragen.xlsx per statement that was not rejected, so that the analyst can give short names."""
    tabel = find_tabel(leden, "polis_stellingen")
    if tabel is None:
        return ()
    frame = tabel.frame
    if MODERATIE in frame:
        frame = frame[~pd.to_numeric(frame[MODERATIE], errors="coerce").lt(0)]
    nummers = pd.to_numeric(frame[STELLING], errors="coerce").sort_values(kind="stable").index
    paren = zip(frame[STELLING][nummers].str.strip(), frame[TEKST][nummers], strict=True)
    return tuple(
        Vraagregel(
            levering,
            nummer,
            tekst=" ".join(tekst.split()),
            soort="stelling",
            rol="inhoud",
            vraag_id=f"{levering}_{nummer}",
        )
        for nummer, tekst in paren
    )


def describe_stemmen(
    leden: Sequence[Herkend],
) -> tuple[int, int, tuple[pd.Timestamp, pd.Timestamp] | None]:
    """Return how many votes there are, of how many people, and from when to when."""
    tabel = find_tabel(leden, "polis_stemmen")
    if tabel is None:
        return 0, 0, None
    frame = tabel.frame
    mensen = frame.loc[frame[PERSOON].ne(""), PERSOON].nunique()
    if TIJDSTIP not in frame:
        return len(frame), mensen, None
    dagen = pd.to_datetime(pd.to_numeric(frame[TIJDSTIP], errors="coerce"), unit="s").dropna()
    return len(frame), mensen, (dagen.min().normalize(), dagen.max().normalize()) if len(dagen) else None
