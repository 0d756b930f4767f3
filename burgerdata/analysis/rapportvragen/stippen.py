"""Which ideas got the dots: in all, and at how many tables each came first."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_NOOT = "Stippen zijn geen mensen: wie er meer dan één had, telt vaker. Bij gelijke stand staat een tafel bij beide ideeën."


def has_stippen(traject: Traject) -> bool:
    """Return whether ideas got dots somewhere."""
    return bool(traject.tellingen["maat"].eq("stip").any())


def count_stippen(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and idea: activiteit_id, idee, stippen, eerste (tables where it has most), tafels.

    Ideas go from most to fewest tables where they came first, then from most to fewest dots. Dots that are not told
    per table are of one table.

    Raises
    ------
    MethodeError
        When no idea got dots.
    """
    tellingen = traject.tellingen[traject.tellingen["maat"].eq("stip")]
    if tellingen.empty:
        raise MethodeError("er zijn geen stippen geteld")
    rijen = tellingen[["activiteit_id", "vraag_id", "groep"]].astype("str")
    rijen = rijen.assign(stippen=tellingen["aantal"].astype("int64"))
    sleutel = ["activiteit_id", "groep"]
    hoogste = rijen.groupby(sleutel, observed=True, dropna=False)["stippen"].transform("max")
    rijen = rijen.assign(eerste=rijen["stippen"].eq(hoogste) & hoogste.gt(0))
    ideeen = rijen.groupby(["activiteit_id", "vraag_id"], observed=True, dropna=False, sort=False)
    tabel = ideeen[["stippen", "eerste"]].sum().reset_index()
    teksten = traject.vragen[["activiteit_id", "vraag_id", "tekst"]].astype("str")
    tabel = tabel.merge(teksten.rename(columns={"tekst": "idee"}), how="left")
    tafels = rijen.drop_duplicates(sleutel).groupby("activiteit_id", observed=True, dropna=False).size()
    tabel = tabel.assign(tafels=tabel["activiteit_id"].map(tafels))
    tabel = tabel.astype(dict.fromkeys(("stippen", "eerste", "tafels"), "Int32") | {"idee": "str"})
    tabel = tabel.sort_values(["eerste", "stippen"], ascending=False, kind="stable").reset_index(drop=True)
    kolommen = ["activiteit_id", "idee", "stippen", "eerste", "tafels"]
    return annotate(tabel[kolommen], describe_overzicht(traject, tabel, "stippen per idee", _NOOT))
