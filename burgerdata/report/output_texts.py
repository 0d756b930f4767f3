"""The texts in a file of a report, each with its place in words: what a reader sees, and what lies in the package."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile


class Stuk(NamedTuple):
    """A piece of text and where it is; ``ruw`` pieces are the inside of a file, to be searched for paths alone."""

    tekst: str
    plek: str = ""
    ruw: bool = False


def read_stukken(pad: Path) -> Iterator[Stuk]:
    """Return the texts of a file; nothing of a picture or a PDF."""
    lees = _LEZERS.get(pad.suffix)
    if lees is not None:
        yield from lees(pad)


class _Pagina(HTMLParser):
    """Collects the texts of a page and the attributes that a reader can come across, with the heading above them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stukken: list[Stuk] = []
        self._kop, self._in_kop, self._in_stijl = "", False, False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_kop, self._in_stijl = bool(re.fullmatch(r"h[1-6]", tag)), tag == "style"
        for naam, waarde in attrs:
            if waarde and not waarde.startswith("data:"):
                self._add(waarde, ruw=naam not in ("alt", "title", "aria-label"))

    def handle_endtag(self, tag: str) -> None:
        self._in_kop = self._in_stijl = False

    def handle_data(self, data: str) -> None:
        if self._in_kop:
            self._kop = " ".join(data.split())
        if data.strip() and not self._in_stijl:
            self._add(data)

    def _add(self, tekst: str, *, ruw: bool = False) -> None:
        self.stukken.append(Stuk(tekst, f"onder ‘{self._kop}’" if self._kop else "", ruw))


def _read_html(pad: Path) -> Iterator[Stuk]:
    pagina = _Pagina()
    pagina.feed(pad.read_text("utf-8"))
    yield from pagina.stukken


def _read_docx(pad: Path) -> Iterator[Stuk]:
    from docx import Document as open_docx
    from docx.oxml.ns import qn

    yield from _read_package(pad)
    kop = ""
    for alinea in open_docx(str(pad)).element.body.iter(qn("w:p")):
        tekst = "".join(stuk.text or "" for stuk in alinea.iter(qn("w:t")))
        stijl = alinea.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if stijl is not None and "eading" in stijl.get(qn("w:val"), ""):
            kop = tekst
        alts = {beeld.get("descr", "") for beeld in alinea.iter(qn("wp:docPr"), qn("pic:cNvPr"))}
        for deel in (tekst, *alts):
            yield Stuk(deel, f"onder ‘{kop}’" if kop else "")


def _read_xlsx(pad: Path) -> Iterator[Stuk]:
    from openpyxl import load_workbook

    yield from _read_package(pad)
    boek = load_workbook(pad, read_only=True)
    for blad in boek.worksheets:
        for nummer, rij in enumerate(blad.iter_rows(values_only=True), 1):
            yield from (
                Stuk(cel, f"blad '{blad.title}', rij {nummer}") for cel in rij if isinstance(cel, str)
            )
    boek.close()


def _read_package(pad: Path) -> Iterator[Stuk]:
    """Return the inside of an Office file: paths hide in attributes and relations."""
    with ZipFile(pad) as pakket:
        for naam in pakket.namelist():
            if naam.endswith((".xml", ".rels")):
                yield Stuk(pakket.read(naam).decode("utf-8", "replace"), ruw=True)


def _read_lines(pad: Path) -> Iterator[Stuk]:
    for nummer, regel in enumerate(pad.read_text("utf-8-sig").splitlines(), 1):
        yield from (Stuk(cel, f"rij {nummer}") for cel in regel.split(";"))


def _read_svg(pad: Path) -> Iterator[Stuk]:
    tekst = pad.read_text("utf-8")
    yield from (Stuk(deel) for deel in re.findall(r">([^<>]*[^<>\s][^<>]*)<", tekst) if "{" not in deel)


def _read_json(pad: Path) -> Iterator[Stuk]:
    yield from (Stuk(tekst) for tekst in _walk(json.loads(pad.read_text("utf-8"))))


def _read_notebook(pad: Path) -> Iterator[Stuk]:
    """Return the cells and what they show; pictures and the markup of tables are left out."""
    for nummer, cel in enumerate(json.loads(pad.read_text("utf-8"))["cells"], 1):
        plek = f"cel {nummer}"
        yield from (Stuk(regel, plek) for regel in "".join(cel["source"]).splitlines())
        for uitvoer in cel.get("outputs", []):
            data = uitvoer.get("data", {})
            getoond = data.get("text/html") or data.get("text/plain") or uitvoer.get("text") or []
            kaal = re.sub(r"<style.*?</style>|<[^>]*>", "\n", "".join(getoond), flags=re.DOTALL)
            yield from (Stuk(regel, plek) for regel in kaal.splitlines() if regel.strip())
            yield from (Stuk(tekst, plek) for tekst in _walk(uitvoer.get("evalue", "")))


def _walk(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from (sleutel, *_walk(deel))
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _walk(deel)
    elif isinstance(waarde, str):
        yield waarde


_LEZERS: dict[str, Callable[[Path], Iterator[Stuk]]] = {
    ".html": _read_html,
    ".docx": _read_docx,
    ".xlsx": _read_xlsx,
    ".csv": _read_lines,
    ".md": _read_lines,
    ".svg": _read_svg,
    ".json": _read_json,
    ".ipynb": _read_notebook,
}
