"""Tables with a row per question and a column per person become tables with a row per person."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats.reading import read_ruw
from burgerdata.intake.logboek import count_explained
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Tabel, count_records

GEDRAAID = "Vraag;R1;R2;R3\nHoe tevreden bent u?;7;8;6\n\nWat kan beter?;snelheid;;taal\n"


def read_table(pad: Path, tekst: str) -> tuple[list[list[str]], list[str]]:
    pad.write_text(tekst, "utf-8")
    (ruw,) = read_ruw(open_bron(pad))
    assert isinstance(ruw.vorm, Tabel)
    logboek = ruw.logboek.to_frame()
    assert ruw.records_in == count_records(ruw.vorm) + count_explained(logboek)
    frame = ruw.vorm.frame
    return [[str(kop) for kop in frame], *frame.astype("str").to_numpy().tolist()], logboek["reden"].tolist()


def test_a_person_per_column_becomes_a_row_with_the_number_of_that_column(tmp_path: Path) -> None:
    rijen, redenen = read_table(tmp_path / "t.csv", GEDRAAID)
    assert rijen == [
        ["_rij", "persoon", "Hoe tevreden bent u?", "Wat kan beter?"],
        ["2", "R1", "7", "snelheid"],
        ["3", "R2", "8", ""],
        ["4", "R3", "6", "taal"],
    ]
    assert "tabel_gedraaid" in redenen


@pytest.mark.parametrize(
    "tekst",
    [
        "nr;R1;R2;R3\n1;7;8;6\n2;5;5;4\n",  # the rows of a grid
        "Vraag;R1;R2;R3;Totaal\nCijfer?;7;8;6;21\n",
        "Vraag;R1;R2;R3\nCijfer?;7;8;6\nCijfer?;7;8;6\n",  # nothing tells the questions apart
        "Stelling;eens;oneens;neutraal\nVeilig;7;8;6\n",
        "Vraag;R1;R2\nCijfer?;7;8\n",
    ],
)
def test_other_tables_stay_as_they_are(tmp_path: Path, tekst: str) -> None:
    rijen, redenen = read_table(tmp_path / "t.csv", tekst)
    assert rijen[0][1:] == tekst.splitlines()[0].split(";")
    assert "tabel_gedraaid" not in redenen
