"""What a table is called: one name in minutes, in a sheet of dots and in the name of a file, so that they join."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

_NUMMER = r"(?:nr\.?|nummer)?[\s._-]*0*(?P<tafel>\d{1,2}|(?<=[\s._-])[a-z]|(?-i:(?<=[a-z])[A-Z]))(?![\w])"
"""The number or letter of a table; the last letter of "tafels" is none."""
_MEER = r"(?!\s*(?:en|t/m|[,/&+])\s*\d)"
_GENOEMD = re.compile(rf"(?:tafel|table|groep|group)\s*{_NUMMER}{_MEER}", re.IGNORECASE)
_KAAL = re.compile(r"t?\.?\s*0*(?P<tafel>\d{1,2}|[a-z])", re.IGNORECASE)
_KOLOM = re.compile(rf"(?:tafel|table)\s*{_NUMMER}.*", re.IGNORECASE)
_GENAAMD = re.compile(
    r"(?:tafel|table)\s+(?!(?:nr|nummer|naam|code|tota+l|total|gast\w*|heer|dame|leid\w*|voorzitter|begeleid\w*|notulist|thema|onderwerp"
    r"|notities?|opmerking\w*|number|name)\b)[^\W\d_][\w-]*(?: [\w-]+)?",
    re.IGNORECASE,
)
"""A table called after a colour or a place: "Tafel rood", "Tafel De Meent"; one such header alone may be anything."""
_KOP = re.compile(r"(?:tafel|groep|table|group)\s*(?:\d{1,2}|(?<=\s)[a-z])\b[^.?!]{0,60}", re.IGNORECASE)


def name_tafel(tekst: str) -> str:
    """Return "tafel 1" for every way to write it; any other name as it is.

    Examples
    --------
    >>> [name_tafel(tekst) for tekst in ("1", "Tafel 01", "TAFEL 1: wonen", "Groep b", "Raadzaal", "Tafel 1 en 2")]
    ['tafel 1', 'tafel 1', 'tafel 1', 'tafel B', 'Raadzaal', 'Tafel 1 en 2']
    """
    kaal = tekst.strip()
    gevonden = _GENOEMD.match(kaal) or _KAAL.fullmatch(kaal)
    return f"tafel {gevonden['tafel'].upper()}" if gevonden else kaal


def is_tafelkop(tekst: str) -> bool:
    """Return whether a line is a heading that says which table the notes below it are of.

    Examples
    --------
    >>> is_tafelkop("Tafel 2: verkeer"), is_tafelkop("Tafel 2 vindt het te druk.")
    (True, False)
    """
    return _KOP.fullmatch(tekst.strip()) is not None


def find_tafelkolommen(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that are each a table, as in a list with ideas below and tables beside each other.

    Examples
    --------
    >>> find_tafelkolommen(["Idee", "Tafel 1", "Tafel 2"]), find_tafelkolommen(["Idee", "Tafel rood", "Tafel geel"])
    (('Tafel 1', 'Tafel 2'), ('Tafel rood', 'Tafel geel'))
    >>> find_tafelkolommen(["Tafel nr", "Tafel gastheer", "Idee"])
    ()
    """
    genummerd = tuple(kop for kop in koppen if _KOLOM.fullmatch(kop.strip()))
    alle = tuple(kop for kop in koppen if kop in genummerd or _GENAAMD.fullmatch(kop.strip()))
    return alle if len(alle) > 1 else genummerd


def name_documenten(bestanden: Sequence[str]) -> dict[str, str]:
    """Return what table each document is of by its name: the number where no other document has it, else its whole name.

    Examples
    --------
    >>> name_documenten(["ruw/notities tafel 1.docx", "ruw/notities tafel 2.docx"])["ruw/notities tafel 2.docx"]
    'tafel 2'
    >>> name_documenten(["avond 1 tafel 2.docx", "avond 2 tafel 2.docx"])["avond 2 tafel 2.docx"]
    'avond 2 tafel 2'
    """
    stammen = {bestand: PurePosixPath(bestand).stem for bestand in bestanden}
    namen = {bestand: _GENOEMD.search(stam.replace("_", " ")) for bestand, stam in stammen.items()}
    kort = {bestand: f"tafel {match['tafel'].upper()}" if match else "" for bestand, match in namen.items()}
    uniek = len(set(kort.values())) == len(kort)
    return {bestand: kort[bestand] if uniek and kort[bestand] else stam for bestand, stam in stammen.items()}
