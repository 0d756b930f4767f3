"""The change between two samples that may share persons, each with a design of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Codes, Floats, find_column, list_names, read_numbers
from burgerdata.statistics.comparisons import add_p_values
from burgerdata.statistics.design import Design
from burgerdata.statistics.exact import Wave, is_certain, judge_waves
from burgerdata.statistics.means import ask_mean, estimate_numbers
from burgerdata.statistics.results import refuse_names, t_quantile
from burgerdata.statistics.scores import score_units

COLUMNS = ("n_first", "n_second", "first", "second", "estimate", "se", "df", "ci_low", "ci_high", "p_value")
CONFIDENCE = 0.95
_SIDES = {"first": "x", "second": "y"}
"""The suffix that a merge gives to each sample."""
_NOTHING = 1e-20
"""A variance under this part of those of both means is rounding: every shared unit changed alike."""
Matches = list[tuple[Codes, Codes]]
"""Per stage the units of the first sample that are in the second too, and which those are there."""


def compare_samples(
    first: Design,
    second: Design,
    columns: Sequence[str],
    *,
    person: str,
    by: str | None = None,
) -> pd.DataFrame:
    """Return per column and group the mean in both samples and the change, second minus first, with its t test.

    Columns: level (the column), the ``by`` column, n_first, n_second, first, second, estimate, se, df, ci_low, ci_high,
    p_value; the interval is 95%. Each mean has the variance of its own design: stages, population sizes, lonely units and calibration. What
    both samples share is taken off: twice the covariance over the units that are in both (Särndal, Swensson & Wretman
    1992, section 9.9). ``person`` names the column of both frames by which a person is known again; clusters, and
    strata, of one name are the same ones. Degrees of freedom are those of Satterthwaite (1946), and no more than the
    units less the strata of both samples together where they share any. A group of one sample alone has no change. Where
    nothing varies the p-value is that of an exact test: of Fisher (1935, section 21), or the sign test (Dixon & Mood 1946).

    Raises
    ------
    MethodeError
        When a column is missing or no number, ``by`` is text in one sample and a number in the other, a stratum has one
        unit and its design refuses that, or persons are in both samples and these were not drawn by the same columns.

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
    matches = _match(first, second, person)
    tables = []
    for column in columns:
        table, variance = _compare(first, second, column, by, matches)
        df = _count_degrees(table, first, second, matches)
        table = _subtract(table, variance, df).assign(level=column)
        tables.append(_test_certain(table, (first, second), column, by, person))
    return pd.concat(tables, ignore_index=True).astype({"level": "str"})[["level", *names, *COLUMNS]]


def _compare(
    first: Design, second: Design, column: str, by: str | None, matches: Matches
) -> tuple[pd.DataFrame, Floats]:
    """Return the means of both samples beside each other, a row per group, and the variance of the change."""
    asked = [ask_mean(design.core, column, by) for design in (first, second)]
    tables = [
        estimate_numbers(design.core, one, CONFIDENCE)
        for design, one in zip((first, second), asked, strict=True)
    ]
    places = [table.assign(place=np.arange(len(table))) for table in tables]
    table = _join(places[0], places[1], by)
    v1, v2 = (table[f"se_{side}"].to_numpy() ** 2 for side in "xy")
    if not any(len(ours) for ours, _ in matches):
        return table, v1 + v2
    both = table["place_x"].notna() & table["place_y"].notna()
    at = [table.loc[both, f"place_{side}"].to_numpy(dtype=np.intp) for side in "xy"]
    variance = np.full(len(table), np.nan)
    scores = [score_units(design.core, one[1]) for design, one in zip((first, second), asked, strict=True)]
    variance[both] = sum(
        _vary(a.values[:, at[0], 0], b.values[:, at[1], 0], match)
        for a, b, match in zip(*scores, matches, strict=True)
    )
    return table, np.where(variance <= _NOTHING * (v1 + v2), 0.0, variance)


def _join(one: pd.DataFrame, two: pd.DataFrame, by: str | None) -> pd.DataFrame:
    if by is None:
        return one.merge(two, how="cross")
    try:
        return one.merge(two, on=by, how="outer").sort_values(by, ignore_index=True)
    except (TypeError, ValueError) as fout:
        raise MethodeError(
            f"kolom '{by}' is in de ene steekproef van een andere soort dan in de andere; maak er in beide tekst van"
        ) from fout


def _vary(ours: Floats, theirs: Floats, match: tuple[Codes, Codes]) -> Floats:
    """Return per group the sum of squares of the scores, shared units counting once by their difference."""
    here, there = match
    alone = [np.delete(scores, shared, axis=0) for scores, shared in ((ours, here), (theirs, there))]
    change = theirs[there] - ours[here]
    return np.asarray(sum((scores**2).sum(axis=0) for scores in (*alone, change)))


