"""Which format a file has, told from its contents; a name may lie (an LimeSurvey VV export is called .csv)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial

from burgerdata.errors import BronError
from burgerdata.formats.chatlog import is_chat
from burgerdata.formats.csv import count_columns, peek_records
from burgerdata.formats.excel import peek_sheets
from burgerdata.formats.json_records import is_json, peek_json
from burgerdata.formats.limesurvey.archive import is_archive
from burgerdata.formats.limesurvey.structure import is_responses, is_structuur, is_tab_structuur
from burgerdata.formats.pabulib import is_pabulib
from burgerdata.formats.polis.api import is_polis_json
from burgerdata.formats.qda.refi import is_refi
from burgerdata.formats.qda.sqlite import recognise_databank
from burgerdata.formats.text import is_transcript
from burgerdata.formats.tools import BEURTENTABEL, Rijen, recognise_tool
from burgerdata.formats.turn_tables import holds_turns, recognise_turn_table
from burgerdata.intake.guard import is_stata
from burgerdata.intake.guard_sqlite import SQLITE
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron

_SUBTITLES = re.compile(r"\ufeff?\s*\d+\s*[\r\n]+\s*(?:\d+:)?\d{1,2}:\d{2},\d{3}\s+-->")
"""How an .srt file begins: the same cues as WebVTT, numbered and with a decimal comma."""
_CUE = re.compile(
    r"^[ \t]*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d+:)?\d{1,2}:\d{2}", re.MULTILINE
)
"""The times of a cue, by which a file is known that lost its first line, WEBVTT."""
_HEADERS = re.compile(r"^(?!\s*(?:NOTE|STYLE|REGION)\b).*(?:[;\t|]|,(?! ))")
"""A line of cells; what a meeting writes in a note above its cues has commas as well."""
_FIRST = 2
"""Lines that hold anything among which a cue may stand below whatever line."""
_TIMED = re.compile(r"\s*\[?\d{1,2}:\d{2}(?::\d{2})?\]?\t+\s*[^\W\d_]")
"""How a transcript with tabs begins: a time and a speaker, where a table has its headers."""
_HEAD = 2000
"""Characters among which the first cue of a transcript begins."""
_LOOK = 1 << 20
"""Bytes of a text that tell what it is; only JSON must be whole."""
_FEW = 4
"""Rows of a table that tell which program wrote it."""
_ROWS_WITH_TITLE = 10
"""Rows among which the headers of a table stand below the lines of a title."""
_ROWS = 300
"""Rows of a table of which the cells tell whether they are turns of a conversation."""
_ZIPPED = (("xl/workbook.xml", "excel"), ("word/document.xml", "docx"))


def detect(bron: Bron, *, beurtentabel: bool = True, chat: bool | None = None) -> str:
    r"""Return the name of the format: of the file (csv, excel, docx, webvtt, …) or of a tool.

    Without ``beurtentabel`` a table of turns is a table like any other. ``chat`` is whether a text in the form of
    WhatsApp is a chat log, where that is known.

    Raises
    ------
    BronError
        When no format fits, or one that is known and not read; the message says what to do.

    Examples
    --------
    >>> from pathlib import Path
    >>> detect(Bron(Path("x.dat"), "x.dat", b"id;cijfer\r\n1;7\r\n2;8", ""))
    'csv'
    """
    if bron.inhoud.startswith((b"$FL2", b"$FL3")):
        return "spss"
    if is_stata(bron.inhoud):
        return "stata"
    if bron.inhoud.startswith(b"PK"):
        return _detect_zip(bron, beurtentabel=beurtentabel)
    if bron.inhoud.startswith(SQLITE):
        return recognise_databank(bron)
    tekst = _decode_enough(bron.inhoud)
    if (
        tekst.lstrip("\ufeff \r\n").startswith("WEBVTT")
        or _SUBTITLES.match(tekst)
        or _begins_with_cue(tekst[:_HEAD])
    ):
        return "webvtt"
    if is_tab_structuur(tekst):
        wat = "dit is een vragenlijst van LimeSurvey als tekst, geen bestand met antwoorden"
        raise BronError(wat, "exporteer de vragenlijst als .lss: die wordt gelezen", bestand=bron.bestand)
    if eigen := _detect_marked(tekst, beurtentabel=beurtentabel, chat=chat):
        return eigen
    kolommen = count_columns(tekst)
    if (kolommen < 3 or _TIMED.match(tekst)) and is_transcript(tekst):
        return "tekst"
    name_is_table = bron.pad.suffix.lower() in (".csv", ".tsv", ".tab")
    if kolommen > 1 or name_is_table:
        return _name_tool(partial(peek_records, tekst), beurtentabel=beurtentabel) or "csv"
    return "tekst"


def _name_tool(peek: Callable[[int], Rijen], *, beurtentabel: bool) -> str:
    """Return the tool that wrote a table, given how to look at its first rows; headers of turns alone make no conversation."""
    naam = recognise_tool(peek(_FEW)) or _name_below_title(peek(_ROWS_WITH_TITLE))
    return naam if naam != BEURTENTABEL or (beurtentabel and holds_turns(peek(_ROWS))) else ""


def _name_below_title(rijen: Rijen) -> str:
    return BEURTENTABEL if recognise_turn_table(rijen) else ""


def _begins_with_cue(begin: str) -> bool:
    """Return whether a text opens with a cue: nothing before it looks like the headers of a table that holds one in a cell."""
    cue = _CUE.search(begin)
    if cue is None:
        return False
    ervoor = begin[: cue.start()]
    regels = [regel for regel in ervoor.splitlines() if regel.strip(" \t\ufeff")]
    if ervoor.count('"') % 2:
        return False  # within a quoted cell
    return len(regels) < _FIRST or not any(map(_HEADERS.search, regels))


def _decode_enough(inhoud: bytes) -> str:
    """Return the first whole lines of a long text, or all of a short one and of JSON."""
    einde = inhoud.rfind(b"\n", 0, _LOOK) + 1 if len(inhoud) > _LOOK else 0
    begin = decode_text(inhoud[: einde or None])[0].rstrip("\ufffd")  # half a line end of UTF-16
    return decode_text(inhoud)[0] if einde and is_json(begin.lstrip("\ufeff")) else begin


def _detect_marked(tekst: str, *, beurtentabel: bool, chat: bool | None) -> str:
    """Return the format of a text that says itself what it is (XML, JSON, .pb, a chat log); empty for all other texts."""
    if is_structuur(tekst):
        return "limesurvey_antwoorden" if is_responses(tekst) else "limesurvey_vragenlijst"
    eigen = {"polis_api": is_polis_json, "refi_qda": is_refi, "pabulib": is_pabulib}
    if naam := next((naam for naam, herken in eigen.items() if herken(tekst)), ""):
        return naam
    if not is_json(tekst):
        return "chat" if is_chat(tekst, verwacht=chat) else ""
    return _name_tool(partial(peek_json, tekst), beurtentabel=beurtentabel) or "json"


def _recognise_workbook(bron: Bron, *, beurtentabel: bool) -> str:
    bladen = (peek_sheets(bron), peek_sheets(bron, _ROWS_WITH_TITLE))
    gevonden = [recognise_tool(rijen) or _name_below_title(meer) for rijen, meer in zip(*bladen, strict=True)]
    gevonden = [naam for naam in gevonden if naam]
    if eigen := next((naam for naam in gevonden if naam != BEURTENTABEL), ""):
        return eigen
    turns = beurtentabel and bool(gevonden) and any(map(holds_turns, peek_sheets(bron, _ROWS)))
    return BEURTENTABEL if turns else ""


def _detect_zip(bron: Bron, *, beurtentabel: bool) -> str:
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        namen = set(archief.namelist())
    if is_archive(sorted(namen)):
        return "limesurvey_archief"
    if any(naam.casefold().endswith((".qde", ".qdc")) for naam in namen):
        return "refi_qda"
    for onderdeel, formaat in _ZIPPED:
        if onderdeel in namen:
            return (formaat == "excel" and _recognise_workbook(bron, beurtentabel=beurtentabel)) or formaat
    wat = "dit is een zip die geen Excel- of Word-bestand is"
    raise BronError(wat, "pak hem uit en noem de bestanden zelf", bestand=bron.bestand)
