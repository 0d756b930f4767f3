"""From sums per unit or stratum to a covariance matrix: the finish of every estimate.

The variance of a total over stages is that of Särndal, Swensson & Wretman (1992, section 4.3), unit totals around
their stratum mean; later stages count for the fraction drawn above them. Lonely units follow the choices that
Lumley (2010, section 2.4) describes, at a later stage within the unit that they lie in, as R's svyrecvar().
"""

from __future__ import annotations

import numpy as np

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats
from burgerdata.statistics.partials import Partials, StageSums
from burgerdata.statistics.sampling import LonelyPsu, Sampling, Stage

_CANCELLED = 4 * np.finfo(np.float64).eps
"""A sum of squares under this part of its terms is what rounding left of terms that cancel out."""
_LEFT_OF_MOMENTS = 1e-13
"""The same of a variance that is taken from sums of squares: they are added up over all rows first."""
_LEFT_OF_UNITS = 1e-22
"""The same of a variance that is taken from unit totals: each is exact to 1e-11 of its terms, and then squared."""


def finish_covariance(sampling: Sampling, partials: Partials, coef: Floats) -> Floats:
    """Return the covariance (group x result x result) of linear combinations of the totals.

    ``coef`` has shape group x level x variable x result: the derivative of each result to each total.
    """
    total = np.zeros((coef.shape[0], coef.shape[3], coef.shape[3]))
    for number, (stage, part) in enumerate(zip(sampling.stages, partials.stages, strict=True), start=1):
        refuse_lonely(stage, sampling.lonely_psu, number)
        sums = combine_sums(part, coef)
        if part.squares is None:
            terms = combine_sums(part, coef, terms=True)
            total += covary_units(stage, sums, sampling.lonely_psu, terms=terms)
        else:
            squares, terms = combine_squares(stage, part, coef, sampling.lonely_psu)
            total += covary_moments(stage, squares, sums, sampling.lonely_psu, terms=terms)
    return total


def combine_sums(part: StageSums, coef: Floats, *, terms: bool = False) -> Floats:
    """Return the linear combinations of sums: group x unit (or stratum) x result.

    With ``terms`` the size of what is added up in each, sign left out: what its rounding goes with.
    """
    n_groups, n_levels, n_values, n_results = coef.shape
    flat = part.sums.reshape(len(part.sums), n_groups, n_levels * n_values)
    if terms:
        flat, coef = np.abs(flat), np.abs(coef)
    return np.asarray(flat.transpose(1, 0, 2) @ coef.reshape(n_groups, n_levels * n_values, n_results))


def combine_squares(stage: Stage, part: StageSums, coef: Floats, choice: LonelyPsu) -> tuple[Floats, Floats]:
    """Return the scaled sums of squares of linear combinations, and the size of their terms.

    Both are group x result x result.
    """
    n_groups, n_levels, n_values, _ = coef.shape
    assert part.squares is not None
    shape = (len(stage.sampled), n_groups, n_levels, n_values, n_values)
    squares = np.tensordot(scale_strata(stage, choice), part.squares.reshape(shape), axes=1)
    found, size = (
        np.einsum("glab,glar,glbs->grs", terms, slope, slope, optimize=True)
        for terms, slope in ((squares, coef), (np.abs(squares), np.abs(coef)))
    )
    return np.where(np.abs(found) > _CANCELLED * size, found, 0.0), size


def refuse_lonely(stage: Stage, choice: LonelyPsu, number: int) -> None:
    """Raise where a stratum has one unit and the user chose nothing."""
    lonely = int(stage.lonely.sum())
    if choice == "fail" and lonely:
        raise MethodeError(
            f"in {lonely} van de {len(stage.sampled)} strata is op trap {number} maar een eenheid getrokken, zodat de "
            "onzekerheid niet te schatten is; voeg strata samen of kies lonely_psu='adjust', 'average', 'certainty' "
            "of 'remove' (in traject.toml bij de levering)"
        )


