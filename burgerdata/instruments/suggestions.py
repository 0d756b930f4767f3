"""The name that was probably meant, for error messages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MOST_NAMES = 12


def suggest(naam: str, keuzes: Iterable[str]) -> str:
    """Return "bedoelde u 'x'?" for the most similar choice, else the choices themselves.

    Examples
    --------
    >>> suggest("respondnt", ["respondent", "cijfer"]), suggest("zzz", ["a", "b"])
    ("bedoelde u 'respondent'?", 'kies uit a, b')
    """
    lijst = list(dict.fromkeys(keuzes))
    klein = {keuze.casefold(): keuze for keuze in reversed(lijst)}
    lijkt = difflib.get_close_matches(naam.casefold(), klein, n=1, cutoff=0.6)
    if lijkt:
        return f"bedoelde u '{klein[lijkt[0]]}'?"
    meer = ", …" if len(lijst) > _MOST_NAMES else ""
    return f"kies uit {', '.join(lijst[:_MOST_NAMES])}{meer}" if lijst else "haal deze regel weg"
