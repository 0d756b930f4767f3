"""Themes counted in something else than people, where nobody noted who said it: a table of a dialogue, or a message."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen
from burgerdata.analysis.ongecodeerd import list_ongecodeerd
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.traject import Traject


def count_eenheden(traject: Traject, themas: pd.DataFrame, teksten: pd.DataFrame) -> pd.DataFrame:
    """Return a row per theme and activity with texts: n units named the theme, of basis units with a text.

    ``teksten`` has a row per text: activiteit_id, eenheid (which of them it is of) and fragment_id. Columns as
    ``count_themas``: counts in Int32, gelezen the share of texts that a human has read, no share (0 to 1) and no
    interval; without columns when there is no text.
    """
    teksten = teksten[~teksten["activiteit_id"].isin(list_ongecodeerd(traject))]
    gecodeerd = choose_coderingen(traject)
    gecodeerd = gecodeerd[~gecodeerd["thema_id"].isin(SLEUTELTHEMAS)]
    sleutel = ["activiteit_id", "eenheid", "thema_id"]
    genoemd = teksten.merge(gecodeerd, on="fragment_id").drop_duplicates(sleutel)
    n = genoemd.groupby(["activiteit_id", "thema_id"], observed=True, dropna=False).size()
    gelezen = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str").unique()
    namen = list(zip(themas["thema_id"].astype("str"), themas["naam"].astype("str"), strict=True))
    rijen = []
    for activiteit in traject.activiteiten.astype({"activiteit_id": "str"}).to_dict("records"):
        eigen = teksten[teksten["activiteit_id"].eq(activiteit["activiteit_id"])]
        vast = {
            "activiteit_id": activiteit["activiteit_id"],
            "instrument": str(activiteit["instrument"]),
            "fase": "" if pd.isna(activiteit["fase"]) else str(activiteit["fase"]),
            "basis": eigen["eenheid"].nunique(),
            "gelezen": float(eigen["fragment_id"].isin(gelezen).mean()),
        }
        rijen += [
            vast | {"thema_id": id_, "thema": naam, "n": int(n.get((vast["activiteit_id"], id_), 0))}
            for id_, naam in (namen if len(eigen) else ())
        ]
    if not rijen:
        return pd.DataFrame()
    leeg = dict.fromkeys(("aandeel", "onder", "boven"), float("nan"))
    return pd.DataFrame(rijen).assign(**leeg, kwalitatief=True).astype({"n": "Int32", "basis": "Int32"})
