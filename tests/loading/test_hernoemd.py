"""Rows of vragen.xlsx under the old name of a delivery point at the one that has their columns, not at a name alike."""

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject

TOML = """titel = "Proef"
[[levering]]
naam = "klantenquete"
instrument = "enquete"
bestand = "ruw/klant.csv"
[[levering]]
naam = "avond"
instrument = "enquete"
bestand = "ruw/avond.csv"
"""
KLANT = "nr;Cijfer loket;Brief duidelijk\n1;7;eens\n2;8;oneens\n"
AVOND = "nr;Vertrouwen vooraf;Vertrouwen achteraf\n1;4;5\n2;5;6\n"


def tell(maak_map, regels):
    tekst = "levering;kolom;vraag_id\n" + "".join(
        f"{naam};{kolom};v{nr}\n" for nr, (naam, kolom) in enumerate(regels)
    )
    map_ = maak_map(TOML, ruw={"klant.csv": KLANT, "avond.csv": AVOND})
    (map_ / "vragen.csv").write_text(tekst, "utf-8")
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    return [str(probleem) for probleem in fout.value.lijst if "deze levering staat niet" in probleem.wat]


def test_each_old_name_points_at_the_delivery_with_its_columns(maak_map):
    oud = [
        ("enquete1", "vertrouwen vooraf"),
        ("enquete1", "Vertrouwen achteraf"),
        ("enquete1", "Weg"),
        ("enquete2", "Cijfer loket"),
        ("enquete2", "Brief duidelijk"),
        ("enquete2", "Weg"),
    ]
    eerste, tweede = tell(maak_map, oud)
    assert eerste.startswith("vragen.csv, rij 2 t/m 4")
    assert "bedoelde u 'avond'?" in eerste
    assert "rij 5 t/m 7" in tweede
    assert "bedoelde u 'klantenquete'?" in tweede


def test_rows_of_a_delivery_that_got_another_name_are_still_of_it(maak_map):
    map_ = maak_map(TOML, ruw={"klant.csv": KLANT, "avond.csv": AVOND})
    oud = "enquete1;vertrouwen vooraf;vooraf\nenquete1;Vertrouwen achteraf;achteraf\n"
    (map_ / "vragen.csv").write_text(
        f"levering;kolom;vraag_id\n{oud}klantenquete;Cijfer loket;loket\n", "utf-8"
    )
    vragen = load_traject(map_).vragen
    paren = set(zip(vragen["activiteit_id"].astype("str"), vragen["vraag_id"].astype("str"), strict=True))
    assert paren == {("avond", "vooraf"), ("avond", "achteraf"), ("klantenquete", "loket")}


def test_a_name_alike_is_not_meant_when_another_delivery_has_some_of_the_columns(maak_map):
    [zin] = tell(maak_map, [("klantenquete2", kolom) for kolom in ("Vertrouwen vooraf", "Wijk", "Leeftijd")])
    assert "kies uit avond" in zin
