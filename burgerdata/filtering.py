"""A part of a traject: activities, questions and persons chosen, and every table filtered along the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from burgerdata.contract import trim_tabel
from burgerdata.designs import read_kenmerk
from burgerdata.errors import MethodeError
from burgerdata.schema import TABELLEN, Kolomschema, Tabelschema
from burgerdata.wide import read_personen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from burgerdata.traject import Keuze, Traject


def filter_traject(traject: Traject, keuzes: Mapping[str, Keuze], kenmerk: Mapping[str, Keuze]) -> Traject:
    """Return the traject of these activities, questions and persons.

    ``keuzes`` holds fase, instrument, meting or activiteit_id with the values to keep. A question with a fase of its
    own counts for that phase; traits and weights stay with their activity. With ``kenmerk`` the persons left out stay
    known to the survey design (``Traject.volledig``), so that standard errors are those of a domain.

    Raises
    ------
    MethodeError
        When a value or trait does not occur, with the values that do.
    """
    gekozen = {naam: _read_keuze(traject, naam, keuze) for naam, keuze in keuzes.items()}
    tabellen = dict(traject.tabellen)
    tabellen["vragen"] = _choose_vragen(traject, gekozen.get("fase"))
    tabellen["activiteiten"] = _choose_activiteiten(traject, gekozen, tabellen["vragen"])
    if kenmerk:
        personen = _choose_personen(traject, tabellen["activiteiten"], kenmerk)
        tabellen["deelnemers"] = personen
        over = traject.activiteiten["activiteit_id"].isin(personen["activiteit_id"].unique())
        tabellen["activiteiten"] = tabellen["activiteiten"][
            over.reindex(tabellen["activiteiten"].index, fill_value=False)
        ]
    if "fase" in gekozen:
        tabellen |= _choose_by_phase(traject, gekozen["fase"])
    kleiner = {naam: trim_tabel(tabel, naam) for naam, tabel in _follow_references(tabellen, traject).items()}
    deel = replace(traject, tabellen={**traject.tabellen, **kleiner})
    return replace(deel, volledig=traject.volledig or traject) if kenmerk else deel


def _read_keuze(traject: Traject, naam: str, keuze: Keuze) -> tuple[str, ...]:
    waarden = (keuze,) if isinstance(keuze, str) else tuple(keuze)
    bekend = set(traject.activiteiten[naam].dropna().astype("str"))
    if naam == "fase":
        bekend |= set(traject.vragen["fase"].dropna().astype("str"))
    _refuse_unknown(naam, waarden, bekend)
    return waarden


def _refuse_unknown(naam: str, waarden: tuple[str, ...], bekend: set[str]) -> None:
    vreemd = [waarde for waarde in waarden if waarde not in bekend]
    if vreemd:
        keuze = ", ".join(sorted(bekend)) or "(geen)"
        raise MethodeError(f"{naam} '{vreemd[0]}' komt niet voor; kies uit {keuze}")


def _choose_vragen(traject: Traject, fasen: tuple[str, ...] | None) -> pd.DataFrame:
    """Return the questions of these phases; without a phase of its own a question has that of its activity."""
    vragen = traject.vragen
    if fasen is None:
        return vragen
    van = traject.activiteiten.set_index("activiteit_id")["fase"].astype("str")
    fase = vragen["fase"].astype("str").fillna(vragen["activiteit_id"].astype("str").map(van))
    altijd = vragen["rol"].isin(("kenmerk", "gewicht")) & vragen["fase"].isna()
    return vragen[fase.isin(fasen) | altijd]


def _choose_activiteiten(
    traject: Traject, gekozen: Mapping[str, tuple[str, ...]], vragen: pd.DataFrame
) -> pd.DataFrame:
    activiteiten = traject.activiteiten
    blijft = pd.Series(True, index=activiteiten.index)
    for naam, waarden in gekozen.items():
        past = activiteiten[naam].astype("str").isin(waarden)
        if naam == "fase":
            eigen = vragen[vragen["fase"].astype("str").isin(waarden)]["activiteit_id"]
            past |= activiteiten["activiteit_id"].isin(eigen.unique())
        blijft &= past
    return activiteiten[blijft]


def _choose_personen(
    traject: Traject, activiteiten: pd.DataFrame, kenmerk: Mapping[str, Keuze]
) -> pd.DataFrame:
    """Return the persons with all these traits; activities without one of the traits have none."""
    keuzes = {naam: (k,) if isinstance(k, str) else tuple(k) for naam, k in kenmerk.items()}
    vragen = traject.vragen
    for naam in keuzes:
        bekend = set(vragen[vragen["rol"].eq("kenmerk")]["vraag_id"].astype("str"))
        _refuse_unknown("kenmerk", (naam,), bekend)
    gevonden: dict[str, set[str]] = {naam: set() for naam in keuzes}
    delen = []
    for activiteit_id in activiteiten["activiteit_id"]:
        eigen = set(vragen[vragen["activiteit_id"].eq(activiteit_id)]["vraag_id"].astype("str"))
        if set(keuzes) <= eigen:
            personen = read_personen(traject, activiteit_id)
            for naam, waarden in keuzes.items():
                labels = read_kenmerk(traject, activiteit_id, naam, personen)
                gevonden[naam] |= set(labels.cat.categories)
                personen = personen[labels.astype("str").isin(waarden)].reset_index(drop=True)
            delen.append(personen)
    for naam, waarden in keuzes.items():
        _refuse_unknown(f"bij kenmerk {naam}: waarde", waarden, gevonden[naam])
    return pd.concat(delen, ignore_index=True)


def _choose_by_phase(traject: Traject, fasen: tuple[str, ...]) -> dict[str, pd.DataFrame]:
    """Return the tables that name a phase themselves, and texts without a question of activities of other phases."""
    doorwerking, fragmenten = traject.doorwerking, traject.fragmenten
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["fase"].astype("str").isin(fasen)]["activiteit_id"]
    blijft = fragmenten["vraag_id"].notna() | fragmenten["activiteit_id"].isin(eigen)
    return {
        "doorwerking": doorwerking[
            doorwerking["fase"].isna() | doorwerking["fase"].astype("str").isin(fasen)
        ],
        "fragmenten": fragmenten[blijft],
    }


def _follow_references(tabellen: Mapping[str, pd.DataFrame], traject: Traject) -> dict[str, pd.DataFrame]:
    """Return the tables that lose rows, each without rows that refer to something that was left out."""
    uit = dict(tabellen)
    for _ in range(2):  # fragmenten refers to vragen and deelnemers, tellingen and coderingen to fragmenten
        for schema in TABELLEN.values():
            for kolom in schema.kolommen:
                doel = kolom.verwijst
                if doel and doel != schema.naam and len(uit[doel]) < len(traject.tabellen[doel]):
                    blijft = _still_refers(uit[schema.naam], schema, kolom, uit[doel])
                    if not blijft.all():
                        uit[schema.naam] = uit[schema.naam][blijft]
    return {naam: tabel for naam, tabel in uit.items() if len(tabel) < len(traject.tabellen[naam])}


def _still_refers(
    tabel: pd.DataFrame, schema: Tabelschema, kolom: Kolomschema, doel: pd.DataFrame
) -> NDArray[np.bool_]:
    """Return the rows whose reference is empty or exists; a composite key is compared by codes, not by text."""
    sleutel = [naam for naam in TABELLEN[kolom.verwijst].sleutel if naam in schema.namen]
    if kolom.naam not in sleutel:
        sleutel = [kolom.naam]
    leeg = np.asarray(tabel[kolom.naam].isna())
    hier, daar = np.zeros(len(tabel), dtype=np.int64), np.zeros(len(doel), dtype=np.int64)
    vreemd = np.zeros(len(tabel), dtype=np.bool_)
    for naam, doelnaam in zip(sleutel, TABELLEN[kolom.verwijst].sleutel, strict=False):
        categorieen = doel[doelnaam].cat.categories
        plek = np.append(categorieen.get_indexer(tabel[naam].cat.categories), -1)
        nummers = plek[tabel[naam].array.codes]
        vreemd |= nummers < 0
        hier = hier * (len(categorieen) + 1) + nummers
        daar = daar * (len(categorieen) + 1) + doel[doelnaam].array.codes
    return np.asarray(leeg | (np.isin(hier, daar) & ~vreemd))
