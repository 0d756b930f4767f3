"""One sentence per table: true by construction, short, one number, no cause."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata.errors import MethodeError, RekenError
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.findings.overzicht import state_stippen
from burgerdata.findings.stellingen import measure_bekend
from burgerdata.findings.verandering import is_veranderd, tell_onzeker
from burgerdata.toelichting import Toelichting, annotate, change_toelichting

CAUSAL = re.compile(r"\b(door|doordat|omdat|dankzij|wegens|vanwege|leidt|zorgt|veroorzaakt|want|waardoor)\b")


def numbers_outside_quotes(zin: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"‘[^’]*’", "", zin))


def make(soort: str, rijen: dict[str, Any], **velden: Any) -> pd.DataFrame:
    velden = {"onderwerp": "het rapportcijfer"} | velden
    return annotate(pd.DataFrame({"activiteit_id": "enq"} | rijen), Toelichting(soort, **velden))  # type: ignore[arg-type]


def make_groepen(verschilt: list[str], basis: int = 100) -> pd.DataFrame:
    rijen = {
        "leeftijd": ["jong", "midden", "oud"],
        "basis": basis,
        "gemiddelde": [5.0, 6.0, 7.0],
        "verschilt": verschilt,
    }
    return make("cijfer", rijen, per="leeftijd", groep_naam="leeftijd")


def make_verandering(p: float, **rijen: Any) -> pd.DataFrame:
    vast = {
        "van": ["m1", "m2", "m1"],
        "naar": ["m2", "m3", "m3"],
        "n_beide": 288,
        "label": "",
        "maat": "gemiddelde",
    }
    cijfers = {"waarde_van": [6.2, 6.4, 6.2], "waarde_naar": [6.4, 6.7, 6.7], "verschil": [0.2, 0.3, 0.5]}
    p_waarden = {"p_waarde": [0.5, 0.5, p], "p_aangepast": [0.5, 0.5, p]}
    return make("verandering", vast | cijfers | p_waarden | rijen)


def test_a_division_names_its_largest_answer() -> None:
    tabel = make(
        "verdeling",
        {"label": ["ja", "nee"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]},
        onderwerp="steun",
    )
    assert state_bevinding(tabel) == "60% van de mensen antwoordt ‘ja’ bij ‘steun’"


def test_people_who_came_forward_are_participants() -> None:
    rijen = {"label": ["ja", "nee"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]}
    assert state_bevinding(make("verdeling", rijen, zelfselectie=True)).startswith("60% van de deelnemers")


def test_talks_are_told_in_people() -> None:
    rijen = {"label": ["ja", "nee"], "n": [7, 2], "basis": 9, "aandeel": [float("nan")] * 2}
    assert (
        state_bevinding(make("verdeling", rijen, kwalitatief=True))
        == "7 van de 9 deelnemers antwoorden ‘ja’ op ‘het rapportcijfer’"
    )


@pytest.mark.parametrize("onderwerp", ["verbetering die u het meest steunt", "wat u " * 30])
def test_talks_keep_their_question_and_base_whatever_the_length(onderwerp: str) -> None:
    rijen = {"label": ["altijd een bericht over de afloop", "nee"], "n": [25, 22], "basis": 64}
    zin = state_bevinding(
        make("verdeling", rijen | {"aandeel": float("nan")}, onderwerp=onderwerp, kwalitatief=True)
    )
    assert zin.startswith(f"‘{onderwerp[:12].capitalize()}")
    assert "25 van 64 kiezen ‘altijd een bericht" in zin
    assert len(zin) <= 90


def test_a_share_keeps_its_question_whatever_the_length() -> None:
    rijen = {"label": ["ja, " * 20, "nee"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]}
    zin = state_bevinding(make("verdeling", rijen, onderwerp="steun voor dit plan " * 4))
    assert zin.startswith("‘Steun voor dit…’: antwoordt 60% ‘ja")
    assert len(zin) <= 90


def test_a_mean_is_printed_with_one_decimal() -> None:
    assert (
        state_bevinding(make("cijfer", {"basis": [639], "gemiddelde": [6.4501]}))
        == "Het rapportcijfer is gemiddeld 6,5"
    )


def test_only_marked_groups_differ() -> None:
    assert (
        state_bevinding(make_groepen(["▼", "", ""]))
        == "Het rapportcijfer is lager bij ‘jong’ dan bij de rest"
    )
    assert state_bevinding(make_groepen(["▼", "", "▲"])) == (
        "Het rapportcijfer is lager bij ‘jong’ en hoger bij ‘oud’ dan bij de rest"
    )
    assert (
        state_bevinding(make_groepen(["", "", ""]))
        == "Het rapportcijfer verschilt niet aantoonbaar naar leeftijd"
    )


def test_groups_too_small_to_show_are_not_told() -> None:
    assert "te weinig antwoorden" in state_bevinding(make_groepen(["▼", "", ""], basis=29))


def test_suppressed_rows_are_not_told() -> None:
    tabel = make_groepen(["▼", "", ""]).assign(onderdrukt=[True, False, False])
    assert "jong" not in state_bevinding(
        annotate(tabel, Toelichting("cijfer", onderwerp="cijfer", per="leeftijd", groep_naam="leeftijd"))
    )


def test_a_crosstab_names_the_surest_difference() -> None:
    rijen = {
        "leeftijd": ["jong", "jong", "oud", "oud"],
        "label": ["ja", "nee", "ja", "nee"],
        "basis": 100,
        "aandeel": [0.2, 0.8, 0.5, 0.5],
        "verschilt": ["▼", "▲", "", ""],
        "p_aangepast": [0.001, 0.002, 0.6, 0.6],
    }
    tabel = make("kruistabel", rijen, per="leeftijd", groep_naam="leeftijd", onderwerp="steun")
    assert state_bevinding(tabel) == "Bij ‘jong’ antwoordt men op ‘steun’ minder vaak ‘ja’ dan de rest"
    niets = annotate(
        tabel.assign(verschilt=""),
        Toelichting("kruistabel", onderwerp="steun", per="leeftijd", groep_naam="leeftijd"),
    )
    assert state_bevinding(niets) == "Bij ‘steun’ is geen verschil aangetoond naar leeftijd"


def make_stellingen(labels: list[str], aandelen: list[float]) -> pd.DataFrame:
    rijen = {
        "kort": "het is duidelijk",
        "label": labels,
        "volgorde": range(5),
        "n": 40,
        "basis": 200,
        "aandeel": aandelen,
    }
    return make("stellingen", rijen)


def test_statements_are_told_by_the_side_to_which_most_lean() -> None:
    eens = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    assert state_bevinding(make_stellingen(eens, [0.3, 0.25, 0.2, 0.15, 0.1])) == (
        "55% van de mensen is het oneens met ‘het is duidelijk’"
    )
    assert state_bevinding(make_stellingen(eens[::-1], [0.3, 0.25, 0.2, 0.15, 0.1])) == (
        "55% van de mensen is het eens met ‘het is duidelijk’"
    )
    goed = ["zeer slecht", "slecht", "redelijk", "goed", "zeer goed"]
    assert state_bevinding(make_stellingen(goed, [0.1, 0.1, 0.2, 0.3, 0.3])) == (
        "60% antwoordt ‘goed’ of ‘zeer goed’ bij ‘het is duidelijk’"
    )


@pytest.mark.parametrize(
    "labels",
    [
        ["helemaal niet mee eens", "niet mee eens", "neutraal", "mee eens", "helemaal mee eens"],
        ["zeer mee oneens", "oneens", "niet eens, niet oneens", "eens", "zeer mee eens"],
        ["Niet eens", "Beetje niet eens", "Neutraal", "Beetje eens", "Eens"],
    ],
)
def test_not_agreeing_is_disagreeing_however_it_is_written(labels: list[str]) -> None:
    aandelen = [0.05, 0.12, 0.31, 0.3, 0.22]
    assert state_bevinding(make_stellingen(labels, aandelen)) == (
        "52% van de mensen is het eens met ‘het is duidelijk’"
    )
    assert state_bevinding(make_stellingen(labels[::-1], aandelen)) == (
        "52% van de mensen is het oneens met ‘het is duidelijk’"
    )


def test_a_hidden_answer_never_moves_the_middle_of_a_scale() -> None:
    eens = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    for aandelen, zin in (
        ([0.02, 0.07, 0.34, 0.44, 0.13], "57% van de mensen is het eens met ‘het is duidelijk’"),
        ([0.12, 0.27, 0.34, 0.24, 0.03], "39% van de mensen is het oneens met ‘het is duidelijk’"),
    ):
        tabel = make_stellingen(eens, aandelen).assign(n=[round(200 * deel) for deel in aandelen])
        verborgen = tabel["label"].isin(["helemaal oneens", "oneens"])
        tabel = tabel.assign(onderdrukt=verborgen, aandeel=tabel["aandeel"].mask(verborgen))
        assert state_bevinding(annotate(tabel, Toelichting("stellingen"))) == zin


def test_a_change_is_told_from_first_to_last_when_tested() -> None:
    assert state_bevinding(make_verandering(0.001)) == "Het rapportcijfer steeg van 6,2 naar 6,7"
    assert state_bevinding(make_verandering(0.2)) == "Er is geen verandering gemeten in ‘het rapportcijfer’"


def test_waves_of_other_people_found_in_another_way_rise_nor_fall() -> None:
    los = change_toelichting(make_verandering(0.001, n_beide=0), anders_geworven=True)
    assert state_bevinding(los) == "Het rapportcijfer was 6,2, toen 6,7; er is anders geworven"
    dezelfde = change_toelichting(make_verandering(0.001), anders_geworven=True)
    assert state_bevinding(dezelfde) == "Het rapportcijfer steeg van 6,2 naar 6,7"
    groepen = los.assign(geslacht=["man", "man", "man"])
    groepen = change_toelichting(groepen, per="geslacht", groep_naam="geslacht")
    assert (
        state_bevinding(groepen)
        == "‘Het rapportcijfer’ verschilt per meting bij ‘man’; er is anders geworven"
    )


def test_what_no_test_held_is_told_with_both_values_and_its_interval() -> None:
    """Of two sides of a statement the one nearest to a change; an interval without nought says why it is not sure."""
    rijen = {
        "label": ["eens of zeer eens", "oneens of zeer oneens"],
        "van": "m1",
        "naar": "m2",
        "n_beide": 100,
        "maat": "aandeel",
        "waarde_van": [0.30, 0.32],
        "waarde_naar": [0.21, 0.42],
        "verschil": [-0.09, 0.10],
        "onder": [-0.17, -0.004],
        "boven": [-0.01, 0.204],
        "p_waarde": [0.032, 0.06],
        "p_aangepast": [0.064, 0.064],
    }
    tabel = make("verandering", rijen, onderwerp="vertrouwen")
    assert not is_veranderd(tabel)
    assert tell_onzeker(tabel) == (
        "‘vertrouwen’, ‘eens of zeer eens’: eerst 30%, toen 21%; het verschil ligt waarschijnlijk tussen −17 en −1 procentpunt; "
        "100 mensen gaven beide keren antwoord; na correctie voor het aantal antwoorden is dat niet zeker"
    )
    assert tell_onzeker(make("verandering", rijen | {"n_beide": 12}, onderwerp="vertrouwen")) == ""


def test_a_change_among_too_few_people_is_none_that_is_told() -> None:
    assert is_veranderd(make_verandering(0.001))
    assert not is_veranderd(make_verandering(0.001, n_beide=22))


def make_per_geslacht(verschil: list[float], p: list[float]) -> pd.DataFrame:
    rijen = {
        "panel": "panel",
        "geslacht": ["man", "vrouw"],
        "van": "m1",
        "naar": "m2",
        "n_beide": 288,
        "label": "",
        "maat": "gemiddelde",
        "waarde_van": 6.2,
        "waarde_naar": 6.4,
        "verschil": verschil,
        "se": 0.15,
        "p_waarde": p,
    }
    return make("verandering", rijen, per="geslacht", groep_naam="geslacht")


def test_groups_without_a_change_of_their_own_do_not_deny_the_change_of_all() -> None:
    zin = state_bevinding(make_per_geslacht([0.25, 0.25], [0.1, 0.1]))
    assert zin == "In ‘het rapportcijfer’ is geen verschil in verandering aangetoond naar geslacht"


def test_of_two_groups_the_one_is_told_beside_the_other_with_the_trait_of_a_bare_yes() -> None:
    rijen = {"vaardig": ["ja", "nee"], "basis": 100, "gemiddelde": [7.0, 5.0], "verschilt": ["▲", "▼"]}
    tabel = make("cijfer", rijen, per="vaardig", groep_naam="digitaal vaardig")
    assert (
        state_bevinding(tabel)
        == "Het rapportcijfer is lager bij ‘digitaal vaardig: nee’ dan bij ‘digitaal vaardig: ja’"
    )
    assert explain_bevinding(tabel) == ("Gemiddeld is het bij ‘ja’ 7,0 en bij ‘nee’ 5,0.",)


def test_a_change_shown_in_one_group_only_is_no_difference_between_groups() -> None:
    """Changes of 0,40 and 0,20 with se 0,15: z = 2,67 and 1,33, and 0,94 between them."""
    tabel = make_per_geslacht([0.4, 0.2], [0.01, 0.18])
    assert (
        state_bevinding(tabel)
        == "In ‘het rapportcijfer’ is geen verschil in verandering aangetoond naar geslacht"
    )
    assert explain_bevinding(tabel) == (
        "Op zichzelf is de verandering aangetoond bij ‘man’; dat het bij de andere groepen anders ging, is niet aangetoond.",
    )
    anders = make_per_geslacht([0.5, -0.1], [0.001, 0.5])
    assert state_bevinding(anders) == "Het rapportcijfer steeg bij ‘man’"
    assert explain_bevinding(anders) == ()
    beide = make_per_geslacht([0.4, 0.4], [0.01, 0.01])
    assert state_bevinding(beide) == "Het rapportcijfer steeg bij ‘man’ en ‘vrouw’"


def test_a_group_that_changed_unlike_the_others_is_named() -> None:
    """Two changes of 0,56 apart with se 0,15 each: z = 2,64, p = 0,008."""
    zin = state_bevinding(make_per_geslacht([0.28, -0.28], [0.06, 0.06]))
    assert zin == "‘Het rapportcijfer’ veranderde bij ‘man’ anders dan bij de rest"


@pytest.mark.parametrize(
    ("rijen", "reden"),
    [
        ({"n_beide": 0, "verschil": None, "p_waarde": None}, "een meting heeft geen bruikbare antwoorden"),
        ({"n_beide": 2}, "te weinig antwoorden in beide metingen"),
        ({"p_waarde": None, "verschil": 0.0}, "er viel niets te toetsen"),
        (
            {
                "p_waarde": None,
                "verschil": None,
                "onderdrukt": True,
                "vergelijking": "iedereen per meting",
            },
            "te weinig mensen om te tonen",
        ),
    ],
)
def test_waves_that_could_not_be_tested_are_not_called_unchanged(rijen: dict[str, Any], reden: str) -> None:
    tabel = make_verandering(0.2, **rijen).astype({"verschil": "float64", "p_waarde": "float64"})
    tabel = annotate(tabel.drop(columns="p_aangepast"), Toelichting("verandering", onderwerp="tempo"))
    assert state_bevinding(tabel) == f"‘Tempo’ is niet te vergelijken: {reden}"


def make_rolstoel(onderdrukt: list[bool]) -> pd.DataFrame:
    """The change of two groups of a panel, of which those that are too small are hidden."""
    tabel = pd.concat(
        [make_verandering(0.001, verschil=-0.7).tail(1).assign(rolstoel=naam) for naam in ("ja", "nee")]
    )
    tabel = tabel.reset_index(drop=True).assign(onderdrukt=onderdrukt, se=0.2)
    weg = pd.Series(onderdrukt)
    getallen = ["verschil", "p_waarde", "p_aangepast", "se", "n_beide"]
    tabel[getallen] = tabel[getallen].astype("float64").mask(weg, float("nan"))
    return annotate(
        tabel, Toelichting("verandering", onderwerp="rapportcijfer", per="rolstoel", groep_naam="rolstoel")
    )


def test_groups_too_small_to_show_are_not_taken_for_unchanged() -> None:
    tabel = make_rolstoel([True, False])
    assert (
        state_bevinding(tabel) == "Rapportcijfer daalde bij ‘rolstoel: nee’; de rest is te klein om te tonen"
    )
    assert explain_bevinding(tabel) == (
        "De groep ‘rolstoel: ja’ is te klein om te tonen; ook daar kan het zijn veranderd.",
    )
    alle = make_rolstoel([True, True])
    assert state_bevinding(alle) == (
        "‘Rapportcijfer’ is niet te vergelijken naar rolstoel: de groepen zijn te klein"
    )


def test_a_change_that_rounding_hides_has_no_numbers() -> None:
    tabel = make_verandering(0.001, waarde_van=6.21, waarde_naar=6.24, verschil=0.03)
    assert state_bevinding(tabel) == "Het rapportcijfer steeg licht"


def test_a_change_in_a_share_names_the_answer() -> None:
    tabel = make_verandering(
        0.001, maat="aandeel", label="eens", waarde_van=0.3, waarde_naar=0.2, verschil=-0.1
    )
    assert state_bevinding(tabel) == "Het aandeel ‘eens’ bij ‘het rapportcijfer’ daalde van 30% naar 20%"


def test_response_is_of_the_widest_invitation_and_names_that_activity() -> None:
    rijen = {
        "activiteit_id": ["enq", "enq", "burgerberaad_2026", "burgerberaad_2026"],
        "stap": ["uitgenodigd", "afgerond"] * 2,
        "n": [3480, 1160, 10000, 100],
        "aandeel": [1.0, 1 / 3, 1.0, 0.01],
    }
    zin = "Bij ‘burgerberaad 2026’ deed 1% van de uitgenodigde mensen tot het eind mee"
    assert state_bevinding(make("respons", rijen)) == zin
    zonder = make("respons", {"stap": ["deelnemers"], "n": [412], "aandeel": [1.0]})
    assert state_bevinding(zonder).startswith("De respons is niet vast te stellen")
    straat = {"activiteit_id": "straatgesprek", "stap": ["aangesproken", "meegedaan"], "n": [77, 46]}
    assert state_bevinding(make("respons", straat | {"aandeel": [1.0, 46 / 77]})) == (
        "Bij ‘straatgesprekken’ werd 60% van de keren dat iemand is aangesproken een gesprek"
    )


def make_themas(instrument: str, n: list[int], aandeel: list[float]) -> pd.DataFrame:
    rijen = {"thema": ["wachten", "taal"], "instrument": instrument, "n": n, "basis": 100, "aandeel": aandeel}
    return make("themas", rijen | {"kwalitatief": instrument == "focusgroep"})


def test_themes_are_shares_in_surveys_and_people_in_talks() -> None:
    assert (
        state_bevinding(make_themas("enquete", [24, 12], [0.24, 0.12]))
        == "24% van wie iets opschreef noemt ‘wachten’"
    )
    leeg = [float("nan")] * 2
    assert (
        state_bevinding(make_themas("focusgroep", [23, 1], leeg))
        == "‘Wachten’ komt bij 23 deelnemers aan de orde"
    )


def test_two_activities_are_waves_only_where_they_are_said_to_be() -> None:
    rijen = {"activiteit_id": ["enquete", "panel"], "basis": [300, 200], "gemiddelde": [7.1, 5.2]}
    golven = make("cijfer", rijen, onderwerp="cijfer", golven=True)
    assert state_bevinding(golven) == "Cijfer is in de laatste meting gemiddeld 5,2"
    los = make("cijfer", rijen, onderwerp="cijfer")
    assert state_bevinding(los) == "Cijfer is in de enquête gemiddeld 7,1"
    verdeling = {"activiteit_id": ["enquete", "panel"], "label": "ja", "n": [150, 160], "basis": [300, 200]}
    tabel = make("verdeling", verdeling | {"aandeel": [0.5, 0.8]}, onderwerp="gelukt")
    assert state_bevinding(tabel) == "In de enquête antwoordt 50% ‘ja’ bij ‘gelukt’"


def test_talks_of_two_deliveries_are_not_told_as_waves() -> None:
    rijen = {"activiteit_id": ["noord", "noord", "zuid", "zuid"], "thema": ["taal", "geld"] * 2, "basis": 6}
    rijen |= {"instrument": "focusgroep", "n": [1, 0, 2, 3], "aandeel": float("nan"), "kwalitatief": True}
    assert state_bevinding(make("themas", rijen)) == "‘Taal’ komt in beide activiteiten terug"


def test_the_sources_that_are_counted_are_those_that_are_told() -> None:
    """In one of two surveys nobody named it: that instrument does not count, and is not told either."""
    rijen = {"activiteit_id": ["a", "b", "fg_noord", "fg_zuid"], "thema": "taal", "gevraagd": True}
    rijen |= {"instrument": ["enquete", "enquete", "focusgroep", "focusgroep"], "n": [40, 0, 2, 1]}
    rijen |= {"basis": [80, 60, 6, 4], "aandeel": [0.5, 0.0, None, None], "groepen_totaal": 1, "groepen": 1}
    rijen |= {"laatste": True, "tekst": ""}
    zinnen = explain_bevinding(make("bronnen", rijen))
    assert state_bevinding(make("bronnen", rijen)) == "‘Taal’ komt in drie van de vier bronnen terug"
    assert zinnen == (
        "In a noemt ongeveer de helft van de mensen die iets opschreven (50%) dit thema.",
        "Het kwam ter sprake in fg noord bij 2 van de 6 mensen en in fg zuid bij 1 van de 4 mensen.",
        "Geteld zijn de vier bronnen waarin een thema te noemen was.",
    )


def test_themes_in_more_sources_than_the_one_that_is_told_are_named() -> None:
    """Half of the survey names taal, in four sources; geld is in five, and one in eight of the survey names it."""
    bron = {"activiteit_id": ["enq", "kp", "fg", "straat", "bb", "comm"], "gevraagd": True, "groepen": 1}
    bron |= {
        "instrument": ["enquete", "klantpanel", "focusgroep", "straatgesprek", "burgerberaad", "community"]
    }
    bron |= {"basis": [100, 100, 20, 40, 20, 20], "groepen_totaal": 1, "laatste": True, "tekst": ""}
    taal = bron | {"thema": "taal", "n": [50, 40, 5, 5, 0, 0], "aandeel": [0.5, 0.4, *[None] * 4]}
    geld = bron | {"thema": "geld", "n": [12, 11, 1, 1, 1, 0], "aandeel": [0.12, 0.11, *[None] * 4]}
    rijen = pd.concat([pd.DataFrame(taal), pd.DataFrame(geld)], ignore_index=True)
    tabel = make("bronnen", rijen.astype({"aandeel": "float64"}).to_dict("list"))
    assert state_bevinding(tabel) == "‘Taal’ komt in vier van de zes bronnen terug"
    zinnen = explain_bevinding(tabel)
    assert zinnen[0] == (
        "In de enquête noemt ongeveer de helft van de mensen die iets opschreven (50%) dit thema, in het klantpanel 40% van de "
        "mensen."
    )
    assert "‘Geld’ komt in meer bronnen terug, maar minder breed." in zinnen


def make_bronnen(n: list[int]) -> pd.DataFrame:
    rijen = {
        "thema": "taal",
        "instrument": ["enquete", "focusgroep", "straatgesprek"],
        "gevraagd": True,
        "n": n,
        "basis": 100,
    }
    return make("bronnen", rijen)


def test_a_source_counts_from_ten_people_in_a_survey_and_from_one_in_talks() -> None:
    assert state_bevinding(make_bronnen([10, 1, 1])) == "‘Taal’ komt in alle drie de bronnen terug"
    assert state_bevinding(make_bronnen([9, 1, 1])) == "‘Taal’ komt in twee van de drie bronnen terug"
    assert state_bevinding(make_bronnen([0, 0, 1])) == "Geen thema komt in meer dan één bron terug"


def test_the_last_sentence_about_sources_says_which_are_counted() -> None:
    leeg = {"aandeel": None, "groepen": None, "groepen_totaal": None}
    tabel = change_toelichting(make_bronnen([10, 1, 1]).assign(**leeg))
    assert explain_bevinding(tabel)[-1] == "Geteld zijn de drie bronnen waarin een thema te noemen was."
    een_fase = change_toelichting(tabel.assign(fase="praktijk", laatste=[True, True, False]))
    assert explain_bevinding(een_fase)[-1] == (
        "Geteld zijn de twee bronnen in de fase ‘Signalen uit de praktijk’ waarin een thema te noemen was; van metingen telt "
        "de laatste."
    )


def test_a_theme_that_is_hidden_somewhere_is_not_taken_for_absent_there() -> None:
    bron = ["enquete", "signaal", "straatgesprek"]
    rijen = {"thema": ["schade"] * 3 + ["fietsen"] * 3, "instrument": bron * 2, "activiteit_id": bron * 2}
    rijen |= {"gevraagd": True, "laatste": True, "n": [None, 21, 17, 31, 6, 12], "basis": [74, 21, 46] * 2}
    verborgen = make("bronnen", rijen | {"onderdrukt": [True] + [False] * 5})
    assert state_bevinding(verborgen) == "‘Schade’ komt in minstens twee van de drie bronnen terug"
    niemand = make("bronnen", rijen | {"n": [0, 21, 17, 31, 6, 12], "onderdrukt": False})
    assert state_bevinding(niemand) == "‘Fietsen’ komt in alle drie de bronnen terug"


def test_of_themes_that_most_sources_share_the_one_with_the_widest_reach_is_told() -> None:
    """Wilson's lower end of 77 of 175 is 0.37, of 7 of 20 is 0.18; four of eight testers are too few to tell."""
    bron = ["enquete", "signaal", "community", "straatgesprek", "usability"]
    rijen = {"thema": ["laat"] * 5 + ["app"] * 5, "instrument": bron * 2, "activiteit_id": bron * 2}
    rijen |= {"gevraagd": True, "laatste": True, "basis": [340, 175, 20, 87, 8] * 2}
    tabel = make("bronnen", rijen | {"n": [17, 77, 2, 17, 0, 75, 38, 7, 9, 4]})
    assert state_bevinding(tabel) == "‘Laat’ komt in vier van de vijf bronnen terug"
    minder = make("bronnen", rijen | {"n": [0, 77, 2, 17, 0, 75, 38, 7, 9, 4]})  # three of five is not shared
    assert state_bevinding(minder) == "‘App’ komt in alle vijf de bronnen terug"


