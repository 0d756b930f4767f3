"""A file with nothing but the open answers of a survey that lies beside it: put with that survey, so that nobody counts twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.cellen import is_filled
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Zegel
from burgerdata.loading.drafts import Concept
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.toml_values import quote
from burgerdata.shapes import PERSOON

OPEN_ANTWOORDEN = "open_antwoorden"
"""What a file is called that holds the open answers of the people of another one."""
_SURVEYS = ("enquete", "klantpanel")
_FEWEST = 5
_SAME = 0.95
_DENSE = 0.95
"""Share of the numbers from 1 on that somebody wrote under, from which they count rows and say of nobody who it is."""
_WORDS = 3
"""Words that the answers to an open question have on average, where so many repeat that they look like choices."""


def join_antwoorden(
    concepten: Sequence[Concept], herkend: Sequence[Herkend], zegel: Zegel
) -> tuple[list[Concept], list[Herkend]]:
    """Return the drafts and the files, each file with open answers alone as the list of the one survey of the same people.

    The people must have a number under the same header in both, and nearly all who wrote must be among those of the survey.
    Where numbers run from 1 for all who wrote, those of anybody would fit: the draft then tells how to join them.
    """
    over, delen = list(concepten), list(herkend)
    for los in [concept for concept in concepten if _holds_texts(concept)]:
        passend = [concept for concept in over if concept is not los and _is_of(los, concept)]
        if len(passend) != 1 or los not in over:
            continue
        (bij,) = passend
        if _number_rows(los, zegel):
            over[over.index(bij)] = replace(bij, misschien=(*bij.misschien, los.bundel.leden[0].bestand))
            continue
        lijst = replace(los.bundel.leden[0], soort=OPEN_ANTWOORDEN)
        over[over.index(bij)] = _add(bij, los, lijst)
        over.remove(los)
        over = _name_alone(over)
        delen = [lijst if deel is los.bundel.leden[0] else deel for deel in delen]
    return over, delen


def _name_alone(concepten: Sequence[Concept]) -> list[Concept]:
    """Return the drafts, the only one left of its instrument without the number that told it from the other."""
    soorten = [concept.levering.instrument for concept in concepten]
    uit = []
    for concept in concepten:
        levering = concept.levering
        alleen = soorten.count(levering.instrument) == 1 and levering.naam == f"{levering.instrument}1"
        naam = levering.instrument if alleen else levering.naam
        regels = tuple(replace(regel, levering=naam) for regel in concept.regels)
        uit.append(replace(concept, levering=replace(levering, naam=naam), regels=regels))
    return uit


def _holds_texts(concept: Concept) -> bool:
    return _is_plain(concept) and bool(concept.vragen) and all(map(_is_text, concept.vragen))


def _is_plain(concept: Concept) -> bool:
    """Return whether a survey is one table with a number per person, without a list of them yet."""
    levering = concept.levering
    los = not (levering.deelnemerslijst or levering.metingen or levering.panel)
    een = len(concept.bundel.leden) == 1 and bool(levering.persoon)
    return levering.instrument in _SURVEYS and los and een and not concept.bundel.versies


def _is_text(vraag: Vraag) -> bool:
    woorden = [len(optie.label.split()) for optie in vraag.opties]
    return vraag.soort == "open" or (
        vraag.soort == "een_antwoord" and bool(woorden) and sum(woorden) >= _WORDS * len(woorden)
    )


def _is_of(los: Concept, concept: Concept) -> bool:
    """Return whether open answers are of the people of a survey that asked other questions."""
    if not _is_plain(concept) or _holds_texts(concept):
        return False
    mensen, alle = los.bundel.leden[0].personen, concept.bundel.leden[0].personen
    gelijk = fold(los.levering.persoon) == fold(concept.levering.persoon)
    anders = not {regel.vraag_id for regel in los.regels} & {regel.vraag_id for regel in concept.regels}
    bekend = len(mensen) >= _FEWEST and len(mensen & alle) >= _SAME * len(mensen)
    return gelijk and anders and bekend


def _number_rows(los: Concept, zegel: Zegel) -> bool:
    """Return whether those who wrote have the numbers from 1 on, with hardly a gap: answers to an open question have gaps."""
    lid = los.bundel.leden[0]
    if lid.tabel is None:
        return False
    kolommen = [kolom for vraag in los.vragen for kolom in vraag.kolommen if kolom in lid.tabel.frame]
    schreef = lid.tabel.frame[kolommen].apply(is_filled).any(axis=1)
    wie = set(lid.tabel.frame.loc[schreef, PERSOON]) - {""}
    tellend = {zegel.make_persoon(str(nummer)) for nummer in range(1, int(len(wie) / _DENSE) + 1)}
    return bool(wie) and wie <= tellend


def state_misschien(concept: Concept) -> list[str]:
    """Return the lines in traject.toml of files whose open answers may be of the people of a survey."""
    naam = quote(concept.levering.naam)
    return [
        f"# deelnemerslijst = {quote(bestand)}  # van dezelfde mensen? beide bestanden nummeren vanaf 1, dus dat is niet te zien;"
        f" haal dan # weg, schrap de levering van dat bestand en zet haar vragen in vragen.xlsx op {naam}, anders tellen zij twee keer"
        for bestand in concept.misschien
    ]


def state_inhoud(concept: Concept) -> str:
    """Return the remark beside the list of a delivery: the sheet with who are there, or whose open answers it holds."""
    lijst = concept.bundel.lijst
    if lijst is not None and lijst.soort == OPEN_ANTWOORDEN:
        return (
            f"  # open antwoorden van dezelfde mensen, naar {quote(concept.levering.persoon)}; zijn het anderen,"
            " maak er dan een eigen levering van"
        )
    return f"  # blad '{lijst.blad}': wie er zijn, en hun kenmerken" if lijst and lijst.blad else ""


def _add(concept: Concept, los: Concept, lijst: Herkend) -> Concept:
    """Return the survey with the open answers as columns of its list: a row of vragen.xlsx says that they were asked."""
    levering = replace(concept.levering, deelnemerslijst=lijst.bestand)
    regels = tuple(replace(regel, levering=levering.naam, soort="open") for regel in los.regels)
    return replace(
        concept,
        levering=levering,
        bundel=replace(concept.bundel, lijst=lijst),
        regels=(*concept.regels, *regels),
    )
