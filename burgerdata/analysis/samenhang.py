"""What hangs together with a judgement; never a cause."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.regels import describe_gevraagd, name_onderwerp
from burgerdata.errors import MethodeError
from burgerdata.getallen import as_floats
from burgerdata.statistics import add_p_values, estimate_correlation
from burgerdata.statistics.correlation import EDGE
from burgerdata.statistics.exact import judge_line
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

MINSTENS = 10
"""Persons under which a correlation says nothing."""


def correlate_oordeel(traject: Traject, cijfer: str, andere: Sequence[str] | None = None) -> pd.DataFrame:
    """Return how each question hangs together with the grade: a row per activity and question, from high to low.

    Columns: activiteit_id, vraag_id, kort, n, verband, onder, boven, p_waarde. verband is the weighted Pearson
    correlation within the activity, high being favourable in both; the 95% interval is linearised on the design, on
    Fisher's scale, and p_waarde tests whether it holds 0. A correlation of 1 or -1 has no interval, and the p-value
    of the permutation test (Pitman 1937). It is never a cause. Without ``andere`` all other scales, statements and
    numbers about content are taken that the activity asked. Questions with fewer than 10 persons in common, or that
    do not vary, are left out.

    Raises
    ------
    MethodeError
        When no other question was asked of the same people, or none that varies and has enough people in common.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> correlate_oordeel(make_example(), "cijfer")
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: geen andere vraag is aan dezelfde mensen gesteld als 'cijfer'
    """
    doelen = find_gevraagd(traject, cijfer)
    delen = [deel for doel in doelen if not (deel := _correlate(doel, andere)).empty]
    if not delen:
        raise MethodeError(_name_reason(doelen, cijfer, andere))
    tabel = pd.concat(delen, ignore_index=True)
    over = [doel for doel in doelen if tabel["activiteit_id"].eq(doel.activiteit_id).any()]
    noten = (
        "Verband (correlatie): 0 is geen samenhang, 1 gaat volledig gelijk op, −1 volledig tegengesteld. Samenhang is geen oorzaak.",
    )
    onderwerp = f"wat samenhangt met {name_onderwerp(over[0].vraag)}"
    return annotate(tabel, describe_gevraagd("overig", over, onderwerp=onderwerp, noten=noten))


def _name_reason(doelen: Sequence[Gevraagd], cijfer: str, andere: Sequence[str] | None) -> str:
    """Return why nothing can be correlated: nothing else was asked, or what was asked does not vary or is too little."""
    gesteld = [g for doel in doelen for naam in _choose(doel, andere) for g in _find_eigen(doel, naam)]
    if not gesteld:
        return f"geen andere vraag is aan dezelfde mensen gesteld als '{cijfer}'"
    return (
        f"samenhang met '{cijfer}' is niet te bepalen: bij de andere vragen ({len(gesteld)}) antwoordden minder dan "
        f"{MINSTENS} mensen ook op '{cijfer}', of gaf iedereen hetzelfde antwoord"
    )


def _choose(doel: Gevraagd, andere: Sequence[str] | None) -> Sequence[str]:
    return _list_andere(doel) if andere is None else andere


def _find_eigen(doel: Gevraagd, vraag_id: str) -> list[Gevraagd]:
    """Return the question in the activity of the grade, if it was asked there."""
    return [g for g in find_gevraagd(doel.traject, vraag_id) if g.activiteit_id == doel.activiteit_id]


def _correlate(doel: Gevraagd, andere: Sequence[str] | None) -> pd.DataFrame:
    """Return the correlations within one activity, from high to low."""
    rijen = []
    for gesteld in (g for naam in _choose(doel, andere) for g in _find_eigen(doel, naam)):
        getallen = {"x": doel.getallen.astype("Float64"), "y": gesteld.getallen.astype("Float64")}
        rij = estimate_correlation(doel.design(getallen), "x", "y").iloc[0]
        if rij["n"] >= MINSTENS and np.isfinite(rij["estimate"]):
            vast = {"vraag_id": gesteld.vraag_id, "kort": name_onderwerp(gesteld.vraag), "n": rij["n"]}
            maten = {"verband": rij["estimate"], "onder": rij["ci_low"], "boven": rij["ci_high"]}
            samen = doel.binnen & getallen["x"].notna() & getallen["y"].notna()
            rijen.append(vast | maten | {"p_waarde": _test(rij, as_floats(getallen["x"][samen]))})
    if not rijen:
        return pd.DataFrame()
    tabel = pd.DataFrame(rijen).sort_values("verband", ascending=False, kind="stable", ignore_index=True)
    tabel = tabel.astype({"vraag_id": "str", "kort": "str", "n": "Int32"})
    tabel.insert(0, "activiteit_id", pd.Series(doel.activiteit_id, index=tabel.index, dtype="str"))
    return tabel


def _test(rij: pd.Series, getallen: pd.Series) -> float:
    """Return the p-value of a correlation, by its standard error on Fisher's scale; of 1 and -1 by all orders."""
    r = float(rij["estimate"])
    if abs(r) > EDGE:
        return judge_line(getallen.to_numpy())
    schaal = pd.DataFrame({"estimate": [np.arctanh(r)], "se": [rij["se"] / (1 - r**2)], "df": [rij["df"]]})
    return float(add_p_values(schaal)["p_value"].iloc[0])


def _list_andere(doel: Gevraagd) -> list[str]:
    """Return the other questions about content with numbers of the same activity."""
    vragen, opties = doel.traject.vragen, doel.traject.opties
    met_getal = set(opties[opties["waarde"].notna()]["vraag_id"].astype("str"))
    eigen = vragen[vragen["activiteit_id"].eq(doel.activiteit_id) & vragen["rol"].eq("inhoud")]
    kan = eigen["soort"].eq("getal") | (
        eigen["soort"].isin(("schaal", "stelling")) & eigen["vraag_id"].astype("str").isin(met_getal)
    )
    return [naam for naam in eigen[kan]["vraag_id"].astype("str") if naam != doel.vraag_id]
