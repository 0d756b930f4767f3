"""The counts that a table prints, row by row: what a plan makes cells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from burgerdata.disclosure.golfrijen import read_verandering
from burgerdata.disclosure.telling import KANT, Plek, Rij, name_samen
from burgerdata.toelichting import Toelichting, read_toelichting

_SAMEN = 2
"""Answers that a side holds at least, or it is one of the answers itself."""


def read_rijen(naam: str, tabel: pd.DataFrame, geteld: bool) -> Iterator[Rij]:
    """Yield every count of persons that the table prints; ``geteld`` is whether it prints counts beside its shares."""
    toelichting = read_toelichting(tabel)
    if toelichting.soort == "verandering":
        yield from read_verandering(naam, tabel, toelichting)
    elif {"variabele", "categorie", "n", "basis"} <= set(tabel.columns):
        yield from _read_samenstelling(naam, tabel)
    elif toelichting.soort in ("verdeling", "kruistabel", "stellingen", "cijfer") and "basis" in tabel:
        yield from _read_vraag(naam, tabel, toelichting, geteld)
    elif toelichting.soort in ("themas", "bronnen") and {"activiteit_id", "thema_id"} <= set(tabel.columns):
        yield from _read_themas(naam, tabel, toelichting)


def _read_vraag(naam: str, tabel: pd.DataFrame, toelichting: Toelichting, geteld: bool) -> Iterator[Rij]:
    def column(kolom: str, anders: str = "") -> list[Any]:
        return tabel[kolom].tolist() if kolom in tabel else [anders] * len(tabel)

    per = toelichting.per if toelichting.per in tabel and toelichting.per != "activiteit_id" else ""
    eigen = toelichting.vraag_id or f"{toelichting.vraag}|{toelichting.onderwerp}"
    if not toelichting.vraag_id and not toelichting.vraag:
        eigen = naam
    rijen = zip(column("activiteit_id"), column("vraag_id", eigen), column(per), column("basis"), strict=True)
    cellen = list(zip(column("label"), column("n"), strict=True)) if toelichting.soort != "cijfer" else []
    for nr, (activiteit, vraag, categorie, basis) in enumerate(rijen):
        groep = (per, str(categorie)) if per else ("", "")
        waar = (str(activiteit), str(vraag), groep)
        yield Rij(*waar, "", int(basis), Plek(naam, nr, True, False))
        if cellen:
            label, n = cellen[nr]
            yield Rij(*waar, str(label), int(n), Plek(naam, nr, geteld, toelichting.gewogen))
    if toelichting.soort == "stellingen" and {KANT, "volgorde", "vraag_id"} <= set(tabel.columns):
        yield from _read_kanten(naam, tabel)


def _read_kanten(naam: str, tabel: pd.DataFrame) -> Iterator[Rij]:
    """Yield both sides of each statement, whose share is printed beside the answers that it takes together."""
    genummerd = tabel.assign(_nr=range(len(tabel)))
    for (activiteit, vraag), deel in genummerd.groupby(
        ["activiteit_id", "vraag_id"], sort=False, observed=True, dropna=False
    ):
        deel = deel.sort_values("volgorde", kind="stable")
        helft = len(deel) // 2
        for kant in (deel.head(helft), deel.tail(helft)):
            if helft < _SAMEN or kant[KANT].isna().all():
                continue
            plek = Plek(naam, int(kant["_nr"].iloc[0]), True, False, KANT)
            labels = tuple(kant["label"].astype("str"))
            n = int(kant["n"].sum())
            yield Rij(str(activiteit), str(vraag), ("", ""), name_samen(labels), n, plek, delen=labels)


def _read_themas(naam: str, tabel: pd.DataFrame, toelichting: Toelichting) -> Iterator[Rij]:
    """Read who named each theme, as answers to one question to which a person may give several."""
    per = toelichting.per
    for nr, rij in enumerate(tabel.to_dict("records")):
        if pd.isna(rij["basis"]):
            continue
        groep = (per, str(rij[per])) if per in tabel and per != "activiteit_id" else ("", "")
        plek = Plek(naam, nr, True, toelichting.gewogen)
        for code, n in (("", rij["basis"]), (str(rij["thema_id"]), rij["n"])):
            yield Rij(str(rij["activiteit_id"]), "themas", groep, code, int(n), plek)


def _read_samenstelling(naam: str, tabel: pd.DataFrame) -> Iterator[Rij]:
    """Read the composition of a sample: the answers to a trait, with a base of only those categories."""
    for nr, rij in enumerate(tabel.to_dict("records")):
        plek = Plek(naam, nr, True, False)
        for code, n in (("", rij["basis"]), (str(rij["categorie"]), rij["n"])):
            yield Rij(str(rij["activiteit_id"]), str(rij["variabele"]), ("", ""), code, int(n), plek, naam)
