"""What most people judge badly is told before a mean, also where several judgements stand side by side."""

from __future__ import annotations

import pytest

from burgerdata.analysis import beantwoord, summarise_cijfer
from burgerdata.findings import state_bevinding
from burgerdata.findings.stellingen import measure_meerderheid
from burgerdata.settings import Drempels, Instellingen
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_vraag

TEVREDEN = dict(
    enumerate(
        ("zeer ontevreden", "ontevreden", "niet tevreden, niet ontevreden", "tevreden", "zeer tevreden"), 1
    )
)
OPTIES = {str(nr): label for nr, label in TEVREDEN.items()}


def make_taxi(wachten: str, chauffeurs: str) -> Traject:
    """A survey of a hundred people; each judgement is a letter per ten people: the step that they chose."""
    wie = [f"p{nr}" for nr in range(100)]

    def ask(naam: str, tekst: str, stappen: str, **velden: object) -> dict:
        antwoorden = {p: stappen[nr // 10] for nr, p in enumerate(wie)}
        return make_vraag("enq", naam, "schaal", antwoorden, tekst=tekst, kort="", **velden)

    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    delen = [
        {
            "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
            "deelnemers": make_deelnemers("enq", wie),
        },
        ask("cijfer", "Welk cijfer geeft u?", "7" * 10, opties=cijfers, gebruik="rapportcijfer"),
        ask(
            "chauffeurs",
            "Hoe tevreden bent u over de chauffeurs?",
            chauffeurs,
            opties=OPTIES,
            gebruik="tevredenheid",
        ),
        ask(
            "wachttijd",
            "Hoe tevreden bent u over de wachttijd?",
            wachten,
            opties=OPTIES,
            gebruik="tevredenheid",
        ),
        make_vraag(
            "enq",
            "vervoer",
            "een_antwoord",
            {p: "12"[nr % 2] for nr, p in enumerate(wie)},
            opties={"1": "taxi", "2": "bus"},
            tekst="Welk vervoer gebruikt u?",
        ),
        make_vraag(
            "enq",
            "fouten",
            "meer_antwoorden",
            {p: ["a"] if nr < 60 else ["b"] for nr, p in enumerate(wie)},
            opties={"a": "te laat", "b": "omrijden"},
            tekst="Wat gaat er wel eens mis? (meerdere antwoorden mogelijk)",
            kort="",
        ),
    ]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_the_worst_judged_of_two_satisfactions_is_the_finding() -> None:
    antwoord = beantwoord(make_taxi("1112223445", "4444445512"), "pr4")
    assert antwoord.bevinding == "60% van de mensen is ontevreden of zeer ontevreden over de wachttijd"
    assert measure_meerderheid(antwoord.tabellen["tevreden"]) == pytest.approx(0.6)
    andersom = beantwoord(make_taxi("4444445512", "1112223445"), "pr4")
    assert andersom.bevinding == "60% van de mensen is ontevreden of zeer ontevreden over de chauffeurs"


def test_without_a_bad_judgement_the_grade_is_the_finding() -> None:
    antwoord = beantwoord(make_taxi("4444445512", "4444445512"), "pr4")
    assert antwoord.bevinding == "Rapportcijfer is gemiddeld 7,0"
    assert measure_meerderheid(antwoord.tabellen["tevreden"]) == 0


def test_the_mean_of_a_scale_with_words_is_told_with_that_scale() -> None:
    # (3 x 1 + 3 x 2 + 3 + 2 x 4 + 5) / 10
    tabel = summarise_cijfer(make_taxi("1112223445", "4444445512"), "wachttijd")
    assert state_bevinding(tabel) == (
        "‘Hoe tevreden bent u over de wachttijd’ is gemiddeld 2,5 op een schaal van 1 tot 5"
    )
    assert "schaal" not in state_bevinding(summarise_cijfer(make_taxi("1" * 10, "1" * 10), "cijfer"))


def test_practice_is_told_by_what_goes_wrong_before_by_what_people_use() -> None:
    antwoord = beantwoord(make_taxi("4" * 10, "4" * 10), "pr6")
    assert antwoord.bevinding == "60% van de mensen kiest ‘te laat’ bij ‘Wat gaat er wel eens mis’"
