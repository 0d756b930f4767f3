"""A list of who was there on which day belongs to the assembly beside it, and to nothing where there is none."""

from __future__ import annotations

from datetime import datetime

import pytest

from burgerdata.loading import propose_traject

STEMMEN = [["nr", "aanbeveling", "voor", "tegen"], ["A1", "Meer banken", 9, 3], ["A2", "Later open", 5, 7]]
DAGEN = [datetime(2026, 9, 12), datetime(2026, 9, 26), datetime(2026, 10, 10)]
TEKENS = ["xxx", "xx ", "x a", "Xxx", "   ", "axx"]


def make_lijst(koppen: list[object], cellen: list[str] = TEKENS) -> list[list[object]]:
    namen = ["Anja Smit", "Mo Idrissi", "Greet Pol", "Rick Visser", "Bo Kok", "Els Bos"]
    rijen = [
        [f"L-{nr:02d}", naam, *(teken.strip() or None for teken in rij)]
        for nr, (naam, rij) in enumerate(zip(namen, cellen, strict=True), 1)
    ]
    return [["Lidnr", "Naam", *koppen], *rijen]


@pytest.mark.parametrize("naam", ["presentielijst.xlsx", "sessies.xlsx"])
def test_a_list_with_a_day_above_each_session_is_the_attendance_of_the_assembly(tmp_path, schrijf_boek, naam):
    schrijf_boek(tmp_path / "stemming.xlsx", {"stemming": STEMMEN})
    schrijf_boek(tmp_path / naam, {"lijst": make_lijst(DAGEN)})
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text(encoding="utf-8")
    assert toml.count("[[levering]]") == 1
    assert f'aanwezigheid = ["{naam}"], stemmen = ["stemming.xlsx"]' in toml


def test_grades_per_day_beside_an_assembly_are_no_attendance(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "stemming.xlsx", {"stemming": STEMMEN})
    schrijf_boek(
        tmp_path / "cijfers.xlsx", {"lijst": make_lijst(DAGEN, ["789", "678", "587", "998", "765", "678"])}
    )
    propose_traject(tmp_path)
    assert "aanwezigheid" not in (tmp_path / "traject.toml").read_text(encoding="utf-8")


def test_a_list_of_days_without_an_assembly_makes_none(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "rooster.xlsx", {"lijst": make_lijst(DAGEN)})
    propose_traject(tmp_path)
    assert '"burgerberaad"' not in (tmp_path / "traject.toml").read_text(encoding="utf-8")
