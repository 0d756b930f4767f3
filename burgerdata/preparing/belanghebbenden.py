"""The list of belanghebbenden: who has a stake, who knows, and how each is involved in each phase."""

from __future__ import annotations

import pandas as pd

from burgerdata.preparing.voorbereiding import Voorbereiding
from burgerdata.schema import FASE

ONBEKEND = "?"
"""What is written where only a person knows the answer, as in traject.toml."""


def list_belanghebbenden(plan: Voorbereiding) -> pd.DataFrame:
    """Return a row per belanghebbende, target groups first: belanghebbende, doelgroep, belang, kennis, and the phases.

    The columns after ``doelgroep`` hold the help questions of the Beleidskompas (bk0): which interest, which knowledge
    and experience, and how to involve them in each of the four phases. They are question marks until somebody answers.

    Examples
    --------
    >>> plan = Voorbereiding(doelgroep=("slachtoffers",), belanghebbenden=("politie", "slachtoffers"))
    >>> list_belanghebbenden(plan)[["belanghebbende", "doelgroep", "belang"]].values.tolist()
    [['slachtoffers', True, '?'], ['politie', False, '?']]
    """
    namen = list(dict.fromkeys([*plan.doelgroep, *plan.belanghebbenden]))
    vragen = ("belang", "kennis_en_ervaring", *FASE)
    return pd.DataFrame(
        {
            "belanghebbende": pd.Series(namen, dtype="str"),
            "doelgroep": pd.Series([naam in plan.doelgroep for naam in namen], dtype="bool"),
            **{vraag: pd.Series([ONBEKEND] * len(namen), dtype="str") for vraag in vragen},
        }
    )
