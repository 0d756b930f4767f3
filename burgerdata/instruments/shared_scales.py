"""Options that a question must have had although nobody chose them: those of its neighbours on the same scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.spelling import list_spellings
from burgerdata.instruments.statuses import classify_label
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import Kolom, Tabel

_MOST_STEPS = 8


def share_scales(tabel: Tabel, gedeeld: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return folded header → answers, for columns without labels whose answers are steps of one scale.

    ``gedeeld`` holds what is known already, from other waves; it is kept. Two ways of writing one step ("neutraal" and
    "niet eens, niet oneens") are two scales, which are not mixed.
    """
    families: dict[str, dict[str, None]] = {}
    leden: dict[str, list[str]] = {}
    for kolom in tabel.kolommen:
        stappen = _find_steps(tabel, kolom, gedeeld)
        schaal = recognise_schaal(stappen) if stappen else None
        if schaal is not None:
            families.setdefault(schaal.naam, {}).update(dict.fromkeys(stappen))
            leden.setdefault(schaal.naam, []).append(fold(kolom.naam))
    samen = {naam: tuple(waarden) for naam, waarden in gedeeld.items()}
    for naam, alle in families.items():
        schaal = recognise_schaal(list(alle))
        if schaal is not None and len(set(schaal.rang.values())) == len(alle):
            samen |= {lid: (*samen.get(lid, ()), *alle) for lid in leden[naam]}
    return samen


def _find_steps(tabel: Tabel, kolom: Kolom, gedeeld: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the different answers of a column that may be a scale, those of other waves included."""
    if kolom.labels or tabel.frame[kolom.naam].nunique() > _MOST_STEPS:
        return []
    waarden = [*list_spellings(tabel.frame[kolom.naam]), *gedeeld.get(fold(kolom.naam), ())]
    return [waarde for waarde in dict.fromkeys(waarden) if classify_label(waarde) == "geldig"]
