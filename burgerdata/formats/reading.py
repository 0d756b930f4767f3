"""The one entrance to a file: guard, open, detect, read, count, seal. Nothing unsealed leaves this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from pathlib import Path

import pandas as pd

from burgerdata.formats.chatlog import read_chat
from burgerdata.formats.consul import read_consul
from burgerdata.formats.csv import read_csv
from burgerdata.formats.decidim.berichten import read_decidim
from burgerdata.formats.decidim.enquete import read_decidim_enquete
from burgerdata.formats.detect import detect
from burgerdata.formats.docx import read_docx
from burgerdata.formats.excel import is_workbook, list_hidden, read_excel
from burgerdata.formats.googleforms import read_googleforms
from burgerdata.formats.govocal import read_govocal
from burgerdata.formats.json_records import read_json
from burgerdata.formats.kobo.codebook import read_codebook as read_xlsform
from burgerdata.formats.kobo.submissions import read_kobo
from burgerdata.formats.lezing import Lezing, Ruw
from burgerdata.formats.limesurvey.archive import read_archive, read_responses
from burgerdata.formats.limesurvey.codebook import read_codebook
from burgerdata.formats.limesurvey.responses import read_limesurvey
from burgerdata.formats.limesurvey.vv import read_vv
from burgerdata.formats.long_tables import read_long_table
from burgerdata.formats.made_headers import read_made_headers
from burgerdata.formats.msforms import read_msforms
from burgerdata.formats.pabulib import read_pabulib
from burgerdata.formats.polis import exports as polis
from burgerdata.formats.polis.api import read_api
from burgerdata.formats.qda.coded_segments import FORMAAT as SEGMENTEN
from burgerdata.formats.qda.coded_segments import read_segments
from burgerdata.formats.qda.qualcoder import read_qualcoder
from burgerdata.formats.qda.refi import read_refi
from burgerdata.formats.qda.taguette import read_taguette
from burgerdata.formats.qda.taguette_export import read_taguette_export
from burgerdata.formats.qualtrics import read_qualtrics
from burgerdata.formats.question_sheets import join_questions
from burgerdata.formats.spss import read_spss
from burgerdata.formats.stata import read_stata
from burgerdata.formats.surveymonkey import read_surveymonkey
from burgerdata.formats.text import read_text
from burgerdata.formats.turn_tables import read_turn_table
from burgerdata.formats.turned_tables import turn_table
from burgerdata.formats.webvtt import read_webvtt
from burgerdata.formats.word_tables import read_word_tables
from burgerdata.formats.written_lists import read_written_lists
from burgerdata.intake.logboek import Logboek, check_balance, count_explained
from burgerdata.intake.open import open_bron
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_vorm import read_names, seal_vorm
from burgerdata.shapes import Bron, Gesprek, Vorm, count_records

READERS: Mapping[str, Callable[..., list[Ruw]]] = {
    "csv": partial(read_csv, gecodeerd=True, zoek_kop=True),
    "excel": read_excel,
    "json": read_json,
    "spss": read_spss,
    "stata": read_stata,
    "docx": read_docx,
    "tekst": read_text,
    "webvtt": read_webvtt,
    "limesurvey": read_limesurvey,
    "limesurvey_vv": read_vv,
    "limesurvey_archief": read_archive,
    "limesurvey_antwoorden": read_responses,
    "limesurvey_vragenlijst": read_codebook,
    "kobo": read_kobo,
    "xlsform": read_xlsform,
    "msforms": read_msforms,
    "qualtrics": read_qualtrics,
    "surveymonkey": read_surveymonkey,
    "googleforms": read_googleforms,
    "polis_stellingen": polis.read_stellingen,
    "polis_stemmen": polis.read_stemmen,
    "polis_deelnemers": polis.read_deelnemers,
    "polis_samenvatting": polis.read_samenvatting,
    "polis_groepen": polis.read_groepen,
    "polis_verloop": polis.read_verloop,
    "polis_api": read_api,
    "refi_qda": read_refi,
    "qualcoder": read_qualcoder,
    "taguette": read_taguette,
    "taguette_export": read_taguette_export,
    "segmententabel": read_segments,
    "decidim": read_decidim,
    "decidim_enquete": read_decidim_enquete,
    "govocal": read_govocal,
    "consul": read_consul,
    "pabulib": read_pabulib,
    "beurtentabel": read_turn_table,
    "chat": read_chat,
}
"""Every format that can be read; a new one is a file with a reader, and a line here and in detect.py or tools.py."""

DESCRIBED = frozenset(["limesurvey", "limesurvey_vv", "limesurvey_archief", "limesurvey_antwoorden", "kobo"])
"""Formats of which the columns are described by a questionnaire in a file of its own."""

_GESPREKKEN = frozenset(["docx", "tekst", "webvtt"])
"""Formats of conversations, in which who is known to be there is told from other words before a colon."""

MADE = frozenset(["csv", "excel"])
"""Formats of which no program fixes the headers."""

_BRONNEN = {
    "bestand": "str",
    "blad": "str",
    "formaat": "str",
    "gebruikt": "bool",
    "sha256": "str",
    "records_in": "Int32",
    "records_uit": "Int32",
    "records_verklaard": "Int32",
}


def read(
    pad: Path | str, zegel: Zegel, *, blad: str = "", bestand: str = "", vragenlijst: Path | None = None
) -> Lezing:
    """Return one file, sealed: its tables or conversations, a row per sheet for ``bronnen``, and the logboek.

    ``blad`` chooses one sheet of a workbook; ``bestand`` is the name of the file inside the traject, for messages;
    ``vragenlijst`` is the questionnaire of a survey tool, without which the one beside the file is used.
    Names of persons that the file itself gives away are masked in all its texts; use ``read_all`` for files that
    belong to one activity.

    Raises
    ------
    BronError
        When the file is refused, damaged, of an unknown format, or when records were lost in reading.
    """
    bron = open_bron(Path(pad), bestand=bestand)
    ruw = _read_for(bron, zegel, blad, vragenlijst)
    return _seal_all(bron, ruw, _add_names(zegel, ruw))


def _read_for(bron: Bron, zegel: Zegel, blad: str, vragenlijst: Path | None) -> list[Ruw]:
    # who is named as leading or is on the list is there, also for one turn
    namen = (*zegel.namen, *zegel.gespreksleider, *zegel.sprekers.list_labels())
    formaat = detect(bron, beurtentabel=zegel.beurtentabel, chat=zegel.chat)
    formaat = formaat if zegel.segmenten else name_plainly(bron, formaat)
    if formaat == "docx" and bron.bestand in zegel.woordtabellen and (tabellen := read_word_tables(bron)):
        return tabellen
    return read_ruw(bron, formaat, blad=blad, vragenlijst=vragenlijst, namen=namen)


def read_ruw(
    bron: Bron,
    formaat: str = "",
    *,
    blad: str = "",
    vragenlijst: Path | None = None,
    namen: Sequence[str] = (),
) -> list[Ruw]:
    """Return the shapes of one file, not sealed yet; ``namen`` are people who may speak in it.

    The format is told from the contents where it is not given.
    """
    formaat = formaat or detect(bron)
    if formaat in DESCRIBED and vragenlijst is not None:
        return READERS[formaat](bron, blad=blad, vragenlijst=open_bron(vragenlijst))
    if formaat in _GESPREKKEN:
        return READERS[formaat](bron, blad=blad, namen=namen)
    ruw = READERS[formaat](bron, blad=blad)
    # a sheet beside those that a program wrote is one that a person made
    gemaakt = formaat in MADE or all(een.vorm.formaat in MADE for een in ruw)
    return (
        [
            read_written_lists(read_long_table(turn_table(een)))
            for een in join_questions(list(map(read_made_headers, ruw)))
        ]
        if gemaakt
        else ruw
    )


def name_plainly(bron: Bron, formaat: str) -> str:
    """Return the format of a file of which no table is one of coded segments."""
    return formaat if formaat != SEGMENTEN else "excel" if is_workbook(bron) else "csv"


def read_all(
    paden: Iterable[Path | str | Bron],
    zegel: Zegel,
    *,
    blad: str | Sequence[str] = "",
    traject_map: Path | None = None,
    vragenlijst: Path | None = None,
) -> tuple[Lezing, ...]:
    """Return the files of one activity, sealed, with the names of speakers in any of them masked in all of them.

    A file that was opened already may be given as such. ``blad`` is one sheet for all, or one per file. ``traject_map`` is the
    folder of the traject; names in messages are relative to it. A conversation's ``groep`` is the stem of its file name unless
    the seal names one.
    """
    gelezen = []
    bladen = repeat(blad) if isinstance(blad, str) else blad
    for pad, eigen in zip(paden, bladen, strict=False):
        if isinstance(pad, Bron):
            bron = replace(pad, bestand=_name_within(pad.pad, traject_map))
        else:
            bron = open_bron(Path(pad), bestand=_name_within(Path(pad), traject_map))
        gelezen.append((bron, _read_for(bron, zegel, eigen, vragenlijst)))
    samen = _add_names(zegel, (een for _, ruw in gelezen for een in ruw))
    return tuple(_seal_all(bron, ruw, samen) for bron, ruw in gelezen)


def _name_within(pad: Path, traject_map: Path | None) -> str:
    return (
        pad.relative_to(traject_map).as_posix()
        if traject_map and pad.is_relative_to(traject_map)
        else pad.name
    )


def _add_names(zegel: Zegel, ruw: Iterable[Ruw]) -> Zegel:
    """Return the seal with the names that these shapes give away, to be masked in all of them."""
    namen = dict.fromkeys(naam for een in ruw for naam in read_names(een.vorm, zegel))
    return replace(zegel, namen=(*zegel.namen, *namen))


def _seal_all(bron: Bron, ruw: Sequence[Ruw], zegel: Zegel) -> Lezing:
    vormen: list[Vorm] = []
    logboeken: list[pd.DataFrame] = []
    bronnen = []
    for een in ruw:
        vorm = seal_vorm(een.vorm, _with_groep(zegel, een.vorm, bron), een.logboek)
        logboek = een.logboek.to_frame()
        uit = count_records(vorm)
        check_balance(een.records_in, uit, logboek, bestand=bron.bestand, blad=vorm.blad)
        vormen.append(vorm)
        logboeken.append(logboek)
        verklaard = count_explained(logboek)
        bronnen.append(
            (bron.bestand, vorm.blad, vorm.formaat, True, bron.sha256, een.records_in, uit, verklaard)
        )
        for bij in een.bijbladen:
            logboek = bij.logboek.to_frame()
            check_balance(bij.records_in, bij.records_uit, logboek, bestand=bron.bestand, blad=bij.blad)
            logboeken.append(logboek)
            tellingen = (bij.records_in, bij.records_uit, count_explained(logboek))
            bronnen.append((bron.bestand, bij.blad, vorm.formaat, True, bron.sha256, *tellingen))
    if is_workbook(bron):
        bronnen += [(bron.bestand, blad, "excel", False, bron.sha256, 0, 0, 0) for blad in list_hidden(bron)]
    logboek = pd.concat([Logboek(bron.bestand).to_frame(), *logboeken], ignore_index=True)
    frame = pd.DataFrame(bronnen, columns=list(_BRONNEN)).astype(_BRONNEN)
    lijst = next((een.vragenlijst for een in ruw if een.vragenlijst), "")
    return Lezing(bron.bestand, vormen[0].formaat, tuple(vormen), frame, logboek, lijst)


def _with_groep(zegel: Zegel, vorm: Vorm, bron: Bron) -> Zegel:
    """Return the seal with the file's stem as group for a conversation that has none: R3 is only R3 within it."""
    if isinstance(vorm, Gesprek) and not zegel.groep:
        return replace(zegel, groep=bron.pad.stem)
    return zegel
