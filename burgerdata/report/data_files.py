"""What lies beside the report: figures, tables as CSV, the list of numbers, and what it all rests on."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.report.blocks import Document
from burgerdata.report.collect import Opbrengst
from burgerdata.report.printing import round_tabel
from burgerdata.toelichting import read_toelichting

FIGUREN, TABELLEN, DIA = "figuren", "tabellen", "dia"
_CSV = {"index": False, "sep": ";", "decimal": ",", "encoding": "utf-8-sig"}


def write_data(opbrengst: Opbrengst, document: Document, uit: Path) -> None:
    """Write the figures as PNG and SVG, every table that may be published, and the list of numbers."""
    synthetisch = opbrengst.traject.instellingen.synthetisch
    for folder in (FIGUREN, TABELLEN):
        (uit / folder).mkdir()
    for blok in document.figuren:
        png, svg = blok.figuur.render()
        (uit / FIGUREN / f"{blok.bestand}.png").write_bytes(png)
        (uit / FIGUREN / f"{blok.bestand}.svg").write_bytes(svg)
    tabellen = {
        naam: tabel
        for naam, tabel in opbrengst.tabellen.items()
        if read_toelichting(tabel).soort != "citaten"
    }
    for naam, tabel in {**tabellen, "scorekaart": opbrengst.scorekaart}.items():
        rond = quote_formulas(round_tabel(tabel, synthetisch=synthetisch))
        rond.to_csv(uit / TABELLEN / f"{naam}.csv", **_CSV)  # type: ignore[call-overload]
    opbrengst.getallen.to_csv(uit / "getallen.csv", index=False, sep=";", encoding="utf-8-sig")


def write_dias(document: Document, uit: Path) -> tuple[str, ...]:
    """Write every figure once more for a slide, 16:9 with letters of 18 points and more; return which did not fit.

    A slide is 960 by 540 points; as PNG 1920 by 1080 pixels.
    """
    folder = uit / FIGUREN / DIA
    folder.mkdir()
    gemist = []
    for blok in document.figuren:
        try:
            figuur = blok.figuur.change_formaat("dia")
            png, svg = figuur.render(dpi=144)
        except MethodeError:
            gemist.append(f"figuur {blok.bestand} past niet op een dia; gebruik die voor A4")
            continue
        (folder / f"{blok.bestand}.png").write_bytes(png)
        (folder / f"{blok.bestand}.svg").write_bytes(svg)
    return tuple(gemist)


def quote_formulas(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the table with an apostrophe before texts that a spreadsheet would run as a formula."""
    teksten: dict[str, pd.Series] = {
        str(kolom): tabel[kolom].astype("str").str.replace(r"^(?=[=+\-@\t\r])", "'", regex=True)
        for kolom in tabel.select_dtypes(exclude=["number", "bool", "datetime"])
    }
    return tabel.assign(**teksten)
