"""Names of sheets and groups as the tables, the report and its account may show them: "Gesprek Fatima" tells who spoke."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.pseudonyms.opschriften import mask_bestanden, mask_opschriften
from burgerdata.traject import Traject


def mask_bladen(tabellen: Iterable[pd.DataFrame]) -> list[pd.DataFrame]:
    """Return tables with bestand and blad, the names of sheets masked alike in all; two that became one are numbered."""
    gevuld = list(tabellen)
    paren = [[*_list_pairs(tabel)] for tabel in gevuld]
    bladen: dict[str, list[str]] = {}
    for bestand, blad in (paar for deel in paren for paar in deel):
        bladen.setdefault(bestand, []).append(blad)
    nieuw = {bestand: mask_opschriften(eigen) for bestand, eigen in bladen.items()}
    return [
        tabel.assign(blad=[nieuw[bestand][blad] for bestand, blad in deel])
        for tabel, deel in zip(gevuld, paren, strict=True)
    ]


def _list_pairs(tabel: pd.DataFrame) -> Iterable[tuple[str, str]]:
    return zip(tabel["bestand"].astype("str"), tabel["blad"].fillna("").astype("str"), strict=True)


def mask_groepen(tabellen: Mapping[str, pd.DataFrame], bestanden: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Return the tables with groups that are called after a file, without the names of people in that file's name.

    The numbers are those of the files in the report, so that two groups of two deliveries are not one.
    """
    stammen = {
        PurePosixPath(pad).stem: PurePosixPath(kaal).stem for pad, kaal in mask_bestanden(bestanden).items()
    }
    nieuw = {stam: kaal for stam, kaal in stammen.items() if stam != kaal}
    return {
        naam: tabel.assign(groep=tabel["groep"].map(lambda groep: nieuw.get(groep, groep)))
        if nieuw and "groep" in tabel
        else tabel
        for naam, tabel in tabellen.items()
    }


def mask_bronnamen(traject: Traject) -> Traject:
    """Return the traject with the names of files in bronnen and logboek as they may be shown, alike in both."""
    nieuw = mask_bestanden(traject.bronnen["bestand"].astype("str"))
    if all(naam == kaal for naam, kaal in nieuw.items()):
        return traject
    tabellen = {"bronnen": traject.bronnen, "logboek": traject.logboek}
    return traject.replace_tabellen(
        **{
            naam: tabel.assign(bestand=tabel["bestand"].astype("str").map(lambda pad: nieuw.get(pad, pad)))
            for naam, tabel in tabellen.items()
        }
    )
