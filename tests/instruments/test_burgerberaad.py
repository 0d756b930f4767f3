"""Votes on recommendations, in tables as a clerk keeps them."""

from __future__ import annotations

from pathlib import Path

import burgerdata as bd


def test_a_recommendation_with_a_number_and_a_text_is_shown_by_its_text(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(
        "Nr;Aanbeveling;Voor;Tegen\n1;Plant meer bomen;60;10\n2;Haal steen weg;40;30\n", encoding="utf-8"
    )
    t = bd.read_bestand(tmp_path / "s.csv", instrument="burgerberaad")
    assert t.fragmenten["tekst"].tolist() == ["Plant meer bomen", "Haal steen weg"]
    assert t.vragen["tekst"].tolist() == ["Plant meer bomen", "Haal steen weg"]
