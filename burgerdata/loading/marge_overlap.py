"""Rows of population figures that count the same people: two years of them, a country beside a town in it, ages that overlap."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

import pandas as pd

JAAR = re.compile(
    r"(?:(?:peil|verslag|meet|telling|statistiek)?jaar|perioden?|peil(?:datum|moment)|datum|kwartaal|maand)",
    re.IGNORECASE,
)
"""Headers of the moment that figures are of."""
_NIVEAU = re.compile(
    r"(?:land|landsdeel|provincie|corop(?:gebied)?|regio|gemeente|stadsdeel|stad|wijk|buurt|kern)(?:en|s)?|totaal"
)
"""Kinds of areas, as a column of levels has them: a neighbourhood lies in a municipality."""
_GEMERKT = re.compile(r".*\((ld|pv|cr|gm)\)")
"""An area with the mark that Statistics Netherlands gives what is larger than a town, and a town beside its neighbourhoods."""
_PROVINCIE = re.compile(
    r"provincie .*|groningen|friesland|fryslân|drenthe|overijssel|flevoland|gelderland|utrecht|noord-holland|zuid-holland|zeeland"
    r"|noord-brabant|limburg"
)
_OOK_STAD = ("groningen", "utrecht")
"""Provinces with a town of that name: the areas beside it tell which."""
_JAREN = re.compile(r"(\d{1,3})-(\d{1,3})|(\d{1,3})\+")
_GELIJK = 0.001
_OUDSTE = 200


def find_overlap(
    tekst: Mapping[str, pd.Series], aantal: pd.Series, normalise: Callable[[str], str]
) -> tuple[str, ...]:
    """Return the columns over which figures cannot be added: their rows are of several moments, or lie in each other.

    Examples
    --------
    >>> tekst = {"Perioden": pd.Series(["2024", "2025"]), "Regio": pd.Series(["Zutphen", "Zutphen"])}
    >>> find_overlap(tekst, pd.Series([10.0, 11.0]), str.lower)
    ('Perioden',)
    >>> find_overlap({"Regio": pd.Series(["Nederland", "Zutphen"])}, pd.Series([900.0, 11.0]), str.lower)
    ('Regio',)
    """
    return tuple(naam for naam, cellen in tekst.items() if _overlaps(naam, cellen, aantal, normalise))


def _overlaps(naam: str, cellen: pd.Series, aantal: pd.Series, normalise: Callable[[str], str]) -> bool:
    soorten = [str(soort) for soort in cellen.unique()]
    if len(soorten) < 2:
        return False
    if JAAR.fullmatch(naam.strip()):
        return True
    klein = [soort.casefold() for soort in soorten]
    if all(map(_NIVEAU.fullmatch, klein)) or _lie_in_each_other(klein):
        return True
    som = aantal.groupby(cellen, observed=True, dropna=False).sum()
    # one of them is all others together
    geheel = len(som) > 2 and som.sum() > 0 and abs(2 * som.max() - som.sum()) <= _GELIJK * som.sum()
    return bool(geheel) or _ages_overlap(map(normalise, soorten))


def _lie_in_each_other(gebieden: Sequence[str]) -> bool:
    """Return whether areas are of several levels: a country or a province beside a town.

    "utrecht" is what stands beside it, a town or a province; a country or a marked area beside it is neither.

    Examples
    --------
    >>> _lie_in_each_other(["utrecht", "amersfoort"]), _lie_in_each_other(["utrecht", "zeeland"]), _lie_in_each_other(["zeeland", "goes"])
    (False, False, True)
    """
    zeker = [naam for naam in gebieden if naam not in _OOK_STAD]
    niveaus = {_find_level(naam) for naam in zeker}
    anders = any(
        naam == "nederland" or naam.startswith("provincie ") or _GEMERKT.fullmatch(naam) for naam in zeker
    )
    if len(zeker) < len(gebieden) and anders:
        niveaus.add("")
    return len(niveaus) > 1


def _find_level(gebied: str) -> str:
    """Return the level of an area, empty for a town or what lies in one."""
    if gebied == "nederland":
        return "land"
    if gemerkt := _GEMERKT.fullmatch(gebied):
        return gemerkt[1]
    return "pv" if _PROVINCIE.fullmatch(gebied) else ""


def _ages_overlap(soorten: Iterable[str]) -> bool:
    """Return whether ages such as 18-34 and 18+ share a year."""
    gevonden = [match.groups() for soort in soorten if (match := _JAREN.fullmatch(soort))]
    jaren = sorted((int(van or vanaf), int(tot or _OUDSTE)) for van, tot, vanaf in gevonden)
    return any(eerder[1] >= later[0] for eerder, later in pairwise(jaren))
