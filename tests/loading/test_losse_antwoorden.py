"""Open answers in a file of their own belong to the survey whose people they are of: nobody counts twice."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd

TEKSTEN = ["de wachttijd is te lang", "niemand belt ooit terug", "de brief was niet te lezen"]


def write_csv(pad: Path, kop: str, rijen: list[str]) -> None:
    pad.write_text("\n".join([kop, *rijen]), "utf-8")


def write_survey(map_: Path, *, tot: int = 120) -> None:
    rijen = [
        f"{nr};{nr % 10 + 1};{'man' if nr % 2 else 'vrouw'};{1.5 if nr % 2 else 0.5}"
        for nr in range(100, tot)
    ]
    write_csv(map_ / "enquete.csv", "Respondent;Cijfer;Geslacht;Weegfactor", rijen)


def write_texts(map_: Path, *, kop: str = "Respondent;Wat kan beter?", vanaf: int = 100) -> None:
    rijen = [f"{vanaf + nr};{TEKSTEN[nr % 3]}, vond ik op dag {nr}" for nr in range(10)]
    write_csv(map_ / "open antwoorden.csv", kop, rijen)


def test_they_are_read_with_the_answers_of_the_same_people(tmp_path: Path) -> None:
    write_survey(tmp_path)
    write_texts(tmp_path)
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist()[1] == "open antwoorden bij de enquête"
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert toml.count("[[levering]]") == 1
    assert 'naam = "enquete"\n' in toml
    assert 'deelnemerslijst = "open antwoorden.csv"  # open antwoorden van dezelfde mensen' in toml
    traject = bd.load_traject(tmp_path)
    assert (len(traject.deelnemers), len(traject.fragmenten)) == (20, 10)
    open_ = traject.antwoorden[traject.antwoorden["vraag_id"].eq("wat_kan_beter")]
    cijfers = traject.antwoorden[traject.antwoorden["vraag_id"].eq("cijfer")]
    assert set(open_["deelnemer_id"]) <= set(cijfers["deelnemer_id"])
    assert sorted(traject.deelnemers["gewicht"].unique()) == [0.5, 1.5]


@pytest.mark.parametrize(
    ("kop", "vanaf", "wat"),
    [
        ("Respondent;Wat kan beter?", 300, "other people"),
        ("Wijk;Wat kan beter?", 100, "no number of a person"),
        ("Respondent;Cijfer", 100, "a question that the survey has too"),
    ],
)
def test_texts_of_others_are_a_delivery_of_their_own(tmp_path: Path, kop: str, vanaf: int, wat: str) -> None:
    write_survey(tmp_path)
    write_texts(tmp_path, kop=kop, vanaf=vanaf)
    bd.propose_traject(tmp_path)
    assert "deelnemerslijst" not in (tmp_path / "traject.toml").read_text("utf-8"), wat


def test_a_second_survey_of_the_same_numbers_stays_one(tmp_path: Path) -> None:
    write_survey(tmp_path)
    rijen = [f"{nr};{nr % 5 + 1};{TEKSTEN[nr % 3]} op dag {nr}" for nr in range(100, 120)]
    write_csv(tmp_path / "vervolg.csv", "Respondent;Hoe tevreden bent u?;Waarom?", rijen)
    bd.propose_traject(tmp_path)
    assert (tmp_path / "traject.toml").read_text("utf-8").count("[[levering]]") == 2


def write_numbered(map_: Path, nummers: list[int]) -> None:
    write_csv(
        map_ / "enquete.csv",
        "respnr;Cijfer;Geslacht",
        [f"{nr};{nr % 10 + 1};{nr % 2}" for nr in range(1, 41)],
    )
    rijen = [f"{nr};{TEKSTEN[nr % 3]}, vond ik op dag {nr}" for nr in nummers]
    write_csv(map_ / "ideeen.csv", "respnr;Welk idee heeft u?", rijen)


@pytest.mark.parametrize("nummers", [[*range(1, 16)], [*range(1, 31), 32], [*range(1, 41)]])
def test_numbers_from_one_on_may_be_of_others_and_the_draft_says_so(
    tmp_path: Path, nummers: list[int]
) -> None:
    write_numbered(tmp_path, nummers)
    bd.propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert toml.count("[[levering]]") == 2
    assert '\n# deelnemerslijst = "ideeen.csv"  # van dezelfde mensen?' in toml
    assert len(bd.load_traject(tmp_path).deelnemers) == 40 + len(nummers)


def test_numbers_from_one_on_of_which_many_wrote_nothing_are_of_the_same_people(tmp_path: Path) -> None:
    write_numbered(tmp_path, [*range(2, 40, 3)])
    with (tmp_path / "ideeen.csv").open("a", encoding="utf-8") as bestand:
        bestand.writelines(f"\n{nr};" for nr in range(1, 41) if nr not in range(2, 40, 3))
    bd.propose_traject(tmp_path)
    assert '\ndeelnemerslijst = "ideeen.csv"' in (tmp_path / "traject.toml").read_text("utf-8")
    assert len(bd.load_traject(tmp_path).deelnemers) == 40


def test_the_offer_of_the_draft_works_as_it_says(tmp_path: Path) -> None:
    write_numbered(tmp_path, [*range(1, 16)])
    bd.propose_traject(tmp_path)
    pad = tmp_path / "traject.toml"
    kop, *leveringen = (
        pad.read_text("utf-8").replace("# deelnemerslijst", "deelnemerslijst").split("[[levering]]")
    )
    (een,) = [deel for deel in leveringen if 'bestand = "enquete.csv"' in deel]
    pad.write_text(f"{kop}[[levering]]{een}", "utf-8")
    boek = openpyxl.load_workbook(tmp_path / "vragen.xlsx")
    blad = boek["vragen"]
    plek = next(cel.column for cel in blad[1] if cel.value == "levering")
    for (cel,) in blad.iter_rows(min_row=2, min_col=plek, max_col=plek):
        cel.value = "enquete1"
    boek.save(tmp_path / "vragen.xlsx")
    traject = bd.load_traject(tmp_path)
    assert (len(traject.deelnemers), len(traject.fragmenten)) == (40, 15)
