"""The findings at a glance: each subject once, with who differs and what is done about it."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.report.blocks import Tabelblok
from burgerdata.report.chapters.besloten import tell_besluit
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_bevindingen
from burgerdata.report.chapters.samenvatting import build
from burgerdata.report.collect import collect_opbrengst


def read_oogopslag(opbrengst):
    tabel = build(opbrengst, {})[-1].tabel
    return tabel.set_index("bevinding")


def test_a_vote_on_a_recommendation_tells_what_was_decided_about_it(opbrengst):
    tabel = read_oogopslag(opbrengst)
    stemming = tabel[tabel.index.str.contains("te weinig stemmen")]
    assert stemming["wat nu"].tolist() == ["niet overgenomen"]  # burgerberaad_aanbeveling6 of the delivery


def test_the_words_measured_and_heard_are_explained_where_they_stand(opbrengst):
    [noot] = [blok for blok in build(opbrengst, {}) if isinstance(blok, Tabelblok)][-1].noten
    assert noot.startswith(
        "Gemeten is wat is geteld bij mensen die waren gekozen (enquête, panel, stemming), en elk verschil dat is getoetst. Gehoord is"
    )


def test_a_finding_without_a_decision_says_that_none_was_recorded(opbrengst):
    zonder = {naam: tabel for naam, tabel in opbrengst.tabellen.items() if naam != "doorwerking"}
    assert set(read_oogopslag(replace(opbrengst, tabellen=zonder))["wat nu"]) == {"niet vastgelegd"}


def test_who_differs_is_named_and_not_referred_to(opbrengst):
    tabel = read_oogopslag(opbrengst)
    assert tabel.loc[
        "Rapportcijfer online aangifte is lager bij ‘18-34’ dan bij de rest", "bij wie anders"
    ] == ("bij ‘18-34’")
    assert not tabel.eq("zie de bevinding").any().any()


def test_one_subject_stands_once_among_the_findings(opbrengst):
    themas = [a.bevinding.split("’ komt ")[0].lower() for a in choose_bevindingen(opbrengst)]
    assert len(themas) == len(set(themas))


def test_that_a_theme_comes_back_is_told_once_however_many_sources_are_counted(opbrengst):
    twee = ("bo2", "pr1")  # both: ‘Terugkoppeling’ komt in alle bronnen terug, as the sources say
    mogelijk = list_bevindingen(opbrengst)
    assert all(mogelijk[naam].bevinding.startswith("‘Terugkoppeling’") for naam in (*twee, "bronnen"))
    weinig = {naam: opbrengst.antwoorden[naam] for naam in twee}
    zonder = {
        naam: t for naam, t in opbrengst.tabellen.items() if not naam.startswith(("oordeel_", "verschil_"))
    }
    gekozen = choose_bevindingen(replace(opbrengst, antwoorden=weinig, tabellen=zonder))
    assert [a.id for a in gekozen] == ["bronnen"]
    veel = weinig | {naam: opbrengst.antwoorden[naam] for naam in ("pr3", "pr6", "pr9")}
    gekozen = choose_bevindingen(replace(opbrengst, antwoorden=veel, tabellen=zonder))
    assert [a.id for a in gekozen] == ["bronnen", "pr3", "pr6", "pr9"]


def test_a_poll_among_people_who_came_forward_was_heard_and_not_measured():
    gevonden = {
        werving: list_bevindingen(collect_opbrengst(make_elders(werving), datum=date(2026, 11, 26)))
        for werving in ("open_link", "panel")
    }
    soorten = {werving: mogelijk["oordeel_enquete_cijfer"].soort for werving, mogelijk in gevonden.items()}
    assert soorten == {"open_link": "gehoord", "panel": "gemeten"}


def test_a_survey_of_an_evaluation_with_one_measurement_has_findings_of_its_phase(voorbeeld):
    """Nothing can have changed, and its grade and statements are told all the same."""
    t = voorbeeld.only(activiteit_id="enquete")
    vragen = t.vragen.assign(fase=pd.Series(pd.NA, index=t.vragen.index)).astype(t.vragen.dtypes)
    activiteiten = t.activiteiten.assign(fase="evaluatie").astype(t.activiteiten.dtypes)
    opbrengst = collect_opbrengst(
        t.replace_tabellen(vragen=vragen, activiteiten=activiteiten), datum=date(2026, 11, 26)
    )
    assert opbrengst.antwoorden["ev2"].status == "niet_gemeten"
    cijfer = list_bevindingen(opbrengst)["oordeel_enquete_cijfer_online"]
    assert (cijfer.fase, cijfer.bevinding) == ("evaluatie", "Rapportcijfer online aangifte is gemiddeld 6,5")
    assert [tekening.tabel for tekening in cijfer.tekeningen] == ["oordeel_enquete_cijfer_online_verdeling"]
    gekozen = choose_bevindingen(opbrengst)
    assert cijfer.id in {a.id for a in gekozen}
    assert "stellingen" in {tekening.figuur for a in gekozen for tekening in a.tekeningen}
    per_groep = opbrengst.tabellen["oordeel_enquete_cijfer_online_naar_leeftijdsgroep"]
    assert per_groep["verschilt"].eq("▼").any()  # planted: the youngest give a lower grade


def test_of_waves_that_cannot_be_compared_the_last_one_tells(opbrengst):
    # the third wave of the panel asks it in other words: a planted difference
    namen = [naam for naam in list_bevindingen(opbrengst) if "tevreden_informatie" in naam]
    assert namen == ["oordeel_klantpanel_2026_09_tevreden_informatie"]


def make_elders(werving):
    t = make_example()
    activiteiten = t.activiteiten.assign(fase="dienstverlening", werving=werving)
    return t.replace_tabellen(activiteiten=activiteiten.astype(t.activiteiten.dtypes))


@pytest.mark.parametrize(
    ("bevinding", "punt", "thema_id", "wat_nu"),
    [
        (
            "‘Terugkoppeling’ komt terug",
            "Houd mensen op de hoogte",
            "",
            "overgenomen (‘Houd mensen op de hoogte’)",
        ),
        (
            "‘Inloggen’ komt terug",
            "Maak inloggen eenvoudiger.",
            "",
            "overgenomen (‘Maak inloggen eenvoudiger’)",
        ),
        (
            "60% is het eens met ‘Ik kon goed inloggen’",
            "Minder wachtwoorden",
            "",
            "overgenomen (‘Minder wachtwoorden’)",
        ),
        (
            "‘Inloggen’ komt terug",
            "Maak inloggen eenvoudiger",
            "privacy",
            "niet vastgelegd",
        ),  # who tied it, knows
        ("‘Inloggen’ komt terug", "Zorg voor gewone taal", "", "geen besluit gekoppeld"),
        (
            "‘Inloggen’ komt terug",
            "Digid, foto's en de computer met lange wachttijd",
            "",
            "geen besluit gekoppeld",
        ),
        ("Er is iets veranderd", "Minder wachtwoorden", "", "geen besluit gekoppeld"),
        # a statement that holds a word of the patterns, and not the name of the theme
        (
            "64% is het eens met ‘Een DigiD heb ik altijd bij me’",
            "Minder wachtwoorden",
            "",
            "geen besluit gekoppeld",
        ),
    ],
)
def test_a_decision_about_the_same_theme_in_other_words_is_told_with_its_words(
    opbrengst, bevinding, punt, thema_id, wat_nu
):
    """By the name of the theme and its patterns in themalijst.xlsx; one that fits three themes is about none."""
    rij = {"inbreng_id": ["punt1"], "thema_id": [thema_id], "thema": [thema_id], "samenvatting": [punt]}
    doorwerking = pd.DataFrame(rij | {"status": ["overgenomen"]})
    samen = replace(opbrengst, tabellen=opbrengst.tabellen | {"doorwerking": doorwerking})
    antwoord = SimpleNamespace(bevinding=bevinding, tabellen={}, kern="")
    assert tell_besluit(samen, antwoord) == wat_nu


def tell_inloggen(opbrengst, **tabellen):
    """Two inputs about logging in, of which one was taken over."""
    doorwerking = pd.DataFrame(
        {"inbreng_id": ["p1", "p2", "p3"], "thema_id": "", "thema": ""}
        | {"samenvatting": ["Maak inloggen eenvoudiger.", "Minder wachtwoorden", "Inloggen zonder DigiD"]}
        | {"status": ["overgenomen", "niet overgenomen", "overgenomen"]}
    )
    samen = replace(opbrengst, tabellen=opbrengst.tabellen | {"doorwerking": doorwerking})
    kern = next(iter(tabellen), "")
    return tell_besluit(samen, SimpleNamespace(bevinding="‘Inloggen’ lukt", tabellen=tabellen, kern=kern))


def test_of_each_status_an_input_is_named(opbrengst):
    assert tell_inloggen(opbrengst) == (
        "overgenomen (‘Maak inloggen eenvoudiger’ en andere); niet overgenomen (‘Minder wachtwoorden’)"
    )


def test_a_task_of_a_usability_test_is_not_about_the_theme_that_its_words_name(opbrengst):
    taken = pd.DataFrame({"taak_id": ["taak1"], "taak": ["Inloggen"], "n": [0], "basis": [7]})
    assert tell_inloggen(opbrengst, taken=taken) == "geen besluit gekoppeld"


@pytest.mark.parametrize(
    ("inbreng_id", "samenvatting", "status"),
    [
        ("punt6", "6. Verlicht alle fietspaden tussen de kernen.", "overgenomen"),
        ("punt6", "Aanbeveling 6: verlicht alle fietspaden tussen de kernen", "overgenomen"),
        ("punt6", "Aanbeveling 6", "overgenomen"),
        ("r6", "Verlicht alle fietspaden tussen de kernen en de stations", "overgenomen"),
        ("punt6", "6. Verlicht de stations", "geen besluit gekoppeld"),  # another list, with its own sixth
    ],
)
def test_a_recommendation_is_tied_to_its_decision_by_its_text_or_number(
    opbrengst, inbreng_id, samenvatting, status
):
    rij = pd.DataFrame(
        {"inbreng_id": [inbreng_id], "thema_id": "", "thema": "", "samenvatting": [samenvatting]}
    )
    doorwerking = rij.assign(status="overgenomen")
    stemmen = pd.DataFrame(
        {
            "vraag_id": ["aanbeveling6"],
            "kort": ["Verlicht alle fietspaden tussen de kernen"],
            "keuze": ["voor"],
        }
    )
    antwoord = SimpleNamespace(
        bevinding="97% van de stemmen is voor ‘Verlicht alle fietspaden tussen de kernen’",
        tabellen={"stemmen": stemmen},
        kern="stemmen",
    )
    samen = replace(opbrengst, tabellen=opbrengst.tabellen | {"doorwerking": doorwerking})
    assert tell_besluit(samen, antwoord) == status
