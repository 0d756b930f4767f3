"""Texts without a word in common are alike where other texts hold the words of both."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix
from scipy.spatial.distance import pdist

from burgerdata.text import CodeSuggester
from burgerdata.text.latent import LatentSpace


def test_the_likeness_equals_that_of_a_full_decomposition() -> None:
    rows = np.random.default_rng(3).random((50, 30))
    u, s, _ = np.linalg.svd(rows, full_matrices=False)
    expected = u[:, :5] * s[:5]
    found = LatentSpace().fit(csr_matrix(rows)).transform(csr_matrix(rows))
    assert found.shape == (50, 5)
    np.testing.assert_allclose(pdist(found, "cosine"), pdist(expected, "cosine"), atol=1e-9)


def test_a_handful_of_texts_has_no_hidden_subjects() -> None:
    rows = csr_matrix(np.eye(12))
    assert LatentSpace().fit(rows).transform(rows).shape == (12, 0)


def test_a_text_that_shares_nothing_with_the_main_subjects_has_no_place_among_them() -> None:
    rows = np.zeros((41, 6))
    rows[:20, :2], rows[20:40, 2:4], rows[40, 5] = 1.0, 1.0, 0.1
    rows[::3, 0], rows[1::5, 2] = 0.5, 0.25
    rows[40, :5] = 0.0
    found = LatentSpace().fit(csr_matrix(rows)).transform(csr_matrix(rows))
    np.testing.assert_allclose(np.linalg.norm(found[:40], axis=1), 1.0)
    assert not found[40].any()


def test_texts_that_nobody_coded_tell_which_words_go_together() -> None:
    """The example says "trein"; only uncoded texts say that "perron" goes with it, and "stoep" with "fiets"."""
    unread = [f"{pair} {nr}" for nr in range(15) for pair in ("trein perron", "fiets stoep")]
    coded, codes = ["trein", "fiets"], [{"spoor"}, {"weg"}]
    alone = CodeSuggester().fit(coded, codes).predict_proba(["perron"])
    assert alone["spoor"].item() == pytest.approx(alone["weg"].item(), abs=0.02)
    suggester = CodeSuggester().fit([*coded, *unread], [*codes, *[None] * len(unread)])
    together = suggester.predict_proba(["perron", "stoep"])
    assert together.idxmax(axis=1).tolist() == ["spoor", "weg"]
    assert suggester.n_examples_ == 2
