"""Population margins laid on a sample, over the combinations of categories that occur in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import (
    Codes,
    Factor,
    Floats,
    Mask,
    compact,
    encode,
    find_column,
    find_occurring,
    join_codes,
    read_numbers,
    sum_by,
)

SLACK = 0.01
"""Largest relative difference between the totals of two margins that is taken for rounding."""


@dataclass(frozen=True, eq=False)
class Margins:
    """Margins laid on a sample, over its profiles: the combinations of categories that occur.

    ``profile`` is the profile of each row and ``mass`` the weight of each profile; per margin ``labels`` names the
    categories, ``categories`` holds that of each profile, ``targets`` what each should weigh and ``estimated`` whether
    that was taken from the sample itself.
    """

    variabelen: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    profile: Codes
    mass: Floats
    categories: tuple[Codes, ...]
    targets: tuple[Floats, ...]
    estimated: tuple[Mask, ...]

    def weigh(self, mass: Floats) -> list[Floats]:
        """Return what each category weighs, per margin, when profiles weigh ``mass``."""
        pairs = zip(self.categories, self.targets, strict=True)
        return [sum_by(category, mass, len(target)) for category, target in pairs]

    def find_worst(self, mass: Floats) -> float:
        """Return the largest relative difference between a margin and what the profiles give."""
        pairs = zip(self.weigh(mass), self.targets, strict=True)
        return max(
            float(np.max(np.abs(found - target) / np.maximum(target, 1e-300))) for found, target in pairs
        )


def lay_margins(frame: pd.DataFrame, marges: pd.DataFrame, weights: Floats) -> Margins:
    """Return the margins of ``marges`` (variabele, categorie, aantal or aandeel) laid on the rows of a frame.

    A column ``geschat`` may mark categories whose share is that of the sample: no knowledge about the population. Shares are of the weighted total of the sample. Totals that differ by rounding (1%) follow the first margin.

    Raises
    ------
    MethodeError
        Naming at once every category that occurs on one side only, every variable with missing answers, and
        totals that do not agree.
    """
    measure = _choose_measure(marges)
    variabelen = tuple(str(naam) for naam in marges["variabele"].astype("str").unique())
    factors = [encode(find_column(frame, naam)) for naam in variabelen]
    asked = [marges[marges["variabele"].astype("str") == naam] for naam in variabelen]
    problems = [problem for pair in zip(factors, asked, strict=True) for problem in _compare(*pair, measure)]
    if problems:
        raise MethodeError("de marges passen niet op de deelnemers: " + "; ".join(problems))
    targets = [_read_target(factor, part, measure) for factor, part in zip(factors, asked, strict=True)]
    total = float(weights.sum()) if measure == "aandeel" else float(targets[0].sum())
    scaled = [_rescale(*pair, total, measure) for pair in zip(variabelen, targets, strict=True)]
    profile, occurring = compact(*join_codes([(factor.codes, factor.size) for factor in factors]))
    categories = _split_profiles(occurring, [factor.size for factor in factors])
    mass = sum_by(profile, weights, len(occurring))
    labels = tuple(tuple(_name_labels(factor.labels)) for factor in factors)
    estimated = tuple(_read_estimated(*pair) for pair in zip(factors, asked, strict=True))
    margins = Margins(variabelen, labels, profile, mass, categories, tuple(scaled), estimated)
    _refuse_weightless(margins)
    return margins


def _choose_measure(marges: pd.DataFrame) -> str:
    for naam in ("variabele", "categorie"):
        find_column(marges, naam)
    if marges.empty:
        raise MethodeError("de marges zijn leeg; geef per variabele en categorie een aantal of een aandeel")
    usable = [naam for naam in ("aantal", "aandeel") if naam in marges and bool(marges[naam].notna().all())]
    if not usable:
        raise MethodeError(
            "de marges hebben geen volledig gevulde kolom 'aantal' of 'aandeel'; vul een van beide overal in"
        )
    if (read_numbers(marges, usable[0]) < 0).any():
        raise MethodeError(f"de marges hebben een negatief {usable[0]}; verbeter het")
    return usable[0]


def _compare(factor: Factor, part: pd.DataFrame, measure: str) -> list[str]:
    """Return what does not fit between the sample and one margin."""
    known = factor.known
    seen = find_occurring(factor.codes if known is None else factor.codes[known], factor.size)
    used = pd.Index(_name_labels(factor.labels))[seen]
    asked, target = pd.Index(_name_labels(pd.Index(part["categorie"]))), read_numbers(part, measure)
    missing = 0 if known is None else int((~known).sum())
    found = {
        "staat meer dan eens in de marges": asked[asked.duplicated()].unique(),
        "staat niet in de marges": used.difference(asked, sort=False),
        "komt bij de deelnemers niet voor": asked[target > 0].difference(used, sort=False),
        "heeft marge 0 maar komt wel voor": asked[target == 0].intersection(used, sort=False),
    }
    empty = (
        [f"'{factor.naam}' is bij {missing} deelnemers leeg (vul aan of laat deze marge weg)"]
        if missing
        else []
    )
    return empty + [
        f"'{factor.naam}': categorie '{naam}' {what}" for what, names in found.items() for naam in names
    ]


def _read_target(factor: Factor, part: pd.DataFrame, measure: str) -> Floats:
    """Return the target of each label of a factor; 0 for a label that nobody has."""
    targets = pd.Series(read_numbers(part, measure), index=_name_labels(pd.Index(part["categorie"])))
    found = targets.reindex(_name_labels(factor.labels), fill_value=0.0)
    return np.asarray(found.to_numpy(), dtype=np.float64)


def _read_estimated(factor: Factor, part: pd.DataFrame) -> Mask:
    """Return which labels of a factor have a target that was taken from the sample."""
    if "geschat" not in part:
        return np.zeros(factor.size, dtype=np.bool_)
    marked = part.loc[part["geschat"].fillna(False).astype("bool"), "categorie"]
    return np.isin(_name_labels(factor.labels), _name_labels(pd.Index(marked)))


def _split_profiles(occurring: Codes, sizes: list[int]) -> tuple[Codes, ...]:
    """Return the category of each profile per margin, from its joint code."""
    categories: list[Codes] = []
    for size in reversed(sizes):
        categories.append(occurring % size)
        occurring = occurring // size
    return tuple(categories[::-1])


def _name_labels(labels: pd.Index) -> list[str]:
    """Return labels as text, whole numbers without decimals, so that 1 in a file is 1.0 in a frame."""
    return [str(int(x)) if isinstance(x, float) and x.is_integer() else str(x) for x in labels]


def _rescale(variabele: str, target: Floats, total: float, measure: str) -> Floats:
    own = float(target.sum())
    wanted = 1.0 if measure == "aandeel" else total
    if abs(own - wanted) > SLACK * wanted:
        raise MethodeError(
            f"de marges van '{variabele}' tellen op tot {own:.10g} en niet tot {wanted:.10g}; geef alle marges "
            "van dezelfde populatie"
        )
    return target * (total / own)


def _refuse_weightless(margins: Margins) -> None:
    for variabele, found, target in zip(
        margins.variabelen, margins.weigh(margins.mass), margins.targets, strict=True
    ):
        if ((found == 0) & (target > 0)).any():
            raise MethodeError(
                f"een categorie van '{variabele}' heeft alleen personen met gewicht 0; controleer de weging"
            )
