"""One table of a delivery of messages: its rows that count, what each column is, and which columns are about persons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import pandas as pd

from burgerdata.instruments.bericht_rollen import read_rollen
from burgerdata.instruments.bericht_tellingen import count_tellingen, is_poll_count
from burgerdata.instruments.berichten import ROL, SOORT, TAAK, is_bericht_tabel, read_berichten
from burgerdata.instruments.columns import GROEP
from burgerdata.instruments.persons import make_onbekend
from burgerdata.instruments.plan import match_regels
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.velden import Velden
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.intake import Logboek
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import OUDER, PERSOON, RECORD, VELDWERK, Tabel


@dataclass(frozen=True)
class Deel:
    """A table with its roles, the rows that became messages or persons, the columns about persons, and its notes."""

    tabel: Tabel
    velden: Velden
    rijen: pd.DataFrame
    kenmerken: tuple[str, ...]
    logboek: Logboek
    tellingen: pd.DataFrame

    @property
    def is_bericht(self) -> bool:
        """Whether the rows are messages, and not persons or ballots."""
        return is_bericht_tabel(self.velden)

    def count_records(self, activiteit_id: str) -> pd.DataFrame:
        """Return how many records of this sheet count: bestand, blad, activiteit_id, records_uit."""
        rij = (self.tabel.bestand, self.tabel.blad, activiteit_id, len(self.rijen))
        return pd.DataFrame([rij], columns=["bestand", "blad", "activiteit_id", "records_uit"])


def read_delen(
    tabellen: Sequence[Tabel],
    velden: Sequence[Velden],
    levering: Levering,
    lijst: Vragenlijst,
    activiteit_id: str,
) -> list[Deel]:
    """Return the tables of messages and those of persons; a sheet about something else is left aside."""
    return [
        _read_deel(tabel, eigen, levering, lijst, activiteit_id)
        for tabel, eigen in zip(tabellen, velden, strict=True)
        if is_bericht_tabel(eigen) or ((tabel.frame[PERSOON] != "").any() and _has_traits(tabel, eigen))
    ]


def _has_traits(tabel: Tabel, velden: Velden) -> bool:
    """Return whether a table without messages is one of persons: what is known of them, or the answers on their ballots."""
    return "kenmerk" in velden or any(kolom.soort not in ("", VELDWERK) for kolom in tabel.kolommen)


def _read_deel(
    tabel: Tabel, velden: Velden, levering: Levering, lijst: Vragenlijst, activiteit_id: str
) -> Deel:
    logboek = Logboek(tabel.bestand, tabel.blad)
    kenmerken = _find_kenmerken(tabel, velden, levering, lijst)
    if is_bericht_tabel(velden):
        rijen = _name_unknown(read_berichten(tabel, velden, levering, logboek), activiteit_id, logboek)
        tellingen = count_tellingen(rijen, velden, activiteit_id, logboek)
    else:
        leeg = pd.Series("", index=tabel.frame.index, dtype="str")
        rol = read_rollen(tabel, velden["rol"][0] if "rol" in velden else "")
        rijen = tabel.frame.assign(**{ROL: rol, GROEP: leeg, TAAK: leeg, OUDER: leeg})
        tellingen = count_tellingen(rijen.head(0), {}, activiteit_id, logboek)
    gebruikt = {naam for namen in velden.values() for naam in namen} | set(kenmerken)
    for kolom in tabel.kolommen:
        if kolom.naam not in gebruikt:
            logboek.note(
                "kolom_weggelaten",
                kolom=kolom.naam,
                aantal=max(int(is_filled(tabel.frame[kolom.naam]).sum()), 1),
            )
    return Deel(tabel, velden, rijen, kenmerken, logboek, tellingen)


def _find_kenmerken(tabel: Tabel, velden: Velden, levering: Levering, lijst: Vragenlijst) -> tuple[str, ...]:
    """Return the columns that say something about the person: those that were named, choices in a poll, whole ballots."""
    namen = [*velden.get("kenmerk", ())]
    namen += [kolom.naam for naam in levering.kenmerken if (kolom := find_kolom(tabel, naam)) is not None]
    namen += match_regels(tabel.kolommen, lijst.rows_of(levering.naam))
    frame = tabel.frame
    namen += [n for n in velden.get("poll", ()) if not is_poll_count(frame[n], frame[PERSOON])]
    if not is_bericht_tabel(velden):
        namen += [kolom.naam for kolom in tabel.kolommen if kolom.soort != VELDWERK]
    bezet = {naam for rol, eigen in velden.items() if rol not in ("kenmerk", "poll") for naam in eigen}
    return tuple(naam for naam in dict.fromkeys(namen) if naam not in bezet)


def _name_unknown(rijen: pd.DataFrame, activiteit_id: str, logboek: Logboek) -> pd.DataFrame:
    """Return the rows with unknown writers as one person of rol onbekend per group; a text put to people has no writer."""
    onbekend = (rijen[PERSOON] == "") & (rijen[SOORT] == "bericht")
    logboek.note("persoon_onbekend", aantal=int(onbekend.sum()))
    ids = {groep: make_onbekend(activiteit_id, groep) for groep in rijen[GROEP].unique()}
    wie = rijen[PERSOON].where(~onbekend, rijen[GROEP].map(ids))
    return rijen.assign(**{PERSOON: wie.astype("str")})


def link_replies(delen: Sequence[Deel]) -> list[pd.DataFrame]:
    """Return the rows of the messages with OUDER empty where the message replied to is in none of the files."""
    bekend: Collection[str] = {record for deel in delen if deel.is_bericht for record in deel.rijen[RECORD]}
    rijen = []
    for deel in delen:
        los = (deel.rijen[OUDER] != "") & ~deel.rijen[OUDER].isin(list(bekend))
        deel.logboek.note("reactie_zonder_bericht", aantal=int(los.sum()))
        rijen.append(deel.rijen.assign(**{OUDER: deel.rijen[OUDER].where(~los, "")}))
    return rijen
