"""The groups that a draft makes of ages and levels of education, as the sheet groepen of vragen.xlsx holds them."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Groepregel
from burgerdata.loading.drafts import Concept

_BANDS = ((18, 34, "18-34"), (35, 49, "35-49"), (50, 64, "50-64"), (65, 74, "65-74"), (75, 120, "75+"))
_EDUCATION = (("11", "12"), "laag (CBS)"), (("21",), "middelbaar (CBS)"), (("31", "32"), "hoog (CBS)")
_CBS_CODES = frozenset(["11", "12", "21", "31", "32"])


def draft_groepen(concepten: Sequence[Concept]) -> tuple[Groepregel, ...]:
    """Return age bands and three classes of education where single years and the five CBS codes were found."""
    vragen = [vraag for concept in concepten for vraag in concept.vragen]
    bezet = {vraag.vraag_id for vraag in vragen}
    leeftijd = next((vraag for vraag in vragen if _is_age(vraag)), None)
    opleiding = next((vraag for vraag in vragen if _is_education(vraag)), None)
    groepen: list[Groepregel] = []
    if leeftijd is not None and "leeftijdsgroep" not in bezet:
        groepen += [
            Groepregel("leeftijdsgroep", leeftijd.vraag_id, label, van=van, tot=tot)
            for van, tot, label in _BANDS
        ]
    if opleiding is not None:
        naam = "opleidingsniveau" if "opleiding" in bezet else "opleiding"
        groepen += [Groepregel(naam, opleiding.vraag_id, label, codes=codes) for codes, label in _EDUCATION]
    return tuple(groepen)


def _is_age(vraag: Vraag) -> bool:
    woorden = f"{vraag.vraag_id} {vraag.tekst}".casefold()
    return (
        vraag.soort == "getal" and vraag.rol == "kenmerk" and ("leeftijd" in woorden or "oud bent" in woorden)
    )


def _is_education(vraag: Vraag) -> bool:
    codes = {optie.code for optie in vraag.opties if optie.status == "geldig"}
    return vraag.soort == "een_antwoord" and codes >= _CBS_CODES
