"""One vraag_id for one question: the same text in two deliveries gets the same name, another text another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Vraagregel, fold
from burgerdata.loading.drafts import Concept
from burgerdata.loading.gelijke_vragen import list_kern, strip_vraag


def unify_names(concepten: Sequence[Concept]) -> list[Concept]:
    """Return the drafts with vraag_ids that mean the same everywhere.

    A background trait keeps its name whatever the wording ("Leeftijd", "Wat is uw leeftijd?"): it is the trait that
    counts. Within one panel a question code keeps its name too, because a changed text is then seen and told.
    """
    bij_tekst: dict[str, str] = {}
    bezet: dict[str, tuple[str, str]] = {}
    klaar = []
    for concept in concepten:
        namen: dict[str, str] = {}
        for regel in concept.regels:
            if regel.vraag_id not in namen:
                naam = _choose(regel, bij_tekst, bezet)
                # Two questions of one delivery may have one text ("Toelichting"): they stay two.
                namen[regel.vraag_id] = regel.vraag_id if naam in namen.values() else naam
        klaar.append(_rename(concept, namen))
    return klaar


def share_golfvragen(concepten: Sequence[Concept]) -> list[Concept]:
    """Return the drafts; what a wave asks as an earlier one of its panel does, but for a code or a small word, has its vraag_id.

    Where a code, a scale behind it or a sign is all that differs it has its text too: it is the same question. Where words
    differ the texts stay, for whoever checks the folder is told.
    """
    eerder: dict[str, list[Vraagregel]] = {}
    klaar = []
    for concept in concepten:
        panel = concept.levering.panel
        if panel and concept.levering.meting:
            concept = _follow(concept, eerder.get(panel, []))
            eerder.setdefault(panel, []).extend(concept.regels)
        klaar.append(concept)
    return klaar


def _follow(concept: Concept, eerder: Sequence[Vraagregel]) -> Concept:
    """Return the draft of a wave with the names of the questions that one earlier wave asked likewise."""
    bezet = {regel.vraag_id for regel in concept.regels}
    namen: dict[str, str] = {}
    teksten: dict[str, str] = {}
    for regel in concept.regels:
        over = [
            lid
            for lid in eerder
            if lid.vraag_id not in bezet | set(namen.values()) and lid.soort == regel.soort
        ]
        passend = [lid for lid in over if list_kern(lid.tekst) == list_kern(regel.tekst) != ()]
        if regel.vraag_id not in namen and len({lid.vraag_id for lid in passend}) == 1:
            namen[regel.vraag_id] = passend[0].vraag_id
            if strip_vraag(passend[0].tekst) == strip_vraag(regel.tekst):
                teksten[regel.vraag_id] = passend[0].tekst
    regels = tuple(replace(regel, tekst=teksten.get(regel.vraag_id, regel.tekst)) for regel in concept.regels)
    return _rename(replace(concept, regels=regels), namen)


def _choose(regel: Vraagregel, bij_tekst: dict[str, str], bezet: dict[str, tuple[str, str]]) -> str:
    tekst = fold(regel.tekst)
    # Statements and long questions are recognised by their words; "Leeftijd" alone says too little.
    if tekst in bij_tekst:
        return bij_tekst[tekst]
    naam = regel.vraag_id
    ander = bezet.get(naam)
    if ander is not None and ander[0] != regel.levering and regel.rol != "kenmerk":
        naam = f"{regel.levering}_{naam}"
    bezet.setdefault(naam, (regel.levering, tekst))
    bij_tekst[tekst] = naam
    return naam


def _rename(concept: Concept, namen: dict[str, str]) -> Concept:
    regels = tuple(_rename_row(regel, namen) for regel in concept.regels)
    vragen = tuple(_rename_vraag(vraag, namen) for vraag in concept.vragen)
    return replace(concept, regels=regels, vragen=vragen)


def _rename_row(regel: Vraagregel, namen: dict[str, str]) -> Vraagregel:
    ouder = namen.get(regel.ouder_kolom, regel.ouder_kolom)
    return replace(regel, vraag_id=namen.get(regel.vraag_id, regel.vraag_id), ouder_kolom=ouder)


def _rename_vraag(vraag: Vraag, namen: dict[str, str]) -> Vraag:
    return replace(vraag, vraag_id=namen.get(vraag.vraag_id, vraag.vraag_id))
