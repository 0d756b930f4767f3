"""What a workbook of a coder looks like: its sheets, columns and words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pandas as pd

MAP = "codeerwerk"
"""The folder of the workbooks in the folder of a traject."""
CODEREN, THEMALIJST, NIEUW, NIET_TERUG, UITLEG, MERK = (
    "coderen",
    "themalijst",
    "nieuw thema",
    "niet teruggevonden",
    "uitleg",
    "kit",
)
"""The sheets; ``kit`` is hidden and says whose workbook it is."""
THEMAKOLOMMEN = ("thema 1", "thema 2", "thema 3")
INGEVULD = (*THEMAKOLOMMEN, "citaat?", "opmerking", "klaar")
"""The columns that a coder fills; all others are locked."""
VERBORGEN = ("fragment_id", "tekst_hash", "dubbel")
"""The hidden columns: which fragment, which version of its text, and whether it is coded by two people."""
KOLOMMEN = (
    "nr",
    "bron",
    "vraag",
    "twee beurten ervoor",
    "tekst",
    "voorstel 1 + zekerheid",
    *INGEVULD,
    *VERBORGEN,
)
NIEUWKOLOMMEN = ("naam", "omschrijving")
JA = ("j", "ja", "x", "1", "waar")
"""What counts as yes in ``klaar`` and ``citaat?``."""
NEE = ("n", "nee", "0", "onwaar")
"""What counts as no in ``klaar``: the row is not done, whatever stands in it."""
OPNIEUW = "opnieuw bekijken"
"""What stands in ``klaar`` when the text has changed since it was coded."""
GEEN_THEMA = "geen thema"
NIEUWE_LIJST = "nieuw thema"
"""The list (themas.lijst) of themes that coders made up: they are not in themalijst.xlsx yet."""


def hash_tekst(tekst: str) -> str:
    r"""Return the hash by which a changed text is noticed; spaces and line ends make no difference.

    Examples
    --------
    >>> hash_tekst("lang  wachten\n") == hash_tekst("lang wachten")
    True
    """
    return hashlib.sha256(" ".join(tekst.split()).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_ja(cellen: pd.Series) -> pd.Series:
    """Return which cells say yes.

    Examples
    --------
    >>> is_ja(pd.Series(["J", "nee", ""])).tolist()
    [True, False, False]
    """
    return cellen.str.strip().str.casefold().isin(JA)


def is_nee(cellen: pd.Series) -> pd.Series:
    """Return which cells say no.

    Examples
    --------
    >>> is_nee(pd.Series(["J", "nee", ""])).tolist()
    [False, True, False]
    """
    return cellen.str.strip().str.casefold().isin(NEE)


def list_werkboeken(map_: Path) -> list[Path]:
    """Return the workbooks of a traject in order of their names; files that Excel keeps for itself are passed over."""
    paden = (map_ / MAP).glob("*.xlsx") if (map_ / MAP).is_dir() else ()
    return sorted(pad for pad in paden if not pad.name.startswith(("~$", ".")))
