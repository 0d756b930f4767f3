"""A name that stands in the sources is found in what is about to be settled, also when no list of names knows it."""

from __future__ import annotations

import pytest

from burgerdata.loading.bekende_namen import list_bekende_namen
from burgerdata.loading.load import load_traject
from burgerdata.report.output_scan import scan_uitvoer

SIGNALEN = """Zaaknr;Datum;Kanaal;Omschrijving;Naam klant
Z1;01-03-2026;Balie;Aanvraag duurt acht weken;Dhr. Zuidhof
Z2;02-03-2026;Telefoon;Brief is niet te begrijpen;Mw. Zuidhof
Z3;03-03-2026;Balie;Wil een betalingsregeling;Mw. Tesfaye
Z4;04-03-2026;Balie;Wacht op een besluit;Dhr. Bakker
"""
TOML = """[[levering]]
naam = "signaal"
instrument = "signaal"
bestand = "kcc.csv"
kolommen = { persoon = "Zaaknr", datum = "Datum", kanaal = "Kanaal", bericht = "Omschrijving" }
"""


@pytest.fixture(scope="module")
def traject(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("kcc")
    for naam, tekst in {"kcc.csv": SIGNALEN, "traject.toml": TOML, "sleutel.txt": "ab" * 32}.items():
        (map_ / naam).write_text(tekst, "utf-8")
    return load_traject(map_)


@pytest.mark.parametrize(
    "zin", ["Zuidhof wacht al weken", "een brief, Tesfaye begrijpt hem niet", "Mevrouw De Kroon staat rood"]
)
def test_a_name_from_the_sources_is_found_and_not_repeated(zin, traject, tmp_path):
    (tmp_path / "rapport.csv").write_text(zin, "utf-8")
    [gevonden] = map(str, scan_uitvoer(tmp_path, traject))
    assert gevonden.startswith("rapport.csv: hier staat een naam in, rij 1, begint met")
    assert not {"zuidhof", "tesfaye", "kroon"} & {*gevonden.casefold().split()}


@pytest.mark.parametrize("zin", ["De bakker en de balie", "Bakker is een vak", "de mevrouw aan de balie"])
def test_a_name_that_is_a_word_as_well_says_nothing(zin, traject, tmp_path):
    (tmp_path / "rapport.csv").write_text(zin, "utf-8")
    assert scan_uitvoer(tmp_path, traject) == ()


def test_the_traject_itself_does_not_hold_the_names_that_are_looked_for(traject):
    assert list_bekende_namen(traject) == {"zuidhof", "tesfaye"}
    tabellen = "".join(tabel.to_csv() for tabel in traject.tabellen.values()).casefold()
    assert "zuidhof" not in tabellen
    assert "tesfaye" not in tabellen


VRAGEN = """nr;Wat vindt u van de criteria?;Kent u wethouder Karin Visser?;Kent u tomtom?;Chantal Bos
1;goed;ja;nee;ja
2;slecht;nee;nee;ja
3;goed;ja;ja;nee
"""


@pytest.fixture(scope="module")
def enquete(tmp_path_factory):
    map_ = tmp_path_factory.mktemp("enquete")
    toml = '[[levering]]\nnaam = "e"\ninstrument = "enquete"\nbestand = "e.csv"\npersoon = "nr"\n'
    for naam, tekst in {"e.csv": VRAGEN, "traject.toml": toml, "sleutel.txt": "ab" * 32}.items():
        (map_ / naam).write_text(tekst, "utf-8")
    return load_traject(map_)


@pytest.mark.parametrize(
    "zin", ["Het helpt volgens Ria heel goed", "Volgens Tom ook", "De taak ‘Chantal Bos’ lukt"]
)
def test_a_name_that_is_part_of_a_word_of_a_question_or_is_the_question_is_found(zin, enquete, tmp_path):
    (tmp_path / "rapport.csv").write_text(zin, "utf-8")
    assert len(scan_uitvoer(tmp_path, enquete)) == 1


@pytest.mark.parametrize("zin", ["wethouder Karin Visser is bekend", "Karin", "VISSER, Karin Visser?"])
def test_a_name_that_the_questionnaire_asked_about_may_be_printed(zin, enquete, tmp_path):
    (tmp_path / "rapport.csv").write_text(zin, "utf-8")
    assert scan_uitvoer(tmp_path, enquete) == ()
