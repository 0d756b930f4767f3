"""What each kind of figure does with its table, and what it refuses."""

import re
from dataclasses import replace

import figuurtabellen as t
import pandas as pd
import pytest

from burgerdata.errors import MethodeError, PastNietError
from burgerdata.figures import (
    plot_bronnen,
    plot_doorwerking,
    plot_groepen,
    plot_respons,
    plot_stellingen,
    plot_stemmen,
    plot_themas,
    plot_verandering,
    plot_verdeling,
    split_bronnen,
    validate_figuur,
)
from burgerdata.toelichting import Toelichting, annotate, change_toelichting, read_toelichting


def _rows(figuur):
    regel = next(regel for regel in figuur.digest.splitlines() if "y-streepjes" in regel)
    return regel.split(": ", 1)[1].split(" | ")


def test_answers_stand_by_size_with_anders_last():
    assert _rows(plot_verdeling(t.verdeling(), titel="x is y")) == [
        "Nee",
        "Ja, bij de gemeente",
        t.LANG,
        "Anders, namelijk",
    ]


def test_an_ordered_scale_keeps_its_order():
    tabel = t.verdeling((10, 900, 479), labels=["nooit", "soms", "vaak"], geordend=True)
    assert _rows(plot_verdeling(tabel, titel="x is y")) == ["nooit", "soms", "vaak"]


def test_the_ends_of_a_bar_and_its_interval_are_those_of_the_table():
    digest = plot_verdeling(t.verdeling((50, 50), basis=100, labels=["ja", "nee"]), titel="x is y").digest
    assert "staaf x 0 tot 0.5, rij 1" in digest
    # 0.5 -+ 1.96 * sqrt(0.25 / 100) by hand.
    assert "interval (0.402; rij 1) (0.598; rij 1)" in digest


def test_a_share_under_five_percent_is_not_labelled_with_its_value():
    digest = plot_verdeling(t.verdeling((960, 40), basis=1000, labels=["ja", "nee"]), titel="x is y").digest
    assert "tekst: <5%" in digest
    assert "tekst: 4%" not in digest


def test_sixty_answers_lose_the_smallest_and_the_foot_says_how_many():
    tabel = t.verdeling(tuple(range(70, 10, -1)), basis=4000, labels=[f"gemeente {nr}" for nr in range(60)])
    figuur = plot_verdeling(tabel, titel="Mensen wonen in zestig gemeenten")
    weg = 60 - len(_rows(figuur))
    assert weg > 0
    assert f"Niet getoond: {weg} andere antwoorden staan alleen in de tabel." in figuur.voet[1]
    assert validate_figuur(figuur) == []


def test_groups_have_the_total_on_top_with_a_line_through_it():
    figuur = plot_groepen(t.cijfer(), titel="Jongeren geven een lager cijfer")
    assert _rows(figuur)[0] == "Totaal"
    assert "lijn (6.6; 0) (6.6; 1)" in figuur.digest
    assert "6,1 ▼" in figuur.digest
    assert "43*" in figuur.digest


def test_a_table_without_groups_is_refused_with_the_remedy():
    with pytest.raises(MethodeError, match="per='een kenmerk'"):
        plot_groepen(t.cijfer().drop(columns="leeftijd"), titel="x is y")


def test_a_scale_that_ran_from_agree_to_disagree_is_turned_round():
    recht = plot_stellingen(t.stellingen(), titel="x is y").digest
    andersom = plot_stellingen(t.stellingen(omgekeerd=True), titel="x is y").digest
    assert recht == andersom


def test_the_sums_of_both_sides_are_those_of_the_table():
    digest = plot_stellingen(t.stellingen(), titel="x is y").digest
    # 20 + 30 and 20 + 9 percent of the second statement, by hand.
    assert "tekst: 50%" in digest
    assert "tekst: 29%" in digest


def test_the_neutral_answer_is_centred():
    digest = plot_stellingen(t.stellingen(), titel="x is y").digest
    grijs = next(regel for regel in digest.splitlines() if "#d9d9d9" in regel and "rij 1," in regel)
    begin, eind = (float(getal) for getal in grijs.split("staaf x ")[1].split(",")[0].split(" tot "))
    assert begin == pytest.approx(-eind)


