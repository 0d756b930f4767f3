"""Other sheets of a workbook with the columns of the one that is read."""

from __future__ import annotations

from burgerdata.getallen import format_getal, join_woorden
from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.vraagregels import make_slug
from burgerdata.loading.drafts import Concept
from burgerdata.shapes import Tabel

_SAME_HEADERS = 0.8


def tell_bladen(concept: Concept) -> list[str]:
    """Return which other sheets of the workbook have the columns of the one that is read, and how they count too."""
    lezing, eigen = concept.bundel.leden[0].lezing, concept.bundel.leden[0].tabel
    if not concept.levering.blad or lezing is None or eigen is None:
        return []
    anders = [
        tabel
        for tabel in lezing.tabellen
        if tabel.blad != concept.levering.blad and len(tabel.frame) and not is_label_list(tabel)
    ]
    gelijk = [tabel for tabel in anders if _share_headers(tabel, eigen)]
    if not gelijk:
        return []
    een = len(gelijk) == 1
    namen = join_woorden([f"'{tabel.blad}' ({format_getal(len(tabel.frame))} rijen)" for tabel in gelijk])
    wat = f"blad {namen} heeft" if een else f"de bladen {namen} hebben"
    telt = "telt" if een else "tellen"
    return [
        f"{wat} dezelfde kolommen en {telt} niet mee: maak per blad een levering met hetzelfde bestand en een eigen blad"
    ]


def _share_headers(een: Tabel, ander: Tabel) -> bool:
    a, b = ({make_slug(kolom.naam) for kolom in tabel.kolommen} for tabel in (een, ander))
    return len(a & b) >= _SAME_HEADERS * max(len(a | b), 1)
