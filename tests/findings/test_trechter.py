"""The funnel of an assembly: of thousands of letters less than one in a hundred people stay to the end."""

from __future__ import annotations

import pandas as pd

from burgerdata.figures import plot_respons
from burgerdata.findings import state_bevinding
from burgerdata.toelichting import Toelichting, annotate


def test_below_one_percent_a_share_of_the_invited_has_a_decimal() -> None:
    """60, 57 and 51 of 9.500 letters are 0,63%, 0,60% and 0,54%."""
    stappen = {"uitgenodigd": 9500, "aangemeld": 486, "geselecteerd": 60, "gestart": 57, "afgerond": 51}
    tabel = pd.DataFrame(
        {
            "activiteit_id": "beraad",
            "stap": list(stappen),
            "n": list(stappen.values()),
            "aandeel": [n / 9500 for n in stappen.values()],
        }
    )
    tabel = annotate(tabel, Toelichting("respons", onderwerp="respons"))
    assert state_bevinding(tabel) == "Bij ‘beraad’ deed 0,5% van de uitgenodigde mensen tot het eind mee"
    svg = plot_respons(tabel, titel="Wie bleven").svg().decode()
    assert all(deel in svg for deel in ("60 (0,6%)", "51 (0,5%)", "486 (5%)"))
