"""Rows that somebody made to try a form out: a column says test there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.shapes import Tabel

_WAT = r"(?:rij(?:en)?|regel|je|invulling|invoer|inzending|melding|bericht|respons|record|klacht|formulier)"
_TEST = re.compile(
    rf"(?:(?:dit is|alleen|even) (?:een )?)?(?:test|proef)[ -]?{_WAT}?(?: ?\d{{1,2}})?(?: (?:van|door) \[?[^\W\d_]+)?|test ?test|testen|asdf",
)
"""What is said of a row that was made to try something; "proefles" and "testlocatie" are answers."""
_WEG = re.compile(
    rf"(?:dit is )?(?:een )?(?:test|proef)[ -]?{_WAT}?\W+(?:(?:graag|a\.?u\.?b\.?|svp|s\.v\.p\.|pls|kan|mag|kunt u|dit|deze|wel|worden)\W+)*"
    r"(?:negeren|verwijderen|verwijderd|weg|niet (?:meenemen|meetellen|behandelen|verwerken|in behandeling nemen|gebruiken|oppakken|doorzetten|afhandelen)|negeer|verwijder|ignore|please ignore|delete)"
    r"(?:\W+(?:graag|a\.?u\.?b\.?|svp|s\.v\.p\.|dank.*|worden))*"
)
"""Such a row in a sentence: "TEST graag negeren"."""
_BARE = re.compile(r"(?:test|proef)[ -]?\d{0,2}|testen", re.IGNORECASE)
"""What a category may be called as well: people are tested too."""
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
    >>> is_test("Testje van Joke"), is_test("TEST niet gebruiken"), is_test("Test van de gemeente")
    (True, True, False)
    >>> [is_test(cel) for cel in ("Testlocatie", "De test duurde lang", "proefles", "Negeer de test", "")]
    [False, False, False, False, False]
    """
    kaal = " ".join(cel.split()).strip(_ROND).casefold()
    return bool(kaal) and bool(_TEST.fullmatch(kaal) or _WEG.fullmatch(kaal))


def find_test_rows(tabel: Tabel, *, binnen: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return the column in which most rows say "test", with what they say, and each other one that tells of more rows.

    Empty when no row does. ``binnen`` are the columns that are looked in, where not all of them are.
    """
    per_kolom: dict[str, pd.Series] = {}
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
        per_kolom[kolom.naam] = proef
    gevonden: dict[str, tuple[str, ...]] = {}
    rijen: set[Hashable] = set()
    for naam, proef in sorted(per_kolom.items(), key=lambda paar: -len(paar[1])):
        if nieuw := set(proef.index) - rijen:
            gevonden[naam] = tuple(dict.fromkeys(str(cel).strip() for cel in proef))
            rijen |= nieuw
    return gevonden


def _is_choice(kop: str, andere: pd.Series) -> bool:
    """Return whether the other cells of a column are words chosen from a few: "Proef" is an answer beside "Via werkgever"."""
    gevuld = andere[andere.str.contains(r"[^\W\d_]", regex=True)]
    aantal = gevuld.nunique()
    return aantal >= _CHOICES and len(gevuld) >= _TIMES_EACH * aantal and not _OVER_RIJ.search(kop)


def find_test_messages(
    tabel: Tabel, teksten: Collection[str], kenmerken: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Return per column the words of messages that are a test: of the texts, and of what they are sorted by where it tells more.

    A category says so in a sentence or in capitals beside others without: "Test" may be about tests.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Reden": ["Afspraak"] * 9 + ["TEST"], "Tekst": ["Ik wacht al lang"] * 10})
    >>> find_test_messages(Tabel("k.csv", "csv", frame, (Kolom("Reden"), Kolom("Tekst"))), ["Tekst"], ["Reden"])
    {'Reden': ('TEST',)}
    """
    gevonden = find_test_rows(tabel, binnen=teksten) if teksten else {}
    for naam in (kolom.naam for kolom in tabel.kolommen if kolom.naam in kenmerken and not kolom.labels):
        cellen = tabel.frame[naam].astype("str").str.strip()
        zegt = _find_test_categories([str(cel) for cel in cellen.unique() if cel])
        samen = gevonden | {naam: zegt}
        erbij = count_test_rows(tabel, samen) > count_test_rows(tabel, gevonden)
        if erbij and cellen.isin(zegt).sum() <= max(_FEW, _SHARE * len(cellen)):
            gevonden = samen
    return gevonden


def _find_test_categories(soorten: Sequence[str]) -> tuple[str, ...]:
    """Return the categories that are a test and nothing else, whatever their case: "Test" beside "TEST" is an answer."""
    gewoon = any(not soort.isupper() for soort in soorten)
    keer = Counter(soort.casefold() for soort in soorten)
    return tuple(
        soort
        for soort in soorten
        if is_test(soort)
        and keer[soort.casefold()] == 1
        and (not _BARE.fullmatch(soort) or (gewoon and soort.isupper()))
    )


def count_test_rows(tabel: Tabel, testrijen: Mapping[str, Sequence[str]]) -> int:
    """Return how many rows have one of these words in its column."""
    gezegd = [tabel.frame[kolom].str.strip().isin(woorden) for kolom, woorden in testrijen.items()]
    return int(pd.concat(gezegd, axis=1).any(axis=1).sum()) if gezegd else 0


def drop_test_rows(tabel: Tabel) -> Tabel:
    """Return the table without the rows that say "test"."""
    frame = tabel.frame
    for kolom, waarden in find_test_rows(tabel).items():
        frame = frame[~frame[kolom].str.strip().isin(waarden)]
    return replace(tabel, frame=frame)