def test_the_statement_that_the_title_names_is_told_in_the_alt_text():
    figuur = plot_stellingen(t.stellingen(), titel="Boa's zijn herkenbaar, zeggen de meeste mensen")
    assert figuur.alt.endswith("Bij ‘Boa's zijn herkenbaar’: oneens 10%, eens 70%.")


def test_a_scale_of_seven_answers_is_refused():
    tabel = pd.DataFrame({"kort": "s", "label": [str(nr) for nr in range(7)], "aandeel": 1 / 7})
    with pytest.raises(MethodeError, match="7 kleuren"):
        plot_stellingen(tabel, titel="x is y")


def test_every_phase_has_a_place_and_an_empty_one_says_so():
    digest = plot_bronnen(t.bronnen(("praktijk", "evaluatie")), titel="x is y").digest
    assert digest.count("tekst: geen gegevens") == 2
    for fase in ("Beleidsontwikkeling", "Evaluatie", "Signalen uit de praktijk"):
        assert fase in digest


def test_of_one_phase_the_foot_says_which_have_no_data():
    figuur = plot_bronnen(t.bronnen(("praktijk",)), titel="x is y")
    assert "tekst: geen gegevens" not in figuur.digest
    zin = "Geen gegevens in ‘Beleidsontwikkeling’, ‘Uitwerken naar dienstverlening’ en ‘Evaluatie’."
    assert zin in " ".join(figuur.voet)


def test_of_sources_without_a_phase_no_phase_is_called_empty():
    tabel = t.bronnen()
    figuur = plot_bronnen(annotate(tabel.assign(fase=""), read_toelichting(tabel)), titel="x is y")
    assert "geen gegevens" not in f"{figuur.digest} {figuur.voet}".lower()
    assert "Fase niet opgegeven" in figuur.digest


def test_not_asked_is_not_a_zero():
    digest = plot_bronnen(t.bronnen(), titel="x is y").digest
    assert digest.count("tekst: niet gevraagd") == 1
    assert "tekst: 0\n" in digest
    assert "3 van 4 groepen, 22 van 31 mensen" in digest
    assert "31 van 90" in digest


def test_a_theme_in_more_sources_stands_higher():
    assert _rows(plot_bronnen(t.bronnen(), titel="x is y"))[0] == "Begrijpelijke taal"


@pytest.mark.parametrize("woord", ["tafels", "berichten", "meldingen"])
def test_the_mark_of_a_number_is_not_said_to_be_people_where_a_cell_counts_something_else(woord: str) -> None:
    tabel = t.bronnen()
    voet = " ".join(plot_bronnen(tabel, titel="x is y").voet)
    assert "◆ aantal mensen; ○" in voet
    geteld = tabel["tekst"].str.contains(" van ").fillna(False)
    anders = annotate(
        tabel.assign(tekst=tabel["tekst"].mask(geteld, f"3 van 8 {woord}")), read_toelichting(tabel)
    )
    assert "◆ aantal; ○" in " ".join(plot_bronnen(anders, titel="x is y").voet)


def test_a_qualitative_source_has_counts_and_no_interval_or_percentage():
    tabel = t.themas("fg", "focusgroep", "evaluatie", (22, 9, 25, 0), 31)
    digest = plot_themas(tabel, titel="x is y").digest.split("vlak 1")[1]
    assert "22 van 31" in digest
    assert digest.count("interval") == 4  # the stems, from nothing to the count
    assert "%" not in digest


def test_shares_and_counts_never_share_a_scale():
    figuur = plot_themas(
        t.bronnen(("praktijk", "dienstverlening")).assign(kwalitatief=lambda f: f["instrument"] != "enquete"),
        titel="x is y",
    )
    einden = {as_.get_xlim()[1] for as_ in figuur.draw().axes}
    assert min(einden) < 1
    assert max(einden) >= 90


