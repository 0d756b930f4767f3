"""Open questions that belong to an option: "anders, namelijk" is a question of its own, tied to the one above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Vraagregel, fold, make_slug
from burgerdata.shapes import Kolom

_SUFFIX = re.compile(r"[_. ]?(?:anders|other|and|overig|nml|namelijk|open|tekst|text)$", re.IGNORECASE)
_OPTION_NUMBER = re.compile(r"_\d{1,3}$")
_ANDERS = re.compile(r"\s*(?:(?:iets|een) )?(?:anders|andere|overig|other)\b", re.IGNORECASE)
_SPECIFY = r"(?:namelijk|nl|nml|te weten|please specify|specify|specificeer|vul in|licht toe|toelichting)"
_OTHER = rf"(?:(?:iets |een )?(?:anders?|andere?|overige?|other)(?: (?:antwoord|reden|optie|manier))?[\s,:;(.-]*{_SPECIFY}|(?:iets )?anders|namelijk|other)"
_ONLY_OTHER = re.compile(rf"\W*{_OTHER}[\W_]*\d{{0,2}}\W*", re.IGNORECASE)
"""A header or a text that says nothing but that an answer was missing: "Anders, namelijk"; "Overige opmerkingen" asks for more."""
_OTHER_BEHIND = re.compile(rf"[\s:;,/–—\[(-]+{_OTHER}\W*$", re.IGNORECASE)


def link_ouders(
    vragen: Sequence[Vraag], regels: Sequence[Vraagregel], kolommen: Sequence[Kolom] = ()
) -> list[Vraag]:
    """Return the questions with ouder_vraag_id and ouder_code: as the analyst says, the file, or the names of columns."""
    bij_kolom = {fold(kolom): vraag for vraag in vragen for kolom in vraag.kolommen}
    bij_kolom |= {fold(vraag.vraag_id): vraag for vraag in vragen}
    gezegd = {fold(regel.kolom): regel for regel in regels if regel.ouder_kolom}
    uit_bestand = {kolom.naam: kolom for kolom in kolommen if kolom.ouder_kolom}
    klaar = []
    for plek, vraag in enumerate(vragen):
        kolom = uit_bestand.get(vraag.kolommen[0])
        regel = gezegd.get(fold(vraag.kolommen[0]))
        if regel is not None:
            ouder = bij_kolom.get(fold(regel.ouder_kolom))
            klaar.append(_tie(vraag, ouder, _find_code(ouder, regel.ouder_code)))
        elif kolom is not None:
            klaar.append(_tie(vraag, bij_kolom.get(fold(kolom.ouder_kolom)), kolom.ouder_code))
        else:
            boven = vragen[plek - 1] if plek else None
            klaar.append(_guess_ouder(vraag, bij_kolom, boven))
    return klaar


def names_other(tekst: str) -> bool:
    """Return whether a question says nothing but that an answer of another one was missing.

    Examples
    --------
    >>> [names_other(tekst) for tekst in ("Anders, namelijk:", "Anders", "Overig, te weten", "Anders, namelijk_2")]
    [True, True, True, True]
    >>> [names_other(tekst) for tekst in ("Overige opmerkingen", "Wat moet anders?", "Overig", "Andere ideeën")]
    [False, False, False, False]
    """
    return _ONLY_OTHER.fullmatch(tekst) is not None


def _guess_ouder(vraag: Vraag, bij_kolom: dict[str, Vraag], boven: Vraag | None) -> Vraag:
    """Return a question tied to the option "anders" of the one that its header names, or of the one right above it."""
    if vraag.soort == "open" and boven is not None and names_other(vraag.kolommen[0]):
        return _tie_other(vraag, boven)
    kern = _SUFFIX.sub("", _OTHER_BEHIND.sub("", vraag.kolommen[0]))
    # Q2_5_TEXT belongs to option 5 of Q2
    namen = (fold(kern), make_slug(kern), fold(_OPTION_NUMBER.sub("", kern)))
    ouder = next((bij_kolom[naam] for naam in namen if naam in bij_kolom), None)
    if vraag.soort != "open" or ouder is None or ouder is vraag or kern == vraag.kolommen[0]:
        return vraag
    return _tie_other(vraag, ouder)


def _tie_other(vraag: Vraag, ouder: Vraag) -> Vraag:
    """Return a question tied to the option of another one that says "anders"; as it is where there is none."""
    code = next((optie.code for optie in ouder.opties if _ANDERS.match(optie.label)), "")
    return _tie(vraag, ouder, code) if code else vraag


def _tie(vraag: Vraag, ouder: Vraag | None, code: str) -> Vraag:
    return vraag if ouder is None else replace(vraag, ouder_vraag_id=ouder.vraag_id, ouder_code=code)


def _find_code(ouder: Vraag | None, gezegd: str) -> str:
    """Return the option that the analyst names by code or by label; empty when there is none like it."""
    if ouder is None:
        return ""
    for optie in ouder.opties:
        if fold(gezegd) in (fold(optie.code), fold(optie.label)):
            return optie.code
    return ""
