"""A list of decisions in a Word file: an answer of a government to what citizens advised, nearly always written there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from burgerdata.formats import read
from burgerdata.instruments.besluiten import holds_besluiten
from burgerdata.intake import Zegel
from burgerdata.loading.deliveries import seal_onderdelen
from burgerdata.loading.herkend import Herkend
from burgerdata.settings import Levering


def read_woordbesluiten(herkend: Herkend, pad: Path, zegel: Zegel) -> Herkend | None:
    """Return a Word file without speakers as the list of decisions in its table; None where it holds none."""
    if herkend.lezing is None or herkend.lezing.formaat != "docx":
        return None
    bestand = herkend.bestand
    map_ = pad.parents[len(Path(bestand).parts) - 1]
    levering = Levering("nieuw", "burgerberaad", (bestand,), onderdelen={"besluiten": (bestand,)})
    eigen = replace(zegel, woordtabellen=frozenset(levering.bestanden))
    lezing = read(pad, seal_onderdelen(eigen, levering, map_), bestand=bestand)
    if not any(map(holds_besluiten, lezing.tabellen)):
        return None
    return Herkend(bestand, "besluiten", lezing)
