"""Totals that stand beside a message (likes, votes, budget, a poll) as the contract table tellingen."""

from __future__ import annotations

import pandas as pd

from burgerdata.instruments.columns import GROEP
from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.velden import Velden
from burgerdata.intake import Logboek
from burgerdata.schema.berichtvelden import TELVELDEN
from burgerdata.shapes import RECORD, RIJ

_MOST = 2**31 - 1
_NUMBERS = 0.8
"""Share of a column that must be numbers to be counts: the others are told, and no answers of people."""


def is_poll_count(cellen: pd.Series) -> bool:
    """Return whether a column of a poll holds numbers of votes, and not what each person chose; a slip is borne."""
    gevuld = cellen[is_filled(cellen)]
    return bool(len(gevuld)) and float(read_getallen(gevuld).notna().mean()) >= _NUMBERS


def count_tellingen(
    frame: pd.DataFrame, velden: Velden, activiteit_id: str, logboek: Logboek
) -> pd.DataFrame:
    """Return a row per message and total: telling_id, maat, code, fragment_id, groep, aantal; amounts in whole euros.

    ``code`` names the option of a poll. A cell that holds something else than a number is noted and left out.
    """
    delen = []
    for rol, namen in velden.items():
        for naam in namen:
            if rol in TELVELDEN:
                delen.append(_count_column(frame, naam, TELVELDEN[rol], activiteit_id, logboek))
            elif rol == "poll" and is_poll_count(frame[naam]):
                delen.append(_count_column(frame, naam, "poll", activiteit_id, logboek).assign(code=naam))
    leeg = pd.DataFrame({"telling_id": [], "maat": [], "fragment_id": []}, dtype="str").assign(
        aantal=pd.Series(dtype="Int32")
    )
    return pd.concat(delen, ignore_index=True) if delen else leeg


def _count_column(
    frame: pd.DataFrame, naam: str, maat: str, activiteit_id: str, logboek: Logboek
) -> pd.DataFrame:
    aantal = read_getallen(frame[naam]).round()
    past = aantal.between(0, _MOST)
    for rij in frame.loc[is_filled(frame[naam]) & ~past, RIJ]:
        logboek.note("getal_onleesbaar", rij=int(rij), kolom=naam)
    eigen = frame[past]
    records = eigen[RECORD].tolist()
    return pd.DataFrame(
        {
            "telling_id": pd.Series([make_fragment_id(activiteit_id, r, naam) for r in records], dtype="str"),
            "activiteit_id": pd.Series(activiteit_id, index=range(len(records)), dtype="str"),
            "maat": pd.Series(maat, index=range(len(records)), dtype="str"),
            "code": pd.Series("", index=range(len(records)), dtype="str"),
            "fragment_id": pd.Series(
                [make_fragment_id(activiteit_id, r, "bericht") for r in records], dtype="str"
            ),
            "groep": eigen[GROEP].reset_index(drop=True),
            "aantal": aantal[past].astype("Int32").reset_index(drop=True),
        }
    )
