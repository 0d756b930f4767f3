"""Means: of a grade, a number, or a scale whose steps have numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.groepstoets import test_groepen
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.regels import HOLM, describe_gevraagd
from burgerdata.statistics import Design
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_CIJFERS = ("n_eff", "gemiddelde", "mediaan", "sd", "se", "onder", "boven")


def summarise_cijfer(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per activity: n, basis, n_eff, gemiddelde, mediaan, sd, se, onder, boven, indicatief.

    n is who gave a number, basis the same; both are persons of rol burger. Mean, median and sd are weighted, high is
    favourable (``omkeren`` turns a scale round). With ``per`` a row per group, the columns verschilt (▲ ▼, tested
    against the rest, Holm), p_aangepast and ``totaal``, the mean over all groups.

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
    tabel = pd.concat([_summarise(gevraagd, per) for gevraagd in gesteld], ignore_index=True)
    noten = () if per is None else (HOLM,)
    return annotate(tabel, describe_gevraagd("cijfer", gesteld, per=per or "", noten=noten))


def _summarise(gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    waarden = gevraagd.getallen
    groepen = None if per is None else gevraagd.groepen(per)
    kolommen = {"x": waarden} if groepen is None else {"x": waarden, PER: groepen}
    if not (waarden.notna() & gevraagd.binnen).any():
        return _finish(_empty(groepen), gevraagd, per)
    design = gevraagd.design(kolommen)
    tabel = _estimate(design, groepen)
    if groepen is not None:
        toets = test_groepen(
            gevraagd, {"x": waarden}, groepen, kleinste=gevraagd.traject.instellingen.drempels.verborgen
        ).set_index("groep")
        groep = tabel[PER].astype("str")
        tabel = tabel.assign(
            verschilt=groep.map(toets["verschilt"]).astype("str"),
            p_aangepast=groep.map(toets["p_aangepast"]).astype("float64"),
            totaal=gevraagd.remember("gemiddelde", lambda: float(design.mean("x")["estimate"].iloc[0])),
        )
    return _finish(tabel, gevraagd, per)


def _estimate(design: Design, groepen: pd.Series | None) -> pd.DataFrame:
    by = None if groepen is None else PER
    gemiddelde = design.mean("x", by=by)
    mediaan = design.quantile("x", 0.5, by=by)["estimate"]
    sd = _spread(design, gemiddelde, groepen)
    tabel = gemiddelde.rename(columns={"estimate": "gemiddelde", "ci_low": "onder", "ci_high": "boven"})
    tabel = tabel.assign(basis=tabel["n"], mediaan=mediaan.to_numpy(), sd=sd)
    voor = [] if groepen is None else [PER]
    return tabel[[*voor, "n", "basis", "n_eff", "gemiddelde", "mediaan", "sd", "se", "onder", "boven"]]


def _spread(design: Design, gemiddelde: pd.DataFrame, groepen: pd.Series | None) -> NDArray[np.float64]:
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


def _finish(tabel: pd.DataFrame, gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    drempels = gevraagd.traject.instellingen.drempels
    tabel = tabel.assign(
        activiteit_id=pd.Series(gevraagd.activiteit_id, index=tabel.index, dtype="str"),
        indicatief=tabel["basis"].lt(drempels.indicatief).astype("bool"),
        n=tabel["n"].astype("Int32"),
        basis=tabel["basis"].astype("Int32"),
    )
    if is_kwalitatief(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum())):
        tabel = tabel.assign(**{naam: float("nan") for naam in ("n_eff", "sd", "se", "onder", "boven")})
    voor = ["activiteit_id"]
    if per is not None:
        tabel = tabel.assign(**{PER: tabel[PER].astype("str")}).rename(columns={PER: per})
        tabel = tabel.loc[:, ~tabel.columns.duplicated()]
        voor += [per] if per != "activiteit_id" else []
    achter = [naam for naam in ("indicatief", "verschilt", "p_aangepast", "totaal") if naam in tabel]
    return tabel[[*voor, "n", "basis", *_CIJFERS, *achter]].reset_index(drop=True)


def _empty(groepen: pd.Series | None) -> pd.DataFrame:
    soorten = ({} if groepen is None else {PER: "str"}) | dict.fromkeys(("n", "basis"), "int64")
    soorten |= dict.fromkeys(_CIJFERS, "float64")
    if groepen is not None:
        soorten |= {"verschilt": "str", "p_aangepast": "float64", "totaal": "float64"}
    return pd.DataFrame({naam: pd.Series(dtype=soort) for naam, soort in soorten.items()})
