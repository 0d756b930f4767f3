"""Words of the theme list that stand behind "geen", "niet" or "nooit": they may say the opposite, and a person reads them first."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen, list_teksten
from burgerdata.getallen import format_getal
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.traject import Traject

_NIET = frozenset(["geen", "niet", "nooit"])
_ERVOOR = 3
_ZINSDEEL = re.compile(r"[.!?,;:\n]")
_WOORD = re.compile(r"[^\W\d_]+")
_NIET_ALLEEN = re.compile(r"\bniet (?:alleen|slechts|zozeer)\b", re.IGNORECASE)


def is_ontkend(tekst: str, begin: int) -> bool:
    """Return whether a negation stands among the three words before a place, in the same part of the sentence.

    Examples
    --------
    >>> tekst = "Ik heb geen last van wachttijden, maar wachten op een brief wel"
    >>> is_ontkend(tekst, tekst.index("wachttijden")), is_ontkend(tekst, tekst.index("wachten"))
    (True, False)
    """
    deel = _NIET_ALLEEN.sub("", _ZINSDEEL.split(tekst[:begin])[-1])
    return bool(_NIET & {woord.casefold() for woord in _WOORD.findall(deel)[-_ERVOOR:]})


def list_treffers(traject: Traject) -> pd.DataFrame:
    """Return a row per text and theme that only the words of the list gave it: fragment_id, thema_id, ontkend.

    ontkend is whether each of those words stands behind a negation.
    """
    return traject.keep_last(("treffers",), lambda: _list_treffers(traject))


def _list_treffers(traject: Traject) -> pd.DataFrame:
    sleutel = ["fragment_id", "thema_id"]
    coderingen = traject.coderingen[traject.coderingen["wijze"].eq("regel")]
    coderingen = coderingen[[*sleutel, "begin"]].astype(dict.fromkeys(sleutel, "str"))
    gelezen = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str").unique()
    open_ = coderingen[~coderingen["fragment_id"].isin(gelezen) & ~coderingen["thema_id"].isin(SLEUTELTHEMAS)]
    telt = choose_coderingen(traject).merge(open_, on=sleutel)
    samen = telt.merge(list_teksten(traject, ook_anders=True)[["fragment_id", "tekst"]], on="fragment_id")
    ontkend = [
        is_ontkend(tekst, int(begin)) for tekst, begin in zip(samen["tekst"], samen["begin"], strict=True)
    ]
    per_tekst = samen.assign(ontkend=ontkend).groupby(sleutel, observed=True, dropna=False, sort=False)
    return per_tekst["ontkend"].all().reset_index()


def list_ontkend(traject: Traject) -> frozenset[str]:
    """Return the texts in which some theme was found behind a negation only."""
    treffers = list_treffers(traject)
    return frozenset(treffers.loc[treffers["ontkend"], "fragment_id"])


def state_ontkenning(traject: Traject) -> str:
    """Return how many hits of the theme list stand behind a negation, and at which theme most; empty where none does."""
    treffers = list_treffers(traject)
    if not treffers["ontkend"].any():
        return ""
    namen = dict(
        zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"].astype("str"), strict=True)
    )
    per_thema = treffers.groupby("thema_id", observed=True, dropna=False)["ontkend"].agg(["sum", "size"])
    meest = per_thema.sort_values("sum", ascending=False, kind="stable").iloc[0]
    thema = namen.get(str(per_thema["sum"].idxmax()), "")
    n, alle = int(treffers["ontkend"].sum()), len(treffers)
    bij = (
        f" (het vaakst bij ‘{thema}’: {format_getal(int(meest['sum']))} van de {format_getal(int(meest['size']))})"
        if len(per_thema) > 1 and thema
        else ""
    )
    staat = "staat" if n == 1 else "staan"
    return (
        f"{format_getal(n)} van de {format_getal(alle)} treffers op trefwoord {staat} bij een ontkenning{bij}"
    )
