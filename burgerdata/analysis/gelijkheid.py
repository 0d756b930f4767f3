"""Whether two activities asked the same question: text, answers in order, and scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.inkorten import shorten
from burgerdata.errors import MethodeError
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.spelling import fold_antwoord


def refuse_verschil(gesteld: Sequence[Gevraagd]) -> None:
    """Raise MethodeError when these activities did not ask the same question; the difference is in the message.

    Upper and lower case, spaces and punctuation at the ends make no difference. Steps of an ordered scale that
    nobody chose in one wave may be absent there.
    """
    eerste = gesteld[0]
    verschillen = {ander.activiteit_id: find_verschil(eerste, ander) for ander in gesteld[1:]}
    anders = {naam: verschil for naam, verschil in verschillen.items() if verschil}
    if not anders:
        return
    naam, verschil = next(iter(anders.items()))
    gelijk = [g.activiteit_id for g in gesteld if g.activiteit_id not in anders]
    raad = (
        f"vergelijk alleen {' en '.join(gelijk)} met t.only(activiteit_id=[…])"
        if len(gelijk) > 1
        else "geef de vragen in vragen.xlsx elk een eigen vraag_id"
    )
    raise MethodeError(
        f"vraag '{eerste.vraag_id}' is in {eerste.activiteit_id} en {naam} niet dezelfde vraag: {verschil}; {raad}"
    )


def find_verschil(een: Gevraagd, ander: Gevraagd) -> str:
    """Return in Dutch what differs between two questions, empty when nothing does."""
    if een.soort != ander.soort:
        return f"soort {een.soort} en {ander.soort}"
    if normalise_tekst(een.vraag["tekst"]) != normalise_tekst(ander.vraag["tekst"]):
        return show_teksten(str(een.vraag["tekst"]), str(ander.vraag["tekst"]))
    if bool(een.vraag["omkeren"]) != bool(ander.vraag["omkeren"]):
        return "in de ene meting is hoog gunstig en in de andere ongunstig (omkeren)"
    return _compare_opties(een, ander)


def spell_alike(ander: Gevraagd, een: Gevraagd) -> Gevraagd:
    """Return a question with its answers spelled as another activity spells them: by their labels waves are compared.

    Two answers that only their spelling tells apart stay as they are.
    """
    labels = list(ander.opties["label"].astype("str"))
    zoals = {fold_antwoord(label): str(label) for label in een.opties["label"]}
    gespeld = [zoals.get(fold_antwoord(label), label) for label in labels]
    if gespeld == labels or len(set(gespeld)) < len(labels):
        return ander
    return replace(ander, opties=ander.opties.assign(label=pd.Series(gespeld, ander.opties.index, "str")))


def normalise_tekst(tekst: object) -> str:
    """Return a text in which case, spaces and punctuation at the ends make no difference."""
    return re.sub(r"\s+", " ", str(tekst)).strip(" .?!:\u00a0").casefold()


def show_teksten(een: str, ander: str) -> str:
    """Return both texts from the first word that differs."""
    links, rechts = een.split(), ander.split()
    gelijk = next(
        (nr for nr, (a, b) in enumerate(zip(links, rechts, strict=False)) if a != b),
        min(len(links), len(rechts)),
    )
    begin = max(gelijk - 3, 0)
    delen = [("… " if begin else "") + " ".join(woorden[begin:]) for woorden in (links, rechts)]
    return f"‘{shorten(delen[0], 90)}’ en ‘{shorten(delen[1], 90)}’"


def _compare_opties(een: Gevraagd, ander: Gevraagd) -> str:
    links, rechts = _list_opties(een.opties), _list_opties(ander.opties)
    if links == rechts:
        return ""
    schaal, tweede = een.vraag["schaal"], ander.vraag["schaal"]
    geordend = (pd.notna(schaal) and schaal == tweede) or _is_geordend(een, ander)
    if geordend and (_within(links, rechts) or _within(rechts, links)):
        return ""
    alleen = (
        [label for label, _ in links if label not in dict(rechts)],
        [label for label, _ in rechts if label not in dict(links)],
    )
    if not any(alleen):
        return "de antwoorden hebben een andere volgorde of een ander getal"
    delen = [", ".join(f"‘{label}’" for label in labels[:4]) for labels in alleen]
    return f"antwoorden die de andere niet heeft: {delen[0] or 'geen'} tegenover {delen[1] or 'geen'}"


def _is_geordend(een: Gevraagd, ander: Gevraagd) -> bool:
    """Return whether the answers are steps of one ordered scale by their words, such as altijd, meestal, soms."""
    meest = max((een.opties, ander.opties), key=len)
    return recognise_schaal(list(meest["label"].astype("str"))) is not None


def _list_opties(opties: pd.DataFrame) -> list[tuple[str, float | None]]:
    return [
        (fold_antwoord(label), None if pd.isna(waarde) else float(waarde))
        for label, waarde in zip(opties["label"], opties["waarde"], strict=True)
    ]


def _within(deel: list[tuple[str, float | None]], geheel: list[tuple[str, float | None]]) -> bool:
    """Return whether one list of options is the other with steps left out."""
    return [optie for optie in geheel if optie in deel] == deel
