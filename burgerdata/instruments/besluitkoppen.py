"""Headers of a list of decisions: what became of each point, who decided it, and how far that is."""

from __future__ import annotations

import re

from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.schema.labels import MAANDBEGIN

_WIE = r"(?:(?:van )?(?:de |het )?)?(?:gemeente)?(?:raad|college|kabinet|bestuur|gemeente|minister(?:ie)?|opdrachtgever|staten|b ?(?:en|&) ?w|gs|ps)"
_WANNEER = rf"(?:van |op |d d )?(?:\d{{1,2}}[ -])?(?:(?:{MAANDBEGIN})[a-z]*|\d{{1,2}})?[ -]?(?:20\d\d)?"
"""Who decided and when, behind the header of a column of decisions: "Besluit raad 25 juni"."""
_STAND = r"status|stand(?: van (?:de )?zaken)?|voortgang|afdoening|stavaza"
"""Headers of how far a point is: a state too, or prose beside the column with what was decided."""
UITVOERING = rf"(?:(?:{_STAND}) )?(?:van (?:de )?)?(?:uitvoering|realisatie)(?: ?{_WANNEER})?|uitvoerings?(?:status|stand|fase)|hoe ver(?: .*)?|uitgevoerd"
"""Headers of how far what was decided is, beside the decision itself."""
KOP_STATUS = re.compile(
    rf"overgenomen|kabinetsreactie|beslissing|(?:{_STAND})(?: (?:per|op|t/m) )?(?: {_WIE})?(?: ?{_WANNEER})?"
    rf"|(?:besluit|reactie|oordeel|standpunt)(?: {_WIE})?(?: {_WANNEER})?|antwoord {_WIE}(?: {_WANNEER})?"
    r"|wat (?:doen we|doet (?:de |het )?(?:gemeente|college|ministerie)|wordt|gebeurt)(?: er| we| hier)?(?: ?mee)?(?: gedaan)?"
)
_KOP_ANTWOORD = re.compile(rf"(?:antwoord|reactie|standpunt|besluit) {_WIE}(?: {_WANNEER})?")


def is_statuskop(kop: str) -> bool:
    """Return whether a header says that its column tells what became of a point.

    Examples
    --------
    >>> is_statuskop("Stand van zaken"), is_statuskop("Besluit?"), is_statuskop("Waarom (niet)")
    (True, True, False)
    """
    return KOP_STATUS.fullmatch(bare_kop(kop)) is not None


def is_standkop(kop: str) -> bool:
    """Return whether a header says how far a point is, and not what was decided about it.

    Examples
    --------
    >>> is_standkop("Voortgang"), is_standkop("Stand per 1 mei 2026"), is_standkop("Besluit")
    (True, True, False)
    """
    return is_statuskop(kop) and re.match(rf"(?:{_STAND})\b", bare_kop(kop)) is not None


def is_antwoordkop(kop: str) -> bool:
    """Return whether a header says that its column holds what a government answered or decided, by its name.

    Examples
    --------
    >>> is_antwoordkop("Antwoord van het college"), is_antwoordkop("Reactie B&W"), is_antwoordkop("Reactie")
    (True, True, False)
    """
    return _KOP_ANTWOORD.fullmatch(bare_kop(kop)) is not None
