"""Single settings of traject.toml checked by kind: text, lists, dates, counts, words of a vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from burgerdata.errors import Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.loading.toml_text import TomlTekst

ONBEKEND = "?"
"""What `nieuw` writes for a setting that only the analyst can give."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_ALIKE = 0.75
"""From here a word is a slip of the keyboard; another word ("uitvoering") is not guessed at."""


@dataclass
class Velden:
    """One table of traject.toml, read key by key; what is wrong and what was not given is collected.

    The one class here that changes while it is used: it lives as long as one table is read.
    """

    tekst: TomlTekst
    inhoud: Mapping[str, Any]
    tabel: str = ""
    nummer: int = 0
    naam: str = ""
    problemen: list[Probleem] = field(default_factory=list)
    niet_opgegeven: list[str] = field(default_factory=list)

    def report(self, sleutel: str, wat: str, remedie: str = "") -> None:
        """Note a problem at this key."""
        self.problemen.append(self.tekst.report(wat, remedie, plek=(self.tabel, self.nummer, sleutel)))

    def find_lines(self) -> dict[str, int]:
        """Return the line of each key of this table; the table itself is the empty key."""
        eigen = (self.tabel, self.nummer)
        return {sleutel: regel for (*plek, sleutel), regel in self.tekst.regels.items() if (*plek,) == eigen}

    def check_keys(self, bekend: Iterable[str]) -> None:
        """Note each key that does not exist, with the one that was probably meant."""
        bekend = tuple(bekend)
        for sleutel in self.inhoud:
            if sleutel not in bekend:
                waar = f"in [{self.tabel}]" if self.tabel else "bovenaan"
                self.report(
                    sleutel, f"de instelling '{sleutel}' bestaat {waar} niet", suggest(sleutel, bekend)
                )

    def read_text(self, sleutel: str, *, gevraagd: bool = False) -> str:
        """Return a text; with ``gevraagd`` it is reported once as not given when it is missing or a question mark."""
        waarde = self._pick(sleutel, gevraagd)
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            return str(waarde)
        if waarde is None or isinstance(waarde, str):
            return (waarde or "").strip()
        self.report(sleutel, "hier hoort één tekst", f'schrijf {sleutel} = "…"')
        return ""

    def read_word(self, sleutel: str, keuzes: Sequence[str], *, gevraagd: bool = False) -> str:
        """Return a word of a closed vocabulary."""
        woord = self.read_text(sleutel, gevraagd=gevraagd).casefold()
        if woord and woord not in keuzes:
            self.report(sleutel, "dit woord hoort niet in de lijst", _name_choices(woord, keuzes))
            return ""
        return woord

    def read_list(self, sleutel: str, *, gevraagd: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text is a list of one."""
        waarde = self._pick(sleutel, gevraagd)
        if waarde is None:
            return ()
        lijst = waarde if isinstance(waarde, list) else [waarde]
        if any(isinstance(deel, (list, dict)) for deel in lijst):
            self.report(sleutel, "hier hoort een lijst van teksten", f'schrijf {sleutel} = ["…", "…"]')
            return ()
        return tuple(str(deel).strip() for deel in lijst if str(deel).strip() not in ("", ONBEKEND))

    def read_date(self, sleutel: str, *, gevraagd: bool = False) -> date | None:
        """Return a date."""
        return self._parse_date(sleutel, self._pick(sleutel, gevraagd))

    def read_dates(self, sleutel: str) -> dict[str, date]:
        """Return a table of dates, such as ``{ t0 = 2026-04-01, t1 = 2026-10-01 }``; a question mark is not given yet."""
        tabel = self.read_table(sleutel)
        if ONBEKEND in tabel.values():
            self.niet_opgegeven.append(f"{sleutel} van {self.naam}" if self.naam else sleutel)
        gelezen = {naam: self._parse_date(sleutel, dag) for naam, dag in tabel.items() if dag != ONBEKEND}
        return {naam: dag for naam, dag in gelezen.items() if dag is not None}

    def _parse_date(self, sleutel: str, waarde: Any) -> date | None:
        if isinstance(waarde, str):
            try:
                waarde = date.fromisoformat(waarde.strip())
            except ValueError:
                self.report(sleutel, "dit is geen datum", "schrijf jaar-maand-dag, zoals 2026-03-01")
                return None
        if isinstance(waarde, datetime):
            return waarde.date()
        if waarde is None or isinstance(waarde, date):
            return waarde
        self.report(sleutel, "dit is geen datum", "schrijf jaar-maand-dag, zoals 2026-03-01")
        return None

    def read_count(self, sleutel: str) -> int | None:
        """Return a whole number of at least 0."""
        waarde = self._pick(sleutel, False)
        if waarde is None:
            return None
        if isinstance(waarde, int) and not isinstance(waarde, bool) and waarde >= 0:
            return waarde
        self.report(
            sleutel, "hier hoort een heel getal", "schrijf alleen cijfers, zonder punten en aanhalingstekens"
        )
        return None

    def read_flag(self, sleutel: str) -> bool:
        """Return true or false; ja and nee count as well."""
        waarde = self._pick(sleutel, False)
        if isinstance(waarde, str) and waarde.casefold() in ("ja", "nee"):
            return waarde.casefold() == "ja"
        if waarde is None or isinstance(waarde, bool):
            return bool(waarde)
        self.report(sleutel, "hier hoort true of false", f"schrijf {sleutel} = true")
        return False

    def read_numbers(self, sleutel: str) -> dict[str, float]:
        """Return a table of numbers, such as ``{ euro = 68000, weken = 16 }``."""
        return {
            naam: float(waarde)
            for naam, waarde in self.read_table(sleutel).items()
            if self._is_number(sleutel, naam, waarde)
        }

    def read_lists(self, sleutel: str) -> dict[str, tuple[str, ...]]:
        """Return a table of lists of texts; a single text is a list of one."""
        return {
            naam: tuple(str(deel).strip() for deel in (waarde if isinstance(waarde, list) else [waarde]))
            for naam, waarde in self.read_table(sleutel).items()
            if waarde not in (ONBEKEND, [ONBEKEND], "", [])
        }

    def read_table(self, sleutel: str) -> dict[str, Any]:
        """Return a table within the table; empty when it was not given."""
        waarde = self._pick(sleutel, False)
        if waarde is None or isinstance(waarde, dict):
            return dict(waarde or {})
        self.report(sleutel, "hier hoort een tabel", f'schrijf {sleutel} = {{ naam = "…" }}')
        return {}

    def read_path(self, sleutel: str) -> str:
        """Return the path of a file, with forward slashes and without signs that cannot be in one."""
        return self.check_path(sleutel, self.read_text(sleutel))

    def check_path(self, sleutel: str, pad: str) -> str:
        """Return the path with forward slashes; a control sign in it is a problem (a line end, a form feed)."""
        if _CONTROL.search(pad):
            wat = r"in dit pad is \ met de letter erachter een onzichtbaar teken geworden"
            self.report(sleutel, wat, "schrijf / in plaats van \\, ook op Windows")
            return ""
        return pad.replace("\\", "/")

    def _pick(self, sleutel: str, gevraagd: bool) -> Any:
        waarde = self.inhoud.get(sleutel)
        if waarde in (ONBEKEND, [ONBEKEND]):
            waarde = None
        if waarde in (None, "", []) and (gevraagd or self.inhoud.get(sleutel) == ONBEKEND):
            self.niet_opgegeven.append(f"{sleutel} van {self.naam}" if self.naam else sleutel)
        return waarde

    def _is_number(self, sleutel: str, naam: str, waarde: Any) -> bool:
        if waarde == ONBEKEND:
            return False
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            return True
        self.report(sleutel, f"'{naam}' is geen getal", "schrijf alleen cijfers, met een punt voor decimalen")
        return False


def _name_choices(woord: str, keuzes: Sequence[str]) -> str:
    """Return the word of a vocabulary that was probably meant, all of them when none was."""
    lijkt = get_close_matches(woord, keuzes, n=1, cutoff=_ALIKE)
    return f"bedoelde u '{lijkt[0]}'?" if lijkt else f"kies uit {', '.join(keuzes)}"
