"""Answers as tidy tables: one row per group and level, always with the same columns."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats
from burgerdata.statistics.question import Answer

COLUMNS = ("estimate", "se", "df", "ci_low", "ci_high", "deff", "n", "n_eff")


def t_quantile(confidence: float, df: Floats | float) -> Floats:
    """Return the two-sided critical value of Student's t; NaN where no degrees of freedom are left."""
    from scipy.special import stdtrit

    if not 0 < confidence < 1:
        raise MethodeError("confidence moet tussen 0 en 1 liggen; 0.95 is gebruikelijk")
    degrees = np.asarray(df, dtype=np.float64)
    return np.where(degrees > 0, stdtrit(np.maximum(degrees, 1), 0.5 + confidence / 2), np.nan)


def normal_interval(
    estimate: Floats, se: Floats, df: Floats | float, confidence: float
) -> tuple[Floats, Floats]:
    """Return estimate -/+ t x se."""
    half = t_quantile(confidence, df) * se
    return estimate - half, estimate + half


def effective_n(n: Floats, variance: Floats, plain: Floats) -> Floats:
    """Return the size of the simple random sample with the same variance; n itself where nothing varies."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((plain > 0) & (variance > 0), n * plain / variance, n)


def refuse_names(names: Iterable[str], others: tuple[str, ...] = ()) -> None:
    """Raise a MethodeError when a column of groups has the name of a column of the result."""
    taken = [str(naam) for naam in names if naam in (*COLUMNS, *others)]
    if taken:
        raise MethodeError(
            f"kolom '{taken[0]}' heet als een kolom van de uitkomst; hernoem die kolom voor u ernaar uitsplitst"
        )


def make_table(
    labels: pd.DataFrame,
    answer: Answer,
    *,
    df: Floats | float,
    interval: tuple[Floats, Floats],
    level: tuple[str, pd.Series] | None = None,
) -> pd.DataFrame:
    """Return labels x level with the columns of COLUMNS.

    ``level`` names a column and its value per result; ``df`` is one number, or one per group (group x 1). A label
    named as one of those columns is refused, for one would replace the other.
    """
    refuse_names(labels.columns, () if level is None else (level[0],))
    n_groups, n_results = answer.estimate.shape
    where = np.repeat(np.arange(n_groups), n_results)
    columns = {str(naam): labels[naam].array.take(where) for naam in labels}
    if level is not None:
        columns[level[0]] = level[1].array.take(np.tile(np.arange(n_results), n_groups))
    with np.errstate(divide="ignore", invalid="ignore"):
        deff = np.where(answer.simple > 0, answer.variance / answer.simple, np.nan)
    n = np.repeat(answer.n, n_results)
    numbers = {
        "estimate": answer.estimate.ravel(),
        "se": np.sqrt(answer.variance).ravel(),
        "df": np.broadcast_to(np.asarray(df, dtype=np.float64), answer.estimate.shape).ravel(),
        "ci_low": interval[0].ravel(),
        "ci_high": interval[1].ravel(),
        "deff": deff.ravel(),
        "n": n.astype(np.int64),
        "n_eff": effective_n(n, answer.variance.ravel(), answer.plain.ravel()),
    }
    return pd.DataFrame(columns | numbers, index=pd.RangeIndex(len(where)))
