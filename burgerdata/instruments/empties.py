"""Why there is no answer, where the source or the analyst tells: not shown, shown and skipped, or not reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import MEERVOUDIG, Vraag
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, OVERGESLAGEN

_ASKED = ("inhoud", "proces")
_SIGNS = {NIET_GETOOND: "niet_getoond", OVERGESLAGEN: "overgeslagen", AFGEBROKEN: "afgebroken"}


def mark_empties(vraag: Vraag, blok: Antwoordblok, frame: pd.DataFrame) -> Antwoordblok:
    """Return the answers in which an empty cell has the status that its sign gives (see ``shapes``).

    Of a question over several columns the first sign counts: they were shown together. Several answers that were shown
    and left empty are a choice for none: geen_gekozen.
    """
    leeg = np.flatnonzero(blok.status == STATUS_NR["leeg_onbekend"])
    if not len(leeg):
        return blok
    status = blok.status.copy()
    for naam in reversed(vraag.kolommen):
        cellen = frame[naam].take(blok.persoon[leeg])
        for teken, gevolg in _SIGNS.items():
            none_chosen = gevolg == "overgeslagen" and vraag.soort in MEERVOUDIG
            nummer = STATUS_NR["geen_gekozen" if none_chosen else gevolg]
            status[leeg[(cellen == teken).to_numpy(dtype=bool)]] = nummer
    return replace(blok, status=status)


def find_reach(vragen: Sequence[Vraag], frame: pd.DataFrame) -> NDArray[np.int64]:
    """Return per row of the frame the place of the last question with something in it; -1 where there is nothing.

    Traits and weights do not count: a panel knows them of who stopped as well.
    """
    bereik = np.full(len(frame), -1, dtype=np.int64)
    for nummer, vraag in enumerate(vragen):
        for naam in vraag.kolommen if vraag.rol in _ASKED else ():
            bereik[is_filled(frame[naam]).to_numpy(dtype=bool)] = nummer
    return bereik


def explain_empties(
    vragen: Sequence[Vraag], nummer: int, blok: Antwoordblok, bereik: NDArray[np.int64]
) -> Antwoordblok:
    """Return the answers in which an empty cell means what the analyst says of this question (``leeg``).

    Who stopped before it was not asked and keeps leeg_onbekend; for niet_getoond that makes no difference. Who has an
    answer to the question in front of it came past: behind the last question there is nothing to tell by.
    """
    vraag = vragen[nummer]
    leeg = blok.status == STATUS_NR["leeg_onbekend"]
    if vraag.leeg != "niet_getoond":
        ervoor = (nr for nr in range(nummer - 1, -1, -1) if _is_single(vragen[nr]))
        leeg &= (bereik >= next(ervoor, nummer))[blok.persoon]
    if not vraag.leeg or not leeg.any():
        return blok
    return replace(blok, status=np.where(leeg, STATUS_NR[vraag.leeg], blok.status).astype(blok.status.dtype))


def _is_single(vraag: Vraag) -> bool:
    """Return whether everybody who is asked this has one answer to give."""
    return vraag.rol in _ASKED and vraag.soort != "open" and vraag.soort not in MEERVOUDIG
