"""The suppression plan: which cells of the tables of a run are too small to print, and what that costs.

All tables are judged together. A group whose base is under ``verborgen`` persons loses its figures. A cell of 1 to
``drempel`` - 1 persons is suppressed, and of a group of so few the base too ("< 10"). Then the cheapest further cells
follow until the auditor finds no small cell that the rest of the tables gives back (``tweede.py``, ``auditor.py``).
Last goes what the mean of a scale tells of its hidden answers (``gemiddelden.py``).
Counts of qualitative sources ("22 van de 31") are suppressed only where they are split by a trait of persons; the mean
or the change of fewer than ``drempel`` people of such a source is not printed, for two means give two people back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from burgerdata.disclosure.cellen import Genest, list_cellen
from burgerdata.disclosure.emptying import Masker, empty_tabel
from burgerdata.disclosure.gemiddelden import list_weg
from burgerdata.disclosure.prijs import list_prijs
from burgerdata.disclosure.samenstelling import empty_weging
from burgerdata.disclosure.staat import Staat
from burgerdata.disclosure.stemmen import mask_groepen, mask_stemmen
from burgerdata.disclosure.telling import KANT
from burgerdata.disclosure.tweede import hide_meer
from burgerdata.disclosure.verandering import mask_verandering
from burgerdata.getallen import as_floats
from burgerdata.schema.vergelijking import is_los
from burgerdata.settings import Drempels
from burgerdata.toelichting import read_toelichting

_VRIJ = ("respons", "citaten")
_GEMIDDELD = ("cijfer", "verandering")


@dataclass(frozen=True)
class Plan:
    """Which rows of which tables lose their figures; ``prijs`` tells the reader what that costs."""

    drempels: Drempels
    maskers: Mapping[str, Masker]

    def apply(self, naam: str, tabel: pd.DataFrame) -> pd.DataFrame:
        """Return the table with the figures of suppressed rows emptied and a column ``onderdrukt``.

        Every number of a suppressed row goes, but for its base. Where the base itself may not be printed it goes too,
        and a column ``basis_weg`` holds what to print for it: '< 10' for a small group, 'x' for one that would give
        a small one back. A table without bases comes back as it is, a report of weights without what gives a small
        category back.
        """
        masker = self.maskers.get(naam)
        if masker is None:
            return empty_weging(tabel, self.drempels.drempel)
        return empty_tabel(tabel, masker, self.drempels.drempel)

    @property
    def prijs(self) -> pd.DataFrame:
        """Return one row per table that holds counts: tabel, rijen, onderdrukt, klein, ongeteld, advies.

        Of the suppressed rows, ``klein`` are too small themselves and the others protect them; ``ongeteld`` rows keep
        rounded figures and lose their counts; ``advies`` names the groups that an analyst may merge to win rows back.
        """
        return list_prijs(self.maskers)


def plan_onderdrukking(
    tabellen: Mapping[str, pd.DataFrame],
    drempels: Drempels | None = None,
    *,
    alleen_aandeel: Collection[str] = (),
    genest: Genest = (),
) -> Plan:
    """Return the suppression plan over these tables; it changes nothing by itself.

    Parameters
    ----------
    tabellen : Mapping[str, DataFrame]
        Annotated tables by name, all of one run.
    drempels : Drempels, optional
        The thresholds in persons; default 10, 30 and 50.
    alleen_aandeel : collection of str, optional
        Names of tables that print whole percentages and bases and no counts, as the book of tables does.
    genest : collection of pairs of groups, optional
        Which group (trait, category) lies wholly within which other, as a reader knows of wards and districts.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> tabel = pd.DataFrame({"label": list("abc"), "n": [4, 40, 56], "basis": 100, "aandeel": [0.04, 0.4, 0.56]})
    >>> plan = plan_onderdrukking({"v": annotate(tabel, Toelichting("verdeling"))})
    >>> plan.apply("v", tabel)["n"].tolist()
    [nan, nan, 56.0]
    """
    grenzen = drempels or Drempels()
    personen = {naam: tabel for naam, tabel in tabellen.items() if _holds_persons(tabel)}
    klein = {naam: _mask(tabel, grenzen) for naam, tabel in personen.items()}
    model = list_cellen(personen, frozenset(alleen_aandeel), genest)
    staat = Staat(model, grenzen.drempel)
    small = {naam: _mask_basis(tabel, grenzen) for naam, tabel in personen.items()}
    _start(staat, klein, small)
    hide_meer(staat)
    verlies = _list_verlies(staat)
    cijfers = list_weg(staat, personen)
    for naam, kolommen in cijfers.items():  # without its mean a group is hidden
        verlies.setdefault(naam, _Verlies()).weg.update(kolommen.pop("gemiddelde", set()))
    return Plan(
        grenzen,
        {
            naam: replace(
                _finish(tabel, klein[naam], small[naam], verlies.get(naam, _Verlies())),
                cijfers=cijfers.get(naam, {}),
            )
            for naam, tabel in personen.items()
        },
    )


@dataclass(frozen=True)
class _Verlies:
    """The numbers of the rows of a table that lose their figures, their counts or their base."""

    weg: set[int] = field(default_factory=set)
    ongeteld: set[int] = field(default_factory=set)
    basis: set[int] = field(default_factory=set)
    kant: set[int] = field(default_factory=set)


def _start(staat: Staat, klein: Mapping[str, pd.Series], small: Mapping[str, pd.Series]) -> None:
    """Hide what is too small by itself; a count that one table must hide goes from all."""
    van_cel, van_basis = (
        {naam: masker.tolist() for naam, masker in maskers.items()} for maskers in (klein, small)
    )
    for naam, cel in staat.model.cellen.items():
        maskers = van_basis if cel.basis is None else van_cel
        alleen = any(plek.kolom for plek in cel.plekken) and 0 < cel.n < staat.drempel
        if alleen or any(maskers[plek.tabel][plek.rij] for plek in cel.plekken if not plek.kolom):
            staat.weg.add(naam)
            staat.drop_rijen(naam)
    for tabel, rij in staat.model.per_rij:
        if van_cel[tabel][rij]:
            staat.drop_rij(tabel, rij)
    _start_kanten(staat)


def _start_kanten(staat: Staat) -> None:
    """Hide the sides of statements of which no answer is shown."""
    cellen = staat.model.cellen
    kanten = {naam for naam, cel in cellen.items() if any(plek.kolom == KANT for plek in cel.plekken)}
    open_ = {cel.basis for naam, cel in cellen.items() if naam not in kanten and naam not in staat.weg}
    staat.weg |= {naam for naam in kanten if cellen[naam].basis not in open_}


def _list_verlies(staat: Staat) -> dict[str, _Verlies]:
    """Return per table what became of its cells."""
    uit: dict[str, _Verlies] = {}
    for naam in staat.weg | staat.ongeteld:
        cel = staat.model.cellen[naam]
        for plek in cel.plekken:
            verlies = uit.setdefault(plek.tabel, _Verlies())
            if plek.kolom == KANT:
                verlies.kant.add(plek.rij)
                continue
            if naam in staat.ongeteld:
                verlies.ongeteld.add(plek.rij)
                continue
            if cel.basis is None:
                verlies.basis.add(plek.rij)
            if cel.basis is not None or cel.n >= staat.drempel:
                verlies.weg.add(plek.rij)
    return uit


def _finish(tabel: pd.DataFrame, klein: pd.Series, small: pd.Series, verlies: _Verlies) -> Masker:
    """Return what one table loses."""
    geen = pd.Series(False, index=tabel.index, dtype="bool")
    return Masker(
        weg=_mark(klein, verlies.weg),
        ongeteld=_mark(geen, verlies.ongeteld),
        basis=_mark(small, verlies.basis),
        kant=_mark(geen, verlies.kant),
        klein=klein,
        small=small,
        groepen=_name_groepen(tabel, klein),
    )


def _mark(rijen: pd.Series, ook: set[int]) -> pd.Series:
    """Return the mask with the rows of these numbers too."""
    if not ook:
        return rijen
    uit = rijen.to_numpy(copy=True)
    uit[list(ook)] = True
    return pd.Series(uit, index=rijen.index)


def _name_groepen(tabel: pd.DataFrame, klein: pd.Series) -> tuple[str, ...]:
    """Return the groups of a trait that have rows that are too small."""
    per = read_toelichting(tabel).per
    return tuple(dict.fromkeys(tabel.loc[klein, per].astype("str"))) if per in tabel and klein.any() else ()


def _holds_persons(tabel: pd.DataFrame) -> bool:
    return read_toelichting(tabel).soort not in _VRIJ and bool({"basis", "n_beide"} & set(tabel.columns))


def _mask(tabel: pd.DataFrame, grenzen: Drempels) -> pd.Series:
    """Return True for each row whose figures must go."""
    toelichting = read_toelichting(tabel)
    kwalitatief = _is_kwalitatief(tabel)
    verborgen = _basis(tabel).lt(grenzen.verborgen) & ~kwalitatief
    if toelichting.soort in _GEMIDDELD:
        verborgen |= _basis(tabel).lt(grenzen.drempel)
    if toelichting.soort == "verandering" and "n_beide" in tabel:
        return mask_verandering(tabel, verborgen, grenzen.drempel)
    if "n" not in tabel or toelichting.soort == "cijfer":
        return verborgen
    if toelichting.soort == "meningsgroepen":
        return mask_groepen(tabel, _number(tabel, "n"), verborgen, grenzen.drempel)
    open_ = ~kwalitatief if not toelichting.per else pd.Series(True, index=tabel.index, dtype="bool")
    n = _number(tabel, "n")
    klein = (n.between(1, grenzen.drempel - 1) & open_) | verborgen
    if toelichting.soort == "stemmen":
        return mask_stemmen(tabel, klein, verborgen, grenzen.drempel)
    return klein


def _mask_basis(tabel: pd.DataFrame, grenzen: Drempels) -> pd.Series:
    """Return True for each row whose base is too small to print."""
    telt = np.zeros(len(tabel), dtype=np.bool_)
    for kolom in ("basis", "basis_andere", "n_van", "n_naar", "n_beide"):
        if kolom in tabel:
            aantal = _number(tabel, kolom).to_numpy()
            if kolom == "n_beide":  # on whom nothing rests; see ``hide_overlap``
                aantal = np.where(is_los(tabel), 0, aantal)
            telt |= (aantal >= 1) & (aantal < grenzen.drempel)
    klein = pd.Series(telt, index=tabel.index)
    return klein if read_toelichting(tabel).per else klein & ~_is_kwalitatief(tabel)


def _is_kwalitatief(tabel: pd.DataFrame) -> pd.Series:
    if "kwalitatief" in tabel:
        return tabel["kwalitatief"].astype("boolean").fillna(False).astype("bool")
    return pd.Series(read_toelichting(tabel).kwalitatief, index=tabel.index, dtype="bool")


def _basis(tabel: pd.DataFrame) -> pd.Series:
    """Return on how many people each row rests: of a pair of groups, or of waves of different people, the smaller one."""
    if "basis" in tabel:
        groepen = [_number(tabel, kolom) for kolom in ("basis", "basis_andere") if kolom in tabel]
        return pd.concat(groepen, axis=1).min(axis=1) if len(groepen) > 1 else groepen[0]
    beide = _number(tabel, "n_beide")
    golven = [_number(tabel, kolom) for kolom in ("n_van", "n_naar") if kolom in tabel]
    return beide.mask(is_los(tabel), pd.concat(golven, axis=1).min(axis=1)) if golven else beide


def _number(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    return as_floats(tabel[kolom])
