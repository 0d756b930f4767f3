"""Crosstabs, and the test whether two questions hang together in the population."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import (
    Codes,
    Factor,
    Floats,
    Mask,
    both,
    compact,
    join_codes,
)
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import count_people, form_groups
from burgerdata.statistics.means import refuse_choice
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.proportions import (
    ProportionMethod,
    estimate_proportion,
    linearise_shares,
    share_interval,
)
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import make_table, refuse_names

Share = Literal["kolom", "rij", "totaal"]
IndependenceStatistic = Literal["F", "Chisq", "adjWald"]

NOTHING = 1e-10
"""A design effect under this is rounding: the sample leaves no uncertainty."""


def crosstab_shares(
    core: Core,
    rij: str,
    kolom: str,
    *,
    share: Share,
    method: ProportionMethod,
    confidence: float,
) -> pd.DataFrame:
    """Return shares of ``rij`` (column level) within each ``kolom``, the reverse, or of the whole table."""
    refuse_choice("share", share, get_args(Share))
    if share == "kolom":
        return estimate_proportion(core, rij, by=kolom, method=method, confidence=confidence)
    if share == "rij":
        return estimate_proportion(core, kolom, by=rij, method=method, confidence=confidence)
    refuse_names([kolom], ("level",))
    rows, columns = core.encode(rij), core.encode(kolom)
    groups = form_groups(core, None, both(core.rows, rows.known, columns.known))
    code, size = join_codes([(columns.codes, columns.size), (rows.codes, rows.size)])
    answer = solve(core, Question(Cells(None, code, 1, size, groups.rows), [None], linearise_shares))
    people = count_people(core, groups)
    interval = share_interval(answer, people, confidence, method)
    level = ("level", rows.levels.take(np.tile(np.arange(rows.size), columns.size)))
    table = make_table(groups.labels, answer, df=people.df, interval=interval, level=level)
    table.insert(0, kolom, columns.decode(np.repeat(np.arange(columns.size), rows.size)))
    return table


def test_independence(core: Core, rij: str, kolom: str, *, statistic: IndependenceStatistic) -> pd.DataFrame:
    """Return one row: does ``rij`` depend on ``kolom``? statistic, df1, df2, p_value, method.

    Size and degrees of freedom are those of the sample, as in R's svychisq(): whoever did not answer, or has weight 0,
    was drawn as well.
    """
    refuse_choice("statistic", statistic, get_args(IndependenceStatistic))
    rows, columns = core.encode(rij), core.encode(kolom)
    inside = both(core.rows, rows.known, columns.known)
    code, shape = _number_cells(rows, columns, inside)
    if min(shape) < 2:
        raise MethodeError(
            f"'{rij}' en '{kolom}' hebben samen te weinig verschillende antwoorden voor een toets; kies andere vragen"
        )
    cells = Cells(None, code, 1, shape[0] * shape[1], inside)
    drawn = _find_drawn(core)
    df = core.sampling.count_degrees(drawn)
    if statistic == "adjWald":
        return _test_wald(solve(core, Question(cells, [None], _linearise_counts)), shape, df)
    answer = solve(core, Question(cells, [None], linearise_shares))
    n = core.n_rows if drawn is None else int(drawn.sum())
    return _test_rao_scott(answer, shape, (n, df), statistic)


def _find_drawn(core: Core) -> Mask | None:
    """Return the rows that R's svychisq counts: all of the domain, of a calibrated design all of the sample.

    R drops the rows outside a subset, but keeps those of a calibrated design for its residuals.
    """
    return core.domain if core.calibrations is None else None


def _number_cells(rows: Factor, columns: Factor, inside: Mask | None) -> tuple[Codes, tuple[int, int]]:
    """Return a cell per row over the levels that occur, row levels first, and the shape of the table."""
    row, n_rows = _drop_empty(rows, inside)
    column, n_columns = _drop_empty(columns, inside)
    return join_codes([(row, n_rows), (column, n_columns)])[0], (n_rows, n_columns)


def _drop_empty(factor: Factor, inside: Mask | None) -> tuple[Codes, int]:
    """Return the codes over the levels that occur inside, 0 outside, and the number of those levels."""
    if inside is None:
        codes, old = compact(factor.codes, factor.size)
        return codes, len(old)
    codes = np.zeros(len(inside), dtype=np.int32)
    codes[inside], old = compact(factor.codes[inside], factor.size)
    return codes, len(old)


def _test_rao_scott(
    answer: Answer, shape: tuple[int, int], size_and_df: tuple[int, int], statistic: str
) -> pd.DataFrame:
    """Return Pearson's statistic corrected for the design (Rao & Scott 1984), first order or as F."""
    from scipy.special import chdtrc, fdtrc

    share, (n, df) = answer.estimate[0], size_and_df
    table = share.reshape(shape)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0))
    pearson = float(n * ((table - expected) ** 2 / expected).sum())
    effects = _design_effects(share, answer.covariance[0] * n, shape)
    if np.trace(effects) <= NOTHING * len(effects):
        raise _refuse_certain(statistic)
    trace, square = float(np.trace(effects)), float((effects * effects.T).sum())
    size = (shape[0] - 1) * (shape[1] - 1)
    if statistic == "Chisq":
        p = float(chdtrc(size, pearson * size / trace))
        return _one_test(pearson, size, np.nan, p, "Pearson X2 met Rao-Scott-correctie")
    first = trace**2 / square
    value = pearson / trace
    p = float(fdtrc(first, first * df, value))
    return _one_test(value, first, first * df, p, "Rao-Scott F")


