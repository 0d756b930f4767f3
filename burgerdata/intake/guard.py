"""Pre-flight: refuse a file that would hang, kill or fool a reader, before any reader sees it.

A spreadsheet of 5 kB can take gigabytes of memory; a Word file can hide its text behind an entity. Everything here
works on bytes and streams, so the check itself stays cheap.
"""

from __future__ import annotations

import struct

from burgerdata.errors import BronError
from burgerdata.intake.guard_sqlite import SQLITE, guard_sqlite
from burgerdata.intake.guard_zip import guard_zip

MAX_BYTES = 2_000_000_000
_MAX_CELLS = 400_000_000
_SAV_HEADER = 176
_NOTHING = b"\xef\xbb\xbf \t\r\n"
_HEAD = 4096

_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "een pdf", "vraag de makers om het bronbestand (Word, Excel of SPSS)"),
    (b"\xff\xd8\xff", "een foto", "typ de tekst over of laat het bestand buiten de levering"),
    (b"\x89PNG", "een afbeelding", "typ de tekst over of laat het bestand buiten de levering"),
    (b"GIF8", "een afbeelding", "typ de tekst over of laat het bestand buiten de levering"),
    (b"\x1f\x8b", "een gecomprimeerd bestand", "pak het eerst uit"),
    (b"7z\xbc\xaf\x27\x1c", "een gecomprimeerd bestand", "pak het eerst uit"),
    (b"Rar!", "een gecomprimeerd bestand", "pak het eerst uit"),
    (b"MZ", "een programma", "verwijder het uit de map"),
    (b"{\\rtf", "een rtf-bestand", "open het in Word en bewaar het als .docx"),
    *(
        (begin, "een webpagina", "open het in Excel of Word en bewaar het als .xlsx of .docx")
        for begin in (b"<html", b"<HTML", b"<!DOCTYPE html", b"<!doctype html")
    ),
    (b"RIFF", "geluid of beeld", "gebruik het uitgeschreven gesprek"),
    (b"ID3", "geluid", "gebruik het uitgeschreven gesprek"),
    (b"OggS", "geluid", "gebruik het uitgeschreven gesprek"),
    *(
        (begin, "geluid", "gebruik het uitgeschreven gesprek")
        for begin in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")
    ),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHORT = 3
