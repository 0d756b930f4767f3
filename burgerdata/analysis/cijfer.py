"""Means: of a grade, a number, or a scale whose steps have numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.groepstoets import test_groepen
from burgerdata.analysis.interval import lay_interval
from burgerdata.analysis.kwalitatief import SIGNAAL, is_kwalitatief
from burgerdata.analysis.regels import HOLM, describe_gevraagd
from burgerdata.statistics import Design
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_CIJFERS = ("n_eff", "gemiddelde", "mediaan", "sd", "se", "onder", "boven")


def summarise_cijfer(
    traject: Traject, vraag_id: str, *, per: str | None = None, toets: bool = True
) -> pd.DataFrame:
    """Return a row per activity: n, basis, n_eff, gemiddelde, mediaan, sd, se, onder, boven, indicatief.

    n is who gave a number, basis the same; both are persons of rol burger. Mean, median and sd are weighted, high is
    favourable (``omkeren`` turns a scale round); where all gave one number there is no interval. With ``per`` a row
    per group, the columns verschilt (▲ ▼, tested against the rest, Holm), p_aangepast and ``totaal``, the mean over
    all groups; without ``toets`` not these three.

    Raises
    ------
    MethodeError
        When nobody asked the question, its answers have no numbers, or ``per`` cannot be told.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> summarise_cijfer(make_example(), "cijfer")[["n", "gemiddelde", "mediaan", "se"]].round(3)
       n  gemiddelde  mediaan     se
    0  8         7.0      7.0  0.463
    """
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    tabel = pd.concat([_summarise(gevraagd, per, toets) for gevraagd in gesteld], ignore_index=True)
    getoetst = toets and any(str(gevraagd.activiteit["instrument"]) != SIGNAAL for gevraagd in gesteld)
    noten = (HOLM,) if per is not None and getoetst else ()
    return annotate(tabel, describe_gevraagd("cijfer", gesteld, per=per or "", noten=noten))


def _summarise(gevraagd: Gevraagd, per: str | None, toets: bool) -> pd.DataFrame:
    waarden = gevraagd.getallen
    groepen = None if per is None else gevraagd.groepen(per)
    kolommen = {"x": waarden} if groepen is None else {"x": waarden, PER: groepen}
    if not (waarden.notna() & gevraagd.binnen).any():
        return _finish(_empty(groepen, toets), gevraagd, per)
    design = gevraagd.design(kolommen)
    tabel = _estimate(design, groepen)
    if groepen is not None and toets:
        getest = test_groepen(
            gevraagd, {"x": waarden}, groepen, kleinste=gevraagd.traject.instellingen.drempels.verborgen
        ).set_index("groep")
        groep = tabel[PER].astype("str")
        totaal = gevraagd.remember("gemiddelde", lambda: float(design.mean("x")["estimate"].iloc[0]))
        tabel |= {
            "verschilt": groep.map(getest["verschilt"]).astype("str"),
            "p_aangepast": groep.map(getest["p_aangepast"]).astype("float64"),
            "totaal": np.full(len(groep), totaal),
        }
    return _finish(tabel, gevraagd, per)


def _estimate(design: Design, groepen: pd.Series | None) -> dict[str, Any]:
    by = None if groepen is None else PER
    gemiddelde = design.mean("x", by=by)
    mediaan = design.quantile("x", 0.5, by=by)["estimate"]
    namen = {"n": "n", "n_eff": "n_eff", "estimate": "gemiddelde", "se": "se"}
    voor = {} if groepen is None else {PER: gemiddelde[PER]}
    eigen = {"mediaan": mediaan.to_numpy(), "sd": measure_spread(design, gemiddelde, groepen)}
    grenzen = lay_interval(gemiddelde["ci_low"], gemiddelde["ci_high"])
    eigen |= dict(zip(("onder", "boven"), grenzen, strict=True))
    return voor | {nieuw: gemiddelde[oud].to_numpy() for oud, nieuw in namen.items()} | eigen


def measure_spread(
    design: Design, gemiddelde: pd.DataFrame, groepen: pd.Series | None
) -> NDArray[np.float64]:
    """Return the weighted standard deviation per row, with n - 1; missing where fewer than two answered."""
    waarden = design.frame["x"].to_numpy(dtype="float64")
    rij = np.zeros(len(waarden), dtype=np.intp)
    if groepen is not None:
        groep = design.frame[PER].cat
        plek = pd.Index(gemiddelde[PER].astype("str")).get_indexer(groep.categories.astype("str"))
        rij = np.append(plek, -1)[groep.codes.to_numpy()]
    telt = ~np.isnan(waarden) & (rij >= 0)
    if design.core.domain is not None:
        telt &= design.core.domain
    rij, gewicht = rij[telt], np.asarray(design.weights, dtype="float64")[telt]
    afstand = waarden[telt] - gemiddelde["estimate"].to_numpy(dtype="float64")[rij]
    aantal, massa, kwadraat = (
        np.bincount(rij, weights=maat, minlength=len(gemiddelde))
        for maat in (None, gewicht, gewicht * afstand**2)
    )
    genoeg = aantal > 1
    sd = np.full(len(gemiddelde), np.nan)
    sd[genoeg] = np.sqrt(kwadraat[genoeg] / massa[genoeg] * aantal[genoeg] / (aantal[genoeg] - 1))
    return sd


def _finish(tabel: dict[str, Any], gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    """Return the table with activiteit_id in front, ``per`` under its name, contract dtypes, and figures of talks emptied."""
    rijen = pd.RangeIndex(len(tabel["n"]))
    if is_kwalitatief(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum())):
        leeg = np.full(len(rijen), np.nan)
        tabel |= dict.fromkeys(("n_eff", "sd", "se", "onder", "boven"), leeg)
    elif str(gevraagd.activiteit["instrument"]) == SIGNAAL:  # nobody was drawn
        tabel |= dict.fromkeys(("se", "onder", "boven"), np.full(len(rijen), np.nan))
        tabel |= {"verschilt": "", "p_aangepast": np.nan} if "verschilt" in tabel else {}
    voor = {"activiteit_id": pd.Series(gevraagd.activiteit_id, index=rijen, dtype="str")}
    if per is not None:
        voor |= {per: tabel[PER].astype("str")}
    n = pd.array(tabel["n"], dtype="Int32")
    weinig = np.asarray(n < gevraagd.traject.instellingen.drempels.indicatief, dtype="bool")
    vast = {"n": n, "basis": n} | {naam: tabel[naam] for naam in _CIJFERS} | {"indicatief": weinig}
    achter = {naam: tabel[naam] for naam in ("verschilt", "p_aangepast", "totaal") if naam in tabel}
    return pd.DataFrame(vast | achter | voor, index=rijen, columns=list(voor | vast | achter))


def _empty(groepen: pd.Series | None, toets: bool) -> dict[str, Any]:
    soorten = ({} if groepen is None else {PER: "str"}) | {"n": "int64"} | dict.fromkeys(_CIJFERS, "float64")
    if groepen is not None and toets:
        soorten |= {"verschilt": "str", "p_aangepast": "float64", "totaal": "float64"}
    return {naam: pd.Series(dtype=soort) for naam, soort in soorten.items()}
