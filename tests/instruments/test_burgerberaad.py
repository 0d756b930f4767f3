"""Votes on recommendations, in tables as a clerk keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.toelichting import read_toelichting


def test_a_recommendation_with_a_number_and_a_text_is_shown_by_its_text(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(
        "Nr;Aanbeveling;Voor;Tegen\n1;Plant meer bomen;60;10\n2;Haal steen weg;40;30\n", encoding="utf-8"
    )
    t = bd.read_bestand(tmp_path / "s.csv", instrument="burgerberaad")
    assert t.fragmenten["tekst"].tolist() == ["Plant meer bomen", "Haal steen weg"]
    assert t.vragen["tekst"].tolist() == ["Plant meer bomen", "Haal steen weg"]


def make_stemming(map_: Path, titel: str, kop: str = "Nr;Aanbeveling;Voor;Tegen;Onthouding") -> bd.Traject:
    (map_ / "s.csv").write_text(
        f"{titel};;;;\n\n{kop}\n1;Plant meer bomen;21;6;1\n2;Haal steen weg;15;5;8\n", encoding="utf-8"
    )
    return bd.read_bestand(map_ / "s.csv", instrument="burgerberaad")


def list_nodig(t: bd.Traject) -> list[int]:
    return [int(n) for n in t.tellingen.loc[t.tellingen["maat"].eq("drempel"), "aantal"]]


@pytest.mark.parametrize(
    ("titel", "nodig"),
    [
        # 27 and 20 votes for or against: 75% is 20.25 and 15; of 28 who voted it is 21 of both
        ("Stemming 7 mei - drempel: 75% van de uitgebrachte stemmen (28 stemmers)", [21, 15]),
        ("Uitslag. Drempel 75 procent van de stemmers", [21, 21]),
        ("Vereiste meerderheid: 2/3", [18, 14]),
        ("Gekwalificeerde meerderheid van twee derde", [18, 14]),
        ("Drempel: meer dan 50%", [14, 11]),
        ("Drempel: 19 stemmen", [19, 19]),
        ("Stemming 7 mei, 75% was voor", []),
        ("Opkomst 75%, drempel voor de opkomst 50%", []),
    ],
)
def test_the_threshold_in_a_title_is_read_when_it_says_so_plainly(
    tmp_path: Path, titel: str, nodig: list[int]
) -> None:
    t = make_stemming(tmp_path, titel)
    assert list_nodig(t) == nodig
    assert t.logboek["reden"].eq("drempel_uit_titel").sum() == bool(nodig)
    noten = read_toelichting(bd.summarise_stemmen(t)).noten
    assert ("Onthoudingen tellen mee in het aantal stemmers." in noten) == ("van de stemmers" in titel)
    assert ("De drempel staat in de titel boven de tabel met stemmen." in noten) == bool(nodig)


def test_a_column_with_the_threshold_goes_before_the_title(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(
        "Stemming, drempel: 75%;;;\n\nNr;Voor;Tegen;Drempel\n1;21;6;60%\n2;15;5;60%\n", encoding="utf-8"
    )
    t = bd.read_bestand(tmp_path / "s.csv", instrument="burgerberaad")
    assert list_nodig(t) == [17, 12]
    assert not t.logboek["reden"].eq("drempel_uit_titel").any()
