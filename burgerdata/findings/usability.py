"""Findings about a usability test: tasks, the SUS, and what people ran into."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import choose_zin, keep_sterk, pick_hoogste, quote
from burgerdata.getallen import format_getal
from burgerdata.schema.labels import INSTRUMENT_LABEL
from burgerdata.toelichting import Toelichting

_WOORDEN = 12
"""The largest number that is written as a word."""
_NUMMER = re.compile(r"^(?:taak )?(\d+)[.):]? +(?=[^\W\d_])", re.IGNORECASE)
"""The number of a task before its name."""
SUS_ELDERS = "Ter vergelijking: over ongeveer 500 onderzoeken naar websites en programma's was het gemiddelde 68 (Sauro 2011)"
_TE_WEINIG = "Over het gebruik zijn te weinig gegevens om iets te zeggen"


def state_taken(tabel: pd.DataFrame) -> str:
    """Return the task at which fewest succeeded in the last round, with who did; tasks are not compared."""
    sterk = keep_sterk(tabel.assign(taak=drop_nummers(tabel["taak"].astype("str"))))
    if sterk.empty:
        return _TE_WEINIG
    laatste = sterk[sterk["activiteit_id"].eq(sterk["activiteit_id"].iloc[-1])]
    if laatste["n"].eq(laatste["basis"]).all():
        return (
            "Alle taken lukken iedereen die ze deed"
            if len(laatste) > 1
            else "De taak lukt iedereen die hem deed"
        )
    rij = pick_hoogste(laatste.assign(mis=1 - laatste["aandeel"]), "mis")
    taak = f"De taak {quote(str(rij['taak']))}"
    if str(rij["tekst"]).endswith("%"):
        return choose_zin([f"{taak} lukt {rij['tekst']} van de mensen"])
    return choose_zin([f"{taak} lukt {_say_aantal(int(rij['n']), int(rij['basis']))}"])


def drop_nummers(taken: pd.Series) -> pd.Series:
    """Return the names of tasks without the number in front, where each has one of its own; "2 kinderen opgeven" alone stays.

    Examples
    --------
    >>> list(drop_nummers(pd.Series(["1 inloggen", "2. foto uploaden", "2. foto uploaden"])))
    ['inloggen', 'foto uploaden', 'foto uploaden']
    >>> list(drop_nummers(pd.Series(["2 kinderen opgeven", "inloggen"])))
    ['2 kinderen opgeven', 'inloggen']
    """
    namen = taken.drop_duplicates()
    nummers = namen.str.extract(_NUMMER)[0]
    genummerd = len(namen) > 1 and nummers.notna().all() and nummers.is_unique
    return taken.str.replace(_NUMMER, "", regex=True) if genummerd else taken


def _say_aantal(n: int, basis: int) -> str:
    """Return people of a base, in words where both are small: without its base a number of people says nothing."""
    if basis <= _WOORDEN:
        return f"{say_aantal(n)} van de {say_aantal(basis)} mensen" if n else "niemand"
    return f"{format_getal(n)} van de {format_getal(basis)} mensen" if n else "niemand"


def state_sus(tabel: pd.DataFrame) -> str:
    """Return what people gave the ease of use in the last round, with the scale: a bare 71 tells a stranger nothing."""
    sterk = keep_sterk(tabel)
    sterk = sterk[sterk["gemiddelde"].notna()]
    if sterk.empty:
        return _TE_WEINIG
    gaf = (
        "kreeg in de laatste ronde gemiddeld" if tabel["activiteit_id"].nunique() > 1 else "krijgt gemiddeld"
    )
    cijfer = format_getal(float(sterk["gemiddelde"].iloc[-1]))
    return f"Het gebruiksgemak {gaf} {cijfer} op de schaal van 0 tot 100 (SUS)"


def is_sus(tabel: pd.DataFrame, toelichting: Toelichting) -> bool:
    """Return whether a table holds scores of the System Usability Scale."""
    return toelichting.onderwerp == "de SUS-score" and {"gemiddelde", "basis"} <= set(tabel.columns)


def explain_sus(tabel: pd.DataFrame, _: Toelichting) -> list[str]:
    """Return what the ends of the scale mean, of how many people the last score is, and what to lay beside it."""
    sterk = keep_sterk(tabel)
    sterk = sterk[sterk["gemiddelde"].notna()]
    if sterk.empty:
        return []
    aantal = int(sterk["basis"].iloc[-1])
    wie = "één mens" if aantal == 1 else f"{say_aantal(aantal)} mensen"
    zinnen = [
        f"Op die schaal is 0 slecht bruikbaar en 100 goed bruikbaar; de score is het gemiddelde oordeel van {wie}"
    ]
    if len(sterk) > 1:
        eerder = format_getal(float(sterk["gemiddelde"].iloc[-2]))
        zinnen.append(f"In de ronde daarvoor was het gemiddeld {eerder}")
    return [*zinnen, SUS_ELDERS]


def state_knelpunten(tabel: pd.DataFrame) -> str:
    """Return the heaviest finding that most people met; of several rounds that of the last, which stands first."""
    sterk = keep_sterk(tabel)
    if sterk.empty:
        return _TE_WEINIG
    laatste = str(tabel["activiteit_id"].iloc[0])
    rij = sterk.iloc[0]
    if str(rij["activiteit_id"]) != laatste:
        return _TE_WEINIG
    ronde = name_activiteit(laatste).removeprefix(f"{INSTRUMENT_LABEL['usability']} ")
    waar = f" in {ronde}" if tabel["activiteit_id"].nunique() > 1 else ""
    wie = "" if pd.isna(rij["n"]) else f", bij {_say_aantal(int(rij['n']), int(rij['basis']))}"
    return choose_zin(
        [
            f"Zwaarste knelpunt{waar}: {quote(str(rij['knelpunt']), langst=lengte)}{wie}"
            for lengte in (60, 45, 30, 20)
        ]
    )
