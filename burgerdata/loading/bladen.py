"""A workbook with sheets of several kinds: dots of an evening beside its form. Each is a delivery of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.formats.bladkeuze import is_ledenblad
from burgerdata.formats.excel import is_workbook, list_visible
from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.vraagregels import make_slug
from burgerdata.instruments.wide_waves import is_rondom
from burgerdata.intake import Zegel
from burgerdata.intake.open import open_bron
from burgerdata.loading.berichtbladen import BERICHTEN, split_berichten
from burgerdata.loading.besluitbladen import split_besluiten
from burgerdata.loading.bevraging import asks_questions
from burgerdata.loading.golven import are_golfbladen, read_golf
from burgerdata.loading.grouping import list_breed
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.label_sheets import keep_sheets
from burgerdata.loading.ledenlijst import LEDENLIJST, mark_leden
from burgerdata.loading.ongelezen_bladen import holds_rows, state_ander_blad, state_rijen, tell_levering
from burgerdata.loading.recognise import read_deel, recognise_file
from burgerdata.settings import Instellingen
from burgerdata.shapes import Tabel

_WORKBOOK = "excel"
_MOST_SHEETS = 12
"""Sheets, above which a workbook is one of outcomes or of a sheet per person, and no collection of a few."""
_OF_PERSONS = ("usability", "burgerberaad")
"""Instruments of which two sheets are of the same persons: apart they would be two activities."""
_SIGNAAL = "signaal"
_CODEERPROJECT = "codeerproject"
_KINDS = frozenset(
    [*ONDERDELEN, _SIGNAAL, LEDENLIJST, "enquete", "straatgesprek", "besluiten", "codeboek", "tekst"]
)
"""What a sheet may be to become a delivery, or none, by itself."""
_SPLIT = (_KINDS | {"deelnemerslijst", BERICHTEN}) - {"tekst"}
"""What a workbook may be as a whole to be looked at sheet by sheet."""
_BESIDE = {"enquete", LEDENLIJST}
"""Sheets that may stand beside two of the same persons: their forms, and the list of who they are."""
_NO_DELIVERY = {"tekst", "codeboek"}
_TAFEL = re.compile(r"(?:tafel|table|groep|subgroep)\b.*", re.IGNORECASE)
_FEWEST_COLUMNS = 2
_FEWEST_CLOSED = 2
_MOST_ANSWERS = 10
_SAME_HEADERS = 0.8


def recognise_bladen(pad: Path, map_: Path, zegel: Zegel) -> list[Herkend]:
    """Return what a file is; of a workbook whose sheets are of several kinds, one of them for certain, what each sheet is.

    Sheets that together are the parts of one instrument stay one, without a survey beside them, and so do surveys beside each
    other, unless each is called another wave: whether these are years, groups or a summary only a person knows.
    """
    heel = recognise_file(pad, map_, zegel)
    if heel.soort == _CODEERPROJECT:
        return [heel, *_recognise_beside(heel, pad, map_, zegel)]
    bladen = list_bladen(heel)
    if not 1 < len(bladen) <= _MOST_SHEETS or heel.soort not in _SPLIT:
        return [heel]
    los = mark_leden([recognise_file(pad, map_, zegel, blad=blad) for blad in bladen])
    if berichten := split_berichten(heel, los, pad, zegel):
        return [deel if _is_clear(deel) else _set_aside(deel) for deel in berichten]
    if are_golfbladen(los):
        return [_set_aside(deel) if deel.soort == "enquete" and not read_golf(deel) else deel for deel in los]
    if instrument := _find_samen(los):
        elders = [deel for deel in los if deel.soort in _BESIDE]
        return [_leave_bladen(read_deel(heel, instrument, pad, zegel), elders), *elders]
    apart = split_besluiten(los)
    if not apart:
        if not _are_apart(los) or (heel.soort in ONDERDELEN and not all(map(_is_clear, los))):
            return [heel]
        apart = [deel if _is_clear(deel) else _set_aside(deel) for deel in los]
    smal = [tabel.blad for tabel in _list_tables(heel) if tabel.blad not in bladen]
    over = [_set_aside(recognise_file(pad, map_, zegel, blad=blad)) for blad in smal]
    return [*apart, *over]


def _recognise_beside(heel: Herkend, pad: Path, map_: Path, zegel: Zegel) -> list[Herkend]:
    """Return what each sheet beside codings is, of those that hold rows."""
    projecten = heel.lezing.codeerprojecten if heel.lezing else ()
    gelezen = {project.blad for project in projecten}
    bron = open_bron(pad, bestand=heel.bestand)
    bladen = list_visible(bron) if gelezen and is_workbook(bron) else ()
    naast = [recognise_file(pad, map_, zegel, blad=blad) for blad in bladen if blad not in gelezen]
    return [deel if _is_clear(deel) else _set_aside(deel) for deel in naast if _list_tables(deel)]


def _find_samen(los: Sequence[Herkend]) -> str:
    """Return the instrument of which two sheets or more are of the same persons, beside forms or their list and no more; else empty.

    A test has few people, so that one question is enough; a list of them or what was seen asks nothing.
    """
    soorten = [deel.soort for deel in los]
    naast = {*soorten} - _BESIDE
    vragen = [deel for deel in los if deel.soort == "enquete"]
    if (
        len(naast) != 1
        or not _BESIDE & {*soorten}
        or not all(asks_questions(deel.tabel, deel.persoon) for deel in vragen)
    ):
        return ""
    (instrument,) = naast
    return instrument if instrument in _OF_PERSONS and soorten.count(instrument) > 1 else ""


def _leave_bladen(heel: Herkend, elders: Sequence[Herkend]) -> Herkend:
    """Return a workbook without the sheets that are deliveries of their own."""
    if heel.lezing is None:
        return heel
    lezing = keep_sheets(heel.lezing, [deel.blad for deel in elders], weg=True)
    return replace(heel, lezing=lezing)


def _are_apart(los: Sequence[Herkend]) -> bool:
    """Return whether sheets are deliveries by themselves: a part of an instrument beside a form, or beside no data.

    What a table of an evening wrote down under headers that are not known belongs with the rest of the evening.
    """
    soorten = [deel.soort for deel in los]
    data = {*soorten} - _NO_DELIVERY
    if _SIGNAAL in data and len(data) == 1:
        return _differ([deel for deel in los if deel.soort == _SIGNAAL])
    zeker = len({*soorten}) > 1 and bool(data & {*ONDERDELEN, _SIGNAAL}) and {*soorten} <= _KINDS
    samen = any(soorten.count(soort) > 1 for soort in _OF_PERSONS)
    tafels = any(
        _TAFEL.fullmatch(kolom.naam.strip())
        for deel in los
        if deel.soort == "enquete" and deel.tabel is not None
        for kolom in deel.tabel.kolommen
    )
    return zeker and not samen and not tafels


def _differ(signalen: Sequence[Herkend]) -> bool:
    """Return whether sheets of signals have columns of their own; of sheets that are alike each is another month or office."""
    return len({tuple(sorted(deel.kolommen.items())) for deel in signalen}) > 1


def _is_clear(deel: Herkend) -> bool:
    """Return whether it is clear what a sheet is: one that may be a survey asks something of people, in closed questions."""
    if deel.soort != "enquete" or deel.tabel is None or is_rondom(list_breed(deel)):
        return True
    tabel = deel.tabel
    vraagt = bool(deel.persoon) or any("?" in kolom.naam for kolom in tabel.kolommen)
    anders = [tabel.frame[kolom.naam].replace("", None).dropna().nunique() for kolom in tabel.kolommen]
    gesloten = sum(0 < n <= _MOST_ANSWERS and n * 2 <= len(tabel.frame) for n in anders)
    return vraagt and gesloten >= _FEWEST_CLOSED


def _set_aside(deel: Herkend) -> Herkend:
    """Return a sheet of which nothing says that its rows are people as a text, with how to read it after all."""
    reden = f"geen rij per mens te herkennen ({state_rijen(deel.rijen)}); {tell_levering(deel.blad)}"
    return replace(deel, soort="tekst", reden=reden, aard="")


def list_bladen(deel: Herkend) -> tuple[str, ...]:
    """Return the sheets of a workbook that may be a delivery, of more than one column; none of another file.

    Of a list of members the names and numbers were sealed away, so that one trait or none may be left.
    """
    return tuple(
        tabel.blad
        for tabel in _list_tables(deel)
        if len(tabel.kolommen) >= (0 if is_ledenblad(tabel.blad) else _FEWEST_COLUMNS)
    )


def _list_tables(deel: Herkend) -> list[Tabel]:
    """Return the sheets of a workbook with rows, no codebooks; none of another file."""
    if deel.lezing is None or deel.lezing.formaat != _WORKBOOK:
        return []
    return [tabel for tabel in deel.lezing.tabellen if holds_rows(tabel)]


def state_bladen(herkend: Sequence[Herkend], bestaand: Instellingen | None = None) -> tuple[str, ...]:
    """Return a line for each sheet that a draft leaves aside: of a workbook that is read as one table, all but that one.

    What a delivery of ``bestaand`` reads is left aside by nobody.
    """
    leveringen = bestaand.leveringen if bestaand else ()
    gelezen = {(naam, lev.blad) for lev in leveringen for naam in lev.bestanden}
    gezegd = []
    for deel in herkend:
        if deel.soort not in ("enquete", "straatgesprek") or deel.tabel is None or deel.blad:
            continue
        for tabel in deel.lezing.tabellen if deel.lezing else ():
            genoemd = {(deel.bestand, tabel.blad), (deel.bestand, "")} & gelezen
            if tabel.blad != deel.tabel.blad and holds_rows(tabel) and not genoemd:
                rijen = len(tabel.frame)
                gelijk = _share_headers(tabel, deel.tabel)
                wat = state_ander_blad(tabel.blad, deel.tabel.blad, gelijk=gelijk)
                gezegd.append(f"{deel.bestand}, blad '{tabel.blad}' ({state_rijen(rijen)}): {wat}")
    return tuple(gezegd)


def _share_headers(een: Tabel, ander: Tabel) -> bool:
    """Return whether two sheets have nearly the same columns."""
    a, b = ({make_slug(kolom.naam) for kolom in tabel.kolommen} for tabel in (een, ander))
    return len(a & b) >= _SAME_HEADERS * max(len(a | b), 1)
