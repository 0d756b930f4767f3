"""Which rows of a table count: test rows and doubled rows go out, and the ledger says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.intake.inzendingen import find_tijdstempels
from burgerdata.intake.proefrijen import match_proef
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Tabel

_MOST_NAMED = 3
_VERWIJDER = "verwijder de rij die niet telt"


def select_records(tabel: Tabel, levering: Levering, logboek: Logboek) -> Tabel:
    """Return the table without test rows and without rows that repeat another one, whenever they came in.

    Raises
    ------
    ContractError
        When a column of ``testrijen`` does not exist, or a person has two rows that differ.
    """
    frame = tabel.frame
    proef = find_test_rows(tabel, levering)
    logboek.note("proefrij", aantal=int(proef.sum()))
    frame = frame[~proef] if proef.any() else frame
    inhoud = [naam for naam in frame.columns if naam not in (RIJ, RECORD)]
    persoon = frame[PERSOON]
    if (persoon == "").any():
        persoon = persoon.where(persoon != "", frame[RECORD])
        frame = frame.assign(**{PERSOON: persoon})
    if not persoon.duplicated().any():
        return replace(tabel, frame=frame.reset_index(drop=True))
    stempels = find_tijdstempels(frame, tabel.kolommen)
    dubbel = frame.duplicated([naam for naam in inhoud if naam not in stempels])
    for rij in frame.loc[dubbel, RIJ]:
        logboek.note("dubbele_rij", rij=int(rij))
    frame = frame[~dubbel].reset_index(drop=True)
    _refuse_doubled_persons(frame, tabel, stempels)
    return replace(tabel, frame=frame)


def missing_kolom(tabel: Tabel, naam: str, veld: str) -> Probleem:
    """Return the problem that a column named in traject.toml is not in the file, with the one that looks like it."""
    wat = f"de kolom '{naam}' bij '{veld}' staat niet in {tabel.bestand}"
    remedie = suggest(naam, [kolom.naam for kolom in tabel.kolommen])
    return Probleem(wat, remedie, "traject.toml", kolom=veld.split(".")[0])


def find_test_rows(tabel: Tabel, levering: Levering) -> pd.Series:
    """Return which rows ``testrijen`` of traject.toml says are no answers.

    Raises ContractError when a column of it does not exist.
    """
    frame = tabel.frame
    proef = pd.Series(False, index=frame.index, dtype="bool")
    for naam, waarden in levering.testrijen.items():
        eigen = match_proef(tabel, naam, waarden)
        if eigen is None and fold(naam) in tabel.proef:
            eigen = frame[RIJ].isin(tabel.proef[fold(naam)])  # sealing took the column away
        if eigen is None:
            raise ContractError([missing_kolom(tabel, naam, "testrijen")])
        proef |= eigen
    return proef


def _refuse_doubled_persons(frame: pd.DataFrame, tabel: Tabel, stempels: Sequence[str]) -> None:
    dubbel = frame.loc[frame[PERSOON].duplicated(keep=False), [RIJ, PERSOON]]
    if dubbel.empty:
        return
    problemen = []
    for _, rijen in list(dubbel.groupby(PERSOON, observed=True, dropna=False, sort=False))[:_MOST_NAMED]:
        eerste, tweede = int(rijen[RIJ].iloc[0]), int(rijen[RIJ].iloc[1])
        wat = f"deze persoon staat ook in rij {eerste}, met andere antwoorden"
        laat_weg = (
            f"laat de rij die niet telt weg met testrijen op '{stempels[0]}'" if stempels else _VERWIJDER
        )
        remedie = f"{laat_weg}, of kies bij 'persoon' een andere kolom"
        problemen.append(Probleem(wat, remedie, tabel.bestand, tabel.blad, tweede))
    aantal = dubbel[PERSOON].nunique() - len(problemen)
    if aantal:
        problemen.append(Probleem(f"nog {aantal} personen staan er vaker in", "", tabel.bestand, tabel.blad))
    raise ContractError(problemen)
