"""The text of traject.toml: decoded, looked over for what people type by accident, and parsed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from burgerdata.errors import BronError, Probleem
from burgerdata.intake.open import decode_text

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_CURLY = re.compile("[“”„‟‘’‚′″]")
_DUTCH_DATE = re.compile(r"(?<![\w-])(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?![\w-])")
_ISO_DATE = re.compile(r"(?<![\w-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\w-]|\s*=)")
_BAD_ESCAPE = re.compile(r'(?<!\\)(?:\\\\)*\\[^"\\]')
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w.\"-]+)\s*=")
_NUMBER = re.compile(
    r"\s*(drempel|verborgen|indicatief|uitgenodigd|aangemeld|geselecteerd|gestart|afgerond)\s*=\s*[^\W\d]"
)
"""A setting that is a number and was written as a word."""
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")


@dataclass(frozen=True)
class TomlTekst:
    """A parsed traject.toml and on which line each key stands; ``regels`` maps (table, number, key) to a line."""

    bestand: str
    inhoud: dict[str, Any] = field(default_factory=dict)
    regels: dict[tuple[str, int, str], int] = field(default_factory=dict)
    problemen: tuple[Probleem, ...] = ()

    def report(self, wat: str, remedie: str = "", *, plek: tuple[str, int, str]) -> Probleem:
        """Return a problem that points at the line of this key, or at the table it should stand in."""
        tabel, nummer, sleutel = plek
        regel = self.regels.get(plek) or self.regels.get((tabel, nummer, ""))
        return Probleem(wat, remedie, self.bestand, rij=regel, kolom=sleutel)


def read_toml(pad: Path) -> TomlTekst:
    """Return traject.toml parsed, or with the problems that keep it from being parsed; all that are found at once.

    Raises
    ------
    BronError
        When there is no such file or it cannot be opened.
    """
    try:
        inhoud = pad.read_bytes()
    except FileNotFoundError as fout:
        remedie = "maak het met 'kit.py nieuw', of kies de map waarin het staat"
        raise BronError("traject.toml ontbreekt in deze map", remedie, bestand=pad.name) from fout
    except OSError as fout:
        raise BronError("dit bestand kan niet worden geopend", "sluit het elders", bestand=pad.name) from fout
    tekst, _ = decode_text(inhoud)
    return parse_toml(tekst, bestand=pad.name)


def parse_toml(tekst: str, *, bestand: str = "traject.toml") -> TomlTekst:
    r"""Return the parsed text; a slip that keeps it from parsing is told with line and remedy.

    Examples
    --------
    >>> print(*parse_toml('titel = “Boa”\nbesluit = 1-3-2026').problemen, sep="\n")
    traject.toml, rij 1: hier staan krulaanhalingstekens; typ rechte aanhalingstekens: "
    traject.toml, rij 2: een datum staat hier dag eerst; schrijf 2026-03-01
    """
    schoon = tekst.replace("\r\n", "\n").replace("\r", "\n")
    slips = _find_slips(schoon, bestand)
    try:
        inhoud = tomllib.loads(schoon)
    except tomllib.TOMLDecodeError:
        inhoud, fouten = _parse_rest(schoon, bestand)
        gezegd = {slip.rij for slip in slips}
        slips += [fout for fout in fouten if fout.rij not in gezegd]
        # what a slip leads to on another line is no fault of its own
        if not inhoud and gezegd:
            slips = [slip for slip in slips if slip.rij in gezegd]
    regels = _find_lines(schoon) if inhoud else {}
    return TomlTekst(bestand, inhoud, regels, tuple(sorted(slips, key=lambda slip: slip.rij or 0)))


def _parse_rest(tekst: str, bestand: str) -> tuple[dict[str, Any], list[Probleem]]:
    """Return a text without the lines that are wrong by themselves, each as a setting that is not given, and these lines.

    Then what is wrong elsewhere is told as well. Where a line is wrong by what stands around it, nothing is returned.
    """
    regels = tekst.split("\n")
    fouten: list[Probleem] = []
    while True:
        try:
            return tomllib.loads("\n".join(regels)), fouten
        except tomllib.TOMLDecodeError as fout:
            probleem = _translate(fout, "\n".join(regels), bestand)
            fouten.append(probleem)
            nummer = (probleem.rij or 1) - 1
            sleutel = _KEY.match(regels[nummer])
            if sleutel is None or not _fails_alone(regels[nummer]):
                return {}, fouten
            regels[nummer] = f'{sleutel.group(1)} = "?"'


def _fails_alone(regel: str) -> bool:
    try:
        tomllib.loads(regel)
    except tomllib.TOMLDecodeError:
        return True
    return False


def _find_slips(tekst: str, bestand: str) -> list[Probleem]:
    problemen = []
    in_blok = False
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        blokken = regel.count('"""') + regel.count("'''")
        if in_blok or blokken:
            in_blok ^= blokken % 2 == 1
            continue
        problemen += _slips_of(regel, nummer, bestand)
    return problemen


