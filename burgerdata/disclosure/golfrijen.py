"""The counts behind a table of change: a share of a wave is a count of people to whoever multiplies it by its base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from burgerdata.disclosure.telling import Plek, Rij, name_samen
from burgerdata.getallen import join_woorden
from burgerdata.schema.vergelijking import SAMEN, is_los
from burgerdata.toelichting import Toelichting

_TELLINGEN = ("n_van", "n_naar", "n_beide")
_SOM = 0.02
"""How far the shares of the answers to one question may be from the whole by rounding."""


def read_verandering(naam: str, tabel: pd.DataFrame, toelichting: Toelichting) -> Iterator[Rij]:
    """Yield the bases of a table of change and the people behind its shares, per group where it is split by a trait.

    A share of everyone in a wave is the cell that the tables of that wave print too, when ``toelichting.metingen``
    tells which activity it is and nothing is weighted. Of the people in both waves each wave is a question of its own.
    """
    per, los = toelichting.per, is_los(tabel).tolist()
    for nr, rij in enumerate(tabel.to_dict("records")):
        groep = _name_groep(rij, per)
        for kolom in _TELLINGEN[:-1] if los[nr] else _TELLINGEN:
            waar = (_name_paar(rij, kolom), _name_vraag(rij))  # as in tables that are split by a trait
            yield Rij(*waar, groep, "", int(rij[kolom]), Plek(naam, nr, True, False))
    if {"label", "maat", "waarde_van", "waarde_naar"} <= set(tabel.columns):
        yield from _read_aandelen(naam, tabel, toelichting)


def _read_aandelen(naam: str, tabel: pd.DataFrame, toelichting: Toelichting) -> Iterator[Rij]:
    genummerd = tabel.assign(_nr=range(len(tabel)), _los=is_los(tabel))
    genummerd = genummerd[genummerd["maat"].astype("str").eq("aandeel")]
    per = toelichting.per
    sleutel = [k for k in ("panel", "vraag_id", "thema_id", per, "van", "naar") if k in tabel]
    for _, blok in genummerd.groupby(sleutel, sort=False, observed=True, dropna=False):
        vast = blok.iloc[0].to_dict()
        groep = _name_groep(vast, per)
        for golf in ("van", "naar"):
            waar = (_name_activiteit(vast, f"n_{golf}", toelichting), _name_vraag(vast), groep)
            if f"alle_{golf}" in blok:
                yield from _read_golf(naam, blok, waar, (f"alle_{golf}", f"n_{golf}"))
            if not vast["_los"]:
                waar = (_name_activiteit(vast, "n_beide", toelichting), f"{_name_vraag(vast)}|{golf}", groep)
                yield from _read_golf(naam, blok, waar, (f"waarde_{golf}", "n_beide"))


def _read_golf(
    naam: str, blok: pd.DataFrame, waar: tuple[str, str, tuple[str, str]], kolommen: tuple[str, str]
) -> Iterator[Rij]:
    """Yield who gave each answer in one wave, by the share and the base in these columns, and who gave answers taken together."""
    aandeel, basis = kolommen
    samen = blok[SAMEN].fillna(False).astype("bool") if SAMEN in blok else pd.Series(False, index=blok.index)
    los = blok[~samen]
    labels, n = los["label"].astype("str").tolist(), _count(los, aandeel, basis)
    for nr, label, aantal, van in zip(los["_nr"], labels, n, los[basis], strict=True):
        yield Rij(*waar, "", int(van), Plek(naam, int(nr), True, False))
        yield Rij(*waar, label, aantal, Plek(naam, int(nr), True, False, aandeel))
    per_label = dict(zip(labels, n, strict=True))
    for nr, label in zip(blok.loc[samen, "_nr"], blok.loc[samen, "label"].astype("str"), strict=True):
        if delen := _find_delen(label, labels):
            plek, aantal = Plek(naam, int(nr), True, False, aandeel), sum(per_label[deel] for deel in delen)
            yield Rij(*waar, name_samen(delen), aantal, plek, delen=delen)


def _count(rijen: pd.DataFrame, aandeel: str, basis: str) -> list[int]:
    """Return the people behind these shares; those of all answers to one question add up to its base."""
    precies = (rijen[aandeel].astype("float64") * rijen[basis].astype("float64")).fillna(0.0).to_numpy()
    if len(rijen) < 2 or abs(float(rijen[aandeel].sum()) - 1) > _SOM or rijen[basis].nunique() > 1:
        return [int(n) for n in np.rint(precies)]
    heel = np.floor(precies + 1e-9).astype("int64")
    tekort = int(rijen[basis].iloc[0]) - int(heel.sum())
    for plek in np.argsort(heel - precies, kind="stable")[: max(tekort, 0)]:
        heel[plek] += 1
    return [int(n) for n in heel]


def _find_delen(label: str, labels: list[str]) -> tuple[str, ...]:
    """Return which answers a row takes together: those of one end of the scale."""
    einden = [einde for lengte in range(2, len(labels)) for einde in (labels[:lengte], labels[-lengte:])]
    return next((tuple(einde) for einde in einden if join_woorden(einde, "of") == label), ())


def _name_activiteit(rij: dict[Any, Any], kolom: str, toelichting: Toelichting) -> str:
    """Return the activity of a wave; else a name for the people in this column of this pair of waves."""
    if kolom != "n_beide" and not toelichting.gewogen:
        golf = str(rij[kolom.removeprefix("n_")])
        for panel, meting, activiteit in toelichting.metingen:
            if (panel, meting) == (str(rij["panel"]), golf):
                return activiteit
    return _name_paar(rij, kolom)


def _name_groep(rij: dict[Any, Any], per: str) -> tuple[str, str]:
    return (per, str(rij[per])) if per in rij else ("", "")


def _name_paar(rij: dict[Any, Any], kolom: str) -> str:
    return f"{rij['panel']}|{rij['van']}|{rij['naar']}|{kolom}"


def _name_vraag(rij: dict[Any, Any]) -> str:
    return str(rij.get("vraag_id", rij.get("thema_id")))
