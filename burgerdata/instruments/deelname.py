"""Who took part in a wave of a panel: its file may hold everybody who ever did."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from burgerdata.instruments.answers import fill_vraag
from burgerdata.instruments.plan import Plan
from burgerdata.instruments.stacking import STATUS_NR
from burgerdata.intake import Logboek
from burgerdata.shapes import Tabel

_ANSWERED = [STATUS_NR[status] for status in ("gegeven", "weet_niet", "wil_niet_zeggen", "nvt")]


def drop_absent(tabel: Tabel, plan: Plan, logboek: Logboek, *, kolommen: Collection[str] = ()) -> Tabel:
    """Return the table without persons who answered none of its questions; the logboek counts them.

    Traits and weights are known of everybody and show nothing. ``kolommen`` are those of the wave itself, where a table
    holds others too. Nobody is dropped where nothing but traits was asked.
    """
    gesteld = [
        vraag
        for vraag in plan.vragen
        if vraag.rol not in ("kenmerk", "gewicht") and (not kolommen or set(vraag.kolommen) & set(kolommen))
    ]
    weg = np.full(len(tabel.frame), bool(gesteld))
    for vraag in gesteld:
        if weg.any():
            blok, _ = fill_vraag(vraag, tabel.frame[weg])
            beantwoord = np.unique(blok.persoon[np.isin(blok.status, _ANSWERED)])
            weg[np.flatnonzero(weg)[beantwoord]] = False
    logboek.note("niet_meegedaan", aantal=int(weg.sum()))
    return replace(tabel, frame=tabel.frame[~weg].reset_index(drop=True)) if weg.any() else tabel
