"""Which target groups of traject.toml no trait of the participants tells anything about (K17)."""

from __future__ import annotations

import re

from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

_IEDEREEN = "algemeen"
_LEEG = frozenset(
    {
        "mensen",
        "personen",
        "burgers",
        "iemand",
        "groep",
        "inwoners",
        "deelnemers",
        "weinig",
        "vaker",
        "zonder",
    }
)
"""Words of a target group that say nothing of what sets it apart."""
_STAM = 5
"""Letters by which a word of a target group is found back in a trait: "jongeren" and "jonger"."""


def state_ongemeten(traject: Traject) -> str:
    """Return which target groups cannot be found back among the participants, or nothing when all can be.

    A target group counts as measured when an answer to a trait has its numbers ("18" and "34"), or a trait one of its words in its name,
    question or answers. That is a hint for the analyst and no proof that they took part.
    """
    kenmerken = _read_kenmerken(traject)
    open_ = [groep for groep in traject.instellingen.doelgroep if not _is_gemeten(groep.lower(), kenmerken)]
    if not open_:
        return ""
    return f"Of {join_woorden(open_)} meededen, is niet gemeten: geen kenmerk van deelnemers gaat daarover."


def _is_gemeten(groep: str, kenmerken: list[str]) -> bool:
    if groep == _IEDEREEN:
        return True
    getallen = re.findall(r"\d+", groep)
    if getallen:
        return any(set(getallen) <= set(re.findall(r"\d+", kenmerk)) for kenmerk in kenmerken)
    woorden = [woord for woord in re.findall(r"[a-zà-ÿ]{5,}", groep) if woord not in _LEEG]
    return any(woord[: max(_STAM, len(woord) - 3)] in kenmerk for woord in woorden for kenmerk in kenmerken)


def _read_kenmerken(traject: Traject) -> list[str]:
    """Return the names, questions and answers of all traits."""
    vragen = traject.vragen[traject.vragen["rol"].eq("kenmerk")]
    opties = traject.opties[traject.opties["vraag_id"].isin(vragen["vraag_id"])]
    delen = [vragen["vraag_id"], vragen["kort"], vragen["tekst"], opties["label"]]
    return [woord.lower() for deel in delen for woord in deel.dropna().astype("str").unique()]
