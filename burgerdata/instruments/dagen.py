"""Days as people write them on a form: with the name of the month, and without the year that everybody knew."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd

from burgerdata.instruments.momenten import NUMBER, read_momenten

_DAY = re.compile(
    r"\s*(?:(?:ma|di|wo|do|vr|za|zo)(?:\w*dag)?[.,]?\s+)?(\d{1,2})(?:\s+(?:de\s+)?([^\W\d_]+)\.?|[-/](\d{1,2}))\s*",
    re.IGNORECASE,
)


def read_dagen(cellen: pd.Series, *, begin: date | None = None, eind: date | None = None) -> pd.Series:
    """Return the cells as datetime64[s], NaT where a cell is no day or its year cannot be told for certain.

    A day without a year ("24 mei", "24-5") takes the one year in which it lies between ``begin`` and ``eind``; of a
    period with only one end, or none, the year of that end and of all full dates in the column, when it is one.

    Examples
    --------
    >>> read_dagen(pd.Series(["10-5-2025", "24 mei", "za 24 mei"])).dt.strftime("%d-%m-%Y").tolist()
    ['10-05-2025', '24-05-2025', '24-05-2025']
    >>> read_dagen(pd.Series(["2 jan"]), begin=date(2025, 12, 1), eind=date(2026, 1, 31)).dt.year.tolist()
    [2026]
    """
    gelezen = read_momenten(cellen)
    los = {
        str(cel): gevonden
        for cel in cellen[gelezen.isna()].unique()
        if (gevonden := _DAY.fullmatch(str(cel)))
    }
    jaren = {int(jaar) for jaar in gelezen.dropna().dt.year} | {dag.year for dag in (begin, eind) if dag}
    dagen = {cel: _complete(gevonden, jaren, begin, eind) for cel, gevonden in los.items()}
    vol = pd.to_datetime(cellen.astype("str").map(dagen), errors="coerce").astype("datetime64[s]")
    return gelezen.fillna(vol)


def lacks_year(cellen: pd.Series) -> bool:
    """Return whether some cells are days of which the year cannot be told from the column itself.

    Examples
    --------
    >>> lacks_year(pd.Series(["12 sept", "13 sept."])), lacks_year(pd.Series(["12 sept 2026", "13 sept"]))
    (True, False)
    """
    los = cellen[read_dagen(cellen).isna()].astype("str")
    return any(_DAY.fullmatch(cel) for cel in los.unique() if cel.strip())


def _complete(gevonden: re.Match[str], jaren: set[int], begin: date | None, eind: date | None) -> date | None:
    """Return the day in the one year that fits; None where no year or more than one does."""
    dag, naam, nummer = gevonden.groups()
    maand = int(nummer) if nummer else NUMBER.get(naam.casefold(), 0)
    mogelijk = [datum for jaar in sorted(jaren) if (datum := make_dag(jaar, maand, int(dag)))]
    if begin and eind:
        mogelijk = [datum for datum in mogelijk if begin <= datum <= eind]
    return mogelijk[0] if len(mogelijk) == 1 else None


def make_dag(jaar: int, maand: int, dag: int) -> date | None:
    """Return a day, None where the calendar has no such day."""
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
