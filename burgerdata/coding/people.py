"""Codings that people gave, from Excel or from coding software -> coderingen of wijze mens, checked."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from burgerdata.coding.ids import name_coderingen
from burgerdata.pseudonyms import Sleutel
from burgerdata.schema import SLEUTELTHEMAS


@dataclass(frozen=True)
class Gecodeerd:
    """Codings that fit the contract, and the rows that do not, with ``reden`` and the index they were given with.

    ``reden`` is fragment_onbekend (it is gone), thema_onbekend (not in the list) or plek_onbekend (not in the text).
    """

    coderingen: pd.DataFrame
    onbruikbaar: pd.DataFrame


def make_codeur(naam: str, sleutel: Sleutel) -> str:
    """Return the pseudonym of a coder: the same for a name in every file of a traject, and no name.

    Examples
    --------
    >>> make_codeur("Anna", Sleutel(bytes(32))) == make_codeur(" anna ", Sleutel(bytes(32)))
    True
    """
    return f"codeur_{sleutel.make_id('codeur', 'codeerwerk', naam.strip().casefold())[1:7]}"


def make_coderingen(rijen: pd.DataFrame, fragmenten: pd.DataFrame, themas: pd.DataFrame) -> Gecodeerd:
    """Return the contract table coderingen of wijze mens, and apart the rows that cannot be used.

    Parameters
    ----------
    rijen
        fragment_id, thema_id, codeur (a pseudonym, see ``make_codeur``), begin and eind; a missing begin or eind means
        the whole fragment. A fragment that was read and has no theme has a row with thema_id ``geen_thema``; where
        the same coder gave it a theme as well, that row is left out.
    fragmenten, themas
        The tables of the traject: what exists, and how long each text is. Pseudo-themes always exist.

    Examples
    --------
    >>> fragmenten = pd.DataFrame({"fragment_id": ["f1"], "tekst": ["lang wachten"]})
    >>> rijen = pd.DataFrame({"fragment_id": ["f1", "f9"], "thema_id": "wachttijd", "codeur": "codeur_1"})
    >>> gecodeerd = make_coderingen(rijen, fragmenten, pd.DataFrame({"thema_id": ["wachttijd"]}))
    >>> gecodeerd.coderingen[["fragment_id", "thema_id", "begin", "eind"]].values.tolist()
    [['f1', 'wachttijd', 0, 12]]
    >>> gecodeerd.onbruikbaar["reden"].to_dict()
    {1: 'fragment_onbekend'}
    """
    teksten = dict(zip(fragmenten["fragment_id"].astype("str"), fragmenten["tekst"].str.len(), strict=True))
    plekken = _place(rijen, teksten)
    reden = _refuse(plekken, teksten, {*themas["thema_id"].astype("str"), *SLEUTELTHEMAS})
    goed = plekken[reden.eq("")]
    uniek = goed.drop_duplicates(["fragment_id", "thema_id", "codeur", "begin", "eind"])
    uniek = _drop_needless(uniek).astype({"begin": "int64", "eind": "int64"}).reset_index(drop=True)
    return Gecodeerd(name_coderingen(uniek), rijen.assign(reden=reden)[reden.ne("")])


def _place(rijen: pd.DataFrame, lengtes: dict[str, int]) -> pd.DataFrame:
    """Return the rows with a span each: the whole text where none is given."""
    frame = rijen[["fragment_id", "thema_id", "codeur"]].astype("str").assign(wijze="mens")
    leeg = pd.Series(float("nan"), index=rijen.index)
    begin, eind = (pd.to_numeric(rijen.get(naam, leeg)).astype("float64") for naam in ("begin", "eind"))
    heel = frame["fragment_id"].map(lengtes).astype("float64")
    geheel = begin.isna() | eind.isna()
    return frame.assign(begin=begin.mask(geheel, 0.0), eind=eind.mask(geheel, heel))


def _refuse(plekken: pd.DataFrame, lengtes: dict[str, int], bekend: set[str]) -> pd.Series:
    lengte = plekken["fragment_id"].map(lengtes).astype("float64")
    past = plekken["begin"].ge(0) & plekken["begin"].lt(plekken["eind"]) & plekken["eind"].le(lengte)
    reden = pd.Series("", index=plekken.index, dtype="str")
    reden = reden.mask(~past & lengte.gt(0), "plek_onbekend")
    reden = reden.mask(~plekken["thema_id"].isin(list(bekend)), "thema_onbekend")
    return reden.mask(lengte.isna(), "fragment_onbekend")


def _drop_needless(coderingen: pd.DataFrame) -> pd.DataFrame:
    """Return the codings without geen_thema where the same coder did give the fragment a theme."""
    geen = coderingen["thema_id"].eq("geen_thema")
    echt = pd.MultiIndex.from_frame(coderingen.loc[~geen, ["fragment_id", "codeur"]])
    wie = pd.MultiIndex.from_frame(coderingen[["fragment_id", "codeur"]])
    return coderingen[~(geen & wie.isin(echt))]
