"""The annotation of a small table over several questions."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.toelichting import Toelichting
from burgerdata.traject import Traject


def describe_overzicht(traject: Traject, tabel: pd.DataFrame, onderwerp: str, noot: str) -> Toelichting:
    """Return the annotation of a table over several questions."""
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "overig",
        onderwerp=onderwerp,
        bron=state_bron(traject, ids),
        noten=(noot,),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
