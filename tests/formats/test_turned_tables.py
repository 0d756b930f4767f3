"""Tables with a row per question and a column per person become tables with a row per person."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
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


@pytest.mark.parametrize(
    ("kop", "antwoorden"),
    [
        ("Stelling;P1;P2;P3", ["45%;60%;70%", "40%;50%;66%"]),  # polls
        ("Item;D1;D2;D3;D4", ["4;5;3;5", "7;8;6;7"]),  # days
        ("Vraag;Anna;Beatrix;Wilhelmina;Emma", ["12;14;9;8", "30;22;18;17"]),  # streets
    ],
)
def test_figures_of_days_streets_and_polls_are_no_people(
    tmp_path: Path, kop: str, antwoorden: list[str]
) -> None:
    tekst = "\n".join([kop, *(f"rij {nr};{rij}" for nr, rij in enumerate(antwoorden))])
    rijen, redenen = read_table(tmp_path / "t.csv", tekst)
    assert len(rijen) == 3
    assert "tabel_gedraaid" not in redenen


@pytest.mark.parametrize("namen", ["Anna de Wit;Bram Visser", "Anna;Bram"])
def test_a_name_is_never_a_question_also_when_there_are_two(tmp_path: Path, namen: str) -> None:
    rijen, _ = read_table(tmp_path / "t.csv", f"Vraag;{namen}\nHoe vaak?;12;8\nWaarom?;werk;school\n")
    assert [rij[1] for rij in rijen[1:]] == namen.split(";")


@pytest.mark.parametrize("extra", ["Gemiddelde", "Norm", "Opmerkingen", "Totaal aantal"])
@pytest.mark.parametrize("mensen", ["Anna de Wit;Bram Visser;Carla Jansen", "R1;R2;R3"])
def test_a_column_that_sums_up_people_is_nobody_and_is_noted(tmp_path: Path, extra: str, mensen: str) -> None:
    tekst = f"Vraag;{mensen};{extra}\nHoe tevreden?;7;8;6;7\nWaarom?;snel;;fijn;\n"
    (tmp_path / "t.csv").write_text(tekst, "utf-8")
    (ruw,) = read_ruw(open_bron(tmp_path / "t.csv"))
    assert count_records(ruw.vorm) == 3
    weg = ruw.logboek.to_frame().set_index("reden").loc["kolom_weggelaten"]
    assert (weg["kolom"], weg["aantal"]) == (extra, 1)


def test_two_people_of_one_name_stay_two_and_their_name_is_in_no_ledger(tmp_path: Path) -> None:
    pad = tmp_path / "t.csv"
    pad.write_text("Vraag;Anna;Bram;Anna;Kees\nHoe tevreden?;7;8;6;5\nWaarom?;snel;dicht;taal;weg\n", "utf-8")
    (ruw,) = read_ruw(open_bron(pad))
    assert count_records(ruw.vorm) == 4
    assert not ruw.logboek.to_frame()["kolom"].str.contains("Anna").any()


def test_the_code_of_a_person_is_no_answer(tmp_path: Path) -> None:
    pad = tmp_path / "t.csv"
    pad.write_text(GEDRAAID, "utf-8")
    traject = bd.read_bestand(pad, instrument="enquete")
    assert traject.vragen["tekst"].astype("str").tolist() == ["Hoe tevreden bent u?", "Wat kan beter?"]
    assert sorted(traject.fragmenten["tekst"]) == ["snelheid", "taal"]
    assert len(traject.deelnemers) == 3


@pytest.mark.parametrize("kop", ["Aspect", "Criterium", "Pagina", ""])
def test_full_names_never_stay_headers_however_the_first_column_is_headed(tmp_path: Path, kop: str) -> None:
    tekst = f"{kop};Anna de Wit;Bram Visser;Fatima Jansen\nGemak;7;8;6\nSnelheid;6;5;9\n"
    rijen, redenen = read_table(tmp_path / "t.csv", tekst)
    assert rijen == [
        ["_rij", "persoon", "Gemak", "Snelheid"],
        ["2", "Anna de Wit", "7", "6"],
        ["3", "Bram Visser", "8", "5"],
        ["4", "Fatima Jansen", "6", "9"],
    ]
    assert "tabel_gedraaid" in redenen


@pytest.mark.parametrize(
    "tekst",
    [
        "respondentnr;Anna de Wit;Bram Visser\n1;7;8\n2;6;5\n",  # people who judge three others
        "Beoordelaar;Anna de Wit;Bram Visser\nFatima Jansen;7;8\nKarin Smit;6;5\n",
        "Wijk;Anna de Wit;Bram Visser\nOost;1204;877\nWest;950;1011\n",  # votes
    ],
)
def test_rows_of_people_or_of_counts_are_not_turned_below_names(tmp_path: Path, tekst: str) -> None:
    assert "tabel_gedraaid" not in read_table(tmp_path / "t.csv", tekst)[1]
