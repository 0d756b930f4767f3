"""Scales of answers: recognised from their words, in the order that people read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata.instruments.options import make_opties
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.shapes import Kolom

GRADEN = ("helemaal niet {}", "niet {}", "niet {}, niet on{}", "{}", "heel {}")


@given(st.permutations(range(5)), st.sampled_from(["aanvaardbaar", "nodig", "veilig", "zinvol"]))
def test_any_adjective_in_degrees_is_a_scale_in_whatever_order_the_answers_came(
    volgorde: list[int], woord: str
) -> None:
    labels = [GRADEN[plek].format(woord, woord) for plek in volgorde]
    schaal = recognise_schaal(labels)
    assert schaal is not None
    assert [schaal.rang[label] for label in labels] == [plek + 1 for plek in volgorde]


def test_of_what_is_a_burden_most_is_the_lowest_step() -> None:
    schaal = recognise_schaal(["helemaal niet ingewikkeld", "ingewikkeld", "heel ingewikkeld"])
    assert schaal is not None
    assert schaal.rang == {"helemaal niet ingewikkeld": 4, "ingewikkeld": 2, "heel ingewikkeld": 1}


@pytest.mark.parametrize(
    "labels",
    [
        ["werkend", "niet werkend", "student"],
        ["bekend", "onbekend"],
        ["ja", "nee", "misschien"],
        ["niet stedelijk", "weinig stedelijk", "sterk stedelijk"],
        ["gehuwd", "ongehuwd", "gescheiden"],
    ],
)
def test_groups_of_people_are_no_scale(labels: list[str]) -> None:
    assert recognise_schaal(labels) is None


def test_answers_of_a_table_without_codebook_stand_in_the_order_of_their_scale() -> None:
    gegeven = ["heel nodig", "niet nodig", "niet nodig, niet onnodig", "nodig", "weet niet"]
    opties = make_opties(Kolom("Hoe nodig is het?"), gegeven, schaal=True)
    assert [(optie.label, optie.waarde) for optie in opties if optie.status == "geldig"] == [
        ("niet nodig", 2),
        ("niet nodig, niet onnodig", 3),
        ("nodig", 4),
        ("heel nodig", 5),
    ]


def test_a_bit_important_is_a_step_between_not_and_important() -> None:
    schaal = recognise_schaal(["Belangrijk", "Beetje belangrijk", "Heel belangrijk", "Niet belangrijk"])
    assert schaal is not None
    assert sorted(schaal.rang, key=lambda label: schaal.rang[label]) == [
        "Niet belangrijk",
        "Beetje belangrijk",
        "Belangrijk",
        "Heel belangrijk",
    ]


def test_for_and_against_in_degrees_is_a_scale_and_a_vote_of_two_is_none() -> None:
    labels = ["Helemaal tegen", "Helemaal voor", "Niet voor, niet tegen", "Tegen", "Voor"]
    schaal = recognise_schaal(labels)
    assert schaal is not None
    assert [schaal.rang[label] for label in labels] == [1, 5, 3, 2, 4]
    assert recognise_schaal(["voor", "tegen"]) is None
    assert recognise_schaal(["voor", "tegen", "onthouding"]) is None


def test_a_yes_in_front_of_how_sure_someone_is_makes_no_other_scale() -> None:
    labels = ["Ja, zeker", "Ja, waarschijnlijk wel", "Waarschijnlijk niet", "Nee, zeker niet"]
    schaal = recognise_schaal(labels)
    assert schaal is not None
    assert [schaal.rang[label] for label in labels] == [4, 3, 2, 1]


@pytest.mark.parametrize(
    ("vraag", "codes", "stappen", "buiten"),
    [
        ("Ik ben gehoord vanavond (1-5)", "1234573", [1, 2, 3, 4, 5], ["7"]),
        ("Ik ben gehoord (1 t/m 5, 5 is helemaal)", "12345", [1, 2, 3, 4, 5], []),
        ("Ik ben gehoord (1 = helemaal niet, 7 = helemaal)", "1234569", [1, 2, 3, 4, 5, 6, 7], ["9"]),
        ("Welk cijfer op een schaal van 1 tot 10?", "670", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], ["0"]),
        ("Ik ben gehoord", "1234567", [1, 2, 3, 4, 5, 6, 7], []),
    ],
)
def test_an_answer_beyond_the_scale_that_a_question_names_does_not_move_it(
    vraag: str, codes: str, stappen: list[float], buiten: list[str]
) -> None:
    opties = make_opties(Kolom("v", vraag), list(codes), schaal=True)
    assert [optie.waarde for optie in opties if optie.status == "geldig"] == stappen
    assert [optie.code for optie in opties if optie.status == "missend"] == buiten
