"""The first counts of every closed question, to lay beside the bureau's own tables."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.meldingen import list_categorieen
from burgerdata.instruments.vraag import GESLOTEN
from burgerdata.traject import Traject

KOLOMMEN = ("activiteit_id", "vraag_id", "tekst", "label", "n", "basis", "aandeel", "gewogen")
_SLEUTEL = ["activiteit_id", "vraag_id"]
_BASIS = ("gegeven", "geen_gekozen")
_MELDING = "melding"


def count_answers(traject: Traject) -> pd.DataFrame:
    """Return a row per option of every closed question: n, basis (persons), aandeel without and gewogen with weights.

    Persons of rol burger. The base is everyone who gave an answer; for a question with several answers also those who
    chose none. Options stand in the order of the questionnaire, also when nobody chose them. Of messages whose writers
    nobody knows n and basis are messages.
    """
    antwoorden = _answers_of_citizens(traject)
    personen = antwoorden.drop_duplicates([*_SLEUTEL, "deelnemer_id"])
    basis = personen.groupby(_SLEUTEL, observed=True, dropna=False, sort=False)
    noemer = basis.agg(basis=("gewicht", "size"), som=("gewicht", "sum")).reset_index()
    gekozen = antwoorden[antwoorden["status"] == "gegeven"]
    per_optie = gekozen.groupby([*_SLEUTEL, "code"], observed=True, dropna=False, sort=False)
    teller = per_optie.agg(n=("gewicht", "size"), deel=("gewicht", "sum")).reset_index()
    los = _count_messages(traject, noemer)
    teller, noemer = (_leave_out(tabel, los) for tabel in (teller, noemer))
    teller = pd.concat([teller, los], ignore_index=True)
    heel = los.groupby(_SLEUTEL, observed=True, dropna=False, sort=False)[["n", "deel"]].sum().reset_index()
    noemer = pd.concat([noemer, heel.rename(columns={"n": "basis", "deel": "som"})], ignore_index=True)
    opties = _closed_options(traject)
    tabel = opties.merge(teller, on=[*_SLEUTEL, "code"], how="left").merge(noemer, on=_SLEUTEL, how="left")
    tabel = tabel.fillna({"n": 0, "deel": 0.0, "basis": 0, "som": 0.0})
    gevuld = tabel[tabel["basis"] > 0]
    return gevuld.assign(
        n=gevuld["n"].astype("int64"),
        basis=gevuld["basis"].astype("int64"),
        aandeel=gevuld["n"] / gevuld["basis"],
        gewogen=gevuld["deel"] / gevuld["som"].where(gevuld["som"] > 0),
    )[list(KOLOMMEN)].reset_index(drop=True)


def _count_messages(traject: Traject, beantwoord: pd.DataFrame) -> pd.DataFrame:
    """Return how many messages have each option of the categories of signals, and of questions that no person answered."""
    tellingen = traject.tellingen
    eigen = tellingen.loc[tellingen["maat"].eq(_MELDING), [*_SLEUTEL, "code", "aantal"]]
    eigen = eigen.astype(dict.fromkeys((*_SLEUTEL, "code"), "str"))
    al = set(zip(*(beantwoord[naam].astype("str") for naam in _SLEUTEL), strict=True))
    al -= set(list_categorieen(traject))
    paren = zip(*(eigen[naam] for naam in _SLEUTEL), strict=True)
    eigen = eigen[pd.Series([paar not in al for paar in paren], index=eigen.index, dtype="bool")]
    som = eigen.groupby([*_SLEUTEL, "code"], observed=True, dropna=False, sort=False)["aantal"].sum()
    return som.astype("float64").rename("n").reset_index().assign(deel=lambda tabel: tabel["n"])


def _leave_out(tabel: pd.DataFrame, los: pd.DataFrame) -> pd.DataFrame:
    """Return the counts of people without those of questions that are counted in messages."""
    geteld = set(zip(*(los[naam].astype("str") for naam in _SLEUTEL), strict=True))
    paren = zip(*(tabel[naam].astype("str") for naam in _SLEUTEL), strict=True)
    return tabel[pd.Series([paar not in geteld for paar in paren], index=tabel.index, dtype="bool")]


def _answers_of_citizens(traject: Traject) -> pd.DataFrame:
    personen = traject.deelnemers
    burgers = personen.loc[personen["rol"] == "burger", ["activiteit_id", "deelnemer_id", "gewicht"]]
    antwoorden = traject.antwoorden
    telt = antwoorden.loc[antwoorden["status"].isin(_BASIS), [*_SLEUTEL, "deelnemer_id", "code", "status"]]
    tekst = dict.fromkeys(("activiteit_id", "deelnemer_id"), "str")
    los = telt.astype(tekst | dict.fromkeys(("vraag_id", "code", "status"), "str"))
    return los.merge(burgers.astype(tekst), on=["activiteit_id", "deelnemer_id"])


def _closed_options(traject: Traject) -> pd.DataFrame:
    """Return the valid options of every closed question, with the text of the question."""
    vragen = traject.vragen
    gesloten = vragen.loc[vragen["soort"].isin([*GESLOTEN, "meer_antwoorden"]), [*_SLEUTEL, "tekst"]]
    opties = traject.opties
    geldig = opties.loc[opties["status"] == "geldig", [*_SLEUTEL, "code", "label", "volgorde"]]
    tekst = dict.fromkeys(_SLEUTEL, "str")
    return gesloten.astype(tekst).merge(geldig.astype(tekst | {"code": "str"}), on=_SLEUTEL, how="inner")
