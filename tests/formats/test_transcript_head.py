"""The head of a transcript: what it says of the talk is no turn, and the first turn ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
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


def read_sprekers(tekst: str) -> list[tuple[str, str]]:
    regels = [Regel(nr, regel) for nr, regel in enumerate(tekst.split("\n"))]
    return [tuple(rij) for rij in parse_turns(regels, Logboek("fg.txt"))[["spreker", "tekst"]].to_numpy()]


def test_who_is_introduced_and_says_nothing_takes_part_without_words() -> None:
    kop = (
        "R1: vrouw, 54 jaar\nR2: man, 60 jaar\nR3: vrouw, 23 jaar\nR4: man, 33 jaar\nNotulist: vrouw, 30 jaar"
    )
    gesprek = "\nM: Hoe is het?\nR1: Druk.\nR2: Rustig.\nM: Dank."
    beurten = read_sprekers(kop + gesprek)
    assert [wie for wie, _ in beurten] == ["M", "R1", "R2", "M", "R3", "R4"]
    assert [wat for _, wat in beurten] == ["Hoe is het?", "Druk.", "Rustig.", "Dank.", "", ""]


TWEE = "R1: vrouw, 54 jaar\nR2: man, 60 jaar\n"
PRAAT = "M: Hoe is het?\nR1: Druk.\nR2: Rustig.\nM: Dank."


@pytest.mark.parametrize(
    "kop",
    [
        "R3: vrouw, 23 jaar (afgemeld)\nR4: man, 40 jaar, niet gekomen\n",
        "R3: afgemeld\nR4: niet verschenen\n",
        "R3: vrouw, 23 jaar, heeft zich op het laatste moment afgemeld wegens ziekte.\n",
        "R3: man, 33 jaar, kon helaas niet komen\nR4: vrouw, 40 jaar, verhinderd\n",
        "R3: man, 61 jaar, ziek\nR4: vrouw, 30 jaar, kon er niet bij zijn\n",
        "R3: man, 61 jaar, kon er helaas niet bij zijn\nR4: vrouw, 30 jaar, afwezig met bericht\n",
        "Afwezig:\nR3: vrouw, 23 jaar\nR4: man, 33 jaar\n",
        "R3: vrouw, 23 jaar\nR4: man, 33 jaar\nAfgemeld: R3 en R4\n",
    ],
)
def test_who_did_not_come_is_no_participant_and_says_nothing(kop: str) -> None:
    beurten = read_sprekers(f"{TWEE}{kop}{PRAAT}")
    assert [wie for wie, _ in beurten] == ["M", "R1", "R2", "M"]


@pytest.mark.parametrize(
    "rest",
    [
        "vrouw, 23 jaar, kwam later",
        "vrouw, 23 jaar, kan niet lezen",
        "vrouw, 23 jaar, tweede helft afwezig",
        "man, 23 jaar, ziekenverzorgende",
        "man, 53 jaar, chronisch ziek",
        "man, 53 jaar, kon eerste helft niet komen",
        "man, 23 jaar, niet eerder meegedaan",
    ],
)
def test_who_came_and_says_nothing_stays_one(rest: str) -> None:
    assert read_sprekers(f"Afwezig: wethouder\nAanwezig:\n{TWEE}R3: {rest}\n{PRAAT}")[-1] == ("R3", "")


def test_who_says_nothing_is_a_participant_with_no_fragment_and_every_line_is_explained(
    tmp_path: Path,
) -> None:
    kop = "R1: vrouw, 54 jaar\nR2: man, 60 jaar\nR3: vrouw, 23 jaar\nR4: man, 33 jaar\n"
    (tmp_path / "fg1.txt").write_text(kop + "M: Hoe is het?\nR1: Druk.\nR2: Rustig.\nM: Dank.\n", "utf-8")
    t = bd.read_bestand(tmp_path / "fg1.txt", instrument="focusgroep")
    assert t.deelnemers["rol"].astype("str").tolist() == ["gespreksleider", *["burger"] * 4]
    assert t.fragmenten["tekst"].tolist() == ["Hoe is het?", "Druk.", "Rustig.", "Dank."]
    assert t.bronnen[["records_in", "records_uit", "records_verklaard"]].to_numpy().tolist() == [[8, 4, 4]]


def test_who_may_be_called_otherwise_in_the_talk_or_came_in_office_is_no_one_more() -> None:
    anders = "Anna: bewoner, 54 jaar\nBram: huurder\nM: Hoe is het?\nR1: Druk.\nR2: Rustig.\nM: Dank."
    assert {wie for wie, _ in read_sprekers(anders)} == {"M", "R1", "R2"}
    kop = "Anna: bewoner\nBram: huurder\nEls: wethouder\nKarin: gespreksleider, 40 jaar\n"
    gesprek = "M: Hoe is het?\nAnna de Wit: Druk.\nM: Ja?\nAnna de Wit: Erg druk."
    assert {wie for wie, _ in read_sprekers(kop + gesprek)} == {"M", "Anna de Wit", "Bram"}


def test_a_round_of_grades_is_said_and_a_count_is_not() -> None:
    ronde = "Anna: 8\nKees: 6\nMarieke: 7\nGespreksleider: Waarom?\nAnna: Het is mooi.\nKees: Het is druk."
    beurten = read_sprekers("Mannen: 1\nVrouw: 2\n" + ronde)
    assert beurten[:3] == [("Anna", "8"), ("Kees", "6"), ("Marieke", "7")]
    assert [wie for wie, _ in beurten[3:]] == ["Gespreksleider", "Anna", "Kees"]


def test_a_line_as_in_a_head_is_said_where_the_talk_has_begun() -> None:
    tekst = "Anna: Wie was erbij?\nBram: man, 54 jaar\nAnna: En verder?\nBram: Karin de Wit"
    assert [stuk.spreker for stuk in find_turns(tekst)] == ["Anna", "Bram", "Anna", "Bram"]


def test_a_text_of_nothing_but_such_lines_keeps_them() -> None:
    tekst = "Anna: bewoner\nBram: ondernemer\nAnna: huurder\nBram: winkelier"
    assert len(find_turns(tekst)) == 4
