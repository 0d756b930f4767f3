"""Headings between turns, and what stands below the last one: nobody says it, and nothing else is lost."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from burgerdata.formats.docx import read_docx
from burgerdata.formats.speakers import find_turns
from burgerdata.formats.text import read_text
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron

KOP = "Heading 1"


def write_word(*alineas: tuple[str, str]) -> Bron:
    document = docx.Document()
    eigen = document.styles.add_style("Hoofdstuk bureau", 1)
    eigen.base_style = document.styles[KOP]
    for stijl, tekst in alineas:
        document.add_paragraph(tekst, style=stijl)
    buffer = io.BytesIO()
    document.save(buffer)
    return Bron(Path("fg.docx"), "fg.docx", buffer.getvalue(), "")


def read_word(*alineas: tuple[str, str]) -> list[tuple[str, str]]:
    (ruw,) = read_docx(write_word(*alineas))
    logboek = ruw.logboek.to_frame()
    assert ruw.records_in == len(ruw.vorm.beurten) + count_explained(logboek)
    return [tuple(rij) for rij in ruw.vorm.beurten[["spreker", "tekst"]].to_numpy()]


@pytest.mark.parametrize("stijl", [KOP, "Heading 3", "Title", "Hoofdstuk bureau"])
def test_a_heading_between_two_turns_is_said_by_nobody(stijl: str) -> None:
    gezegd = read_word(
        ("Title", "Verslag"),
        ("Normal", "Moderator: Wie begint?"),
        ("Normal", "R1: Ik heb nergens last van."),
        ("Normal", "Mijn zoon wel."),
        (stijl, "2. Laadpalen in de wijk"),
        ("Normal", "R2: Bij de sporthal."),
    )
    assert gezegd == [
        ("Moderator", "Wie begint?"),
        ("R1", "Ik heb nergens last van.\nMijn zoon wel."),
        ("R2", "Bij de sporthal."),
    ]


def test_what_stands_below_a_heading_without_a_speaker_is_kept_as_said_by_nobody_known() -> None:
    gezegd = read_word(
        ("Normal", "M: Wie begint?"),
        ("Normal", "R1: Ik."),
        (KOP, "2. Laadpalen"),
        ("Normal", "In dit deel gaat het over laadpalen."),
        ("Normal", "Eerst kwam een filmpje."),
        ("Normal", "R2: Bij de sporthal."),
        ("Normal", "Daar is plek."),
    )
    assert gezegd[2:] == [
        ("", "In dit deel gaat het over laadpalen.\nEerst kwam een filmpje."),
        ("R2", "Bij de sporthal.\nDaar is plek."),
    ]


def test_where_people_speak_in_the_style_of_a_heading_nothing_is_taken_for_one() -> None:
    gezegd = read_word(
        (KOP, "M: Wie begint?"), (KOP, "R1: Ik."), (KOP, "Want ik woon er."), (KOP, "M: Dank.")
    )
    assert gezegd == [("M", "Wie begint?"), ("R1", "Ik.\nWant ik woon er."), ("M", "Dank.")]


STAARTEN = [
    "Verslag: bureau Oever & Zn., 19 mei 2026",
    "Verslag door bureau Oever",
    "Uitgewerkt door Karin de Wit\nVersie: concept",
    "Notulist: Karin de Wit",
    "Einde van de opname.",
]


@pytest.mark.parametrize("staart", STAARTEN)
def test_who_wrote_the_report_below_the_last_turn_is_no_part_of_it(staart: str) -> None:
    tekst = f"M: Wie begint?\nR1: Ik.\nM: Dank u wel.\n\n{staart}\n"
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", tekst.encode(), ""))
    assert list(ruw.vorm.beurten["tekst"]) == ["Wie begint?", "Ik.", "Dank u wel."]
    assert ruw.records_in == 3 + count_explained(ruw.logboek.to_frame())
    assert [stuk.spreker for stuk in find_turns(tekst)] == ["M", "R1", "M"]
    assert tekst[slice(*find_turns(tekst)[-1][1:])] == "Dank u wel."


@pytest.mark.parametrize(
    "slot",
    [
        "Het verslag lees ik graag.",
        "Geschreven door mensen die er niets van weten.",
        "Einde van de straat, daar is het donker.",
        "Let op: dat geldt ook voor fietsers.",
        "Notulist: Bedankt voor uw komst.",
    ],
)
def test_a_last_line_that_somebody_may_say_stays(slot: str) -> None:
    tekst = f"M: Wie begint?\nR1: Ik.\nNotulist: Mag het harder?\nR1: Ja.\n{slot}"
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", tekst.encode(), ""))
    assert slot.removeprefix("Notulist: ") in ruw.vorm.beurten["tekst"].iloc[-1]
