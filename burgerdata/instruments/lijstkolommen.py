"""A list beside the answers, such as the weights that a bureau delivers: its columns joined to the persons of a survey."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.vraagregels import fold
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel

_SAME = "vraag het bureau om een bestand met de nummers die in de antwoorden staan, of verbeter 'persoon' in traject.toml"


def join_lijst(tabel: Tabel, hulp: Sequence[Tabel], levering: Levering) -> Tabel:
    """Return the answers with the columns of ``deelnemerslijst`` that they do not have, empty for who is not on it.

    Raises
    ------
    ContractError
        When a person stands on the list twice, or nobody on it gave answers.
    """
    lijst = next((deel for deel in hulp if deel.bestand == levering.deelnemerslijst), None)
    if lijst is None:
        return tabel
    _check(tabel, lijst, levering)
    eigen = {fold(kolom.naam) for kolom in tabel.kolommen}
    erbij = tuple(kolom for kolom in lijst.kolommen if fold(kolom.naam) not in eigen)
    per_persoon = lijst.frame.set_index(PERSOON)
    cellen = {
        kolom.naam: tabel.frame[PERSOON].map(per_persoon[kolom.naam].astype("str")).fillna("").astype("str")
        for kolom in erbij
    }
    frame = pd.concat([tabel.frame, pd.DataFrame(cellen, index=tabel.frame.index)], axis=1)
    return replace(tabel, frame=frame, kolommen=(*tabel.kolommen, *erbij))


def _check(tabel: Tabel, lijst: Tabel, levering: Levering) -> None:
    dubbel = lijst.frame.loc[lijst.frame[PERSOON].duplicated(), RIJ]
    if len(dubbel):
        wat = f"{format_getal(len(dubbel))} {'mens staat' if len(dubbel) == 1 else 'mensen staan'} vaker op deze lijst"
        remedie = "haal de dubbele rijen weg: van ieder geldt één gewicht"
        raise ContractError([Probleem(wat, remedie, lijst.bestand, lijst.blad, int(dubbel.iloc[0]))])
    if not tabel.frame[PERSOON].isin(lijst.frame[PERSOON]).any():
        wat = f"geen enkel nummer op deze lijst komt voor bij '{levering.persoon}' in {tabel.bestand}"
        raise ContractError([Probleem(wat, _SAME, lijst.bestand, lijst.blad)])
