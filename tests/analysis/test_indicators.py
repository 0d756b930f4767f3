"""The scorecard: every indicator by its formula, the traject's own norms, and "niet gemeten" where nothing was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from burgerdata.analysis import score_indicatoren
from burgerdata.analysis.example import make_stemronde
from burgerdata.analysis.indicatoren.lijst import INDICATOREN
from burgerdata.schema import INDICATOR
from burgerdata.settings import Drempels, Instellingen
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import EENS, join, make_activiteit, make_deelnemers, make_vraag


def score(traject: Traject, indicator: str) -> pd.DataFrame:
    """Return the rows of one indicator; the scorecard of a traject is made once for all tests that look at it."""
    tabel = traject.remember(("test_indicators",), lambda: score_indicatoren(traject))
    return tabel[tabel["id"].eq(indicator)].reset_index(drop=True)


def change(traject: Traject, **settings: object) -> Traject:
    return replace(traject, instellingen=replace(traject.instellingen, **settings))


def test_the_list_and_the_contract_have_the_same_indicators() -> None:
    assert tuple(indicator.id for indicator in INDICATOREN) == INDICATOR


def test_every_indicator_has_a_row_and_what_was_not_measured_says_what_would(voorbeeld: Traject) -> None:
    tabel = voorbeeld.remember(("test_indicators",), lambda: score_indicatoren(voorbeeld))
    assert set(tabel["id"]) == set(INDICATOR)
    niet = tabel[tabel["oordeel"].eq("niet gemeten")]
    assert niet["toelichting"].ne("").all()
    zonder = score_indicatoren(voorbeeld.only(instrument="straatgesprek"))
    assert {"P4", "T1", "I6"} <= set(zonder.loc[zonder["oordeel"].eq("niet gemeten"), "id"])


def test_speaking_time_is_told_per_group_and_not_of_two_speakers(voorbeeld: Traject) -> None:
    tabel = score(voorbeeld, "P4")
    tabel = tabel[tabel["onderdeel"].ne("")]  # beside it, by itself, what people answered on the form
    assert tabel["onderdeel"].tolist() == ["fg1", "fg2", "fg3", "fg4"]
    assert tabel["n"].tolist() == [8, 8, 8, 8]
    assert tabel["waarde"].between(0, 0.3).all()
    weg = voorbeeld.deelnemers.query("activiteit_id == 'focusgroep' and rol == 'burger'")["deelnemer_id"]
    gesprekken = voorbeeld.only(instrument="focusgroep")
    gezegd = gesprekken.fragmenten["soort"].eq("uiting")
    stil = gezegd & gesprekken.fragmenten["deelnemer_id"].isin(weg.iloc[2:8])
    paar = score(gesprekken.replace_tabellen(fragmenten=gesprekken.fragmenten[~stil]), "P4")
    rij = paar[paar["onderdeel"].eq("fg1")].iloc[0]
    assert pd.isna(rij["waarde"])
    assert (rij["tekst"], rij["toelichting"]) == ("–", "minder dan drie sprekers")


def test_attrition_is_of_the_waves_of_a_panel_that_had_people(voorbeeld: Traject) -> None:
    uitval = score(voorbeeld, "R7")
    panels = uitval[uitval["onderdeel"].isin(["klantpanel", "burgerberaad"])].set_index("onderdeel")
    assert panels["n"].to_dict() == {"klantpanel": 412, "burgerberaad": 60}
    assert panels.loc["burgerberaad", "toelichting"].endswith("(2 metingen)")


def test_only_a_weighted_activity_has_a_distance_after_weighting(voorbeeld: Traject) -> None:
    gewogen = score(voorbeeld, "R3").set_index("activiteit_id")["toelichting"].str.contains("na weging")
    assert gewogen[gewogen].index.unique().tolist() == ["enquete"]


def test_a_share_of_grades_of_too_few_people_is_not_told(voorbeeld: Traject) -> None:
    woorden = score(voorbeeld, "P7").set_index("activiteit_id")["toelichting"]
    # 15% of 46 people are 7
    assert woorden["burgerdialoog_uitloop"] == "33% geeft een 8 of hoger"
    assert "en 5% geeft een 5 of lager" in woorden["enquete"]


def test_talks_have_no_interval_around_a_process_score(voorbeeld: Traject) -> None:
    woorden = score(voorbeeld, "P1").set_index("activiteit_id")["toelichting"]
    assert "tussen" in woorden["enquete"]
    assert not woorden.drop("enquete").str.contains("tussen").any()


def test_votes_of_persons_count_for_support_too() -> None:
    tabel = score(make_stemronde(), "I6")
    assert len(tabel) == make_stemronde().vragen["fragment_id"].notna().sum()
    assert tabel["n"].eq(40).all()


def test_response_is_finished_over_invited(voorbeeld: Traject) -> None:
    rij = score(voorbeeld, "R1").iloc[0]
    assert rij["waarde"] == pytest.approx(1160 / 3480)
    assert (rij["activiteit_id"], rij["n"], rij["tekst"]) == ("enquete", 3480, "33%")


def test_attrition_of_a_panel_counts_who_is_missing_from_the_last_wave(voorbeeld: Traject) -> None:
    deelnemers = voorbeeld.deelnemers.astype({"activiteit_id": "str", "deelnemer_id": "str"})
    waves = {naam: set(deel["deelnemer_id"]) for naam, deel in deelnemers.groupby("activiteit_id")}
    eerste, laatste = waves["klantpanel_2026-03"], waves["klantpanel_2026-09"]
    rij = score(voorbeeld, "R7").set_index("onderdeel").loc["klantpanel"]
    assert rij["waarde"] == pytest.approx(len(eerste - laatste) / len(eerste))


def test_a_group_too_small_to_print_is_named_as_missed_without_its_number(voorbeeld: Traject) -> None:
    rij = score(voorbeeld, "R5").set_index("activiteit_id").loc["straatgesprek"]
    assert (rij["waarde"], rij["toelichting"]) == (1, "18-34")
    afwijking = score(voorbeeld, "R3").set_index(["activiteit_id", "onderdeel"])
    verborgen = afwijking.loc[("straatgesprek", "leeftijdsgroep")]
    # the widest gap is that of the group which may not be shown: no verdict over the others
    assert pd.isna(verborgen["waarde"])
    assert verborgen["oordeel"] == "niet gemeten"
    assert verborgen["toelichting"].startswith("een groep heeft minder dan 10 mensen; voeg groepen samen")
    index = score(voorbeeld, "R4").set_index(["activiteit_id", "onderdeel"])
    assert pd.isna(index.loc[("straatgesprek", "leeftijdsgroep"), "waarde"])


def test_missed_groups_are_not_told_where_they_give_a_small_group_back() -> None:
    groep = {f"p{nr}": "jong" if nr < 1 else "oud" for nr in range(40)}
    opties = {"jong": "jong", "oud": "oud"}
    tabellen = join(
        {
            "activiteiten": make_activiteit("enq", "enquete"),
            "deelnemers": make_deelnemers("enq", list(groep)),
        },
        make_vraag("enq", "groep", "een_antwoord", groep, opties=opties, rol="kenmerk"),
    )
    vast = {"populatie": "bevolking", "bron": "verzonnen", "variabele": "groep"}
    for aandeel, gemist in ((0.075, False), (0.3, True)):  # half of 3 leaves 1; half of 12 leaves 1 to 5
        marges = pd.DataFrame({"categorie": ["jong", "oud"], "aandeel": [aandeel, 1 - aandeel]}).assign(
            **vast
        )
        rij = (
            score_indicatoren(Traject.from_tabellen(tabellen | {"marges": marges}))
            .query("id == 'R5'")
            .iloc[0]
        )
        assert (rij["tekst"], rij["oordeel"]) == (("1", "geen norm") if gemist else ("–", "niet gemeten"))


def test_a_wave_with_another_question_has_no_net_score_beside_the_others(voorbeeld: Traject) -> None:
    score_ = score(voorbeeld, "T3").set_index("activiteit_id")
    assert score_.loc[["klantpanel_2026-03", "klantpanel_2026-06"], "waarde"].notna().all()
    september = score_.loc["klantpanel_2026-09"]
    assert pd.isna(september["waarde"])
    assert september["oordeel"] == "niet gemeten"
    assert september["toelichting"].startswith("niet dezelfde vraag als in het klantpanel van maart 2026: ‘")


def test_a_statement_is_the_share_of_the_two_most_favourable_answers() -> None:
    codes = {f"p{nr}": str(code) for nr, code in enumerate([5, 5, 4, 4, 3, 2, 1, 1], 1)}
    opties = dict(zip("12345", EENS, strict=True))
    tabellen = join(
        {
            "activiteiten": make_activiteit("enq", "enquete"),
            "deelnemers": make_deelnemers("enq", list(codes)),
        },
        make_vraag("enq", "p1", "stelling", codes, opties=opties, gebruik="P1", rol="proces"),
        make_vraag("enq", "p2", "stelling", codes, opties=opties, gebruik="P2", rol="proces", omkeren=True),
    )
    traject = Traject.from_tabellen(tabellen, Instellingen(drempels=Drempels(verborgen=5)))
    assert score(traject, "P1")["waarde"].iloc[0] == pytest.approx(4 / 8)
    omgekeerd = score(traject, "P2").iloc[0]
    assert omgekeerd["waarde"] == pytest.approx(3 / 8)
    assert omgekeerd["toelichting"].startswith("helemaal oneens of oneens")
    verborgen = score(change(traject, drempels=Drempels(verborgen=30)), "P1").iloc[0]
    assert pd.isna(verborgen["waarde"])
    assert verborgen["toelichting"] == "te weinig antwoorden (minder dan 30)"
    assert score(traject, "P1")["tekst"].iloc[0] == "50%"
    groep = traject.activiteiten.assign(instrument="focusgroep").astype(traject.activiteiten.dtypes)
    gesprek = change(traject.replace_tabellen(activiteiten=groep), drempels=Drempels(verborgen=30))
    assert score(gesprek, "P1")["tekst"].iloc[0] == "4 van de 8"  # talks count people and hide nobody


def test_the_example_counts_people_in_talks_and_shares_in_the_survey(voorbeeld: Traject) -> None:
    tekst = score(voorbeeld, "P3").set_index("activiteit_id")["tekst"]
    assert tekst["enquete"].endswith("%")
    formulier = voorbeeld.antwoorden[voorbeeld.antwoorden["activiteit_id"].eq("burgerdialoog_uitloop")]
    eens = formulier["vraag_id"].eq("p3") & formulier["code"].isin(["mee eens", "helemaal mee eens"])
    assert tekst["burgerdialoog_uitloop"] == f"{eens.sum()} van de 46"
    assert score(voorbeeld, "I1")["tekst"].tolist() == [f"{n} van de 19" for n in (8, 3, 3, 5)]


@pytest.mark.parametrize(
    ("normen", "oordeel"),
    [
        ({}, "geen norm"),
        ({"R1": (0.3,)}, "voldoende"),
        ({"R1": (0.4,)}, "onvoldoende"),
        ({"R1": (0.2, 0.3)}, "goed"),
    ],
)
def test_a_verdict_rests_on_the_norm_of_the_traject(voorbeeld: Traject, normen: dict, oordeel: str) -> None:
    enquete = change(voorbeeld.only(instrument="enquete"), normen=normen)
    assert score(enquete, "R1")["oordeel"].tolist() == [oordeel]


def test_a_low_value_is_good_where_less_is_better(voorbeeld: Traject) -> None:
    enquete = voorbeeld.only(instrument="enquete")
    euro = float(score(enquete, "E1")["waarde"].iloc[0])
    assert score(change(enquete, normen={"E1": (euro + 1,)}), "E1")["oordeel"].iloc[0] == "voldoende"
    assert score(change(enquete, normen={"E1": (euro - 1,)}), "E1")["oordeel"].iloc[0] == "onvoldoende"


def test_a_decision_before_the_end_of_the_fieldwork_is_told(voorbeeld: Traject) -> None:
    enquete = change(voorbeeld.only(instrument="enquete"), besluit=date(2026, 6, 11))
    vroeg = score(enquete, "P6").query("eenheid == 'dagen'").set_index("activiteit_id").loc["enquete"]
    assert vroeg["waarde"] == -10
    assert "voor het einde van het veldwerk" in vroeg["toelichting"]


def test_follow_up_is_shared_out_over_the_statuses(voorbeeld: Traject) -> None:
    tabel = score(voorbeeld, "I1")
    assert tabel["waarde"].sum() == pytest.approx(1)
    assert set(tabel["onderdeel"]) >= {"overgenomen", "niet overgenomen", "nog te besluiten"}


def test_support_is_the_share_that_the_threshold_is_held_against_with_abstentions_beside_it(
    voorbeeld: Traject,
) -> None:
    stemmen = pd.DataFrame(
        {
            "telling_id": ["a", "b", "c"],
            "activiteit_id": "enquete",
            "maat": ["stem_voor", "stem_tegen", "stem_onthouding"],
            "vraag_id": "aanbeveling_1",
            "aantal": [60, 30, 10],
        }
    )
    tabel = score(voorbeeld.replace_tabellen(tellingen=stemmen), "I6")
    assert len(tabel) == 1
    rij = tabel.iloc[0]
    assert (rij["waarde"], rij["n"]) == (pytest.approx(60 / 90), 90)
    assert rij["toelichting"] == "60 voor, 30 tegen, 10 onthouding"


def test_support_of_few_voters_is_not_nought(voorbeeld: Traject) -> None:
    """Of 23 votes no share is printed in a table of votes, and 22 of them were for."""
    beraad = voorbeeld.activiteiten["instrument"].eq("burgerberaad")
    stemmen = pd.DataFrame(
        {
            "telling_id": ["a", "b"],
            "activiteit_id": str(voorbeeld.activiteiten.loc[beraad, "activiteit_id"].iloc[0]),
            "maat": ["stem_voor", "stem_tegen"],
            "vraag_id": "nieuw1",
            "aantal": [22, 1],
        }
    )
    klein = change(voorbeeld, drempels=Drempels(verborgen=20))
    rij = score(klein.replace_tabellen(tellingen=stemmen), "I6").iloc[0]
    assert (rij["waarde"], rij["tekst"]) == (pytest.approx(22 / 23), "22 van de 23")


@pytest.mark.parametrize(
    ("indicator", "kolom", "leeg", "remedie"),
    [
        ("I1", "status", None, "per punt wat is besloten"),
        ("I3", "terugkoppeling_datum", pd.NaT, "de datum van terugkoppeling in"),
        ("I4", "thema_id", None, "zijn thema"),
    ],
)
def test_a_column_that_nobody_filled_in_measures_nothing(
    voorbeeld: Traject, indicator: str, kolom: str, leeg: object, remedie: str
) -> None:
    tabel = voorbeeld.doorwerking
    zonder = tabel.assign(**{kolom: pd.Series(leeg, index=tabel.index)}).astype(tabel.dtypes)
    rij = score(voorbeeld.replace_tabellen(doorwerking=zonder), indicator)
    assert rij[["oordeel", "tekst"]].to_numpy().tolist() == [["niet gemeten", "–"]]
    assert remedie in rij["toelichting"].iloc[0]


def test_a_column_that_is_partly_filled_in_counts_and_says_of_how_many_rows(voorbeeld: Traject) -> None:
    tabel = voorbeeld.doorwerking.copy()
    gevuld = tabel.index[tabel["terugkoppeling_datum"].notna()]
    tabel.loc[gevuld[1:], "terugkoppeling_datum"] = pd.NaT
    [rij] = score(voorbeeld.replace_tabellen(doorwerking=tabel), "I3").to_dict("records")
    assert (rij["tekst"], rij["n"]) == ("1 van de 19", 19)
    assert rij["toelichting"].startswith("datum ingevuld bij 1 van de 19 punten; mediaan ")


def test_decisions_without_a_single_reason_are_measured_as_such(voorbeeld: Traject) -> None:
    """From adviseren on each must have one: none at all is the worst case, and not unknown."""
    tabel = voorbeeld.doorwerking
    zonder = tabel.assign(motivering="").astype(tabel.dtypes)
    rij = score(voorbeeld.replace_tabellen(doorwerking=zonder), "I2")
    assert rij[["oordeel", "tekst"]].to_numpy().tolist() == [["onvoldoende", "0 van de 6"]]


def test_numbers_that_a_name_does_not_tell_are_explained_where_they_were_measured(voorbeeld: Traject) -> None:
    tabel = voorbeeld.remember(("test_indicators",), lambda: score_indicatoren(voorbeeld))
    noten = " ".join(read_toelichting(tabel).noten)
    assert (
        "R4 dissimilariteitsindex: dit deel van de deelnemers zou tot een andere groep moeten horen" in noten
    )
    assert "P4 gelijke spreektijd: 0 als iedereen evenveel zei" in noten
    zonder = score_indicatoren(voorbeeld.only(activiteit_id="community"))
    assert "P4" not in " ".join(read_toelichting(zonder).noten)  # no groups talked there
