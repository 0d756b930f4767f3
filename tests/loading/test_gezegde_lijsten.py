"""What vragen.xlsx calls meer_antwoorden is read as such, however few cells hold a list."""

from __future__ import annotations

import pytest

from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.loading import load_traject

TOML = '[[levering]]\nnaam = "e"\ninstrument = "{}"\nbestand = "ruw/e.csv"\npersoon = "nr"\n{}'


def count(maak_map, cellen, *, soort="meer_antwoorden", instrument="enquete", extra=""):
    rijen = "".join(f'{nr};"{cel}";zei wat\n' for nr, cel in enumerate(cellen, 1))
    vragen = [["levering", "kolom", "soort", "vraag_id"], ["e", "Wat houdt u tegen?", soort, "tegen"]]
    map_ = maak_map(
        TOML.format(instrument, extra),
        ruw={"e.csv": f"nr;Wat houdt u tegen?;Gezegd\n{rijen}"},
        bladen={"vragen.xlsx": {"vragen": vragen}},
    )
    tabel = summarise_vraag(load_traject(map_), "tegen")
    return {str(rij["label"]): int(rij["n"]) for _, rij in tabel.iterrows()}


@pytest.mark.parametrize("teken", [",", ", ", ";", "|", " | ", "\n"])
def test_one_list_among_many_single_answers_is_parted_whatever_stands_between(maak_map, teken):
    """Of 24 people 12 said De kosten and 11 Geen tijd; one said both."""
    cellen = ["De kosten"] * 12 + ["Geen tijd"] * 11 + [f"De kosten{teken}Geen tijd"]
    assert count(maak_map, cellen) == {"De kosten": 13, "Geen tijd": 12}


def test_without_the_word_of_the_analyst_one_list_is_an_answer_of_its_own(maak_map):
    cellen = ["De kosten"] * 12 + ["Geen tijd"] * 11 + ["De kosten,Geen tijd"]
    geteld = count(maak_map, cellen, soort="een_antwoord")
    assert geteld == {"De kosten": 12, "Geen tijd": 11, "De kosten,Geen tijd": 1}


def test_a_comma_within_an_answer_parts_nothing(maak_map):
    """A decimal, a yes with what follows, and a label of which the pieces always come together."""
    cellen = ["1,5 uur", "2 uur", "1,5 uur,De kosten", "De kosten"]
    assert count(maak_map, cellen) == {"1,5 uur": 2, "2 uur": 1, "De kosten": 2}
    cellen = ["Ja, vaak", "Nee", "Bij de balie, zonder afspraak", "Bij de balie, zonder afspraak", "Ja, vaak"]
    assert count(maak_map, cellen) == {"Ja, vaak": 2, "Nee": 1, "Bij de balie, zonder afspraak": 2}


@pytest.mark.parametrize(
    ("instrument", "extra"), [("klantpanel", ""), ("straatgesprek", 'kolommen = { open = ["Gezegd"] }\n')]
)
def test_it_holds_for_waves_and_for_talks_in_the_street_too(maak_map, instrument, extra):
    cellen = ["De kosten"] * 3 + ["De kosten, Geen tijd"]
    assert count(maak_map, cellen, instrument=instrument, extra=extra) == {"De kosten": 4, "Geen tijd": 1}


def test_one_text_with_a_semicolon_parts_nothing_and_leaves_the_lists_parted(maak_map):
    cellen = ["De kosten, Geen tijd", "De kosten", "Anders; namelijk te ver", "Geen tijd"]
    assert count(maak_map, cellen) == {"De kosten": 2, "Geen tijd": 2, "Anders, namelijk te ver": 1}


def test_lists_with_a_semicolon_among_lists_with_a_comma_are_both_lists(maak_map):
    cellen = ["De kosten, Geen tijd"] * 3 + ["Geen tijd; De kosten", "De kosten"]
    assert count(maak_map, cellen) == {"De kosten": 5, "Geen tijd": 4}


def test_a_comma_beside_lists_with_a_semicolon_belongs_to_its_answer(maak_map):
    cellen = ["Balie;Post", "Balie;Post", "Balie, op zaterdag", "Balie", "Post"]
    assert count(maak_map, cellen) == {"Balie": 3, "Post": 3, "Balie, op zaterdag": 1}


def test_a_dash_before_each_answer_is_no_part_of_it(maak_map):
    cellen = ["- De kosten\n- Geen tijd", "- De kosten", "Geen tijd"]
    assert count(maak_map, cellen) == {"De kosten": 2, "Geen tijd": 2}
