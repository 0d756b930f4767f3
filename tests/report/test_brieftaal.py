"""The letter says in plain words what a list of decisions has in fields."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.report.blocks import Alinea
from burgerdata.report.brieftaal import tell_motivering
from burgerdata.report.terugkoppeling import compose_terugkoppeling


@pytest.mark.parametrize(
    ("stand", "zin"),
    [
        ("gereed", "Dit is klaar."),
        ("Is inmiddels uitgevoerd.", "Dit is klaar."),
        ("wordt uitgevoerd", "Hieraan wordt gewerkt."),
        ("wordt nog uitgevoerd", "Hoe ver het is: wordt nog uitgevoerd."),
        ("nog uitgevoerd", "Hoe ver het is: nog uitgevoerd."),
        ("gesloten", "Hoe ver het is: gesloten."),
        ("loopt nog", "Hieraan wordt gewerkt."),
        ("in uitvoering genomen", "Hieraan wordt gewerkt."),
        ("nog niet", "Dit is nog niet uitgevoerd."),
        ("deels", "Dit is voor een deel uitgevoerd."),
        ("komt te vervallen", "Dit gaat niet door."),
        ("uitgesteld", "Dit is uitgesteld."),
        ("uitgesteld tot de zomer", "Hoe ver het is: uitgesteld tot de zomer."),
        ("wacht op de vergunning.", "Hoe ver het is: wacht op de vergunning."),
    ],
)
def test_how_far_something_is_becomes_a_sentence_and_no_state_of_a_project(stand: str, zin: str) -> None:
    assert tell_motivering(f"te duur; uitvoering: {stand}") == ["Waarom: te duur.", zin]


@pytest.mark.parametrize(("stand", "zin"), [("gereed", "Dit is klaar."), ("gestopt", "Dit gaat niet door.")])
def test_of_what_is_done_or_dropped_no_planning_is_told(stand: str, zin: str) -> None:
    assert tell_motivering(f"uitvoering: {stand}; wanneer: Q1 2027", overgenomen=True) == [zin]


@pytest.mark.parametrize(
    ("moment", "zin"),
    [
        ("Q1 2027", "Planning: eerste kwartaal van 2027."),
        ("q4 van 2026", "Planning: vierde kwartaal van 2026."),
        ("15 juni 2026", "Planning: 15 juni 2026."),
        ("Q-koorts", "Planning: Q-koorts."),
    ],
)
def test_a_planning_is_no_promise_and_a_quarter_is_told_in_words(moment: str, zin: str) -> None:
    assert tell_motivering(f"wanneer: {moment}") == [zin]


@pytest.mark.parametrize("kop", ["reactie", "antwoord", "standpunt", "kabinetsreactie"])
def test_an_answer_in_prose_is_told_as_the_answer_with_the_reason_behind_it(kop: str) -> None:
    zinnen = ["Het antwoord: Mooi idee.", "Waarom: past in het plan."]
    assert tell_motivering(f"{kop}: Mooi idee; past in het plan", overgenomen=True) == zinnen


def test_a_reason_with_a_semicolon_or_a_colon_of_its_own_stays_as_it_was_written() -> None:
    assert tell_motivering("te duur; let op: ook te laat!") == ["Waarom: te duur; let op: ook te laat!"]


def test_a_letter_has_no_field_of_the_list_in_it() -> None:
    redenen = [
        "versie 2 met 6 vragen minder; uitvoering: gereed; wanneer: 1 november 2026",
        "5 jaar haalbaar; uitvoering: loopt; wanneer: Q1 2027",
        "landelijke regeling; uitvoering: vervallen; in de lijst bij wanneer: Q1 2027",
        "besluit: Er komt een loket; past in het plan; nog niet uitgevoerd",
        None,
    ]
    status = ["overgenomen", "deels_overgenomen", "niet_overgenomen", "overgenomen", "in_behandeling"]
    punten = {"inbreng_id": list("abcde"), "samenvatting": list("ABCDE"), "status": status}
    inbreng = pd.DataFrame(punten | {"motivering": redenen})
    brief = compose_terugkoppeling(make_example().replace_tabellen(doorwerking=inbreng), date(2026, 11, 25))
    tekst = {b.kop: b.tekst for b in brief.blokken if isinstance(b, Alinea) and b.kop}
    assert tekst == {
        "A.": "Wat wij doen: versie 2 met 6 vragen minder. Dit is klaar.",
        "B.": "Waarom: 5 jaar haalbaar. Hieraan wordt gewerkt. Planning: eerste kwartaal van 2027.",
        "C.": "Waarom: landelijke regeling. Dit gaat niet door.",
        "D.": "Dit is besloten: Er komt een loket. Waarom: past in het plan. Dit is nog niet uitgevoerd.",
        "E.": "",
    }
