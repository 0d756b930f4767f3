"""Which themes the same people name together."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import list_genoemd, list_teksten, list_themas
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject


def count_samen(traject: Traject, themas: list[str]) -> pd.DataFrame:
    """Return which theme the same people name together with each of these: thema, samen_met, n, basis."""
    genoemd = list_genoemd(traject, list_teksten(traject))
    paar = genoemd.merge(genoemd, on=["activiteit_id", "deelnemer_id"], suffixes=("", "_ander"))
    paar = paar[paar["thema_id"].isin(themas) & paar["thema_id"].ne(paar["thema_id_ander"])]
    namen = dict(
        zip(list_themas(traject)["thema_id"].astype("str"), list_themas(traject)["naam"], strict=True)
    )
    sleutel = ["activiteit_id", "thema_id", "thema_id_ander"]
    n = paar.groupby(sleutel, sort=False, observed=True, dropna=False).size().rename("n").reset_index()
    basis = (
        genoemd.groupby(["activiteit_id", "thema_id"], observed=True, dropna=False)
        .size()
        .rename("basis")
        .reset_index()
    )
    tabel = n.merge(basis).sort_values("n", ascending=False, kind="stable")
    tabel = tabel.drop_duplicates(["activiteit_id", "thema_id"])
    tabel = tabel.assign(
        thema=tabel["thema_id"].map(namen).astype("str"),
        samen_met=tabel["thema_id_ander"].map(namen).astype("str"),
    )
    tabel = tabel[["activiteit_id", "thema", "samen_met", "n", "basis"]].astype(
        {"n": "Int32", "basis": "Int32"}
    )
    if tabel.empty:
        raise MethodeError("niemand noemt twee thema's; er is niets dat samen voorkomt")
    noot = "Samen genoemd is geen oorzaak."
    return annotate(
        tabel.reset_index(drop=True),
        describe_overzicht(traject, tabel, "thema's die samen zijn genoemd", noot),
    )