def _slips_of(regel: str, nummer: int, bestand: str) -> list[Probleem]:
    """Return what is wrong on one line: curly quotes around a text, a date day first, a path with backslashes."""
    kaal = _STRING.sub('""', regel).split("#", 1)[0]
    gevonden = []
    if _CURLY.search(kaal):
        gevonden.append(("hier staan krulaanhalingstekens", 'typ rechte aanhalingstekens: "'))
    elif (datum := _DUTCH_DATE.search(kaal)) and not kaal.lstrip().startswith("["):
        dag, maand, jaar = (int(deel) for deel in datum.groups())
        gevonden.append(("een datum staat hier dag eerst", f"schrijf {jaar:04}-{maand:02}-{dag:02}"))
    if wat := _tell_dag(kaal):
        gevonden.append(wat)
    if any(stuk.startswith('"') and _BAD_ESCAPE.search(stuk[1:-1]) for stuk in _STRING.findall(regel)):
        gevonden.append(
            (r"hier staat een \ in een tekst of pad", "schrijf / in plaats van \\, ook op Windows")
        )
    return [Probleem(wat, remedie, bestand, rij=nummer) for wat, remedie in gevonden]


def _tell_dag(kaal: str) -> tuple[str, str] | None:
    """Return what is wrong with a date year first: no such day, or a number without its zero."""
    for datum in _ISO_DATE.finditer(kaal.partition("=")[2]):
        try:
            dag = date(*(int(deel) for deel in datum.groups()))
        except ValueError:
            return "deze dag bestaat niet", "schrijf jaar-maand-dag, zoals 2026-03-01"
        if datum.group() != dag.isoformat():
            return "in deze datum mist een nul", f"schrijf {dag.isoformat()}"
    return None


def _translate(fout: tomllib.TOMLDecodeError, tekst: str, bestand: str) -> Probleem:
    """Return the parser's complaint in Dutch: what is known of it is the line."""
    plek = _AT_LINE.search(str(fout))
    nummer = int(plek.group(1)) if plek and plek.group(1) else tekst.count("\n") + 1
    if "overwrite" in str(fout) or "twice" in str(fout):
        wat, remedie = "deze naam staat er twee keer", "verwijder een van de twee regels"
    elif "\x00" in tekst or "control" in str(fout).lower():
        wat, remedie = "hier staat een onzichtbaar teken", "typ deze regel opnieuw"
    elif nummer and (getal := _NUMBER.match(tekst.split("\n")[nummer - 1])):
        wat, remedie = "hier hoort een heel getal", f"schrijf het in cijfers, zoals {getal.group(1)} = 10"
    else:
        wat = "deze regel is geen geldige instelling"
        remedie = 'schrijf naam = "waarde", met een aanhalingsteken aan beide kanten en lijsten tussen [ ]'
    return Probleem(wat, remedie, bestand, rij=nummer)


def _find_lines(tekst: str) -> dict[tuple[str, int, str], int]:
    """Return the line of every key, by the table it stands in and the number of that table."""
    regels: dict[tuple[str, int, str], int] = {}
    tabel, nummer = "", 0
    gezien: dict[str, int] = {}
    for regel_nr, regel in enumerate(tekst.split("\n"), start=1):
        kop = _HEADER.match(regel)
        if kop is not None and "=" not in regel.split("#", 1)[0]:
            tabel = kop.group(2).strip('"')
            nummer = gezien.get(tabel, 0)
            gezien[tabel] = nummer + 1
            regels[(tabel, nummer, "")] = regel_nr
        elif (sleutel := _KEY.match(regel)) is not None:
            regels.setdefault((tabel, nummer, sleutel.group(1).strip('"').split(".")[0]), regel_nr)
    return regels
