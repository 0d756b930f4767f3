"""The words in which a list of decisions says what became of a point, and the status that each means."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pandas as pd

from burgerdata.instruments.vraagregels import fold

DUBIEUS = "?"
"""The status of a cell that is filled with something that means none."""
_GEDAAN = r"(?:overgenomen|gevolgd|gehonoreerd|toegezegd|akkoord|uitgevoerd|gerealiseerd|gedaan|opgepakt|ingewilligd)"
_DEEL = r"(?:deels|gedeeltelijk|ten dele|voor een deel|partly|partially)"
_ONS = r"(?:(?:de|het|dit|deze|ons|onze) )?"
_KADER = (
    r"(?:kaders?|bevoegdhe(?:id|den)|bereik|opdracht|opgave|onderwerp|project|traject|programma|plangebied"
    r"|scope|reikwijdte|invloed|verantwoordelijkheid|taak|beslisruimte)"
)
"""What a point may lie outside of."""
_BESTUUR = r"(?:wij|we|(?:het |de )?(?:college|gemeente|provincie|raad|kabinet|minister|ministerie|staten|gs|ps|waterschap)|gedeputeerde staten|b ?(?:en|&) ?w)"
_DIT = r"(?:(?:(?:deze|dit|die|dat|het|de|uw) )?(?:(?:aanbeveling|voorstel|punt|advies|idee|suggestie|wens) )?(?:(?:graag|volledig|geheel|helemaal|ook) )*)"


def _neem_over(hoe: str) -> str:
    """Return the pattern of a sentence in which a government takes a point over, with how it does between its words."""
    return (
        rf"(?:{_DIT}ne(?:emt|men) {_BESTUUR} {_DIT}|(?:{_BESTUUR} )?ne(?:emt|men) {_DIT}){hoe}over(?:nemen)?"
    )


_STATUS = (
    (
        "deels_overgenomen",
        rf"{_DEEL}\b.*|(?:ja|{_GEDAAN}) (?:maar )?{_DEEL}|{_neem_over(_DEEL + ' ')}\b.*",
    ),
    (
        "in_behandeling",
        r"(?:nog )?(?:steeds )?in (?:behandeling|bespreking|onderzoek|overleg|beraad|voorbereiding|discussie)\b.*"
        r"|nog (?:te (?:besluiten|bespreken|bepalen)|geen besluit|niet (?:besloten|besproken|bepaald)|open|onbekend)"
        r"|(?:wordt|worden) (?:nog )?(?:onderzocht|besproken|bekeken|uitgezocht)|loopt(?: nog)?|aangehouden|later\b.*|nader\b.*",
    ),
    (
        "niet_overgenomen",
        rf"(?:(?:nee|wordt|worden) )?niet(?: {_GEDAAN})?|nee(?: {_GEDAAN})?|nee (?:want|omdat)\b.*|afgewezen|geweigerd|rejected"
        rf"|{_neem_over('niet ')}(?: (?:want|omdat|aangezien|vanwege|wegens)\b.*)?",
    ),
    (
        "overgenomen",
        rf"(?:ja )?(?:(?:wordt|worden|is|zijn|volledig|geheel|helemaal|al|reeds|inmiddels) )*{_GEDAAN}(?: ja)?|ja|adopted|(?:(?:is|wordt|nu|al|reeds|inmiddels) )*in uitvoering(?: genomen)?|gaan we doen|doen we"
        rf"|{_neem_over('')}",
    ),
    (
        "buiten_kaders",
        rf"(?:(?:dit |het )?(?:valt|ligt|is|gaat) )?buiten {_ONS}{_KADER}\b.*"
        rf"|(?:(?:dit |het )?(?:valt|ligt|past|hoort|is) )?niet (?:binnen|bij) {_ONS}{_KADER}\b.*"
        rf"|(?:hier|daar) (?:gaat (?:de gemeente|het college|de stuurgroep)|gaan (?:wij|we)) niet over|(?:wij|we) gaan hier niet over"
        rf"|(?:(?:dit|dat|deze|het) (?:is )?|is )?niet aan (?:ons|{_BESTUUR})(?: (?:maar aan|want)\b.*)?"
        r"|out of scope|niet van toepassing",
    ),
)
_BESLOTEN = re.compile(r"(?:is |zijn |al |reeds )?(?:besloten|vastgesteld)")
"""A word that says that something was decided; beside points that were refused it is a yes."""
_OVERNAME = re.compile(rf"overgenomen|gehonoreerd|overnemen|{_neem_over(f'(?:niet |{_DEEL} )?')}")
_BESLIST = frozenset(["overgenomen", "deels_overgenomen", "niet_overgenomen"])


def read_status(cel: str) -> str:
    """Return the status that a cell means: empty for an empty one, a question mark for a word that means none.

    Examples
    --------
    >>> [read_status(cel) for cel in ("ja, overgenomen", "Nee - niet overgenomen", "overgenomen, deels", "mooi idee", "")]
    ['overgenomen', 'niet_overgenomen', 'deels_overgenomen', '?', '']
    """
    woord = " ".join(re.sub(r"[_,;:.()!/–-]", " ", fold(cel)).split())
    if not woord:
        return DUBIEUS if DUBIEUS in cel else ""
    return next((status for status, patroon in _STATUS if re.fullmatch(patroon, woord)), DUBIEUS)


def read_statussen(cellen: Iterable[object]) -> list[str]:
    """Return the status of each cell of a column, in which "besloten" is a yes where other points were refused.

    Examples
    --------
    >>> read_statussen(["besloten", "afgewezen", "nog geen besluit"]), read_statussen(["besloten", ""])
    (['overgenomen', 'niet_overgenomen', 'in_behandeling'], ['?', ''])
    """
    alle = [str(cel) for cel in cellen]
    los = [read_status(cel) for cel in alle]
    if "niet_overgenomen" not in los:
        return los
    ja = [_BESLOTEN.fullmatch(" ".join(fold(cel).split())) is not None for cel in alle]
    return ["overgenomen" if besloten else status for besloten, status in zip(ja, los, strict=True)]


def is_progress(cel: str) -> bool:
    """Return whether a cell says that a point is dealt with, and leaves open whether people got what they asked.

    Examples
    --------
    >>> is_progress("Gereed"), is_progress("is afgehandeld"), is_progress("uitgevoerd")
    (True, True, False)
    """
    return (
        re.fullmatch(
            r"(?:is |al )?(?:gereed|afgerond|klaar|afgehandeld|afgedaan)", " ".join(fold(cel).split())
        )
        is not None
    )


def goes_on(cel: str) -> bool:
    """Return whether a cell says that something is under way: a decision that is carried out, or one that is being made.

    Examples
    --------
    >>> goes_on("Loopt"), goes_on("loopt nog"), goes_on("in bespreking")
    (True, True, False)
    """
    return re.fullmatch(r"(?:dit )?loopt(?: nog)?|lopend", " ".join(fold(cel).split())) is not None


def count_statussen(cellen: pd.Series) -> int:
    """Return how many cells of a column hold a status."""
    return sum(status not in ("", DUBIEUS) for status in read_statussen(cellen))


def holds_statussen(cellen: Iterable[str]) -> bool:
    """Return whether most cells that are filled in mean a status.

    Examples
    --------
    >>> holds_statussen(["overgenomen", "Deels overgenomen", ""]), holds_statussen(["Wij lezen dit anders.", "nee"])
    (True, False)
    """
    statussen = [*filter(None, read_statussen(cellen))]
    return 2 * statussen.count(DUBIEUS) < len(statussen)


def names_overname(cellen: Iterable[str]) -> bool:
    """Return whether most cells that are filled in say in so many words that something was or was not taken over.

    Under a header that says little more than "Antwoord" only these words tell a decision from the answer of a person.

    Examples
    --------
    >>> names_overname(["deels overgenomen", "niet overgenomen", ""]), names_overname(["ja", "nee", "overgenomen"])
    (True, False)
    """
    gevuld = [fold(cel) for cel in cellen if cel.strip()]
    genoemd = [cel for cel in gevuld if _OVERNAME.search(cel)]
    return 2 * len(genoemd) > len(gevuld)


def holds_beslissingen(cellen: Iterable[str]) -> bool:
    """Return whether a column tells what was decided: most of it means a status, and some of it a yes or no.

    Examples
    --------
    >>> holds_beslissingen(["overgenomen", "nee", "?"]), holds_beslissingen(["in behandeling", "in onderzoek"])
    (True, False)
    """
    alle = list(cellen)
    return holds_statussen(alle) and any(status in _BESLIST for status in read_statussen(alle))
