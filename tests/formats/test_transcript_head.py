"""The head of a transcript: what it says of the talk is no turn, and the first turn ends it."""

from __future__ import annotations

import pytest

from burgerdata.formats.speakers import Regel, find_turns, parse_turns
from burgerdata.intake.logboek import Logboek

KOPPEN = [
    "Verslag focusgroep\nDatum: 3 maart\nLocatie: buurthuis\nAanwezig: 8 bewoners\nDuur: 90 min\nVerslag: Anja Bos\nGespreksleider: Karin",
    "Groep 2\nModerator: Karin de Wit\nObservator: Kees\nMan: 4\nVrouw: 4 deelnemers",
    "Interview 3\nInterviewer: KW\nRespondent: R07\nDatum: 4 mei",
    "Interview 3\nInterviewer: Karin\nRespondent: vrouw, 54 jaar, Utrecht",
    "Aanwezig:\nAnna: bewoner, 54 jaar\nBram: ondernemer\nKarin: gespreksleider",
    "R1: vrouw, 34 jaar\nR2: man, 61\nProjectleider: Els\nProjectleider: Piet",
]
GESPREKKEN = [
    [("Moderator", "Welkom"), ("Anna", "Ja"), ("Bram", "Ik ook niet"), ("Moderator", "Goed")],
    [
        ("Interviewer", "Hoe gaat het?"),
        ("Respondent", "Goed."),
        ("Interviewer", "Fijn."),
        ("Respondent", "Ja."),
    ],
    [("R1", "4"), ("R2", "Een vrouw van 54 zei dat."), ("R1", "Klopt.")],
]


@pytest.mark.parametrize("kop", KOPPEN)
@pytest.mark.parametrize("gesprek", GESPREKKEN)
def test_what_the_head_says_is_nobody_s_turn(kop: str, gesprek: list[tuple[str, str]]) -> None:
    tekst = "\n".join([kop, "", *(f"{wie}: {wat}" for wie, wat in gesprek)])
    boek = Logboek("fg.txt")
    beurten = parse_turns([Regel(nr, regel) for nr, regel in enumerate(tekst.split("\n"))], boek)
    assert [tuple(rij) for rij in beurten[["spreker", "tekst"]].to_numpy()] == gesprek
    assert boek.to_frame().query("reden == 'tussenkop'")["aantal"].sum() == len(kop.split("\n"))
    assert [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)] == gesprek


def test_a_line_as_in_a_head_is_said_where_the_talk_has_begun() -> None:
    tekst = "Anna: Wie was erbij?\nBram: man, 54 jaar\nAnna: En verder?\nBram: Karin de Wit"
    assert [stuk.spreker for stuk in find_turns(tekst)] == ["Anna", "Bram", "Anna", "Bram"]


def test_a_text_of_nothing_but_such_lines_keeps_them() -> None:
    tekst = "Anna: bewoner\nBram: ondernemer\nAnna: huurder\nBram: winkelier"
    assert len(find_turns(tekst)) == 4
