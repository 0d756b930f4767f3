"""One spelling per answer: "Vrouw " and "vrouw." are the same option, and so are "6" and "6,0"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from burgerdata.cellen import count_cells
from burgerdata.instruments.vraagregels import fold

_WHOLE = re.compile(r"([-+]?\d+)[.,]0{1,2}")
_TENTHS = re.compile(r"([-+]?\d+)[.,]0")
_ENDS = " .?!:\u00a0"
_DECIMALS = re.compile(r"[-+]?\d+[.,]\d+")


def unify_spelling(cellen: pd.Series, *, vast: Collection[str] = ()) -> dict[str, str]:
    """Return every different filled cell with the spelling that stands for it: the most used one, first among equals.

    Punctuation at the end makes no other answer, and a whole number with nought behind its comma is that number. A cell
    among ``vast``, the codes that a file gives a label, stands for itself.

    Examples
    --------
    >>> unify_spelling(pd.Series(["vrouw", "Vrouw ", "vrouw", "man", ""]))
    {'vrouw': 'vrouw', 'Vrouw ': 'vrouw', 'man': 'man'}
    >>> unify_spelling(pd.Series(["6,0", "7", "7,0"]))
    {'6,0': '6', '7': '7', '7,0': '7'}
    >>> unify_spelling(pd.Series(["goed", "Goed.", "goed"]))
    {'goed': 'goed', 'Goed.': 'goed'}
    """
    aantallen = {waarde: n for waarde, n in count_cells(cellen).items() if waarde.strip()}
    sleutels = {
        waarde: fold_eind(waarde) if waarde in vast else sleutel for waarde, sleutel in _key(aantallen)
    }
    groepen: dict[str, list[str]] = {}
    for waarde in aantallen:
        groepen.setdefault(sleutels[waarde], []).append(waarde)
    beste = {}
    for sleutel, vormen in groepen.items():
        gelijk = [vorm for vorm in vormen if fold_eind(vorm) == sleutel]
        # nobody need have written a number without its nought
        meest = max(gelijk, key=lambda vorm: (vorm in vast, aantallen[vorm]), default=sleutel)
        beste[sleutel] = " ".join(meest.split())
    return {waarde: beste[sleutels[waarde]] for waarde in aantallen}


def _key(waarden: Collection[str]) -> Iterable[tuple[str, str]]:
    """Yield each value with what it has in common with its other spellings; 9.00 beside 13.30 is a time."""
    gevouwen = {waarde: fold_eind(waarde) for waarde in waarden}
    met = [vouw for vouw in gevouwen.values() if _DECIMALS.fullmatch(vouw)]
    patroon = _WHOLE if all(_WHOLE.fullmatch(vouw) for vouw in met) else _TENTHS
    return ((waarde, drop_nought(vouw, patroon)) for waarde, vouw in gevouwen.items())


def drop_nought(tekst: str, patroon: re.Pattern[str] = _WHOLE) -> str:
    """Return a whole number without the noughts behind its comma, and any other text as it is.

    Examples
    --------
    >>> drop_nought("6,0"), drop_nought("6.5"), drop_nought("1.000"), drop_nought("ja")
    ('6', '6.5', '1.000', 'ja')
    """
    heel = patroon.fullmatch(tekst)
    return heel[1] if heel else tekst


def fold_eind(tekst: str) -> str:
    """Return a cell in which case, spaces and punctuation at its end make no difference.

    Examples
    --------
    >>> fold_eind("Zeer  goed!"), fold_eind(".5"), fold_eind("?")
    ('zeer goed', '.5', '?')
    """
    vouw = fold(tekst)
    return vouw.rstrip(_ENDS) or vouw


def fold_antwoord(label: object) -> str:
    """Return an answer in which case, spaces, punctuation at the ends and noughts behind a comma make no difference.

    Examples
    --------
    >>> fold_antwoord(" Zeer  tevreden. "), fold_antwoord("6,0")
    ('zeer tevreden', '6')
    """
    kaal = re.sub(r"\s+", " ", str(label)).strip(_ENDS).casefold()
    return drop_nought(kaal)


def merge_spellings(eigen: Sequence[str], elders: Iterable[str]) -> list[str]:
    """Return the answers of a column and those of ``elders`` that are not among them in another spelling.

    Examples
    --------
    >>> merge_spellings(["ja", "nee"], ["Nee", "Weet niet"])
    ['ja', 'nee', 'Weet niet']
    """
    samen = {drop_nought(fold_eind(antwoord)): antwoord for antwoord in eigen}
    extra: dict[str, str] = {}
    for antwoord in elders:
        sleutel = drop_nought(fold_eind(antwoord))
        if sleutel not in samen:
            extra.setdefault(sleutel, antwoord)
    return [*eigen, *extra.values()]


def find_common_start(teksten: Sequence[str]) -> str:
    """Return the letters with which all texts begin.

    Examples
    --------
    >>> find_common_start(["v3_1", "v3_2"])
    'v3_'
    """
    kortste, langste = min(teksten), max(teksten)
    for plek, teken in enumerate(kortste):
        if langste[plek : plek + 1] != teken:
            return kortste[:plek]
    return kortste


def list_spellings(cellen: pd.Series, *, vast: Collection[str] = ()) -> list[str]:
    """Return the different answers in a column, each in its most used spelling, in order of appearance."""
    return list(dict.fromkeys(unify_spelling(cellen, vast=vast).values()))
