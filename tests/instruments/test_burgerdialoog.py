"""Notes and dots of tables, in workbooks as a bureau keeps them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import burgerdata as bd


def test_notes_alone_are_a_burgerdialoog_and_table_1_of_two_evenings_is_two_groups(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    kop = ["Tafel", "Onderwerp", "Notitie"]
    bladen = {
        "3 maart Ede": [kop, [1, "Groen", "meer bomen"], [None, "Groen", "en water"]],
        "10 maart Assen": [kop, [1, "Groen", "minder steen"]],
    }
    t = bd.read_bestand(schrijf_boek(tmp_path / "avonden.xlsx", bladen), instrument="burgerdialoog")
    assert dict(zip(t.fragmenten["tekst"], t.fragmenten["groep"], strict=True)) == {
        "meer bomen": "3 maart Ede – 1",
        "en water": "3 maart Ede – 1",
        "minder steen": "10 maart Assen – 1",
    }
    assert len(t.deelnemers) == 0


def test_one_sheet_of_notes_and_one_of_dots_keep_the_names_of_their_tables(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    bladen = {
        "notities": [["Tafel", "Onderwerp", "Notitie"], [1, "Groen", "meer bomen"]],
        "stippen": [["Tafel", "Stelling", "Stippen"], [1, "Meer groen", 4], [2, "Meer groen", 2]],
    }
    t = bd.read_bestand(schrijf_boek(tmp_path / "avond.xlsx", bladen), instrument="burgerdialoog")
    assert t.fragmenten["groep"].tolist() == ["1"]
    assert t.tellingen["groep"].tolist() == ["1", "2"]


def test_dots_of_two_evenings_are_counted_apart(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> None:
    kop = ["Stelling", "Stippen"]
    bladen = {"avond 1": [kop, ["Meer groen", 4]], "avond 2": [kop, ["Meer groen", 2]]}
    t = bd.read_bestand(schrijf_boek(tmp_path / "stippen.xlsx", bladen), instrument="burgerdialoog")
    assert dict(zip(t.tellingen["groep"], t.tellingen["aantal"], strict=True)) == {"avond 1": 4, "avond 2": 2}
    assert t.tellingen["telling_id"].is_unique
