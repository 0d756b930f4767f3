"""Writers that give the same bytes for the same content: CSV, Excel, Word, SPSS and a plain PDF."""

from __future__ import annotations

import csv
import datetime as dt
import io
import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import docx
import pandas as pd
import pyreadstat
import xlsxwriter

VAST = dt.datetime(2026, 10, 1, 9, 0, 0)
_ZIP_TIJD = (1980, 1, 1, 0, 0, 0)


def write_csv(pad: Path, kop: Sequence[str], rijen: Iterable[Sequence[object]], *, codering: str = "cp1252") -> None:
    """Write a semicolon-separated file with CRLF rows, as Dutch Excel does."""
    buffer = io.StringIO(newline="")
    schrijver = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    pad.write_bytes(buffer.getvalue().encode(codering, errors="strict"))


def write_xlsx(
    pad: Path,
    bladen: Mapping[str, tuple[Sequence[str], Sequence[Sequence[object]]]],
    *,
    boven: Sequence[str] = (),
    keuzes: Mapping[str, Mapping[str, Sequence[str]]] | None = None,
) -> None:
    """Write sheets of (header, rows); ``boven`` are title lines above the header, ``keuzes`` drop-downs."""
    with xlsxwriter.Workbook(pad, {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        boek.set_properties({"created": VAST, "author": ""})
        vet = boek.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        datum = boek.add_format({"num_format": "dd-mm-yyyy"})
        for naam, (kop, rijen) in bladen.items():
            blad = boek.add_worksheet(naam)
            for nummer, regel in enumerate(boven):
                blad.write_string(nummer, 0, regel)
            eerste = len(boven)
            for kolom, tekst in enumerate(kop):
                blad.write_string(eerste, kolom, tekst, vet)
                blad.set_column(kolom, kolom, _breedte(tekst, [rij[kolom] for rij in rijen]))
            blad.freeze_panes(eerste + 1, 0)
            for nummer, rij in enumerate(rijen, start=eerste + 1):
                for kolom, waarde in enumerate(rij):
                    _schrijf_cel(blad, nummer, kolom, waarde, datum)
            for kolomnaam, lijst in ((keuzes or {}).get(naam) or {}).items():
                plek = list(kop).index(kolomnaam)
                regel_ = {"validate": "list", "source": list(lijst), "ignore_blank": True}
                blad.data_validation(eerste + 1, plek, eerste + len(rijen) + 200, plek, regel_)


def _breedte(kop: str, waarden: Sequence[object]) -> float:
    return min(60, max(10, len(kop), *(len(str(waarde)) for waarde in waarden), 0) + 2)


def _schrijf_cel(blad, rij: int, kolom: int, waarde: object, datum) -> None:
    if waarde is None or waarde == "" or waarde != waarde:
        return
    if isinstance(waarde, dt.date):
        blad.write_datetime(rij, kolom, dt.datetime(waarde.year, waarde.month, waarde.day), datum)
    elif isinstance(waarde, int | float):
        blad.write_number(rij, kolom, waarde)
    else:
        blad.write_string(rij, kolom, str(waarde))


def write_docx(pad: Path, titel: str, inleiding: Sequence[str], alineas: Sequence[str]) -> None:
    """Write a Word file with a title, lines of introduction and one paragraph per turn."""
    document = docx.Document()
    eigenschappen = document.core_properties
    eigenschappen.author, eigenschappen.title = "", titel
    eigenschappen.created = eigenschappen.modified = VAST
    document.add_heading(titel, level=1)
    for regel in inleiding:
        document.add_paragraph(regel).italic = True
    for alinea in alineas:
        document.add_paragraph(alinea)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as bron, zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            if naam != "docProps/thumbnail.jpeg":
                doel.writestr(zipfile.ZipInfo(naam, _ZIP_TIJD), _zonder_plaatje(naam, bron.read(naam)), zipfile.ZIP_DEFLATED)


def _zonder_plaatje(naam: str, inhoud: bytes) -> bytes:
    """Drop the reference to the template's thumbnail picture from the package relations."""
    if naam != "_rels/.rels":
        return inhoud
    tekst = inhoud.decode("utf-8")
    begin = tekst.find("<Relationship ", 0)
    delen = []
    while begin >= 0:
        eind = tekst.find("/>", begin) + 2
        if "thumbnail" not in tekst[begin:eind]:
            delen.append(tekst[begin:eind])
        begin = tekst.find("<Relationship ", eind)
    kop = tekst[: tekst.find("<Relationship ")]
    return (kop + "".join(delen) + "</Relationships>").encode("utf-8")


def write_sav(
    pad: Path,
    frame: pd.DataFrame,
    *,
    teksten: Mapping[str, str],
    labels: Mapping[str, Mapping[float, str]],
    missend: Mapping[str, Sequence[float]],
    sets: Mapping[str, tuple[str, Sequence[str]]] | None = None,
    titel: str = "",
) -> None:
    """Write an SPSS file with labels, user-missing codes and dichotomous multiple-response sets (counted value 1)."""
    pyreadstat.write_sav(
        frame,
        pad,
        file_label=titel,
        column_labels=[teksten.get(kolom) for kolom in frame.columns],
        variable_value_labels={kolom: dict(waarden) for kolom, waarden in labels.items()},
        missing_ranges={kolom: list(codes) for kolom, codes in missend.items()},
        row_compress=True,
    )
    inhoud = bytearray(pad.read_bytes())
    inhoud[92:109] = b"01 Oct 2609:00:00"  # creation date and time stand at fixed places in the header
    slot = _einde_woordenboek(inhoud)
    pad.write_bytes(bytes(inhoud[:slot]) + _sets_record(sets or {}) + bytes(inhoud[slot:]))


def _sets_record(sets: Mapping[str, tuple[str, Sequence[str]]]) -> bytes:
    """Return the extension record (type 7, subtype 7) that names the multiple-response sets."""
    if not sets:
        return b""
    regels = "".join(
        f"${naam}=D1 1 {len(tekst.encode())} {tekst} {' '.join(kolommen)}\n" for naam, (tekst, kolommen) in sets.items()
    ).encode()
    return struct.pack("<iiii", 7, 7, 1, len(regels)) + regels


def _einde_woordenboek(inhoud: bytes) -> int:
    """Return the place of the record (type 999) that closes the dictionary."""
    plaats = 176
    while True:
        soort = _geheel(inhoud, plaats)
        if soort == 999:
            return plaats
        plaats = _volgende(inhoud, plaats, soort)


def _geheel(inhoud: bytes, plaats: int) -> int:
    return struct.unpack_from("<i", inhoud, plaats)[0]


def _volgende(inhoud: bytes, plaats: int, soort: int) -> int:
    """Return where the next dictionary record starts."""
    if soort == 2:  # variable
        heeft_label, n_missend = _geheel(inhoud, plaats + 8), _geheel(inhoud, plaats + 12)
        lengte = 4 + (_geheel(inhoud, plaats + 32) + 3) // 4 * 4 if heeft_label else 0
        return plaats + 32 + lengte + 8 * abs(n_missend)
    if soort == 3:  # value labels, followed by the record (type 4) of the variables they belong to
        aantal, plaats = _geheel(inhoud, plaats + 4), plaats + 8
        for _ in range(aantal):
            plaats += 8 + (inhoud[plaats + 8] + 8) // 8 * 8
        return plaats + 8 + 4 * _geheel(inhoud, plaats + 4)
    if soort == 6:  # document
        return plaats + 8 + 80 * _geheel(inhoud, plaats + 4)
    return plaats + 16 + _geheel(inhoud, plaats + 8) * _geheel(inhoud, plaats + 12)


def write_pdf(pad: Path, bladzijden: Sequence[Sequence[str]]) -> None:
    """Write a plain text PDF 1.4 with one text block a page."""
    delen: list[bytes] = []
    kinderen = " ".join(f"{4 + 2 * nummer} 0 R" for nummer in range(len(bladzijden)))
    delen.append(b"<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>")
    delen.append(f"<< /Type /Pages /Kids [{kinderen}] /Count {len(bladzijden)} >>".encode())
    delen.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for nummer, regels in enumerate(bladzijden):
        tekst = b"BT /F1 11 Tf 60 780 Td 15 TL " + b" ".join(_pdf_regel(regel) for regel in regels) + b" ET"
        delen.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            + f"/Contents {5 + 2 * nummer} 0 R >>".encode()
        )
        delen.append(f"<< /Length {len(tekst)} >>\nstream\n".encode() + tekst + b"\nendstream")
    uit, plekken = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for nummer, deel in enumerate(delen, start=1):
        plekken.append(len(uit))
        uit += f"{nummer} 0 obj\n".encode() + deel + b"\nendobj\n"
    kruis = len(uit)
    uit += f"xref\n0 {len(delen) + 1}\n0000000000 65535 f \n".encode()
    uit += b"".join(f"{plek:010d} 00000 n \n".encode() for plek in plekken)
    uit += f"trailer\n<< /Size {len(delen) + 1} /Root 1 0 R >>\nstartxref\n{kruis}\n%%EOF\n".encode()
    pad.write_bytes(bytes(uit))


def _pdf_regel(regel: str) -> bytes:
    veilig = regel.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + veilig.encode("cp1252") + b") Tj T*"
