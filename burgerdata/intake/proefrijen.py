"""Rows that traject.toml calls trials, told before sealing: the column that says so may be one that sealing takes away."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from burgerdata.cellen import fold
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.shapes import RIJ, Tabel


def match_proef(tabel: Tabel, naam: str, waarden: Sequence[str]) -> pd.Series | None:
    """Return which rows have one of these values in a column, by code or by label; None where there is no such column.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> tabel = Tabel("e.csv", "csv", pd.DataFrame({"ID": ["1", "55 "]}, dtype="str"), (Kolom("ID"),))
    >>> match_proef(tabel, "id", ("55",)).tolist(), match_proef(tabel, "nr", ("55",))
    ([False, True], None)
    """
    kolom = find_kolom(tabel, naam)
    if kolom is None:
        return None
    gezocht = {fold(waarde) for waarde in waarden}
    codes = gezocht | {fold(code) for code, label in kolom.labels.items() if fold(label) in gezocht}
    return tabel.frame[kolom.naam].str.split().str.join(" ").str.casefold().isin(codes)


def list_proef(
    tabel: Tabel, testrijen: Mapping[str, Sequence[str]], weg: Collection[str]
) -> dict[str, frozenset[int]]:
    """Return per column of ``testrijen`` that goes away which rows it calls trials: its values are not kept.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> tabel = Tabel("e.csv", "csv", pd.DataFrame({RIJ: [2, 3], "ID": ["1", "55"]}).astype({"ID": "str"}), (Kolom("ID"),))
    >>> list_proef(tabel, {"ID": ("55",)}, {"ID"}), list_proef(tabel, {"ID": ("55",)}, set())
    ({'id': frozenset({3})}, {})
    """
    gevonden: dict[str, frozenset[int]] = {}
    for naam, waarden in testrijen.items():
        kolom = find_kolom(tabel, naam)
        proef = match_proef(tabel, naam, waarden) if kolom is not None and kolom.naam in weg else None
        if proef is not None:
            gevonden[fold(naam)] = frozenset(int(rij) for rij in tabel.frame.loc[proef, RIJ])
    return gevonden


def drop_proef(tabel: Tabel, testrijen: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return the rows of a table without its trials, to look for what was sent twice."""
    frame = tabel.frame
    for naam, waarden in testrijen.items():
        proef = match_proef(tabel, naam, waarden)
        frame = frame if proef is None else frame[~proef.reindex(frame.index)]
    return frame
