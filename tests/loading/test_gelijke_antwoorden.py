"""Two files of one panel: the one writes Ja and 6, the other ja and 6,0."""

import pandas as pd
import pytest

from burgerdata.analysis import compare_metingen, summarise_vraag
from burgerdata.findings.state import state_bevinding
from burgerdata.loading import load_traject
from burgerdata.loading.gelijke_antwoorden import share_antwoorden

TOML = """titel = "Proef"
[[levering]]
naam = "een"
instrument = "klantpanel"
panel = "ouders"
meting = "2026-03"
bestand = "ruw/een.csv"
persoon = "nr"
[[levering]]
naam = "twee"
instrument = "klantpanel"
panel = "ouders"
meting = "2026-10"
bestand = "ruw/twee.csv"
persoon = "nr"
"""
EEN = TOML.split('[[levering]]\nnaam = "twee"')[0]


METINGEN = """titel = "Proef"
[[levering]]
naam = "ouders"
instrument = "klantpanel"
persoon = "nr"
metingen = { 2026-03 = "ruw/een.csv", 2026-10 = "ruw/twee.csv" }
"""


def make_golf(nee, cijfers, antwoord, spel):
    """A hundred people, ``nee`` of whom answer no; the grades go round."""
    rijen = [f"P{nr};{antwoord[nr < nee]};{spel(cijfers[nr % len(cijfers)])}" for nr in range(100)]
    return "\n".join(["nr;Kreeg u informatie?;Welk cijfer geeft u?", *rijen]) + "\n"


@pytest.fixture(params=[TOML, METINGEN], ids=["two deliveries", "one delivery of two waves"])
def panel(maak_map, request):
    """Of 100 people 70 say no and then 50; they give 4 to 7, and then 5 to 8."""
    een = make_golf(70, (4, 5, 6, 7), ("Ja", "Nee"), str)
    twee = make_golf(50, (5, 6, 7, 8), ("ja ", "NEE"), lambda cijfer: f"{cijfer},0")
    return load_traject(maak_map(request.param, ruw={"een.csv": een, "twee.csv": twee}))


def test_an_answer_in_another_spelling_does_not_fall_to_nothing(panel):
    rij = compare_metingen(panel, "kreeg_u_informatie").set_index("label").loc["Nee"]
    assert [round(rij["waarde_van"], 2), round(rij["waarde_naar"], 2)] == [0.70, 0.50]


def test_a_grade_with_a_nought_behind_its_comma_is_the_same_grade(panel):
    rij = compare_metingen(panel, "welk_cijfer_geeft_u").iloc[0]
    assert [rij["waarde_van"], rij["waarde_naar"], rij["n_beide"]] == [5.5, 6.5, 100]
    assert "steeg van 5,5 naar 6,5" in state_bevinding(compare_metingen(panel, "welk_cijfer_geeft_u"))


def test_answers_are_called_alike_in_every_table(panel):
    assert set(summarise_vraag(panel, "kreeg_u_informatie")["label"]) == {"Ja", "Nee"}


def test_a_group_that_two_activities_spell_otherwise_is_one_group(maak_map):
    een = make_golf(70, (4, 5, 6, 7), ("Ja", "Nee"), str)
    twee = make_golf(50, (5, 6, 7, 8), ("ja", "nee"), str)
    toml = TOML.replace('persoon = "nr"', 'persoon = "nr"\nkenmerken = ["Kreeg u informatie?"]')
    traject = load_traject(maak_map(toml, ruw={"een.csv": een, "twee.csv": twee}))
    tabel = compare_metingen(traject, "welk_cijfer_geeft_u", per="kreeg_u_informatie")
    assert sorted(tabel["kreeg_u_informatie"]) == ["Ja", "Nee"]


@pytest.mark.parametrize("cellen", [("2", "3"), ("2,0", "3,0"), ("2", "2,0", "3,0"), ("2.00", "3", "3.0")])
def test_one_column_may_write_a_number_in_two_ways(maak_map, cellen):
    rijen = [f"{nr};{cellen[nr % len(cellen)]}" for nr in range(30)]
    csv = "\n".join(["nr;Hoeveel mensen wonen er bij u?", *rijen])
    vragen = [
        ["levering", "kolom", "vraag_id", "soort"],
        ["een", "Hoeveel mensen wonen er bij u?", "v", "een_antwoord"],
    ]
    traject = load_traject(maak_map(EEN, ruw={"een.csv": csv}, bladen={"vragen.xlsx": {"vragen": vragen}}))
    assert summarise_vraag(traject, "v")["label"].tolist() == ["2", "3"]
    assert summarise_vraag(traject, "v")["n"].sum() == 30


def test_a_time_keeps_its_noughts(maak_map):
    rijen = [f"{nr};{('9.00', '13.30')[nr % 2]}" for nr in range(30)]
    vragen = [["levering", "kolom", "vraag_id", "soort"], ["een", "Hoe laat?", "v", "een_antwoord"]]
    csv = "\n".join(["nr;Hoe laat?", *rijen])
    traject = load_traject(maak_map(EEN, ruw={"een.csv": csv}, bladen={"vragen.xlsx": {"vragen": vragen}}))
    assert summarise_vraag(traject, "v")["label"].tolist() == ["9.00", "13.30"]


def test_what_one_file_keeps_apart_stays_apart():
    opties = pd.DataFrame(
        {"activiteit_id": ["a", "a", "b", "b"], "vraag_id": "v", "label": ["Ja", "Ja.", "ja", "Nee"]}
    )
    assert share_antwoorden(opties)["label"].tolist() == ["Ja", "Ja.", "ja", "Nee"]


def test_what_one_question_keeps_apart_says_nothing_of_another():
    opties = pd.DataFrame({"activiteit_id": ["a", "b", "a", "a"], "vraag_id": ["v1", "v1", "v2", "v2"]})
    opties = opties.assign(label=["Ja", "ja ", "ja", "ja."])
    assert share_antwoorden(opties)["label"].tolist() == ["Ja", "Ja", "ja", "ja."]


def test_a_tick_that_a_file_writes_as_a_decimal_is_a_tick(maak_map):
    csv = "nr;Bus;Fiets\n1;1,0;0,0\n2;0,0;0,0\n3;1,0;1,0\n"
    vragen = [["levering", "kolom", "vraag_id", "soort"]]
    vragen += [["een", kop, "vervoer", "meer_antwoorden"] for kop in ("Bus", "Fiets")]
    traject = load_traject(maak_map(EEN, ruw={"een.csv": csv}, bladen={"vragen.xlsx": {"vragen": vragen}}))
    tabel = summarise_vraag(traject, "vervoer")
    assert dict(zip(tabel["label"], tabel["n"], strict=True)) == {"Bus": 2, "Fiets": 1}


def test_what_one_question_keeps_apart_is_one_answer_to_another_question():
    opties = pd.DataFrame(
        [("a", "v1", "Ja"), ("b", "v1", "ja "), ("a", "v2", "ja"), ("a", "v2", "ja."), ("b", "v2", "JA")],
        columns=["activiteit_id", "vraag_id", "label"],
    )
    assert share_antwoorden(opties)["label"].tolist() == ["Ja", "Ja", "ja", "ja.", "JA"]
