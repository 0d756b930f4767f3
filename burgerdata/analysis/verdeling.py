"""How the answers to one question are divided."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import GESLOTEN, Gevraagd, count_per, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.interval import lay_interval
from burgerdata.analysis.kwalitatief import SIGNAAL, is_kwalitatief
from burgerdata.analysis.losse_berichten import count_losse_meldingen
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.errors import MethodeError
from burgerdata.getallen import as_floats
from burgerdata.statistics.indicators import estimate_indicators
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

MEERVOUDIG = ("meer_antwoorden", "rangorde")
_CIJFERS = ["n_eff", "aandeel", "se", "onder", "boven"]


def summarise_vraag(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per answer and activity: code, label, n, basis, n_eff, aandeel, se, onder, boven, indicatief.

    The base holds who gave an answer (of several answers also who chose none); n and basis count persons of rol
    burger, shares are weighted, intervals are 95% (logit); a share that was weighted on has none. Talks give counts
    only; of messages whose writer nobody knows n and basis are messages. With ``per`` a column of that name and a column ``totaal``, the share over all groups.

    Raises
    ------
    MethodeError
        When nobody asked the question, it is a number or open, or ``per`` cannot be told, with the remedy.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> summarise_vraag(make_example(), "kanaal")[["label", "n", "basis", "aandeel"]]
         label  n  basis  aandeel
    0   online  6      8     0.75
    1  bureau   2      8     0.25
    """
    gemeld = count_losse_meldingen(traject, vraag_id) if per is None else None
    if gemeld is not None:
        return gemeld
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    for gevraagd in gesteld:
        refuse_soort(gevraagd)
    tabel = pd.concat([summarise_gevraagd(gevraagd, per) for gevraagd in gesteld], ignore_index=True)
    return annotate(tabel, describe_gevraagd("verdeling", gesteld, per=per or ""))


def refuse_soort(gevraagd: Gevraagd) -> None:
    """Raise MethodeError for a question that has no shares, with the function that does answer it."""
    if gevraagd.soort == "getal":
        raise MethodeError(f"vraag '{gevraagd.vraag_id}' is een getal; gebruik summarise_cijfer")
    if gevraagd.soort == "open":
        raise MethodeError(f"vraag '{gevraagd.vraag_id}' is open; gebruik count_themas of quote_fragmenten")


