"""Versions of one file in a traject: refused and in the logboek, for the people in both would count twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.getallen import format_getal
from burgerdata.loading.afdruk import Afdruk, compare_afdrukken, keep_head, make_afdruk
from burgerdata.settings import Levering
from burgerdata.shapes import Codeerproject, Gesprek, Tabel

_REDEN = "zelfde_antwoorden"
_NO_ANSWERS = ("polis_deelnemers", "polis_samenvatting", "polis_groepen", "polis_verloop")


@dataclass(frozen=True)
class Gelezen:
    """What a delivery read: its name, its panel with the wave of each file, and the first rows of its files."""

    levering: str
    panel: str
    metingen: Mapping[str, str]
    vormen: tuple[Tabel | Gesprek, ...]
    scope: str


def keep_levering(levering: Levering, lezingen: Iterable[Lezing], scope: str) -> Gelezen:
    """Return what is kept of a delivery to compare its files with others: a print is made once there are others."""
    vormen = tuple(
        keep_head(vorm)
        for lezing in lezingen
        if lezing.formaat not in _NO_ANSWERS
        for vorm in lezing.vormen
        if not isinstance(vorm, Codeerproject)
    )
    panel = levering.panel or (levering.naam if levering.metingen else "")
    golven = {bestand: meting for meting, bestand in levering.metingen.items()}
    golven = dict.fromkeys(levering.bestanden, levering.meting) | golven
    return Gelezen(levering.naam, panel, golven, vormen, scope)


def find_versions(gelezen: Sequence[Gelezen]) -> tuple[list[Probleem], pd.DataFrame]:
    """Return a problem for each file that repeats another one, and the rows of the logboek about all of them.

    Waves of one panel that are alike are told and not refused: people may answer the same twice. So are files of which
    one column differs and the others may be no more than who people are.
    """
    bestanden = {vorm.bestand for deel in gelezen for vorm in deel.vormen}
    alle: list[tuple[Gelezen, Afdruk]] = []
    if len(bestanden) > 1:
        alle = [(deel, make_afdruk(vorm, deel.scope)) for deel in gelezen for vorm in deel.vormen]
    problemen: list[Probleem] = []
    rijen: dict[tuple[str, str], tuple[str, str, None, str, str, int]] = {}
    for (een, eerste), (ander, tweede) in combinations(alle, 2):
        paar = (eerste.bestand, tweede.bestand)
        if eerste.bestand == tweede.bestand or paar in rijen:
            continue
        gelijkenis = compare_afdrukken(eerste, tweede)
        if gelijkenis is None:
            continue
        rijen[paar] = (tweede.bestand, "", None, eerste.bestand, _REDEN, gelijkenis.gelijk)
        if gelijkenis.zeker and not _are_waves(een, eerste.bestand, ander, tweede.bestand):
            wat = f"{format_getal(gelijkenis.gelijk)} van de {format_getal(gelijkenis.rijen)}"
            problemen.append(
                Probleem(
                    f"dit is een andere versie van {eerste.bestand}: {wat} rijen geven dezelfde antwoorden van dezelfde mensen, en tellen dus dubbel",
                    "kies welke versie geldt en haal de andere uit traject.toml; zijn het twee metingen onder dezelfde mensen, geef ze dan hetzelfde 'panel' en elk een 'meting'",
                    tweede.bestand,
                )
            )
    kolommen = ["bestand", "blad", "rij", "kolom", "reden", "aantal"]
    logboek = pd.DataFrame([*rijen.values()], columns=kolommen)
    namen = {afdruk.bestand: deel.levering for deel, afdruk in alle}
    return problemen, logboek.assign(levering=[namen[bestand] for bestand in logboek["bestand"]])


def _are_waves(een: Gelezen, eerste: str, ander: Gelezen, tweede: str) -> bool:
    """Return whether two files are said to be different waves of one panel."""
    golven = een.metingen.get(eerste, ""), ander.metingen.get(tweede, "")
    return bool(een.panel) and een.panel == ander.panel and all(golven) and golven[0] != golven[1]
