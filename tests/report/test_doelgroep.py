"""A target group that no trait tells anything about is named; one that a trait does is not."""

from dataclasses import replace

import pytest

from burgerdata.findings import state_bevinding
from burgerdata.report.blocks import Alinea
from burgerdata.report.chapters.doelgroep import state_ongemeten
from burgerdata.report.chapters.wie import build


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


def read_ontbrak(opbrengst):
    [alinea] = [b for b in build(opbrengst, {}) if isinstance(b, Alinea) and b.kop == "Wie ontbraken?"]
    return alinea.tekst


def test_where_nobody_can_be_missed_stands_what_would_tell(opbrengst):
    """Without population figures, and with those of a trait that nobody was asked."""
    marges = opbrengst.traject.marges
    zonder = {naam: t for naam, t in opbrengst.tabellen.items() if naam != "samenstelling"}
    leeg = opbrengst.traject.replace_tabellen(marges=marges.head(0))
    tekst = read_ontbrak(replace(opbrengst, traject=leeg, tabellen=zonder))
    assert "Zet in marges.xlsx hoe de bevolking is verdeeld over een kenmerk van de deelnemers" in tekst
    maten = marges.astype({"variabele": "str"}).assign(variabele="schoenmaat")
    elders = opbrengst.traject.replace_tabellen(marges=maten)
    tekst = read_ontbrak(replace(opbrengst, traject=elders, tabellen=zonder))
    assert (
        "Geef het kenmerk in vragen.xlsx (blad vragen of groepen) de naam die het in marges.xlsx heeft"
        in tekst
    )


def test_a_survey_that_is_not_laid_beside_the_population_is_named_with_the_reason(opbrengst):
    """The panel of the example are customers; a survey that asked no trait of marges.xlsx has another reason."""
    assert "Niet vergeleken: het klantpanel van maart 2026, het klantpanel van juni 2026 en " in read_ontbrak(
        opbrengst
    )
    assert "wie uit een klantbestand komt, is niet met de bevolking te vergelijken" in read_ontbrak(opbrengst)
    t = opbrengst.traject
    kenmerk = t.vragen["activiteit_id"].eq("enquete") & t.vragen["rol"].eq("kenmerk")
    samen = opbrengst.tabellen["samenstelling"]
    tekst = read_ontbrak(
        replace(
            opbrengst,
            traject=t.replace_tabellen(
                vragen=t.vragen[~kenmerk],
                activiteiten=t.activiteiten[~t.activiteiten["instrument"].eq("klantpanel")],
            ),
            tabellen={**opbrengst.tabellen, "samenstelling": samen[~samen["activiteit_id"].eq("enquete")]},
        )
    )
    assert (
        "Niet vergeleken: de enquête; daar is geen kenmerk gevraagd dat zo heet als in marges.xlsx (" in tekst
    )
