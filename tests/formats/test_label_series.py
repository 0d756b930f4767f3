"""Speakers with a number in two parts, of whom some speak once only."""

import pytest

from burgerdata.formats.speakers import find_labels, find_turns

TALK = "GL: Welkom.\n{0}: Druk.\n{1}: Ja.\n{0}: En vies.\n{2}: Klopt.\nGL: Dank.\n{1}: Graag gedaan."


@pytest.mark.parametrize(
    "codes",
    [
        ("G1-1", "G1-2", "G1-3"),
        ("P1.1", "P1.2", "P1.3"),
        ("V1_1", "M1_1", "M1_2"),
        ("FG2-R1", "FG2-R2", "FG2-R3"),
    ],
)
def test_who_speaks_once_is_a_speaker_when_others_with_such_a_number_come_back(codes):
    tekst = TALK.format(*codes)
    stukken = [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)]
    eerste, tweede, derde = codes
    assert [wie for wie, _ in stukken] == ["GL", eerste, tweede, eerste, derde, "GL", tweede]
    assert stukken[3:5] == [(eerste, "En vies."), (derde, "Klopt.")]


@pytest.mark.parametrize("kop", ["Vraag 1.1", "A1.2", "B2-1"])
def test_the_number_of_a_question_among_other_speakers_is_nobody(kop):
    tekst = f"M: Welkom.\nR1: Ja.\n{kop}: Hoe veilig is de wijk?\nR1: Nee.\nM: Dank."
    assert find_labels(tekst.splitlines()) == {"M", "R1"}
