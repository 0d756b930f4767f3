"""A short table of people that nothing calls a list of participants, recognised by who speaks in the talks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats import read
from burgerdata.formats.peek import list_headers
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Zegel
from burgerdata.loading.bevraging import asks_questions
from burgerdata.loading.deliveries import find_screener_columns, seal_lijst
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.known_speakers import know_speakers
from burgerdata.loading.recognise import LIST_AT_MOST

_FEWEST, _SHARE = 2, 0.5


def recognise_lijsten(herkend: Sequence[Herkend], map_: Path, zegel: Zegel) -> list[Herkend]:
    """Return the files with a table of people as the list of participants of the talks in which most of them speak.

    A folder with a list already, or without talks, is as it was: two columns with a name and an age may be anybody.
    """
    gesprekken = [deel for deel in herkend if deel.soort == "gesprek"]
    if not gesprekken or any(deel.soort == "deelnemerslijst" for deel in herkend):
        return list(herkend)
    gevonden: dict[str, Herkend] = {}
    for deel in herkend:
        lijst = _read_list(deel, map_, zegel)
        if lijst is not None and _speak(lijst, gesprekken, map_, zegel):
            gevonden[deel.bestand] = lijst
    # of two such tables nobody can say which one counts
    return [gevonden.get(deel.bestand, deel) if len(gevonden) == 1 else deel for deel in herkend]


def _read_list(deel: Herkend, map_: Path, zegel: Zegel) -> Herkend | None:
    """Return a file as a list of participants, where it has a column of speakers, another one, and asks nothing."""
    if deel.soort not in ("tekst", "enquete") or deel.tabel is None or deel.blad:
        return None
    with suppress(BronError):
        koppen = list_headers(map_ / deel.bestand, bestand=deel.bestand)
        spreker, groep = find_screener_columns(koppen)
        te_lang = len(deel.tabel.frame) > LIST_AT_MOST
        if not spreker or len(koppen) < _FEWEST or te_lang or asks_questions(deel.tabel, spreker, groep):
            return None
        eigen = replace(seal_lijst(zegel, koppen, spreker, groep), beurtentabel=False)
        lezing = read(map_ / deel.bestand, eigen, bestand=deel.bestand)
        return Herkend(deel.bestand, "deelnemerslijst", lezing, spreker, groep)
    return None


def _speak(lijst: Herkend, gesprekken: Sequence[Herkend], map_: Path, zegel: Zegel) -> bool:
    """Return whether most of a list speak in the talks, or most who speak are on it."""
    *sprekers, bekend = know_speakers([*gesprekken, lijst], map_, zegel)
    spreken = frozenset().union(*(deel.personen for deel in sprekers))
    samen = len(spreken & bekend.personen)
    # 1 to 8 are in any table with a number, a name is in few
    deel = min if "naam" in fold(lijst.persoon) else max
    return samen >= _FEWEST and samen >= _SHARE * deel(len(spreken), len(bekend.personen))
