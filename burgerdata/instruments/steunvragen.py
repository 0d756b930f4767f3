"""Whether a question asks if people are for something, and not whether they will take part in research or help a neighbour."""

from __future__ import annotations

import re

_PLAN = r"(?:het|dit|dat|de|deze|die|een|ons|onze) (?:[\w-]+ ){0,2}?(?:\w*voorstel\w*|\w*plan(?:nen)?|idee(?:ën)?|maatregel\w*|optie\w*|initiatief\w*)\b"
"""What is put before people to be for or against."""
_STEUN = re.compile(
    r"^(?:steunt u\b|bent u (?:(?:er|hier) )?voor of tegen\b|zou(?:dt)? u mee ?doen\b|(?:hoe )?staat u (?:positief of negatief )?tegenover\b"
    rf"|(?:wat|hoe) (?:vindt|denkt) u (?:zelf )?(?:van|over) {_PLAN}"
    rf"|(?:bent u het|in hoeverre bent u het) (?:eens|oneens|eens of oneens|\(on\)eens) met {_PLAN}"
    r"|(?:vindt u|zou u) (?:het|dit|dat) (?:een )?goed(?: idee| plan| voorstel)?\b.*\b(?:als|dat|om)\b)",
    re.IGNORECASE,
)
"""How a question begins that asks whether people are for it."""
_IEMAND = re.compile(
    r"^steunt u (?:\w+ )?(?:iemand|mensen|anderen?|een ander\b|\w*(?:naasten?|famili\w+|buur\w*|buren|vriend\w*|ouders?|kind\w*|partner|zorger)\b"
    r"|goede doel\w*|een goed doel|vereniging\w*)|\b(?:als|een|uw) (?:mantelzorger|vrijwilliger|donateur)\b",
    re.IGNORECASE,
)
"""Support for people, which is help."""
_MENING = re.compile(
    r"\b(?:vindt u|vind je|mening|voorstel|voorkeur|liefst|belangrijk\w*|wilt u|zou(?:dt)? u willen|wens\w*|volgorde|het eerst|verbeter\w*"
    r"|(?:on)?eens|denkt u (?:van|over))\b",
    re.IGNORECASE,
)
_MEEDOEN = re.compile(
    r"\bmee ?(?:te |ge)?(?:doen|doet|deed|daan|werken|werkt)\b|\b(?:doet?|deed|werkte?)\b.*\bmee\b"
    r"|\bdeel ?(?:te |ge)?(?:nemen|neemt|nam|nomen)\b|\b(?:neemt?|nam)\b.*\bdeel\b|\b(?:lid|deelnemer)\b",
    re.IGNORECASE,
)
_AAN_ONDERZOEK = re.compile(
    r"\b(?:aan|van|met|in|bij) (?:\S+ ){0,3}?\S*(?:onderzoek|panel|enqu[eê]te|vragenlijst|interview|gesprek|focusgroep|klankbord|peiling|vervolg)",
    re.IGNORECASE,
)


def asks_steun(tekst: str) -> bool:
    """Return whether a question asks if people are for something.

    Examples
    --------
    >>> [asks_steun(tekst) for tekst in ("Steunt u het plan?", "Zou u meedoen?", "Bent u voor of tegen woningbouw?")]
    [True, True, True]
    >>> asks_steun("Wat vindt u van het voorstel om de vergunning duurder te maken?"), asks_steun("Wat vindt u van de planning?")
    (True, False)
    >>> [asks_steun(tekst) for tekst in ("Steunt u iemand als mantelzorger?", "Zou u meedoen aan ons bewonerspanel?")]
    [False, False]
    """
    kaal = tekst.strip()
    return _STEUN.search(kaal) is not None and not _IEMAND.search(kaal) and not asks_deelname(kaal)


def asks_mening(tekst: str) -> bool:
    """Return whether a question asks what people think or want, and not what they have, do or did.

    Examples
    --------
    >>> asks_mening("Wat vindt u belangrijk bij laadpalen?"), asks_mening("Heeft u een auto?")
    (True, False)
    """
    return asks_steun(tekst) or _MENING.search(tekst) is not None


def asks_deelname(tekst: str) -> bool:
    """Return whether a question is about taking part in research, which is no opinion on its subject.

    Examples
    --------
    >>> asks_deelname("Waarom doet u mee aan dit onderzoek?"), asks_deelname("Waarom doet u mee aan de buurtmoestuin?")
    (True, False)
    """
    return _MEEDOEN.search(tekst) is not None and _AAN_ONDERZOEK.search(tekst) is not None
