"""Survey tools and platforms whose exports are recognised by their first rows, whether they come as CSV, JSON or a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from burgerdata.formats.consul import recognise_consul
from burgerdata.formats.decidim.berichten import recognise_decidim
from burgerdata.formats.decidim.enquete import recognise_decidim_enquete
from burgerdata.formats.googleforms import recognise_googleforms
from burgerdata.formats.govocal import recognise_govocal
from burgerdata.formats.kobo.headers import recognise_kobo, recognise_xlsform
from burgerdata.formats.limesurvey.headers import recognise_limesurvey, recognise_vv
from burgerdata.formats.msforms import recognise_msforms
from burgerdata.formats.polis import headers as polis
from burgerdata.formats.qda.coded_segments import recognise_segments
from burgerdata.formats.qda.taguette_export import recognise_export
from burgerdata.formats.qualtrics import recognise_qualtrics
from burgerdata.formats.surveymonkey import recognise_surveymonkey
from burgerdata.formats.turn_tables import recognise_turn_table

Rijen = Sequence[Sequence[str]]
BEURTENTABEL = "beurtentabel"
"""The format of a conversation as a table: its headers tell too little, so its cells are looked at as well."""
TOOLS: tuple[tuple[str, Callable[[Rijen], bool]], ...] = (
    ("limesurvey_vv", recognise_vv),
    ("limesurvey", recognise_limesurvey),
    ("kobo", recognise_kobo),
    ("xlsform", recognise_xlsform),
    ("msforms", recognise_msforms),
    ("taguette_export", recognise_export),
    ("qualtrics", recognise_qualtrics),
    ("surveymonkey", recognise_surveymonkey),
    ("googleforms", recognise_googleforms),
    ("polis_stellingen", polis.recognise_stellingen),
    ("polis_stemmen", polis.recognise_stemmen),
    ("polis_deelnemers", polis.recognise_deelnemers),
    ("polis_samenvatting", polis.recognise_samenvatting),
    ("polis_groepen", polis.recognise_groepen),
    ("polis_verloop", polis.recognise_verloop),
    ("decidim", recognise_decidim),
    ("decidim_enquete", recognise_decidim_enquete),
    ("govocal", recognise_govocal),
    ("consul", recognise_consul),
    ("segmententabel", recognise_segments),
    (BEURTENTABEL, recognise_turn_table),
)
"""Name of the format and what recognises it; the first that says yes has it."""


BEGROTING = "pabulib"
"""The format of a participatory budget: each file is a vote of its own."""
PLATFORMS = frozenset(["decidim", "govocal", "consul", BEGROTING])
"""Formats that hold messages, not answers: they are read as a community unless someone says otherwise."""


CONVERSATIONS = frozenset(["docx", "tekst", "webvtt", BEURTENTABEL])
"""Formats that hold what people said to each other."""


CODEBOOKS = frozenset(["limesurvey_vragenlijst", "xlsform"])
"""Formats that hold the questions of a survey tool and no answers."""


def recognise_tool(rijen: Rijen) -> str:
    """Return the tool that wrote these first rows, or an empty string.

    Examples
    --------
    >>> recognise_tool([["ID", "Start time", "Completion time"]]), recognise_tool([["id", "cijfer"]])
    ('msforms', '')
    """
    return next((naam for naam, herken in TOOLS if herken(rijen)), "")
