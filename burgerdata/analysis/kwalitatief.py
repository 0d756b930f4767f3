"""Which sources are talks: they give counts of people, never a percentage and never an interval."""

from __future__ import annotations

ALTIJD = ("focusgroep", "straatgesprek", "burgerdialoog", "burgerberaad", "community")
"""Talks with whoever was there: no sample, however many there were."""
GEMETEN = ("enquete", "klantpanel")
"""Where people are asked the same, so that a share says how often: elsewhere a theme is heard, however many there were."""
ALS_KLEIN = ("usability", "signaal")
SIGNAAL = "signaal"
"""Where a clerk filled in a category: a column of the delivery is no question that people answered."""
GROOTSTE = 30
"""The largest base at which usability tests and signals give counts only."""


def is_kwalitatief(instrument: str, basis: int) -> bool:
    """Return whether a source with this base gives counts only.

    Examples
    --------
    >>> is_kwalitatief("focusgroep", 31), is_kwalitatief("straatgesprek", 90), is_kwalitatief("enquete", 12)
    (True, True, False)
    """
    return instrument in ALTIJD or (instrument in ALS_KLEIN and basis <= GROOTSTE)


def is_ongetoetst(instrument: str, basis: int) -> bool:
    """Return whether nothing is tested in a source with this base: talks, and what people reported themselves.

    Examples
    --------
    >>> is_ongetoetst("signaal", 400), is_ongetoetst("usability", 40), is_ongetoetst("enquete", 40)
    (True, False, False)
    """
    return instrument == SIGNAAL or is_kwalitatief(instrument, basis)
