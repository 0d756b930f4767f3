"""The sentences under a finding hold what the table holds, in number words, and nothing of what is hidden."""

from __future__ import annotations

from typing import Any

import pandas as pd

from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.toelichting import Toelichting, annotate


def make(soort: str, rijen: dict[str, Any], **velden: Any) -> pd.DataFrame:
    velden = {"onderwerp": "het rapportcijfer"} | velden
    return annotate(pd.DataFrame({"activiteit_id": "enq"} | rijen), Toelichting(soort, **velden))  # type: ignore[arg-type]


THEMAS = {
    "thema": ["taal", "hulp", "geld"],
    "instrument": "enquete",
    "n": [130, 80, 40],
    "basis": 400,
    "aandeel": [0.333, 0.2, 0.1],
    "onder": [0.28, 0.16, 0.07],
    "boven": [0.38, 0.24, 0.14],
}


def test_a_share_is_said_in_words_with_its_percentage_and_its_interval() -> None:
    assert explain_bevinding(make("themas", THEMAS)) == (
        "Ongeveer 1 op de 3 mensen die iets opschreven (33%) noemt ‘taal’; waarschijnlijk ligt dit tussen 28% en 38%.",
        "Daarna volgen ‘hulp’ (20%) en ‘geld’ (10%).",
    )


def test_people_who_came_forward_are_called_participants() -> None:
    assert "1 op de 3 deelnemers" in explain_bevinding(make("themas", THEMAS, zelfselectie=True))[0]


def test_of_people_who_came_forward_no_interval_is_told() -> None:
    # a margin belongs to a drawn sample: who opened a link was not drawn
    for soort in ("verdeling", "themas"):
        tabel = make(soort, THEMAS | {"label": THEMAS["thema"]}, zelfselectie=True)
        assert "waarschijnlijk" not in " ".join(explain_bevinding(tabel)).lower()
    cijfer = {"activiteit_id": "e", "basis": [639], "gemiddelde": [6.5], "onder": [6.4], "boven": [6.6]}
    assert explain_bevinding(make("cijfer", cijfer, onderwerp="cijfer", zelfselectie=True)) == ()


def test_what_the_finding_says_is_not_said_again_below_it() -> None:
    rijen = {"label": ["ja", "nee"], "n": [168, 120], "basis": 400, "aandeel": [0.42, 0.3]}
    tabel = make("verdeling", rijen | {"onder": [0.37, 0.25], "boven": [0.47, 0.35]}, onderwerp="klacht")
    assert state_bevinding(tabel) == "42% van de mensen antwoordt ‘ja’ bij ‘klacht’"
    assert explain_bevinding(tabel)[0] == "Waarschijnlijk ligt dit tussen 37% en 47%."


def test_talks_are_told_in_people_without_an_interval() -> None:
    rijen = THEMAS | {"instrument": "focusgroep", "n": [22, 9, 1], "basis": 31, "kwalitatief": True}
    leeg = dict.fromkeys(("aandeel", "onder", "boven"), float("nan"))
    zinnen = explain_bevinding(make("themas", rijen | leeg, kwalitatief=True))
    assert zinnen == ("22 van de 31 deelnemers noemen ‘taal’.", "Daarna volgen ‘hulp’ (9) en ‘geld’ (1).")


def test_a_suppressed_row_is_not_told() -> None:
    zinnen = explain_bevinding(make("themas", THEMAS | {"onderdrukt": [False, True, False]}))
    assert "hulp" not in " ".join(zinnen)


def test_sources_are_told_apart_numbers_first_then_people() -> None:
    rijen = {
        "activiteit_id": ["enq", "fg", "straat"],
        "thema": "taal",
        "instrument": ["enquete", "focusgroep", "straatgesprek"],
        "gevraagd": True,
        "n": [130, 22, 31],
        "basis": [400, 31, 90],
        "groepen": [pd.NA, 3, 5],
        "groepen_totaal": [pd.NA, 4, 6],
        "aandeel": [0.333, float("nan"), float("nan")],
    }
    assert explain_bevinding(make("bronnen", rijen)) == (
        "In de enquête noemt ongeveer 1 op de 3 mensen die iets opschreven (33%) dit thema.",
        "Het kwam ter sprake in drie van de vier groepen (22 van de 31 mensen) en op straat in 31 van de 90 gesprekken.",
        "Geteld zijn de drie bronnen waarin een thema te noemen was.",
    )