def test_what_reports_say_far_more_often_than_a_survey_goes_first() -> None:
    bron = ["enquete", "signaal"]
    rijen = {"thema": "laat", "instrument": bron, "activiteit_id": bron, "gevraagd": True, "laatste": True}
    rijen |= {
        "n": [17, 77],
        "basis": [340, 175],
        "aandeel": [0.05, 0.44],
        "groepen_totaal": None,
        "tekst": "",
    }
    zinnen = explain_bevinding(make("bronnen", rijen))
    assert zinnen[0] == "Het kwam ter sprake in de meldingen bij 77 van de 175 mensen."
    gewoon = explain_bevinding(make("bronnen", rijen | {"n": [100, 77]}))
    assert "die iets opschreven" in gewoon[0]


def test_a_theme_of_one_source_that_weighs_more_than_a_shared_one_is_told_with_its_source() -> None:
    rijen = {"thema": ["laat", "hal", "laat", "hal"], "n": [8, 3, 0, 6], "basis": [20, 20, 25, 25]}
    rijen |= {
        "activiteit_id": ["fg", "fg", "exit", "exit"],
        "instrument": ["focusgroep"] * 2 + ["burgerdialoog"] * 2,
    }
    tabel = make("themas", rijen | {"aandeel": float("nan"), "kwalitatief": True})
    assert state_bevinding(tabel) == "‘Laat’ komt in de focusgroepen bij 8 deelnemers aan de orde"


