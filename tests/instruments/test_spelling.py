"""The same answer in another spelling is one answer, whichever way people typed it."""

from collections import Counter

import pytest

from burgerdata.instruments import Groepregel, Vraagregel, Vragenlijst
from burgerdata.shapes import Kolom

CELLEN = ["goed"] * 22 + ["goed."] * 10 + ["Goed."] * 3 + ["matig"] * 6 + ["Matig. "] * 4 + ["slecht!"] * 5


def tel(tabellen, vraag_id: str) -> dict[str, int]:
    """Count the answers by their label."""
    opties = tabellen["opties"][tabellen["opties"]["vraag_id"] == vraag_id]
    labels = dict(zip(opties["code"], opties["label"], strict=True))
    gegeven = tabellen["antwoorden"]
    gegeven = gegeven[(gegeven["vraag_id"] == vraag_id) & (gegeven["status"] == "gegeven")]
    return dict(Counter(str(labels[code]) for code in gegeven["code"]))


@pytest.mark.parametrize("soort", ["een_antwoord", "meer_antwoorden"])
def test_a_full_stop_behind_an_answer_makes_no_other_answer(bouw, tabel, soort):
    lijst = Vragenlijst((Vraagregel("enquete", "Hoe was het?", soort=soort),))
    tabellen = bouw(tabel({"Hoe was het?": CELLEN}), lijst=lijst)
    assert tel(tabellen, "hoe_was_het") == {"goed": 35, "matig": 10, "slecht!": 5}


def test_each_other_spelling_is_told_in_the_log(bouw, tabel):
    """'goed.', 'Goed.' and 'Matig. ' were written otherwise."""
    boek = bouw(tabel({"Hoe was het?": CELLEN}))["logboek"]
    assert boek["aantal"][boek["reden"] == "cel_gewijzigd"].sum() == 3


def test_a_code_of_the_file_stays_the_code_when_more_people_wrote_a_full_stop(bouw, tabel):
    kolom = Kolom("v1", "Hoe was het?", {"g": "goed", "s": "slecht"})
    tabellen = bouw(tabel({"v1": ["g"] * 3 + ["g."] * 5 + ["s"] * 2}, extra={"v1": kolom}))
    assert tel(tabellen, "v1") == {"goed": 8, "slecht": 2}


def test_a_group_names_an_answer_in_either_spelling(bouw, tabel):
    groep = Groepregel("wijk", "Waar woont u?", "Centrum", codes=("binnenstad.",))
    lijst = Vragenlijst(groepen=(groep,))
    tabellen = bouw(tabel({"Waar woont u?": ["binnenstad"] * 30 + ["Noord"] * 20}), lijst=lijst)
    assert tel(tabellen, "wijk") == {"Centrum": 30}
