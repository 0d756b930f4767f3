"""REFI-QDA (.qdpx, .qde, .qdc): what ATLAS.ti, NVivo, MAXQDA, Quirkos and QualCoder exchange, with their quirks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.boundaries import make_weger, verify_unquoted
from burgerdata.formats.qda.offsets import Plek, place_all, squeeze
from burgerdata.formats.qda.project import (
    ZONDER_TEKST,
    Code,
    Codering,
    Document,
    make_project,
    name_parents,
)
from burgerdata.formats.qda.refi_sources import Bronteksten, open_sources
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron

FORMAAT = "refi_qda"
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:Project|CodeBook)\b[^>]*QDA-XML", re.DOTALL)
_CODING = re.compile(rb"<(?:[\w.-]+:)?Coding(?=[\s/>])")
_DANGER = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OPNIEUW = "exporteer het project opnieuw uit het codeerprogramma, als REFI-QDA"
_TEXTS = frozenset(["TextSource", "Representation", "Transcript"])
_SOURCES = _TEXTS | {"PictureSource", "PDFSource", "AudioSource", "VideoSource"}
Element = ElementTree.Element


def is_refi(tekst: str) -> bool:
    """Return whether a text is the XML of a REFI-QDA project or codebook.

    Examples
    --------
    >>> is_refi('<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"/>'), is_refi("<Project/>")
    (True, False)
    """
    return tekst.lstrip("\ufeff \r\n\t").startswith("<") and _ROOT.search(tekst[:5000]) is not None


def read_refi(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the one project of a file; ``blad`` is not used.

    A source that is not in the file is noted (brondocument_ontbreekt), a coding of a picture, a sound or a missing
    text as codering_zonder_tekst, one whose text is not what the software quotes as codering_wijkt_af, and one without
    a quote that nothing else verifies as codering_niet_vergeleken.

    Raises
    ------
    BronError
        When the file is damaged, holds a DOCTYPE, or is no project.
    """
    xml, teksten = open_sources(bron)
    wortel = _parse(xml, bron)
    codes = list(_read_codes(wortel, ""))
    gebruikers = {_id(user.get("guid")): user.get("name", "") for user in _all(wortel, "User")}
    documenten: list[Document] = []
    coderingen: list[Codering] = []
    for element in _list_sources(wortel):
        document = _read_document(element, teksten, len(documenten) + 1)
        documenten.append(document)
        plekken = _read_places(element, document, teksten)
        coderingen += _read_codings(element, document, plekken, gebruikers)
    naam = wortel.get("name") or bron.pad.stem
    delen = (documenten, name_parents(codes, "::"), coderingen)
    telling = len(_CODING.findall(xml.replace(b"\0", b"")))
    return [make_project(bron, FORMAAT, delen, naam=naam, records_in=telling, blad=blad)]


def _parse(xml: bytes, bron: Bron) -> Element:
    if _DANGER.search(decode_text(xml)[0]):
        raise BronError("dit bestand bevat verborgen verwijzingen (DOCTYPE)", _OPNIEUW, bestand=bron.bestand)
    try:
        return ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError) as fout:
        raise BronError(
            "dit codeerproject is beschadigd of afgebroken", _OPNIEUW, bestand=bron.bestand
        ) from fout


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(element: Element, tag: str) -> Iterator[Element]:
    return (deel for deel in element.iter() if _tag(deel) == tag)


def _children(element: Element, *tags: str) -> Iterator[Element]:
    return (deel for deel in element if _tag(deel) in tags)


def _id(guid: str | None) -> str:
    """Return a GUID without braces and case, in which programs differ."""
    return (guid or "").strip().strip("{}").casefold()


def _read_codes(element: Element, ouder: str) -> Iterator[Code]:
    """Yield the codes under an element; a parent is a code too, whether it can be given to a text or not."""
    for deel in element:
        if _tag(deel) == "Code":
            code = _id(deel.get("guid"))
            omschrijving = next((d.text or "" for d in _children(deel, "Description")), "")
            yield Code(code, " ".join(deel.get("name", "").split()), ouder, omschrijving.strip())
            yield from _read_codes(deel, code)
        elif _tag(deel) in ("CodeBook", "Codes"):
            yield from _read_codes(deel, ouder)