def test_a_mean_of_steps_with_words_tells_its_scale() -> None:
    vraag = "Hoe tevreden bent u over de wachttijd"
    tabel = make(
        "cijfer", {"basis": [600], "gemiddelde": [2.66]}, onderwerp=vraag, vraag=f"{vraag}?", schaal="1 tot 5"
    )
    assert state_bevinding(tabel) == f"‘{vraag}’ is gemiddeld 2,7 op een schaal van 1 tot 5"


def test_grades_of_one_side_are_told_by_the_one_nearest_to_the_middle() -> None:
    cijfers = [str(nr) for nr in range(1, 11)]
    rijen = {
        "activiteit_id": "achteraf",
        "vraag_id": "p1",
        "kort": "de avond",
        "label": cijfers,
        "netto": 0.9,
    }
    rijen |= {"volgorde": range(1, 11), "n": [0] * 5 + [1, 4, 16, 14, 4], "basis": 39}
    rijen |= {"aandeel": float("nan"), "kwalitatief": True}
    zin = state_bevinding(make("stellingen", rijen, kwalitatief=True))
    assert zin == "39 van de 39 deelnemers antwoorden een 6 of hoger bij ‘de avond’"


def test_follow_up_is_told_in_words() -> None:
    status = ["overgenomen"] * 4 + ["deels overgenomen", "niet overgenomen"] + ["nog te besluiten"] * 3
    tabel = pd.DataFrame({"inbreng_id": range(9), "status": status})
    assert state_bevinding(tabel) == "Van negen punten zijn er vier overgenomen en drie nog niet besloten"


