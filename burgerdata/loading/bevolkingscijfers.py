"""Figures of a population as an analyst gets them from StatLine: no answers of people, and no sortition."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.kinds import is_trait
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


def holds_cross_table(tabel: Tabel) -> bool:
    """Return whether a table counts people per category of one trait, with a column per category of another.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> frame = pd.DataFrame({"Leeftijd": ["18-44", "45+"], "Mannen": ["1.820", "3.636"], "Vrouwen": ["884", "5.168"]})
    >>> holds_cross_table(Tabel("b.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    kenmerk, *rest = tabel.kolommen
    klassen = tabel.frame[kenmerk.naam].astype("str").str.strip()
    if not rest or not is_trait(kenmerk) or klassen.duplicated().any() or not klassen.ne("").all():
        return False
    # all columns together: of one alone too few thousands may tell what its dots are
    getallen = read_getallen(pd.concat([tabel.frame[kolom.naam].astype("str") for kolom in rest]))
    heel = bool(getallen.notna().all()) and bool((getallen.ge(0) & (getallen % 1).eq(0)).all())
    return heel and float(getallen.sum()) > _LARGEST_LOTING
