"""The days of a delivery in a draft: asked for where no file tells them, with the day that the name of a file has."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath

from burgerdata.getallen import format_datum, join_woorden
from burgerdata.instruments.dagen import make_dag
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.loading.drafts import Concept, Filedag
from burgerdata.loading.golfmaanden import find_golfmaanden
from burgerdata.loading.golfvolgorde import TWIJFEL
from burgerdata.loading.naamdagen import names_export, read_moment
from burgerdata.loading.toml_values import write_key
from burgerdata.settings import Levering

_ASKED_DAYS = ("enquete", "klantpanel", "focusgroep", *ONDERDELEN)
_TALKS = (".docx", ".odt", ".txt", ".md", ".vtt")
_EINDEN = {"begindatum": "eerste dag", "einddatum": "laatste dag"}
_ONBEKEND = "de dag staat niet in het bestand"
_KLOPT = "{einde}, volgens {waar}; verbeter wat niet klopt"


def ask_days(concept: Concept) -> list[str]:
    """Return the lines about the first and last day, per wave where there are more, when no file tells them.

    A day with its year in the name of each file is filled in, to be looked over; one without a year is told.
    """
    levering = concept.levering
    maanden, kop = find_golfmaanden(concept) if levering.instrument == "klantpanel" else ({}, "")
    golven = tuple(levering.metingen) or ("",)
    if _know_days(concept) and not set(golven) <= set(maanden):
        maanden = {}
    elif maanden and not concept.zonder_jaar:
        return _ask_golven(
            levering, maanden, f"kolom {kop!r} (alleen een maand, of steeds de eerste dag ervan)"
        )
    if not concept.zonder_jaar and (levering.instrument not in _ASKED_DAYS or _know_days(concept)):
        return []
    if concept.jaardagen:
        return [
            f"{naam} = {dag}  # {einde}, met een jaar dat is geraden naar de andere bestanden: in de tabel staan dagen zonder jaar"
            for (naam, einde), dag in zip(_EINDEN.items(), concept.jaardagen, strict=True)
        ]
    if concept.zonder_jaar:
        return [f'{naam} = "?"  # in de tabel staan dagen zonder jaar' for naam in _EINDEN]
    if levering.instrument == "klantpanel":
        waar = f"de naam van {'de meting' if _share_file(levering) else 'het bestand'}"
        return _ask_golven(levering, propose_dagen(levering), waar)
    eigen = _tell_days(concept.dagen)
    return eigen or [f'{naam} = "?"  # {_ONBEKEND}' for naam in _EINDEN]


def find_golfdagen(concept: Concept) -> dict[str, tuple[date, date]]:
    """Return wave → first and last day as the draft proposes them: by a column with months, else by names."""
    return find_golfmaanden(concept)[0] or propose_dagen(concept.levering)


def _ask_golven(levering: Levering, dagen: Mapping[str, tuple[date, date]], waar: str) -> list[str]:
    """Return the lines about the days of each wave, filled in where ``waar`` tells them."""
    golven = tuple(levering.metingen) or ("",)
    regels = []
    for plek, naam in enumerate(_EINDEN):
        per_golf = {golf: f"{dagen[golf][plek]}" if golf in dagen else '"?"' for golf in golven}
        paren = ", ".join(
            f"{write_key(golf.removesuffix(TWIJFEL))} = {dag}" for golf, dag in per_golf.items()
        )
        waarde = f"{{ {paren} }}" if len(golven) > 1 else next(iter(per_golf.values()))
        uitleg = _KLOPT.format(einde=_EINDEN[naam], waar=waar) if dagen else _ONBEKEND
        regels.append(f"{naam} = {waarde}  # {uitleg}")
    return regels


def propose_dagen(levering: Levering) -> dict[str, tuple[date, date]]:
    """Return wave → first and last day, of the waves whose file name has a month and a year; an only wave has an empty name.

    A month without a day is the whole month. Of waves that share a file their own names say it.

    Examples
    --------
    >>> panel = Levering("p", "klantpanel", metingen={"nul": "panel_nov2025.sav", "een": "panel mei.sav"})
    >>> {naam: tuple(map(str, dagen)) for naam, dagen in propose_dagen(panel).items()}
    {'nul': ('2025-11-01', '2025-11-30')}
    """
    bestanden = levering.metingen if len(levering.metingen) > 1 else {"": levering.bestanden[0]}
    if _share_file(levering):
        bestanden = {naam: naam for naam in levering.metingen}
    gevonden = {naam: _read_dagen(bestand) for naam, bestand in bestanden.items()}
    return {naam: dagen for naam, dagen in gevonden.items() if dagen is not None}


def _share_file(levering: Levering) -> bool:
    return len(set(levering.metingen.values())) < len(levering.metingen)


def _read_dagen(bestand: str) -> tuple[date, date] | None:
    moment = None if names_export(bestand) else read_moment(PurePosixPath(bestand).name)
    jaar, maand, dag = moment or (0, 0, 0)
    if not jaar or not maand:
        return None
    eerste = make_dag(jaar, maand, dag or 1)
    laatste = make_dag(jaar, maand, dag or monthrange(jaar, maand)[1])
    return (eerste, laatste) if eerste and laatste else None


def _tell_days(gelezen: Sequence[Filedag]) -> list[str]:
    """Return the lines with the days that files tell; none where nothing tells a day."""
    waar = _say_where(gelezen)
    dagen = sorted(een.dag for een in gelezen if een.dag)
    if gelezen and len(dagen) == len(gelezen):
        laatste = max([*dagen, *(een.tot for een in gelezen if een.tot)])
        einden = zip(_EINDEN.items(), (dagen[0], laatste), strict=True)
        jaar = (
            ", met een jaar dat is geraden naar de andere bestanden"
            if any(een.geraden for een in gelezen)
            else ""
        )
        return [
            f"{naam} = {dag}  # {_KLOPT.format(einde=einde, waar=waar + jaar)}"
            for (naam, einde), dag in einden
        ]
    woorden = [format_datum(een.dag) if een.dag else een.los for een in gelezen if een.dag or een.los]
    gezegd = join_woorden(list(dict.fromkeys(woorden)))
    if woorden and len(woorden) < len(gelezen):
        reden = f"volgens {waar} {gezegd}; van {len(gelezen) - len(woorden)} staat de dag er niet bij"
        return [f'{naam} = "?"  # {reden}' for naam in _EINDEN]
    if woorden:
        mist = "welk jaar?" if all(een.dag or een.los[0].isdigit() for een in gelezen) else "welke dag?"
        return [f'{naam} = "?"  # volgens {waar} {gezegd}; {mist}' for naam in _EINDEN]
    return []


def _say_where(gelezen: Sequence[Filedag]) -> str:
    """Return where the days were read: in names of files, above talks, or both."""
    namen = "de naam van het bestand" if len(gelezen) == 1 else "de namen van de bestanden"
    gesprek = all(PurePosixPath(een.bestand).suffix.casefold() in _TALKS for een in gelezen)
    koppen = "de kop van het gesprek" if len(gelezen) == 1 else "de koppen van de gesprekken"
    koppen = koppen if gesprek else "de titel boven de tabel"
    waar = {koppen if een.kop else namen for een in gelezen if een.dag or een.los}
    return " en ".join(sorted(waar, reverse=True))


def _know_days(concept: Concept) -> bool:
    """Return whether the files tell when people answered; of a delivery in parts no file does for the whole."""
    if concept.levering.instrument in ONDERDELEN:
        return False
    return all(lid.periode is not None for lid in concept.bundel.leden)
