"""CSV for Dutch Excel: a file per table with semicolons, decimal commas and accents, and codeboek.csv."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.export.flat import FORMULE, is_text, list_unsaved, make_codeboek
from burgerdata.export.uitvoer import Uitvoer, Weggelaten
from burgerdata.traject import Traject


def write_csv(traject: Traject, doel: Path) -> Uitvoer:
    """Write every table and the codebook, and return the outcome.

    A cell that Excel would take for a formula gets an apostrophe in front, for a file of text cannot say otherwise.
    """
    bestanden, weg = [], list_unsaved(traject)
    tabellen = dict(traject.tabellen) | {"codeboek": make_codeboek(list(traject.tabellen))}
    for naam, tabel in tabellen.items():
        veilig = pd.DataFrame(
            {kolom: _disarm(tabel[kolom], naam, weg) for kolom in tabel.columns}, index=tabel.index
        )
        pad = doel / f"{naam}.csv"
        with pad.open("w", encoding="utf-8-sig", errors="replace", newline="") as stroom:
            veilig.to_csv(stroom, sep=";", decimal=",", index=False, lineterminator="\r\n")
        bestanden.append(pad.name)
    return Uitvoer.make(doel, "csv", bestanden, weg)


def _disarm(reeks: pd.Series, tabel: str, weg: list[Weggelaten]) -> pd.Series:
    if not is_text(reeks):
        return reeks
    tekst = reeks.astype("str")
    gevaarlijk = tekst.str.match(FORMULE).fillna(False).astype("bool")
    wat = "apostrof ervoor, zodat Excel er geen formule van maakt"
    weg.append(Weggelaten(tabel, str(reeks.name), wat, int(gevaarlijk.sum())))
    return tekst.where(~gevaarlijk, "'" + tekst)
