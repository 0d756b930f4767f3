"""Survey statistics on a Design: estimates that know how the sample was drawn, weighted and calibrated."""

from burgerdata.statistics.attrition import weight_attrition
from burgerdata.statistics.bounded import rake_within
from burgerdata.statistics.comparisons import add_p_values
from burgerdata.statistics.correlation import estimate_correlation
from burgerdata.statistics.design import Design
from burgerdata.statistics.mcnemar import mcnemar
from burgerdata.statistics.multiplicity import adjust_p
from burgerdata.statistics.pairs import compare_pairs
from burgerdata.statistics.replicates import Replicates
from burgerdata.statistics.small_samples import interval_mean, interval_success, interval_time
from burgerdata.statistics.trimming import trim_weights
from burgerdata.statistics.waves import compare_samples
from burgerdata.statistics.weight_report import compare_composition, measure_dissimilarity, report_weights
from burgerdata.statistics.weighting import calibrate, poststratify, rake

__all__ = [
    "Design",
    "Replicates",
    "add_p_values",
    "adjust_p",
    "calibrate",
    "compare_composition",
    "compare_pairs",
    "compare_samples",
    "estimate_correlation",
    "interval_mean",
    "interval_success",
    "interval_time",
    "mcnemar",
    "measure_dissimilarity",
    "poststratify",
    "rake",
    "rake_within",
    "report_weights",
    "trim_weights",
    "weight_attrition",
]
