"""Dots of an evening: no columns about tables where there were none, and one word for how sure they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.analysis import beantwoord
from burgerdata.analysis.rapportvragen.stippen import count_stippen
from burgerdata.toelichting import read_toelichting

TOML = """titel = "Proef"
[[levering]]
naam = "avond"
instrument = "burgerdialoog"
fase = "beleidsontwikkeling"
werving = "WERVING"
onderdelen = { stippen = "s.csv" }
"""
LOS = "Idee;Stippen\nVaste contactpersoon;9\nKortere brieven;4\nInloopspreekuur;2\n"
PER_TAFEL = "Idee;Tafel 1;Tafel 2\nVaste contactpersoon;9;3\nKortere brieven;4;5\n"


def load(map_: Path, csv: str, werving: str = "uitgenodigd") -> bd.Traject:
    (map_ / "s.csv").write_text(csv, "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.replace("WERVING", werving), "utf-8")
    return bd.load_traject(map_)


def test_dots_without_tables_have_no_columns_about_tables(tmp_path: Path) -> None:
    tabel = count_stippen(load(tmp_path, LOS))
    assert list(tabel.columns) == ["activiteit_id", "idee", "stippen"]
    assert tabel["stippen"].tolist() == [9, 4, 2]
    assert not any("tafel" in noot for noot in read_toelichting(tabel).noten)


def test_dots_per_table_keep_them(tmp_path: Path) -> None:
    tabel = count_stippen(load(tmp_path, PER_TAFEL))
    assert tabel[["stippen", "eerste", "tafels"]].to_numpy().tolist() == [[12, 1, 2], [9, 1, 2]]
    assert any("tafel" in noot for noot in read_toelichting(tabel).noten)


@pytest.mark.parametrize(("werving", "soort"), [("uitgenodigd", "gemeten"), ("open_link", "gehoord")])
def test_dots_of_who_were_chosen_are_measured_and_of_who_came_by_themselves_heard(
    tmp_path: Path, werving: str, soort: str
) -> None:
    antwoord = beantwoord(load(tmp_path, LOS, werving), "bo8")
    assert antwoord.bevinding == "‘Vaste contactpersoon’ kreeg 9 van de 15 stippen"
    assert antwoord.soort == soort
