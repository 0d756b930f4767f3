"""Rows of vragen.xlsx about columns that are not in the files: one is misspelt, several are of another version."""

from __future__ import annotations

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
_REMEDIE = (
    "heet zo'n vraag hier anders, verbeter dan de kop in de kolom 'kolom', en haal de rijen van de andere weg"
)
_ERBIJ = "; zet een rij erbij voor wat u daarvan wilt gebruiken"


def find_missing(tabellen: Sequence[Tabel], levering: Levering, lijst: Vragenlijst) -> list[Probleem]:
    """Return what is wrong with the rows of a delivery whose column is in none of its tables.

    A single one may be misspelt: what was probably meant is told. Several are told in one sentence, with the columns
    that are in the tables and not in vragen.xlsx: another version of the file was chosen.
    """
    regels = lijst.rows_of(levering.naam)
    gevonden = {regel.rij for tabel in tabellen for regel in regels if match_regels(tabel.kolommen, [regel])}
    weg = [regel for regel in regels if regel.rij not in gevonden]
    bestanden = ", ".join(tabel.bestand for tabel in tabellen)
    if len(weg) > 1:
        return [_tell_all(weg, list_new(tabellen, levering, regels), bestanden, levering, lijst)]
    namen = [kolom.naam for tabel in tabellen for kolom in tabel.kolommen]
    return [
        lijst.report(
            f"de kolom '{regel.kolom}' staat niet in {bestanden}",
            suggest(regel.kolom, namen),
            regel=regel,
            kolom="kolom",
        )
        for regel in weg
    ]


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
