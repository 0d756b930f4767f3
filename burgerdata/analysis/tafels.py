"""What tables of a conversation wrote down together: the table is the unit, for nobody noted who said it."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen
from burgerdata.coding.taal import is_andere_taal
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.traject import Traject

_SLEUTEL = ["activiteit_id", "groep"]
NOOT = "Van notities van tafels is de tafel geteld, niet de mensen die eraan zaten."


def count_tafels(traject: Traject, themas: pd.DataFrame) -> pd.DataFrame:
    """Return a row per theme and activity whose texts are only of tables: n of them named it, of basis with a text.

    Columns as ``count_themas``, with groepen and groepen_totaal equal to n and basis; no share and no interval.
    """
    teksten = _list_notities(traject)
    gecodeerd = choose_coderingen(traject)
    gecodeerd = gecodeerd[~gecodeerd["thema_id"].isin(SLEUTELTHEMAS)]
    genoemd = teksten.merge(gecodeerd, on="fragment_id").drop_duplicates([*_SLEUTEL, "thema_id"])
    n = genoemd.groupby(["activiteit_id", "thema_id"], observed=True, dropna=False).size()
    basis = teksten.drop_duplicates(_SLEUTEL).groupby("activiteit_id", observed=True, dropna=False).size()
    gelezen = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str").unique()
    activiteiten = traject.activiteiten.set_index("activiteit_id")
    rijen = [
        {
            "thema_id": str(thema_id),
            "thema": str(naam),
            "activiteit_id": str(activiteit_id),
            "instrument": str(activiteiten.loc[activiteit_id, "instrument"]),
            "fase": str(activiteiten["fase"].astype("str").fillna("").loc[activiteit_id]),
            "n": int(n.get((activiteit_id, thema_id), 0)),
            "basis": int(tafels),
            "gelezen": float(
                teksten.loc[teksten["activiteit_id"].eq(activiteit_id), "fragment_id"].isin(gelezen).mean()
            ),
        }
        for activiteit_id, tafels in basis.items()
        for thema_id, naam in zip(themas["thema_id"].astype("str"), themas["naam"], strict=True)
    ]
    if not rijen:
        return pd.DataFrame()
    tabel = pd.DataFrame(rijen).assign(
        aandeel=float("nan"), onder=float("nan"), boven=float("nan"), kwalitatief=True
    )
    tabel = tabel.assign(groepen=tabel["n"], groepen_totaal=tabel["basis"])
    return tabel.astype(dict.fromkeys(("n", "basis", "groepen", "groepen_totaal"), "Int32"))


def _list_notities(traject: Traject) -> pd.DataFrame:
    """Return the notes of tables in activities of which no text is of a person: activiteit_id, groep, fragment_id."""
    fragmenten = traject.fragmenten
    van_iemand = fragmenten.loc[fragmenten["deelnemer_id"].notna(), "activiteit_id"].astype("str").unique()
    eigen = fragmenten[
        fragmenten["soort"].eq("notitie")
        & fragmenten["groep"].notna()
        & fragmenten["tekst"].str.strip().ne("")
        & ~fragmenten["activiteit_id"].isin(list(van_iemand))
        & ~is_andere_taal(fragmenten, traject.activiteiten)
    ]
    return eigen[[*_SLEUTEL, "fragment_id"]].astype("str").reset_index(drop=True)
