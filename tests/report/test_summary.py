"""The half-page summary: of whom a number is, where it comes from, and who heard what came of it."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.findings import state_bevinding
from burgerdata.findings.verandering import measure_verandering
from burgerdata.report.blocks import Alinea, Opsomming
from burgerdata.report.chapters import summary_sentences
from burgerdata.report.chapters.bevindingen import list_bevindingen
from burgerdata.report.chapters.certainty import state_certainty
from burgerdata.report.chapters.samenvatting import build, pick_sterkste
from burgerdata.report.chapters.summary_sentences import (
    state_change,
    state_followup,
    state_minder,
    state_missing,
    state_participants,
    state_setting,
)
from burgerdata.report.collect import THEMAS_LANGS, collect_opbrengst
from burgerdata.report.terugkoppeling import compose_terugkoppeling
from burgerdata.toelichting import annotate, read_toelichting


def read_punten(opbrengst):
    [punten] = [blok.punten for blok in build(opbrengst, {}) if isinstance(blok, Opsomming)]
    return punten


def test_a_share_of_an_open_question_is_of_those_who_wrote_something(opbrengst):
    eerste = read_punten(opbrengst)[0]
    assert "In de enquête noemt ongeveer 1 op de 4 mensen die iets opschreven (24%) dit" in eerste


def test_every_point_names_the_source_it_rests_on(opbrengst):
    bronnen = ("enquête", "klantpanel", "burgerberaad", "burgerdialoog", "online community", "usability")
    assert all(any(bron in punt for bron in bronnen) for punt in read_punten(opbrengst))


def test_a_point_of_people_who_came_forward_says_so():
    t = make_example()
    open_link = t.activiteiten.assign(fase="dienstverlening", werving="open_link").astype(
        t.activiteiten.dtypes
    )
    opbrengst = collect_opbrengst(t.replace_tabellen(activiteiten=open_link), datum=date(2026, 11, 26))
    gekozen = replace(opbrengst, keuze=("oordeel_enquete_cijfer",))
    assert "deelnemers meldden zich zelf aan" in read_punten(gekozen)[0]


def test_a_change_names_its_source_and_months(opbrengst):
    assert state_change(opbrengst) == (
        "Rapportcijfer afhandeling steeg van 6,2 naar 6,7; ‘minuten aan het formulier’ daalde van 18,9 naar 15,7 "
        "(klantpanel, maart tot september 2026)."
    )


def test_each_of_two_changes_names_its_own_source(opbrengst, monkeypatch):
    tabel = opbrengst.antwoorden["ev2"].tabellen["verandering_minuten_formulier"]
    elders = annotate(
        tabel, replace(read_toelichting(tabel), bron="burgerdialoog, op uitnodiging, 9 mei 2026")
    )
    monkeypatch.setattr(summary_sentences, "list_veranderd", lambda _: [elders])
    assert state_change(opbrengst) == (
        "Rapportcijfer afhandeling steeg van 6,2 naar 6,7 (klantpanel, maart tot september 2026); ‘minuten aan het "
        "formulier’ daalde van 18,9 naar 15,7 (burgerdialoog, maart tot september 2026)."
    )


def test_the_largest_other_change_is_told_and_a_small_one_is_not(opbrengst):
    # of the same people: 0.18 / (se x root n) of the theme lies under 3.2 / (0.4726 x root 288) of the minutes
    themas, minuten = (
        opbrengst.tabellen[THEMAS_LANGS],
        opbrengst.antwoorden["ev2"].tabellen["verandering_minuten_formulier"],
    )
    assert measure_verandering(minuten) == pytest.approx(3.2128 / (0.4726 * 288**0.5), abs=0.001)
    assert measure_verandering(themas) < measure_verandering(minuten)
    zonder = {naam: t for naam, t in opbrengst.antwoorden["ev2"].tabellen.items() if "minuten" not in naam}
    minder = replace(opbrengst.antwoorden["ev2"], tabellen=zonder)
    anders = replace(opbrengst, antwoorden={**opbrengst.antwoorden, "ev2": minder})
    assert (
        "; het aandeel dat ‘terugkoppeling’ noemt steeg van 15% naar 33% van wie iets opschreef (klantpanel"
        in state_change(anders)
    )


def test_one_day_of_talks_is_no_period(opbrengst):
    dag = pd.Timestamp("2022-07-27")
    activiteiten = opbrengst.traject.activiteiten
    een = activiteiten.assign(begindatum=dag, einddatum=dag).astype(activiteiten.dtypes)
    traject = opbrengst.traject.replace_tabellen(activiteiten=een)
    assert "Dat gebeurde op 27 juli 2022, in" in state_setting(replace(opbrengst, traject=traject))


def test_what_was_not_fed_back_is_not_called_heard(opbrengst):
    assert "Over 13 van de 14 besloten punten hoorden deelnemers iets, op " in state_followup(opbrengst)


@pytest.mark.parametrize(
    ("hoe", "zin"),
    [
        ("ja", "Deelnemers hoorden dit op een dag die niet is vastgelegd."),
        ("ja, nieuwsbrief 10-9", "Deelnemers hoorden dit volgens de lijst: ‘nieuwsbrief 10-9’, zonder jaar."),
    ],
)
def test_a_day_of_which_no_year_is_known_is_told_as_it_was_written_down(opbrengst, hoe, zin):
    tabel = opbrengst.traject.doorwerking
    besloten = tabel[tabel["status"].ne("in_behandeling")]
    punten = besloten.assign(terugkoppeling_datum=pd.NaT, terugkoppeling_kanaal=hoe).astype(tabel.dtypes)
    traject = opbrengst.traject.replace_tabellen(doorwerking=punten)
    assert zin in state_followup(replace(opbrengst, traject=traject))


def test_all_fed_back_is_told_without_a_count(opbrengst):
    tabel = opbrengst.traject.doorwerking
    datum = tabel["terugkoppeling_datum"].fillna(pd.Timestamp("2026-11-04"))
    traject = opbrengst.traject.replace_tabellen(doorwerking=tabel.assign(terugkoppeling_datum=datum))
    assert "Deelnemers hoorden dit op " in state_followup(replace(opbrengst, traject=traject))


def test_the_numbers_of_what_was_decided_add_up(opbrengst):
    """What fell outside the bounds is told too, where there is any."""
    assert "buiten de kaders" not in state_followup(opbrengst)
    tabel = opbrengst.traject.doorwerking.astype({"status": "str"})
    tabel.loc[tabel["status"].eq("niet_overgenomen").idxmax(), "status"] = "buiten_kaders"
    zin = state_followup(replace(opbrengst, traject=opbrengst.traject.replace_tabellen(doorwerking=tabel)))
    aantallen = [int(getal) for getal in re.findall(r"\d+", zin.split(" wordt")[0])]
    assert "en 1 buiten de kaders" in zin
    assert aantallen[0] == sum(aantallen[1:])


def change(opbrengst, vraag, naam, **kolommen):
    """Return the harvest with a table of an answer changed and its finding stated anew."""
    antwoord = opbrengst.antwoorden[vraag]
    tabel = antwoord.tabellen[naam]
    nieuw = tabel.assign(**{k: maak(tabel) for k, maak in kolommen.items()}).astype(tabel.dtypes)
    nieuw.attrs = tabel.attrs
    anders = replace(antwoord, tabellen={**antwoord.tabellen, naam: nieuw}, bevinding=state_bevinding(nieuw))
    return replace(opbrengst, antwoorden={**opbrengst.antwoorden, vraag: anders})


def test_a_task_that_works_for_one_in_twelve_people_stands_in_the_summary(opbrengst):
    mis = change(
        opbrengst,
        "dv2",
        "taken",
        n=lambda tabel: tabel["n"].where(tabel["aandeel"].ne(8 / 12), 1),
        aandeel=lambda tabel: tabel["aandeel"].where(tabel["aandeel"].ne(8 / 12), 1 / 12),
    )
    assert any("lukt één van de twaalf mensen" in punt for punt in read_punten(mis))
    assert not any("lukt" in punt for punt in read_punten(opbrengst))


def test_a_sus_of_hardly_anything_stands_in_the_summary(opbrengst):
    laag = change(opbrengst, "dv6", "sus_score", gemiddelde=lambda tabel: tabel["gemiddelde"] * 0 + 8)
    assert any("(SUS)" in punt for punt in read_punten(laag))


def test_a_recommendation_that_most_voted_against_stands_in_the_summary(opbrengst):
    def turn(tabel):
        zes = tabel["vraag_id"].eq("aanbeveling6")
        return tabel["n"].mask(zes & tabel["keuze"].eq("voor"), 2).mask(zes & tabel["keuze"].eq("tegen"), 50)

    tegen = change(opbrengst, "bo8", "stemmen", n=turn)
    assert any("te weinig stemmen" in punt for punt in read_punten(tegen))


def test_a_subject_is_told_once(opbrengst):
    assert sum("‘Terugkoppeling’" in punt for punt in read_punten(opbrengst)) == 1


def test_of_equally_strong_findings_the_one_of_another_phase_goes_first(opbrengst):
    mogelijk = list_bevindingen(opbrengst)
    praktijk, kanaal = mogelijk["pr3"], mogelijk["dv8"]
    zelfde = replace(kanaal, id="zelfde", fase="praktijk", bevinding="Iets anders")
    gekozen = [antwoord.id for antwoord in pick_sterkste([praktijk, zelfde, kanaal], 2)]
    assert gekozen == ["pr3", "dv8"]


def test_the_summary_fits_half_a_page(opbrengst):
    blokken = build(opbrengst, {})
    zinnen = [f"{blok.kop} {blok.tekst}" for blok in blokken if isinstance(blok, Alinea)]
    assert len(" ".join([*zinnen, *read_punten(opbrengst)]).split()) < 300


def test_one_survey_of_who_came_forward_does_not_take_the_margin_of_the_others_away(opbrengst):
    activiteiten = opbrengst.traject.activiteiten
    golf = activiteiten["activiteit_id"].eq("klantpanel_2026-03")
    werving = activiteiten["werving"].astype("str").mask(golf, "open_link")
    traject = opbrengst.traject.replace_tabellen(
        activiteiten=activiteiten.assign(werving=werving).astype(activiteiten.dtypes)
    )
    zin = state_certainty(replace(opbrengst, traject=traject))
    assert zin.startswith(
        "De marge is ongeveer 3 procentpunt bij de enquête en 5 bij het klantpanel, als indicatie: "
        "geen van beide werd geloot."
    )
    assert (
        "Bij het klantpanel van maart 2026 meldden deelnemers zich zelf aan; die cijfers gelden niet" in zin
    )


def test_a_margin_is_an_indication_where_chance_did_not_draw(opbrengst):
    activiteiten = opbrengst.traject.activiteiten
    enquete = activiteiten["activiteit_id"].eq("enquete")
    werving = activiteiten["werving"].astype("str").mask(enquete, "steekproef")
    traject = opbrengst.traject.replace_tabellen(
        activiteiten=activiteiten.assign(werving=werving).astype(activiteiten.dtypes)
    )
    zin = state_certainty(replace(opbrengst, traject=traject))
    assert zin.startswith(
        "De marge is ongeveer 3 procentpunt bij de enquête en 5 bij het klantpanel; bij het "
        "klantpanel als indicatie: dat is geen toevallige steekproef. De"
    )


def test_the_margin_is_that_of_the_sources_of_the_headlines(opbrengst):
    """Where no headline was measured that is said; a change told under them has the margin of its panel."""
    mogelijk = list_bevindingen(opbrengst)
    ev2 = replace(opbrengst.antwoorden["ev2"], status="niet_gemeten")
    zonder = replace(opbrengst, antwoorden={**opbrengst.antwoorden, "ev2": ev2})
    assert state_certainty(zonder, [mogelijk["dv2"]]) == (
        "Deze bevindingen zijn niet gemeten: de gebruikerstest laat zien wát er speelt, niet hoe vaak."
    )
    enquete = state_certainty(zonder, [mogelijk["pr3"]])
    assert enquete.startswith("De cijfers van de enquête hebben een marge van ongeveer 3 procentpunt, als")
    assert "klantpanel" not in enquete
    panel = state_certainty(opbrengst, [mogelijk["dv2"]])
    assert panel.startswith("De cijfers van het klantpanel hebben een marge van ongeveer 5 procentpunt, als")
    assert "enquête" not in panel


def test_a_headline_of_who_came_forward_names_its_source_beside_other_surveys(opbrengst):
    activiteiten = opbrengst.traject.activiteiten
    open_link = activiteiten["activiteit_id"].eq("enquete")
    werving = activiteiten["werving"].astype("str").mask(open_link, "open_link")
    traject = opbrengst.traject.replace_tabellen(
        activiteiten=activiteiten.assign(werving=werving).astype(activiteiten.dtypes)
    )
    zin = state_certainty(replace(opbrengst, traject=traject), [list_bevindingen(opbrengst)["pr3"]])
    assert (
        "Bij de enquête meldden deelnemers zich zelf aan; die cijfers gelden niet voor heel Nederland." in zin
    )


def test_what_was_decided_is_named_and_not_only_counted(opbrengst):
    tabel = opbrengst.traject.doorwerking.head(3)
    drie = tabel.assign(
        thema_id=["terugkoppeling", "privacy", "snelheid"],
        samenvatting=["Bel ieder terug.", "Maak het anoniem.", ""],
        status=["overgenomen", "niet_overgenomen", "in_behandeling"],
        terugkoppeling_datum=pd.NaT,
    ).astype(tabel.dtypes)
    zin = state_followup(replace(opbrengst, traject=opbrengst.traject.replace_tabellen(doorwerking=drie)))
    assert zin.startswith(
        "Van de 3 punten: 1 overgenomen (‘Bel ieder terug’) en 1 niet overgenomen (‘Maak het anoniem’); over 1 (een punt "
        "over snelheid) wordt op "
    )
    assert "0 " not in zin.split(" wordt")[0]
    open_ = tabel.assign(status=pd.NA, thema_id=pd.NA, samenvatting="").astype(tabel.dtypes)
    zonder = state_followup(replace(opbrengst, traject=opbrengst.traject.replace_tabellen(doorwerking=open_)))
    assert zonder.startswith("Over 3 wordt op 15 maart 2027 besloten.")


@pytest.mark.parametrize(
    ("statussen", "zin"),
    [
        ([], "Nog niet vastgelegd. Er wordt besloten op 15 maart 2027."),
        (
            ["overgenomen"],
            "Het ene punt (‘Bel ieder terug’) is overgenomen. Deelnemers hebben nog niets gehoord.",
        ),
        (
            ["buiten_kaders"],
            "Het ene punt (‘Bel ieder terug’) valt buiten de kaders. Deelnemers hebben nog niets gehoord.",
        ),
        (
            ["in_behandeling"],
            "Over het ene punt (‘Bel ieder terug’) wordt op 15 maart 2027 besloten. Deelnemers hebben nog",
        ),
        (
            [pd.NA],
            "Over het ene punt (‘Bel ieder terug’) wordt op 15 maart 2027 besloten. Deelnemers hebben nog",
        ),
        (
            ["overgenomen", "niet_overgenomen"],
            "Van de 2 punten: 1 overgenomen (‘Bel ieder terug’) en 1 niet overgenomen",
        ),
        (["overgenomen", "overgenomen"], "Van de 2 punten: 2 overgenomen (‘Bel ieder terug’)."),
    ],
)
def test_one_point_is_told_as_one_and_two_are_counted(opbrengst, statussen, zin):
    tabel = opbrengst.traject.doorwerking.head(len(statussen))
    punten = tabel.assign(
        status=statussen, thema_id="privacy", samenvatting="Bel ieder terug.", terugkoppeling_datum=pd.NaT
    )
    traject = opbrengst.traject.replace_tabellen(doorwerking=punten.astype(tabel.dtypes))
    assert state_followup(replace(opbrengst, traject=traject)).startswith(zin)


@pytest.mark.parametrize(
    ("statussen", "zin"),
    [
        ([], "Nog niet vastgelegd. Er zou worden besloten op 15 maart 2027."),
        (
            ["in_behandeling"],
            "Over het ene punt (‘Bel ieder terug’) zou op 15 maart 2027 worden besloten; daarover is niets vastgelegd.",
        ),
        (
            ["overgenomen", "in_behandeling"],
            "Van de 2 punten: 1 overgenomen (‘Bel ieder terug’); over 1 (‘Bel ieder terug’) zou op 15 maart 2027 worden"
            " besloten; daarover is niets vastgelegd.",
        ),
    ],
)
def test_a_day_of_decision_that_has_passed_is_never_announced(opbrengst, statussen, zin):
    tabel = opbrengst.traject.doorwerking.head(len(statussen))
    punten = tabel.assign(status=statussen, thema_id="privacy", samenvatting="Bel ieder terug.")
    traject = opbrengst.traject.replace_tabellen(doorwerking=punten.astype(tabel.dtypes))
    later = replace(opbrengst, traject=traject, datum=date(2027, 3, 16))
    assert state_followup(later).startswith(zin)
    assert "zou" not in state_followup(replace(later, datum=date(2027, 3, 15)))


def test_a_point_is_named_by_what_was_asked_and_not_by_the_complaint_that_it_mends(opbrengst):
    tabel = opbrengst.traject.doorwerking.head(1)
    punt = tabel.assign(
        status="overgenomen",
        thema_id="lengte_van_het_formulier",
        samenvatting="Eén korte vragenlijst voor iedereen",
    )
    traject = opbrengst.traject.replace_tabellen(doorwerking=punt.astype(tabel.dtypes))
    zin = state_followup(replace(opbrengst, traject=traject))
    assert zin.startswith("Het ene punt (‘Eén korte vragenlijst voor iedereen’) is overgenomen.")


def test_the_one_point_that_was_fed_back_is_told_without_a_count(opbrengst):
    tabel = opbrengst.traject.doorwerking.head(1)
    punt = tabel.assign(status="overgenomen", terugkoppeling_datum=pd.Timestamp("2026-11-04"))
    traject = opbrengst.traject.replace_tabellen(doorwerking=punt.astype(tabel.dtypes))
    assert state_followup(replace(opbrengst, traject=traject)).endswith(
        "Deelnemers hoorden dit op 4 november 2026."
    )


def test_a_group_far_below_its_share_is_told_though_half_of_it_took_part(opbrengst):
    tabel = opbrengst.tabellen["samenstelling"].head(2)
    dicht = {
        "categorie": ["jong", "oud"],
        "steekproef": [0.78, 0.22],
        "bevolking": [0.62, 0.38],
        "gemist": False,
    }
    anders = tabel.assign(activiteit_id="enquete", **dicht)
    assert state_missing(replace(opbrengst, tabellen={"samenstelling": anders})) == (
        "Te weinig deden mee: ‘oud’ bij de enquête (22% van de deelnemers, 38% van wie het betreft)."
    )
    gelijk = anders.assign(bevolking=[0.75, 0.25])
    assert state_missing(replace(opbrengst, tabellen={"samenstelling": gelijk})).startswith(
        "Geen van de groepen"
    )


def test_groups_between_half_and_nine_tenths_of_their_share_are_named_with_both_shares(opbrengst):
    """Of 200 people: 20 of 30 expected (0.67), 28 of 30 (0.93), 8 of 20 (0.4, missed), 8 of 12 (0.67, but 4 people)."""
    tabel = opbrengst.tabellen["samenstelling"].head(4)
    mensen = {
        "activiteit_id": "enquete",
        "categorie": ["huurder", "koper", "jong", "dorp"],
        "basis": 200,
        "steekproef": [0.10, 0.14, 0.04, 0.04],
        "bevolking": [0.15, 0.15, 0.10, 0.06],
        "gemist": [False, False, True, False],
    }
    samen = replace(opbrengst, tabellen={"samenstelling": tabel.assign(**mensen)})
    assert state_minder(samen) == (
        "Minder dan verwacht, maar minstens half zo vaak, deden mee (deelnemers tegen wie het betreft): bij de enquête "
        "‘huurder’ (10% tegen 15%)."
    )
    assert state_minder(replace(opbrengst, tabellen={})) == ""


def test_a_group_that_is_told_as_far_below_its_share_is_not_named_twice(opbrengst):
    tabel = opbrengst.tabellen["samenstelling"].head(2)
    dicht = {
        "categorie": ["jong", "oud"],
        "basis": 200,
        "steekproef": [0.78, 0.22],
        "bevolking": [0.62, 0.38],
    }
    een = tabel.assign(activiteit_id="enquete", gemist=False, **dicht)
    assert state_minder(replace(opbrengst, tabellen={"samenstelling": een})) == ""


def test_a_count_of_sources_says_what_a_source_is(opbrengst):
    teksten = [blok.tekst for blok in build(opbrengst, {}) if isinstance(blok, Alinea)]
    assert sum("Een bron is één activiteit" in tekst for tekst in teksten) == 1


@pytest.mark.parametrize(
    ("velden", "wie"),
    [
        ({"doelgroep": ("reizigers met een pas", "ouders")}, "alle reizigers met een pas en ouders"),
        ({"doelgroep": (), "opdrachtgever": "de regio Waterbeek"}, "alle inwoners van de regio Waterbeek"),
        ({"doelgroep": (), "opdrachtgever": "het programma Aangifte"}, "heel Nederland"),
        ({"doelgroep": ("algemeen", "jongeren")}, "heel Nederland"),
    ],
)
def test_figures_of_volunteers_do_not_hold_for_those_whom_the_traject_is_about(opbrengst, velden, wie):
    activiteiten = opbrengst.traject.activiteiten
    open_link = activiteiten.assign(werving="open_link").astype(activiteiten.dtypes)
    traject = opbrengst.traject.replace_tabellen(activiteiten=open_link)
    traject = replace(traject, instellingen=replace(traject.instellingen, **velden))
    zin = state_certainty(replace(opbrengst, traject=traject))
    assert zin.startswith(f"De deelnemers meldden zich zelf aan; de cijfers gelden niet voor {wie}.")


def test_the_letter_begins_a_sentence_with_a_capital_whoever_sends_it(opbrengst):
    instellingen = replace(opbrengst.traject.instellingen, opdrachtgever="de regio Waterbeek")
    brief = compose_terugkoppeling(replace(opbrengst.traject, instellingen=instellingen), opbrengst.datum)
    teksten = [blok.tekst for blok in brief.blokken if isinstance(blok, Alinea)]
    assert "online aangifte doen. De regio Waterbeek vroeg u naar uw ervaringen." in teksten[1]
    assert teksten[-1] == "De regio Waterbeek"


def test_findings_that_count_other_sources_say_which_these_are(opbrengst):
    """Of one base the note stays short; bo2 is about the two sources of its phase, the other about all nine."""

    def read_noot(keuze):
        [noot] = [
            blok.tekst
            for blok in build(replace(opbrengst, keuze=keuze), {})
            if isinstance(blok, Alinea) and blok.tekst.startswith("Een bron is één activiteit.")
        ]
        return noot.removeprefix("Een bron is één activiteit.")

    assert read_noot(("bronnen",)) == ""
    assert read_noot(("bo2", "pr1")) == ""
    assert read_noot(("bronnen", "bo2")) == (
        " Geteld is waar een thema te noemen was, bij een vraag over één fase alleen in die fase."
    )


def test_a_count_of_sources_within_one_phase_names_that_phase(opbrengst):
    """All phases have texts, so that "beide bronnen" alone would say of which two nothing."""
    punten = read_punten(replace(opbrengst, keuze=("bronnen", "bo2")))
    assert "komt in de fase ‘Beleidsontwikkeling’ in beide bronnen terug." in punten[1]
    assert "de fase" not in punten[0].split(" terug.")[0]
    een = opbrengst.traject.activiteiten.assign(fase="beleidsontwikkeling")
    een = een.astype(opbrengst.traject.activiteiten.dtypes)
    alleen = replace(opbrengst, traject=opbrengst.traject.replace_tabellen(activiteiten=een))
    assert "komt in beide bronnen terug." in read_punten(replace(alleen, keuze=("bo2",)))[0]


def test_who_all_sat_in_the_assembly_are_no_second_group(opbrengst):
    """Of the 46 of the dialogue all 46 are among the 60 of the assembly here; in the example itself nobody is."""
    assert "60 aan een burgerberaad, 46 aan een burgerdialoog" in state_participants(opbrengst)
    t = opbrengst.traject
    deelnemers = t.deelnemers.astype({"deelnemer_id": "str"})
    soort = (
        deelnemers["activiteit_id"].map(t.activiteiten.set_index("activiteit_id")["instrument"]).astype("str")
    )
    leden = deelnemers.loc[soort.eq("burgerberaad") & deelnemers["rol"].eq("burger"), "deelnemer_id"].unique()
    dialoog = soort.eq("burgerdialoog") & deelnemers["rol"].eq("burger")
    eigen = deelnemers.loc[dialoog, "deelnemer_id"]
    nummer = {naam: leden[nr] for nr, naam in enumerate(eigen.unique())}
    deelnemers.loc[dialoog, "deelnemer_id"] = eigen.map(nummer)
    samen = replace(opbrengst, traject=t.replace_tabellen(deelnemers=deelnemers.astype(t.deelnemers.dtypes)))
    zin = state_participants(samen)
    assert "60 aan een burgerberaad (van wie 46 ook aan een burgerdialoog), " in zin


def test_people_whom_organisations_asked_did_not_come_forward_themselves(opbrengst):
    activiteiten = opbrengst.traject.activiteiten
    netwerk = activiteiten.assign(werving="netwerk").astype(activiteiten.dtypes)
    zin = state_certainty(
        replace(opbrengst, traject=opbrengst.traject.replace_tabellen(activiteiten=netwerk))
    )
    assert zin.startswith(
        "De deelnemers zijn geworven via organisaties of netwerken; de cijfers gelden niet voor"
    )


def test_of_two_ways_to_find_people_each_is_told_with_its_source(opbrengst):
    activiteiten = opbrengst.traject.activiteiten
    hoe = activiteiten["activiteit_id"].astype("str").map({"enquete": "netwerk"}).fillna("open_link")
    traject = opbrengst.traject.replace_tabellen(
        activiteiten=activiteiten.assign(werving=hoe).astype(activiteiten.dtypes)
    )
    zin = state_certainty(replace(opbrengst, traject=traject))
    assert "bij de enquête zijn deelnemers geworven via organisaties of netwerken; de cijfers gelden" in zin
    assert zin.startswith(
        "Bij het klantpanel van maart 2026, het klantpanel van juni 2026 en het klantpanel van september 2026 meldden"
    )


def test_a_point_of_people_whom_organisations_asked_says_so():
    t = make_example()
    netwerk = t.activiteiten.assign(fase="dienstverlening", werving="netwerk").astype(t.activiteiten.dtypes)
    opbrengst = collect_opbrengst(t.replace_tabellen(activiteiten=netwerk), datum=date(2026, 11, 26))
    gekozen = replace(opbrengst, keuze=("oordeel_enquete_cijfer",))
    punt = read_punten(gekozen)[0]
    assert "deelnemers zijn geworven via organisaties of netwerken" in punt
    assert "zelf aan" not in punt


def test_what_words_found_in_texts_that_nobody_read_is_no_change_in_the_summary(opbrengst, monkeypatch):
    themas = opbrengst.tabellen[THEMAS_LANGS]
    ongelezen, gelezen = (annotate(themas.assign(gelezen=d), read_toelichting(themas)) for d in (0.0, 1.0))
    monkeypatch.setattr(summary_sentences, "list_veranderd", lambda _: [ongelezen])
    assert "noemt" not in state_change(opbrengst)
    monkeypatch.setattr(summary_sentences, "list_veranderd", lambda _: [gelezen])
    assert re.search(r"noemt .* naar \d+% van wie iets opschreef", state_change(opbrengst))


def test_a_group_that_was_missed_is_told_with_both_shares_where_these_are_shown(opbrengst):
    tabel = opbrengst.tabellen["samenstelling"].head(2)
    gemist = {
        "activiteit_id": "enquete",
        "categorie": ["18 t/m 26 jaar", "27+"],
        "gemist": [True, False],
        "steekproef": [0.063, 0.937],
        "bevolking": [0.153, 0.847],
    }
    eigen = annotate(tabel.assign(**gemist), read_toelichting(tabel))
    assert state_missing(replace(opbrengst, tabellen={"samenstelling": eigen})) == (
        "Minder dan half zo vaak als verwacht deden mee: in de enquête ‘18 t/m 26 jaar’ (6% van de deelnemers, 15% van wie "
        "het betreft)."
    )
    dicht = annotate(eigen.assign(steekproef=float("nan")), read_toelichting(tabel))
    assert "(" not in state_missing(replace(opbrengst, tabellen={"samenstelling": dicht}))
