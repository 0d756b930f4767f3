"""What was decided about a finding: by the theme, the recommendation or the words that it quotes."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.zinnen import quote
from burgerdata.getallen import join_woorden
from burgerdata.instruments.besluitstemmen import name_aanbeveling
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.chapters.vervolg import count_los
from burgerdata.report.collect import Opbrengst
from burgerdata.report.themakoppeling import find_themas_bij, link_punten
from burgerdata.toelichting import read_toelichting

ONBEKEND = "niet vastgelegd"
"""What stands under 'wat nu' where nobody wrote down what is done with a finding."""
LOS = "geen besluit gekoppeld"
"""The same where inputs stand that nobody tied to a theme: one of them may be about this finding."""
_LANGST = 60
"""The longest input that is named in a cell."""
_GENOEG = 3
"""With so many words the beginning of an input is the same input, told shorter."""


def tell_besluit(opbrengst: Opbrengst, antwoord: Antwoord) -> str:
    """Return what is done with the theme, recommendation or idea that the finding names first; or that nothing was recorded."""
    doorwerking = opbrengst.tabellen.get("doorwerking")
    if doorwerking is None:
        return ONBEKEND
    for woord in re.findall("‘([^’]+)’", antwoord.bevinding):
        namen = {_fold(woord), *_list_nummers(antwoord, woord)}
        for past in (_is_named, _is_begun):
            rijen = [past(rij, namen) for _, rij in doorwerking.iterrows()]
            if any(rijen):
                return join_woorden(list(dict.fromkeys(doorwerking["status"][rijen].astype("str"))))
    return _tell_thema(opbrengst, antwoord) or (LOS if count_los(doorwerking) else ONBEKEND)


def _tell_thema(opbrengst: Opbrengst, antwoord: Antwoord) -> str:
    """Return what is done with the inputs about the theme of a finding in other words, of each status the first one named.

    Who reads it can then see whether it is the same thing: only words tied them.
    """
    themas = set(_list_themas(opbrengst, antwoord))
    doorwerking = opbrengst.tabellen["doorwerking"]
    past = link_punten(opbrengst).map(lambda eigen: bool(themas & set(eigen))).astype("bool")
    rijen = doorwerking[past]
    if rijen.empty:
        return ""
    return "; ".join(
        f"{status} ({_name_eerste(deel)})"
        for status, deel in rijen.groupby("status", sort=False, observed=True, dropna=False)
    )


def _name_eerste(rijen: pd.DataFrame) -> str:
    """Return the first of these inputs in its own words, and whether there are more."""
    eerste = quote(str(rijen["samenvatting"].iloc[0]).rstrip("."), langst=_LANGST)
    return f"{eerste} en andere" if len(rijen) > 1 else eerste


def _list_themas(opbrengst: Opbrengst, antwoord: Antwoord) -> tuple[str, ...]:
    """Return the themes that a finding is about, by name: those of the first thing that it quotes, else of what was asked.

    The task of a usability test is about no theme: whether people find the waiting time says nothing of waiting.
    """
    tabel = find_tabel(antwoord)
    groepen: set[str] = set()
    onderwerp = []
    if tabel is not None and "taak_id" in tabel:
        return ()
    if tabel is not None:
        over = read_toelichting(tabel)
        groepen = set(tabel[over.per].astype("str").map(_fold)) if over.per in tabel else set()
        onderwerp = [over.onderwerp]
    genoemd = re.findall("‘([^’]+)’", antwoord.bevinding)
    los = [woord for woord in genoemd if _fold(woord) not in groepen]
    themas = find_themas_bij(opbrengst, [*los, *onderwerp, ""][0])
    return themas if len(themas) == 1 else ()


def _fold(tekst: str) -> str:
    """Return a text in small letters, with single spaces and without the mark at its end."""
    return " ".join(tekst.lower().split()).rstrip(".!?")


def _list_nummers(antwoord: Antwoord, woord: str) -> set[str]:
    """Return the ids of the recommendations that a finding about votes quotes in these words."""
    tabel = find_tabel(antwoord)
    if tabel is None or not {"vraag_id", "kort", "keuze"} <= set(tabel.columns):
        return set()
    zelfde = tabel["kort"].astype("str").map(_fold).eq(_fold(woord))
    return set(tabel.loc[zelfde, "vraag_id"].astype("str"))


def _is_named(rij: pd.Series, namen: set[str]) -> bool:
    """Return whether a row of doorwerking has one of these names: by its theme, its id, its number or its text."""
    nummer, tekst = name_aanbeveling(str(rij["samenvatting"]))
    inbreng = _fold(str(rij["inbreng_id"]))
    eigen = {_fold(str(rij["thema"])), _fold(str(rij["samenvatting"])), _fold(tekst), inbreng} - {""}
    # a number alone, for two lists may number other things alike
    eigen |= set() if tekst else {nummer}
    return bool(eigen & namen) or any(inbreng.endswith(f"_{naam}") for naam in namen)


def _is_begun(rij: pd.Series, namen: set[str]) -> bool:
    """Return whether the text of a row begins as one of these names does: as an idea in some words, or one that was cut."""
    punt = _fold(name_aanbeveling(str(rij["samenvatting"]))[1])
    for naam in namen:
        begin = naam.rstrip("…")
        heel = punt.startswith(f"{begin} ") and len(begin.split()) >= _GENOEG
        if heel or (naam != begin and punt.startswith(begin)):
            return True
    return False
