"""Which released quotes stand under a finding: about what it names, one of each person (K15)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis import Antwoord
from burgerdata.findings.zinnen import quote
from burgerdata.report.blocks import Alinea, Blok, Citaat
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.collect import Opbrengst
from burgerdata.toelichting import read_toelichting

MEESTE_CITATEN = 3
_THEMAS = ("themas", "bronnen")
ANDERE = "Over andere thema's zeggen deelnemers:"
"""What stands above quotes about another theme than the heading names; without such quotes it falls away."""


def print_citaten(antwoord: Antwoord, opbrengst: Opbrengst) -> list[Blok]:
    """Return the quotes of a finding; those about other themes than it names stand below a line that says so."""
    themas, citaten = _list_themas(antwoord), pick_citaten(antwoord, opbrengst)
    eigen = [citaat for citaat in citaten if citaat.bron.endswith(f", thema {themas[0]}")]
    ander = [citaat for citaat in citaten if citaat not in eigen]
    return [*eigen, *([Alinea(ANDERE, "merk")] if ander else []), *ander]


def pick_citaten(antwoord: Antwoord, opbrengst: Opbrengst) -> tuple[Citaat, ...]:
    """Return at most three released quotes about the theme that a finding names, of all sources.

    The finding over all sources, whose figure shows every theme, goes on with the themes that come next; so does one of
    whose theme nothing was released, with themes that no other finding names. What is not about a theme has no quotes.
    """
    vrij = opbrengst.tabellen.get("citaten")
    themas = _list_themas(antwoord)
    if vrij is None or not themas:
        return ()
    rang = {thema: nummer for nummer, thema in enumerate(themas)}
    passend = vrij[vrij["thema"].astype("str").isin(themas)]
    passend = passend.sort_values("thema", key=lambda reeks: reeks.astype("str").map(rang), kind="stable")
    eigen = passend["thema"].astype("str").eq(themas[0])
    if antwoord.fase:
        passend = passend[eigen] if eigen.any() else passend[~_is_genoemd(passend["thema"], opbrengst)]
    wie = _name_persoon(passend, opbrengst)
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    return tuple(
        Citaat(str(rij.tekst), f"{namen[str(rij.activiteit_id)]}, thema {rij.thema}")
        for rij in passend[~wie.duplicated()].head(MEESTE_CITATEN).itertuples()
    )


def drop_herhaalde(blokken: list[Blok]) -> Iterator[Blok]:
    """Return the blocks with every quote once: where it was printed first; a line above quotes that are gone goes too."""
    gezegd: set[str] = set()
    kop: Blok | None = None
    for blok in blokken:
        if isinstance(blok, Citaat):
            if blok.tekst in gezegd:
                continue
            gezegd.add(blok.tekst)
            if kop is not None:
                yield kop
        kop = blok if isinstance(blok, Alinea) and blok.tekst == ANDERE else None
        if kop is None:
            yield blok


def _is_genoemd(themas: pd.Series, opbrengst: Opbrengst) -> pd.Series:
    """Return which of these themes some finding names: their quotes stand there."""
    bevindingen = [antwoord.bevinding.lower() for antwoord in opbrengst.answered()]
    return (
        themas.astype("str")
        .map(lambda thema: any(quote(thema).lower() in zin for zin in bevindingen))
        .astype("bool")
    )


def _list_themas(antwoord: Antwoord) -> list[str]:
    """Return the themes of a finding about themes, the one that it names first, then by how many people named them."""
    eigen = find_tabel(antwoord)
    if eigen is None or read_toelichting(eigen).soort not in _THEMAS:
        return []
    tabellen = [t for t in antwoord.tabellen.values() if read_toelichting(t).soort in _THEMAS]
    if not tabellen:
        return []
    aantal = pd.concat([tabel[["thema", "n"]].astype({"thema": "str"}) for tabel in tabellen])
    som = aantal.groupby("thema", observed=True, dropna=False, sort=False)["n"].sum()
    bevinding = antwoord.bevinding.lower()
    return sorted(map(str, som.index), key=lambda thema: (quote(thema).lower() not in bevinding, -som[thema]))


def _name_persoon(citaten: pd.DataFrame, opbrengst: Opbrengst) -> pd.Series:
    """Return who said each quote; a fragment without a person stands for one of its own."""
    fragmenten = opbrengst.traject.fragmenten.astype({"fragment_id": "str", "deelnemer_id": "str"})
    wie = fragmenten.set_index("fragment_id")["deelnemer_id"]
    fragment = citaten["fragment_id"].astype("str")
    return fragment.map(wie).fillna(fragment)
