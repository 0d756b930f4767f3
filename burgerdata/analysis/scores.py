"""Several scores of one question beside each other, each with its interval: shares, and means of signed points."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.interval import AANDEEL, HONDERD, Grenzen, lay_interval
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.statistics.indicators import estimate_indicators

_GRENS = ("_onder", "_boven")
_SCHAAL: Mapping[str, Grenzen] = {"nps": HONDERD, "netto": AANDEEL}
"""Between what a score lies that is a difference of two shares."""


def estimate_scores(
    gevraagd: Gevraagd, aandelen: Mapping[str, pd.Series], punten: Mapping[str, pd.Series], *, per: str | None
) -> pd.DataFrame:
    """Return activiteit_id, [per], basis, indicatief, and per score its value, ``_onder`` and ``_boven``.

    ``aandelen`` are columns of 0 and 1 (logit interval), ``punten`` are numbers (t interval), all of the same question
    and so with the same base. Talks keep their base only; a score that does not vary has no interval, and that of a
    difference of shares stays between -1 and 1 (100 and -100).
    """
    groepen = None if per is None else gevraagd.groepen(per)
    reeksen = {**aandelen, **punten}
    eerste = next(iter(reeksen.values()))
    bekend = eerste.notna() & gevraagd.binnen & (True if groepen is None else groepen.notna())
    if not bekend.any():
        return pd.DataFrame()
    by = None if groepen is None else PER
    design = gevraagd.design(dict(reeksen) if groepen is None else {**reeksen, PER: groepen})
    delen = estimate_indicators(design, list(aandelen), by=by)
    per_score = {naam: delen[delen["level"].eq(naam)].reset_index(drop=True) for naam in aandelen}
    per_score |= {naam: design.mean(naam, by=by) for naam in punten}
    een = next(iter(per_score.values()))
    kolommen: dict[str, pd.Series] = {} if per is None or by is None else {per: een[PER].astype("str")}
    kolommen["basis"] = een["n"].astype("Int32")
    for naam, tabel in per_score.items():
        grenzen = lay_interval(
            tabel["ci_low"], tabel["ci_high"], *([_SCHAAL[naam]] if naam in _SCHAAL else [])
        )
        kolommen[naam] = tabel["estimate"]
        kolommen |= {
            f"{naam}{achter}": pd.Series(grens) for achter, grens in zip(_GRENS, grenzen, strict=True)
        }
    uit = pd.DataFrame(kolommen)
    if is_kwalitatief(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum())):
        uit = uit.assign(**{str(naam): float("nan") for naam in uit if naam not in (per, "basis")})
    grens = gevraagd.traject.instellingen.drempels.indicatief
    uit = uit.assign(indicatief=uit["basis"].lt(grens).astype("bool"))
    if per != "activiteit_id":
        uit.insert(0, "activiteit_id", pd.Series(gevraagd.activiteit_id, index=uit.index, dtype="str"))
    return uit
