"""Differences: between two groups, from zero, and between two waves of the same persons."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import (
    Factor,
    Floats,
    Mask,
    both,
    compact,
    encode,
    find_column,
    known_numbers,
    list_names,
    read_numbers,
)
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import Groups, count_people, form_groups
from burgerdata.statistics.means import By, find_origin, finish_table, one_level, refuse_choice
from burgerdata.statistics.partials import Cells, pick
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import refuse_names

Overlap = Literal["all", "both"]


def test_means(
    core: Core,
    x: str,
    *,
    by: str | None,
    paired: str | None,
    dropna: bool,
    confidence: float,
) -> pd.DataFrame:
    """Return one row with a difference of means, its interval and Student's t test on the design.

    The degrees of freedom are those of R's svyttest: units minus strata minus one. Of one mean those are the units of
    the design, of a difference between groups those of who answered.
    """
    if by is not None and paired is not None:
        raise MethodeError(
            "kies tussen 'by' (twee groepen) en 'paired' (twee antwoorden van dezelfde personen)"
        )
    values = read_numbers(core.frame, x)
    if paired is not None:
        values = values - read_numbers(core.frame, paired)
    known = known_numbers(values) if dropna else None
    if by is None:
        inside, answer = None, _solve_mean(core, values, known)
        method = "gepaarde t-toets" if paired is not None else "t-toets op een gemiddelde"
    else:
        inside, answer = _solve_difference(core, values, known, by)
        method = "t-toets op het verschil van twee groepen"
    df = (core.df if by is None else core.sampling.count_degrees(inside)) - 1
    table = finish_table(
        Groups(None, None, pd.DataFrame(index=pd.RangeIndex(1)), core.n_rows), answer, df, confidence
    )
    tested = add_p_values(table)
    return tested.assign(method=pd.Series([method], dtype="str"))


def _solve_mean(core: Core, values: Floats, known: Mask | None) -> Answer:
    groups = form_groups(core, None, both(core.rows, known))

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass, mean = totals[..., 0], totals[..., 1] / totals[..., 0]
        return mean, np.stack([-mean / mass, 1 / mass], axis=-1)[..., None]

    return solve(core, Question(one_level(groups), [None, values], linearise))


def _solve_difference(core: Core, values: Floats, known: Mask | None, by: str) -> tuple[Mask | None, Answer]:
    factor = core.encode(by)
    inside = both(core.rows, known, factor.known)
    code = np.zeros(len(values), dtype=np.int32)
    rows = slice(None) if inside is None else inside
    code[rows], old = compact(factor.codes[rows], factor.size)
    if len(old) != 2:
        raise MethodeError(f"'{by}' heeft {len(old)} groepen met antwoorden; een t-toets vergelijkt er twee")

    def linearise(totals: Floats) -> tuple[Floats, Floats]:
        mass, mean = totals[..., 0], totals[..., 1] / totals[..., 0]
        sign = np.array([-1.0, 1.0])
        coef = np.stack([-mean / mass, 1 / mass], axis=-1) * sign[:, None]
        return (mean @ sign)[:, None], coef[..., None]

    origin = find_origin(values)
    return inside, solve(core, Question(Cells(None, code, 1, 2, inside), [None, values - origin], linearise))


def add_p_values(table: pd.DataFrame) -> pd.DataFrame:
    """Return the table with statistic (estimate / se), df1 (1), df2 and the two-sided p_value of a t test.

    The table has columns estimate, se and df (degrees of freedom). The statistic follows
    Student's t when the estimate is 0 (Lumley 2010, section 2.4). Where se is missing, or df is not above 0, the
    p-value is missing.

    Raises
    ------
    KeyError
        When estimate, se or df is not a column.

    Examples
    --------
    >>> add_p_values(pd.DataFrame({"estimate": [2.0], "se": [1.0], "df": [10.0]})).p_value.round(4).tolist()
    [0.0734]
    """
    from scipy.special import stdtr

    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = table["estimate"] / table["se"]
    degrees = table["df"].where(table["df"] > 0)
    p_value = 2 * stdtr(degrees.to_numpy(), -statistic.abs().to_numpy())
    return table.assign(statistic=statistic, df1=1.0, df2=table["df"], p_value=p_value)


def estimate_change(
    core: Core, first: str, second: str, *, by: By, overlap: Overlap, confidence: float
) -> pd.DataFrame:
    """Return mean(second) - mean(first) per group; for answers in words the change in each share.

    A person who answered twice counts in both means, so the variance is linearised on the person: what a person
    has in common with herself falls out (Särndal, Swensson & Wretman 1992, section 9.9).
    """
    refuse_choice("overlap", overlap, get_args(Overlap))
    one, two = find_column(core.frame, first), find_column(core.frame, second)
    if all(pd.api.types.is_numeric_dtype(c) and not pd.api.types.is_bool_dtype(c) for c in (one, two)):
        waves = (read_numbers(core.frame, first), read_numbers(core.frame, second))
        return _change_mean(core, waves, by=by, overlap=overlap, confidence=confidence)
    refuse_names(list_names(by), ("level",))
    a, b = encode(one), encode(two)
    labels = a.labels if a.labels.equals(b.labels) else a.labels.union(b.labels)
    parts = []
    for label in labels:
        pair = (_mark_label(a, label), _mark_label(b, label))
        parts.append(_change_mean(core, pair, by=by, overlap=overlap, confidence=confidence))
    return _stack_levels(parts, labels, a.dtype if a.dtype == b.dtype else None)


def _mark_label(factor: Factor, label: Hashable) -> Floats:
    """Return 1 where a person gave this answer, 0 for another answer and NaN for none."""
    place = factor.labels.get_loc(label) if label in factor.labels else -2
    return np.where(factor.codes >= 0, (factor.codes == place).astype(np.float64), np.nan)


def _stack_levels(
    parts: list[pd.DataFrame], labels: pd.Index, dtype: pd.CategoricalDtype | None
) -> pd.DataFrame:
    """Return the parts under each other, the levels of a group together."""
    n_groups = len(parts[0])
    level = (
        pd.Series(labels.repeat(n_groups).array, dtype=dtype)
        if dtype
        else pd.Series(labels.repeat(n_groups).array)
    )
    table = pd.concat(parts, ignore_index=True)
    table.insert(list(table.columns).index("estimate"), "level", level)
    order = np.arange(len(table)).reshape(len(parts), n_groups).T.ravel()
    return table.take(order).reset_index(drop=True)


def _change_mean(
    core: Core,
    waves: tuple[Floats, Floats],
    *,
    by: By,
    overlap: Overlap,
    confidence: float,
) -> pd.DataFrame:
    known = [~np.isnan(wave) for wave in waves]
    twice = known[0] & known[1]
    refuse_names(list_names(by), ("n_both", "n_first", "n_second"))
    groups = form_groups(core, by, both(core.rows, twice if overlap == "both" else known[0] | known[1]))
    origin = find_origin(waves[0])
    values: list[Floats | None] = [None]
    for wave, has in zip(waves, known, strict=True):
        values += [has.astype(np.float64), np.where(has, wave - origin, 0.0)]
    answer = solve(core, Question(one_level(groups), values, _linearise_change))
    table = finish_table(groups, answer, count_people(core, groups).df, confidence)
    code, keep = one_level(groups).take(slice(None), core.n_rows)
    counts = {"n_both": twice, "n_first": known[0], "n_second": known[1]}
    return table.assign(
        **{
            name: np.bincount(code[pick(has, slice(None), keep)], minlength=groups.size)
            for name, has in counts.items()
        }
    )


def _linearise_change(totals: Floats) -> tuple[Floats, Floats]:
    mass = totals[..., [1, 3]]
    mean = totals[..., [2, 4]] / mass
    zero = np.zeros_like(mass[..., 0])
    slope = [
        zero,
        mean[..., 0] / mass[..., 0],
        -1 / mass[..., 0],
        -mean[..., 1] / mass[..., 1],
        1 / mass[..., 1],
    ]
    return mean[..., 1] - mean[..., 0], np.stack(slope, axis=-1)[..., None]
