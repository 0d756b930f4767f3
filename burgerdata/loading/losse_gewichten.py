"""A file with nothing but weights: a number per person and the weight that the bureau worked out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.instruments.kinds import is_weight
from burgerdata.instruments.values import read_getallen
from burgerdata.shapes import Tabel

_MOST = 2
"""Beside the weight there is the number of the person, and at most one number more that is of nobody else."""
_SHARE = 0.8


def holds_weights(tabel: Tabel, personen: Sequence[str]) -> bool:
    """Return whether a table gives a weight per person and nothing else; ``personen`` are headers that sealing used up.

    Examples
    --------
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Nr": ["1", "2"], "weegfactor": ["0,83", "1,2"]})
    >>> holds_weights(Tabel("w.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)), [])
    True
    """
    gewichten = [kolom.naam for kolom in tabel.kolommen if is_weight(kolom)]
    over = [kolom.naam for kolom in tabel.kolommen if kolom.naam not in gewichten]
    if not gewichten or not len(tabel.frame) or not 0 < len(over) + len(personen) <= _MOST:
        return False
    gevuld = read_getallen(tabel.frame[gewichten[0]].astype("str"))
    nummers = [tabel.frame[naam].astype("str") for naam in over]
    uniek = all(not cellen.duplicated().any() for cellen in nummers)
    return bool(gevuld.notna().mean() >= _SHARE) and uniek and all(map(_are_numbers, nummers))


def state_gewichten(tabel: Tabel) -> str:
    """Return what a file with weights alone is, and how a delivery takes them."""
    kolom = next(kolom.naam for kolom in tabel.kolommen if is_weight(kolom))
    return (
        f'dit lijken weegfactoren bij een ander bestand; schrijf bij die levering deelnemerslijst = "{tabel.bestand}",'
        f' gewicht = "{kolom}", en bij persoon de kolom van de antwoorden met hetzelfde nummer'
    )


def _are_numbers(cellen: pd.Series) -> bool:
    """Return whether cells are numbers or codes of one word: texts are answers."""
    return bool(cellen.str.strip().str.fullmatch(r"\S*").all())