def _list_sources(wortel: Element) -> Iterator[Element]:
    """Yield the sources, and the texts that belong to a page or a film; one without text or codings is left out."""
    for bronnen in _all(wortel, "Sources"):
        for element in _children(bronnen, *_SOURCES):
            if _tag(element) in _TEXTS or _has_own(element):
                yield element
            yield from _children(element, "Representation", "Transcript")


def _has_own(element: Element) -> bool:
    """Return whether codings hang on the picture, sound or page itself."""
    eigen = (d for d in element if _tag(d) not in _TEXTS)
    return any(_tag(deel) == "Coding" or any(_all(deel, "Coding")) for deel in eigen)


def _read_document(element: Element, teksten: Bronteksten, nummer: int) -> Document:
    if _tag(element) not in _TEXTS:
        return Document(_id(element.get("guid")) or str(nummer), element.get("name", ""), None)
    inhoud = next((d.text or "" for d in _children(element, "PlainTextContent")), None)
    tekst = inhoud if inhoud is not None else teksten.find(element)
    return Document(_id(element.get("guid")) or str(nummer), element.get("name", ""), tekst)


def _list_selections(element: Element) -> list[Element]:
    return [deel for deel in element if _tag(deel).endswith("Selection")]


def _read_places(element: Element, document: Document, teksten: Bronteksten) -> list[Plek]:
    """Return the selections of one source, each verified: by its quote, by a second copy of the text, or by its words."""
    tijden = {_id(punt.get("guid")): punt.get("position", "") for punt in _all(element, "SyncPoint")}
    plekken = [_read_place(selectie, tijden) for selectie in _list_selections(element)]
    tekst = document.tekst
    if tekst is None or not plekken:
        return plekken
    weeg = make_weger(tekst)
    gevonden = place_all(tekst, plekken, weeg=weeg)
    if all(plek.vergeleken or plek.reden for plek in gevonden):
        return gevonden
    kopieen = [deel.text or "" for deel in _children(element, "PlainTextContent")] + teksten.find_all(element)
    zeker = len(kopieen) > 1 and len({squeeze(kopie) for kopie in kopieen}) == 1
    return verify_unquoted(tekst, gevonden, plekken, zeker=zeker, weeg=weeg)


def _read_codings(
    element: Element, document: Document, plekken: list[Plek], gebruikers: dict[str, str]
) -> list[Codering]:
    """Return the codings of one source: of its selections, and those of the whole."""
    rijen: list[Codering] = []
    for selectie, plek in zip(_list_selections(element), plekken, strict=True):
        maker = selectie.get("creatingUser") or selectie.get("modifyingUser")
        rijen += _read_coding(selectie, document, plek, gebruikers, maker)
    heel = Plek(0, len(document.tekst or ""), "")
    return [*rijen, *_read_coding(element, document, heel, gebruikers, element.get("creatingUser"))]


def _read_place(selectie: Element, tijden: dict[str, str]) -> Plek:
    uitleg = next((deel.text or "" for deel in _children(selectie, "Description")), "")
    citaat = selectie.get("name") or uitleg
    begin = selectie.get("startPosition") or tijden.get(_id(selectie.get("fromSyncPoint")), "")
    eind = selectie.get("endPosition") or tijden.get(_id(selectie.get("toSyncPoint")), "")
    if not (begin.strip().isdecimal() and eind.strip().isdecimal()):
        return Plek(-1, -1, citaat, ZONDER_TEKST)
    return Plek(int(begin), int(eind), citaat)


def _read_coding(
    element: Element, document: Document, plek: Plek, gebruikers: dict[str, str], maker: str | None
) -> Iterator[Codering]:
    """Yield the codings that hang on one element; a code that lacks its reference cannot be used."""
    for codering in _children(element, "Coding"):
        doel = next((_id(d.get("targetGUID")) for d in _children(codering, "CodeRef")), "")
        wie = _id(codering.get("creatingUser") or codering.get("modifyingUser") or maker)
        reden = plek.reden or (ZONDER_TEKST if document.tekst is None else "")
        begin, eind = (-1, -1) if reden else (plek.begin, plek.eind)
        segment = _id(element.get("guid")) or f"{document.document}:{plek.begin}-{plek.eind}"
        yield Codering(
            document.document,
            doel,
            gebruikers.get(wie, wie),
            begin,
            eind,
            plek.citaat,
            segment,
            reden,
            not plek.op_grenzen,
        )
