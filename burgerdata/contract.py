"""Tables made to fit the contract, and the contract checked: dtypes, keys, references, vocabularies."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import ContractError, Probleem
from burgerdata.schema import TABELLEN, Kolomschema, Tabelschema
from burgerdata.schema.dtypes import conform_column, drop_unused, list_words

_VAST = {
    "volgorde": 0,
    "gewicht": 1.0,
    "basisgewicht": 1.0,
    "personen": 1,
    "omkeren": False,
    "gebruikt": False,
}
"""What a column that may not be empty holds when a reader has nothing to say about it."""
_LEEG_BETEKENT_IETS = ("blad",)
"""Columns in which an empty text is an answer: a file without sheets."""
_SPARSE = 8
"""Possible keys per row up to which each gets a mark."""
_ROWS = 1 << 17
"""Rows of which the keys are numbered together: few enough to stay near the processor."""


_VERWACHT = {
    "telling": ("bevat iets anders dan hele getallen", "geef hele getallen of laat de cel leeg"),
    "getal": ("bevat iets anders dan getallen", "geef getallen of laat de cel leeg"),
    "datum": ("bevat iets anders dan datums", "schrijf een datum als 2026-03-31"),
    "vlag": ("bevat iets anders dan ja of nee", "geef True of False"),
}
"""What is wrong, and the remedy, when a column holds something that its dtype cannot."""


def conform_tabellen(tabellen: Mapping[str, pd.DataFrame], *, fill: bool = True) -> dict[str, pd.DataFrame]:
    """Return the tables in contract order with contract columns and dtypes; ``fill`` adds the missing ones empty.

    Raises
    ------
    ContractError
        When a table or column is unknown or doubled, a word lies outside its vocabulary, or a column holds something
        that its dtype cannot; all problems of all tables at once.

    Examples
    --------
    >>> tabellen = conform_tabellen({"themas": pd.DataFrame({"thema_id": ["taal"], "naam": ["Taal"]})})
    >>> tabellen["themas"]["thema_id"].dtype, len(tabellen["antwoorden"])
    (CategoricalDtype(categories=['taal'], ordered=False, categories_dtype=str), 0)
    """
    problemen = [
        Probleem(f"tabel '{naam}' bestaat niet in het contract") for naam in tabellen if naam not in TABELLEN
    ]
    passend: dict[str, pd.DataFrame] = {}
    for naam, schema in TABELLEN.items():
        if naam in tabellen:
            passend[naam], gevonden = _fit(tabellen[naam], schema)
            problemen += gevonden
        elif fill:
            passend[naam] = _empty_tabel(naam).copy(deep=False)
    if problemen:
        raise ContractError(problemen)
    return passend


def conform_tabel(tabel: pd.DataFrame, naam: str) -> pd.DataFrame:
    """Return a copy with the columns, order and dtypes of this table of the contract; row order is kept.

    Raises ContractError with everything that does not fit, as ``conform_tabellen`` does.
    """
    return conform_tabellen({naam: tabel}, fill=False)[naam]


def trim_tabel(tabel: pd.DataFrame, naam: str) -> pd.DataFrame:
    """Return rows of a table that fits the contract, numbered from 0, without ids and codes that none of them has.

    What ``conform_tabel`` gives for such rows, at a fraction of its cost: words, dates and numbers are what they were.
    """
    los = [kolom.naam for kolom in TABELLEN[naam].kolommen if kolom.dtype in ("id", "code")]
    return tabel.assign(**{kolom: drop_unused(tabel[kolom]) for kolom in los}).reset_index(drop=True)


def _fit(tabel: pd.DataFrame, schema: Tabelschema) -> tuple[pd.DataFrame, list[Probleem]]:
    """Return the table as far as it fits, and why the rest does not."""
    if problemen := list(_foreign_columns(tabel, schema)):
        return tabel, problemen
    if not len(tabel):
        return _empty_tabel(schema.naam).copy(deep=False), []
    kolommen: dict[str, pd.Series] = {}
    for kolom in schema.kolommen:
        if kolom.naam not in tabel:
            kolommen[kolom.naam] = _absent(kolom).take(np.zeros(len(tabel), np.intp)).set_axis(tabel.index)
            continue
        reeks = tabel[kolom.naam]
        problemen += _foreign_words(reeks, kolom, schema.naam)
        try:
            kolommen[kolom.naam] = conform_column(reeks, kolom)
        except (TypeError, ValueError, OverflowError):
            wat, remedie = _VERWACHT[kolom.dtype]
            problemen.append(Probleem(f"tabel '{schema.naam}', kolom '{kolom.naam}' {wat}", remedie))
    # No copies: what is written in one table does not show in another, for pandas copies on writing.
    return pd.DataFrame(kolommen, index=tabel.index, copy=False).reset_index(drop=True), problemen


@cache
def _empty_tabel(naam: str) -> pd.DataFrame:
    """Return a table of the contract without rows."""
    return pd.DataFrame({kolom.naam: _absent(kolom).iloc[:0] for kolom in TABELLEN[naam].kolommen})


@cache
def _absent(kolom: Kolomschema) -> pd.Series:
    """Return one row of a column that a table does not have: its fixed value, or nothing."""
    return conform_column(pd.Series([_VAST.get(kolom.naam, float("nan"))], name=kolom.naam), kolom)


def _foreign_columns(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for kolom in tabel.columns.unique():
        if kolom not in schema.namen:
            yield Probleem(f"tabel '{schema.naam}' kent geen kolom '{kolom}'")
    for kolom in tabel.columns[tabel.columns.duplicated()].unique():
        yield Probleem(f"tabel '{schema.naam}' heeft kolom '{kolom}' meer dan één keer")


def _foreign_words(reeks: pd.Series, kolom: Kolomschema, naam: str) -> Iterator[Probleem]:
    if kolom.dtype != "woord" or _has_only(reeks, kolom.woorden):
        return
    if aantal := sum(woord not in kolom.woorden for woord in list_words(reeks)):
        horen = "1 waarde hoort" if aantal == 1 else f"{aantal} waarden horen"
        yield Probleem(
            f"tabel '{naam}', kolom '{kolom.naam}': {horen} niet in de lijst",
            f"kies uit {', '.join(kolom.woorden)}",
        )


def _has_only(reeks: pd.Series, woorden: Sequence[str]) -> bool:
    """Return whether no row can hold another word, by its categories alone."""
    return isinstance(reeks.dtype, pd.CategoricalDtype) and set(reeks.cat.categories) <= set(woorden)


def check_tabellen(tabellen: Mapping[str, pd.DataFrame]) -> list[Probleem]:
    """Return every breach of the contract in these tables: empty keys, doubled keys, dangling references.

    Messages name tables, columns and numbers of rows, never the contents of a cell.
    """
    problemen: list[Probleem] = []
    for schema in TABELLEN.values():
        tabel = tabellen[schema.naam]
        if tabel.empty:
            continue
        problemen += _empty_cells(tabel, schema)
        problemen += _doubled_keys(tabel, schema)
        for kolom in schema.kolommen:
            if kolom.verwijst and _count_empty(tabel[kolom.naam]) < len(tabel):
                problemen += _dangling(tabel, schema, kolom, tabellen)
    return problemen


def _empty_cells(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for kolom in schema.kolommen:
        if kolom.leeg or (kolom.dtype == "tekst" and kolom.naam not in schema.sleutel):
            continue
        reeks = tabel[kolom.naam]
        if kolom.naam in _LEEG_BETEKENT_IETS:
            continue
        if aantal := int(reeks.eq("").sum()) if kolom.dtype == "tekst" else _count_empty(reeks):
            yield Probleem(
                f"tabel '{schema.naam}': kolom '{kolom.naam}' is {aantal} keer leeg",
                "vul deze aan in de bron",
            )


def _count_empty(reeks: pd.Series) -> int:
    """Return how many cells are empty; the lowest code tells for little that none is."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        codes = reeks.array.codes
        return int(np.count_nonzero(codes < 0)) if codes.min(initial=0) < 0 else 0
    return int(reeks.isna().sum())


