"""Population margins read against a sample: per margin the category of each row and the target of each category."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Codes, Floats, compact, encode, find_column, read_numbers, sum_by

SLACK = 0.01
"""Largest relative difference between the totals of two margins that is taken for rounding."""


@dataclass(frozen=True, eq=False)
class Margin:
    """One margin: ``codes`` is the category of each row, ``target`` the weighted number of each category."""

    variabele: str
    codes: Codes
    target: Floats


@dataclass(frozen=True, eq=False)
class Profiles:
    """The combinations of categories that occur: the profile of each row, and its category per margin."""

    codes: Codes
    categories: tuple[Codes, ...]


def read_margins(frame: pd.DataFrame, marges: pd.DataFrame, weights: Floats) -> tuple[Margin, ...]:
    """Return a Margin per variabele of ``marges`` (variabele, categorie, aantal or aandeel).

    Shares are of the weighted total of the sample. Totals that differ by rounding (1%) follow the first margin.

    Raises
    ------
    MethodeError
        Naming at once every category that occurs on one side only, every variable with missing answers, and
        totals that do not agree.
    """
    measure = _choose_measure(marges)
    problems: list[str] = []
    margins = []
    for variabele in marges["variabele"].astype("str").unique():
        part = marges[marges["variabele"].astype("str") == variabele]
        margin = _match_margin(frame, variabele, part, measure, problems)
        if margin is not None:
            margins.append(margin)
    if problems:
        raise MethodeError("de marges passen niet op de deelnemers: " + "; ".join(problems))
    total = float(weights.sum()) if measure == "aandeel" else float(margins[0].target.sum())
    return tuple(Margin(m.variabele, m.codes, m.target * _rescale(m, total, measure)) for m in margins)


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


def _match_margin(
    frame: pd.DataFrame, variabele: str, part: pd.DataFrame, measure: str, problems: list[str]
) -> Margin | None:
    """Return the margin, or None after adding to ``problems`` what does not fit."""
    factor = encode(find_column(frame, variabele))
    names = pd.Index(_name_labels(factor.labels))
    asked = pd.Index(_name_labels(pd.Index(part["categorie"])))
    target = read_numbers(part, measure)
    used = names[np.bincount(factor.codes[factor.codes >= 0], minlength=factor.size) > 0]
    missing = int((factor.codes < 0).sum())
    found = len(problems)
    if missing:
        problems.append(f"'{variabele}' is bij {missing} deelnemers leeg (vul aan of laat deze marge weg)")
    double = asked[asked.duplicated()].unique()
    problems.extend(f"'{variabele}': categorie '{naam}' staat meer dan eens in de marges" for naam in double)
    unknown = used.difference(asked, sort=False)
    problems.extend(f"'{variabele}': categorie '{naam}' staat niet in de marges" for naam in unknown)
    absent = asked[(target > 0)].difference(used, sort=False)
    problems.extend(f"'{variabele}': categorie '{naam}' komt bij de deelnemers niet voor" for naam in absent)
    empty = asked[(target == 0)].intersection(used, sort=False)
    problems.extend(f"'{variabele}': categorie '{naam}' heeft marge 0 maar komt wel voor" for naam in empty)
    if len(problems) > found:
        return None
    codes, old = compact(factor.codes, factor.size)
    return Margin(variabele, codes, target[asked.get_indexer(names[old])])


def _name_labels(labels: pd.Index) -> list[str]:
    """Return labels as text, whole numbers without decimals, so that 1 in a file is 1.0 in a frame."""
    return [str(int(x)) if isinstance(x, float) and x.is_integer() else str(x) for x in labels]


def _rescale(margin: Margin, total: float, measure: str) -> float:
    own = float(margin.target.sum())
    wanted = 1.0 if measure == "aandeel" else total
    if abs(own - wanted) > SLACK * wanted:
        raise MethodeError(
            f"de marges van '{margin.variabele}' tellen op tot {own:.10g} en niet tot {wanted:.10g}; geef alle marges "
            "van dezelfde populatie"
        )
    return total / own


def form_profiles(margins: tuple[Margin, ...]) -> Profiles:
    """Return the combinations of categories that occur among the rows."""
    code, size = margins[0].codes, len(margins[0].target)
    for margin in margins[1:]:
        code, size = code * len(margin.target) + margin.codes, size * len(margin.target)
    codes, old = compact(code, size)
    categories: list[Codes] = []
    for margin in reversed(margins):
        categories.append(old % len(margin.target))
        old = old // len(margin.target)
    return Profiles(codes, tuple(categories[::-1]))


def check_support(margins: tuple[Margin, ...], weights: Floats) -> None:
    """Raise where a category has persons but no weight to scale."""
    for margin in margins:
        mass: NDArray[np.float64] = sum_by(margin.codes, weights, len(margin.target))
        if ((mass == 0) & (margin.target > 0)).any():
            raise MethodeError(
                f"een categorie van '{margin.variabele}' heeft alleen personen met gewicht 0; controleer de weging"
            )
