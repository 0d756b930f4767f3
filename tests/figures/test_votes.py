"""The figures of votes: a threshold only beside shares, no person on the map, and nothing of a group that is hidden."""

import figuurtabellen as t
import pytest
from figuren import draw

from burgerdata.errors import MethodeError
from burgerdata.figures import plot_meningsgroepen, plot_stemmen

TITEL = "Er zijn drie meningsgroepen onder de deelnemers"


def lines_of(figuur):
    return [
        lijn.get_xdata()[0] for as_ in figuur.draw().axes for lijn in as_.lines if lijn.get_xdata()[0] > 0
    ]


def test_the_threshold_goes_through_those_in_favour_only():
    assert lines_of(draw("stemmen")) == [0.5]
    assert "Stippellijn: 50%." in draw("stemmen").tekens
    assert lines_of(draw("stemmen_weinig")) == []


def test_a_small_base_shows_numbers_of_people():
    digest = draw("stemmen_weinig").digest
    assert "%" not in digest
    assert "tekst: 14" in digest


def test_a_suppressed_number_of_votes_is_an_x_and_nothing_more():
    tabel = t.onderdruk(t.stemmen(), 2, 1)
    digest = plot_stemmen(tabel, titel="De meesten zijn het eens met meer groen").digest
    assert "25%" not in digest
    assert "tekst: x" in digest


def test_statements_with_few_votes_are_left_to_the_table_beside_larger_ones():
    tabel = t.stemmen()
    tabel.loc[6:, "kwalitatief"] = True
    figuur = plot_stemmen(tabel, titel="De meesten zijn het eens met meer groen")
    assert "zondag" not in figuur.digest
    assert "Eén stelling met 30 stemmen of minder: zie de tabel." in figuur.noten


def test_the_map_has_a_point_per_group_and_none_per_person():
    (as_,) = draw("meningsgroepen").draw().axes
    assert [len(schijf.get_offsets()) for schijf in as_.collections] == [1, 1, 1]


def test_the_area_of_a_disc_is_its_number_of_people():
    (as_,) = draw("meningsgroepen").draw().axes
    maten = [schijf.get_sizes()[0] for schijf in as_.collections]
    assert maten[0] / maten[2] == pytest.approx(110 / 30)


def test_a_hidden_group_is_not_on_the_map_and_the_foot_says_so():
    figuur = plot_meningsgroepen(t.onderdruk(t.meningsgroepen(), 2), titel=TITEL)
    assert "C:" not in figuur.digest
    assert "groep C" not in figuur.alt
    assert "Eén groep is te klein om te tonen." in figuur.tekens


def test_a_map_of_hidden_groups_only_is_refused():
    with pytest.raises(MethodeError, match="te weinig"):
        plot_meningsgroepen(t.onderdruk(t.meningsgroepen(), 0, 1, 2), titel=TITEL)


def test_two_activities_do_not_share_a_map():
    tabel = t.meningsgroepen()
    tabel["activiteit_id"] = ["a", "a", "b"]
    with pytest.raises(MethodeError, match="één voor één"):
        plot_meningsgroepen(tabel, titel=TITEL)
