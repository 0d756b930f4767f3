"""Attendance: a total per session -> tellingen; a row per person with a column per session -> their answers."""

from __future__ import annotations

import math
import re

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.aantallen import check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_personen, make_records, make_telling
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.rollen import read_rollen
from burgerdata.instruments.sessiekoppen import find_sessies, name_sessie
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel

VRAAG = "aanwezig"
"""The question that holds at which sessions a person was."""
_ER = re.compile(
    r"(?:(?:1|ja|j|x|v|✓|✔|aanwezig|yes|y|present|waar|online|digitaal|deels|gedeeltelijk|half|halve|alleen|½)(?:\W.*)?|0[.,]5)"
)
"""A person was there, with how or how long behind it: "x (online)", "x, alleen ochtend", "half"."""
_WEG = re.compile(
    r"(?:0|[-–—]+|nee|n|a|o|niet|no|onwaar|false|afwezig|absent|afgemeld|afm|af|ziek|verhinderd|vakantie|vrij|gestopt|uitgevallen)(?:\W.*)?"
)
_TOCH_NIET = re.compile(r"\b(?:niet|nee|afwezig|afgemeld|afm|ziek|verhinderd)\b")
"""What behind a tick says otherwise: it may be either, and counts as away."""


def read_aanwezigheid(tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return the contract tables of an attendance list.

    Of persons the sessions are options of one question with several answers; totals without persons are tellingen.
    Raises ContractError for a list without a column that is a session.
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = find_velden(koppen, "aanwezigheid", levering.kolommen)
    sessies = find_sessies(koppen)
    if {"sessie", "aanwezig"} <= set(velden) and len(sessies) < 2:
        return _read_totals(tabel, velden, activiteit_id)
    if not sessies:
        wat = "in deze presentielijst is geen kolom een sessie"
        remedie = (
            "noem de kolommen in een kopie Sessie 1, Sessie 2 enzovoort, of zet er de dag boven (12-9-2026)"
        )
        raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad)])
    return _read_persons(tabel, levering, activiteit_id, sessies)


def is_aanwezig(cel: str) -> bool:
    """Return whether a cell below a session says that somebody was there.

    Examples
    --------
    >>> is_aanwezig("x"), is_aanwezig("Ja (online)"), is_aanwezig("afgemeld"), is_aanwezig("x, afgemeld"), is_aanwezig("")
    (True, True, False, False, False)
    """
    kaal = fold(cel)
    return _ER.fullmatch(kaal) is not None and _TOCH_NIET.search(kaal) is None


def _is_onbekend(cel: str) -> bool:
    """Return whether a cell says neither that somebody was there nor that he was not; then he counts as away."""
    return bool(cel.strip()) and not is_aanwezig(cel) and _WEG.fullmatch(fold(cel)) is None


def _read_totals(tabel: Tabel, velden: dict[str, str], activiteit_id: str) -> Tabellen:
    logboek = Logboek(tabel.bestand, tabel.blad)
    check_aantallen(tabel, [velden["aanwezig"]], wat="dit is geen aantal mensen", logboek=logboek)
    tellingen = []
    for _, rij in tabel.frame.iterrows():
        aantal = read_aantal(str(rij[velden["aanwezig"]]))
        sessie = str(rij[velden["sessie"]]).strip()
        if math.isnan(aantal) or not sessie:
            logboek.note("rij_onleesbaar", rij=int(rij[RIJ]))
        else:
            tellingen.append(make_telling(activiteit_id, "aanwezig", int(aantal), groep=sessie))
    return {
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "groep"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(tellingen)),
    }


def _read_persons(tabel: Tabel, levering: Levering, activiteit_id: str, sessies: tuple[str, ...]) -> Tabellen:
    logboek = Logboek(tabel.bestand, tabel.blad)
    uniek = tabel.frame[PERSOON].ne("") & ~tabel.frame[PERSOON].duplicated()
    for rij in tabel.frame.loc[~uniek, RIJ]:
        logboek.note("dubbele_rij", rij=int(rij))
    frame = tabel.frame[uniek]
    rollen = read_rollen(tabel, levering)[uniek]
    er = {sessie: frame[sessie].map(lambda cel: is_aanwezig(str(cel))) for sessie in sessies}
    for sessie in sessies:
        for rij in frame.loc[frame[sessie].map(lambda cel: _is_onbekend(str(cel))).astype("bool"), RIJ]:
            logboek.note("buiten_bereik", rij=int(rij), kolom=sessie)
    leeg = pd.concat([~is_filled(frame[sessie]) for sessie in sessies], axis=1).all(axis=1)
    vraag = Vraag(
        VRAAG,
        sessies,
        "Bij welke sessies was deze deelnemer aanwezig?",
        "meer_antwoorden",
        rol="proces",
        opties=tuple(Optie(sessie, name_sessie(sessie)) for sessie in sessies),
    )
    rijen: list[tuple[str, str, int, str | None, float, str]] = []
    for persoon, niets, *hier in zip(frame[PERSOON], leeg, *(er[sessie] for sessie in sessies), strict=True):
        geweest = [sessie for sessie, was in zip(sessies, hier, strict=True) if was]
        rijen += [
            (str(persoon), VRAAG, nr, sessie, math.nan, "gegeven") for nr, sessie in enumerate(geweest, 1)
        ]
        if not geweest:
            status = "leeg_onbekend" if niets else "geen_gekozen"
            rijen.append((str(persoon), VRAAG, 1, None, math.nan, status))
    antwoorden = pd.DataFrame(
        rijen, columns=["deelnemer_id", "vraag_id", "volgnummer", "code", "getal", "status"]
    )
    return {
        "deelnemers": make_personen(list(frame[PERSOON])).assign(rol=rollen.to_numpy()),
        "vragen": make_vragen([vraag], activiteit_id),
        "opties": make_opties_tabel([vraag], activiteit_id),
        "antwoorden": antwoorden,
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(frame)),
    }
