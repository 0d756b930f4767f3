"""A row that does not fit its header is told together with all else that is wrong, in its file and in the others."""

from __future__ import annotations

import pickle

import pytest

from burgerdata.errors import RijError
from burgerdata.loading import check_traject, load_traject

RIJEN = "".join(f"{nr};{nr % 10 + 1};{nr % 2}\n" for nr in range(1, 31))
LEVERING = '[[levering]]\nnaam = "a"\ninstrument = "enquete"\nbestand = "ruw/a.csv"\n'
TWEEDE = '[[levering]]\nnaam = "b"\ninstrument = "enquete"\nbestand = "ruw/b.csv"\ngewicht = "weging"\n'


def damage(rijen: str) -> str:
    """Row 5 has a cell too few, row 9 one too many."""
    regels = rijen.splitlines()
    regels[3], regels[7] = "4;5", f"{regels[7]};3"
    return "\n".join(regels) + "\n"


def test_a_wrong_setting_of_the_same_file_shows_beside_its_short_row(maak_map):
    a = "nr;Welk cijfer?;gewicht\n" + damage(RIJEN)
    toml = LEVERING + 'gewicht = "gewicht"\npersoon = "lidnummer"\n'
    tekst = check_traject(maak_map(toml, ruw={"a.csv": a})).tekst
    assert "ruw/a.csv, rij 5: deze rij heeft 2 cellen, de kop 3 (ook rij 9)" in tekst
    assert "de kolom 'lidnummer' bij 'persoon' staat niet in ruw/a.csv" in tekst


def test_a_wrong_cell_is_named_by_the_row_of_the_file_itself(maak_map):
    """Of row 20 (nr 19) the weight is below zero; the rows before it that are wrong do not shift its number."""
    a = "nr;Welk cijfer?;gewicht\n" + damage(RIJEN).replace("19;10;1\n", "19;10;-1\n")
    tekst = check_traject(maak_map(LEVERING + 'gewicht = "gewicht"\n', ruw={"a.csv": a})).tekst
    assert "rij 5: deze rij heeft 2 cellen" in tekst
    assert "rij 20" in tekst


def test_the_other_file_is_looked_through_as_well(maak_map):
    b = "nr;Welk cijfer?;weging\n" + RIJEN.replace("19;10;1\n", "19;10;-1\n")
    ruw = {"a.csv": "nr;Welk cijfer?;Ja?\n" + damage(RIJEN), "b.csv": b}
    tekst = check_traject(maak_map(LEVERING + TWEEDE, ruw=ruw)).tekst
    assert "ruw/a.csv, rij 5" in tekst
    assert "ruw/b.csv, rij 20" in tekst


def test_a_traject_with_such_a_row_is_not_loaded(maak_map):
    with pytest.raises(Exception, match="1 probleem in de bronbestanden"):
        load_traject(maak_map(LEVERING, ruw={"a.csv": "nr;Welk cijfer?;Ja?\n" + damage(RIJEN)}))


def test_the_error_travels_with_its_rows():
    fout = pickle.loads(pickle.dumps(RijError("te kort", "vul aan", bestand="a.csv", rijen=[5, 9])))
    assert (fout.rijen, str(fout)) == ((5, 9), "a.csv, rij 5: te kort; vul aan")
