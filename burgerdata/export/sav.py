"""SPSS: a file per activity, a row per person and a variable per question, with labels of questions and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.export.uitvoer import Uitvoer, Weggelaten, list_other_tables
from burgerdata.getallen import as_floats
from burgerdata.text.themalijst import slug
from burgerdata.traject import Traject
from burgerdata.wide import read_opties

MOST_NAME = 64
MOST_LABEL = 256
MOST_VALUE_LABEL = 120
MOST_TEXT = 32_767
_RESERVED = frozenset(["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"])
_HELD = ("deelnemers", "vragen", "opties", "antwoorden")
_PERSON = ("activiteit_id", "deelnemer_id", "groep", "gewicht")
_GIVEN = ("gegeven", "geen_gekozen")


def write_sav(traject: Traject, doel: Path) -> Uitvoer:
    """Write a file per activity with persons and return the outcome.

    Raises
    ------
    MethodeError
        When no activity has persons: SPSS keeps rows of persons.
    """
    import pyreadstat

    weg, bestanden = _list_lost(traject), []
    for activiteit in traject.activiteiten["activiteit_id"].astype("str"):
        breed = traject.breed(activiteit)
        if breed.empty:
            weg.append(Weggelaten("activiteiten", activiteit, "activiteit zonder personen", 1))
            continue
        frame, kolomlabels, waardelabels = _make_frame(traject, activiteit, breed, weg)
        naam = f"{slug(activiteit)}.sav"
        pyreadstat.write_sav(
            frame, str(doel / naam), column_labels=kolomlabels, variable_value_labels=waardelabels
        )
        bestanden.append(naam)
    if not bestanden:
        raise MethodeError(
            "er is geen activiteit met personen, en SPSS bewaart personen; kies een ander formaat"
        )
    return Uitvoer.make(doel, "sav", bestanden, weg)


def _list_lost(traject: Traject) -> list[Weggelaten]:
    status = traject.antwoorden["status"].astype("str")
    weg = list_other_tables({naam: len(tabel) for naam, tabel in traject.tabellen.items()}, _HELD)
    for soort, aantal in status[~status.isin(_GIVEN)].value_counts().items():
        weg.append(Weggelaten("antwoorden", "status", f"{soort} wordt leeg", int(aantal)))
    for kolom in traject.deelnemers.columns.difference(list(_PERSON)):
        gevuld = int(traject.deelnemers[kolom].notna().sum())
        weg.append(Weggelaten("deelnemers", kolom, "kolom niet in dit formaat", gevuld))
    return [*weg, Weggelaten("", "", "instellingen en wegingen niet in dit formaat", 1)]


def _make_frame(
    traject: Traject, activiteit: str, breed: pd.DataFrame, weg: list[Weggelaten]
) -> tuple[pd.DataFrame, dict[str, str | None], dict[str, dict[float, str]]]:
    """Return the frame in SPSS's terms, with the label of each variable and of each of its values."""
    namen = dict(zip(breed.columns, _make_names([str(kolom) for kolom in breed.columns]), strict=True))
    teksten = _read_texts(traject, activiteit)
    kolommen: dict[str, pd.Series] = {}
    waardelabels: dict[str, dict[float, str]] = {}
    for kolom, naam in namen.items():
        reeks = breed[kolom]
        kolommen[naam], labels = _make_variable(traject, activiteit, str(kolom), reeks)
        if labels:
            waardelabels[naam] = {code: _cut(label, MOST_VALUE_LABEL) for code, label in labels.items()}
            te_lang = sum(len(label.encode()) > MOST_VALUE_LABEL for label in labels.values())
            weg.append(Weggelaten(activiteit, str(kolom), "label van een antwoord afgekapt", te_lang))
        if kolommen[naam].dtype == "object":
            te_lang = int(kolommen[naam].map(lambda cel: len(cel.encode()) > MOST_TEXT).sum())
            weg.append(Weggelaten(activiteit, str(kolom), "tekst afgekapt", te_lang))
            kolommen[naam] = kolommen[naam].map(lambda cel: _cut(cel, MOST_TEXT))
        weg.append(Weggelaten(activiteit, str(kolom), f"heet in SPSS {naam}", int(naam != kolom)))
    labels_uit: dict[str, str | None] = {
        naam: _cut(_label_of(str(kolom), teksten), MOST_LABEL) for kolom, naam in namen.items()
    }
    for kolom in breed.columns:
        lang = len(_label_of(str(kolom), teksten).encode()) > MOST_LABEL
        weg.append(Weggelaten(activiteit, str(kolom), "vraagtekst afgekapt", int(lang)))
    return pd.DataFrame(kolommen), labels_uit, waardelabels


