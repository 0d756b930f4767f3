"""The book of tables: every closed or numeric question against the chosen traits, as one workbook."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.analysis.genest import find_genest_in
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.getallen import round_half_up
from burgerdata.report.tabelblad import STER, Kolom, Tabelblad, gather_bladen, lay_out_bladen, name_tabellen
from burgerdata.traject import Traject

EERSTE_RIJ = 6
"""Rows above the answers: question, base, way back, trait, group, letter."""
_DECIMALEN = {"procent": 2, "getal": 1, "aantal": 0}
_UITLEG = (
    "Letters: dit aandeel of gemiddelde is hoger dan in de kolom met die letter, binnen hetzelfde kenmerk (p < 0,05, "
    "na correctie volgens Holm over alle paren en antwoorden). Geen letter: geen verschil aangetoond of niet getoetst.",
    "x: niet getoond, om kleine aantallen te beschermen.",
)


def write_tabellenboek(traject: Traject, pad: str | Path, *, kenmerken: Sequence[str] | None = None) -> Path:
    """Write the book of tables and return its path.

    One sheet per closed or numeric question of a survey or panel: answers in rows, the total and the groups of each
    trait in columns; the categories of signals have one too, with how many there are of each. Whole weighted percentages, and mean, median and standard deviation where the answers have
    numbers; under each column the unweighted and the weighted base. A column of letters beside each group names the
    groups of the same trait that it is higher than, only where that was tested. x is a suppressed cell, and a star
    beside a base marks a group under the threshold ``indicatief``. The first sheet is the index. Text is never written as a formula.

    Parameters
    ----------
    kenmerken
        Which traits to cross with, in this order; by default those that traject.toml names, else all.

    Raises
    ------
    MethodeError
        When a trait is known in no survey or panel.

    Examples
    --------
    >>> import burgerdata as bd
    >>> t = bd.load_traject("surveys/voorbeeld-digitale-aangifte")  # doctest: +SKIP
    >>> bd.write_tabellenboek(t, "tabellen.xlsx", kenmerken=["leeftijdsgroep"])  # doctest: +SKIP
    """
    ruw = gather_bladen(traject, kenmerken)
    tabellen = name_tabellen(ruw)
    genest = find_genest_in(traject, tabellen.values())
    plan = plan_onderdrukking(tabellen, traject.instellingen.drempels, alleen_aandeel=tabellen, genest=genest)
    return write_bladen(lay_out_bladen(ruw, plan), traject.instellingen.titel, pad)


def write_bladen(bladen: Sequence[Tabelblad], titel: str, pad: str | Path) -> Path:
    """Write sheets that may be published as a book of tables and return its path."""
    import xlsxwriter

    with xlsxwriter.Workbook(
        str(pad), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    ) as boek:
        stijlen = _make_styles(boek)
        index = boek.add_worksheet("Inhoud")
        index.set_column(0, 0, 90)
        index.write_string(0, 0, f"Tabellenboek {titel}", stijlen["titel"])
        for nummer, blad in enumerate(bladen, 1):
            naam = f"T{nummer}"
            regel = f"{naam}  {blad.tekst} ({name_activiteit(blad.activiteit_id)})"[:250]
            index.write_url(nummer + 1, 0, f"internal:'{naam}'!A1", string=regel)
            _write_blad(boek.add_worksheet(naam), blad, stijlen)
    return Path(pad)


def _make_styles(boek: Any) -> dict[str, Any]:
    kop = {"bold": True, "font_color": "#1B3A6B"}
    return {
        "kop": boek.add_format(kop | {"text_wrap": True, "valign": "top"}),
        "titel": boek.add_format(kop | {"font_size": 13}),
        "letter": boek.add_format(kop | {"align": "center"}),
        "noot": boek.add_format({"font_color": "#4A5566", "italic": True}),
        "procent": boek.add_format({"num_format": "0%"}),
        "getal": boek.add_format({"num_format": "0.0"}),
        "aantal": boek.add_format({"num_format": "#,##0"}),
        "x": boek.add_format({"align": "right"}),
    }


def _write_blad(blad: Any, vraag: Tabelblad, stijlen: Mapping[str, Any]) -> None:
    blad.set_column(0, 0, 42)
    blad.set_column(1, 2 * len(vraag.kolommen), 8)
    blad.freeze_panes(EERSTE_RIJ, 1)
    blad.write_string(0, 0, vraag.tekst, stijlen["titel"])
    blad.write_string(1, 0, vraag.onderschrift, stijlen["noot"])
    blad.write_url(2, 0, "internal:'Inhoud'!A1", string="Terug naar de inhoud")
    for nummer, (regel, _) in enumerate(vraag.regels):
        blad.write_string(EERSTE_RIJ + nummer, 0, regel)
    onder = EERSTE_RIJ + len(vraag.regels)
    geteld = any(maat == "aantal" for _, maat in vraag.regels)
    basis = "basis (meldingen of melders)" if geteld else "basis, ongewogen (aantal mensen)"
    blad.write_string(onder, 0, basis, stijlen["kop"])
    if not geteld:
        blad.write_string(onder + 1, 0, "basis, gewogen (opgeteld het aantal deelnemers)", stijlen["kop"])
    for nummer, kolom in enumerate(vraag.kolommen):
        _write_kolom(blad, 1 + 2 * nummer, kolom, vraag, stijlen)
    for nummer, noot in enumerate((*_UITLEG, *vraag.noten)):
        blad.write_string(onder + 3 + nummer, 0, noot, stijlen["noot"])


def _write_kolom(blad: Any, plek: int, kolom: Kolom, vraag: Tabelblad, stijlen: Mapping[str, Any]) -> None:
    """Write one group: numbers stay numbers, the letters of the groups it exceeds stand in the column beside it."""
    blad.write_string(4, plek, kolom.groep, stijlen["kop"])
    if kolom.letter:
        blad.write_string(3, plek, kolom.kenmerk, stijlen["kop"])
        blad.write_string(5, plek, kolom.letter, stijlen["letter"])
    for nummer, ((_, maat), waarde) in enumerate(zip(vraag.regels, kolom.waarden, strict=True)):
        rij = EERSTE_RIJ + nummer
        if math.isnan(waarde):
            blad.write_string(rij, plek, "x", stijlen["x"])
            continue
        blad.write_number(rij, plek, round_half_up(waarde, _DECIMALEN[maat]), stijlen[maat])
        if kolom.letters[nummer]:
            blad.write_string(rij, plek + 1, kolom.letters[nummer], stijlen["letter"])
    onder = EERSTE_RIJ + len(vraag.regels)
    for nummer, basis in enumerate((kolom.basis, kolom.gewogen)):
        if isinstance(basis, str):
            blad.write_string(onder + nummer, plek, basis, stijlen["x"])
        elif basis is not None:
            blad.write_number(onder + nummer, plek, round_half_up(basis), stijlen["aantal"])
    if kolom.indicatief:
        blad.write_string(onder, plek + 1, STER, stijlen["letter"])
