"""Klantpanel: a table per wave, the same people -> an activity per wave that share the panel's person ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.enquete import check_regels, pick_tabel
from burgerdata.instruments.gezegde_lijsten import split_gezegde_lijsten
from burgerdata.instruments.kinds import is_technical, is_trait
from burgerdata.instruments.label_lists import apply_label_lists, label_columns
from burgerdata.instruments.lijstkolommen import join_lijst
from burgerdata.instruments.long_waves import check_meetkolom, name_meetkolom, pick_rijen
from burgerdata.instruments.plan import Gedeeld, match_regels
from burgerdata.instruments.rollen import find_rolkolom
from burgerdata.instruments.sets import recognise_sets
from burgerdata.instruments.spelling import list_spellings
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.ticks import read_ticks
from burgerdata.instruments.vraagregels import Vragenlijst, fold, make_slug
from burgerdata.instruments.wide_waves import (
    check_koppen,
    is_breed,
    is_formulier,
    list_eigen,
    name_settings,
    pick_golf,
    split_koppen,
)
from burgerdata.intake.logboek import RECORD_REDENEN
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel

_MOST_SHARED = 40


def build_klantpanel(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of every wave, in the order of ``metingen``.

    Raises
    ------
    ContractError
        The problems of all waves at once.
    """
    golven = dict(levering.metingen) or _single_wave(levering)
    bij_bestand = {lezing.bestand: lezing for lezing in lezingen}
    per_bestand = {naam: pick_tabel([lezing], levering) for naam, lezing in bij_bestand.items()}
    bronnen = {meting: per_bestand[naam] for meting, naam in golven.items() if naam in per_bestand}
    problemen = check_meetkolom(bronnen, levering)
    if is_breed(levering) and not problemen:
        problemen += check_koppen(next(iter(bronnen.values())), levering)
    if problemen:
        raise ContractError(problemen)
    regels = lijst.rows_of(levering.naam)
    tabellen = {
        meting: read_ticks(
            split_gezegde_lijsten(_read_golf(tabel, levering, meting, hulp, lijst), regels),
            bezet=levering.testrijen,
            regels=regels,
        )
        for meting, tabel in bronnen.items()
    }
    check_regels(list(tabellen.values()), levering, lijst)
    gedeeld = share_values(list(tabellen.values()))
    rondes = []
    for meting, tabel in tabellen.items():
        eigen = _settings_of_wave(levering, meting)
        eigen = name_settings(eigen, tabellen, meting) if is_breed(levering) else eigen
        rondes.append(_make_ronde(tabel, eigen, lijst, levering.name_activiteit(meting), gedeeld))
    gebouwd = _build_all(rondes)
    return _count_together(gebouwd) if name_meetkolom(levering) else _count_once(gebouwd)


def _build_all(rondes: Sequence[Ronde]) -> list[Tabellen]:
    """Return the tables of each wave; a trait need not be asked in every wave, and is a problem when none has it."""
    klaar: list[Tabellen] = []
    problemen: list[list[Probleem]] = []
    for ronde in rondes:
        gebouwd, fout = _build_elders(ronde)
        klaar += gebouwd
        problemen.append(fout)
    overal = set.intersection(*({een.wat for een in fout} for fout in problemen)) if problemen else set()
    echt = [een for fout in problemen for een in fout if een.kolom != "kenmerken" or een.wat in overal]
    if echt:
        raise ContractError(_once(echt))
    return klaar


def _build_elders(ronde: Ronde) -> tuple[list[Tabellen], list[Probleem]]:
    """Return the tables of one wave, built without the traits that it does not have, and all its problems."""
    try:
        return [build_ronde(ronde)], []
    except ContractError as fout:
        if any(probleem.kolom != "kenmerken" for probleem in fout.lijst):
            return [], list(fout.lijst)
        weg = " ".join(probleem.wat for probleem in fout.lijst)
        houden = tuple(naam for naam in ronde.levering.kenmerken if f"het kenmerk '{naam}'" not in weg)
        eigen = replace(ronde.levering, kenmerken=houden)
        return [build_ronde(replace(ronde, levering=eigen))], list(fout.lijst)


def _make_ronde(tabel: Tabel, levering: Levering, lijst: Vragenlijst, naam: str, gedeeld: Gedeeld) -> Ronde:
    golven = tuple(levering.metingen) if is_breed(levering) else ()
    if is_formulier(levering) and levering.meting == golven[-1]:
        golven = ()  # what was asked once, at the end, shows that somebody was there then
    eigen = list_eigen(tabel, levering.meting, golven)
    return Ronde(tabel, levering, lijst, naam, levering.meting, gedeeld=gedeeld, eigen=eigen)


def _read_golf(
    tabel: Tabel, levering: Levering, meting: str, hulp: Sequence[Tabel], lijst: Vragenlijst
) -> Tabel:
    """Return the table of one wave; of several waves in one file only what belongs to this one."""
    tabel = join_lijst(pick_rijen(tabel, levering, meting), hulp, levering, meting)
    if not is_breed(levering):
        return apply_label_lists(tabel, hulp)
    golven = tuple(levering.metingen)
    gelabeld = label_columns(tabel, hulp)
    if is_formulier(levering) and meting != golven[-1]:
        gelabeld = _drop_slot(gelabeld, levering, golven, lijst)
    return recognise_sets(pick_golf(gelabeld, meting, golven))


