"""A list of participants or a codebook that several deliveries name: what was done to it is told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.settings import Levering

_ZONDER = "deelnemer_zonder_gegevens"
_PLEK = ["bestand", "blad", "rij"]
_GELIJK = [*_PLEK, "kolom", "reden", "aantal"]


def name_gedeeld(leveringen: Sequence[Levering]) -> list[Levering]:
    """Return the deliveries, those of conversations with the files of others that name the same list of participants.

    Examples
    --------
    >>> fg = [Levering(naam, "focusgroep", (f"{naam}.txt",), deelnemerslijst="l.csv") for naam in ("noord", "zuid")]
    >>> [levering.lijst_ook for levering in name_gedeeld(fg)]
    [('zuid.txt',), ('noord.txt',)]
    """
    bij: dict[str, list[str]] = {}
    for levering in leveringen:
        if levering.instrument == "focusgroep" and levering.deelnemerslijst:
            bij.setdefault(levering.deelnemerslijst, []).extend(levering.bestanden)
    return [
        replace(
            levering,
            lijst_ook=tuple(
                naam for naam in bij.get(levering.deelnemerslijst, ()) if naam not in levering.bestanden
            ),
        )
        if levering.instrument == "focusgroep"
        else levering
        for levering in leveringen
    ]


def tell_once(logboek: pd.DataFrame, leveringen: Sequence[Levering]) -> pd.DataFrame:
    """Return the logboek with what was noted about a shared list once, and who spoke in none of its deliveries alone.

    Whoever is on the list for one conversation is not missing from it because another delivery has the other ones.

    Examples
    --------
    >>> fg = [Levering(naam, "focusgroep", deelnemerslijst="l.csv") for naam in ("fg1", "fg2")]
    >>> boek = pd.DataFrame({"bestand": "l.csv", "blad": "", "rij": [2, 3, 3], "kolom": "", "reden": _ZONDER, "aantal": 1})
    >>> tell_once(boek.assign(activiteit_id=["fg1", "fg1", "fg2"]), fg)["rij"].tolist()
    [3]
    """
    namen = [naam for lev in leveringen for naam in {lev.deelnemerslijst, lev.codeboek} if naam]
    gedeeld = {naam for naam in namen if namen.count(naam) > 1}
    los = logboek.astype({"bestand": "str", "blad": "str", "kolom": "str", "reden": "str"}).reset_index(
        drop=True
    )
    hier = los["bestand"].isin(gedeeld)
    if not hier.any():
        return logboek
    zonder = hier & los["reden"].eq(_ZONDER)
    eerste = los.groupby(_GELIJK, observed=True, dropna=False)["activiteit_id"].transform("first")
    houden = ~hier | (~zonder & los["activiteit_id"].eq(eerste))
    return pd.concat([los[houden], _find_nowhere(los[zonder], leveringen)], ignore_index=True)


def _find_nowhere(zonder: pd.DataFrame, leveringen: Sequence[Levering]) -> pd.DataFrame:
    """Return a row for each person of a list whom all of its deliveries miss, of a group only where all miss all of it."""
    keren = zonder["bestand"].map(
        lambda naam: sum(lev.deelnemerslijst == naam and lev.instrument == "focusgroep" for lev in leveringen)
    )
    per_mens = zonder.groupby(_PLEK, observed=True, dropna=False)
    nergens = per_mens["activiteit_id"].transform("nunique").ge(keren)
    deels = per_mens["kolom"].transform("min").eq("")
    samen = zonder.assign(kolom=zonder["kolom"].mask(deels, ""))[nergens]
    return samen.drop_duplicates(_PLEK)
