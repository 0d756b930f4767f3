"""Which findings a report holds: the analyst's choice in ``teksten/keuze.md``, or else the kit's proposal."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from burgerdata.errors import Probleem
from burgerdata.report.texts import KEUZE

MEEST = 7
"""Findings in the main text of a report, at most."""
VOORSTEL = "keuze_voorstel.md"
_REGEL = re.compile(r"^[-*]?\s*([a-z][a-z0-9_]*)\b")


def read_keuze(folder: Path) -> tuple[str, ...]:
    """Return the names of the chosen findings in order; nothing when the analyst left the choice to the kit.

    A line of ``keuze.md`` begins with the name of a finding (``pr3``, ``bronnen``); what follows is for the reader, as
    are empty lines and lines that begin with ``#``.

    Examples
    --------
    >>> read_keuze(Path("bestaat_niet"))
    ()
    """
    pad = folder / KEUZE
    if not pad.is_file():
        return ()
    regels = pad.read_text("utf-8-sig").splitlines()
    namen = [match[1] for regel in regels if (match := _REGEL.match(regel.strip()))]
    return tuple(dict.fromkeys(namen))


def keep_keuze(keuze: tuple[str, ...], mogelijk: Collection[str]) -> tuple[str, ...]:
    """Return the first seven chosen findings that this report has.

    Examples
    --------
    >>> keep_keuze(("pr3", "prr4", "bronnen"), {"bronnen", "pr3"})
    ('pr3', 'bronnen')
    """
    return tuple(naam for naam in keuze if naam in mogelijk)[:MEEST]


def check_keuze(
    keuze: tuple[str, ...], mogelijk: Mapping[str, str], *, elders: Collection[str] = ()
) -> Iterator[Probleem]:
    """Yield every name that cannot be chosen, with the nearest one that can, and that more than seven are chosen.

    ``elders`` are findings with a chapter of their own, which the report always has.
    """
    waar = f"teksten/{KEUZE}"
    for naam in keuze:
        if naam in mogelijk:
            continue
        if naam in elders:
            yield Probleem(
                f"'{naam}' heeft in het rapport al een eigen hoofdstuk", "haal deze regel weg", waar
            )
        else:
            yield Probleem(f"'{naam}' is geen bevinding van dit rapport", _hint(naam, mogelijk), waar)
    te_veel = sum(naam in mogelijk for naam in keuze) - MEEST
    if te_veel > 0:
        wat = (
            f"er zijn {te_veel + MEEST} bevindingen gekozen, en alleen de eerste {MEEST} staan in het rapport"
        )
        yield Probleem(wat, f"kies er hoogstens {MEEST}", waar)


def _hint(naam: str, mogelijk: Mapping[str, str]) -> str:
    dichtbij = get_close_matches(naam, list(mogelijk), n=1, cutoff=0.4)
    keuze = f"kies uit {', '.join(mogelijk)}" if mogelijk else "er zijn nog geen bevindingen"
    return f"bedoelde u '{dichtbij[0]}'?" if dichtbij else keuze


def state_voorstel(gekozen: Mapping[str, str], andere: Mapping[str, str]) -> str:
    """Return the text of a proposal: the chosen findings as lines, the others as lines that are switched off."""
    kop = [
        f"# Kopieer dit bestand naar teksten/{KEUZE} om zelf te kiezen: één bevinding per regel, de drie",
        f"# belangrijkste eerst, hoogstens {MEEST}. Een regel met een # ervoor telt niet mee.",
        "",
    ]
    regels = [f"{naam}  {zin}" for naam, zin in gekozen.items()]
    uit = [f"# {naam}  {zin}" for naam, zin in andere.items()]
    return "\n".join([*kop, *regels, "", *uit, ""])
