"""Who speaks in a conversation and does not fit is told by turns and place, never by name."""

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

TOML = """titel = "Proef"

[[levering]]
instrument = "focusgroep"
bestand = "ruw/fg1.txt"
"""
GESPREK = """Moderator: Wie begint?
Deelnemer 1: Ik rijd elektrisch.
Deelnemer 2: Ik heb geen auto.
Deelnemer 3: Die kabels!
Mw. De Wit: Dat wordt beboet.
Deelnemer 4: Dat is nieuw.
Mw. De Wit: Vanaf januari.
Moderator: Dank u wel.
"""


@pytest.fixture
def kijk(maak_map):
    def look(tekst, toml=TOML):
        map_ = maak_map(toml, ruw={"fg1.txt": tekst})
        regels = check_traject(map_).tekst.split("Nakijken\n")[1:]
        punten = regels[0].split("\n\n")[0].splitlines() if regels else []
        return load_traject(map_), [punt.strip() for punt in punten if "fg1.txt" in punt]

    return look


def count_burgers(traject):
    return int(traject.deelnemers["rol"].eq("burger").sum())


def test_a_name_among_numbers_is_told_with_its_turns_and_not_with_the_name(kijk):
    traject, (punt,) = kijk(GESPREK)
    assert count_burgers(traject) == 5
    assert "4 sprekers hebben een nummer, 1 heet anders en telt ook als burger" in punt
    assert "iemand met een naam (2 beurten, eerste op regel 5)" in punt
    assert "Wit" not in punt


def test_more_citizens_than_the_head_counts_are_told(kijk):
    gesprek = "Aanwezig: 2 bewoners\nM: Wie?\nR1: Ik.\nR2: Ik.\nM: En u?\nR3: Ook.\nR1: Ja.\nR2: Nee.\n"
    _, (punt,) = kijk(gesprek)
    assert "volgens de kop zijn er 2 deelnemers, en als burger tellen er 3" in punt
    assert "R3 (1 beurt, eerste op regel 6), R1 (2 beurten, eerste op regel 3)" in punt


def test_who_listens_by_the_head_counts_as_no_citizen_and_that_is_told(kijk):
    kop = "Aanwezig: 4 bewoners, mw. De Wit (beleidsadviseur, alleen luisterend)\n"
    traject, (punt,) = kijk(kop + GESPREK)
    assert count_burgers(traject) == 4
    assert "1 spreker telt niet als burger maar als waarnemer" in punt
    assert "Wit" not in punt


def test_a_slip_of_the_pen_is_told_with_its_row(kijk):
    gesprek = GESPREK.replace("Mw. De Wit", "Deelnemer 2") + "Deelneemer 3: Nog iets.\n"
    traject, (punt,) = kijk(gesprek)
    assert count_burgers(traject) == 4
    assert "wijkt iets af van die van een andere spreker" in punt
    assert "(op regel 9)" in punt


@pytest.mark.parametrize(
    "gesprek",
    [
        GESPREK.replace("Mw. De Wit", "Deelnemer 5"),
        "Aanwezig: 6 bewoners\n" + GESPREK.replace("Mw. De Wit", "Deelnemer 5"),
        "M: Wie?\nAnna: Ik.\nBram: Ik.\nM: En u?\nR1: Ook.\nAnna: Ja.\nBram: Nee.\nR1: Nee.\n",
    ],
)
def test_where_all_speakers_fit_nothing_is_told(kijk, gesprek):
    assert kijk(gesprek)[1] == []


def test_the_proposal_counts_as_many_people_as_the_check(maak_map):
    kop = "Aanwezig: 4 bewoners, mw. De Wit (beleidsadviseur, alleen luisterend)\n"
    map_ = maak_map(ruw={"fg1.txt": kop + GESPREK})
    (map_ / "traject.toml").unlink()
    assert list(propose_traject(map_).bestanden["mensen"]) == [4]
