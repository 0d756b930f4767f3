"""What a report is made of: a flat list of blocks, the same for HTML, Word and PDF."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from burgerdata.figures import Figuur


@dataclass(frozen=True)
class Kop:
    """A heading; ``niveau`` 1 is a chapter."""

    tekst: str
    niveau: int = 1
    anker: str = ""


@dataclass(frozen=True)
class Alinea:
    """A paragraph; ``klasse`` is '', 'noot', 'merk', 'let_op' or 'bevinding'. ``kop`` is printed bold before the text.

    A merk is a note that stays on the page of what follows it.
    """

    tekst: str
    klasse: str = ""
    kop: str = ""


@dataclass(frozen=True)
class Opsomming:
    """A list of sentences."""

    punten: tuple[str, ...]
    genummerd: bool = False


@dataclass(frozen=True)
class Tabelblok:
    """A table of printed cells; the first column is the header of each row."""

    titel: str
    tabel: pd.DataFrame
    noten: tuple[str, ...] = ()
    bestand: str = ""


@dataclass(frozen=True)
class Figuurblok:
    """A figure; ``bestand`` is its name without extension inside the folder of figures."""

    figuur: Figuur
    bestand: str


@dataclass(frozen=True)
class Citaat:
    """A released quote, verbatim, with who said it as far as may be told."""

    tekst: str
    bron: str


Blok = Kop | Alinea | Opsomming | Tabelblok | Figuurblok | Citaat


@dataclass(frozen=True)
class Document:
    """A whole report, ready to be rendered; ``stand`` is printed on every page.

    ``omslag`` says whether it opens with a cover and a table of contents, as a report does and a letter does not.
    ``elders`` names the analyst's texts that belong to no chapter and stand in an annex.
    """

    titel: str
    ondertitel: str
    stand: str
    datum: str
    blokken: tuple[Blok, ...]
    let_op: str = ""
    omslag: bool = True
    elders: tuple[str, ...] = ()

    @property
    def koppen(self) -> tuple[Kop, ...]:
        """Return the headings of the table of contents: chapters and annexes."""
        return tuple(blok for blok in self.blokken if isinstance(blok, Kop) and blok.niveau == 1)

    @property
    def figuren(self) -> tuple[Figuurblok, ...]:
        """Return the figures in the order of the report."""
        return tuple(blok for blok in self.blokken if isinstance(blok, Figuurblok))
