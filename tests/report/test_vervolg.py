"""What the chapter on follow-up says of themes about which no decision is known."""

from dataclasses import replace
from datetime import date

from burgerdata.report.chapters.vervolg import build, print_punten


def read_let_op(opbrengst, thema_id):
    tabel = opbrengst.tabellen["doorwerking"]
    tabellen = opbrengst.tabellen | {"doorwerking": tabel.assign(thema_id=thema_id(tabel))}
    blokken = build(replace(opbrengst, tabellen=tabellen), {})
    return [blok.tekst for blok in blokken if getattr(blok, "tekst", "") and "thema" in blok.tekst]


def test_of_inputs_without_a_theme_nobody_knows_what_they_are_about(opbrengst):
    """Eight of the nineteen come from the assembly, which named no themes; the words of four of these fit one."""
    assert read_let_op(opbrengst, lambda tabel: tabel["thema_id"]) == [
        "Aan 4 van de 19 punten is geen thema gekoppeld. Of die over deze thema's gaan, is daarom niet te zeggen: inloggen, "
        "zin van aangifte en gemak."
    ]


def test_where_every_input_has_its_theme_nothing_is_written_down_about_the_others(opbrengst):
    alle = read_let_op(opbrengst, lambda tabel: tabel["thema_id"].where(tabel["thema_id"].ne(""), "snelheid"))
    assert alle == ["Over deze thema's is nog niets vastgelegd: inloggen, zin van aangifte en gemak."]


def test_one_input_without_a_theme_is_told_in_the_singular(opbrengst):
    def tie(tabel):
        los = tabel["samenvatting"].str.startswith("Maak een kort formulier")  # words of no theme alone
        return tabel["thema_id"].where(tabel["thema_id"].ne(""), "snelheid").mask(los, "")

    zin = read_let_op(opbrengst, tie)[0]
    assert zin.startswith(
        "Aan 1 van de 19 punten is geen thema gekoppeld. Of dat over deze thema's gaat, is daarom niet"
    )


def test_after_the_day_of_the_decision_the_chapter_says_what_is_still_open(opbrengst):
    """Five of the nineteen are open; traject.toml plans the decision on 15 March 2027, and nobody decided that late."""

    def list_voorbij(dag):
        blokken = build(replace(opbrengst, datum=dag), {})
        return [tekst for blok in blokken if "worden besloten" in (tekst := getattr(blok, "tekst", ""))]

    assert list_voorbij(date(2027, 3, 15)) == []
    assert list_voorbij(date(2027, 3, 16)) == [
        "Over vijf punten zou op 15 maart 2027 worden besloten; daarover is niets vastgelegd."
    ]


def test_the_points_tell_why_before_how_far_it_is(opbrengst):
    """A list of decisions keeps what it has beside a reason after a word of its own; nobody reads that as a sentence."""
    ruw = "besluit: Er komt een loket; past in het plan; uitvoering: loopt"
    tabel = opbrengst.tabellen["doorwerking"].assign(motivering=["te duur", ruw, *[""] * 17])
    punten = print_punten(replace(opbrengst, tabellen=opbrengst.tabellen | {"doorwerking": tabel})).tabel
    assert punten["motivering"].tolist()[:2] == [
        "te duur",
        "Past in het plan. Besluit: Er komt een loket. Uitvoering: loopt.",
    ]
    leeg = punten.iloc[2:]
    geen = leeg.loc[leeg["motivering"].eq("geen reden opgegeven"), "status"]
    assert set(geen) == {"deels overgenomen", "niet overgenomen"}
    assert set(leeg.loc[leeg["motivering"].eq(""), "status"]) == {"overgenomen", "nog te besluiten"}
