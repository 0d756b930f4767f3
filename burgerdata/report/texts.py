"""The analyst's own words in ``teksten/``: titles and paragraphs, with numbers by name.

``teksten/<naam>.md`` belongs to a chapter or a report question: ``samenvatting``, ``waarover``, ``wie``, ``oneens``, ``veranderd``, ``proces``, ``projectleider``,
``vervolg``, ``onbekend``, or the id of a report question (``pr4``). A first line ``# …`` is the title; paragraphs are separated
by an empty line. ``{pr4_cijfer_totaal.gemiddelde}`` is replaced by a number from the report's list of numbers.
``teksten/keuze.md`` is no text: it names the findings of the report (``report/choice.py``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path

from burgerdata.errors import ContractError, Probleem

HOOFDSTUKKEN = (
    "samenvatting",
    "waarover",
    "wie",
    "oneens",
    "veranderd",
    "proces",
    "vervolg",
    "onbekend",
    "projectleider",
)
KEUZE = "keuze.md"
"""The file in ``teksten/`` that names the findings of the report."""
_NAAM = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+)\}")


@dataclass(frozen=True)
class Tekst:
    """What the analyst wrote for one place: a title (may be empty) and paragraphs.

    ``getallen`` holds the numbers that the text names, as this report prints them; ``versie`` changes with every word
    of the text, and ``nakijken`` says which of its numbers changed since the text was written.
    """

    titel: str
    alineas: tuple[str, ...]
    getallen: Mapping[str, str] = field(default_factory=dict)
    versie: str = ""
    nakijken: tuple[str, ...] = ()


def read_teksten(folder: Path, bekend: tuple[str, ...], getallen: Mapping[str, str]) -> dict[str, Tekst]:
    """Return the analyst's texts by name, numbers filled in; an absent folder gives none.

    Raises
    ------
    ContractError
        For every file whose name no chapter or question has, and every number that the report does not hold, each
        with the nearest name that does exist.
    """
    problemen: list[Probleem] = []
    teksten: dict[str, Tekst] = {}
    for pad in sorted(folder.glob("*.md")):
        if pad.name == KEUZE:
            continue
        if pad.stem not in bekend:
            problemen.append(
                Probleem("hoort bij geen onderdeel", _hint(pad.stem, bekend), f"teksten/{pad.name}")
            )
            continue
        inhoud = pad.read_text("utf-8-sig").replace("\r\n", "\n")
        problemen += _unknown_numbers(inhoud, pad.name, getallen)
        genoemd = {naam: getallen[naam] for naam in _NAAM.findall(inhoud) if naam in getallen}
        tekst = _split(_NAAM.sub(lambda m: getallen.get(m[1], m[0]), inhoud))
        teksten[pad.stem] = replace(
            tekst, getallen=genoemd, versie=hashlib.sha256(inhoud.encode()).hexdigest()[:16]
        )
    if problemen:
        raise ContractError(problemen)
    return teksten


def _split(inhoud: str) -> Tekst:
    regels = inhoud.strip().split("\n")
    titel = regels[0].lstrip("# ").strip() if regels[0].startswith("#") else ""
    lopend = "\n".join(regels[1:] if titel else regels)
    alineas = (" ".join(alinea.split()) for alinea in re.split(r"\n\s*\n", lopend))
    return Tekst(titel, tuple(alinea for alinea in alineas if alinea and not alinea.startswith("<!--")))


def _unknown_numbers(inhoud: str, bestand: str, getallen: Mapping[str, str]) -> list[Probleem]:
    return [
        Probleem(
            f"het getal '{{{naam}}}' staat niet in dit rapport",
            _hint(naam, tuple(getallen)),
            f"teksten/{bestand}",
            rij=nummer,
        )
        for nummer, regel in enumerate(inhoud.split("\n"), 1)
        for naam in _NAAM.findall(regel)
        if naam not in getallen
    ]


def _hint(naam: str, bekend: tuple[str, ...]) -> str:
    dichtbij = get_close_matches(naam, bekend, n=1, cutoff=0.4)
    return f"bedoelde u '{dichtbij[0]}'?" if dichtbij else "zie getallen.csv in de map van een rapport"
