"""Which of some files with the same bytes counts: a name that says what it holds, then the shortest name."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_ZIP = b"PK"
_WORD = frozenset([".docx", ".docm", ".dotx"])
_OTHER_ZIPPED = frozenset([".xlsx", ".xlsm", ".xltx", ".ods", ".qdpx", ".qdc", ".zip"])


def rank_copy(pad: Path, bestand: str, *, genoemd: bool) -> tuple[bool, bool, int]:
    """Return what copies are sorted by, best first: in traject.toml already, the right extension, a short name.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as tijdelijk:
    ...     paden = [Path(tijdelijk, naam) for naam in ("verslag tafel.csv", "verslag van de tafel.docx")]
    ...     _ = [pad.write_bytes(b"PK and so on, word/document.xml") for pad in paden]
    ...     min(paden, key=lambda pad: rank_copy(pad, pad.name, genoemd=False)).name
    'verslag van de tafel.docx'
    """
    return not genoemd, not fits_extension(pad), len(bestand)


def fits_extension(pad: Path) -> bool:
    """Return whether the extension of a file fits its bytes: Word, another zipped format, or neither."""
    eind = PurePosixPath(pad.name).suffix.casefold()
    with pad.open("rb") as bestand:
        if bestand.read(len(_ZIP)) != _ZIP:
            return eind not in _WORD | _OTHER_ZIPPED
        return eind in (_WORD if b"word/document.xml" in bestand.read() else _OTHER_ZIPPED)