def test_missing_groups_are_those_under_half_their_share() -> None:
    tabel = pd.DataFrame(
        {
            "categorie": ["jong", "oud"],
            "steekproef": [0.1, 0.9],
            "bevolking": [0.3, 0.7],
            "gemist": [True, False],
        }
    )
    assert state_bevinding(tabel) == "Minder dan de helft van hun aandeel in de bevolking deed mee: ‘jong’"


def test_a_group_missed_in_one_of_several_activities_is_named_with_it() -> None:
    rijen = {
        "activiteit_id": ["enquete", "straatgesprek"],
        "categorie": "18-34",
        "steekproef": [0.3, 0.1],
        "bevolking": 0.27,
        "gemist": [False, True],
    }
    zin = state_bevinding(annotate(pd.DataFrame(rijen), Toelichting("overig")))
    assert zin == "Minder dan half zo vaak als verwacht deed mee aan straatgesprekken: ‘18-34’"


OVERIG = {
    "‘Wachten’ is belangrijk en krijgt een laag oordeel": {
        "aspect": ["wachten", "inloggen"],
        "belang": [4.5, 3.0],
        "oordeel": [2.0, 4.0],
        "vak": ["eerst verbeteren", "voldoende"],
    },
    "Geen onderdeel is tegelijk belangrijk en laag beoordeeld": {
        "aspect": ["wachten", "inloggen"],
        "belang": [4.5, 3.0],
        "oordeel": [2.0, 4.0],
        "vak": ["vasthouden", "voldoende"],
    },
    "Eén indicator haalt de norm van het traject niet": {
        "id": ["R1", "R2", "R2"],
        "dimensie": "bereik",
        "indicator": "x",
        "oordeel": ["geen norm", "onvoldoende", "niet gemeten"],
    },
    "Twee indicatoren zijn in dit traject niet gemeten": {
        "id": ["R1", "R2", "R2", "P1", "P2"],
        "dimensie": "bereik",
        "indicator": "x",
        "oordeel": ["geen norm", "goed", "niet gemeten", "niet gemeten", "niet gemeten"],
    },
    "Het rapportcijfer hangt samen met ‘snel’": {
        "kort": ["veilig", "snel"],
        "n": [90, 90],
        "verband": [0.5, 0.4],
        "onder": [-0.1, 0.1],
        "boven": [0.9, 0.6],
    },
    "‘Taal’ wordt vaak samen met ‘lengte’ genoemd": {
        "thema": ["taal"],
        "samen_met": "lengte",
        "n": 9,
        "basis": 12,
    },
    "‘Privacy’ is een punt van een minderheid van de deelnemers": {
        "thema": ["privacy"],
        "n": 2,
        "basis": 12,
        "groepen": 1,
    },
    "Het betrekken kostte 37 euro per deelnemer": {"per": ["deelnemer"], "aantal": 100, "euro": 36.6},
    "Eén rapportvraag is niet gemeten": {"id": ["bo1"], "vraag": "Wie?", "meten": "Vraag het."},
}


