"""The report written: one dated folder with HTML, Word, PDF, figures, tables, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from burgerdata.errors import MethodeError, Probleem
from burgerdata.report.chapters.bevindingen import (
    choose_bevindingen,
    list_bevindingen,
    list_keuzefouten,
)
from burgerdata.report.choice import VOORSTEL, state_voorstel
from burgerdata.report.collect import Opbrengst, collect_opbrengst
from burgerdata.report.compose import compose_document, read_eigen_teksten
from burgerdata.report.data_files import write_data, write_dias
from burgerdata.report.folders import open_folder
from burgerdata.report.manifest import write_manifest
from burgerdata.report.office import write_documenten
from burgerdata.report.onafgedrukt import state_citaten, state_elders
from burgerdata.report.opname import Bijdrage
from burgerdata.report.projectkaart import compose_projectkaart
from burgerdata.report.tabelblad import gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.report.tabellenboek import write_bladen
from burgerdata.report.text_stamps import write_stamps
from burgerdata.report.uitvoer import Uitvoer
from burgerdata.report.vaststellen import CONCEPT, list_bezwaren, settle_documenten
from burgerdata.traject import Traject

Melding = Callable[[str], None]


@dataclass(frozen=True)
class Rapport:
    """A written report: its folder, its main file, and one Dutch sentence for each output that could not be made.

    ``bezwaren`` says what keeps it a concept when it was to be settled.
    """

    map: Path
    html: Path
    gemist: tuple[str, ...] = ()
    bezwaren: tuple[Probleem, ...] = ()


def write_rapport(
    traject: Traject,
    map: str | Path | None = None,
    *,
    moment: datetime | None = None,
    melding: Melding | None = None,
    uitvoer: Uitvoer | None = None,
) -> Rapport:
    """Return the report that was written: a new folder ``<datum_tijd>`` under ``map`` with everything in it.

    Parameters
    ----------
    map : path, optional
        Folder of reports; default the folder ``rapport`` of the traject. Nothing in it is overwritten.
    moment : datetime, optional
        The moment of the report; default now. It is the only thing that differs between two runs on the same data.
    melding : callable, optional
        Is told, in Dutch, what is being made.
    uitvoer : Uitvoer, optional
        House style, style of the figures, slides, and whether the report is to be settled.

    Raises
    ------
    MethodeError
        When the traject has no folder and none is given.
    ContractError
        When a text in ``teksten/`` names a number or a chapter that does not exist.

    Examples
    --------
    >>> import burgerdata as bd
    >>> rapport = bd.write_rapport(bd.load_traject("surveys/voorbeeld-digitale-aangifte"))  # doctest: +SKIP
    >>> rapport.html.name  # doctest: +SKIP
    'rapport_CONCEPT.html'
    """
    nu = moment or datetime.now()
    with open_folder(_report_folder(traject, map), nu) as uit:
        return write_in_folder(traject, uit, moment=nu, melding=melding, uitvoer=uitvoer)


def write_in_folder(
    traject: Traject,
    uit: Path,
    *,
    moment: datetime | None = None,
    melding: Melding | None = None,
    uitvoer: Uitvoer | None = None,
    bijdrage: Bijdrage | None = None,
) -> Rapport:
    """Return the report written into this new, empty folder; see ``write_rapport``.

    ``bijdrage`` is what the notebooks of the same run add to it.
    """
    meld = melding or (lambda tekst: None)
    nu = moment or datetime.now()
    vorm, eigen = uitvoer or Uitvoer(), bijdrage or Bijdrage()
    with ProcessPoolExecutor(max_workers=1) as naast:
        # the tables of the book take half of all the time; one plan covers them and those of the report
        ruw = naast.submit(gather_bladen, traject)
        meld("vragen beantwoorden")
        opbrengst = collect_opbrengst(
            traject,
            datum=nu.date(),
            boek=lambda: name_tabellen(ruw.result()),
            opnames=eigen.opnames,
            stijl=vorm.stijl,
        )
        bladen = lay_out_bladen(ruw.result(), opbrengst.plan)
        pad = uit / f"tabellenboek_{CONCEPT}.xlsx"
        boek = naast.submit(write_bladen, bladen, traject.instellingen.titel, pad)
        meld("figuren tekenen")
        documenten = {
            "rapport": compose_document(opbrengst, stand=CONCEPT),
            "projectkaart": compose_projectkaart(opbrengst, stand=CONCEPT),
        }
        write_data(opbrengst, documenten["rapport"], uit)
        write_manifest(opbrengst, uit / "verantwoording.json", stand=CONCEPT)
        (uit / VOORSTEL).write_text(_state_voorstel(opbrengst), encoding="utf-8")
        if traject.instellingen.map is not None:
            write_stamps(read_eigen_teksten(opbrengst), traject.instellingen.map / "werk")
        gemist = (
            *map(str, list_keuzefouten(opbrengst)),
            *state_elders(documenten["rapport"].elders),
            *state_citaten(opbrengst, documenten["rapport"].blokken),
        )
        if vorm.dia:
            meld("dia's tekenen")
            gemist += write_dias(documenten["rapport"], uit)
        gemist += write_documenten(documenten, uit, achter=f"_{CONCEPT}", meld=meld, huisstijl=vorm.huisstijl)
        meld("tabellenboek maken")
        boek.result()
    html = uit / f"rapport_{CONCEPT}.html"
    if not vorm.vaststellen:
        return Rapport(uit, html, gemist)
    meld("bestanden nakijken")
    bezwaren = list_bezwaren(opbrengst, uit, eigen.wacht())
    if not bezwaren:
        html = settle_documenten(opbrengst, documenten, uit, meld=meld, huisstijl=vorm.huisstijl)
    return Rapport(uit, html, gemist, bezwaren)


def _state_voorstel(opbrengst: Opbrengst) -> str:
    """Return the findings of this report as a file that the analyst can change: chosen ones and the others."""
    gekozen = {antwoord.id: antwoord.bevinding for antwoord in choose_bevindingen(opbrengst)}
    alle = {naam: antwoord.bevinding for naam, antwoord in list_bevindingen(opbrengst).items()}
    return state_voorstel(gekozen, {naam: zin for naam, zin in alle.items() if naam not in gekozen})


def _report_folder(traject: Traject, map: str | Path | None) -> Path:
    if map is not None:
        return Path(map)
    if traject.instellingen.map is None:
        raise MethodeError(
            "dit traject heeft geen map; geef de map voor het rapport op: write_rapport(t, 'rapport/')"
        )
    return traject.instellingen.map / "rapport"
