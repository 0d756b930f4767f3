"""Sums that can be taken block by block, merged in any grouping, and finished once.

Every estimate here is a smooth function of weighted totals of a few variables per cell (group x level). A block
of rows gives: the totals, the counts, the second moments that a simple random sample would need, and per stage
of sampling what the variance needs: a sum per unit where units hold several rows, and sums of squares per stratum
where each row is its own unit. All of it adds up over blocks; nothing else of the rows is needed afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from burgerdata.statistics.codes import Codes, Floats, sum_by
from burgerdata.statistics.sampling import Sampling, Stage

BLOCK = 262_144
"""Rows in a block; fixed, so that the same table gives the same sums on every machine."""


@dataclass(frozen=True)
class Cells:
    """The cell of each row: ``code = group * n_levels + level``, -1 for a row outside the domain."""

    code: Codes
    n_groups: int
    n_levels: int

    @property
    def size(self) -> int:
        """Return the number of cells."""
        return self.n_groups * self.n_levels


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

    ``count`` per cell; ``totals`` per cell x variable (sum of w v); ``second`` per cell x variable x variable
    (sum of w v v'); ``stages`` per stage of sampling.
    """

    count: NDArray[np.int64]
    totals: Floats
    second: Floats
    stages: tuple[StageSums, ...]

    def merge(self, other: Partials) -> Partials:
        """Return the partials of both blocks together."""
        stages = tuple(a.merge(b) for a, b in zip(self.stages, other.stages, strict=True))
        return Partials(
            self.count + other.count, self.totals + other.totals, self.second + other.second, stages
        )


def collect(
    sampling: Sampling, cells: Cells, weights: Floats, values: Sequence[Floats | None], *, block: int = BLOCK
) -> Partials:
    """Return the partials of all rows, taken block by block in source order.

    ``values`` holds a variable per item; None stands for the constant 1.
    """
    total = None
    for start in range(0, max(len(weights), 1), block):
        part = take_block(sampling, cells, weights, values, slice(start, start + block))
        total = part if total is None else total.merge(part)
    assert total is not None
    return total


def take_block(
    sampling: Sampling, cells: Cells, weights: Floats, values: Sequence[Floats | None], rows: slice
) -> Partials:
    """Return the partials of one block of rows."""
    code, weight = cells.code[rows], weights[rows]
    inside = code >= 0
    keep: NDArray[np.intp] | None = None if inside.all() else np.flatnonzero(inside)
    if keep is not None:
        code, weight = code[keep], weight[keep]
    plain = [None if v is None else (v[rows] if keep is None else v[rows][keep]) for v in values]
    weighted = [weight if v is None else weight * v for v in plain]
    stages = tuple(_sum_stage(stage, cells.size, code, weighted, rows, keep) for stage in sampling.stages)
    totals = np.stack([sum_by(code, v, cells.size) for v in weighted], axis=-1)
    second = _sum_products(code, cells.size, plain, weighted, totals)
    return Partials(np.bincount(code, minlength=cells.size).astype(np.int64), totals, second, stages)


def _sum_products(
    code: Codes, size: int, left: Sequence[Floats | None], right: Sequence[Floats], totals: Floats | None
) -> Floats:
    """Return the sums of products per code; where a left variable is 1, the totals are already there."""
    k = len(right)
    out = np.empty((size, k, k))
    for a in range(k):
        for b in range(a, k):
            one, other = left[a], left[b]
            if totals is not None and one is None:
                out[:, a, b] = totals[:, b]
            elif totals is not None and other is None:
                out[:, a, b] = totals[:, a]
            else:
                assert one is not None
                out[:, a, b] = sum_by(code, one * right[b], size)
            out[:, b, a] = out[:, a, b]
    return out


def _sum_stage(
    stage: Stage,
    size: int,
    code: Codes,
    weighted: Sequence[Floats],
    rows: slice,
    keep: NDArray[np.intp] | None,
) -> StageSums:
    place = (stage.stratum_of_row if stage.unit is None else stage.unit)[rows]
    joint = (place if keep is None else place[keep]) * size + code
    n_places = len(stage.sampled) if stage.unit is None else stage.n_units
    sums = np.stack([sum_by(joint, v, n_places * size) for v in weighted], axis=-1)
    sums = sums.reshape(n_places, size, len(weighted))
    if stage.unit is not None:
        return StageSums(sums, None)
    squares = _sum_products(joint, n_places * size, weighted, weighted, None)
    return StageSums(sums, squares.reshape(n_places, size, len(weighted), len(weighted)))
