"""Which part each table and conversation of a delivery is: as traject.toml says, else by the headers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.onderdelen import ONDERDELEN, is_persoonskop, recognise_onderdeel
from burgerdata.instruments.records import missing_kolom
from burgerdata.instruments.taak_en_sus import holds_both, split_both
from burgerdata.instruments.taakkolommen import has_taakbladen, has_taken_in_rijen, holds_taakkolommen
from burgerdata.instruments.trechter import read_trechter
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import Gesprek, Tabel

_BOTH = ("sus", "taken")


@dataclass(frozen=True)
class Onderdeel:
    """One shape of a delivery with the part it is; ``met_personen`` says whether its rows tell who they are about.

    ``bijeenkomst`` is the name of its sheet where a workbook has several of this part: a sheet per evening.
    ``helft`` marks a part whose rows another part of the same sheet counts.
    """

    rol: str
    vorm: Tabel | Gesprek
    met_personen: bool = False
    bijeenkomst: str = ""
    helft: bool = False


def assign_onderdelen(lezingen: Sequence[Lezing], levering: Levering) -> list[Onderdeel]:
    """Return every table and conversation of a delivery with its part: as traject.toml says, else by its headers.

    Files of ``metingen`` are no parts and are left out.

    Raises
    ------
    ContractError
        Every table of which the part is neither said nor told by its headers.
    """
    golven = set(levering.metingen.values())
    gevonden: list[Onderdeel] = []
    problemen: list[Probleem] = []
    for lezing in (lezing for lezing in lezingen if lezing.bestand not in golven):
        eigen = _list_gezegd(lezing, levering)
        for vorm, rol in _list_rollen(lezing, levering):
            met_personen = _has_persons(lezing, vorm.blad, levering)
            if rol in _BOTH and isinstance(vorm, Tabel) and _is_both(vorm, levering, eigen):
                delen = split_both(vorm).items()
                gevonden += [
                    Onderdeel(deel, half, met_personen, helft=deel == "taken") for deel, half in delen
                ]
            elif rol:
                gevonden.append(Onderdeel(rol, vorm, met_personen))
            else:
                problemen.append(_report_unknown(vorm, levering, eigen))
    if problemen:
        raise ContractError(problemen)
    keren = Counter((deel.rol, deel.vorm.bestand) for deel in gevonden)
    return [
        replace(deel, bijeenkomst=deel.vorm.blad) if keren[deel.rol, deel.vorm.bestand] > 1 else deel
        for deel in gevonden
    ]


def _list_gezegd(lezing: Lezing, levering: Levering) -> tuple[str, ...]:
    """Return the parts that traject.toml says this file holds."""
    return tuple(rol for rol, bestanden in levering.onderdelen.items() if lezing.bestand in bestanden)


def _list_rollen(lezing: Lezing, levering: Levering) -> list[tuple[Tabel | Gesprek, str]]:
    """Return the shapes of a file that hold something, each with its part; without those that are read from another file.

    A sheet beside others that counts the recruitment is no part either: its counts are settings.
    """
    vormen: tuple[Tabel | Gesprek, ...] = (*lezing.tabellen, *lezing.gesprekken)
    gevuld = [
        vorm
        for vorm in vormen
        if isinstance(vorm, Gesprek) or (len(vorm.frame) and not (len(vormen) > 1 and read_trechter(vorm)))
    ]
    bladen = "taken" in ONDERDELEN[levering.instrument] and has_taakbladen(lezing.tabellen, levering.kolommen)
    eigen = _list_gezegd(lezing, levering)
    rollen = [
        _find_rol(vorm, levering, eigen, alleen=len(lezing.vormen) == 1) or ("taken" if bladen else "")
        for vorm in gevuld
    ]
    over = [rol for rol in eigen if rol not in rollen]
    if len(over) == rollen.count("") == 1:  # of two sheets one was told by its headers
        rollen[rollen.index("")] = over[0]
    paren = zip(gevuld, rollen, strict=True)
    return [(vorm, rol) for vorm, rol in paren if not _is_elders(rol, eigen, levering)]


def drop_elders(lezingen: Sequence[Lezing], levering: Levering) -> tuple[Lezing, ...]:
    """Return the readings without the sheets of a part that traject.toml has from another file."""
    if not levering.onderdelen:
        return tuple(lezingen)
    houden = [{id(vorm) for vorm, _ in _list_rollen(lezing, levering)} for lezing in lezingen]
    golven = set(levering.metingen.values())
    return tuple(
        lezing
        if lezing.bestand in golven
        else replace(lezing, vormen=tuple(vorm for vorm in lezing.vormen if id(vorm) in eigen))
        for lezing, eigen in zip(lezingen, houden, strict=True)
    )


def _is_elders(rol: str, gezegd: Sequence[str], levering: Levering) -> bool:
    """Return whether traject.toml says that this file is another part, and that this part is in another file."""
    return bool(gezegd) and rol not in gezegd and bool(levering.onderdelen.get(rol))


def _is_both(tabel: Tabel, levering: Levering, gezegd: Sequence[str]) -> bool:
    """Return whether a sheet holds tasks and the SUS, and traject.toml does not say that it is one of them only."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    return (not gezegd or set(gezegd) >= set(_BOTH)) and holds_both(koppen, levering.kolommen)


