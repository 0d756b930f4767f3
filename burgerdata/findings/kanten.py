"""The two sides of each statement: how many stand below and above the middle of its scale, as far as that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from math import isnan, nan
from typing import Any, NamedTuple

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.findings.zinnen import keep_sterk, quote
from burgerdata.schema.eens import read_eens
from burgerdata.settings import Drempels

_GRENZEN = ("onder_laag", "boven_laag", "onder_hoog", "boven_hoog")
_GETALLEN = ("basis", "netto", "laag", "hoog", "minst_laag", "minst_hoog", "n_laag", "n_hoog", *_GRENZEN)
_KOLOMMEN = ("kort", "activiteit_id", *_GETALLEN, "labels_laag", "labels_hoog", "eens_schaal")
_NODIG = ("activiteit_id", "kort", "volgorde", "label", "n", "aandeel", "basis")


class _Rij(NamedTuple):
    """One answer to a statement; ``sterk`` is whether a sentence may rest on it."""

    activiteit_id: str
    kort: str
    label: str
    n: float
    aandeel: float
    basis: float
    netto: float
    onder: float
    boven: float
    kant: float
    sterk: bool

    @property
    def getoond(self) -> bool:
        return self.sterk and not isnan(self.n) and not isnan(self.aandeel)


_Kant = list[_Rij]


def sum_kanten(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return per statement the share on either side of the middle of the scale; a suppressed side is missing.

    ``minst_laag`` and ``minst_hoog`` are what the printed answers of that side alone add up to; ``onder_`` and
    ``boven_`` the ends of the interval of a side, missing where the table has none.
    """
    rijen = [_sum_stelling(deel) for deel in _split_stellingen(tabel) if len(deel) > 1]
    frame = pd.DataFrame(rijen, columns=list(_KOLOMMEN)).astype(dict.fromkeys(_GETALLEN, "float64"))
    frame = frame.assign(waar=_name_waar(frame))
    onder, boven = frame["laag"], frame["hoog"]
    return frame.assign(overwicht=boven.fillna(1 - onder) - onder.fillna(1 - boven))


def _split_stellingen(tabel: pd.DataFrame) -> Iterator[_Kant]:
    """Return the answers to each statement from low to high: one activity and question, for short names may be equal."""
    sleutel = ["activiteit_id", *(["vraag_id"] if "vraag_id" in tabel else []), "kort"]
    nummer = tabel.groupby(sleutel, sort=False, observed=True, dropna=False).ngroup()
    plat = pd.DataFrame({naam: tabel[naam] for naam in _NODIG}).assign(
        netto=tabel.get("netto", nan),
        onder=tabel.get("kant_onder", nan),
        boven=tabel.get("kant_boven", nan),
        kant=tabel.get("kant", nan),
        nummer=nummer,
    )
    plat = plat.assign(sterk=plat.index.isin(keep_sterk(tabel).index))
    plat = plat.sort_values(["nummer", "volgorde"], kind="stable")
    tekst = {naam: plat[naam].astype("str") for naam in ("activiteit_id", "kort", "label")}
    namen = ("n", "aandeel", "basis", "netto", "onder", "boven", "kant")
    getal = {naam: plat[naam].astype("float64") for naam in namen}
    rijen = map(_Rij._make, zip(*tekst.values(), *getal.values(), plat["sterk"], strict=True))
    genummerd = zip(plat["nummer"], rijen, strict=True)
    for _, deel in groupby(genummerd, key=lambda paar: paar[0]):
        yield [rij for _, rij in deel]


def _sum_stelling(deel: _Kant) -> dict[str, Any]:
    helft = len(deel) // 2
    laag, hoog = deel[:helft], deel[-helft:]
    uiteinden = [read_eens(rij.label) for rij in (deel[0], deel[-1])]
    eens_schaal = sorted(uiteinden) == ["eens", "oneens"]
    if uiteinden == ["eens", "oneens"]:
        laag, hoog = hoog, laag
    return {
        "kort": deel[0].kort,
        "activiteit_id": deel[0].activiteit_id,
        "basis": max((rij.basis for rij in deel if not isnan(rij.basis)), default=nan),
        "netto": nan if any(isnan(rij.aandeel) for rij in deel) else deel[0].netto,
        "laag": _sum_kant(laag, deel),
        "hoog": _sum_kant(hoog, deel),
        "minst_laag": _sum_getoond(laag),
        "minst_hoog": _sum_getoond(hoog),
        "n_laag": _sum_n(laag),
        "n_hoog": _sum_n(hoog),
        **_find_grenzen(laag, "laag"),
        **_find_grenzen(hoog, "hoog"),
        "labels_laag": _name_labels(laag, "lager"),
        "labels_hoog": _name_labels(hoog, "hoger"),
        "eens_schaal": eens_schaal,
    }


def _sum_kant(kant: _Kant, deel: _Kant) -> float:
    """Return the share of one side, missing where it is not known or few people stand there.

    Where answers of this side are hidden, it is the share of the side that the table prints, or else what the printed
    answers of the other side and the middle leave: any reader can work that out.
    """
    rest = [rij for rij in deel if rij not in kant]
    if all(rij.getoond for rij in kant):
        n, aandeel = sum(rij.n for rij in kant), sum(rij.aandeel for rij in kant)
    elif _is_gedrukt(kant):
        n, aandeel = kant[0].kant * kant[0].basis, kant[0].kant
    elif all(rij.getoond for rij in rest) and not any(isnan(rij.basis) for rij in deel):
        n, aandeel = deel[0].basis - sum(rij.n for rij in rest), 1 - sum(rij.aandeel for rij in rest)
    else:
        return nan
    return aandeel if n >= Drempels().drempel else nan


def _is_gedrukt(kant: _Kant) -> bool:
    """Return whether the table prints the share of this side as a whole, of enough people to speak of."""
    eerste = kant[0]
    return all(rij.kant == eerste.kant for rij in kant) and eerste.basis >= Drempels().verborgen


def _find_grenzen(kant: _Kant, naam: str) -> dict[str, float]:
    """Return the ends of the interval of one side, which each of its answers has; none where one of them is not shown."""
    heel = all(rij.getoond for rij in kant) or _is_gedrukt(kant)
    return {f"onder_{naam}": kant[0].onder if heel else nan, f"boven_{naam}": kant[0].boven if heel else nan}


def _sum_getoond(kant: _Kant) -> float:
    """Return the share of the printed answers of one side, those of few people left out."""
    return sum(
        rij.aandeel for rij in kant if rij.sterk and not isnan(rij.aandeel) and rij.n >= Drempels().drempel
    )


def _sum_n(kant: _Kant) -> float:
    return sum(rij.n for rij in kant if not isnan(rij.n))


def _name_labels(kant: _Kant, kant_op: str) -> str:
    """Return the answers of one side; of grades only the one nearest to the middle."""
    cijfers = [int(rij.label) for rij in kant if rij.label.isdecimal()]
    if len(cijfers) == len(kant) > 1:
        return f"een {min(cijfers) if kant_op == 'hoger' else max(cijfers)} of {kant_op}"
    return " of ".join(quote(rij.label, langst=24) for rij in kant)


def _name_waar(kanten: pd.DataFrame) -> pd.Series:
    """Return behind each short name in which activity it is, where statements of several activities have that name."""
    waar = kanten["activiteit_id"].astype("str")
    vaker = waar.groupby(kanten["kort"], observed=True, dropna=False).transform("nunique").gt(1)
    return (" in " + waar.map(name_activiteit)).where(vaker, "").astype("str")