def _drop_slot(tabel: Tabel, levering: Levering, golven: Sequence[str], lijst: Vragenlijst) -> Tabel:
    """Return a form without what belongs to neither half and is no trait: a remark at the end was not made twice."""
    regels = match_regels(tabel.kolommen, lijst.rows_of(levering.naam))
    vast = _list_vast(tabel, levering, lijst)
    kenmerken = {naam for naam, regel in regels.items() if regel.rol == "kenmerk" or regel.vraag_id in vast}
    per_kolom = split_koppen(tabel, golven)
    weg = {
        kolom.naam
        for kolom in tabel.kolommen
        if not per_kolom[kolom.naam][0]
        and not is_trait(kolom)
        and kolom.naam not in kenmerken
        and not vast & _list_names(kolom)
        and not is_technical(kolom, tabel.frame[kolom.naam])
    }
    houden = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in weg)
    return replace(tabel, frame=tabel.frame.drop(columns=list(weg)), kolommen=houden)


def _list_vast(tabel: Tabel, levering: Levering, lijst: Vragenlijst) -> set[str]:
    """Return what the settings name of a form, folded: it holds for both halves, whether as column or as question."""
    namen = [levering.gewicht, levering.langsgewicht, levering.stratum, levering.groep]
    namen += [*levering.kenmerken, *levering.cluster, *levering.fpc, *levering.testrijen]
    namen += [naam for eigen in levering.kolommen.values() for naam in eigen]
    namen += [*(regel.uit for regel in lijst.groepen), find_rolkolom(tabel, levering)]
    return {fold(naam) for naam in namen if naam}


def _list_names(kolom: Kolom) -> set[str]:
    """Return what the settings may call a column, folded: its header, or the question that it makes or is part of."""
    namen = [naam for naam in (kolom.naam, kolom.herkomst, kolom.set_naam) if naam]
    return {fold(naam) for naam in (*namen, *map(make_slug, namen))}


def _count_once(golven: Sequence[Tabellen]) -> list[Tabellen]:
    """Return the waves with the records of a file that holds several of them counted, and explained, in the first only."""
    gezien: set[str] = set()
    klaar: list[Tabellen] = []
    for deel in golven:
        records, logboek = deel["records"], deel["logboek"]
        if set(records["bestand"]) <= gezien:
            deel = deel | {
                "records": records.iloc[:0],
                "logboek": logboek[~logboek["reden"].isin(RECORD_REDENEN)],
            }
        gezien |= {*records["bestand"]}
        klaar.append(deel)
    return klaar


def _count_together(golven: Sequence[Tabellen]) -> list[Tabellen]:
    """Return the waves with the records of a file that they share the rows of added up in the first of them."""
    records = pd.concat([deel["records"] for deel in golven], ignore_index=True)
    sleutel = ["bestand", "blad"]
    samen = records.groupby(sleutel, observed=True, dropna=False, sort=False)["records_uit"].transform("sum")
    eerste = records.assign(records_uit=samen)[~records.duplicated(sleutel)]
    return [
        deel | {"records": eerste[eerste["activiteit_id"].isin(deel["records"]["activiteit_id"])]}
        for deel in golven
    ]


def _single_wave(levering: Levering) -> dict[str, str]:
    """Return the one file of a panel without waves; several files need to be told apart."""
    if len(levering.bestanden) > 1:
        wat = f"klantpanel '{levering.naam}' heeft {len(levering.bestanden)} bestanden zonder meting"
        remedie = 'schrijf metingen = { 2026-03 = "ruw/…", 2026-06 = "ruw/…" }'
        raise ContractError([Probleem(wat, remedie, "traject.toml")])
    return dict.fromkeys([levering.meting], levering.bestanden[0])


def share_values(tabellen: Sequence[Tabel]) -> dict[str, tuple[str, ...]]:
    """Return per column the answers that occur in any wave: an option nobody chose in March still existed in March."""
    waarden: dict[str, dict[str, None]] = {}
    for tabel in tabellen:
        for kolom in tabel.kolommen:
            if not kolom.labels and tabel.frame[kolom.naam].nunique() <= _MOST_SHARED:
                waarden.setdefault(fold(kolom.naam), {}).update(
                    dict.fromkeys(list_spellings(tabel.frame[kolom.naam]))
                )
    return {naam: tuple(gevonden) for naam, gevonden in waarden.items()}


def _settings_of_wave(levering: Levering, meting: str) -> Levering:
    """Return the settings of one wave: a panel of its own name, its own days, and counts only where there is one wave.

    The days of a delivery with more waves are the first day of the first and the last day of the last of them; those
    of a form with two halves are of both.
    """
    samen = is_formulier(levering)
    eigen = replace(levering, meting=meting, panel=levering.panel or levering.naam)
    golven = list(levering.metingen) or [meting]
    begin, eind = levering.golfdagen.get(meting, (None, None))
    return replace(
        eigen,
        begindatum=begin or (levering.begindatum if samen or meting == golven[0] else None),
        einddatum=eind or (levering.einddatum if samen or meting == golven[-1] else None),
        tellingen=levering.tellingen if len(golven) == 1 else {},
    )


def _once(problemen: Sequence[Probleem]) -> list[Probleem]:
    return list(dict.fromkeys(problemen))
