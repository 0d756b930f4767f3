"""Which columns can be weights: called so, or numbers around one; and which cannot, whatever traject.toml says."""

from __future__ import annotations

import difflib

from burgerdata.cellen import is_filled
from burgerdata.errors import Probleem
from burgerdata.instruments.kinds import is_weight
from burgerdata.instruments.values import read_getallen
from burgerdata.shapes import Kolom, Tabel

_NEAR_ONE = (0.9, 1.1)
_FEWEST_WEIGHTS = 4
_FEWEST_LABELS = 2


def missing_gewicht(tabel: Tabel, naam: str, veld: str) -> Probleem:
    """Return the problem that a column of weights is not in the file, with those that look like weights and no other."""
    wat = f"de kolom '{naam}' bij '{veld}' staat niet in {tabel.bestand}"
    kandidaten = list_gewichten(tabel)
    lijkt = difflib.get_close_matches(naam, kandidaten, n=1, cutoff=0)
    remedie = "geen andere kolom lijkt op een weegfactor; vraag het bureau erom of haal deze regel weg"
    if lijkt:
        rest = ", ".join(f"'{kolom}'" for kolom in kandidaten if kolom not in lijkt)
        remedie = f"bedoelde u '{lijkt[0]}'?{f' Ook {rest} kan een weegfactor zijn' if rest else ''}"
    return Probleem(wat, remedie, "traject.toml", kolom=veld)


def list_gewichten(tabel: Tabel) -> list[str]:
    """Return the columns that look like weights: by their name, else numbers with decimals of which the mean is near one.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"woning": ["1", "2"] * 4, "w2": ["0,7", "1,3", "0,9", "1,1"] * 2})
    >>> list_gewichten(Tabel("e.csv", "csv", frame, tuple(map(Kolom, frame))))
    ['w2']
    """
    return [kolom.naam for kolom in tabel.kolommen if is_weight(kolom) or _averages_one(tabel, kolom)]


def refuse_labels(tabel: Tabel, kolom: Kolom) -> list[Probleem]:
    """Return the problem that the numbers of a column of weights are codes: the file says what they mean."""
    gebruikt = set(tabel.frame[kolom.naam].str.strip()) & set(kolom.labels) - set(kolom.missend)
    if len(gebruikt) < _FEWEST_LABELS:
        return []
    wat = f"de kolom '{kolom.naam}' bij 'gewicht' is een vraag met antwoorden, geen weegfactor"
    return [missing_gewicht(tabel, kolom.naam, "gewicht")._replace(wat=wat)]


def _averages_one(tabel: Tabel, kolom: Kolom) -> bool:
    cellen = tabel.frame[kolom.naam]
    if kolom.labels or not is_filled(cellen).any():
        return False
    getallen = read_getallen(cellen[is_filled(cellen)])
    if getallen.isna().any() or getallen.lt(0).any() or getallen.nunique() < _FEWEST_WEIGHTS:
        return False
    return bool((getallen % 1).ne(0).any() and _NEAR_ONE[0] <= getallen.mean() <= _NEAR_ONE[1])
