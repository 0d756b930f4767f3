"""The list of participants of focus groups (screener) joined to the speakers as background traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.errors import ContractError
from burgerdata.instruments.plan import Plan, plan_vragen
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok, stack_antwoorden
from burgerdata.instruments.survey import Tabellen, check_kenmerken, fill_vragen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel

GESPREKKOPPEN = (
    "gesprek",
    "gesprek nr",
    "gespreknr",
    "gespreksnr",
    "gespreksnummer",
    "gesprek nummer",
    "bijeenkomst",
    "bijeenkomst nr",
)
"""Headers of the conversation in which somebody was; other tables have what was said below them."""
GROEPKOPPEN = (
    "groep",
    "groepnr",
    "groepsnummer",
    "groepnummer",
    "focusgroep",
    "sessie",
    "group",
    "fg",
    "fg nr",
    "groep nr",
    "focusgroep nr",
    "groepsgesprek",
    *GESPREKKOPPEN,
)
"""Headers of the group of a list of participants, the surest first."""
_GEEN_KENMERK = frozenset([*GROEPKOPPEN, "spreker", "speaker"])


def fill_screener(
    personen: pd.DataFrame,
    deelnemerslijst: Sequence[Tabel],
    levering: Levering,
    lijst: Vragenlijst,
    activiteit_id: str,
) -> Tabellen:
    """Return vragen, opties, antwoorden and logboek: every column of the list is a trait of the speakers.

    A speaker who is not on the list has leeg_onbekend, a moderator niet_getoond. People on the list who never spoke
    are noted (deelnemer_zonder_gegevens, of a group that is missing as a whole with its column) and are no participants.
    """
    if not deelnemerslijst:
        return _no_traits(activiteit_id)
    tabel = deelnemerslijst[0]
    logboek = Logboek(tabel.bestand, tabel.blad)
    samen = _join(personen, tabel, logboek)
    plan = _plan_traits(replace(tabel, frame=samen), levering, lijst)
    vragen, blokken = fill_vragen(plan, samen, lijst, logboek)
    if problemen := check_kenmerken(vragen, levering):
        raise ContractError(problemen)
    boek = logboek.to_frame().assign(activiteit_id=activiteit_id)
    if not vragen:
        return {"logboek": boek}
    leiders = np.flatnonzero((personen["rol"] == "gespreksleider").to_numpy())
    blokken = [_mark_not_asked(blok, leiders) for blok in blokken]
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "antwoorden": stack_antwoorden(blokken, activiteit_id, personen["deelnemer_id"].tolist()),
        "logboek": boek,
    }


def find_groep(tabel: Tabel) -> str:
    """Return the column of a list of participants that says in which group somebody was, empty where it has none."""
    gevouwen = {fold(kolom.naam): kolom.naam for kolom in reversed(tabel.kolommen)}
    return next((gevouwen[naam] for naam in GROEPKOPPEN if naam in gevouwen), "")


def _no_traits(activiteit_id: str) -> Tabellen:
    return {"logboek": Logboek("").to_frame().assign(activiteit_id=activiteit_id)}


def _join(personen: pd.DataFrame, tabel: Tabel, logboek: Logboek) -> pd.DataFrame:
    """Return a row per speaker with the cells of the list, empty where it has none."""
    frame = tabel.frame
    zonder = ~frame[PERSOON].isin(personen["deelnemer_id"])
    groep = find_groep(tabel)
    heel = (
        zonder.groupby(frame[groep], observed=True, dropna=False).transform("all")
        if groep
        else zonder & False
    )
    for rij, hele_groep in zip(frame.loc[zonder, RIJ], heel[zonder], strict=True):
        logboek.note("deelnemer_zonder_gegevens", rij=int(rij), kolom=groep if hele_groep else "")
    dubbel = frame[PERSOON].duplicated()
    for rij in frame.loc[dubbel, RIJ]:
        logboek.note("dubbele_rij", rij=int(rij))
    uniek = frame[~dubbel]
    samen = personen[["deelnemer_id"]].merge(uniek, left_on="deelnemer_id", right_on=PERSOON, how="left")
    namen = [kolom.naam for kolom in tabel.kolommen]
    return samen.assign(**{naam: samen[naam].astype("str").fillna("") for naam in namen})


def _plan_traits(tabel: Tabel, levering: Levering, lijst: Vragenlijst) -> Plan:
    bezet = [kolom.naam for kolom in tabel.kolommen if fold(kolom.naam) in _GEEN_KENMERK]
    plan = plan_vragen(tabel, replace(levering, gewicht=""), lijst, bezet=bezet)
    vragen = tuple(replace(vraag, rol="kenmerk") for vraag in plan.vragen if vraag.soort != "open")
    return replace(plan, vragen=vragen)


def _mark_not_asked(blok: Antwoordblok, leiders: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Antwoordblok:
    leider = np.isin(blok.persoon, leiders)
    return replace(blok, status=np.where(leider, STATUS_NR["niet_getoond"], blok.status).astype("int8"))
