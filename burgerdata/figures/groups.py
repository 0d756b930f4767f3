"""Which rows of a table belong to one panel, and how that panel is called."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from burgerdata import activiteitnamen
from burgerdata.figures.preparation import flag, numbers, texts
from burgerdata.getallen import format_getal
from burgerdata.toelichting import read_toelichting

TOTAAL = ("totaal", "alle", "allen", "iedereen")


@dataclass(frozen=True)
class Deel:
    """A panel's rows with its name and base; ``indicatief`` when a reader must be careful with it."""

    naam: str
    rijen: pd.DataFrame
    basis: float
    indicatief: bool

    @property
    def n(self) -> str:
        """Return the base as it is printed, with a star when the group is small."""
        if pd.isna(self.basis):
            return ""
        return f"n = {format_getal(self.basis)}{'*' if self.indicatief else ''}"


def find_per(table: pd.DataFrame) -> str:
    """Return the column that holds the groups of a table, or an empty text when it has none."""
    naam = read_toelichting(table).per
    return next((kolom for kolom in (naam, "per") if kolom and kolom in table.columns), "")


def split_delen(table: pd.DataFrame) -> tuple[Deel, ...]:
    """Return a part per activity and group, in the order of the table; activities are never put together."""
    per = find_per(table)
    activiteit = texts(table, "activiteit_id")
    groep = texts(table, per) if per else pd.Series("", index=table.index, dtype="str")
    namen = name_activiteiten(table) if activiteit.nunique() > 1 else {}
    delen = []
    for (bron, naam), rijen in table.groupby([activiteit, groep], sort=False, observed=True, dropna=False):
        kop = " · ".join(filter(None, (namen.get(str(bron), ""), str(naam))))
        basis = numbers(rijen, "basis").max()
        delen.append(Deel(kop, rijen, basis, bool(flag(rijen, "indicatief").any())))
    return tuple(delen)


def name_activiteit(rijen: pd.DataFrame, activiteit_id: str) -> str:
    """Return an activity as a reader would call it: instrument and, for a wave, its month.

    Examples
    --------
    >>> name_activiteit(pd.DataFrame({"instrument": ["klantpanel"]}), "klantpanel_2026-03")
    'klantpanel maart 2026'
    """
    return activiteitnamen.name_activiteit(activiteit_id, next(iter(texts(rijen, "instrument")), ""))


def name_activiteiten(tabel: pd.DataFrame) -> dict[str, str]:
    """Return activiteit_id -> name for the activities of a table; two that would be called the same are kept apart.

    Examples
    --------
    >>> name_activiteiten(pd.DataFrame({"activiteit_id": ["noord", "zuid"], "instrument": "focusgroep"}))
    {'noord': 'focusgroepen: noord', 'zuid': 'focusgroepen: zuid'}
    """
    paren = pd.DataFrame({kolom: texts(tabel, kolom) for kolom in ("activiteit_id", "instrument")})
    return activiteitnamen.name_activiteiten(paren.drop_duplicates("activiteit_id"))


def is_totaal(naam: str) -> bool:
    """Return whether a group is the total over all groups.

    Examples
    --------
    >>> is_totaal("Totaal"), is_totaal("75+")
    (True, False)
    """
    return naam.strip().lower() in TOTAAL


def is_restgroep(label: str) -> bool:
    """Return whether an answer or theme is what is left over and stands last: "anders, namelijk", "geen thema".

    Examples
    --------
    >>> is_restgroep("Anders, namelijk…"), is_restgroep("Andere mensen helpen")
    (True, False)
    """
    return bool(re.match(r"(anders\b|overig|geen[ _]thema|geen[ _]reden)", label.strip().lower()))
