"""REFI-QDA (.qdpx): texts, codes, codings and coders for ATLAS.ti, MAXQDA, NVivo, QualCoder and Quirkos."""

from __future__ import annotations

import re
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd

from burgerdata.export.qdpx_documents import Document, make_documents
from burgerdata.export.uitvoer import Uitvoer, Weggelaten, list_other_tables
from burgerdata.traject import Traject

BESTAND = "project.qdpx"
_NS = "urn:QDA-XML:project:1.0"
_HELD = ("fragmenten", "themas", "coderingen")
_ROOT = uuid.UUID("5b1f7f5e-6a53-5a0e-9a51-0d4b6f5d7c11")
_MOMENT = "2000-01-01T00:00:00Z"
"""The format asks for moments that a traject does not keep."""
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTE = 60
Element = ElementTree.Element


def write_qdpx(traject: Traject, doel: Path) -> Uitvoer:
    """Write the project and return the outcome; a talk is one document, any other fragment a document of its own.

    The same traject gives the same file.
    """
    documenten = make_documents(traject)
    coderingen = traject.coderingen.astype({"fragment_id": "str", "segment_id": "str", "codeur": "str"})
    lijsten = traject.themas["lijst"].astype("str").unique().tolist()
    wortel = Element(
        "Project",
        {
            "xmlns": _NS,
            "name": _clean(lijsten[0] if lijsten else traject.instellingen.titel or "traject"),
            "origin": "burgerdata",
            "creatingUserGUID": _guid("codeur", "burgerdata"),
            "creationDateTime": _MOMENT,
        },
    )
    _add_users(wortel, coderingen["codeur"].unique().tolist())
    _add_codes(wortel, traject.themas)
    bronnen = ElementTree.SubElement(wortel, "Sources")
    geldig = coderingen[coderingen["begin"].lt(coderingen["eind"])]
    per_fragment = {
        str(naam): deel for naam, deel in geldig.groupby("fragment_id", observed=True, dropna=False)
    }
    for document in documenten:
        _add_source(bronnen, document, per_fragment)
    _write_zip(wortel, documenten, doel / BESTAND)
    weg = _list_lost(traject, lijsten, len(coderingen) - len(geldig))
    return Uitvoer.make(doel, "qdpx", [BESTAND], weg)


def _list_lost(traject: Traject, lijsten: Sequence[str], leeg: int) -> list[Weggelaten]:
    wijze = traject.coderingen["wijze"].astype("str")
    weg = list_other_tables({naam: len(tabel) for naam, tabel in traject.tabellen.items()}, _HELD)
    return [
        *weg,
        Weggelaten(
            "coderingen",
            "wijze",
            "niet te zien dat een regel of voorstel coderde",
            int(wijze.ne("mens").sum()),
        ),
        Weggelaten(
            "coderingen",
            "zekerheid",
            "niet in dit formaat",
            int(traject.coderingen["zekerheid"].notna().sum()),
        ),
        Weggelaten("coderingen", "begin", "codering zonder tekst", leeg),
        Weggelaten("themas", "lijst", "meer lijsten worden één lijst", max(0, len(lijsten) - 1)),
        Weggelaten(
            "themas",
            "nieuw_inzicht",
            "niet in dit formaat",
            int(traject.themas["nieuw_inzicht"].notna().sum()),
        ),
        Weggelaten(
            "themas", "kompasvraag", "niet in dit formaat", int(traject.themas["kompasvraag"].notna().sum())
        ),
        Weggelaten("", "", "instellingen en wegingen niet in dit formaat", 1),
    ]


def _guid(soort: str, *delen: str) -> str:
    return str(uuid.uuid5(_ROOT, "\x1f".join((soort, *delen)))).upper()


