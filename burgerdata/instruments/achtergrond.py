"""Traits of people that are told by their header and a handful of answers together: how one lives, works, or is housed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.shapes import Kolom

_FEWEST, _MOST = 2, 12
"""Answers of a trait by which people can be compared."""
_HUUR_KOOP = r"(?:huur|koop|huurder|koper|eigenaar)(?:woning)?"
_KOP = re.compile(
    rf"(?:woon|werk|gezins|leef|arbeids|huishoud|inkomens)[ -]?situatie|woonvorm|leefvorm|{_HUUR_KOOP}(?: ?(?:of|en|/|-) ?| ){_HUUR_KOOP}|huurkoop"
    r"|eigendom(?:ssituatie|svorm)?|type (?:woning|bewoner|huishouden)|soort (?:woning|huishouden)|woningtype|bewonerstype"
    r"|werk(?:zaam|status|kring)?|betaald werk|werkend|arbeids(?:positie|status|markt ?positie)|dagbesteding|beroep(?:sgroep)?"
    r"|gezin(?:ssamenstelling|stype)?|samenstelling (?:huishouden|gezin)|huishoud(?:ens?)?(?:samenstelling|type|grootte)?|burgerlijke staat"
    r"|(?:thuiswonende )?kinderen(?: thuis)?|stadsdeel|dorp|kern|woonkern|woonplaats|woonwijk|wijk|buurt|wijk of (?:dorp|kern)|gebied"
    r"|nationaliteit|geboorteland|afkomst|herkomst|etniciteit|(?:culturele|migratie) ?achtergrond"
    r"|gender(?:identiteit)?|geslacht|leeftijd(?:s(?:groep|klasse|categorie))?|opleiding(?:s(?:niveau|richting))?|inkomen(?:s(?:groep|klasse|niveau))?",
    re.IGNORECASE,
)
_VRAAG = re.compile(
    r"(?:wat|hoe) is (?:uw|je|jouw) (?:\w+ ){0,2}(?:\w*situatie|woonvorm|dagbesteding|herkomst|afkomst|nationaliteit|geboorteland|gender|huishouden)\b"
    r"|(?:huurt u|huur je|woont u in een (?:huur|koop)|is uw woning (?:een )?(?:huur|koop)|heeft u een (?:huur|koop))"
    r"|bent u (?:een )?(?:huurder|koper|eigenaar|woningeigenaar)|hoe is uw huishouden|uit hoeveel personen bestaat"
    r"|(?:heeft|hebt) u (?:betaald )?werk\b|woont u (?:alleen|samen)|waar bent u geboren|in welk land bent u"
    r"|(?:in|uit) welk (?:dorp|stadsdeel|deel van)",
    re.IGNORECASE,
)
_VOORAAN = re.compile(r"(?:q|v|vr|vraag)?\d+[a-z]?[ ._:)-]+|(?:uw|je|jouw)[ _]", re.IGNORECASE)
"""A number or "uw" before the name of a trait."""
_JA_NEE = frozenset(["ja", "nee"])
_MET_JA = re.compile(r".*(?:betaald werk|werkend|werkzaam|kinderen).*", re.IGNORECASE)
"""Headers of which yes or no is the trait; a bare "werk" with yes or no may be about anything."""


def is_achtergrond(kolom: Kolom, antwoorden: Sequence[str]) -> bool:
    """Return whether a column with these answers is a trait by which people can be compared.

    Examples
    --------
    >>> is_achtergrond(Kolom("Huur of koop"), ["huur", "koop"]), is_achtergrond(Kolom("3. Uw woonsituatie (kies)"), ["alleen", "samen"])
    (True, True)
    >>> is_achtergrond(Kolom("werk"), ["ja", "nee"]), is_achtergrond(Kolom("Welke klus eerst?"), ["dak", "glas"])
    (False, False)
    """
    if not _FEWEST <= len(antwoorden) <= _MOST or kolom.reeks or kolom.set_naam:
        return False
    kaal, tekst = (_strip(woorden) for woorden in (kolom.naam, kolom.tekst))
    if _VRAAG.match(tekst) or _VRAAG.match(kaal):
        return True
    past = _KOP.fullmatch(kaal) or _KOP.fullmatch(tekst)
    alleen_ja = {antwoord.strip().casefold() for antwoord in antwoorden} <= _JA_NEE
    return bool(past) and (not alleen_ja or _MET_JA.fullmatch(f"{kaal} {tekst}") is not None)


def _strip(woorden: str) -> str:
    """Return a header without its number, the signs around it and what stands between brackets."""
    zonder = re.sub(r"\([^)]*\)", " ", woorden.replace("_", " "))
    kaal = " ".join(zonder.split()).strip(" ?:.*-")
    return _VOORAAN.sub("", _VOORAAN.sub("", kaal, count=1), count=1)