@pytest.mark.parametrize("zin", OVERIG)
def test_a_small_table_is_recognised_by_its_columns(zin: str) -> None:
    tabel = make("overig", OVERIG[zin], onderwerp="wat samenhangt met het rapportcijfer")
    assert state_bevinding(tabel) == zin


def test_a_finding_about_steps_never_rests_on_a_suppressed_one() -> None:
    rijen = {
        "aspect": ["wachten", "bellen", "inloggen"],
        "belang": [None, 4.4, 3.0],
        "oordeel": [None, 2.1, 4.0],
        "vak": ["eerst verbeteren", "eerst verbeteren", "voldoende"],
        "onderdrukt": [True, False, False],
    }
    assert state_bevinding(make("overig", rijen)) == "‘Bellen’ is belangrijk en krijgt een laag oordeel"


def test_attendance_is_told_in_people() -> None:
    rijen = {"stap": ["dag 1", "dag 2"], "n": [20, 15], "aandeel": [1.0, 0.75], "weg": [None, 5]}
    assert state_bevinding(make("respons", rijen)) == "Bij ‘dag 2’ waren 15 mensen aanwezig"


def test_an_unknown_table_asks_for_a_title() -> None:
    with pytest.raises(MethodeError, match="geef zelf een titel op"):
        state_bevinding(pd.DataFrame({"x": [1]}))


