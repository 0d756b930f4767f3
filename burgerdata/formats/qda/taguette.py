"""Taguette (.sqlite3): documents in HTML, highlights by bytes of the text without tags, tags as paths."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.html_text import Htmltekst, read_html
from burgerdata.formats.qda.offsets import agrees
from burgerdata.formats.qda.project import (
    WIJKT_AF,
    Code,
    Codering,
    Document,
    make_project,
    name_parents,
    refuse,
)
from burgerdata.formats.qda.sqlite import Databank, open_databank
from burgerdata.shapes import Bron

FORMAAT = "taguette"
Rij = tuple[str, ...]


def read_taguette(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return each project of a database as a sheet, or only the one named ``blad``.

    Taguette keeps no coder: codings are of one unknown coder per project.

    Raises
    ------
    BronError
        When the database is damaged, holds no project, or none with this name.
    """
    with open_databank(bron) as databank:
        projecten = databank.read("projects", "id", "name") or [("", bron.pad.stem)]
        gekozen = [rij for rij in projecten if not blad or rij[1] == blad]
        if not gekozen:
            remedie = "kies uit " + ", ".join(naam for _, naam in projecten)
            raise BronError(f"het project '{blad}' bestaat niet", remedie, bestand=bron.bestand)
        return [
            _read_project(bron, databank, nummer, naam, alleen=len(projecten) == 1)
            for nummer, naam in gekozen
        ]


def _read_project(bron: Bron, databank: Databank, project: str, naam: str, *, alleen: bool) -> Ruw:
    rijen = databank.read("documents", "id", "name", "contents", "project_id")
    eigen = [rij for rij in rijen if not project or rij[3] == project]
    tags = databank.read("tags", "id", "path", "description", "project_id")
    codes = [Code(nummer, pad, "", uitleg) for nummer, pad, uitleg, p in tags if not project or p == project]
    per_plek = defaultdict(list)
    for plek, tag in databank.read("highlight_tags", "highlight_id", "tag_id"):
        per_plek[plek].append(tag)
    plekken = databank.read("highlights", "id", "document_id", "start_offset", "end_offset", "snippet")
    documenten: list[Document] = []
    coderingen: list[Codering] = []
    for nummer, titel, inhoud, _ in eigen:
        hier = [rij for rij in plekken if rij[1] == nummer]
        html = _read_best(inhoud, hier)
        documenten.append(Document(nummer, titel, html.tekst))
        coderingen += [codering for plek in hier for codering in _read_codings(plek, html, per_plek[plek[0]])]
    ids = {rij[0] for rij in eigen}
    telling = sum(len(per_plek[rij[0]]) for rij in plekken if rij[1] in ids)
    delen = (documenten, name_parents(codes, "."), coderingen)
    return make_project(
        bron, FORMAAT, delen, naam=naam, records_in=telling, blad="" if alleen else f"project {project}"
    )


def _read_best(inhoud: str, plekken: Sequence[Rij]) -> Htmltekst:
    """Return the text under the way of counting by which most highlights agree with their snippets."""
    wijzen = [read_html(inhoud), read_html(inhoud, from_start=True)]
    return max(wijzen, key=lambda html: sum(_fits(rij, html) is not None for rij in plekken))


def _fits(rij: Rij, html: Htmltekst) -> tuple[int, int] | None:
    """Return the characters of a highlight when they are its snippet."""
    _, _, begin, eind, snippet = rij
    if not (begin.isdecimal() and eind.isdecimal()):
        return None
    van, tot = html.find(int(begin), int(eind))
    return (van, tot) if agrees(html.tekst[van:tot], read_html(snippet).tekst) else None


def _read_codings(rij: Rij, html: Htmltekst, tags: Sequence[str]) -> list[Codering]:
    plek = _fits(rij, html)
    citaat = read_html(rij[4]).tekst.strip()
    begin, eind = plek or (-1, -1)
    coderingen = [Codering(rij[1], tag, "", begin, eind, citaat, f"plek {rij[0]}") for tag in tags]
    return coderingen if plek else [refuse(codering, WIJKT_AF) for codering in coderingen]
