"""A suppressed figure is nowhere: not in the drawing, the digest, the alt text, the SVG or the data."""

import re

import figuurtabellen as t
import pytest

from burgerdata.errors import MethodeError
from burgerdata.figures import (
    plot_bronnen,
    plot_groepen,
    plot_populatie,
    plot_prioriteiten,
    plot_stellingen,
    plot_themas,
    plot_verandering,
    plot_verdeling,
)


def _everything(figuur):
    """Return all words of a figure; of the SVG its texts, for its paths hold every number somewhere."""
    woorden = re.findall(r"<!--(.*?)-->|<dc:title>(.*?)<", figuur.svg().decode(), flags=re.DOTALL)
    svg = " ".join("".join(deel) for deel in woorden)
    assert len(svg) > 100
    return "\n".join((figuur.digest, figuur.alt, svg, figuur.tabel.to_csv(), repr(figuur)))


def test_a_suppressed_answer_reads_too_few_answers_and_has_no_bar():
    figuur = plot_verdeling(
        t.onderdruk(t.verdeling((300, 620, 462, 7)), 3, 2), titel="Veel mensen weten het niet"
    )
    geheel = _everything(figuur)
    assert "te weinig antwoorden" in geheel
    assert figuur.digest.count("staaf") == 2
    for waarde in ("0.3326", "0.005", "33%", "462"):
        assert waarde not in geheel


def test_suppressed_groups_beside_each_other_are_an_x_that_is_explained():
    figuur = plot_verdeling(t.onderdruk(t.verdeling_per(), 9, 10, 11), titel="Jongeren weten het vaker")
    assert figuur.digest.count("tekst: x") == 3
    assert "x: niet getoond, om kleine aantallen te beschermen." in figuur.voet[1]


def test_a_mean_that_is_hidden_cannot_be_won_back_from_the_total():
    figuur = plot_groepen(t.onderdruk(t.cijfer(), 3), titel="Jongeren geven een lager cijfer")
    geheel = _everything(figuur)
    assert "7,2" not in geheel
    assert figuur.tabel["gemiddelde"].tolist()[:3] == [6.1, 6.7, 7.0]
    assert figuur.tabel["gemiddelde"].isna().tolist() == [False, False, False, True]
    assert "Totaal" not in geheel
    assert "6.6" not in figuur.tabel.to_csv()


def test_the_side_of_a_statement_with_a_suppressed_answer_is_not_drawn_and_its_net_score_goes():
    figuur = plot_stellingen(
        t.onderdruk(t.stellingen(), 0, 1), titel="De helft weet niet waar een klacht heen kan"
    )
    eerste = figuur.tabel[figuur.tabel["kort"] == "Boa's zijn herkenbaar"]
    assert eerste["netto"].isna().all()
    assert eerste["aandeel"].isna().sum() == 2
    # Of fifteen segments two are left out; the three of the other side and the middle stay.
    assert figuur.digest.count("staaf") == 13
    assert "tekst: x" in figuur.digest
    assert "tekst: 10%" not in figuur.digest


def test_a_statement_whose_middle_is_suppressed_keeps_no_bar():
    figuur = plot_stellingen(
        t.onderdruk(t.stellingen(), 0, 2), titel="De helft weet niet waar een klacht heen kan"
    )
    assert figuur.digest.count("staaf") == 10


def test_a_suppressed_theme_is_no_bar_and_an_x_in_the_matrix():
    figuur = plot_themas(t.onderdruk(t.themas(n=(200, 180, 7, 300)), 2), titel="Mensen noemen taal")
    assert "te weinig antwoorden" in figuur.digest
    assert "0.0064" not in _everything(figuur)
    matrix = plot_bronnen(t.onderdruk(t.bronnen(), 14), titel="Taal komt overal terug")
    assert "tekst: x" in matrix.digest
    assert "tekst: 5%" not in matrix.digest.split("kolom")[0]


def test_a_suppressed_change_is_no_line_and_not_in_the_alt_text():
    figuur = plot_verandering(t.onderdruk(t.verandering(), 2), titel="Het cijfer is niet gedaald")
    assert "te weinig antwoorden" in figuur.digest
    assert "+0,5" not in _everything(figuur)


def test_no_dash_leads_to_the_label_of_a_line_that_is_not_drawn():
    figuur = plot_verandering(t.onderdruk(t.verandering_aandelen(), 2, 3), titel="Meer mensen zijn tevreden")
    assert "te weinig antwoorden" in figuur.digest
    lijnen = [lijn for as_ in figuur.draw().axes for lijn in as_.lines]
    einden = {round(float(lijn.get_ydata()[-1]), 9) for lijn in lijnen if lijn.get_gid() != "raster"}
    streepjes = [lijn for lijn in lijnen if lijn.get_gid() == "raster"]
    assert {round(float(lijn.get_ydata()[0]), 9) for lijn in streepjes} <= einden


def test_a_suppressed_group_reads_too_few_people_beside_the_population_and_stands_last():
    figuur = plot_populatie(t.onderdruk(t.populatie(), 3), titel="Mensen met praktisch onderwijs ontbraken")
    geheel = _everything(figuur)
    assert "niet getoond" in geheel
    assert "tekst: gemist" in figuur.digest.splitlines()
    for waarde in ("0.031", "0.0387", "-0.089", "−9", "<5%"):
        assert waarde not in geheel
    leeftijd = next(regel for regel in figuur.digest.splitlines() if "75+" in regel)
    assert leeftijd.endswith("75+")
    assert "12%" in geheel


def test_a_suppressed_aspect_is_no_point_and_is_named_in_the_foot():
    figuur = plot_prioriteiten(t.onderdruk(t.prioriteiten(), 3), titel="Geen onderdeel is urgent")
    geheel = _everything(figuur)
    assert "Niet getoond: bericht over de afloop (te weinig antwoorden)." in figuur.voet[1]
    assert "4.45" not in geheel
    assert figuur.tabel["vak"].tolist()[3] == ""
    assert "staat geen onderdeel" in figuur.alt


@pytest.mark.parametrize(
    ("plot", "tabel"),
    [
        (plot_verdeling, t.verdeling()),
        (plot_groepen, t.cijfer()),
        (plot_themas, t.themas()),
        (plot_bronnen, t.bronnen()),
        (plot_populatie, t.populatie()),
        (plot_prioriteiten, t.prioriteiten()),
    ],
)
def test_a_table_of_which_everything_is_suppressed_is_refused(plot, tabel):
    with pytest.raises(MethodeError, match="alle rijen hebben te weinig antwoorden"):
        plot(t.onderdruk(tabel, *range(len(tabel))), titel="Niets is te zien")