@pytest.mark.parametrize(
    "soort", ["verdeling", "cijfer", "kruistabel", "stellingen", "verandering", "themas", "bronnen"]
)
def test_an_empty_table_says_that_there_is_nothing(soort: str) -> None:
    assert state_bevinding(make(soort, {"n": []})) == "Hierover zijn geen gegevens"


woorden = st.text(alphabet="abcdefghij klmnop", min_size=1, max_size=160)


@settings(max_examples=50)
@given(onderwerp=woorden, labels=st.lists(woorden, min_size=2, max_size=5, unique=True), data=st.data())
def test_whatever_the_labels_a_finding_is_short_and_has_one_number(
    onderwerp: str, labels: list[str], data: st.DataObject
) -> None:
    n = data.draw(st.lists(st.integers(0, 500), min_size=len(labels), max_size=len(labels)))
    basis = max(sum(n), 1)
    rijen = {"label": labels, "thema": labels, "n": n, "basis": basis, "aandeel": [k / basis for k in n]}
    rijen |= {"instrument": "enquete", "kwalitatief": False}
    for soort in ("verdeling", "themas"):
        zin = state_bevinding(make(soort, rijen, onderwerp=onderwerp))
        assert len(zin) <= 90
        assert len(numbers_outside_quotes(zin)) <= 1
        assert not CAUSAL.search(re.sub(r"‘[^’]*’", "", zin))


