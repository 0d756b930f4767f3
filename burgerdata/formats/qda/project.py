"""What every reader of coding software hands in: documents, codes and codings, made into a Codeerproject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.pieces import split_document
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import Bron, Codeerproject

ZONDER_TEKST = "codering_zonder_tekst"
WIJKT_AF = "codering_wijkt_af"
_OP_GRENZEN = "codering_op_grenzen"


class Document(NamedTuple):
    """One document: its key in the project, its name and its text, None where the project does not hold it."""

    document: str
    naam: str
    tekst: str | None


class Code(NamedTuple):
    """One code: its key, its name, the key of the code that it belongs under, and what it means."""

    code: str
    naam: str
    ouder: str = ""
    omschrijving: str = ""


class Codering(NamedTuple):
    """One code on one span; ``vergeleken`` says whether a quote, or a second copy of the text, says what is there."""

    document: str
    code: str
    codeur: str
    begin: int
    eind: int
    citaat: str
    segment: str
    reden: str = ""
    vergeleken: bool = True


def refuse(codering: Codering, reden: str) -> Codering:
    """Return the coding as one that cannot be used."""
    return codering._replace(begin=-1, eind=-1, reden=reden)


def make_project(
    bron: Bron,
    formaat: str,
    delen: tuple[Sequence[Document], Sequence[Code], Sequence[Codering]],
    *,
    naam: str,
    records_in: int,
    blad: str = "",
) -> Ruw:
    """Return the project with everything that cannot be used in its logboek, one row per document and reason."""
    documenten, codes, coderingen = delen
    logboek = Logboek(bron.bestand, blad)
    nummers = {document.document: nummer for nummer, document in enumerate(documenten, start=1)}
    for document in documenten:
        if document.tekst is None:
            logboek.note("brondocument_ontbreekt", rij=nummers[document.document], kolom="document")
    bekend = {code.code for code in codes}
    coderingen = [een if een.code in bekend else refuse(een, ZONDER_TEKST) for een in coderingen]
    _note_codings(coderingen, nummers, logboek)
    stukken = {document.document: split_document(document.tekst or "") for document in documenten}
    rijen = [
        (document, volgnummer, stuk.spreker, stuk.begin, stuk.eind)
        for document, gesneden in stukken.items()
        for volgnummer, stuk in enumerate(gesneden, start=1)
    ]
    sprekers = dict.fromkeys(rij[2] for rij in rijen if rij[2])
    project = Codeerproject(
        bron.bestand,
        formaat,
        _frame(((d.document, d.naam, d.tekst or "") for d in documenten), Document._fields),
        _frame(_without_rings(codes), Code._fields),
        _frame((codering[:-1] for codering in coderingen), Codering._fields[:-1], ("begin", "eind")),
        blad,
        naam,
        _frame(
            rijen, ("document", "volgnummer", "spreker", "begin", "eind"), ("volgnummer", "begin", "eind")
        ),
        tuple(sprekers),
    )
    return Ruw(project, records_in, logboek)


def _note_codings(coderingen: Iterable[Codering], nummers: dict[str, int], logboek: Logboek) -> None:
    tellingen: dict[tuple[str, str], int] = {}
    for codering in coderingen:
        reden = codering.reden or ("" if codering.vergeleken else _OP_GRENZEN)
        if reden:
            sleutel = (codering.document, reden)
            tellingen[sleutel] = tellingen.get(sleutel, 0) + 1
    for (document, reden), aantal in tellingen.items():
        logboek.note(reden, rij=nummers.get(document), kolom="document", aantal=aantal)


def _without_rings(codes: Sequence[Code]) -> list[Code]:
    """Return the codes with parents that exist and that do not lead back to the code itself."""
    ouders = {code.code: code.ouder for code in codes}
    uit = []
    for code in codes:
        boven, stappen = code.ouder, 0
        while boven and boven != code.code and stappen <= len(codes):
            boven, stappen = ouders.get(boven, ""), stappen + 1
        uit.append(code if code.ouder in ouders and not boven else code._replace(ouder=""))
    return uit


def _frame(
    rijen: Iterable[tuple[object, ...]], kolommen: Sequence[str], getallen: Sequence[str] = ()
) -> pd.DataFrame:
    types = {kolom: "int64" if kolom in getallen else "str" for kolom in kolommen}
    return pd.DataFrame(list(rijen), columns=list(kolommen)).astype(types)


def name_parents(codes: Sequence[Code], teken: str) -> list[Code]:
    """Return the codes with as parent the code that is named before the last ``teken``, where there is one.

    Examples
    --------
    >>> name_parents([Code("1", "Coke"), Code("2", "Coke::diet Coke")], "::")[1].ouder
    '1'
    """
    bij_naam = {code.naam: code.code for code in codes}
    return [
        code if code.ouder else code._replace(ouder=bij_naam.get(code.naam.rpartition(teken)[0], ""))
        for code in codes
    ]
