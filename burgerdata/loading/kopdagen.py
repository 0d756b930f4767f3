"""The day of a meeting in the lines above its talk or its table, told from days of letters, decisions and printing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from burgerdata.loading.naamdagen import Moment, find_dag, find_eerste, tell_dag

_DAG = r"(?:(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)\.?\s+)?(?:de\s+)?\d"
_GEDAAN = (
    r"(?:uitgewerkt|uitgeschreven|uitgedraaid|uitdraai|afgedrukt|geprint|ge[eë]xporteerd|gedownload|gemaakt|opgemaakt"
    r"|opgesteld|geschreven|opgeslagen|bewaard|bewerkt|bijgewerkt|aangepast|gewijzigd|geactualiseerd|vastgesteld|goedgekeurd"
    r"|gecodeerd|geanonimiseerd|getranscribeerd|verstuurd|verzonden|toegestuurd|gepubliceerd|uitgenodigd|aangenomen|besloten"
    r"|ingediend|ontvangen|ondertekend|aangemeld|geworven)"
)
"""What is done with a report or to people before and after they meet."""
_STUK = (
    r"(?:\w*(?:besluit|brief|mail|motie|amendement|nota|notitie|memo|voorstel|visie|plan|beleid|rapport|advies|verordening|akkoord)"
    r"|wet|uitnodiging|(?:gemeente)?raad|raadsvergadering|commissie|college|stuurgroep|b\s?(?:&|en)\s?w)"
)
"""What has a day of its own, or meets itself."""
_ANDERS = re.compile(
    rf"\b{_GEDAAN}\b\s*(?:op|per|door|in|d\.?d\.?|[:-]|\d|{_DAG}|$)"
    rf"|\b{_STUK}\b(?:\s+[^\d\s]+){{0,6}}?\s+(?:van|uit|d\.?d\.?)\s+{_DAG}"
    rf"|\b(?:per|sinds|vanaf|uiterlijk|v[oó][oó]r|tot|na)\s+{_DAG}"
    rf"|\b(?:versie|concept|definitief|stand|\w+datum|(?:datum|dag)\s+(?:van\s+)?(?:de\s+|het\s+)?(?:verslag|uitdraai|export|print|versie|besluit|brief))"
    rf"\s*(?:van|per|op|d\.?d\.?|[:-])?\s*{_DAG}"
    r"|\b(?:vorige?|volgende?|eerdere?)\b|\bnaar aanleiding van\b|\bn\.a\.v\."
)
_DEEL = re.compile(r"[,;()|]|\.\s+(?=\D)|\s[-–]\s")
_GENOEMD = re.compile(r"\W*(?:datum|dag|wanneer|gehouden|afgenomen|opgenomen|opname)\b")
_SAMEN = re.compile(
    r"gesprek|groep|dialoog|bijeenkomst|sessie|tafel|avond|middag|ochtend|interview|test|workshop|inloop|atelier|verslag"
)
_KORT = 5
"""Words of a line that hardly says more than a day: "dinsdag 12 mei 2026"."""
_TITEL = 15
"""Words of a line that may be a title."""
_CIJFER = re.compile(r"\d")


def find_kopdag(regels: Iterable[str]) -> tuple[Moment, date | None]:
    """Return the day that lines above a talk or table tell, 0 for what is not there, and the last of more days together.

    A line that begins with "Datum" goes before a title that names a meeting or only a day, and that before others; where such lines tell
    different days none is known.

    Examples
    --------
    >>> find_kopdag(["Naar aanleiding van het besluit van 3 maart 2020", "Focusgroep Oost, 12 mei 2026"])
    ((2026, 5, 12), None)
    >>> find_kopdag(["Stand per 1 juni 2026"]), find_kopdag(["Test, 1 en 2 mei 2026"])
    (((0, 0, 0), None), ((2026, 5, 1), datetime.date(2026, 5, 2)))
    """
    gevonden = [
        (_rank(regel), find_eerste(regel, dag), dag)
        for regel in map(_drop_anders, regels)
        if (dag := find_dag(regel))[2]
    ]
    beste = min((rang for rang, _, _ in gevonden), default=0)
    dagen = {(eerste, laatste) for rang, eerste, laatste in gevonden if rang == beste}
    heel = {laatste[1:] for _, laatste in dagen if laatste[0]}
    dagen = {paar for paar in dagen if paar[1][0] or paar[1][1:] not in heel}
    if len(dagen) != 1:
        return (0, 0, 0), None
    eerste, laatste = dagen.pop()
    return eerste, tell_dag(laatste)[0] if eerste != laatste else None


def _rank(regel: str) -> int:
    """Return how surely the day in a line is that of a meeting, 0 the surest."""
    woorden = len(regel.split())
    if _GENOEMD.match(regel):
        return 0
    return 1 if woorden <= _KORT or (_SAMEN.search(regel) and woorden <= _TITEL) else 2


def _drop_anders(regel: str) -> str:
    """Return a folded line without the parts in which a day is of something else; one without a day takes along what follows."""
    over, anders = [], False
    for deel in _DEEL.split(regel.casefold()):
        anders = bool(_ANDERS.search(deel.strip())) or (
            anders and not _GENOEMD.match(deel) and not _SAMEN.search(deel)
        )
        if not anders:
            over.append(deel)
        anders = anders and not _CIJFER.search(deel)
    return ", ".join(over)
