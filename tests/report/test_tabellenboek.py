"""The book of tables, read back from the workbook that an analyst opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import MethodeError
from burgerdata.report.tabelblad import gather_bladen
from burgerdata.settings import Drempels, Instellingen
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag


def make_boek(pad: Path, **opties: Any) -> dict[str, list[list[Any]]]:
    """Return the rows of each sheet: 400 people, the young grade 2 points higher and mostly go online, weights 1 and 3."""
    wie = [f"p{nr}" for nr in range(400)]
    rng = np.random.default_rng(5)
    jong = np.arange(400) < 200
    online = np.where(jong, np.arange(400) % 10 < 8, np.arange(400) % 10 < 3)
    cijfer = np.clip(np.where(jong, 8, 6) + rng.integers(-1, 2, 400), 1, 10)
    delen = [
        {
            "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
            "deelnemers": make_deelnemers("enq", wie, gewicht=np.where(np.arange(400) % 2 == 0, 1.0, 3.0)),
        },
        make_vraag(
            "enq",
            "kanaal",
            "een_antwoord",
            dict(zip(wie, np.where(online, "1", "2"), strict=True)),
            opties={"1": "=online", "2": "balie"},
        ),
        make_vraag(
            "enq",
            "cijfer",
            "schaal",
            dict(zip(wie, cijfer.astype(str), strict=True)),
            opties={str(n): str(n) for n in range(1, 11)},
        ),
        make_vraag("enq", "minuten", "getal", dict(zip(wie, [10.0, 30.0] * 200, strict=True))),
        make_vraag(
            "enq",
            "leeftijd",
            "een_antwoord",
            dict(zip(wie, np.where(jong, "j", "o"), strict=True)),
            opties={"j": "jong", "o": "oud"},
            rol="kenmerk",
        ),
        make_vraag(
            "enq",
            "hand",
            "een_antwoord",
            dict(zip(wie, np.where(np.arange(400) % 4 < 2, "l", "r"), strict=True)),
            opties={"l": "links", "r": "rechts"},
            rol="kenmerk",
        ),
    ]
    traject = Traject.from_tabellen(join(*delen), Instellingen(titel="Proef", drempels=Drempels(10, 30, 50)))
    bd.write_tabellenboek(traject, pad, **opties)
    boek = openpyxl.load_workbook(pad)
    return {blad.title: [list(rij) for rij in blad.iter_rows(values_only=True)] for blad in boek.worksheets}


@pytest.fixture(scope="module")
def boek(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[Any]]]:
    return make_boek(tmp_path_factory.mktemp("boek") / "t.xlsx")


def find_rij(blad: list[list[Any]], naam: str) -> list[Any]:
    return next(rij for rij in blad if rij[0] == naam)


def test_groups_have_a_letter_each_per_trait(boek: dict[str, list[list[Any]]]) -> None:
    assert boek["T1"][3][1::2] == [None, "leeftijd", "leeftijd", "hand", "hand"]
    assert boek["T1"][4][1::2] == ["totaal", "jong", "oud", "links", "rechts"]
    assert boek["T1"][5][1::2] == [None, "A", "B", "A", "B"]


def test_a_letter_stands_beside_the_higher_group_only(boek: dict[str, list[list[Any]]]) -> None:
    online, balie = find_rij(boek["T1"], "=online"), find_rij(boek["T1"], "balie")
    assert online[3:7] == [0.8, "B", 0.25, None]
    assert balie[3:7] == [0.2, None, 0.75, "A"]
    # the old: of ten the first three go online, with weights 1, 3 and 1 of 20
    assert [letter for letter in online[8:11:2] if letter is not None] == []


def test_both_bases_are_there(boek: dict[str, list[list[Any]]]) -> None:
    assert find_rij(boek["T1"], "basis, ongewogen (aantal mensen)")[1:6:2] == [400, 200, 200]
    gewogen = find_rij(boek["T1"], "basis, gewogen (opgeteld het aantal deelnemers)")
    # the even persons weigh 1 and the odd 3, of 2 on average, in every age
    assert gewogen[1:6:2] == [400, 200, 200]
    assert gewogen[7] == gewogen[9] == 200


def test_the_weighted_base_is_of_who_has_weight(tmp_path: Path) -> None:
    """Of 120 people 60 weigh 0; of the others the men weigh 1 and the women 3, of 2 on average."""
    wie = [f"p{nr}" for nr in range(120)]
    gewicht = [0.0] * 60 + [1.0, 3.0] * 30
    antwoorden = {p: str(1 + nr % 3 // 2) for nr, p in enumerate(wie)}
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
        "deelnemers": make_deelnemers("enq", wie, gewicht=gewicht, basisgewicht=gewicht),
    }
    delen = [
        make_vraag("enq", "v", "een_antwoord", antwoorden, opties={"1": "ja", "2": "nee"}),
        make_vraag(
            "enq",
            "g",
            "een_antwoord",
            {p: "mv"[nr % 2] for nr, p in enumerate(wie)},
            opties={"m": "man", "v": "vrouw"},
            rol="kenmerk",
        ),
    ]
    bd.write_tabellenboek(Traject.from_tabellen(join(vast, *delen)), tmp_path / "t.xlsx")
    blad = [
        list(rij) for rij in openpyxl.load_workbook(tmp_path / "t.xlsx")["T1"].iter_rows(values_only=True)
    ]
    assert find_rij(blad, "basis, ongewogen (aantal mensen)")[1:6:2] == [60, 30, 30]
    assert find_rij(blad, "basis, gewogen (opgeteld het aantal deelnemers)")[1:6:2] == [60, 15, 45]


def test_grades_and_numbers_have_their_mean_with_letters(boek: dict[str, list[list[Any]]]) -> None:
    cijfer = find_rij(boek["T2"], "gemiddelde")
    assert cijfer[3] - cijfer[5] == pytest.approx(2, abs=0.3)
    assert cijfer[4] == "B"
    assert [rij[0] for rij in boek["T3"][6:9]] == ["gemiddelde", "mediaan", "standaardafwijking"]
    # weights 1 and 3 on 10 and 30
    assert find_rij(boek["T3"], "gemiddelde")[1] == 25


def test_a_small_cell_is_an_x_without_a_letter(boek: dict[str, list[list[Any]]]) -> None:
    laagste = find_rij(boek["T2"], "1")
    assert laagste[1] == 0
    assert all(waarde in (0, "x") for waarde in laagste[3::2] if waarde is not None)


def test_the_sheet_says_what_letters_and_intervals_mean(boek: dict[str, list[list[Any]]]) -> None:
    tekst = " ".join(str(rij[0]) for rij in boek["T1"] if rij[0])
    assert "hoger dan in de kolom met die letter" in tekst
    assert "Geen kanssteekproef" in tekst


def test_traits_are_those_asked_for_in_that_order(tmp_path: Path) -> None:
    blad = make_boek(tmp_path / "t.xlsx", kenmerken=["hand"])["T1"]
    assert [naam for naam in blad[4][1::2] if naam] == ["totaal", "links", "rechts"]
    with pytest.raises(MethodeError, match=r"kan niet naar haar: .* kies uit hand, leeftijd"):
        make_boek(tmp_path / "u.xlsx", kenmerken=["haar"])


def test_no_answer_becomes_a_formula(boek: dict[str, list[list[Any]]]) -> None:
    assert find_rij(boek["T1"], "=online")[0] == "=online"
    assert pd.notna(find_rij(boek["T1"], "=online")[1])


def test_a_question_is_not_crossed_with_a_trait_made_from_it(voorbeeld: Traject) -> None:
    deel = voorbeeld.only(activiteit_id="enquete")
    gevraagd = ["opleiding", "opleiding_cbs5", "geslacht", "landsdeel"]
    deel = deel.replace_tabellen(vragen=deel.vragen[deel.vragen["vraag_id"].isin(gevraagd)])
    bladen = {blad.vraag["vraag_id"]: blad for blad in gather_bladen(deel, ["opleiding", "geslacht"])}
    assert {kenmerk for kenmerk, _ in bladen["opleiding_cbs5"].tabellen} == {"totaal", "geslacht"}
    assert {kenmerk for kenmerk, _ in bladen["landsdeel"].tabellen} == {"totaal", "geslacht", "opleiding"}


def test_a_trait_is_crossed_with_a_trait_only_when_asked() -> None:
    wie = [f"p{nr}" for nr in range(200)]
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    kenmerken = [
        make_vraag(
            "enq",
            naam,
            "een_antwoord",
            {p: "ab"[nr // deel % 2] for nr, p in enumerate(wie)},
            opties={"a": "a", "b": "b"},
            rol="kenmerk",
        )
        for naam, deel in (("opleiding", 1), ("geslacht", 2))
    ]
    traject = Traject.from_tabellen(join(vast, *kenmerken), Instellingen(titel="P"))

    def list_columns(**opties: list[str]) -> set[str]:
        bladen = gather_bladen(traject, **opties)
        blad = next(blad for blad in bladen if blad.vraag["vraag_id"] == "opleiding")
        return {kenmerk for kenmerk, _ in blad.tabellen}

    assert list_columns() == {"totaal"}
    assert list_columns(kenmerken=["geslacht"]) == {"totaal", "geslacht"}


def test_a_group_under_the_threshold_has_a_star_beside_its_base(tmp_path: Path) -> None:
    wie = [f"p{nr}" for nr in range(300)]
    groep = {p: "klein" if nr < 40 else "net" if nr < 90 else "groot" for nr, p in enumerate(wie)}
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    antwoorden = {p: "jn"[nr % 2] for nr, p in enumerate(wie)}
    delen = [
        make_vraag("enq", "vr", "een_antwoord", antwoorden, opties={"j": "ja", "n": "nee"}),
        make_vraag(
            "enq",
            "kl",
            "een_antwoord",
            groep,
            opties={naam: naam for naam in ("klein", "net", "groot")},
            rol="kenmerk",
        ),
    ]
    traject = Traject.from_tabellen(
        join(vast, *delen), Instellingen(titel="P", drempels=Drempels(10, 30, 50))
    )
    bd.write_tabellenboek(traject, tmp_path / "t.xlsx")
    blad = openpyxl.load_workbook(tmp_path / "t.xlsx")["T1"]
    rijen = [list(rij) for rij in blad.iter_rows(values_only=True)]
    basis = find_rij(rijen, "basis, ongewogen (aantal mensen)")
    assert basis[1:8] == [300, None, 40, "*", 50, None, 210]
    assert "* minder dan 50 mensen: indicatief." in [rij[0] for rij in rijen]


def test_without_a_small_group_the_legend_names_no_star(boek: dict[str, list[list[Any]]]) -> None:
    assert not any("indicatief" in str(rij[0]) for rij in boek["T1"])


def make_klein(pad: Path, hoeveel: int) -> dict[str, list[list[Any]]]:
    """Return the rows of each sheet: 160 people who all answered, ``hoeveel`` of them in group x, 40 with "onbekend"."""
    wie = [f"p{nr}" for nr in range(160)]
    groep = ["x"] * hoeveel + ["onbekend"] * 40 + ["mv"[nr % 2] for nr in range(120 - hoeveel)]
    ja = ["j" if naam in ("m", "x") or nr % 7 < 4 else "n" for nr, naam in enumerate(groep)]
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    opties = {naam: naam for naam in ("m", "v", "x", "onbekend")}
    delen = [
        make_vraag(
            "enq",
            "vr",
            "een_antwoord",
            dict(zip(wie, ja, strict=True)),
            opties={"j": "ja", "n": "nee"},
        ),
        make_vraag(
            "enq", "kl", "een_antwoord", dict(zip(wie, groep, strict=True)), opties=opties, rol="kenmerk"
        ),
    ]
    traject = Traject.from_tabellen(
        join(vast, *delen), Instellingen(titel="P", drempels=Drempels(10, 30, 50))
    )
    bd.write_tabellenboek(traject, pad)
    boek = openpyxl.load_workbook(pad)
    return {blad.title: [list(rij) for rij in blad.iter_rows(values_only=True)] for blad in boek.worksheets}


@pytest.mark.parametrize("hoeveel", [3, 5, 8])
def test_a_hidden_group_does_not_follow_from_the_sheet_of_its_own_trait(tmp_path: Path, hoeveel: int) -> None:
    """Every group size of under ten agrees with both sheets together: a whole percentage of 160 people is one number."""
    boek = make_klein(tmp_path / "t.xlsx", hoeveel)
    bases = find_rij(boek["T1"], "basis, ongewogen (aantal mensen)")[3::2]
    aandelen = [find_rij(boek["T2"], naam)[1] for naam in ("m", "v", "x", "onbekend")]

    def agrees(tellingen: tuple[int, int, int, int]) -> bool:
        return all(
            (isinstance(basis, str) or basis == n)
            and (isinstance(aandeel, str) or aandeel == int(100 * n / 160 + 0.5) / 100)
            for n, basis, aandeel in zip(tellingen, bases, aandelen, strict=True)
        )

    m, v = (n for n in bases[:2])
    mogelijk = {x for x in range(10) if agrees((m, v, x, 160 - m - v - x))}
    assert len(mogelijk) >= 9


def test_no_letter_names_a_column_that_is_not_shown(tmp_path: Path) -> None:
    boek = make_klein(tmp_path / "t.xlsx", 8)
    ja = find_rij(boek["T1"], "ja")
    assert ja[7:10:2] == ["x", "x"]
    assert [cel for cel in ja[4::2] if cel] == ["B"]


def test_a_trait_stands_above_its_groups_as_people_call_it(tmp_path: Path) -> None:
    wie = [f"p{nr}" for nr in range(120)]
    half = dict(zip(wie, "jo" * 60, strict=True))
    delen = [
        {
            "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel"),
            "deelnemers": make_deelnemers("enq", wie),
        },
        make_vraag("enq", "q1", "een_antwoord", half, opties={"j": "ja", "o": "nee"}, tekst="Lukt het?"),
        *(
            make_vraag(
                "enq", naam, "een_antwoord", half, opties={"j": "a", "o": "b"}, rol="kenmerk", tekst=tekst
            )
            for naam, tekst in (
                ("lft", "Leeftijdsgroep"),
                ("wat_is_uw_opleiding", "Wat is uw opleiding?"),
                ("v12", "Hoe is uw huishouden samengesteld?"),
            )
        ),
    ]
    t = Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(10, 30, 50)))
    bd.write_tabellenboek(t, tmp_path / "t.xlsx")
    rijen = list(openpyxl.load_workbook(tmp_path / "t.xlsx")["T1"].iter_rows(values_only=True))
    assert {cel for cel in rijen[3] if cel} == {"leeftijd", "opleiding", "huishouden"}
