"""One value of an indicator, with what it is about and what it rests on."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Meting:
    """One row of the scorecard: of one activity (empty: the whole traject), about one part (a trait, a status).

    ``waarde`` is missing when too few people answered; then ``toelichting`` says so. ``aantal`` is how many of ``n`` a
    share of talks stands for: it is printed in its place and never hidden. ``gesprek`` is whether the answers are of people
    who talked together: a mean of them is printed from the threshold of a cell on, as in its table.
    """

    waarde: float
    n: int | None = None
    activiteit_id: str = ""
    onderdeel: str = ""
    toelichting: str = ""
    aantal: int | None = None
    gesprek: bool = False


def hide_small(meting: Meting, kleinste: int, *, cel: int) -> Meting:
    """Return the value, or its absence when it rests on fewer than ``kleinste`` persons, of talks than ``cel``."""
    kleinste = cel if meting.gesprek else kleinste
    if meting.n is None or meting.n >= kleinste or meting.aantal is not None:
        return meting
    return Meting(
        math.nan,
        None,
        meting.activiteit_id,
        meting.onderdeel,
        f"te weinig antwoorden (minder dan {kleinste})",
    )
