"""The texts of questions that waves share, without the date or number of one wave behind them."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

import pandas as pd

from burgerdata.instruments.momenten import NUMBER

_MOMENT = (
    rf"(?:(?:voor|na)jaar|zomer|winter|lente|herfst|{'|'.join(sorted(NUMBER, key=len, reverse=True))}"
    r"|(?:\d{1,2}|[1-4]e|eerste|tweede|derde|vierde) kwartaal|k(?:wartaal)? ?[1-4]|q[1-4])"
)
_GOLF = (
    r"(?:(?:meting|golf|wave|ronde|meetmoment) ?\d{1,2}|\d{1,2}e (?:meting|golf|ronde)|(?:eerste|tweede|derde|vierde|laatste) meting"
    r"|(?:nul|begin|voor|tussen|na|eind)meting|t\d)"
)
_JAAR = r"(?:20\d\d|['’]\d\d)"
_WANNEER = rf"(?:{_GOLF}|(?:\d{{1,2}} )?{_MOMENT}\.? ?{_JAAR}|{_JAAR}[-/ ](?:0?[1-9]|1[0-2])|{_JAAR})"
_STAART = re.compile(
    rf"(?:\s*\((?:{_WANNEER}[,;:/ –-]*){{1,2}}\)|\s*\[(?:{_WANNEER}[,;:/ –-]*){{1,2}}\]|\s+[–-]\s(?:{_WANNEER}[,; ]*?){{1,2}}){{1,2}}"
    r"(?P<eind>[?.!: ]*)$",
    re.IGNORECASE,
)
"""A moment or wave alone between brackets or behind a dash: "(in 2024)" and "(per maand)" say what was asked, and stay."""


def drop_datum(tekst: str, *, jaren: Collection[int] = ()) -> str:
    """Return the text of a question without the date or number of a wave behind it.

    Where ``jaren`` tells in which years the waves were, a date of another year is that of something else, and stays.

    Examples
    --------
    >>> drop_datum("Welk cijfer geeft u de wijk? (voorjaar 2024)"), drop_datum("Cijfer wijk - meting 2")
    ('Welk cijfer geeft u de wijk?', 'Cijfer wijk')
    >>> drop_datum("Vertrouwen in het wijkteam - meting 1 (okt 2025)")
    'Vertrouwen in het wijkteam'
    >>> drop_datum("Hoe vaak reisde u (in 2024)?"), drop_datum("Hoeveel reist u (per maand)?")
    ('Hoe vaak reisde u (in 2024)?', 'Hoeveel reist u (per maand)?')
    """
    staart = _STAART.search(tekst)
    if staart is None:
        return tekst
    genoemd = {2000 + int(jaar[-2:]) for jaar in re.findall(_JAAR, staart[0])}
    kaal = tekst[: staart.start()] + staart["eind"].strip()
    vreemd = genoemd and jaren and not genoemd & set(jaren)
    return tekst if vreemd or not re.search(r"\w", kaal) else kaal


def share_teksten(vragen: pd.DataFrame, activiteiten: pd.DataFrame) -> pd.DataFrame:
    """Return the questions; one that several waves have is called alike in all of them, without the date of one.

    A wave takes its text from where it was told, which may be the first file: "(voorjaar 2024)" would stand on what was
    asked in 2025. A question of one wave keeps its text, and so do two of one wave that only their dates tell apart.
    """
    golven = activiteiten[activiteiten["meting"].notna()].astype(
        {"panel": "str", "instrument": "str", "activiteit_id": "str"}
    )
    if len(golven) < 2:
        return vragen
    reeks = golven["panel"].fillna(golven["instrument"]).set_axis(golven["activiteit_id"])
    reeks = reeks.loc[~reeks.index.duplicated()]
    sleutel = vragen["activiteit_id"].astype("str").map(reeks).astype("str")
    id_ = vragen["vraag_id"].astype("str")
    vaker = id_.groupby([sleutel, id_], observed=True, dropna=True).transform("size").gt(1) & sleutel.notna()
    if not vaker.any():
        return vragen
    jaren = _list_jaren(golven)
    return vragen.assign(**{kolom: _share(vragen, kolom, vaker, jaren) for kolom in ("tekst", "kort")})


def _list_jaren(golven: pd.DataFrame) -> set[int]:
    """Return the years in which waves were held, as far as their days or names tell."""
    dagen = pd.concat([golven["begindatum"], golven["einddatum"]]).dropna()
    namen = golven["meting"].astype("str").str.extract(r"(20\d\d)")[0].dropna()
    return {*dagen.dt.year.astype("int64"), *namen.astype("int64")}


def _share(vragen: pd.DataFrame, kolom: str, vaker: pd.Series, jaren: Collection[int]) -> pd.Series:
    eigen = vragen[kolom].astype("str")
    kaal = eigen.where(~vaker | eigen.isna(), eigen.fillna("").map(partial(drop_datum, jaren=jaren)))
    samen = kaal.groupby([vragen["activiteit_id"].astype("str"), kaal], observed=True, dropna=True)
    botst = samen.transform("size").gt(1) & kaal.ne(eigen)
    # what stays apart in one wave stays so in all: the question is one
    vast = vragen["vraag_id"].isin(vragen.loc[botst.fillna(False), "vraag_id"])
    return eigen.where(vast, kaal).astype(vragen[kolom].dtype)
