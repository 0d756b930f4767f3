"""A questionnaire in the workbook of a test is a survey of its own: the sheets of the test stay one delivery, without it."""

from __future__ import annotations

import json
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.loading import check_traject, load_traject, propose_traject
from burgerdata.report.manifest import write_manifest

TAKEN = [
    ["deelnemer", "taak", "gelukt", "tijd"],
    *(
        [f"P{p}", f"taak {t}", "ja" if (p + t) % 3 else "nee", 30 + p + t]
        for p in range(1, 7)
        for t in (1, 2)
    ),
]
SUS = [
    ["deelnemer", *(f"sus{nr}" for nr in range(1, 11))],
    *([f"P{p}", *((p + nr) % 5 + 1 for nr in range(10))] for p in range(1, 7)),
]
UITLEG = [["Blad", "Wat erin staat"], ["taken", "per taak"], ["sus", "de vragenlijst"]]
DEELNEMERS = [
    ["deelnemer", "geslacht", "opleiding"],
    *([f"P{p}", "man" if p % 2 else "vrouw", "hbo" if p % 3 else "mbo"] for p in range(1, 7)),
]


def make_vragen(mensen: int) -> list[list[object]]:
    """Return a questionnaire of so many people, of whom each third is not content."""
    kop: list[object] = ["respnr", "Bent u tevreden?", "Leeftijd", "Welk cijfer geeft u?"]
    return [kop, *([nr, "ja" if nr % 3 else "nee", 30 + nr, nr % 9 + 1] for nr in range(mensen))]


def list_gelezen(t: bd.Traject) -> list[str]:
    """Return the sheets of the workbook that were read, in order."""
    return (
        t.bronnen.loc[t.bronnen["bestand"].eq("w.xlsx") & t.bronnen["gebruikt"], "blad"]
        .astype("str")
        .tolist()
    )


@pytest.mark.parametrize("mensen", [6, 30])
def test_the_test_and_the_questionnaire_are_two_deliveries_that_load(tmp_path, schrijf_boek, mensen):
    schrijf_boek(tmp_path / "w.xlsx", {"taken": TAKEN, "sus": SUS, "vragen": make_vragen(mensen)})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden[["bestand", "herkend_als"]].to_numpy().tolist() == [
        ["w.xlsx, blad 'vragen'", "enquête, Excel, 3 vragen"],
        ["w.xlsx", "usability-onderzoek"],
    ]
    assert voorstel.gezien == ()
    t = load_traject(tmp_path)
    assert t.deelnemers["activiteit_id"].astype("str").value_counts().to_dict() == (
        {"enquete": mensen, "usability": 6}
    )
    assert list_gelezen(t) == ["vragen", "taken", "sus"]
    nog_eens = propose_traject(tmp_path)
    assert nog_eens.bestanden["bestand"].tolist() == voorstel.bestanden["bestand"].tolist()
    assert "Nog in geen levering" not in nog_eens.tekst
    plan = SimpleNamespace(drempels=t.instellingen.drempels, prijs=pd.DataFrame())
    opbrengst = SimpleNamespace(traject=t, datum=date(2026, 3, 1), plan=plan)
    inhoud = json.loads(write_manifest(opbrengst, tmp_path / "v.json", stand="concept").read_text("utf-8"))
    assert not any("bladen_elders" in levering for levering in inhoud["instellingen"]["leveringen"])


@pytest.mark.parametrize("ander", [UITLEG, DEELNEMERS])
def test_a_sheet_that_asks_nothing_is_no_survey_and_must_be_told(tmp_path, schrijf_boek, ander):
    schrijf_boek(tmp_path / "w.xlsx", {"taken": TAKEN, "sus": SUS, "ander": ander})
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["w.xlsx"]
    assert "w.xlsx, blad 'ander': aan de koppen is niet te zien" in check_traject(tmp_path).tekst


def test_a_test_without_a_questionnaire_stays_one_delivery_of_all_its_sheets(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "w.xlsx", {"taken": TAKEN, "sus": SUS})
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["w.xlsx"]
    t = load_traject(tmp_path)
    assert (len(t.deelnemers), list_gelezen(t)) == (6, ["taken", "sus"])


def test_a_survey_that_names_no_sheet_is_refused_as_before(maak_map):
    toml = '[[levering]]\nnaam = "{}"\ninstrument = "enquete"\nbestand = "ruw/e.xlsx"\n{}'
    bladen = {"klein": make_vragen(4), "groot": make_vragen(9)}
    heel = toml.format("heel", "") + toml.format("klein", 'blad = "klein"\n')
    tekst = check_traject(maak_map(heel, ruw={}, bladen={"ruw/e.xlsx": bladen})).tekst
    assert "noem er één bij 'blad'" in tekst
