"""A table without the numbers that the plan takes away."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from burgerdata.disclosure.samenstelling import empty_samenstelling
from burgerdata.getallen import round_half_up
from burgerdata.schema.vergelijking import is_los
from burgerdata.toelichting import read_toelichting

ONDERDRUKT = "onderdrukt"
BASIS_WEG = "basis_weg"
_BASES = ("basis", "n_van", "n_naar", "n_beide")
_BLIJFT = ("basis", "drempel", "bevolking", "waarde", "volgorde", "nr")
_TELT = ("n", "n_eff", "se", "sd")
_AANDEEL = ("aandeel", "steekproef", "gewogen")
_KANT = ("kant", "kant_onder", "kant_boven")
_GEMIDDELD = (
    "gemiddelde",
    "mediaan",
    "waarde_van",
    "waarde_naar",
    "alle_van",
    "alle_naar",
    "verschil",
    "totaal",
)


@dataclass(frozen=True)
class Masker:
    """What a table loses, True per row: ``weg`` all figures, ``ongeteld`` its counts, ``basis`` its base, ``kant`` its side.

    ``klein`` and ``small`` are the rows of ``weg`` and ``basis`` that are too small themselves; ``groepen`` names the
    groups of a trait that these belong to; ``cijfers`` has, per column, the numbers of further rows that lose it.
    """

    weg: pd.Series
    ongeteld: pd.Series
    basis: pd.Series
    kant: pd.Series
    klein: pd.Series
    small: pd.Series
    groepen: tuple[str, ...] = ()
    cijfers: Mapping[str, Collection[int]] = field(default_factory=dict)

    @property
    def is_leeg(self) -> bool:
        """Return whether nothing is lost."""
        rijen = (self.weg, self.ongeteld, self.basis, self.kant)
        return not self.cijfers and not any(masker.any() for masker in rijen)


def empty_tabel(tabel: pd.DataFrame, masker: Masker, drempel: int) -> pd.DataFrame:
    """Return the table without what the mask takes, and what is left no finer than protects it."""
    tabel = hide_overlap(tabel, drempel)
    if masker.is_leeg:
        return tabel.copy()
    uit = empty_samenstelling(tabel, masker.weg, masker.klein, drempel)
    uit = _round_figures(uit, masker)
    uit = _empty_cijfers(_empty_counts(uit, masker, drempel), masker)
    weg = masker.weg
    getallen = [kolom for kolom in uit.select_dtypes("number").columns if kolom not in _BLIJFT]
    teksten = [kolom for kolom in ("tekst", "verschilt") if kolom in uit and "n" in uit]
    leeg = {kolom: _empty(uit[kolom], weg) for kolom in getallen}
    leeg |= {kolom: uit[kolom].astype("str").mask(weg, "x" if kolom == "tekst" else "") for kolom in teksten}
    if "vak" in uit:  # a quadrant tells how a hidden mean lies to the others
        leeg["vak"] = uit["vak"].mask(weg)
    leeg |= {k: uit[k].astype("boolean").mask(weg) for k in ("hoger", "lager") if k in uit}
    if "netto" in uit:
        leeg["netto"] = uit["netto"].mask(weg.groupby(uit["vraag_id"], observed=True).transform("any"))
    leeg |= _empty_kanten(uit, masker)
    return uit.assign(**leeg, **{ONDERDRUKT: weg.astype("bool")})


def _empty_cijfers(tabel: pd.DataFrame, masker: Masker) -> pd.DataFrame:
    """Return a table of means without those that tell of a hidden answer on their scale."""
    leeg = {}
    for kolom, rijen in masker.cijfers.items():
        if kolom in tabel:
            weg = np.zeros(len(tabel), dtype=np.bool_)
            weg[list(rijen)] = True
            leeg[kolom] = tabel[kolom].mask(weg)
    return tabel.assign(**leeg) if leeg else tabel


def _empty_kanten(tabel: pd.DataFrame, masker: Masker) -> dict[str, pd.Series]:
    """Return the shares of the sides of statements, with their intervals, without those that the plan takes.

    A side of which one answer is hidden gives that back, less the printed ones; of which two are it does not. Where the
    base is not printed no side is either: the interval of its share tells the base.
    """
    kolommen = [kolom for kolom in _KANT if kolom in tabel]
    if not kolommen or "volgorde" not in tabel:
        return {}
    zonder = (masker.kant | masker.ongeteld | masker.basis).astype("bool")
    stelling = [tabel["activiteit_id"], tabel["vraag_id"]]
    rang = (
        tabel.groupby(stelling, observed=True, dropna=False)["volgorde"]
        .rank(method="first")
        .astype("float64")
    )
    midden = (rang.groupby(stelling, observed=True, dropna=False).transform("max") + 1) / 2
    raakt = zonder.groupby([*stelling, rang.gt(midden), rang.eq(midden)], observed=True, dropna=False)
    weg = raakt.transform("any")
    return {kolom: tabel[kolom].mask(weg) for kolom in kolommen}


def hide_overlap(tabel: pd.DataFrame, drempel: int) -> pd.DataFrame:
    """Return a table of change without how few people are in both waves, where these are compared as two samples."""
    if "n_beide" not in tabel:
        return tabel
    klein = is_los(tabel) & tabel["n_beide"].between(1, drempel - 1).fillna(False).astype("bool")
    return tabel.assign(n_beide=tabel["n_beide"].mask(klein)) if klein.any() else tabel


def _empty(reeks: pd.Series, weg: pd.Series) -> pd.Series:
    """Return the column without the numbers of these rows; for most columns by the short road."""
    if reeks.dtype != "float64":
        return reeks.mask(weg)
    return pd.Series(np.where(weg, np.nan, reeks), index=reeks.index)


def _empty_counts(tabel: pd.DataFrame, masker: Masker, drempel: int) -> pd.DataFrame:
    """Return the table without counts and bases that may not be printed, and with what to print for them."""
    zonder = masker.basis | masker.ongeteld
    if not zonder.any():
        return tabel
    leeg = {kolom: tabel[kolom].mask(zonder) for kolom in _BASES if kolom in tabel}
    leeg |= {kolom: tabel[kolom].mask(masker.ongeteld) for kolom in _TELT if kolom in tabel}
    if _holds_shares(tabel):
        # the width of the interval of a share tells the base
        leeg |= {kolom: tabel[kolom].mask(masker.ongeteld) for kolom in ("onder", "boven") if kolom in tabel}
    tekst = pd.Series("", index=tabel.index, dtype="str").mask(zonder, "x").mask(masker.small, f"< {drempel}")
    return tabel.assign(**leeg, **{BASIS_WEG: tekst})


def _round_figures(tabel: pd.DataFrame, masker: Masker) -> pd.DataFrame:
    """Return the table with means of one decimal beside a hidden group, and whole percentages without a count.

    From finer ones the mean of the hidden group follows: the total times its base minus the same of the other groups.
    """
    aandeel = _holds_shares(tabel)
    rond: dict[str, pd.Series] = {}
    for kolom in (*_AANDEEL, *_GEMIDDELD, "onder", "boven"):
        if kolom not in tabel or not pd.api.types.is_float_dtype(tabel[kolom]):
            continue
        fijn = 2 if aandeel else 1
        rijen = (
            masker.ongeteld if aandeel else pd.Series(bool(read_toelichting(tabel).per), index=tabel.index)
        )
        if not rijen.any():
            continue
        waarden = zip(tabel[kolom], rijen, strict=True)
        nieuw = [round_half_up(waarde, fijn) if moet else waarde for waarde, moet in waarden]
        rond[kolom] = pd.Series(nieuw, index=tabel.index, dtype=tabel[kolom].dtype)
    return tabel.assign(**rond) if rond else tabel


def _holds_shares(tabel: pd.DataFrame) -> bool:
    if "maat" in tabel:
        return bool(tabel["maat"].eq("aandeel").any())
    return "aandeel" in tabel or "steekproef" in tabel
