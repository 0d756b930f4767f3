"""Recodes of the sheet groepen: an age becomes an age band, five kinds of education become three."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from burgerdata.instruments.spelling import drop_nought, fold_eind
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok
from burgerdata.instruments.values import parse_getal
from burgerdata.instruments.vraag import MEERVOUDIG, Optie, Vraag
from burgerdata.instruments.vraagregels import Groepregel, Vragenlijst, fold

Antwoorden = Mapping[str, tuple[Vraag, Antwoordblok]]
"""vraag_id → the question and its answers."""


def recode_kenmerken(antwoorden: Antwoorden, lijst: Vragenlijst) -> list[tuple[Vraag, Antwoordblok, int]]:
    """Return the traits that the sheet groepen makes in this activity: question, answers, and how many fit no group.

    A trait that the activity asked itself under the same name is left as it was asked.
    """
    gemaakt = []
    for kenmerk in dict.fromkeys(regel.kenmerk for regel in lijst.groepen):
        if kenmerk in antwoorden:
            continue
        regels = [regel for regel in lijst.groepen if regel.kenmerk == kenmerk]
        bron = next((found for regel in regels if (found := _find(regel.uit, antwoorden))), None)
        if bron is not None and bron[0].soort not in (*MEERVOUDIG, "open") and can_fit(regels, bron[0]):
            gemaakt.append(_recode(kenmerk, [r for r in regels if _find(r.uit, antwoorden) == bron], *bron))
    return gemaakt


def can_fit(regels: Sequence[Groepregel], vraag: Vraag) -> bool:
    """Return whether groups can be made of a question: bounds say nothing about answers that are bands themselves."""
    getallen = vraag.soort == "getal" or not vraag.opties
    getallen = getallen or any(not np.isnan(parse_getal(optie.label or optie.code)) for optie in vraag.opties)
    return getallen or any(regel.codes for regel in regels)


def _find(uit: str, antwoorden: Antwoorden) -> tuple[Vraag, Antwoordblok] | None:
    if uit in antwoorden:
        return antwoorden[uit]
    gezocht = fold(uit)
    return next((paar for paar in antwoorden.values() if gezocht in map(fold, paar[0].kolommen)), None)


def _recode(
    kenmerk: str, regels: Sequence[Groepregel], vraag: Vraag, blok: Antwoordblok
) -> tuple[Vraag, Antwoordblok, int]:
    labels = list(dict.fromkeys(regel.label for regel in regels))
    code = np.full(len(blok.persoon), -1, dtype="int32")
    gegeven = blok.status == STATUS_NR["gegeven"]
    for regel in reversed(regels):
        code[gegeven & _fits(regel, vraag, blok)] = labels.index(regel.label)
    buiten = gegeven & (code == -1)
    status = np.where(buiten, STATUS_NR["leeg_onbekend"], blok.status).astype("int8")
    nieuw = replace(
        vraag,
        vraag_id=kenmerk,
        soort="een_antwoord",
        rol="kenmerk",
        kort=kenmerk.replace("_", " "),
        opties=tuple(Optie(label, label) for label in labels),
        gebruik="",
        schaal="",
        eenheid="",
        omkeren=False,
        herkomst=vraag.vraag_id,
    )
    getal = np.full(len(code), np.nan)
    nieuw_blok = replace(blok, vraag_id=kenmerk, code=code, codes=tuple(labels), getal=getal, status=status)
    return nieuw, nieuw_blok, int(buiten.sum())


def _fits(regel: Groepregel, vraag: Vraag, blok: Antwoordblok) -> NDArray[np.bool_]:
    """Return which answers belong to this group: their code or label is named, or their number lies in its range."""
    gezocht = {drop_nought(fold_eind(code)) for code in regel.codes}
    plekken = [
        plek
        for plek, optie in enumerate(vraag.opties)
        if gezocht & {drop_nought(fold_eind(optie.code)), drop_nought(fold_eind(optie.label))}
    ]
    treffer: NDArray[np.bool_] = np.isin(blok.code, plekken)
    if regel.van is None and regel.tot is None:
        return treffer
    eigen = vraag.soort == "getal" or not vraag.opties
    getal = blok.list_getallen() if eigen else _numbers_of_codes(vraag, blok)
    # A band of 18 to 34 holds everyone who is 34, also at thirty-four and a half.
    heel = np.floor(getal)
    onder = -np.inf if regel.van is None else regel.van
    boven = np.inf if regel.tot is None else regel.tot
    return treffer | ((heel >= onder) & (heel <= boven))


def _numbers_of_codes(vraag: Vraag, blok: Antwoordblok) -> NDArray[np.float64]:
    getallen = np.array([*(parse_getal(optie.code) for optie in vraag.opties), np.nan], dtype="float64")
    van_rij: NDArray[np.float64] = getallen[blok.code]
    return van_rij
