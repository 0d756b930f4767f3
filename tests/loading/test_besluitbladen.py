"""A workbook with a list of decisions beside a survey: its points are taken over, and the survey is read as without them."""

from __future__ import annotations

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

BESLUITEN = [
    ["nr", "Punt van bewoners", "Besluit", "Waarom (niet)"],
    [1, "Meer banken", "ja, overgenomen", ""],
    [2, "Later sluiten", "nee", "te duur"],
    [3, "Meer licht", "ja", ""],
]
OVERGENOMEN = "een besluitenlijst; haar punten staan in doorwerking.xlsx: kijk ze na en vul het thema aan"
ACTIES = [["Actie", "Wie", "Waar"], *([f"actie {n}", "wijkbeheer", "plein"] for n in range(5))]


def make_enquete(mensen: int) -> list[list[object]]:
    kop: list[object] = ["Nummer", "Bent u tevreden?", "Wijk"]
    return [kop, *([nr, "ja" if nr % 3 else "nee", "Noord"] for nr in range(mensen))]


@pytest.mark.parametrize(
    ("bladen", "blad", "mensen"),
    [
        ({"enquete": make_enquete(20), "besluiten": BESLUITEN}, "enquete", 20),
        ({"besluiten": BESLUITEN, "enquete": make_enquete(2)}, "enquete", 2),
        ({"2025": make_enquete(9), "2026": make_enquete(12), "besluiten": BESLUITEN}, "2026", 12),
    ],
)
def test_the_points_are_taken_over_and_the_longest_survey_is_read(
    tmp_path, schrijf_boek, bladen, blad, mensen
):
    schrijf_boek(tmp_path / "w.xlsx", bladen)
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden[["bestand", "rijen"]].to_numpy().tolist() == [
        [f"w.xlsx, blad '{blad}'", mensen]
    ]
    assert f"w.xlsx, blad 'besluiten': {OVERGENOMEN}" in voorstel.gezien
    los = [regel for regel in voorstel.gezien if "alleen blad '2026' wordt gelezen" in regel]
    assert len(los) == ("2025" in bladen)
    assert all(regel.startswith("w.xlsx, blad '2025': 9 rijen; ") for regel in los)
    t = load_traject(tmp_path)
    assert (len(t.deelnemers), t.doorwerking["samenvatting"].tolist()) == (
        mensen,
        ["Meer banken", "Later sluiten", "Meer licht"],
    )
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == voorstel.bestanden["bestand"].tolist()


def test_the_check_says_nothing_of_decisions_that_were_taken_over_and_how_to_take_over_others(
    tmp_path, schrijf_boek
):
    schrijf_boek(tmp_path / "w.xlsx", {"enquete": make_enquete(20), "besluiten": BESLUITEN})
    propose_traject(tmp_path)
    assert "staat in geen enkele levering" not in check_traject(tmp_path).tekst
    (tmp_path / "doorwerking.xlsx").unlink()
    tekst = " ".join(check_traject(tmp_path).tekst.split())
    assert "het is een besluitenlijst: neem de punten over in doorwerking.xlsx" in tekst
    assert "maak er dan een levering van" not in tekst


@pytest.mark.parametrize("ander", [ACTIES, make_enquete(9)])
def test_a_sheet_without_decisions_is_told_as_it_was(tmp_path, schrijf_boek, ander):
    schrijf_boek(tmp_path / "w.xlsx", {"enquete": make_enquete(20), "ander": ander})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["w.xlsx"]
    rijen = len(ander) - 1
    assert voorstel.gezien[0].startswith(
        f"w.xlsx, blad 'ander' ({rijen} rijen): alleen blad 'enquete' wordt gelezen"
    )
    assert load_traject(tmp_path).doorwerking.empty
