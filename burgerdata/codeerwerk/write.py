"""One workbook of a coder, for Excel: drop-downs, locked texts, hidden ids, nothing that Excel could calculate."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.codeerwerk.layout import (
    CODEREN,
    INGEVULD,
    KOLOMMEN,
    MERK,
    NIET_TERUG,
    NIEUW,
    NIEUWKOLOMMEN,
    OPNIEUW,
    THEMAKOLOMMEN,
    THEMALIJST,
    UITLEG,
    VERBORGEN,
)
from burgerdata.errors import BronError

_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
_EXTRA = 60
_BREEDTE = {
    "nr": 6,
    "bron": 18,
    "vraag": 24,
    "twee beurten ervoor": 40,
    "tekst": 60,
    "voorstel 1 + zekerheid": 24,
    "opmerking": 30,
    "klaar": 10,
    "citaat?": 8,
    "omschrijving": 70,
    "naam": 30,
}
_UITLEG = (
    "Lees de tekst en kies een tot drie thema's. Past er geen, vul dan niets in en zet een j bij klaar.",
    "klaar: j als u deze tekst hebt beoordeeld. 'opnieuw bekijken' betekent dat de tekst is veranderd: kijk, en zet een j.",
    "Mist u een thema? Zet naam en omschrijving op het blad 'nieuw thema'; u mag het daarna meteen gebruiken.",
    "citaat?: j als deze tekst een goed citaat is. Iemand anders beslist in citaten.xlsx of het mag.",
    "Bovenaan staan de teksten waar de computer het minst zeker van is: daar leert u, en hij, het meest van.",
    "Een voorstel is een voorstel. Bij teksten die twee mensen coderen staat er geen, anders zijn zij het met de computer eens.",
    "In dit blad ziet u van een gesprek alleen de twee beurten ervoor. Voor focusgroepen werkt MAXQDA of QualCoder beter;"
    " een project daaruit leest de kit ook. Excel is goed voor antwoorden op vragen en voor berichten.",
    "Verander niets aan de grijze kolommen en aan de naam van het bestand; bewaar als .xlsx.",
)


@dataclass(frozen=True)
class Inhoud:
    """What goes into one workbook; ``regels`` has the columns of the sheet, ``themas`` those of the contract."""

    codeur: str
    regels: pd.DataFrame
    niet_terug: pd.DataFrame
    nieuw: pd.DataFrame
    themas: pd.DataFrame
    keuzes: list[str]


def write_werkboek(pad: Path, inhoud: Inhoud) -> None:
    """Write the workbook beside the old one and put it in its place in one step.

    Raises
    ------
    BronError
        When the old one is open: whoever has it open would write over this one.
    """
    import xlsxwriter

    refuse_open(pad)
    pad.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = pad.with_name(f".{pad.stem}.tmp")
    try:
        with xlsxwriter.Workbook(
            str(tijdelijk), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        ) as boek:
            boek.set_properties({"created": datetime(2026, 1, 1), "author": ""})
            stijl = _make_styles(boek)
            _write_coderen(boek.add_worksheet(CODEREN), inhoud, stijl)
            _write_themalijst(boek.add_worksheet(THEMALIJST), inhoud, stijl)
            _write_nieuw(boek.add_worksheet(NIEUW), inhoud.nieuw, stijl)
            if len(inhoud.niet_terug):
                _write_table(boek.add_worksheet(NIET_TERUG), inhoud.niet_terug, stijl)
            _write_table(boek.add_worksheet(UITLEG), pd.DataFrame({"zo werkt dit": _UITLEG}), stijl)
            merk = boek.add_worksheet(MERK)
            _write_table(merk, pd.DataFrame({"codeur": [inhoud.codeur]}), stijl)
            merk.very_hidden()
        tijdelijk.replace(pad)
    except PermissionError as fout:
        raise _say_open(pad) from fout
    finally:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)


def refuse_open(pad: Path) -> None:
    """Raise BronError when Excel or LibreOffice says, by a file beside it, that the workbook is open."""
    if any((pad.parent / naam).exists() for naam in (f"~${pad.name}", f".~lock.{pad.name}#")):
        raise _say_open(pad)


def _say_open(pad: Path) -> BronError:
    wat = "dit bestand is open in een ander programma"
    return BronError(wat, "sluit het en probeer het opnieuw; er is niets veranderd", bestand=pad.name)


def _make_styles(boek: Any) -> dict[str, Any]:
    boven = {"valign": "top", "text_wrap": True}
    return {
        "kop": boek.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "vast": boek.add_format({**boven, "bg_color": "#F2F3F5"}),
        "vrij": boek.add_format({**boven, "locked": False}),
        "let_op": boek.add_format({"bg_color": "#FFE9A8"}),
    }


def _write_coderen(ws: Any, inhoud: Inhoud, stijl: dict[str, Any]) -> None:
    ws.freeze_panes(1, 1)
    laatste = max(len(inhoud.regels), 1)
    for plek, naam in enumerate(KOLOMMEN):
        vorm = stijl["vrij"] if naam in INGEVULD else stijl["vast"]
        ws.set_column(plek, plek, _BREEDTE.get(naam, 20), vorm, {"hidden": naam in VERBORGEN})
        ws.write_string(0, plek, naam, stijl["kop"])
        for nummer, waarde in enumerate(inhoud.regels[naam].tolist(), start=1):
            _write_cell(ws, (nummer, plek), waarde, vorm)
    _add_choices(ws, inhoud, laatste)
    klaar = KOLOMMEN.index("klaar")
    regel = {"type": "text", "criteria": "containing", "value": OPNIEUW, "format": stijl["let_op"]}
    ws.conditional_format(1, klaar, laatste, klaar, regel)
    ws.autofilter(0, 0, laatste, KOLOMMEN.index("klaar"))
    ws.protect("", {"autofilter": True, "format_rows": True})


def _add_choices(ws: Any, inhoud: Inhoud, laatste: int) -> None:
    lijst = f"='{THEMALIJST}'!$A$2:$A${len(inhoud.keuzes) + 1}"
    thema = {
        "validate": "list",
        "source": lijst,
        "error_type": "warning",
        "error_title": "Nieuw thema?",
        "error_message": "Dit thema staat niet in de lijst. Zet het ook op het blad 'nieuw thema'.",
    }
    ja = {"validate": "list", "source": ["j", "n"]}
    klaar = {"validate": "list", "source": ["j", "n", OPNIEUW]}
    for naam in INGEVULD:
        keuze = thema if naam in THEMAKOLOMMEN else {"citaat?": ja, "klaar": klaar}.get(naam)
        if keuze is not None:
            plek = KOLOMMEN.index(naam)
            ws.data_validation(1, plek, laatste, plek, keuze)


def _write_themalijst(ws: Any, inhoud: Inhoud, stijl: dict[str, Any]) -> None:
    omschrijving = dict(zip(inhoud.themas["naam"], inhoud.themas["omschrijving"], strict=True))
    lijst = pd.DataFrame({"naam": inhoud.keuzes})
    uitleg = lijst["naam"].map(omschrijving).astype("str").fillna("gelezen, en geen van de thema's past")
    _write_table(ws, lijst.assign(omschrijving=uitleg), stijl)
    ws.protect()


def _write_nieuw(ws: Any, nieuw: pd.DataFrame, stijl: dict[str, Any]) -> None:
    _write_table(ws, nieuw.reindex(columns=list(NIEUWKOLOMMEN)), stijl, vorm="vrij")
    for nummer in range(len(nieuw) + 1, len(nieuw) + _EXTRA):
        for plek in range(len(NIEUWKOLOMMEN)):
            ws.write_blank(nummer, plek, None, stijl["vrij"])
    ws.protect()


def _write_table(ws: Any, tabel: pd.DataFrame, stijl: dict[str, Any], *, vorm: str = "vast") -> None:
    ws.freeze_panes(1, 0)
    for plek, naam in enumerate(tabel.columns):
        ws.write_string(0, plek, str(naam), stijl["kop"])
        breedte = _BREEDTE.get(str(naam), 100 if len(tabel.columns) == 1 else 20)
        ws.set_column(plek, plek, breedte, None, {"hidden": naam in VERBORGEN})
        for nummer, waarde in enumerate(tabel[naam].tolist(), start=1):
            _write_cell(ws, (nummer, plek), waarde, stijl[vorm])


def _write_cell(ws: Any, plek: tuple[int, int], waarde: object, vorm: Any) -> None:
    if isinstance(waarde, int):
        ws.write_number(*plek, waarde, vorm)
        return
    tekst = str(waarde).encode("utf-8", "replace").decode("utf-8")
    if tekst:
        ws.write_string(*plek, tekst if len(tekst) <= _LONGEST else f"{tekst[:_LONGEST]}…", vorm)
    else:
        ws.write_blank(*plek, None, vorm)
