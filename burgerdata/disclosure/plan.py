"""The suppression plan: which cells of the tables of a run are too small to print, and what that costs.

Each table is judged by itself: what a reader can subtract from one table of another is not covered yet (docs/privacy.md).

Three rules, in this order. A group whose base is under ``verborgen`` persons keeps its base and loses its figures. A
cell of 1 to ``drempel`` - 1 persons is suppressed. Where the suppressed cells of a group are one, or hold fewer than
``drempel`` persons together, the next smallest follow, for otherwise base minus the rest gives them back. Counts of
qualitative sources ("22 van de 31") are suppressed only where they are split by a trait of persons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.settings import Drempels
from burgerdata.toelichting import read_toelichting

ONDERDRUKT = "onderdrukt"
_VERDEELD = ("verdeling", "kruistabel", "stellingen", "stemmen")
_CATEGORIE = "categorie"
_VRIJ = ("respons", "citaten")
_BLIJFT = ("basis", "drempel", "bevolking", "waarde", "volgorde", "nr")


@dataclass(frozen=True)
class Plan:
    """Which rows of which tables lose their figures; ``prijs`` tells the reader what that costs."""

    drempels: Drempels
    maskers: Mapping[str, pd.Series]

    def apply(self, naam: str, tabel: pd.DataFrame) -> pd.DataFrame:
        """Return the table with the figures of suppressed rows emptied and a column ``onderdrukt``.

        Bases stay, every other number of a suppressed row goes: n, share, interval, mean. A table that the plan does
        not hold comes back as it is.
        """
        masker = self.maskers.get(naam)
        if masker is None or not masker.any():
            return tabel.copy()
        getallen = [kolom for kolom in tabel.select_dtypes("number").columns if kolom not in _BLIJFT]
        teksten = [kolom for kolom in ("tekst", "verschilt") if kolom in tabel and "n" in tabel]
        weg = masker.to_numpy(dtype=np.bool_)
        leeg = {kolom: _blank(tabel[kolom], weg) for kolom in getallen}
        leeg |= {
            kolom: tabel[kolom].astype("str").mask(masker, "x" if kolom == "tekst" else "")
            for kolom in teksten
        }
        if "netto" in tabel:
            leeg["netto"] = tabel["netto"].mask(
                masker.groupby(tabel["vraag_id"], observed=True).transform("any")
            )
        return tabel.assign(**leeg, **{ONDERDRUKT: masker.astype("bool")})

    @property
    def prijs(self) -> pd.DataFrame:
        """Return one row per table that holds counts: tabel, rijen, onderdrukt."""
        return pd.DataFrame(
            {
                "tabel": list(self.maskers),
                "rijen": [len(masker) for masker in self.maskers.values()],
                "onderdrukt": [int(masker.sum()) for masker in self.maskers.values()],
            }
        ).astype({"tabel": "str"})


def plan_onderdrukking(tabellen: Mapping[str, pd.DataFrame], drempels: Drempels | None = None) -> Plan:
    """Return the suppression plan over these tables; it changes nothing by itself.

    Parameters
    ----------
    tabellen : Mapping[str, DataFrame]
        Annotated tables by name, all of one run.
    drempels : Drempels, optional
        The thresholds in persons; default 10, 30 and 50.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> tabel = pd.DataFrame({"label": list("abc"), "n": [4, 40, 56], "basis": 100, "aandeel": [0.04, 0.4, 0.56]})
    >>> plan = plan_onderdrukking({"v": annotate(tabel, Toelichting("verdeling"))})
    >>> plan.apply("v", tabel)["n"].tolist()
    [nan, nan, 56.0]
    """
    grenzen = drempels or Drempels()
    maskers = {naam: _mask(tabel, grenzen) for naam, tabel in tabellen.items() if _holds_persons(tabel)}
    return Plan(grenzen, maskers)


def _blank(reeks: pd.Series, weg: NDArray[np.bool_]) -> pd.Series:
    """Return the numbers with these rows emptied."""
    if reeks.dtype == "float64":
        return pd.Series(np.where(weg, np.nan, reeks.to_numpy()), index=reeks.index)
    return reeks.mask(weg)


def _holds_persons(tabel: pd.DataFrame) -> bool:
    return read_toelichting(tabel).soort not in _VRIJ and bool({"basis", "n_beide"} & set(tabel.columns))


def _mask(tabel: pd.DataFrame, grenzen: Drempels) -> pd.Series:
    """Return True for each row whose figures must go."""
    toelichting = read_toelichting(tabel)
    kwalitatief = (
        _flag(tabel, "kwalitatief") if "kwalitatief" in tabel else _always(tabel, toelichting.kwalitatief)
    )
    basis = _number(tabel, "basis" if "basis" in tabel else "n_beide")
    verborgen = basis.lt(grenzen.verborgen) & ~kwalitatief
    if "n" not in tabel or toelichting.soort == "cijfer":
        return verborgen
    n = _number(tabel, "n")
    if toelichting.soort == "meningsgroepen":
        return _mask_groups(tabel, n, verborgen, grenzen.drempel)
    open_ = ~kwalitatief if not toelichting.per else _always(tabel, True)
    klein = n.between(1, grenzen.drempel - 1) & open_
    if toelichting.soort in _VERDEELD or _CATEGORIE in tabel:
        klein = _with_second_cell(tabel, n, klein | verborgen, verborgen, grenzen.drempel)
    return klein | verborgen


def _mask_groups(tabel: pd.DataFrame, n: pd.Series, verborgen: pd.Series, drempel: int) -> pd.Series:
    """Return True for opinion groups that are too small, and for another where the base would give one back.

    A group has a row for each statement that marks it; it is shown or hidden as a whole.
    """
    sleutel = [tabel["activiteit_id"], tabel["meningsgroep"]]
    eerste = ~tabel.duplicated(["activiteit_id", "meningsgroep"])
    klein = n.lt(drempel) | verborgen
    for _, rijen in tabel[eerste].groupby("activiteit_id", observed=True, dropna=False):
        index = rijen.index
        if klein[index].any() and not verborgen[index].any():
            meer = _choose_more(n[index].to_numpy(), klein[index].to_numpy(dtype=np.bool_), drempel)
            klein[index[meer]] = True
    return (
        klein.where(eerste, False)
        .groupby(sleutel, observed=True, dropna=False)
        .transform("any")
        .astype("bool")
    )


def _with_second_cell(
    tabel: pd.DataFrame, n: pd.Series, klein: pd.Series, verborgen: pd.Series, drempel: int
) -> pd.Series:
    """Return the mask with a second cell in every group where one suppressed cell could be subtracted back."""
    sleutel = [kolom for kolom in tabel.columns[: _label_position(tabel)] if kolom != "kort"]
    groepen = (
        pd.Series(0, index=tabel.index)
        if not sleutel
        else tabel.groupby(sleutel, observed=True, dropna=False).ngroup()
    )
    groep, telt, weg = groepen.to_numpy(), n.to_numpy(), klein.to_numpy(dtype=np.bool_, copy=True)
    for nummer in np.unique(groep[weg]):
        rijen = np.flatnonzero(groep == nummer)
        if not verborgen.to_numpy()[rijen].any():
            weg[rijen] |= _choose_more(telt[rijen], weg[rijen], drempel)
    return pd.Series(weg, index=tabel.index)


def _choose_more(n: NDArray[np.float64], klein: NDArray[np.bool_], drempel: int) -> NDArray[np.bool_]:
    """Return the smallest other cells that must go, until two or more are hidden that hold ``drempel`` persons."""
    som, aantal = float(np.nansum(n[klein])), int(klein.sum())
    meer = np.zeros(len(n), dtype=np.bool_)
    for plek in np.argsort(n, kind="stable"):
        if klein[plek] or not n[plek] > 0:
            continue
        if aantal >= 2 and som >= drempel:
            break
        meer[plek] = True
        som, aantal = som + float(n[plek]), aantal + 1
    return meer


def _label_position(tabel: pd.DataFrame) -> int:
    kolommen = list(tabel.columns)
    return min(kolommen.index(naam) for naam in (_CATEGORIE, "code", "label", "n") if naam in kolommen)


def _number(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    return tabel[kolom].astype("Float64").astype("float64")


def _flag(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    return tabel[kolom].astype("boolean").fillna(False).astype("bool")


def _always(tabel: pd.DataFrame, waarde: bool) -> pd.Series:
    return pd.Series(waarde, index=tabel.index, dtype="bool")