def summarise_gevraagd(gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    """Return the division of the answers in one activity, without annotation."""
    groepen = None if per is None else gevraagd.groepen(per)
    schat = _share_labels if gevraagd.soort in GESLOTEN else _share_keuzes
    kolommen = schat(gevraagd, groepen)
    if groepen is not None:
        totaal = gevraagd.remember("aandeel", lambda: _find_totaal(schat(gevraagd, None)))
        kolommen["totaal"] = np.array(
            [totaal.get(code, np.nan) for code in kolommen["code"]], dtype="float64"
        )
    return _finish(kolommen, gevraagd, per)


def _find_totaal(kolommen: dict[str, Any]) -> dict[str, float]:
    return dict(zip(kolommen["code"], kolommen["aandeel"], strict=True))


def _finish(kolommen: dict[str, Any], gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    """Return the table with activiteit_id in front, ``per`` under its name, contract dtypes, and figures of talks emptied."""
    rijen = pd.RangeIndex(len(kolommen["n"]))
    basis = pd.array(kolommen["basis"], dtype="Int32")
    if is_kwalitatief(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum())):
        leeg = [naam for naam in (*_CIJFERS, "totaal") if naam in kolommen]
        kolommen |= dict.fromkeys(leeg, np.full(len(rijen), np.nan))
    elif str(gevraagd.activiteit["instrument"]) == SIGNAAL:  # nobody was drawn, and nobody was asked
        zonder = [naam for naam in ("se", "onder", "boven") if naam in kolommen]
        kolommen |= dict.fromkeys(zonder, np.full(len(rijen), np.nan))
    voor = {"activiteit_id": pd.Series(gevraagd.activiteit_id, index=rijen, dtype="str")}
    if per is not None:
        voor |= {per: kolommen.pop(PER).astype("str")}
    vast = {"n": pd.array(kolommen["n"], dtype="Int32"), "basis": basis}
    vast |= {
        "indicatief": np.asarray(basis < gevraagd.traject.instellingen.drempels.indicatief, dtype="bool")
    }
    return pd.DataFrame(kolommen | vast | voor, index=rijen, columns=list(voor | kolommen | vast))


def _share_labels(gevraagd: Gevraagd, groepen: pd.Series | None) -> dict[str, Any]:
    """Return the columns with shares of a question with one answer."""
    labels = gevraagd.labels
    if not (labels.notna() & gevraagd.binnen).any():
        return _empty(groepen)
    design = gevraagd.design(_columns({"antwoord": labels}, groepen))
    tabel = design.proportion("antwoord", by=None if groepen is None else PER)
    plek = tabel["level"].array.codes
    geteld = count_per(labels, groepen, gevraagd.binnen)
    n = geteld[0, plek] if groepen is None else geteld[tabel[PER].array.codes, plek]
    code, label = (gevraagd.opties[naam].astype("str").array.take(plek) for naam in ("code", "label"))
    return _name(tabel, groepen, code, label, n)


def _share_keuzes(gevraagd: Gevraagd, groepen: pd.Series | None) -> dict[str, Any]:
    """Return the columns with shares of a question with several answers, or of who put an option first."""
    keuzes = gevraagd.keuzes
    if keuzes.empty or not (keuzes.iloc[:, 0].notna() & gevraagd.binnen).any():
        return _empty(groepen)
    namen = {f"optie {nr}": label for nr, label in enumerate(keuzes.columns)}
    kolommen = {naam: as_floats(keuzes[label]) for naam, label in namen.items()}
    design = gevraagd.design(_columns(kolommen, groepen))
    tabel = estimate_indicators(design, list(kolommen), by=None if groepen is None else PER)
    codes = dict(zip(kolommen, gevraagd.opties["code"], strict=True))
    code, label = (tabel["level"].map(wat).astype("str").array for wat in (codes, namen))
    gekozen = pd.DataFrame(kolommen)[gevraagd.binnen]
    if groepen is None:
        n = gekozen.sum()[tabel["level"]].to_numpy()
    else:
        som = gekozen.groupby(groepen[gevraagd.binnen], observed=False).sum()
        n = np.array([som.loc[g, naam] for g, naam in zip(tabel[PER], tabel["level"], strict=True)])
    return _name(tabel, groepen, code, label, n.astype("int64"))


def _columns(kolommen: dict[str, pd.Series], groepen: pd.Series | None) -> dict[str, pd.Series]:
    return kolommen if groepen is None else kolommen | {PER: groepen}


def _name(tabel: pd.DataFrame, groepen: pd.Series | None, code: Any, label: Any, n: Any) -> dict[str, Any]:
    """Return the columns of a division, that of the groups first, under their Dutch names."""
    namen = {"n": "basis", "n_eff": "n_eff", "estimate": "aandeel", "se": "se"}
    eigen = {"code": code, "label": label, "n": n}
    getallen = {nieuw: tabel[oud].to_numpy() for oud, nieuw in namen.items()}
    getallen |= dict(zip(("onder", "boven"), lay_interval(tabel["ci_low"], tabel["ci_high"]), strict=True))
    return ({} if groepen is None else {PER: tabel[PER]}) | eigen | getallen


def _empty(groepen: pd.Series | None) -> dict[str, Any]:
    """Return the columns of a division without rows: nobody answered."""
    tekst = dict.fromkeys((*([] if groepen is None else [PER]), "code", "label"), "str")
    soorten = tekst | dict.fromkeys(("n", "basis"), "int64") | dict.fromkeys(_CIJFERS, "float64")
    return {naam: pd.Series(dtype=soort) for naam, soort in soorten.items()}
