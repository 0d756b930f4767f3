"""How the answers to one question are divided."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import GESLOTEN, Gevraagd, count_per, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.errors import MethodeError
from burgerdata.statistics.indicators import estimate_indicators
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

KOLOMMEN = ("code", "label", "n", "basis", "n_eff", "aandeel", "se", "onder", "boven", "indicatief")
MEERVOUDIG = ("meer_antwoorden", "rangorde")
_CIJFERS = ["n_eff", "aandeel", "se", "onder", "boven"]


def summarise_vraag(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per answer and activity: code, label, n, basis, n_eff, aandeel, se, onder, boven, indicatief.

    The base holds who gave an answer (of several answers also who chose none); n and basis count persons of rol
    burger, shares are weighted, intervals are 95% (logit). Talks give counts only. With ``per`` a column of that name
    and a column ``totaal``, the share over all groups.

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
    tabel = schat(gevraagd, groepen)
    if groepen is not None:
        totaal = gevraagd.remember("aandeel", lambda: schat(gevraagd, None).set_index("code")["aandeel"])
        tabel = tabel.assign(totaal=tabel["code"].map(totaal).astype("float64"))
    return finish_tabel(tabel, gevraagd, per)


def finish_tabel(tabel: pd.DataFrame, gevraagd: Gevraagd, per: str | None) -> pd.DataFrame:
    """Return the table with activiteit_id in front, ``per`` under its name, contract dtypes, and figures of talks emptied."""
    drempels = gevraagd.traject.instellingen.drempels
    instrument = str(gevraagd.activiteit["instrument"])
    tabel = tabel.assign(
        activiteit_id=pd.Series(gevraagd.activiteit_id, index=tabel.index, dtype="str"),
        indicatief=tabel["basis"].lt(drempels.indicatief).astype("bool"),
        n=tabel["n"].astype("Int32"),
        basis=tabel["basis"].astype("Int32"),
    )
    if is_kwalitatief(instrument, int(gevraagd.binnen.sum())):
        leeg = [naam for naam in (*_CIJFERS, "totaal") if naam in tabel]
        tabel = tabel.assign(**dict.fromkeys(leeg, float("nan")))
    voor = ["activiteit_id"]
    if per is not None:
        tabel = tabel.assign(**{PER: tabel[PER].astype("str")}).rename(columns={PER: per})
        tabel = tabel.loc[:, ~tabel.columns.duplicated()]
        voor += [per] if per != "activiteit_id" else []
    rest = [naam for naam in tabel.columns if naam not in voor]
    return tabel[voor + rest].reset_index(drop=True)


def _share_labels(gevraagd: Gevraagd, groepen: pd.Series | None) -> pd.DataFrame:
    """Return shares of a question with one answer."""
    labels = gevraagd.labels
    if not (labels.notna() & gevraagd.binnen).any():
        return _empty(groepen)
    design = gevraagd.design(_columns({"antwoord": labels}, groepen))
    tabel = _rename(design.proportion("antwoord", by=None if groepen is None else PER))
    plek = tabel["level"].cat.codes.to_numpy()
    geteld = count_per(labels, groepen, gevraagd.binnen)
    opties = gevraagd.opties[["label", "code"]].astype("str").take(plek).set_axis(tabel.index)
    n = geteld[0, plek] if groepen is None else geteld[tabel[PER].cat.codes.to_numpy(), plek]
    return _order(tabel.assign(label=opties["label"], code=opties["code"], n=n), groepen)


def _share_keuzes(gevraagd: Gevraagd, groepen: pd.Series | None) -> pd.DataFrame:
    """Return shares of a question with several answers, or of who put an option first."""
    keuzes = gevraagd.keuzes
    if keuzes.empty or not (keuzes.iloc[:, 0].notna() & gevraagd.binnen).any():
        return _empty(groepen)
    namen = {f"optie {nr}": label for nr, label in enumerate(keuzes.columns)}
    kolommen = {naam: keuzes[label].astype("Float64").astype("float64") for naam, label in namen.items()}
    design = gevraagd.design(_columns(kolommen, groepen))
    tabel = estimate_indicators(design, list(kolommen), by=None if groepen is None else PER)
    codes = dict(zip(kolommen, gevraagd.opties["code"], strict=True))
    tabel = _rename(tabel).assign(
        label=tabel["level"].map(namen).astype("str"), code=tabel["level"].map(codes).astype("str")
    )
    gekozen = pd.DataFrame(kolommen)[gevraagd.binnen]
    if groepen is None:
        n = gekozen.sum()[tabel["level"]].to_numpy()
    else:
        som = gekozen.groupby(groepen[gevraagd.binnen], observed=False).sum()
        n = np.array([som.loc[g, naam] for g, naam in zip(tabel[PER], tabel["level"], strict=True)])
    return _order(tabel.assign(n=n.astype("int64")), groepen)


def _columns(kolommen: dict[str, pd.Series], groepen: pd.Series | None) -> dict[str, pd.Series]:
    return kolommen if groepen is None else kolommen | {PER: groepen}


def _rename(tabel: pd.DataFrame) -> pd.DataFrame:
    return tabel.rename(columns={"n": "basis", "estimate": "aandeel", "ci_low": "onder", "ci_high": "boven"})


def _order(tabel: pd.DataFrame, groepen: pd.Series | None) -> pd.DataFrame:
    voor = [] if groepen is None else [PER]
    kolommen = [*voor, *(naam for naam in KOLOMMEN if naam != "indicatief")]
    return tabel[kolommen].reset_index(drop=True)


def _empty(groepen: pd.Series | None) -> pd.DataFrame:
    """Return the columns of a division without rows: nobody answered."""
    tekst = dict.fromkeys((*([] if groepen is None else [PER]), "code", "label"), "str")
    soorten = tekst | dict.fromkeys(("n", "basis"), "int64") | dict.fromkeys(_CIJFERS, "float64")
    return pd.DataFrame({naam: pd.Series(dtype=soort) for naam, soort in soorten.items()})
