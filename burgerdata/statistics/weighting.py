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
from burgerdata.statistics.calibration import Calibrations, Step, VarianceKind
from burgerdata.statistics.codes import Floats, Mask, sum_by
from burgerdata.statistics.design import Design
from burgerdata.statistics.margins import Margins, lay_margins
from burgerdata.statistics.means import refuse_choice

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
        Columns variabele, categorie, and aantal or aandeel. Shares take the sum of the weights for the size of the
        population, as if it were known: means and shares do not depend on that, for totals give aantal. In a column
        geschat True marks a category whose share is that of the sample itself, such as those whose trait is unknown:
        it keeps its standard error.

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
    margins = _prepare(design, marges)
    factor = _fit_proportionally(margins, tol=tol, max_rounds=max_rounds)
    return _reweigh(design, margins, factor, variance)


def poststratify(design: Design, marges: pd.DataFrame) -> Design:
    """Return the design with weights that add up to the population in each category of one variable.

    Source: Holt & Smith (1979); standard errors from residuals around the post-stratum means. The weights are in the unit
    of the margins: with ``aantal`` persons of the population, with ``aandeel`` (0 to 1) they keep their total.

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
    margins = _prepare(design, marges)
    if len(margins.targets) > 1:
        raise MethodeError(
            f"poststratify weegt op een variabele en kreeg er {len(margins.targets)}; gebruik rake, of maak een kolom van de combinatie"
        )
    found, target = margins.weigh(margins.mass)[0], margins.targets[0]
    factor = np.divide(target, found, out=np.zeros_like(found), where=found > 0)[margins.categories[0]]
    return _reweigh(design, margins, factor, "greg")


def calibrate(design: Design, marges: pd.DataFrame) -> Design:
    """Return the design with weights moved least, in the chi-square sense, until every margin holds.

    The linear method of Deville & Särndal (1992), which is the GREG estimator. The weights are in the unit of the margins:
    with ``aantal`` persons of the population, with ``aandeel`` (0 to 1) they keep their total.

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
    margins = _prepare(design, marges)
    weights = design.core.weights
    dummies, mass = _make_step(margins, weights, weights, "greg").dummies(), margins.mass
    gram = dummies.T @ (dummies * mass[:, None])
    left = np.concatenate(margins.targets) - dummies.T @ mass
    factor = 1 + dummies @ (np.linalg.pinv(gram, rcond=1e-12, hermitian=True) @ left)
    if (factor < 0).any():
        raise MethodeError(
            "lineair kalibreren geeft negatieve gewichten; gebruik rake of voeg kleine categorieën samen"
        )
    _refuse_loose(margins.find_worst(mass * factor), 1e-6)
    return _reweigh(design, margins, factor, "greg")


def _prepare(design: Design, marges: pd.DataFrame) -> Margins:
    refuse_domain(design)
    return lay_margins(design.frame, marges, design.core.weights)


def refuse_domain(design: Design) -> None:
    """Raise for a subset: weights are of the whole sample."""
    if design.core.domain is not None:
        raise MethodeError(
            "een deel van de steekproef wordt niet apart gewogen; weeg eerst, en filter daarna"
        )


def _fit_proportionally(margins: Margins, *, tol: float, max_rounds: int) -> Floats:
    """Return the factor of each profile."""
    mass = margins.mass
    for _ in range(max_rounds):
        for category, target in zip(margins.categories, margins.targets, strict=True):
            found = sum_by(category, mass, len(target))
            ratio = np.divide(target, found, out=np.ones_like(found), where=found > 0)
            mass = mass * ratio[category]
        if margins.find_worst(mass) <= tol:
            break
    _refuse_loose(margins.find_worst(mass), max(tol, 1e-14))
    return np.divide(mass, margins.mass, out=np.ones_like(mass), where=margins.mass > 0)


def _refuse_loose(worst: float, tol: float) -> None:
    if not worst <= tol:
        raise MethodeError(
            f"de marges kunnen niet allemaal tegelijk kloppen (grootste verschil {worst:.2g}); voeg kleine categorieën "
            "samen of laat een marge weg"
        )


def _make_step(margins: Margins, base: Floats, fitted: Floats, variance: VarianceKind) -> Step:
    sizes = tuple(len(target) for target in margins.targets)
    pairs = zip(margins.targets, margins.estimated, strict=True)
    return Step(margins.categories, sizes, base, fitted, variance, tuple(_open(*pair) for pair in pairs))


def _open(target: Floats, estimated: Mask) -> Floats | None:
    """Return the shares of the known categories among each other, NaN for the others; None when all are known."""
    if not estimated.any():
        return None
    known = np.where(estimated, np.nan, target)
    return np.asarray(known / np.nansum(known))


def _reweigh(design: Design, margins: Margins, factor: Floats, variance: VarianceKind) -> Design:
    """Return the design with every profile's weights times its factor, remembering what they were fitted to."""
    core, size = design.core, len(margins.mass)
    weights = core.weights * factor[margins.profile]
    step = _make_step(margins, core.weights, weights, variance)
    if core.calibrations is None:
        calibrations = Calibrations(margins.profile, size, (step,))
    else:
        calibrations = core.calibrations.add(margins.profile, size, step)
    return design.with_core(replace(core, weights=weights, calibrations=calibrations))
