"""Codings without a quote, held against the text itself, by whether they begin and end where a person would select.

Somebody who selects takes words, sentences and paragraphs. In a text that was changed after it was coded, the places lie
anywhere: five in six in the middle of a word or beside one. How much likelier the places are in the text as it is than in
one that shifted, is a likelihood ratio; under a shift it exceeds 20 in at most 1 of 20 documents (Markov's inequality).
An edit shifts what comes after it, so each coding is judged by itself and those that follow.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from burgerdata.formats.qda.offsets import NIET_VERGELEKEN, Plek, Weger

_INSIDE, _LOOSE, _WORD, _SENTENCE, _PARAGRAPH = range(5)
_SELECTED = np.array([0.05, 0.05, 0.55, 0.2, 0.15])
"""How often a selection begins or ends at each kind of place; that a place is of this kind by chance the text tells."""
_ENOUGH = float(np.log(20))
_QUOTE = 5.0
"""What a quote that agrees, or does not, says about the places before it."""
_STOPS = ".?!…:;"


def verify_unquoted(
    tekst: str,
    plekken: Sequence[Plek],
    oud: Sequence[Plek],
    *,
    zeker: bool = False,
    weeg: Weger | None = None,
) -> list[Plek]:
    """Return the spans; one without a quote counts only where the text shows that it lies where it was made.

    ``oud`` are the spans as the file has them. ``zeker`` says that the file holds the text twice and both are the same.

    Examples
    --------
    >>> tekst = "Het duurde lang. Niemand wist waarom. Daarna kwam er een brief."
    >>> [plek] = verify_unquoted(tekst, [Plek(17, 37, "")], [Plek(17, 37, "")])
    >>> plek.vergeleken
    True
    >>> verify_unquoted("Ja. " + tekst, [Plek(17, 37, "")], [Plek(17, 37, "")])[0].reden
    'codering_niet_vergeleken'
    """
    los = [nummer for nummer, plek in enumerate(plekken) if not (plek.reden or plek.vergeleken)]
    if not los:
        return list(plekken)
    gewicht = [
        (_QUOTE if plek.vergeleken else -_QUOTE) if plek.vergeleken or plek.reden else own
        for plek, own in zip(plekken, (weeg or make_weger(tekst))(plekken), strict=True)
    ]
    volgorde = sorted(range(len(plekken)), key=lambda nummer: oud[nummer].begin)
    verder = {
        nummer: np.cumsum([gewicht[n] for n in volgorde[plaats:]]) for plaats, nummer in enumerate(volgorde)
    }
    totaal = sum(gewicht)
    uit = list(plekken)
    for nummer in los:
        plek, som = plekken[nummer], verder[nummer]
        past = som.max() >= _ENOUGH or (totaal >= _ENOUGH and gewicht[nummer] > 0 and som.min() > 0)
        heel = plek.begin == 0 and plek.eind == len(tekst)
        uit[nummer] = (
            plek._replace(vergeleken=True, op_grenzen=not (zeker or heel))
            if zeker or heel or past
            else plek._replace(begin=-1, eind=-1, reden=NIET_VERGELEKEN)
        )
    return uit


def make_weger(tekst: str) -> Weger:
    """Return what tells per span how much likelier it is where it is than anywhere else in the text, as a logarithm."""
    van, tot = _classify(tekst)
    winst_van, winst_tot = _gain(van), _gain(tot)

    def weigh(plekken: Sequence[Plek]) -> list[float]:
        return [
            float(winst_van[van[plek.begin]] + winst_tot[tot[plek.eind]])
            if 0 <= plek.begin < plek.eind < len(van)
            else 0.0
            for plek in plekken
        ]

    return weigh


def _gain(soorten: NDArray[np.int64]) -> NDArray[np.float64]:
    toeval = (np.bincount(soorten, minlength=len(_SELECTED)) + 1) / (len(soorten) + len(_SELECTED))
    return np.log(_SELECTED / toeval)


def _classify(tekst: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for every place between two signs what it is as a begin, and what it is as an end."""
    verschillend, plek = np.unique(np.array(list(tekst), dtype="str"), return_inverse=True)
    soort = np.array(
        [_INSIDE if t.isalnum() else _LOOSE if t.isspace() else _WORD for t in verschillend], dtype="int64"
    )
    tekens = np.concatenate([[_LOOSE], soort[plek], [_LOOSE]])
    regel = np.concatenate([[True], np.isin(verschillend, ["\r", "\n"])[plek], [True]])
    punt = np.concatenate([[False], np.isin(verschillend, list(_STOPS))[plek], [False]])
    links, rechts = tekens[:-1], tekens[1:]
    midden = (links == _INSIDE) & (rechts == _INSIDE)
    zin = _carry(punt, tekens == _LOOSE)[:-1] & (links == _LOOSE)
    van = np.select(
        [midden, rechts == _LOOSE, regel[:-1], zin], [_INSIDE, _LOOSE, _PARAGRAPH, _SENTENCE], default=_WORD
    )
    tot = np.select(
        [midden, links == _LOOSE, regel[1:], punt[:-1] & (rechts == _LOOSE)],
        [_INSIDE, _LOOSE, _PARAGRAPH, _SENTENCE],
        default=_WORD,
    )
    return van, tot


def _carry(waar: NDArray[np.bool_], blanco: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return per place what the last sign was that is no blank."""
    laatste = np.maximum.accumulate(np.where(blanco, 0, np.arange(len(waar))))
    return waar[laatste]
