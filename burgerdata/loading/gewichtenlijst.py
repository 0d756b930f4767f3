"""A file with weights beside a survey: put with it where both have the same column of numbers, else told what it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats.peek import is_number_of_rows, list_headers
from burgerdata.getallen import join_woorden
from burgerdata.instruments.kinds import is_weight
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.identifying import fold_header
from burgerdata.intake.nummerkoppen import is_number_header, is_row_header
from burgerdata.loading.drafts import Concept
from burgerdata.loading.herkend import Herkend


def join_gewichten(
    concepten: Sequence[Concept], herkend: Sequence[Herkend], map_: Path
) -> tuple[list[Concept], list[Herkend]]:
    """Return the drafts and the files, each file with weights alone as the list of the one survey that has its number too."""
    over, delen = list(concepten), []
    for deel in herkend:
        plek, kop = _find_survey(over, deel, map_) if deel.aard == "gewichten" else (None, "")
        if plek is not None:
            lijst = replace(deel, soort="deelnemerslijst", reden="", aard="")
            over[plek] = _add(over[plek], lijst, kop)
            delen.append(lijst)
        else:
            delen.append(_tell(deel, over, map_) if deel.aard == "gewichten" else deel)
    return over, delen


def _find_survey(concepten: Sequence[Concept], deel: Herkend, map_: Path) -> tuple[int | None, str]:
    """Return the place of the only survey with the number of a list, and its header; None where none or more have it."""
    gevonden = [
        (plek, kop)
        for plek, kop in _list_surveys(concepten, deel, map_)
        if fold(concepten[plek].levering.persoon) in ("", fold(kop))
        and is_number_of_rows(map_ / concepten[plek].levering.bestanden[0], kop)
    ]
    return gevonden[0] if len(gevonden) == 1 else (None, "")


def _list_surveys(concepten: Sequence[Concept], deel: Herkend, map_: Path) -> list[tuple[int, str]]:
    """Return the place of each survey with a column that is called as the number of a list, and its header."""
    nummers = {fold_header(kop) for kop in _read_headers(map_ / deel.bestand) if is_number_header(kop)}
    return [
        (plek, kop)
        for plek, concept in enumerate(concepten)
        if _may_be_weighted(concept)
        for kop in _read_headers(map_ / concept.levering.bestanden[0])
        if fold_header(kop) in nummers
    ]


def _may_be_weighted(concept: Concept) -> bool:
    levering = concept.levering
    los = not (levering.gewicht or levering.deelnemerslijst or levering.metingen)
    return levering.instrument in ("enquete", "klantpanel") and los and len(levering.bestanden) == 1


def _read_headers(pad: Path) -> Sequence[str]:
    with suppress(BronError):
        return list_headers(pad)
    return ()


def _add(concept: Concept, lijst: Herkend, kop: str) -> Concept:
    kolommen = lijst.tabel.kolommen if lijst.tabel is not None else ()
    gewicht = next(kolom.naam for kolom in kolommen if is_weight(kolom))
    levering = replace(concept.levering, deelnemerslijst=lijst.bestand, gewicht=gewicht, persoon=kop)
    regels = tuple(regel for regel in concept.regels if regel.kolom != kop)
    return replace(concept, levering=levering, bundel=replace(concept.bundel, lijst=lijst), regels=regels)


def _tell(deel: Herkend, concepten: Sequence[Concept], map_: Path) -> Herkend:
    """Return a list with why its number is not that of the answers: it is in none of them, is no person's, or another one is."""
    if gevonden := _list_surveys(concepten, deel, map_):
        return replace(
            deel, reden=_tell_number(deel, [(concepten[plek], kop) for plek, kop in gevonden], map_)
        )
    nummers = [kop for kop in _read_headers(map_ / deel.bestand) if is_number_header(kop)]
    if not nummers or not all(map(is_row_header, nummers)) or not any(map(_may_be_weighted, concepten)):
        return deel
    reden = (
        f"gewichten met alleen een volgnummer ('{nummers[0]}'), en dat hoeft niet het nummer van de antwoorden te zijn; vraag om de gewichten met het"
        f" nummer dat ook bij de antwoorden staat, of om de antwoorden met de kolom '{nummers[0]}' erbij"
    )
    return replace(deel, reden=reden)


def _tell_number(deel: Herkend, gevonden: Sequence[tuple[Concept, str]], map_: Path) -> str:
    """Return what to do with a list of which the number is a column of these surveys too, and still joins none by itself."""
    eigen = [(c, kop) for c, kop in gevonden if is_number_of_rows(map_ / c.levering.bestanden[0], kop)]
    kop = (eigen or gevonden)[0][1]
    namen = join_woorden([concept.levering.bestanden[0] for concept, _ in eigen or gevonden])
    if not eigen:
        return (
            f"gewichten per '{kop}', en in {namen} hebben meer mensen daar hetzelfde staan; vraag om een kolom met het gewicht"
            " bij de antwoorden, of om gewichten met het nummer van elk mens"
        )
    kolommen = deel.tabel.kolommen if deel.tabel is not None else ()
    gewicht = next(kolom.naam for kolom in kolommen if is_weight(kolom))
    return (
        f"gewichten per '{kop}', een kolom die ook in {namen} staat; is het daar hetzelfde nummer, schrijf dan bij de levering waar de"
        f' gewichten bij horen persoon = "{kop}", deelnemerslijst = "{deel.bestand}" en gewicht = "{gewicht}"'
    )
