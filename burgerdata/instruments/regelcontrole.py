"""Rows of vragen.xlsx about columns that are not in the files: one is misspelt, several are of another version."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from burgerdata.errors import Probleem
from burgerdata.getallen import join_woorden
from burgerdata.instruments.kinds import is_technical
from burgerdata.instruments.plan import match_regels
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_MOST_NAMED = 8
_TYPO = 0.75
"""How alike a name is to what was meant, where more than one is wrong: "Wjik" is 0.75 like "Wijk"."""
_DIGITS = re.compile(r"\d+")
_REMEDIE = (
    "heet zo'n vraag hier anders, verbeter dan de kop in de kolom 'kolom', en haal de rijen van de andere weg"
)
_ERBIJ = "; zet een rij erbij voor wat u daarvan wilt gebruiken"


def find_missing(tabellen: Sequence[Tabel], levering: Levering, lijst: Vragenlijst) -> list[Probleem]:
    """Return what is wrong with the rows of a delivery whose column is in none of its tables.

    A misspelt one is told with the column that was meant, and so is a single one. Several others are told in one sentence,
    with the columns that are in the tables and not in vragen.xlsx: another version of the file was chosen.
    """
    regels = lijst.rows_of(levering.naam)
    gevonden = {regel.rij for tabel in tabellen for regel in regels if match_regels(tabel.kolommen, [regel])}
    weg = [regel for regel in regels if regel.rij not in gevonden]
    bestanden = ", ".join(dict.fromkeys(tabel.bestand for tabel in tabellen))
    los = _list_loose(tabellen, regels) if weg else []
    bedoeld = {regel.rij: naam for regel in weg if (naam := _find_typo(regel.kolom, los))}
    if len(bedoeld) > _MOST_NAMED:
        bedoeld = {}
    rest = [regel for regel in weg if regel.rij not in bedoeld]
    apart = [regel for regel in weg if regel.rij in bedoeld or len(rest) == 1]
    namen = [kolom.naam for tabel in tabellen for kolom in tabel.kolommen]
    problemen = [
        lijst.report(
            f"de kolom '{regel.kolom}' staat niet in {bestanden}",
            suggest(regel.kolom, [bedoeld[regel.rij]] if regel.rij in bedoeld else namen),
            regel=regel,
            kolom="kolom",
        )
        for regel in apart
    ]
    if len(rest) > 1:
        nieuw = [naam for naam in list_new(tabellen, levering, regels) if naam not in bedoeld.values()]
        problemen.append(_tell_all(rest, nieuw, bestanden, levering, lijst))
    return problemen


def _list_loose(tabellen: Sequence[Tabel], regels: Sequence[Vraagregel]) -> list[str]:
    """Return the columns of all tables that no row of vragen.xlsx is about."""
    los: list[str] = []
    for tabel in tabellen:
        genoemd = match_regels(tabel.kolommen, regels)
        los += [kolom.naam for kolom in tabel.kolommen if kolom.naam not in genoemd]
    return los


def _find_typo(naam: str, kolommen: Sequence[str]) -> str:
    """Return the column of which a name is a misspelling, empty when there is none: "q7" and "vraag_7" are other questions."""
    gelijk = {
        kolom.casefold(): kolom for kolom in kolommen if _DIGITS.findall(kolom) == _DIGITS.findall(naam)
    }
    lijkt = difflib.get_close_matches(naam.casefold(), gelijk, n=1, cutoff=_TYPO)
    return gelijk[lijkt[0]] if lijkt else ""


def list_new(tabellen: Sequence[Tabel], levering: Levering, regels: Sequence[Vraagregel]) -> list[str]:
    """Return the columns that may be questions and of which vragen.xlsx says nothing, each once."""
    bekend = {fold(naam) for naam in (levering.gewicht, levering.langsgewicht, *levering.testrijen) if naam}
    nieuw: dict[str, str] = {}
    for tabel in tabellen:
        genoemd = match_regels(tabel.kolommen, regels)
        for kolom in tabel.kolommen:
            los = kolom.naam not in genoemd and fold(kolom.naam) not in bekend
            if los and not is_technical(kolom, tabel.frame[kolom.naam]):
                nieuw.setdefault(fold(kolom.naam), kolom.naam)
    return [*nieuw.values()]


def _tell_all(
    weg: Sequence[Vraagregel], nieuw: Sequence[str], bestanden: str, levering: Levering, lijst: Vragenlijst
) -> Probleem:
    wat = f"de kolommen {_name([r.kolom for r in weg])} van levering '{levering.naam}' staan niet in {bestanden}"
    if nieuw:
        wat += f", en {_name(nieuw)} {'staan' if len(nieuw) > 1 else 'staat'} daar wel in en niet in {lijst.bestand}"
    remedie = f"{_REMEDIE}{_ERBIJ if nieuw else ''}"
    return lijst.report(wat, remedie, regel=weg[0], kolom="kolom")


def _name(namen: Sequence[str]) -> str:
    genoemd = [f"'{naam}'" for naam in namen[:_MOST_NAMED]]
    over = len(namen) - _MOST_NAMED
    return f"{', '.join(genoemd)} en nog {over}" if over > 0 else join_woorden(genoemd)