@pytest.mark.parametrize(
    ("plot", "tabel"),
    [
        (plot_verdeling, t.verdeling()),
        (plot_groepen, t.cijfer()),
        (plot_stellingen, t.stellingen()),
        (plot_verandering, t.verandering()),
    ],
)
def test_percentages_of_a_qualitative_source_are_refused(plot, tabel):
    with pytest.raises(MethodeError, match="toon aantallen mensen"):
        plot(change_toelichting(tabel, kwalitatief=True), titel="x is y")


@pytest.mark.parametrize(
    "plot",
    [
        plot_verdeling,
        plot_groepen,
        plot_stellingen,
        plot_themas,
        plot_bronnen,
        plot_verandering,
        plot_respons,
    ],
)
def test_a_table_of_another_kind_is_refused_with_the_missing_column(plot):
    with pytest.raises(MethodeError, match=r"de kolom '\w+' ontbreekt"):
        plot(pd.DataFrame({"iets": [1]}), titel="x is y")


def test_an_empty_table_is_refused():
    with pytest.raises(MethodeError, match="geen rijen"):
        plot_verdeling(t.verdeling().head(0), titel="x is y")


def test_the_longest_pair_is_the_solid_line_and_all_respondents_the_dashed_one():
    digest = plot_verandering(t.verandering(), titel="x is y").digest
    assert "lijn (0; 6.2) (2; 6.7), kleur #1b3a6b, stijl -" in digest
    assert "lijn (0; 6.25) (1; 6.45) (2; 6.6), kleur #1b3a6b, stijl --" in digest
    assert "6,7 +0,5 (0,2 tot 0,8)" in digest


def test_other_people_per_wave_are_not_drawn_as_the_same():
    tabel = annotate(t.verandering().assign(n_beide=0), read_toelichting(t.verandering()))
    figuur = plot_verandering(tabel, titel="x is y")
    assert "punten" not in figuur.digest
    assert "Per meting zijn het andere mensen." in figuur.voet[1]


def _take_vlak(naar, marge, maat="gemiddelde", van=6.4):
    rij = {"vraag_id": ["q1"], "van": "2026-03", "naar": "2026-09", "waarde_van": van, "waarde_naar": naar}
    verschil = naar - van
    tabel = pd.DataFrame(rij).assign(verschil=verschil, onder=verschil - marge, boven=verschil + marge)
    return tabel.assign(n_beide=288, maat=maat)


@pytest.mark.parametrize(
    ("tabel", "streepjes"),
    [
        (_take_vlak(6.4, 0.2), "6 | 7"),
        (_take_vlak(6.5, 0.2), "6 | 7"),  # from 5.45 to 7.45: two points of a grade, which is the least
        (_take_vlak(0.33, 0.05, "aandeel", 0.31), "30% | 40%"),  # from 22% to 42%
        (_take_vlak(130.0, 9.0, van=128.0), "120 | 130 | 140"),  # a fifth of the number
    ],
)
def test_where_nothing_changed_an_axis_tells_how_small_the_difference_is(tabel, streepjes):
    digest = plot_verandering(tabel, titel="x is y").digest
    [regel] = [regel for regel in digest.splitlines() if "y-streepjes" in regel]
    assert regel.endswith(streepjes)


def test_a_change_that_holds_is_told_by_its_line_alone():
    assert "y-streepjes" not in plot_verandering(_take_vlak(6.9, 0.2), titel="x is y").digest


def test_more_than_five_lines_are_refused():
    tabel = pd.concat(
        [t.verandering_aandelen(), t.verandering_aandelen().head(1).assign(label="zesde")], ignore_index=True
    )
    with pytest.raises(MethodeError, match="6 kleuren"):
        plot_verandering(tabel, titel="x is y")


def test_a_response_of_thirty_people_or_fewer_is_counted():
    digest = plot_respons(t.respons(), titel="x is y").digest
    assert "1.203 (40%)" in digest
    assert "tekst: 24\n" in digest


