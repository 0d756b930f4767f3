"""The annotation of the small tables that only a report question needs."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.regels import is_zelfselectie, state_bron
from burgerdata.toelichting import Toelichting
from burgerdata.traject import Traject


def describe_overzicht(traject: Traject, tabel: pd.DataFrame, onderwerp: str, noot: str) -> Toelichting:
    """Return the annotation of a table that only one report question has."""
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "overig",
        onderwerp=onderwerp,
        bron=state_bron(traject, ids),
        noten=(noot,),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
