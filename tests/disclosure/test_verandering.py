"""A share of a table of change is a count of people to whoever multiplies it by its base."""

from __future__ import annotations

import pandas as pd

from burgerdata.disclosure import plan_onderdrukking
from burgerdata.toelichting import Toelichting, annotate

LABELS = ["heel weinig", "weinig", "midden", "veel", "heel veel"]


def make(van, naar, *, n=100, labels=LABELS, samen=(), per=""):
    rijen = pd.DataFrame(
        {
            "label": labels,
            "waarde_van": van,
            "waarde_naar": naar,
            "samen": [label in samen for label in labels],
        }
    )
    rijen = rijen.assign(
        panel="p", vraag_id="v", van="w1", naar="w2", n_van=n, n_naar=n, n_beide=n, maat="aandeel"
    )
    rijen = rijen.assign(vergelijking="dezelfde mensen", verschil=rijen["waarde_naar"] - rijen["waarde_van"])
    tellen = dict.fromkeys(("n_van", "n_naar", "n_beide"), "Int32")
    return annotate(rijen.astype(tellen), Toelichting("verandering", vraag_id="v", per=per))


def publish(tabel):
    uit = plan_onderdrukking({"t": tabel}).apply("t", tabel)
    return uit.assign(label=tabel["label"])


def list_dicht(tabel):
    uit = publish(tabel)
    return uit.loc[uit["waarde_van"].isna() | uit["waarde_naar"].isna(), "label"].tolist()


def test_a_share_of_few_people_is_hidden_with_a_second_answer():
    van, naar = [0.03, 0.2, 0.4, 0.25, 0.12], [0.05, 0.2, 0.35, 0.25, 0.15]
    assert list_dicht(make(van, naar)) == ["heel weinig", "heel veel"]
    assert list_dicht(make([0.3, 0.2, 0.2, 0.2, 0.1], [0.2, 0.2, 0.2, 0.2, 0.2])) == []


def test_beside_the_sums_of_the_sides_the_second_answer_is_of_the_same_side():
    labels = [*LABELS, "heel weinig of weinig", "veel of heel veel"]
    van, naar = [0.03, 0.2, 0.4, 0.25, 0.12, 0.23, 0.37], [0.05, 0.2, 0.35, 0.25, 0.15, 0.25, 0.4]
    assert list_dicht(make(van, naar, labels=labels, samen=labels[5:])) == ["heel weinig", "weinig"]


def test_a_middle_that_must_go_takes_the_sums_along():
    labels = [*LABELS, "heel weinig of weinig", "veel of heel veel"]
    van, naar = [0.3, 0.2, 0.05, 0.25, 0.2, 0.5, 0.45], [0.3, 0.2, 0.05, 0.25, 0.2, 0.5, 0.45]
    dicht = list_dicht(make(van, naar, labels=labels, samen=labels[5:]))
    assert dicht == ["heel weinig", "weinig", "midden", *labels[5:]]


def test_an_answer_is_hidden_in_no_group_alone():
    a, b, c = (
        make(van, van, labels=["ja", "nee"], n=100).assign(wijk=naam)
        for naam, van in (("a", [0.95, 0.05]), ("b", [0.6, 0.4]), ("c", [0.7, 0.3]))
    )
    tabel = annotate(
        pd.concat([a, b, c], ignore_index=True), Toelichting("verandering", vraag_id="v", per="wijk")
    )
    uit = publish(tabel)
    dicht = uit[uit["waarde_van"].isna()].groupby("wijk", observed=True, dropna=False)["label"].agg(list)
    assert dicht.to_dict() == {"a": ["ja", "nee"], "b": ["ja", "nee"]}


def test_a_mean_and_a_large_share_stay():
    tabel = make([6.2], [6.7], labels=["cijfer"]).assign(maat="gemiddelde")
    assert list_dicht(annotate(tabel, Toelichting("verandering", vraag_id="v"))) == []
