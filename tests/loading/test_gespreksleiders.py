import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject

TALK = "Karin Bos: Welkom allemaal.\nPiet de Wit: Ik vond het lastig.\nR3: Ik ook.\nPiet de Wit: Zeker.\nKarin Bos: Waarom?\n"
OTHER = "Ans Smit: Welkom.\nR1: Bij mij ging het goed.\nAns Smit: En dan?\nR1: Niets.\n"
TOML = """titel = "Proef"

[[levering]]
instrument = "focusgroep"
bestand = ["ruw/fg1.txt", "ruw/fg2.txt"]
gespreksleider = [{}]
"""


def read(maak_map, *namen):
    toml = TOML.format(", ".join(f'"{naam}"' for naam in namen))
    return load_traject(maak_map(toml, ruw={"fg1.txt": TALK, "fg2.txt": OTHER}))


def test_a_moderator_who_speaks_nowhere_is_told_without_the_names_of_those_who_do(maak_map):
    with pytest.raises(ContractError) as fout:
        read(maak_map, "Karin Bosch", "Ans Smit")
    (probleem,) = fout.value.lijst
    assert (probleem.bestand, probleem.rij, probleem.kolom) == ("traject.toml", 6, "gespreksleider")
    assert "'Karin Bosch' spreekt niet" in probleem.wat
    assert "staan 5 sprekers" in probleem.wat
    assert not any(naam in str(probleem) for naam in ("Bos'", "Piet", "Smit"))


def test_a_moderator_who_leads_one_of_the_talks_is_enough(maak_map):
    traject = read(maak_map, "karin bos", "Ans Smit")
    assert sorted(traject.deelnemers["rol"]) == ["burger"] * 3 + ["gespreksleider"] * 2
