"""Projects of coding software on fragments that the traject already has: traject.toml's ``codeerprojecten``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, Probleem
from burgerdata.formats import Lezing, read
from burgerdata.formats.peek import list_names
from burgerdata.instruments.codeerproject import note_orphans
from burgerdata.instruments.locating import locate_fragmenten
from burgerdata.instruments.placing import place_codings
from burgerdata.instruments.project_themas import make_themas, name_themas
from burgerdata.intake import Zegel
from burgerdata.loading.toml_fields import Velden
from burgerdata.pseudonyms import Sleutel
from burgerdata.settings import Instellingen
from burgerdata.shapes import Codeerproject

_TALKS = ("focusgroep", "burgerdialoog", "burgerberaad", "community")
_DATA = "data.qda"


@dataclass(frozen=True)
class Codeerwerk:
    """What the projects add to a traject: themes, codings, sources, ledger, and what was wrong."""

    themas: tuple[pd.DataFrame, ...] = ()
    coderingen: tuple[pd.DataFrame, ...] = ()
    bronnen: pd.DataFrame = field(default_factory=pd.DataFrame)
    logboek: pd.DataFrame = field(default_factory=pd.DataFrame)
    problemen: tuple[Probleem, ...] = ()


def read_paths(velden: Velden, map_: Path) -> tuple[str, ...]:
    """Return the files of ``codeerprojecten`` inside the folder; of QualCoder's folder the database in it."""
    namen = []
    for waarde in velden.read_list("codeerprojecten"):
        pad = velden.check_path("codeerprojecten", waarde)
        if not pad:
            continue
        if Path(pad).is_absolute() or ".." in Path(pad).parts:
            wat, remedie = (
                "dit pad wijst buiten de map van het traject",
                "zet het project in ruw/ en noem het zo",
            )
            velden.report("codeerprojecten", wat, remedie)
        elif (map_ / pad / _DATA).is_file():
            namen.append(f"{pad.rstrip('/')}/{_DATA}")
        elif (map_ / pad).is_file():
            namen.append(pad)
        else:
            velden.report(
                "codeerprojecten", f"het bestand '{pad}' staat niet in de map", "zet het in de map ruw/"
            )
    return tuple(namen)


def read_codeerprojecten(
    instellingen: Instellingen, map_: Path, sleutel: Sleutel, fragmenten: pd.DataFrame
) -> Codeerwerk:
    """Return the codings of all projects on these fragments; problems are collected, never raised."""
    if not instellingen.codeerprojecten:
        return Codeerwerk()
    leiders = tuple(naam for levering in instellingen.leveringen for naam in levering.gespreksleider)
    zegel = Zegel(sleutel, "codeerproject", gespreksleider=leiders)
    zegel = Zegel(
        sleutel, "codeerproject", gespreksleider=leiders, namen=_list_speakers(instellingen, map_, zegel)
    )
    problemen: list[Probleem] = []
    lezingen: list[Lezing] = []
    for bestand in instellingen.codeerprojecten:
        try:
            lezing = read(map_ / bestand, zegel, bestand=bestand)
        except BronError as fout:
            problemen.append(fout.probleem)
            continue
        if lezing.codeerprojecten:
            lezingen.append(_forget_sheets(lezing, instellingen))
        else:
            wat = "dit is geen project van een codeerprogramma"
            problemen.append(Probleem(wat, "noem het bij 'bestand' van een levering", bestand))
    delen = [_place(lezing, fragmenten) for lezing in lezingen]
    return Codeerwerk(
        themas=tuple(tabel for deel in delen for tabel in deel.themas),
        coderingen=tuple(tabel for deel in delen for tabel in deel.coderingen),
        bronnen=pd.concat([deel.bronnen for deel in delen], ignore_index=True) if delen else pd.DataFrame(),
        logboek=pd.concat([deel.logboek for deel in delen], ignore_index=True) if delen else pd.DataFrame(),
        problemen=tuple(problemen),
    )


def _forget_sheets(lezing: Lezing, instellingen: Instellingen) -> Lezing:
    """Return what was read without the note that a sheet beside the codings was left out, where a delivery reads that sheet."""
    gelezen = [lev.blad for lev in instellingen.leveringen if lezing.bestand in lev.bestanden and lev.blad]
    weg = lezing.logboek["kolom"].isin([f"blad {blad}" for blad in gelezen])
    return replace(lezing, logboek=lezing.logboek[~weg].reset_index(drop=True))


def _list_speakers(instellingen: Instellingen, map_: Path, zegel: Zegel) -> tuple[str, ...]:
    """Return the names that were masked in the talks, so that the documents are masked alike and can be compared."""
    namen: list[str] = []
    for levering in instellingen.leveringen:
        bestanden = (*levering.bestanden, levering.deelnemerslijst) if levering.instrument in _TALKS else ()
        for bestand in filter(None, bestanden):
            try:
                namen += list_names(map_ / bestand, zegel, bestand=bestand)
            except BronError:
                continue  # the delivery itself reports what is wrong with it
    return tuple(dict.fromkeys(namen))


def _place(lezing: Lezing, fragmenten: pd.DataFrame) -> Codeerwerk:
    logboeken, aantallen, wezen = [lezing.logboek], [], []
    themas, coderingen = [], []
    for project in lezing.codeerprojecten:
        namen = name_themas(project)
        gelegd = place_codings(project, locate_fragmenten(project, fragmenten), namen)
        boek = note_orphans(project, gelegd)
        if len(
            gelegd.coderingen
        ):  # of a project of which nothing found a place nobody can be said to have named a theme
            themas.append(make_themas(project, namen))
            coderingen.append(gelegd.coderingen)
        logboeken.append(boek)
        aantallen.append(gelegd.aantal)
        wezen.append(int(boek["aantal"].sum()))
    bronnen = lezing.bronnen.assign(rol="codeerwerk")
    if len(bronnen) == len(aantallen):
        verklaard = bronnen["records_verklaard"] + pd.Series(wezen, index=bronnen.index, dtype="Int32")
        uit = pd.Series(aantallen, index=bronnen.index, dtype="Int32")
        bronnen = bronnen.assign(records_uit=uit, records_verklaard=verklaard)
    return Codeerwerk(tuple(themas), tuple(coderingen), bronnen, pd.concat(logboeken, ignore_index=True))


def describe_projects(projecten: Sequence[Codeerproject]) -> str:
    """Return in one line what is in these projects, for `nieuw`."""
    documenten = sum(int((project.documenten["tekst"] != "").sum()) for project in projecten)
    leeg = sum(len(project.documenten) for project in projecten) - documenten
    codes = sum(len(project.codes) for project in projecten)
    coderingen = sum(len(project.coderingen) for project in projecten)
    zin = f"codeerproject, {documenten} documenten, {codes} codes, {coderingen} coderingen"
    return f"{zin}, {leeg} documenten ontbreken" if leeg else zin
