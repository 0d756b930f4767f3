"""Sortition: targets per stratum and who was drawn -> traits with a target and a number per category."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from burgerdata.instruments.aantallen import Telwijze, check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_records, make_telling
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

MATEN = ("doel", "geselecteerd", "uitgenodigd")


def read_loting(tabel: Tabel, levering: Levering, activiteit_id: str) -> Tabellen:
    """Return a trait per kenmerk of the sortition table, with its categories as options and its numbers as tellingen.

    The name of a trait is the slug of the kenmerk, so that it compares with marges and with the list of members. A
    kenmerk that stands in the first of its rows only holds for the rows under it.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "loting", levering.kolommen)
    kenmerk = tabel.frame[velden["kenmerk"]].str.strip()
    kenmerk = kenmerk.where(kenmerk.ne("")).ffill().fillna("").astype("str")
    categorie = tabel.frame[velden["categorie"]].str.strip()
    bruikbaar = kenmerk.ne("") & categorie.ne("")
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
        [velden[maat] for maat in MATEN if maat in velden],
        telwijze=Telwijze(geheel=False),
        logboek=logboek,
    )
    tellingen = list(_count(tabel.frame, namen, velden, activiteit_id))
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "code"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, int(bruikbaar.sum())),
    }


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
