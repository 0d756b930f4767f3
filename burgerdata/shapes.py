"""The three raw shapes that a file reader hands on: Tabel, Gesprek and Codeerproject.

Everything in them is text, exactly as the source has it. After sealing (``burgerdata.intake.seal``) the frames
carry the pseudonymous columns named below, and nothing that identifies a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

RIJ = "_rij"
"""Row number in the source as a spreadsheet shows it (the header is row 1)."""
RECORD = "_record"
"""Keyed id of the source record; set by sealing."""
OUDER = "_ouder"
"""Keyed id of the source record that this one replies to, empty where it replies to none; set by sealing."""
ORGANISATIE = "_organisatie"
"""Whether a message was written on behalf of an organisation ("ja" or empty); set by sealing a table of messages."""
HERHAALD = "_herhaald"
"""Whether a row before it has the same number of a message; set by sealing a table of messages."""
PERSOON = "_persoon"
"""Pseudonymous id of the person behind the record (deelnemer_id); set by sealing, empty where unknown."""

NIET_GETOOND = "\u2007\u2008"
"""A cell of a question that was not shown. These signs are blanks: who does not know them sees an empty cell."""
OVERGESLAGEN = "\u2007\u2009"
"""A cell of a question that was shown and left empty."""
AFGEBROKEN = "\u2007\u200a"
"""A cell of a question that was not reached: the person had left before."""
VELDWERK = "veldwerk"
"""The soort of a column about the fieldwork: moments, channels, scores; kept, and no question of its own accord."""


def _no_rows() -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame()


@dataclass(frozen=True)
class Bron:
    """One file as it lies on disk: its path, its name inside the traject, its bytes and their SHA-256.

    ``geopend`` is where a reader keeps what it made of the bytes, for who reads the same file after it.
    """

    pad: Path
    bestand: str
    inhoud: bytes = field(repr=False)
    sha256: str
    geopend: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)


GEVULD = "(ingevuld)"
"""The code of a set in which an option was chosen where its cell holds anything, also "nee"."""


@dataclass(frozen=True)
class Kolom:
    """One column of a raw table: its name in the frame, and what the file itself tells about it.

    ``labels`` maps code to label in the file's order; ``missend`` holds the codes that the file marks as
    user-missing; ``set_naam`` is the multiple-response set that the column belongs to, with ``set_code`` the
    code that means "chosen" in a dichotomous set, or GEVULD where any cell with something in it does; ``herkomst`` is the header as it stood in the file. ``soort`` is
    the kind of question where the format itself says it (vragen.soort), or VELDWERK for a column that was not asked.
    Only a questionnaire tells the grid that a column is a row of (``reeks``, ``item``), and the column and the option
    that an "other, namely" belongs to (``ouder_kolom``, ``ouder_code``).
    """

    naam: str
    tekst: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    missend: frozenset[str] = frozenset()
    set_naam: str = ""
    set_tekst: str = ""
    set_code: str = ""
    herkomst: str = ""
    soort: str = ""
    reeks: str = ""
    item: str = ""
    ouder_kolom: str = ""
    ouder_code: str = ""
    veld: str = ""


@dataclass(frozen=True)
class Tabel:
    """A rectangle of text cells: one row per record, one column per header, empty string where empty.

    ``frame`` has dtype ``str`` throughout (of a long file a category of ``str``, see ``cellen``), the columns of
    ``kolommen`` in order, and ``RIJ``. A format that knows by
    itself which column holds the person, and which numbers the record, says so in ``persoon`` and ``record``; sealing
    replaces the first and keeps the second. ``weigeringen`` maps a line under a table made by hand to the refusals it counts.
    ``nummers`` are keyed ids of the first rows, by the number that the source gives them, alike in every delivery: only to
    tell two versions of one file. They go into no table. ``drempel`` is the threshold of a vote that a title above the
    table says ("75%"), ``procenten`` whether one says that the figures are percentages; nothing else of a title is kept. ``proef`` is
    folded header → rows that traject.toml calls trials by a column that sealing took away. ``telt`` is whether the numbers of
    the persons run from 1 without a gap: they count the rows, and are no proof that somebody elsewhere is the same.
    """

    bestand: str
    formaat: str
    frame: pd.DataFrame
    kolommen: tuple[Kolom, ...]
    blad: str = ""
    persoon: str = ""
    record: str = ""
    weigeringen: Mapping[int, int] = field(default_factory=dict)
    nummers: tuple[str, ...] = ()
    drempel: str = ""
    procenten: bool = False
    proef: Mapping[str, frozenset[int]] = field(default_factory=dict)
    telt: bool = False

    def kolom(self, naam: str) -> Kolom:
        """Return the column with this name; raises KeyError where there is none."""
        for kolom in self.kolommen:
            if kolom.naam == naam:
                return kolom
        raise KeyError(naam)


@dataclass(frozen=True)
class Gesprek:
    """A conversation: ``beurten`` has a row per turn: ``RIJ``, spreker, begin_s (seconds), tekst.

    A turn without words is of somebody who was there. There may be rol too: the word for in what capacity somebody speaks. ``spreker`` is empty for a turn
    without a speaker. After sealing the pseudonymous id of the speaker is in ``PERSOON`` and the moderator's turns are
    marked in the boolean column ``gespreksleider``. ``koppen`` are the rows that the document itself marks as a heading,
    told where nobody is said to speak. ``aantal`` is how many take part as the source says above the first turn, 0 where
    it does not. ``namen`` are names of persons that the source has beside the speakers, to be masked;
    sealing leaves none.
    """

    bestand: str
    formaat: str
    beurten: pd.DataFrame
    blad: str = ""
    koppen: frozenset[int] = frozenset()
    aantal: int = 0
    namen: tuple[str, ...] = field(default=(), repr=False)

    @property
    def gezegd(self) -> pd.DataFrame:
        """The turns in which somebody says something."""
        return self.beurten[self.beurten["tekst"].str.strip() != ""]


@dataclass(frozen=True)
class Codeerproject:
    """A project of coding software: documents cut in pieces, a list of codes and coded spans, each as a frame.

    documenten: document, naam, tekst · delen: document, volgnummer, spreker, begin, eind (a turn of talk or a
    paragraph of its document) · codes: code, naam, ouder, omschrijving · coderingen: document, code, codeur, begin,
    eind, citaat, segment, reden. Offsets are characters of ``tekst``, the end exclusive. A coding whose ``reden`` is
    filled cannot be used (there is no text, or the text is not what the software quotes) and has begin and eind -1.
    ``sprekers`` are the labels of those who speak, ``naam`` is what the project is called. After sealing texts and
    names are masked, ``codeur`` is a pseudonym, ``citaat`` is the masked text itself, and ``delen`` has ``RECORD``,
    ``PERSOON`` and the boolean ``gespreksleider``.
    """

    bestand: str
    formaat: str
    documenten: pd.DataFrame
    codes: pd.DataFrame
    coderingen: pd.DataFrame
    blad: str = ""
    naam: str = ""
    delen: pd.DataFrame = field(default_factory=_no_rows)
    sprekers: tuple[str, ...] = ()

    @property
    def bruikbaar(self) -> pd.DataFrame:
        """The codings that can be used."""
        return self.coderingen[self.coderingen["reden"] == ""]


Vorm = Tabel | Gesprek | Codeerproject


def count_records(vorm: Vorm) -> int:
    """Return how many records a shape holds: rows, turns, or codings that can be used."""
    if isinstance(vorm, Tabel):
        return len(vorm.frame)
    return len(vorm.gezegd) if isinstance(vorm, Gesprek) else len(vorm.bruikbaar)
