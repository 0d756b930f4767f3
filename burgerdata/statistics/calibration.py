"""What weights were fitted to: margins as profiles of rows, and what they explain of a score.

``greg`` is a regression weighted by the weights before calibration (Deville & Särndal 1992); ``rake`` takes away
unweighted margin means in turn, ten times, as R's rake() does. Weights that were changed after a calibration, by
trimming or by another one, count as R's svyrecvar() has it: what a person adds to a total is divided by the weight that
the calibration gave, and its residual multiplied by that weight.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from burgerdata.statistics.codes import Codes, Floats, compact, join_codes

VarianceKind = Literal["greg", "rake"]
SWEEPS = 10


@dataclass(frozen=True, eq=False)
class Step:
    """One calibration: the category of each profile per margin, and the weights it started from and ended with.

    ``open`` holds, for a margin that has a category with a share of the sample itself, the shares of its other
    categories among each other, NaN at that category; None for a margin that is known in full.
    """

    categories: tuple[Codes, ...]
    sizes: tuple[int, ...]
    base: Floats
    fitted: Floats
    kind: VarianceKind
    open: tuple[Floats | None, ...]

    def dummies(self) -> Floats:
        """Return profile x category, one column per category of every margin."""
        pairs = zip(self.categories, self.sizes, strict=True)
        return np.concatenate([np.eye(size)[codes] for codes, size in pairs], axis=1)

    def weigh(self) -> Floats:
        """Return the weight of each row in the residuals: its base weight, or for R's rake() 1 if it has one."""
        return self.base if self.kind == "greg" else (self.base > 0).astype(np.float64)

    def weigh_scores(self, weights: Floats) -> Floats:
        """Return the same for scores that count with ``weights``, as a multiple of what this calibration gave."""
        if weights is self.fitted:
            return self.weigh()
        times = np.divide(weights, self.fitted, out=np.ones_like(weights), where=self.fitted > 0)
        return self.weigh() * times

    def explain(self, sums: Floats, mass: Floats) -> Floats:
        """Return the effect of each category from weighted sums (profile x result) and weights per profile."""
        design = self.dummies()
        if self.kind == "greg":
            gram = design.T @ (design * mass[:, None])
            found = np.asarray(np.linalg.pinv(gram, rcond=1e-12, hermitian=True) @ (design.T @ sums))
            return self._release(found, sums, mass)
        effects = np.zeros((design.shape[1], sums.shape[1]))
        starts = np.cumsum([0, *self.sizes])
        for _ in range(SWEEPS):
            for first, last in pairwise(starts):
                margin = design[:, first:last]
                left = margin.T @ (sums - (design @ effects) * mass[:, None])
                effects[first:last] += left / np.maximum(margin.T @ mass, 1)[:, None]
        return self._release(effects, sums, mass)

    def _release(self, effects: Floats, sums: Floats, mass: Floats) -> Floats:
        """Return the effects without what margins explain by a share that the sample gave them.

        The weights are moved towards p (1 - r) of each known category, r being the share of the others in the sample. By
        r itself nothing is explained: a known category counts by its distance to the mean of all known ones.
        """
        if all(shares is None for shares in self.open):
            return effects
        found, start = effects.copy(), 0
        for size, shares in zip(self.sizes, self.open, strict=True):
            if shares is not None:
                block, known = found[start : start + size], ~np.isnan(shares)
                block[known] -= shares[known] @ block[known]
                block[~known] = 0
            start += size
        left = (sums - (self.dummies() @ found) * mass[:, None]).sum(axis=0) / mass.sum()
        found[: self.sizes[0]] += left
        return found


@dataclass(frozen=True, eq=False)
class Calibrations:
    """Every calibration of a design in order, over the profiles of all their margins together."""

    profile: Codes
    n_profiles: int
    steps: tuple[Step, ...]

    def add(self, profile: Codes, n_profiles: int, step: Step) -> Calibrations:
        """Return these calibrations and one more, its categories given per profile of its own."""
        joint, size = join_codes([(self.profile, self.n_profiles), (profile, n_profiles)])
        codes, old = compact(joint, size)
        before, own = old // n_profiles, old % n_profiles
        steps = [replace(s, categories=tuple(c[before] for c in s.categories)) for s in self.steps]
        last = replace(step, categories=tuple(c[own] for c in step.categories))
        return Calibrations(codes, len(old), (*steps, last))

    def take(self, order: Codes, weights: Floats, ordered: Floats) -> Calibrations:
        """Return these calibrations with their rows in this order; ``ordered`` are ``weights`` in it already."""
        steps = tuple(
            replace(
                step,
                base=step.base[order],
                fitted=ordered if step.fitted is weights else step.fitted[order],
            )
            for step in self.steps
        )
        return Calibrations(self.profile[order], self.n_profiles, steps)
