"""Weights that meet their margins and stay within bounds: raking and trimming in turns."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.calibration import VarianceKind
from burgerdata.statistics.codes import Floats
from burgerdata.statistics.design import Design
from burgerdata.statistics.margins import lay_margins
from burgerdata.statistics.trimming import trim_weights
from burgerdata.statistics.weighting import rake

SLACK = 0.01
"""How far a margin may be off when the weights are within their bounds."""
TURNS = 200
"""Most times that raking and trimming take turns."""


def rake_within(
    design: Design, marges: pd.DataFrame, *, lower: float, upper: float, variance: VarianceKind = "greg"
) -> Design:
    """Return the design raked with weights between ``lower`` and ``upper`` times their mean, so that both hold.

    Margins hold to 1%, and standard errors are those of the calibration. Source: Deville & Särndal (1992, section 2)
    for weights with a restricted range; here raking and trimming take turns.

    Raises
    ------
    MethodeError
        As rake and trim_weights, and when a margin stays off within these bounds.

    Examples
    --------
    >>> frame = pd.DataFrame({"g": ["m"] * 8 + ["v"] * 2, "w": [1.0] * 7 + [9.0, 1.0, 1.0]})
    >>> m = pd.DataFrame({"variabele": ["g", "g"], "categorie": ["m", "v"], "aandeel": [0.7, 0.3]})
    >>> d = rake_within(Design(frame, weight="w"), m, lower=0.3, upper=3)
    >>> d.proportion("g")["estimate"].round(2).tolist(), round(float(d.weights.max() / d.weights.mean()), 2)
    ([0.7, 0.3], 3.0)
    """
    first = current = rake(design, marges, variance=variance)
    for _ in range(TURNS):
        trimmed = trim_weights(current, lower=lower, upper=upper)
        margins = lay_margins(trimmed.frame, marges, trimmed.core.weights)
        if margins.find_worst(margins.mass) <= SLACK:
            return _keep_fitted(first, trimmed.core.weights)
        current = rake(trimmed, marges, variance=variance)
    raise MethodeError(
        f"met gewichten tussen {lower:g} en {upper:g} keer het gemiddelde kloppen de marges niet; kies ruimere grenzen "
        "of voeg kleine categorieën samen"
    )


def _keep_fitted(raked: Design, weights: Floats) -> Design:
    """Return a raked design with these weights, as if raking itself had given them: its margins hold with them."""
    calibrations = raked.core.calibrations
    assert calibrations is not None
    *before, last = calibrations.steps
    kept = replace(calibrations, steps=(*before, replace(last, fitted=weights)))
    return raked.with_core(replace(raked.core, weights=weights, calibrations=kept))
