"""Pre-flight of a zip (Excel and Word files are zips): names, real sizes, ratio, entities, elements, bounding box."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from burgerdata.errors import BronError

MAX_ENTRIES = 5_000
MAX_TOTAL = 1_000_000_000
MAX_RATIO = 300
MAX_ELEMENTS = 30_000_000
MAX_PARAGRAPHS = 1_000_000
MAX_BOX = 20_000_000
_SMALL = 5_000_000
_CHUNK = 1 << 20
_OVERLAP = 64
_REF = re.compile(
    rb'<c\b[^<>]*?\br="([A-Z]{0,3})(\d{1,9})"|<row\b[^<>]*?\br="()(\d{1,9})"(?=[^<>]*[^<>/]>(?!</row>))'
)
"""Places of cells, and of rows that hold any: LibreOffice writes empty rows down to the last one, at no cost."""
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
_OPNIEUW = "vraag het bestand opnieuw op, of open het zelf en bewaar het onder een andere naam"


def guard_zip(inhoud: bytes, bestand: str) -> None:
    """Return nothing when the zip may be read; raise BronError when it is broken, locked, a bomb or a trap."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            _guard_names(archief, bestand)
            budget = MAX_TOTAL
            for info in archief.infolist():
                budget -= _guard_entry(archief, info, bestand, budget)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as fout:
        raise BronError("dit bestand is beschadigd of afgebroken", _OPNIEUW, bestand=bestand) from fout


def _guard_names(archief: zipfile.ZipFile, bestand: str) -> None:
    infos = archief.infolist()
    namen = [info.filename for info in infos]
    if len(infos) > MAX_ENTRIES:
        raise BronError(f"dit bestand bestaat uit {len(infos)} onderdelen", _OPNIEUW, bestand=bestand)
    if len(set(namen)) < len(namen):
        raise BronError("dit bestand bevat twee onderdelen met dezelfde naam", _OPNIEUW, bestand=bestand)
    for naam in namen:
        if naam.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", naam) or re.match(r"[A-Za-z]:", naam):
            wat = "dit bestand bevat een onderdeel dat buiten het bestand wil schrijven"
            raise BronError(wat, _OPNIEUW, bestand=bestand)
    if any(info.flag_bits & 1 for info in infos):
        raise BronError(
            "dit bestand is met een wachtwoord beveiligd", "haal het wachtwoord eraf", bestand=bestand
        )


def _guard_entry(archief: zipfile.ZipFile, info: zipfile.ZipInfo, bestand: str, budget: int) -> int:
    """Return the real size of the entry, read as a stream; what the zip says about sizes is not believed."""
    naam = info.filename.lower()
    is_xml = naam.endswith((".xml", ".rels", ".qde"))
    teller = _XmlTeller(blad=naam.startswith("xl/worksheets/"), tekst=naam == "word/document.xml")
    size = 0
    tail = b""
    with archief.open(info) as stroom:
        while chunk := stroom.read(_CHUNK):
            size += len(chunk)
            too_dense = size > _SMALL and size > MAX_RATIO * max(info.compress_size, 1)
            if size > budget or too_dense:
                wat = "dit bestand wordt bij het openen onredelijk groot"
                raise BronError(wat, _OPNIEUW, bestand=bestand)
            if is_xml:
                teller.feed(chunk, tail, bestand)
                tail = chunk[-_OVERLAP:]
    return size


class _XmlTeller:
    """Counts of one XML part while it streams by: elements, paragraphs, and the box that the cells span."""

    def __init__(self, *, blad: bool, tekst: bool) -> None:
        self.blad = blad
        self.tekst = tekst
        self.elements = 0
        self.paragraphs = 0
        self.cells = 0
        self.last_row = 0
        self.last_column = 0

    def feed(self, chunk: bytes, tail: bytes, bestand: str) -> None:
        """Count one piece; raise BronError as soon as a bound is passed. ``tail`` is the end of the piece before."""
        if _DOCTYPE.search(tail + chunk):
            raise BronError("dit bestand bevat verborgen verwijzingen (DOCTYPE)", _OPNIEUW, bestand=bestand)
        self.elements += chunk.count(b"<")
        if self.tekst:
            self.paragraphs += chunk.count(b"<w:p>") + chunk.count(b"<w:p ") + chunk.count(b"<w:p/>")
        if self.elements > MAX_ELEMENTS or self.paragraphs > MAX_PARAGRAPHS:
            wat = "dit bestand bevat miljoenen onderdelen"
            raise BronError(wat, "verwijder lege rijen of alinea's en bewaar het opnieuw", bestand=bestand)
        if self.blad:
            self._measure_box(tail + chunk, bestand)

    def _measure_box(self, data: bytes, bestand: str) -> None:
        self.cells += data.count(b"<c ")
        for letters, cijfers, _, rij in _REF.findall(data):
            self.last_row = max(self.last_row, int(cijfers or rij))
            if letters:
                self.last_column = max(self.last_column, _column_number(letters))
        box = self.last_row * max(self.last_column, 1)
        if box > MAX_BOX and box > 20 * self.cells:
            wat = f"een blad loopt door tot rij {self.last_row}, met bijna alleen lege cellen"
            raise BronError(wat, "verwijder de lege rijen en kolommen en bewaar het opnieuw", bestand=bestand)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
