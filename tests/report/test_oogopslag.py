"""The findings at a glance: each subject once, with who differs and what is done about it."""

from dataclasses import replace

from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_bevindingen
from burgerdata.report.chapters.samenvatting import build


def read_oogopslag(opbrengst):
    tabel = build(opbrengst, {})[-1].tabel
    return tabel.set_index("bevinding")


def test_a_vote_on_a_recommendation_tells_what_was_decided_about_it(opbrengst):
    tabel = read_oogopslag(opbrengst)
    stemming = tabel[tabel.index.str.contains("van de stemmen")]
    assert stemming["wat nu"].tolist() == ["overgenomen"]  # burgerberaad_aanbeveling1 of the delivery


def test_a_finding_without_a_decision_has_a_dash(opbrengst):
    zonder = {naam: tabel for naam, tabel in opbrengst.tabellen.items() if naam != "doorwerking"}
    assert set(read_oogopslag(replace(opbrengst, tabellen=zonder))["wat nu"]) == {"–"}


def test_who_differs_is_named_and_not_referred_to(opbrengst):
    tabel = read_oogopslag(opbrengst)
    assert tabel.loc[
        "Rapportcijfer online aangifte is lager bij ‘18-34’ dan bij de rest", "bij wie anders"
    ] == ("bij ‘18-34’")
    assert not tabel.eq("zie de bevinding").any().any()


def test_one_subject_stands_once_among_the_findings(opbrengst):
    themas = [a.bevinding.split("’ komt ")[0].lower() for a in choose_bevindingen(opbrengst)]
    assert len(themas) == len(set(themas))


def test_a_subject_is_repeated_only_where_too_few_findings_are_left(opbrengst):
    twee = ("bo2", "pr1")  # both: ‘Terugkoppeling’ komt in alle bronnen terug, as the sources say
    mogelijk = list_bevindingen(opbrengst)
    assert all(mogelijk[naam].bevinding.startswith("‘Terugkoppeling’") for naam in (*twee, "bronnen"))
    weinig = {naam: opbrengst.antwoorden[naam] for naam in twee}
    zonder = {naam: t for naam, t in opbrengst.tabellen.items() if not naam.startswith("oordeel_")}
    gekozen = choose_bevindingen(replace(opbrengst, antwoorden=weinig, tabellen=zonder))
    assert [a.id for a in gekozen] == ["bronnen", *twee]
    veel = weinig | {naam: opbrengst.antwoorden[naam] for naam in ("pr3", "pr6", "pr9")}
    gekozen = choose_bevindingen(replace(opbrengst, antwoorden=veel, tabellen=zonder))
    assert [a.id for a in gekozen] == ["bronnen", "pr3", "pr6", "pr9"]


def test_a_poll_among_people_who_came_forward_was_heard_and_not_measured(opbrengst):
    peiling = [a for naam, a in list_bevindingen(opbrengst).items() if naam.startswith("oordeel_community")]
    assert [a.soort for a in peiling] == ["gehoord"] * len(peiling)
    assert peiling
