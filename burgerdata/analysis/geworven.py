"""How people who were not drawn came to take part, in words: by themselves, because someone they know asked them, or untold."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.kwalitatief import GEMETEN
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import NIET_OPGEGEVEN, VIA_NETWERK, ZELF_AANGEMELD, ZELFSELECTIE
from burgerdata.traject import Traject

NETWERK = "netwerk"
HOE = ("zelf", NETWERK, "onbekend")
"""By themselves, by a network, or in a way that nobody told: that a survey was drawn is told, never taken for granted."""
_GEWORVEN = {NETWERK: VIA_NETWERK, "onbekend": NIET_OPGEGEVEN}


def is_zelfselectie(traject: Traject, ids: Sequence[str]) -> bool:
    """Return whether people were not chosen in any of these activities, as nobody chooses whoever sends a signal.

    A survey of which nobody told how it found its people is such an activity until it is told.
    """
    return any(list_zelfselectie(traject, ids).values())


def list_zelfselectie(traject: Traject, ids: Sequence[str]) -> dict[str, list[str]]:
    """Return way of ``HOE`` → which of these activities people came to in it."""
    tabel = traject.activiteiten
    wervingen = zip(tabel["activiteit_id"], tabel["werving"], tabel["instrument"], strict=True)
    bekend = {
        str(id_): ("" if pd.isna(werving) else str(werving), str(wat)) for id_, werving, wat in wervingen
    }
    uit: dict[str, list[str]] = {hoe: [] for hoe in HOE}
    for naam in dict.fromkeys(str(id_) for id_ in ids):
        if naam not in bekend:
            continue
        werving, instrument = bekend[naam]
        if werving == NETWERK:
            uit[NETWERK].append(naam)
        elif werving in ZELFSELECTIE or instrument == "signaal":
            uit["zelf"].append(naam)
        elif not werving and instrument in GEMETEN:
            uit["onbekend"].append(naam)
    return uit


def tell_zelfselectie(traject: Traject, ids: Sequence[str], *, waar: str = "in", noem: bool = False) -> str:
    """Return how the people of these activities came to take part, of several activities in which of them; else nothing.

    ``noem`` names the activity also where these are of one kind, for a reader who knows of others.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> t = make_example()
    >>> via = t.replace_tabellen(activiteiten=t.activiteiten.assign(werving="netwerk"))
    >>> tell_zelfselectie(via, ["enquete"])
    'deelnemers zijn geworven via organisaties of netwerken'
    """
    hoe = {wijze: namen for wijze, namen in list_zelfselectie(traject, ids).items() if namen}
    if not noem and len(hoe) == 1 and len(next(iter(hoe.values()))) == len(set(ids)):
        return say_hoe(next(iter(hoe)))
    labels = name_activiteiten(traject.activiteiten)
    delen = []
    for wijze, namen in hoe.items():
        welke = join_woorden([add_lidwoord(labels[naam]) for naam in namen])
        zin = (
            f"zijn deelnemers geworven {_GEWORVEN[wijze]}"
            if wijze in _GEWORVEN
            else f"meldden deelnemers zich {ZELF_AANGEMELD}"
        )
        delen.append(f"{waar} {welke} {zin}")
    return " en ".join(delen)


def say_hoe(wijze: str) -> str:
    """Return how people came to take part who were not chosen, as a clause that follows a semicolon.

    Examples
    --------
    >>> say_hoe("onbekend")
    'deelnemers zijn geworven op een manier die niet is opgegeven'
    """
    if wijze in _GEWORVEN:
        return f"deelnemers zijn geworven {_GEWORVEN[wijze]}"
    return f"deelnemers meldden zich {ZELF_AANGEMELD}"
