"""The groups of ``by``: which rows belong together, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import (
    Codes,
    Factor,
    Floats,
    Mask,
    both,
    compact,
    join_codes,
    list_names,
)
from burgerdata.statistics.core import Core


@dataclass(frozen=True)
class Groups:
    """The groups of ``by``: a code per row (None: one group), the rows that are in one (None: all), and their labels.

    ``labels`` has a row per group; ``counts`` the rows of each, where they are known without counting anew.
    """

    codes: Codes | None
    rows: Mask | None
    labels: pd.DataFrame
    n_rows: int
    counts: Floats | None = None

    @property
    def size(self) -> int:
        """Return the number of groups."""
        return len(self.labels)

    def find_rows(self, group: int) -> Mask:
        """Return the rows of one group."""
        inside = np.ones(self.n_rows, dtype=np.bool_) if self.rows is None else self.rows
        return inside if self.codes is None else np.asarray(inside & (self.codes == group))


def form_groups(core: Core, by: str | Sequence[str] | None, rows: Mask | None) -> Groups:
    """Return the groups that occur among ``rows``, sorted by their labels; a missing label is in no group."""
    names = list_names(by)
    if not names:
        return Groups(None, rows, pd.DataFrame(index=pd.RangeIndex(1)), core.n_rows)
    factors = [core.encode(naam) for naam in names]
    inside = both(rows, *(factor.known for factor in factors))
    code, size = factors[0].codes, factors[0].size
    if len(factors) > 1:
        code, size = join_codes([(factor.codes, factor.size) for factor in factors])
    if inside is None and len(factors) == 1 and factors[0].counts.all():
        labels = pd.DataFrame({factors[0].naam: factors[0].levels}, copy=False)
        return Groups(code, None, labels, core.n_rows, factors[0].counts.astype(np.float64))
    if inside is None:
        codes, old = compact(code, size)
    else:
        codes = np.full(core.n_rows, -1, dtype=np.int32)
        codes[inside], old = compact(code[inside], size)
    return Groups(codes, inside, _label_groups(factors, old), core.n_rows)


@dataclass(frozen=True)
class People:
    """How many persons an interval rests on, and its degrees of freedom: one number, or one per group (group x 1)."""

    n: Floats | float
    df: Floats | float


def count_people(core: Core, groups: Groups) -> People:
    """Return the people of the design, or where it says so those of each group, whether they answered or not.

    So a group has the degrees of freedom that ``subset`` would give it: its units less the strata that they are in.
    """
    names = list(groups.labels.columns)
    if not core.group_df or not names or not groups.size:
        return People(float(core.n), float(core.df))
    everyone = form_groups(core, names, core.rows)
    inside = slice(None) if everyone.rows is None else everyone.rows
    assert everyone.codes is not None
    group, stage = everyone.codes[inside], core.sampling.stages[0]
    units, strata = (
        _count_distinct(group, codes[inside], everyone.size)
        for codes in (stage.unit_of_row, stage.stratum_of_row)
    )
    place = pd.MultiIndex.from_frame(everyone.labels).get_indexer(pd.MultiIndex.from_frame(groups.labels))
    n = np.bincount(group, minlength=everyone.size)
    return People(n[place][:, None].astype(np.float64), (units - strata)[place][:, None].astype(np.float64))


def _count_distinct(group: Codes, codes: Codes, n_groups: int) -> Codes:
    """Return how many different codes each group holds."""
    size = int(codes.max()) + 1
    found = compact(*join_codes([(group, n_groups), (codes, size)]))[1]
    return np.bincount(found // size, minlength=n_groups)


def _label_groups(factors: list[Factor], old: Codes) -> pd.DataFrame:
    columns: list[tuple[str, pd.Series]] = []
    for factor in reversed(factors):
        columns.append((factor.naam, factor.decode(old % factor.size)))
        old = old // factor.size
    return pd.DataFrame(dict(columns[::-1]))
