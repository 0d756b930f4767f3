"""Why there is no answer, where the source or the analyst tells: not shown, shown and skipped, or not reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import MEERVOUDIG, Vraag
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, OVERGESLAGEN

_ASKED = ("inhoud", "proces")
_SIGNS = {NIET_GETOOND: "niet_getoond", OVERGESLAGEN: "overgeslagen", AFGEBROKEN: "afgebroken"}

_AS_OFTEN = 0.9
"""A trait that was known beforehand may lack of somebody; of who stopped before it was asked it lacks always."""


def mark_empties(vraag: Vraag, blok: Antwoordblok, frame: pd.DataFrame) -> Antwoordblok:
    """Return the answers in which an empty cell has the status that its sign gives (see ``shapes``).

    Of a question over several columns the first sign counts: they were shown together. Several answers that were shown
    and left empty are a choice for none: geen_gekozen.
    """
    leeg = np.flatnonzero(blok.status == STATUS_NR["leeg_onbekend"])
    if not len(leeg):
        return blok
    status = blok.status.copy()
    for naam in reversed(vraag.kolommen):
        cellen = frame[naam].take(blok.persoon[leeg])
        for teken, gevolg in _SIGNS.items():
            none_chosen = gevolg == "overgeslagen" and vraag.soort in MEERVOUDIG
            nummer = STATUS_NR["geen_gekozen" if none_chosen else gevolg]
            status[leeg[(cellen == teken).to_numpy(dtype=bool)]] = nummer
    return replace(blok, status=status)


@dataclass(frozen=True)
class Bereik:
    """How far each row of a questionnaire came: the place of its last question with something in it, -1 where nothing is.

    ``tellers`` are the places of the questions by which it tells: those that everybody who came there has an answer to.
    """

    laatste: NDArray[np.int64]
    tellers: frozenset[int]


def find_reach(vragen: Sequence[Vraag], frame: pd.DataFrame, *, bekend: bool = False) -> Bereik:
    """Return how far each row of the frame came.

    A weight does not count, nor does a trait that was not asked here: where traits were known beforehand (``bekend``: of a
    panel, or on a list), and a trait that is filled where nothing was answered, or by who left the questions in front of
    it empty about as often as by who did not. It is known of who stopped as well.
    """
    laatste = np.full(len(frame), -1, dtype=np.int64)
    gevuld = [_is_answered(vraag, frame) for vraag in vragen]
    for nummer, vraag in enumerate(vragen):
        if vraag.rol in _ASKED:
            laatste[gevuld[nummer]] = nummer
    niets = laatste < 0
    gevraagd = {
        nummer
        for nummer, vraag in enumerate(vragen)
        if vraag.rol == "kenmerk"
        and not bekend
        and not (gevuld[nummer] & niets).any()
        and not _is_known_of_stoppers(vragen, nummer, gevuld[nummer], laatste)
    }
    for nummer in sorted(gevraagd):
        laatste[gevuld[nummer] & (laatste < nummer)] = nummer
    enkel = {nummer for nummer, vraag in enumerate(vragen) if _is_single(vraag)}
    return Bereik(laatste, frozenset(enkel | gevraagd))


def _is_known_of_stoppers(
    vragen: Sequence[Vraag], nummer: int, gevuld: NDArray[np.bool_], laatste: NDArray[np.int64]
) -> bool:
    """Return whether who left the last question in front of a trait and all behind it empty has the trait about as often.

    Who stops there has not seen a trait that is asked; a bureau fills it for everybody. A question that is not shown to
    all tells nothing of it.
    """
    ervoor = (nr for nr in range(nummer - 1, -1, -1) if _is_single(vragen[nr]))
    laatst = next((nr for nr in ervoor if vragen[nr].leeg != "niet_getoond"), -1)
    gestopt = laatste < laatst
    if not gestopt.any() or gestopt.all():
        return False
    return bool(gevuld[gestopt].mean() >= _AS_OFTEN * gevuld[~gestopt].mean())


def _is_answered(vraag: Vraag, frame: pd.DataFrame) -> NDArray[np.bool_]:
    """Return per row whether any column of this question has something in it."""
    gevuld = np.zeros(len(frame), dtype=bool)
    for naam in vraag.kolommen:
        gevuld |= is_filled(frame[naam]).to_numpy(dtype=bool)
    return gevuld


def explain_empties(vragen: Sequence[Vraag], nummer: int, blok: Antwoordblok, bereik: Bereik) -> Antwoordblok:
    """Return the answers in which an empty cell means what the analyst says of this question (``leeg``).

    Who stopped before it was not asked and keeps leeg_onbekend; for niet_getoond that makes no difference. Who answered
    it or something later came past. Behind the last question there is nothing to tell by, and there who has an answer to
    the question in front of it came past.
    """
    vraag = vragen[nummer]
    leeg = blok.status == STATUS_NR["leeg_onbekend"]
    if vraag.leeg != "niet_getoond":
        ervoor = (nr for nr in range(nummer - 1, -1, -1) if _is_single(vragen[nr]))
        vanaf = nummer if max(bereik.tellers, default=-1) > nummer else next(ervoor, nummer)
        leeg &= (bereik.laatste >= vanaf)[blok.persoon]
    if not vraag.leeg or not leeg.any():
        return blok
    return replace(blok, status=np.where(leeg, STATUS_NR[vraag.leeg], blok.status).astype(blok.status.dtype))


def _is_single(vraag: Vraag) -> bool:
    """Return whether everybody who is asked this has one answer to give."""
    return vraag.rol in _ASKED and vraag.soort != "open" and vraag.soort not in MEERVOUDIG
