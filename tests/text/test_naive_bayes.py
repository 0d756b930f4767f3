"""The weights are those of complement naive Bayes, and an example is judged as if it had not been learned from."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.naive_bayes import ComplementNB

from burgerdata.text.features import TextRows
from burgerdata.text.mixture import fit_mixture
from burgerdata.text.naive_bayes import _SMOOTHING, centre, fit_bayes


def draw() -> tuple[csr_matrix, np.ndarray]:
    rng = np.random.default_rng(6)
    rows = rng.random((14, 6)) * (rng.random((14, 6)) < 0.6)
    return csr_matrix(rows), np.eye(3)[np.arange(14) % 3]


def test_the_weights_equal_those_of_scikit_learn() -> None:
    rows, targets = draw()
    theirs = ComplementNB(alpha=_SMOOTHING).fit(rows, targets.argmax(axis=1))
    np.testing.assert_allclose(fit_bayes(rows, targets).weights.T, theirs.feature_log_prob_, rtol=1e-12)


def test_left_out_scores_equal_those_of_fitting_again_without_the_example() -> None:
    rows, targets = draw()
    targets[:4, 2] = 1.0
    fit = fit_bayes(rows, targets)
    for left_out in range(14):
        rest = np.arange(14) != left_out
        again = fit_bayes(rows[rest], targets[rest]).score(rows[left_out])
        np.testing.assert_allclose(fit.left_out[left_out], again[0], atol=1e-12)


def test_a_mixture_weighs_both_parts_alike() -> None:
    rows, targets = draw()
    fit = fit_mixture(TextRows(rows, rows), targets)
    spread = centre(fit.ridge.left_out).std()
    np.testing.assert_allclose(fit.weight * fit.bayes.left_out.std(), spread, rtol=1e-12)


def test_one_theme_alone_is_left_to_least_squares() -> None:
    rows, targets = draw()
    fit = fit_mixture(TextRows(rows, rows), targets[:, :1])
    np.testing.assert_array_equal(fit.score(TextRows(rows, rows)), fit.ridge.score(rows))