def covary_units(stage: Stage, units: Floats, choice: LonelyPsu, *, terms: Floats) -> Floats:
    """Return the covariance (group x result x result) of unit totals (group x unit x result).

    ``terms`` is the size of what was added up in each unit total.
    """
    assert stage.stratum_of_unit is not None
    spread = spread_units(stage, units, choice)
    found = np.asarray(spread.transpose(1, 2, 0) @ spread.transpose(1, 0, 2))
    scale = scale_strata(stage, choice)[stage.stratum_of_unit]
    size = np.einsum("gur,gur,u->gr", terms, terms, scale, optimize=True)
    return _drop_rounding(found, _LEFT_OF_UNITS * size)


def _drop_rounding(covariance: Floats, rounding: Floats) -> Floats:
    """Return the covariance with 0 for the results whose variance is no more than ``rounding`` (group x result)."""
    nothing = np.diagonal(covariance, axis1=1, axis2=2) <= rounding
    return np.where(nothing[:, :, None] | nothing[:, None, :], 0.0, covariance)


def spread_units(stage: Stage, units: Floats, choice: LonelyPsu) -> Floats:
    """Return unit totals (group x unit x result) less their stratum's mean, scaled: their squares add up to the variance.

    Units come first in the result, so that what is read per unit lies together.
    """
    assert stage.stratum_of_unit is not None
    starts = np.searchsorted(stage.stratum_of_unit, np.arange(len(stage.sampled)))
    spread = np.array(units.transpose(1, 0, 2), order="C")
    sums = np.add.reduceat(spread, starts, axis=0)
    centre = _centre(stage, sums.transpose(1, 0, 2), choice)
    spread -= centre.transpose(1, 0, 2)[stage.stratum_of_unit]
    spread *= np.sqrt(scale_strata(stage, choice))[stage.stratum_of_unit][:, None, None]
    return spread


def covary_moments(
    stage: Stage, squares: Floats, sums: Floats, choice: LonelyPsu, *, terms: Floats
) -> Floats:
    """Return the covariance from scaled squares (group x result x result) and stratum sums (group x stratum x result).

    ``terms`` is the size of what was added up in the squares.
    """
    centre = _centre(stage, sums, choice)
    # sum (u - c)(u - c)' = sum uu' - S c' - c S' + n c c', with c the mean but for a lonely unit
    scale = scale_strata(stage, choice)
    cross = (sums * scale[:, None]).transpose(0, 2, 1) @ centre
    middle = (centre * (scale * stage.sampled)[:, None]).transpose(0, 2, 1) @ centre
    found = np.asarray(squares - cross - cross.transpose(0, 2, 1) + middle)
    return _drop_rounding(found, _LEFT_OF_MOMENTS * np.diagonal(terms, axis1=1, axis2=2))


def _centre(stage: Stage, sums: Floats, choice: LonelyPsu) -> Floats:
    """Return the value that units are compared with: their stratum's mean, or for a lonely unit that of its parent."""
    centre = sums / stage.sampled[:, None]
    if choice != "adjust" or not stage.lonely.any():
        return np.asarray(centre)
    starts = np.searchsorted(stage.parent, np.arange(stage.parent[-1] + 1))
    units = np.add.reduceat(stage.sampled, starts)
    whole = np.add.reduceat(sums, starts, axis=1) / units[:, None]
    return np.where(stage.lonely[:, None], whole[:, stage.parent], centre)


def scale_strata(stage: Stage, choice: LonelyPsu) -> Floats:
    """Return what the squares of a stratum count for; "average" lets others stand for the lonely ones.

    Those are the strata within the same parent, and those of the whole stage where it has none: R has no answer there.
    """
    known = ~stage.lonely
    if choice != "average" or known.all():
        return stage.scale
    strata, others = np.bincount(stage.parent), np.bincount(stage.parent, known)
    alone = int(strata[others == 0].sum())
    shared = alone / known.sum() if known.any() else np.nan
    within = np.divide(strata, others, out=np.zeros(len(strata)), where=others > 0)
    return stage.scale * (within[stage.parent] + shared)
