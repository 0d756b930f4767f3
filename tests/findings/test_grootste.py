"""The trait that parts people most is told, and that it was chosen out of several."""

import pandas as pd
import pytest

from burgerdata.findings.grootste import explain_keuze, measure_verschil, pick_grootste
from burgerdata.toelichting import Toelichting, annotate


def make(per, gemiddelden, *, p, verschilt=("▼", "▲"), basis=(100, 100)):
    """Two groups of one trait; the total is the mean of all two hundred people."""
    totaal = sum(n * m for n, m in zip(basis, gemiddelden, strict=True)) / sum(basis)
    tabel = pd.DataFrame({"activiteit_id": "enq", per: ["a", "b"], "basis": basis, "gemiddelde": gemiddelden})
    tabel = tabel.assign(totaal=totaal, verschilt=verschilt, p_aangepast=p)
    return annotate(
        tabel, Toelichting("cijfer", onderwerp="rapportcijfer", per=per, vraag_id="q1", groep_naam=per)
    )


def test_the_distance_is_that_from_everyone_else_and_not_from_the_total():
    # 20 people give a 4, 180 a 7: the total is 6,7, everyone else 7
    assert measure_verschil(make("woning", (4.0, 7.0), p=0.001, basis=(20, 180))) == pytest.approx(3.0)
    assert measure_verschil(make("woning", (4.0, 7.0), p=0.6, verschilt=("", ""))) == 0


def test_the_trait_with_the_largest_difference_is_chosen_wherever_it_stands():
    tabellen = {
        "geslacht": make("geslacht", (6.4, 6.8), p=0.001),
        "woning": make("woning", (5.2, 7.4), p=0.004),
        "leeftijd": make("leeftijd", (6.5, 6.7), p=0.7, verschilt=("", "")),
    }
    assert pick_grootste(tabellen) == "woning"
    assert pick_grootste(dict(reversed(tabellen.items()))) == "woning"


def test_a_difference_that_does_not_hold_for_the_number_of_traits_is_not_chosen():
    """Of three traits 0.02 becomes 0.06."""
    klein, groot = make("geslacht", (6.4, 6.8), p=0.001), make("woning", (5.2, 7.4), p=0.02)
    geen = make("leeftijd", (6.5, 6.7), p=0.7, verschilt=("", ""))
    assert pick_grootste({"woning": groot, "geslacht": klein, "leeftijd": geen}) == "geslacht"
    assert pick_grootste({"woning": groot, "leeftijd": geen, "opleiding": geen}) == "leeftijd"
    assert pick_grootste({"woning": groot}) == "woning"


def test_a_reader_hears_out_of_how_many_traits_it_was_chosen():
    woning, geslacht = make("woning", (5.2, 7.4), p=0.004), make("geslacht", (6.4, 6.8), p=0.001)
    anders = annotate(geslacht.copy(), Toelichting("cijfer", onderwerp="drukte", per="wijk", vraag_id="q2"))
    assert explain_keuze(woning, [geslacht, woning, anders]) == [
        "Van de twee kenmerken die zijn vergeleken (geslacht en woning) is het verschil naar woning het grootste dat is "
        "aangetoond, ook na correctie voor twee kenmerken"
    ]
    assert explain_keuze(woning, [woning]) == []


def make_gewogen(per, gemiddelden, totaal, basis):
    tabel = make(per, gemiddelden, p=0.001, basis=basis).assign(totaal=totaal)
    return annotate(
        tabel,
        Toelichting("cijfer", onderwerp="cijfer", per=per, vraag_id="q1", groep_naam=per, gewogen=True),
    )


def test_with_weights_the_number_of_people_does_not_tell_how_large_a_group_is():
    """900 and 100 people weighted to half each differ 0.8; 500 and 500 differ 0.9."""
    wijk = make_gewogen("wijk", (6.0, 6.8), 6.4, (900, 100))
    geslacht = make_gewogen("geslacht", (5.95, 6.85), 6.4, (500, 500))
    assert measure_verschil(wijk) == pytest.approx(0.8)
    assert measure_verschil(geslacht) == pytest.approx(0.9)
    assert pick_grootste({"wijk": wijk, "geslacht": geslacht}) == "geslacht"


def make_wijken(gemiddelden, totaal, basis=(400, 400, 400)):
    tabel = pd.DataFrame({"activiteit_id": "enq", "wijk": ["Noord", "West", "Zuid"], "basis": basis})
    tabel = tabel.assign(gemiddelde=gemiddelden, totaal=totaal, verschilt=["▲", "", ""], p_aangepast=0.001)
    return annotate(tabel, Toelichting("cijfer", per="wijk", vraag_id="q1", groep_naam="wijk", gewogen=True))


def test_with_weights_three_groups_are_measured_like_two():
    """Noord is half of all: 6.845 lies 0.355 below it, West and Zuid 0.71. Men and women differ 0.52."""
    wijk = make_wijken((7.2, 6.49, 6.49), 6.845)
    geslacht = make_gewogen("geslacht", (7.09, 6.57), 6.83, (600, 600))
    assert measure_verschil(wijk) == pytest.approx(0.71)
    assert measure_verschil(geslacht) == pytest.approx(0.52)
    assert pick_grootste({"geslacht": geslacht, "wijk": wijk}) == "wijk"
    # weights that follow the number of people: 200 gave an 8, the other thousand a 5 or a 7
    assert measure_verschil(make_wijken((8.0, 5.0, 7.0), 6.5, (200, 400, 600))) == pytest.approx(1.8)


def test_with_weights_a_hidden_group_leaves_the_distance_from_the_total():
    """No shares of the two groups that are seen make 6.0."""
    wijk = make_wijken((7.2, 6.5, float("nan")), 6.0)
    assert measure_verschil(wijk) == pytest.approx(1.2)


def test_a_difference_that_does_not_hold_for_all_traits_is_not_said_to_hold():
    woning, wijk = make("woning", (5.2, 7.4), p=0.037), make("wijk", (6.4, 6.8), p=0.038)
    assert pick_grootste({"woning": woning, "wijk": wijk}) == "woning"
    assert explain_keuze(woning, [woning, wijk]) == [
        "Van de twee kenmerken die zijn vergeleken (woning en wijk) is het verschil naar woning het duidelijkst, maar na "
        "correctie voor twee kenmerken is het niet aangetoond"
    ]
