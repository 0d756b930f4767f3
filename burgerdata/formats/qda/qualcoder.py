"""QualCoder (data.qda in the folder of a project): an SQLite database with texts, categories, codes and codings."""

from __future__ import annotations

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.offsets import Plek, place_all
from burgerdata.formats.qda.project import (
    WIJKT_AF,
    ZONDER_TEKST,
    Code,
    Codering,
    Document,
    make_project,
    refuse,
)
from burgerdata.formats.qda.sqlite import Databank, open_databank
from burgerdata.shapes import Bron

FORMAAT = "qualcoder"
_IMAGES = (("code_image", "cid", "id", "owner"), ("code_av", "cid", "id", "owner"))


def read_qualcoder(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the project of a database; ``blad`` is not used.

    Codings of pictures, sound and film are noted as codering_zonder_tekst.

    Raises
    ------
    BronError
        When the database is damaged.
    """
    with open_databank(bron) as databank:
        bronnen = databank.read("source", "id", "name", "fulltext")
        codes = _read_codes(databank)
        teksten = databank.read("code_text", "fid", "cid", "owner", "pos0", "pos1", "seltext", "ctid")
        beelden = [rij for naam, *kolommen in _IMAGES for rij in databank.read(naam, *kolommen)]
    documenten = [Document(nummer, naam, tekst or None) for nummer, naam, tekst in bronnen]
    coderingen = _read_codings(documenten, teksten)
    coderingen += [
        refuse(Codering(fid, f"code {cid}", wie, 0, 0, "", f"beeld {nummer}"), ZONDER_TEKST)
        for nummer, (cid, fid, wie) in enumerate(beelden)
    ]
    naam = bron.pad.parent.stem if bron.pad.name == "data.qda" else bron.pad.stem
    records_in = len(teksten) + len(beelden)
    return [
        make_project(
            bron, FORMAAT, (documenten, codes, coderingen), naam=naam, records_in=records_in, blad=blad
        )
    ]


def _read_codes(databank: Databank) -> list[Code]:
    """Return categories and codes as one list; a code may hang under a category or, since 2025, under a code."""
    codes = [
        Code(f"categorie {nummer}", naam, f"categorie {boven}" if boven else "", memo)
        for nummer, naam, boven, memo in databank.read("code_cat", "catid", "name", "supercatid", "memo")
    ]
    for nummer, naam, categorie, boven, memo in databank.read(
        "code_name", "cid", "name", "catid", "supercid", "memo"
    ):
        ouder = f"code {boven}" if boven else f"categorie {categorie}" if categorie else ""
        codes.append(Code(f"code {nummer}", naam, ouder, memo))
    return codes


def _read_codings(documenten: list[Document], rijen: list[tuple[str, ...]]) -> list[Codering]:
    teksten = {document.document: document.tekst for document in documenten}
    coderingen: list[Codering] = []
    for fid in dict.fromkeys(rij[0] for rij in rijen):
        eigen = [rij for rij in rijen if rij[0] == fid]
        tekst = teksten.get(fid)
        plekken = [read_place(pos0, pos1, citaat) for _, _, _, pos0, pos1, citaat, _ in eigen]
        geplaatst = place_all(tekst, plekken, is_citaat=True) if tekst is not None else plekken
        for (_, cid, wie, *_), plek in zip(eigen, geplaatst, strict=True):
            segment = f"{fid}:{plek.begin}-{plek.eind}"
            codering = Codering(fid, f"code {cid}", wie, plek.begin, plek.eind, plek.citaat, segment)
            reden = ZONDER_TEKST if tekst is None else plek.reden
            vergeleken = codering._replace(vergeleken=plek.vergeleken)
            coderingen.append(refuse(vergeleken, reden) if reden else vergeleken)
    return coderingen


def read_place(begin: str, eind: str, citaat: str) -> Plek:
    """Return a span that a database gives as text; one that is no pair of numbers has a reason.

    Examples
    --------
    >>> read_place("3", "7", "twee")[:2], read_place("", "x", "twee").reden
    ((3, 7), 'codering_wijkt_af')
    """
    if begin.isdecimal() and eind.isdecimal():
        return Plek(int(begin), int(eind), citaat)
    return Plek(-1, -1, citaat, WIJKT_AF)
