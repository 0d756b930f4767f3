"""The annotation of a table: it travels along, and never reaches the table it came from."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pandas as pd
import pytest

from burgerdata.toelichting import Toelichting, annotate, change_toelichting, read_toelichting

TOELICHTING = Toelichting("verdeling", vraag="Wat vindt u?", basis="Basis: n = 120.", bron="enquête")


def _tabel() -> pd.DataFrame:
    return annotate(pd.DataFrame({"label": ["ja", "nee"], "n": [90, 30]}), TOELICHTING)


def test_a_table_without_annotation_is_of_kind_overig() -> None:
    assert read_toelichting(pd.DataFrame({"n": [1]})) == Toelichting("overig")


def test_something_else_under_the_same_name_is_not_taken_for_an_annotation() -> None:
    tabel = pd.DataFrame({"n": [1]})
    tabel.attrs["toelichting"] = "een los zinnetje"
    assert read_toelichting(tabel) == Toelichting("overig")


def test_annotating_leaves_the_table_that_was_given_as_it_was() -> None:
    bron = pd.DataFrame({"n": [1]})
    kopie = annotate(bron, TOELICHTING)
    kopie.loc[0, "n"] = 9
    assert bron.attrs == {}
    assert bron["n"].tolist() == [1]


@pytest.mark.parametrize(
    "bewerk",
    [
        lambda t: t.head(1),
        lambda t: t[t["n"] > 50],
        lambda t: t.assign(aandeel=t["n"] / 120),
        lambda t: t.sort_values("n"),
        lambda t: t.rename(columns={"n": "aantal"}),
        lambda t: t[["label"]],
        lambda t: t.reset_index(drop=True),
        lambda t: t.copy(),
        lambda t: t.astype({"n": "float64"}),
        lambda t: pd.concat([t, t]),
    ],
    ids=["head", "mask", "assign", "sort", "rename", "columns", "reset", "copy", "astype", "concat"],
)
def test_the_annotation_survives_what_an_analyst_does_to_a_table(bewerk) -> None:
    assert read_toelichting(bewerk(_tabel())) == TOELICHTING


def test_changing_a_part_keeps_the_rest_and_the_original() -> None:
    tabel = _tabel()
    anders = read_toelichting(change_toelichting(tabel, bron="klantpanel", noten=("let op",)))
    assert (anders.bron, anders.noten, anders.vraag) == ("klantpanel", ("let op",), "Wat vindt u?")
    assert read_toelichting(tabel) == TOELICHTING


def test_an_annotation_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        TOELICHTING.bron = "anders"  # type: ignore[misc]


def test_a_part_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError):
        change_toelichting(_tabel(), bronn="x")
