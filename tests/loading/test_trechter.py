"""The counts of recruitment that a clerk keeps in a sheet: settings of the meeting, and no part or people of it."""

from __future__ import annotations

import re

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

WERVING = [
    ["Burgerberaad – werving, stand 2 september"],
    [],
    ["Stap", "Aantal", "Opmerking"],
    ["Brieven verstuurd", 9500, "loting uit BRP"],
    ["Retour / onbestelbaar", 112, None],
    ["Aangemeld", 486, "via website 431, telefoon 55"],
    ["Geloot (leden)", 60, None],
    ["Reservelijst", 15, None],
    ["Begonnen", 57, None],
    ["Afgemaakt", 51, "ten minste 5 van de 6 sessies"],
]
LOTING = [
    ["Kenmerk", "Categorie", "Doel", "Geloot"],
    ["Geslacht", "man", 30, 28],
    ["Geslacht", "vrouw", 30, 32],
]
STEMMEN = [["nr", "aanbeveling", "voor", "tegen"], ["A1", "Meer banken", 9, 3], ["A2", "Later open", 5, 7]]
GETELD = {"uitgenodigd": 9500, "aangemeld": 486, "geselecteerd": 60, "gestart": 57, "afgerond": 51}


def read_voorstel(map_) -> dict[str, int]:
    toml = (map_ / "traject.toml").read_text(encoding="utf-8")
    return {
        stap: int(aantal) for stap, aantal in re.findall(r"^# (\w+) = (\d+)  # .*Werving", toml, re.MULTILINE)
    }


def test_the_counts_of_a_sheet_are_proposed_with_their_place_and_block_nothing(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "Werving en loting.xlsx", {"Werving": WERVING, "Loting": LOTING})
    voorstel = propose_traject(tmp_path)
    assert read_voorstel(tmp_path) == GETELD
    assert "Een eerste rapport kan nu al" in voorstel.tekst
    toml = (tmp_path / "traject.toml").read_text(encoding="utf-8")
    assert "Werving en loting.xlsx, blad 'Werving': Geloot (leden)" in toml


def test_an_analyst_who_opens_the_lines_hears_no_more_of_the_sheet(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "Werving en loting.xlsx", {"Werving": WERVING, "Loting": LOTING})
    propose_traject(tmp_path)
    assert "het telt de werving: zet in traject.toml" in check_traject(tmp_path).tekst
    pad = tmp_path / "traject.toml"
    toml = pad.read_text(encoding="utf-8")
    pad.write_text(re.sub(r"^# (?=\w+ = \d+  # Werving)", "", toml, flags=re.MULTILINE), encoding="utf-8")
    assert "het telt de werving" not in check_traject(tmp_path).tekst
    rij = load_traject(tmp_path).activiteiten.iloc[0]
    assert {stap: int(rij[stap]) for stap in GETELD} == GETELD


def test_a_file_with_the_counts_alone_is_no_survey(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "Werving.xlsx", {"Blad1": WERVING})
    schrijf_boek(tmp_path / "stemming.xlsx", {"stemming": STEMMEN})
    propose_traject(tmp_path)
    assert read_voorstel(tmp_path) == GETELD
    assert (tmp_path / "traject.toml").read_text(encoding="utf-8").count("[[levering]]") == 1


@pytest.mark.parametrize(
    "rijen",
    [
        [["Antwoord", "Aantal"], ["ja", 40], ["nee", 30], ["weet niet", 5]],
        [["Stap", "Aantal"], ["Aangemeld", 40], ["Geloot", 60], ["Begonnen", 57]],
        [["Stap", "Aantal"], ["Aangemeld", 60], ["Geloot", 40]],
    ],
)
def test_other_counts_are_no_recruitment(tmp_path, schrijf_boek, rijen):
    schrijf_boek(tmp_path / "Werving.xlsx", {"Blad1": rijen})
    schrijf_boek(tmp_path / "stemming.xlsx", {"stemming": STEMMEN})
    propose_traject(tmp_path)
    assert read_voorstel(tmp_path) == {}
