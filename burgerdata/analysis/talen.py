"""Texts in another language than that of their activity: set apart, counted and named."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.coding.taal import is_andere_taal
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.traject import Traject

_NAMEN = {
    "ar": "Arabisch",
    "de": "Duits",
    "el": "Grieks",
    "en": "Engels",
    "es": "Spaans",
    "fr": "Frans",
    "he": "Hebreeuws",
    "it": "Italiaans",
    "ko": "Koreaans",
    "nl": "Nederlands",
    "pl": "Pools",
    "pt": "Portugees",
    "ro": "Roemeens",
    "ru": "Russisch",
    "tr": "Turks",
    "zh": "Chinees",
}


def count_talen(traject: Traject) -> pd.DataFrame:
    """Return the texts that are in another language than their activity: activiteit_id, taal, n and gelezen.

    The words of a themalijst and the suggestions are in the language of the activity: such a text has no theme until
    a person has read it. gelezen is how many a person has coded.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> t = make_example()
    >>> engels = t.replace_tabellen(fragmenten=t.fragmenten.assign(taal=["nl", "en", "nl"]))
    >>> count_talen(engels)[["activiteit_id", "taal", "n"]]
      activiteit_id taal  n
    0       enquete   en  1
    """
    fragmenten = traject.fragmenten
    anders = fragmenten[is_andere_taal(fragmenten, traject.activiteiten)]
    mens = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str")
    tabel = pd.DataFrame(
        {
            "activiteit_id": anders["activiteit_id"].astype("str"),
            "taal": anders["taal"].astype("str"),
            "gelezen": anders["fragment_id"].isin(mens),
        }
    )
    groepen = tabel.groupby(["activiteit_id", "taal"], observed=True, dropna=False)["gelezen"]
    geteld = groepen.agg(n="size", gelezen="sum").reset_index()
    return geteld.astype({"activiteit_id": "str", "taal": "str", "n": "Int32", "gelezen": "Int32"})


def state_talen(traject: Traject, ids: Sequence[str]) -> str:
    """Return in one sentence how many texts of these activities nobody could code, by language; empty when none."""
    tabel = count_talen(traject)
    tabel = tabel[tabel["activiteit_id"].isin(list(ids))].assign(rest=tabel["n"] - tabel["gelezen"])
    rest = tabel.groupby("taal", observed=True, dropna=False)["rest"].sum()
    rest = rest[rest > 0].sort_values(ascending=False, kind="stable")
    if rest.empty:
        return ""
    delen = [f"{format_getal(int(n))} {_NAMEN.get(str(taal), str(taal))}" for taal, n in rest.items()]
    totaal = int(rest.sum())
    woord = "1 tekst" if totaal == 1 else f"{format_getal(totaal)} teksten"
    return f"Apart gezet: {woord} in een andere taal ({join_woorden(delen)})."