def test_a_slide_is_sixteen_by_nine_with_large_letters():
    figuur = plot_verdeling(t.verdeling(), titel="x is y", formaat="dia")
    breedte, hoogte = figuur.draw().get_size_inches()
    assert breedte / hoogte == pytest.approx(16 / 9)
    assert min(tekst.get_fontsize() for tekst in figuur.draw().texts) >= 18


def test_paper_is_sixteen_centimetres_wide():
    assert plot_verdeling(t.verdeling(), titel="x is y").draw().get_figwidth() * 2.54 == pytest.approx(16)


def test_an_unknown_format_is_refused_with_the_choices():
    with pytest.raises(MethodeError, match="kies 'a4' of 'dia'"):
        plot_verdeling(t.verdeling(), titel="x is y").change_formaat("poster")


def test_without_a_title_the_finding_of_the_table_is_the_title():
    from burgerdata.findings import state_bevinding

    assert plot_verdeling(t.verdeling()).titel == state_bevinding(t.verdeling()).rstrip(".")


def test_attendance_per_session_is_drawn_in_the_order_of_the_sessions():
    dagen = pd.DataFrame(
        {"stap": ["dag 1", "dag 2", "slotdag"], "n": [75, 71, 74], "aandeel": [0.938, 0.888, 0.925]}
    )
    tabel = annotate(dagen.assign(activiteit_id="beraad", weg=[5, 9, 6]), read_toelichting(t.respons()))
    figuur = plot_respons(tabel)
    assert _rows(figuur) == ["dag 1", "dag 2", "slotdag"]
    assert "tekst: 75 (94%)" in figuur.digest  # of the 80 members, not of the first session
    assert "tekst: 74 (93%)" in figuur.digest
    assert figuur.titel == "Bij ‘slotdag’ waren 74 mensen aanwezig"
    assert validate_figuur(figuur) == []


def test_a_slide_of_a_grade_keeps_the_answer_that_most_people_gave():
    aandelen = [0.0, 0.01, 0.01, 0.03, 0.05, 0.1, 0.22, 0.38, 0.13, 0.07]
    tabel = pd.DataFrame(
        {"label": [str(cijfer) for cijfer in range(1, 11)], "n": 10, "basis": 500, "aandeel": aandelen}
    )
    tabel = annotate(
        tabel,
        Toelichting("verdeling", vraag="Welk cijfer geeft u? " * 12, basis="Basis: n = 500", geordend=True),
    )
    figuur = plot_verdeling(tabel, titel="De meeste mensen geven een 8", formaat="dia")
    rijen = [tekst.get_text() for tekst in figuur.draw().axes[0].get_yticklabels()]
    assert "8" in rijen
    assert rijen == sorted(rijen, key=int)
    assert len(rijen) < 10


def test_a_response_that_is_not_known_has_no_bar():
    tabel = pd.DataFrame(
        {"activiteit_id": ["fg", "enquete", "enquete"], "stap": ["deelnemers", "uitgenodigd", "afgerond"]}
    ).assign(n=[32, 2000, 800], aandeel=[1.0, 1.0, 0.4])
    digest = plot_respons(annotate(tabel, t.toelichting("respons")), titel="x is y").digest
    eerste, tweede = digest.split("vlak 1")[1].split("vlak 2")
    assert "32, respons onbekend" in eerste
    assert "staaf" not in eerste
    assert tweede.count("staaf") == 2


def test_reports_that_people_sent_in_are_counted_beside_a_survey_and_have_no_percentage():
    rijen = {
        "activiteit_id": ["enquete", "signaal"],
        "instrument": ["enquete", "signaal"],
        "thema": "terugkoppeling",
        "n": [223, 22],
        "basis": [931, 104],
        "aandeel": [0.24, 0.21],
        "onder": [0.21, float("nan")],
        "boven": [0.27, float("nan")],
        "kwalitatief": False,
    }
    digest = plot_themas(pd.DataFrame(rijen), titel="Terugkoppeling komt terug").digest
    assert "22 van 104" in digest
    assert "21%" not in digest
    assert "24%" in digest


