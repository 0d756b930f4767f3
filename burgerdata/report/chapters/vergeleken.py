"""Which traits the report compared groups on, and which it did not: a difference may hide in the latter."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.getallen import join_woorden
from burgerdata.report.collect import Opbrengst
from burgerdata.toelichting import read_toelichting

_VERGELIJKT = ("cijfer", "kruistabel", "verandering")
_MEEST = 8


def tell_vergeleken(opbrengst: Opbrengst) -> str:
    """Return on which traits groups were compared and on which they were not; nothing where no groups were compared."""
    vergeleken: dict[str, set[str]] = {}
    for tabel in _list_tabellen(opbrengst):
        over = read_toelichting(tabel)
        if over.soort in _VERGELIJKT and over.per and not over.kwalitatief and "activiteit_id" in tabel:
            vergeleken.setdefault(over.per, set()).update(tabel["activiteit_id"].astype("str"))
    if not vergeleken:
        return ""
    waar = set().union(*vergeleken.values())
    vragen = opbrengst.traject.vragen
    kenmerken = vragen[
        vragen["rol"].eq("kenmerk")
        & vragen["soort"].isin(("een_antwoord", "schaal"))
        & vragen["activiteit_id"].isin(waar)
    ]
    alle = dict.fromkeys([*vergeleken, *kenmerken["vraag_id"].astype("str")])
    namen = {naam: name_groep(opbrengst.traject, naam, sorted(waar)) for naam in alle}
    wel = list(dict.fromkeys(namen[naam] for naam in vergeleken))
    niet = [naam for naam in dict.fromkeys(namen.values()) if naam not in wel]
    zin = f"Verschillen tussen groepen zijn gezocht naar {join_woorden(wel)}."
    if not niet:
        return zin
    over_ = len(niet) - _MEEST
    rest = [f"{over_} andere kenmerken"] if over_ > 1 else niet[_MEEST:]
    return (
        f"{zin} Niet vergeleken is naar {join_woorden([*niet[:_MEEST], *rest])}: daar kunnen verschillen zijn die dit "
        "rapport niet noemt."
    )


def _list_tabellen(opbrengst: Opbrengst) -> Iterator[pd.DataFrame]:
    for antwoord in opbrengst.antwoorden.values():
        yield from antwoord.tabellen.values()
    yield from opbrengst.tabellen.values()
