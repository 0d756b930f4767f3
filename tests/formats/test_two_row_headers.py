"""Sheets with a header of two rows in which only the word for several columns is merged, or nothing is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd

STEMMEN = (
    ("Slotstemming burgerberaad",),
    ("Drempel: 75% van de uitgebrachte stemmen (onthoudingen tellen niet mee)",),
    (),
    ("nr.", "Aanbeveling", "Stemmen", None, None, None, "aangenomen?"),
    (None, None, "voor", "tegen", "onthouding", "totaal", None),
    (1, "Eerst grote daken", 47, 3, 1, 51, "ja"),
    (2, "Alleen langs de snelweg", 29, 18, 4, 51, "nee"),
    (3, "De helft van de opbrengst", 44, 5, 2, 51, "ja"),
    (),
    ("Stemming 21 november 2026, 51 aanwezige leden, gesloten briefjes.",),
)
LOTING = (
    ("Samenstelling van het beraad tegenover de provincie (16+)",),
    ("Kenmerk", "Categorie", "Provincie", None, "Aangemeld", "Doel", "Geloot"),
    (None, None, "aantal", "%", None, "plaatsen", None),
    ("Geslacht", "man", 201300, 49.6, 229, 30, 28),
    (None, "vrouw", 204700, 50.4, 255, 30, 32),
    (),
    ("Regio", "Noord", 121800, 30, 134, 18, 18),
    (None, "Midden", 162400, 40, 213, 24, 24),
    (),
    ("Bron bevolking: CBS StatLine, 1 januari 2026.",),
)


def write_blad(pad: Path, rijen: Sequence[Sequence[object]], samen: str = "") -> Path:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(list(rij))
    if samen:
        boek.active.merge_cells(samen)
    boek.save(pad)
    return pad


@pytest.mark.parametrize("samen", ["C4:E4", "C4:F4", ""])
def test_votes_below_one_word_are_read_with_their_threshold(tmp_path: Path, samen: str) -> None:
    t = bd.read_bestand(write_blad(tmp_path / "s.xlsx", STEMMEN, samen), instrument="burgerberaad")
    stemmen = bd.summarise_stemmen(t)
    voor = stemmen[stemmen["keuze"].eq("voor")]
    geteld = dict(zip(voor["kort"].astype("str"), zip(voor["n"], voor["gehaald"], strict=True), strict=True))
    assert geteld == {
        "Eerst grote daken": (47, True),
        "Alleen langs de snelweg": (29, False),
        "De helft van de opbrengst": (44, True),
    }
    assert len(t.deelnemers) == 0


def test_a_sortition_below_two_rows_of_headers_is_read(tmp_path: Path) -> None:
    t = bd.read_bestand(write_blad(tmp_path / "l.xlsx", LOTING, "C2:D2"), instrument="burgerberaad")
    loting = bd.compare_loting(t)
    assert loting["doel"].tolist() == [30, 30, 18, 24]
    assert loting["n"].tolist() == [28, 32, 18, 24]


def test_a_record_with_an_answer_in_words_is_no_header(tmp_path: Path) -> None:
    rijen = [
        ("nr", "Plaats", "Cijfer loket", "Cijfer post"),
        (1, "Ede", "geen mening", "geen mening"),
        (2, "Ede", 7, 8),
        (3, "Ede", 6, 8),
    ]
    t = bd.read_bestand(write_blad(tmp_path / "e.xlsx", rijen), instrument="enquete")
    assert len(t.deelnemers) == 3
