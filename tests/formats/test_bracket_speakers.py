"""Speakers in brackets: round, square and full-width ones, in text and in WebVTT, and what brackets hold besides names."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats import READERS
from burgerdata.formats.detect import detect
from burgerdata.formats.speakers import find_turns
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron

GEZEGD = [
    ("Anna", "Welkom."),
    ("Bram", "Het duurt lang."),
    ("Anna", "Hoe lang?"),
    ("Bram", "Een maand."),
    ("Anna", "Dank u."),
]
WIJZEN = ["（{}）{}", "【{}】{}", "[{}] {}", "({}) {}", "({}): {}", "（{}）： {}", "［{}］{}", "{}：{}"]


def read(tekst: str, naam: str) -> list[list[str]]:
    bron = Bron(Path(naam), naam, tekst.encode(), "")
    (ruw,) = READERS[detect(bron)](bron)
    assert ruw.records_in == len(ruw.vorm.beurten) + count_explained(ruw.logboek.to_frame())
    return [[str(wie), str(wat)] for wie, wat in ruw.vorm.beurten[["spreker", "tekst"]].to_numpy()]


def make_vtt(regels: list[str]) -> str:
    cues = [
        f"00:00:{nr * 4:02d}.000 --> 00:00:{nr * 4 + 3:02d}.000\n{regel}" for nr, regel in enumerate(regels)
    ]
    return "\n\n".join(["WEBVTT", *cues, ""])


@pytest.mark.parametrize("wijze", WIJZEN)
@pytest.mark.parametrize("naam", ["fg.txt", "fg.vtt"])
def test_a_name_in_brackets_speaks(wijze: str, naam: str) -> None:
    regels = [wijze.format(*paar) for paar in GEZEGD]
    regels[2:2] = ["[muziek]", "(lacht) [onverstaanbaar]"]
    tekst = make_vtt(regels) if naam.endswith("vtt") else "\n".join(regels)
    assert read(tekst, naam) == [list(paar) for paar in GEZEGD]


@pytest.mark.parametrize(
    "regels",
    [
        [
            "[Muziek]",
            "[Muziek] en dan dit.",
            "[Applaus] ja.",
            "[Muziek] nee.",
            "[Applaus] goed.",
            "[Lacht] wel.",
        ],
        ["(Wonen) te duur", "(Werk) te ver", "(Wonen) te klein", "(Werk) te weinig", "(Zorg) te laat"],
        ["(Lacht) ja", "(Zucht) nee", "(Lacht) goed", "(Zucht) weer", "(Anna lacht) dat", "(Anna lacht) wat"],
        [
            "（Bijlage 1）kaart",
            "（Bijlage 2）lijst",
            "（Bijlage 1）plan",
            "（Bijlage 2）brief",
            "（Bijlage 1）foto",
        ],
    ],
)
@pytest.mark.parametrize("naam", ["fg.txt", "fg.vtt"])
def test_other_words_in_brackets_are_nobody(regels: list[str], naam: str) -> None:
    tekst = make_vtt(regels) if naam.endswith("vtt") else "\n".join(regels)
    bron = Bron(Path(naam), naam, tekst.encode(), "")
    (ruw,) = READERS["webvtt" if naam.endswith("vtt") else "tekst"](bron)
    assert set(ruw.vorm.beurten["spreker"]) == {""}


def test_what_happens_while_somebody_speaks_stays_in_the_turn() -> None:
    tekst = "Anna: Ja.\n[Lacht] Dat weet ik.\nBram: Nee.\n[Lacht] Ik ook.\nAnna: (zucht) Goed."
    assert read(tekst, "fg.txt") == [
        ["Anna", "Ja.\n[Lacht] Dat weet ik."],
        ["Bram", "Nee.\n[Lacht] Ik ook."],
        ["Anna", "(zucht) Goed."],
    ]


def test_a_turn_behind_brackets_stands_where_it_is_said() -> None:
    tekst = "\n".join(f"（{wie}）{wat}" for wie, wat in GEZEGD)
    assert [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)] == GEZEGD
