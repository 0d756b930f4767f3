"""Figures of a population as an analyst gets them from StatLine: no answers of people, and no sortition."""

from __future__ import annotations

import re

from burgerdata.instruments.values import read_getallen
from burgerdata.shapes import Tabel

_TRAIT_HEADER = re.compile(r"kenmerk|variabele|achtergrondkenmerk|onderwerp", re.IGNORECASE)
_CLASS_HEADER = re.compile(r"klasse|categorie|groep|waarde|label", re.IGNORECASE)
_FIGURE_HEADER = re.compile(r"aantal.*|aandeel.*|percentage.*|%|bevolking.*|inwoners.*", re.IGNORECASE)
_OF_STATISTICS = re.compile(r"peildatum|peiljaar|populatie|bron(?:vermelding)?", re.IGNORECASE)
_LARGEST_LOTING = 1_000
"""More people than any assembly draws: such counts are of a population."""


def holds_marges(tabel: Tabel) -> bool:
    """Return whether a table gives figures of a population per category of a trait, as marges.xlsx does.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Kenmerk": ["leeftijd"], "Klasse": ["18-34"], "Aantal": ["4.860"], "Bron": ["CBS"]})
    >>> holds_marges(Tabel("m.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    koppen = [kolom.naam.strip() for kolom in tabel.kolommen]
    soorten = [
        next((kolom.naam for kolom in tabel.kolommen if vorm.fullmatch(kolom.naam.strip())), "")
        for vorm in (_TRAIT_HEADER, _CLASS_HEADER, _FIGURE_HEADER)
    ]
    over = [kop for kop in koppen if kop not in {naam.strip() for naam in soorten}]
    if not all(soorten) or not all(map(_OF_STATISTICS.fullmatch, over)):
        return False
    getallen = read_getallen(tabel.frame[soorten[2]].str.rstrip(" %"))
    return bool(getallen.notna().any()) and (bool(over) or float(getallen.sum()) > _LARGEST_LOTING)
