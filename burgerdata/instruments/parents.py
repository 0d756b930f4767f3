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
_ANDERS = re.compile(r"\s*(?:anders|andere|overig|other)\b", re.IGNORECASE)


def link_ouders(
    vragen: Sequence[Vraag], regels: Sequence[Vraagregel], kolommen: Sequence[Kolom] = ()
) -> list[Vraag]:
    """Return the questions with ouder_vraag_id and ouder_code: as the analyst says, the file, or the names of columns."""
    bij_kolom = {fold(kolom): vraag for vraag in vragen for kolom in vraag.kolommen}
    bij_kolom |= {fold(vraag.vraag_id): vraag for vraag in vragen}
    gezegd = {fold(regel.kolom): regel for regel in regels if regel.ouder_kolom}
    uit_bestand = {kolom.naam: kolom for kolom in kolommen if kolom.ouder_kolom}
    klaar = []
    for vraag in vragen:
        kolom = uit_bestand.get(vraag.kolommen[0])
        regel = gezegd.get(fold(vraag.kolommen[0]))
        if regel is not None:
            ouder = bij_kolom.get(fold(regel.ouder_kolom))
            klaar.append(_tie(vraag, ouder, _find_code(ouder, regel.ouder_code)))
        elif kolom is not None:
            klaar.append(_tie(vraag, bij_kolom.get(fold(kolom.ouder_kolom)), kolom.ouder_code))
        else:
            klaar.append(_guess_ouder(vraag, bij_kolom))
    return klaar


def _guess_ouder(vraag: Vraag, bij_kolom: dict[str, Vraag]) -> Vraag:
    kern = _SUFFIX.sub("", vraag.kolommen[0])
    # Q2_5_TEXT belongs to option 5 of Q2
    namen = (fold(kern), make_slug(kern), fold(_OPTION_NUMBER.sub("", kern)))
    ouder = next((bij_kolom[naam] for naam in namen if naam in bij_kolom), None)
    if vraag.soort != "open" or ouder is None or ouder is vraag or kern == vraag.kolommen[0]:
        return vraag
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
