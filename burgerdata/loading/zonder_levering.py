"""Files that can be read and that a traject.toml of before does not name: what to add to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.getallen import join_woorden
from burgerdata.instruments.vraagregels import Groepregel
from burgerdata.loading.draft_toml import write_levering
from burgerdata.loading.drafts import Concept
from burgerdata.loading.known_deliveries import list_leveringsbestanden
from burgerdata.loading.toml_values import quote
from burgerdata.settings import Instellingen


def state_zonder_levering(
    concepten: Sequence[Concept], groepen: Sequence[Groepregel], instellingen: Instellingen
) -> tuple[str, ...]:
    """Return lines that tell which files are in no delivery yet and what to add; nothing when every file is named.

    A file that belongs to a series of which others are named goes with those; a version of a named file is no news.
    """
    gebruikt = {
        naam: levering for levering in instellingen.leveringen for naam in list_leveringsbestanden(levering)
    }
    namen = {levering.naam for levering in instellingen.leveringen}
    regels: list[str] = []
    for concept in concepten:
        eigen = [lid.bestand for lid in concept.bundel.leden]
        bekend = [gebruikt[naam] for naam in eigen if naam in gebruikt]
        nieuw = [naam for naam in eigen if naam not in gebruikt and naam not in instellingen.codeerprojecten]
        if not nieuw or any(versie.bestand in gebruikt for versie in concept.bundel.versies):
            continue
        genoemd = join_woorden([quote(naam) for naam in nieuw])
        if bekend:
            regels.append(f"{genoemd}: voeg toe bij de bestanden van levering '{bekend[0].naam}'")
            continue
        naam = _make_name(concept.levering.naam, namen)
        namen.add(naam)
        regels.append(f"{genoemd}: voeg toe")
        los = replace(concept, levering=replace(concept.levering, naam=naam))
        regels += [f"  {regel}" for regel in write_levering(los, groepen)]
    return tuple(regels)


def _make_name(naam: str, bezet: set[str]) -> str:
    """Return the name, with a number behind it when another delivery is called so."""
    kandidaten = (naam, *(f"{naam}{nummer}" for nummer in range(2, len(bezet) + 3)))
    return next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)
