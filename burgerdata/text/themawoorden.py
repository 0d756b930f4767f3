"""Which themes a short text is about that was written by someone who does not know their names, such as a decision."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.text.matching import Matcher
from burgerdata.text.thema import Thema
from burgerdata.text.tokens import tokenize_texts


def find_genoemd(teksten: Sequence[str], themas: Sequence[Thema]) -> list[tuple[str, ...]]:
    """Return per text the ids of the themes that it is about: by the words of a theme's name, or by its patterns.

    The words of a name count in any form and within a compound, all of them; a word of ``woorden_niet`` takes the text
    away from the theme, as it does for an answer.

    Examples
    --------
    >>> themas = [Thema("bereikbaar", "Bereikbaarheid loket"), Thema("wachttijd", "Lange wachttijd")]
    >>> find_genoemd(["De bereikbaarheid van ons loket", "Lange wachttijden korter", "Wachttijd"], themas)
    [('bereikbaar',), ('wachttijd',), ()]
    """
    treffers = Matcher(themas, "tekst").find(list(teksten))
    per_tekst = [{thema_id for nr, thema_id, *_ in treffers if nr == plek} for plek in range(len(teksten))]
    eigen, niet = _find_names(teksten, themas), _find_excluded(teksten, themas)
    volgorde = [thema.thema_id for thema in themas]
    return [
        tuple(id_ for id_ in volgorde if id_ in patronen | (namen - weg))
        for patronen, namen, weg in zip(per_tekst, eigen, niet, strict=True)
    ]


def find_op_naam(tekst: str, themas: Sequence[Thema]) -> tuple[str, ...]:
    """Return the ids of the themes that a text is about by their name alone: all words of it, whatever the patterns find.

    Examples
    --------
    >>> themas = [Thema("wachten", "Lang wachten", wel=("wachten",)), Thema("inloggen", "Inloggen")]
    >>> find_op_naam("Het wachten maakte het erger", themas), find_op_naam("Ik kon goed inloggen", themas)
    ((), ('inloggen',))
    """
    [namen], [niet] = _find_names([tekst], themas), _find_excluded([tekst], themas)
    return tuple(thema.thema_id for thema in themas if thema.thema_id in namen - niet)


def _find_names(teksten: Sequence[str], themas: Sequence[Thema]) -> list[set[str]]:
    """Return per text the themes of which it holds all words of the name."""
    namen = tokenize_texts([thema.naam for thema in themas])
    woorden = [set(lijst) for lijst in tokenize_texts(list(teksten), compounds=True)]
    return [
        {thema.thema_id for thema, naam in zip(themas, namen, strict=True) if naam and set(naam) <= eigen}
        for eigen in woorden
    ]


def _find_excluded(teksten: Sequence[str], themas: Sequence[Thema]) -> list[set[str]]:
    """Return per text the themes that a word of ``woorden_niet`` takes it away from."""
    anders = [Thema(thema.thema_id, thema.naam, wel=thema.niet) for thema in themas if thema.niet]
    treffers = Matcher(anders, "tekst").find(list(teksten))
    return [{thema_id for nr, thema_id, *_ in treffers if nr == plek} for plek in range(len(teksten))]
