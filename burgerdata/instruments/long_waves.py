"""A panel with its waves below each other: a row per person and wave, and a column that says which wave a row is of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import count_cells
from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.momenten import NUMBER
from burgerdata.instruments.records import missing_kolom
from burgerdata.instruments.vraagregels import fold, make_slug
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.intake.nummerkoppen import heads_number, heads_participant
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Kolom, Tabel

MEETKOLOM = "meting"
"""The role, under ``kolommen`` in traject.toml, of the column that says which wave a row is of."""
_WORD = re.compile(
    r"(?<![^\W_])(?:golf|wave|meting|meetmoment|meetronde|ronde|peiling)(?:nr|nummer)?(?![^\W_])",
    re.IGNORECASE,
)
_WHOLE = frozenset(["t", "jaar", "maand", "kwartaal", "periode", "moment", "tijdstip"])
"""Headers that say a wave only by themselves: "aantal jaar in de wijk" is an answer."""
_NUMBERED = re.compile(r"(?:golf|wave|meting|meetronde|ronde|meetmoment|peiling)[-_ ]?0*(\d{1,2})(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d\d)[-/ ](0?[1-9]|1[0-2])(?![\d-])")
_NAMED = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,})[-_. ']*(20\d\d)(?!\d)")
_FIRST = ("nul", "voor", "begin", "start", "tussen", "na", "eind", "slot")
"""What a word for a wave begins with, in the order of time."""
_MOST_WAVES = 12
_FEWEST_TWICE = 3


def find_golfkolom(tabel: Tabel) -> str:
    """Return the header of the column that says of which wave a row is; empty where nobody has more rows than one.

    People come back below the number that knows them, and have one row per wave: no answer does that by chance.
    """
    return _find_paar(tabel)[1]


def find_wie(tabel: Tabel) -> str:
    """Return the header of the number by which people come back per wave; empty where nobody has more rows than one."""
    return _find_paar(tabel)[0]


def _find_paar(tabel: Tabel) -> tuple[str, str]:
    """Return the column of the number of a person and that of the wave."""
    kolommen = [kolom for kolom in tabel.kolommen if _may_tell_wave(kolom)]
    nummers = _list_nummers(tabel) if kolommen else []
    for kolom in kolommen:
        golf = tabel.frame[kolom.naam].astype("str").str.strip()
        if not 1 < golf.nunique() <= _MOST_WAVES or golf.eq("").any():
            continue
        for wie in nummers:
            if wie.name != kolom.naam and _is_once_per_wave(tabel, wie, golf):
                return str(wie.name), kolom.naam
    return "", ""


def name_golven(tabel: Tabel, kop: str) -> dict[str, str]:
    """Return the name of each wave of such a table → the cell that stands for it, in the order of time.

    A wave is called after its month or its number, else after its word; where that is not one name each, after the cell.
    """
    kolom = find_kolom(tabel, kop)
    if kolom is None:
        return {}
    cellen = sorted({cel.strip() for cel in count_cells(tabel.frame[kolom.naam])} - {""}, key=_sort_key)
    namen = [_name_golf(kolom.labels.get(cel) or cel) for cel in cellen]
    if len(set(namen)) < len(namen):
        namen = [make_slug(cel) for cel in cellen]
    paren = list(zip(namen, cellen, strict=True))
    if not kolom.labels or all(map(_MONTH.fullmatch, namen)):
        paren.sort(key=lambda paar: _rank_golf(paar[0]))
    return dict(paren)


def pick_rijen(tabel: Tabel, levering: Levering, meting: str) -> Tabel:
    """Return the rows of one wave, without the columns that only other waves have an answer in; else the table as it is."""
    kop = name_meetkolom(levering)
    kolom = find_kolom(tabel, kop) if kop else None
    if kolom is None:
        return tabel
    golf = _read_golven(tabel, kolom)
    frame = tabel.frame[golf.eq(fold(meting)) | golf.map(_fold_names(tabel, kolom)).eq(fold(meting))]
    leeg = {
        ander.naam
        for ander in tabel.kolommen
        if not _is_filled(frame[ander.naam]) and _is_filled(tabel.frame[ander.naam])
    }
    weg = {*leeg, kolom.naam}
    houden = tuple(ander for ander in tabel.kolommen if ander.naam not in weg)
    return replace(tabel, frame=frame.drop(columns=[*weg]).reset_index(drop=True), kolommen=houden)


def check_meetkolom(tabellen: Mapping[str, Tabel], levering: Levering) -> list[Probleem]:
    """Return the problems of a panel with its waves in the tables of ``metingen``: whose rows are of no wave, or of which none.

    Without such a column in traject.toml, that of a table in which each person has a row per wave is one.
    """
    kop = name_meetkolom(levering)
    if not kop:
        return [een for tabel in _list_once(tabellen) for een in refuse_golven(tabel, levering)]
    problemen = []
    for tabel in _list_once(tabellen):
        kolom = find_kolom(tabel, kop)
        if kolom is None:
            problemen.append(missing_kolom(tabel, kop, f"kolommen.{MEETKOLOM}"))
        elif not levering.metingen:
            problemen.append(_ask_metingen(tabel, levering, kop))
        else:
            namen = [meting for meting, eigen in tabellen.items() if eigen is tabel]
            problemen += _check_rijen(tabel, kolom, namen)
    return problemen


def refuse_golven(tabel: Tabel, levering: Levering) -> list[Probleem]:
    """Return the problem that a table has a row per person and wave, where traject.toml reads it as one wave.

    A look at a file without a traject.toml takes the rows as they stand.
    """
    kop = name_meetkolom(levering) or (find_golfkolom(tabel) if levering.regels else "")
    return [_ask_metingen(tabel, levering, kop)] if kop else []


def name_meetkolom(levering: Levering) -> str:
    """Return the column that traject.toml says tells the wave of a row, empty where there is none."""
    return next(iter(levering.kolommen.get(MEETKOLOM, ())), "")


def _ask_metingen(tabel: Tabel, levering: Levering, kop: str) -> Probleem:
    """Return the problem that the waves of a table are not told apart, with the lines that do so."""
    namen = name_golven(tabel, kop) or {"1": "", "2": ""}
    golven = ", ".join(f'{naam} = "{tabel.bestand}"' for naam in namen)
    soort = "" if levering.instrument == "klantpanel" else 'instrument = "klantpanel", '
    return Probleem(
        f"levering '{levering.naam}' heeft een rij per mens en per meting (kolom '{kop}'), en die worden niet uit elkaar gehaald",
        f"schrijf {soort}kolommen = {{ {MEETKOLOM} = \"{kop}\" }}, bij 'persoon' de kolom met het nummer van de mens,"
        f" en in plaats van 'bestand': metingen = {{ {golven} }}",
        "traject.toml",
        kolom="kolommen" if name_meetkolom(levering) else "",
    )


def _check_rijen(tabel: Tabel, kolom: Kolom, metingen: list[str]) -> list[Probleem]:
    golf = _read_golven(tabel, kolom)
    namen = golf.map(_fold_names(tabel, kolom))
    gevouwen = {fold(meting): meting for meting in metingen}
    bekend = ", ".join(name_golven(tabel, kolom.naam))
    problemen = [
        Probleem(
            f"bij meting '{meting}' heeft geen rij van {tabel.bestand} die naam in kolom '{kolom.naam}'",
            f"noem de metingen zoals ze daar staan: {bekend}",
            "traject.toml",
            kolom="metingen",
        )
        for meting in metingen
        if not (golf.eq(fold(meting)) | namen.eq(fold(meting))).any()
    ]
    los = int((~golf.isin(gevouwen) & ~namen.isin(gevouwen)).sum())
    if los and not problemen:
        wat = f"{format_getal(los)} {'rij hoort' if los == 1 else 'rijen horen'} bij geen van de metingen"
        raad = f"noem bij 'metingen' ook de andere ({bekend}), of vul de lege cellen"
        problemen.append(Probleem(wat, raad, tabel.bestand, tabel.blad, kolom=kolom.naam))
    return problemen


def _list_once(tabellen: Mapping[str, Tabel]) -> list[Tabel]:
    return list({id(tabel): tabel for tabel in tabellen.values()}.values())


def _may_tell_wave(kolom: Kolom) -> bool:
    return fold(kolom.naam) in _WHOLE or any(_WORD.search(tekst) for tekst in (kolom.naam, kolom.tekst))


def _list_nummers(tabel: Tabel) -> list[pd.Series]:
    """Return the columns that know people by a number that comes back, blank cells left out."""
    koppen = [
        kolom.naam for kolom in tabel.kolommen if heads_number(kolom.naam) or heads_participant(kolom.naam)
    ]
    alle = [tabel.frame[kop] for kop in (PERSOON, *koppen) if kop in tabel.frame]
    gevuld = [nummers[nummers.astype("str").str.strip().ne("")] for nummers in alle]
    return [nummers for nummers in gevuld if nummers.duplicated().sum() >= _FEWEST_TWICE]


def _is_once_per_wave(tabel: Tabel, wie: pd.Series, golf: pd.Series) -> bool:
    """Return whether nobody has two rows of one wave that differ; a row that stands twice is one."""
    inhoud = tabel.frame.loc[wie.index, [kolom.naam for kolom in tabel.kolommen]].duplicated()
    paar = pd.DataFrame({"wie": wie.astype("str"), "golf": golf.loc[wie.index]})[~inhoud]
    return bool(paar["wie"].duplicated().any()) and not paar.duplicated().any()


def _read_golven(tabel: Tabel, kolom: Kolom) -> pd.Series:
    return tabel.frame[kolom.naam].astype("str").map(fold)


def _fold_names(tabel: Tabel, kolom: Kolom) -> dict[str, str]:
    """Return folded cell → folded name of its wave."""
    return {fold(cel): fold(naam) for naam, cel in name_golven(tabel, kolom.naam).items()}


def _is_filled(cellen: pd.Series) -> bool:
    return any(cel.strip() for cel in count_cells(cellen))


def _name_golf(tekst: str) -> str:
    """Return a short name for a wave: its month, its number, else its words."""
    klein = tekst.casefold()
    if maand := _MONTH.search(klein):
        return f"{maand[1]}-{int(maand[2]):02d}"
    for woord, jaar in _NAMED.findall(klein):
        if woord in NUMBER:
            return f"{jaar}-{NUMBER[woord]:02d}"
    genummerd = _NUMBERED.match(klein.strip())
    return genummerd[1] if genummerd else make_slug(tekst)


def _sort_key(cel: str) -> tuple[int, float, str]:
    return (0, float(cel), "") if re.fullmatch(r"\d+(?:\.\d+)?", cel) else (1, 0.0, cel.casefold())


def _rank_golf(naam: str) -> tuple[int, tuple[int, float, str]]:
    """Return where a wave stands among others by its name: before comes before after, else as names are sorted."""
    woord = next((nr for nr, begin in enumerate(_FIRST) if naam.startswith(begin)), len(_FIRST))
    return woord, _sort_key(naam)