def _count_degrees(table: pd.DataFrame, first: Design, second: Design, matches: Matches) -> Floats:
    v1, v2 = (table[f"se_{side}"].to_numpy() ** 2 for side in "xy")
    d1, d2 = (table[f"df_{side}"].to_numpy() for side in "xy")
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (v1 + v2) ** 2 / (v1**2 / d1 + v2**2 / d2)
    df = np.asarray(np.where(np.isfinite(found), found, d1 + d2), dtype=np.float64)
    shared = len(matches[0][0]) if matches else 0
    if not shared:
        return df
    strata = min(len(design.core.sampling.stages[0].sampled) for design in (first, second))
    together = np.maximum(d1 + d2 - shared + strata, np.minimum(d1, d2))
    return np.asarray(np.minimum(df, together), dtype=np.float64)


def _subtract(table: pd.DataFrame, variance: Floats, df: Floats) -> pd.DataFrame:
    """Return the change between the means of both sides of a merged table."""
    change, se = table["estimate_y"] - table["estimate_x"], np.sqrt(variance)
    half = t_quantile(CONFIDENCE, df) * se
    numbers: dict[str, pd.Series | Floats] = {
        f"n_{name}": table[f"n_{side}"].fillna(0).astype("int64") for name, side in _SIDES.items()
    }
    numbers |= {name: table[f"estimate_{side}"] for name, side in _SIDES.items()}
    numbers |= {"estimate": change, "se": se, "df": df, "ci_low": change - half, "ci_high": change + half}
    return add_p_values(table.assign(**numbers))


def _test_certain(
    table: pd.DataFrame, designs: tuple[Design, Design], column: str, by: str | None, person: str
) -> pd.DataFrame:
    """Return the table with the p-value of an exact test where the change has no standard error."""
    certain = np.flatnonzero(is_certain(table["estimate"], table["se"]))
    if not certain.size:
        return table
    p_value = table["p_value"].to_numpy(copy=True)
    for row in certain:
        waves = [
            Wave(
                design.core,
                read_numbers(design.frame, column),
                ask_mean(design.core, column, by)[0].find_rows(int(table[f"place_{side}"].iloc[row])),
                _name(design.frame, person),
            )
            for design, side in zip(designs, "xy", strict=True)
        ]
        p_value[row] = judge_waves(*waves)
    return table.assign(p_value=p_value)


def _match(first: Design, second: Design, person: str) -> Matches:
    """Return the shared units of every stage that both designs have; nothing where they share none."""
    people = [_name(design.frame, person) for design in (first, second)]
    ours, theirs = ((list_names(d.strata), list_names(d.cluster)) for d in (first, second))
    if ours != theirs:
        if people[0].isin(people[1]).any():
            raise MethodeError(
                "dezelfde mensen zitten in beide steekproeven, maar die zijn niet naar dezelfde strata en clusters "
                "getrokken; geef beide dezelfde kolommen, of laat die in beide weg"
            )
        return []
    stages = zip(first.core.sampling.stages, second.core.sampling.stages, strict=False)
    keys = [list(_name_units(design, person)) for design in (first, second)]
    return [
        _match_stage(a.spread().unit_of_row, b.spread().unit_of_row, keys[0][nr], keys[1][nr])
        for nr, (a, b) in enumerate(stages)
    ]


def _name_units(design: Design, person: str) -> Iterator[pd.Series]:
    """Yield per stage the name of the unit of each row: stratum and cluster of that stage and those above."""
    strata, clusters = list_names(design.strata), list_names(design.cluster)
    name = pd.Series("", index=range(len(design.frame)), dtype="str")
    for nr in range(len(design.core.sampling.stages)):
        unit = clusters[nr] if nr < len(clusters) else person
        for column in (*strata[nr : nr + 1], unit):
            name = name + "\n" + _name(design.frame, column)
        yield name


def _name(frame: pd.DataFrame, column: str) -> pd.Series:
    """Return a column as text, whole numbers without decimals: person 1 of one file is person 1.0 of another."""
    values = find_column(frame, column).reset_index(drop=True)
    if values.isna().any():
        raise MethodeError(
            f"kolom '{column}' is in {int(values.isna().sum())} rijen leeg; vul haar overal in"
        )
    if pd.api.types.is_float_dtype(values.dtype) and (values % 1 == 0).all():
        values = values.astype("int64")
    return values.astype("str")


def _match_stage(
    ours: Codes, theirs: Codes, our_names: pd.Series, their_names: pd.Series
) -> tuple[Codes, Codes]:
    """Return the units of ours whose name occurs in theirs, and which those are there."""
    here, there = (
        pd.Index(names.iloc[np.unique(units, return_index=True)[1]])
        for units, names in ((ours, our_names), (theirs, their_names))
    )
    if not (here.is_unique and there.is_unique):
        raise MethodeError("iemand staat twee keer in dezelfde steekproef; laat een rij per persoon over")
    place = there.get_indexer(here)
    known = np.flatnonzero(place >= 0)
    return known, place[known]
