"""The audit of a run: plays the reader who puts all published tables beside each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from burgerdata.disclosure.auditor import Lek, find_lekken
from burgerdata.disclosure.cellen import Cel, Genest, Id, list_cellen
from burgerdata.disclosure.emptying import BASIS_WEG
from burgerdata.disclosure.staat import Staat
from burgerdata.disclosure.telling import Plek
from burgerdata.settings import Drempels
from burgerdata.toelichting import read_toelichting

_KOLOMMEN = ("n", "n_van", "n_naar", "n_beide", "basis")


def audit_onderdrukking(
    ruw: Mapping[str, pd.DataFrame],
    gedrukt: Mapping[str, pd.DataFrame],
    drempels: Drempels | None = None,
    *,
    alleen_aandeel: Collection[str] = (),
    genest: Genest = (),
) -> pd.DataFrame:
    """Return the hidden cells under the threshold that the published tables give back: tabel, rij, n, onder, boven.

    ``gedrukt`` is what is published of ``ruw``, by the same names; only what is empty there counts as hidden. No rows
    is the good outcome. A cell is given back when fewer than ``drempel`` numbers agree with everything printed.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> ruw = pd.DataFrame({"label": list("abc"), "n": [4.0, 40, 56], "basis": 100, "aandeel": [0.04, 0.4, 0.56]})
    >>> ruw = {"v": annotate(ruw, Toelichting("verdeling"))}
    >>> gedrukt = {"v": ruw["v"].assign(n=[None, 40.0, 56.0], aandeel=[None, 0.4, 0.56])}
    >>> audit_onderdrukking(ruw, gedrukt)[["rij", "n", "onder", "boven"]]
       rij  n  onder  boven
    0    0  4    4.0    4.0
    """
    grenzen = drempels or Drempels()
    telt = {
        naam: tabel
        for naam, tabel in ruw.items()
        if naam in gedrukt and read_toelichting(tabel).soort not in ("respons", "citaten")
    }
    model = list_cellen(telt, frozenset(alleen_aandeel), genest)
    staat = Staat(model, grenzen.drempel)
    for naam, cel in model.cellen.items():
        if cel.plekken and all(_is_empty(gedrukt[plek.tabel], plek, cel) for plek in cel.plekken):
            (staat.ongeteld if _keeps_share(gedrukt, cel) else staat.weg).add(naam)
    return _list(staat, find_lekken(staat))


def _is_empty(tabel: pd.DataFrame, plek: Plek, cel: Cel) -> bool:
    if plek.kolom:
        return bool(pd.isna(tabel[plek.kolom].iloc[plek.rij]))
    if cel.basis is not None:
        return bool(tabel[["n", "aandeel"] if "aandeel" in tabel else ["n"]].iloc[plek.rij].isna().all())
    kolom = next(naam for naam in ("basis", "n_van", "n_beide") if naam in tabel)
    return bool(pd.isna(tabel[kolom].iloc[plek.rij]))


def _keeps_share(gedrukt: Mapping[str, pd.DataFrame], cel: Cel) -> bool:
    """Return whether a base is hidden and the figures of its group are not."""
    return cel.basis is None and any(
        gedrukt[plek.tabel].get(BASIS_WEG, pd.Series("", index=gedrukt[plek.tabel].index)).iloc[plek.rij]
        == "x"
        and not gedrukt[plek.tabel]["onderdrukt"].iloc[plek.rij]
        for plek in cel.plekken
    )


def _list(staat: Staat, lekken: list[Lek]) -> pd.DataFrame:
    rijen = [
        {
            "tabel": plek[0],
            "rij": plek[1],
            "n": staat.model.cellen[lek.cel].n,
            "onder": round(lek.onder, 6),
            "boven": round(lek.boven, 6),
        }
        for lek in lekken
        for plek in [_first_plek(staat, lek.cel)]
    ]
    frame = pd.DataFrame(rijen, columns=["tabel", "rij", "n", "onder", "boven"])
    return frame.astype(
        {"tabel": "str", "rij": "int64", "n": "int64", "onder": "float64", "boven": "float64"}
    )


def _first_plek(staat: Staat, naam: Id) -> tuple[str, int]:
    """Return the first place of a cell; a rest stands nowhere, and is named after the total that it is a rest of."""
    cel = staat.model.cellen[naam]
    if not cel.plekken and naam[0] == "rest" and isinstance(naam[1], tuple):
        cel = staat.model.cellen[naam[1]]
    return (cel.plekken[0].tabel, cel.plekken[0].rij) if cel.plekken else ("", -1)
