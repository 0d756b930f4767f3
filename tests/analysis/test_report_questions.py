"""The forty report questions: verbatim, answered from their own phase, or said not to be measured."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from burgerdata import figures
from burgerdata.analysis import Antwoord, beantwoord, list_rapportvragen
from burgerdata.analysis.rapportvragen import beantwoord_alle
from burgerdata.errors import MethodeError
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import make_activiteit, make_deelnemers, make_fragmenten

FIGUREN = {naam.removeprefix("plot_") for naam in figures.__all__ if naam.startswith("plot_")}


@pytest.fixture(scope="module")
def antwoorden(voorbeeld: Traject) -> Mapping[str, Antwoord]:
    return beantwoord_alle(voorbeeld)


def test_there_are_ten_questions_per_phase() -> None:
    tabel = list_rapportvragen()
    assert tabel["fase"].value_counts(sort=False).to_dict() == {
        "beleidsontwikkeling": 10,
        "dienstverlening": 10,
        "praktijk": 10,
        "evaluatie": 10,
    }
    assert tabel["id"].is_unique
    assert tabel["vraag"].str.endswith("?").all()


def test_nine_instruments_answer_all_forty_questions(antwoorden: Mapping[str, Antwoord]) -> None:
    status = pd.Series({naam: antwoord.status for naam, antwoord in antwoorden.items()})
    assert status.value_counts().to_dict() == {"beantwoord": 30, "deels": 10}


def test_what_is_not_measured_says_what_would(voorbeeld: Traject) -> None:
    straat = beantwoord_alle(voorbeeld.only(instrument="straatgesprek"))
    niet = [antwoord for antwoord in straat.values() if antwoord.status == "niet_gemeten"]
    assert {"dv2", "dv4", "dv6", "dv9", "bo1", "pr2"} <= {antwoord.id for antwoord in niet}
    for antwoord in niet:
        assert antwoord.ontbreekt.endswith(".")
        assert not antwoord.tabellen
        assert "Niet gemeten." in repr(antwoord)


@pytest.mark.parametrize(
    ("teksten", "er_is"),
    [([("p1", "te lang")], "Er is 1 tekst"), ([("p1", "te lang"), ("p2", "duur")], "Er zijn 2 teksten")],
)
def test_texts_without_a_theme_ask_for_coding_and_not_for_more_texts(
    teksten: list[tuple[str, str]], er_is: str
) -> None:
    tabellen = {
        "activiteiten": make_activiteit("straat", "straatgesprek", fase="praktijk"),
        "deelnemers": make_deelnemers("straat", [wie for wie, _ in teksten]),
        "fragmenten": make_fragmenten("straat", teksten),
    }
    antwoorden = beantwoord_alle(Traject.from_tabellen(tabellen))
    assert antwoorden["pr1"].ontbreekt == f"{er_is}, nog niet gecodeerd: vul themalijst.xlsx aan."
    assert antwoorden["pr3"].ontbreekt == "Vraag in een enquête een oordeel, met achtergrondkenmerken."
    assert antwoorden["dv5"].ontbreekt.startswith("Laat mensen brieven")  # no texts in that phase
    grenzen = antwoorden["ev10"].tabellen["grenzen"].set_index("id")["meten"]
    assert grenzen["pr1"] == antwoorden["pr1"].ontbreekt


@pytest.mark.parametrize(
    ("vraag", "bevinding"),
    [
        ("bo9", "Het meest verdeeld over ‘Maak online aangifte verplicht voor…’: 33 voor, 19 tegen"),
        ("dv9", "‘Voeg een foto toe als bewijs’ lukte eerst 2 van de 12 en daarna 9 van de 12 mensen"),
        ("pr2", "‘Technische storing’ meldden in mei–augustus meer mensen dan daarvoor"),
    ],
)
def test_what_was_planted_is_what_the_answer_says(
    antwoorden: Mapping[str, Antwoord], vraag: str, bevinding: str
) -> None:
    assert antwoorden[vraag].bevinding == bevinding


def test_support_lays_votes_beside_the_poll(antwoorden: Mapping[str, Antwoord]) -> None:
    assert list(antwoorden["bo8"].tabellen)[:2] == ["stemmen", "steun_gesteunde_verbetering"]


def test_every_finding_is_one_short_sentence(antwoorden: Mapping[str, Antwoord]) -> None:
    for antwoord in antwoorden.values():
        if antwoord.status != "niet_gemeten":
            assert 10 < len(antwoord.bevinding) <= 90, antwoord.id
            assert not antwoord.bevinding.endswith("."), antwoord.id
            assert "burgers" not in antwoord.bevinding, antwoord.id


def test_what_is_drawn_is_in_the_answer(antwoorden: Mapping[str, Antwoord]) -> None:
    for antwoord in antwoorden.values():
        for tekening in antwoord.tekeningen:
            assert tekening.figuur in FIGUREN
            assert tekening.tabel in antwoord.tabellen
        for tabel in antwoord.tabellen.values():
            assert read_toelichting(tabel).onderwerp
            assert read_toelichting(tabel).synthetisch


def test_an_answer_comes_from_material_of_its_own_phase(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    fase = dict(zip(voorbeeld.activiteiten["activiteit_id"], voorbeeld.activiteiten["fase"], strict=True))
    vragen = voorbeeld.vragen[voorbeeld.vragen["fase"].notna()]
    geleend = set(zip(vragen["fase"], vragen["activiteit_id"], strict=True))
    assert geleend == {("evaluatie", "burgerdialoog_uitloop")}
    for antwoord in antwoorden.values():
        for tabel in antwoord.tabellen.values():
            if "activiteit_id" in tabel and antwoord.id != "ev7":
                van_elders = {naam for naam in tabel["activiteit_id"] if fase[naam] != antwoord.fase}
                assert {(antwoord.fase, naam) for naam in van_elders} <= geleend, antwoord.id


def test_a_question_with_a_phase_of_its_own_answers_that_phase_only(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    assert set(antwoorden["ev4"].tabellen["vraag_door_beleid"]["activiteit_id"]) == {"burgerdialoog_uitloop"}
    vragen = set(voorbeeld.vragen[voorbeeld.vragen["fase"].eq("evaluatie")]["vraag_id"])
    assert vragen == {"door_beleid", "nodig", "aanvaardbaar"}
    for antwoord in antwoorden.values():
        if antwoord.fase == "dienstverlening":
            genoemd = {tabel.removeprefix("vraag_").removeprefix("cijfer_") for tabel in antwoord.tabellen}
            assert not genoemd & vragen, antwoord.id


def test_the_planted_truths_are_findings(antwoorden: Mapping[str, Antwoord]) -> None:
    assert antwoorden["ev2"].bevinding == "Rapportcijfer afhandeling steeg van 6,2 naar 6,7"
    assert antwoorden["pr3"].bevinding == "Rapportcijfer online aangifte is lager bij ‘18-34’ dan bij de rest"
    assert "tevreden_informatie" in antwoorden["ev2"].ontbreekt
    assert antwoorden["ev10"].bevinding == "Geen enkele rapportvraag bleef zonder meting"


def test_the_limits_are_the_questions_that_were_not_measured(enquete: Traject) -> None:
    antwoorden = beantwoord_alle(enquete)
    niet = [naam for naam, antwoord in antwoorden.items() if antwoord.status == "niet_gemeten"]
    assert len(niet) >= 20
    assert antwoorden["ev10"].tabellen["grenzen"]["id"].tolist() == niet
    assert antwoorden["ev10"].bevinding == f"{len(niet)} rapportvragen zijn niet gemeten"


def test_one_question_gives_the_same_answer_as_all_together(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    assert repr(beantwoord(voorbeeld, "pr9")) == repr(antwoorden["pr9"])
    assert list_rapportvragen(voorbeeld).set_index("id")["status"].to_dict() == {
        naam: antwoord.status for naam, antwoord in antwoorden.items()
    }


def test_a_traject_of_one_phase_leaves_the_others_unanswered(enquete: Traject) -> None:
    status = list_rapportvragen(enquete).set_index("id")["status"]
    assert status[[f"bo{nr}" for nr in range(1, 11)]].eq("niet_gemeten").all()
    assert status["pr6"] == "deels"


def test_an_unknown_question_is_refused_with_a_suggestion(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="bedoelde u 'pr4'"):
        beantwoord(enquete, "pr 4")


def test_traject_toml_can_bind_a_question(voorbeeld: Traject) -> None:
    from dataclasses import replace

    instellingen = replace(
        voorbeeld.instellingen, rapportvragen={"dv8": ("valt_op",), "pr4": ("tevreden_afhandeling",)}
    )
    gebonden = replace(voorbeeld, instellingen=instellingen)
    assert "tevreden_afhandeling" in " ".join(beantwoord(gebonden, "pr4").tabellen)
    assert "cijfer_cijfer_online" not in beantwoord(gebonden, "pr4").tabellen


def test_a_finding_tells_nothing_that_its_table_will_hide(
    antwoorden: Mapping[str, Antwoord], voorbeeld: Traject
) -> None:
    from burgerdata.disclosure import plan_onderdrukking
    from burgerdata.findings import state_bevinding

    for naam in ("pr4", "pr6", "ev7", "bo2", "dv3"):
        antwoord = antwoorden[naam]
        eerste = next(iter(antwoord.tabellen))
        plan = plan_onderdrukking(antwoord.tabellen, voorbeeld.instellingen.drempels)
        assert antwoord.bevinding == state_bevinding(plan.apply(eerste, antwoord.tabellen[eerste])), naam


def test_only_a_survey_or_a_panel_measures_how_often_people_name_something(
    antwoorden: Mapping[str, Antwoord],
) -> None:
    """A test with twelve people, talks in the street and complaints were heard, however many there were."""
    assert {antwoorden[naam].soort for naam in ("dv3", "dv5", "dv8")} == {"gehoord"}
    assert antwoorden["pr1"].soort == "gemeten en gehoord"  # a survey and reports
    assert antwoorden["ev5"].soort == "gemeten"  # a panel
