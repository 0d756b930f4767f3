"""Totals that stand beside a message (likes, votes, budget, a poll) as the contract table tellingen."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.instruments.columns import GROEP
from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.velden import Velden
from burgerdata.intake import Logboek
from burgerdata.schema.berichtvelden import TELVELDEN
from burgerdata.shapes import PERSOON, RECORD, RIJ

_MOST = 2**31 - 1
_NOTHING = re.compile(r"[-–—.]*")
_FEWEST = 3
"""Numbers that must differ before they tell anything."""
_SLIPS = 1
"""Words among the numbers of a poll that may be a slip of the pen; the number is told as no number."""
_STEPS = 10
"""Up to here numbers may be what persons answered on a scale."""


def is_poll_count(cellen: pd.Series, personen: pd.Series) -> bool:
    """Return whether a column of a poll holds numbers of votes, and not what each person chose.

    Beside one word the numbers must say by themselves that they are votes: above any scale, or no two alike. In doubt
    they are answers, which are kept as they are. ``personen`` tells who wrote each message.

    Examples
    --------
    >>> wie = pd.Series([*"abcdef"])
    >>> [is_poll_count(pd.Series(cellen), wie) for cellen in (["12", "-", "", "4", "", ""], ["12", "zes", "4", "31", "", ""])]
    [True, True]
    >>> [is_poll_count(pd.Series(cellen), wie) for cellen in (["4", "5", "?", "4", "3", ""], ["4", "4", "5", "3", "5", "4"])]
    [False, False]
    """
    gevuld = cellen[_is_said(cellen)].astype("str").str.strip()
    getallen = read_getallen(gevuld).dropna()
    woorden = len(gevuld) - len(getallen)
    if getallen.empty or woorden > _SLIPS:
        return False
    if woorden:
        return bool(getallen.max() > _STEPS) or (getallen.nunique() == len(getallen) > _FEWEST)
    return not _are_choices(getallen, cellen, personen[gevuld.index])


def _are_choices(getallen: pd.Series, cellen: pd.Series, personen: pd.Series) -> bool:
    """Return whether numbers are steps of a scale: the same few all the time, at most messages, one of each person."""
    veel = len(getallen) > _FEWEST and len(getallen) * 2 >= len(cellen)
    return bool(
        veel
        and getallen.between(1, _STEPS).all()
        and getallen.nunique() * 2 <= len(getallen)
        and not personen[personen.ne("")].duplicated().any()
    )


def _is_said(cellen: pd.Series) -> pd.Series:
    """Return which cells hold more than a dash."""
    return is_filled(cellen) & ~cellen.astype("str").str.strip().str.fullmatch(_NOTHING)


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
            elif rol == "poll" and is_poll_count(frame[naam], frame[PERSOON]):
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
    for rij in frame.loc[_is_said(frame[naam]) & ~past, RIJ]:
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
