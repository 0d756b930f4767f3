"""Two waves beside each other: the same people where enough are in both, else two samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.groepen import PER
from burgerdata.designs import add_columns, has_gewicht
from burgerdata.schema.vergelijking import IEDEREEN, LOS, VERGELIJKING, ZELFDE, is_los
from burgerdata.settings import Drempels
from burgerdata.statistics import Design, add_p_values, compare_samples
from burgerdata.statistics.exact import is_certain, judge_moved, list_alike
from burgerdata.statistics.results import t_quantile
from burgerdata.traject import Traject
from burgerdata.wide import find_rijen

Waarden = tuple[str, pd.Series, pd.Series]
"""A label, and the number of each person in the earlier and in the later wave."""
_VERANDERING = {
    "n_first": "n_van",
    "n_second": "n_naar",
    "first": "alle_van",
    "second": "alle_naar",
    "estimate": "verschil",
}


class Golf(Protocol):
    """One wave of anything: all burgers of its sample, their groups, and the design that they were drawn in."""

    @property
    def traject(self) -> Traject:
        """Return the traject, or the part of it, that is asked about."""

    @property
    def activiteit_id(self) -> str:
        """Return the id of the wave."""

    @property
    def binnen(self) -> pd.Series:
        """Return who of the burgers is asked about."""

    @property
    def personen(self) -> pd.DataFrame:
        """Return the burgers of the sample, numbered from 0."""

    def groepen(self, per: str) -> pd.Series:
        """Return the group of each person."""

    def design(self, kolommen: dict[str, pd.Series]) -> Design:
        """Return the design with these columns, its domain being who is asked about."""


Een = TypeVar("Een")


def list_paren(golven: Sequence[Een]) -> list[tuple[Een, Een]]:
    """Return the pairs to compare: the successive waves, and the first with the last.

    >>> list_paren(["maart", "juni", "september"])
    [('maart', 'juni'), ('juni', 'september'), ('maart', 'september')]
    """
    return list(pairwise(golven)) + ([(golven[0], golven[-1])] if len(golven) > 2 else [])


def name_meting(golf: Golf) -> str:
    """Return the name of a wave, or without one that of the activity."""
    activiteiten = golf.traject.activiteiten
    meting = activiteiten.loc[activiteiten["activiteit_id"].eq(golf.activiteit_id), "meting"].iloc[0]
    return golf.activiteit_id if pd.isna(meting) else str(meting)


@dataclass(frozen=True, eq=False)
class Langs:
    """The design of one of both waves, with longitudinal weights for who is in both."""

    design: Design
    later: bool


@dataclass(frozen=True, eq=False)
class _Paar:
    """Both waves as designs with ``waarde`` per question, and the design of the people who are in both."""

    van: Design
    naar: Design
    beide: Design
    by: str | None


def compare_waves(
    van: Golf,
    naar: Golf,
    waarden: Sequence[Waarden],
    *,
    per: str | None = None,
    langs: Langs | None = None,
    geteld: bool = False,
) -> pd.DataFrame:
    """Return the change of each of ``waarden``, per group of ``per`` (that of the earlier wave where it is known).

    Columns: label, the group, n_van, n_naar, n_beide, waarde_van, waarde_naar, alle_van, alle_naar, verschil, se, onder,
    boven, p_waarde (missing under the threshold ``verborgen``), vergelijking (dezelfde mensen, twee steekproeven, iedereen
    per meting). ``geteld`` is whether a reader can make counts of people of the values. Who is in both, with weight in both, counts in the design of ``langs``, without it in that of the later wave. Where nothing varies
    there is no interval, and the test is exact: the sign test of the same people, Fisher's of two samples.
    """
    paar = _join(van, naar, waarden, per, langs)
    labels = [label for label, _, _ in waarden]
    ids = [str(nr) for nr in range(len(labels))]
    los = compare_samples(paar.van, paar.naar, ids, person="deelnemer_id", by=paar.by)
    los = los.rename(columns=_VERANDERING)
    samen = pd.concat([_compare_same(paar, naam).assign(level=naam) for naam in ids], ignore_index=True)
    sleutel = ["level", PER] if per else ["level"]
    drempels = van.traject.instellingen.drempels
    samen = los[sleutel].merge(samen, on=sleutel, how="left")
    tabel = _choose(los, samen, _rests_on_few(los, samen["n_beide"], drempels) & geteld)
    tabel = _test(tabel, drempels.verborgen)
    tabel = tabel.assign(label=pd.Series([labels[int(nr)] for nr in tabel["level"]], dtype="str"))
    return tabel.rename(columns={PER: per}).astype({per: "str"}) if per else tabel


def _join(van: Golf, naar: Golf, waarden: Sequence[Waarden], per: str | None, langs: Langs | None) -> _Paar:
    """Return both waves and who is in both; a value per question under its number, and a group under PER."""
    in_naar = _find(van.personen["deelnemer_id"], naar.personen)
    in_van = _find(naar.personen["deelnemer_id"], van.personen)
    een = {str(nr): reeks for nr, (_, reeks, _) in enumerate(waarden)}
    twee = {str(nr): reeks for nr, (_, _, reeks) in enumerate(waarden)}
    groep_van, groep_naar = _group(van, naar, in_van, per) if per else ({}, {})
    toen, nu = _keep_gewogen(van, een), _keep_gewogen(naar, twee)
    if langs is None or langs.later:
        kolommen = _pair({naam: _take(reeks, in_van) for naam, reeks in toen.items()}, nu) | groep_naar
    else:
        kolommen = _pair(toen, {naam: _take(reeks, in_naar) for naam, reeks in nu.items()}) | groep_van
    beide = add_columns(langs.design, kolommen) if langs else naar.design(kolommen)
    by = PER if per else None
    return _Paar(van.design(een | groep_van), naar.design(twee | groep_naar), beide, by)


def _keep_gewogen(golf: Golf, waarden: dict[str, pd.Series]) -> dict[str, pd.Series]:
    """Return the values of who has weight in this wave, missing for the others: they are not in both."""
    weegt = has_gewicht(golf.traject, golf.activiteit_id, golf.personen)
    return {naam: reeks.where(weegt) for naam, reeks in waarden.items()}


def _find(wie: pd.Series, personen: pd.DataFrame) -> NDArray[np.intp]:
    return find_rijen(wie.astype("str").astype("category"), personen)


def _take(reeks: pd.Series, plek: NDArray[np.intp]) -> pd.Series:
    """Return the value of each person at a place in the other wave, missing where that is -1."""
    return pd.Series(reeks.reindex(plek).to_numpy(), index=pd.RangeIndex(len(plek)), dtype=reeks.dtype)


def _pair(toen: dict[str, pd.Series], nu: dict[str, pd.Series]) -> dict[str, pd.Series]:
    """Return the rise of who answered in both waves, and what these people answered in the earlier one."""
    stijging = {naam: nu[naam] - eerste for naam, eerste in toen.items()}
    begin = {f"{naam} van": eerste.where(stijging[naam].notna()) for naam, eerste in toen.items()}
    return begin | {f"{naam} stijging": reeks for naam, reeks in stijging.items()}


def _group(
    van: Golf, naar: Golf, in_van: NDArray[np.intp], per: str
) -> tuple[dict[str, pd.Series], dict[str, pd.Series]]:
    """Return the groups in both waves; who is in both stays in the group of the earlier one, where that is known."""
    eerst, later = van.groepen(per), naar.groepen(per)
    soort = pd.CategoricalDtype(
        list(dict.fromkeys([*eerst.cat.categories, *later.cat.categories])), ordered=True
    )
    eerst, later = eerst.astype("str"), later.astype("str")
    groep = _take(eerst, in_van).fillna(later)
    return {PER: eerst.astype(soort)}, {PER: groep.astype(soort)}


def _compare_same(paar: _Paar, naam: str) -> pd.DataFrame:
    """Return the rise of the people who answered in both waves: a row per group."""
    tabel = paar.beide.mean(f"{naam} stijging", by=paar.by).rename(columns=_VERANDERING)
    van = paar.beide.mean(f"{naam} van", by=paar.by)["estimate"]
    tabel = tabel.assign(waarde_van=van, waarde_naar=van + tabel["verschil"])
    exact = [judge_moved(alike) for alike in list_alike(paar.beide, f"{naam} stijging", by=paar.by)]
    return tabel.rename(columns={"n": "n_beide"}).assign(exact=exact)


def _rests_on_few(los: pd.DataFrame, beide: pd.Series, drempels: Drempels) -> pd.Series:
    """Return where 1 to ``drempel`` - 1 people of a wave are not in both, of waves that are large enough to print."""
    over = los[["n_van", "n_naar"]].sub(beide, axis=0)
    return (over.gt(0) & over.lt(drempels.drempel)).any(axis=1) & beide.ge(drempels.verborgen)


def _choose(los: pd.DataFrame, samen: pd.DataFrame, enkelen: pd.Series) -> pd.DataFrame:
    """Return the row of the same people where they are half of the smaller wave or more, else that of everyone.

    A few people in both waves do not stand for all; as two samples what they have in common still counts. Where but a
    few are not in both (``enkelen``) it is that of everyone too: who puts 100 people beside 94 of them knows what six said.
    """
    beide, kleinste = samen["n_beide"].fillna(0), los[["n_van", "n_naar"]].min(axis=1)
    helft = (beide > 0) & (2 * beide >= kleinste)
    zelfde = helft & ~enkelen
    los = los.assign(waarde_van=los["alle_van"], waarde_naar=los["alle_naar"], exact=los["p_value"])
    hoe = pd.Series(np.select([zelfde, helft], [ZELFDE, IEDEREEN], LOS), index=los.index, dtype="str")
    uit = los.assign(n_beide=beide, **{VERGELIJKING: hoe})
    for kolom in ("waarde_van", "waarde_naar", "verschil", "se", "df", "exact"):
        uit[kolom] = samen[kolom].where(zelfde, los[kolom])
    return uit.astype(dict.fromkeys(("n_van", "n_naar", "n_beide"), "Int32"))


def _test(tabel: pd.DataFrame, kleinste: int) -> pd.DataFrame:
    """Return the table with interval and p-value; a group has no more degrees of freedom than people less one.

    One person has no interval, and neither have people who all changed alike; a change of fewer than ``kleinste`` people
    is not tested.
    """
    mensen = tabel["n_beide"].mask(is_los(tabel), tabel[["n_van", "n_naar"]].min(axis=1)).astype("int64")
    se = tabel["se"].where(mensen > 1)
    df = tabel["df"].clip(upper=(mensen - 1).clip(lower=1))
    vast = se.eq(0) | is_certain(tabel["verschil"], se)
    half = (t_quantile(0.95, df.to_numpy()) * se).mask(vast)
    getest = add_p_values(pd.DataFrame({"estimate": tabel["verschil"], "se": se, "df": df}))["p_value"]
    return tabel.assign(
        se=se,
        onder=tabel["verschil"] - half,
        boven=tabel["verschil"] + half,
        p_waarde=getest.mask(vast, tabel["exact"]).where(mensen >= max(kleinste, 2)),
    )
