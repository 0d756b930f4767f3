"""The report as one HTML page that needs nothing else: styles and figures are inside it."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from importlib.resources import files

from markupsafe import Markup

from burgerdata.report.blocks import Document
from burgerdata.report.column_widths import measure_columns


def render_html(document: Document, svg: Mapping[str, bytes]) -> str:
    """Return the report as one HTML page; figures are embedded, nothing is fetched.

    ``svg`` holds each figure of the document by its file name, drawn once for this page and for the folder.
    """
    beeld = {
        naam: "data:image/svg+xml;base64," + base64.b64encode(figuur).decode() for naam, figuur in svg.items()
    }
    return _render(document, beeld=beeld, los=False)


def render_plain(document: Document) -> str:
    """Return the same blocks as a plain HTML document with figures by bare file name, to be turned into Word and PDF."""
    return _render(
        document, beeld={blok.bestand: f"{blok.bestand}.png" for blok in document.figuren}, los=True
    )


def _render(document: Document, *, beeld: dict[str, str], los: bool) -> str:
    from jinja2 import Environment, StrictUndefined  # here: a notebook that shows answers writes no page

    sjabloon = files("burgerdata") / "report" / "sjabloon"
    omgeving = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    pagina = omgeving.from_string((sjabloon / "rapport.html").read_text("utf-8"))
    stijl = (sjabloon / "rapport.css").read_text("utf-8")
    return pagina.render(
        document=document, beeld=beeld, los=los, stijl=Markup(stijl), measure_columns=measure_columns
    )
