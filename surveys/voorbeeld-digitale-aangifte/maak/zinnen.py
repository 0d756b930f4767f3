"""Open answers built from the sentences of zinnen.txt: one or two themes, a cause, a closing, and typing errors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from maak.loting import Loting

_KOP = re.compile(r"\[(?P<naam>[a-zçé .]+)\]")
_FOUTEN = (
    (r"\bmijn\b", "me"),
    (r"\bgebeurd\b", "gebeurt"),
    (r"\bwordt\b", "word"),
    (r"\bhun\b", "hen"),
    (r"\bformulier\b", "formulieren"),
    (r"\bverzekering\b", "verzekring"),
    (r"\baangifte\b", "aangfite"),
    (r"\baangifte\b", "aangifte formulier"),
    (r"\bpolitie\b", "polite"),
    (r"\bgeholpen\b", "gehlpen"),
    (r"\bwerkte\b", "werkten"),
    (r"\bik\b", "Ik"),
    (r"\been\b", "n"),
)


def read_zinnen(pad: Path) -> dict[str, list[str]]:
    """Return the sentences per heading of zinnen.txt."""
    gevonden: dict[str, list[str]] = {}
    naam = ""
    for regel in pad.read_text(encoding="utf-8").splitlines():
        kop = _KOP.fullmatch(regel)
        if kop and kop["naam"] != "gelach":
            naam = kop["naam"]
            gevonden[naam] = []
        elif regel and not regel.startswith("#"):
            gevonden[naam].append(regel)
    return gevonden


class Schrijver:
    """Builds answers; keeps count, so that the same words return as rarely as can be."""

    def __init__(self, loting: Loting, zinnen: dict[str, list[str]]) -> None:
        self._loting = loting
        self._zinnen = zinnen
        self._gebruikt: Counter[tuple[str, str]] = Counter()

    def zin(self, kop: str) -> str:
        """Return one of the least used sentences under a heading."""
        lijst = self._zinnen[kop]
        minst = min(self._gebruikt[kop, zin] for zin in lijst)
        gekozen = self._loting.kies([zin for zin in lijst if self._gebruikt[kop, zin] == minst])
        self._gebruikt[kop, gekozen] += 1
        return gekozen

    def antwoord(self, themas: Sequence[str], gebruik: str, *, fouten: float = 0.15) -> str:
        """Return an answer of which the themes are known; ``gebruik`` is ervaring or moet."""
        delen = [self.zin(f"{thema} {gebruik}") for thema in themas or ("geen thema",)]
        tekst = self._loting.kies((", ", " en ", ". ", ", ook ") if gebruik == "moet" else (", ", ". ", " en ")).join(delen)
        if themas and self._loting.kans(0.35 if gebruik == "ervaring" else 0.06):
            tekst = f"{self.zin('aanleiding')}{self._loting.kies(('. ', ', ') if gebruik == 'ervaring' else ('. ',))}{tekst}"
        if self._loting.kans(0.25):
            tekst = f"{tekst}{self._loting.kies(('. ', ', ', '... '))}{self.zin('slot')}"
        return self._schrijfwijze(tekst, fouten)

    def _schrijfwijze(self, tekst: str, fouten: float) -> str:
        """Return the text with the habits of a hurried writer: lower case mostly, now and then an error."""
        if self._loting.kans(fouten):
            tekst = self._verschrijf(tekst) if self._loting.kans(0.5) else self._vertik(tekst)
        if self._loting.kans(0.35):
            tekst = re.sub(r"(^|[.] )(\w)", lambda m: m[1] + m[2].upper(), tekst) + "."
        elif self._loting.kans(0.04):
            tekst = tekst.upper()
        elif self._loting.kans(0.06):
            tekst += self._loting.kies(("!!", "!", "  ", " :("))
        return tekst

    def _verschrijf(self, tekst: str) -> str:
        """Return the text with one common spelling error, where a word lends itself to it."""
        passend = [(patroon, fout) for patroon, fout in _FOUTEN if re.search(patroon, tekst)]
        if not passend:
            return tekst
        patroon, fout = self._loting.kies(passend)
        return re.sub(patroon, fout, tekst, count=1)

    def _vertik(self, tekst: str) -> str:
        """Return the text with two letters of one long word swapped, or one of them dropped."""
        lang = [gevonden.span() for gevonden in re.finditer(r"[a-z]{6,}", tekst)]
        if not lang:
            return tekst
        begin, eind = self._loting.kies(lang)
        plek = self._loting.geheel(begin + 1, eind - 3)
        paar = tekst[plek + 1] + tekst[plek] if self._loting.kans(0.6) else tekst[plek]
        return tekst[:plek] + paar + tekst[plek + 2 :]

    def niets(self) -> str:
        """Return a non-answer such as 'nvt'."""
        return self._loting.kies(self._zinnen["geen antwoord"])

    def vreemd(self) -> str:
        """Return an answer in English or Turkish."""
        return self.zin("english" if self._loting.kans(0.6) else "turkce")
