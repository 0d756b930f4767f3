"""Which texts are in another language than their activity: a list of words in one language does not fit them."""

from __future__ import annotations

import pandas as pd


def is_andere_taal(fragmenten: pd.DataFrame, activiteiten: pd.DataFrame) -> pd.Series:
    """Return for each fragment whether it is in another language than its activity.

    Examples
    --------
    >>> activiteiten = pd.DataFrame({"activiteit_id": ["enquete"], "taal": ["nl"]})
    >>> is_andere_taal(pd.DataFrame({"activiteit_id": "enquete", "taal": ["nl", "en"]}), activiteiten).tolist()
    [False, True]
    """
    taal = dict(
        zip(activiteiten["activiteit_id"].astype("str"), activiteiten["taal"].astype("str"), strict=True)
    )
    eigen = fragmenten["activiteit_id"].astype("str").map(taal)
    return fragmenten["taal"].astype("str").ne(eigen)
