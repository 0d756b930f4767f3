"""Damaged WebVTT: a cue is read or explained, whatever became of its times or of the first line of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats import READERS
from burgerdata.formats.detect import detect
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron

GOED = """WEBVTT

00:00:03.000 --> 00:00:12.000
<v Anna>Welkom.</v>

00:00:14.000 --> 00:00:23.000
<v Karim>Dank u.</v>

00:00:36.000 --> 00:00:45.000
<v Bep>Ik wacht vaak.</v>

00:00:47.000 --> 00:00:56.000
<v Anna>Waarom?</v>
"""


def read(tekst: str) -> tuple[list[list[object]], list[tuple[str, int]]]:
    bron = Bron(Path("opname.vtt"), "opname.vtt", tekst.encode(), "")
    (ruw,) = READERS[detect(bron)](bron)
    boek = ruw.logboek.to_frame()
    assert ruw.vorm.formaat == "webvtt"
    assert ruw.records_in == len(ruw.vorm.beurten) + count_explained(boek)
    beurten = ruw.vorm.beurten[["spreker", "begin_s", "tekst"]].to_numpy().tolist()
    return beurten, [(str(rij.reden), int(rij.rij)) for rij in boek.itertuples()]


@pytest.mark.parametrize(
    "tijden",
    [
        "00:00:36.000 -> 00:00:45.000",
        "00:00:36 -> 00:00:45.000",
        "00:00:36.000 –> 00:00:45.000",
        "00:00:36.000 --&gt; 00:00:45.000",
        "00:00:36.000 → 00:00:45.000 align:start",
        "00:00:36,000-->00:00:45,000",
        "00:00:36.000 00:00:45.000",
        "0:00:36 --> 0:00:45",
    ],
)
def test_a_cue_with_a_damaged_arrow_is_read(tijden: str) -> None:
    beurten, boek = read(GOED.replace("00:00:36.000 --> 00:00:45.000", tijden))
    assert beurten == read(GOED)[0]
    assert [beurt[0] for beurt in beurten] == ["Anna", "Karim", "Bep", "Anna"]
    assert boek == []


@pytest.mark.parametrize("tijden", ["00:00:xx --> 00:00:45.000", "00:00:36.000 -->", "00:00:36.000", ""])
def test_a_cue_of_which_the_times_are_gone_is_explained_with_its_row(tijden: str) -> None:
    damaged = GOED.replace("00:00:36.000 --> 00:00:45.000\n", f"{tijden}\n" if tijden else "")
    beurten, boek = read(damaged)
    assert [beurt[0] for beurt in beurten] == ["Anna", "Karim", "Anna"]
    assert boek == [("rij_onleesbaar", 9)]


def test_a_file_without_its_first_line_is_read_all_the_same() -> None:
    for zonder in (GOED.replace("WEBVTT\n", ""), GOED.replace("WEBVTT\n\n", "4b0a-guid\n")):
        assert read(zonder) == read(GOED)


def test_what_names_a_cue_or_says_a_time_is_no_cue() -> None:
    genummerd = GOED.replace("00:00:36", "cue 3\n00:00:36").replace("Waarom?", "Waarom\n10:00 - 11:30 uur?")
    beurten, boek = read(genummerd)
    assert beurten[3][2] == "Waarom 10:00 - 11:30 uur?"
    assert (len(beurten), boek) == (4, [])


def test_words_in_brackets_are_said_and_a_sound_is_not() -> None:
    zinnen = [
        "Het is hier druk.",
        "(mee eens)",
        "[achtergrondmuziek]",
        "(ik ook)",
        "(gelach) (applaus)",
        "( )",
        "Ja.",
    ]
    cues = [f"00:00:{nr:02}.000 --> 00:00:{nr + 1:02}.000\n{zin}\n" for nr, zin in enumerate(zinnen, start=1)]
    bron = Bron(Path("opname.vtt"), "opname.vtt", "\n".join(["WEBVTT\n", *cues]).encode(), "")
    (ruw,) = READERS["webvtt"](bron)
    assert ruw.vorm.beurten["tekst"].tolist() == ["Het is hier druk.", "(mee eens)", "(ik ook)", "Ja."]
    boek = ruw.logboek.to_frame()
    assert boek[["reden", "aantal"]].astype("str").to_numpy().tolist() == [["tussenkop", "3"]]
    assert ruw.records_in == 7


def read_cues(zinnen: list[str]) -> list[str]:
    cues = [f"00:00:{nr:02}.000 --> 00:00:{nr + 1:02}.000\n{zin}\n" for nr, zin in enumerate(zinnen, start=1)]
    bron = Bron(Path("opname.vtt"), "opname.vtt", "\n".join(["WEBVTT\n", *cues]).encode(), "")
    (ruw,) = READERS["webvtt"](bron)
    return ruw.vorm.beurten["tekst"].tolist()


def test_a_sentence_that_begins_or_ends_with_a_word_for_a_sound_is_said() -> None:
    gezegd = [
        "Het is hier druk.",
        "(Start eerst met het park)",
        "(ik wil meer muziek)",
        "(Begin bij de school)",
        "(Deur naar de zaal ging niet open...)",
        "(Red de bomen)",
        "[Stilte is belangrijk]",
        "(bomen zijn verwijderd)",
    ]
    gebeurd = [
        "(zachte muziek)",
        "(Bram lacht)",
        "[deur gaat open]",
        "(pauze van tien minuten)",
        "[begin opname]",
        "(naam van de school)",
        "[foto van het plein]",
        "(R3 onverstaanbaar)",
        "(iedereen praat door elkaar)",
    ]
    assert read_cues([*gezegd, *gebeurd]) == gezegd
