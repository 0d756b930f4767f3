"""What is put forward as a finding: tested and large before small, the bad news before a mean, a subject once."""

from dataclasses import replace

import pytest

from burgerdata.report.blocks import Alinea, Kop, Opsomming
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_bevindingen
from burgerdata.report.chapters.strength import measure_omvang, measure_sterkte, rank_bevinding, says_nothing
from burgerdata.report.chapters.veranderd import build


@pytest.fixture(scope="module")
def mogelijk(opbrengst):
    return list_bevindingen(opbrengst)


def test_the_size_of_a_finding_is_that_of_its_own_table(mogelijk):
    assert measure_omvang(mogelijk["pr9"]) == pytest.approx((4.454 - 2.334) / 4, abs=0.001)
    assert measure_omvang(mogelijk["dv3"]) == pytest.approx(4 / 12)
    assert measure_omvang(mogelijk["ev4"]) == pytest.approx(21 / 39)


def test_a_grade_goes_before_what_few_people_say_and_behind_what_many_say(mogelijk):
    assert measure_omvang(mogelijk["ev5"]) < measure_omvang(mogelijk["pr4"]) < measure_omvang(mogelijk["bo2"])


def test_that_nothing_was_found_is_no_finding_where_three_things_were(opbrengst):
    niets = {naam: a for naam, a in list_bevindingen(opbrengst).items() if says_nothing(a)}
    assert "pr7" in niets
    assert not {a.id for a in choose_bevindingen(opbrengst)} & set(niets)
    kaal = {
        naam: tabel
        for naam, tabel in opbrengst.tabellen.items()
        if naam != "bronnen" and not naam.startswith(("oordeel_", "verschil_", "telling_"))
    }
    weinig = replace(opbrengst, antwoorden={"pr7": opbrengst.antwoorden["pr7"]}, tabellen=kaal)
    assert "pr7" in {a.id for a in choose_bevindingen(weinig)}


def test_what_most_judge_badly_goes_before_what_most_judge_well(mogelijk):
    # 54% hear nothing of what is done with it and 16% do; 55% know what to do and 15% do not.
    assert measure_omvang(mogelijk["pr6"]) == pytest.approx(0.54 - 0.16, abs=0.01)
    assert measure_omvang(mogelijk["dv7"]) == pytest.approx((0.55 - 0.15) / 2, abs=0.01)
    assert rank_bevinding(mogelijk["pr6"]) < rank_bevinding(mogelijk["dv7"])


def test_what_one_in_twenty_people_say_comes_after_what_half_say(mogelijk):
    assert rank_bevinding(mogelijk["ev5"]) > rank_bevinding(mogelijk["pr6"])


def test_the_strongest_of_the_survey_are_chosen_and_a_poll_of_volunteers_is_not(opbrengst):
    gekozen = {antwoord.id for antwoord in choose_bevindingen(opbrengst)}
    assert {"pr3", "pr6", "pr9"} <= gekozen
    assert not gekozen & {"ev5", "oordeel_community_gesteunde_verbetering"}


def test_a_few_people_bear_out_less_than_many(mogelijk):
    # Wilson (1927): 4 of 12 is at least 13.8%, 4,000 of 12,000 at least 32.5%
    assert measure_sterkte(mogelijk["dv2"]) == pytest.approx(0.138, abs=0.001)
    taken = mogelijk["dv2"].tabellen["taken"]
    veel = taken.assign(n=taken["n"] * 1000, basis=taken["basis"] * 1000).astype(taken.dtypes)
    ruim = replace(mogelijk["dv2"], tabellen={"taken": veel})
    assert measure_sterkte(ruim) == pytest.approx(0.325, abs=0.001)


def test_the_most_common_of_six_answers_is_as_strong_as_it_is_above_a_sixth(mogelijk):
    kanaal = mogelijk["dv8"]
    [tabel] = kanaal.tabellen.values()
    assert tabel["label"].nunique() == 6
    assert measure_sterkte(kanaal) == pytest.approx((0.380 - 1 / 6) * 6 / 5, abs=0.002)


def test_what_the_same_people_named_more_often_stands_among_the_changes(opbrengst):
    blokken = build(opbrengst, {})
    plek = next(
        nr for nr, blok in enumerate(blokken) if isinstance(blok, Kop) and "terugkoppeling" in blok.tekst
    )
    assert blokken[plek].tekst == "Het aandeel dat ‘terugkoppeling’ noemt steeg van 15% naar 33%"
    assert "162 mensen" in next(b.tekst for b in blokken[plek:] if isinstance(b, Alinea) and not b.klasse)


def test_a_question_that_changed_by_no_test_stands_below_those_that_did(opbrengst):
    """The minutes fell from 18.9 to 15.7 among 288 people; had the test not held, they would be told all the same."""
    ev2 = opbrengst.antwoorden["ev2"]
    tabel = ev2.tabellen["verandering_minuten_formulier"]
    onzeker = tabel.assign(p_aangepast=tabel["p_aangepast"] * 0 + 0.2)
    anders = replace(ev2, tabellen={**ev2.tabellen, "verandering_minuten_formulier": onzeker})
    blokken = build(replace(opbrengst, antwoorden={**opbrengst.antwoorden, "ev2": anders}), {})
    [zinnen] = [blok.punten for blok in blokken if isinstance(blok, Opsomming)]
    zin = next(zin for zin in zinnen if zin.startswith("‘minuten aan het formulier’"))
    assert "gemiddeld: eerst 18,9, toen 15,7;" in zin
    assert "288 mensen gaven beide keren antwoord" in zin
    assert not any("18,9" in blok.tekst for blok in blokken if isinstance(blok, Kop))
