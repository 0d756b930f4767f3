"""Answers of a few people beside answers of many, at a trait."""

import pytest

from burgerdata.loading import check_traject

TOML = """titel = "Proef"
[[levering]]
instrument = "enquete"
bestand = "ruw/enquete.csv"
persoon = "nr"
kenmerken = ["Wijk"]
"""
WIJKEN = ["Noord"] * 60 + ["Zuid"] * 50 + ["Heikant"] * 3 + ["Eik"] * 2
GROEPEN = [
    ["kenmerk", "uit", "van", "tot", "codes", "label"],
    ["gebied", "Wijk", "", "", "Noord", "Noord"],
    ["gebied", "Wijk", "", "", "Zuid", "Zuid"],
    ["gebied", "Wijk", "", "", "Heikant; Eik", "anders"],
]
VRAGEN = [
    ["levering", "kolom", "vraag_id", "soort", "rol"],
    ["enquete", "Wijk", "wijk", "een_antwoord", "kenmerk"],
]


def check(maak_map, wijken, *groepen):
    csv = "\n".join(["nr;Wijk", *(f"P{nr};{wijk}" for nr, wijk in enumerate(wijken))])
    bladen = {"vragen.xlsx": {"vragen": VRAGEN, **({"groepen": GROEPEN} if groepen else {})}}
    return check_traject(maak_map(TOML, ruw={"enquete.csv": csv}, bladen=bladen)).tekst


def test_they_are_told_with_how_to_put_them_together(maak_map):
    assert "2 antwoorden van minder dan 10 mensen (‘Heikant’ en ‘Eik’)" in check(maak_map, WIJKEN)


def test_nothing_is_told_once_they_are_together(maak_map):
    assert "minder dan 10 mensen" not in check(maak_map, WIJKEN, "groepen")


@pytest.mark.parametrize(
    "wijken",
    [
        ["Noord"] * 60 + ["Zuid"] * 50 + ["Eik"] * 3,
        ["Noord"] * 12 + ["Zuid"] * 11 + ["Eik"] * 9 + ["Hei"] * 8,
    ],
)
def test_one_small_answer_or_groups_that_are_nearly_alike_are_not_told(maak_map, wijken):
    assert "minder dan 10 mensen" not in check(maak_map, wijken)
