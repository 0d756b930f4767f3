"""Numbers of usability tests against published ones, and laws that hold for every count."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import burgerdata as bd
from burgerdata.analysis.example_usability import make_usability
from burgerdata.analysis.spreektijd import measure_gini
from burgerdata.analysis.taken import adjust_wald
from burgerdata.errors import MethodeError
from burgerdata.statistics import interval_mean
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject


def test_four_of_five_has_the_interval_that_agresti_and_coull_give() -> None:
    # (4 + z^2/2) / (5 + z^2), by hand with z = 1.96: 0.6696 -/+ 0.3100
    assert adjust_wald(4, 5) == pytest.approx((0.3597, 0.9796), abs=5e-4)


@given(st.integers(1, 500).flatmap(lambda basis: st.tuples(st.integers(0, basis), st.just(basis))))
def test_the_interval_holds_the_share_stays_within_0_and_1_and_mirrors(paar: tuple[int, int]) -> None:
    n, basis = paar
    onder, boven = adjust_wald(n, basis)
    assert 0 <= onder <= n / basis <= boven <= 1
    anders = adjust_wald(basis - n, basis)
    assert (1 - boven, 1 - onder) == pytest.approx(anders)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=30).filter(any), st.integers(1, 9))
def test_the_gini_is_that_of_all_pairs_and_knows_no_unit(woorden: list[int], maal: int) -> None:
    waarden = np.array(woorden, dtype="float64")
    paren = np.abs(waarden[:, None] - waarden[None, :]).mean() / (2 * waarden.mean())
    assert measure_gini(waarden) == pytest.approx(paren, abs=1e-12)
    assert measure_gini(waarden * maal) == pytest.approx(measure_gini(waarden))


def test_a_sus_with_a_wrong_number_of_reversed_items_is_refused_with_the_remedy() -> None:
    t = make_usability()
    scheef = t.replace_tabellen(vragen=t.vragen.assign(omkeren=False))
    with pytest.raises(MethodeError, match=r"vijf omgekeerd.*zet omkeren in vragen\.xlsx"):
        bd.score_sus(scheef)


def test_the_interval_of_a_sus_stays_on_its_scale() -> None:
    score = bd.score_sus(make_usability()).iloc[0]
    assert 0 <= score["onder"] <= score["gemiddelde"] <= score["boven"] == 100


def test_the_median_of_an_even_number_of_scores_lies_between_the_two_in_the_middle() -> None:
    t = make_usability()
    antwoorden = t.antwoorden
    een = antwoorden["deelnemer_id"].eq("d1") & antwoorden["vraag_id"].eq("sus1")
    getal = antwoorden["getal"].mask(een, antwoorden["getal"] - 1)
    score = bd.score_sus(t.replace_tabellen(antwoorden=antwoorden.assign(getal=getal))).iloc[0]
    assert score["mediaan"] == (72.5 + 75) / 2


def test_tasks_are_counted_without_weights_and_say_so_where_there_are_any() -> None:
    t = make_usability()
    assert "Niet gewogen." not in read_toelichting(bd.summarise_taken(t)).noten
    mensen = t.deelnemers.assign(gewicht=np.linspace(0.5, 1.5, len(t.deelnemers)))
    gewogen = bd.summarise_taken(t.replace_tabellen(deelnemers=mensen))
    assert "Niet gewogen." in read_toelichting(gewogen).noten
    assert gewogen["aandeel"].tolist() == bd.summarise_taken(t)["aandeel"].tolist()


def test_who_skips_a_statement_has_no_sus() -> None:
    t = make_usability()
    antwoorden = t.antwoorden
    weg = antwoorden["deelnemer_id"].eq("d0") & antwoorden["vraag_id"].eq("sus3")
    score = bd.score_sus(t.replace_tabellen(antwoorden=antwoorden[~weg]))
    assert score[["n", "basis", "gemiddelde"]].to_numpy().tolist() == [
        [3, 4, pytest.approx((75 + 75 + 57.5) / 3)]
    ]


def _skip(t: Traject, wie: list[str]) -> Traject:
    antwoorden = t.antwoorden
    weg = antwoorden["deelnemer_id"].isin(wie) & antwoorden["vraag_id"].eq("sus3")
    return t.replace_tabellen(antwoorden=antwoorden[~weg])


def test_the_interval_of_a_sus_is_of_the_people_who_have_one() -> None:
    score = bd.score_sus(_skip(make_usability(), ["d0"])).iloc[0]
    student = interval_mean([75, 75, 57.5], bounds=(0, 100)).iloc[0]
    assert score[["onder", "boven", "se"]].tolist() == pytest.approx(
        student[["ci_low", "ci_high", "se"]].tolist()
    )
    alleen = bd.score_sus(_skip(make_usability(), ["d0", "d1", "d2"])).iloc[0]
    assert alleen["n"] == 1
    assert alleen[["se", "onder", "boven"]].isna().all()


def test_the_median_and_spread_of_a_sus_are_weighted_as_its_mean() -> None:
    t = make_usability()
    zwaar = t.deelnemers["gewicht"].mask(t.deelnemers["deelnemer_id"].eq("d0"), 9.0)
    los, gewogen = (
        bd.score_sus(deel).iloc[0]
        for deel in (t, t.replace_tabellen(deelnemers=t.deelnemers.assign(gewicht=zwaar)))
    )
    assert gewogen["mediaan"] == 100
    assert gewogen["sd"] < los["sd"]


def test_speaking_time_is_of_groups_and_a_pair_gets_no_figure() -> None:
    wie = ["a", "b", "c", "M", "d", "e"]
    rollen = ["burger", "burger", "burger", "gespreksleider", "burger", "burger"]
    fragmenten = pd.DataFrame(
        {
            "deelnemer_id": wie,
            "groep": ["1"] * 4 + ["2"] * 2,
            "tekst": ["ja", "ja ja", "ja ja ja", "hoe dan", "een", "twee"],
        }
    ).assign(
        fragment_id=[f"f{nr}" for nr in range(6)], activiteit_id="fg", soort="uiting", volgnummer=1, taal="nl"
    )
    activiteit = {"activiteit_id": "fg", "instrument": "focusgroep", "eenheid": "persoon", "taal": "nl"}
    t = bd.Traject.from_tabellen(
        {
            "activiteiten": pd.DataFrame([activiteit]),
            "deelnemers": pd.DataFrame({"activiteit_id": "fg", "deelnemer_id": wie, "rol": rollen}),
            "fragmenten": fragmenten,
        }
    )
    tabel = bd.measure_spreektijd(t)
    assert tabel["woorden"].tolist() == [6, 2]
    assert tabel["gini"].tolist() == [pytest.approx(2 / 9), pytest.approx(float("nan"), nan_ok=True)]
    assert tabel["aandeel_gespreksleider"].tolist() == [0.25, 0.0]
    assert "deelnemer_id" not in tabel


@pytest.mark.parametrize(
    ("vraag", "tabel", "status"),
    [
        ("dv2", "taken", "beantwoord"),
        ("dv3", "knelpunten", "beantwoord"),
        ("dv4", "taken", "deels"),
        ("dv6", "sus_score", "beantwoord"),
    ],
)
def test_the_questions_about_service_are_answered_from_the_test(vraag: str, tabel: str, status: str) -> None:
    antwoord = bd.beantwoord(make_usability(), vraag)
    assert antwoord.status == status
    assert next(iter(antwoord.tabellen)) == tabel
    assert antwoord.bevinding


def test_a_sus_of_people_whom_chance_did_not_choose_says_so() -> None:
    def read_noten(werving: str) -> str:
        t = make_usability()
        return " ".join(
            read_toelichting(
                bd.score_sus(t.replace_tabellen(activiteiten=t.activiteiten.assign(werving=werving)))
            ).noten
        )

    assert "Geen kanssteekproef" in read_noten("panel")
    assert "kanssteekproef" not in read_noten("steekproef")
