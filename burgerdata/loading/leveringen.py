"""The tables [[levering]] of traject.toml: which files, patterns expanded, and what their columns mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from burgerdata.instruments.onderdelen import ONDERDELEN
from burgerdata.instruments.suggestions import suggest
from burgerdata.loading.golfvolgorde import TWIJFEL
from burgerdata.loading.sources import is_side_file
from burgerdata.loading.toml_fields import ONBEKEND, Velden
from burgerdata.loading.zelfde_avond import share_avond
from burgerdata.schema import DOORWERKING_STATUS, FASE, INSTRUMENT, LEVERING_ROL, TREDE, WERVING
from burgerdata.settings import Levering
from burgerdata.statistics.sampling import LonelyPsu

GEDEELD: Mapping[str, Sequence[str]] = {"fase": FASE, "trede": TREDE, "werving": WERVING, "uitvoerder": ()}
"""Settings that may stand at the top too, where they hold for each delivery that says nothing else, with their words."""
TELLINGEN = ("uitgenodigd", "aangemeld", "geselecteerd", "gestart", "afgerond")
SLEUTELS = (
    "naam",
    "instrument",
    "fase",
    "trede",
    "werving",
    "bestand",
    "metingen",
    "onderdelen",
    "meting",
    "panel",
    "begindatum",
    "einddatum",
    "doelgroep",
    "taal",
    "uitvoerder",
    "gewicht",
    "langsgewicht",
    "persoon",
    "rol",
    "groep",
    "stratum",
    "cluster",
    "fpc",
    "lonely_psu",
    "kenmerken",
    "wegen",
    "indeling",
    "gespreksleider",
    "deelnemerslijst",
    "codeboek",
    "blad",
    "testrijen",
    "kolommen",
    "statussen",
    *TELLINGEN,
)
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_WILD = re.compile(r"[*?\[]")


def read_leveringen(boven: Velden, map_: Path) -> tuple[list[Levering], list[Velden]]:
    """Return the deliveries in order, and the readers with what was wrong or not given in each.

    ``boven`` reads the top of the same traject.toml; what is wrong with a setting there is reported there, once.
    """
    tekst = boven.tekst
    ruw = tekst.inhoud.get("levering", [])
    if not isinstance(ruw, list) or not all(isinstance(deel, dict) for deel in ruw):
        velden = Velden(tekst, {}, "levering")
        velden.report("levering", "een levering begint met dubbele haken", "schrijf [[levering]]")
        return [], [velden]
    ruw = share_avond(ruw, ONBEKEND)
    namen = name_leveringen(ruw)
    gedeeld = _read_gedeeld(boven)
    lezers = [
        Velden(tekst, _inherit(gedeeld, deel), "levering", nummer, namen[nummer])
        for nummer, deel in enumerate(ruw)
    ]
    leveringen = _share_bladen([_read_levering(velden, map_) for velden in lezers])
    _refuse_double_names(leveringen, lezers)
    return leveringen, lezers


def _share_bladen(leveringen: Sequence[Levering]) -> list[Levering]:
    """Return the deliveries, those without a sheet of their own with the sheets of their workbooks that others name."""
    genoemd = [(bestand, lev.blad) for lev in leveringen for bestand in lev.bestanden if lev.blad]
    return [
        levering
        if levering.blad
        else replace(levering, bladen_elders=tuple(paar for paar in genoemd if paar[0] in levering.bestanden))
        for levering in leveringen
    ]


def _read_gedeeld(boven: Velden) -> dict[str, str]:
    """Return what the top says of every delivery; what is open there, each delivery reports itself."""
    gegeven = [naam for naam in GEDEELD if boven.inhoud.get(naam, ONBEKEND) != ONBEKEND]
    gelezen = {
        naam: boven.read_word(naam, GEDEELD[naam]) if GEDEELD[naam] else boven.read_text(naam)
        for naam in gegeven
    }
    return {naam: waarde for naam, waarde in gelezen.items() if waarde}


def _inherit(gedeeld: Mapping[str, str], deel: Mapping[str, Any]) -> dict[str, Any]:
    """Return a delivery with what the top says of all of them, where the delivery itself says nothing."""
    open_ = {naam for naam in gedeeld if deel.get(naam) in ("", ONBEKEND)}
    return {**gedeeld, **{naam: waarde for naam, waarde in deel.items() if naam not in open_}}


def name_leveringen(ruw: Sequence[dict[str, Any]]) -> list[str]:
    """Return a name per delivery: the one given, else the instrument, with a number when there are several.

    Examples
    --------
    >>> name_leveringen([{"instrument": "enquete"}, {"instrument": "enquete"}, {"naam": "kp"}])
    ['enquete1', 'enquete2', 'kp']
    """
    instrumenten = [str(deel.get("instrument", "levering")) for deel in ruw]
    aantal = Counter(naam for naam, deel in zip(instrumenten, ruw, strict=True) if not deel.get("naam"))
    teller: Counter[str] = Counter()
    namen = []
    for instrument, deel in zip(instrumenten, ruw, strict=True):
        teller[instrument] += not deel.get("naam")
        nummer = str(teller[instrument]) if aantal[instrument] > 1 else ""
        namen.append(str(deel.get("naam") or f"{instrument}{nummer}"))
    return namen


def _read_levering(velden: Velden, map_: Path) -> Levering:
    velden.check_keys(SLEUTELS)
    instrument = velden.read_word("instrument", INSTRUMENT)
    if not instrument and "instrument" not in velden.inhoud:
        velden.report(
            "instrument", "deze levering heeft geen instrument", f"kies uit {', '.join(INSTRUMENT)}"
        )
    elif velden.inhoud.get("instrument") == ONBEKEND:
        velden.report(
            "instrument", "het instrument is nog niet ingevuld", f"kies uit {', '.join(INSTRUMENT)}"
        )
    leiders = velden.inhoud.get("gespreksleider")
    if leiders == ONBEKEND or (isinstance(leiders, list) and ONBEKEND in leiders):
        velden.report(
            "gespreksleider",
            "de gespreksleider is nog niet ingevuld",
            "neem de naam over zoals die bij de beurten staat, of haal deze regel weg als er geen is",
        )
    if velden.naam not in ("", ONBEKEND) and not _NAME.fullmatch(velden.naam):
        velden.report("naam", "deze naam kan niet", "gebruik kleine letters, cijfers, - en _")
    metingen = _read_metingen(velden, map_)
    _check_volgorde(velden, metingen)
    _check_enquete(velden, instrument, metingen)
    onderdelen = _read_onderdelen(velden, instrument, map_)
    begin, eind = (_read_dagen(velden, naam, metingen) for naam in ("begindatum", "einddatum"))
    genoemd = [*metingen.values(), *(naam for namen in onderdelen.values() for naam in namen)]
    bestanden = tuple(dict.fromkeys([*_read_bestanden(velden, map_), *genoemd]))
    tellingen = {naam: aantal for naam in TELLINGEN if (aantal := velden.read_count(naam)) is not None}
    return Levering(
        naam=velden.naam,
        instrument=instrument,
        bestanden=bestanden,
        metingen=metingen,
        onderdelen=onderdelen,
        fase=velden.read_word("fase", FASE, gevraagd=True),
        trede=velden.read_word("trede", TREDE, gevraagd=True),
        werving=velden.read_word("werving", WERVING, gevraagd=True),
        rol=velden.read_word("rol", LEVERING_ROL),
        begindatum=begin.get(""),
        einddatum=eind.get(""),
        golfdagen={naam: (begin.get(naam), eind.get(naam)) for naam in metingen if naam in {*begin, *eind}},
        taal=velden.read_text("taal") or "nl",
        cluster=velden.read_list("cluster")[:2],
        fpc=velden.read_list("fpc")[:2],
        lonely_psu=velden.read_word("lonely_psu", get_args(LonelyPsu)),
        kenmerken=velden.read_list("kenmerken"),
        wegen=velden.read_list("wegen"),
        gespreksleider=velden.read_list("gespreksleider"),
        deelnemerslijst=_read_one(velden, "deelnemerslijst", map_),
        codeboek=_read_one(velden, "codeboek", map_),
        testrijen=velden.read_lists("testrijen"),
        kolommen=velden.read_lists("kolommen"),
        statussen=_read_statussen(velden),
        tellingen=tellingen,
        indeling={naam: namen[0] for naam, namen in velden.read_lists("indeling").items()},
        regels=velden.find_lines(),
        lijst_ook=(),
        bladen_elders=(),
        **{naam: velden.read_text(naam) for naam in _TEXTS},
    )


def _read_statussen(velden: Velden) -> dict[str, tuple[str, ...]]:
    """Return status → words of a list of decisions that mean it; another status is a problem."""
    gezegd = velden.read_lists("statussen")
    for woord in gezegd:
        if woord not in DOORWERKING_STATUS:
            velden.report(
                "statussen", f"'{woord}' is geen status", f"kies uit {', '.join(DOORWERKING_STATUS)}"
            )
    return {woord: cellen for woord, cellen in gezegd.items() if woord in DOORWERKING_STATUS}


_TEXTS = (
    "meting",
    "panel",
    "doelgroep",
    "uitvoerder",
    "gewicht",
    "langsgewicht",
    "persoon",
    "groep",
    "stratum",
    "blad",
)


def _read_metingen(velden: Velden, map_: Path) -> dict[str, str]:
    metingen = {}
    for meting, pad in velden.read_table("metingen").items():
        gevonden = _expand(velden, "metingen", str(pad), map_)
        if len(gevonden) > 1:
            velden.report(
                "metingen",
                f"meting '{meting}' past op {len(gevonden)} bestanden",
                "noem één bestand per meting",
            )
        elif gevonden:
            metingen[str(meting)] = gevonden[0]
    return metingen


def _check_volgorde(velden: Velden, metingen: Mapping[str, str]) -> None:
    """Report waves of which the analyst did not say yet that they are in the right order."""
    for sleutel, namen in (("metingen", list(metingen)), ("meting", [str(velden.inhoud.get("meting", ""))])):
        if any(naam.endswith(TWIJFEL) and naam != ONBEKEND for naam in namen):
            velden.report(
                sleutel,
                "de volgorde van de metingen is nog niet bevestigd",
                "zet de eerste meting voorop en haal de vraagtekens uit de namen",
            )


def _check_enquete(velden: Velden, instrument: str, metingen: Mapping[str, str]) -> None:
    """Report waves of a survey: it has one, and would be read as if its columns were no waves."""
    if instrument == "enquete" and len(metingen) > 1:
        velden.report(
            "instrument",
            "een enquête heeft één meting, en hier staan er meer bij 'metingen'",
            'zet instrument = "burgerberaad" of "burgerdialoog" voor het formulier van voor en na een bijeenkomst,'
            ' en "klantpanel" voor metingen van dezelfde mensen',
        )


def _read_dagen(velden: Velden, sleutel: str, metingen: Mapping[str, str]) -> dict[str, date]:
    """Return the day of each wave, or under an empty name that of the whole delivery."""
    if not isinstance(velden.inhoud.get(sleutel), dict):
        dag = velden.read_date(sleutel)
        return {} if dag is None else {"": dag}
    dagen = velden.read_dates(sleutel)
    for naam in dagen:
        if naam not in metingen:
            raad = suggest(naam, metingen) if metingen else f"schrijf {sleutel} = 2026-03-01"
            velden.report(sleutel, f"er is geen meting '{naam}'", raad)
    return dagen


def _read_onderdelen(velden: Velden, instrument: str, map_: Path) -> dict[str, tuple[str, ...]]:
    """Return part → files; a part that the instrument does not have is a problem."""
    bekend = ONDERDELEN.get(instrument, ())
    gevonden = {}
    for rol, patronen in velden.read_lists("onderdelen").items():
        if rol not in bekend:
            remedie = suggest(rol, bekend) if bekend else "noem de bestanden bij 'bestand'"
            velden.report("onderdelen", f"het onderdeel '{rol}' bestaat hier niet", remedie)
            continue
        namen = [naam for patroon in patronen for naam in _expand(velden, "onderdelen", patroon, map_)]
        gevonden[rol] = tuple(dict.fromkeys(namen))
    return gevonden


def _read_bestanden(velden: Velden, map_: Path) -> tuple[str, ...]:
    patronen = velden.read_list("bestand")
    if not patronen and not {"metingen", "onderdelen"} & set(velden.inhoud):
        velden.report("bestand", "deze levering noemt geen bestand", 'schrijf bestand = "ruw/…"')
    gevonden = [naam for patroon in patronen for naam in _expand(velden, "bestand", patroon, map_)]
    return tuple(dict.fromkeys(gevonden))


def _read_one(velden: Velden, sleutel: str, map_: Path) -> str:
    pad = velden.read_path(sleutel)
    return next(iter(_expand(velden, sleutel, pad, map_)), "") if pad else ""


def _expand(velden: Velden, sleutel: str, patroon: str, map_: Path) -> list[str]:
    """Return the files of a name or pattern inside the folder, sorted as a person would (fg2 before fg10)."""
    patroon = velden.check_path(sleutel, patroon)
    if not patroon:
        return []
    if Path(patroon).is_absolute() or ".." in Path(patroon).parts or re.match(r"[A-Za-z]:", patroon):
        velden.report(
            sleutel, "dit pad wijst buiten de map van het traject", "zet het bestand in ruw/ en noem het zo"
        )
        return []
    gevonden = [map_ / patroon] if (map_ / patroon).is_file() else []
    if not gevonden and _WILD.search(patroon):
        gevonden = [
            pad for pad in map_.glob(patroon) if pad.is_file() and not pad.name.startswith(("~$", "."))
        ]
    if not gevonden and (map_ / patroon).is_dir():
        gevonden = [pad for pad in (map_ / patroon).iterdir() if pad.is_file() and not is_side_file(pad)]
    if not gevonden:
        velden.report(
            sleutel,
            f"het bestand '{patroon}' staat niet in de map",
            _suggest_file(patroon, map_, velden.naam),
        )
    return sorted((pad.relative_to(map_).as_posix() for pad in gevonden), key=natural_key)


def natural_key(naam: str) -> list[tuple[int, int, str]]:
    """Return a key that sorts numbers inside names by size.

    Examples
    --------
    >>> sorted(["fg10.docx", "fg2.docx"], key=natural_key)
    ['fg2.docx', 'fg10.docx']
    """
    delen = re.split(r"(\d+)", naam.casefold())
    return [(0, int(deel), "") if deel.isdigit() else (1, 0, deel) for deel in delen if deel]


def _suggest_file(patroon: str, map_: Path, naam: str) -> str:
    """Return the file whose name looks like it, folder and extension apart; without one what to put back or take out."""
    aanwezig = {
        pad.stem.casefold(): pad.relative_to(map_).as_posix()
        for pad in (*sorted(map_.glob("*")), *sorted(map_.glob("ruw/*")))
        if pad.is_file()
    }
    stam = Path(patroon).stem.casefold()
    lijkt = [] if _WILD.search(patroon) else get_close_matches(stam, aanwezig, n=1)
    if lijkt:
        return f"bedoelde u '{aanwezig[lijkt[0]]}'?"
    rijen = f" en alle rijen van levering '{naam}' in vragen.xlsx" if naam else ""
    return f"zet het in de map ruw/, of haal deze levering weg uit traject.toml{rijen}"


def _refuse_double_names(leveringen: Sequence[Levering], lezers: Sequence[Velden]) -> None:
    """Report deliveries that make the same activity; waves of one name are told apart by their ``meting``."""
    gezien: set[tuple[str, str]] = set()
    for levering, velden in zip(leveringen, lezers, strict=True):
        if (levering.naam, levering.meting) in gezien:
            velden.report(
                "naam", f"er zijn twee leveringen met de naam '{levering.naam}'", "geef ze elk een eigen naam"
            )
        gezien.add((levering.naam, levering.meting))
