"""Sealing of a project of coding software: texts and names masked, offsets carried along, coders as pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal import Zegel, fold_label
from burgerdata.intake.seal_gesprek import find_introduced, find_leiders
from burgerdata.pseudonyms.known_names import collect_namen
from burgerdata.pseudonyms.masking import carry_span, find_all, mask_spans, mask_text, place_masks
from burgerdata.pseudonyms.spans import Vondst
from burgerdata.shapes import PERSOON, RECORD, Codeerproject

_COLUMNS = ("begin", "eind")


def seal_codeerproject(project: Codeerproject, zegel: Zegel, logboek: Logboek) -> Codeerproject:
    """Return the project with masked texts, offsets that fit them, and pseudonyms for speakers and coders.

    Each piece of a document is masked by itself, as a turn of a transcript is, so that the same words are masked as in
    the transcript that the document came from. A span that cuts a mask is widened to hold it.
    """
    namen = (*zegel.namen, *read_project_names(project, zegel))
    documenten, vondsten = _mask_documents(project, namen, logboek)
    delen = _carry(project.delen, vondsten)
    coderingen = _carry(project.coderingen, vondsten)
    teksten = dict(zip(documenten["document"], documenten["tekst"], strict=True))
    citaten = [
        teksten[document][begin:eind] if begin >= 0 else ""
        for document, begin, eind in zip(
            coderingen["document"], coderingen["begin"], coderingen["eind"], strict=True
        )
    ]
    codeurs = {naam: make_codeur(naam, zegel) for naam in coderingen["codeur"].unique()}
    logboek.note("naam_vervangen", kolom="codeur", aantal=len([naam for naam in codeurs if naam]))
    return replace(
        project,
        naam=mask_text(project.naam, namen=namen)[0],
        documenten=documenten,
        codes=_mask_columns(project.codes, ("naam", "omschrijving"), namen),
        coderingen=coderingen.assign(
            codeur=coderingen["codeur"].map(codeurs).astype("str"),
            citaat=pd.Series(citaten, index=coderingen.index, dtype="str"),
        ),
        delen=_seal_pieces(project, delen, zegel),
        sprekers=(),
    )


def make_codeur(naam: str, zegel: Zegel) -> str:
    """Return the pseudonym of a coder; an unnamed one is called onbekend."""
    return zegel.sleutel.make_id("codeur", "codeurs", fold_label(naam)) if naam.strip() else "onbekend"


def read_project_names(project: Codeerproject, zegel: Zegel) -> tuple[str, ...]:
    """Return the names of speakers, moderators and coders of a project."""
    codeurs = [naam for naam in project.coderingen["codeur"].unique() if " " in naam.strip()]
    return collect_namen([*project.sprekers, *zegel.gespreksleider, *codeurs])


def _mask_documents(
    project: Codeerproject, namen: tuple[str, ...], logboek: Logboek
) -> tuple[pd.DataFrame, dict[str, pd.DataFrame]]:
    """Return the documents with masked names and texts, and per document where its masks are."""
    stukken: dict[str, list[tuple[int, int]]] = {document: [] for document in project.documenten["document"]}
    delen = project.delen
    for document, begin, eind in zip(delen["document"], delen["begin"], delen["eind"], strict=True):
        stukken[document].append((begin, eind))
    vondsten, teksten = {}, []
    paren = zip(project.documenten["document"], project.documenten["tekst"], strict=True)
    for nummer, (document, tekst) in enumerate(paren, start=1):
        eigen = pd.Series([tekst[begin:eind] for begin, eind in stukken[document]], dtype="str")
        bekend = (*namen, *find_introduced(eigen))
        gevonden = list(_find_in_chunks(tekst, stukken[document], bekend))
        vondsten[document] = place_masks(gevonden)
        teksten.append(mask_spans(tekst, gevonden))
        logboek.note("cel_gemaskeerd", rij=nummer, kolom="document", aantal=len(gevonden))
    namen_uit = _mask_columns(project.documenten, ("naam",), namen)
    return namen_uit.assign(tekst=pd.Series(teksten, index=namen_uit.index, dtype="str")), vondsten


def _find_in_chunks(tekst: str, stukken: list[tuple[int, int]], namen: tuple[str, ...]) -> Iterable[Vondst]:
    """Yield what must be masked in each piece, and in what stands between the pieces."""
    vorig = 0
    for begin, eind in [*stukken, (len(tekst), len(tekst))]:
        for van, tot in ((vorig, begin), (begin, eind)):
            for vondst in find_all(tekst[van:tot], namen=namen):
                yield Vondst(vondst.soort, vondst.begin + van, vondst.eind + van)
        vorig = eind


def _carry(frame: pd.DataFrame, vondsten: dict[str, pd.DataFrame]) -> pd.DataFrame:
    plekken = [
        carry_span(begin, eind, vondsten[document])
        if begin >= 0 and len(vondsten[document])
        else (begin, eind)
        for document, begin, eind in zip(frame["document"], frame["begin"], frame["eind"], strict=True)
    ]
    return frame.assign(**pd.DataFrame(plekken, index=frame.index, columns=list(_COLUMNS), dtype="int64"))


def _mask_columns(frame: pd.DataFrame, kolommen: tuple[str, ...], namen: tuple[str, ...]) -> pd.DataFrame:
    gemaskeerd = {
        kolom: frame[kolom].map({cel: mask_text(cel, namen=namen)[0] for cel in frame[kolom].unique()})
        for kolom in kolommen
    }
    return frame.assign(**{kolom: reeks.astype("str") for kolom, reeks in gemaskeerd.items()})


def _seal_pieces(project: Codeerproject, delen: pd.DataFrame, zegel: Zegel) -> pd.DataFrame:
    """Return the pieces with RECORD, PERSOON and gespreksleider; a speaker's name is replaced by an empty one.

    R3 of one document is not R3 of the next, so the name of a document is its group, as the name of a file is.
    """
    groepen = {
        document: PurePosixPath(naam).stem or document
        for document, naam in zip(project.documenten["document"], project.documenten["naam"], strict=True)
    }
    namen = read_project_names(project, zegel)
    leiders = frozenset(fold_label(label) for label in zegel.gespreksleider)
    sprekers = project.delen["spreker"]
    leidt = find_leiders(sprekers.unique(), leiders)
    record = [
        zegel.make_record(project.blad, document, "deel", str(nummer))
        for document, nummer in zip(delen["document"], delen["volgnummer"], strict=True)
    ]
    persoon = [
        zegel.make_persoon(spreker, groep=groepen[document])
        for spreker, document in zip(sprekers, delen["document"], strict=True)
    ]
    nieuw: dict[str, pd.Series] = {
        RECORD: pd.Series(record, index=delen.index, dtype="str"),
        PERSOON: pd.Series(persoon, index=delen.index, dtype="str"),
        "gespreksleider": sprekers.map(leidt).astype("bool"),
        "spreker": sprekers.where(~sprekers.isin(namen), "").astype("str"),
    }
    return delen.assign(**nieuw)
