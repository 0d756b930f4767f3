"""Survey tools whose exports are recognised by their first rows, whether they come as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from burgerdata.formats.googleforms import recognise_googleforms
from burgerdata.formats.kobo.headers import recognise_kobo, recognise_xlsform
from burgerdata.formats.limesurvey.headers import recognise_limesurvey, recognise_vv
from burgerdata.formats.msforms import recognise_msforms
from burgerdata.formats.polis import headers as polis
from burgerdata.formats.qualtrics import recognise_qualtrics
from burgerdata.formats.surveymonkey import recognise_surveymonkey

Rijen = Sequence[Sequence[str]]
TOOLS: tuple[tuple[str, Callable[[Rijen], bool]], ...] = (
    ("limesurvey_vv", recognise_vv),
    ("limesurvey", recognise_limesurvey),
    ("kobo", recognise_kobo),
    ("xlsform", recognise_xlsform),
    ("msforms", recognise_msforms),
    ("qualtrics", recognise_qualtrics),
    ("surveymonkey", recognise_surveymonkey),
    ("googleforms", recognise_googleforms),
    ("polis_stellingen", polis.recognise_stellingen),
    ("polis_stemmen", polis.recognise_stemmen),
    ("polis_deelnemers", polis.recognise_deelnemers),
    ("polis_samenvatting", polis.recognise_samenvatting),
    ("polis_groepen", polis.recognise_groepen),
    ("polis_verloop", polis.recognise_verloop),
)
"""Name of the format and what recognises it; the first that says yes has it."""


def recognise_tool(rijen: Rijen) -> str:
    """Return the survey tool that wrote these first rows, or an empty string.

    Examples
    --------
    >>> recognise_tool([["ID", "Start time", "Completion time"]]), recognise_tool([["id", "cijfer"]])
    ('msforms', '')
    """
    return next((naam for naam, herken in TOOLS if herken(rijen)), "")
