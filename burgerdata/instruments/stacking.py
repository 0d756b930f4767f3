"""Many small tables to one, without letting categories fall back to loose strings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.types import union_categoricals

from burgerdata.schema import ANTWOORD_STATUS

_STATUS = pd.CategoricalDtype(list(ANTWOORD_STATUS), ordered=True)
_Nummer = TypeVar("_Nummer", bound=np.number[Any])
STATUS_NR = {status: nummer for nummer, status in enumerate(ANTWOORD_STATUS)}
"""Status → its place in the vocabulary, as the blocks below hold it."""


class Waarden(tuple[float, ...]):
    """The number of each code of a question, NaN for none."""

    __slots__ = ()


@dataclass(frozen=True)
class Antwoordblok:
    """The answers to one question: for each row the person (place in the list of persons), code, number and status.

    ``code`` holds places in ``codes``, -1 for none, in as few bytes as will do. ``getal`` is a number per row, or one per
    code where the code tells it: of millions of answers those are not written out before they have their place.
    """

    vraag_id: str
    persoon: NDArray[np.int32]
    code: NDArray[np.signedinteger[Any]]
    codes: tuple[str, ...]
    getal: NDArray[np.float64] | Waarden
    status: NDArray[np.int8]
    volgnummer: NDArray[np.int32]

    def list_getallen(self, doel: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """Return the number of each row; put in ``doel`` where there is one."""
        if isinstance(self.getal, Waarden):
            # the last number is that of -1
            return np.take([*self.getal, np.nan], self.code, out=doel, mode="wrap")
        return self.getal if doel is None else np.positive(self.getal, out=doel)


def stack_antwoorden(
    blokken: Sequence[Antwoordblok], activiteit_id: str, personen: Sequence[str] | pd.Index
) -> pd.DataFrame:
    """Return the contract table antwoorden of one activity: question after question, persons in source order."""
    codes = list(dict.fromkeys(code for blok in blokken for code in blok.codes))
    plek = {code: nummer for nummer, code in enumerate(codes)}
    vragen = list(dict.fromkeys(blok.vraag_id for blok in blokken))
    code = [_renumber(blok, plek) for blok in blokken]
    kort = np.min_scalar_type(-len(vragen))
    vraag = [np.full(len(blok.persoon), vragen.index(blok.vraag_id), dtype=kort) for blok in blokken]
    getal = _join_getallen(blokken)
    aantal = len(getal)
    return pd.DataFrame(
        {
            "activiteit_id": _category(np.zeros(aantal, dtype="int8"), [activiteit_id]),
            "deelnemer_id": _category(_join([b.persoon for b in blokken]), personen),
            "vraag_id": _category(_join(vraag), vragen),
            "volgnummer": pd.array(_join([b.volgnummer for b in blokken]), dtype="Int32", copy=False),
            "code": _category(_join(code), codes),
            "getal": getal,
            "status": pd.Categorical.from_codes(
                _join([b.status for b in blokken]), dtype=_STATUS, validate=False
            ),
        },
        copy=False,
    )


def _join_getallen(blokken: Sequence[Antwoordblok]) -> NDArray[np.float64]:
    getallen = np.empty(sum(len(blok.persoon) for blok in blokken))
    begin = 0
    for blok in blokken:
        eind = begin + len(blok.persoon)
        blok.list_getallen(getallen[begin:eind])
        begin = eind
    return getallen


def _renumber(blok: Antwoordblok, plek: Mapping[str, int]) -> NDArray[np.integer[Any]]:
    nieuw = np.array([*(plek[code] for code in blok.codes), -1], dtype=np.min_scalar_type(-len(plek) - 1))
    hernummerd: NDArray[np.integer[Any]] = nieuw[blok.code]
    return hernummerd


def _join(delen: Sequence[NDArray[_Nummer]]) -> NDArray[_Nummer]:
    return np.concatenate(delen)


def _category(nummers: NDArray[np.integer[Any]], namen: Sequence[str] | pd.Index) -> pd.Categorical:
    index = namen if isinstance(namen, pd.Index) else pd.Index(list(namen), dtype="str")
    # every number is the place of a name: looking at millions of them once more tells nothing
    return pd.Categorical.from_codes(nummers, categories=index, validate=False)


def stack_tabellen(delen: Iterable[Mapping[str, pd.DataFrame]]) -> dict[str, pd.DataFrame]:
    """Return the tables of several activities under each other; categories are united, not turned into text.

    The tables must fit the contract already, so that columns and dtypes agree and only categories differ.
    """
    bij_naam: dict[str, list[pd.DataFrame]] = {}
    for deel in delen:
        for naam, tabel in deel.items():
            bij_naam.setdefault(naam, []).append(tabel)
    return {naam: _stack_frames(tabellen) for naam, tabellen in bij_naam.items()}


def _stack_frames(tabellen: Sequence[pd.DataFrame]) -> pd.DataFrame:
    gevuld = [tabel for tabel in tabellen if len(tabel)] or list(tabellen[:1])
    if len(gevuld) == 1:
        return gevuld[0].reset_index(drop=True)
    return pd.DataFrame(
        {naam: _stack_column([tabel[naam] for tabel in gevuld]) for naam in gevuld[0].columns}
    )


def _stack_column(reeksen: list[pd.Series]) -> pd.Series:
    eerste = reeksen[0].dtype
    if isinstance(eerste, pd.CategoricalDtype) and any(reeks.dtype != eerste for reeks in reeksen):
        return pd.Series(union_categoricals(reeksen, ignore_order=True))
    return pd.concat(reeksen, ignore_index=True)
