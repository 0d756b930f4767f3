"""The day, month or year that the name of a file or a wave tells, and which number in it is none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from burgerdata.instruments.dagen import make_dag
from burgerdata.instruments.momenten import NUMBER
from burgerdata.schema.labels import MAANDEN

Moment = tuple[int, int, int]
"""Year, month and day, 0 for what is not there."""
BEGIN = r"(?<![^\W\d_])"
_MEASURED = r"(?:golf|wave|meting|ronde|meetmoment|peiling)"
NUMBERED = re.compile(rf"{BEGIN}(?:{_MEASURED}|[tmw])[-_ ]?(\d{{1,2}})(?!\d)")
ORDINAL = re.compile(
    rf"(?<![^\W_])(?:(?P<cijfer>\d{{1,2}})(?:e|de|ste)|(?P<woord>eerste|tweede|derde|vierde|vijfde))[-_ ]{_MEASURED}"
)
_MONTHS = "|".join(sorted(NUMBER, key=len, reverse=True))
_BEFORE_MONTH = rf"(?=[-_ ]+(?:{_MONTHS})(?![^\W\d_]))"
_COUNTED = re.compile(
    rf"({BEGIN}(?:(?:sub)?groep|tafel|deel|team|klas|kring|nr|versie|v)[-_ ]?)(?:[1-9]|1[0-2]){_BEFORE_MONTH}"
)
"""The number of a group, not the day of the month behind it: "groep 1 jan 2026"; a higher one is a day."""
_GETELD = re.compile(
    r"(?:groep(?:en)?|tafels?|deel|teams?|klas|kring|nrs?|versie|rondes?|gesprek(?:ken)?)\W*\Z"
)
"""What is counted by a number behind it: "tafel 3 en 4 mei"."""
_SERIES = re.compile(rf"(?<!\d)\d{{1,2}}{_BEFORE_MONTH}", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([-_. ])(0?[1-9]|1[0-2])\2(20\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\d|3[01]))?(?!\d)")
_SHORT_YEAR = r"(?:1[5-9]|2\d|3[0-5])(?! +(?!def|v\d|versie|final|concept|kopie)[^\W\d_])"
"""Two digits that stand loose behind a month; "mei 20 deelnemers" says no year."""
_NAMED = re.compile(
    rf"(?:(?<!\d)(?P<dag>0?[1-9]|[12]\d|3[01])[-_. ]*)?{BEGIN}(?P<maand>{_MONTHS})(?![^\W\d_])"
    rf"(?:(?:'?(?P<vast>\d{{2}})|[-_ .']*(?P<jaar>20\d\d|{_SHORT_YEAR}))(?!\d))?"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_QUARTER = re.compile(rf"{BEGIN}(?:q|kw|kwartaal)[-_ ]?([1-4])(?!\d)")
_EXPORT = re.compile(r"export|download|extract|gegenereerd|opgeslagen|backup", re.IGNORECASE)
"""Words beside the day on which a file was made, which says nothing of when people were asked."""


def read_moment(naam: str) -> Moment | None:
    """Return the year, month and day in a name, 0 for what is not there; None when there is none, or more than one.

    A month without a year is of the only year that stands elsewhere in the name.

    Examples
    --------
    >>> read_moment("panel 2026-04-13.xlsx"), read_moment("panel okt2026 (2).xlsx"), read_moment("panel mei.xlsx")
    ((2026, 4, 13), (2026, 10, 0), (0, 5, 0))
    >>> read_moment("groep 1 jan 2026.txt"), read_moment("1 jan 2026.txt"), read_moment("mei 20 deelnemers.txt")
    ((2026, 1, 0), (2026, 1, 1), (0, 5, 0))
    """
    kaal = _strip_numbers(naam)
    dagen = _find_written(kaal)
    jaren = {int(jaar) for jaar in _YEAR.findall(kaal)}
    if not dagen:
        dagen = _find_named(kaal)
        if len(jaren) == 1:
            (jaar,) = jaren
            dagen = {(eigen or jaar, maand, dag) for eigen, maand, dag in dagen}
            kwartaal = _QUARTER.search(kaal)
            dagen = dagen or {(jaar, 3 * int(kwartaal.group(1)) - 2 if kwartaal else 0, 0)}
    return dagen.pop() if len(dagen) == 1 else None


def read_naamdag(bestand: str) -> tuple[date | None, str]:
    """Return the one day in the name of a file, and as people say it when its year or the day itself is missing.

    A year elsewhere in the name is perhaps that of a plan, and is not taken for that of the day.

    Examples
    --------
    >>> read_naamdag("Gesprek-20260324_140312-Opname.vtt"), read_naamdag("ruw/verslag 11mrt.docx")
    ((datetime.date(2026, 3, 24), ''), (None, '11 maart'))
    >>> read_naamdag("groep 3 en 4 mei.docx"), read_naamdag("2 groepen, 1-4-2026 en 2-4-2026.txt")
    ((None, '4 mei'), (None, ''))
    >>> read_naamdag("groep 1 jan 2026.txt"), read_naamdag("gesprek jongeren mei.txt")
    ((None, 'januari 2026'), (None, ''))
    """
    return tell_dag(find_naamdag(bestand))


def find_dag(tekst: str) -> Moment:
    """Return the one day, or the one month, that a text tells, 0 for what is not there; nothing but 0 where it tells more.

    Examples
    --------
    >>> find_dag("Keukentafelgesprek Molenwijk, 22 september 2026"), find_dag("8 okt"), find_dag("1-4-2026 en 2-4-2026")
    ((2026, 9, 22), (0, 10, 8), (0, 0, 0))
    """
    kaal = tekst.casefold()
    dagen = _find_written(kaal) or _find_named(kaal)
    dagen = {moment for moment in dagen if moment[2]} or dagen
    return dagen.pop() if len(dagen) == 1 else (0, 0, 0)


def find_eerste(tekst: str, moment: Moment) -> Moment:
    """Return the first of the days that a title tells together, "1 en 2 oktober 2026"; the day itself where there is one.

    Examples
    --------
    >>> find_eerste("Test formulier, 1 en 2 oktober 2026", (2026, 10, 2)), find_eerste("groep 1 en 2 mei", (0, 5, 2))
    ((2026, 10, 1), (0, 5, 2))
    """
    jaar, maand, dag = moment
    samen = re.search(
        rf"(?<![\d.,-])(\d{{1,2}})\s*(?:en|&|-|–|t/m|tot en met)\s*0?{dag}[-_. ]+{BEGIN}", tekst.casefold()
    )
    if not dag or samen is None or _GETELD.search(tekst.casefold()[: samen.start()]):
        return moment
    eerste = int(samen.group(1))
    return (jaar, maand, eerste) if 0 < eerste < dag else moment


def find_naamdag(bestand: str) -> Moment:
    """Return the one day or month in the name of a file, as ``find_dag`` does."""
    return find_dag(_strip_numbers(PurePosixPath(bestand).name))


def tell_dag(moment: Moment) -> tuple[date | None, str]:
    """Return a whole day, else what is there of it as people say it."""
    jaar, maand, dag = moment
    if jaar and dag:
        return make_dag(jaar, maand, dag), ""
    if not maand or not (jaar or dag):
        return None, ""
    return None, f"{MAANDEN[maand - 1]} {jaar}" if jaar else f"{dag} {MAANDEN[maand - 1]}"


def drop_series(bestanden: Sequence[str]) -> list[str]:
    """Return names without the number before their month where these count the files: 1, 2, 3 of names that are the same otherwise.

    Examples
    --------
    >>> drop_series(["wijk 1 jan 2026.txt", "wijk 2 jan 2026.txt"])
    ['wijk  jan 2026.txt', 'wijk  jan 2026.txt']
    >>> drop_series(["wijk 7 mei 2026.txt", "wijk 8 mei 2026.txt"])
    ['wijk 7 mei 2026.txt', 'wijk 8 mei 2026.txt']
    """
    zonder = [_SERIES.sub("", naam, count=1) for naam in bestanden]
    nummers = [int(gevonden[0]) for naam in bestanden if (gevonden := _SERIES.search(naam))]
    telt = len(nummers) > 1 and sorted(nummers) == list(range(1, len(bestanden) + 1))
    return zonder if telt and len({*zonder}) == 1 else list(bestanden)


def names_export(bestand: str) -> bool:
    """Return whether the name of a file says that a day in it is that of the export."""
    return _EXPORT.search(PurePosixPath(bestand).stem) is not None


def fold_naam(naam: str) -> str:
    """Return a name as it is searched: in lower case, without an extension."""
    stam = PurePosixPath(naam)
    return (stam.stem if stam.suffix.strip(".").isalpha() else stam.name).casefold()


def _strip_numbers(naam: str) -> str:
    """Return a folded name without the numbers of waves and groups."""
    return _COUNTED.sub(r"\1", NUMBERED.sub(" ", ORDINAL.sub(" ", fold_naam(naam))))


def _find_written(kaal: str) -> set[Moment]:
    """Return the days in a name that are written in digits; where there is none, the months."""
    dagen = {(int(jaar), int(maand), int(dag)) for dag, _, maand, jaar in _DAY_FIRST.findall(kaal)}
    rest = _DAY_FIRST.sub(" ", kaal)
    jaar_eerst = {(int(jaar), int(maand), int(dag or 0)) for jaar, maand, dag in _YEAR_FIRST.findall(rest)}
    return dagen | {moment for moment in jaar_eerst if moment[2]} or jaar_eerst


def _find_named(kaal: str) -> set[Moment]:
    """Return the days and months in a name that are written in words."""
    uit = set()
    for deel in _NAMED.finditer(kaal):
        jaar = deel["vast"] or deel["jaar"]
        uit.add((2000 + int(jaar) % 100 if jaar else 0, NUMBER[deel["maand"]], int(deel["dag"] or 0)))
    return uit
