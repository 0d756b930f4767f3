"""Of each finding the largest proven difference between groups is told, also where another subject parts them more."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from burgerdata.analysis import summarise_cijfer, summarise_stellingen, summarise_vraag
from burgerdata.findings import state_bevinding
from burgerdata.report.bevindinggroepen import list_groepen
from burgerdata.report.chapters.verschil import GEEN, tell_verschil
from burgerdata.report.groepsverschil import list_verschillen
from burgerdata.settings import Instellingen, Levering
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag

EENS = dict(zip("12345", ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"), strict=True))
WIE = [f"p{nr}" for nr in range(200)]


def maak(jong: str, oud: str, kenmerken: tuple[str, ...] = ("leeftijd",)) -> Traject:
    """Return a survey of 100 young and 100 old people: a statement by age, one that parts them more, and a choice."""
    leeftijd = {p: "jong" if nr < 100 else "oud" for nr, p in enumerate(WIE)}
    wijk = {p: "noord" if nr % 2 else "zuid" for nr, p in enumerate(WIE)}
    brieven = {p: {"jong": jong, "oud": oud}[leeftijd[p]][nr % 5] for nr, p in enumerate(WIE)}
    sterk = {p: {"jong": "11122", "oud": "44555"}[leeftijd[p]][nr % 5] for nr, p in enumerate(WIE)}
    kanaal = {p: {"jong": "aaaab", "oud": "abbbb"}[leeftijd[p]][nr % 5] for nr, p in enumerate(WIE)}
    vragen = [
        make_vraag("enq", "brieven", "stelling", brieven, opties=EENS, tekst="De brieven zijn duidelijk"),
        make_vraag("enq", "sterk", "stelling", sterk, opties=EENS, tekst="De bus rijdt op tijd"),
        make_vraag("enq", "kanaal", "een_antwoord", kanaal, opties={"a": "app", "b": "balie"}),
        make_vraag(
            "enq", "leeftijd", "een_antwoord", leeftijd, opties={"jong": "jong", "oud": "oud"}, rol="kenmerk"
        ),
        make_vraag(
            "enq", "wijk", "een_antwoord", wijk, opties={"noord": "noord", "zuid": "zuid"}, rol="kenmerk"
        ),
    ]
    vast = {"activiteiten": make_activiteit("enq", "enquete"), "deelnemers": make_deelnemers("enq", WIE)}
    levering = Levering("enq", "enquete", kenmerken=kenmerken)
    return Traject.from_tabellen(join(vast, *vragen), Instellingen(leveringen=(levering,)))


def tell(traject: Traject, kern: pd.DataFrame, **opties: bool) -> str:
    groepen = dict(list_groepen(traject, [], {"oordeel": kern}))
    opbrengst = SimpleNamespace(tabellen={"oordeel": kern, **groepen})
    antwoord = SimpleNamespace(kern="oordeel", tabellen={"oordeel": kern}, bevinding=state_bevinding(kern))
    return tell_verschil(opbrengst, antwoord, **opties)  # type: ignore[arg-type]


def test_a_smaller_proven_difference_is_told_of_the_finding_that_it_is_about() -> None:
    # young 2 2 3 4 4: 3.0, old 2 2 3 5 5: 3.4; the bus parts them by 3.2 and is the one that list_verschillen tells
    t = maak("22344", "22355")
    assert next(naam for naam, _ in list_verschillen(t)) == "verschil_enq_sterk_naar_leeftijd"
    kern = summarise_stellingen(t, vragen=["brieven"])
    ((naam, tabel),) = list_groepen(t, [], {"oordeel": kern})
    assert naam == "groepen_enq_brieven_naar_leeftijd"
    assert tabel.set_index("leeftijd")["gemiddelde"].round(1).to_dict() == {"jong": 3.0, "oud": 3.4}
    assert tell(t, kern).endswith("dan de rest eens met ‘De brieven zijn duidelijk’")


def test_what_one_trait_shows_and_two_do_not_is_told_as_such_and_not_in_the_first_sentences() -> None:
    # old 1 2 4 5 5: 3.4, so that t = 0.4 / 0.186 = 2.2 and p = 0.03: proven by one trait, 0.06 for two
    t = maak("22344", "12455", ("leeftijd", "wijk"))
    kern = summarise_stellingen(t, vragen=["brieven"])
    zin = tell(t, kern)
    assert zin.endswith("‘De brieven zijn duidelijk’ (na correctie voor twee kenmerken niet meer aangetoond)")
    assert tell(t, kern, alleen_vast=True) == GEEN
    ((_, tabel),) = list_groepen(t, [], {"oordeel": kern})
    assert read_toelichting(tabel).noten[-1].startswith("Het duidelijkste van twee kenmerken; na correctie")


@pytest.mark.parametrize("oud", ["22344", "22345"])
def test_of_what_may_be_chance_nothing_is_told(oud: str) -> None:
    t = maak("22344", oud, ("leeftijd", "wijk"))
    kern = summarise_stellingen(t, vragen=["brieven"])
    assert tell(t, kern) == GEEN
    assert dict(list_groepen(t, [], {"oordeel": kern})) == {}


def test_of_a_choice_who_differs_is_told_too() -> None:
    """Of the young 80 of 100 choose the app, of the old 20."""
    t = maak("22344", "22344")
    assert (
        tell(t, summarise_vraag(t, "kanaal"))
        == "Bij ‘jong’ antwoordt men op ‘Vraag kanaal’ vaker ‘app’ dan de rest"
    )


def test_what_holds_for_all_statements_that_were_compared_is_not_called_unproven() -> None:
    """The bus is chosen of four comparisons (two statements by two traits); the letters hold after correction for them."""
    t = maak("22334", "33455", ("leeftijd", "wijk"))
    verschillen = {naam: tabel for naam, tabel in list_verschillen(t) if naam.startswith("verschil_")}
    assert [naam.removeprefix("verschil_enq_") for naam in verschillen] == [
        "sterk_naar_leeftijd",
        "brieven_naar_leeftijd",
    ]
    assert (
        read_toelichting(verschillen["verschil_enq_brieven_naar_leeftijd"])
        .noten[-1]
        .startswith("Aangetoond na correctie voor 4 vergelijkingen")
    )
    for naam, tabel in verschillen.items():
        opbrengst = SimpleNamespace(tabellen=verschillen)
        antwoord = SimpleNamespace(kern=naam, tabellen={naam: tabel}, bevinding=state_bevinding(tabel))
        for alleen_vast in (False, True):
            zin = tell_verschil(opbrengst, antwoord, alleen_vast=alleen_vast)  # type: ignore[arg-type]
            assert zin == state_bevinding(tabel)


def test_one_comparison_in_two_tables_is_corrected_for_once() -> None:
    # as in the test of one trait above: p = 0.03, which would be 0.06 if the one trait were counted twice
    t = maak("22344", "12455")
    tabel = summarise_cijfer(t, "brieven", per="leeftijd")
    assert 0.025 < float(tabel["p_aangepast"].min()) < 0.05
    kern = summarise_stellingen(t, vragen=["brieven"])
    opbrengst = SimpleNamespace(tabellen={"oordeel": kern, "groepen_een": tabel, "eigen": tabel})
    antwoord = SimpleNamespace(kern="oordeel", tabellen={"oordeel": kern}, bevinding=state_bevinding(kern))
    assert tell_verschil(opbrengst, antwoord) == state_bevinding(tabel)  # type: ignore[arg-type]