def test_a_slide_with_too_many_statements_keeps_the_best_and_the_worst():
    stukken = []
    for nummer in range(16):
        kant = 0.8 - nummer / 20
        stukken.append(
            pd.DataFrame(
                {
                    "activiteit_id": "enquete",
                    "vraag_id": f"v{nummer}",
                    "kort": f"stelling {nummer}",
                    "label": ["oneens", "neutraal", "eens"],
                    "volgorde": [1, 2, 3],
                    "n": 100,
                    "basis": 300,
                    "aandeel": [0.9 - kant, 0.1, kant],
                    "netto": 2 * kant - 0.9,
                }
            )
        )
    figuur = plot_stellingen(pd.concat(stukken, ignore_index=True), titel="Zo is het", formaat="dia")
    weg = re.search(r"Niet getoond: [^.;]*", " ".join(figuur.voet))[0]
    assert "‘stelling 0’" not in weg
    assert "‘stelling 15’" not in weg
    assert "‘stelling 8’" in weg


def test_a_slide_of_votes_keeps_what_was_rejected():
    namen = [f"voorstel {nummer}" for nummer in range(16)]
    rijen = [
        {
            "kort": naam,
            "keuze": keuze,
            "label": keuze,
            "n": 40,
            "basis": 60,
            "aandeel": aandeel,
            "drempel": 0.75,
        }
        for nummer, naam in enumerate(namen)
        for keuze, aandeel in (("voor", 0.95 - nummer / 20), ("tegen", 0.05 + nummer / 20))
    ]
    digest = plot_stemmen(pd.DataFrame(rijen), titel="De meesten zijn voor", formaat="dia").digest
    assert "voorstel 0" in digest
    assert "voorstel 15" in digest
    assert "tussen de meeste en de minste steun" in digest


def make_punten():
    """Thirty inputs: most adopted, and a few of every other status."""
    statussen = ["overgenomen"] * 20 + ["niet overgenomen"] * 4 + ["nog te besluiten"] * 6
    return pd.DataFrame(
        {
            "inbreng_id": [f"i{nummer}" for nummer in range(30)],
            "samenvatting": [f"Maak de brieven over onderwerp {nummer} korter" for nummer in range(30)],
            "status": statussen,
            "motivering": "De stuurgroep nam dit over na een gesprek met de makers van het formulier",
        }
    )


def test_a_page_that_is_full_keeps_every_status_and_counts_what_is_left_out_by_status():
    digest = plot_doorwerking(make_punten(), titel="Van dertig punten zijn er twintig overgenomen").digest
    assert "niet overgenomen" in digest
    assert "nog te besluiten" in digest
    weg = re.search(r"Niet getoond: (\d+) punten \((\d+) overgenomen\)", digest)
    assert weg
    assert weg[1] == weg[2]


def test_a_slide_that_leaves_out_a_status_counts_its_inputs_and_not_its_rows():
    punten = make_punten().iloc[[*range(4), *range(20, 24), *range(24, 28)]]
    tabel = punten.assign(
        thema=[f"een thema met een lange naam over onderwerp {nummer}" for nummer in range(12)]
    )
    digest = plot_doorwerking(tabel, titel="Van twaalf punten zijn er vier overgenomen", formaat="dia").digest
    assert "nog te besluiten" in digest
    assert "Niet getoond: 4 punten (4 niet overgenomen)" in digest


def many_bronnen(aantal: int) -> pd.DataFrame:
    """The sources of the example beside so many more surveys over three phases."""
    basis = t.bronnen()
    een = basis[basis["activiteit_id"].eq("enquete")]
    fasen = ("dienstverlening", "praktijk", "evaluatie")
    meer = [
        een.assign(activiteit_id=f"enquete_wijkteam nummer {nr}", fase=fasen[nr % 3]) for nr in range(aantal)
    ]
    return annotate(pd.concat([basis, *meer], ignore_index=True), read_toelichting(basis))


