"""Weights fitted to the population: raking, post-stratification and linear calibration.

Each returns a Design whose standard errors know about the calibration (see ``residuals``). The weights that a design
comes with are kept as base weights; calibrating twice builds on the first result.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, sum_by
from burgerdata.statistics.design import Design
from burgerdata.statistics.margins import Margin, Profiles, check_support, form_profiles, read_margins
from burgerdata.statistics.means import refuse_choice
from burgerdata.statistics.residuals import Calibration, VarianceKind

MAX_ROUNDS = 1000


def rake(
    design: Design,
    marges: pd.DataFrame,
    *,
    tol: float = 1e-10,
    variance: VarianceKind = "greg",
    max_rounds: int = MAX_ROUNDS,
) -> Design:
    """Return the design with weights raked until every margin holds to ``tol`` (relative).

    Iterative proportional fitting (Deming & Stephan 1940) over the combinations of categories that occur, not over
    rows. Standard errors use GREG residuals; variance="rake" gives those of R's rake().

    Parameters
    ----------
    marges
        Columns variabele, categorie, and aantal or aandeel.

    Raises
    ------
    MethodeError
        When categories of sample and margins differ (all are named), margins have different totals, the design is a
        subset, or the margins cannot all hold.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"g": ["m", "m", "v"], "x": [1.0, 2.0, 6.0]}))
    >>> m = pd.DataFrame({"variabele": ["g", "g"], "categorie": ["m", "v"], "aandeel": [0.5, 0.5]})
    >>> rake(d, m).weights.tolist()
    [0.75, 0.75, 1.5]
    """
    refuse_choice("variance", variance, get_args(VarianceKind))
    margins, profiles = _prepare(design, marges)
    base = design.core.weights
    factor = _fit_proportionally(margins, profiles, base, tol=tol, max_rounds=max_rounds)
    return _reweigh(design, margins, profiles, base * factor[profiles.codes], variance)


def poststratify(design: Design, marges: pd.DataFrame) -> Design:
    """Return the design with weights that add up to the population in each category of one variable.

    Source: Holt & Smith (1979); standard errors from residuals around the post-stratum means.

    Raises
    ------
    MethodeError
        When ``marges`` holds more than one variable, or its categories differ from those of the sample.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"g": ["m", "m", "v"]}))
    >>> m = pd.DataFrame({"variabele": ["g", "g"], "categorie": ["m", "v"], "aantal": [10, 20]})
    >>> poststratify(d, m).weights.tolist()
    [5.0, 5.0, 20.0]
    """
    margins, profiles = _prepare(design, marges)
    if len(margins) > 1:
        raise MethodeError(
            f"poststratify weegt op een variabele en kreeg er {len(margins)}; gebruik rake, of maak een kolom van de combinatie"
        )
    base = design.core.weights
    mass = sum_by(profiles.codes, base, len(margins[0].target))
    factor = np.divide(margins[0].target, mass, out=np.zeros_like(mass), where=mass > 0)
    return _reweigh(design, margins, profiles, base * factor[profiles.codes], "greg")


def calibrate(design: Design, marges: pd.DataFrame) -> Design:
    """Return the design with weights moved least, in the chi-square sense, until every margin holds.

    The linear method of Deville & Särndal (1992), which is the GREG estimator.

    Raises
    ------
    MethodeError
        As rake, and when a weight would become negative.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"g": ["m", "m", "v"]}))
    >>> m = pd.DataFrame({"variabele": ["g", "g"], "categorie": ["m", "v"], "aantal": [10, 20]})
    >>> calibrate(d, m).weights.round(9).tolist()
    [5.0, 5.0, 20.0]
    """
    margins, profiles = _prepare(design, marges)
    base = design.core.weights
    dummies = _calibration(margins, profiles, base, "greg").dummies()
    mass = sum_by(profiles.codes, base, len(dummies))
    gram = dummies.T @ (dummies * mass[:, None])
    target = np.concatenate([margin.target for margin in margins])
    shift = dummies @ (np.linalg.pinv(gram, rcond=1e-12, hermitian=True) @ (target - dummies.T @ mass))
    factor = 1 + shift
    if (factor < 0).any():
        raise MethodeError(
            "lineair kalibreren geeft negatieve gewichten; gebruik rake of voeg kleine categorieën samen"
        )
    _refuse_loose(_worst_margin(margins, profiles, mass * factor), 1e-6)
    return _reweigh(design, margins, profiles, base * factor[profiles.codes], "greg")


def trim_weights(design: Design, *, lower: float = 0.3, upper: float = 3.0) -> Design:
    """Return the design with weights kept between ``lower`` and ``upper`` times their mean; the total is kept.

    What is cut off is spread evenly over the other weights, again and again until all lie within the bounds, as R's
    trimWeights(strict=TRUE). Margins no longer hold exactly; the residuals of the calibration stay in the variance.

    Raises
    ------
    MethodeError
        When the bounds do not enclose 1, or the design is a subset.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"w": [1.0, 1.0, 1.0, 9.0]}), weight="w")
    >>> trim_weights(d, upper=2).weights.tolist()
    [2.0, 2.0, 2.0, 6.0]
    """
    if not lower < 1 < upper:
        raise MethodeError(
            "de grenzen van trim_weights liggen rond het gemiddelde gewicht: lower onder 1, upper boven 1"
        )
    _refuse_domain(design)
    weights = design.core.weights
    low, high = lower * weights.mean(), upper * weights.mean()
    for _ in range(MAX_ROUNDS):
        outside = (weights < low) | (weights > high)
        cut = np.clip(weights, low, high)
        inside = (cut > low) & (cut < high)
        lost = float((weights - cut).sum())
        if not outside.any() or not inside.any():
            break
        weights = np.where(inside, cut + lost / inside.sum(), cut)
    return design.with_core(replace(design.core, weights=weights))


def _prepare(design: Design, marges: pd.DataFrame) -> tuple[tuple[Margin, ...], Profiles]:
    _refuse_domain(design)
    margins = read_margins(design.frame, marges, design.core.weights)
    check_support(margins, design.core.weights)
    return margins, form_profiles(margins)


def _refuse_domain(design: Design) -> None:
    if design.core.domain is not None:
        raise MethodeError(
            "een deel van de steekproef wordt niet apart gewogen; weeg eerst, en filter daarna"
        )


def _fit_proportionally(
    margins: tuple[Margin, ...], profiles: Profiles, base: Floats, *, tol: float, max_rounds: int
) -> Floats:
    """Return the factor of each profile."""
    start = sum_by(profiles.codes, base, len(profiles.categories[0]))
    mass = start
    for _ in range(max_rounds):
        for margin, category in zip(margins, profiles.categories, strict=True):
            found = sum_by(category, mass, len(margin.target))
            ratio = np.divide(margin.target, found, out=np.ones_like(found), where=found > 0)
            mass = mass * ratio[category]
        if _worst_margin(margins, profiles, mass) <= tol:
            break
    _refuse_loose(_worst_margin(margins, profiles, mass), max(tol, 1e-14))
    return np.divide(mass, start, out=np.ones_like(mass), where=start > 0)


def _worst_margin(margins: tuple[Margin, ...], profiles: Profiles, mass: Floats) -> float:
    """Return the largest relative difference between a margin and what the weights give."""
    worst = 0.0
    for margin, category in zip(margins, profiles.categories, strict=True):
        found = sum_by(category, mass, len(margin.target))
        worst = max(worst, float(np.max(np.abs(found - margin.target) / np.maximum(margin.target, 1e-300))))
    return worst


def _refuse_loose(worst: float, tol: float) -> None:
    if not worst <= tol:
        raise MethodeError(
            f"de marges kunnen niet allemaal tegelijk kloppen (grootste verschil {worst:.2g}); voeg kleine categorieën "
            "samen of laat een marge weg"
        )


def _calibration(
    margins: tuple[Margin, ...], profiles: Profiles, base: Floats, variance: VarianceKind
) -> Calibration:
    sizes = tuple(len(margin.target) for margin in margins)
    return Calibration(profiles.codes, profiles.categories, sizes, base, variance)


def _reweigh(
    design: Design, margins: tuple[Margin, ...], profiles: Profiles, weights: Floats, variance: VarianceKind
) -> Design:
    """Return the design with these weights, remembering what they were fitted to."""
    step = _calibration(margins, profiles, design.core.weights, variance)
    return design.with_core(
        replace(design.core, weights=weights, calibrations=(*design.core.calibrations, step))
    )
