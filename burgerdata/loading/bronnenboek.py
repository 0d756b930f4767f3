"""The ledger of a delivery: what each of its files served for, and that every record of it went somewhere."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.formats import Lezing
from burgerdata.instruments import Tabellen
from burgerdata.intake.logboek import RECORD_REDENEN
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_VAN_MENSEN = ("geen_persoonskolom", "spreker_onbekend")


def join_logboek(lezingen: Sequence[Lezing], hulp: Sequence[Lezing], records: pd.DataFrame) -> pd.DataFrame:
    """Return what intake noted about all files, each under its activity; of several waves the file tells which."""
    activiteit = dict(zip(records["bestand"], records["activiteit_id"], strict=True))
    eerste = str(records["activiteit_id"].iloc[0])
    delen = [
        lezing.logboek.assign(activiteit_id=activiteit.get(lezing.bestand, eerste))
        for lezing in (*lezingen, *hulp)
    ]
    return pd.concat(delen, ignore_index=True)


def drop_geen_mensen(
    logboek: pd.DataFrame, lezingen: Sequence[Lezing], activiteiten: Sequence[Tabellen]
) -> pd.DataFrame:
    """Return the logboek of a delivery in parts without what it says of persons in a file of which no row is one.

    Points that were decided and notes of a table are nobody's: neither a person nor a speaker is missed there.
    """
    bekend = {
        str(id_)
        for deel in activiteiten
        if "deelnemers" in deel
        for id_ in deel["deelnemers"]["deelnemer_id"]
    }
    plekken = [
        (vorm.bestand, vorm.blad)
        for lezing in lezingen
        for vorm in lezing.vormen
        if isinstance(vorm, Tabel | Gesprek) and not bekend & {*_list_personen(vorm)}
    ]
    los = logboek["reden"].astype("str").isin(_VAN_MENSEN)
    plek = pd.MultiIndex.from_frame(logboek[["bestand", "blad"]].astype("str").fillna(""))
    return logboek[~(los & plek.isin(plekken))].reset_index(drop=True)


def _list_personen(vorm: Tabel | Gesprek) -> list[str]:
    frame = vorm.frame if isinstance(vorm, Tabel) else vorm.beurten
    return frame[PERSOON].astype("str").tolist() if PERSOON in frame else []


def make_bronnen(
    lezingen: Sequence[Lezing],
    deelnemers: Sequence[Lezing],
    codeboek: Sequence[Lezing],
    records: pd.DataFrame,
    logboek: pd.DataFrame,
) -> tuple[pd.DataFrame, list[Probleem]]:
    """Return the contract table bronnen of a delivery, with the ledger checked: in = out + explained."""
    rollen = [(lezing, _rol_of(lezing)) for lezing in lezingen]
    rollen += [(lezing, "deelnemerslijst") for lezing in deelnemers] + [
        (lezing, "codeboek") for lezing in codeboek
    ]
    bronnen = pd.concat([lezing.bronnen.assign(rol=rol) for lezing, rol in rollen], ignore_index=True)
    samen = bronnen.drop(columns="records_uit").merge(records, on=["bestand", "blad"], how="left")
    eigen = {(vorm.bestand, vorm.blad) for lezing in lezingen for vorm in lezing.vormen}
    # a sheet that became part of another one has no records of its own
    los = [paar not in eigen for paar in zip(samen["bestand"], samen["blad"], strict=True)]
    gevouwen = pd.Series(los, index=samen.index, dtype="bool") & bronnen["gebruikt"]
    helper = samen["records_uit"].isna() & (samen["rol"].isin(["deelnemerslijst", "codeboek"]) | gevouwen)
    gebruikt = samen["gebruikt"] & (helper | samen["records_uit"].notna())
    verklaard = _count_explained(samen, logboek)
    # somebody who is on a list twice is told when the list is used, after it was read
    later = (verklaard - bronnen["records_verklaard"]).where(samen["rol"].eq("deelnemerslijst"), 0)
    heel = (bronnen["records_uit"] - later).where(helper, 0)
    uit = samen["records_uit"].fillna(heel).astype("Int32")
    problemen = _check_ledger(samen.assign(uit=uit, verklaard=verklaard)[gebruikt])
    activiteit = samen["activiteit_id"].fillna(str(records["activiteit_id"].iloc[0]))
    nieuw = {
        "records_uit": uit,
        "records_verklaard": verklaard,
        "gebruikt": gebruikt,
        "activiteit_id": activiteit,
    }
    return samen.assign(**nieuw), problemen


def _check_ledger(bronnen: pd.DataFrame) -> list[Probleem]:
    """Return a problem for each sheet of which records were lost or made."""
    return [
        Probleem(
            f"er gingen {rij['records_in']} records in en {rij['uit']} uit; {rij['verklaard']} zijn verklaard",
            "meld dit bestand",
            str(rij["bestand"]),
            str(rij["blad"]),
        )
        for rij in bronnen.to_dict("records")
        if rij["records_in"] != rij["uit"] + rij["verklaard"]
    ]


_ROLLEN = {"polis_stellingen": "vragen", "polis_deelnemers": "deelnemerslijst"}
_ROLLEN |= dict.fromkeys(("polis_samenvatting", "polis_groepen", "polis_verloop"), "gezien")
"""What the files of a Polis conversation serve for; of other formats every table holds answers."""


def _rol_of(lezing: Lezing) -> str:
    if lezing.codeerprojecten:
        return "codeerwerk"
    return "gesprek" if lezing.gesprekken else _ROLLEN.get(lezing.formaat, "antwoorden")


def _count_explained(bronnen: pd.DataFrame, logboek: pd.DataFrame) -> pd.Series:
    """Return per sheet how many records the whole ledger explains, intake and instrument together."""
    telt = logboek[logboek["reden"].astype("str").isin(RECORD_REDENEN)]
    som = telt.groupby(["bestand", "blad"], observed=True, dropna=False)["aantal"].sum().rename("verklaard")
    samen = bronnen[["bestand", "blad"]].merge(som.reset_index(), on=["bestand", "blad"], how="left")
    return samen["verklaard"].fillna(0).astype("Int32")
