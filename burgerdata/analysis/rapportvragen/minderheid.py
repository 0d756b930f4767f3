"""What a minority says in talks."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject


def list_minderheid(traject: Traject) -> pd.DataFrame:
    """Return the themes that a quarter of the people or less names, in talks: thema, n, basis, groepen, groepen_totaal, tekst."""
    tabel = compare_bronnen(traject)
    tabel = tabel[~tabel["tekst"].str.endswith((" tafels", " berichten", " meldingen"))]
    aandeel = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    tabel = tabel[
        tabel["kwalitatief"].fillna(False).astype("bool") & tabel["n"].gt(0).fillna(False) & aandeel.le(0.25)
    ]
    kolommen = ["activiteit_id", "thema", "n", "basis", "groepen", "groepen_totaal", "tekst"]
    if tabel.empty:
        raise MethodeError("geen thema is in gesprekken door een kwart of minder van de mensen genoemd")
    tabel = tabel.sort_values("n", ascending=False, kind="stable")[kolommen].reset_index(drop=True)
    noot = "Een punt van weinig mensen is niet minder waard: het laat zien wat anders over het hoofd wordt gezien."
    return annotate(
        pd.DataFrame(tabel), describe_overzicht(traject, tabel, "punten van een minderheid", noot)
    )
