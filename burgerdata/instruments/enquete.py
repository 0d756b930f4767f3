"""Enquête: one table, a row per respondent -> one activity."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.gewichten import missing_gewicht
from burgerdata.instruments.gezegde_lijsten import split_gezegde_lijsten
from burgerdata.instruments.label_lists import apply_label_lists
from burgerdata.instruments.lijstkolommen import join_lijst, note_unanswered
from burgerdata.instruments.long_waves import refuse_golven
from burgerdata.instruments.regelcontrole import find_missing
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.ticks import read_ticks
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.schema.berichtvelden import TEKSTVELDEN
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_LONG = (frozenset(["vraag", "antwoord"]), frozenset(["question", "answer"]))
_LONG_BESIDE = (frozenset(["item", "score"]), frozenset(["item", "waarde"]), frozenset(["stelling", "score"]))
"""The same of who or what a third column names: people, wards, schools."""
_LONG_COLUMNS = 6
_VRAGENLIJST = frozenset(["limesurvey_vragenlijst", "xlsform"])
"""Formats that hold what was asked."""


def build_enquete(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one survey.

    Raises
    ------
    ContractError
        When there is no table or more than one, or a column of vragen.xlsx or traject.toml is not in it.
    """
    tabel = pick_tabel(lezingen, levering)
    if problemen := refuse_golven(tabel, levering):
        raise ContractError(problemen)
    gelezen = join_lijst(apply_label_lists(tabel, hulp), hulp, levering)
    regels = lijst.rows_of(levering.naam)
    tabel = read_ticks(split_gezegde_lijsten(gelezen, regels), bezet=levering.testrijen, regels=regels)
    check_regels([tabel], levering, lijst)
    gebouwd = build_ronde(Ronde(tabel, levering, lijst, levering.naam, levering.meting))
    los = note_unanswered(gelezen, hulp, levering)
    return [
        gebouwd | {"logboek": pd.concat([gebouwd["logboek"], los], ignore_index=True)}
        if len(los)
        else gebouwd
    ]


def pick_tabel(lezingen: Sequence[Lezing], levering: Levering) -> Tabel:
    """Return the one table of a delivery; of a workbook with several sheets the one named by ``blad``."""
    tabellen = [tabel for lezing in lezingen for tabel in lezing.tabellen]
    if levering.blad:
        tabellen = [tabel for tabel in tabellen if tabel.blad in ("", levering.blad)] or tabellen
    _refuse_other(tabellen, levering)
    if len(tabellen) == 1:
        return tabellen[0]
    bestand = lezingen[0].bestand if lezingen else "traject.toml"
    if not tabellen:
        wat = f"hierin staat geen tabel voor levering '{levering.naam}'"
        raise ContractError([Probleem(wat, "kies bij 'bestand' een ander bestand", bestand)])
    namen = ", ".join(f"'{tabel.blad or tabel.bestand}'" for tabel in tabellen)
    wat = f"levering '{levering.naam}' heeft {len(tabellen)} tabellen: {namen}"
    remedie = "noem er één bij 'blad', of maak van elk bestand een eigen levering"
    raise ContractError([Probleem(wat, remedie, "traject.toml", kolom="bestand")])


def is_long(koppen: Sequence[str]) -> bool:
    """Return whether a table with these headers has a row per answer.

    Examples
    --------
    >>> is_long(["respondent", "vraag", "antwoord"]), is_long(["nr", "Wat is uw vraag?"])
    (True, False)
    """
    gevouwen = set(map(fold, koppen))
    naast = any(paar < gevouwen for paar in _LONG_BESIDE)
    return len(gevouwen) <= _LONG_COLUMNS and (naast or any(paar <= gevouwen for paar in _LONG))


def _refuse_other(tabellen: Sequence[Tabel], levering: Levering) -> None:
    """Refuse messages of a platform and a questionnaire: read as answers, every row would become a person."""
    for tabel in tabellen:
        if is_long([kolom.naam for kolom in tabel.kolommen]):
            wat = f"levering '{levering.naam}' heeft een rij per antwoord, geen rij per mens"
            remedie = "vraag om een bestand met een kolom per vraag, of draai de tabel in Excel"
            raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad)])
        if tabel.formaat in _VRAGENLIJST:
            wat = f"levering '{levering.naam}' bevat een vragenlijst, geen antwoorden van mensen"
            remedie = "noem haar bij 'codeboek' van de levering met de antwoorden"
            raise ContractError([Probleem(wat, remedie, tabel.bestand, tabel.blad)])
        if any(kolom.veld in TEKSTVELDEN for kolom in tabel.kolommen):
            wat = f"levering '{levering.naam}' bevat berichten van een platform, geen antwoorden van mensen"
            raise ContractError(
                [Probleem(wat, 'kies instrument = "community" of "signaal"', tabel.bestand, tabel.blad)]
            )


def check_regels(tabellen: Sequence[Tabel], levering: Levering, lijst: Vragenlijst) -> None:
    """Raise ContractError for rows of vragen.xlsx, and a weight, whose column is in none of the tables."""
    problemen = find_missing(tabellen, levering, lijst)
    lang = levering.langsgewicht
    if lang and not any(find_kolom(tabel, lang) for tabel in tabellen):
        bestanden = ", ".join(tabel.bestand for tabel in tabellen)
        wat = f"de kolom '{lang}' bij 'langsgewicht' staat niet in {bestanden}"
        problemen.append(missing_gewicht(tabellen[-1], lang, "langsgewicht")._replace(wat=wat))
    if problemen:
        raise ContractError(problemen)
