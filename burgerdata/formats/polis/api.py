"""The JSON of Polis's API: a list of statements, a list of votes, or the answer that opens a conversation with both.

In the database, and so in the API, a vote has the opposite sign of an export: -1 is agree. Programs that save the API's
answers under the names ``participant_id`` and ``statement_id`` have turned it already.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.polis.exports import describe_kolommen
from burgerdata.formats.polis.headers import DEELNEMER, STELLING, STEM, TEKST, name_kolom
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.open import decode_text
from burgerdata.shapes import RIJ, Bron, Kolom, Tabel

_TURNED = {"-1": "1", "1": "-1"}
_OWN = frozenset(["txt", "tid", "pid", "vote", "participant_id", "statement_id"])
_RECORD = re.compile(r'(?<!\\)"(?:tid|statement_id)"\s*:')
_PARTS = ("comments", "votes")
Records = list[dict[str, Any]]


def is_polis_json(tekst: str) -> bool:
    r"""Return whether a text is JSON with statements or votes of Polis.

    Examples
    --------
    >>> is_polis_json('[{"pid": 0, "tid": 3, "vote": -1}]'), is_polis_json('[{"id": 1, "title": "Een idee"}]')
    (True, False)
    """
    kaal = tekst.lstrip("\ufeff \r\n\t")
    if not kaal.startswith(("[", "{")) or not _RECORD.search(kaal):
        return False
    try:
        return any(True for _ in _list_parts(json.loads(kaal)))
    except ValueError:
        return False


def read_api(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the statements and the votes in the JSON, each as a table in the columns of an export.

    Raises
    ------
    BronError
        When the JSON is broken off.
    """
    tekst, _ = decode_text(bron.inhoud)
    try:
        delen = list(_list_parts(json.loads(tekst)))
    except ValueError as fout:
        wat = "deze JSON is niet heel"
        raise BronError(wat, "haal hem opnieuw op bij de afzender", bestand=bron.bestand) from fout
    meer = len(delen) > 1
    return [_make_table(bron, soort, records, naam if meer else blad) for naam, soort, records in delen]


def _list_parts(inhoud: Any) -> Iterator[tuple[str, str, Records]]:
    """Return (name, format, records) of each list of statements or votes."""
    kandidaten: Mapping[str, Any] = inhoud if isinstance(inhoud, dict) else {"": inhoud}
    for naam in ("", *_PARTS):
        lijst = kandidaten.get(naam)
        if isinstance(lijst, list) and lijst and all(isinstance(een, dict) for een in lijst):
            kop = {name_kolom(sleutel) for sleutel in lijst[0]}
            if {STELLING, TEKST} <= kop:
                yield naam, "polis_stellingen", lijst
            elif {STELLING, DEELNEMER, STEM} <= kop:
                yield naam, "polis_stemmen", lijst


def _make_table(bron: Bron, formaat: str, records: Records, blad: str) -> Ruw:
    """Return one list as a table; a record has no row in a spreadsheet, so its place in the list is its number."""
    logboek = Logboek(bron.bestand, blad)
    turned = STEM in {name_kolom(sleutel) for sleutel in records[0]} and "pid" in records[0]
    namen = _choose_keys(records)
    data = {doel: [_write(record.get(sleutel)) for record in records] for doel, sleutel in namen.items()}
    frame = pd.DataFrame(data, dtype="str")
    if turned:
        frame[STEM] = frame[STEM].replace(_TURNED)
    weg = dict.fromkeys(sleutel for record in records for sleutel in record if sleutel not in namen.values())
    for sleutel in weg:
        logboek.note("kolom_weggelaten", kolom=sleutel, aantal=sum(sleutel in record for record in records))
    frame.insert(0, RIJ, pd.Series(range(1, len(frame) + 1), dtype="int64"))
    kolommen = tuple(Kolom(doel, tekst=sleutel, herkomst=sleutel) for doel, sleutel in namen.items())
    record = STELLING if formaat == "polis_stellingen" else ""
    tabel = describe_kolommen(Tabel(bron.bestand, formaat, frame, kolommen, blad, DEELNEMER, record))
    return Ruw(tabel, len(_RECORD.findall(json.dumps(records))), logboek)


def _choose_keys(records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return column → key for what is read, the first key that means it."""
    namen: dict[str, str] = {}
    for sleutel in dict.fromkeys(sleutel for record in records for sleutel in record):
        doel = name_kolom(sleutel)
        if doel != sleutel or sleutel in _OWN:
            namen.setdefault(doel, sleutel)
    return namen


def _write(waarde: Any) -> str:
    """Return a value of JSON as a cell holds it."""
    if waarde is None:
        return ""
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
