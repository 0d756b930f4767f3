"""The questions of the Beleidskompas, and what participation adds to the answer of each."""

from __future__ import annotations

import pandas as pd

from burgerdata.schema import KOMPASVRAAG
from burgerdata.schema.labels import KOMPASVRAAG_LABEL

_VOEGT_TOE = {
    "bk0": "wie er belang bij heeft, wie u bereikte en wie niet",
    "bk1": "ervaringen, hoe vaak en hoe ernstig een probleem is, en welke oorzaken mensen noemen",
    "bk2": "wat mensen belangrijk vinden en wanneer zij het goed geregeld vinden",
    "bk3": "ideeën en opties die er nog niet waren",
    "bk4": "wat mensen per groep verwachten, of zij het kunnen doen, hun zorgen en voorwaarden",
    "bk5": "steun per optie en per groep, en wat de minderheid vindt",
}


def list_kompasvragen() -> pd.DataFrame:
    """Return the six questions in order: kompasvraag, vraag, participatie_voegt_toe.

    bk0 comes back at every step. A theme or a question of a questionnaire takes the code in its column kompasvraag.

    Examples
    --------
    >>> list_kompasvragen().iloc[1].tolist()[:2]
    ['bk1', 'Wat is het probleem?']
    """
    return pd.DataFrame(
        {
            "kompasvraag": pd.Categorical(KOMPASVRAAG, categories=KOMPASVRAAG, ordered=True),
            "vraag": pd.Series([KOMPASVRAAG_LABEL[code] for code in KOMPASVRAAG], dtype="str"),
            "participatie_voegt_toe": pd.Series([_VOEGT_TOE[code] for code in KOMPASVRAAG], dtype="str"),
        }
    )
