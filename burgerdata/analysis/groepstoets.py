"""Each group against all others: the only ground on which a difference may be marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.statistics import adjust_p
from burgerdata.statistics.indicators import compare_with_rest

HOOGSTE_P = 0.05


def test_groepen(
    gevraagd: Gevraagd, waarden: Mapping[str, pd.Series], groepen: pd.Series, *, kleinste: int
) -> pd.DataFrame:
    """Return per value and group the difference from the rest: naam, groep, afstand, p_waarde, p_aangepast, verschilt.

    A design-based t test of each group against everyone else, Holm-corrected over all tests together. Groups of fewer
    than ``kleinste`` answers, and values that do not vary, are not tested. With two groups the second test is the
    first one mirrored and is not counted.
    """
    kolommen = {
        f"x{nr}": reeks if reeks.dtype == "float64" else reeks.astype("Float64").astype("float64")
        for nr, reeks in enumerate(waarden.values())
    }
    design = gevraagd.design({**kolommen, PER: groepen})
    toets = compare_with_rest(design, list(kolommen), by=PER)
    genoeg = toets["n"].ge(max(kleinste, 2)) & toets["n_rest"].ge(2) & toets["se"].gt(0)
    namen = dict(zip(kolommen, waarden, strict=True))
    tabel = pd.DataFrame(
        {
            "naam": toets["level"].map(namen).astype("str"),
            "groep": toets[PER].astype("str"),
            "afstand": toets["estimate"],
            "p_waarde": toets["p_value"].where(genoeg),
        }
    )
    p_aangepast = _adjust(tabel)
    zeker = p_aangepast.lt(HOOGSTE_P).fillna(False)
    teken = np.where(zeker, np.where(tabel["afstand"] > 0, "▲", "▼"), "")
    return tabel.assign(p_aangepast=p_aangepast, verschilt=pd.Series(teken, index=tabel.index, dtype="str"))


def _adjust(tabel: pd.DataFrame) -> pd.Series:
    """Return Holm's p-values; of two groups the second repeats the first."""
    getest = tabel[tabel["p_waarde"].notna()]
    if tabel["groep"].nunique() == 2:
        getest = getest.drop_duplicates("naam")
    eerste = pd.Series(adjust_p(getest["p_waarde"].to_numpy()), index=getest.index, dtype="float64")
    spiegel = (
        tabel["naam"].map(dict(zip(getest["naam"], eerste, strict=True))).where(tabel["p_waarde"].notna())
    )
    return eerste.reindex(tabel.index).fillna(spiegel.astype("float64"))


def list_waarden(keuze: pd.Series, labels: Sequence[str]) -> dict[str, pd.Series]:
    """Return 1 or 0 per label for who answered."""
    categorie = keuze.astype(pd.CategoricalDtype(pd.Index(list(labels), dtype="str")))
    codes = categorie.cat.codes.to_numpy()
    return {
        label: pd.Series(np.where(codes < 0, np.nan, codes == nummer), index=keuze.index)
        for nummer, label in enumerate(labels)
    }
