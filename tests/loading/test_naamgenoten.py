"""Namesakes are not one person: a column of surnames is not proposed as the person, and is named where it is one."""

from __future__ import annotations

import pytest

from burgerdata.analysis import summarise_vraag
from burgerdata.loading.load import load_traject
from burgerdata.loading.nakijken import find_nakijken
from burgerdata.loading.propose import propose_traject

SOORTEN = ["Wachttijd"] * 5 + ["Brief"] * 3
NAMEN = [
    "Dhr. Zuidhof",
    "Mw. Zuidhof",
    "Dhr. Zuidhof",
    "Mw. Tesfaye",
    "Dhr. Zuidhof",
    "Mw. Tesfaye",
    "Dhr. Nijdam",
    "Dhr. Nijdam",
]
"""Four rows repeat a name: Dhr. Zuidhof twice, Mw. Tesfaye and Dhr. Nijdam once."""
TOML = """[[levering]]
naam = "kcc"
instrument = "signaal"
bestand = "kcc.csv"
kolommen = { persoon = "PERSOON", datum = "Datum", kanaal = "Kanaal", bericht = "Omschrijving", kenmerk = ["Categorie"] }
"""


def write_signalen(map_, namen=NAMEN, kop="Naam klant"):
    regels = [
        f"Z{nr};0{nr + 1}-03-2026;Balie;{soort};Melding nummer {nr} over het loket;{naam}"
        for nr, (soort, naam) in enumerate(zip(SOORTEN, namen, strict=True))
    ]
    kolommen = f"Zaaknr;Datum;Kanaal;Categorie;Omschrijving;{kop}"
    (map_ / "kcc.csv").write_text("\n".join([kolommen, *regels]), "utf-8")


def load(map_, persoon):
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.replace("PERSOON", persoon), "utf-8")
    return load_traject(map_)


@pytest.mark.parametrize("kop", ["Naam klant", "Klant", "Melder"])
def test_a_column_of_surnames_is_no_person_in_the_draft_and_is_asked_about(tmp_path, kop):
    write_signalen(tmp_path, kop=kop)
    voorstel = propose_traject(tmp_path)
    [rij] = voorstel.bestanden.astype("object").to_dict("records")
    assert rij["herkend_als"] == "signaal, csv"
    assert rij["mensen"] is not rij["rijen"]
    assert f"? '{kop}' onderscheidt naamgenoten niet: elke melding telt" in rij["let_op"]
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'kolommen = { bericht_id = "Zaaknr", datum = "Datum"' in toml
    assert "persoon = " not in toml
    assert f'# zonder persoon: in "{kop}" zijn naamgenoten niet te onderscheiden' in toml


def test_a_number_of_the_person_goes_before_names(tmp_path):
    write_signalen(tmp_path, [f"{naam};K{nr}" for nr, naam in enumerate(NAMEN)], kop="Naam klant;Klantnummer")
    propose_traject(tmp_path)
    assert 'persoon = "Klantnummer"' in (tmp_path / "traject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "namen",
    [
        [
            "An Zuidhof",
            "Bo Tesfaye",
            "An Zuidhof",
            "Cas Nijdam",
            "Dirk Bos",
            "Eva Mol",
            "Bo Tesfaye",
            "Guus Pol",
        ],
        [f"K{nr % 4}" for nr in range(8)],
    ],
)
def test_full_names_and_numbers_that_come_back_are_persons(tmp_path, namen):
    write_signalen(tmp_path, namen, kop="Klant")
    propose_traject(tmp_path)
    assert 'persoon = "Klant"' in (tmp_path / "traject.toml").read_text("utf-8")


def test_names_that_the_analyst_calls_the_person_are_told_without_a_name(tmp_path):
    write_signalen(tmp_path)
    zinnen = [str(een) for een in find_nakijken(load(tmp_path, "Naam klant"), tmp_path)]
    assert zinnen == [
        "kcc.csv, kolom 'Naam klant': 4 rijen herhalen een naam van één woord, en naamgenoten tellen nu als één mens; "
        "noem bij persoon een kolom met een nummer per mens, of haal persoon weg: dan telt elke melding"
    ]


def test_the_category_of_a_signal_is_an_answer_also_when_everybody_gave_one(tmp_path):
    write_signalen(tmp_path)
    traject = load(tmp_path, "Zaaknr")
    assert traject.vragen.set_index("vraag_id")["rol"].to_dict() == {"categorie": "inhoud"}
    tabel = summarise_vraag(traject, "categorie")
    assert dict(zip(tabel["label"], tabel["n"], strict=True)) == {"Brief": 3, "Wachttijd": 5}
    [zin] = map(str, find_nakijken(traject, tmp_path))  # of the number of a case, and of no namesakes
    assert "'Zaaknr' bij persoon nummert zaken" in zin
