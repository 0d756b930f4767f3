"""What `controleer` asks the analyst to look at: no fault in itself, yet it will not do what was meant."""

from __future__ import annotations

from pathlib import Path

from burgerdata.errors import Probleem, bundle_rows
from burgerdata.instruments.suggestions import suggest
from burgerdata.loading.analyst_tables import read_marges
from burgerdata.loading.fill_in import find_invulbestand, read_invultabel
from burgerdata.shapes import RIJ
from burgerdata.text.thema import KOLOMMEN
from burgerdata.traject import Traject


def find_nakijken(traject: Traject, map_: Path) -> tuple[Probleem, ...]:
    """Return what is worth a look in the tables of the analyst: margins that fit nothing, columns that are not read."""
    return tuple(bundle_rows([*_review_marges(traject, map_), *_review_themalijst(map_)]))


def _review_marges(traject: Traject, map_: Path) -> list[Probleem]:
    """Return each row of the margins whose trait or category nobody in this traject was asked."""
    marges = read_marges(map_)
    if marges.tabel is None:
        return []
    vragen = traject.vragen
    kenmerken = list(dict.fromkeys(vragen.loc[vragen["rol"].eq("kenmerk"), "vraag_id"].astype("str")))
    opties = traject.opties[traject.opties["status"].eq("geldig")]
    labels = {
        naam: list(dict.fromkeys(opties.loc[opties["vraag_id"].eq(naam), "label"].astype("str")))
        for naam in kenmerken
    }
    gevonden = []
    for rij in marges.frame.to_dict("records"):
        naam, categorie = str(rij["variabele"]), str(rij["categorie"])
        if naam not in labels:
            wat, keuzes, kolom = "dit is geen kenmerk in dit traject", kenmerken, "variabele"
        elif labels[naam] and categorie not in labels[naam]:
            wat, keuzes, kolom = f"deze categorie van {naam} komt niet voor", labels[naam], "categorie"
        else:
            continue
        gezocht = naam if kolom == "variabele" else categorie
        gevonden.append(marges.tabel.report(wat, suggest(gezocht, keuzes), rij=int(rij[RIJ]), kolom=kolom))
    return gevonden


def _review_themalijst(map_: Path) -> list[Probleem]:
    """Return each column of the theme list that is taken for a note."""
    pad = find_invulbestand(map_, "themalijst")
    if pad is None:
        return []
    tabel = read_invultabel(pad, blad="themalijst", kolommen=KOLOMMEN)
    return [probleem._replace(remedie="zij telt als aantekening van u") for probleem in tabel.problemen]
