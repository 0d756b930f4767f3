"""The blank forms: equal on every run, and what is filled in loads without any mapping, every row of it."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import docx
import openpyxl
import pytest

import burgerdata as bd
from burgerdata.schema.procesvragen import EENS

SJABLONEN = Path(__file__).parents[2] / "sjablonen"
TOML = """titel = "Proef"

[[levering]]
instrument = "{instrument}"
fase = "beleidsontwikkeling"
trede = "raadplegen"
werving = "uitgenodigd"
{bestanden}
"""


def fill(pad: Path, bladen: dict[str, list[list[object]]]) -> None:
    boek = openpyxl.load_workbook(pad)
    for naam, rijen in bladen.items():
        for nummer, rij in enumerate(rijen, start=2):
            for plek, waarde in enumerate(rij, start=1):
                boek[naam].cell(nummer, plek, waarde)
    boek.save(pad)


@pytest.fixture
def load(tmp_path: Path):
    def load_form(
        instrument: str, bestanden: str, inhoud: dict[str, dict[str, list[list[object]]]]
    ) -> bd.Traject:
        (tmp_path / "ruw").mkdir()
        (tmp_path / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
        toml = TOML.format(instrument=instrument, bestanden=bestanden)
        (tmp_path / "traject.toml").write_text(toml, encoding="utf-8")
        for naam, bladen in inhoud.items():
            shutil.copy(SJABLONEN / naam, tmp_path / "ruw" / naam)
            fill(tmp_path / "ruw" / naam, bladen)
        return bd.load_traject(tmp_path)

    return load_form


def test_the_forms_in_the_repository_are_those_that_the_generator_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("maak_sjablonen", SJABLONEN / "maak_sjablonen.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write_all(tmp_path)
    gemaakt = {pad.name: pad.read_bytes() for pad in tmp_path.iterdir()}
    bewaard = {pad.name: pad.read_bytes() for pad in SJABLONEN.iterdir() if pad.suffix in (".xlsx", ".docx")}
    assert sorted(gemaakt) == sorted(bewaard)
    assert [naam for naam in gemaakt if gemaakt[naam] != bewaard[naam]] == []


def test_a_street_form_gives_a_talk_per_row_with_its_refusals(load) -> None:
    rijen = [
        ["2026-07-03", "10:05", "Markt", "18-34", "vrouw", 1, 3, "Veel te druk hier", "Meer groen", ""],
        [
            "2026-07-03",
            "10:20",
            "Markt",
            "65-74",
            "man",
            2,
            None,
            "De bankjes zijn weg",
            "",
            "Vroeger zat ik hier",
        ],
    ]
    t = load(
        "straatgesprek",
        'bestand = "ruw/straatformulier.xlsx"',
        {"straatformulier.xlsx": {"gesprekken": rijen}},
    )
    assert t.deelnemers["personen"].tolist() == [1, 2]
    assert t.deelnemers["groep"].tolist() == ["Markt", "Markt"]
    assert len(t.fragmenten) == 4
    assert t.tellingen["aantal"].tolist() == [3]
    assert "leeftijd_geschat" in set(t.vragen["vraag_id"])


def test_minutes_of_a_focus_group_give_a_person_per_code_and_a_moderator(tmp_path: Path) -> None:
    pad = tmp_path / "fg1.docx"
    document = docx.Document(SJABLONEN / "verslag_focusgroep.docx")
    for nummer, alinea in enumerate(alinea for alinea in document.paragraphs if alinea.text.endswith("…")):
        alinea.text = alinea.text.replace("…", f"Dit is wat er in beurt {nummer} werd gezegd.")
    document.save(pad)
    t = bd.read_bestand(pad, instrument="focusgroep")
    assert t.deelnemers["rol"].value_counts().to_dict() == {"burger": 3, "gespreksleider": 1} | dict.fromkeys(
        ("ondernemer", "organisatie", "waarnemer", "professional", "onbekend"), 0
    )
    assert len(t.fragmenten) == 6


def test_forms_before_and_after_are_waves_of_the_same_people_and_the_leader_never_counts(load) -> None:
    voor = [["L1", "bewoner", 5, 4, 6], ["L2", "bewoner", 7, 6, 6], ["L3", "ondernemer", 9, 9, 9]]
    na = [
        ["L1", "bewoner", *EENS[:5], EENS[3], 8, 7, 6, 6, "Dank"],
        ["L2", "bewoner", *[EENS[3]] * 6, 6, 8, 7, 6, ""],
    ]
    leider = [["PL", "projectleider", *[EENS[4]] * 6, 9, 9, ""]]
    metingen = ", ".join(
        f'{naam} = "ruw/formulier_{naam}.xlsx"' for naam in ("vooraf", "achteraf", "projectleider")
    )
    boeken = {"vooraf": voor, "achteraf": na, "projectleider": leider}
    t = load(
        "burgerdialoog",
        f"metingen = {{ {metingen} }}",
        {f"formulier_{naam}.xlsx": {"formulier": rijen} for naam, rijen in boeken.items()},
    )
    per_rol = t.deelnemers.groupby(["activiteit_id", "rol"], observed=True).size().to_dict()
    assert per_rol == {
        ("burgerdialoog_vooraf", "burger"): 2,
        ("burgerdialoog_vooraf", "ondernemer"): 1,
        ("burgerdialoog_achteraf", "burger"): 2,
        ("burgerdialoog_projectleider", "professional"): 1,
    }
    assert set(t.vragen["gebruik"].dropna()) == {*(f"P{nr}" for nr in range(1, 9)), "T1", "T2"}
    assert set(t.vragen.loc[t.vragen["gebruik"].notna(), "rol"]) == {"proces"}
    verandering = bd.compare_metingen(t, "p8")
    # the same two residents: 5 and 7 before, 7 and 8 after; the business owner is no citizen
    eerste = verandering[verandering["van"].eq("vooraf") & verandering["naar"].eq("achteraf")]
    assert eerste[["n_beide", "verschil"]].to_numpy().tolist() == [[2, 1.5]]


def test_a_usability_sheet_gives_tasks_sus_and_findings_of_the_same_people(load) -> None:
    taken = [
        ["P1", 1, "Zoek het formulier", "ja", 40, 0, "Ging vlot genoeg"],
        ["P1", 2, "Betaal", "deels", 120, 2, ""],
        ["P2", 1, "Zoek het formulier", "nee", 300, 4, ""],
    ]
    sus = [["P1", *[EENS[4], EENS[0]] * 5], ["P2", *[EENS[2]] * 10]]
    bevindingen = [
        ["De knop is niet te vinden", 1, "3 groot", "P1, P2"],
        ["Klein lettertype", "", "1 cosmetisch", "P2"],
    ]
    t = load(
        "usability",
        'bestand = "ruw/taakblad_usability.xlsx"',
        {"taakblad_usability.xlsx": {"taken": taken, "sus": sus, "bevindingen": bevindingen}},
    )
    assert len(t.deelnemers) == 2
    assert bd.score_sus(t)[["n", "gemiddelde"]].to_numpy().tolist() == [[2, 75.0]]
    assert bd.summarise_taken(t)["tekst"].tolist() == ["1 van de 2", "0 van de 1"]
    lijst = bd.rank_knelpunten(t)
    assert lijst[["ernst", "tekst"]].to_numpy().tolist() == [
        ["3 groot", "2 van de 2"],
        ["1 cosmetisch", "1 van de 2"],
    ]
    assert lijst["taak"].tolist() == ["Zoek het formulier", ""]


def test_an_assembly_in_one_workbook_gives_every_part_and_an_empty_sheet_is_no_error(load) -> None:
    bladen = {
        "aanwezigheid": [["L1", "bewoner", "ja", "ja"], ["L2", "bewoner", "ja", "nee"]],
        "aanbevelingen": [[1, "Maak de bus goedkoper"], [2, "Zet meer bankjes neer"]],
        "stemmen": [[1, 60, 10, 5, "75%"], [2, 30, 40, 5, "75%"]],
        "besluiten": [[1, "overgenomen", "", "2026-06-01", "JenV", ""]],
    }
    t = load("burgerberaad", 'bestand = "ruw/burgerberaad.xlsx"', {"burgerberaad.xlsx": bladen})
    tellingen = t.tellingen.set_index(["vraag_id", "maat"])["aantal"].to_dict()
    assert tellingen[("aanbeveling1", "stem_voor")] == 60
    assert tellingen[("aanbeveling1", "drempel")] == 53  # 75% of 70 votes for or against
    assert t.doorwerking["samenvatting"].tolist() == ["Maak de bus goedkoper"]
    assert t.activiteiten[["gestart", "afgerond"]].to_numpy().tolist() == [[2, 0]]


def test_a_dialogue_keeps_the_dots_of_each_table_apart(load) -> None:
    bladen = {
        "notities": [["1", "Wat gaat goed?", "Het overleg"], ["2", "Wat gaat goed?", "De sfeer is prettig"]],
        "stippen": [["1", "Meer bussen", 5], ["2", "Meer bussen", 3]],
    }
    t = load("burgerdialoog", 'bestand = "ruw/burgerdialoog.xlsx"', {"burgerdialoog.xlsx": bladen})
    assert t.tellingen[["groep", "aantal"]].to_numpy().tolist() == [["tafel 1", 5], ["tafel 2", 3]]
    assert t.fragmenten["soort"].unique().tolist() == ["notitie"]
    assert t.fragmenten["deelnemer_id"].isna().all()
