"""Which format a file has, told from its contents; a name may lie (an LimeSurvey VV export is called .csv)."""

from __future__ import annotations

import io
import zipfile

from burgerdata.errors import BronError
from burgerdata.formats.csv import count_columns, peek_records
from burgerdata.formats.excel import peek_sheets
from burgerdata.formats.limesurvey.archive import is_archive
from burgerdata.formats.limesurvey.structure import is_responses, is_structuur
from burgerdata.formats.polis.api import is_polis_json
from burgerdata.formats.text import is_transcript
from burgerdata.formats.tools import recognise_tool
from burgerdata.intake.guard import is_stata
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron

_ZIPPED = (("xl/workbook.xml", "excel"), ("word/document.xml", "docx"))


def detect(bron: Bron) -> str:
    r"""Return the name of the format: of the file (csv, excel, spss, stata, docx, tekst, webvtt) or of a survey tool.

    Raises
    ------
    BronError
        When no format fits; the message names the formats that can be read.

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
        return _detect_zip(bron)
    tekst, _ = decode_text(bron.inhoud)
    if tekst.lstrip("\ufeff \r\n").startswith("WEBVTT"):
        return "webvtt"
    if is_structuur(tekst):
        return "limesurvey_antwoorden" if is_responses(tekst) else "limesurvey_vragenlijst"
    if is_polis_json(tekst):
        return "polis_api"
    kolommen = count_columns(tekst)
    if kolommen < 3 and is_transcript(tekst):
        return "tekst"
    name_is_table = bron.pad.suffix.lower() in (".csv", ".tsv", ".tab")
    if kolommen > 1 or name_is_table:
        return recognise_tool(peek_records(tekst)) or "csv"
    return "tekst"


def _recognise_workbook(bron: Bron) -> str:
    return next((naam for rijen in peek_sheets(bron) if (naam := recognise_tool(rijen))), "")


def _detect_zip(bron: Bron) -> str:
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        namen = set(archief.namelist())
    if is_archive(sorted(namen)):
        return "limesurvey_archief"
    for onderdeel, formaat in _ZIPPED:
        if onderdeel in namen:
            return (formaat == "excel" and _recognise_workbook(bron)) or formaat
    wat = "dit is een zip die geen Excel- of Word-bestand is"
    raise BronError(wat, "pak hem uit en noem de bestanden zelf", bestand=bron.bestand)
