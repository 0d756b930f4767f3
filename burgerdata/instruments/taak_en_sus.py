"""Tasks and the SUS beside each other on one sheet, a row per person: two parts of the same people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from burgerdata.instruments.onderdelen import find_sus
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.taakkoppen import list_taakkoppen
from burgerdata.intake.logboek import RECORD_REDENEN
from burgerdata.shapes import Tabel


def holds_both(koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None) -> bool:
    """Return whether a table has the ten statements of the SUS and columns of tasks too.

    Examples
    --------
    >>> holds_both(["taak1_geslaagd", "taak1_sec", *(f"sus{nr}" for nr in range(1, 11))])
    True
    >>> holds_both([f"sus{nr}" for nr in range(1, 11)])
    False
    """
    taken = list_taakkoppen(koppen)
    return bool(taken) and bool(find_sus([kop for kop in koppen if kop not in taken], kolommen))


def split_both(tabel: Tabel) -> dict[str, Tabel]:
    """Return part → table: the columns of tasks as taken, all others, traits and remarks among them, as sus."""
    taken = set(list_taakkoppen([kolom.naam for kolom in tabel.kolommen]))
    return {"sus": _keep(tabel, taken, weg=True), "taken": _keep(tabel, taken, weg=False)}


def _keep(tabel: Tabel, namen: set[str], *, weg: bool) -> Tabel:
    over = tuple(kolom for kolom in tabel.kolommen if (kolom.naam in namen) != weg)
    uit = [kolom.naam for kolom in tabel.kolommen if kolom not in over]
    return replace(tabel, frame=tabel.frame.drop(columns=uit), kolommen=over)


def drop_records(tabellen: Tabellen) -> Tabellen:
    """Return the tables of one half without what they say of whole rows: the other half counts those."""
    logboek = tabellen["logboek"]
    houden = ~logboek["reden"].astype("str").isin(RECORD_REDENEN)
    over = {naam: tabel for naam, tabel in tabellen.items() if naam != "records"}
    return over | {"logboek": logboek[houden].reset_index(drop=True)}
