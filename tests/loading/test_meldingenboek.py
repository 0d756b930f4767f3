"""What an office noted of complaints and contacts, and what was heard at a school gate: neither is a survey or an evening."""

from __future__ import annotations

import tomllib

import pytest

from burgerdata.loading import load_traject, propose_traject

KLACHTEN = [
    ["zaaknr", "ontvangen", "kanaal", "categorie", "omschrijving", "status"],
    *(
        [
            f"Z{nr}",
            "2025-03-01",
            "balie",
            "Wachttijd" if nr % 3 else "Besluit",
            f"wacht al {nr} maanden",
            "loopt",
        ]
        for nr in range(1, 13)
    ),
]
CONTACTEN = [
    ["contactid", "datum", "soort", "onderwerp", "notitie"],
    *(
        [f"C{nr}", "2025-04-02", "telefoon", "opvoeden", f"Ouder vraagt voor de {nr}e keer om terugbellen"]
        for nr in range(1, 21)
    ),
]
PRAATJES = [
    ["datum", "plek", "wie", "Wat werd er gezegd", "toon", "genoteerd door"],
    *(
        [
            "2025-09-28",
            "schoolplein",
            "moeder" if nr % 2 else "vader",
            f"Het duurt nu {nr} weken.",
            "negatief",
            "MV",
        ]
        for nr in range(1, 13)
    ),
]


def test_two_sheets_of_signals_with_other_columns_are_two_deliveries_with_all_rows(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "meldingen.xlsx", {"klachten": KLACHTEN, "contacten": CONTACTEN})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden[["bestand", "herkend_als", "rijen"]].to_numpy().tolist() == [
        ["meldingen.xlsx, blad 'klachten'", "signaal, Excel", 12],
        ["meldingen.xlsx, blad 'contacten'", "signaal, Excel", 20],
    ]
    een, ander = tomllib.loads((tmp_path / "traject.toml").read_text("utf-8"))["levering"]
    assert een["kolommen"]["bericht"] == "omschrijving"
    assert een["kolommen"]["kenmerk"] == ["categorie"]
    assert ander["kolommen"]["bericht"] == "notitie"
    traject = load_traject(tmp_path)
    assert traject.fragmenten["activiteit_id"].astype("str").value_counts().to_dict() == {
        "signaal_klachten": 12,
        "signaal_contacten": 20,
    }
    assert "Nog in geen levering" not in propose_traject(tmp_path).tekst


def test_what_was_heard_and_written_down_by_somebody_is_street_talk(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "praatjes.xlsx", {"praatjes": PRAATJES})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["straatgesprek"]
    traject = load_traject(tmp_path)
    assert len(traject.deelnemers) == 12
    assert traject.vragen["kolom"].astype("str").tolist() == ["wie", "Wat werd er gezegd"]


@pytest.mark.parametrize(
    ("rijen", "soort"),
    [
        ([["ronde", "onderwerp", "notitie"], ["1", "groen", "meer bomen"], ["2", "groen", "geen stenen"]], "burgerdialoog"),
        ([["tafel", "datum", "notitie"], ["1", "2025-03-01", "bomen"], ["2", "2025-03-01", "banken"]], "burgerdialoog"),
        ([["nr", "datum", "wijk", "Wat vindt u?"], *([nr, "2025-03-01", "Noord", f"antwoord {nr}"] for nr in range(9))], "enquête"),
        ([["datum", "locatie", "omschrijving"], *(["2025-03-01", f"straat {nr}", f"gat {nr}"] for nr in range(9))], "enquête"),
    ],
)  # fmt: skip
def test_notes_of_tables_and_answers_stay_what_they_were(rijen, soort, tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "map.xlsx", {"blad": rijen})
    assert propose_traject(tmp_path).bestanden["herkend_als"][0].startswith(soort)


def test_sheets_of_signals_that_are_alike_stay_one_delivery(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "meldingen.xlsx", {"januari": KLACHTEN, "februari": KLACHTEN[:8]})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden[["bestand", "rijen"]].to_numpy().tolist() == [["meldingen.xlsx", 19]]


def test_notes_of_an_office_under_their_own_word_are_signals(tmp_path, schrijf_boek):
    kop = ["Zaaknr", "Datum melding", "Kanaal", "Categorie", "Notitie medewerker", "Status"]
    rijen = [
        [f"EL-{nr}", "2026-08-17", "balie", "Loket", f"Stond {nr} keer voor niets", "open"]
        for nr in range(12)
    ]
    schrijf_boek(tmp_path / "export.xlsx", {"export": [kop, *rijen]})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["signaal, Excel"]
    toml = tomllib.loads((tmp_path / "traject.toml").read_text("utf-8"))["levering"][0]
    assert toml["kolommen"]["bericht"] == "Notitie medewerker"
    assert toml["kolommen"]["kenmerk"] == ["Categorie"]
