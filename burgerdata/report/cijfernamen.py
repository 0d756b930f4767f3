"""Grades of several activities told apart: a reader of "Rapportcijfer steeg" must know whose grade it is."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit, name_activiteiten
from burgerdata.toelichting import change_toelichting, read_toelichting
from burgerdata.traject import Traject

_SOORTEN = ("cijfer", "verdeling", "kruistabel", "verandering")


def tell_cijfers_apart(traject: Traject, tabellen: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables, those of a grade with its activity or panel behind the name where another grade is called the same."""
    waar = {
        naam: _find_waar(traject, tabel) for naam, tabel in tabellen.items() if _is_cijfer(traject, tabel)
    }
    vragen: dict[str, set[str]] = {}
    for naam in waar:
        over = read_toelichting(tabellen[naam])
        vragen.setdefault(over.onderwerp.casefold(), set()).add(over.vraag_id)
    uit = dict(tabellen)
    for naam, plek in waar.items():
        onderwerp = read_toelichting(tabellen[naam]).onderwerp
        if plek and len(vragen[onderwerp.casefold()]) > 1:
            uit[naam] = change_toelichting(tabellen[naam], onderwerp=f"{onderwerp} ({plek})")
    return uit


def _is_cijfer(traject: Traject, tabel: pd.DataFrame) -> bool:
    over = read_toelichting(tabel)
    cijfers = traject.vragen["vraag_id"][traject.vragen["gebruik"].eq("rapportcijfer")]
    return over.soort in _SOORTEN and bool(over.vraag_id) and over.vraag_id in set(cijfers.astype("str"))


def _find_waar(traject: Traject, tabel: pd.DataFrame) -> str:
    """Return the name of the one panel or activity that a table is of; empty where it is of several."""
    if "panel" in tabel:
        namen = {name_activiteit(panel) for panel in tabel["panel"].astype("str")}
    elif "activiteit_id" in tabel:
        panel = traject.activiteiten.astype({"activiteit_id": "str"}).set_index("activiteit_id")["panel"]
        bekend = name_activiteiten(traject.activiteiten)
        namen = {
            bekend.get(naam, naam) if pd.isna(panel.get(naam)) else name_activiteit(str(panel[naam]))
            for naam in tabel["activiteit_id"].astype("str")
        }
    else:
        namen = set()
    return namen.pop() if len(namen) == 1 else ""
