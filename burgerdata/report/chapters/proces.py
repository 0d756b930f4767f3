"""Chapter 6: how participants judge the participation itself, the project leader's view beside it (K20, K21)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming
from burgerdata.report.chapters.answers import print_antwoorden
from burgerdata.report.chapters.projectleider import tell_projectleider
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst

VRAGEN = ("ev7",)
_KAART = ("P3", "P7", "P8", "T1", "T2")
"""Indicators told in words: being heard, the grade, expectation and trust; one under its norm is always told."""
_STELLINGEN = ("P1", "P2", "P4", "P5", "P6")
"""The other statements of the form: told as well where fewer than half of the people of a source agree."""
_HELFT = 0.5
_ONVOLDOENDE = "onvoldoende"


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter: what misses its norm first, then the other indicators, the statements, the project leader."""
    kop = Kop("6 Hoe deelnemers het betrekken zelf beoordelen", anker="proces")
    leeg = "Niet gemeten: deelnemers kregen geen vragen over het betrekken zelf. Een uitloopformulier (P1 tot en met P8) meet dit."
    punten = tell_indicatoren(opbrengst)
    inhoud: list[Blok] = [Opsomming(punten)] if punten else []
    inhoud += print_antwoorden(opbrengst, teksten, VRAGEN)
    return [
        kop,
        *add_tekst(teksten, kop.anker),
        *(inhoud or [Alinea(leeg)]),
        *tell_projectleider(opbrengst.traject, teksten),
    ]


def tell_indicatoren(opbrengst: Opbrengst) -> tuple[str, ...]:
    """Return a sentence per indicator of the process, with every source that measured it, those under their norm first."""
    kaart = opbrengst.scorekaart
    onder = kaart["oordeel"].eq(_ONVOLDOENDE) & kaart["id"].str.match(r"[PT]\d")
    gevraagd = kaart["id"].isin(_STELLINGEN) & kaart["eenheid"].eq("aandeel")
    laag = kaart["waarde"].lt(_HELFT).groupby([kaart["id"], kaart["indicator"]], observed=True, dropna=False)
    gevraagd &= laag.transform("any")
    verteld = kaart["id"].isin([*_KAART, *kaart["id"][onder]]) | gevraagd
    eigen = kaart[verteld & kaart["tekst"].ne("") & kaart["waarde"].notna()]
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    per = eigen.groupby(["id", "indicator"], sort=False, observed=True, dropna=False)
    groepen = [rijen for _, rijen in per]
    groepen.sort(key=lambda rijen: rijen["oordeel"].ne(_ONVOLDOENDE).all())
    return tuple(_tell_indicator(rijen, namen) for rijen in groepen)


def _tell_indicator(rijen: pd.DataFrame, namen: Mapping[str, str]) -> str:
    eerste = rijen.iloc[0]
    norm = f"; de norm is {_format_norm(eerste)}" if pd.notna(eerste["norm"]) else ""
    delen = [_tell_bron(rij, namen) for _, rij in rijen.iterrows()]
    return f"{str(eerste['indicator']).capitalize()} ({eerste['id']}): {join_woorden(delen)}{norm}."


def _tell_bron(rij: pd.Series, namen: Mapping[str, str]) -> str:
    """Return the value of one source; one under the norm says so, and a change tells both ends."""
    waar = namen.get(str(rij["activiteit_id"]), "")
    langs = str(rij["toelichting"]).startswith("van ") and not waar
    waarde = str(rij["toelichting"] if langs else rij["tekst"])
    los = f" (n = {format_getal(rij['n'])})" if pd.notna(rij["n"]) and " van de " not in waarde else ""
    onder = ", onder de norm" if rij["oordeel"] == _ONVOLDOENDE else ""
    return f"{waarde}{f' in {add_lidwoord(waar)}' if waar else ''}{los}{onder}"


def _format_norm(rij: pd.Series) -> str:
    norm = float(rij["norm"])
    return format_procent(norm) if rij["eenheid"] == "aandeel" else format_getal(norm, 1)
