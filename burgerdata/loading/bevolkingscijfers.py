"""Figures of a population as an analyst gets them from StatLine: no answers of people, and no sortition."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.aantallen import read_aantallen
from burgerdata.instruments.kinds import is_trait
from burgerdata.instruments.values import read_getallen
from burgerdata.shapes import Tabel

_TRAIT_HEADER = re.compile(r"kenmerk|variabele|achtergrondkenmerk|onderwerp", re.IGNORECASE)
_CLASS_HEADER = re.compile(r"klasse|categorie|groep|waarde|label", re.IGNORECASE)
_FIGURE_HEADER = re.compile(r"aantal.*|aandeel.*|percentage.*|%|bevolking.*|inwoners.*", re.IGNORECASE)
_OF_STATISTICS = re.compile(r"peildatum|peiljaar|populatie|bron(?:vermelding)?", re.IGNORECASE)
_COUNTED_PEOPLE = re.compile(
    r"(?:aantal|n|freq(?:uentie)?|count|tota+l)(?: .*)?|(?:mensen|personen|inwoners|huishoudens|cli[eë]nten|klanten|uitkeringen|uitkeringsgerechtigden|leden)",
    re.IGNORECASE,
)
_YEAR_HEADER = re.compile(r"jaar|peiljaar|perioden?", re.IGNORECASE)
_WHOLE = re.compile(r"(?:sub|eind)?tota+l|alle\b|gehele? ", re.IGNORECASE)
_FEWEST_KINDS = 2
_NEARLY_ALL = 0.8
"""The share of all combinations of traits that figures have a row for; of people hardly any combination comes once."""
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
    getallen = read_aantallen(pd.concat([tabel.frame[kolom.naam].astype("str") for kolom in rest]))
    heel = bool(getallen.notna().all()) and bool((getallen.ge(0) & (getallen % 1).eq(0)).all())
    return heel and float(getallen.sum()) > _LARGEST_LOTING


def holds_crossed(tabel: Tabel) -> bool:
    """Return whether a table counts people per combination of two or more traits: a row for nearly each, and none twice.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> rijen = [("18-44", "man", "90"), ("18-44", "vrouw", "80"), ("45+", "man", "70"), ("45+", "vrouw", "60")]
    >>> frame = pd.DataFrame(rijen, columns=["Leeftijd", "Geslacht", "Aantal cliënten"])
    >>> holds_crossed(Tabel("b.csv", "csv", frame, tuple(Kolom(naam) for naam in frame)))
    True
    """
    bij = [kolom for kolom in tabel.kolommen if not _is_about_figures(kolom.naam)]
    getallen = {kolom.naam: read_aantallen(tabel.frame[kolom.naam].astype("str")) for kolom in bij}
    tellend = [kolom.naam for kolom in bij if not is_trait(kolom) and getallen[kolom.naam].notna().all()]
    over = [kolom for kolom in bij if kolom.naam not in tellend]
    if not tellend or len(over) < _FEWEST_KINDS or not any(map(is_trait, over)):
        return False
    klassen = (
        tabel.frame[[kolom.naam for kolom in over]].astype("str").apply(lambda cellen: cellen.str.strip())
    )
    heel_rij = klassen.apply(lambda cellen: cellen.str.match(_WHOLE)).any(axis=1)
    klassen = klassen[~heel_rij]
    soorten = klassen.nunique()
    if klassen.eq("").to_numpy().any() or klassen.duplicated().any() or soorten.min() < _FEWEST_KINDS:
        return False
    aantal = pd.concat([getallen[naam] for naam in tellend])
    genoemd = len(tellend) == 1 and _COUNTED_PEOPLE.fullmatch(tellend[0].strip())
    geteld = genoemd or float(aantal.sum()) > _LARGEST_LOTING
    heel = bool((aantal.ge(0) & (aantal % 1).eq(0)).all())
    return bool(geteld) and heel and len(klassen) >= _NEARLY_ALL * float(soorten.prod())


def _is_about_figures(kop: str) -> bool:
    """Return whether a column tells of when or from where figures are."""
    return bool(_OF_STATISTICS.fullmatch(kop.strip()) or _YEAR_HEADER.fullmatch(kop.strip()))
