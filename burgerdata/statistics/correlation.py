"""How far two numbers of the same persons go together, with an interval that knows the design."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import Floats, both, known_numbers, read_numbers
from burgerdata.statistics.design import Design
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import form_groups
from burgerdata.statistics.means import find_origin, one_level
from burgerdata.statistics.question import Question
from burgerdata.statistics.results import make_table, t_quantile

EDGE = 1 - 1e-9
"""A correlation beyond this is 1: each number follows from the other, and only rounding is left of the standard error."""


def estimate_correlation(design: Design, x: str, y: str, *, confidence: float = 0.95) -> pd.DataFrame:
    """Return one row with Pearson's weighted correlation over the persons who gave both numbers.

    Columns as every estimate. The standard error is linearised over weighted moments (Särndal, Swensson & Wretman
    1992, section 5.5); the interval is symmetric in Fisher's z, with t for the degrees of freedom of the design. It is
    missing where one of both does not vary, or one follows from the other. A correlation is never a cause.

    Raises
    ------
    MethodeError
        When a column is missing or no number, or a unit is lonely.

    Examples
    --------
    >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 4.0], "y": [1.0, 3.0, 2.0, 4.0]}))
    >>> estimate_correlation(d, "x", "y").estimate.round(3).item()
    0.8
    """
    core = design.core
    one, two = read_numbers(core.frame, x), read_numbers(core.frame, y)
    groups = form_groups(core, None, both(core.rows, known_numbers(one, two)))
    one, two = one - find_origin(one), two - find_origin(two)
    question = Question(one_level(groups), [None, one, two, one**2, two**2, one * two], _linearise)
    answer = solve(core, question)
    r, se = answer.estimate, np.sqrt(answer.variance)
    with np.errstate(divide="ignore", invalid="ignore"):
        half = t_quantile(confidence, core.df) * se / np.where(np.abs(r) > EDGE, np.nan, 1 - r**2)
        centre = np.arctanh(np.clip(r, -EDGE, EDGE))
    return make_table(
        groups.labels, answer, df=core.df, interval=(np.tanh(centre - half), np.tanh(centre + half))
    )


def _linearise(totals: Floats) -> tuple[Floats, Floats]:
    """Return the correlation and its derivatives to the six totals."""
    mass = totals[..., :1]
    ex, ey, exx, eyy, exy = np.moveaxis(totals[..., 1:] / mass, -1, 0)
    vx, vy, cov = exx - ex**2, eyy - ey**2, exy - ex * ey
    scale = np.sqrt(np.where((vx > 0) & (vy > 0), vx * vy, np.nan))
    r = cov / scale
    slope = [
        -ey / scale + r * ex / vx,
        -ex / scale + r * ey / vy,
        -r / (2 * vx),
        -r / (2 * vy),
        1 / scale,
    ]
    moments = (ex, ey, exx, eyy, exy)
    constant = -sum(s * m for s, m in zip(slope, moments, strict=True))
    return r, (np.stack([constant, *slope], axis=-1) / mass)[..., None]