def test_marked_groups_are_laid_beside_everyone_and_others_are_not_told() -> None:
    rijen = {
        "leeftijd": ["jong", "midden", "oud"],
        "basis": 100,
        "gemiddelde": [5.6, 6.5, 7.2],
        "verschilt": ["▼", "", "▲"],
        "totaal": 6.5,
    }
    assert explain_bevinding(make("cijfer", rijen, per="leeftijd", groep_naam="leeftijd")) == (
        "Gemiddeld is het bij ‘jong’ 5,6 en bij ‘oud’ 7,2; over iedereen 6,5.",
    )
    niets = make("cijfer", rijen | {"verschilt": ""}, per="leeftijd", groep_naam="leeftijd")
    assert explain_bevinding(niets) == ()


def test_a_tested_change_is_told_with_its_interval_and_the_people_it_was_measured_with() -> None:
    rijen = {
        "van": "m1",
        "naar": "m3",
        "n_beide": 288,
        "label": "",
        "maat": "gemiddelde",
        "verschil": 0.5,
        "onder": 0.2,
        "boven": 0.8,
    }
    zeker = make("verandering", {k: [v] for k, v in (rijen | {"p_waarde": 0.001}).items()})
    assert explain_bevinding(zeker) == (
        "Het verschil is +0,5 en ligt waarschijnlijk tussen +0,2 en +0,8; gemeten bij 288 mensen die beide keren "
        "antwoord gaven.",
    )
    assert (
        explain_bevinding(make("verandering", {k: [v] for k, v in (rijen | {"p_waarde": 0.3}).items()})) == ()
    )


def test_both_sides_of_a_statement_are_told() -> None:
    rijen = {
        "kort": "het is duidelijk",
        "label": ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"],
        "volgorde": range(5),
        "n": 40,
        "basis": 200,
        "aandeel": [0.3, 0.25, 0.2, 0.15, 0.1],
    }
    assert explain_bevinding(make("stellingen", rijen)) == ("25% is het hiermee eens.",)


def test_the_worst_statement_goes_first_and_the_best_stands_beside_it() -> None:
    labels = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    aandelen = {"goed": [0.05, 0.05, 0.3, 0.4, 0.2], "slecht": [0.25, 0.25, 0.3, 0.1, 0.1]}
    rijen = {
        "activiteit_id": "enq",
        "kort": [naam for naam in aandelen for _ in labels],
        "label": labels * 2,
        "volgorde": [*range(5)] * 2,
        "n": 40,
        "basis": 200,
        "aandeel": [aandeel for deel in aandelen.values() for aandeel in deel],
        "netto": [0.5] * 5 + [-0.3] * 5,
    }
    tabel = make("stellingen", rijen)
    assert state_bevinding(tabel) == "50% van de mensen is het oneens met ‘slecht’"
    assert explain_bevinding(tabel) == (
        "Ongeveer de helft van de mensen (50%) is het hiermee oneens, 20% eens.",
        "Daartegenover staat ‘goed’: 60% eens, 10% oneens.",
    )


EENS = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]


def make_stelling(**velden: Any) -> pd.DataFrame:
    nan = float("nan")
    rijen = {
        "kort": "het is duidelijk",
        "label": EENS,
        "volgorde": range(5),
        "n": [60, 50, 40, 30, 20],
        "basis": 200,
        "aandeel": [0.3, 0.25, 0.2, 0.15, 0.1],
        "kant_onder": [0.481, 0.481, nan, 0.194, 0.194],
        "kant_boven": [0.617, 0.617, nan, 0.315, 0.315],
    }
    return make("stellingen", rijen | velden)


