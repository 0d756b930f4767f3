"""The rules that compare what is drawn with the table behind it: n, labels, intervals, tests, counts."""

from __future__ import annotations

import re

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.groups import split_delen
from burgerdata.figures.preparation import flag, is_onderdrukt, numbers, texts
from burgerdata.figures.sheet import Vel
from burgerdata.getallen import format_getal
from burgerdata.toelichting import read_toelichting

_STELEN = ("samenhang", "themas", "verzadiging")
"""Figures that draw counts of a talk as stems, which look like intervals to a machine."""
_ZONDER_UITLEG = "interval: er staat niet bij wat het aanneemt"


def check_n(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 4: n on every row or panel when those are groups."""
    per = read_toelichting(figuur.tabel).per
    if figuur.naam not in ("groepen", "verdeling", "themas") or (not per and figuur.naam != "groepen"):
        return []
    gedrukt = " ".join(woord.tekst for woord in vel.labels)
    basis = numbers(figuur.tabel, "basis").dropna().unique()
    mist = [n for n in basis if not re.search(rf"(?<![\d.]){re.escape(format_getal(n))}(?![\d.])", gedrukt)]
    return [f"n: van {len(mist)} groepen staat het aantal niet bij de rij"] if mist else []


def check_indicatief(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when a small group has no star, or the star is not explained."""
    klein = flag(figuur.tabel, "indicatief") & ~is_onderdrukt(figuur.tabel)
    if figuur.naam not in ("groepen", "verdeling") or not klein.any():
        return []
    ster = any("*" in woord.tekst for woord in vel.labels) or len(split_delen(figuur.tabel)) == 1
    uitleg = any("*" in woord.tekst for woord in vel.teksten if woord.rol == "voet")
    return [] if ster and uitleg else ["indicatief: een kleine groep heeft geen ster met uitleg"]


def check_kleine_labels(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 5: whole percentages beside the marks, and none under 5%."""
    if figuur.naam in ("bronnen", "verandering", "respons", "scorekaart"):
        return []
    fouten = []
    for woord in vel.labels:
        for getal in re.findall(r"(?<![<\d,])(\d+(?:,\d+)?)%", woord.tekst):
            if "," in getal:
                fouten.append(f"label: '{getal}%' is geen heel percentage")
            elif 0 < int(getal) < 5:
                fouten.append(f"label: '{getal}%' is kleiner dan 5% en hoort alleen in de tabel")
    return fouten


def check_interval(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 6: intervals are drawn when the table has them, and a line says what they assume."""
    if figuur.naam == "stellingen" and numbers(figuur.tabel, "kant_onder").notna().any():
        return [] if _has_uitleg(vel) else [_ZONDER_UITLEG]
    if figuur.naam not in ("verdeling", "groepen", "themas") or numbers(figuur.tabel, "onder").isna().all():
        return []
    fouten = (
        [] if any(deel.soort == "interval" for deel in vel.delen) else ["interval: staat niet in de figuur"]
    )
    return fouten if _has_uitleg(vel) else [*fouten, _ZONDER_UITLEG]


def _has_uitleg(vel: Vel) -> bool:
    return any("interval" in woord.tekst.lower() for woord in vel.teksten if woord.rol == "voet")


def check_verschil(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 7: ▲ and ▼ as often as the test marked them, with a line that says so."""
    tabel = figuur.tabel
    if figuur.naam not in ("verdeling", "groepen"):
        return []
    fouten = []
    for teken in "▲▼":
        getest = int((texts(tabel, "verschilt").str.contains(teken) & ~is_onderdrukt(tabel)).sum())
        gedrukt = sum(woord.tekst.count(teken) for woord in vel.labels)
        if gedrukt > getest:
            fouten.append(f"verschil: {teken} staat bij een verschil dat niet is getoetst")
        elif gedrukt < getest:
            fouten.append(f"verschil: {teken} ontbreekt bij een getoetst verschil")
    uitleg = any("▲" in woord.tekst for woord in vel.teksten if woord.rol == "voet")
    gebruikt = any(teken in woord.tekst for teken in "▲▼" for woord in vel.labels)
    return [*fouten, "verschil: ▲ en ▼ worden niet uitgelegd"] if gebruikt and not uitleg else fouten


def check_kwalitatief(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 9: no percentage and no interval when every source is qualitative."""
    tabel = figuur.tabel
    alles = (
        flag(tabel, "kwalitatief").all() if "kwalitatief" in tabel else read_toelichting(tabel).kwalitatief
    )
    if not alles:
        return []
    fouten = []
    if any("%" in woord.tekst for woord in vel.labels):
        fouten.append("kwalitatief: een percentage bij een kwalitatieve bron; toon aantallen mensen")
    if figuur.naam not in _STELEN and any(deel.soort == "interval" for deel in vel.delen):
        fouten.append("kwalitatief: een interval bij een kwalitatieve bron")
    return fouten


def check_onderdrukt(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when a suppressed row kept a figure in the data behind the drawing."""
    weg = is_onderdrukt(figuur.tabel)
    over = [
        kolom
        for kolom in ("n", "aandeel", "gemiddelde", "verschil", "onder", "boven")
        if kolom in figuur.tabel
    ]
    lek = [kolom for kolom in over if numbers(figuur.tabel, kolom)[weg].notna().any()]
    return [f"onderdrukt: de kolom '{kolom}' houdt een waarde die niet getoond mag worden" for kolom in lek]
