"""The rules for what the eye meets: sizes, colours, contrast, and texts that are cut off or over each other."""

from __future__ import annotations

from itertools import combinations

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import choose_formaat
from burgerdata.figures.palette import INKT, LIJN, MEEST, WIT, find_rood_groen, measure_contrast
from burgerdata.figures.sheet import Vel

_GEEN_KLEUR = {INKT, LIJN, WIT, "", "#000000"}
_SPELING = 1.0
"""Pixels by which two texts may touch: half a pixel of rounding at each side."""


def check_formaat(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 10: 16 cm wide for A4 and at most a page high, 16:9 for a slide."""
    formaat = choose_formaat(figuur.formaat)
    goed = abs(vel.breedte - formaat.breedte) < 0.5 and vel.hoogte <= formaat.hoogte + 0.5
    if formaat.vaste_hoogte:
        goed = goed and abs(vel.breedte / vel.hoogte - 16 / 9) < 0.01
    return [] if goed else [f"formaat: de figuur heeft niet de maten van '{figuur.formaat}'"]


def check_lettergrootte(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 10: no text under 9 points on A4 or under 18 on a slide."""
    minst = choose_formaat(figuur.formaat).letter
    klein = sorted({woord.punten for woord in vel.teksten if woord.punten < minst - 0.01})
    return [f"letters: {klein[0]:g} punten is te klein; gebruik er ten minste {minst:g}"] if klein else []


def check_kleuren_op(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 11: at most five colours."""
    aantal = len({deel.kleur for deel in vel.delen} - _GEEN_KLEUR)
    return [f"kleuren: {aantal}; meer dan {MEEST} zijn niet te onderscheiden"] if aantal > MEEST else []


def check_contrast(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault for a text under 4.5:1 on its background, and for a part under 3:1 with its outline."""
    fouten = [
        f"contrast: de tekst '{_short(woord.tekst)}' is te licht voor zijn achtergrond"
        for woord in vel.teksten
        if measure_contrast(woord.kleur, woord.achtergrond) < 4.5
    ]
    licht = {deel.kleur for deel in vel.delen if _strongest(deel.kleur, deel.rand) < 3}
    return fouten + [f"contrast: de kleur {kleur} is op wit niet te zien" for kleur in sorted(licht)]


def check_rood_groen(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when red and green carry a difference: eight in a hundred men do not see it."""
    paar = find_rood_groen(tuple(sorted({deel.kleur for deel in vel.delen if deel.kleur})))
    return [f"kleuren: rood ({paar[0]}) naast groen ({paar[1]})"] if paar else []


def check_afgesneden(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault for every text that goes over the edge of the figure."""
    breedte, hoogte = vel.breedte * vel.punt, vel.hoogte * vel.punt
    return [
        f"tekst: '{_short(woord.tekst)}' valt buiten de figuur"
        for woord in vel.teksten
        if woord.vak.links < -_SPELING
        or woord.vak.onder < -_SPELING
        or woord.vak.rechts > breedte + _SPELING
        or woord.vak.boven > hoogte + _SPELING
    ]


def check_overlap(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault for every two texts that stand over each other."""
    fouten = []
    for een, ander in combinations(vel.teksten, 2):
        breed, hoog = een.vak.overlap(ander.vak)
        if breed > _SPELING and hoog > 2 * _SPELING:
            fouten.append(f"tekst: '{_short(een.tekst)}' en '{_short(ander.tekst)}' staan over elkaar")
    return fouten


def _strongest(kleur: str, rand: str) -> float:
    return max(measure_contrast(tint) for tint in (kleur, rand or kleur) if tint)


def _short(tekst: str) -> str:
    """Return the beginning of a text: enough to find it in the figure."""
    heel = " ".join(tekst.split())
    return heel if len(heel) <= 30 else f"{heel[:29]}…"
