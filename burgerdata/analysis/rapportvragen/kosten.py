"""What a traject cost per participant and per new insight."""

from __future__ import annotations

import math

import pandas as pd

from burgerdata.analysis.dezelfde_mensen import count_mensen, list_onbekend_dezelfde
from burgerdata.analysis.genoemd import list_genoemd, list_teksten, list_themas
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_TELT = "Wie aan twee activiteiten meedeed, telt twee keer; leden van een panel één keer."
_ONBEKEND = (
    "Kosten per deelnemer zijn er niet: twee bladen van één bestand kunnen over dezelfde mensen gaan, en niets zegt wie op"
    " beide staat."
)


def measure_kosten(traject: Traject) -> pd.DataFrame:
    """Return what the traject cost: maat, aantal, euro_per_stuk. One person counts once in a panel."""
    genoemd = set(list_genoemd(traject, list_teksten(traject))["thema_id"])
    themas = list_themas(traject)
    nieuw = themas[themas["nieuw_inzicht"].fillna(False).astype("bool")]["thema_id"].isin(genoemd).sum()
    euro = float(traject.instellingen.middelen["euro"])
    onbekend = bool(list_onbekend_dezelfde(traject))
    mensen = {} if onbekend else {"deelnemer": count_mensen(traject)}
    aantal = {**mensen, "nieuw inzicht": int(nieuw)}
    tabel = pd.DataFrame(
        {
            "per": pd.Series(list(aantal), dtype="str"),
            "aantal": pd.Series(list(aantal.values()), dtype="Int32"),
            "euro": pd.Series([euro / n if n else math.nan for n in aantal.values()], dtype="float64"),
        }
    )
    noot = _ONBEKEND if onbekend else _TELT
    return annotate(
        tabel,
        Toelichting(
            "overig",
            onderwerp="kosten",
            bron="traject.toml",
            noten=(noot,),
            synthetisch=traject.instellingen.synthetisch,
        ),
    )
