"""Headers of a list of decisions: what became of each point, who decided it, and how far that is."""

from __future__ import annotations

import re
from dataclasses import replace

from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.schema.labels import MAANDBEGIN
from burgerdata.shapes import Tabel

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
_STREEP = " - "
"""What stands between the parts of a header of two rows."""
_OORDEEL = re.compile(r"akkoord|ja ?(?:/|of) ?nee|overgenomen|status|uitkomst|wat|tekst|inhoud")
"""Under a header over several columns: the column that tells what the header above it says."""
_MOMENT = re.compile(r"datum|op|d\.? ?d|wanneer|dag")
_HOE = re.compile(r"via|hoe|kanaal")
_KOP_ANTWOORD = re.compile(rf"(?:antwoord|reactie|standpunt|besluit) {_WIE}(?: {_WANNEER})?")


def is_statuskop(kop: str) -> bool:
    """Return whether a header says that its column tells what became of a point.

    Examples
    --------
    >>> is_statuskop("Stand van zaken"), is_statuskop("Besluit?"), is_statuskop("Waarom (niet)")
    (True, True, False)
    """
    return KOP_STATUS.fullmatch(bare_besluitkop(kop)) is not None


def bare_besluitkop(kop: str) -> str:
    """Return a header of a list of decisions as it is compared: one of two rows as the one header that says the same.

    Examples
    --------
    >>> [bare_besluitkop(kop) for kop in ("Besluit?", "Besluit - akkoord?", "Besluit - datum", "Besluit - Toelichting")]
    ['besluit', 'besluit', 'datum besluit', 'toelichting']
    """
    kaal = bare_kop(kop)
    boven, streep, onder = (deel.strip() for deel in kaal.partition(_STREEP))
    if not streep:
        return kaal
    if _MOMENT.fullmatch(onder):
        return f"datum {boven}"
    if _HOE.fullmatch(onder):
        return f"{boven} {onder}"
    return boven if _OORDEEL.fullmatch(onder) else onder


def spell_koppen(tabel: Tabel) -> Tabel:
    """Return a table with each header of two rows in full; its columns stay in their order."""
    nieuw = [
        kolom.tekst if kolom.tekst.endswith(f"{_STREEP}{kolom.naam}") else kolom.naam
        for kolom in tabel.kolommen
    ]
    if len({*nieuw}) < len(nieuw):
        return tabel
    namen = {kolom.naam: naam for kolom, naam in zip(tabel.kolommen, nieuw, strict=True)}
    kolommen = tuple(replace(kolom, naam=namen[kolom.naam]) for kolom in tabel.kolommen)
    return replace(tabel, frame=tabel.frame.rename(columns=namen), kolommen=kolommen)


def is_standkop(kop: str) -> bool:
    """Return whether a header says how far a point is, and not what was decided about it.

    Examples
    --------
    >>> is_standkop("Voortgang"), is_standkop("Stand per 1 mei 2026"), is_standkop("Besluit")
    (True, True, False)
    """
    return is_statuskop(kop) and re.match(rf"(?:{_STAND})\b", bare_besluitkop(kop)) is not None


def is_antwoordkop(kop: str) -> bool:
    """Return whether a header says that its column holds what a government answered or decided, by its name.

    Examples
    --------
    >>> is_antwoordkop("Antwoord van het college"), is_antwoordkop("Reactie B&W"), is_antwoordkop("Reactie")
    (True, True, False)
    """
    return _KOP_ANTWOORD.fullmatch(bare_besluitkop(kop)) is not None
