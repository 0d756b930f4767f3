"""A text that has less in common with every theme than the coded texts have with one is strange to all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from sklearn.preprocessing import normalize

from burgerdata.text.familiarity import _leave_out, fit_familiarity
from burgerdata.text.zeroshot import find_floor


@given(st.integers(0, 10_000))
def test_the_likeness_of_a_coded_text_is_that_to_themes_made_without_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    words = normalize(rng.random((7, 5)) * rng.integers(0, 2, (7, 5)))
    targets = rng.integers(0, 2, (7, 3)).astype(float)
    found = _leave_out(csr_matrix(words), csr_matrix(targets.T @ words), targets)
    for at in range(7):
        rest = np.arange(7) != at
        expected = normalize(targets[rest].T @ words[rest]) @ words[at]
        np.testing.assert_allclose(found[at], expected, atol=1e-7)


def test_texts_below_all_coded_texts_are_strange_and_those_above_them_are_not() -> None:
    words = csr_matrix(normalize([[1, 0.2, 0, 0], [1, 0.4, 0, 0], [0, 0, 1, 0.3], [0, 0, 1, 0.1]]))
    targets = np.array([[1.0, 0], [1, 0], [0, 1], [0, 1]])
    known = fit_familiarity(words, targets, 4)
    new = csr_matrix(normalize([[1, 0.3, 0, 0], [0, 1, 0, 0.1], [0, 0, 0, 0]]))
    assert known.is_strange(new).tolist() == [False, True, True]


def test_without_definitions_or_texts_with_a_theme_only_a_text_without_known_words_is_strange() -> None:
    known = fit_familiarity(csr_matrix(np.eye(3)), np.array([[1.0], [0.0], [0.0]]), 0)
    assert known.is_strange(csr_matrix(np.eye(3))).tolist() == [False, True, True]


def test_the_floor_of_definitions_is_what_texts_share_with_themes_they_are_not_about() -> None:
    """Of 50 texts with 9 themes, the 6 least like each are noise: 0.001 to 0.300, of which 95% stays under 0.28505."""
    noise = np.arange(1, 301).reshape(50, 6) / 1000
    likeness = np.hstack([noise, np.full((50, 3), 0.5)])
    assert find_floor(likeness) == pytest.approx(0.001 + 0.95 * 0.299)
    assert find_floor(likeness[:5]) == 0.01
    assert find_floor(likeness[:, -1:]) == 0.01
