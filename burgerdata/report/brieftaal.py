"""What a list of decisions says of one point, in the words of a letter: no headers, no states of a project."""

from __future__ import annotations

import re

from burgerdata.instruments.opvolging import end_zin, split_motivering

_KWARTAAL = re.compile(r"\bq([1-4])(?: van)?(?= 20\d\d\b)", re.IGNORECASE)
_RANG = ("eerste", "tweede", "derde", "vierde")
_IS = r"(?:(?:is|zijn|nu|al|reeds|inmiddels|helemaal) )*"
"""What stands before a state that something has; "wordt" and "nog" tell of one that it is to get."""
_KLAAR, _VERVALT = "Dit is klaar.", "Dit gaat niet door."
_STANDEN = {
    "Dit is nog niet uitgevoerd.": r"(?:is )?nog niet(?: (?:begonnen|gestart|uitgevoerd|in uitvoering|klaar|gereed))?|niet gestart",
    _KLAAR: rf"{_IS}(?:uitgevoerd|gerealiseerd|gereed|klaar|afgerond|afgehandeld|gedaan)",
    "Hieraan wordt gewerkt.": rf"(?:{_IS}(?:in uitvoering(?: genomen)?|loopt(?: nog)?|lopende?|gestart|(?:nog )?(?:onderweg|in voorbereiding|bezig))|wordt (?:nu |al |momenteel )?(?:uitgevoerd|gerealiseerd))",
    "Dit is voor een deel uitgevoerd.": rf"{_IS}(?:deels|gedeeltelijk|voor een deel)(?: (?:uitgevoerd|klaar|gereed))?",
    _VERVALT: rf"(?:{_IS}|komt te )(?:vervallen|ingetrokken|gestopt|geschrapt)",
    "Dit is uitgesteld.": rf"(?:{_IS}|wordt )(?:aangehouden|uitgesteld|geparkeerd|doorgeschoven)",
}
"""How far a decision is, and the words by which a list says so."""
_ANTWOORDEN = ("reactie", "antwoord", "standpunt", "kabinetsreactie")


def tell_motivering(motivering: str, *, overgenomen: bool = False) -> list[str]:
    """Return the sentences of the letter on one point: what was decided, why, how far it is, and when it is planned.

    Of what is done or dropped the planning is left out, and so is a moment that the list has beside a refusal: whether that is
    right, the sender has to find out.

    Examples
    --------
    >>> tell_motivering("zes vragen minder; uitvoering: loopt; wanneer: Q1 2027", overgenomen=True)
    ['Wat wij doen: zes vragen minder.', 'Hieraan wordt gewerkt.', 'Planning: eerste kwartaal van 2027.']
    >>> tell_motivering("besluit: Geen gratis parkeren; te duur")
    ['Dit is besloten: Geen gratis parkeren.', 'Waarom: te duur.']
    """
    delen = split_motivering(motivering)
    besluit = [tekst for label, tekst in delen if label == "besluit"]
    antwoord = [tekst for label, tekst in delen if label in _ANTWOORDEN]
    redenen = [tekst for label, tekst in delen if not label]
    standen = [_say_stand(tekst) for label, tekst in delen if label == "uitvoering"]
    loopt = not {_KLAAR, _VERVALT} & {*standen}
    wanneer = [tekst for label, tekst in delen if label == "wanneer" and loopt]
    los = overgenomen and not besluit and not antwoord
    zinnen = [
        *(f"Dit is besloten: {end_zin(tekst)}" for tekst in besluit),
        *(f"Het antwoord: {end_zin(tekst)}" for tekst in antwoord),
        *([f"{'Wat wij doen' if los else 'Waarom'}: {end_zin('; '.join(redenen))}"] if redenen else []),
        *standen,
        *(f"Planning: {end_zin(_say_moment(tekst))}" for tekst in wanneer),
    ]
    return list(dict.fromkeys(zinnen))


def _say_stand(stand: str) -> str:
    """Return how far something is as a sentence; in the words of the list where they say more than that."""
    kaal = " ".join(stand.casefold().split()).rstrip(".!")
    zin = next((zin for zin, woorden in _STANDEN.items() if re.fullmatch(woorden, kaal)), "")
    return zin or f"Hoe ver het is: {end_zin(stand)}"


def _say_moment(moment: str) -> str:
    """Return a moment with a quarter of a year in words."""
    return _KWARTAAL.sub(lambda kwartaal: f"{_RANG[int(kwartaal[1]) - 1]} kwartaal van", moment)
