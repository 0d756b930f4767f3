"""Community and platform: tables of messages, replies, likes and polls -> one activity whose unit is the person.

A message is never a person: who wrote ten is one, and messages of which the writer is not known stand on one person
of rol onbekend per group, who is in no base. A Polis conversation is a round of votes (``stemronde``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.formats.tools import BEGROTING
from burgerdata.instruments.bericht_categorieen import count_categorieen, is_signaalsoort
from burgerdata.instruments.bericht_delen import Deel, link_replies, read_delen
from burgerdata.instruments.berichten import SOORT, TAAK, TEKST, is_bericht_tabel
from burgerdata.instruments.bijdragers import fill_bijdragers, join_persons, list_personen
from burgerdata.instruments.columns import GROEP, TIJDSTIP
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.stemronde import build_stemronde, is_stemronde
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_activiteit
from burgerdata.instruments.velden import find_velden
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import OUDER, PERSOON, RECORD, Tabel

_COUNTED = {False: ("onbekend",), True: ("burger", "onbekend")}
"""Whose messages are counted per category: of signals every one, whether or not somebody noted who gave it."""


def build_community(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one community or platform, of all its files together.

    Raises
    ------
    ContractError
        When no column holds what people wrote, a column of ``kolommen`` is in none of the files, or two files are the
        votes of different participatory budgets.
    """
    if len(begrotingen := [lezing for lezing in lezingen if lezing.formaat == BEGROTING]) > 1:
        raise ContractError([_several_votes(begrotingen, levering)])
    if is_stemronde(lezingen):
        return build_stemronde(lezingen, levering, lijst, hulp=hulp)
    activiteit_id = levering.name_activiteit(levering.meting)
    tabellen = [t for lezing in lezingen for t in _choose_tabellen(lezing, levering.blad)]
    velden = find_velden(tabellen, levering)
    if not any(is_bericht_tabel(eigen) for eigen in velden):
        raise ContractError([_no_messages(lezingen, levering)])
    delen = read_delen(tabellen, velden, levering, lijst, activiteit_id)
    rijen = link_replies(delen)
    berichten = pd.concat(
        [eigen for deel, eigen in zip(delen, rijen, strict=True) if deel.is_bericht], ignore_index=True
    )
    personen = list_personen(pd.concat(rijen, ignore_index=True))
    wie = join_persons(delen, personen, vast=levering.kenmerken)
    tabel, taken = fill_bijdragers(wie, berichten, _add_kenmerken(levering, delen, wie), lijst, activiteit_id)
    categorieen = count_categorieen(
        delen, tabel, activiteit_id, rollen=_COUNTED[levering.instrument == "signaal"]
    )
    geteld = [categorieen] if len(categorieen) else []
    boeken = [deel.logboek.to_frame().assign(activiteit_id=activiteit_id) for deel in delen]
    return [
        tabel
        | {
            "activiteiten": make_activiteit(
                levering, activiteit_id, meting=levering.meting, periode=_find_period(berichten[TIJDSTIP])
            ),
            "deelnemers": personen.assign(activiteit_id=activiteit_id, personen=1),
            "fragmenten": _make_fragmenten(berichten, taken, levering, activiteit_id),
            "tellingen": pd.concat([*(deel.tellingen for deel in delen), *geteld], ignore_index=True),
            "logboek": pd.concat([*boeken, tabel["logboek"]], ignore_index=True),
            "records": pd.concat([deel.count_records(activiteit_id) for deel in delen], ignore_index=True),
        }
    ]


def _choose_tabellen(lezing: Lezing, blad: str) -> Sequence[Tabel]:
    """Return the tables of the sheet that the delivery names; of a file that was read without it all of its tables."""
    return [tabel for tabel in lezing.tabellen if tabel.blad == blad] or lezing.tabellen


def _no_messages(lezingen: Sequence[Lezing], levering: Levering) -> Probleem:
    wat = f"levering '{levering.naam}' zegt niet in welke kolom staat wat mensen schreven"
    remedie = 'vul aan: kolommen = { bericht = "…", persoon = "…", tijdstip = "…" }'
    if not any(lezing.tabellen for lezing in lezingen):
        wat = f"hierin staat geen tabel voor levering '{levering.naam}'"
        return Probleem(wat, "kies bij 'bestand' een ander bestand", lezingen[0].bestand if lezingen else "")
    return Probleem(wat, remedie, "traject.toml")


def _several_votes(lezingen: Sequence[Lezing], levering: Levering) -> Probleem:
    return Probleem(
        f"levering '{levering.naam}' noemt {len(lezingen)} burgerbegrotingen (.pb); elk is een stemming met eigen projecten",
        "maak in traject.toml van elk bestand een eigen levering",
        lezingen[1].bestand,
    )


def _add_kenmerken(levering: Levering, delen: Sequence[Deel], wie: Tabel) -> Levering:
    """Return the settings with what the format or ``kolommen`` calls a trait among the traits, where a person has one.

    What a signal is about is its answer, also where everybody gave one signal.
    """
    los = {kolom.naam for kolom in wie.kolommen if kolom.soort == "meer_antwoorden"}
    if levering.instrument == "signaal":
        los |= {kolom.naam for kolom in wie.kolommen if is_signaalsoort(kolom.naam)}
    namen = [naam for deel in delen for naam in deel.velden.get("kenmerk", ()) if naam not in los]
    return replace(levering, kenmerken=tuple(dict.fromkeys([*levering.kenmerken, *namen])))


def _find_period(momenten: pd.Series) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    gevuld = momenten.dropna()
    return (gevuld.min().normalize(), gevuld.max().normalize()) if len(gevuld) else None


def _make_fragmenten(
    berichten: pd.DataFrame, taken: dict[str, str], levering: Levering, activiteit_id: str
) -> pd.DataFrame:
    """Return the contract table fragmenten: a row per message, in the order of the files."""
    ids = {record: make_fragment_id(activiteit_id, record, "bericht") for record in berichten[RECORD]}
    tekst = berichten[TEKST]
    return pd.DataFrame(
        {
            "fragment_id": berichten[RECORD].map(ids),
            "activiteit_id": pd.Series(activiteit_id, index=berichten.index, dtype="str"),
            "deelnemer_id": berichten[PERSOON],
            "vraag_id": pd.Series([taken.get(taak, "") for taak in berichten[TAAK]], dtype="str"),
            "soort": berichten[SOORT],
            "groep": berichten[GROEP],
            "volgnummer": range(1, len(berichten) + 1),
            "tijdstip": berichten[TIJDSTIP],
            "ouder_id": pd.Series([ids.get(ouder, "") for ouder in berichten[OUDER]], dtype="str"),
            "taal": pd.Series(list_talen(tekst, levering.taal), index=berichten.index, dtype="str"),
            "tekst": tekst,
        }
    )
