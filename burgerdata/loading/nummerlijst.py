"""A list beside a survey, such as weights per number: which column has the number, whom it names, and what is taken from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.errors import BronError, Probleem
from burgerdata.formats import Lezing, read
from burgerdata.formats.peek import list_headers, list_names
from burgerdata.getallen import join_woorden
from burgerdata.instruments import Vragenlijst
from burgerdata.instruments.kinds import is_weight
from burgerdata.instruments.lijstkolommen import find_golfkolom
from burgerdata.instruments.rollen import find_rolkolom
from burgerdata.instruments.vraagregels import fold, make_slug
from burgerdata.intake import Logboek, Zegel
from burgerdata.intake.nummerkoppen import NAAMKOPPEN, is_row_header, may_number_persons
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel


def read_nummerlijst(
    levering: Levering, map_: Path, zegel: Zegel, lijst: Vragenlijst, problemen: list[Probleem]
) -> tuple[tuple[Lezing, ...], tuple[str, ...]]:
    """Return the list, sealed so that its persons are those who gave answers, with the columns that were named; and its names.

    The names are masked in the answers. A column that nobody named was not asked: it goes out, and the logboek says so.
    """
    bestand = levering.deelnemerslijst
    if not levering.persoon:
        wat = f"zonder nummer is niet te zien bij wie een rij van {bestand} hoort"
        remedie = "noem bij 'persoon' de kolom van de antwoorden met het nummer dat ook op de lijst staat"
        problemen.append(Probleem(wat, remedie, "traject.toml", kolom="deelnemerslijst"))
        return (), ()
    try:
        nummers = _find_nummers(list_headers(map_ / bestand, bestand=bestand), levering.persoon)
        if len(nummers) != 1 or _counts_rows(nummers[0], levering.persoon):
            problemen.append(_report_nummer(nummers, levering))
            return (), ()
        verzegeld = replace(zegel, persoon=nummers[0])
        lezing = read(map_ / bestand, verzegeld, bestand=bestand)
        return (_keep_genoemd(lezing, levering, lijst),), list_names(
            map_ / bestand, verzegeld, bestand=bestand
        )
    except BronError as fout:
        problemen.append(fout.probleem)
        return (), ()


def _find_nummers(koppen: Sequence[str], persoon: str) -> list[str]:
    """Return the columns that may have the number of the answers: the one called so, else every one with a word for it.

    A name is a number only where there is nothing else.
    """
    gevouwen = {fold(kop): kop for kop in reversed(koppen)}
    if fold(persoon) in gevouwen:
        return [gevouwen[fold(persoon)]]
    nummers = [kop for kop in gevouwen.values() if may_number_persons(kop)]
    return (
        sorted(nummers, key=koppen.index) or [gevouwen[naam] for naam in NAAMKOPPEN if naam in gevouwen][:1]
    )


def _counts_rows(kop: str, persoon: str) -> bool:
    """Return whether a column of a list counts its rows while the number of the answers is called otherwise."""
    return is_row_header(kop) and not is_row_header(persoon)


def _report_nummer(nummers: Sequence[str], levering: Levering) -> Probleem:
    persoon, bestand = levering.persoon, levering.deelnemerslijst
    if len(nummers) == 1:
        wat = f"'{nummers[0]}' is een volgnummer, en dat hoeft niet het nummer van '{persoon}' in de antwoorden te zijn"
        remedie = f"vraag deze lijst met de kolom '{persoon}' erbij, of geef '{nummers[0]}' die kop als het wel hetzelfde nummer is"
        return Probleem(wat, remedie, bestand)
    if not nummers:
        wat = "hierin is geen kolom met het nummer van de persoon"
        return Probleem(wat, f"geef haar de kop '{persoon}'", bestand)
    namen = join_woorden([f"'{naam}'" for naam in nummers])
    wat = f"hierin kan de persoon in meer dan één kolom staan: {namen}"
    return Probleem(
        wat, f"geef de kolom met de nummers van '{persoon}' in de antwoorden de kop '{persoon}'", bestand
    )


def _keep_genoemd(lezing: Lezing, levering: Levering, lijst: Vragenlijst) -> Lezing:
    """Return a list with no other columns than those that the analyst named, and weights, of which a check tells."""
    genoemd = _list_genoemd(levering, lijst)
    # who takes part as an official is no citizen, named or not
    genoemd |= {fold(find_rolkolom(tabel, levering)) for tabel in lezing.tabellen} - {""}
    # and which wave a row is of, the joining asks
    koppen = [kolom.naam for tabel in lezing.tabellen for kolom in tabel.kolommen]
    genoemd |= {fold(find_golfkolom(koppen, levering))} - {""}
    vormen = [
        _drop_others(vorm, genoemd) if isinstance(vorm, Tabel) else (vorm, None) for vorm in lezing.vormen
    ]
    boeken = [lezing.logboek, *(boek for _, boek in vormen if boek is not None)]
    return replace(
        lezing, vormen=tuple(vorm for vorm, _ in vormen), logboek=pd.concat(boeken, ignore_index=True)
    )


def _drop_others(tabel: Tabel, genoemd: frozenset[str]) -> tuple[Tabel, pd.DataFrame]:
    """Return a table without the columns that nobody named, and the notes about those."""
    weg = [kolom for kolom in tabel.kolommen if not is_weight(kolom) and not genoemd & _list_spellings(kolom)]
    logboek = Logboek(tabel.bestand, tabel.blad)
    for kolom in weg:
        gevuld = int(is_filled(tabel.frame[kolom.naam]).sum())
        logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=max(gevuld, 1))
    over = tuple(kolom for kolom in tabel.kolommen if kolom not in weg)
    frame = tabel.frame.drop(columns=[kolom.naam for kolom in weg])
    return replace(tabel, frame=frame, kolommen=over), logboek.to_frame()


def _list_spellings(kolom: Kolom) -> set[str]:
    namen = [naam for naam in (kolom.naam, kolom.herkomst) if naam]
    return {fold(naam) for naam in namen} | {fold(make_slug(naam)) for naam in namen}


def _list_genoemd(levering: Levering, lijst: Vragenlijst) -> frozenset[str]:
    """Return the columns that traject.toml or vragen.xlsx names for a delivery, folded."""
    namen = [levering.gewicht, levering.langsgewicht, levering.stratum, levering.groep]
    namen += [*levering.cluster, *levering.fpc, *levering.kenmerken, *levering.testrijen]
    namen += [naam for eigen in levering.kolommen.values() for naam in eigen]
    namen += [regel.kolom for regel in lijst.rows_of(levering.naam)]
    namen += [regel.uit for regel in lijst.groepen]
    return frozenset(fold(naam) for naam in namen if naam)