def _design_effects(share: Floats, covariance: Floats, shape: tuple[int, int]) -> Floats:
    """Return the matrix of generalised design effects for the interaction of rows and columns."""
    rows, columns = shape
    main = np.concatenate(
        [np.repeat(np.eye(rows), columns, axis=0), np.tile(np.eye(columns), (rows, 1))], axis=1
    )
    inner = np.einsum("ab,cd->acbd", np.eye(rows)[:, 1:], np.eye(columns)[:, 1:]).reshape(rows * columns, -1)
    contrast = inner - main @ np.linalg.lstsq(main, inner, rcond=None)[0]
    with np.errstate(divide="ignore"):
        inverse = np.where(share > 0, 1 / share, 0.0)
    scaled = contrast * inverse[:, None]
    base = contrast.T @ scaled
    if np.linalg.matrix_rank(base, hermitian=True) < len(base):
        raise MethodeError(
            "de tabel heeft te veel lege cellen om samenhang te toetsen; voeg antwoorden of groepen samen"
        )
    return np.linalg.solve(base, scaled.T @ covariance @ scaled)


def _linearise_counts(totals: Floats) -> tuple[Floats, Floats]:
    """Return the weighted counts themselves."""
    n_groups, n_levels, _ = totals.shape
    return totals[..., 0], np.broadcast_to(np.eye(n_levels), (n_groups, n_levels, n_levels))[:, :, None, :]


def _test_wald(answer: Answer, shape: tuple[int, int], df: int) -> pd.DataFrame:
    """Return the adjusted Wald test on observed minus expected cells (Koch, Freeman & Freeman 1975)."""
    from scipy.special import fdtrc

    table = answer.estimate[0].reshape(shape)
    mass, row, column = table.sum(), table.sum(axis=1), table.sum(axis=0)
    left = (table - np.outer(row, column) / mass)[1:, 1:].ravel()
    rows, columns = np.eye(shape[0]), np.eye(shape[1])
    slope = (
        np.einsum("ik,jl->ijkl", rows, columns)
        - np.einsum("ik,j->ijk", rows, column)[..., None] / mass
        - np.einsum("jl,i->ijl", columns, row)[:, :, None, :] / mass
        + (np.outer(row, column) / mass**2)[:, :, None, None]
    )
    inner = slope[1:, 1:].reshape(len(left), -1)
    covariance = inner @ answer.covariance[0] @ inner.T
    # What a simple random sample without association would have: the design effects tell rounding from variance.
    simple = (
        np.sqrt(np.outer(row * (mass - row), column * (mass - column))[1:, 1:].ravel() / answer.n[0]) / mass
    )
    effects = covariance / np.outer(simple, simple)
    if np.isfinite(effects).all() and np.linalg.eigvalsh(effects)[0] <= NOTHING:
        raise _refuse_certain("adjWald")
    wald = float(left @ np.linalg.solve(covariance, left))
    size = len(left)
    second = df - size + 1
    if second < 1:
        raise MethodeError("de steekproef heeft te weinig clusters voor de Wald-toets; kies statistic='F'")
    value = wald * second / (size * df)
    return _one_test(value, size, second, float(fdtrc(size, second, value)), "aangepaste Wald-toets")


def _refuse_certain(statistic: str) -> MethodeError:
    return MethodeError(
        f"de samenhang in deze tabel heeft geen steekproefonzekerheid (het ene antwoord volgt uit het andere), zodat "
        f"statistic='{statistic}' niet te berekenen is; beschrijf de tabel, of voeg antwoorden samen"
    )


def _one_test(statistic: float, df1: float, df2: float, p_value: float, method: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "statistic": [float(statistic)],
            "df1": [float(df1)],
            "df2": [float(df2)],
            "p_value": [float(p_value)],
            "method": pd.Series([method], dtype="str"),
        }
    )
