"""How wide and high a text is in points, and where it must be broken to fit: measured in the font, not guessed."""

from __future__ import annotations

import re
from functools import lru_cache

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

from burgerdata.figures.formaat import REGEL

ZACHT = "\u00ad"
"""The soft hyphen: where a word may be broken."""
_SPELING = 1.02
"""Room for the difference between the outline of a letter and how a screen draws it."""


def measure_breedte(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """Return the width of the widest line of the text, in points.

    Examples
    --------
    >>> measure_breedte("breed", 18) > 1.9 * measure_breedte("breed", 9)
    True
    """
    letters = _letters()
    spatie = _measure_woord("i i", grootte, vet, letters) - _measure_woord("ii", grootte, vet, letters)
    breedtes = []
    for regel in tekst.split("\n"):
        woorden = regel.split(" ")
        som = sum(_measure_woord(woord, grootte, vet, letters) for woord in woorden if woord)
        breedtes.append(som + spatie * (len(woorden) - 1))
    return _SPELING * max(breedtes)


def _letters() -> tuple[str, ...]:
    return tuple(mpl.rcParams["font.family"])


@lru_cache(maxsize=20_000)
def _measure_woord(woord: str, grootte: float, vet: bool, letters: tuple[str, ...]) -> float:
    """Return the width of one word; shaping it is slow, and the same words come back in every figure."""
    letter = FontProperties(family=list(letters), size=grootte, weight="bold" if vet else "normal")
    return float(text_to_path.get_text_width_height_descent(woord, letter, False)[0])


def measure_hoogte(tekst: str, grootte: float) -> float:
    r"""Return the height of the text with its line breaks, in points; nothing for an empty text.

    Examples
    --------
    >>> round(measure_hoogte("een", 10), 1), round(measure_hoogte("twee\nregels", 10), 1)
    (13.0, 26.0)
    """
    return (tekst.count("\n") + 1) * REGEL * grootte if tekst else 0.0


def wrap_tekst(tekst: str, breedte: float, grootte: float, *, vet: bool = False) -> str:
    r"""Return the text broken into lines that fit the width; a word that does not fit is broken with a hyphen.

    Examples
    --------
    >>> wrap_tekst("aangifte doen", 60, 9)
    'aangifte\ndoen'
    """
    return _wrap(tekst, breedte, grootte, vet, _letters())


@lru_cache(maxsize=5_000)
def _wrap(tekst: str, breedte: float, grootte: float, vet: bool, letters: tuple[str, ...]) -> str:
    """Return the wrapped text; it is asked for when a figure is laid out and again when it is drawn, in these letters."""
    regels: list[str] = []
    for woord in _split_words(replace_onbekend(tekst), breedte, grootte, vet):
        langer = f"{regels[-1]}{woord}" if regels else woord
        if regels and measure_breedte(_end_line(langer), grootte, vet=vet) <= breedte:
            regels[-1] = langer
        else:
            regels.append(woord.lstrip())
    return "\n".join(map(_end_line, regels))


def _end_line(regel: str) -> str:
    """Return a line as it is printed: a soft hyphen is seen at the end only."""
    kaal = regel.strip()
    return kaal[:-1].replace(ZACHT, "") + "-" if kaal.endswith(ZACHT) else kaal.replace(ZACHT, "")


def balance_tekst(tekst: str, breedte: float, grootte: float, *, vet: bool = False) -> str:
    r"""Return the text wrapped in as few lines as it needs, of about the same length: no single word on the last line.

    Examples
    --------
    >>> balance_tekst("een twee drie vier vijf", 75, 9)
    'een twee\ndrie vier vijf'
    """
    beste = wrap_tekst(tekst, breedte, grootte, vet=vet)
    for deel in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55):
        smaller = wrap_tekst(tekst, breedte * deel, grootte, vet=vet)
        if smaller.count("\n") != beste.count("\n"):
            break
        beste = smaller
    return beste


def replace_onbekend(tekst: str) -> str:
    r"""Return the text on one line, with "□" for every sign that the font cannot draw, such as an emoji.

    Examples
    --------
    >>> replace_onbekend("fijn \U0001F98A\n hoor")
    'fijn □ hoor'
    """
    tekens = _drawable()
    return " ".join(
        "".join(
            teken if ord(teken) in tekens or teken.isspace() or teken == ZACHT else "□" for teken in tekst
        ).split()
    )


@lru_cache(maxsize=1)
def _drawable() -> frozenset[int]:
    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())


def _split_words(tekst: str, breedte: float, grootte: float, vet: bool) -> list[str]:
    """Return the pieces between which a line may break, each with the space before it."""
    stukken = re.split(rf"(?<=[/{ZACHT}-])(?=[^\W\d])|(?=\s)", tekst)
    return [deel for stuk in stukken if stuk for deel in _break_word(stuk, breedte, grootte, vet)]


def _break_word(woord: str, breedte: float, grootte: float, vet: bool) -> list[str]:
    if measure_breedte(woord.strip(), grootte, vet=vet) <= breedte or len(woord.strip()) < 4:
        return [woord]
    past = next(
        (
            plek
            for plek in range(len(woord) - 2, 2, -1)
            if measure_breedte(f"{woord[:plek].strip()}-", grootte, vet=vet) <= breedte
        ),
        3,
    )
    return [f"{woord[:past]}-", *_break_word(woord[past:], breedte, grootte, vet)]
