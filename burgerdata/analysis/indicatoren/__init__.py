"""The indicators of a traject: one file per dimension, one scorecard."""

from burgerdata.analysis.indicatoren.score import score_indicatoren

__all__ = ["score_indicatoren"]
