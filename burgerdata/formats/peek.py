"""A look at a file before it is sealed: only its headers, and the names of persons that must be masked elsewhere."""

from __future__ import annotations

from pathlib import Path

from burgerdata.cellen import fold
from burgerdata.formats.detect import detect
from burgerdata.formats.docx import open_document, read_lines
from burgerdata.formats.excel import is_workbook, list_visible, peek_sheets
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.question_sheets import join_questions
from burgerdata.formats.reading import MADE, READERS, name_plainly
from burgerdata.formats.text import split_lines
from burgerdata.formats.turned_tables import turn_table
from burgerdata.formats.word_tables import read_word_tables
from burgerdata.intake.naamgenoten import count_naamgenoten
from burgerdata.intake.open import decode_text, open_bron
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_tabel import find_name_columns
from burgerdata.intake.seal_vorm import read_names
from burgerdata.intake.sprekerlijst import Sprekerlijst, make_sprekerlijst
from burgerdata.shapes import Gesprek, Tabel


def list_headers(
    pad: Path, *, blad: str = "", bestand: str = "", woordtabel: bool = False
) -> tuple[str, ...]:
    """Return the headers of the tables of a file; none for a conversation, unless of a Word file the table is wanted.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    vormen = [ruw.vorm for ruw in _read_raw(pad, blad, bestand, segmenten=False)]
    if woordtabel and any(isinstance(vorm, Gesprek) and vorm.formaat == "docx" for vorm in vormen):
        vormen = [ruw.vorm for ruw in read_word_tables(open_bron(pad, bestand=bestand))]
    return tuple(kolom.naam for vorm in vormen if isinstance(vorm, Tabel) for kolom in vorm.kolommen)


def is_number_of_rows(pad: Path, kop: str, *, share: float = 0.9) -> bool:
    """Return whether a column tells the rows of a table apart: of its filled cells at least ``share`` stand there for once.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    tabellen = [ruw.vorm for ruw in _read_raw(pad, "", "") if isinstance(ruw.vorm, Tabel)]
    kolommen = [
        tabel.frame[naam] for tabel in tabellen for naam in tabel.frame if fold(str(naam)) == fold(kop)
    ]
    cellen = [kolom.astype("str").str.strip() for kolom in kolommen]
    gevuld = [kolom[kolom.ne("")] for kolom in cellen]
    return bool(gevuld) and all(kolom.nunique() >= share * len(kolom) for kolom in gevuld)


def peek_workbook(pad: Path, *, aantal: int) -> dict[str, list[list[str]]]:
    """Return the first rows of each visible sheet of a workbook, by name; none of a file that is no workbook."""
    bron = open_bron(pad)
    if not is_workbook(bron):
        return {}
    return dict(zip(list_visible(bron), peek_sheets(bron, aantal), strict=False))


def list_names(pad: Path, zegel: Zegel, *, blad: str = "", bestand: str = "") -> tuple[str, ...]:
    """Return the names of persons in a file, for ``Zegel.namen`` of the files of the same activity.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    namen = [naam for ruw in _read_raw(pad, blad, bestand) for naam in read_names(ruw.vorm, zegel)]
    return tuple(dict.fromkeys(namen))


def count_persoonsnamen(pad: Path, kop: str, *, blad: str = "", bestand: str = "") -> int:
    """Return how many rows repeat a name of one word in the column that says who it is; see ``count_naamgenoten``.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    aantal = 0
    for vorm in (ruw.vorm for ruw in _read_raw(pad, blad, bestand)):
        koppen = [kolom.naam for kolom in vorm.kolommen] if isinstance(vorm, Tabel) else []
        eigen = [naam for naam in koppen if fold(naam) == fold(kop)]
        if isinstance(vorm, Tabel) and eigen:
            aantal += count_naamgenoten(kop, vorm.frame[eigen[0]].astype("str"))
    return aantal


def list_sprekers(pad: Path, zegel: Zegel, *, blad: str = "", bestand: str = "") -> Sprekerlijst:
    """Return who is on a list of participants, for ``Zegel.sprekers``; ``zegel`` names its columns.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    for vorm in (ruw.vorm for ruw in _read_raw(pad, blad, bestand)):
        eigen = zegel.match_headers([*vorm.frame]) if isinstance(vorm, Tabel) else zegel
        if isinstance(vorm, Tabel) and eigen.persoon in vorm.frame:
            return make_sprekerlijst(
                vorm.frame,
                code=eigen.naamdelen or (eigen.persoon,),
                groep=eigen.groepkolom,
                namen=find_name_columns(vorm),
                fold_groep=zegel.name_groep,
            )
    return Sprekerlijst()


def _read_raw(pad: Path, blad: str, bestand: str, *, segmenten: bool = True) -> list[Ruw]:
    bron = open_bron(pad, bestand=bestand)
    formaat = detect(bron, beurtentabel=False)
    formaat = formaat if segmenten else name_plainly(bron, formaat)
    ruw = READERS[formaat](bron, blad=blad)
    return list(map(turn_table, join_questions(ruw))) if formaat in MADE else ruw


def list_kopregels(pad: Path, tot: int) -> list[str]:
    """Return the lines of a typed conversation above its line ``tot``; none of any other file.

    Raises
    ------
    BronError
        When the file cannot be read.
    """
    bron = open_bron(pad)
    if pad.suffix.casefold() in (".docx", ".odt"):
        regels = [tekst for tekst, _ in read_lines(open_document(bron))]
    elif pad.suffix.casefold() in (".txt", ".md"):
        regels = split_lines(decode_text(bron.inhoud)[0])
    else:
        return []
    return [regel for regel in regels[: tot - 1] if regel.strip()]
