"""The sheet that a delivery names holds for the files that have it; no file is refused for lacking the sheet of another."""

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject

TAKEN = [
    ["deelnemer", "taak", "succes", "tijd"],
    *([f"P{nr}", "inloggen", "ja" if nr < 4 else "nee", 40 + nr] for nr in range(1, 6)),
]
BEVINDINGEN = [
    ["bevinding", "ernst", "taak", "deelnemers"],
    ["De knop is niet te zien", 3, "inloggen", "P1, P2"],
]
ANTWOORDEN = [["nr", "Welk cijfer geeft u?"], [1, 7], [2, 8]]
METINGEN = """[[levering]]
instrument = "klantpanel"
panel      = "p"
persoon    = "nr"
blad       = "Data"
metingen   = { t0 = "ruw/a.xlsx", t1 = "ruw/b.xlsx" }
"""


def test_a_part_in_a_file_without_the_sheet_is_read_whole(maak_map):
    toml = (
        '[[levering]]\ninstrument = "usability"\nblad = "Ronde 1"\n'
        'onderdelen = { taken = "ruw/taken.xlsx", bevindingen = "ruw/lijst.xlsx" }\n'
    )
    bladen = {
        "ruw/taken.xlsx": {"Ronde 1": TAKEN, "Ronde 2": TAKEN[:3]},
        "ruw/lijst.xlsx": {"Blad1": BEVINDINGEN},
    }
    traject = load_traject(maak_map(toml, ruw={}, bladen=bladen))
    gelezen = traject.bronnen[traject.bronnen["gebruikt"]][["bestand", "blad", "records_in"]]
    assert gelezen.astype("str").to_numpy().tolist() == [
        ["ruw/taken.xlsx", "Ronde 1", "5"],
        ["ruw/lijst.xlsx", "Blad1", "1"],
    ]
    assert len(traject.deelnemers) == 5  # who met a finding is who did the tasks


def test_the_only_sheet_of_another_wave_is_the_one_that_is_meant(maak_map):
    bladen = {
        "ruw/a.xlsx": {"Data": ANTWOORDEN, "Uitleg": [["Let op"], ["x"]]},
        "ruw/b.xlsx": {"Blad1": ANTWOORDEN},
    }
    traject = load_traject(maak_map(METINGEN, ruw={}, bladen=bladen))
    assert traject.activiteiten["activiteit_id"].tolist() == ["klantpanel_t0", "klantpanel_t1"]


def test_of_several_sheets_none_is_guessed(maak_map):
    ander = {"Ruw": ANTWOORDEN, "Uitleg": [["Let op"], ["x"]]}
    bladen = {"ruw/a.xlsx": {"Data": ANTWOORDEN}, "ruw/b.xlsx": ander}
    with pytest.raises(
        ContractError, match=r"ruw/b\.xlsx: het blad 'Data' bestaat niet; kies uit Ruw, Uitleg"
    ):
        load_traject(maak_map(METINGEN, ruw={}, bladen=bladen))


def test_a_sheet_that_no_file_has_is_told(maak_map):
    bladen = {"ruw/a.xlsx": {"Een": ANTWOORDEN}, "ruw/b.xlsx": {"Twee": ANTWOORDEN}}
    with pytest.raises(ContractError, match="het blad 'Data' bestaat niet"):
        load_traject(maak_map(METINGEN, ruw={}, bladen=bladen))
