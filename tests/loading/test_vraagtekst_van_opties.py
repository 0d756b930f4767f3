"""A question that is called after its options is asked for, for it may be more than one."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd

KOP = ["Afval", "Parkeren", "Bus", "Fiets"]
RIJEN = [(1, 0, 1, 0), (0, 1, 0, 0), (1, 1, 0, 1), (1, 0, 1, 1), (0, 0, 0, 0)]
MELDING = (
    "de vraag 'afval' staat niet in het bestand, alleen wat men kon kiezen; het kan meer dan één vraag zijn"
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    rijen = [
        [nr, *(kop * keus for kop, keus in zip(KOP, rij, strict=True)), 6] for nr, rij in enumerate(RIJEN)
    ]
    regels = [["nr", *KOP, "Cijfer"], *rijen]
    (tmp_path / "e.csv").write_text("\n".join(";".join(map(str, rij)) for rij in regels), "utf-8")
    bd.propose_traject(tmp_path)
    return tmp_path


def test_the_check_says_that_it_may_be_more_than_one(map_: Path) -> None:
    assert MELDING in bd.check_traject(map_).tekst


def test_what_it_says_to_do_makes_two_questions_with_their_own_people(map_: Path) -> None:
    boek = openpyxl.load_workbook(map_ / "vragen.xlsx")
    kop, *rijen = boek["vragen"].iter_rows()
    namen = [cel.value for cel in kop]
    for rij in (dict(zip(namen, cellen, strict=True)) for cellen in rijen):
        if rij["kolom"].value in KOP:
            vervoer = rij["kolom"].value in ("Bus", "Fiets")
            rij["tekst"].value = "Hoe kwam u?" if vervoer else "Wat is er mis?"
            rij["vraag_id"].value = "vervoer" if vervoer else "mis"
    boek.save(map_ / "vragen.xlsx")
    assert "alleen wat men kon kiezen" not in bd.check_traject(map_).tekst
    traject = bd.load_traject(map_)
    gegeven = traject.antwoorden[traject.antwoorden["status"].eq("gegeven")]
    mensen = gegeven.groupby("vraag_id", observed=True, dropna=False)["deelnemer_id"].nunique().to_dict()
    assert mensen == {"mis": 4, "vervoer": 3, "cijfer": 5}
