"""A slip of the pen in the label of a speaker makes no extra person, and two people stay two."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats.label_typos import find_typos
from burgerdata.formats.speakers import find_turns
from burgerdata.formats.text import read_text
from burgerdata.shapes import Bron

GESPREK = """Moderator: Wie begint?
Deelnemer 1 (man, 61): Ik rijd elektrisch.
Deelnemer 3 (vrouw, 54): Ik heb geen auto.
Deelnemer 4 (vrouw, 29): Die kabels!
Deelnemer 1: Bij de sporthal.
Deelnemer 3 (vrouw, 54): Niet onder de bomen.
"""


def count_speakers(tekst: str) -> tuple[dict[str, int], list[int]]:
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", tekst.encode(), ""))
    boek = ruw.logboek.to_frame()
    verbeterd = boek.loc[boek["reden"].eq("spreker_verbeterd"), "rij"]
    keer = {str(k): int(n) for k, n in ruw.vorm.beurten["spreker"].value_counts().items()}
    in_stukken = [stuk.spreker for stuk in find_turns(tekst)]
    assert in_stukken == list(ruw.vorm.beurten["spreker"])
    return keer, [int(rij) for rij in verbeterd]


@pytest.mark.parametrize(
    "label",
    [
        "Deelneemer 3 (vrouw, 54)",
        "Deelneemer 3",
        "deelnemr 3 (vrouw,54)",
        "Deelnmeer 3 (vrouw, 54)",
        "Deelnemer3",
    ],
)
def test_one_letter_off_with_the_same_number_is_the_same_speaker(label: str) -> None:
    keer, verbeterd = count_speakers(f"{GESPREK}{label}: Maak het goedkoper.\nModerator: Dank.")
    assert keer == {"Moderator": 2, "Deelnemer 1": 2, "Deelnemer 3": 3, "Deelnemer 4": 1}
    assert verbeterd == [7]


@pytest.mark.parametrize(
    "label", ["Deelneemer 3 (man, 30)", "Deelnemer 5", "Respondent 3", "Deelneemer 5", "Deelnemer 3a"]
)
def test_another_number_word_or_age_is_another_speaker(label: str) -> None:
    keer, verbeterd = count_speakers(f"{GESPREK}{label}: Maak het goedkoper.\nModerator: Dank.")
    assert keer["Deelnemer 3"] == 2
    assert verbeterd == []


@pytest.mark.parametrize(("een", "ander"), [("Sanne (34)", "Hanne (34)"), ("Ouder 1", "Oudere 1")])
def test_two_first_names_or_another_form_of_a_word_are_two_people(een: str, ander: str) -> None:
    assert find_typos([(een, een)] * 8 + [(ander, ander)] * 2, {een, ander}) == {}


def test_two_codes_of_one_letter_are_two_people() -> None:
    keer, verbeterd = count_speakers("M: Wie?\nR1: Ik.\nP1: Ik ook.\nR1: Ja.\nR2: Nee.\nR1: Goed.")
    assert (keer["R1"], keer["P1"], verbeterd) == (3, 1, [])


def test_respondents_of_either_sex_with_their_own_numbers_are_no_slip() -> None:
    tekst = "M: Wie?\n" + "".join(
        f"Respondent {nr}: Ik.\nRespondente {nr}: Ik ook.\n" for nr in (1, 2, 3, 1, 2, 3)
    )
    keer, verbeterd = count_speakers(tekst)
    assert (len(keer), verbeterd) == (7, [])


NAMEN = "M: Wie?\nKarin (54): Ik.\nM: En u?\nKarin (54): Ja.\n"


def test_names_that_are_one_letter_off_are_two_people_unless_they_are_as_old() -> None:
    anders, _ = count_speakers(f"{NAMEN}Karim (31): Nee.\nM: Dank.\nKarim (31): Dag.")
    assert anders == {"M": 3, "Karin (54)": 2, "Karim (31)": 2}
    gelijk, verbeterd = count_speakers(
        f"{NAMEN}Karinn (54): Nee.\nM: Dank.\nKarin (54): Dag.\nKarin (54): Nog iets."
    )
    assert gelijk == {"M": 3, "Karin (54)": 5}
    assert verbeterd == [5]


@pytest.mark.parametrize(
    ("vaak", "soms"),
    [
        ("Sanne (34)", "Hanne (34)"),
        ("Karin (34)", "Karim (34)"),
        ("Ouder 1", "Oudere 1"),
        ("Student 2", "Studente 2"),
    ],
)
def test_two_words_that_are_both_right_are_two_people(vaak: str, soms: str) -> None:
    tekst = "M: Wie?\n" + f"{vaak}: Ik.\nM: En?\n" * 8 + f"{soms}: Ik ook.\nM: Ja.\n" * 2
    keer, verbeterd = count_speakers(tekst)
    assert (len(keer), sorted(keer.values()), verbeterd) == (3, [2, 8, 11], [])


def test_a_label_with_another_point_or_space_is_the_same_person_and_another_number_is_not() -> None:
    titels = "Dhr. B.: De ingang is smal.\nMevr. A.: Ja.\nDhr B: Het toilet is ver.\nDhr. B.: Klaar.\nMevr. A.: Dank."
    keer, verbeterd = count_speakers(titels)
    assert sorted(keer.values()) == [2, 3]
    assert verbeterd == [3]
    codes = "R4: Ik kom vaak.\nR4: Altijd.\nR 4: En graag.\nR11: Ja.\nR11: Wel."
    assert count_speakers(codes) == ({"R4": 3, "R11": 2}, [3])
    assert count_speakers("R14: Ja.\nR14: Wel.\nR1: Nee.\nR1: Toch.\nR4: Zo.\nR4: Dus.")[0] == {
        "R14": 2,
        "R1": 2,
        "R4": 2,
    }
