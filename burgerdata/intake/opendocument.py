"""Files of LibreOffice (.ods, .odt) as the Office files that a person would save them as, so that one reader reads both."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from burgerdata.errors import BronError
from burgerdata.intake.opendocument_sheets import make_workbook
from burgerdata.intake.opendocument_text import make_document

_MIME = b"application/vnd.oasis.opendocument."
_NAME, _FIRST = 30, b"mimetype"
"""Where the name of the first part of a zip stands, and which that is in OpenDocument."""
_MAKERS = {b"spreadsheet": make_workbook, b"text": make_document}
_HEAL = "open het in LibreOffice en bewaar het opnieuw"


def as_office(inhoud: bytes, bestand: str) -> bytes:
    """Return a spreadsheet of OpenDocument as .xlsx and a text as .docx, also from a template; all other bytes as they are.

    The bytes must have passed ``guard_bytes``.

    Raises
    ------
    BronError
        When the document is locked or damaged, or is a presentation or a drawing.
    """
    soort = _read_soort(inhoud)
    if not soort:
        return inhoud
    maak = _MAKERS.get(re.split(rb"[-;\s]", soort)[0])
    if maak is None:
        wat = "dit is een presentatie of tekening van LibreOffice"
        raise BronError(wat, "vraag de makers om de tekst of de tabel zelf", bestand=bestand)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if b"encryption-data" in b"".join(_read_parts(archief, "META-INF/manifest.xml")):
                wat = "dit bestand is met een wachtwoord beveiligd"
                raise BronError(wat, "haal in LibreOffice het wachtwoord eraf", bestand=bestand)
            return maak(ElementTree.fromstring(archief.read("content.xml")))
    except (KeyError, ElementTree.ParseError, ValueError, RecursionError) as fout:
        raise BronError("dit OpenDocument-bestand is beschadigd", _HEAL, bestand=bestand) from fout
    except OverflowError as fout:
        wat = "dit OpenDocument-bestand herhaalt cellen tot miljoenen of voegt er zo veel samen"
        raise BronError(
            wat, "verwijder de lege rijen en kolommen en bewaar het opnieuw", bestand=bestand
        ) from fout


def _read_soort(inhoud: bytes) -> bytes:
    """Return what an OpenDocument file says that it is ("spreadsheet", "text", …); empty for any other file."""
    if not inhoud.startswith(b"PK\x03\x04") or not inhoud.startswith(_FIRST, _NAME):
        return b""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
        mime = b"".join(_read_parts(archief, "mimetype")).strip()
    return mime.removeprefix(_MIME) if mime.startswith(_MIME) else b""


def _read_parts(archief: zipfile.ZipFile, naam: str) -> Iterator[bytes]:
    if naam in archief.namelist():
        yield archief.read(naam)
