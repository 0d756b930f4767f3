"""The title of a figure: what the analyst wrote, or the finding that the table itself states."""

from __future__ import annotations

import pandas as pd


def choose_titel(table: pd.DataFrame, titel: str | None) -> str:
    """Return the given title, or the finding of the table; a title ends without a full stop.

    Examples
    --------
    >>> choose_titel(pd.DataFrame(), "De helft weet niet waar een klacht heen kan. ")
    'De helft weet niet waar een klacht heen kan'
    """
    if titel is None:
        from burgerdata.findings import state_bevinding

        titel = state_bevinding(table)
    return titel.strip().removesuffix(".")
