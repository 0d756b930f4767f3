"""The ladder of participation: what each rung is for and what it commits a government to."""

from __future__ import annotations

import pandas as pd

from burgerdata.schema import TREDE
from burgerdata.schema.labels import TREDE_LABEL

_GEEN_PARTICIPATIE = "informeren"
_REDENEN_NODIG = "adviseren"
"""From this rung up a deviation must be motivated."""
_TREDEN = {
    "informeren": ("begrip", "houdt mensen op de hoogte; er wordt niets gevraagd"),
    "raadplegen": ("draagvlak", "vraagt en luistert; is niet gebonden aan de uitkomst"),
    "adviseren": ("deskundigheid", "volgt het advies in beginsel; wijkt alleen af met goede redenen"),
    "coproduceren": ("eigenaarschap", "houdt zich aan de oplossing waarover men het samen eens werd"),
    "meebeslissen": ("verantwoordelijkheid", "laat uitwerking en besluit over aan wie meedoet"),
}


def list_treden() -> pd.DataFrame:
    """Return the five rungs, lowest first: trede, label, doel, overheid, participatie, motiveren.

    ``participatie`` is False for informing, which does not count as participation; ``motiveren`` says whether a
    deviation from what citizens said must be motivated.

    Goals after Participatiekompas Brabant, duties after the ladder of Schiedam.

    Examples
    --------
    >>> list_treden()[["trede", "participatie", "motiveren"]].values.tolist()[:3]
    [['informeren', False, False], ['raadplegen', True, False], ['adviseren', True, True]]
    """
    return pd.DataFrame(
        {
            "trede": pd.Categorical(TREDE, categories=TREDE, ordered=True),
            "label": pd.Series([TREDE_LABEL[trede] for trede in TREDE], dtype="str"),
            "doel": pd.Series([_TREDEN[trede][0] for trede in TREDE], dtype="str"),
            "overheid": pd.Series([_TREDEN[trede][1] for trede in TREDE], dtype="str"),
            "participatie": [counts_as_participation(trede) for trede in TREDE],
            "motiveren": [asks_reasons(trede) for trede in TREDE],
        }
    )


def counts_as_participation(trede: str) -> bool:
    """Tell whether a rung counts: informing does not."""
    return trede != _GEEN_PARTICIPATIE


def asks_reasons(trede: str) -> bool:
    """Tell whether a government on this rung must give reasons when it deviates from what citizens said."""
    return TREDE.index(trede) >= TREDE.index(_REDENEN_NODIG)
