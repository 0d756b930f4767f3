"""Parts of one delivery joined to the contract tables of one activity: persons once, every person × question a row."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.survey import Tabellen
from burgerdata.intake import Logboek
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_SLEUTEL = ["deelnemer_id", "vraag_id"]
_ANTWOORD = {
    "deelnemer_id": "str",
    "vraag_id": "str",
    "volgnummer": "Int32",
    "code": "str",
    "getal": "float64",
    "status": "str",
}
_ROLLOOS = ("onbekend", "burger")


def join_bijdragen(bijdragen: Sequence[Tabellen], activiteit: pd.DataFrame) -> Tabellen:
    """Return the tables of one activity out of those of its parts.

    A person of several parts is one participant, of the first rol that is more than burger. A question that a person
    was never asked in any file has status leeg_onbekend: no file tells why.
    """
    activiteit_id = str(activiteit["activiteit_id"].iloc[0])
    namen = dict.fromkeys(naam for deel in bijdragen for naam in deel)
    samen = {naam: stack_tabellen([deel[naam] for deel in bijdragen if naam in deel]) for naam in namen}
    deelnemers = _join_persons(
        samen.get("deelnemers", pd.DataFrame({"deelnemer_id": [], "rol": []}, dtype="str"))
    )
    samen |= {"activiteiten": activiteit, "deelnemers": deelnemers}
    if "vragen" in samen:
        samen["antwoorden"] = fill_antwoorden(samen.get("antwoorden"), samen["vragen"], deelnemers)
        samen["vragen"] = samen["vragen"].drop_duplicates("vraag_id", ignore_index=True)
    if "opties" in samen:
        samen["opties"] = samen["opties"].drop_duplicates(["vraag_id", "code"], ignore_index=True)
    for naam in set(samen) - {"activiteiten", "records", "logboek", "doorwerking"}:
        samen[naam] = samen[naam].assign(activiteit_id=activiteit_id)
    leeg = Logboek("").to_frame()
    return samen | {"logboek": samen.get("logboek", leeg).assign(activiteit_id=activiteit_id)}


def stack_tabellen(delen: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return frames under each other with loose types: the contract gives the types back."""
    los = [
        deel.astype({naam: "str" for naam in deel if isinstance(deel[naam].dtype, pd.CategoricalDtype)})
        for deel in delen
        if len(deel)
    ]
    return pd.concat(los, ignore_index=True) if los else delen[0]


def _join_persons(personen: pd.DataFrame) -> pd.DataFrame:
    """Return a row per person, in order of appearance, with every trait of the row that first tells it."""
    gevuld = personen.assign(rol=personen["rol"].where(~personen["rol"].isin(_ROLLOOS)))
    groepen = gevuld.groupby("deelnemer_id", observed=True, dropna=False, sort=False)
    eerste = groepen.first().reset_index()
    burger = personen[personen["rol"].eq("burger")]["deelnemer_id"]
    gewoon = eerste["deelnemer_id"].isin(burger).map({True: "burger", False: "onbekend"})
    rol = eerste["rol"].astype("str").where(eerste["rol"].notna(), gewoon.astype("str"))
    return eerste.assign(rol=rol, personen=1)


def fill_antwoorden(
    antwoorden: pd.DataFrame | None, vragen: pd.DataFrame, deelnemers: pd.DataFrame
) -> pd.DataFrame:
    """Return the answers with a row of status leeg_onbekend for every person × question that has none."""
    gegeven = make_antwoorden([]) if antwoorden is None else _drop_silent(antwoorden)
    alle = vragen[["vraag_id"]].merge(deelnemers[["deelnemer_id"]], how="cross").astype("str")
    bekend = pd.MultiIndex.from_frame(gegeven[_SLEUTEL].astype("str"))
    mist = alle[~pd.MultiIndex.from_frame(alle[_SLEUTEL]).isin(bekend)]
    leeg = mist.assign(volgnummer=1, code=None, getal=float("nan"), status="leeg_onbekend")
    return pd.concat([gegeven.astype(_ANTWOORD), leeg.astype(_ANTWOORD)], ignore_index=True)


def _drop_silent(antwoorden: pd.DataFrame) -> pd.DataFrame:
    """Return the answers without a leeg_onbekend of one part beside what another part knows."""
    los = antwoorden.drop(columns="activiteit_id", errors="ignore").astype(_ANTWOORD)
    leeg = los["status"].eq("leeg_onbekend")
    bekend = pd.MultiIndex.from_frame(los.loc[~leeg, _SLEUTEL])
    weg = leeg & pd.MultiIndex.from_frame(los[_SLEUTEL]).isin(bekend)
    return los[~weg].drop_duplicates([*_SLEUTEL, "volgnummer"], ignore_index=True)


def make_antwoorden(rijen: Sequence[tuple[str, str, str | None, float, str]]) -> pd.DataFrame:
    """Return answers with one row per person and question: deelnemer_id, vraag_id, code, getal, status."""
    frame = pd.DataFrame(list(rijen), columns=["deelnemer_id", "vraag_id", "code", "getal", "status"])
    return frame.assign(volgnummer=1)[list(_ANTWOORD)].astype(_ANTWOORD)


def make_personen(ids: Sequence[str], rol: str = "burger") -> pd.DataFrame:
    """Return participants of one rol, each once."""
    return pd.DataFrame({"deelnemer_id": list(dict.fromkeys(filter(None, ids))), "rol": rol}, dtype="str")


def make_telling(activiteit_id: str, maat: str, aantal: int, **velden: str) -> dict[str, object]:
    """Return one row of tellingen with an id that follows from what was counted."""
    delen = "|".join(f"{naam}={waarde}" for naam, waarde in sorted(velden.items()))
    return {
        "telling_id": make_fragment_id(activiteit_id, maat, delen),
        "maat": maat,
        "aantal": aantal,
        **velden,
    }


def make_records(vorm: Tabel | Gesprek, activiteit_id: str, aantal: int) -> pd.DataFrame:
    """Return how many records of a sheet or file are in the tables: bestand, blad, activiteit_id, records_uit."""
    rij = (vorm.bestand, vorm.blad, activiteit_id, aantal)
    return pd.DataFrame([rij], columns=["bestand", "blad", "activiteit_id", "records_uit"])


def fill_down_persons(tabel: Tabel, logboek: Logboek) -> pd.Series:
    """Return the person of each row; where cells were merged a blank one means the person above it."""
    persoon = tabel.frame[PERSOON].astype("str")
    onder = persoon.where(persoon.ne("")).ffill().fillna("").astype("str")
    logboek.note("cel_gewijzigd", kolom="persoon", aantal=int((persoon.eq("") & onder.ne("")).sum()))
    return onder
