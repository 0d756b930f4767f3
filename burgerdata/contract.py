"""Tables made to fit the contract, and the contract checked: dtypes, keys, references, vocabularies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.schema import TABELLEN, Kolomschema, Tabelschema

_VAST = {
    "volgorde": 0,
    "gewicht": 1.0,
    "basisgewicht": 1.0,
    "personen": 1,
    "omkeren": False,
    "gebruikt": False,
}
"""What a column that may not be empty holds when a reader has nothing to say about it."""


def conform_tabellen(tabellen: Mapping[str, pd.DataFrame], *, fill: bool = True) -> dict[str, pd.DataFrame]:
    """Return the tables in contract order with contract columns and dtypes; ``fill`` adds the missing ones empty.

    Raises
    ------
    ContractError
        When a table is unknown, has a column that the contract does not know, or holds a word outside a vocabulary.

    Examples
    --------
    >>> tabellen = conform_tabellen({"themas": pd.DataFrame({"thema_id": ["taal"], "naam": ["Taal"]})})
    >>> tabellen["themas"]["thema_id"].dtype, len(tabellen["antwoorden"])
    (CategoricalDtype(categories=['taal'], ordered=False, categories_dtype=str), 0)
    """
    problemen = [
        Probleem(f"tabel '{naam}' bestaat niet in het contract") for naam in tabellen if naam not in TABELLEN
    ]
    for naam, tabel in tabellen.items():
        if naam in TABELLEN:
            problemen += _foreign_columns(tabel, TABELLEN[naam])
            problemen += [
                probleem
                for kolom in TABELLEN[naam].kolommen
                for probleem in _foreign_words(tabel, kolom, naam)
            ]
    if problemen:
        raise ContractError(problemen)
    namen = TABELLEN if fill else [naam for naam in TABELLEN if naam in tabellen]
    return {naam: conform_tabel(tabellen.get(naam, pd.DataFrame()), naam) for naam in namen}


def conform_tabel(tabel: pd.DataFrame, naam: str) -> pd.DataFrame:
    """Return a copy with the columns, order and dtypes of this table of the contract; row order is kept."""
    schema = TABELLEN[naam]
    kolommen = {kolom.naam: _conform_column(tabel, kolom) for kolom in schema.kolommen}
    return pd.DataFrame(kolommen, columns=list(schema.namen)).reset_index(drop=True)


def _conform_column(tabel: pd.DataFrame, kolom: Kolomschema) -> pd.Series:
    if kolom.naam in tabel:
        reeks = tabel[kolom.naam]
    else:
        reeks = pd.Series(
            _VAST.get(kolom.naam), index=tabel.index, dtype=None if kolom.naam in _VAST else "str"
        )
    if kolom.dtype in ("id", "code"):
        return _as_category(reeks)
    if kolom.dtype == "woord":
        woorden = reeks.astype("str").where(reeks.notna() & (reeks.astype("str") != ""))
        return woorden.astype(pd.CategoricalDtype(list(kolom.woorden), ordered=True))
    if kolom.dtype == "vlag":
        return reeks.astype("boolean") if kolom.leeg else reeks.astype("boolean").fillna(False).astype("bool")
    if kolom.dtype == "tekst":
        return reeks.astype("str").fillna("")
    if kolom.dtype == "datum":
        return pd.to_datetime(reeks).astype("datetime64[s]")
    return pd.to_numeric(reeks).astype("Int32" if kolom.dtype == "telling" else "float64")


def _as_category(reeks: pd.Series) -> pd.Series:
    """Return a category of text in order of appearance; an existing category keeps its codes (cheap for millions)."""
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        if reeks.cat.categories.dtype == "str" and not (reeks.cat.categories == "").any():
            return reeks.cat.remove_unused_categories()
        reeks = reeks.astype("str")
    tekst = reeks.astype("str")
    tekst = tekst.where(reeks.notna() & (tekst != ""))
    return tekst.astype(pd.CategoricalDtype(pd.Index(tekst.dropna().unique(), dtype="str")))


def _foreign_columns(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for kolom in tabel.columns:
        if kolom not in schema.namen:
            yield Probleem(f"tabel '{schema.naam}' kent geen kolom '{kolom}'")


def _foreign_words(tabel: pd.DataFrame, kolom: Kolomschema, naam: str) -> Iterator[Probleem]:
    if kolom.dtype != "woord" or kolom.naam not in tabel:
        return
    for woord in tabel[kolom.naam].dropna().astype("str").unique():
        if woord and woord not in kolom.woorden:
            keuze = ", ".join(kolom.woorden)
            yield Probleem(
                f"tabel '{naam}', kolom '{kolom.naam}': waarde hoort niet in de lijst", f"kies uit {keuze}"
            )


def check_tabellen(tabellen: Mapping[str, pd.DataFrame]) -> list[Probleem]:
    """Return every breach of the contract in these tables: empty keys, doubled keys, dangling references.

    Messages name tables, columns and numbers of rows, never the contents of a cell.
    """
    problemen: list[Probleem] = []
    for schema in TABELLEN.values():
        tabel = tabellen[schema.naam]
        problemen += _empty_cells(tabel, schema)
        problemen += _doubled_keys(tabel, schema)
        for kolom in schema.kolommen:
            if kolom.verwijst:
                problemen += _dangling(tabel, schema, kolom, tabellen)
    return problemen


def _empty_cells(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for kolom in schema.kolommen:
        if not kolom.leeg and kolom.dtype != "tekst" and (aantal := int(tabel[kolom.naam].isna().sum())):
            yield Probleem(
                f"tabel '{schema.naam}': kolom '{kolom.naam}' is {aantal} keer leeg",
                "vul deze aan in de bron",
            )


def _doubled_keys(tabel: pd.DataFrame, schema: Tabelschema) -> Iterator[Probleem]:
    for sleutel in filter(None, (schema.sleutel, schema.uniek)):
        dubbel = int(tabel.duplicated(list(sleutel)).sum())
        if dubbel:
            wat = f"tabel '{schema.naam}': {dubbel} rijen hebben een {' + '.join(sleutel)} die al bestaat"
            yield Probleem(wat, "verwijder dubbele rijen in de bron of kies een andere persoonskolom")


def _dangling(
    tabel: pd.DataFrame, schema: Tabelschema, kolom: Kolomschema, tabellen: Mapping[str, pd.DataFrame]
) -> Iterator[Probleem]:
    doel = TABELLEN[kolom.verwijst]
    sleutel = (
        [naam for naam in doel.sleutel if naam in schema.namen] if len(doel.sleutel) > 1 else [kolom.naam]
    )
    if len(sleutel) < len(doel.sleutel):
        return
    gevuld = tabel[tabel[kolom.naam].notna()][sleutel].drop_duplicates()
    bekend = tabellen[doel.naam][list(doel.sleutel)].set_axis(sleutel, axis=1)
    los = gevuld.astype("str").merge(bekend.astype("str"), how="left", indicator=True)
    if aantal := int((los["_merge"] == "left_only").sum()):
        yield Probleem(
            f"tabel '{schema.naam}': {aantal} verwijzingen in '{kolom.naam}' komen niet voor in '{doel.naam}'"
        )
