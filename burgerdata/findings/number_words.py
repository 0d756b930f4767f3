"""Shares and small numbers in words, by fixed rules."""

from __future__ import annotations

from burgerdata.getallen import format_getal, format_procent, round_half_up

MINSTE_N = 50
"""Under this base a share is a percentage only."""
_WOORDEN = (
    (23, 27, "ongeveer 1 op de 4"),
    (31, 36, "ongeveer 1 op de 3"),
    (47, 53, "ongeveer de helft"),
    (64, 69, "ongeveer 2 op de 3"),
    (73, 77, "ongeveer 3 op de 4"),
    (95, 100, "bijna iedereen"),
)
_TELWOORDEN = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def say_aandeel(aandeel: float, n: int) -> str:
    """Return a share in words with the percentage in brackets, or the percentage alone.

    Examples
    --------
    >>> say_aandeel(0.34, 800), say_aandeel(0.34, 49), say_aandeel(0.42, 800)
    ('ongeveer 1 op de 3 (34%)', '34%', '42%')
    """
    procent = format_procent(aandeel)
    heel = round_half_up(float(f"{aandeel:.10g}") * 100)
    for laag, hoog, woorden in _WOORDEN:
        if n >= MINSTE_N and laag <= heel <= hoog:
            return f"{woorden} ({procent})"
    return procent


def say_mensen(aandeel: float, n: int, *, wie: str = "mensen") -> str:
    """Return who a share of people is: in words with the percentage in brackets, or the percentage of them.

    Examples
    --------
    >>> say_mensen(0.24, 800), say_mensen(0.5, 800), say_mensen(0.97, 800)
    ('ongeveer 1 op de 4 mensen (24%)', 'ongeveer de helft van de mensen (50%)', 'bijna iedereen (97%)')
    >>> say_mensen(0.42, 800, wie="deelnemers")
    '42% van de deelnemers'
    """
    woorden = say_aandeel(aandeel, n)
    kop, haakje, procent = woorden.partition(" (")
    if not haakje:
        return f"{woorden} van de {wie}"
    if "op de" in kop:
        return f"{kop} {wie} ({procent}"
    return woorden if kop == "bijna iedereen" else f"{kop} van de {wie} ({procent}"


def say_aantal(aantal: int) -> str:
    """Return a number up to twelve as a word.

    Examples
    --------
    >>> say_aantal(4), say_aantal(13), say_aantal(1483)
    ('vier', '13', '1.483')
    """
    return _TELWOORDEN[aantal] if 0 <= aantal < len(_TELWOORDEN) else format_getal(aantal)
