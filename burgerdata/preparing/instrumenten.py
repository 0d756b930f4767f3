"""The nine instruments beside each other for one purpose: advice with reasons, never a decision."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from burgerdata.getallen import format_getal
from burgerdata.preparing.kaarten import KAARTEN, Kaart
from burgerdata.preparing.voorbereiding import ALGEMEEN, DOEL, refuse_onbekend
from burgerdata.schema import INSTRUMENT
from burgerdata.schema.labels import INSTRUMENT_LABEL

_ADVIES = ("past bij het doel", "past, met een aandachtspunt", "ligt minder voor de hand")
_JONG = ("jong", "student", "scholier", "leerling")
_NIET_DIGITAAL = ("computer", "digital", "digitaal", "laaggeletterd", "internet")


def compare_instrumenten(
    *, doel: str, doelgroep: Sequence[str] = (ALGEMEEN,), middelen: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """Return the nine instruments, those that fit first, each with its reasons.

    Columns: instrument, naam, advies, reden, aandachtspunt, omvang, levert, kan_niet, and euro_minstens: the whole budget over the most people that it usually has.
    Whatever the advice, none is left out: every traject is custom work and the analyst chooses.

    Parameters
    ----------
    doelgroep : sequence of str
        "algemeen", named groups, or both.
    middelen : mapping, optional
        ``{"euro": 68000, "weken": 16}``.

    Raises
    ------
    MethodeError
        When the purpose is not in the list.

    Examples
    --------
    >>> compare_instrumenten(doel="keuze wegen", middelen={"weken": 12})[["instrument", "advies"]].values.tolist()[:3]
    [['enquete', 'past bij het doel'], ['burgerdialoog', 'past bij het doel'], ['burgerberaad', 'past, met een aandachtspunt']]
    """
    refuse_onbekend("het doel", doel, DOEL)
    groepen = [doelgroep] if isinstance(doelgroep, str) else list(doelgroep)
    rijen = [_describe(instrument, doel, groepen, middelen or {}) for instrument in INSTRUMENT]
    tabel = pd.DataFrame(rijen).astype({naam: "str" for naam in rijen[0] if naam != "euro_minstens"})
    tabel["instrument"] = pd.Categorical(tabel["instrument"], categories=INSTRUMENT, ordered=True)
    tabel["advies"] = pd.Categorical(tabel["advies"], categories=_ADVIES, ordered=True)
    return tabel.sort_values("advies", kind="stable", ignore_index=True)


def _describe(
    instrument: str, doel: str, doelgroep: Sequence[str], middelen: Mapping[str, float]
) -> dict[str, str | float]:
    kaart = KAARTEN[instrument]
    aandacht = list(_warn(instrument, kaart, doelgroep, middelen))
    past = doel in kaart.doelen
    reden = f"Laat zien: {kaart.laat_zien}."
    if not past:
        reden += f" Dat past eerder bij {' of '.join(kaart.doelen)}."
    return {
        "instrument": instrument,
        "naam": INSTRUMENT_LABEL[instrument],
        "advies": _ADVIES[(1 if aandacht else 0) if past else 2],
        "reden": reden,
        "aandachtspunt": " ".join(aandacht),
        "omvang": kaart.omvang,
        "levert": kaart.levert,
        "kan_niet": kaart.kan_niet,
        "euro_minstens": middelen.get("euro", math.nan) / (kaart.deelnemers or math.nan),
    }


def _warn(
    instrument: str, kaart: Kaart, doelgroep: Sequence[str], middelen: Mapping[str, float]
) -> Iterator[str]:
    """Yield what these people and these means ask attention for."""
    weken = middelen.get("weken")
    if weken is not None and weken < kaart.weken:
        yield f"{format_getal(weken)} weken is kort: reken op {kaart.waarom_weken}, samen minstens {kaart.weken} weken."
    if instrument == "straatgesprek" and _names(doelgroep, _JONG):
        yield "Jongeren worden op straat het minst bereikt."
    if kaart.online and _names(doelgroep, _NIET_DIGITAAL):
        yield "Online bereikt u mensen die weinig met computers doen niet vanzelf: bied ook een andere weg aan."
    if instrument == "enquete" and ALGEMEEN not in doelgroep:
        yield "Een genoemde groep weegt u niet naar de bevolking: u hebt een lijst van de groep nodig om te trekken."


def _names(doelgroep: Sequence[str], woorden: Sequence[str]) -> bool:
    return any(woord in groep.casefold() for groep in doelgroep for woord in woorden)
