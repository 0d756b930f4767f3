"""Whether a number that a text rests on has changed since the text was written.

``werk/teksten_getallen.csv`` keeps, for every text that names numbers, what they were when the text got its present
words. As long as the text stays the same, a number that became another is told in the report beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from burgerdata.report.texts import Tekst

BESTAND = "teksten_getallen.csv"
_KOLOMMEN = ["tekst", "versie", "naam", "waarde"]


def mark_changed(teksten: Mapping[str, Tekst], werk: Path) -> dict[str, Tekst]:
    """Return the texts, each with a sentence for every number that changed since its words were written."""
    toen = _read_stamps(werk)
    return {
        naam: replace(tekst, nakijken=_list_changes(tekst, toen.get(naam))) for naam, tekst in teksten.items()
    }


def write_stamps(teksten: Mapping[str, Tekst], werk: Path) -> None:
    """Write the numbers of each text as they were when it got its present words; a text without numbers needs none."""
    toen = _read_stamps(werk)
    rijen = []
    for naam, tekst in teksten.items():
        oud = toen.get(naam)
        waarden = oud[1] if oud and oud[0] == tekst.versie else tekst.getallen
        rijen += [(naam, tekst.versie, getal, waarde) for getal, waarde in waarden.items()]
    if not rijen and not (werk / BESTAND).exists():
        return
    werk.mkdir(parents=True, exist_ok=True)
    deel = werk / f"{BESTAND}.deel"
    pd.DataFrame(rijen, columns=_KOLOMMEN, dtype="str").to_csv(
        deel, sep=";", index=False, encoding="utf-8-sig"
    )
    deel.replace(werk / BESTAND)


def _list_changes(tekst: Tekst, oud: tuple[str, Mapping[str, str]] | None) -> tuple[str, ...]:
    if oud is None or oud[0] != tekst.versie:
        return ()
    return tuple(
        f"{naam} was {oud[1][naam]} en is nu {nu}"
        for naam, nu in tekst.getallen.items()
        if oud[1].get(naam, nu) != nu
    )


def _read_stamps(werk: Path) -> dict[str, tuple[str, dict[str, str]]]:
    """Return text -> (version, its numbers); a file that is absent or damaged holds nothing."""
    try:
        frame = pd.read_csv(werk / BESTAND, sep=";", dtype="str", keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError):
        return {}
    if list(frame.columns) != _KOLOMMEN:
        return {}
    return {
        str(naam): (str(deel["versie"].iloc[0]), dict(zip(deel["naam"], deel["waarde"], strict=True)))
        for naam, deel in frame.groupby("tekst", sort=False, observed=True, dropna=False)
    }
