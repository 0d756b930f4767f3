"""What the analyst says about questions in vragen.xlsx: a row per column, and the recodes of the sheet groepen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from burgerdata.cellen import fold
from burgerdata.errors import Probleem

__all__ = ["Groepregel", "Vraagregel", "Vragenlijst", "fold", "make_slug", "split_code"]


@dataclass(frozen=True)
class Vraagregel:
    """One row of the sheet vragen: which column of which delivery, and what it is; empty means "as the file tells".

    ``rij`` is the row in the sheet, for messages. ``omkeren`` is None when the analyst left it open;
    ``missend`` are the codes that are no answer, with ``;`` between.
    """

    levering: str
    kolom: str
    rij: int = 0
    tekst: str = ""
    soort: str = ""
    rol: str = ""
    vraag_id: str = ""
    kort: str = ""
    gebruik: str = ""
    aspect: str = ""
    fase: str = ""
    kompasvraag: str = ""
    omkeren: bool | None = None
    reeks: str = ""
    item: str = ""
    schaal: str = ""
    eenheid: str = ""
    leeg: str = ""
    missend: str = ""
    ouder_kolom: str = ""
    ouder_code: str = ""

    def list_missend(self) -> tuple[str, ...]:
        """Return the codes that are no answer.

        Examples
        --------
        >>> Vraagregel("e", "q1", missend="0; 99").list_missend()
        ('0', '99')
        """
        return tuple(code.strip() for code in self.missend.split(";") if code.strip())


@dataclass(frozen=True)
class Groepregel:
    """One row of the sheet groepen: answers of ``uit`` in a range or among codes become ``label`` of ``kenmerk``."""

    kenmerk: str
    uit: str
    label: str
    rij: int = 0
    van: float | None = None
    tot: float | None = None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vragenlijst:
    """Everything that vragen.xlsx says; ``bestand`` is its name in messages."""

    vragen: tuple[Vraagregel, ...] = ()
    groepen: tuple[Groepregel, ...] = ()
    bestand: str = "vragen.xlsx"

    def rows_of(self, levering: str) -> tuple[Vraagregel, ...]:
        """Return the rows about one delivery, in order."""
        return tuple(regel for regel in self.vragen if regel.levering == levering)

    def report(
        self, wat: str, remedie: str = "", *, regel: Vraagregel | Groepregel, kolom: str = ""
    ) -> Probleem:
        """Return a problem that points at the cell of this row."""
        blad = "vragen" if isinstance(regel, Vraagregel) else "groepen"
        return Probleem(wat, remedie, self.bestand, blad, regel.rij or None, kolom)


def make_slug(kolom: str) -> str:
    """Return the default name of a question: the code in front of a header ("q7. …"), else its words in ASCII.

    Examples
    --------
    >>> make_slug("q7. Hoe tevreden bent u?"), make_slug("Wat valt u op?"), make_slug("Leeftijd")
    ('q7', 'wat_valt_u_op', 'leeftijd')
    """
    code, _ = split_code(kolom)
    plat = unicodedata.normalize("NFKD", code or kolom).encode("ascii", "ignore").decode("ascii").casefold()
    return re.sub(r"[^a-z0-9]+", "_", plat).strip("_")[:60].rstrip("_") or "vraag"


_CODE = re.compile(
    r"\s*([A-Za-z]{1,6}_?\d{1,3}(?:[_.]?\d{1,2}|[a-z])?|\d{1,3}[a-z]?)\s*[.:)]\s+(\S.{4,})", re.DOTALL
)
_CODE_VOOR_ZIN = re.compile(r"\s*((?:[vq]|vr|vraag_?)\d{1,3}[a-z]?)\s+([A-Z]\S*\s\S.{3,})", re.DOTALL)
"""A code without a point: a letter that stands for a question, before a sentence."""


def split_code(kolom: str) -> tuple[str, str]:
    """Return the question's code and its text when a header has both, else two times nothing.

    Examples
    --------
    >>> split_code("q12. Hoe vaak ziet u een boa?"), split_code("Leeftijd")
    (('q12', 'Hoe vaak ziet u een boa?'), ('', ''))
    >>> split_code("v2 Hoe tevreden bent u?"), split_code("A4 Hoe groot?")
    (('v2', 'Hoe tevreden bent u?'), ('', ''))
    """
    gevonden = _CODE.fullmatch(kolom) or _CODE_VOOR_ZIN.fullmatch(kolom)
    if gevonden is None:
        return "", ""
    code, tekst = gevonden.group(1), gevonden.group(2).strip()
    return (f"v{code}" if code[0].isdigit() else code), tekst
