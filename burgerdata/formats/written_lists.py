"""Lists as scripts write them in a cell, ["angst", "stress"]: a question with several answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import factorize_cells, list_cells, replace_cells
from burgerdata.formats.lezing import Ruw
from burgerdata.shapes import Kolom, Tabel

_ITEM = r"""'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+\""""
_LIST = re.compile(rf"\s*\[\s*(?:(?:{_ITEM})(?:\s*,\s*(?:{_ITEM}))*+)?\s*\]\s*")
_ITEMS = re.compile(_ITEM)
_GLUE = ";"
_MOST_OPTIONS = 25
_RETURNING, _RETURNING_OF_MANY = 0.75, 0.5
"""The most different words among all that were chosen: where nearly every one is another, people wrote them."""
_FEW, _SHORT = 8, 3
"""So few different words cannot all come back; of at most so many words each they are options still."""
_SENTENCE = 6
"""Words from which on what was chosen once is a text of somebody."""


def read_written_lists(ruw: Ruw) -> Ruw:
    """Return the table with each column of written lists as choices joined by ``;``, a question with several answers.

    An empty list is an empty cell: whether nothing was chosen or nothing was asked, it does not say.
    """
    if not isinstance(ruw.vorm, Tabel):
        return ruw
    frame, kolommen = ruw.vorm.frame, []
    for kolom in ruw.vorm.kolommen:
        if kolom.soort or not holds_lists(frame[kolom.naam]):
            kolommen.append(kolom)
            continue
        nieuw = {cel: join_list(cel) for cel in list_cells(frame[kolom.naam]) if cel.strip()}
        ruw.logboek.note(
            "cel_gewijzigd", kolom=kolom.naam, aantal=int(frame[kolom.naam].isin(list(nieuw)).sum())
        )
        frame = frame.assign(**{kolom.naam: replace_cells(frame[kolom.naam], nieuw)})
        kolommen.append(describe_list(kolom))
    return replace(ruw, vorm=replace(ruw.vorm, frame=frame, kolommen=tuple(kolommen)))


def holds_lists(cellen: pd.Series) -> bool:
    """Return whether every filled cell is a written list, and what they hold are options: they come back, or are few and short.

    Texts that people wrote are each another one; as options each would be printed, with whoever it is about.

    Examples
    --------
    >>> holds_lists(pd.Series(["['angst', 'stress']", "['']", ""])), holds_lists(pd.Series(["[Naam] ja", "['a']"]))
    (True, False)
    >>> holds_lists(pd.Series(["['de buurman slaat de hond']", "['er is te weinig licht']"]))
    False
    """
    nummers, verschillend = factorize_cells(cellen)
    keren = Counter(nummers.tolist())
    gevuld = {cel: keren[nummer] for nummer, cel in enumerate(verschillend) if cel.strip()}
    if not all(map(_LIST.fullmatch, gevuld)):
        return False
    delen: Counter[str] = Counter()
    for cel, aantal in gevuld.items():
        delen.update({deel: aantal for deel in join_list(cel).split(_GLUE) if deel})
    return are_options(delen)


def are_options(delen: Counter[str]) -> bool:
    """Return whether words with how often each was chosen are options."""
    aantal = len(delen)
    if 0 < aantal <= _FEW and all(len(deel.split()) <= _SHORT for deel in delen):
        return True
    teksten = sum(keren == 1 and len(deel.split()) >= _SENTENCE for deel, keren in delen.items())
    ruimte = _RETURNING if aantal <= _MOST_OPTIONS else _RETURNING_OF_MANY
    return 0 < aantal <= ruimte * delen.total() and 2 * teksten <= aantal


def join_list(cel: str) -> str:
    r"""Return what a written list holds, joined by ``;``.

    Examples
    --------
    >>> join_list('["niet\'s", \'wachttijd; balie\', \'\']')
    "niet's;wachttijd, balie"
    """
    delen = [re.sub(r"\\(.)", r"\1", deel[1:-1]).strip() for deel in _ITEMS.findall(cel)]
    # a semicolon inside a choice would cut it in two further on
    return _GLUE.join(deel.replace(_GLUE, ",") for deel in delen if deel)


def describe_list(kolom: Kolom) -> Kolom:
    """Return a column as a question with several answers in a cell."""
    return replace(kolom, set_naam=kolom.naam, set_tekst=kolom.tekst, soort="meer_antwoorden")
