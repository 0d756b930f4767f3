"""What was asked more than once in a phase: which waves can be compared, and which cannot."""

from __future__ import annotations

from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet, plan_deel
from burgerdata.analysis.verandering import compare_metingen

GEWEIGERD = "De metingen zijn niet te vergelijken"
"""How the sentence begins that says why waves give no change."""
_MEEST = 6


def plan_verandering(materiaal: Materiaal) -> Opzet | None:
    """Return how the questions of the phase are compared over waves; those that differ are named, not compared."""
    vragen, geweigerd = split_reeksen(materiaal)
    if not vragen:
        return None
    delen = tuple(
        plan_deel(f"verandering_{vraag}", "verandering", compare_metingen, materiaal.deel, vraag)
        for vraag in vragen[:_MEEST]
    )
    noot = " ".join(f"Niet vergeleken: {reden}." for reden in geweigerd)
    return Opzet(delen, noot=noot)


def tell_geweigerd(materiaal: Materiaal) -> str:
    """Return why the waves of this phase give no change, and what to do; empty where there are no two waves."""
    vragen, redenen = split_reeksen(materiaal)
    if vragen or materiaal.deel is None:
        return ""
    activiteiten = materiaal.deel.activiteiten
    golven = activiteiten[activiteiten["panel"].notna() & activiteiten["meting"].notna()]
    if not redenen and not golven["panel"].duplicated().any():
        return ""
    waarom = redenen or [
        "geen vraag staat in twee metingen onder dezelfde vraag_id: geef gelijke vragen in vragen.xlsx dezelfde vraag_id"
    ]
    return f"{GEWEIGERD}: {'; '.join(waarom)}."


def split_reeksen(materiaal: Materiaal) -> tuple[list[str], list[str]]:
    """Return the questions whose waves can be compared, and why the others cannot."""
    redenen = {
        vraag: materiaal.voorraad.find_verschil(materiaal.vraag.fase, vraag)
        for vraag in materiaal.find_reeksen()
    }
    return [vraag for vraag, reden in redenen.items() if not reden], [
        reden for reden in redenen.values() if reden
    ]
