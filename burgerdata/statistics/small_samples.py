"""Intervals for a handful of people, as in a usability test: success of a task, a score such as SUS, a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats
from burgerdata.statistics.means import refuse_choice
from burgerdata.statistics.proportions import beta_interval, wilson_interval
from burgerdata.statistics.results import t_quantile

SuccessMethod = Literal["agresti", "wilson", "exact"]


def interval_success(
    successes: int, n: int, *, method: SuccessMethod = "agresti", confidence: float = 0.95
) -> pd.DataFrame:
    """Return one row (estimate, ci_low, ci_high, n) for a task that ``successes`` of ``n`` people completed.

    "agresti" is the adjusted Wald interval (Agresti & Coull 1998), which Sauro & Lewis (2005) advise for few people;
    "wilson" the score interval; "exact" that of Clopper & Pearson, never too narrow. Shares are 0 to 1.

    Raises
    ------
    MethodeError
        When nobody tried, or more people succeeded than tried.

    Examples
    --------
    >>> interval_success(9, 10).round(3)
       estimate  ci_low  ci_high   n
    0       0.9   0.574      1.0  10
    """
    refuse_choice("method", method, get_args(SuccessMethod))
    if n < 1 or not 0 <= successes <= n:
        raise MethodeError(f"{successes} van {n} mensen slaagden: geef hoeveel mensen slaagden, van hoeveel")
    z = t_quantile(confidence, np.inf)
    share, size = np.array([successes / n]), np.array([float(n)])
    if method == "exact":
        low, high = beta_interval(share, size, confidence)
    elif method == "wilson":
        low, high = wilson_interval(share, size, z)
    else:
        centre = (successes + z**2 / 2) / (n + z**2)
        half = z * np.sqrt(centre * (1 - centre) / (n + z**2))
        low, high = np.maximum(centre - half, 0.0).reshape(1), np.minimum(centre + half, 1.0).reshape(1)
    return pd.DataFrame({"estimate": share, "ci_low": low, "ci_high": high, "n": [n]})


def interval_mean(
    values: Sequence[float] | pd.Series,
    *,
    bounds: tuple[float, float] | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Return one row (estimate, se, ci_low, ci_high, n) for the mean of unweighted scores, with Student's t.

    Missing scores are left out; ``bounds`` are the ends of the scale, such as (0, 100) for SUS, which the interval may
    not pass. With one score, or scores that are all the same, there is no interval. The interval is mean -/+ t(n - 1) x sd / root n (Sauro & Lewis 2016,
    chapter 3), in the unit of the scores.

    Raises
    ------
    MethodeError
        When there is no score at all, or ``confidence`` is not between 0 and 1.

    Examples
    --------
    >>> interval_mean([70.0, 80.0, 90.0], bounds=(0, 100)).round(1)
       estimate   se  ci_low  ci_high  n
    0      80.0  5.8    55.2    100.0  3
    """
    known = _known(values)
    se = known.std(ddof=1) / np.sqrt(len(known)) if len(known) > 1 else np.nan
    half = float(t_quantile(confidence, len(known) - 1.0)) * se
    half = half if se > 0 else np.nan
    low, high = known.mean() - half, known.mean() + half
    if bounds is not None:
        low, high = max(low, float(bounds[0])), min(high, float(bounds[1]))
    row = {"estimate": known.mean(), "se": se, "ci_low": low, "ci_high": high, "n": len(known)}
    return pd.DataFrame([row])


def interval_time(seconds: Sequence[float] | pd.Series, *, confidence: float = 0.95) -> pd.DataFrame:
    """Return one row (estimate, ci_low, ci_high, n) for the geometric mean of times of people who succeeded.

    Times of tasks are skewed; for fewer than 25 people the geometric mean comes nearer the middle person than the
    median does (Sauro & Lewis 2010). With one time, or times that are all the same, there is no interval.

    Raises
    ------
    MethodeError
        When there is no time at all, or one is not above 0.

    Examples
    --------
    >>> interval_time([10.0, 40.0]).estimate.round(6).item()
    20.0
    """
    known = _known(seconds)
    if (known <= 0).any():
        raise MethodeError("een tijd van 0 seconden of minder kan niet; laat die leeg of verbeter de tijd")
    row = interval_mean(pd.Series(np.log(known)), confidence=confidence)
    columns = ["estimate", "ci_low", "ci_high"]
    return row.assign(**{naam: np.exp(row[naam]) for naam in columns})[[*columns, "n"]]


def _known(values: Sequence[float] | pd.Series) -> Floats:
    found = pd.Series(values, dtype="float64").dropna().to_numpy(dtype=np.float64)
    if not found.size:
        raise MethodeError("er zijn geen getallen om een gemiddelde van te nemen; controleer de keuze")
    return found
