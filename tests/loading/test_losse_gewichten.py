"""Weights that a bureau delivers in a file of their own: no answers, and what to do with them is told."""

from __future__ import annotations

import pytest

from burgerdata.loading import propose_traject


@pytest.mark.parametrize(
    "kop", ["Respondent ID;weegfactor", "Nr;gewicht", "volgnr;weegfactor", "respnr;weight"]
)
def test_a_file_with_weights_alone_says_what_to_do_with_them(tmp_path, kop):
    regels = [f"{1000 + nr};{0.8 + nr / 50:.4f}".replace(".", ",") for nr in range(12)]
    (tmp_path / "weging DEF.csv").write_text("\n".join([kop, *regels]), "utf-8")
    (gezien,) = propose_traject(tmp_path).gezien
    assert gezien.startswith(
        "weging DEF.csv: dit lijken weegfactoren bij een ander bestand; zet ze in het bestand"
    )
    assert "VERT.ZOEKEN op het nummer" in gezien


def test_answers_with_a_weight_beside_them_are_a_survey(tmp_path):
    regels = [f"{1000 + nr};{nr % 10 + 1};weet ik niet;1,{nr}" for nr in range(12)]
    kop = "respnr;Welk cijfer geeft u?;Waarom?;weegfactor"
    (tmp_path / "e.csv").write_text("\n".join([kop, *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()


def test_a_grade_with_a_number_and_a_weight_is_a_survey(tmp_path):
    regels = [f"{1000 + nr};{nr % 10 + 1};1,{nr}" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["respnr;Cijfer;weegfactor", *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()


def test_one_question_with_a_weight_is_a_survey(tmp_path):
    regels = [f"{'ja' if nr % 2 else 'nee'};1,{nr}" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["Bent u voor?;weegfactor", *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ()
