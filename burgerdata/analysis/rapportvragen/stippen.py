"""Which ideas got the dots: in all, and at how many tables each came first."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_NOOT = "Stippen zijn geen mensen: wie er meer dan één had, telt vaker."
_GELIJK = "Bij gelijke stand staat een tafel bij beide ideeën."


def has_stippen(traject: Traject) -> bool:
    """Return whether ideas got dots somewhere."""
    return bool(traject.tellingen["maat"].eq("stip").any())


def tell_soort_stippen(toelichting: Toelichting) -> Literal["gemeten", "gehoord"]:
    """Return "gemeten" of dots of people who were chosen, and "gehoord" of who came by themselves: as of their votes.

    Examples
    --------
    >>> tell_soort_stippen(Toelichting("overig")), tell_soort_stippen(Toelichting("overig", zelfselectie=True))
    ('gemeten', 'gehoord')
    """
    return "gehoord" if toelichting.zelfselectie else "gemeten"


def count_stippen(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and idea: activiteit_id, idee, stippen, eerste (tables where it has most), tafels.

    Without dots per table somewhere the last two columns say nothing, and are not there.

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
    per_tafel = bool(tabel["tafels"].gt(1).any())
    kolommen = ["activiteit_id", "idee", "stippen", *(["eerste", "tafels"] if per_tafel else [])]
    noot = f"{_NOOT} {_GELIJK}" if per_tafel else _NOOT
    return annotate(tabel[kolommen], describe_overzicht(traject, tabel, "stippen per idee", noot))
