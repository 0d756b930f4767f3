"""Klantpanel: a table per wave, the same people -> an activity per wave that share the panel's person ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.enquete import check_regels, pick_tabel
from burgerdata.instruments.label_lists import apply_label_lists
from burgerdata.instruments.spelling import list_spellings
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

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
    tabellen = {
        meting: apply_label_lists(pick_tabel([bij_bestand[bestand]], levering), hulp)
        for meting, bestand in golven.items()
        if bestand in bij_bestand
    }
    check_regels(list(tabellen.values()), levering, lijst)
    gedeeld = share_values(list(tabellen.values()))
    klaar: list[Tabellen] = []
    problemen: list[Probleem] = []
    for meting, tabel in tabellen.items():
        naam = f"{levering.naam}_{meting}" if meting else levering.naam
        eigen = _settings_of_wave(levering, meting)
        try:
            klaar.append(build_ronde(Ronde(tabel, eigen, lijst, naam, meting, gedeeld=gedeeld)))
        except ContractError as fout:
            problemen += fout.lijst
    if problemen:
        raise ContractError(_once(problemen))
    return klaar


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
    """Return the settings of one wave: a panel of its own name, and dates and counts only where there is one wave."""
    eigen = replace(levering, meting=meting, panel=levering.panel or levering.naam)
    if len(levering.metingen) < 2:
        return eigen
    return replace(eigen, begindatum=None, einddatum=None, tellingen={})


def _once(problemen: Sequence[Probleem]) -> list[Probleem]:
    return list(dict.fromkeys(problemen))
