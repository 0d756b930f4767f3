"""Survey statistics on a Design: estimates that know how the sample was drawn, weighted and calibrated."""

from burgerdata.statistics.calibration import calibrate, poststratify, rake, trim_weights
from burgerdata.statistics.comparisons import add_p_values
from burgerdata.statistics.design import Design
from burgerdata.statistics.mcnemar import mcnemar
from burgerdata.statistics.multiplicity import adjust_p
from burgerdata.statistics.replicates import Replicates

__all__ = [
    "Design",
    "Replicates",
    "add_p_values",
    "adjust_p",
    "calibrate",
    "mcnemar",
    "poststratify",
    "rake",
    "trim_weights",
]
