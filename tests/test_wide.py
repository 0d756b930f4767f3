"""One row per person: labels in the order of the scale, numbers as numbers."""

from __future__ import annotations

import pandas as pd

from .analysis.trajecten import make_bronnen, make_enquete, make_panel


def test_one_answer_is_a_category_in_the_order_of_the_scale() -> None:
    breed = make_enquete().breed("enq")
    assert breed["s1"].cat.categories.tolist() == [
        "helemaal oneens",
        "oneens",
        "neutraal",
        "eens",
        "helemaal eens",
    ]
    assert breed["s1"].cat.ordered
    assert breed["kanaal"].tolist()[:3] == ["online", "online", "balie"]
    assert breed["kanaal"].isna().sum() == 2


def test_a_person_is_a_row_and_weights_stand_beside() -> None:
    breed = make_enquete().breed("enq")
    assert len(breed) == 11
    assert breed.columns.tolist()[:3] == ["deelnemer_id", "groep", "gewicht"]
    assert breed["gewicht"].tolist()[:6] == [1.0] * 5 + [2.0]


def test_several_answers_are_a_column_per_option_and_missing_where_not_asked() -> None:
    breed = make_enquete().breed("enq")
    assert breed["middelen=app"].dtype == "boolean"
    assert breed["middelen=app"].tolist()[:4] == [True, True, False, False]
    assert breed["middelen=app"].isna().tolist()[9]
    assert breed["volgorde=eerst x"].tolist()[:2] == [1.0, 2.0]


def test_numbers_and_grades_are_numbers() -> None:
    assert make_enquete().breed("enq")["minuten"].tolist()[:2] == [10.0, 20.0]
    assert make_panel().breed("kp_m1")["cijfer"].tolist() == [6.0, 5.0, 8.0, 6.0]


def test_open_answers_are_text_and_several_pieces_are_joined() -> None:
    breed = make_bronnen().breed("open")
    assert breed["v"].tolist()[:2] == ["lang wachten", "nvt"]
    assert breed["v"].isna().tolist() == [False, False, False, False, False, True]


def test_there_is_no_object_column() -> None:
    breed = make_enquete().breed("enq")
    assert not [naam for naam in breed if breed[naam].dtype == object]
    assert isinstance(breed, pd.DataFrame)