"""A mark this short may also be how a text begins ("MZ;naam"); then a zero byte must confirm it."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def guard_bytes(inhoud: bytes, bestand: str) -> None:
    """Return nothing when the bytes may be handed to a reader; refuse them otherwise.

    Raises
    ------
    BronError
        With what the file is or holds, and what to do. Never with a piece of its contents.

    Examples
    --------
    >>> guard_bytes(b"naam;cijfer", "straat.csv")
    >>> guard_bytes(b"%PDF-1.7", "rapport.csv")
    Traceback (most recent call last):
    burgerdata.errors.BronError: rapport.csv: dit is een pdf; vraag de makers om het bronbestand (Word, Excel of SPSS)
    """
    if not inhoud[:_HEAD].strip(_NOTHING) and not inhoud.strip(_NOTHING):
        raise BronError("dit bestand is leeg", "vraag het opnieuw op bij de afzender", bestand=bestand)
    if len(inhoud) > MAX_BYTES:
        raise BronError("dit bestand is groter dan 2 GB", "lever het in delen", bestand=bestand)
    _refuse_foreign(inhoud, bestand)
    if inhoud.startswith(_OLE):
        _refuse_ole(inhoud, bestand)
    elif inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        guard_zip(inhoud, bestand)
    elif inhoud.startswith(SQLITE):
        guard_sqlite(inhoud, bestand)
    elif inhoud.startswith((b"$FL2", b"$FL3")):
        _guard_sav(inhoud, bestand)
    elif not is_stata(inhoud):
        _guard_text(inhoud, bestand)


def _refuse_foreign(inhoud: bytes, bestand: str) -> None:
    for magic, wat, remedie in _FOREIGN:
        if inhoud.startswith(magic) and (
            len(magic) > _SHORT or not magic.isascii() or b"\0" in inhoud[:1024]
        ):
            raise BronError(f"dit is {wat}", remedie, bestand=bestand)
    if inhoud[4:8] == b"ftyp":
        raise BronError("dit is geluid of beeld", "gebruik het uitgeschreven gesprek", bestand=bestand)


def is_stata(inhoud: bytes) -> bool:
    r"""Return whether the bytes are a Stata file: its newer tag, or the release, byte order and type of older ones.

    Examples
    --------
    >>> is_stata(b"<stata_dta><header>"), is_stata(b"s\x02\x01\x00\x05\x00"), is_stata(b"straat;plaats")
    (True, True, False)
    """
    oud = len(inhoud) > 4 and 104 <= inhoud[0] <= 115 and inhoud[1] in (1, 2) and inhoud[2:4] == b"\x01\x00"
    return inhoud.startswith(b"<stata_dta>") or oud


def _refuse_ole(inhoud: bytes, bestand: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in inhoud:
        wat, remedie = "dit bestand is met een wachtwoord beveiligd", "haal in Office het wachtwoord eraf"
    elif "WordDocument".encode("utf-16-le") in inhoud:
        wat, remedie = "dit is een oud Word-bestand (.doc)", "open het in Word en bewaar het als .docx"
    elif "__properties_version1.0".encode("utf-16-le") in inhoud or bestand.casefold().endswith(".msg"):
        wat, remedie = "dit is een e-mailbericht (.msg)", "bewaar de tekst of de bijlage als los bestand"
    elif _is_named_word(bestand) and "Workbook".encode("utf-16-le") not in inhoud:
        wat, remedie = "dit is een oud of beschadigd Word-bestand", "open het in Word en bewaar het als .docx"
    elif any(naam.encode("utf-16-le") in inhoud for naam in ("Workbook", "Book\0")):
        return  # intake/old_excel.py reads it
    else:
        wat, remedie = (
            "dit is een oud Office-bestand",
            "open het in Excel of Word en bewaar het als .xlsx of .docx",
        )
    raise BronError(wat, remedie, bestand=bestand)


def _is_named_word(bestand: str) -> bool:
    return bestand.casefold().endswith((".doc", ".docx", ".docm", ".dot", ".dotx"))


def _guard_sav(inhoud: bytes, bestand: str) -> None:
    """Refuse an SPSS file whose header is cut short or promises more cells than can be true."""
    if len(inhoud) < _SAV_HEADER:
        wat = "dit SPSS-bestand is afgebroken: de kop is niet heel"
        raise BronError(wat, "vraag het opnieuw op bij de afzender", bestand=bestand)
    order = "<" if inhoud[64:68] in (b"\x02\x00\x00\x00", b"\x03\x00\x00\x00") else ">"
    _, breedte, _, _, gevallen = struct.unpack(order + "5i", inhoud[64:84])
    if gevallen > 0 and max(breedte, 1) * gevallen > _MAX_CELLS:
        wat = f"dit SPSS-bestand belooft {gevallen} rijen van {breedte} kolommen"
        raise BronError(wat, "controleer het bestand in SPSS en bewaar het opnieuw", bestand=bestand)


def _guard_text(inhoud: bytes, bestand: str) -> None:
    if inhoud.startswith(_UTF16):
        return
    kop = inhoud[:1_000_000]
    if kop.count(0) * 3 > len(kop):
        return  # UTF-16 without a mark: decode_text recognises it
    if b"\0" in inhoud:
        wat = "dit is geen tekst, Excel-, Word- of SPSS-bestand dat burgerdata kan lezen"
        raise BronError(wat, "exporteer het als .xlsx, .csv, .sav, .docx, .txt of .vtt", bestand=bestand)