def _clean(tekst: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return _NO_XML.sub(" ", tekst)


def _add_users(wortel: Element, codeurs: Sequence[str]) -> None:
    users = ElementTree.SubElement(wortel, "Users")
    for codeur in dict.fromkeys([*codeurs, "burgerdata"]):
        ElementTree.SubElement(users, "User", {"guid": _guid("codeur", codeur), "name": _clean(codeur)})


def _add_codes(wortel: Element, themas: pd.DataFrame) -> None:
    """Add the themes as codes, each under its parent, in the order of the list."""
    codes = ElementTree.SubElement(ElementTree.SubElement(wortel, "CodeBook"), "Codes")
    namen = themas["thema_id"].astype("str")
    elementen: dict[str, Element] = {}
    for thema_id, naam, uitleg in zip(namen, themas["naam"], themas["omschrijving"], strict=True):
        code = Element("Code", {"guid": _guid("thema", thema_id), "name": _clean(naam), "isCodable": "true"})
        if uitleg:
            ElementTree.SubElement(code, "Description").text = _clean(uitleg)
        elementen[thema_id] = code
    ouders = dict(zip(namen, themas["ouder_id"].astype("str").fillna(""), strict=True))
    for thema_id, element in elementen.items():
        boven = elementen.get(ouders[thema_id]) if not _is_ring(thema_id, ouders) else None
        (codes if boven is None else boven).append(element)


def _is_ring(thema_id: str, ouders: Mapping[str, str]) -> bool:
    boven, stappen = ouders.get(thema_id, ""), 0
    while boven and stappen <= len(ouders):
        boven, stappen = ouders.get(boven, ""), stappen + 1
    return bool(boven)


def _add_source(bronnen: Element, document: Document, per_fragment: Mapping[str, pd.DataFrame]) -> None:
    guid = _guid("document", document.sleutel)
    bron = ElementTree.SubElement(
        bronnen,
        "TextSource",
        {
            "guid": guid,
            "name": _clean(document.naam),
            "plainTextPath": f"internal://{guid}.txt",
            "creatingUser": _guid("codeur", "burgerdata"),
            "creationDateTime": _MOMENT,
        },
    )
    for fragment_id, begin in document.fragmenten.items():
        deel = per_fragment.get(fragment_id)
        if deel is not None:
            _add_selections(bron, document.tekst, begin, deel)


def _add_selections(bron: Element, tekst: str, verschuiving: int, coderingen: pd.DataFrame) -> None:
    """Add a selection per span that was coded, with a coding per theme and coder."""
    kolommen = ("segment_id", "begin", "eind", "codering_id", "thema_id", "codeur")
    selecties: dict[tuple[str, int, int], Element] = {}
    for segment, begin, eind, codering, thema, codeur in zip(
        *(coderingen[kolom].tolist() for kolom in kolommen), strict=True
    ):
        van, tot = int(begin) + verschuiving, int(eind) + verschuiving
        sleutel = (segment, van, tot)
        if sleutel not in selecties:
            plek = {
                "guid": _guid("segment", bron.get("guid", ""), segment, str(van), str(tot)),
                "name": _clean(tekst[van : min(tot, van + _QUOTE)]),
                "startPosition": str(van),
                "endPosition": str(tot),
                "creatingUser": _guid("codeur", codeur),
                "creationDateTime": _MOMENT,
            }
            selecties[sleutel] = ElementTree.SubElement(bron, "PlainTextSelection", plek)
        eigen = {
            "guid": _guid("codering", codering),
            "creatingUser": _guid("codeur", codeur),
            "creationDateTime": _MOMENT,
        }
        element = ElementTree.SubElement(selecties[sleutel], "Coding", eigen)
        ElementTree.SubElement(element, "CodeRef", {"targetGUID": _guid("thema", str(thema))})


def _write_zip(wortel: Element, documenten: Sequence[Document], pad: Path) -> None:
    xml = ElementTree.tostring(wortel, encoding="utf-8", xml_declaration=True)
    bestanden = {f"sources/{_guid('document', d.sleutel)}.txt": d.tekst for d in documenten}
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(zipfile.ZipInfo("project.qde"), xml, zipfile.ZIP_DEFLATED)
        for naam, tekst in bestanden.items():
            # with its mark, so that no program has to guess what the bytes are
            inhoud = b"\xef\xbb\xbf" + tekst.encode("utf-8", "replace")
            archief.writestr(zipfile.ZipInfo(naam), inhoud, zipfile.ZIP_DEFLATED)
