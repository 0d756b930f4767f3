"""What a few people typed beside options that many chose."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.formats.choice_lists import ANDERS
from burgerdata.formats.typed_answers import find_typed

KOP = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "In welke wijk woont u?", "Waar laadt u?"]
WIJKEN = (
    ["Noord"] * 60 + ["Centrum"] * 45 + ["dorp Heikant"] * 3 + ["net buiten de stad"] * 2 + ["Buitengebied"]
)
LADEN = ["Thuis;"] * 40 + ["Op het werk;"] * 30 + ["Thuis;Op het werk;"] * 36
LADEN += ["Thuis;camping;"] * 2 + ["Op het werk;bij mijn dochter;"] * 3


@pytest.fixture
def formulier(tmp_path: Path) -> Path:
    boek = openpyxl.Workbook()
    boek.active.append(KOP)
    for nr, (wijk, laden) in enumerate(zip(WIJKEN, LADEN, strict=True), start=1):
        boek.active.append([nr, "2026-04-07 08:18", "2026-04-07 08:36", "anonymous", "", wijk, laden])
    boek.save(tmp_path / "formulier.xlsx")
    return tmp_path / "formulier.xlsx"


def count(t: bd.Traject, vraag_id: str) -> dict[str, int]:
    eigen = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == vraag_id]
    return eigen["code"].astype("str").value_counts().to_dict()


def test_at_a_question_with_one_answer_they_count_as_other(formulier: Path) -> None:
    t = bd.read_bestand(formulier)
    assert count(t, "in_welke_wijk_woont_u") == {"Noord": 60, "Centrum": 45, ANDERS: 6}
    eigen = t.fragmenten[t.fragmenten["vraag_id"].astype("str") == "in_welke_wijk_woont_u_anders"]
    assert len(eigen) == 6


def test_at_a_question_with_several_answers_too(formulier: Path) -> None:
    t = bd.read_bestand(formulier)
    assert count(t, "waar_laadt_u") == {"Thuis": 78, "Op het werk": 69, ANDERS: 5}


@pytest.mark.parametrize(
    "keren",
    [
        pytest.param({"Noord": 60, "Zuid": 50, "Oost": 4, "West": 3}, id="small districts of a list"),
        pytest.param({"noord": 60, "zuid": 50, "oost": 4, "west": 3}, id="all without a capital"),
        pytest.param({"Noord": 60, "Zuid": 50, "oost": 30}, id="a group as large as the others"),
        pytest.param({"Man": 60, "Vrouw": 50, "anders": 2}, id="one option of few"),
        pytest.param(
            {"Ik ben voor": 80, "Ik ben tegen": 60, "Ik twijfel nog": 6, "Ik wil eerst meer weten": 4},
            id="all of oneself",
        ),
        pytest.param({"Auto": 800, "Fiets": 200, "eBike": 3, "iPace": 2}, id="brands"),
        pytest.param({"Ja": 60, "Nee": 50, "weet niet": 4, "geen mening": 2}, id="no answers"),
        pytest.param({"Ja": 12, "Nee": 11, "soms": 2, "vaak": 2, "bijna nooit": 2}, id="a large part of all"),
    ],
)
def test_options_stay_options(keren: dict[str, int]) -> None:
    assert not find_typed(keren)
