"""A target group that no trait tells anything about is named; one that a trait does is not."""

from dataclasses import replace

import pytest

from burgerdata.findings import state_bevinding
from burgerdata.report.chapters.doelgroep import state_ongemeten


def with_doelgroep(traject, *groepen):
    return replace(traject, instellingen=replace(traject.instellingen, doelgroep=groepen))


def test_a_target_group_without_a_trait_is_named(traject):
    assert state_ongemeten(traject) == (
        "Of mensen die weinig met computers doen meededen, is niet gemeten: geen kenmerk van deelnemers gaat daarover."
    )


@pytest.mark.parametrize(
    "groep",
    ["algemeen", "jongeren van 18 t/m 34 jaar", "mensen met een lage opleiding", "mensen die aangifte deden"],
)
def test_a_target_group_that_a_trait_tells_of_is_not(traject, groep):
    assert state_ongemeten(with_doelgroep(traject, groep)) == ""


def test_ages_that_no_trait_has_are_named(traject):
    assert "kinderen van 4 t/m 12 jaar" in state_ongemeten(
        with_doelgroep(traject, "kinderen van 4 t/m 12 jaar")
    )


def test_groups_that_were_missed_are_named_with_the_activity(opbrengst):
    zin = state_bevinding(opbrengst.tabellen["samenstelling"])
    assert "‘18-34’ (straatgesprek" in zin
    assert "‘75+’ (online community)" in zin
    assert len(zin) <= 90
