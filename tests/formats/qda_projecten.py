"""Small projects of coding software as the programs write them: REFI-QDA, QualCoder's database, Taguette's database.

Written from how the files look, apart from the readers. A selection is (begin, eind, naam, code, gebruiker).
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
from xml.sax.saxutils import quoteattr

CODES = """<Code guid="C1" name="Wachten" isCodable="true"><Description>duurt lang</Description>
  <Code guid="C2" name="Balie" isCodable="true"/></Code>
  <Code guid="C3" name="Groep" isCodable="false"><Code guid="C4" name="Prijs"/></Code>"""
USERS = '<User guid="{U1}" name="Anna de Coder"/><User guid="U2" name="Bert"/>'


def make_selection(nummer: int, keuze: tuple[int, int, str, str, str], wie: str = "creatingUser") -> str:
    begin, eind, naam, code, user = keuze
    return (
        f'<PlainTextSelection guid="s{nummer}" name={quoteattr(naam)} startPosition="{begin}" endPosition="{eind}">'
        f'<Coding guid="k{nummer}" {wie}="{user}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
    )


def make_qde(bronnen: str, *, naam: str = "Proefproject", kop: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{kop}<Project xmlns="urn:QDA-XML:project:1.0" name="{naam}">'
        f"<Users>{USERS}</Users><CodeBook><Codes>{CODES}</Codes></CodeBook><Sources>{bronnen}</Sources></Project>"
    ).encode()


def make_source(guid: str, naam: str, selecties: str, pad: str) -> str:
    return f'<TextSource guid="{guid}" name={quoteattr(naam)} {pad}>{selecties}</TextSource>'


def pack(qde: bytes, bestanden: dict[str, bytes], *, naam: str = "project.qde") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, qde)
        for pad, inhoud in bestanden.items():
            archief.writestr(pad, inhoud)
    return buffer.getvalue()


def make_qdpx(
    teksten: dict[str, tuple[str, list[tuple[int, int, str, str, str]]]], *, wie: str = "creatingUser"
) -> bytes:
    """Return a project of documents (naam -> text and selections), each in a file of its own."""
    bronnen, bestanden, nummer = "", {}, 0
    for volg, (naam, (tekst, keuzes)) in enumerate(teksten.items()):
        selecties = ""
        for keuze in keuzes:
            nummer += 1
            selecties += make_selection(nummer, keuze, wie)
        bronnen += make_source(f"D{volg}", naam, selecties, f'plainTextPath="internal://D{volg}.txt"')
        bestanden[f"sources/D{volg}.txt"] = tekst.encode()
    return pack(make_qde(bronnen), bestanden)


def dump(script: str, rijen: dict[str, list[tuple[object, ...]]], *, wal: bool = False) -> bytes:
    verbinding = sqlite3.connect(":memory:")
    verbinding.executescript(script)
    for tabel, inhoud in rijen.items():
        for rij in inhoud:
            verbinding.execute(f"insert into {tabel} values ({','.join('?' * len(rij))})", rij)
    verbinding.commit()
    data = verbinding.serialize()
    verbinding.close()
    return data[:18] + b"\x02\x02" + data[20:] if wal else data


def make_qualcoder(
    tekst: str, coderingen: list[tuple[int, str, int, int, str]], *, wal: bool = False
) -> bytes:
    """Return a database with one text; a coding is (code, quote, pos0, pos1, owner)."""
    script = """create table source (id integer primary key, name text, fulltext text, mediapath text, memo text);
    create table code_cat (catid integer primary key, name text, owner text, memo text, supercatid integer);
    create table code_name (cid integer primary key, name text, memo text, catid integer, owner text, color text);
    create table code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,
      pos1 integer, owner text);
    create table code_image (imid integer primary key, id integer, x1 integer, cid integer, owner text);"""
    rijen: dict[str, list[tuple[object, ...]]] = {
        "source": [(1, "fg1.txt", tekst, None, ""), (2, "foto.png", None, "/images/foto.png", "")],
        "code_cat": [(1, "Dienst", "x", "", None), (2, "Balie", "x", "", 1)],
        "code_name": [(1, "Wachten", "duurt lang", 2, "x", "#fff"), (2, "Prijs", "", None, "x", "#fff")],
        "code_text": [
            (nummer, cid, 1, citaat, pos0, pos1, wie)
            for nummer, (cid, citaat, pos0, pos1, wie) in enumerate(coderingen)
        ],
        "code_image": [(1, 2, 0, 1, "Anna")],
    }
    return dump(script, rijen, wal=wal)


def make_taguette(html: str, plekken: list[tuple[int, int, str, list[int]]]) -> bytes:
    """Return a database with one document; a highlight is (start byte, end byte, snippet, tags)."""
    script = """create table projects (id integer primary key, name text);
    create table documents (id integer primary key, name text, project_id integer, contents text);
    create table tags (id integer primary key, project_id integer, path text, description text);
    create table highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer,
      snippet text);
    create table highlight_tags (highlight_id integer, tag_id integer);"""
    rijen: dict[str, list[tuple[object, ...]]] = {
        "projects": [(1, "Wijkgesprek")],
        "documents": [(7, "verslag", 1, html)],
        "tags": [(1, 1, "dienst", "over de balie"), (2, 1, "dienst.wachten", ""), (3, 1, "prijs", "")],
        "highlights": [(n, 7, begin, eind, snippet) for n, (begin, eind, snippet, _) in enumerate(plekken)],
        "highlight_tags": [(n, tag) for n, (*_, tags) in enumerate(plekken) for tag in tags],
    }
    return dump(script, rijen)
