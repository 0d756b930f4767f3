"""A list of participants that numbers its groups where a file has another name: told by the names of who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.formats import Lezing
from burgerdata.intake import Zegel
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_SHARE = 0.5


def place_groepen(lijst: Lezing, gesprekken: Sequence[Gesprek], zegel: Zegel) -> Lezing:
    """Return the list with a group that no conversation is called after as the one conversation in which its names speak.

    A conversation that another group of the list is called after stays with that group: who is in the wrong one is for the
    check to tell. Codes with a number begin anew in each conversation, so they tell nothing.
    """
    bij: dict[str, list[str]] = {}
    for groep, code, _ in zegel.sprekers.rijen:
        bij.setdefault(groep, []).append(code)
    sprekers: dict[str, set[str]] = {}
    for gesprek in gesprekken:
        naam = zegel.name_groep(zegel.groep or gesprek.bestand)
        sprekers.setdefault(naam, set()).update(set(gesprek.beurten[PERSOON]) - {""})
    over = {naam: wie for naam, wie in sprekers.items() if naam not in bij}
    los = {groep: codes for groep, codes in bij.items() if groep not in sprekers}
    plek = {groep: naam for groep, codes in los.items() if (naam := _find_gesprek(codes, over, zegel))}
    uniek = {groep: naam for groep, naam in plek.items() if [*plek.values()].count(naam) == 1}
    nieuw = {
        zegel.make_persoon(code, groep=groep): zegel.make_persoon(code, groep=naam)
        for groep, naam in uniek.items()
        for code in los[groep]
    }
    return rename_personen(lijst, nieuw)


def rename_personen(lijst: Lezing, nieuw: dict[str, str]) -> Lezing:
    """Return a list with other ids for some of its people; as it is for none."""
    vormen = tuple(
        replace(vorm, frame=vorm.frame.assign(**{PERSOON: vorm.frame[PERSOON].astype("str").replace(nieuw)}))
        if isinstance(vorm, Tabel)
        else vorm
        for vorm in lijst.vormen
    )
    return replace(lijst, vormen=vormen) if nieuw else lijst


def _find_gesprek(codes: Sequence[str], over: dict[str, set[str]], zegel: Zegel) -> str:
    """Return the one conversation in which at least half of these people speak by name; empty when none or more do."""
    namen = [code for code in codes if not any(teken.isdigit() for teken in code)]
    gevonden = [
        naam
        for naam, wie in over.items()
        if namen and sum(zegel.make_persoon(code, groep=naam) in wie for code in namen) >= _SHARE * len(codes)
    ]
    return gevonden[0] if len(gevonden) == 1 else ""
