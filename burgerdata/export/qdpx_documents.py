"""Fragments as documents for coding software: the turns of one talk together, any other fragment by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from burgerdata.traject import Traject

_LETTER = {"gespreksleider": "M", "waarnemer": "W", "professional": "P", "onbekend": "X"}


@dataclass(frozen=True)
class Document:
    """One document: its key and name, its text, and where in it the text of each fragment begins."""

    sleutel: str
    naam: str
    tekst: str
    fragmenten: Mapping[str, int]


def make_documents(traject: Traject) -> list[Document]:
    """Return the documents in the order of the fragments; in a talk each turn is a line after its speaker (R1, M)."""
    fragmenten = traject.fragmenten
    gevuld = fragmenten[fragmenten["tekst"].ne("")]
    in_gesprek = gevuld["soort"].eq("uiting") & gevuld["groep"].notna()
    gesprekken = [
        _make_talk(traject, str(sleutel[0]), str(sleutel[1]), deel)
        for sleutel, deel in gevuld[in_gesprek]
        .astype({"activiteit_id": "str", "groep": "str"})
        .groupby(["activiteit_id", "groep"], observed=True, dropna=False, sort=False)
    ]
    return [*gesprekken, *_make_singles(gevuld[~in_gesprek])]


def _make_talk(traject: Traject, activiteit: str, groep: str, deel: pd.DataFrame) -> Document:
    sprekers = _name_speakers(traject, activiteit, deel)
    regels: list[str] = []
    plekken: dict[str, int] = {}
    lengte = 0
    ids, wie = deel["fragment_id"].astype("str"), deel["deelnemer_id"].astype("str").fillna("")
    for fragment_id, persoon, tekst in zip(ids, wie, deel["tekst"], strict=True):
        voor = f"{sprekers[persoon]}: "
        plekken[fragment_id] = lengte + len(voor)
        regels.append(f"{voor}{tekst}")
        lengte += len(regels[-1]) + 1
    return Document(f"{activiteit}/{groep}", groep, "\n".join(regels), plekken)


def _name_speakers(traject: Traject, activiteit: str, deel: pd.DataFrame) -> dict[str, str]:
    """Return a label per person of a talk, in order of speaking: R1, R2 … for citizens, M, W, P and X for others."""
    deelnemers = traject.deelnemers
    eigen = deelnemers[deelnemers["activiteit_id"].eq(activiteit)]
    rollen = dict(zip(eigen["deelnemer_id"].astype("str"), eigen["rol"].astype("str"), strict=True))
    namen: dict[str, str] = {}
    geteld: dict[str, int] = {}
    for persoon in dict.fromkeys(deel["deelnemer_id"].astype("str").fillna("")):
        letter = _LETTER.get(rollen.get(persoon, "onbekend"), "R")
        geteld[letter] = geteld.get(letter, 0) + 1
        namen[persoon] = "M" if letter == "M" and geteld[letter] == 1 else f"{letter}{geteld[letter]}"
    return namen


def _make_singles(fragmenten: pd.DataFrame) -> Iterable[Document]:
    kolommen = ("activiteit_id", "vraag_id", "fragment_id")
    tekstkolommen = [fragmenten[kolom].astype("str").fillna("") for kolom in kolommen]
    for activiteit, vraag, fragment_id, tekst in zip(*tekstkolommen, fragmenten["tekst"], strict=True):
        naam = " ".join(filter(None, (activiteit, vraag, fragment_id)))
        yield Document(fragment_id, naam, tekst, {fragment_id: 0})
