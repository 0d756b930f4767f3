"""A workbook with sheets of several kinds: each is a delivery of its own, and no sheet is lost without a word."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject
from burgerdata.report.manifest import write_manifest

STICKERS = [["Idee", "Tafel rood", "Tafel geel"], ["Meer banken", 3, 4], ["Later open", 1, 0]]
FORMULIER = [
    ["nr", "Vertrouwen vooraf (1-10)", "Vertrouwen achteraf (1-10)", "Kon u zeggen wat u wilde?"],
    *([nr, 4 + nr % 3, 5 + nr % 3, "ja" if nr % 3 else "nee"] for nr in range(1, 10)),
]
ENQUETE = [
    ["Nummer", "Bent u tevreden?", "Wijk"],
    *([n, "ja" if n % 3 else "nee", "Noord"] for n in range(1, 9)),
]
UITLEG = [["Blad", "Wat erin staat"], ["stickers", "per tafel geteld"], ["exit", "het formulier"]]


def test_dots_and_the_form_of_an_evening_in_one_workbook_are_two_deliveries_that_load(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "avond.xlsx", {"stickers": STICKERS, "exit": FORMULIER, "uitleg": UITLEG})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden[["bestand", "herkend_als"]].to_numpy().tolist() == [
        ["avond.xlsx, blad 'exit'", "burgerdialoog, formulier met 2 metingen"],
        ["avond.xlsx, blad 'stickers'", "burgerdialoog: stippen"],
    ]
    assert voorstel.gezien == (
        "avond.xlsx, blad 'uitleg': geen rij per mens te herkennen (2 rijen); staan hier antwoorden in, maak er dan een levering van met"
        ' hetzelfde bestand en blad = "uitleg"',
    )
    t = load_traject(tmp_path)
    assert t.tellingen["aantal"].sum() == 8
    assert t.deelnemers["activiteit_id"].astype("str").value_counts().to_dict() == {
        "burgerdialoog_exit_vooraf": 9,
        "burgerdialoog_exit_achteraf": 9,
    }
    nog_eens = propose_traject(tmp_path)
    assert nog_eens.bestanden["bestand"].tolist() == voorstel.bestanden["bestand"].tolist()
    assert "Nog in geen levering" not in nog_eens.tekst


def test_a_sheet_that_nieuw_leaves_aside_is_told_with_how_to_read_it(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "e.xlsx", {"2026": ENQUETE, "2025": ENQUETE[:5]})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["rijen"].tolist() == [8]
    assert voorstel.gezien == (
        "e.xlsx, blad '2025' (4 rijen): alleen blad '2026' wordt gelezen, en dit blad heeft dezelfde kolommen; staan hier antwoorden in, maak er dan een levering van met"
        ' hetzelfde bestand en blad = "2025"',
    )


def test_a_sheet_in_no_delivery_is_in_the_check_and_in_the_account(maak_map):
    toml = '[[levering]]\nnaam = "e"\ninstrument = "enquete"\nbestand = "ruw/e.xlsx"\nblad = "2026"\n'
    bladen = {"2026": ENQUETE, "2025": ENQUETE[:5], "leeg": []}
    map_ = maak_map(toml, ruw={}, bladen={"ruw/e.xlsx": bladen})
    controle = check_traject(map_)
    assert (
        "ruw/e.xlsx, blad '2025': dit blad (4 rijen) staat in geen enkele levering en telt nergens mee"
        in controle.tekst
    )
    assert "gezien, niet gebruikt: ruw/e.xlsx, blad '2025'" in controle.tekst
    gezien = controle.bronnen[controle.bronnen["rol"].eq("gezien")]
    assert gezien[["blad", "gebruikt", "records_in"]].to_numpy().tolist() == [["2025", False, 4]]
    beide = toml + toml.replace('"e"', '"f"').replace('"2026"', '"2025"')
    (map_ / "traject.toml").write_text(beide, "utf-8")
    assert "staat in geen enkele levering" not in check_traject(map_).tekst


@pytest.mark.parametrize(
    "bladen",
    [
        {
            "stickers": STICKERS,
            "zinnen": [["Tafel", "Zin"], ["Tafel 1", "meer bomen"], ["Tafel 2", "meer bomen"]],
        },
        {
            "stickers": STICKERS,
            "acties": [["Actie", "Wie", "Status"], *([f"a{n}", "wijk", "loopt"] for n in range(9))][:3],
        },
        {"a": ENQUETE, "b": ENQUETE[:5]},
    ],
)
def test_sheets_of_which_nobody_can_say_that_they_are_of_people_stay_one_file(tmp_path, schrijf_boek, bladen):
    schrijf_boek(tmp_path / "a.xlsx", bladen)
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["a.xlsx"]


def test_the_longest_sheet_of_an_evening_does_not_hide_its_dots(tmp_path, schrijf_boek):
    acties = [["Actie", "Wie", "Status"], *([f"actie {n}", "wijkbeheer", "loopt"] for n in range(9))]
    schrijf_boek(tmp_path / "a.xlsx", {"acties": acties, "stickers": STICKERS})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["a.xlsx, blad 'stickers'"]
    assert voorstel.gezien[0].startswith("a.xlsx, blad 'acties': geen rij per mens te herkennen (9 rijen)")
    assert load_traject(tmp_path).tellingen["aantal"].tolist() == [3, 4, 1, 0]


def test_the_name_of_a_person_in_the_name_of_a_sheet_is_in_no_table(maak_map):
    kop = '[[levering]]\nnaam = "e"\ninstrument = "enquete"\nbestand = "ruw/e.xlsx"\nblad = "Formulier Karim Bos"\n'
    bladen = {
        "Formulier Karim Bos": ENQUETE,
        "Gesprek Fatima el Amrani": ENQUETE[:5],
        "Gesprek Bep Zwartkruis": ENQUETE[:4],
        "jan 2026": ENQUETE[:3],
    }
    map_ = maak_map(kop, ruw={}, bladen={"ruw/e.xlsx": bladen})
    controle = check_traject(map_)
    assert controle.bronnen["blad"].tolist() == [
        "Formulier [naam]", "Gesprek [naam]", "Gesprek [naam] 2", "jan 2026",
    ]  # fmt: skip
    assert controle.bronnen["records_in"].tolist() == [8, 4, 3, 2]
    assert "de naam van dit blad, zoals die in het bestand staat" in controle.tekst
    t = load_traject(map_)
    assert len(t.deelnemers) == 8
    assert "Bos" not in t.bronnen.to_csv() + t.logboek.to_csv()
    plan = SimpleNamespace(drempels=t.instellingen.drempels, prijs=pd.DataFrame())
    opbrengst = SimpleNamespace(traject=t, datum=date(2026, 3, 1), plan=plan)
    verantwoording = write_manifest(opbrengst, map_ / "v.json", stand="concept").read_text("utf-8")
    assert '"blad": "Formulier [naam]"' in verantwoording
    assert not {"Bos", "Fatima", "Zwartkruis"} & set(re.findall(r"\w+", verantwoording))


def test_the_name_of_a_person_in_the_name_of_a_transcript_is_no_group(maak_map):
    gesprek = "Moderator: Hoe vindt u het?\nR1: Te weinig bomen in de straat.\nR2: De bus komt te weinig.\n"
    namen = ["gesprek Fatima el Amrani.txt", "gesprek Wopke.txt", "gesprek 3.txt"]
    kop = "".join(
        f'[[levering]]\nnaam = "fg{nr}"\ninstrument = "focusgroep"\nbestand = "ruw/{naam}"\ngespreksleider = ["Moderator"]\n'
        for nr, naam in enumerate(namen)
    )
    map_ = maak_map(kop, ruw={naam: gesprek.replace("bomen", naam[-7]) for naam in namen})
    t = load_traject(map_)
    groepen = t.fragmenten.groupby("activiteit_id", observed=True)["groep"].first().astype("str").tolist()
    assert groepen == ["gesprek [naam]", "gesprek [naam] 2", "gesprek 3"]
    assert t.deelnemers.groupby("groep", observed=True).size().to_dict() == dict.fromkeys(groepen, 3)
    plan = SimpleNamespace(drempels=t.instellingen.drempels, prijs=pd.DataFrame())
    opbrengst = SimpleNamespace(traject=t, datum=date(2026, 3, 1), plan=plan)
    verantwoording = write_manifest(opbrengst, map_ / "v.json", stand="concept").read_text("utf-8")
    assert verantwoording.count('"ruw/gesprek [naam] 2.txt"') == 2
    assert not {"Fatima", "Amrani", "Wopke"} & set(re.findall(r"\w+", verantwoording))


def _exit(aantal: int, verschuiving: int = 0) -> list[list[object]]:
    """Return an exit form of so many people, its first rows as those of a longer one."""
    kop: list[object] = [
        "nr",
        "Wat vond u van de avond? (1-10)",
        "Kon u zeggen wat u wilde?",
        "Komt u nog eens?",
    ]
    rijen = range(verschuiving, aantal + verschuiving)
    return [kop, *([1 + n, 4 + n * 7 % 6, "ja" if n % 3 else "nee", "ja" if n % 4 else "nee"] for n in rijen)]


@pytest.mark.parametrize(
    ("bladen", "mensen"),
    [
        ({"formulier": _exit(20), "formulier kinderen": _exit(8)}, [20, 8]),
        ({"2024": _exit(25), "2025": _exit(25, 1)}, [25, 25]),
    ],
)
def test_two_sheets_of_one_form_beside_dots_are_two_deliveries_and_no_versions(
    tmp_path, schrijf_boek, bladen, mensen
):
    schrijf_boek(tmp_path / "avond.xlsx", {"stickers": STICKERS, **bladen})
    voorstel = propose_traject(tmp_path)
    namen = [f"avond.xlsx, blad '{blad}'" for blad in [*bladen, "stickers"]]
    assert voorstel.bestanden["bestand"].tolist() == namen
    assert "kies één" not in (tmp_path / "traject.toml").read_text("utf-8")
    geteld = load_traject(tmp_path).deelnemers["activiteit_id"].astype("str").value_counts().sort_index()
    assert geteld.tolist() == mensen


def test_a_version_of_one_sheet_is_told_beside_that_sheet_alone(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "avond.xlsx", {"stickers": STICKERS, "formulier": _exit(20)})
    schrijf_boek(tmp_path / "formulier_oud.xlsx", {"formulier": _exit(18)})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == [
        "enquête, Excel, 3 vragen",
        "zelfde enquête",
        "burgerdialoog: stippen",
    ]


SMAL = {
    "tip": [["Heeft u nog een tip?"], *([f"meer bankjes bij de vijver {n}"] for n in range(9))],
    "namen": [["Naam", "Wijk"], ["Karim Bos", "Noord"], ["Anna de Vries", "Zuid"]],
}


@pytest.mark.parametrize("bladen", [{"Data": ENQUETE}, {"stickers": STICKERS, "exit": FORMULIER}])
def test_a_sheet_of_one_column_is_told_and_hides_no_other_though_it_is_longest(
    tmp_path, schrijf_boek, bladen
):
    schrijf_boek(tmp_path / "a.xlsx", {**bladen, **SMAL})
    voorstel = propose_traject(tmp_path)
    assert len(voorstel.bestanden) == len(bladen)
    for blad, rijen in (("tip", 9), ("namen", 2)):
        (regel,) = [regel for regel in voorstel.gezien if f"blad '{blad}'" in regel]
        assert f"({rijen} rijen)" in regel
        assert f'blad = "{blad}"' in regel
        assert f"a.xlsx, blad '{blad}': dit blad ({rijen} rijen)" in check_traject(tmp_path).tekst


def test_a_sheet_of_one_column_is_read_where_a_delivery_names_it(maak_map):
    toml = '[[levering]]\nnaam = "{0}"\ninstrument = "enquete"\nbestand = "ruw/e.xlsx"\nblad = "{0}"\n'
    bladen = {"data": ENQUETE, **SMAL}
    t = load_traject(
        maak_map(toml.format("data") + toml.format("tip"), ruw={}, bladen={"ruw/e.xlsx": bladen})
    )
    assert t.fragmenten["activiteit_id"].astype("str").tolist() == ["tip"] * 9
