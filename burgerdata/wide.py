"""Answers in wide form: one row per person, one column per question, labels in the order of the scale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from burgerdata.traject import Traject

MEERVOUDIG = ("meer_antwoorden", "rangorde")
"""Kinds of question that give a column per option."""
_GETAL = re.compile(r"-?\d+([.,]\d+)?")


def widen_antwoorden(traject: Traject, activiteit_id: str) -> pd.DataFrame:
    """Return one row per person of an activity: deelnemer_id, groep, gewicht and a column or more per question.

    A question with one answer is a category of labels; a number, and a grade whose steps have no words, is float64;
    several answers give a boolean column per option (``vraag_id=label``), a ranking a column of ranks per option, an
    open question its text. Questions of rol gewicht are left out: ``gewicht`` holds them.
    """
    personen = read_personen(traject, activiteit_id)
    kolommen = {naam: personen[naam] for naam in ("deelnemer_id", "groep", "gewicht")}
    return pd.DataFrame(kolommen | widen_vragen(traject, activiteit_id, personen, open_vragen=True))


def read_personen(traject: Traject, activiteit_id: str) -> pd.DataFrame:
    """Return the persons of an activity in source order, numbered from 0."""
    deelnemers = traject.deelnemers
    return deelnemers[deelnemers["activiteit_id"].eq(activiteit_id)].reset_index(drop=True)


def widen_vragen(
    traject: Traject, activiteit_id: str, personen: pd.DataFrame, *, open_vragen: bool = False
) -> dict[str, pd.Series]:
    """Return the question columns of these persons by name; a name that ``personen`` has gets `` (vraag)`` behind it."""
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit_id) & vragen["rol"].ne("gewicht")]
    uit: dict[str, pd.Series] = {}
    for vraag_id, soort in zip(eigen["vraag_id"].astype("str"), eigen["soort"].astype("str"), strict=True):
        if soort == "open" and not open_vragen:
            continue
        naam = f"{vraag_id} (vraag)" if vraag_id in personen.columns else vraag_id
        uit |= _widen_vraag(traject, activiteit_id, vraag_id, soort, personen, naam)
    return uit


def _widen_vraag(
    traject: Traject, activiteit_id: str, vraag_id: str, soort: str, personen: pd.DataFrame, naam: str
) -> dict[str, pd.Series]:
    if soort == "open":
        return {naam: read_teksten(traject, activiteit_id, vraag_id, personen)}
    rijen = pick_antwoorden(traject, activiteit_id, vraag_id, personen)
    opties = read_opties(traject, activiteit_id, vraag_id)
    if soort in MEERVOUDIG:
        keuzes = place_keuzes(rijen, opties, personen, rang=soort == "rangorde")
        return {f"{naam}={label}": keuzes[label] for label in keuzes}
    if soort == "getal" or is_cijfer(opties):
        return {naam: place_getallen(rijen, personen)}
    return {naam: place_labels(rijen, opties, personen)}


def pick_antwoorden(
    traject: Traject, activiteit_id: str, vraag_id: str, personen: pd.DataFrame
) -> pd.DataFrame:
    """Return the answers to one question with ``rij``, the place of the person among ``personen``; others are left out."""
    antwoorden = traject.antwoorden
    rijen = antwoorden[antwoorden["vraag_id"].eq(vraag_id) & antwoorden["activiteit_id"].eq(activiteit_id)]
    rij = find_rijen(rijen["deelnemer_id"], personen)
    return rijen.assign(rij=rij)[rij >= 0]


def find_rijen(deelnemer_id: pd.Series, personen: pd.DataFrame) -> NDArray[np.intp]:
    """Return for each id its place among ``personen``, -1 where it is not there."""
    plek = pd.Index(personen["deelnemer_id"].astype("str")).get_indexer(deelnemer_id.cat.categories)
    return np.asarray(np.append(plek, -1)[deelnemer_id.array.codes], dtype=np.intp)


def read_opties(traject: Traject, activiteit_id: str, vraag_id: str) -> pd.DataFrame:
    """Return the valid options of a question in order, each with a label that no other option has."""
    return traject.remember(
        ("opties", activiteit_id, vraag_id), lambda: _select_opties(traject, activiteit_id, vraag_id)
    )


def _select_opties(traject: Traject, activiteit_id: str, vraag_id: str) -> pd.DataFrame:
    opties = traject.remember(("geldige opties",), lambda: _list_geldig(traject))
    eigen = opties[opties["activiteit_id"].eq(activiteit_id) & opties["vraag_id"].eq(vraag_id)]
    eigen = eigen.reset_index(drop=True)
    label = eigen["label"]
    dubbel = label.duplicated(keep=False)
    if dubbel.any():
        eigen["label"] = label.where(~dubbel, label + " (" + eigen["code"] + ")")
    return eigen


def _list_geldig(traject: Traject) -> pd.DataFrame:
    """Return the valid options of all questions in order, with the code for a label where there is none."""
    opties = traject.opties
    geldig = opties[opties["status"].eq("geldig")].sort_values("volgorde", kind="stable")
    code = geldig["code"].astype("str")
    return geldig.assign(code=code, label=geldig["label"].where(geldig["label"].ne(""), code).astype("str"))


def is_cijfer(opties: pd.DataFrame) -> bool:
    """Return whether these options are a grade: every option has a number and most have no words of their own.

    Examples
    --------
    >>> is_cijfer(pd.DataFrame({"label": ["1 zeer slecht", "2", "3"], "waarde": [1.0, 2.0, 3.0]}))
    True
    >>> is_cijfer(pd.DataFrame({"label": ["oneens", "eens"], "waarde": [1.0, 2.0]}))
    False
    """
    if opties.empty or opties["waarde"].isna().any():
        return False
    return bool(opties["label"].map(lambda label: bool(_GETAL.fullmatch(str(label).strip()))).mean() > 0.5)


def place_labels(rijen: pd.DataFrame, opties: pd.DataFrame, personen: pd.DataFrame) -> pd.Series:
    """Return the label that each person chose, as an ordered category; missing where no answer was given."""
    gegeven = rijen[rijen["status"].eq("gegeven")]
    plek = pd.Index(opties["code"]).get_indexer(gegeven["code"].astype("str"))
    nummers = np.full(len(personen), -1)
    nummers[gegeven["rij"]] = plek
    labels = pd.CategoricalDtype(pd.Index(opties["label"], dtype="str"), ordered=True)
    return pd.Series(pd.Categorical.from_codes(nummers, dtype=labels), index=personen.index)


def place_getallen(rijen: pd.DataFrame, personen: pd.DataFrame) -> pd.Series:
    """Return the number that each person gave, as in the source; missing where no answer was given."""
    gegeven = rijen[rijen["status"].eq("gegeven")]
    getallen = np.full(len(personen), np.nan)
    getallen[gegeven["rij"]] = gegeven["getal"]
    return pd.Series(getallen, index=personen.index)


def place_keuzes(
    rijen: pd.DataFrame, opties: pd.DataFrame, personen: pd.DataFrame, *, rang: bool = False
) -> pd.DataFrame:
    """Return a column per option: chosen or not (missing where not answered), or with ``rang`` its rank."""
    gegeven = rijen[rijen["status"].eq("gegeven")]
    deden_mee = rijen[rijen["status"].isin(("gegeven", "geen_gekozen"))]["rij"].unique()
    kolommen: dict[str, pd.Series] = {}
    for code, label in zip(opties["code"], opties["label"], strict=True):
        keuze = gegeven[gegeven["code"].eq(code)]
        waarden = np.full(len(personen), np.nan)
        waarden[deden_mee] = np.nan if rang else 0.0
        waarden[keuze["rij"]] = keuze["getal"] if rang else 1.0
        reeks = pd.Series(waarden, index=personen.index)
        kolommen[label] = reeks if rang else reeks.astype("boolean")
    return pd.DataFrame(kolommen, index=personen.index)


def read_statussen(rijen: pd.DataFrame, personen: pd.DataFrame) -> pd.Series:
    """Return the status of each person's answer; missing for who has no row."""
    eerste = rijen.drop_duplicates("rij")
    status = eerste["status"].cat
    nummers = np.full(len(personen), -1)
    nummers[eerste["rij"]] = status.codes
    return pd.Series(
        pd.Categorical.from_codes(nummers, categories=status.categories, ordered=True), index=personen.index
    )


def read_teksten(traject: Traject, activiteit_id: str, vraag_id: str, personen: pd.DataFrame) -> pd.Series:
    """Return the masked text that each person gave to an open question, pieces joined; missing for who gave none."""
    fragmenten = traject.fragmenten
    eigen = fragmenten[fragmenten["activiteit_id"].eq(activiteit_id) & fragmenten["vraag_id"].eq(vraag_id)]
    rij = find_rijen(eigen["deelnemer_id"], personen)
    tekst = eigen["tekst"][rij >= 0].groupby(rij[rij >= 0], observed=True, dropna=False).agg(" / ".join)
    return tekst.reindex(personen.index).astype("str")
