"""The list of findings of a usability test as a tester keeps it: a legend in the header of severity, "Bij opdracht"."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.instruments.onderdelen import recognise_onderdeel

TESTS = [
    ("Persoon", "Opdracht", "Gelukt?", "Tijd"),
    *((f"T{nr}", taak, "ja" if nr > 1 else "nee", "1:10") for nr in (1, 2, 3) for taak in ("Ingang", "Zuil")),
]
ISSUES = [
    ("#", "Issue", "Ernst (1 = klein, 4 = kritiek)", "Bij opdracht", "Bij wie", "Stand"),
    (1, "Zuil te hoog voor rolstoel", 4, "Zuil", "T1, T3", "open"),
    (2, "Mat ligt los", 1, "Ingang", "T2", "opgelost"),
]


def test_an_issue_log_beside_the_tasks_is_read_with_its_tasks_and_people(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for blad, rijen in (("Observaties", TESTS), ("Issuelog", ISSUES)):
        bladzijde = boek.create_sheet(blad)
        for rij in rijen:
            bladzijde.append(rij)
    boek.remove(boek.worksheets[0])
    boek.save(tmp_path / "test.xlsx")
    bd.propose_traject(tmp_path)
    knelpunten = bd.rank_knelpunten(bd.load_traject(tmp_path))
    assert knelpunten[["knelpunt", "taak", "ernst", "n", "basis"]].astype("str").to_numpy().tolist() == [
        ["Zuil te hoog voor rolstoel", "Zuil", "4", "2", "3"],
        ["Mat ligt los", "Ingang", "1", "1", "3"],
    ]


@pytest.mark.parametrize(
    ("kop", "rol"),
    [
        ("Ernst (1-5)", "bevindingen"),
        ("Ernst (laag/midden/hoog)", "bevindingen"),
        ("Severity (0 = none, 4 = catastrophe)", "bevindingen"),
        ("Prioriteit 1", ""),
        ("Ernst van de klacht", ""),
    ],
)
def test_a_legend_behind_severity_is_no_other_header_and_a_first_choice_is(kop: str, rol: str) -> None:
    assert recognise_onderdeel(["Probleem", kop], ["taken", "sus", "bevindingen"]) == rol
