"""Keyness gives the log-odds of its source and the likelihood ratio of a two-by-two table."""

from __future__ import annotations

import math

import pytest
from scipy.stats import chi2_contingency

from burgerdata.errors import MethodeError
from burgerdata.text import keyness

# 30 x "wachttijd", 70 x "balie" against 10 x "wachttijd", 190 x "balie".
TEXTS = ["wachttijd"] * 30 + ["balie"] * 70 + ["wachttijd"] * 10 + ["balie"] * 190
GROUPS = ["praktijk"] * 100 + ["evaluatie"] * 200


def test_log_odds_and_z_follow_the_formula_by_hand() -> None:
    found = keyness(TEXTS, GROUPS).set_index(["groep", "woord"]).loc[("praktijk", "wachttijd")]
    prior = 500 * 40 / 300
    first = math.log((30 + prior) / (100 + 500 - 30 - prior))
    second = math.log((10 + prior) / (200 + 500 - 10 - prior))
    assert found["log_odds"] == pytest.approx(first - second)
    assert found["z"] == pytest.approx((first - second) / math.sqrt(1 / (30 + prior) + 1 / (10 + prior)))
    assert (found["n_groep"], found["n_rest"]) == (30, 10)


def test_g2_is_the_likelihood_ratio_of_scipy_with_the_sign_of_the_difference() -> None:
    expected = chi2_contingency([[30, 10], [70, 190]], correction=False, lambda_="log-likelihood").statistic
    found = keyness(TEXTS, GROUPS).set_index(["groep", "woord"])["g2"]
    assert found["praktijk", "wachttijd"] == pytest.approx(expected)
    assert found["evaluatie", "wachttijd"] == pytest.approx(-expected)


def test_the_most_typical_word_of_each_group_comes_first_and_rare_words_stay_out() -> None:
    found = keyness([*TEXTS, "zeldzaam"], [*GROUPS, "praktijk"])
    first = found.groupby("groep", observed=True, dropna=False)["woord"].first()
    assert first.to_dict() == {"evaluatie": "balie", "praktijk": "wachttijd"}
    assert "zeldzaam" not in set(found["woord"])


def test_one_group_cannot_be_compared() -> None:
    with pytest.raises(MethodeError, match="twee groepen"):
        keyness(["wachttijd", "nvt"], ["a", "b"])