@pytest.mark.parametrize("aantal", [0, 8, 16, 24])
def test_sources_that_do_not_fit_one_page_go_on_in_a_next_part(aantal):
    """No source and no theme is lost, whatever the number of activities, and each part says which it is."""
    tabel = many_bronnen(aantal)
    delen = split_bronnen(tabel, titel="Taal komt in alle bronnen terug")
    assert all(not validate_figuur(deel) for deel in delen)
    gedrukt = " ".join(deel.digest for deel in delen)
    assert all(f"nummer {nr}" in gedrukt.replace("\n", " ") for nr in range(aantal))
    assert all(thema in deel.digest for deel in delen for thema in tabel["thema"].unique())
    aantallen = [deel.vraag.split(".")[0] for deel in delen]
    if aantal == 0:
        assert len(delen) == 1
        assert "Deel" not in aantallen[0]
    else:
        assert aantallen == [f"Deel {nr} van {len(delen)}" for nr in range(1, len(delen) + 1)]
        assert len({deel.titel for deel in delen}) == len(delen)
        assert delen[0].titel == "Taal komt in alle bronnen terug"
        assert delen[1].titel == "Taal komt in alle bronnen terug (vervolg)"


def test_the_notes_of_a_figure_in_parts_stand_under_the_last_and_who_came_forward_under_each():
    zelf = "Deelnemers meldden zich zelf aan: de cijfers gelden niet voor heel Nederland."
    tabel = many_bronnen(16)
    over = read_toelichting(tabel)
    tabel = annotate(tabel, replace(over, noten=("Codering: 12% van de teksten door mensen gelezen.", zelf)))
    *eerst, laatste = split_bronnen(tabel, titel="Taal komt in alle bronnen terug")
    assert eerst
    for deel in eerst:
        assert f"Toelichting: zie deel {len(eerst) + 1}." in " ".join(deel.voet)
        assert zelf in " ".join(deel.voet)
        assert "Codering" not in " ".join(deel.voet)
        assert "● percentage" in " ".join(deel.voet)
    assert "Codering" in " ".join(laatste.voet)


def test_what_was_asked_nothing_takes_no_room_where_sources_go_on_in_a_next_part():
    tabel = many_bronnen(8)
    stil = tabel["activiteit_id"].eq("enquete_wijkteam nummer 3")
    zonder = tabel.assign(gevraagd=tabel["gevraagd"] & ~stil)
    annotate(zonder, read_toelichting(tabel))
    delen = split_bronnen(zonder, titel="Taal komt in alle bronnen terug")
    for deel in delen:
        assert "Niet gevraagd in: enquête wijkteam nummer 3." in " ".join(deel.voet)
    assert len(delen) <= len(split_bronnen(tabel, titel="Taal komt in alle bronnen terug"))


def test_the_name_of_a_source_is_broken_between_words_where_its_words_fit():
    tabel = many_bronnen(8)
    tabel = tabel.assign(activiteit_id=tabel["activiteit_id"].str.replace("wijkteam nummer", "logeerhuis"))
    annotate(tabel, read_toelichting(t.bronnen()))
    for deel in split_bronnen(tabel, titel="Taal komt in alle bronnen terug"):
        assert not any(stuk in deel.svg().decode() for stuk in ("enquêt-", "logeerhu-", "logeerhui-"))


def test_a_figure_that_fits_no_page_is_refused_before_it_is_drawn():
    with pytest.raises(PastNietError, match="past niet op één bladzijde A4"):
        plot_bronnen(many_bronnen(24), titel="Taal komt terug")


def test_the_alt_text_counts_the_sources_of_the_finding_and_of_waves_the_last():
    """Five activities, of which two are waves of one panel, and one in which nobody was asked about feedback."""
    tabel = t.bronnen()
    gevraagd = tabel.assign(laatste=tabel["activiteit_id"].ne("klantpanel_2026-03"))
    figuur = plot_bronnen(annotate(gevraagd, read_toelichting(tabel)))
    assert figuur.titel == "‘Begrijpelijke taal’ komt in alle vier de bronnen terug"
    assert figuur.alt.endswith("komt voor in vier van vier bronnen.")
