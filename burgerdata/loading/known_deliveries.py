"""Deliveries that a traject.toml of before has: the drafts of `nieuw` bear their names, so that new sheets fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from burgerdata.instruments.vraagregels import fold
from burgerdata.loading.drafts import Concept
from burgerdata.loading.grouping import Bundel
from burgerdata.loading.leveringsnamen import propose_namen
from burgerdata.settings import Instellingen, Levering

_MET_VRAGEN = ("enquete", "klantpanel", "straatgesprek")
"""Instruments of which the columns are questions, whichever of them `nieuw` takes a table for."""


def list_leveringsbestanden(levering: Levering) -> tuple[str, ...]:
    """Return every file that a delivery names, its list of participants and codebook among them."""
    return (*levering.bestanden, *filter(None, [levering.deelnemerslijst, levering.codeboek]))


def list_genoemd(instellingen: Instellingen | None) -> frozenset[str]:
    """Return every file that some delivery names; none where there is no traject.toml yet."""
    leveringen = instellingen.leveringen if instellingen else ()
    return frozenset(bestand for levering in leveringen for bestand in list_leveringsbestanden(levering))


def split_known(
    bundels: Iterable[Bundel], instellingen: Instellingen | None
) -> list[tuple[Bundel, Levering | None]]:
    """Return the bundles with the delivery that has their files, None for files that are in no delivery.

    A bundle of which the files are in several deliveries becomes one for each; a new file goes with the first of them.
    Of versions the one that a delivery names is the file, whichever `nieuw` would choose.
    """
    leveringen = instellingen.leveringen if instellingen else ()
    # of a workbook of several deliveries the one without a sheet has all that no other one names
    heel_laatst = sorted(leveringen, key=lambda lev: not lev.blad)
    bij = {bestand: lev for lev in heel_laatst for bestand in list_leveringsbestanden(lev)}
    per_blad = {(bestand, lev.blad): lev for lev in leveringen for bestand in lev.bestanden if lev.blad}
    uit: list[tuple[Bundel, Levering | None]] = []
    for bundel in (_choose_versies(bundel, bij) for bundel in bundels):
        if eigen := [lev for lid in bundel.leden if (lev := per_blad.get((lid.bestand, lid.blad)))]:
            uit.append((bundel, eigen[0]))
            continue
        bekend = [bij[lid.bestand] for lid in (*bundel.leden, *bundel.versies) if lid.bestand in bij]
        namen = list(dict.fromkeys(lev.naam for lev in bekend))
        if not bekend:
            uit.append((bundel, None))
        for naam in namen:
            levering = next(lev for lev in bekend if lev.naam == naam)
            leden = tuple(lid for lid in bundel.leden if bij.get(lid.bestand, bekend[0]).naam == naam)
            uit += [(replace(bundel, leden=leden), levering)] if leden else []
    return uit


def _choose_versies(bundel: Bundel, genoemd: Collection[str]) -> Bundel:
    """Return the bundle with, for each file that no delivery names, the version of it that one does."""
    leden, versies = list(bundel.leden), list(bundel.versies)
    for nummer, versie in enumerate(bundel.versies):
        van = versie.versie_van or bundel.leden[0].bestand
        plek = next((nr for nr, lid in enumerate(leden) if lid.bestand == van), None)
        if versie.bestand in genoemd and plek is not None and van not in genoemd:
            versies[nummer] = replace(leden[plek], versie_van=versie.bestand)
            leden[plek] = replace(versie, versie_van="")
    return replace(bundel, leden=tuple(leden), versies=tuple(versies))


def name_bundels(paren: Sequence[tuple[Bundel, Levering | None]]) -> list[str]:
    """Return a name per bundle: of its delivery, else of its instrument; where there are more of it with what its file tells.

    Where files tell nothing a number does.
    """
    bezet = {levering.naam for _, levering in paren if levering is not None}
    los = [bundel for bundel, levering in paren if levering is None]
    voorstel = _propose_namen(los, bezet)
    namen = []
    for bundel, levering in paren:
        naam = levering.naam if levering is not None else voorstel.get(id(bundel), "")
        if not naam:
            alleen = sum(ander.soort == bundel.soort for ander in los) == 1
            nummers = (f"{bundel.soort}{nummer}" for nummer in range(2 if alleen else 1, len(paren) + 3))
            kandidaten = [*([bundel.soort] if alleen else []), *nummers]
            naam = next(kandidaat for kandidaat in kandidaten if kandidaat not in bezet)
        bezet.add(naam)
        namen.append(naam)
    return namen


def _propose_namen(los: Sequence[Bundel], bezet: Collection[str]) -> dict[int, str]:
    """Return bundle (its id) → the name that its file gives, for instruments of which there are more."""
    uit: dict[int, str] = {}
    for soort in dict.fromkeys(bundel.soort for bundel in los):
        eigen = [bundel for bundel in los if bundel.soort == soort]
        if len(eigen) > 1:
            uit |= {id(b): naam for b, naam in zip(eigen, propose_namen(eigen, bezet), strict=True)}
    return uit


def fit_rows(concept: Concept, levering: Levering | None) -> Concept:
    """Return the draft with only those rows for vragen.xlsx that its delivery in traject.toml can have.

    A column that the delivery uses otherwise is no question; a table that it reads as messages or as a list has none.
    """
    if levering is None:
        return concept
    gelijk = concept.bundel.soort == levering.instrument
    if not gelijk and not {concept.bundel.soort, levering.instrument} <= set(_MET_VRAGEN):
        return replace(concept, regels=(), vragen=())
    bezet = {fold(kop) for koppen in levering.kolommen.values() for kop in koppen} | {fold(levering.persoon)}
    regels = tuple(regel for regel in concept.regels if fold(regel.kolom) not in bezet)
    over = {fold(regel.kolom) for regel in regels}
    vragen = tuple(vraag for vraag in concept.vragen if any(fold(kop) in over for kop in vraag.kolommen))
    return replace(concept, regels=regels, vragen=vragen)


def list_known(concepten: Sequence[Concept], instellingen: Instellingen | None) -> list[Concept]:
    """Return the drafts of which traject.toml has the delivery; all of them where there is no traject.toml yet."""
    if instellingen is None:
        return list(concepten)
    namen = {levering.naam for levering in instellingen.leveringen}
    return [concept for concept in concepten if concept.levering.naam in namen]
