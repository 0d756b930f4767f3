"""An SQLite database read from its bytes: nothing on disk is opened, nothing in it is trusted or run."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from burgerdata.errors import BronError
from burgerdata.shapes import Bron

_STEPS = 200_000
_MOST_TICKS = 5_000
_VIRTUAL = re.compile(r"\s*create\s+virtual", re.IGNORECASE)
_ALLOWED = frozenset([sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ])
_OPNIEUW = "maak in het codeerprogramma een nieuwe kopie van het project, of vraag het opnieuw op"


class Databank:
    """The tables of a database by name, each with its columns; only real tables can be asked for."""

    def __init__(self, verbinding: sqlite3.Connection) -> None:
        self._verbinding = verbinding
        echt = verbinding.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
        self.tabellen = {
            naam: tuple(
                kolom[0] for kolom in verbinding.execute(f'select * from "{naam}" limit 0').description
            )
            for naam, sql in echt
            if '"' not in naam and not naam.startswith("sqlite_") and not _VIRTUAL.match(sql or "")
        }

    def has(self, tabel: str, *kolommen: str) -> bool:
        """Return whether there is a table with at least these columns."""
        return set(kolommen) <= set(self.tabellen.get(tabel, ())) and tabel in self.tabellen

    def read(self, tabel: str, *kolommen: str) -> list[tuple[str, ...]]:
        """Return the rows of a table as text, in the order of the file; a column that it lacks is empty."""
        eigen = self.tabellen.get(tabel)
        if eigen is None:
            return []
        kiezen = ", ".join(f'"{kolom}"' if kolom in eigen else "''" for kolom in kolommen)
        rijen = self._verbinding.execute(f'select {kiezen} from "{tabel}"').fetchall()
        return [tuple(_as_text(cel) for cel in rij) for rij in rijen]


def _as_text(cel: object) -> str:
    if isinstance(cel, bytes):
        return cel.decode("utf-8", errors="replace")
    return "" if cel is None else str(cel)


@contextmanager
def open_databank(bron: Bron) -> Iterator[Databank]:
    """Yield the database of these bytes: held in memory, read-only, without views, triggers and functions.

    Raises
    ------
    BronError
        When the database is damaged, or would keep the reader busy without end.
    """
    # a copy in write-ahead mode cannot be opened in memory; the two version bytes say which mode it is
    inhoud = bron.inhoud[:18] + b"\x01\x01" + bron.inhoud[20:]
    verbinding = sqlite3.connect(":memory:")
    try:
        verbinding.deserialize(inhoud)
        verbinding.text_factory = lambda tekst: tekst.decode("utf-8", errors="replace")
        verbinding.execute("pragma query_only = on")
        verbinding.execute("pragma trusted_schema = off")
        verbinding.execute("pragma cell_size_check = on")
        verbinding.set_progress_handler(_Wekker().tick, _STEPS)
        verbinding.set_authorizer(_permit)
        yield Databank(verbinding)
    except sqlite3.Error as fout:
        wat = "deze databank is beschadigd of afgebroken"
        raise BronError(wat, _OPNIEUW, bestand=bron.bestand) from fout
    finally:
        verbinding.close()


def _permit(handeling: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if handeling in _ALLOWED else sqlite3.SQLITE_DENY


class _Wekker:
    """Counts the steps of a query and stops it after a thousand million of them."""

    def __init__(self) -> None:
        self._keren = 0

    def tick(self) -> int:
        self._keren += 1
        return int(self._keren > _MOST_TICKS)


def recognise_databank(bron: Bron) -> str:
    """Return which program made a database: qualcoder or taguette.

    Raises
    ------
    BronError
        When it is neither, or damaged.
    """
    with open_databank(bron) as databank:
        for formaat, kenmerken in _PROGRAMS:
            if all(databank.has(tabel, *kolommen) for tabel, kolommen in kenmerken):
                return formaat
    wat = "dit is een databank die niet van QualCoder of Taguette is"
    raise BronError(wat, "exporteer de gegevens als .xlsx of .csv", bestand=bron.bestand)


_PROGRAMS: Sequence[tuple[str, Sequence[tuple[str, Sequence[str]]]]] = (
    (
        "qualcoder",
        (
            ("source", ("id", "name", "fulltext")),
            ("code_name", ("cid", "name")),
            ("code_text", ("cid", "fid", "pos0", "pos1")),
        ),
    ),
    (
        "taguette",
        (
            ("documents", ("id", "name", "contents")),
            ("highlights", ("id", "document_id", "start_offset", "end_offset")),
            ("tags", ("id", "path")),
        ),
    ),
)
