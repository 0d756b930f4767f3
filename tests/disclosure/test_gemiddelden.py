"""The mean of a scale is a sum over its answers: beside hidden ones it may not tell how many they are."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.disclosure import plan_onderdrukking
from burgerdata.toelichting import Toelichting, annotate

LABELS = ("zeer oneens", "oneens", "neutraal", "eens", "zeer eens")


def publish(tellingen, labels=LABELS, **toelichting):
    """Return which answers and which figures of the mean are printed of these counts, valued 1 and up."""
    n = np.array(tellingen)
    waarden = np.repeat(np.arange(1, len(n) + 1), n)
    verdeling = pd.DataFrame({"activiteit_id": "e", "label": labels, "n": n.astype("float64")})
    verdeling = verdeling.assign(basis=n.sum(), aandeel=n / n.sum())
    sd = waarden.std(ddof=1)
    cijfer = pd.DataFrame({"activiteit_id": ["e"], "n": n.sum(), "basis": n.sum(), "sd": sd})
    cijfer = cijfer.assign(gemiddelde=waarden.mean(), mediaan=np.median(waarden))
    over = {"vraag_id": "v", **toelichting}
    ruw = {
        "verdeling": annotate(verdeling, Toelichting("verdeling", **over)),
        "cijfer": annotate(cijfer, Toelichting("cijfer", **over)),
    }
    plan = plan_onderdrukking(ruw, alleen_aandeel=["cijfer"])
    uit = {naam: plan.apply(naam, tabel) for naam, tabel in ruw.items()}
    open_ = [label for label, aantal in zip(labels, uit["verdeling"]["n"], strict=True) if pd.notna(aantal)]
    getallen = uit["cijfer"][["gemiddelde", "mediaan", "sd"]].notna().iloc[0]
    return open_, getallen[getallen].index.tolist()


def test_beside_two_hidden_answers_the_spread_goes_and_the_mean_of_a_hundred_stays():
    # 7 and 14: with mean 3,3 and sd 1,1 only 7, 8 or 9 make 21; the mean alone leaves 2 up to 12
    assert publish([7, 14, 31, 34, 14]) == (list(LABELS[2:]), ["gemiddelde", "mediaan"])


def test_beside_answers_that_are_all_printed_nothing_goes():
    assert publish([20, 14, 31, 34, 14])[1] == ["gemiddelde", "mediaan", "sd"]


def test_of_few_people_the_mean_goes_where_it_leaves_one_or_two_numbers():
    # of 50 people 0,1 of the mean is a sum of 5: from one end of the scale to the other that is one person
    assert publish([3, 12, 13, 12, 10]) == (["oneens", "neutraal", "eens"], [])


@pytest.mark.parametrize(("tellingen", "blijft"), [([3, 20, 30, 40, 9], False), ([3, 12, 30, 40, 15], True)])
def test_two_ends_of_the_scale_are_told_by_the_mean_and_two_neighbours_are_not(tellingen, blijft):
    # 3 and 9 of 102 at a distance of four: 0,1 x 102 / 4 leaves two or three numbers; 3 and 12 of 100 next to each other, ten
    assert ("gemiddelde" in publish(tellingen)[1]) == blijft


def test_weighted_figures_tell_no_number_of_people():
    assert "sd" in publish([7, 14, 31, 34, 14], gewogen=True)[1]


def test_the_answers_of_a_grade_are_its_values_in_any_order():
    met = publish([3, 12, 30, 40, 15], labels=("1", "2", "3", "4", "5"))
    om = publish([40, 3, 12, 15, 30], labels=("4", "1", "2", "5", "3"))
    assert met[1] == om[1]
