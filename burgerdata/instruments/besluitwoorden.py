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
_STATUS = (
    ("deels_overgenomen", rf"{_DEEL}\b.*|(?:ja|{_GEDAAN}) (?:maar )?{_DEEL}"),
    (
        "in_behandeling",
        r"(?:nog )?(?:steeds )?in (?:behandeling|bespreking|onderzoek|overleg|beraad|voorbereiding|discussie)\b.*"
        r"|nog (?:te (?:besluiten|bespreken|bepalen)|geen besluit|niet (?:besloten|besproken|bepaald)|open|onbekend)"
        r"|(?:wordt|worden) (?:nog )?(?:onderzocht|besproken|bekeken|uitgezocht)|loopt(?: nog)?|aangehouden|later\b.*|nader\b.*",
    ),
    (
        "niet_overgenomen",
        rf"(?:(?:nee|wordt|worden) )?niet(?: {_GEDAAN})?|nee(?: {_GEDAAN})?|nee (?:want|omdat)\b.*|afgewezen|geweigerd|rejected",
    ),
    (
        "overgenomen",
        rf"(?:ja )?(?:(?:wordt|worden|is|zijn|volledig|geheel|helemaal|al|reeds|inmiddels) )*{_GEDAAN}(?: ja)?|ja|adopted|(?:(?:is|wordt|nu|al|reeds|inmiddels) )*in uitvoering(?: genomen)?|gaan we doen|doen we",
    ),
    (
        "buiten_kaders",
        r"(?:valt |ligt )?buiten (?:de |onze |het )?(?:kaders?|bevoegdheid|bereik|opdracht)\b.*|niet van toepassing",
    ),
)
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
    return sum(read_status(str(cel)) not in ("", DUBIEUS) for cel in cellen)


def holds_statussen(cellen: Iterable[str]) -> bool:
    """Return whether most cells that are filled in mean a status.

    Examples
    --------
    >>> holds_statussen(["overgenomen", "Deels overgenomen", ""]), holds_statussen(["Wij lezen dit anders.", "nee"])
    (True, False)
    """
    statussen = [status for cel in cellen if (status := read_status(str(cel)))]
    return 2 * statussen.count(DUBIEUS) < len(statussen)


def holds_beslissingen(cellen: Iterable[str]) -> bool:
    """Return whether a column tells what was decided: most of it means a status, and some of it a yes or no.

    Examples
    --------
    >>> holds_beslissingen(["overgenomen", "nee", "?"]), holds_beslissingen(["in behandeling", "in onderzoek"])
    (True, False)
    """
    alle = list(cellen)
    return holds_statussen(alle) and any(read_status(str(cel)) in _BESLIST for cel in alle)
