"""A project of coding software as the source of an activity: its documents become fragments, its codings coderingen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.focusgroep import build_focusgroep
from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.placing import Geplaatst, Plaats, place_codings
from burgerdata.instruments.project_themas import make_themas, merge_themas, name_themas
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_activiteit
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Codeerproject, Gesprek, Tabel

GESCHREVEN = ("enquete", "klantpanel", "straatgesprek", "community", "signaal", "usability")
"""Instruments in which a document without speakers is what one citizen wrote or answered."""


def build_codeerproject(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one activity whose texts and codings come out of coding software.

    A document that reads as a transcript gives an uiting per turn, another one a bericht (or in a talk an uiting) per
    paragraph. Documents without speakers are each of one person; in a talk that person is unknown.
    """
    activiteit_id = levering.name_activiteit(levering.meting)
    projecten = [project for lezing in lezingen for project in lezing.codeerprojecten]
    gesprekken = {
        (nummer, document): _make_gesprek(project, document, levering, activiteit_id)
        for nummer, project in enumerate(projecten)
        for document in project.delen["document"].unique()
    }
    if gesprekken:
        als_gesprek = replace(lezingen[0], vormen=tuple(gesprekken.values()))
        (tabellen,) = build_focusgroep([als_gesprek], levering, lijst, hulp=hulp)
    else:
        tabellen = {"activiteiten": make_activiteit(levering, activiteit_id, meting=levering.meting)}
        tabellen |= {"fragmenten": pd.DataFrame(), "logboek": pd.DataFrame()}
    bekend = [(project, name_themas(project)) for project in projecten]
    gelegd = [
        place_codings(project, _list_plaatsen(project, activiteit_id), themas) for project, themas in bekend
    ]
    eigen = {
        "fragmenten": _mark_written(tabellen["fragmenten"], projecten, levering, activiteit_id),
        "themas": merge_themas(*(make_themas(project, themas) for project, themas in bekend)),
        "coderingen": _stack_codings(gelegd),
        "logboek": _make_logboek(tabellen["logboek"], projecten, gelegd, activiteit_id),
        "records": _count_records(projecten, gelegd, activiteit_id),
    }
    return [tabellen | eigen]


def _is_written(levering: Levering) -> bool:
    return levering.instrument in GESCHREVEN


def _make_gesprek(project: Codeerproject, document: str, levering: Levering, activiteit_id: str) -> Gesprek:
    """Return a document as a conversation, called after the document, so that its name is the groep."""
    rij = project.documenten[project.documenten["document"] == document].iloc[0]
    delen = project.delen[project.delen["document"] == document]
    tekst = str(rij["tekst"])
    inhoud = [tekst[begin:eind] for begin, eind in zip(delen["begin"], delen["eind"], strict=True)]
    persoon = delen[PERSOON]
    if _is_written(levering):
        schrijver = make_fragment_id(activiteit_id, str(delen[RECORD].iloc[0]), "schrijver")
        persoon = persoon.where(persoon != "", schrijver.replace("f", "d", 1))
    beurten = pd.DataFrame(
        {
            RIJ: delen["volgnummer"],
            RECORD: delen[RECORD],
            PERSOON: persoon,
            "gespreksleider": delen["gespreksleider"],
            "spreker": delen["spreker"],
            "begin_s": float("nan"),
            "tekst": pd.Series(inhoud, index=delen.index, dtype="str"),
        }
    ).reset_index(drop=True)
    return Gesprek(str(rij["naam"]) or document, project.formaat, beurten, document)


def _list_plaatsen(project: Codeerproject, activiteit_id: str) -> list[Plaats]:
    """Return where the fragments of a project lie in its documents: each piece is one."""
    teksten = dict(zip(project.documenten["document"], project.documenten["tekst"], strict=True))
    delen = project.delen
    return [
        Plaats(
            document,
            begin,
            eind,
            make_fragment_id(activiteit_id, record, "beurt"),
            tekst := teksten[document][begin:eind],
            0,
            len(tekst),
        )
        for document, begin, eind, record in zip(
            delen["document"], delen["begin"], delen["eind"], delen[RECORD], strict=True
        )
    ]


def _mark_written(
    fragmenten: pd.DataFrame, projecten: Sequence[Codeerproject], levering: Levering, activiteit_id: str
) -> pd.DataFrame:
    """Return the fragments, those of documents without speakers as berichten where the instrument is a written one."""
    if fragmenten.empty or not _is_written(levering):
        return fragmenten
    los = {
        make_fragment_id(activiteit_id, record, "beurt")
        for project in projecten
        for record, persoon in zip(project.delen[RECORD], project.delen[PERSOON], strict=True)
        if not persoon
    }
    return fragmenten.assign(soort=fragmenten["soort"].where(~fragmenten["fragment_id"].isin(los), "bericht"))


def _stack_codings(gelegd: Sequence[Geplaatst]) -> pd.DataFrame:
    samen = pd.concat([een.coderingen for een in gelegd], ignore_index=True)
    return samen[~samen["codering_id"].duplicated()].reset_index(drop=True)


def _make_logboek(
    gesprek: pd.DataFrame,
    projecten: Sequence[Codeerproject],
    gelegd: Sequence[Geplaatst],
    activiteit_id: str,
) -> pd.DataFrame:
    """Return what was noted about speakers, under the project's own file, and the codings without a place."""
    delen = [note_orphans(*paar) for paar in zip(projecten, gelegd, strict=True)]
    if len(gesprek):
        delen.append(gesprek.assign(bestand=projecten[0].bestand, blad=projecten[0].blad))
    return pd.concat(delen, ignore_index=True).assign(activiteit_id=activiteit_id)


def note_orphans(project: Codeerproject, gelegd: Geplaatst) -> pd.DataFrame:
    """Return a logboek row per document with codings that have no place, and one for codings that were doubled."""
    namen = dict(zip(project.documenten["document"], project.documenten["naam"], strict=True))
    plek = {"bestand": project.bestand, "blad": project.blad}
    rijen = [
        plek | {"kolom": f"document {namen[document]}", "reden": "codering_niet_geplaatst", "aantal": aantal}
        for document, aantal in gelegd.wezen.items()
    ]
    if gelegd.dubbel:
        rijen.append(plek | {"kolom": "", "reden": "dubbele_rij", "aantal": gelegd.dubbel})
    return pd.DataFrame(rijen, columns=["bestand", "blad", "kolom", "reden", "aantal"])


def _count_records(
    projecten: Sequence[Codeerproject], gelegd: Sequence[Geplaatst], activiteit_id: str
) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (project.bestand, project.blad, activiteit_id, een.aantal)
            for project, een in zip(projecten, gelegd, strict=True)
        ],
        columns=["bestand", "blad", "activiteit_id", "records_uit"],
    )
