"""The parts of a REFI-QDA file: the XML of the project and the texts of its sources, read inside the zip."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from xml.etree import ElementTree

from burgerdata.errors import BronError
from burgerdata.intake.open import decode_text
from burgerdata.shapes import Bron

_PATHS = ("plainTextPath", "richTextPath")


@dataclass(frozen=True)
class Bronteksten:
    """The files of a project by name; ``find`` gives the text of a source, None where the file does not hold it."""

    archief: zipfile.ZipFile | None = None
    namen: dict[str, str] = field(default_factory=dict)

    def find(self, element: ElementTree.Element) -> str | None:
        """Return the text of a source: its plain text, else that of its Word file."""
        return next(self._read_all(element), None)

    def find_all(self, element: ElementTree.Element) -> list[str]:
        """Return every copy of the text of a source that the file holds."""
        return list(self._read_all(element))

    def _read_all(self, element: ElementTree.Element) -> Iterator[str]:
        """Yield the plain text and that of the Word file.

        Programs write ``internal://x.txt``, ``sources/x.txt`` or only ``x.txt``; the name of the file decides.
        """
        for sleutel in _PATHS:
            pad = _unquote(element.get(sleutel, "")).replace("\\", "/")
            naam = self.namen.get(PurePosixPath(pad.rpartition("://")[2]).name.casefold())
            if naam is None or self.archief is None:
                continue
            data = self.archief.read(naam)
            tekst = _read_word(data) if naam.casefold().endswith(".docx") else decode_text(data)[0]
            if tekst is not None:
                yield tekst


def _unquote(pad: str) -> str:
    """Return a path with its %20 as blanks."""
    delen = re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), pad.encode())
    return delen.decode("utf-8", errors="replace")


def _read_word(data: bytes) -> str | None:
    import docx

    try:
        return "\n".join(alinea.text for alinea in docx.Document(io.BytesIO(data)).paragraphs)
    except Exception:  # noqa: BLE001 - whatever python-docx stumbles over
        return None  # noted as a source that is not there


def open_sources(bron: Bron) -> tuple[bytes, Bronteksten]:
    """Return the XML of the project and its sources; a bare .qde or .qdc has no sources beside it.

    Raises
    ------
    BronError
        When the zip holds no project.
    """
    if not bron.inhoud.startswith(b"PK"):
        return bron.inhoud, Bronteksten()
    # kept open: to open it again for each source would read its list of files as often as there are sources
    archief = zipfile.ZipFile(io.BytesIO(bron.inhoud))
    namen = [naam for naam in archief.namelist() if not naam.endswith("/")]
    projecten = [naam for naam in namen if naam.casefold().endswith((".qde", ".qdc"))]
    if not projecten:
        wat, remedie = (
            "in deze zip zit geen project",
            "exporteer het project opnieuw, als REFI-QDA (.qdpx)",
        )
        raise BronError(wat, remedie, bestand=bron.bestand)
    xml = archief.read(min(projecten, key=len))
    bestanden = {PurePosixPath(naam).name.casefold(): naam for naam in reversed(namen)}
    return xml, Bronteksten(archief, bestanden)