@settings(max_examples=50)
@given(onderwerp=woorden, tekens=st.lists(st.sampled_from(["", "▲", "▼"]), min_size=3, max_size=3))
def test_a_finding_names_a_group_only_when_it_is_marked(onderwerp: str, tekens: list[str]) -> None:
    tabel = make_groepen(tekens)
    zin = state_bevinding(
        annotate(tabel, Toelichting("cijfer", onderwerp=onderwerp, per="leeftijd", groep_naam="leeftijd"))
    )
    for groep, teken in zip(["jong", "midden", "oud"], tekens, strict=True):
        assert teken or f"‘{groep}’" not in zin
    assert len(zin) <= 90


def test_talk_is_told_by_the_largest_share_of_a_moderator() -> None:
    tabel = pd.DataFrame(
        {"groep": ["fg1", "fg2"], "gini": [0.2, 0.3], "aandeel_gespreksleider": [0.104, 0.125]}
    )
    gesprek = annotate(tabel, Toelichting("overig", onderwerp="spreektijd"))
    assert state_bevinding(gesprek) == "De gespreksleider sprak per groep hooguit 13% van de woorden"
    leeg = annotate(
        tabel.assign(aandeel_gespreksleider=float("nan")), Toelichting("overig", onderwerp="spreektijd")
    )
    assert state_bevinding(leeg) == "Hierover zijn geen gegevens"


@pytest.mark.parametrize("soort", ["cijfer", "verandering"])
def test_a_literal_question_is_never_the_subject_of_a_sentence(soort: str) -> None:
    vraag = "Welk rapportcijfer geeft u de afhandeling van uw aangifte?"
    tekst = {"onderwerp": "Welk rapportcijfer geeft u de afhandeling van uw…", "vraag": vraag}
    tabel = (
        make("cijfer", {"basis": 639, "gemiddelde": [6.517]}, **tekst)
        if soort == "cijfer"
        else annotate(make_verandering(0.001), Toelichting("verandering", **tekst))  # type: ignore[arg-type]
    )
    assert state_bevinding(tabel).startswith("Het antwoord op ‘Welk rapportcijfer geeft u")


def test_what_hangs_together_in_one_of_two_activities_is_told_with_where() -> None:
    rijen = {"activiteit_id": ["enquete", "panel"], "kort": ["inloggen", "taal"], "n": [300, 900]}
    rijen |= {"verband": [0.5, 0.4], "onder": [0.4, 0.3], "boven": [0.6, 0.5]}
    los = make("overig", rijen, onderwerp="wat samenhangt met het cijfer")
    assert state_bevinding(los) == "Het cijfer hangt in panel samen met ‘taal’"


def test_one_group_alone_is_not_said_to_differ_from_nobody() -> None:
    rijen = {
        "leeftijd": ["jong"],
        "basis": 100,
        "gemiddelde": [5.0],
        "verschilt": "",
        "p_aangepast": [float("nan")],
    }
    tabel = make("cijfer", rijen, per="leeftijd", groep_naam="leeftijd")
    assert (
        state_bevinding(tabel) == "Het rapportcijfer is niet te vergelijken naar leeftijd: te weinig groepen"
    )


def test_the_worst_judgement_is_told_also_where_its_few_good_answers_are_hidden() -> None:
    """59% is a majority, whatever the hidden side holds; 31% against 30% is not worse."""
    delen = [("bewijs", [0.1, 0.21, 0.39, 0.24, 0.06]), ("afloop", [0.2, 0.39, 0.29, None, None])]
    labels = ["zeer slecht", "slecht", "niet goed, niet slecht", "goed", "zeer goed"]
    rijen = [
        {
            "kort": kort,
            "label": label,
            "volgorde": nr,
            "aandeel": aandeel,
            "n": 100,
            "basis": 600,
            "onderdrukt": aandeel is None,
        }
        for kort, aandelen in delen
        for nr, (label, aandeel) in enumerate(zip(labels, aandelen, strict=True))
    ]
    frame = pd.DataFrame(rijen).assign(activiteit_id="enq").astype({"aandeel": "float64"})
    frame = frame.assign(netto=frame["kort"].map({"bewijs": -0.01, "afloop": float("nan")}))
    tabel = annotate(frame, Toelichting("stellingen", onderwerp="de stellingen"))
    assert state_bevinding(tabel) == "59% antwoordt ‘zeer slecht’ of ‘slecht’ bij ‘afloop’"


def test_statements_with_the_same_short_name_are_never_added_up() -> None:
    """Of five questions that share a label one is told, and no share above 100% comes out."""
    eens = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    delen = [
        make_stellingen(eens, [0.1, 0.2, 0.2, 0.3, 0.2]).assign(vraag_id=f"q9_{nr}", netto=0.2 - nr / 10)
        for nr in range(5)
    ]
    tabel = annotate(pd.concat(delen, ignore_index=True), Toelichting("stellingen"))
    assert state_bevinding(tabel) == "50% van de mensen is het eens met ‘het is duidelijk’"
    assert "30% oneens" in explain_bevinding(tabel)[0]


def test_the_same_statement_in_two_activities_is_told_with_the_activity() -> None:
    eens = ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"]
    een = make_stellingen(eens, [0.1, 0.2, 0.2, 0.3, 0.2]).assign(activiteit_id="monitor", netto=0.2)
    twee = make_stellingen(eens, [0.1, 0.1, 0.2, 0.3, 0.3]).assign(activiteit_id="panel_a", netto=0.4)
    tabel = annotate(pd.concat([een, twee], ignore_index=True), Toelichting("stellingen"))
    assert state_bevinding(tabel) == "60% van de mensen is het eens met ‘het is duidelijk’ in panel a"


