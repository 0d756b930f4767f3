"""A column without a question: the usual short names are read, and of the others the analyst is asked what they are."""

import pytest

import burgerdata as bd
from burgerdata.loading import check_traject, load_traject
from burgerdata.report.printing import print_tabel
from burgerdata.toelichting import read_toelichting

TOML = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\npersoon = "nr"\nkenmerken = ["gesl"]\n'
CSV = "nr;gesl;gem;w1;wijk;tevreden\n" + "".join(
    f"{nr};{'man' if nr % 2 else 'vrouw'};{'Zutphen' if nr % 3 else 'Lochem'};{'ja' if nr % 4 else 'nee'};"
    f"{'noord' if nr % 5 else 'zuid'};{'ja' if nr % 3 else 'nee'}\n"
    for nr in range(1, 121)
)
NOG = "2 kolommen van levering 'enquete' ('gem', 'w1') hebben nog geen vraagtekst, en heten in het rapport zo"


def make_map(maak_map, **ingevuld):
    kop = ["levering", "kolom", "tekst", "kort", "rol"]
    kolommen = {"gesl": "kenmerk", **dict.fromkeys(("gem", "w1", "wijk", "tevreden"), "inhoud")}
    eigen = [["enquete", naam, *ingevuld.get(naam, ("", "")), rol] for naam, rol in kolommen.items()]
    return maak_map(TOML, ruw={"e.csv": CSV}, bladen={"vragen.xlsx": {"vragen": [kop, *eigen]}})


def test_columns_that_tell_a_reader_nothing_are_asked_for_once(maak_map):
    tekst = check_traject(make_map(maak_map)).tekst
    assert NOG in tekst
    assert "'wijk'" not in tekst  # a word that anyone reads


@pytest.mark.parametrize("w1", [("Kent u de wijkagent?", ""), ("", "kent wijkagent")])
def test_a_question_or_a_short_name_answers_for_its_column(maak_map, w1):
    tekst = check_traject(make_map(maak_map, w1=w1)).tekst
    assert "kolom 'gem' van levering 'enquete' heeft nog geen vraagtekst, en heet in het rapport zo" in tekst


def test_the_short_name_of_a_trait_is_read_in_titles_and_headings(maak_map):
    tabel = bd.crosstab_vraag(load_traject(make_map(maak_map)), "wijk", "gesl")
    assert read_toelichting(tabel).groep_naam == "geslacht"
    assert print_tabel(tabel).columns[1] == "geslacht"


@pytest.mark.parametrize(("taak", "gevraagd"), [("1 foto uploaden", False), ("q1_2", True)])
def test_a_task_with_words_needs_no_text_and_one_with_a_code_gets_a_row(maak_map, taak, gevraagd):
    toml = (
        '[[levering]]\nnaam = "test"\ninstrument = "usability"\nbestand = "ruw/t.csv"\npersoon = "persoon"\n'
        'kolommen = { taak = "taak", succes = "resultaat" }\n'
    )
    rijen = "".join(
        f"TP{nr};{naam};gelukt\n" for nr in range(1, 8) for naam in (taak, "2 aanvraag versturen")
    )
    tekst = check_traject(maak_map(toml, ruw={"t.csv": f"persoon;taak;resultaat\n{rijen}"})).tekst
    assert ("heeft nog geen vraagtekst" in tekst) == gevraagd
    assert ("zet er een onder, met levering 'test' en de taak bij kolom" in tekst) == gevraagd
    assert "'2 aanvraag versturen'" not in tekst
