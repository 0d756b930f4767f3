"""Files that would hang, kill or fool a reader are refused in one Dutch sentence; ordinary files pass."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import openpyxl
import pytest

from burgerdata.errors import BronError
from burgerdata.intake.guard import guard_bytes


def make_zip(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make_sheet(cells: bytes) -> bytes:
    sheet = b"<worksheet><sheetData>" + cells + b"</sheetData></worksheet>"
    return make_zip({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": sheet})


def locked(data: bytes) -> bytes:
    """Set the encryption bit of the first entry, in its local and its central header."""
    central = data.index(b"PK\x01\x02")
    return data[:6] + b"\x01" + data[7 : central + 8] + b"\x01" + data[central + 9 :]


REFUSED = {
    "leeg": (b"", "leeg"),
    "alleen een merkteken": (b"\xef\xbb\xbf\r\n", "leeg"),
    "pdf": (b"%PDF-1.7 tekst", "pdf"),
    "foto": (b"\xff\xd8\xff\xe0", "foto"),
    "film": (b"\0\0\0\x18ftypmp42", "beeld"),
    "gzip": (b"\x1f\x8b\x08data", "gecomprimeerd"),
    "programma": (b"MZ\x90\0\x03", "programma"),
    "oude doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".docx"),
    "wachtwoord": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "wachtwoord",
    ),
    "wachtwoord op de zip": (locked(make_zip({"a.xml": b"<a/>"})), "wachtwoord"),
    "afgebroken zip": (make_zip({"a.xml": b"<a/>" * 500})[:-60], "beschadigd"),
    "bom": (make_zip({"xl/worksheets/sheet1.xml": b" " * 30_000_000}), "onredelijk groot"),
    "ontsnapping": (make_zip({"../../weg.xml": b"<a/>"}), "buiten het bestand"),
    "doctype": (make_zip({"word/document.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a/>'}), "DOCTYPE"),
    "doctype in utf-16": (make_zip({"word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16-le")}), "DOCTYPE"),
    "cel aan het eind van het blad": (
        make_sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "rij 1048576",
    ),
    "miljoen lege alinea's": (
        make_zip({"word/document.xml": b"<w:p/>" * 1_100_000}, zipfile.ZIP_STORED),
        "miljoenen",
    ),
    "veel onderdelen": (make_zip({f"{nummer}.xml": b"" for nummer in range(5_001)}), "5001 onderdelen"),
    "korte sav": (b"$FL2" + b" " * 60, "afgebroken"),
    "sav die te veel belooft": (
        b"$FL2" + b" " * 60 + struct.pack("<5i", 2, 2_000_000, 0, 0, 2_000_000) + b" " * 100,
        "belooft",
    ),
    "nullen in tekst": (b"id;x\n1;\0\0\n", "geen tekst"),
}


@pytest.mark.parametrize("naam", REFUSED)
def test_a_file_that_bites_is_refused_with_its_reason_and_a_remedy(naam: str) -> None:
    inhoud, reden = REFUSED[naam]
    begin = time.perf_counter()
    with pytest.raises(BronError, match=reden) as fout:
        guard_bytes(inhoud, "levering.dat")
    assert time.perf_counter() - begin < 5
    assert str(fout.value).startswith("levering.dat: ")
    assert fout.value.probleem.remedie


def test_a_doctype_split_over_two_reads_is_still_seen() -> None:
    filler = b"<a>" + b"x" * ((1 << 20) - 3 - 4)
    with pytest.raises(BronError, match="DOCTYPE"):
        guard_bytes(make_zip({"word/document.xml": filler + b"<!DOCTYPE b>"}, zipfile.ZIP_STORED), "x.docx")


def test_ordinary_files_pass() -> None:
    buffer = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["a", "b"])
    book.save(buffer)
    guard_bytes(buffer.getvalue(), "goed.xlsx")
    guard_bytes("naam;cijfer\r\nja;7".encode("utf-16"), "goed.csv")
    guard_bytes("naam;cijfer\r\nja;7".encode("utf-16-le"), "goed.csv")
    guard_bytes(b"MZ;naam\n1;2", "goed.csv")
    guard_bytes(b"PKnr;naam\n1;2", "goed.csv")


@pytest.mark.parametrize(
    ("inhoud", "naam", "zin"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "a.xls", "dit is een webpagina"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.msg", "dit is een e-mailbericht"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls", "oud Office-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.DOCX", "open het in Word en bewaar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "open het in Word en bewaar"),
    ],
)
def test_what_another_program_wrote_is_named_with_its_own_remedy(inhoud: bytes, naam: str, zin: str) -> None:
    with pytest.raises(BronError, match=zin):
        guard_bytes(inhoud, naam)
