"""What a LimeSurvey survey itself calls "other": one option of the question before it, and its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata import read_bestand
from burgerdata.loading import load_traject, propose_traject

META = "Respons ID,Datum ingediend,Laatste pagina,Begintaal"


@pytest.mark.parametrize(
    "anders",
    ["Anders, namelijk", "Anders, nl.:", "Op een andere manier, namelijk:", "Een ander vervoermiddel"],
)
def test_what_the_survey_calls_other_is_one_option_of_the_ticks_before_it(
    anders: str, tmp_path: Path
) -> None:
    kop = f'{META},Hoe komt u? [de fiets],Hoe komt u? [de bus],"Hoe komt u? [{anders}]",Cijfer'
    cellen = ("Ja,Nee,,7", "Nee,Ja,step,8", "Ja,Ja,,6", "Nee,Nee,lopend,5")
    rijen = [f"{nr},2026-03-0{nr} 10:00:00,3,nl,{cel}" for nr, cel in enumerate(cellen, 1)]
    (tmp_path / "results.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    t = read_bestand(tmp_path / "results.csv")
    assert t.vragen["soort"].astype("str").tolist()[:2] == ["meer_antwoorden", "open"]
    gekozen = t.antwoorden[t.antwoorden["vraag_id"].eq("hoe_komt_u")]["code"].astype("str").value_counts()
    # de fiets: 1 and 3; de bus: 2 and 3; other: 2 and 4
    assert gekozen.tolist() == [2, 2, 2]
    assert t.vragen["ouder_vraag_id"].dropna().tolist() == ["hoe_komt_u"]


def test_a_reason_beside_one_question_of_yes_or_no_is_no_option_of_it(tmp_path: Path) -> None:
    kop = f"{META},Bus [gebruikt],Bus [waarom],Cijfer"
    cellen = ("Ja,goedkoop,7", "Nee,te ver,8", "Ja,,6")
    rijen = [f"{nr},2026-03-0{nr} 10:00:00,3,nl,{cel}" for nr, cel in enumerate(cellen, 1)]
    (tmp_path / "results.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    assert "meer_antwoorden" not in set(read_bestand(tmp_path / "results.csv").vragen["soort"].astype("str"))


def test_a_row_that_says_test_at_other_is_left_out_by_the_header_in_the_file(tmp_path: Path) -> None:
    kop = f"{META},Hoe komt u? [de fiets],Hoe komt u? [de bus],Hoe komt u? [Anders],Cijfer"
    cellen = ("Yes,No,,7", "No,Yes,step,8", "Yes,Yes,test,10", "No,Yes,,5")
    rijen = [f"{nr},2026-03-0{nr} 10:00:00,3,nl,{cel}" for nr, cel in enumerate(cellen, 1)]
    (tmp_path / "results.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    propose_traject(tmp_path)
    assert 'testrijen = { "Hoe komt u? [Anders]" = ["test"] }' in (tmp_path / "traject.toml").read_text(
        "utf-8"
    )
    assert len(load_traject(tmp_path).deelnemers) == 3
