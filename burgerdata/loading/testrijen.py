"""Rows that somebody made to try a form out: a column says test there."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

import pandas as pd

from burgerdata.shapes import Tabel

_WAT = r"(?:rij(?:en)?|regel|je|invulling|invoer|inzending|melding|bericht|respons|record|klacht|formulier)"
_TEST = re.compile(
    rf"(?:(?:dit is|alleen|even) (?:een )?)?(?:test|proef)[ -]?{_WAT}?(?: ?\d{{1,2}})?|test ?test|testen|asdf",
)
"""What is said of a row that was made to try something; "proefles" and "testlocatie" are answers."""
_WEG = re.compile(
    rf"(?:dit is )?(?:een )?(?:test|proef)[ -]?{_WAT}?\W+(?:(?:graag|a\.?u\.?b\.?|svp|s\.v\.p\.|pls|kan|mag|kunt u|dit|deze|wel|worden)\W+)*"
    r"(?:negeren|verwijderen|verwijderd|weg|niet (?:meenemen|meetellen|behandelen|verwerken|in behandeling nemen)|negeer|verwijder|ignore|please ignore|delete)"
    r"(?:\W+(?:graag|a\.?u\.?b\.?|svp|s\.v\.p\.|dank.*|worden))*"
)
"""Such a row in a sentence: "TEST graag negeren"."""
_FEW, _SHARE = 5, 0.25
"""Rows, and their share of all, above which nobody was trying the form out."""
_OVER_RIJ = re.compile(
    r"\b(?:status|opm\w*|notitie\w*|controle|check|test\w*|rij|invoer|soort inzending|kwaliteit)\b",
    re.IGNORECASE,
)
"""In a header: what is said of the row, and no answer of who filled it in."""
_CHOICES, _TIMES_EACH = 2, 3
"""Other answers of a question with options, and how often each of them comes on average."""
_ROND = " .!:()[]*-–'\"‘’“”"


def is_test(cel: str) -> bool:
    """Return whether all that a cell says is that it is a test.

    Examples
    --------
    >>> [is_test(cel) for cel in ("TEST", "testrij", "Test 2", "TEST graag negeren", "Dit is een test!")]
    [True, True, True, True, True]
    >>> [is_test(cel) for cel in ("Testlocatie", "De test duurde lang", "proefles", "Negeer de test", "")]
    [False, False, False, False, False]
    """
    kaal = " ".join(cel.split()).strip(_ROND).casefold()
    return bool(kaal) and bool(_TEST.fullmatch(kaal) or _WEG.fullmatch(kaal))


def find_test_rows(tabel: Tabel, *, binnen: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return the column in which most rows say "test", with what they say; empty when no row does.

    ``binnen`` are the columns that are looked in, where not all of them are.
    """
    beste: tuple[int, str, tuple[str, ...]] = (0, "", ())
    for kolom in tabel.kolommen:
        if kolom.labels or (binnen and kolom.naam not in binnen):
            continue
        cellen = tabel.frame[kolom.naam]
        zegt = {cel for cel in cellen.unique() if is_test(str(cel))}
        proef = cellen[cellen.isin(zegt)]
        if len(proef) > max(_FEW, _SHARE * len(cellen)) or _is_choice(
            kolom.tekst or kolom.naam, cellen[~cellen.isin(zegt)]
        ):
            continue  # an answer or a condition that is called so
        if len(proef) > beste[0]:
            beste = (len(proef), kolom.naam, tuple(dict.fromkeys(str(cel).strip() for cel in proef)))
    return {beste[1]: beste[2]} if beste[0] else {}


def _is_choice(kop: str, andere: pd.Series) -> bool:
    """Return whether the other cells of a column are words chosen from a few: "Proef" is an answer beside "Via werkgever"."""
    gevuld = andere[andere.str.contains(r"[^\W\d_]", regex=True)]
    aantal = gevuld.nunique()
    return aantal >= _CHOICES and len(gevuld) >= _TIMES_EACH * aantal and not _OVER_RIJ.search(kop)


def drop_test_rows(tabel: Tabel) -> Tabel:
    """Return the table without the rows that say "test"."""
    frame = tabel.frame
    for kolom, waarden in find_test_rows(tabel).items():
        frame = frame[~frame[kolom].str.strip().isin(waarden)]
    return replace(tabel, frame=frame)
