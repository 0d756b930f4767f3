"""Which delivery the rows of a questionnaire are about when its name is not in traject.toml: told by their columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats.peek import list_headers
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.vraagregels import fold
from burgerdata.settings import Instellingen

Koppen = Mapping[str, Collection[str]]
"""Name of a delivery → the headers of its files, folded."""
_MOSTLY = 0.6


def list_koppen(instellingen: Instellingen, map_: Path) -> dict[str, set[str]]:
    """Return the headers of the files of each delivery, folded; none of a file that cannot be opened."""
    koppen: dict[str, set[str]] = {}
    for levering in instellingen.leveringen:
        eigen = koppen.setdefault(levering.naam, set())
        for bestand in dict.fromkeys((*levering.bestanden, levering.deelnemerslijst)):
            blad = levering.blad if bestand in levering.bestanden else ""
            with suppress(BronError):  # reading the delivery tells what is wrong with it
                eigen |= set(map(fold, list_headers(map_ / bestand, blad=blad) if bestand else ()))
    return koppen


def find_hernoemd(
    kolommen: Mapping[str, Sequence[str]], leveringen: Sequence[str], lees: Callable[[], Koppen] | None
) -> dict[str, str]:
    """Return old name → new name of each delivery that was renamed: all its columns are of one delivery without rows.

    Where two deliveries have them, or two old names fit one delivery, nobody can tell.

    Examples
    --------
    >>> koppen = {"panel": {"q1", "q2"}, "dialoog": {"vertrouwen"}}
    >>> find_hernoemd({"enquete1": ["q1", "Q2"], "dialog": ["zorg"]}, ["panel", "dialoog"], lambda: koppen)
    {'enquete1': 'panel'}
    """
    onbekend = {naam: eigen for naam, eigen in kolommen.items() if naam not in leveringen}
    vrij = [naam for naam in leveringen if naam not in kolommen]
    koppen = lees() if lees is not None and onbekend and vrij else {}
    uit: dict[str, str] = {}
    for naam, eigen in onbekend.items():
        gezocht = {fold(kop) for kop in eigen}
        past = [levering for levering in leveringen if gezocht <= {*koppen.get(levering, ())}]
        if len(past) == 1 and past[0] in vrij:
            uit[naam] = past[0]
    return {oud: nieuw for oud, nieuw in uit.items() if list(uit.values()).count(nieuw) == 1}


def suggest_leveringen(
    kolommen: Mapping[str, Sequence[str]], leveringen: Sequence[str], lees: Callable[[], Koppen] | None
) -> dict[str, str]:
    """Return what to say of each name in a questionnaire that no delivery has: the one with most of its columns.

    ``kolommen`` maps a name to the columns of its rows. Without headers, or where no delivery has these columns, the most
    similar name is all there is to go by; beside a delivery with some of them one without any is not meant.

    Examples
    --------
    >>> koppen = {"panel": {"q1", "q2"}, "dialoog": {"vertrouwen"}}
    >>> suggest_leveringen({"enquete1": ["Vertrouwen"], "panl": ["q1", "q9"]}, ["panel", "dialoog"], lambda: koppen)
    {'enquete1': "bedoelde u 'dialoog'?", 'panl': "bedoelde u 'panel'?"}
    """
    onbekend = {naam: eigen for naam, eigen in kolommen.items() if naam not in leveringen}
    koppen = lees() if lees is not None and onbekend else {}
    gezegd = {}
    for naam, eigen in onbekend.items():
        gezocht = {fold(kop) for kop in eigen}
        raak = {levering: len(gezocht & {*koppen.get(levering, ())}) for levering in leveringen}
        meest = max(raak.values(), default=0)
        beste = [levering for levering in leveringen if raak[levering] == meest]
        past = meest >= _MOSTLY * len(gezocht) and len(beste) == 1 and meest > 0
        kan = [levering for levering in leveringen if raak[levering] or not koppen.get(levering)]
        gezegd[naam] = f"bedoelde u '{beste[0]}'?" if past else suggest(naam, kan or leveringen)
    return gezegd
