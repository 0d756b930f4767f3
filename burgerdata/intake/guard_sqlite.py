"""Pre-flight of an SQLite database: whole pages, as many as its header promises, and text in a known encoding."""

from __future__ import annotations

import struct

from burgerdata.errors import BronError

SQLITE = b"SQLite format 3"
_HEADER = 100
_OPNIEUW = "maak in het codeerprogramma een nieuwe kopie van het project, of vraag het opnieuw op"


def guard_sqlite(inhoud: bytes, bestand: str) -> None:
    """Return nothing when the header of the database agrees with its bytes; raise BronError when it was cut short.

    Examples
    --------
    >>> guard_sqlite(SQLITE + bytes(20), "project.sqlite3")
    Traceback (most recent call last):
    burgerdata.errors.BronError: project.sqlite3: deze databank is beschadigd of afgebroken; maak in het codeerprogramma ...
    """
    if len(inhoud) < _HEADER or inhoud[15] != 0:
        raise _broken(bestand)
    (grootte,) = struct.unpack(">H", inhoud[16:18])
    pagina = 65536 if grootte == 1 else grootte
    wijziging, paginas = struct.unpack(">2I", inhoud[24:32])
    (versie,) = struct.unpack(">I", inhoud[92:96])
    if pagina < 512 or pagina & (pagina - 1) or len(inhoud) < pagina:
        raise _broken(bestand)
    # the count in the header is only kept by programs that also keep the two change counters alike
    if versie == wijziging and paginas * pagina > len(inhoud):
        raise _broken(bestand)
    if len(inhoud) % pagina:
        raise _broken(bestand)


def _broken(bestand: str) -> BronError:
    return BronError("deze databank is beschadigd of afgebroken", _OPNIEUW, bestand=bestand)
