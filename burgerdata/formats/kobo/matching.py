"""Which column of an export belongs to which question of a form, by name or label, with or without groups in front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from burgerdata.formats.kobo.headers import SEPARATORS, find_coordinate, is_fieldwork, is_personal
from burgerdata.formats.kobo.xlsform import OTHER, Formulier, Formvraag

MULTIPLE = "select_multiple"
_OTHER_ENDS = ("_other", "_Other", " other")
_MOST = 0.6


@dataclass(frozen=True)
class Plek:
    """What a column is of a question: its answer, one of its choices (``keuze``), or the text typed at "other"."""

    vraag: Formvraag
    keuze: str = ""
    is_anders: bool = False

    @property
    def sleutel(self) -> tuple[str, ...]:
        """What tells this place from others: groups, question, choice, own text."""
        return (*self.vraag.groepen, self.vraag.naam, self.keuze, str(self.is_anders))


def match_form(koppen: Sequence[str], formulier: Formulier) -> dict[int, Plek]:
    """Return column -> what it is; empty when most columns are not of this form."""
    namen = _list_names(formulier)
    gevonden: dict[int, Plek] = {}
    gezien: set[tuple[str, ...]] = set()
    gevraagd = 0
    for nummer, kop in enumerate(koppen):
        plek = next((een for een in namen.get(_fold(kop), ()) if een.sleutel not in gezien), None)
        if plek is not None:
            gevonden[nummer] = plek
            gezien.add(plek.sleutel)
        gevraagd += not (is_fieldwork(kop) or is_personal(kop) or find_coordinate(kop))
    eigen = sum(not is_fieldwork(koppen[nummer]) for nummer in gevonden)
    return gevonden if eigen and eigen >= _MOST * gevraagd else {}


def _list_names(formulier: Formulier) -> dict[str, list[Plek]]:
    """Return every name that a column may have, in lower case, with what it then is; the first question goes first."""
    namen: dict[str, list[Plek]] = {}
    for vraag in formulier.vragen:
        bases = list(dict.fromkeys(_list_bases(vraag)))
        for basis in bases:
            namen.setdefault(_fold(basis), []).append(Plek(vraag))
            for eind in _OTHER_ENDS if vraag.anders else ():
                namen.setdefault(_fold(basis + eind), []).append(Plek(vraag, is_anders=True))
        if vraag.soort == MULTIPLE:
            for basis, scheiding, (code, tekst) in product(
                bases, SEPARATORS, _list_choices(vraag, formulier)
            ):
                namen.setdefault(_fold(f"{basis}{scheiding}{tekst}"), []).append(Plek(vraag, keuze=code))
    return namen


def _list_bases(vraag: Formvraag) -> Iterator[str]:
    """Yield the names of a question: bare, with its groups, and the same in the labels of each language."""
    for scheiding in SEPARATORS:
        yield scheiding.join((*vraag.groepen, vraag.naam))
    yield vraag.naam
    if vraag.herhaling in vraag.groepen:
        binnen = vraag.groepen[vraag.groepen.index(vraag.herhaling) :]
        for scheiding in SEPARATORS:
            yield scheiding.join((*binnen, vraag.naam))
    for taal, tekst in vraag.teksten.items():
        groepen = [g.get(taal, "") or naam for g, naam in zip(vraag.groepteksten, vraag.groepen, strict=True)]
        for scheiding in SEPARATORS:
            yield scheiding.join((*groepen, tekst))
        yield tekst


def _list_choices(vraag: Formvraag, formulier: Formulier) -> Iterator[tuple[str, str]]:
    for code, teksten in formulier.keuzes.get(vraag.lijst, {}).items():
        yield code, code
        for tekst in teksten.values():
            yield code, tekst
    if vraag.anders:
        yield OTHER, OTHER


def _fold(kop: str) -> str:
    """Return a header for comparing: without case, needless spaces, and the stars around bold words."""
    return " ".join(kop.replace("**", "").split()).casefold()
