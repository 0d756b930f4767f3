"""What a coder sees beside a row: where the text comes from, the question, the turns before it, and a proposal."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.voorstellen import Raming
from burgerdata.codeerwerk.layout import INGEVULD, KOLOMMEN, hash_tekst
from burgerdata.getallen import format_procent
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.traject import Traject

_GESPROKEN = ("uiting", "bericht")
_LOS = ("signaal", "straatgesprek")
"""Instruments of which every text stands by itself."""


def show_regels(traject: Traject, regels: pd.DataFrame, raming: Raming) -> pd.DataFrame:
    """Return the rows with every column of the sheet, in order, numbered from 1.

    A row that two people code shows no proposal: two coders who follow the same proposal agree with it, not with
    each other.
    """
    fragmenten = traject.fragmenten.assign(fragment_id=traject.fragmenten["fragment_id"].astype("str"))
    eigen = fragmenten.set_index("fragment_id").loc[regels["fragment_id"]].reset_index()
    voorstel = regels["fragment_id"].map(state_voorstellen(traject, raming)).astype("str").fillna("")
    tabel = pd.DataFrame(
        {
            "nr": range(1, len(regels) + 1),
            "bron": _name_bron(traject, eigen),
            "vraag": _name_vraag(traject, eigen),
            "twee beurten ervoor": eigen["fragment_id"]
            .map(_tell_before(_drop_los(traject, fragmenten)))
            .astype("str")
            .fillna(""),
            "tekst": eigen["tekst"].astype("str"),
            "voorstel 1 + zekerheid": voorstel.where(regels["dubbel"].eq(""), ""),
            "tekst_hash": eigen["tekst"].astype("str").map(hash_tekst),
        }
    )
    over = {naam: regels[naam] for naam in (*INGEVULD, "fragment_id", "dubbel")}
    return tabel.assign(**over)[list(KOLOMMEN)]


def state_voorstellen(traject: Traject, raming: Raming) -> dict[str, str]:
    """Return per fragment the best proposal as "Wachttijd (62%)", or the theme that a word of the list points to."""
    namen = dict(zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"], strict=True))
    regel = traject.coderingen[traject.coderingen["wijze"].eq("regel")]
    regel = regel[~regel["thema_id"].isin(SLEUTELTHEMAS)].drop_duplicates("fragment_id")
    uit = {
        str(fragment): f"{namen[str(thema)]} (trefwoord)"
        for fragment, thema in zip(regel["fragment_id"], regel["thema_id"], strict=True)
    }
    zekerheid = raming.zekerheid.to_dict("records")
    for fragment, gekozen, kans in zip(raming.teksten["fragment_id"], raming.gekozen, zekerheid, strict=True):
        if gekozen:
            beste = max(sorted(gekozen), key=kans.__getitem__)
            uit[str(fragment)] = f"{namen[beste]} ({format_procent(float(kans[beste]))})"
    return uit


def _name_bron(traject: Traject, eigen: pd.DataFrame) -> pd.Series:
    activiteiten = traject.activiteiten[["activiteit_id", "instrument", "meting"]].astype("str").fillna("")
    wat = {
        activiteit_id: f"{INSTRUMENT_LABEL[instrument]} {meting}".strip()
        for activiteit_id, instrument, meting in activiteiten.itertuples(index=False, name=None)
    }
    groep = eigen["groep"].astype("str").fillna("")
    return (eigen["activiteit_id"].astype("str").map(wat) + " " + groep).str.strip()


def _name_vraag(traject: Traject, eigen: pd.DataFrame) -> pd.Series:
    vragen = traject.vragen[["activiteit_id", "vraag_id", "tekst"]].astype("str")
    samen = eigen[["activiteit_id", "vraag_id"]].astype("str").fillna("")
    return samen.merge(vragen, how="left", on=["activiteit_id", "vraag_id"])["tekst"].astype("str").fillna("")


def _drop_los(traject: Traject, fragmenten: pd.DataFrame) -> pd.DataFrame:
    """Return the fragments without those of reports: what stands before one is of somebody else, and about something else."""
    soort = traject.activiteiten.astype({"activiteit_id": "str"}).set_index("activiteit_id")["instrument"]
    return fragmenten[~fragmenten["activiteit_id"].astype("str").map(soort.astype("str")).isin(_LOS)]


def _tell_before(fragmenten: pd.DataFrame) -> dict[str, str]:
    """Return per turn of talk the two turns before it, the last one at the bottom."""
    gesproken = fragmenten[fragmenten["soort"].isin(_GESPROKEN)]
    uit: dict[str, str] = {}
    for _, deel in gesproken.groupby(["activiteit_id", "groep"], observed=True, dropna=False, sort=False):
        op_volgorde = deel.sort_values("volgnummer", kind="stable")
        teksten, namen = op_volgorde["tekst"].tolist(), op_volgorde["fragment_id"].tolist()
        for plek, naam in enumerate(namen):
            uit[str(naam)] = "\n".join(f"– {tekst}" for tekst in teksten[max(plek - 2, 0) : plek])
    return uit
