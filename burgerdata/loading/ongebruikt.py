"""Files that a traject leaves aside and that look like a version of one it uses: the wrong one may have been chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, Probleem
from burgerdata.formats import Lezing, read
from burgerdata.formats.tools import BEURTENTABEL
from burgerdata.getallen import format_getal
from burgerdata.instruments.kinds import is_weight
from burgerdata.intake import Zegel
from burgerdata.loading.afdruk import Afdruk, compare_afdrukken, make_afdruk
from burgerdata.loading.known_deliveries import list_genoemd
from burgerdata.loading.recognise import LOOK_KEY, recognise_file
from burgerdata.loading.sources import state_unreadable
from burgerdata.loading.versies import Gelezen
from burgerdata.pseudonyms import read_sleutel
from burgerdata.shapes import Gesprek, Tabel
from burgerdata.traject import Traject

_SLEUTEL = "sleutel.txt"
_LARGEST = 50_000_000
"""Bytes of a file that is read for this alone."""
_REMEDIE = "kijk na of dit de versie is die geldt, en noem anders de andere bij 'bestand' in traject.toml"


def review_ongebruikt(traject: Traject, gelezen: Sequence[Gelezen], map_: Path) -> list[Probleem]:
    """Return each file that is used while another version of it lies beside it, unused; how many rows that one has."""
    bronnen = traject.bronnen
    los = bronnen[
        bronnen["rol"].eq("gezien") & ~bronnen["sha256"].isin(bronnen.loc[bronnen["gebruikt"], "sha256"])
    ]
    if los.empty or not gelezen or not (map_ / _SLEUTEL).is_file():
        return []
    gebruikt = [(vorm, make_afdruk(vorm, deel.scope)) for deel in gelezen for vorm in deel.vormen]
    # what is used as a table has no version that is read as a conversation
    beurten = any(vorm.formaat == BEURTENTABEL for vorm, _ in gebruikt)
    zegel = Zegel(read_sleutel(map_ / _SLEUTEL), "gezien", beurtentabel=beurten)
    # a file of a delivery that could not be read is no version that lies unused
    genoemd = list_genoemd(traject.instellingen)
    gevonden = []
    for bestand in (naam for naam in los["bestand"].astype("str").unique() if naam not in genoemd):
        lezing = _try_read(map_, bestand, zegel)
        if lezing is not None and (punt := _find_version(lezing, gebruikt)):
            gevonden.append(punt)
    return gevonden


def tell_ongelezen(bronnen: pd.DataFrame, map_: Path) -> dict[str, str]:
    """Return why each file that no delivery uses holds no data, as `nieuw` tells it; files that may hold some are left out."""
    los = bronnen.loc[bronnen["rol"].eq("gezien"), "bestand"].astype("str").unique() if len(bronnen) else ()
    return {bestand: reden for bestand in los if (reden := _tell_reden(map_, bestand))}


def _tell_reden(map_: Path, bestand: str) -> str:
    if (reden := state_unreadable(map_, bestand)) or not (map_ / bestand).is_file():
        return reden
    if (map_ / bestand).stat().st_size > _LARGEST:
        return ""
    return recognise_file(map_ / bestand, map_, Zegel(LOOK_KEY, "gezien", scope="gezien")).reden


def _try_read(map_: Path, bestand: str, zegel: Zegel) -> Lezing | None:
    """Return a file that is no part of the traject; None when it cannot be read, which matters to nobody."""
    pad = map_ / bestand
    try:
        return read(pad, zegel, bestand=bestand) if pad.stat().st_size <= _LARGEST else None
    except BronError:
        return None


def _find_version(lezing: Lezing, gebruikt: Sequence[tuple[Tabel | Gesprek, Afdruk]]) -> Probleem | None:
    vormen: list[Tabel | Gesprek] = [*lezing.tabellen, *lezing.gesprekken]
    for vorm in vormen:
        afdruk = make_afdruk(vorm, "gezien")
        for ander, eigen in gebruikt:
            gelijkenis = compare_afdrukken(eigen, afdruk)
            if type(vorm) is type(ander) and gelijkenis is not None and gelijkenis.zeker:
                return _report(ander, vorm)
    return None


def _report(gebruikt: Tabel | Gesprek, los: Tabel | Gesprek) -> Probleem:
    eenheid = "rijen" if isinstance(los, Tabel) else "beurten"
    weegt = " en een weegfactor" if _has_weight(los) and not _has_weight(gebruikt) else ""
    wat = (
        f"dit bestand telt ({_count(gebruikt)} {eenheid}), en {los.bestand} lijkt een andere versie ervan "
        f"({_count(los)} {eenheid}{weegt}) die niet meetelt"
    )
    return Probleem(wat, _REMEDIE, gebruikt.bestand, gebruikt.blad)


def _count(vorm: Tabel | Gesprek) -> str:
    return format_getal(len(vorm.frame if isinstance(vorm, Tabel) else vorm.gezegd))


def _has_weight(vorm: Tabel | Gesprek) -> bool:
    return isinstance(vorm, Tabel) and any(map(is_weight, vorm.kolommen))
