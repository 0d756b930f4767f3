"""The design of an activity: who is in it, and how it was drawn and weighted."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.analysis import summarise_cijfer
from burgerdata.errors import MethodeError
from burgerdata.settings import Instellingen, Weging
from burgerdata.traject import Traject

from .analysis.trajecten import (
    join,
    make_activiteit,
    make_bronnen,
    make_deelnemers,
    make_enquete,
    make_orakel,
    make_panel,
    make_vraag,
)


def test_labels_stand_under_the_question_and_numbers_beside() -> None:
    design = make_enquete().design("enq")
    assert design.frame["s1"].iloc[0] == "helemaal eens"
    assert design.frame["s1.waarde"].iloc[0] == 5.0
    assert design.mean("minuten")["n"].item() == 9
    assert "open" not in design.frame


def test_two_stages_with_their_populations_are_taken_over() -> None:
    tabel = make_orakel().design("enq").mean("cijfer1")
    # R: svydesign(id=~gemeente+respondent, strata=~regio, fpc=~fpc1+fpc2)
    assert tabel["df"].item() == 20
    assert tabel["estimate"].item() == pytest.approx(6.97062731866205, rel=1e-10)


def test_one_respondent_per_cluster_leaves_all_variance_to_the_clusters() -> None:
    traject = make_orakel()
    eerste = traject.deelnemers.drop_duplicates(["stratum", "cluster"])
    deel = traject.replace_tabellen(
        deelnemers=eerste,
        antwoorden=traject.antwoorden[traject.antwoorden["deelnemer_id"].isin(eerste["deelnemer_id"])],
    )
    een_trap = deel.replace_tabellen(deelnemers=eerste.assign(fpc2=float("nan")))
    tabel = deel.design("enq").mean("cijfer1")
    assert tabel["se"].item() > 0
    pd.testing.assert_frame_equal(tabel, een_trap.design("enq").mean("cijfer1"))


def test_moderators_and_unknown_speakers_are_not_in_it() -> None:
    assert len(make_bronnen().design("fg").frame) == 6


def test_an_activity_without_citizens_is_refused() -> None:
    traject = make_panel()
    leeg = traject.replace_tabellen(deelnemers=traject.deelnemers.assign(rol="waarnemer"))
    with pytest.raises(MethodeError, match="geen deelnemers van rol burger"):
        leeg.design("kp_m1")


def test_a_single_person_gives_an_estimate_and_no_error() -> None:
    traject = make_panel()
    een = traject.replace_tabellen(
        deelnemers=traject.deelnemers.iloc[:1], antwoorden=traject.antwoorden.head(0)
    )
    een = een.replace_tabellen(antwoorden=traject.antwoorden[traject.antwoorden["deelnemer_id"].eq("A")])
    assert een.design("kp_m1").mean("cijfer")["estimate"].item() == 6.0


def test_an_activity_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(MethodeError, match="kies uit kp_m1, kp_m2"):
        make_panel().design("kp_m3")


def test_the_frame_of_the_design_is_that_of_breed() -> None:
    traject = make_panel()
    breed = traject.breed("kp_m1")
    frame = traject.design("kp_m1").frame
    pd.testing.assert_frame_equal(frame[breed.columns], breed, check_categorical=False)


def make_eenling(keuze: str) -> Traject:
    """Return a survey of three strata, of which one has a single cluster."""
    wie = [f"p{nr}" for nr in range(6)]
    deelnemers = make_deelnemers("enq", wie, stratum=list("aabbbc"), cluster=list("123456"))
    vraag = make_vraag("enq", "x", "getal", dict(zip(wie, (1, 3, 4, 2, 6, 5), strict=True)))
    delen = join({"activiteiten": make_activiteit("enq", "enquete"), "deelnemers": deelnemers}, vraag)
    return Traject.from_tabellen(delen, Instellingen(), {"enq": Weging("enq", lonely_psu=keuze)})


def test_a_lonely_stratum_counts_as_the_delivery_says() -> None:
    with pytest.raises(MethodeError, match="bij de levering"):
        make_eenling("fail").design("enq").mean("x")
    # mean 3.5; (n/(n-1)) x squares around the mean of the stratum: 2 x 2 and 3/2 x 8; the lonely 5 lies 1.5 off
    for keuze, kwadraat in (
        ("certainty", 4 + 12),
        ("adjust", 4 + 12 + 1.5**2),
        ("average", (4 + 12) * 3 / 2),
    ):
        se = summarise_cijfer(make_eenling(keuze), "x")["se"].item()
        assert se == pytest.approx(kwadraat**0.5 / 6)
