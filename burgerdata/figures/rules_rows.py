"""The rules for the rows of a figure: in which order they stand, and that those left out are named."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.figures.doorwerking import STATUSSEN
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.groups import find_per, is_restgroep, split_delen
from burgerdata.figures.preparation import flag, numbers, texts
from burgerdata.figures.sheet import Vel
from burgerdata.toelichting import read_toelichting

_VOLGORDE = "volgorde: de rijen staan niet van hoog naar laag"
_NAAM = {
    "verdeling": "label",
    "themas": "thema",
    "bronnen": "thema",
    "stellingen": "kort",
    "populatie": "categorie",
    "prioriteiten": "aspect",
    "scorekaart": "indicator",
}
"""The column that names the rows of each figure."""


def check_volgorde(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 3: rows by value with the highest on top, "anders" last; a scale or time keeps its order."""
    if figuur.naam in ("verdeling", "themas"):
        return _check_aandelen(figuur, vel)
    if figuur.naam == "stellingen":
        return _check_netto(figuur, vel)
    if figuur.naam == "populatie":
        return _check_gaten(figuur, vel)
    return _check_statussen(vel) if figuur.naam == "doorwerking" else []


def check_weggelaten(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 4: what the table holds and the drawing leaves out is told in the foot."""
    kolom = _NAAM.get(figuur.naam) or (find_per(figuur.tabel) if figuur.naam == "groepen" else "")
    gedrukt = _squeeze(" ".join(woord.tekst for woord in vel.labels))
    weg = {naam for naam in texts(figuur.tabel, kolom) if naam and _squeeze(naam) not in gedrukt}
    gezegd = any("niet getoond" in woord.tekst.lower() for woord in vel.teksten if woord.rol == "voet")
    return (
        []
        if gezegd or not weg
        else [f"weggelaten: {len(weg)} rijen staan niet in de figuur en niet in de voet"]
    )


def _check_aandelen(figuur: Figuur, vel: Vel) -> list[str]:
    tabel = figuur.tabel
    if read_toelichting(tabel).geordend or len(split_delen(tabel)) > 1:
        return []
    aandelen = numbers(tabel, "aandeel").notna().any() and not flag(tabel, "kwalitatief").any()
    waarde = dict(
        zip(texts(tabel, _NAAM[figuur.naam]), numbers(tabel, "aandeel" if aandelen else "n"), strict=True)
    )
    rijen = [naam for as_ in _read_rijen(figuur, vel)[:1] for naam in as_ if naam in waarde]
    getallen = [waarde[naam] for naam in rijen if not is_restgroep(naam) and not pd.isna(waarde[naam])]
    rest = [is_restgroep(naam) for naam in rijen]
    fouten = [] if _falls(getallen) else [_VOLGORDE]
    return fouten if rest == sorted(rest) else [*fouten, "volgorde: 'anders' hoort onderaan"]


def _check_netto(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when statements do not stand by net score; what the title names may stand on top."""
    tabel = figuur.tabel
    if texts(tabel, "activiteit_id").nunique() > 1:
        return []
    netto = (
        numbers(tabel, "netto").groupby(texts(tabel, "kort"), sort=False, observed=True, dropna=False).first()
    )
    rijen = [naam for as_ in _read_rijen(figuur, vel)[:1] for naam in as_ if naam in netto.index]
    getallen = [netto[naam] for naam in rijen if naam.lower() not in figuur.titel.lower()]
    return [] if _falls([getal for getal in getallen if not pd.isna(getal)]) else [_VOLGORDE]


def _check_gaten(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when the largest gap of a trait is not its first row; what is suppressed stands last."""
    tabel = figuur.tabel
    gaten = {
        frozenset(texts(rijen, "categorie")): dict(
            zip(texts(rijen, "categorie"), numbers(rijen, "verschil").abs().fillna(-1.0), strict=True)
        )
        for _, rijen in tabel.groupby(
            [texts(tabel, "activiteit_id"), texts(tabel, "variabele")],
            sort=False,
            observed=True,
            dropna=False,
        )
    }
    if (
        len(gaten)
        < tabel.groupby([texts(tabel, "activiteit_id"), texts(tabel, "variabele")], observed=True).ngroups
    ):
        return []
    blokken = [(gaten.get(frozenset(namen), {}), namen) for namen in _read_rijen(figuur, vel)]
    goed = all(_falls([gat[naam] for naam in namen if naam in gat]) for gat, namen in blokken)
    return [] if goed else ["volgorde: het grootste verschil staat niet bovenaan"]


def _check_statussen(vel: Vel) -> list[str]:
    """Return a fault when the statuses do not stand from decided to undecided."""
    cellen = [woord for woord in vel.teksten if woord.rol == "cel"]
    kaal = [" ".join(woord.tekst.split()) for woord in sorted(cellen, key=lambda woord: -woord.vak.boven)]
    rang = [STATUSSEN.index(tekst[2:]) for tekst in kaal if tekst[2:] in STATUSSEN]
    return [] if rang == sorted(rang) else ["volgorde: de punten staan niet op volgorde van status"]


def _falls(getallen: list[float]) -> bool:
    return getallen == sorted(getallen, reverse=True)


def _read_rijen(figuur: Figuur, vel: Vel) -> list[list[str]]:
    """Return the names of the rows of all axes from top to bottom, line breaks undone."""
    bekend = {
        _squeeze(naam): naam for kolom in dict.fromkeys(_NAAM.values()) for naam in texts(figuur.tabel, kolom)
    }
    assen = [[_squeeze(naam) for naam in as_] for as_ in vel.rijen]
    return [[bekend[naam] for naam in as_ if naam and naam in bekend] for as_ in assen]


def _squeeze(tekst: str) -> str:
    """Return a text without what wrapping may add or take away."""
    return re.sub(r"[\s\u00ad-]", "", tekst)
