"""Who was at a session, from what people write in the cells of a list of attendance."""

import pytest

from burgerdata import measure_aanwezigheid
from burgerdata.loading import check_traject, load_traject

TOML = """[[levering]]
naam = "beraad"
instrument = "burgerberaad"
fase = "beleidsontwikkeling"
werving = "loting"
onderdelen = { aanwezigheid = "ruw/presentie.csv" }
persoon = "Lidnummer"
"""
ER = [
    "x",
    "X (online)",
    "x, alleen ochtend",
    "\u00bd",
    "0,5",
    "ja - later",
    "aanwezig (tot 15 uur)",
    "half",
    "1",
]
WEG = ["", "-", "nee", "afgemeld", "afwezig (ziek)", "a", "0"]


def lijst(cellen: list[str]) -> dict[str, str]:
    rijen = [f'L{nr};"{cel}";x\n' for nr, cel in enumerate(cellen, 1)]
    return {"presentie.csv": "Lidnummer;Sessie 1;Sessie 2\n" + "".join(rijen)}


def test_a_tick_with_how_or_how_long_behind_it_is_a_person_who_was_there(maak_map):
    """Nine of these sixteen were there, and all sixteen at the second session."""
    t = load_traject(maak_map(TOML, ruw=lijst([*ER, *WEG])))
    assert measure_aanwezigheid(t)["n"].tolist() == [9, 16]
    assert "buiten_bereik" not in set(t.logboek["reden"])


@pytest.mark.parametrize("cel", ["x (afgemeld)", "onbekend", "Piet belt nog"])
def test_a_cell_that_says_neither_counts_as_away_and_is_told(maak_map, cel):
    map_ = maak_map(TOML, ruw=lijst(["x"] * 5 + [cel]))
    assert measure_aanwezigheid(load_traject(map_))["n"].tolist() == [5, 6]
    tekst = check_traject(map_).tekst
    assert "kolom 'Sessie 1': 1 antwoord valt buiten de schaal of de groepen en telt niet mee" in tekst
