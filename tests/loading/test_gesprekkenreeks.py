"""Conversations with a list that says in which of them somebody was: a list, one delivery, and groups called otherwise."""

from __future__ import annotations

import tomllib

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

EEN = "Gespreksleider: Welkom.\nSanne: Het wachten duurt lang.\nRuud: Ja.\nSanne: Een jaar.\nRuud: Twee.\n"
TWEE = "Interviewer: Welkom.\nBo: De bus komt niet.\nKees: Nee.\nBo: Nooit.\nKees: Klopt.\n"
OPNAME = (
    "WEBVTT\n\n"
    "00:00:00.000 --> 00:00:04.000\n<v Ilse Pol (extern)>Welkom, wie begint?</v>\n\n"
    "00:00:05.000 --> 00:00:09.000\n<v Karin de Wit>Mijn zoon zit thuis.</v>\n\n"
    "00:00:10.000 --> 00:00:14.000\n<v Lotte Bos>Bij ons ook.</v>\n"
)
LIJST = [
    ["Naam", "Gesprek", "Rol", "Leeftijd"],
    ["Sanne", "1", "moeder", "25-34"],
    ["Ruud", "1", "vader", "35-44"],
    ["Bo", "2", "moeder", "35-44"],
    ["Kees", "2", "vader", "25-34"],
    ["Karin de Wit", "3", "moeder", "35-44"],
    ["Lotte Bos", "3", "moeder", "35-44"],
]
OPNAMENAAM = "Passend onderwijs-20251014_193012-Opname.vtt"


@pytest.fixture
def map_(tmp_path, schrijf_boek):
    """A folder with three conversations, each from another recorder, and the list of who was in which."""
    (tmp_path / "Gesprek 1 moeders.txt").write_text(EEN, "utf-8")
    (tmp_path / "gesprek 2 vaders.txt").write_text(TWEE, "utf-8")
    (tmp_path / OPNAMENAAM).write_text(OPNAME, "utf-8")
    schrijf_boek(tmp_path / "deelnemerslijst gesprekken.xlsx", {"Blad1": LIJST})
    return tmp_path


def test_a_list_that_calls_the_group_a_talk_is_a_list_and_makes_one_delivery(map_):
    voorstel = propose_traject(map_)
    assert voorstel.bestanden["herkend_als"].tolist() == ["focusgroep, 3 groepen", "deelnemerslijst"]
    (levering,) = tomllib.loads((map_ / "traject.toml").read_text("utf-8"))["levering"]
    assert levering["deelnemerslijst"] == "deelnemerslijst gesprekken.xlsx"
    assert levering["gespreksleider"] == ["Gespreksleider", "Interviewer"]
    assert f"# in {OPNAMENAAM} staat één spreker niet op de deelnemerslijst" in (
        map_ / "traject.toml"
    ).read_text("utf-8")
    burgers = load_traject(map_).deelnemers["rol"].astype("str").eq("burger").sum()
    assert burgers == 6  # who is not on the list counts nowhere, so that nothing has to be asked


def _load(map_):
    propose_traject(map_)
    pad = map_ / "traject.toml"
    pad.write_text(
        pad.read_text("utf-8").replace('"Interviewer"]', '"Interviewer", "Ilse Pol (extern)"]'), "utf-8"
    )
    return load_traject(map_)


def test_a_group_that_no_file_is_called_after_is_the_talk_in_which_its_names_speak(map_):
    traject = _load(map_)
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    assert len(burgers) == 6
    leeftijd = traject.antwoorden[traject.antwoorden["vraag_id"].astype("str").eq("leeftijd")].merge(
        burgers, on="deelnemer_id"
    )
    assert leeftijd["code"].astype("str").value_counts().to_dict() == {"25-34": 2, "35-44": 4}
    assert traject.vragen["vraag_id"].astype("str").tolist() == ["rol", "leeftijd"], "the group is no trait"
    assert "deelnemerslijst" not in "".join(check_traject(map_).tekst.partition("Nakijken")[2])


def test_somebody_in_another_group_than_the_talk_that_is_called_after_hers_is_told(map_, schrijf_boek):
    rijen = [[*rij[:1], "9", *rij[2:]] if rij[0] == "Sanne" else rij for rij in LIJST]
    schrijf_boek(map_ / "deelnemerslijst gesprekken.xlsx", {"Blad1": rijen})
    traject = _load(map_)
    assert traject.deelnemers["rol"].eq("burger").sum() == 5
    tekst = check_traject(map_).tekst
    assert (
        "Gesprek 1 moeders.txt: 1 spreker staat niet in de deelnemerslijst en telt nergens mee (eerste beurt op regel 2)"
        in tekst
    )
    assert "1 mens op deze lijst (rij 2) staat in geen enkel gesprek" in tekst


@pytest.mark.parametrize(
    ("koppen", "rij"),
    [
        ("nr;Gesprek;Vond u het nuttig?", "{nr};{groep};ja"),
        ("nr;Gesprek;Begeleiding", "{nr};{cijfer};{cijfer}"),
        ("Naam;Gesprek;Datum", "Bo {nr};Wij spraken over de bus die bij ons in de wijk nooit komt;2-3-2026"),
    ],
)
def test_a_table_about_talks_that_is_no_list_stays_what_it_was(koppen, rij, tmp_path):
    rijen = [rij.format(nr=nr, groep=1 + nr % 2, cijfer=4 + nr % 5) for nr in range(1, 9)]
    (tmp_path / "gesprekken.csv").write_text("\n".join([koppen, *rijen]), "utf-8")
    assert "deelnemerslijst" not in propose_traject(tmp_path).bestanden["herkend_als"].tolist()


@pytest.mark.parametrize(
    "namen",
    [
        ("gesprek 12 mei noord.txt", "gesprek 14 juni zuid.txt"),
        ("Gesprek 1 noord.txt", "gesprek 1 zuid.txt"),
        ("Gesprek met bewoners.txt", "gesprek met winkeliers.txt"),
    ],
)
def test_talks_that_are_no_series_stay_deliveries_of_their_own(namen, tmp_path):
    for naam, tekst in zip(namen, (EEN, TWEE), strict=True):
        (tmp_path / naam).write_text(tekst, "utf-8")
    assert len(propose_traject(tmp_path).bestanden) == 2


def test_numbered_talks_are_one_series_without_a_list_too(tmp_path):
    (tmp_path / "Gesprek 1 moeders.txt").write_text(EEN, "utf-8")
    (tmp_path / "gesprek 2 vaders.txt").write_text(TWEE, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["focusgroep, 2 groepen"]
