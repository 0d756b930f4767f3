"""A table of tasks with a row per person and a column per task: which columns those are, and what each task is called."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from burgerdata.instruments.onderdelen import find_sus, has_taakbladen, is_persoonskop, list_genoemde
from burgerdata.instruments.taakkoppen import TAAK_BREED, list_taakkoppen
from burgerdata.instruments.taakwoorden import read_uitkomst
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Tabel

_NUMMER = re.compile(
    r"(?:(?:taak|task|opdracht|t)[ _.#-]*)?0*(?P<nummer>\d{1,2})\s*[.:)–-]+\s*(?P<tekst>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_DUIDELIJK = re.compile(
    r"(?:niet |deels |gedeeltelijk )?gelukt|(?:niet )?voltooid|mislukt|met (?:hulp|moeite)|completed|failed|partial(?:ly)?|with help"
)
"""Outcomes that are those of a task and no answer to a question, as ja and nee are."""
_OF_A_TASK = re.compile(r"(?:taak|task|opdracht)[ _.#-]*\d", re.IGNORECASE)
_ASKED = re.compile(r"\?|cijfer|tevreden", re.IGNORECASE)
_FEWEST = 2
CELLEN = ("succes", "tijd", "fouten", "opmerking")


@dataclass(frozen=True)
class Taakkolommen:
    """One task: its label and text as the headers tell them, and its columns by field."""

    label: str
    tekst: str
    koppen: Mapping[str, str]


def find_taakkolommen(
    tabel: Tabel, kolommen: Mapping[str, Sequence[str]] | None = None
) -> tuple[Taakkolommen, ...]:
    """Return the tasks that stand beside each other: as ``kolommen`` lists them, as headers number them, or by their cells.

    Without a word of traject.toml a column is a task when all of its cells are outcomes.
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if genoemd := list_genoemde(koppen, kolommen, "succes") or list_genoemde(koppen, kolommen, "taak"):
        return _name_taken(genoemd)
    per_taak: dict[str, dict[str, str]] = {}
    for kop in koppen:
        if match := TAAK_BREED.fullmatch(fold(kop)):
            veld = next(naam for naam in CELLEN if match.group(naam))
            per_taak.setdefault(match.group("taak").lstrip("0") or "0", {})[veld] = kop
    if per_taak:
        return tuple(Taakkolommen(label, "", eigen) for label, eigen in per_taak.items())
    uitkomsten = _find_uitkomsten(tabel, [kop for kop in koppen if not is_persoonskop(kop)])
    return _name_taken(uitkomsten) if len(uitkomsten) >= _FEWEST else ()


def holds_taakkolommen(tabel: Tabel) -> bool:
    """Return whether a table can be nothing but tasks beside each other: columns with outcomes such as "met hulp".

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"1. Inloggen": ["gelukt", "met hulp"], "2. Betalen": ["niet gelukt", "gelukt"]})
    >>> holds_taakkolommen(Tabel("t.xlsx", "excel", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    duidelijk = [
        taak
        for taak in find_taakkolommen(tabel)
        if "succes" in taak.koppen
        and any(_DUIDELIJK.fullmatch(fold(str(cel))) for cel in tabel.frame[taak.koppen["succes"]])
    ]
    return len(duidelijk) >= _FEWEST


def holds_taken(tabellen: Sequence[Tabel]) -> bool:
    """Return whether the sheets of a file are a task each, or one of them is tasks beside each other and no survey."""
    return has_taakbladen(tabellen) or any(
        holds_taakkolommen(tabel) and not asks_beside(tabel) for tabel in tabellen
    )


def asks_beside(tabel: Tabel | None) -> bool:
    """Return whether people were asked more than the tasks beside each other, and no SUS: a survey, then, that has tasks too.

    As a test of tasks alone the answers to those questions would be left out; what stands behind the number of a task is
    about that task ("Taak 1: hoe moeilijk was dit?").

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> koppen = ["opdracht 1 afgerond", "opdracht 2 afgerond", "Hoe tevreden bent u over de cursus?"]
    >>> tabel = Tabel("t.csv", "csv", pd.DataFrame(columns=koppen, dtype="str"), tuple(map(Kolom, koppen)))
    >>> asks_beside(tabel)
    True
    """
    if tabel is None:
        return False
    koppen = [kolom.naam for kolom in tabel.kolommen]
    taken = set(list_taakkoppen(koppen))
    if not taken and holds_taakkolommen(tabel):
        taken = {kop for taak in find_taakkolommen(tabel) for kop in taak.koppen.values()}
    over = [kop for kop in koppen if kop not in taken and not _OF_A_TASK.match(kop.strip())]
    return bool(taken) and not find_sus(over) and any(map(_ASKED.search, over))


def _find_uitkomsten(tabel: Tabel, koppen: Sequence[str]) -> list[str]:
    """Return the columns that hold outcomes and nothing else; beside those that say "gelukt" one that says ja is none."""
    woorden: dict[str, set[str]] = {}
    for kop in koppen:
        cellen = {fold(str(cel)) for cel in tabel.frame[kop].unique() if str(cel).strip()}
        gelezen = [read_uitkomst(cel) for cel in cellen]
        if any(code for code, _ in gelezen) and all(
            code or status != "leeg_onbekend" for code, status in gelezen
        ):
            woorden[kop] = cellen
    bekend = set().union(*(cellen for cellen in woorden.values() if any(map(_DUIDELIJK.fullmatch, cellen))))
    return [kop for kop, cellen in woorden.items() if not bekend or cellen & bekend]


def _name_taken(koppen: Sequence[str]) -> tuple[Taakkolommen, ...]:
    """Return the tasks of columns that hold their outcome, called after the number before the header where all have one."""
    nummers = [_NUMMER.fullmatch(kop.strip()) for kop in koppen]
    genummerd = [match["nummer"] for match in nummers if match]
    if len(set(genummerd)) == len(koppen):
        return tuple(
            Taakkolommen(match["nummer"], match["tekst"].strip(), {"succes": kop})
            for kop, match in zip(koppen, nummers, strict=True)
            if match
        )
    return tuple(Taakkolommen(" ".join(kop.split()), "", {"succes": kop}) for kop in koppen)
