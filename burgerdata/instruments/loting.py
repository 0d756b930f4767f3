"""Sortition: targets per stratum and who was drawn -> traits with a target and a number per category."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from burgerdata.instruments.aantallen import Telwijze, check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_records, make_telling
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.streefcijfers import STREVEN, is_in_procenten, read_streven
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import fold, make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

MATEN = ("doel", "geselecteerd", "uitgenodigd")
_AANDEEL = re.compile(
    r"(?:%|percentage|aandeel)(?: (?:in |van )?(?:de )?\(?(?:volwassen )?(?:bevolking|inwoners|populatie|gemeente)\)?)?|(?:bevolking|populatie)(?: ?\(?(?:%|in %|in procenten)\)?)?"
)


def read_loting(tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return a trait per kenmerk of the sortition table, with its categories as options and its numbers as tellingen.

    The name of a trait is the slug of the kenmerk, so that it compares with marges and with the list of members. A
    kenmerk that stands in the first of its rows only holds for the rows under it. Targets in percents come back under
    STREVEN: how many places they are follows from who was drawn.

    Raises
    ------
    ContractError
        When a number is none.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    velden = find_lotingvelden([kolom.naam for kolom in tabel.kolommen], levering.kolommen)
    kenmerk = tabel.frame[velden["kenmerk"]].str.strip()
    kenmerk = kenmerk.where(kenmerk.ne("")).ffill().fillna("").astype("str")
    categorie = tabel.frame[velden["categorie"]].str.strip()
    maten = [velden[maat] for maat in MATEN if maat in velden]
    geteld = pd.concat([is_filled(tabel.frame[kop]) for kop in maten], axis=1).any(axis=1)
    bruikbaar = kenmerk.ne("") & categorie.ne("") & geteld
    for rij in tabel.frame.loc[~bruikbaar, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    namen = pd.DataFrame({"kenmerk": kenmerk, "categorie": categorie})[bruikbaar]
    vragen = [
        Vraag(
            make_slug(str(naam)),
            (velden["kenmerk"],),
            str(naam),
            "een_antwoord",
            rol="kenmerk",
            opties=tuple(Optie(str(cel), str(cel)) for cel in dict.fromkeys(deel["categorie"])),
        )
        for naam, deel in namen.groupby("kenmerk", observed=True, dropna=False, sort=False)
    ]
    # what a population is counted in may be a share: 12,5%
    check_aantallen(
        tabel,
        maten,
        telwijze=Telwijze(geheel=False),
        logboek=logboek,
    )
    streven = pd.DataFrame()
    if "doel" in velden and is_in_procenten(velden["doel"], tabel.frame[velden["doel"]]):
        streven = read_streven(namen, tabel.frame.loc[namen.index, velden["doel"]])
        logboek.note("cel_gewijzigd", kolom=velden["doel"], aantal=len(streven))
        velden = {veld: kop for veld, kop in velden.items() if veld != "doel"}
    tellingen = list(_count(tabel.frame, namen, velden, activiteit_id))
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "code"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, int(bruikbaar.sum())),
        **({STREVEN: streven} if len(streven) else {}),
    }


def find_lotingvelden(
    koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """Return field → header of a sheet that is known to hold the draw: there the share of the population is the target.

    Examples
    --------
    >>> find_lotingvelden(["Kenmerk", "Groep", "Aandeel bevolking"])
    {'kenmerk': 'Kenmerk', 'categorie': 'Groep', 'doel': 'Aandeel bevolking'}
    """
    velden = find_velden(koppen, "loting", kolommen)
    vrij = [kop for kop in koppen if kop not in velden.values() and _AANDEEL.fullmatch(fold(kop))]
    return velden if "doel" in velden or not vrij else velden | {"doel": vrij[0]}


def _count(
    frame: pd.DataFrame, namen: pd.DataFrame, velden: dict[str, str], activiteit_id: str
) -> Iterator[dict[str, object]]:
    cellen = frame.loc[namen.index].to_dict("records")
    for cel, rij in zip(cellen, namen.to_dict("records"), strict=True):
        for maat in (maat for maat in MATEN if maat in velden):
            aantal = read_aantal(str(cel[velden[maat]]))
            if not math.isnan(aantal):
                vraag_id = make_slug(str(rij["kenmerk"]))
                yield make_telling(
                    activiteit_id, maat, round(aantal), vraag_id=vraag_id, code=str(rij["categorie"])
                )
