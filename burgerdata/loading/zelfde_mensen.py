"""People of one meeting whom two deliveries know by the same name, number or code: they count once.

Numbers that count from 1 are alike in any two files. In two files they say who is who only where the form tells of a
meeting; and a number of the rows of two sheets ("nr") never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain, combinations
from pathlib import Path
from typing import NamedTuple

from burgerdata.errors import BronError
from burgerdata.formats import read
from burgerdata.formats.peek import list_headers
from burgerdata.instruments.onderdelen import ONDERDELEN, is_persoonskop
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Zegel
from burgerdata.intake.nummerkoppen import KALE_KOPPEN, WIEKOPPEN, is_person_header
from burgerdata.loading.deliveries import find_lidnummer, find_screener_columns
from burgerdata.loading.drafts import Concept
from burgerdata.loading.herkend import Herkend
from burgerdata.shapes import PERSOON

_OF_PERSONS = ("aanwezigheid", "stemmen", "taken", "sus")
"""Parts of a meeting or test that know who did what; the number of an idea or a recommendation is nobody."""
_LONG = ("stemmen", "taken")
"""Parts with more rows a person: a number that is in one row only is that of the row."""
_FORMS = ("enquete", "klantpanel")
_SAME, _FEWEST, _UNIQUE = 0.5, 5, 0.98
_LEADING_ZEROS = (1, 2, 3, 4)
_MEETING = re.compile(
    r"(?:^|[\W_])(?:\w*(?:bijeenkomst|beraad|dialoog|vergadering)(?:en|s)?|avond|middag|sessies?|exit\w*|uitgang\w*|evaluatie\w*"
    r"|deelnemersvragen\w*|stem(?:ming|ronde|men)|aanbeveling(?:en)?|test|gebruikerstest|opdracht(?:en)?|ta(?:ak|ken))(?=[\W_]|$)",
    re.IGNORECASE,
)
"""What a form says that is of a meeting or a test, in its name or its questions."""
_DENSE = 1.25
"""Where some fell out, thirty people have a few numbers above thirty."""


class _Wie(NamedTuple):
    """The persons of a sheet by one column, and in how many rows they stand."""

    mensen: frozenset[str]
    rijen: int

    def counts(self, zegel: Zegel, tot: float) -> bool:
        """Return whether these are the numbers from 1 on, of which ``tot`` times as many are counted as there are here."""
        nummers = range(1, int(tot * len(self.mensen)) + 1)
        geteld = {zegel.make_persoon(f"{nr:0{nullen}}") for nr in nummers for nullen in _LEADING_ZEROS}
        return len(self.mensen & geteld) >= _UNIQUE * len(self.mensen)

    @property
    def uniek(self) -> bool:
        return len(self.mensen) >= _UNIQUE * max(self.rijen, 1)


def join_mensen(
    concepten: Sequence[Concept], map_: Path, zegel: Zegel, bekend: Sequence[str] = ()
) -> list[Concept]:
    """Return the drafts, a form and the meeting that it is of as one panel where a column of both says who is who.

    Deliveries that traject.toml has already (``bekend``) are as the analyst wants them.
    """
    over = list(concepten)
    for een, ander in combinations(range(len(over)), 2):
        namen = {over[plek].levering.naam for plek in (een, ander)}
        if namen & set(bekend):
            continue
        for formulier, avond in ((een, ander), (ander, een)):
            if not _is_form(over[formulier]):
                continue
            panel = over[avond].levering.naam
            deel = over[avond].bundel.leden[0]
            kop = _find_kop(over[formulier], over[avond], deel, map_, zegel)
            if kop:
                over[avond] = _add(over[avond], kop, panel)
            elif kop := _find_lijstkop(over[formulier], over[avond], map_, zegel):
                over[avond] = replace(over[avond], levering=replace(over[avond].levering, panel=panel))
            over[formulier] = _add(over[formulier], kop, panel) if kop else over[formulier]
    return over


def tell_kop(persoon: str) -> str:
    """Return where it stands who somebody is: under a column of the file, or on the list of participants.

    Examples
    --------
    >>> tell_kop("Lidnr"), tell_kop("")
    ('bij Lidnr', 'bij de code van de deelnemerslijst')
    """
    return f"bij {persoon}" if persoon else "bij de code van de deelnemerslijst"


def _is_form(concept: Concept) -> bool:
    los = concept.bundel.soort in _FORMS or not concept.levering.onderdelen
    return los and len(concept.bundel.leden) == 1 and not concept.levering.panel


def _has_persons(concept: Concept) -> bool:
    delen = set(concept.levering.onderdelen) & set(_OF_PERSONS)
    return concept.bundel.soort in ONDERDELEN and bool(delen) and len(concept.bundel.leden) == 1


def _find_lijstkop(formulier: Concept, avond: Concept, map_: Path, zegel: Zegel) -> str:
    """Return the column of a form by which the list of participants knows its people, of a meeting that has no others.

    Totals of votes and dots name nobody: who was there stands on the list only, by the column that loading takes.
    """
    lijst = avond.bundel.lijst
    if lijst is None or avond.bundel.soort not in ONDERDELEN:
        return ""
    with suppress(BronError):
        eigen = chain.from_iterable(
            list_headers(map_ / deel.bestand, blad=deel.blad) for deel in avond.bundel.leden
        )
        if any(_may_be_persons(kop, samen=False) for kop in eigen):
            return ""
        koppen = list_headers(map_ / lijst.bestand, blad=lijst.blad)
        wie = find_lidnummer(avond.levering, koppen) or find_screener_columns(koppen)[0]
        kop = _find_kop(formulier, avond, lijst, map_, zegel)
        return kop if fold(kop) == fold(wie) else ""
    return ""


def _find_kop(formulier: Concept, avond: Concept, ander: Herkend, map_: Path, zegel: Zegel) -> str:
    """Return the column by which a form and the meeting (``ander``) know the same people, as the form writes it, or nothing."""
    een = formulier.bundel.leden[0]
    if ander is not avond.bundel.lijst and not _has_persons(avond):
        return ""
    samen = een.bestand == ander.bestand
    with suppress(BronError):
        links, rechts = (
            {fold(kop): kop for kop in list_headers(map_ / deel.bestand, blad=deel.blad)}
            for deel in (een, ander)
        )
        for naam in [naam for naam in links if naam in rechts and _may_be_persons(links[naam], samen)]:
            a, b = (
                _read(deel, kop, map_, zegel) for deel, kop in ((een, links[naam]), (ander, rechts[naam]))
            )
            gelijk = len(a.mensen & b.mensen)
            basis = (min if samen else max)(len(a.mensen), len(b.mensen))
            lang = bool(set(_LONG) & set(avond.levering.onderdelen))
            van_rij = naam in KALE_KOPPEN and b.uniek and (lang or a.counts(zegel, 1))
            vreemd = not samen and a.counts(zegel, _DENSE) and not _tells_of_meeting(een, links)
            if a.uniek and gelijk >= max(_FEWEST, _SAME * basis) and not (van_rij or vreemd):
                return links[naam]
    return ""


def _tells_of_meeting(deel: Herkend, koppen: Iterable[str]) -> bool:
    """Return whether the name of a form or one of its questions is about a meeting."""
    return any(map(_MEETING.search, (Path(deel.bestand).stem, *koppen)))


def _may_be_persons(kop: str, samen: bool) -> bool:
    bekend = is_person_header(kop) or is_persoonskop(kop) or fold(kop) in WIEKOPPEN
    return bekend and (samen or fold(kop) not in KALE_KOPPEN)


def _read(deel: Herkend, kop: str, map_: Path, zegel: Zegel) -> _Wie:
    lezing = read(map_ / deel.bestand, replace(zegel, persoon=kop), blad=deel.blad, bestand=deel.bestand)
    wie = [persoon for tabel in lezing.tabellen for persoon in tabel.frame[PERSOON] if persoon]
    return _Wie(frozenset(wie), len(wie))


def _add(concept: Concept, kop: str, panel: str) -> Concept:
    levering = replace(concept.levering, persoon=kop, panel=panel)
    regels = tuple(regel for regel in concept.regels if fold(regel.kolom) != fold(kop))
    vragen = tuple(vraag for vraag in concept.vragen if fold(kop) not in map(fold, vraag.kolommen))
    return replace(concept, levering=levering, regels=regels, vragen=vragen)
