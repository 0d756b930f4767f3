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