def test_a_share_above_everyone_is_a_fault_of_the_program_and_never_printed() -> None:
    rijen = {"label": ["ja", "nee"], "n": [60, 40], "basis": 100, "onder": 0.5, "boven": 0.7}
    tabel = make("verdeling", rijen | {"aandeel": [2.54, 0.4]}, onderwerp="steun")
    with pytest.raises(RekenError, match="254% zeggen, en een aandeel is nooit meer dan 100%"):
        state_bevinding(tabel)
    with pytest.raises(RekenError, match="fout van het programma"):
        explain_bevinding(tabel)
    heel = make("verdeling", rijen | {"aandeel": [1.0, 0.0]}, onderwerp="‘110%’ inzet")
    assert state_bevinding(heel).startswith("100% van de mensen")


def test_more_people_than_were_invited_is_told_without_a_share() -> None:
    rijen = {"stap": ["uitgenodigd", "afgerond"], "n": [60, 90], "aandeel": [1.0, 1.5]}
    assert state_bevinding(make("respons", rijen)) == (
        "Bij ‘enq’ deden meer mensen mee dan opgegeven als uitgenodigd"
    )


def make_logeerhuis(verborgen: list[str], **velden: Any) -> pd.DataFrame:
    """The judgement of 87 guests of which an analyst counted 49% unsatisfied, with some answers hidden."""
    labels = ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"]
    tabel = make_stellingen(labels, [n / 87 for n in (13, 30, 20, 19, 5)])
    tabel = tabel.assign(n=[13, 30, 20, 19, 5], basis=87, kort="tijdig bericht", netto=-19 / 87)
    weg = tabel["label"].isin(verborgen)
    leeg = {kolom: tabel[kolom].astype("float64").mask(weg) for kolom in ("n", "aandeel")}
    leeg["netto"] = tabel["netto"] if not verborgen else float("nan")
    return annotate(tabel.assign(**leeg, onderdrukt=weg), Toelichting("stellingen", **velden))


@pytest.mark.parametrize(
    ("verborgen", "zin"),
    [
        ([], "49% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’"),
        (
            ["zeer ontevreden", "ontevreden"],
            "49% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’",
        ),
        (
            ["tevreden", "zeer tevreden"],
            "49% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’",
        ),
        (
            ["zeer ontevreden", "zeer tevreden"],
            "Minstens 34% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’",
        ),
        (
            ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"],
            "Geen antwoord op de stellingen is groot genoeg om te tonen",
        ),
    ],
)
def test_a_judgement_of_enough_people_is_told_as_far_as_its_answers_are_printed(
    verborgen: list[str], zin: str
) -> None:
    """A side of which all hidden answers are follows from the rest; else the printed ones are a least share."""
    assert state_bevinding(make_logeerhuis(verborgen)) == zin


def test_a_bad_judgement_that_is_hidden_in_part_is_told_before_a_good_one_that_is_shown_whole() -> None:
    slecht = make_logeerhuis(["zeer ontevreden", "zeer tevreden"]).assign(vraag_id="a")
    goed = make_logeerhuis([]).assign(vraag_id="b", kort="personeel", netto=0.6, n=[10, 10, 10, 40, 17])
    goed = goed.assign(aandeel=goed["n"] / 87)
    samen = annotate(pd.concat([goed, slecht], ignore_index=True), Toelichting("stellingen"))
    assert state_bevinding(samen) == (
        "Minstens 34% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’"
    )
    assert explain_bevinding(samen) == (
        "Een deel van de antwoorden is van te weinig mensen om te tonen.",
        "Daartegenover staat ‘personeel’: 66% ‘tevreden’ of ‘zeer tevreden’, 23% ‘zeer ontevreden’ of ‘ontevreden’.",
    )


def test_a_bad_judgement_that_is_hidden_in_part_is_as_large_as_what_is_known_of_it() -> None:
    assert measure_bekend(make_logeerhuis(["zeer ontevreden", "zeer tevreden"])) == pytest.approx(30 / 87)


def test_too_few_answers_are_spoken_of_only_where_there_are_too_few() -> None:
    weinig = make_logeerhuis(["zeer tevreden"]).assign(basis=20)
    assert state_bevinding(annotate(weinig, Toelichting("stellingen"))) == (
        "Over de stellingen zijn te weinig antwoorden om iets te zeggen"
    )
    gesprek = state_bevinding(make_logeerhuis([], kwalitatief=True))
    assert (
        gesprek == "43 van de 87 deelnemers antwoorden ‘zeer ontevreden’ of ‘ontevreden’ bij ‘tijdig bericht’"
    )


def test_a_category_that_a_clerk_filled_in_is_told_of_reporters_and_not_as_an_answer() -> None:
    tabel = pd.DataFrame(
        {
            "activiteit_id": "crm",
            "code": ["b", "v"],
            "label": ["Bijplaatsing", "Container vol"],
            "n": [57, 21],
        }
    ).assign(basis=78, aandeel=[57 / 78, 21 / 78], se=float("nan"), onder=float("nan"), boven=float("nan"))
    tabel = annotate(tabel, Toelichting("verdeling", onderwerp="Categorie", zelfselectie=True))
    assert state_bevinding(tabel) == "Bij 57 van de 78 melders gaat het om ‘Bijplaatsing’"
    assert explain_bevinding(tabel) == ("Daarna volgt ‘Container vol’ (21).",)


def test_ideas_that_came_first_at_as_many_tables_are_told_by_their_dots() -> None:
    rijen = {
        "idee": ["riool en warmtenet", "lening zonder rente", "modelwoning"],
        "stippen": [57, 52, 20],
        "eerste": [1, 1, 0],
        "tafels": 4,
    }
    assert state_stippen(make("overig", rijen)) == "‘Riool en warmtenet’ kreeg 57 van de 129 stippen"
    alleen = make("overig", rijen | {"eerste": [3, 1, 0]})
    assert state_stippen(alleen).endswith("kreeg aan drie van de vier tafels de meeste stippen")
    een_tafel = make("overig", rijen | {"eerste": [1, 0, 0], "tafels": 1})
    assert state_stippen(een_tafel) == "‘Riool en warmtenet’ kreeg 57 van de 129 stippen"
