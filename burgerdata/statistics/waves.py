"""The change between two samples that may share persons, each with a design of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import Floats, both, known_numbers, list_names, read_numbers
from burgerdata.statistics.comparisons import add_p_values
from burgerdata.statistics.design import Design
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import form_groups
from burgerdata.statistics.means import find_origin
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.question import Question
from burgerdata.statistics.results import refuse_names, t_quantile

COLUMNS = ("n_first", "n_second", "first", "second", "estimate", "se", "df", "ci_low", "ci_high", "p_value")
_SIDES = {"first": "x", "second": "y"}
"""The suffix that a merge gives to each sample."""


def compare_samples(
    first: Design,
    second: Design,
    columns: Sequence[str],
    *,
    person: str,
    by: str | None = None,
    confidence: float = 0.95,
) -> pd.DataFrame:
    """Return per column and group the mean in both samples and the change, second minus first, with its t test.

    Columns: level (the column), the ``by`` column, n_first, n_second, first, second, estimate, se, df, ci_low, ci_high,
    p_value. Each mean has the variance of its own design: stages, population sizes and calibration. What the samples
    have in common counts through the correlation of both means, estimated over the units that are in either (Berger &
    Priam 2016): V1 + V2 - 2 r sqrt(V1 V2). ``person`` names the column of both frames by which a person is known again;
    with clusters the cluster is the unit. Samples that share no unit are independent, and their degrees of freedom add
    up. A group of one sample alone has no change.

    Raises
    ------
    MethodeError
        When a column is missing or no number, or a stratum has one unit and its design refuses that.

    Examples
    --------
    >>> first = Design(pd.DataFrame({"wie": ["a", "b", "c"], "cijfer": [5.0, 6.0, 7.0]}))
    >>> second = Design(pd.DataFrame({"wie": ["d", "e", "f"], "cijfer": [6.0, 7.0, 8.0]}))
    >>> compare_samples(first, second, ["cijfer"], person="wie")[["n_first", "n_second", "estimate", "se"]].round(3)
       n_first  n_second  estimate     se
    0        3         3       1.0  0.816
    """
    names = list(list_names(by))
    refuse_names(names, ("level", *COLUMNS))
    stacked = _stack(first, second, [*columns, *names], person)
    df = first.df + second.df if stacked is None else stacked.df
    tables = []
    for column in columns:
        one, two = (design.mean(column, by=by) for design in (first, second))
        table = one.merge(two, on=names, how="outer") if names else one.merge(two, how="cross")
        table = table.sort_values(names, ignore_index=True) if names else table
        r = np.zeros(len(table)) if stacked is None else _correlate(stacked, column, by, table[names])
        tables.append(_subtract(table, r, df, confidence).assign(level=column))
    return pd.concat(tables, ignore_index=True).astype({"level": "str"})[["level", *names, *COLUMNS]]


def _subtract(table: pd.DataFrame, r: Floats, df: float, confidence: float) -> pd.DataFrame:
    """Return the change between the means of both sides of a merged table."""
    change = table["estimate_y"] - table["estimate_x"]
    v1, v2 = (table[f"se_{side}"].to_numpy() ** 2 for side in "xy")
    se = np.sqrt(np.maximum(v1 + v2 - 2 * r * np.sqrt(v1 * v2), 0))
    half = t_quantile(confidence, df) * se
    numbers: dict[str, pd.Series | Floats | float] = {
        f"n_{name}": table[f"n_{side}"].fillna(0).astype("int64") for name, side in _SIDES.items()
    }
    numbers |= {name: table[f"estimate_{side}"] for name, side in _SIDES.items()}
    numbers |= {
        "estimate": change,
        "se": se,
        "df": float(df),
        "ci_low": change - half,
        "ci_high": change + half,
    }
    return add_p_values(table.assign(**numbers))


def _stack(first: Design, second: Design, columns: Sequence[str], person: str) -> Design | None:
    """Return a design of a row per sample and person, numbered under ``~sample``; None where no unit is in both.

    Values of who is outside the domain are missing.
    """
    parts = []
    for number, design in enumerate((first, second)):
        frame, strata = design.frame, list_names(design.strata)
        unit = frame[[*list_names(design.cluster), person][0]].astype("str")
        stratum: pd.Series | str = frame[strata[0]].astype("str") if strata else ""
        own: dict[str, pd.Series | int | str] = {
            "~sample": number,
            "~weight": design.weights,
            "~stratum": stratum,
            "~unit": unit,
        }
        values = frame[list(columns)]
        parts.append((values if design.core.rows is None else values[design.core.rows]).assign(**own))
    if not parts[0]["~unit"].isin(parts[1]["~unit"]).any():
        return None
    frame = pd.concat(parts, ignore_index=True)
    return Design(frame, weight="~weight", strata="~stratum", cluster="~unit", lonely_psu="certainty")


def _correlate(stacked: Design, column: str, by: str | None, groups: pd.DataFrame) -> Floats:
    """Return the correlation of both means in each group, 0 where one of them does not vary."""
    values = read_numbers(stacked.frame, column)
    found = form_groups(stacked.core, by, both(stacked.core.rows, known_numbers(values)))
    sample = stacked.frame["~sample"].to_numpy(dtype=np.int32)
    cells = Cells(found.codes, sample, found.size, 2, found.rows)
    answer = solve(stacked.core, Question(cells, [None, values - find_origin(values)], _linearise_means))
    spread = np.sqrt(answer.variance)
    with np.errstate(divide="ignore", invalid="ignore"):
        r = answer.covariance[:, 0, 1] / (spread[:, 0] * spread[:, 1])
    known = found.labels.assign(r=np.clip(np.where(np.isfinite(r), r, 0.0), -1, 1))
    joined = known if by is None else groups.merge(known, on=by, how="left")
    return joined["r"].fillna(0.0).to_numpy()


def _linearise_means(totals: Floats) -> tuple[Floats, Floats]:
    """Return the mean of each level and its derivatives to the totals of that level."""
    mass, mean = totals[..., 0], totals[..., 1] / totals[..., 0]
    slope = np.stack([-mean / mass, 1 / mass], axis=-1)
    return mean, slope[..., None] * np.eye(totals.shape[1])[None, :, None, :]
