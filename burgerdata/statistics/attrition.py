"""Weights for the persons who stayed in a panel, so that they stand for those who left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, Mask, encode, find_column, list_names, read_numbers
from burgerdata.statistics.design import Design
from burgerdata.statistics.weighting import refuse_domain

MAX_ROUNDS = 50
TOLERANCE = 1e-10
SMALLEST = 1e-6
"""A chance of staying under this means that nobody of that group stayed."""


def weight_attrition(design: Design, stayed: str, traits: str | Sequence[str]) -> Design:
    """Return the design with the weight of who stayed divided by the chance of staying, and 0 for who left.

    The chance is a logistic regression of ``stayed`` (true or false) on ``traits``, weighted by the design (inverse
    propensity; Little 1986), 0 to 1; the weights stay in the unit that they had. Words are categories (missing is one of its own), numbers are slopes. The total of the
    weights stays about the same; rake afterwards to make the margins hold. Standard errors take the chances as known,
    which makes them too large rather than too small; so do not keep the calibration when the margins are those of the
    sample before it was thinned, for these vary themselves.

    Raises
    ------
    MethodeError
        When ``stayed`` is not true or false for everybody, all or nobody stayed, a number is missing, or nobody of
        some group stayed.

    Examples
    --------
    >>> frame = pd.DataFrame({"groep": ["a"] * 4 + ["b"] * 4, "bleef": [True] * 6 + [False] * 2})
    >>> weight_attrition(Design(frame), "bleef", "groep").weights.round(6).tolist()
    [1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 0.0, 0.0]
    """
    refuse_domain(design)
    core = design.core
    outcome = _read_stayed(design.frame, stayed)
    chance = _fit_logistic(_spread_traits(design.frame, list_names(traits)), outcome, core.weights)
    if (chance[core.weights > 0] < SMALLEST).any():
        raise MethodeError(
            "van een groep met deze kenmerken is niemand gebleven, zodat niemand voor hen kan staan; neem minder of "
            "grovere kenmerken"
        )
    weights = np.where(outcome, core.weights / np.maximum(chance, SMALLEST), 0.0)
    return design.with_core(replace(core, weights=weights, calibrations=None))


def _read_stayed(frame: pd.DataFrame, naam: str) -> Mask:
    column = find_column(frame, naam)
    if column.isna().any() or not set(column.unique()) <= {True, False}:
        raise MethodeError(f"kolom '{naam}' zegt niet voor iedereen waar of onwaar; vul in wie gebleven is")
    stayed = column.to_numpy(dtype=np.bool_)
    if stayed.all() or not stayed.any():
        raise MethodeError(f"volgens '{naam}' is iedereen of niemand gebleven; dan valt er niets te wegen")
    return stayed


def _spread_traits(frame: pd.DataFrame, names: Sequence[str]) -> Floats:
    """Return the columns of the regression: 1, standardised numbers, and dummies but for the first category."""
    columns: list[Floats] = [np.ones((len(frame), 1))]
    for naam in names:
        column = find_column(frame, naam)
        if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
            numbers = read_numbers(frame, naam)
            if np.isnan(numbers).any():
                raise MethodeError(f"kolom '{naam}' is niet overal gevuld; vul aan of maak er klassen van")
            spread = numbers.std()
            if spread > 0:
                columns.append(((numbers - numbers.mean()) / spread)[:, None])
            continue
        factor = encode(column)
        codes = np.where(factor.codes < 0, factor.size, factor.codes)
        columns.extend((codes == code).astype(np.float64)[:, None] for code in np.unique(codes)[1:])
    return np.concatenate(columns, axis=1)


def _fit_logistic(traits: Floats, stayed: Mask, weights: Floats) -> Floats:
    """Return the fitted chances of a weighted logistic regression, by Newton's method."""
    from scipy.special import expit

    scaled = weights / weights.sum()
    slopes = np.zeros(traits.shape[1])
    for _ in range(MAX_ROUNDS):
        chance = expit(traits @ slopes)
        score = traits.T @ (scaled * (stayed - chance))
        if np.abs(score).max() < TOLERANCE:
            return np.asarray(chance)
        curve = traits.T @ (traits * (scaled * chance * (1 - chance))[:, None])
        slopes = slopes + np.linalg.pinv(curve, rcond=1e-12, hermitian=True) @ score
    raise MethodeError("de kans om te blijven is niet te schatten; neem minder of grovere kenmerken")
