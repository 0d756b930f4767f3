"""The persons behind messages and ballots: their rol, what is known about them, and which tasks they answered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.errors import ContractError
from burgerdata.instruments.bericht_delen import Deel
from burgerdata.instruments.berichten import ROL, TAAK
from burgerdata.instruments.columns import GROEP
from burgerdata.instruments.plan import plan_vragen
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok, stack_antwoorden
from burgerdata.instruments.survey import Tabellen, check_kenmerken, fill_vragen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Vragenlijst, fold, make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Kolom, Tabel

_CHANGES = 0.25
"""From this share of the persons with more messages on, a column that changes is about the messages."""
_FEWEST_CHANGES = 3
"""Fewer persons for whom a column changes moved house, or made a slip."""
_MOST_WORDS = 25


def list_personen(rijen: pd.DataFrame) -> pd.DataFrame:
    """Return deelnemer_id, rol and groep per person in order of appearance; someone in several groups has no groep.

    Who wrote as one rol more often than as another is counted as that.
    """
    eigen = rijen[rijen[PERSOON] != ""]
    keren = (
        eigen.groupby([PERSOON, ROL], observed=True, dropna=False, sort=False)
        .size()
        .rename("keren")
        .reset_index()
    )
    rol = (
        keren.sort_values("keren", ascending=False, kind="stable")
        .drop_duplicates(PERSOON)
        .set_index(PERSOON)[ROL]
    )
    groepen = eigen.groupby(PERSOON, observed=True, dropna=False, sort=False)[GROEP]
    tabel = groepen.agg(["first", "nunique"])
    groep = tabel["first"].where(tabel["nunique"] == 1, "").astype("str")
    return pd.DataFrame(
        {
            "deelnemer_id": pd.Series(tabel.index, dtype="str"),
            "rol": rol.reindex(tabel.index).astype("str").to_numpy(),
            "groep": groep.to_numpy(),
        }
    )


def join_persons(delen: Sequence[Deel], personen: pd.DataFrame, *, vast: Collection[str] = ()) -> Tabel:
    """Return one table with a row per person: of each column that is about persons the first cell that is filled.

    Of a column that tells something else with each message, such as the subject of a complaint, all that a person has
    there is kept, in whichever file: it is a question with several answers. Of one that changes for a few, or that the
    analyst calls a trait (``vast``), the log counts the persons for whom it changes.
    """
    ids = pd.Index(personen["deelnemer_id"])
    namen = dict.fromkeys(naam for deel in delen for naam in deel.kenmerken)
    verzameld = {naam: _gather(naam, delen, vast) for naam in namen}
    frame = pd.DataFrame(
        {
            naam: reeks.reindex(ids).fillna("").astype("str").to_numpy()
            for naam, (_, reeks) in verzameld.items()
        },
        index=range(len(ids)),
    )
    frame = frame.astype(dict.fromkeys(verzameld, "str")).assign(**{PERSOON: ids.to_numpy()})
    eerste = delen[0].tabel
    kolommen = tuple(kolom for kolom, _ in verzameld.values())
    return Tabel(eerste.bestand, eerste.formaat, frame, kolommen, eerste.blad)


def _gather(naam: str, delen: Sequence[Deel], vast: Collection[str]) -> tuple[Kolom, pd.Series]:
    """Return a column with the cell of each person, or with all cells of each where it differs from message to message."""
    eigen = [deel for deel in delen if naam in deel.kenmerken]
    rijen = pd.concat([deel.rijen[[PERSOON, ROL, naam]].astype("str") for deel in eigen], ignore_index=True)
    paren = rijen[is_filled(rijen[naam]) & (rijen[PERSOON] != "")]
    kolom = eigen[0].tabel.kolom(naam)
    anders = paren.assign(gelijk=paren[naam].map(fold)).drop_duplicates([PERSOON, "gelijk"])
    per_persoon = anders.groupby(PERSOON, observed=True, dropna=False, sort=False)[naam]
    vaker = int((paren[PERSOON].value_counts() > 1).sum())
    wisselt = int((per_persoon.size() > 1).sum())
    los = wisselt >= max(_FEWEST_CHANGES, _CHANGES * vaker) and fold(naam) not in set(map(fold, vast))
    niemand = bool(wisselt) and bool(
        rijen[ROL].eq("onbekend").all()
    )  # messages, which stand on a person per channel
    if (los or niemand) and _is_listed(kolom, anders):
        return replace(kolom, soort="meer_antwoorden"), per_persoon.agg(";".join)
    eigen[0].logboek.note("cel_gewijzigd", kolom=naam, aantal=wisselt)
    return kolom, per_persoon.first()


def _is_listed(kolom: Kolom, anders: pd.DataFrame) -> bool:
    """Return whether the cells of a column are words from a short list, and no list themselves."""
    cellen = anders[kolom.naam]
    woorden = not read_getallen(cellen).notna().any() and not cellen.str.contains(";", regex=False).any()
    return kolom.soort in ("", "een_antwoord") and woorden and anders["gelijk"].nunique() <= _MOST_WORDS


def fill_bijdragers(
    tabel: Tabel, rijen: pd.DataFrame, levering: Levering, lijst: Vragenlijst, activiteit_id: str
) -> tuple[Tabellen, dict[str, str]]:
    """Return vragen, opties, antwoorden and logboek of the persons, and task → vraag_id.

    Every task is an open question: who answered has gegeven, of who did not the source cannot tell why.

    Raises
    ------
    ContractError
        When a trait of traject.toml does not exist.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    plan = plan_vragen(tabel, replace(levering, gewicht=""), lijst)
    vragen, blokken = fill_vragen(plan, tabel.frame, lijst, logboek)
    if problemen := [*plan.problemen, *check_kenmerken(vragen, levering)]:
        raise ContractError(problemen)
    personen = tabel.frame[PERSOON].tolist()
    taken = _name_tasks(rijen, {vraag.vraag_id for vraag in vragen})
    for taak, vraag in taken.items():
        vragen.append(vraag)
        blokken.append(_answer_task(vraag, set(rijen.loc[rijen[TAAK] == taak, PERSOON]), personen))
    logboeken = {"logboek": logboek.to_frame().assign(activiteit_id=activiteit_id)}
    namen = {taak: vraag.vraag_id for taak, vraag in taken.items()}
    if not vragen:
        return logboeken, namen
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "antwoorden": stack_antwoorden(blokken, activiteit_id, personen),
        **logboeken,
    }, namen


def _name_tasks(rijen: pd.DataFrame, bezet: set[str]) -> dict[str, Vraag]:
    """Return an open question per task, in order of appearance."""
    taken: dict[str, Vraag] = {}
    for taak in rijen[TAAK].unique():
        if not taak:
            continue
        eerste = naam = make_slug(taak)
        nummer = 2
        while naam in bezet:
            naam, nummer = f"{eerste}_{nummer}", nummer + 1
        bezet.add(naam)
        taken[taak] = Vraag(naam, ("taak",), taak, "open")
    return taken


def _answer_task(vraag: Vraag, wie: set[str], personen: Sequence[str]) -> Antwoordblok:
    aantal = len(personen)
    gaf = np.array([persoon in wie for persoon in personen], dtype=bool)
    return Antwoordblok(
        vraag.vraag_id,
        np.arange(aantal, dtype="int32"),
        np.full(aantal, -1, dtype="int32"),
        (),
        np.full(aantal, np.nan),
        np.where(gaf, STATUS_NR["gegeven"], STATUS_NR["leeg_onbekend"]).astype("int8"),
        np.ones(aantal, dtype="int32"),
    )
