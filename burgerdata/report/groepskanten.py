"""The share of each group on the favourable side of a statement: a mean of 3,4 says less to a reader than 43% beside 72%."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.stellingen import rate_opties
from burgerdata.errors import MethodeError
from burgerdata.findings.zinnen import quote
from burgerdata.getallen import format_procent, join_woorden
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

ANTWOORDEN = "antwoord_"
"""What the names of the tables begin with that divide the answers of a statement per group; as long as that of the difference."""
KANT = "kant"
"""The code of the rows that add up a side."""
_MEESTE = 3
"""Marked groups that are told at most."""


def add_kanten(traject: Traject, tabellen: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables, those of answers per group with a row per group for the favourable side as a whole.

    These tables went through the plan already: a side is the sum of what may be printed, and is empty where a part is.
    """
    return {
        naam: _add_kant(traject, tabel) if naam.startswith(ANTWOORDEN) and len(tabel) else tabel
        for naam, tabel in tabellen.items()
    }


def _add_kant(traject: Traject, tabel: pd.DataFrame) -> pd.DataFrame:
    over = read_toelichting(tabel)
    activiteit = str(tabel["activiteit_id"].iloc[0])
    try:
        (gevraagd,) = find_gevraagd(traject.only(activiteit_id=activiteit), over.vraag_id)
    except MethodeError:
        return tabel
    labels = list(gevraagd.opties["label"][rate_opties(gevraagd)[0].eq(1).to_numpy()].astype("str"))
    if len(labels) < 2:
        return tabel
    deel = tabel[tabel["label"].isin(labels)]
    groepen = deel.groupby(over.per, observed=True, dropna=False, sort=False)
    rijen = deel.drop_duplicates(over.per).set_index(over.per, drop=False)
    som = {
        kolom: groepen[kolom].agg(lambda reeks: reeks.sum(skipna=False))
        for kolom in ("n", "aandeel", "totaal")
        if kolom in tabel
    }
    weg = [kolom for kolom in ("n_eff", "se", "onder", "boven") if kolom in tabel]
    rijen = rijen.assign(
        **som, **dict.fromkeys(weg, float("nan")), code=KANT, label=join_woorden(labels, "of")
    )
    if "onderdrukt" in tabel:
        rijen = rijen.assign(onderdrukt=rijen["aandeel"].isna())
    soorten = {kolom: tabel[kolom].dtype for kolom in tabel if kolom not in ("code", "label")}
    rijen = rijen.astype({**soorten, "code": "str", "label": "str"})
    los = tabel.astype({"code": "str", "label": "str"})
    return annotate(pd.concat([los, rijen[list(tabel.columns)]], ignore_index=True), over)


def tell_kanten(tabel: pd.DataFrame, gemerkt: Collection[str]) -> str:
    """Return which share of the groups that a test marked is on the favourable side, beside that of the other or of all.

    Empty of a table without such rows, and where the share of a marked group may not be printed.

    Examples
    --------
    >>> from burgerdata.toelichting import Toelichting
    >>> tabel = pd.DataFrame({"woning": ["huur", "koop"], "code": KANT, "label": "eens of zeer eens", "aandeel": [0.43, 0.72]})
    >>> tell_kanten(annotate(tabel, Toelichting("verdeling", per="woning")), ["huur"])
    '‘Eens of zeer eens’ antwoordt bij ‘huur’ 43% en bij ‘koop’ 72%.'
    """
    over = read_toelichting(tabel)
    if not over.per or "code" not in tabel:
        return ""
    rijen = tabel[tabel["code"].astype("str").eq(KANT)]
    twee = len(rijen) == 2  # each is the rest of the other
    eigen = rijen if twee else rijen[rijen[over.per].astype("str").isin(gemerkt)].head(_MEESTE)
    if eigen.empty or eigen["aandeel"].isna().any():
        return ""
    delen = [
        f"bij {quote(str(rij[over.per]), langst=30)} {format_procent(float(rij['aandeel']))}"
        for rij in eigen.to_dict("records")
    ]
    delen += [] if twee else [f"over iedereen {format_procent(float(eigen['totaal'].iloc[0]))}"]
    label = str(rijen["label"].iloc[0])
    return f"{quote(label[:1].upper() + label[1:], langst=80)} antwoordt {join_woorden(delen)}."
