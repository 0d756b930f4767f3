"""Why there is no answer, where the source tells: not shown, shown and skipped, or not reached."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok
from burgerdata.instruments.vraag import MEERVOUDIG, Vraag
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, OVERGESLAGEN

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
