"""The highlights that Taguette exports as .csv or .xlsx: a row per highlight and tag, without the documents."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.coded_segments import make_segments, read_coded
from burgerdata.shapes import Bron, Tabel

FORMAAT = "taguette_export"
_HEADERS = ("id", "document", "tag", "content")


def recognise_export(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether these are the headers of a Taguette export.

    Examples
    --------
    >>> recognise_export([["id", "document", "tag", "content"], ["1", "fg1", "prijs", "te duur"]])
    True
    """
    return bool(rijen) and tuple(cel.strip().casefold() for cel in rijen[0] if cel.strip()) == _HEADERS


def read_taguette_export(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the highlights as documents of their own, each coded as a whole; rows of one highlight go together.

    Raises
    ------
    BronError
        When the file is damaged.
    """
    return read_coded(bron, blad, recognise_export, _read_table)


def _read_table(bron: Bron, ruw: Ruw, tabel: Tabel) -> Ruw:
    koppen = [kolom.naam for kolom in tabel.kolommen if kolom.herkomst.strip()]
    frame = tabel.frame[koppen].set_axis(["plek", "document", "code", "tekst"], axis=1)
    frame = frame.assign(rij=range(len(frame)), codeur="")
    return make_segments(bron, ruw, frame, formaat=FORMAAT, ouders=(".",))
