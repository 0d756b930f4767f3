"""Rows that somebody made to try a form out: a column says test there."""

from __future__ import annotations

from dataclasses import replace

from burgerdata.shapes import Tabel

_TEST = frozenset(["test", "testtest", "test test", "testen", "dit is een test", "proef", "asdf"])


def find_test_rows(tabel: Tabel) -> dict[str, tuple[str, ...]]:
    """Return the column in which most rows say "test", with what they say; empty when no row does."""
    beste: tuple[int, str, tuple[str, ...]] = (0, "", ())
    for kolom in tabel.kolommen:
        if kolom.labels:
            continue
        cellen = tabel.frame[kolom.naam]
        proef = cellen[cellen.str.split().str.join(" ").str.casefold().isin(_TEST)]
        if len(proef) > beste[0]:
            beste = (len(proef), kolom.naam, tuple(dict.fromkeys(cel.strip() for cel in proef)))
    return {beste[1]: beste[2]} if beste[0] else {}


def drop_test_rows(tabel: Tabel) -> Tabel:
    """Return the table without the rows that say "test"."""
    frame = tabel.frame
    for kolom, waarden in find_test_rows(tabel).items():
        frame = frame[~frame[kolom].str.strip().isin(waarden)]
    return replace(tabel, frame=frame)
