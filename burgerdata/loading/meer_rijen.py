"""People who have more rows in a survey than one, as their numbers say: asked about, for each row counts as somebody."""

from __future__ import annotations

import pandas as pd

from burgerdata.getallen import format_getal
from burgerdata.intake.nummerkoppen import heads_number, heads_participant, is_person_header
from burgerdata.loading.drafts import Concept

_FEWEST_CODES = 3
_MOSTLY = 0.9


def tell_herhaling(concept: Concept) -> list[str]:
    """Return the question whether rows are people, where a number of a person stands in more rows than one."""
    tabel = concept.bundel.leden[0].tabel
    if concept.bundel.soort != "enquete" or concept.levering.persoon or tabel is None:
        return []
    gevraagd = []
    for kop in (kolom.naam for kolom in tabel.kolommen):
        cellen = tabel.frame[kop].astype("str").str.strip()
        gevuld = cellen[cellen.ne("")]
        if 1 < gevuld.nunique() < len(gevuld) and _numbers_persons(kop, gevuld):
            wat = f"? '{kop}' heeft {format_getal(gevuld.nunique())} nummers op {format_getal(len(gevuld))} rijen, en elke rij telt als iemand anders"
            gevraagd.append(
                f"{wat}: heeft een mens meer rijen, vraag dan om een bestand met een rij per mens"
            )
    return gevraagd


def _numbers_persons(kop: str, gevuld: pd.Series) -> bool:
    """Return whether cells are numbers of people; under "Deelnemer" they may also say what kind of person it is."""
    if is_person_header(kop) or heads_number(kop):
        return True
    codes = gevuld.str.contains(r"\d") & ~gevuld.str.contains(r"\s")
    return heads_participant(kop) and gevuld.nunique() >= _FEWEST_CODES and bool(codes.mean() >= _MOSTLY)
