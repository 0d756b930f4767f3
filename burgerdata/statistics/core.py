"""What every estimate needs to know of a Design: frame, weights, sampling, domain and calibrations."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from burgerdata.statistics.calibration import Calibrations
from burgerdata.statistics.codes import Codes, Factor, Floats, Mask, encode, find_column
from burgerdata.statistics.sampling import Sampling

EXPANDS = 1.5
"""Weights that sum to more than this many times the sample are taken to count the population, for ``deff`` alone."""


@dataclass(frozen=True, eq=False)
class Core:
    """Frame, weights per row, the sampling, the rows of the domain (None: all) and what the weights were fitted to.

    Rows are those of the frame, or with ``order`` those places of it: see ``arranged``. With ``group_df`` a group has
    the degrees of freedom of a domain of its own, else those of the design.
    """

    frame: pd.DataFrame = field(repr=False)
    weights: Floats
    sampling: Sampling
    domain: Mask | None
    calibrations: Calibrations | None = None
    factors: dict[tuple[str, bool], Factor] = field(default_factory=dict, repr=False)
    order: Codes | None = field(default=None, repr=False)
    group_df: bool = False

    def encode(self, naam: str) -> Factor:
        """Return a column as codes, kept from the first time on: sorting the words of a column costs most of a sum.

        A domain or other weights share what is kept, for they are about the same frame.
        """
        key = (naam, self.order is not None)
        if key not in self.factors:
            if self.order is None:
                factor = encode(find_column(self.frame, naam))
            else:
                found = replace(self, order=None).encode(naam)
                factor = replace(found, codes=found.codes[self.order])
            self.factors[key] = factor
        return self.factors[key]

    @cached_property
    def arranged(self) -> Core:
        """Return the same with the rows of a first-stage unit next to each other, for questions about codes alone.

        A sum per unit then stays in a corner of memory that the processor has at hand, which is most of its time.
        Numbers are not kept in this order: to lay them so costs more than it saves.
        """
        order = self.sampling.order
        if order is None or self.order is not None:
            return self
        weights, calibrations = self.weights[order], self.calibrations
        return replace(
            self,
            weights=weights,
            sampling=self.sampling.arranged,
            domain=None if self.domain is None else self.domain[order],
            calibrations=calibrations and calibrations.take(order, self.weights, weights),
            order=order,
        )

    @property
    def n_rows(self) -> int:
        """Return the number of rows of the whole sample."""
        return len(self.weights)

    @cached_property
    def rows(self) -> Mask | None:
        """Return the rows that take part: inside the domain and with a positive weight; None is all."""
        positive = self.weights > 0
        inside = positive if self.domain is None else positive & self.domain
        return None if inside.all() else inside

    @cached_property
    def n(self) -> int:
        """Return the number of rows that take part."""
        return self.n_rows if self.rows is None else int(self.rows.sum())

    @cached_property
    def df(self) -> int:
        """Return the degrees of freedom: first-stage units minus strata within the domain."""
        return self.sampling.count_degrees(self.rows)

    @cached_property
    def expands(self) -> bool:
        """Return whether the weights count a population, rather than being scaled to the sample."""
        return bool(self.weights.sum() > EXPANDS * np.count_nonzero(self.weights))
