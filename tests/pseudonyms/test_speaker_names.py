"""Who speaks once: a title with a name, or a name of the list of participants, and no sentence with a colon."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats import READERS
from burgerdata.formats.speakers import find_labels
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron


def read(tekst: str, namen: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    bron = Bron(Path("fg1.txt"), "fg1.txt", tekst.encode(), "")
    (ruw,) = READERS["tekst"](bron, namen=namen)
    beurten = ruw.vorm.beurten
    assert ruw.records_in == len(beurten) + count_explained(ruw.logboek.to_frame())
    return list(zip(beurten["spreker"], beurten["tekst"], strict=True))


@pytest.mark.parametrize(
    "label",
    [
        "Mw. Krabbenbos",
        "mevr. van der Zwaan",
        "Dhr. Oude Kotte",
        "De heer Yıldırım",
        "Mevrouw te Kampe",
        "Hr. J. op den Berg",
        "Prof. dr. Bosch",
        "Dr. Bosch (huisarts)",
        "Meneer 't Hart",
        "Fam. Yıldırım-Smit",
        "Wethouder De Wit",
    ],
)
def test_a_title_with_a_name_speaks_at_its_first_turn(label: str) -> None:
    beurten = read(f"Gespreksleider: Welkom.\n{label}: Ik wacht vaak.\nGespreksleider: En nu?")
    assert beurten[1] == (label, "Ik wacht vaak.")
    assert len(beurten) == 3


@pytest.mark.parametrize(
    "zin",
    [
        "Vraag 1: hoe vaak reist u?",
        "Tip: bel vooraf.",
        "Mevrouw Bos zei: kom binnen.",
        "De heer van hiernaast: die rijdt zelf.",
        "Mijn dokter: goede man.",
        "Mevrouw: dat zeggen ze dan.",
        "Drie dingen: prijs, tijd en gemak.",
    ],
)
def test_a_sentence_with_a_colon_stays_with_who_said_it(zin: str) -> None:
    beurten = read(f"M: Welkom.\nR1: Ik wacht vaak.\n{zin}\nM: Dank u.")
    assert beurten == [("M", "Welkom."), ("R1", f"Ik wacht vaak.\n{zin}"), ("M", "Dank u.")]


def test_everybody_with_a_title_may_speak_once() -> None:
    beurten = read("Dhr. Bos: Ik wacht vaak.\nMw. Smit: Ik ook.\nDhr. Kok: Ik niet.")
    assert [spreker for spreker, _ in beurten] == ["Dhr. Bos", "Mw. Smit", "Dhr. Kok"]


def test_who_minutes_say_was_there_does_not_speak() -> None:
    regels = ["Dhr. Bos: wethouder", "Mw. Smit: cliëntenraad", "Er werd veel gezegd over wachten."]
    assert [spreker for spreker, _ in read("\n".join(regels))] == [""] * 3
    los = "Er werd veel gezegd.\nDhr. Bos: Ik wacht vaak.\nEn nog meer."
    assert [spreker for spreker, _ in read(los)] == [""] * 3


@pytest.mark.parametrize("label", ["Zelwyn", "Quarmby", "Zelwyn Quarmby", "te Quarmby"])
def test_who_is_on_the_list_speaks_at_the_first_turn(label: str) -> None:
    tekst = f"M: Wie begint?\nKern: daar gaat het om.\n{label}: Ik wacht vaak.\nM: Dank u."
    lijst = ("Zelwyn te Quarmby", "Zelwyn Quarmby")
    kop = label[0].isupper()  # a name that begins small is a word like any other
    assert len(read(tekst)) == 2
    assert [spreker for spreker, _ in read(tekst, lijst)] == (["M", label, "M"] if kop else ["M", "M"])


def test_a_list_with_the_surname_first_is_the_same_list() -> None:
    assert find_labels(["Zelwyn Quarmby: ja"], ["Quarmby, Zelwyn"]) == {"Zelwyn Quarmby"}
    assert find_labels(["Mw. Quarmby: ja"], ["Quarmby, Zelwyn"]) == {"Mw. Quarmby"}
    assert find_labels(["Datum: ja", "Vraag: nee"], ["Quarmby, Zelwyn"]) == frozenset()
