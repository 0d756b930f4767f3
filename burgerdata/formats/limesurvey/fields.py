"""The columns that a LimeSurvey questionnaire gives in an export, each with its names in every kind of export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from burgerdata.formats.limesurvey.structure import Deelvraag, LimeVraag, Structuur

TICKS = ("M", "P")
RANKING = "R"
NUMBERS = ("N", "K")
TEXTS = ("S", "T", "U", "Q", ";")
STEPS = {"5": 5, "A": 5, "B": 10}
"""Scales without labels: their letter and number of steps."""
NOT_ASKED = ("X", "I", "|")
"""Text between questions, the choice of language, uploaded files."""
_OPEN_ENDED = ("other", "comment")
_FIXED = {
    "Y": {"Y": "Ja", "N": "Nee"},
    "G": {"F": "Vrouw", "M": "Man"},
    "C": {"Y": "Ja", "U": "Onzeker", "N": "Nee"},
    "E": {"I": "Meer", "S": "Gelijk", "D": "Minder"},
}
"""Answers that LimeSurvey offers itself."""
_GRIDS = ("A", "B", "C", "E", "F", "H", "1")


@dataclass(frozen=True)
class Veld:
    """One column: ``vraag`` and ``deel`` are the codes that its header is made of, ``schaal`` counts from 0.

    ``soort`` is LimeSurvey's letter, empty where only the header is known. ``labels`` maps code to label and
    ``vertaald`` a label in any language, in lower case, to its code.
    """

    vraag: str
    deel: str = ""
    schaal: str = ""
    soort: str = ""
    tekst: str = ""
    deeltekst: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    vertaald: dict[str, str] = field(default_factory=dict)
    sgqa: str = ""
    opgeteld: bool = False

    @property
    def code(self) -> str:
        """The name of the column with brackets, as in a CSV export: ``Q1[SQ001][2]``."""
        deel = f"[{self.deel}]" if self.deel else ""
        return f"{self.vraag}{deel}" + (f"[{int(self.schaal) + 1}]" if self.schaal else "")

    @property
    def em_code(self) -> str:
        """The name with underscores, as in VV files and with the option "expression manager code"."""
        return "_".join(stuk for stuk in (self.vraag, self.deel, self.schaal) if stuk)

    @property
    def kop(self) -> str:
        """The header in full text."""
        return f"{self.tekst} [{self.deeltekst}]" if self.deeltekst else self.tekst

    @property
    def is_anders(self) -> bool:
        """Whether the column holds what persons typed at "other"."""
        return self.deel == "other"

    @property
    def is_toelichting(self) -> bool:
        """Whether the column holds a comment beside a choice."""
        return self.deel.endswith("comment")

    @property
    def is_reeks(self) -> bool:
        """Whether the column is a row of a grid."""
        return self.soort in _GRIDS and bool(self.deel)


def list_velden(structuur: Structuur) -> list[Veld]:
    """Return the columns of an export of this questionnaire, in order."""
    return [veld for vraag in structuur.vragen for veld in _list_of(vraag, structuur.nummer)]


def _list_of(vraag: LimeVraag, enquete: str) -> Iterator[Veld]:
    stam = f"{enquete}X{vraag.groep}X{vraag.nummer}"
    rijen = [deel for deel in vraag.deelvragen if deel.schaal == "0"]
    if vraag.soort == RANKING:
        yield from _list_places(vraag, stam, rijen)
    elif vraag.soort == "1":
        koppen = {
            s: vraag.kenmerken.get(f"dualscale_header{letter}", "") for s, letter in (("0", "A"), ("1", "B"))
        }
        for deel, schaal in product(rijen, koppen):
            tekst = f"{deel.tekst}][{koppen[schaal]}" if koppen[schaal] else deel.tekst
            yield _make(vraag, f"{stam}{deel.code}#{schaal}", deel=deel.code, deeltekst=tekst, schaal=schaal)
    elif vraag.soort in (":", ";"):
        kolommen = [deel for deel in vraag.deelvragen if deel.schaal == "1"]
        for rij, kolom in product(rijen, kolommen):
            code, tekst = f"{rij.code}_{kolom.code}", f"{rij.tekst}][{kolom.tekst}"
            yield _make(vraag, f"{stam}{code}", deel=code, deeltekst=tekst)
    else:
        yield from _list_rows(vraag, stam, rijen)


def _list_places(vraag: LimeVraag, stam: str, rijen: Sequence[Deelvraag]) -> Iterator[Veld]:
    labels = vraag.antwoorden.get("0", {}) or {deel.code: deel.tekst for deel in rijen}
    for plek in range(1, len(labels) + 1):
        yield _make(vraag, f"{stam}{plek}", deel=str(plek), deeltekst=f"Rank {plek}", labels=labels)


def _list_rows(vraag: LimeVraag, stam: str, rijen: Sequence[Deelvraag]) -> Iterator[Veld]:
    if not rijen:
        yield _make(vraag, stam)
    for deel in rijen:
        yield _make(vraag, f"{stam}{deel.code}", deel=deel.code, deeltekst=deel.tekst)
        if vraag.soort == "P":
            yield _make(vraag, f"{stam}{deel.code}comment", deel=f"{deel.code}comment", deeltekst=deel.tekst)
    if vraag.anders:
        yield _make(vraag, f"{stam}other", deel="other", deeltekst=vraag.anders)
    if vraag.soort == "O":
        yield _make(vraag, f"{stam}comment", deel="comment", deeltekst="toelichting")


def _make(
    vraag: LimeVraag,
    sgqa: str,
    *,
    deel: str = "",
    deeltekst: str = "",
    schaal: str = "",
    labels: dict[str, str] | None = None,
) -> Veld:
    open_ended = deel.endswith(_OPEN_ENDED)
    eigen = labels or _FIXED.get(vraag.soort) or vraag.antwoorden.get(schaal or "0", {})
    if vraag.anders and not deel:
        eigen = {**eigen, "-oth-": vraag.anders}
    return Veld(
        vraag=vraag.code,
        deel=deel,
        schaal=schaal,
        soort=vraag.soort,
        tekst=vraag.tekst,
        deeltekst=deeltekst,
        labels={} if open_ended or vraag.soort in TICKS else eigen,
        vertaald={} if open_ended else vraag.vertaald.get(schaal or "0", {}),
        sgqa=sgqa,
        opgeteld=vraag.soort == ":" and vraag.kenmerken.get("multiflexible_checkbox") == "1",
    )
