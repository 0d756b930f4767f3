"""What came up in most groups of a series of talks: the strongest thing that such talks can say."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import quote
from burgerdata.getallen import format_getal
from burgerdata.report.collect import Opbrengst

_INSTRUMENT = "focusgroep"
_GROEPEN = 2
"""Groups from which on a theme can come back."""
_MEEST = 2
"""Series of talks that the summary tells of."""


def state_gesprekken(opbrengst: Opbrengst, gezegd: str = "") -> str:
    """Return the theme that came up in most groups of each series of talks; nothing where none did in more than half.

    Of themes in as many groups the one that most people named. One that ``gezegd`` names is told already: the summary is
    half a page.
    """
    tabel = opbrengst.tabellen.get("bronnen")
    if tabel is None:
        return ""
    eigen = tabel[tabel["instrument"].eq(_INSTRUMENT) & tabel["gevraagd"].fillna(False).astype("bool")]
    eigen = eigen[eigen["n"].notna() & eigen["groepen"].notna() & eigen["groepen_totaal"].ge(_GROEPEN)]
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    zinnen = []
    for activiteit, deel in eigen.groupby("activiteit_id", observed=True, dropna=False, sort=False):
        if deel.empty or deel["groepen"].max() * 2 <= deel["groepen_totaal"].max():
            continue
        meest = deel.sort_values(["groepen", "n"], ascending=False, kind="stable").iloc[0]
        if str(meest["thema"]).casefold() not in gezegd.casefold():
            zinnen.append(_tell(meest, namen[str(activiteit)]))
    return " ".join(zinnen[:_MEEST])


def _tell(rij: pd.Series, naam: str) -> str:
    groepen, totaal = int(rij["groepen"]), int(rij["groepen_totaal"])
    alle = "beide" if totaal == 2 else f"alle {say_aantal(totaal)} de"
    hoeveel = (
        f"{alle} groepen"
        if groepen == totaal
        else f"{say_aantal(groepen)} van de {say_aantal(totaal)} groepen"
    )
    mensen = f"{format_getal(rij['n'])} van de {format_getal(rij['basis'])} mensen"
    waar = add_lidwoord(naam)
    return f"In {waar} kwam {quote(str(rij['thema']))} het breedst ter sprake: in {hoeveel} ({mensen})."
