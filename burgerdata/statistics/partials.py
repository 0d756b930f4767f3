"""Sums that can be taken block by block, merged in any grouping, and finished once.

Every estimate here is a smooth function of weighted totals of a few variables per cell (group x level). A block
of rows gives: the totals, the counts, the second moments that a simple random sample would need, and per stage
of sampling what the variance needs: a sum per unit where units hold several rows, and sums of squares per stratum
where each row is its own unit. All of it adds up over blocks; nothing else of the rows is needed afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from burgerdata.statistics.codes import Codes, Floats, Mask, both, sum_by
from burgerdata.statistics.sampling import Sampling, Stage

BLOCK = 262_144
"""Rows in a block; fixed, so that the same table gives the same sums on every machine."""


Keep = NDArray[np.intp] | None
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True)
class Cells:
    """The cell of each row: a group (None: one group) and a level (None: one level); ``rows`` are those inside.

    Codes stay as small as they come; they are joined block by block. ``first`` is the number of the first group.
    ``counts`` holds the rows of each group where they are known beforehand, which saves a third of a pass.
    """

    group: Codes | None
    level: Codes | None
    n_groups: int
    n_levels: int
    rows: Mask | None
    first: int = 0
    counts: Floats | None = None

    @property
    def size(self) -> int:
        """Return the number of cells."""
        return self.n_groups * self.n_levels

    def take(self, rows: slice, length: int) -> tuple[Codes, Keep]:
        """Return the cell of each row of a block that is inside, and which rows those are (None: all)."""
        keep = None if self.rows is None else np.flatnonzero(self.rows[rows])
        kind = narrow(self.size + self.n_levels * self.first)
        if self.group is None:
            size = length if keep is None else len(keep)
            return (np.zeros(size, kind) if self.level is None else pick(self.level, rows, keep)), keep
        code: Codes = pick(self.group, rows, keep).astype(kind)
        if self.first:
            code -= self.first
        if self.n_levels > 1:
            code *= self.n_levels
        if self.level is not None:
            code += pick(self.level, rows, keep)
        return code, keep

    def only(self, first: int, last: int) -> Cells:
        """Return the cells of groups ``first`` up to ``last`` alone."""
        assert self.group is not None
        inside = (self.group >= first) & (self.group < last)
        return Cells(self.group, self.level, last - first, self.n_levels, both(self.rows, inside), first)


def narrow(size: int) -> np.dtype[np.signedinteger[Any]]:
    """Return the smallest kind of integer that numbers this many: less memory to read is less time."""
    return np.dtype(np.int16 if size < 2**15 else np.int32 if size < 2**31 else np.int64)


def join_places(place: Codes, code: Codes, n_places: int, size: int) -> Codes:
    """Return one code for place and cell, the cell running fastest."""
    joint = np.multiply(place, size, dtype=np.int32 if n_places * size < 2**31 else np.int64)
    joint += code
    return joint


def pick(values: NDArray[Number], rows: slice, keep: Keep) -> NDArray[Number]:
    """Return the values of a block, or of the rows of it that are kept."""
    return values[rows] if keep is None else values[rows][keep]


@dataclass(frozen=True)
class StageSums:
    """``sums`` per unit (or stratum) x cell x variable; ``squares`` only where rows are units."""

    sums: Floats
    squares: Floats | None

    def merge(self, other: StageSums) -> StageSums:
        """Return the sums of both blocks together."""
        if self.squares is None or other.squares is None:
            return StageSums(self.sums + other.sums, None)
        return StageSums(self.sums + other.sums, self.squares + other.squares)


@dataclass(frozen=True)
class Partials:
    """What a block of rows adds to an estimate.

    ``count`` per group (0 where the cells know it beforehand); ``products`` per cell x variable x variable (sum of
    w v v'), empty beside a variable that is the constant 1, which ``constant`` tells; ``stages`` per stage of sampling.
    """

    count: Floats
    products: Floats
    stages: tuple[StageSums, ...]
    constant: tuple[bool, ...]

    @cached_property
    def totals(self) -> Floats:
        """Return the totals per cell x variable (sum of w v)."""
        return np.asarray(self.stages[0].sums.sum(axis=0))

    @property
    def second(self) -> Floats:
        """Return the sums of w v v' per cell x variable x variable; beside the constant 1 they are the totals."""
        second = self.products.copy()
        for nr, constant in enumerate(self.constant):
            if constant:
                second[:, nr, :] = second[:, :, nr] = self.totals
        return second

    def merge(self, other: Partials) -> Partials:
        """Return the partials of both blocks together."""
        stages = tuple(a.merge(b) for a, b in zip(self.stages, other.stages, strict=True))
        return Partials(self.count + other.count, self.products + other.products, stages, self.constant)


def list_blocks(n_rows: int, block: int = BLOCK) -> list[slice]:
    """Return the blocks of rows in source order."""
    return [slice(start, min(start + block, n_rows)) for start in range(0, max(n_rows, 1), block)]


def collect(
    sampling: Sampling, cells: Cells, weights: Floats, values: Sequence[Floats | None], *, block: int = BLOCK
) -> Partials:
    """Return the partials of all rows, taken block by block in source order.

    ``values`` holds a variable per item; None stands for the constant 1.
    """
    first, *rest = list_blocks(len(weights), block)
    total = take_block(sampling, cells, weights, values, first)
    for rows in rest:
        total = total.merge(take_block(sampling, cells, weights, values, rows))
    return total if cells.counts is None else replace(total, count=cells.counts)


def take_block(
    sampling: Sampling, cells: Cells, weights: Floats, values: Sequence[Floats | None], rows: slice
) -> Partials:
    """Return the partials of one block of rows."""
    code, keep = cells.take(rows, len(weights[rows]))
    weight = pick(weights, rows, keep)
    plain = [None if value is None else pick(value, rows, keep) for value in values]
    weighted = [weight if value is None else weight * value for value in plain]
    stages = []
    for stage in sampling.stages:
        place = pick(stage.stratum_of_row if stage.unit is None else stage.unit, rows, keep)
        stages.append(_sum_stage(stage, place, code, cells.size, weighted))
    products = _sum_products(code, cells.size, plain, weighted)
    constant = tuple(value is None for value in values)
    return Partials(_count_rows(code, cells), products, tuple(stages), constant)


def _count_rows(code: Codes, cells: Cells) -> Floats:
    """Return the rows of each group in a block, or 0 where that is known beforehand."""
    if cells.counts is not None:
        return np.zeros(cells.n_groups)
    count = np.bincount(code, minlength=cells.size).reshape(cells.n_groups, cells.n_levels)
    return np.asarray(count.sum(axis=1), dtype=np.float64)


def _sum_products(code: Codes, size: int, left: Sequence[Floats | None], right: Sequence[Floats]) -> Floats:
    """Return the sums of products per code; 0 beside a left variable that is 1."""
    out = np.zeros((size, len(right), len(right)))
    for a, one in enumerate(left):
        for b in range(a, len(left)):
            if one is not None and left[b] is not None:
                out[:, a, b] = out[:, b, a] = sum_by(code, one * right[b], size)
    return out


def _sum_stage(stage: Stage, place: Codes, code: Codes, size: int, weighted: Sequence[Floats]) -> StageSums:
    n_places, k = stage.n_places, len(weighted)
    joint = join_places(place, code, n_places, size)
    sums = np.stack([sum_by(joint, v, n_places * size) for v in weighted], axis=-1).reshape(n_places, size, k)
    if stage.unit is not None:
        return StageSums(sums, None)
    squares = _sum_products(joint, n_places * size, weighted, weighted)
    return StageSums(sums, squares.reshape(n_places, size, k, k))
