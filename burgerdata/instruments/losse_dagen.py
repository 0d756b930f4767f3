"""Days without a year in a list of decisions ("ja, nieuwsbrief 10-9"): the year follows from the day of the decision."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd

from burgerdata.instruments.momenten import NUMBER

_MAAND = "|".join(sorted(NUMBER, key=len, reverse=True))
_DAG = rf"(?!24/7(?!\d))(?P<dag>\d{{1,2}})(?:[-/](?P<getal>\d{{1,2}})(?![-/.]?\d)| (?P<maand>{_MAAND})\b\.?)(?! ?20\d\d)"
_ERNA = (
    r"(?=\s*(?:$|[,;:.()–—]|-\s|(?:via|met|aan|in|op|bij|door|en|per (?!week|dag|maand|jaar|persoon|keer|buurt|wijk|straat))\b"
    r"|(?:nieuws|informatie|uitnodigings|bewoners)?(?:brief|avond|bijeenkomst)\b|(?:e-?)?mail\b|bericht|website|app\b|flyer|post\b|telefonisch|mondeling|gebeld|verstuurd))"
)
"""What may follow a day in digits at the begin of a cell; "2-3 brieven" counts letters, and "3-4 deelnemers" people."""
_LOS = re.compile(
    rf"^(?:ja\b[ ,;:.–-]*)?(?:op )?{_DAG}(?:(?<=[^\W\d_])|(?<=\.)|{_ERNA})"
    rf"|(?<![-/.\d])(?<!\baan )(?<!\bpagina )(?<!\bblz )(?<!\bblz\. )(?<!\bp\. ){_DAG.replace('?P<', '?P<eind_')}[ .)]*$",
    re.IGNORECASE,
)
"""A day at the begin or the end of what a cell says: "3-4" halfway may be pages or people, and "24/7" is always."""
_LANGST = 300
"""Days after a decision within which people heard of it; what fell just before it would be nearly a year later."""


def find_losse_dag(cel: str) -> tuple[int, int]:
    """Return day and month that stand in a text without a year; zeros where there is none.

    Examples
    --------
    >>> find_losse_dag("ja, nieuwsbrief 10-9"), find_losse_dag("10 sept, brief"), find_losse_dag("brief 10-9-2026")
    ((10, 9), (10, 9), (0, 0))
    """
    gevonden = _LOS.search(cel.strip())
    if gevonden is None:
        return 0, 0
    dag, getal, maand = (gevonden[naam] or gevonden[f"eind_{naam}"] for naam in ("dag", "getal", "maand"))
    nummer = int(getal) if getal else NUMBER[maand.casefold()]
    try:
        date(2024, nummer, int(dag))  # a leap year: 29-2 is a day
    except ValueError:
        return 0, 0
    return int(dag), nummer


def drop_losse_dag(cel: str) -> str:
    """Return a text without the day in it that has no year."""
    return _LOS.sub("", cel.strip()).strip(" ,;:")


def read_losse_dagen(cellen: pd.Series, besluit: pd.Series) -> pd.Series:
    """Return the day of each cell, of which the year is that of the first such day since the decision; else NaT.

    A point without a day of its decision goes by the first decision of the list.

    Examples
    --------
    >>> besluit = pd.Series(pd.to_datetime(["2026-11-03", None, "2026-11-03"]))
    >>> dagen = read_losse_dagen(pd.Series(["ja, brief 10-1", "ja, brief 10-12", "ja, 1-11"], dtype="str"), besluit)
    >>> dagen.dt.strftime("%Y-%m-%d").fillna("").tolist()
    ['2027-01-10', '2026-12-10', '']
    """
    vanaf = besluit.fillna(besluit.min())
    dagen = [_date_dag(cel, dag) for cel, dag in zip(cellen.astype("str"), vanaf, strict=True)]
    return pd.Series(pd.to_datetime(pd.Series(dagen, dtype="object")), dtype="datetime64[s]").set_axis(
        cellen.index
    )


def _date_dag(cel: str, vanaf: pd.Timestamp) -> date | None:
    dag, maand = find_losse_dag(cel)
    if not dag or pd.isna(vanaf):
        return None
    for jaar in (vanaf.year, vanaf.year + 1):
        try:
            datum = date(jaar, maand, dag)
        except ValueError:  # 29-2
            continue
        if 0 <= (datum - vanaf.date()).days <= _LANGST:
            return datum
    return None
