"""A column of codes and a column of text with the same cells give the same answers."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata import cellen
from burgerdata.cellen import is_filled, list_cells

_CELLEN = st.lists(st.sampled_from(["", " ", "\u00a0", "a", "b ", "c"]), max_size=40)


@given(_CELLEN, st.sampled_from([1, 3, 4096]))
def test_different_cells_come_in_order_of_appearance(teksten: list[str], kop: int) -> None:
    tekst = pd.Series(teksten, dtype="str")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(cellen, "_HEAD", kop)
        assert list_cells(tekst) == list_cells(tekst.astype("category")) == list(dict.fromkeys(teksten))


def test_a_missing_cell_hides_no_category_that_comes_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cellen, "_HEAD", 2)
    assert list_cells(pd.Series(["b", None, "a"], dtype="category")) == ["b", "a"]


@given(_CELLEN)
def test_a_cell_of_spaces_is_not_filled(teksten: list[str]) -> None:
    tekst = pd.Series(teksten, dtype="str")
    wanted = [bool(cel.strip()) for cel in teksten]
    assert is_filled(tekst).tolist() == is_filled(tekst.astype("category")).tolist() == wanted


def test_a_missing_cell_is_not_filled() -> None:
    assert is_filled(pd.Series(["a", None], dtype="str")).tolist() == [True, False]
