"""Repeat groups: sheets with several rows per submission, folded into the row of the submission they belong to.

A choice made in any of the repeats counts once (several answers), texts are put below each other, numbers get a column
per repeat, and how often the group was filled in is a number too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.formats.lezing import Bijblad
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, VELDWERK, Kolom, Tabel

PARENT_INDEX = "_parent_index"
PARENT_TABLE = "_parent_table_name"
INDEX = "_index"
_LONGEST_CHOICE = 60
_MOST_CHOICES = 25
_NUMBER = r"-?\d+(?:[.,]\d+)?"


def link_repeats(hoofd: pd.DataFrame, bladen: Mapping[str, pd.DataFrame]) -> dict[str, pd.Series]:
    """Return per sheet the place in ``hoofd`` of the submission that each row belongs to, -1 where it has none.

    A repeat within a repeat points at the row of its own parent, and only through that at the submission.
    """
    index = (
        hoofd[INDEX] if INDEX in hoofd else pd.Series([str(n + 1) for n in range(len(hoofd))], dtype="str")
    )
    bekend: dict[str, dict[str, int]] = {"": {str(nr).strip(): plek for plek, nr in enumerate(index)}}
    plekken: dict[str, pd.Series] = {}
    for _ in range(len(bladen)):
        for blad, frame in bladen.items():
            ouder = _find_parent(frame, bladen)
            if blad in plekken or ouder not in bekend:
                continue
            plekken[blad] = frame[PARENT_INDEX].str.strip().map(bekend[ouder]).fillna(-1).astype("int64")
            if INDEX in frame:
                bekend[blad] = dict(zip(frame[INDEX].str.strip(), plekken[blad], strict=True))
    leeg = {blad: pd.Series(-1, index=frame.index, dtype="int64") for blad, frame in bladen.items()}
    return leeg | plekken


def _find_parent(frame: pd.DataFrame, bladen: Mapping[str, pd.DataFrame]) -> str:
    """Return the sheet that the rows point at, empty for that of the submissions; sheet names are cut at 31 signs."""
    genoemd = next((cel for cel in frame[PARENT_TABLE].unique() if cel.strip()), "")
    kort = re.sub(r"[\[\]*?:\\/]", "", genoemd)[:31]
    return next((blad for blad in bladen if blad == kort), "")


def fold_repeat(
    hoofd: Tabel, blad: Tabel, plekken: pd.Series, logboek: Logboek, records_in: int
) -> tuple[Tabel, Bijblad]:
    """Return the submissions with the columns of one repeat group, and what became of the rows of its sheet."""
    los = plekken == -1
    for rij in blad.frame.loc[los, RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    frame = blad.frame[~los].reset_index(drop=True)
    plek = plekken[~los].reset_index(drop=True)
    aantal = np.bincount(plek, minlength=len(hoofd.frame))
    naam = f"{blad.blad} (aantal)"
    nieuw = [
        (
            Kolom(naam, naam, herkomst=blad.blad, soort="getal"),
            pd.Series([str(n) for n in aantal], dtype="str"),
        )
    ]
    bezet = {kolom.naam for kolom in hoofd.kolommen}
    for kolom in blad.kolommen:
        if kolom.soort != VELDWERK:
            eigen = replace(kolom, naam=f"{blad.blad}/{kolom.naam}") if kolom.naam in bezet else kolom
            # the age of a child is no trait of who filled in the form
            eigen = replace(eigen, tekst=f"{blad.blad}: {kolom.tekst or kolom.naam}")
            nieuw += _fold_column(eigen, frame[kolom.naam], plek, len(hoofd.frame))
    data = {kolom.naam: cellen.set_axis(hoofd.frame.index) for kolom, cellen in nieuw}
    samen = pd.concat([hoofd.frame, pd.DataFrame(data)], axis=1)
    kolommen = (*hoofd.kolommen, *(kolom for kolom, _ in nieuw))
    return replace(hoofd, frame=samen, kolommen=kolommen), Bijblad(blad.blad, records_in, len(frame), logboek)


def _fold_column(
    kolom: Kolom, cellen: pd.Series, plek: pd.Series, rijen: int
) -> list[tuple[Kolom, pd.Series]]:
    gevuld = cellen.str.strip() != ""
    if kolom.set_naam and kolom.set_code:
        ja = np.zeros(rijen, dtype=bool)
        ja[plek[cellen == kolom.set_code]] = True
        iets = np.zeros(rijen, dtype=bool)
        iets[plek[gevuld]] = True
        tekens = np.where(ja, kolom.set_code, np.where(iets, "0", ""))
        return [(kolom, pd.Series(tekens, dtype="str"))]
    if kolom.soort == "getal" or kolom.soort == "rangorde" or _are_numbers(kolom, cellen[gevuld]):
        return _spread(kolom, cellen, plek, rijen)
    gesloten = bool(kolom.labels) or kolom.soort == "meer_antwoorden" or _are_choices(kolom, cellen[gevuld])
    samen = (
        cellen[gevuld]
        .groupby(plek[gevuld], sort=False, observed=True, dropna=False)
        .agg((";" if gesloten else "\n").join)
    )
    soort = "meer_antwoorden" if gesloten else "open"
    tekst = samen.reindex(range(rijen)).fillna("").astype("str")
    return [(replace(kolom, soort=soort, reeks="", item=""), tekst)]


def _are_numbers(kolom: Kolom, gevuld: pd.Series) -> bool:
    return (
        not kolom.soort and not kolom.labels and len(gevuld) > 0 and bool(gevuld.str.fullmatch(_NUMBER).all())
    )


def _are_choices(kolom: Kolom, gevuld: pd.Series) -> bool:
    if kolom.soort or not len(gevuld):
        return False
    weinig = gevuld.nunique() <= min(_MOST_CHOICES, len(gevuld) / 2)
    return bool(weinig and (gevuld.str.len() <= _LONGEST_CHOICE).all())


def _spread(kolom: Kolom, cellen: pd.Series, plek: pd.Series, rijen: int) -> list[tuple[Kolom, pd.Series]]:
    """Return a column per repeat: the first, the second and so on."""
    keer = plek.groupby(plek, observed=True, dropna=False).cumcount()
    uit = []
    for nummer in range(int(keer.max()) + 1 if len(keer) else 0):
        deze = keer == nummer
        waarden = pd.Series("", index=range(rijen), dtype="str")
        waarden.loc[plek[deze].to_numpy()] = cellen[deze].to_numpy()
        naam = f"{kolom.naam} ({nummer + 1})"
        uit.append(
            (
                replace(
                    kolom, naam=naam, set_naam=f"{kolom.set_naam} ({nummer + 1})" if kolom.set_naam else ""
                ),
                waarden,
            )
        )
    return uit
