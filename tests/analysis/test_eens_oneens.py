"""Who agrees strongly agrees too: statements between waves, by side."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from burgerdata.analysis import compare_metingen
from burgerdata.figures import plot_verandering
from burgerdata.findings import state_bevinding
from burgerdata.settings import Drempels, Instellingen
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_vraag

STAPPEN = ("zeer oneens", "oneens", "neutraal", "eens", "zeer eens")
TOEN = ["5"] * 5 + ["4"] * 15 + ["3"] * 20 + ["2"] * 15 + ["1"] * 5
NU = ["5"] * 20 + ["4"] * 20 + ["2"] * 15 + ["1"] * 5
"""20 of 60 agreed, 5 of them strongly; then 40, of whom 20 strongly: everyone in the middle came to agree."""


def make_stelling(toen: list[str], nu: list[str], stappen: tuple[str, ...] = STAPPEN) -> Traject:
    opties = {str(nr): label for nr, label in enumerate(stappen, 1)}
    delen = []
    for naam, antwoorden in (("kp_m1", toen), ("kp_m2", nu)):
        codes = {f"p{nr}": code for nr, code in enumerate(antwoorden)}
        activiteit = make_activiteit(naam, "klantpanel", meting=naam[-2:], panel="kp")
        delen += [{"activiteiten": activiteit, "deelnemers": make_deelnemers(naam, list(codes))}]
        delen += [make_vraag(naam, "s1", "stelling", codes, opties=opties)]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_the_sides_of_a_statement_are_measured_in_the_same_people() -> None:
    tabel = compare_metingen(make_stelling(TOEN, NU), "s1").set_index("label")
    eens = tabel.loc["eens of zeer eens"]
    assert [eens["waarde_van"], eens["waarde_naar"]] == pytest.approx([20 / 60, 40 / 60])
    # 20 of 60 rose by one, the others by nothing: the variance of a mean difference, by hand
    assert eens["se"] == pytest.approx(math.sqrt((20 * (2 / 3) ** 2 + 40 * (1 / 3) ** 2) / 59 / 60))
    assert tabel.loc["zeer oneens of oneens", "verschil"] == pytest.approx(0)
    assert tabel.loc["eens", "verschil"] == pytest.approx(5 / 60)


def test_the_answers_are_tested_as_they_were_without_the_sides() -> None:
    tabel = compare_metingen(make_stelling(TOEN, NU), "s1")
    antwoorden = tabel[~tabel["samen"]]
    # Holm by hand over the three answers that somebody came to or left
    p = antwoorden["p_waarde"].dropna().sort_values()
    verwacht = (p * np.arange(len(p), 0, -1)).cummax().clip(upper=1).reindex(antwoorden.index)
    pd.testing.assert_series_equal(antwoorden["p_aangepast"], verwacht, check_names=False)


def test_the_finding_and_the_figure_tell_the_sides() -> None:
    tabel = compare_metingen(make_stelling(TOEN, NU), "s1")
    zin = state_bevinding(tabel)
    assert zin == "Het aandeel ‘eens of zeer eens’ bij ‘Vraag s1’ steeg van 33% naar 67%"
    digest = plot_verandering(tabel, titel=zin).digest
    assert "67% eens of zeer eens" in digest
    assert "neutraal" not in digest


def test_a_long_statement_is_cut_short_and_not_left_out() -> None:
    tabel = compare_metingen(make_stelling(TOEN, NU), "s1")
    vraag = "Ik word op tijd geïnformeerd over het werk aan de dijk"
    lang = annotate(tabel, replace(read_toelichting(tabel), onderwerp=vraag))
    zin = state_bevinding(lang)
    assert zin == "Het aandeel ‘eens of zeer eens’ bij ‘Ik word op tijd geïnformeerd…’ steeg van 33% naar 67%"


def test_a_statement_without_degrees_has_no_sides() -> None:
    tabel = compare_metingen(make_stelling(["1"] * 30 + ["3"] * 30, ["3"] * 60, ("nee", "soms", "ja")), "s1")
    assert not tabel["samen"].any()
    assert set(tabel["label"]) == {"nee", "soms", "ja"}
