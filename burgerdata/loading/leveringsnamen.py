"""A name for a delivery of which there are more of one instrument: what its file says that the others do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from burgerdata.instruments.vraagregels import make_slug
from burgerdata.loading.grouping import Bundel
from burgerdata.pseudonyms.masking import find_all
from burgerdata.pseudonyms.opschriften import mask_bestanden
from burgerdata.text.stopwords import read_stop_words

_WOORD = re.compile(r"[^\W\d_]{3,}|(?<!\d)20\d\d(?!\d)")
_NIETSZEGGEND = frozenset(
    [
        "enquete",
        "enquête",
        "enqueteresultaten",
        "vragenlijst",
        "survey",
        "export",
        "data",
        "dataset",
        "databestand",
        "bestand",
        "resultaten",
        "results",
        "resultaat",
        "antwoorden",
        "responses",
        "respons",
        "ruw",
        "raw",
        "schoon",
        "def",
        "definitief",
        "final",
        "finale",
        "versie",
        "kopie",
        "copy",
        "concept",
        "oud",
        "nieuw",
        "los",
        "download",
        "xlsx",
        "csv",
        "bureau",
        "levering",
        "opgeleverd",
        "aangeleverd",
        "totaal",
        "alle",
        "alles",
        "blad",
        "sheet",
        "worksheet",
        "microsoft",
        "forms",
        "google",
        "limesurvey",
        "qualtrics",
        "surveymonkey",
        "kobo",
        "numeric",
        "choice",
        "text",
        "labels",
        "values",
    ]
)
"""Words of file names that say what kind of file it is, and not which."""
_EIGEN = {"klantpanel": ("klantpanel", "panel"), "signaal": ("signaal", "signalen")}
_MEEST, _LANGST = 3, 30


def propose_namen(bundels: Sequence[Bundel], bezet: Collection[str]) -> list[str]:
    """Return for each delivery of one instrument a name from its file; empty where that tells nothing of its own.

    No name holds that of a person, and none begins as another one does: "enquete_a" and "enquete_a_b" would not be told apart.
    """
    woorden = [_list_woorden(bundel) for bundel in bundels]
    overal = set.intersection(*map(set, woorden)) if len(woorden) > 1 else set()
    namen = [
        _make_naam(bundel.soort, [woord for woord in eigen if woord not in overal])
        for bundel, eigen in zip(bundels, woorden, strict=True)
    ]
    return [
        naam if naam and not _clashes(naam, [*namen[:plek], *namen[plek + 1 :], *bezet]) else ""
        for plek, naam in enumerate(namen)
    ]


def _list_woorden(bundel: Bundel) -> list[str]:
    """Return the words that the names of all files of a delivery share, in the order of the first, and those of its sheet."""
    stammen = [
        PurePosixPath(kaal).stem for kaal in mask_bestanden([lid.bestand for lid in bundel.leden]).values()
    ]
    stammen = [f"{stam} {bundel.leden[0].blad}" for stam in stammen]
    if any("[" in stam or find_all(stam) for stam in stammen):
        return []
    gedeeld = set.intersection(*(set(_split(stam, bundel.soort)) for stam in stammen))
    return [woord for woord in dict.fromkeys(_split(stammen[0], bundel.soort)) if woord in gedeeld]


def _split(stam: str, soort: str) -> list[str]:
    """Return the words of a name that say something beside the instrument, in small letters."""
    weg = _NIETSZEGGEND | read_stop_words() | {soort, *_EIGEN.get(soort, ())}
    return [woord for woord in map(str.casefold, _WOORD.findall(stam)) if woord not in weg]


def _make_naam(soort: str, woorden: Sequence[str]) -> str:
    """Return the instrument with the first of these words behind it; empty without a word, for a year alone counts files."""
    if not any(not woord.isdigit() for woord in woorden):
        return ""
    kern = ""
    for woord in woorden[:_MEEST]:
        langer = make_slug(f"{kern} {woord}")
        kern = langer if len(langer) <= _LANGST else kern
    return f"{soort}_{kern}" if kern else ""


def _clashes(naam: str, andere: Sequence[str]) -> bool:
    """Return whether a name is taken, or begins as another one does."""
    return any(
        naam == ander or naam.startswith(f"{ander}_") or ander.startswith(f"{naam}_")
        for ander in filter(None, andere)
    )
