"""What `nieuw` prints, in Dutch."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.loading.draft_toml import count_questions, list_needed
from burgerdata.loading.proeflezing import state_leesproblemen
from burgerdata.loading.text_table import align_rows

_PYTHON = "py" if os.name == "nt" else "python3"


_PUNTEN = "haar punten staan in doorwerking.xlsx"
"""What is told of a list of decisions that was taken over."""


class Geschreven(NamedTuple):
    """What was written and what was there already, the text of the draft, and the files that have no delivery in it.

    ``onbekend`` are the sheets of which the draft does not know the part: reading stops there.
    ``voorstellen`` are the workbooks with a sheet of which the analyst takes over what is right; ``problemen`` are what
    stands in the way of reading the folder as it was left.
    """

    nieuw: Sequence[str]
    bestond_al: Sequence[str]
    toml: str
    los: Sequence[str]
    onbekend: Sequence[str] = ()
    voorstellen: Sequence[str] = ()
    problemen: Sequence[Probleem] = ()


def write_voorstel(
    map_: Path,
    bestanden: pd.DataFrame,
    *,
    aantal: int,
    gezien: Sequence[str],
    ontbreekt: Sequence[str],
    geschreven: Geschreven,
) -> str:
    """Return the whole text: the table, what is missing, what was written, what has no delivery, and the next step."""
    nieuw, bestond_al, toml, los, onbekend, voorstellen, problemen = geschreven
    vragen = count_questions(toml)
    regels = [f"{aantal} {'bestand' if aantal == 1 else 'bestanden'} in {map_}", *_table(bestanden)]
    if gezien:
        regels += ["", "Gezien, niet gelezen:", *(f"  {regel}" for regel in gezien)]
    if ontbreekt:
        regels += ["", f"Ontbreekt: {'; '.join(ontbreekt)}"]
    if nieuw:
        regels += ["", f"Geschreven: {', '.join(_name(naam, vragen) for naam in nieuw)}"]
    if bestond_al:
        regels += ["", f"Bestond al en is niet aangeraakt: {', '.join(bestond_al)}"]
    if los:
        regels += ["", "Nog in geen levering van traject.toml:", *(f"  {regel}" for regel in los)]
    if bestanden.empty:
        return "\n".join([*regels, "", *_ask_files(map_, punten=any(_PUNTEN in regel for regel in gezien))])
    stappen = _next_steps(map_, list_needed(toml), onbekend, voorstellen)
    return "\n".join(
        [*regels, "", *(stappen[:-1] + state_leesproblemen(problemen) if problemen else stappen)]
    )


def _ask_files(map_: Path, *, punten: bool) -> list[str]:
    """Return what to do where no file holds what people said: a report would be empty, a letter about decisions not."""
    opdracht = f"{_PYTHON} kit.py"
    regels = [
        "Volgende stap",
        "  1. lees hierboven waarom een bestand niet is gelezen, en zet er een in de map met een rij per mens of melding, of met de tekst van een gesprek",
        f'  2. {opdracht} nieuw "{map_}"',
        "Een rapport kan nog niet: in deze map staat nog niets van wat burgers zeiden of antwoordden.",
    ]
    brief = f'De besluiten staan klaar in doorwerking.xlsx; een brief aan deelnemers kan al: {opdracht} rapporteer "{map_}" --terugkoppeling'
    return [*regels, brief] if punten else regels


def _next_steps(
    map_: Path, nodig: Sequence[str], onbekend: Sequence[str], voorstellen: Sequence[str]
) -> list[str]:
    """Return what to do now; most questions may stay open for a first report."""
    opdracht = f"{_PYTHON} kit.py"
    eisen = [f"{join_woorden(list(nodig))} is ingevuld"] if nodig else []
    if onbekend:
        is_ = "is" if len(onbekend) == 1 else "zijn"
        eisen.append(f"bij onderdelen staat wat {join_woorden(list(onbekend))} {is_}")
    overnemen = (
        f"; kopieer in {join_woorden(list(voorstellen))} van blad voorstel de rijen die kloppen naar het eerste blad"
        if voorstellen
        else ""
    )
    eerst = f"zodra {join_woorden(eisen)}" if eisen else "nu al"
    return [
        "Volgende stap",
        f"  1. kijk in traject.toml of elke levering klopt, en vul in wat u weet{overnemen}",
        f'  2. {opdracht} controleer "{map_}"',
        f'  3. {opdracht} rapporteer "{map_}"',
        f"Een eerste rapport kan {eerst} (stap 3). Wat u nog niet weet, laat u op ? staan: het rapport noemt bij elkaar wat nog open is.",
    ]


def _name(naam: str, vragen: int) -> str:
    if naam != "traject.toml":
        return naam
    return (
        f"traject.toml ({vragen} {'antwoord' if vragen == 1 else 'antwoorden'} van u nodig, gemarkeerd met ?)"
    )


def _table(bestanden: pd.DataFrame) -> list[str]:
    if bestanden.empty:
        return ["  geen enkel bestand herkend als antwoorden of gesprek"]
    rijen = [
        [
            str(rij["bestand"]),
            str(rij["herkend_als"]),
            format_getal(rij["rijen"]),
            format_getal(rij["mensen"]),
            str(rij["periode"]),
            str(rij["let_op"]),
        ]
        for rij in bestanden.to_dict("records")
    ]
    kop = ["bestand", "herkend als", "rijen", "mensen", "periode", "let op"]
    return [f"  {regel}" for regel in align_rows(kop, rijen, rechts=(2, 3))]