def _find_rol(vorm: Tabel | Gesprek, levering: Levering, gezegd: Sequence[str], *, alleen: bool) -> str:
    """Return the part that a shape is; ``gezegd`` are the parts that traject.toml says its file holds."""
    bekend = ONDERDELEN[levering.instrument]
    een = gezegd[0] if len(gezegd) == 1 else ""
    if een and (alleen or isinstance(vorm, Gesprek)):
        return een
    if fold(vorm.blad) in bekend:
        return fold(vorm.blad)
    if isinstance(vorm, Gesprek):
        return next((rol for rol in ("notities", "aanbevelingen") if rol in bekend), "")
    koppen = [kolom.naam for kolom in vorm.kolommen]
    genoemd = recognise_onderdeel(koppen, gezegd, levering.kolommen) if gezegd else ""
    herkend = genoemd or recognise_onderdeel(koppen, bekend, levering.kolommen)
    taken = "taken" in bekend and (holds_taakkolommen(vorm) or has_taken_in_rijen(vorm))
    return herkend or ("taken" if taken else een)


def _has_persons(lezing: Lezing, blad: str, levering: Levering) -> bool:
    """Return whether a column of persons was used up when this sheet was sealed."""
    logboek = lezing.logboek
    if logboek.empty:
        return True
    weg = logboek.loc[logboek["reden"].eq("kolom_persoonsgegeven") & logboek["blad"].eq(blad), "kolom"]
    return any(fold(str(naam)) == fold(levering.persoon) or is_persoonskop(str(naam)) for naam in weg)


def _report_unknown(vorm: Tabel | Gesprek, levering: Levering, gezegd: Sequence[str]) -> Probleem:
    bekend = ", ".join(ONDERDELEN[levering.instrument])
    wat = f"aan de koppen is niet te zien welk onderdeel van levering '{levering.naam}' dit is"
    remedie = f"zeg het in traject.toml bij 'onderdelen'; er zijn {bekend}"
    if vorm.blad:
        remedie += "; is het geen onderdeel, zoals een lijst van deelnemers of een uitleg, bewaar dit blad dan in een eigen bestand"
    if len(gezegd) > 1:
        remedie = f"geef elk blad van dit bestand de naam van zijn onderdeel: {', '.join(gezegd)}"
    return Probleem(wat, remedie, vorm.bestand, vorm.blad)


def check_kolommen(onderdelen: Sequence[Onderdeel], levering: Levering) -> None:
    """Raise ContractError for each column of ``kolommen`` that none of the tables has."""
    tabellen = [deel.vorm for deel in onderdelen if isinstance(deel.vorm, Tabel)]
    problemen = [
        missing_kolom(tabellen[0], naam, f"kolommen.{veld}")
        for veld, namen in levering.kolommen.items()
        for naam in namen
        if tabellen and all(find_kolom(tabel, naam) is None for tabel in tabellen)
    ]
    if problemen:
        raise ContractError(problemen)
