"""Plain transcripts (.txt): a turn per labelled line, ``M: …``, ``R3: …``, ``[Naam] …``, with or without times."""

from __future__ import annotations

import re
from collections.abc import Collection

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.speakers import Regel, find_labels, list_kop, parse_turns
from burgerdata.formats.transcript_roles import add_rollen, count_deelnemers
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron, Gesprek

_MIN_SHARE = 0.15


def read_text(bron: Bron, *, blad: str = "", namen: Collection[str] = ()) -> list[Ruw]:
    """Return the one conversation of a text file; ``blad`` is not used, ``namen`` are people who are known to be there."""
    tekst, _ = decode_text(bron.inhoud)
    regels = [Regel(nummer, regel) for nummer, regel in enumerate(split_lines(tekst), start=1)]
    logboek = Logboek(bron.bestand, blad)
    beurten = parse_turns(regels, logboek, namen=namen)
    kop = list_kop(regels, beurten)
    gesprek = Gesprek(bron.bestand, "tekst", add_rollen(beurten, kop), blad, aantal=count_deelnemers(kop))
    return [Ruw(gesprek, count_lines(tekst), logboek)]


def split_lines(tekst: str) -> list[str]:
    """Return the lines of a text, whatever ends them."""
    return re.split(r"\r\n|\r|\n", tekst)


def count_lines(tekst: str) -> int:
    r"""Return how many lines of a text hold something, counted without cutting it into lines.

    Examples
    --------
    >>> count_lines("M: Welkom.\r\n \t\nR1: Dank u.\r")
    2
    """
    return len(re.findall(r"(?:^|[\r\n])[^\S\r\n]*\S", tekst))


def is_transcript(tekst: str) -> bool:
    r"""Return whether enough lines start with a speaker, and at least two speakers talk or one talks often.

    Examples
    --------
    >>> is_transcript("M: Welkom.\nR1: Dank u.\nM: Wat vindt u?"), is_transcript("naam;cijfer\nJa;7\nNee;8")
    (True, False)
    """
    regels = [regel for regel in split_lines(tekst[:200_000]) if regel.strip()]
    labels = find_labels(regels)
    if not labels:
        return False
    begint = sum(any(label in regel[:80] for label in labels) for regel in regels)
    return begint >= max(2, _MIN_SHARE * len(regels))
