"""Shares of the answers to a question, with intervals that stay between 0 and 1."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

from burgerdata.statistics.codes import Factor, Floats, both
from burgerdata.statistics.core import Core
from burgerdata.statistics.estimate import solve
from burgerdata.statistics.groups import Groups, People, count_people, form_groups
from burgerdata.statistics.means import By, refuse_choice
from burgerdata.statistics.partials import Cells
from burgerdata.statistics.question import Answer, Question
from burgerdata.statistics.results import make_table, normal_interval, t_quantile

ProportionMethod = Literal["logit", "beta", "wilson", "mean"]


def estimate_proportion(
    core: Core, x: str, *, by: By, method: ProportionMethod, confidence: float
) -> pd.DataFrame:
    """Return per group a row per level of ``x`` with its share among the rows where ``x`` is known."""
    refuse_choice("method", method, get_args(ProportionMethod))
    factor, groups, question = ask_shares(core, x, by)
    answer = solve(core, question)
    people = count_people(core, groups)
    interval = share_interval(answer, people, confidence, method)
    return make_table(groups.labels, answer, df=people.df, interval=interval, level=("level", factor.levels))


def ask_shares(core: Core, x: str, by: By) -> tuple[Factor, Groups, Question]:
    """Return the question for the share of each level of ``x`` among the rows where it is known."""
    factor = core.encode(x)
    groups = form_groups(core, by, both(core.rows, factor.known))
    cells = Cells(groups.codes, factor.codes, groups.size, factor.size, groups.rows, counts=groups.counts)
    return factor, groups, Question(cells, [None], linearise_shares)


def linearise_shares(totals: Floats) -> tuple[Floats, Floats]:
    """Return shares of the levels within each group and their derivatives to the level totals."""
    mass = totals[..., 0].sum(axis=1)[:, None]
    shares = totals[..., 0] / mass
    n_levels = shares.shape[1]
    coef = (np.eye(n_levels)[None] - shares[:, None, :]) / mass[..., None]
    return shares, coef[:, :, None, :]


def share_interval(
    answer: Answer, people: People, confidence: float, method: ProportionMethod
) -> tuple[Floats, Floats]:
    """Return the interval of each share.

    logit: Wald on the log odds. beta: Korn & Graubard (1998), exact binomial on the effective sample size times
    their ratio of t quantiles (of all people, whether they answered or not, so that it cannot make a small group look
    larger). wilson: the score interval on the effective sample size, with t for z. mean: share -/+ t x se. Where nobody or
    everybody chose an answer the log odds do not exist; logit then gives the beta interval.
    """
    p, se, df = answer.estimate, np.sqrt(answer.variance), people.df
    if method == "mean":
        return normal_interval(p, se, df, confidence)
    size = effective_size(answer)
    if method == "wilson":
        return wilson_interval(p, size, t_quantile(confidence, df))
    inner = (p > 0) & (p < 1)
    if method == "logit" and inner.all():
        return logit_interval(p, se, t_quantile(confidence, df))
    ratio = t_quantile(confidence, people.n - 1) / t_quantile(confidence, df)
    low, high = beta_interval(p, size * ratio**2, confidence)
    if method == "beta":
        return low, high
    odds_low, odds_high = logit_interval(np.where(inner, p, 0.5), se, t_quantile(confidence, df))
    return np.where(inner, odds_low, low), np.where(inner, odds_high, high)


def effective_size(answer: Answer) -> Floats:
    """Return p(1-p)/variance: the simple random sample with the same precision; n where nothing varies."""
    p, variance = answer.estimate, answer.variance
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(variance > 0, p * (1 - p) / variance, answer.n[:, None]))


def logit_interval(p: Floats, se: Floats, t: Floats) -> tuple[Floats, Floats]:
    """Return the interval around the log odds, back on the scale of shares."""
    from scipy.special import expit

    centre, half = np.log(p / (1 - p)), t * se / (p * (1 - p))
    return expit(centre - half), expit(centre + half)


def beta_interval(p: Floats, n: Floats, confidence: float) -> tuple[Floats, Floats]:
    """Return the Clopper-Pearson interval of p x n successes in n, where n need not be whole."""
    from scipy.special import betaincinv

    tail = (1 - confidence) / 2
    hits, misses = n * p, n * (1 - p)
    low = np.where(hits > 0, betaincinv(np.maximum(hits, 1e-300), misses + 1, tail), 0.0)
    high = np.where(misses > 0, betaincinv(hits + 1, np.maximum(misses, 1e-300), 1 - tail), 1.0)
    known = np.isfinite(n) & np.isfinite(p)
    return np.where(known, low, np.nan), np.where(known, high, np.nan)


def wilson_interval(p: Floats, n: Floats, t: Floats) -> tuple[Floats, Floats]:
    """Return Wilson's score interval for a share p of n."""
    with np.errstate(divide="ignore", invalid="ignore"):
        centre = p + t**2 / (2 * n)
        half = t * np.sqrt(p * (1 - p) / n + t**2 / (4 * n**2))
        scale = 1 + t**2 / n
        return np.maximum((centre - half) / scale, 0.0), np.minimum((centre + half) / scale, 1.0)
