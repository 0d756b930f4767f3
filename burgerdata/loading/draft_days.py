"""The days of a delivery in a draft: asked for where no file tells them, with the day that the name of a file has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from burgerdata.getallen import format_datum, join_woorden
from burgerdata.instruments.momenten import NUMBER
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.loading.dagen_uit_naam import names_export, propose_dagen
from burgerdata.loading.drafts import Concept
from burgerdata.loading.golfvolgorde import TWIJFEL
from burgerdata.loading.toml_values import write_key
from burgerdata.schema.labels import MAANDEN
from burgerdata.settings import Levering

_ASKED_DAYS = ("enquete", "klantpanel", "focusgroep", *ONDERDELEN)
_OF_A_DAY = ("focusgroep", *ONDERDELEN)
"""Instruments for which people come together; the day in the name of a survey is mostly that of its export."""
_EINDEN = {"begindatum": "eerste dag", "einddatum": "laatste dag"}
_ONBEKEND = "de dag staat niet in het bestand"
_KLOPT = "{einde}, volgens {waar}; verbeter wat niet klopt"
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([-_. ])(0?[1-9]|1[0-2])\2(20\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?<!\d)(0?[1-9]|[12]\d|3[01])[-_. ]*([^\W\d_]{3,9})\.?(?:[-_. ]*(20\d\d)(?!\d))?(?![^\W\d_])"
)


def ask_days(concept: Concept) -> list[str]:
    """Return the lines about the first and last day, per wave where there are more, when no file tells them.

    A day with its year in the name of each file is filled in, to be looked over; one without a year is told.
    """
    levering = concept.levering
    if not concept.zonder_jaar and (levering.instrument not in _ASKED_DAYS or _know_days(concept)):
        return []
    if concept.zonder_jaar:
        return [f'{naam} = "?"  # in de tabel staan dagen zonder jaar' for naam in _EINDEN]
    if levering.instrument == "klantpanel":
        return _ask_golven(levering)
    eigen = _tell_days(levering.bestanden) if levering.instrument in _OF_A_DAY else []
    return eigen or [f'{naam} = "?"  # {_ONBEKEND}' for naam in _EINDEN]


def _ask_golven(levering: Levering) -> list[str]:
    """Return the lines about the days of each wave, filled in where the name of its file has a month."""
    golven = tuple(levering.metingen) or ("",)
    dagen = propose_dagen(levering)
    regels = []
    for plek, naam in enumerate(_EINDEN):
        per_golf = {golf: f"{dagen[golf][plek]}" if golf in dagen else '"?"' for golf in golven}
        paren = ", ".join(
            f"{write_key(golf.removesuffix(TWIJFEL))} = {dag}" for golf, dag in per_golf.items()
        )
        waarde = f"{{ {paren} }}" if len(golven) > 1 else next(iter(per_golf.values()))
        uitleg = _KLOPT.format(einde=_EINDEN[naam], waar="de naam van het bestand") if dagen else _ONBEKEND
        regels.append(f"{naam} = {waarde}  # {uitleg}")
    return regels


def read_naamdag(bestand: str) -> tuple[date | None, str]:
    """Return the one day in the name of a file, and as people say it when its year is missing.

    Examples
    --------
    >>> read_naamdag("Gesprek-20260324_140312-Opname.vtt"), read_naamdag("ruw/verslag 11mrt.docx")
    ((datetime.date(2026, 3, 24), ''), (None, '11 maart'))
    >>> read_naamdag("groep 3 en 4 mei.docx"), read_naamdag("2 groepen, 1-4-2026 en 2-4-2026.txt")
    ((None, '4 mei'), (None, ''))
    """
    naam = PurePosixPath(bestand).stem.casefold()
    dagen = [_make(jaar, maand, dag) for jaar, _, maand, dag in _YEAR_FIRST.findall(naam)]
    dagen += [_make(jaar, maand, dag) for dag, _, maand, jaar in _DAY_FIRST.findall(naam)]
    genoemd = [(dag, NUMBER[woord], jaar) for dag, woord, jaar in _NAMED.findall(naam) if woord in NUMBER]
    dagen += [_make(jaar, maand, dag) for dag, maand, jaar in genoemd if jaar]
    zeker = {dag for dag in dagen if dag}
    if zeker or len(genoemd) != 1:
        return (zeker.pop(), "") if len(zeker) == 1 else (None, "")
    dag, maand, _ = genoemd[0]
    return None, f"{int(dag)} {MAANDEN[maand - 1]}"


def _tell_days(bestanden: Sequence[str]) -> list[str]:
    """Return the lines with the days that the names of files tell; none where a name tells nothing."""
    gelezen = [read_naamdag(bestand) for bestand in dict.fromkeys(bestanden) if not names_export(bestand)]
    waar = "de naam van het bestand" if len(gelezen) == 1 else "de namen van de bestanden"
    dagen = sorted(dag for dag, _ in gelezen if dag)
    if gelezen and len(dagen) == len(gelezen):
        einden = zip(_EINDEN.items(), (dagen[0], dagen[-1]), strict=True)
        return [f"{naam} = {dag}  # {_KLOPT.format(einde=einde, waar=waar)}" for (naam, einde), dag in einden]
    if gelezen and all(dag or los for dag, los in gelezen):
        woorden = [format_datum(dag) if dag else los for dag, los in gelezen]
        reden = f"volgens {waar} {join_woorden(list(dict.fromkeys(woorden)))}; welk jaar?"
        return [f'{naam} = "?"  # {reden}' for naam in _EINDEN]
    return []


def _make(jaar: str, maand: str | int, dag: str) -> date | None:
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        return None


def _know_days(concept: Concept) -> bool:
    """Return whether the files tell when people answered; of a delivery in parts no file does for the whole."""
    if concept.levering.instrument in ONDERDELEN:
        return False
    return all(lid.periode is not None for lid in concept.bundel.leden)
