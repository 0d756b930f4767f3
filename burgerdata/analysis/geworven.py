"""How people who were not drawn came to take part, in words: by themselves, or because someone they know asked them."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import VIA_NETWERK, ZELF_AANGEMELD, ZELFSELECTIE
from burgerdata.traject import Traject

NETWERK = "netwerk"


def is_zelfselectie(traject: Traject, ids: Sequence[str]) -> bool:
    """Return whether people were not chosen in any of these activities, as nobody chooses whoever sends a signal."""
    return any(list_zelfselectie(traject, ids).values())


def list_zelfselectie(traject: Traject, ids: Sequence[str]) -> dict[bool, list[str]]:
    """Return which of these activities people came to by a network (True) and which by themselves (False)."""
    tabel = traject.activiteiten
    wervingen = zip(tabel["activiteit_id"], tabel["werving"], tabel["instrument"], strict=True)
    bekend = {str(id_): (werving, instrument) for id_, werving, instrument in wervingen}
    uit: dict[bool, list[str]] = {False: [], True: []}
    for naam in dict.fromkeys(str(id_) for id_ in ids):
        werving, instrument = bekend.get(naam, ("", ""))
        via = werving == NETWERK
        if via or werving in ZELFSELECTIE or instrument == "signaal":
            uit[via].append(naam)
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
    hoe = {via: namen for via, namen in list_zelfselectie(traject, ids).items() if namen}
    if not noem and len(hoe) == 1 and len(next(iter(hoe.values()))) == len(set(ids)):
        return say_hoe(via=next(iter(hoe)))
    labels = name_activiteiten(traject.activiteiten)
    delen = []
    for via, namen in hoe.items():
        welke = join_woorden([add_lidwoord(labels[naam]) for naam in namen])
        zin = (
            f"zijn deelnemers geworven {VIA_NETWERK}" if via else f"meldden deelnemers zich {ZELF_AANGEMELD}"
        )
        delen.append(f"{waar} {welke} {zin}")
    return " en ".join(delen)


def say_hoe(*, via: bool) -> str:
    """Return how people came to take part who were not chosen, as a clause that follows a semicolon."""
    return f"deelnemers zijn geworven {VIA_NETWERK}" if via else f"deelnemers meldden zich {ZELF_AANGEMELD}"
