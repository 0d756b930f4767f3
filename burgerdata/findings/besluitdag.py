"""When is decided about what is still open: a day to come is announced, a day that has passed is told as passed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from burgerdata.getallen import format_datum, join_woorden

NIETS = "daarover is niets vastgelegd"
"""What is known of a decision whose day has passed."""
_WANNEER = re.compile(r"(?:^|; )wanneer: ([^;]+)$")


def state_besluitdag(
    over: str, besluit: date | None, vandaag: date, *, los: str = "nog", redenen: Iterable[object] = ()
) -> str:
    """Return when is decided about something, as a part of a sentence; ``los`` is when, where no day was given.

    What the list itself says of when (in ``redenen``, the reasons of what is open) goes before the day of the traject.

    Examples
    --------
    >>> dag = date(2026, 11, 3)
    >>> state_besluitdag("over 1", dag, date(2026, 11, 1)), state_besluitdag("over 1", None, dag)
    ('over 1 wordt op 3 november 2026 besloten', 'over 1 wordt nog besloten')
    >>> state_besluitdag("over 1", dag, date(2026, 11, 27))
    'over 1 zou op 3 november 2026 worden besloten; daarover is niets vastgelegd'
    >>> state_besluitdag("over 1", dag, date(2026, 11, 1), redenen=["Onderzoek loopt; wanneer: maart 2027"])
    'over 1 wordt later besloten (volgens de lijst: maart 2027)'
    """
    if momenten := find_momenten(redenen):
        return f"{over} wordt later besloten (volgens de lijst: {join_woorden(momenten)})"
    if besluit is None:
        return f"{over} wordt {los} besloten"
    if besluit < vandaag:
        return f"{over} zou op {format_datum(besluit)} worden besloten; {NIETS}"
    return f"{over} wordt op {format_datum(besluit)} besloten"


def find_momenten(redenen: Iterable[object]) -> list[str]:
    """Return when something is planned, as the lists of decisions say it behind their reasons.

    Examples
    --------
    >>> find_momenten(["Onderzoek loopt; wanneer: maart 2027", "wanneer: Q2 2027", "wanneer: n.v.t", "Past niet", None])
    ['maart 2027', 'Q2 2027']
    """
    gevonden = (_WANNEER.search(str(reden)) for reden in redenen)
    momenten = dict.fromkeys(deel[1].strip() for deel in gevonden if deel)
    return [moment for moment in momenten if any(teken.isdigit() for teken in moment)]


def announce_besluit(besluit: date | None, vandaag: date) -> str:
    """Return the sentence that says when is decided, where nothing is written down yet; nothing without a day.

    Examples
    --------
    >>> announce_besluit(date(2026, 11, 3), date(2026, 11, 27)), announce_besluit(None, date(2026, 11, 27))
    ('Er zou worden besloten op 3 november 2026.', '')
    """
    if besluit is None:
        return ""
    return f"Er {'zou worden' if besluit < vandaag else 'wordt'} besloten op {format_datum(besluit)}."
