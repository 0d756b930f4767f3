"""A column of a form made into the question that it holds: lists, single choices among own texts, or as it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pandas as pd

from burgerdata.formats.choice_lists import (
    ANDERS,
    Keuzelijst,
    describe_anders,
    describe_lists,
    split_comma_lists,
)
from burgerdata.formats.typed_answers import find_typed
from burgerdata.shapes import Kolom

_SENTENCE = 60
_TIMES_EACH = 10
_FEWEST_CELLS = 20
_FEWEST_TIMES = 2
_CHOSEN_SHARE = 0.8
_MOST_OPTIONS = 25
_OPEN = re.compile(r"toelicht|waarom|opmerking|eigen woorden|suggestie|meegeven|kwijt", re.IGNORECASE)
"""Words of a question that asks for a text of one's own, however often people wrote the same."""

Gelezen = tuple[tuple[Kolom, ...], dict[str, pd.Series]]
"""The columns that one column of the file became, and the cells of those that changed."""


def read_comma_column(kolom: Kolom, cellen: pd.Series) -> Gelezen:
    """Return one whose cells are lists as a question with several answers, its own texts apart; else a single one."""
    lijst = None if kolom.soort else split_comma_lists(cellen)
    if lijst is None:
        return read_single_column(kolom, cellen)
    return _pair(describe_lists(kolom, lijst), lijst)


def read_single_column(kolom: Kolom, cellen: pd.Series) -> Gelezen:
    """Return a column of single answers: as it is, or as choices with the texts of single persons apart."""
    if kolom.soort or _OPEN.search(kolom.tekst or kolom.naam):
        return (kolom,), {}
    lijst = _split_single(cellen) or _split_typed(cellen)
    if lijst is not None:
        return _pair((replace(kolom, soort="een_antwoord"), describe_anders(kolom)), lijst)
    return (replace(kolom, soort="een_antwoord") if _repeat_long_labels(cellen) else kolom,), {}


def _pair(kolommen: tuple[Kolom, ...], lijst: Keuzelijst) -> Gelezen:
    return kolommen, dict(zip((deel.naam for deel in kolommen), (lijst.cellen, lijst.anders), strict=False))


def _split_single(cellen: pd.Series) -> Keuzelijst | None:
    """Return a column of single choices with the texts of single persons apart, or None when it is no such column.

    Nearly everyone gives one of a few answers, and what the others wrote was written once.
    """
    keren = cellen[cellen.str.strip() != ""].value_counts()
    vast = keren[keren >= _FEWEST_TIMES]
    eigen = keren[keren < _FEWEST_TIMES]
    numbers = keren.index.to_series().str.fullmatch(r"[\d.,\s%-]+").any()
    genoeg = keren.sum() >= _FEWEST_CELLS and vast.sum() >= _CHOSEN_SHARE * keren.sum()
    if numbers or not genoeg or not 1 < len(vast) <= _MOST_OPTIONS or len(keren) <= _MOST_OPTIONS:
        return None
    los = cellen.isin(list(eigen.index))
    return Keuzelijst(cellen.where(~los, ANDERS), cellen.where(los, ""))


def _split_typed(cellen: pd.Series) -> Keuzelijst | None:
    """Return a column of options of many people with what a few people typed apart, or None when it is no such column."""
    schoon = cellen.str.strip()
    keren = Counter(schoon[schoon != ""])
    eigen = find_typed(keren) if len(keren) <= _MOST_OPTIONS else frozenset()
    if not eigen:
        return None
    los = schoon.isin(list(eigen))
    return Keuzelijst(cellen.where(~los, ANDERS), cellen.where(los, ""))


def _repeat_long_labels(cellen: pd.Series) -> bool:
    """Return whether a column holds sentences that return word for word: nobody types those, they were chosen."""
    gevuld = cellen[cellen.str.strip() != ""]
    aantal = gevuld.nunique()
    lang = len(gevuld) > 0 and gevuld.str.len().quantile(0.9) > _SENTENCE
    return bool(lang and aantal > 1 and len(gevuld) >= _TIMES_EACH * aantal)
