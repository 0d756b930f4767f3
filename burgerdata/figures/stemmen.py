"""plot_stemmen: votes per statement, a panel for each choice, with the threshold through those in favour."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import AANTALLEN, ONDERDRUKT
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, keep_uiteinden, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import LIJN, LIKERT_VIJF
from burgerdata.figures.preparation import flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.words import count_woord, format_aandeel
from burgerdata.getallen import format_getal, format_procent
from burgerdata.toelichting import annotate, read_toelichting

_KLEUR = {"voor": LIKERT_VIJF[4], "tegen": LIKERT_VIJF[0], "onthouding": LIJN}


def plot_stemmen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return bars per statement: for, against and neither beside each other, most support on top.

    A dashed line in the panel of those in favour is the threshold, where one is known that holds for all. Where a base is 30 or smaller, numbers of people are
    drawn and no shares, and there is no line; beside larger bases such statements are left to the table. The foot says
    how many statements do not fit.

    Raises
    ------
    MethodeError
        When the table has no rows that may be drawn, or is no table of votes.

    Examples
    --------
    >>> tabel = pd.DataFrame({"kort": "Meer groen", "keuze": ["voor", "tegen"], "label": ["eens", "oneens"]})
    >>> tabel = tabel.assign(n=[60, 40], basis=100, aandeel=[0.6, 0.4], drempel=0.5)
    >>> plot_stemmen(tabel, titel="De meesten zijn voor meer groen").alt
    'Staafdiagram: De meesten zijn voor meer groen. Bij ‘Meer groen’: eens 60%, oneens 40%.'
    """
    opdracht = Opdracht(plot_stemmen, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("kort", "keuze", "label", "n", "basis"), figuur="stemmen")
    klein = flag(tabel, "kwalitatief")
    aantallen = bool(klein.all() or numbers(tabel, "aandeel").isna().all())
    weinig = tabel["kort"][klein].nunique() if not aantallen else 0
    if weinig:
        tabel = annotate(tabel[~klein].reset_index(drop=True), read_toelichting(tabel))
    tabel = tabel.assign(rij=_name_rows(tabel))
    namen = list(dict.fromkeys(tabel["rij"]))
    titel_ = state_titel(opdracht, tabel)
    keuze = Rijkeuze(
        lambda meest: Stapel(_make_delen(tabel, keep_uiteinden(namen, meest), aantallen)),
        len(namen),
        _state_rest,
    )
    inhoud = Inhoud(
        tabel.drop(columns="rij"),
        keuze,
        alt=f"Staafdiagram: {titel_}. {_tell_first(tabel, aantallen)}",
        tekens=("" if aantallen else _explain_lijn(tabel),),
        noten=(AANTALLEN if aantallen else "", _state_weinig(weinig)),
    )
    return make_figuur(opdracht, inhoud, titel_)


def _state_rest(weg: int) -> str:
    wat = "één stelling" if weg == 1 else f"{count_woord(weg)} stellingen"
    return f"Niet getoond: {wat} tussen de meeste en de minste steun; zie de tabel."


def _name_rows(tabel: pd.DataFrame) -> pd.Series:
    """Return the name of each statement, with the group that voted behind it where there are groups."""
    groep = texts(tabel, "groep")
    return texts(tabel, "kort").where(groep.eq(""), texts(tabel, "kort") + " (" + groep + ")").astype("str")


def _make_delen(tabel: pd.DataFrame, namen: list[str], aantallen: bool) -> tuple[Rijen, ...]:
    """Return the statements of each activity, with its name over them when there are several."""
    getoond = tabel[tabel["rij"].isin(namen)]
    activiteit = texts(getoond, "activiteit_id")
    delen = list(getoond.groupby(activiteit, sort=False, observed=True, dropna=False))
    meer = len(delen) > 1
    return tuple(
        _make_rijen(rijen, aantallen, namen, naam=name_activiteit(rijen, str(naam)) if meer else "")
        for naam, rijen in delen
    )


def _make_rijen(rijen: pd.DataFrame, aantallen: bool, alle: list[str], *, naam: str) -> Rijen:
    namen = list(dict.fromkeys(rijen["rij"]))
    panelen = []
    for keuze, kleur in _KLEUR.items():
        eigen = rijen[texts(rijen, "keuze").eq(keuze)]
        if len(eigen):
            kop = f"{naam}: {texts(eigen, 'label').iloc[0]}" if naam else texts(eigen, "label").iloc[0]
            lijn = _find_drempel(eigen) if keuze == "voor" and not aantallen else math.nan
            merken = tuple(
                _make_merk(nr, eigen[eigen["rij"].eq(rij)], aantallen) for nr, rij in enumerate(namen)
            )
            panelen.append(Merkpaneel(merken, kop=kop, lijn=lijn, kleur=kleur, procent=not aantallen))
    basis = numbers(rijen, "basis").groupby(rijen["rij"], sort=False, observed=True, dropna=False).first()
    rechts = tuple(format_getal(basis[rij]) for rij in namen)
    return Rijen(tuple(namen), tuple(panelen), rechts=rechts, rechts_kop="n", ook=tuple(alle))


def _make_merk(nummer: int, rij: pd.DataFrame, aantallen: bool) -> Merk:
    if not len(rij):
        return Merk(nummer, "")
    if is_onderdrukt(rij).iloc[0]:
        return Merk(nummer, "x")
    n, aandeel = numbers(rij, "n").iloc[0], numbers(rij, "aandeel").iloc[0]
    if aantallen or math.isnan(aandeel):
        return Merk(nummer, format_getal(n), n if aantallen else math.nan)
    return Merk(nummer, format_aandeel(aandeel), aandeel)


def _find_drempel(rijen: pd.DataFrame) -> float:
    """Return the one threshold of these rows; nothing where there is none, or where it is not that of each of them."""
    drempels = numbers(rijen, "drempel")
    return float(drempels.iloc[0]) if drempels.nunique(dropna=False) == 1 else math.nan


def _explain_lijn(tabel: pd.DataFrame) -> str:
    drempel = _find_drempel(tabel[texts(tabel, "keuze").eq("voor")])
    lijn = "" if math.isnan(drempel) else f"Stippellijn: {format_procent(drempel)}."
    weg = ONDERDRUKT if is_onderdrukt(tabel).any() else ""
    return " ".join(filter(None, (lijn, weg)))


def _state_weinig(aantal: int) -> str:
    if not aantal:
        return ""
    wat = "Eén stelling met" if aantal == 1 else f"{count_woord(aantal).capitalize()} stellingen met"
    return f"{wat} 30 stemmen of minder: zie de tabel."


def _tell_first(tabel: pd.DataFrame, aantallen: bool) -> str:
    """Return the votes on the statement with most support as one sentence."""
    eerste = tabel[tabel["rij"].eq(tabel["rij"].iloc[0]) & ~is_onderdrukt(tabel)]
    delen = []
    for nummer in eerste.index:
        n, aandeel = numbers(eerste, "n")[nummer], numbers(eerste, "aandeel")[nummer]
        maat = format_getal(n) if aantallen or math.isnan(aandeel) else format_aandeel(aandeel)
        delen.append(f"{texts(eerste, 'label')[nummer]} {maat}")
    if not delen:
        return f"Er staan {count_woord(tabel['rij'].nunique())} stellingen onder elkaar."
    return f"Bij ‘{tabel['rij'].iloc[0]}’: {', '.join(delen)}."