def test_the_side_that_the_finding_tells_has_its_interval() -> None:
    oneens = make_stelling()
    assert state_bevinding(oneens) == "55% van de mensen is het oneens met ‘het is duidelijk’"
    zeker = "Waarschijnlijk is dit 48% tot 62%."
    assert explain_bevinding(oneens) == (zeker, "25% is het hiermee eens.")
    # The same people, asked from agree to disagree.
    andersom = make_stelling(label=EENS[::-1], volgorde=range(5))
    assert state_bevinding(andersom) == "55% van de mensen is het eens met ‘het is duidelijk’"
    assert explain_bevinding(andersom) == (zeker, "25% is het hiermee oneens.")


def test_a_side_without_an_interval_is_told_without_one() -> None:
    zonder = make_stelling(kant_onder=float("nan"), kant_boven=float("nan"))
    assert explain_bevinding(zonder) == ("25% is het hiermee eens.",)
    zelf = annotate(make_stelling(), Toelichting("stellingen", zelfselectie=True))
    assert explain_bevinding(zelf) == ("25% is het hiermee eens.",)
    gesprek = annotate(make_stelling(), Toelichting("stellingen", kwalitatief=True))
    assert explain_bevinding(gesprek) == ()


def test_a_side_with_an_answer_that_is_not_shown_has_no_interval() -> None:
    nan = float("nan")
    deels = make_stelling(n=[nan, 50, 40, 30, 20], aandeel=[nan, 0.25, 0.2, 0.15, 0.1])
    assert explain_bevinding(deels) == ("25% is het hiermee eens.",)


def test_a_table_without_a_pattern_needs_no_explanation() -> None:
    assert explain_bevinding(make("respons", {"n": [3]})) == ()
    assert explain_bevinding(make("themas", THEMAS).head(0)) == ()


def test_a_sus_score_says_how_far_its_scale_goes() -> None:
    tabel = make("overig", {"gemiddelde": [55.7], "basis": 14, "kwalitatief": True}, onderwerp="de SUS-score")
    assert explain_bevinding(tabel) == (
        "Op die schaal is 0 slecht bruikbaar en 100 goed bruikbaar; de score is het gemiddelde oordeel van 14 mensen.",
        "Ter vergelijking: over ongeveer 500 onderzoeken naar websites en programma's was het gemiddelde 68 (Sauro 2011).",
    )


def test_a_sus_score_stands_beside_that_of_the_round_before() -> None:
    rondes = {"activiteit_id": ["ronde1", "ronde2"], "gemiddelde": [55.0, 71.25], "basis": 12, "mediaan": 1.0}
    tabel = make("overig", rondes | {"kwalitatief": True}, onderwerp="de SUS-score")
    assert (
        state_bevinding(tabel)
        == "Het gebruiksgemak kreeg in de laatste ronde gemiddeld 71 op de schaal van 0 tot 100 (SUS)"
    )
    assert "In de ronde daarvoor was het gemiddeld 55." in explain_bevinding(tabel)


def test_a_change_in_themes_tells_how_many_wrote_and_that_nobody_read_them() -> None:
    rijen = {
        "panel": "kp",
        "thema_id": "geld",
        "label": "geldzorgen",
        "van": "2025-11",
        "naar": "2026-05",
        "n_van": [80],
        "n_naar": 62,
        "n_beide": 21,
        "waarde_van": 0.31,
        "waarde_naar": 0.0,
        "verschil": -0.31,
        "se": 0.05,
        "onder": -0.42,
        "boven": -0.21,
        "p_waarde": 0.001,
        "maat": "aandeel",
        "vergelijking": "twee steekproeven",
        "gelezen": 0.0,
    }
    gelezen, niet = (
        make("verandering", rijen | {"gelezen": deel}, onderwerp="thema's") for deel in (1.0, 0.0)
    )
    zin = (
        "Het verschil is −31 procentpunt en ligt waarschijnlijk tussen −42 en −21; gemeten bij 80 mensen in november "
        "2025 en 62 in mei 2026 die iets opschreven."
    )
    assert explain_bevinding(gelezen) == (zin,)
    assert explain_bevinding(niet) == (
        zin,
        "Geen van deze teksten is door een mens gelezen: de woorden van de themalijst bepaalden wat telt.",
    )