def _make_variable(
    traject: Traject, activiteit: str, kolom: str, reeks: pd.Series
) -> tuple[pd.Series, dict[float, str]]:
    """Return a variable as numbers with labels, or as text; codes of the source are kept where they are numbers."""
    if isinstance(reeks.dtype, pd.CategoricalDtype) and reeks.dtype.ordered:
        labels = [str(label) for label in reeks.cat.categories]
        codes = _read_codes(traject, activiteit, kolom.removesuffix(" (vraag)"), labels)
        nummers = reeks.astype("str").map(dict(zip(labels, codes, strict=True))).astype("float64")
        return nummers, dict(zip(codes, labels, strict=True))
    if pd.api.types.is_bool_dtype(reeks.dtype):
        return as_floats(reeks), {0.0: "niet gekozen", 1.0: "gekozen"}
    if pd.api.types.is_numeric_dtype(reeks.dtype):
        return reeks.astype("float64"), {}
    return reeks.astype("str").fillna("").astype("object"), {}


def _read_codes(traject: Traject, activiteit: str, vraag_id: str, labels: list[str]) -> list[float]:
    """Return the number of each label: the source's code when all of them are different numbers, else its place."""
    opties = read_opties(traject, activiteit, vraag_id)
    bij_label = dict(zip(opties["label"].astype("str"), opties["code"].astype("str"), strict=True))
    codes = [bij_label.get(label, "") for label in labels]
    if all(re.fullmatch(r"-?\d{1,9}", code) for code in codes) and len(set(codes)) == len(codes):
        return [float(code) for code in codes]
    return [float(nummer) for nummer in range(1, len(labels) + 1)]


def _read_texts(traject: Traject, activiteit: str) -> dict[str, str]:
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit)]
    return dict(zip(eigen["vraag_id"].astype("str"), eigen["tekst"], strict=True))


def _label_of(kolom: str, teksten: dict[str, str]) -> str:
    """Return the text of the question, with the option behind it for one of several answers."""
    vraag, _, optie = kolom.removesuffix(" (vraag)").partition("=")
    tekst = teksten.get(vraag, kolom)
    return f"{tekst} – {optie}" if optie else tekst


def _make_names(kolommen: list[str]) -> Iterator[str]:
    """Yield names that SPSS takes: letters, digits and _, at most 64, no reserved word, each of them once."""
    bezet: set[str] = set()
    for kolom in kolommen:
        kaal = kolom if re.fullmatch(r"[a-z][a-z0-9_]*[a-z0-9]|[a-z]", kolom) else slug(kolom)
        kaal = (kaal if kaal[:1].isalpha() and kaal not in _RESERVED else f"v_{kaal}")[:MOST_NAME].rstrip("_")
        naam, nummer = kaal, 2
        while naam in bezet:
            einde = f"_{nummer}"
            naam, nummer = f"{kaal[: MOST_NAME - len(einde)]}{einde}", nummer + 1
        bezet.add(naam)
        yield naam


def _cut(tekst: Any, bytes_: int) -> str:
    """Return a text that fits in a number of bytes, never half a sign."""
    return str(tekst).encode("utf-8", "replace")[:bytes_].decode("utf-8", "ignore")
