"""The report written: one dated folder with HTML, Word, PDF, figures, tables, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from burgerdata.report.blocks import Document
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_bevindingen
from burgerdata.report.choice import VOORSTEL, state_voorstel
from burgerdata.report.collect import Opbrengst, collect_opbrengst
from burgerdata.report.compose import compose_document, read_eigen_teksten
from burgerdata.report.folders import new_folder
from burgerdata.report.html import render_html
from burgerdata.report.manifest import write_manifest
from burgerdata.report.office import write_office
from burgerdata.report.printing import round_tabel
from burgerdata.report.projectkaart import compose_projectkaart
from burgerdata.report.tabelblad import gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.report.tabellenboek import write_bladen
from burgerdata.report.text_stamps import write_stamps
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

CONCEPT = "CONCEPT"
STAPPEN = 7
"""How many times ``write_in_folder`` tells what it is making."""
Melding = Callable[[str], None]


@dataclass(frozen=True)
class Rapport:
    """A written report: its folder, its main file, and one Dutch sentence for each output that could not be made."""

    map: Path
    html: Path
    gemist: tuple[str, ...] = ()


def write_rapport(
    traject: Traject,
    map: str | Path | None = None,
    *,
    moment: datetime | None = None,
    melding: Melding | None = None,
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
    return write_in_folder(traject, new_folder(_report_folder(traject, map), nu), moment=nu, melding=melding)


def write_in_folder(
    traject: Traject, uit: Path, *, moment: datetime | None = None, melding: Melding | None = None
) -> Rapport:
    """Return the report written into this new, empty folder; see ``write_rapport``."""
    meld = melding or (lambda tekst: None)
    nu = moment or datetime.now()
    with ProcessPoolExecutor(max_workers=1) as naast:
        # the tables of the book take half of all the time; one plan covers them and those of the report
        ruw = naast.submit(gather_bladen, traject)
        meld("vragen beantwoorden")
        opbrengst = collect_opbrengst(traject, datum=nu.date(), boek=lambda: name_tabellen(ruw.result()))
        bladen = lay_out_bladen(ruw.result(), opbrengst.plan)
        pad = uit / f"tabellenboek_{CONCEPT}.xlsx"
        boek = naast.submit(write_bladen, bladen, traject.instellingen.titel, pad)
        meld("figuren tekenen")
        document = compose_document(opbrengst, stand=CONCEPT)
        svg = _write_data(opbrengst, document, uit)
        html = uit / f"rapport_{CONCEPT}.html"
        html.write_text(render_html(document, svg), encoding="utf-8")
        (uit / VOORSTEL).write_text(_state_voorstel(opbrengst), encoding="utf-8")
        if traject.instellingen.map is not None:
            write_stamps(read_eigen_teksten(opbrengst), traject.instellingen.map / "werk")
        kaart = compose_projectkaart(opbrengst, stand=CONCEPT)
        (uit / f"projectkaart_{CONCEPT}.html").write_text(render_html(kaart, {}), encoding="utf-8")
        gemist = [
            zin
            for deel, naam in ((document, "rapport"), (kaart, "projectkaart"))
            for zin in write_office(deel, uit / "figuren", uit / f"{naam}_{CONCEPT}", meld=meld)
        ]
        meld("tabellenboek maken")
        boek.result()
    return Rapport(uit, html, tuple(dict.fromkeys(gemist)))


def _state_voorstel(opbrengst: Opbrengst) -> str:
    """Return the findings of this report as a file that the analyst can change: chosen ones and the others."""
    gekozen = {antwoord.id: antwoord.bevinding for antwoord in choose_bevindingen(opbrengst)}
    alle = {naam: antwoord.bevinding for naam, antwoord in list_bevindingen(opbrengst).items()}
    return state_voorstel(gekozen, {naam: zin for naam, zin in alle.items() if naam not in gekozen})


def _report_folder(traject: Traject, map: str | Path | None) -> Path:
    if map is not None:
        return Path(map)
    if traject.instellingen.map is None:
        from burgerdata.errors import MethodeError

        raise MethodeError(
            "dit traject heeft geen map; geef de map voor het rapport op: write_rapport(t, 'rapport/')"
        )
    return traject.instellingen.map / "rapport"


def _write_data(opbrengst: Opbrengst, document: Document, uit: Path) -> dict[str, bytes]:
    """Write figures, tables, the list of numbers and the manifest; return the figures as SVG by name."""
    synthetisch = opbrengst.traject.instellingen.synthetisch
    for folder in ("figuren", "tabellen"):
        (uit / folder).mkdir()
    svg = {blok.bestand: blok.figuur.svg() for blok in document.figuren}
    for blok in document.figuren:
        (uit / "figuren" / f"{blok.bestand}.png").write_bytes(blok.figuur.png(dpi=200))
        (uit / "figuren" / f"{blok.bestand}.svg").write_bytes(svg[blok.bestand])
    for naam, tabel in opbrengst.tabellen.items():
        if read_toelichting(tabel).soort != "citaten":
            rond = _quote_formulas(round_tabel(tabel, synthetisch=synthetisch))
            rond.to_csv(
                uit / "tabellen" / f"{naam}.csv", index=False, sep=";", decimal=",", encoding="utf-8-sig"
            )
    kaart = round_tabel(opbrengst.scorekaart, synthetisch=synthetisch)
    _quote_formulas(kaart).to_csv(
        uit / "tabellen" / "scorekaart.csv", index=False, sep=";", decimal=",", encoding="utf-8-sig"
    )
    opbrengst.getallen.to_csv(uit / "getallen.csv", index=False, sep=";", encoding="utf-8-sig")
    write_manifest(opbrengst, uit / "verantwoording.json", stand=CONCEPT)
    return svg


def _quote_formulas(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the table with an apostrophe before texts that a spreadsheet would run as a formula."""
    teksten: dict[str, pd.Series] = {
        str(kolom): tabel[kolom].astype("str").str.replace(r"^(?=[=+\-@\t\r])", "'", regex=True)
        for kolom in tabel.select_dtypes(exclude=["number", "bool", "datetime"])
    }
    return tabel.assign(**teksten)
