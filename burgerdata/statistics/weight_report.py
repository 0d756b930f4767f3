"""What a weighting costs and what it mends: the spread of the weights, and the sample against the population."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, sum_by
from burgerdata.statistics.design import Design
from burgerdata.statistics.margins import lay_margins


def report_weights(design: Design) -> pd.DataFrame:
    """Return one row on the weights: n, total, min, max (both relative to the mean), deff and n_eff.

    ``deff`` is Kish's (1965) loss by unequal weights, 1 + the squared coefficient of variation, and n_eff = n / deff.
    Persons with weight 0 or outside the domain are left out.

    Raises
    ------
    MethodeError
        When nobody with a weight is left in the domain.

    Examples
    --------
    >>> report_weights(Design(pd.DataFrame({"w": [1.0, 1.0, 4.0]}), weight="w")).round(2)
       n  total  min  max  deff  n_eff
    0  3    6.0  0.5  2.0   1.5    2.0
    """
    rows = design.core.rows
    weights = design.core.weights if rows is None else design.core.weights[rows]
    if not weights.size:
        raise MethodeError("er zijn geen personen met een gewicht in dit deel; kies een ander filter")
    n, total = len(weights), float(weights.sum())
    deff = n * float((weights**2).sum()) / total**2
    mean = total / n
    row = {"n": n, "total": total, "min": weights.min() / mean, "max": weights.max() / mean}
    return pd.DataFrame([row | {"deff": deff, "n_eff": n / deff}])


def compare_composition(design: Design, marges: pd.DataFrame) -> pd.DataFrame:
    """Return per variable and category the sample before and after weighting beside the population.

    Columns: variabele, categorie, n, before (share by the weights that the design came with), after (by its weights
    now), population, and per variable dissimilarity_before and dissimilarity_after: the share of persons that would
    have to change category to equal the population (Duncan & Duncan 1955).

    Raises
    ------
    MethodeError
        When categories of sample and margins differ.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"g": ["m", "m", "v", "m"]}))
    >>> m = pd.DataFrame({"variabele": ["g", "g"], "categorie": ["m", "v"], "aandeel": [0.5, 0.5]})
    >>> compare_composition(d, m)[["categorie", "n", "before", "population", "dissimilarity_before"]]
      categorie  n  before  population  dissimilarity_before
    0         m  3    0.75         0.5                  0.25
    1         v  1    0.25         0.5                  0.25
    """
    core = design.core
    base = core.weights if core.calibrations is None else core.calibrations.steps[0].base
    margins = lay_margins(design.frame, marges, core.weights)
    size = len(margins.mass)
    counts = margins.weigh(sum_by(margins.profile, (core.weights > 0).astype(np.float64), size))
    before, after = margins.weigh(sum_by(margins.profile, base, size)), margins.weigh(margins.mass)
    parts = []
    for i, variabele in enumerate(margins.variabelen):
        shares = {"before": before[i], "after": after[i], "population": margins.targets[i]}
        part = pd.DataFrame({naam: values / values.sum() for naam, values in shares.items()})
        part.insert(0, "n", counts[i].astype(np.int64))
        part.insert(0, "categorie", pd.Series(margins.labels[i], dtype="str"))
        part.insert(0, "variabele", pd.Series([variabele] * len(part), dtype="str"))
        for moment in ("before", "after"):
            part[f"dissimilarity_{moment}"] = measure_dissimilarity(shares[moment], margins.targets[i])
        parts.append(part[(part["n"] > 0) | (part["population"] > 0)])
    return pd.concat(parts, ignore_index=True)


def measure_dissimilarity(first: Floats | pd.Series, second: Floats | pd.Series) -> float:
    """Return half the sum of absolute differences between two distributions, given as counts or shares.

    0 is the same composition, 1 no category in common (Duncan & Duncan 1955).

    Raises
    ------
    MethodeError
        When both differ in number of categories, or one adds up to nothing.

    Examples
    --------
    >>> measure_dissimilarity(np.array([30.0, 10.0]), np.array([50.0, 50.0]))
    0.25
    """
    one, two = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if one.shape != two.shape or not (one.sum() > 0 and two.sum() > 0):
        raise MethodeError(
            "twee verdelingen vergelijken vraagt dezelfde categorieën en in beide ten minste een persoon"
        )
    return float(np.abs(one / one.sum() - two / two.sum()).sum() / 2)
