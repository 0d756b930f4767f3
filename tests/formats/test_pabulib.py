"""Participatory budgets (.pb): approval, ranks and points; projects as statements with totals, ballots per voter."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.errors import BronError, ContractError
from burgerdata.formats import detect, read
from burgerdata.intake import Zegel
from burgerdata.intake.open import open_bron
from burgerdata.loading import check_traject, propose_traject
from burgerdata.pseudonyms import Sleutel

APPROVAL = """META
key;value
description;Buurtbudget Noord
country;Nederland
unit;Noord
num_projects;3
num_votes;4
budget;40000
vote_type;approval
date_begin;6.09.2019
PROJECTS
project_id;cost;votes;name;category;selected
1;12000;3;Speeltuin;jeugd,groen;1
2;30000;1;"Fietspad; langs het kanaal";verkeer;0
7;8000;2;Buurttuin;groen;1
VOTES
voter_id;age;sex;voting_method;vote
100;34;F;internet;1,7
101;61;M;paper;1
102;28;F;internet;1,2,7
103;45;M;internet;
"""
RANKS = APPROVAL.replace("approval", "ordinal")
POINTS = (
    APPROVAL.replace("approval", "cumulative")
    .replace("voting_method;vote\n", "voting_method;vote;points\n")
    .replace("1,7\n", "1,7;3,2\n")
    .replace("paper;1\n", "paper;1;5\n")
    .replace("1,2,7\n", "1,2,7;1,1,3\n")
    .replace("internet;\n", "internet;;\n")
)


def write(tmp_path: Path, tekst: str) -> Path:
    pad = tmp_path / "nederland_noord_2026.pb"
    pad.write_text(tekst, encoding="utf-8", newline="")
    return pad


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_projects_are_statements_and_votes_of_approval_choices(tmp_path: Path, einde: str) -> None:
    pad = write(tmp_path, APPROVAL.replace("\n", einde))
    assert detect(open_bron(pad)) == "pabulib"
    t = bd.read_bestand(pad)
    assert t.bronnen[["blad", "records_in", "records_uit"]].values.tolist() == [
        ["PROJECTS", 3, 3],
        ["VOTES", 4, 4],
    ]
    assert t.fragmenten["tekst"].tolist() == ["Speeltuin", "Fietspad; langs het kanaal", "Buurttuin"]
    assert set(t.fragmenten["soort"].astype("str")) == {"stelling"}
    assert t.deelnemers["rol"].astype("str").tolist() == ["burger"] * 4
    stem = t.antwoorden[t.antwoorden["vraag_id"] == "vote"]
    gegeven = stem[stem["status"] == "gegeven"]["code"].astype("str").value_counts().to_dict()
    assert gegeven == {"1": 3, "7": 2, "2": 1}  # the column votes of the file
    labels = t.opties[t.opties["vraag_id"] == "vote"].set_index("code")["label"].to_dict()
    assert labels["2"] == "Fietspad; langs het kanaal"


KAAL = APPROVAL.replace("voter_id;age;sex;voting_method;vote", "voter_id;vote")
KAAL = KAAL.replace(";34;F;internet", "").replace(";61;M;paper", "").replace(";28;F;internet", "")
KAAL = KAAL.replace(";45;M;internet", "")


def test_each_budget_is_a_delivery_of_its_own_also_with_nothing_but_votes(tmp_path: Path) -> None:
    for naam, tekst in (("noord.pb", KAAL), ("zuid.pb", POINTS)):
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.gezien == ()
    assert voorstel.bestanden["bestand"].tolist() == ["noord.pb", "zuid.pb"]
    controle = check_traject(tmp_path)
    assert controle.problemen.empty
    t = bd.load_traject(tmp_path)
    assert t.deelnemers.groupby("activiteit_id", observed=True).size().tolist() == [4, 4]


def test_two_budgets_in_one_delivery_are_refused_with_what_to_do(tmp_path: Path) -> None:
    paden = [tmp_path / "noord.pb", tmp_path / "zuid.pb"]
    for pad in paden:
        pad.write_text(APPROVAL, encoding="utf-8")
    with pytest.raises(ContractError, match=r"noemt 2 burgerbegrotingen .* een eigen levering"):
        bd.read_bestand(paden)


def test_totals_of_the_file_are_counts_beside_the_project(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path, APPROVAL))
    per_maat = t.tellingen.groupby("maat", observed=True)["aantal"].apply(list).to_dict()
    assert per_maat == {"stem": [3, 1, 2], "begroot": [12000, 30000, 8000]}


def test_ranks_are_a_ranking_and_points_numbers(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path, RANKS))
    rang = t.antwoorden[(t.antwoorden["vraag_id"] == "vote") & (t.antwoorden["status"] == "gegeven")]
    eerste = rang[rang["getal"] == 1.0]["code"].astype("str").tolist()
    assert eerste == ["vote [1]"] * 3
    punten = bd.read_bestand(write(tmp_path, POINTS))
    som = punten.antwoorden.groupby("vraag_id", observed=True)["getal"].sum().to_dict()
    assert [som[f"vote_{nummer}"] for nummer in (1, 2, 7)] == [9.0, 1.0, 5.0]


def test_traits_of_voters_and_voting_method_are_kept(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path, APPROVAL))
    rollen = t.vragen.set_index("vraag_id")["rol"].astype("str").to_dict()
    assert (rollen["sex"], rollen["age"], rollen["voting_method"]) == ("kenmerk", "kenmerk", "inhoud")


def test_a_part_or_a_cell_that_is_missing_is_told(tmp_path: Path) -> None:
    pad = write(tmp_path, APPROVAL.replace("101;61;M;paper;1", "101;61;M"))
    with pytest.raises(BronError, match=r"blad 'VOTES'.*rij 19.*3 cellen, de kop 5"):
        read(pad, Zegel(Sleutel(bytes(32)), "a"))
    leeg = write(
        tmp_path,
        APPROVAL[: APPROVAL.index("1;12000")].replace("project_id;cost;votes;name;category;selected\n", ""),
    )
    with pytest.raises((BronError, ContractError), match="PROJECTS"):
        bd.read_bestand(leeg)


@pytest.mark.parametrize("tekst", [RANKS, POINTS])
def test_ballots_of_voters_of_whom_nothing_else_is_known_are_kept(tmp_path: Path, tekst: str) -> None:
    begin, _, stemmen = tekst.partition("VOTES\n")
    kaal = [";".join([regel.split(";")[0], *regel.split(";")[4:]]) for regel in stemmen.splitlines()]
    t = bd.read_bestand(write(tmp_path, begin + "VOTES\n" + "\n".join(kaal) + "\n"))
    gelijk = bd.read_bestand(write(tmp_path, tekst))
    assert len(t.deelnemers) == 4
    assert t.bronnen["gebruikt"].all()
    stem = t.antwoorden["vraag_id"].astype("str").str.startswith("vote")
    ook = gelijk.antwoorden["vraag_id"].astype("str").str.match(r"vote(?:_\d|$)")
    assert t.antwoorden.loc[stem, "getal"].tolist() == pytest.approx(
        gelijk.antwoorden.loc[ook, "getal"].tolist(), nan_ok=True
    )


def test_projects_without_their_headers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"PROJECTS.*boven de projecten staan geen koppen met project_id"):
        bd.read_bestand(
            write(tmp_path, APPROVAL.replace("project_id;cost;votes;name;category;selected\n", ""))
        )
