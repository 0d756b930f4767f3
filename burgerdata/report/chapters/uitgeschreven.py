"""Names in full: a title of a figure cuts a long one, and a heading or summary has room for what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.findings.usability import drop_nummers
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.toelichting import read_toelichting

_INGEKORT = re.compile("‘([^’]+)…’")
_AANWIJZING = re.compile(r"\s*\([^()]*\)\s*$")
"""How to answer, behind a question."""
_NAMEN = ("kort", "label", "idee", "taak", "thema", "groep", "andere")
"""Columns whose values a sentence quotes, beside that of the trait."""
_RUIM = 130
"""A sentence that would be longer with its names in full keeps them short: nobody reads it in one breath."""


def name_bevinding(antwoord: Antwoord, zin: str = "") -> str:
    """Return the finding, or a sentence about it, with each name that was cut in full."""
    tabel = find_tabel(antwoord)
    eerst = [] if tabel is None else [tabel]
    return spell_out(zin or antwoord.bevinding, [*eerst, *antwoord.tabellen.values()])


def spell_out(zin: str, tabellen: Iterable[pd.DataFrame]) -> str:
    """Return a sentence with each cut name in full, as the tables that it was stated from have it.

    Examples
    --------
    >>> tabel = pd.DataFrame({"kort": ["Sluit de straat af voor verkeer", "Verlicht de stoep"]})
    >>> spell_out("Verdeeld over ‘Sluit de straat…’: 22 voor", [tabel])
    'Verdeeld over ‘Sluit de straat af voor verkeer’: 22 voor'
    """
    if not _INGEKORT.search(zin):
        return zin
    namen = [naam for tabel in tabellen for naam in _list_namen(tabel)]

    def look_up(gevonden: re.Match[str]) -> str:
        begin = gevonden[1].casefold()
        heel = next((naam for naam in namen if naam.casefold().startswith(begin)), "")
        return f"‘{gevonden[1][:1]}{heel[1:]}’" if heel else gevonden[0]

    voluit = _INGEKORT.sub(look_up, zin)
    return voluit if len(voluit) <= _RUIM else zin


def _list_namen(tabel: pd.DataFrame) -> Iterator[str]:
    """Yield what a sentence may quote from a table: values of its columns, its subject and its question, none of them cut."""
    over = read_toelichting(tabel)
    for kolom in (over.per, *_NAMEN):
        if kolom and kolom in tabel:
            namen = tabel[kolom].dropna().astype("str")
            namen = drop_nummers(namen) if kolom == "taak" else namen
            yield from (naam for naam in namen.unique() if "…" not in naam)
    yield from over.voluit
    for tekst in (over.onderwerp, *over.vraag.split(" / ")):
        kaal = _AANWIJZING.sub("", tekst.strip()).rstrip("?. ")
        if kaal and "…" not in kaal:
            yield kaal
        yield from re.findall(r"\[([^\[\]]+)\]", tekst)
