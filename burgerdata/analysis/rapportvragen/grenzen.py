"""What was not measured, and what the next measurement has to ask."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.antwoord import Status
from burgerdata.analysis.rapportvragen.vragen import Rapportvraag
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject


def list_grenzen(traject: Traject, open_: list[tuple[Rapportvraag, Status, str]]) -> pd.DataFrame:
    """Return a row per report question that stays open, in whole or in part: id, fase, vraag, dekking, meten."""
    rijen = [
        (vraag.id, vraag.fase, vraag.vraag, status.replace("_", " "), meten) for vraag, status, meten in open_
    ]
    tabel = pd.DataFrame(rijen, columns=["id", "fase", "vraag", "dekking", "meten"]).astype("str")
    noten = (
        "Deze gegevens beschrijven ervaringen en oordelen; zij bewijzen niet dat het beleid de oorzaak is.",
    )
    synthetisch = traject.instellingen.synthetisch
    return annotate(
        tabel, Toelichting("overig", onderwerp="wat niet is gemeten", noten=noten, synthetisch=synthetisch)
    )