def _doubled_keys(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for sleutel in filter(None, (schema.sleutel, schema.uniek)):
        if dubbel := len(tabel) - _count_distinct(tabel, sleutel):
            rijen = "1 rij heeft" if dubbel == 1 else f"{dubbel} rijen hebben"
            yield Probleem(
                f"tabel '{schema.naam}': {rijen} een {' + '.join(sleutel)} die al bestaat",
                "verwijder dubbele rijen in de bron of kies een andere persoonskolom",
            )


def _dangling(
    tabel: pd.DataFrame, schema: Tabelschema, kolom: Kolomschema, tabellen: Mapping[str, pd.DataFrame]
) -> Iterator[Probleem]:
    doel = TABELLEN[kolom.verwijst]
    # The last part of a key is what the column names; the parts before it have the same name in both tables.
    sleutel = [*doel.sleutel[:-1], kolom.naam]
    if aantal := _count_dangling(tabel, sleutel, tabellen[doel.naam], doel.sleutel):
        komt = "1 verwijzing" if aantal == 1 else f"{aantal} verwijzingen"
        niet = "komt niet voor" if aantal == 1 else "komen niet voor"
        yield Probleem(
            f"tabel '{schema.naam}': {komt} in '{kolom.naam}' {niet} in '{doel.naam}'",
            f"controleer of '{kolom.naam}' in beide bronnen hetzelfde is geschreven",
        )


def _count_distinct(tabel: pd.DataFrame, sleutel: Sequence[str]) -> int:
    """Return how many different keys a table has; each possible key gets a mark where that takes little room."""
    blokken, mogelijk = _number_keys(tabel, sleutel)
    if mogelijk > _SPARSE * len(tabel):
        return len(pd.unique(np.concatenate([*blokken])))
    gezien = np.zeros(mogelijk, dtype=np.bool_)
    for nummers in blokken:
        gezien[nummers] = True
    return int(np.count_nonzero(gezien))


def _find_distinct(tabel: pd.DataFrame, sleutel: Sequence[str]) -> NDArray[np.intp]:
    """Return the place of one row of each different key."""
    blokken, mogelijk = _number_keys(tabel, sleutel)
    if mogelijk > _SPARSE * len(tabel):
        return np.flatnonzero(~pd.Series(np.concatenate([*blokken])).duplicated().to_numpy())
    plek = np.full(mogelijk, -1, dtype=np.intp)
    begin = 0
    for nummers in blokken:
        plek[nummers] = np.arange(begin, begin + len(nummers))
        begin += len(nummers)
        if (plek >= 0).all():
            break
    return plek[plek >= 0]


def _number_keys(tabel: pd.DataFrame, sleutel: Sequence[str]) -> tuple[Iterator[NDArray[np.int64]], int]:
    """Return one number per row for its key, a block of rows at a time, and how many numbers are possible.

    The part with most values comes last, so that rows beside each other mostly have numbers beside each other.
    """
    delen = sorted((_number_values(tabel[naam]) for naam in sleutel), key=lambda deel: deel[2])
    delen = [deel for deel in delen if deel[2] > 1] or delen[:1]
    mogelijk = math.prod(aantal for _, _, aantal in delen)
    if mogelijk > np.iinfo(np.int64).max:
        groep = tabel.groupby(list(sleutel), observed=True, dropna=False, sort=False).ngroup()
        return iter([np.asarray(groep, dtype=np.int64)]), len(tabel)
    return (_number_block(delen, begin) for begin in range(0, len(tabel), _ROWS)), mogelijk


def _number_block(
    delen: Sequence[tuple[NDArray[np.integer[Any]], int, int]], begin: int
) -> NDArray[np.int64]:
    nummers: NDArray[np.int64] = np.zeros(len(delen[0][0][begin : begin + _ROWS]), dtype=np.int64)
    for waarden, eerste, aantal in delen:
        nummers *= aantal
        nummers += waarden[begin : begin + _ROWS]
        nummers -= eerste
    return nummers


def _number_values(reeks: pd.Series) -> tuple[NDArray[np.integer[Any]], int, int]:
    """Return a whole number per row for its value, the lowest, and how many there are; an empty cell has the lowest."""
    if reeks.dtype == "Int32" and len(reeks) and not reeks.isna().any():
        getallen = reeks.to_numpy(dtype=np.int32)
        laag, hoog = int(getallen.min()), int(getallen.max())
        if hoog - laag < len(getallen):
            return getallen, laag, hoog - laag + 1
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        nummers, aantal = reeks.array.codes, len(reeks.cat.categories)
    else:
        nummers, verschillend = pd.factorize(reeks)
        aantal = len(verschillend)
    leeg = int((nummers < 0).any())
    return nummers, -leeg, aantal + leeg


def _count_dangling(
    tabel: pd.DataFrame, sleutel: Sequence[str], doel: pd.DataFrame, doelsleutel: Sequence[str]
) -> int:
    """Return how many different keys without an empty part do not occur in another table, compared as text."""
    plek = _find_distinct(tabel, sleutel)
    eigen, ander = np.zeros(len(plek), dtype=np.int64), np.zeros(len(doel), dtype=np.int64)
    gevuld, bekend = np.ones(len(plek), dtype=np.bool_), np.ones(len(plek), dtype=np.bool_)
    for naam, doelnaam in zip(sleutel, doelsleutel, strict=True):
        hier, daar = tabel[naam].array, doel[doelnaam].array
        codes = hier.codes[plek]
        nummers = np.append(_find_categories(hier.categories, daar.categories), -1)[codes]
        gevuld &= codes >= 0
        bekend &= nummers >= 0
        eigen = eigen * len(daar.categories) + nummers
        ander = ander * len(daar.categories) + daar.codes
    return int(gevuld.sum() - np.isin(eigen[gevuld & bekend], ander).sum())


def _find_categories(gezocht: pd.Index, waarden: pd.Index) -> NDArray[np.intp]:
    return np.arange(len(waarden)) if gezocht is waarden else waarden.get_indexer(gezocht)
