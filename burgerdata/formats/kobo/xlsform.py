"""An XLSForm: the questions of KoboToolbox and ODK with their kinds, groups, choices and texts by language."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from burgerdata.errors import BronError
from burgerdata.formats.csv import peek_records
from burgerdata.formats.excel import format_cell
from burgerdata.formats.kobo.headers import recognise_xlsform
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron

OTHER = "other"
_MOST_ROWS = 10_000
_TYPE = re.compile(
    r"(select[_ ]one(?:_external)?|select[_ ]multiple|select all that apply|select one|rank|score__row|rank__level|begin_score"
    r"|begin_rank)(?:_from_file)?(?:\s+from)?\s*(\S*)\s*(or[_ ](?:specify[_ ])?other)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:label|question)\s*(?:::?\s*(.*))?", re.IGNORECASE)
_DUTCH = re.compile(r"nederlands|dutch|\bnl\b", re.IGNORECASE)
Teksten = dict[str, str]
"""Language -> text; the language is empty in a form of one language."""


@dataclass(frozen=True)
class Formvraag:
    """One question: ``groepen`` are the names of the groups around it and ``groepteksten`` their labels.

    ``herhaling`` is the name of the repeat group that it is in, ``raster`` that of a grid.
    """

    naam: str
    soort: str
    teksten: Teksten = field(default_factory=dict)
    lijst: str = ""
    anders: bool = False
    groepen: tuple[str, ...] = ()
    groepteksten: tuple[Teksten, ...] = ()
    raster: str = ""
    herhaling: str = ""


@dataclass(frozen=True)
class Formulier:
    """A form: its language, its questions, and per list of choices code -> texts."""

    taal: str
    vragen: tuple[Formvraag, ...]
    keuzes: dict[str, dict[str, Teksten]]

    def choose(self, teksten: Mapping[str, str]) -> str:
        """Return the text in the language of the form, else in any."""
        return teksten.get(self.taal) or next((tekst for tekst in teksten.values() if tekst), "")

    def list_labels(self, vraag: Formvraag) -> dict[str, str]:
        """Return code -> label of the choices of a question."""
        labels = {
            code: self.choose(teksten) or code for code, teksten in self.keuzes.get(vraag.lijst, {}).items()
        }
        return {**labels, OTHER: labels.get(OTHER, "Anders")} if vraag.anders else labels


def read_form(bron: Bron) -> Formulier | None:
    """Return the form in a workbook, or of which the sheet "survey" was saved as CSV; None when it is none.

    Raises
    ------
    BronError
        When the workbook is damaged.
    """
    bladen = _read_sheets(bron)
    survey = bladen.get("survey")
    if survey is None or not recognise_xlsform(survey[:6]):
        return None
    vragen = _read_questions(_as_records(survey))
    keuzes: dict[str, dict[str, Teksten]] = {}
    for rij in _as_records(bladen.get("choices", [])):
        lijst, code = rij.get("list_name", "") or rij.get("list name", ""), rij.get("name", "")
        if lijst and code:
            keuzes.setdefault(lijst, {}).setdefault(code, _texts_of(rij))
    talen = list(dict.fromkeys(taal for vraag in vragen for taal in vraag.teksten))
    taal = next((een for een in talen if _DUTCH.search(een)), (talen or [""])[0])
    return Formulier(taal, tuple(vragen), keuzes)


def _read_sheets(bron: Bron) -> dict[str, list[list[str]]]:
    import openpyxl

    if not bron.inhoud.startswith(b"PK"):
        return {"survey": peek_records(decode_text(bron.inhoud)[0], _MOST_ROWS)}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-downs and styles, which hold no data
            boek: Any = openpyxl.load_workbook(io.BytesIO(bron.inhoud), read_only=True, data_only=True)
        bladen = {ws.title.strip().casefold(): _read_rows(ws) for ws in boek.worksheets}
        boek.close()
    except Exception as fout:
        raise BronError(
            "dit formulier is beschadigd",
            "open het bestand in Excel en bewaar het opnieuw",
            bestand=bron.bestand,
        ) from fout
    return bladen


def _read_rows(ws: Any) -> list[list[str]]:
    ws.reset_dimensions()  # what a sheet says about its own size may be a million empty rows
    rijen = ([_format(cel) for cel in rij] for rij in ws.iter_rows(values_only=True) if any(rij))
    return list(rijen)


def _format(cel: object) -> str:
    return str(cel).upper() if isinstance(cel, bool) else format_cell(cel)


def _as_records(rijen: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """Return the rows below the header as header -> cell; of two columns with one header the first is kept."""
    if not rijen:
        return []
    koppen = [" ".join(kop.split()) for kop in rijen[0]]
    records = []
    for rij in rijen[1:]:
        record: dict[str, str] = {}
        for kop, cel in zip(koppen, rij, strict=False):
            sleutel = kop.casefold() if not _LABEL.fullmatch(kop) else kop
            if sleutel and not record.get(sleutel):
                record[sleutel] = cel.strip()
        records.append(record)
    return records


def _texts_of(rij: Mapping[str, str]) -> Teksten:
    teksten: Teksten = {}
    for kop, cel in rij.items():
        match = _LABEL.fullmatch(kop)
        if match and cel:
            teksten.setdefault((match.group(1) or "").strip(), _strip_marks(cel))
    return teksten


def _strip_marks(tekst: str) -> str:
    """Return a label without its markup: HTML, and the stars and signs of Markdown around words."""
    kaal = re.sub(r"<[^<>]+>", " ", tekst)
    return " ".join(re.sub(r"(\*\*|__)(.+?)\1", r"\2", kaal).split())


def _read_questions(rijen: Sequence[Mapping[str, str]]) -> list[Formvraag]:
    vragen: list[Formvraag] = []
    open_: list[tuple[str, Teksten, str, str]] = []
    for rij in rijen:
        soort, naam = " ".join(rij.get("type", "").split()), rij.get("name", "")
        begin = re.match(r"(begin|end)[_ ]?(\w*)", soort, re.IGNORECASE)
        if begin and begin.group(1).lower() == "end":
            open_ = open_[:-1]
        elif begin:
            kind = begin.group(2).lower()
            lijst = _list_in(rij)
            grid = "table-list" in rij.get("appearance", "").casefold() or kind in (
                "score",
                "kobomatrix",
                "rank",
            )
            open_.append(
                (naam, _texts_of(rij), "herhaling" if kind == "repeat" else "raster" if grid else "", lijst)
            )
        elif naam and soort:
            vragen.append(_make_question(rij, soort, naam, open_))
    return vragen


def _list_in(rij: Mapping[str, str]) -> str:
    return (
        rij.get("kobo--score-choices", "")
        or rij.get("kobo--rank-items", "")
        or rij.get("kobo--matrix_list", "")
    )


def _make_question(
    rij: Mapping[str, str], soort: str, naam: str, open_: Sequence[tuple[str, Teksten, str, str]]
) -> Formvraag:
    match = _TYPE.match(soort)
    letter = match.group(1).lower().replace(" ", "_") if match else soort.split()[0].lower()
    letter = {"select_all_that_apply": "select_multiple"}.get(letter, letter)
    geerfd = open_[-1][3] if open_ and letter in ("score__row", "rank__level") else ""
    return Formvraag(
        naam=naam,
        soort=letter,
        teksten=_texts_of(rij),
        lijst=geerfd or (match.group(2) if match else ""),
        anders=bool(match and match.group(3)),
        groepen=tuple(groep[0] for groep in open_),
        groepteksten=tuple(groep[1] for groep in open_),
        raster=next((groep[0] for groep in reversed(open_) if groep[2] == "raster"), ""),
        herhaling=next((groep[0] for groep in reversed(open_) if groep[2] == "herhaling"), ""),
    )
