"""One spelling per answer over the activities that asked a question: "Nee" in one file is "nee" in another."""

from __future__ import annotations

import pandas as pd

from burgerdata.instruments.spelling import fold_antwoord


def share_antwoorden(opties: pd.DataFrame) -> pd.DataFrame:
    """Return the options; one that several activities have under one vraag_id is called as in the first of them.

    Case, spaces, punctuation at the ends and noughts behind a comma tell no answers apart: waves are held beside each
    other by what is chosen, and an answer that one of them writes otherwise would seem to be chosen by nobody there.
    What one activity itself keeps apart stays apart.

    Examples
    --------
    >>> opties = pd.DataFrame({"activiteit_id": ["a", "b"], "vraag_id": "v", "label": ["Nee", "nee "]})
    >>> share_antwoorden(opties)["label"].tolist()
    ['Nee', 'Nee']
    """
    label = opties["label"].astype("str").fillna("")
    sleutel = label.map({tekst: fold_antwoord(tekst) for tekst in label.unique()})
    vraag, activiteit = opties["vraag_id"].astype("str"), opties["activiteit_id"].astype("str")
    apart = sleutel.groupby([activiteit, vraag, sleutel], observed=True, dropna=False).transform("size").gt(1)
    los = sleutel.eq("") | apart.groupby([vraag, sleutel], observed=True, dropna=False).transform("any")
    eerste = label.groupby([vraag, sleutel], observed=True, dropna=False).transform("first")
    return opties.assign(label=opties["label"].where(los | label.eq(eerste), eerste))
