"""Design: a frame of persons with how they were drawn and weighted; every estimate is asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass, field, replace

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Mask
from burgerdata.statistics.comparisons import Overlap, estimate_change, test_means
from burgerdata.statistics.core import Core
from burgerdata.statistics.inputs import read_mask, read_weights, refuse_other_rows
from burgerdata.statistics.means import By, ask_mean, ask_ratio, estimate_numbers, estimate_total
from burgerdata.statistics.proportions import ProportionMethod, estimate_proportion
from burgerdata.statistics.quantiles import QuantileRule, estimate_quantile
from burgerdata.statistics.replicates import ReplicateKind, Replicates, make_replicates
from burgerdata.statistics.sampling import LonelyPsu, Names, imply_weights, plan_sampling
from burgerdata.statistics.tables import IndependenceStatistic, Share, crosstab_shares, test_independence

Keep = pd.Series | Mask | Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True, eq=False)
class Design:
    """A frame with one row per person, and how those persons were drawn and weighted.

    Every method returns a tidy frame: the ``by`` columns, ``level`` (proportion, crosstab) or ``prob`` (quantile),
    then estimate, se, df, ci_low, ci_high, deff, n and n_eff. ``n`` counts the persons with an answer, ``deff`` is
    the variance against that of a simple random sample of the same size, and ``n_eff`` the size of the simple random
    sample with the same variance. A missing answer puts a person outside the domain of that estimate, never outside
    the design (R: na.rm=TRUE); a person with a missing ``by`` is in no group.

    Weights that add up to more than 1.5 times the persons are taken to count the population: ``deff`` then compares
    with a sample without replacement from it, as R's deff=TRUE, and else with replacement, as deff="replace". ``n_eff``
    takes the population from ``fpc`` alone, so that it does not depend on the scale of the weights: without fpc it is n
    over the design effect with replacement.

    Parameters
    ----------
    frame
        One row per person; for other columns make another design.
    weight
        Column with weights. Without it the weight follows from ``fpc`` over the stages, and is 1 without that.
    strata, cluster, fpc
        Columns; a list holds one column per stage of sampling. ``fpc`` counts the units in the population. Clusters
        of the same name in two strata are two clusters.
    lonely_psu
        What a stratum with one unit contributes: "fail" refuses, "adjust" compares it with the mean of all units,
        "average" gives it the average variance of the other strata, "certainty" and "remove" give it none. At a later
        stage too, within the unit above: one respondent in a household drawn with population sizes is lonely, as in
        R's survey, unless that household has no other.

    Raises
    ------
    MethodeError
        When a column is missing or empty where it may not be, a weight is negative, or a population is smaller than
        its sample; when estimating, when a stratum has one unit and ``lonely_psu`` is "fail".

    Examples
    --------
    >>> frame = pd.DataFrame({"regio": ["N", "N", "Z", "Z"], "w": [1.0, 3.0, 2.0, 2.0], "cijfer": [6, 8, 7, 5]})
    >>> Design(frame, weight="w", strata="regio").mean("cijfer")[["estimate", "se", "df", "n"]].round(3)
       estimate     se   df  n
    0      6.75  0.753  2.0  4
    """

    frame: pd.DataFrame = field(repr=False)
    _: KW_ONLY
    weight: str | None = None
    strata: Names = None
    cluster: Names = None
    fpc: Names = None
    lonely_psu: LonelyPsu = "fail"
    core: Core = field(default=None, repr=False)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        if self.core is not None:
            return
        if self.frame.empty:
            raise MethodeError("de tabel heeft geen rijen; een design vraagt ten minste een persoon")
        sampling = plan_sampling(
            self.frame, strata=self.strata, cluster=self.cluster, fpc=self.fpc, lonely_psu=self.lonely_psu
        )
        if self.weight is None:
            weights = imply_weights(sampling, len(self.frame))
        else:
            weights = read_weights(self.frame, self.weight)
        object.__setattr__(self, "frame", self.frame.copy(deep=False))
        # A copy of its own: a column that is changed in the frame afterwards changes no estimate, nor half of one.
        object.__setattr__(self, "core", Core(self.frame.copy(deep=False), weights, sampling, None))

    @property
    def weights(self) -> pd.Series:
        """Return the weight of each row, on the index of the frame: how many persons it stands for.

        Without a column it is the product over the stages of population / units drawn (Horvitz & Thompson 1952), and 1
        without ``fpc``; calibration multiplies it by what makes the margins hold (Deville & Särndal 1992).

        Raises
        ------
        MethodeError
            Not here: weights that are missing or negative are refused when the design is made.
        """
        return pd.Series(self.core.weights, index=self.frame.index, name="gewicht")

    @property
    def df(self) -> int:
        """Return the degrees of freedom, a number of units: first-stage units minus strata, within the domain.

        As R's degf(): units and strata in which nobody has weight do not count (Korn & Graubard 1999, section 5.2).

        Raises
        ------
        MethodeError
            Not here: an estimate refuses a stratum with one unit where ``lonely_psu`` is "fail".
        """
        return self.core.df

    def subset(self, mask: Keep) -> Design:
        """Return the same design with only these persons as domain; nobody leaves the sample.

        ``mask`` is a boolean Series or array in row order, or a function of the frame. Missing counts as False. Strata and
        units without persons in the domain stay in an estimate (Särndal, Swensson & Wretman 1992, section 10.3).

        Raises
        ------
        MethodeError
            When ``mask`` is not of true and false, or of other rows than the frame.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 6.0], "ja": [True, True, True, False]}))
        >>> d.subset(lambda f: f["ja"]).mean("x").estimate.item()
        2.0
        """
        keep = read_mask(mask(self.frame) if callable(mask) else mask, self.frame)
        domain = keep if self.core.domain is None else keep & self.core.domain
        return self.with_core(replace(self.core, domain=domain))

    def per_group(self) -> Design:
        """Return the same design in which every group of ``by`` has the degrees of freedom that ``subset`` gives it.

        Its units less the strata that they are in: few people have the interval that they have on their own. As R's degf()
        of a subset, where its svyby() takes those of the whole design.

        Raises
        ------
        MethodeError
            Not here: what an estimate refuses, it refuses of this design too.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 6.0], "g": list("aabb")}))
        >>> d.mean("x", by="g").df.tolist(), d.per_group().mean("x", by="g").df.tolist()
        ([3.0, 3.0], [1.0, 1.0])
        """
        return self.with_core(replace(self.core, group_df=True))

    def with_core(self, core: Core) -> Design:
        """Return this design with other weights, domain or calibrations, of the same rows of the same frame.

        Trimming, raking and attrition each hand on a core with the weights that they found, as R's do a design.

        Raises
        ------
        MethodeError
            When the core has another number of rows than the frame.
        """
        refuse_other_rows("de kern", core.n_rows, self.frame)
        return replace(self, core=core)

    def mean(self, x: str, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the weighted mean of a number, with Taylor-linearised standard error and t interval.

        The degrees of freedom of every ``by`` group are those of the whole design, as in R's svyby; with ``subset`` and
        ``per_group`` those of its own domain, so that an interval may be a little wider. Source: Särndal, Swensson & Wretman
        (1992), section 5.7; deff as R's svymean(deff=TRUE).

        Raises
        ------
        MethodeError
            When ``x`` is no number, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> Design(pd.DataFrame({"x": [1.0, 2.0, 3.0]})).mean("x").estimate.item()
        2.0
        """
        return estimate_numbers(self.core, ask_mean(self.core, x, by), confidence)

    def total(self, x: str | None = None, *, by: By = None, confidence: float = 0.95) -> pd.DataFrame:
        """Return the weighted total of a number, or without ``x`` the weighted number of persons.

        Source: Särndal, Swensson & Wretman (1992), sections 3.7 and 4.3; deff as R's svytotal(deff=TRUE) on the persons
        of a group. A number of persons does not vary within its group: its deff compares with the number in that group
        out of a simple random sample of everyone, N^2 p (1 - p) / (n - 1).

        Raises
        ------
        MethodeError
            When ``x`` is no number, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> Design(pd.DataFrame({"x": [1.0, 2.0, 3.0], "w": [2.0, 2.0, 2.0]}), weight="w").total("x").estimate.item()
        12.0
        """
        return estimate_total(self.core, x, by, confidence)

    def ratio(
        self, numerator: str, denominator: str, *, by: By = None, confidence: float = 0.95
    ) -> pd.DataFrame:
        """Return total(numerator) / total(denominator) over the persons for whom both are known; NaN over 0.

        Source: Särndal, Swensson & Wretman (1992), section 5.6.

        Raises
        ------
        MethodeError
            When one is no number, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> Design(pd.DataFrame({"af": [1.0, 2.0], "in": [2.0, 4.0]})).ratio("af", "in").estimate.item()
        0.5
        """
        return estimate_numbers(self.core, ask_ratio(self.core, numerator, denominator, by), confidence)

    def proportion(
        self, x: str, *, by: By = None, method: ProportionMethod = "logit", confidence: float = 0.95
    ) -> pd.DataFrame:
        """Return a row per answer (column ``level``) with its share among those who answered.

        Intervals: "logit"; "beta" (Korn & Graubard 1998) near 0 and 1; "wilson" on the effective sample size; "mean"
        is the plain t interval. Where a share is 0 or 1, "logit" gives the beta interval.

        Raises
        ------
        MethodeError
            When ``method`` is unknown, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> Design(pd.DataFrame({"x": ["ja", "ja", "nee", "ja"]})).proportion("x")[["level", "estimate"]]
          level  estimate
        0    ja      0.75
        1   nee      0.25
        """
        return estimate_proportion(self.core.arranged, x, by=by, method=method, confidence=confidence)

    def quantile(
        self,
        x: str,
        probs: float | Sequence[float] = (0.25, 0.5, 0.75),
        *,
        by: By = None,
        rule: QuantileRule = "math",
        confidence: float = 0.95,
    ) -> pd.DataFrame:
        """Return quantiles (column ``prob``) with Woodruff intervals; se is the interval's width over 2 t.

        ``rule`` "math" gives a value that occurs, "hf7" draws lines between values. A bound that falls outside 0..1 is
        missing. The degrees of freedom are those of the persons in the group who answered. Source: Woodruff (1952).

        Raises
        ------
        MethodeError
            When ``x`` is no number, a probability is not between 0 and 1, a column is missing or a unit is lonely.

        Examples
        --------
        >>> Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 4.0]})).quantile("x", 0.5).estimate.item()
        2.0
        """
        return estimate_quantile(self.core, x, probs, by=by, rule=rule, confidence=confidence)

    def crosstab(
        self,
        rij: str,
        kolom: str,
        *,
        share: Share = "kolom",
        method: ProportionMethod = "logit",
        confidence: float = 0.95,
    ) -> pd.DataFrame:
        """Return shares of ``rij`` (column ``level``) within each ``kolom``; share="rij" or "totaal" for the others.

        Each is a ratio of totals, linearised (Särndal, Swensson & Wretman 1992, section 5.6); intervals as ``proportion``.

        Raises
        ------
        MethodeError
            When ``share`` or ``method`` is unknown, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"v": ["a", "b", "a", "a"], "g": ["x", "x", "y", "y"]}))
        >>> d.crosstab("v", "g")[["g", "level", "estimate"]]
           g level  estimate
        0  x     a       0.5
        1  x     b       0.5
        2  y     a       1.0
        3  y     b       0.0
        """
        core = self.core.arranged
        return crosstab_shares(core, rij, kolom, share=share, method=method, confidence=confidence)

    def test_independence(
        self, rij: str, kolom: str, *, statistic: IndependenceStatistic = "F"
    ) -> pd.DataFrame:
        """Return one row (statistic, df1, df2, p_value, method) on whether ``rij`` depends on ``kolom``.

        "F" and "Chisq" correct Pearson's statistic for the design (Rao & Scott 1984); "adjWald" is the Wald test with
        adjusted degrees of freedom. Size and degrees of freedom are those of all rows, as in R's svychisq().

        Raises
        ------
        MethodeError
            When fewer than two answers or groups are left, or one answer follows from the other without uncertainty.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"v": ["a", "b", "a", "a", "b"], "g": ["x", "x", "y", "y", "x"]}))
        >>> d.test_independence("v", "g").method.item()
        'Rao-Scott F'
        """
        return test_independence(self.core.arranged, rij, kolom, statistic=statistic)

    def ttest(
        self,
        x: str,
        by: str | None = None,
        *,
        paired: str | None = None,
        dropna: bool = True,
        confidence: float = 0.95,
    ) -> pd.DataFrame:
        """Return the difference in mean ``x`` between the two groups of ``by`` (second minus first) with its t test.

        Without ``by`` the mean is compared with 0, or with ``paired`` within persons (x minus paired). With
        dropna=False a missing answer makes the result missing, as in R without na.rm. Degrees of freedom as R's
        svyttest (units less strata less 1; with ``by`` of who answered), the variance linearised (Lumley 2010, section
        2.4). Adds statistic, df1, df2, p_value and method to the columns of an estimate.

        Raises
        ------
        MethodeError
            When both ``by`` and ``paired`` are given, ``by`` does not have two groups with answers, a column is missing or
            no number, or a unit is lonely.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0, 5.0], "g": ["a", "a", "b", "b"]}))
        >>> d.ttest("x", by="g").estimate.item()
        2.5
        """
        return test_means(self.core, x, by=by, paired=paired, dropna=dropna, confidence=confidence)

    def change(
        self, first: str, second: str, *, by: By = None, overlap: Overlap = "all", confidence: float = 0.95
    ) -> pd.DataFrame:
        """Return mean(second) - mean(first) with a standard error that knows who answered twice.

        Adds n_both, n_first and n_second. overlap="both" keeps only who answered both. For words a row per ``level`` gives
        the change in its share. What is in common falls out (Särndal, Swensson & Wretman 1992, section 9.9).

        Raises
        ------
        MethodeError
            When ``overlap`` is unknown, a column is missing or named as one of the result, or a unit is lonely.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"m1": [5.0, 6.0, 7.0, None], "m2": [6.0, 7.0, 8.0, 7.0]}))
        >>> d.change("m1", "m2")[["estimate", "n", "n_both", "n_first", "n_second"]]
           estimate  n  n_both  n_first  n_second
        0       1.0  4       3        3         4
        """
        return estimate_change(self.core, first, second, by=by, overlap=overlap, confidence=confidence)

    def replicates(self, kind: ReplicateKind = "bootstrap", *, n: int = 500, seed: int = 1) -> Replicates:
        """Return the design with replicate weights: "bootstrap" (Rao & Wu 1988, n draws) or "JKn".

        A stratum that is one unit, drawn with certainty, contributes no variance. A group that is empty in a replicate
        is estimated from the others (see Replicates).

        Raises
        ------
        MethodeError
            When the design is calibrated, a unit is lonely, or the replicates do not fit.

        Examples
        --------
        >>> d = Design(pd.DataFrame({"x": [1.0, 2.0, 3.0]}))
        >>> d.replicates("JKn").mean("x").se.round(4).item()
        0.5774
        """
        return make_replicates(self.core, kind=kind, n=n, seed=seed)
