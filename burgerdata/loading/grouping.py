"""Files put together as deliveries: groups of one series, waves of one panel, versions of one survey."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.formats.tools import BEGROTING, PLATFORMS
from burgerdata.instruments.kinds import guess_soort
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.instruments.vraagregels import fold, make_slug, split_code
from burgerdata.instruments.wide_waves import find_golven as find_golven_in_headers
from burgerdata.instruments.wide_waves import is_rondom
from burgerdata.intake.seal import fold_groep
from burgerdata.loading.afdruk import strip_marks
from burgerdata.loading.berichtbladen import group_berichten
from burgerdata.loading.golfnamen import read_meting
from burgerdata.loading.golven import (
    are_numbered_apart,
    find_golven,
    hold_same_people,
    name_panel,
    order_leden,
)
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.ledenlijst import LEDENLIJST
from burgerdata.loading.leveringen import natural_key
from burgerdata.loading.onder_elkaar import list_lang
from burgerdata.loading.stemrondes import group_stemrondes, is_stembestand
from burgerdata.loading.versiekeuze import rank_versie
from burgerdata.loading.versies_apart import Versies, set_versions_aside
from burgerdata.schema.labels import MAANDBEGIN
from burgerdata.shapes import Kolom

_SAME_HEADERS = 0.7
_FEWEST_STEPS = 3
_GRADEN = ("schaal", "stelling", "getal")

_FOCUSGROEP = re.compile(
    r"(?:focus[ _-]?(?:groep|group|gesprek)\w*|(?<![a-z])fg)[ _-]*(?P<nummer>\d{1,2}(?!\d))?", re.IGNORECASE
)
_GESPREK = re.compile(
    rf"(?:groeps?)?gesprek[ _-]*(?:nr\.?[ _]*)?(?P<nummer>\d{{1,2}})(?![\d:.]|[-/]\d)(?![ _-]*(?:{MAANDBEGIN}))",
    re.IGNORECASE,
)
"""A file of a conversation that begins with its number in a series; "gesprek 12 mei" is a day."""


@dataclass(frozen=True)
class Bundel:
    """Files that make one delivery.

    ``soort`` is the instrument. ``leden`` are the files (waves in order of time);
    ``versies`` are other versions of the same file, of which the analyst chooses one. ``codeboek`` and ``lijst`` are
    the files of help that belong to it. A wave of a panel with columns of its own is a delivery by itself, of ``panel``;
    ``twijfel`` says what is not sure about the order of the waves.
    """

    soort: str
    leden: tuple[Herkend, ...]
    versies: tuple[Herkend, ...] = ()
    codeboek: Herkend | None = None
    lijst: Herkend | None = None
    panel: str = ""
    twijfel: str = ""


def bundle_files(herkend: Sequence[Herkend]) -> list[Bundel]:
    """Return the deliveries that the files make, surveys first."""
    herkend, versies = set_versions_aside(herkend)
    return [_add_versions(bundel, versies) for bundel in _bundle_all(herkend)]


def _add_versions(bundel: Bundel, versies: Versies) -> Bundel:
    eigen = [versie for lid in bundel.leden for versie in versies.get((lid.bestand, lid.blad), ())]
    return replace(bundel, versies=(*bundel.versies, *eigen))


def _bundle_all(herkend: Sequence[Herkend]) -> list[Bundel]:
    tabellen = [deel for deel in herkend if deel.soort == "enquete"]
    codeboeken = [deel for deel in herkend if deel.soort == "codeboek"]
    bundels = [_add_codebook(bundel, codeboeken) for bundel in _bundle_tables(tabellen)]
    lijsten = [deel for deel in herkend if deel.soort == "deelnemerslijst"]
    bundels += _bundle_talks([deel for deel in herkend if deel.soort == "gesprek"], lijsten)
    bundels += [
        Bundel(instrument, leden)
        for instrument in ONDERDELEN
        for leden in _split_bladen([deel for deel in herkend if deel.soort == instrument])
    ]
    bundels = _move_rondom(bundels, {deel.soort for deel in herkend})
    bundels = _add_leden(bundels, [deel for deel in herkend if deel.soort == LEDENLIJST])
    bundels += [Bundel("straatgesprek", (deel,)) for deel in herkend if deel.soort == "straatgesprek"]
    gestemd = group_stemrondes([deel for deel in herkend if is_stembestand(deel)])
    bundels += [Bundel("community", leden) for leden in gestemd]
    bundels += _bundle_messages(
        [deel for deel in herkend if deel.soort in BERICHTEN and not is_stembestand(deel)]
    )
    return bundels


def _add_leden(bundels: Sequence[Bundel], lijsten: Sequence[Herkend]) -> list[Bundel]:
    """Return the deliveries, the first one in parts of a workbook with the sheet of that workbook that tells who its members are.

    A form of before and after is of the same people, so it needs no list beside that of the meeting.
    """
    bij = {lijst.bestand: lijst for lijst in lijsten}
    nieuw = []
    for bundel in bundels:
        in_delen = bundel.soort in ONDERDELEN and not has_metingen(bundel)
        lijst = bij.pop(bundel.leden[0].bestand, None) if in_delen else None
        nieuw.append(replace(bundel, lijst=lijst) if lijst else bundel)
    return nieuw


def _split_bladen(leden: Sequence[Herkend]) -> list[tuple[Herkend, ...]]:
    """Return files that make one delivery together, and each sheet of a workbook with sheets of other kinds by itself."""
    samen = tuple(deel for deel in leden if not deel.blad)
    return [*([samen] if samen else []), *((deel,) for deel in leden if deel.blad)]


def _bundle_messages(delen: Sequence[Herkend]) -> list[Bundel]:
    """Return one delivery per platform, for comments and what they are about lie in files of their own; else one a file.

    A participatory budget is whole in its file: another one is another vote. Replies belong with the file of their topics.
    """
    bij_platform: dict[str, list[Herkend]] = {}
    los: list[Herkend] = []
    for deel in delen:
        formaat = deel.lezing.formaat if deel.lezing else ""
        if formaat in PLATFORMS and formaat != BEGROTING:
            bij_platform.setdefault(formaat, []).append(deel)
        else:
            los.append(deel)
    samen = [*map(tuple, bij_platform.values()), *group_berichten(los)]
    plek = {id(lid.lezing): nummer for nummer, lid in enumerate(delen)}
    samen.sort(key=lambda leden: plek[id(leden[0].lezing)])
    return [Bundel(leden[0].soort, leden) for leden in samen]


def _move_rondom(bundels: Sequence[Bundel], soorten: Collection[str]) -> list[Bundel]:
    """Return the deliveries with a form of before and after as that of the evening which has files beside it."""
    avond = next((naam for naam in ("burgerdialoog", "burgerberaad") if naam in soorten), "")
    return [replace(bundel, soort=avond) if avond and is_formulier(bundel) else bundel for bundel in bundels]


def is_formulier(bundel: Bundel) -> bool:
    """Return whether a delivery is one form that people filled in before and after something, in one table."""
    return (
        len(bundel.leden) == 1
        and bundel.leden[0].soort == "enquete"
        and is_rondom(list_breed(bundel.leden[0]))
    )


def has_metingen(bundel: Bundel) -> bool:
    """Return whether a delivery is read as waves: a panel, or the form of an evening."""
    return bundel.soort == "klantpanel" or (bundel.soort in ONDERDELEN and is_formulier(bundel))


def is_lang(bundel: Bundel) -> bool:
    """Return whether a delivery is one file with its waves below each other."""
    een = bundel.soort == "klantpanel" and len(bundel.leden) == 1
    return een and not list_breed(bundel.leden[0]) and bool(list_lang(bundel.leden[0]))


def find_changed_texts(leden: Sequence[Herkend]) -> dict[str, tuple[int, ...]]:
    """Return question code → numbers of the waves in which its text differs from the first wave.

    Only headers with a code in front ("q7. …") tell that a question with another text takes the place of an old one.
    """
    eerste: dict[str, str] = {}
    anders: dict[str, tuple[int, ...]] = {}
    for nummer, lid in enumerate(leden, start=1):
        for kolom in lid.tabel.kolommen if lid.tabel is not None else ():
            code, tekst = split_code(kolom.tekst or kolom.naam)
            if code and fold(eerste.setdefault(code, tekst)) != fold(tekst):
                anders[code] = (*anders.get(code, ()), nummer)
    return anders


def _bundle_tables(tabellen: Sequence[Herkend]) -> list[Bundel]:
    """Return surveys and panels: tables with the same headers are waves or versions of one another, sheets of one file neither."""
    groepen: list[list[Herkend]] = []
    for deel in sorted(tabellen, key=lambda deel: natural_key(deel.bestand)):
        eigen = next((groep for groep in groepen if _may_join(groep, deel)), None)
        if eigen is None:
            groepen.append([deel])
        else:
            eigen.append(deel)
    los = [groep[0] for groep in groepen if len(groep) == 1]
    golven = [groep for groep in find_golven(los) if len(groep) > 1]
    in_panel = {(deel.bestand, deel.blad) for groep in golven for deel in groep}
    over = [groep for groep in groepen if (groep[0].bestand, groep[0].blad) not in in_panel]
    bundels = [bundel for groep in over for bundel in _split_group(groep)]
    return [*bundels, *(bundel for groep in golven for bundel in _bundle_golven(groep))]


def _may_join(groep: Sequence[Herkend], deel: Herkend) -> bool:
    """Return whether a table may be a wave or a version of others: headers alike, and no other sheet of their workbook."""
    return all(lid.bestand != deel.bestand for lid in groep) and _share_headers(groep[0], deel)


def _bundle_golven(leden: Sequence[Herkend]) -> list[Bundel]:
    """Return a delivery per wave of one panel: their columns, or the column of the person, are not called the same."""
    panel = name_panel(leden)
    geordend, twijfel = order_leden(leden)
    return [Bundel("klantpanel", (lid,), panel=panel, twijfel=twijfel) for lid in geordend]


def _split_group(groep: list[Herkend]) -> list[Bundel]:
    if len(groep) == 1:
        return [
            Bundel("klantpanel" if list_breed(groep[0]) or list_lang(groep[0]) else "enquete", (groep[0],))
        ]
    if all(_are_waves(een, ander) for een, ander in combinations(groep, 2)):
        geordend, twijfel = order_leden(groep)
        een_persoon = len({fold(deel.persoon) for deel in groep}) == 1
        return [Bundel("klantpanel", geordend, twijfel=twijfel)] if een_persoon else _bundle_golven(groep)
    namen: dict[str, list[Herkend]] = {}
    for deel in groep:
        namen.setdefault(strip_marks(deel.bestand, days=False), []).append(deel)
    # which version counts is for the analyst to say
    gelijk = [sorted(leden, key=rank_versie, reverse=True) for leden in namen.values()]
    return [Bundel("enquete", (eerste,), versies=tuple(rest)) for eerste, *rest in gelijk]


def list_breed(deel: Herkend) -> tuple[str, ...]:
    """Return the waves that lie beside each other in one table, in order; none of any other table."""
    tabel = deel.tabel
    if tabel is None:
        return ()
    kolommen = {kolom.naam: kolom for kolom in tabel.kolommen}
    return find_golven_in_headers(
        list(kolommen), is_graad=lambda kop: _holds_graad(kolommen[kop], tabel.frame[kop])
    )


def _holds_graad(kolom: Kolom, cellen: pd.Series) -> bool:
    """Return whether a column holds a grade or the steps of a scale; 1 and 2 alone are yes and no."""
    waarden = set(cellen.str.strip()) - {""}
    is_ja_nee = not kolom.labels and len(waarden) < _FEWEST_STEPS and waarden <= {"0", "1", "2"}
    return not is_ja_nee and guess_soort(kolom, cellen) in _GRADEN


def _share_headers(een: Herkend, ander: Herkend) -> bool:
    a, b = _headers(een), _headers(ander)
    return len(a & b) >= _SAME_HEADERS * max(len(a | b), 1)


def _headers(deel: Herkend) -> set[str]:
    return {make_slug(kolom.naam) for kolom in deel.tabel.kolommen} if deel.tabel is not None else set()


def _are_waves(een: Herkend, ander: Herkend) -> bool:
    """Return whether two tables were filled at other times: their dates do not overlap, their names or their people say so.

    Two districts asked one after the other are none: where both number their people from 1, a name must say that they are waves.
    """
    a, b = een.periode, ander.periode
    golven = read_meting(een.bestand), read_meting(ander.bestand)
    genoemd = all(golven) and golven[0] != golven[1]
    if a is not None and b is not None:
        return (a[1] < b[0] or b[1] < a[0]) and (genoemd or not are_numbered_apart(een, ander))
    return genoemd or hold_same_people(een, ander)


def _add_codebook(bundel: Bundel, codeboeken: Sequence[Herkend]) -> Bundel:
    """Return the bundle with the questionnaire that described it, else the codebook that names half of its columns."""
    lezing = bundel.leden[0].lezing
    eigen = [boek for boek in codeboeken if lezing is not None and boek.bestand == lezing.vragenlijst]
    if eigen:
        return replace(bundel, codeboek=eigen[0])
    beste = max(codeboeken, key=lambda boek: _coverage(bundel, boek), default=None)
    if beste is None or _coverage(bundel, beste) < 0.5:
        return bundel
    return replace(bundel, codeboek=beste)


def _coverage(bundel: Bundel, boek: Herkend) -> float:
    tabel, lijst = bundel.leden[0].tabel, boek.tabel
    if tabel is None or lijst is None:
        return 0.0
    genoemd = {fold(cel) for cel in lijst.frame[lijst.kolommen[0].naam].unique()}
    return sum(fold(kolom.naam) in genoemd for kolom in tabel.kolommen) / max(len(tabel.kolommen), 1)


def _find_series(gesprekken: Sequence[Herkend]) -> list[list[Herkend]]:
    """Return the talks that belong together: named alike but for a number, or of one folder and each called a focus group.

    "Focusgroep 1 Zwolle" and "Focusgroep 2 online" are two groups of one series, and so are "Gesprek 1 Zuid" and "gesprek 2";
    two that are called number 1 are not.
    """
    series: dict[str, list[Herkend]] = {}
    for deel in gesprekken:
        series.setdefault(re.sub(r"\d+", "#", deel.bestand), []).append(deel)
    samen: dict[str, list[list[Herkend]]] = {}
    for leden in series.values():
        namen = [PurePosixPath(deel.bestand) for deel in leden]
        genoemd = all(_FOCUSGROEP.search(naam.stem) or _GESPREK.match(naam.stem) for naam in namen)
        samen.setdefault(str(namen[0].parent) if genoemd else str(namen[0]), []).append(leden)
    gevonden = []
    for delen in samen.values():
        alle = [deel for leden in delen for deel in leden]
        nummers = [nummer for deel in alle if (nummer := _read_groepnummer(deel.bestand))]
        gevonden += [alle] if len(set(nummers)) == len(nummers) else delen
    return gevonden


def _read_groepnummer(bestand: str) -> str:
    """Return the number behind the word for a focus group or conversation; empty when there is none."""
    naam = PurePosixPath(bestand).stem
    gevonden = _FOCUSGROEP.search(naam) or _GESPREK.match(naam)
    return (gevonden.group("nummer") or "").lstrip("0") if gevonden else ""


def _join_series(series: Sequence[list[Herkend]], lijsten: Sequence[Herkend]) -> list[list[Herkend]]:
    """Return the series, as one where the only list of participants has groups and knows who speaks in several of them.

    Two conversations with the same number stay apart, for the list means one of them.
    """
    if len(lijsten) != 1 or not lijsten[0].groepkolom:
        return list(series)
    op_lijst = lijsten[0].personen
    bekend = [leden for leden in series if any(deel.personen & op_lijst for deel in leden)]
    samen = [deel for leden in bekend for deel in leden]
    if len({fold_groep(deel.bestand) for deel in samen}) < len(samen):
        return list(series)
    return [*([samen] if samen else []), *(leden for leden in series if leden not in bekend)]


def _bundle_talks(gesprekken: Sequence[Herkend], lijsten: Sequence[Herkend]) -> list[Bundel]:
    """Return a series of focus groups per way of naming (fg1, fg2, …), each with the list that knows its speakers."""
    bundels = []
    series = _join_series(_find_series(gesprekken), lijsten)
    for leden in series:
        geordend = tuple(sorted(leden, key=lambda deel: natural_key(deel.bestand)))
        sprekers = frozenset().union(*(deel.personen for deel in geordend))
        beste = max(lijsten, key=lambda lijst: len(lijst.personen & sprekers), default=None)
        # the only list beside the only series is theirs, though its groups are called otherwise
        past = beste is not None and (bool(beste.personen & sprekers) or len(series) == len(lijsten) == 1)
        bundels.append(Bundel("focusgroep", geordend, lijst=beste if past else None))
    return bundels
