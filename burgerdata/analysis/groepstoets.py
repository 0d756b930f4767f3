"""Each group against all others: the only ground on which a difference may be marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.getallen import as_floats
from burgerdata.statistics import adjust_p
from burgerdata.statistics.indicators import compare_with_rest

HOOGSTE_P = 0.05


def test_groepen(
    gevraagd: Gevraagd, waarden: Mapping[str, pd.Series], groepen: pd.Series, *, kleinste: int
) -> pd.DataFrame:
    """Return per value and group the difference from the rest: naam, groep, afstand, p_waarde, p_aangepast, verschilt.

    A design-based t test of each group against everyone else, Holm-corrected over all tests together; where a group is of
    one mind and the rest of another, Fisher's exact test. Groups of fewer than ``kleinste`` answers, and values that are
    the same for all, are not tested. With two groups, or two answers, the second test is the first one mirrored and is
    not counted.
    """
    kolommen = {f"x{nr}": as_floats(reeks) for nr, reeks in enumerate(waarden.values())}
    design = gevraagd.design({**kolommen, PER: groepen})
    toets = compare_with_rest(design, list(kolommen), by=PER)
    genoeg = toets["n"].ge(max(kleinste, 2)) & toets["n_rest"].ge(2)
    namen = dict(zip(kolommen, waarden, strict=True))
    tabel = pd.DataFrame(
        {
            "naam": toets["level"].map(namen).astype("str"),
            "groep": toets[PER].astype("str"),
            "afstand": toets["estimate"],
            "p_waarde": toets["p_value"].where(genoeg),
        }
    )
    zelfde = tabel["naam"].map(name_toetsen(waarden))
    twee = tabel["groep"].nunique() == 2
    p_aangepast = adjust_once(tabel["p_waarde"], zelfde if twee else zelfde + "\n" + tabel["groep"])
    zeker = p_aangepast.lt(HOOGSTE_P).fillna(False)
    teken = np.where(zeker, np.where(tabel["afstand"] > 0, "▲", "▼"), "")
    return tabel.assign(p_aangepast=p_aangepast, verschilt=pd.Series(teken, index=tabel.index, dtype="str"))


def name_toetsen(waarden: Mapping[str, pd.Series]) -> dict[str, str]:
    """Return per value the first one that tests the same: of ja and nee the second is the first one mirrored."""
    eerste: dict[bytes, str] = {}
    uit = {}
    for naam, reeks in waarden.items():
        codes, soorten = pd.factorize(reeks)  # of two values the order of appearance tells them apart
        uit[naam] = eerste.setdefault(codes.tobytes(), naam) if len(soorten) == 2 else naam
    return uit


def adjust_once(p_waarde: pd.Series, toets: pd.Series) -> pd.Series:
    """Return Holm's p-values, counting each test once however many rows report it; ``toets`` names it per row.

    >>> adjust_once(pd.Series([0.01, 0.01, 0.04]), pd.Series(["a", "a", "b"])).tolist()
    [0.02, 0.02, 0.04]
    """
    getest = p_waarde.notna()
    eerste = getest & ~toets.where(getest).duplicated()
    aangepast = dict(zip(toets[eerste], adjust_p(p_waarde[eerste].to_numpy()), strict=True))
    return toets.map(aangepast).where(getest).astype("float64")


def list_waarden(keuze: pd.Series, labels: Sequence[str]) -> dict[str, pd.Series]:
    """Return 1 or 0 per label for who answered."""
    categorie = keuze.astype(pd.CategoricalDtype(pd.Index(list(labels), dtype="str")))
    codes = categorie.array.codes
    return {
        label: pd.Series(np.where(codes < 0, np.nan, codes == nummer), index=keuze.index)
        for nummer, label in enumerate(labels)
    }
