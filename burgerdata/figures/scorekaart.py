"""plot_scorekaart: every indicator with its value, and its norm and verdict in words; what was not measured too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.layout import Tekening
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.wordtable import Naast, Woord, Woordkolom, Woordtabel
from burgerdata.getallen import ONBEKEND, format_getal, format_procent
from burgerdata.toelichting import annotate, read_toelichting

NIET_GEMETEN = "niet gemeten"
_KOLOMMEN = (Woordkolom("indicator", 1.0), Woordkolom("waarde", 0.4), Woordkolom("oordeel", meest=7.5))
_NAAST = {"a4": 12, "dia": 5}
"""From this number of rows up two columns stand beside each other."""
_MEEST, _ACTIVITEITEN = 4, 3
"""Values of one indicator, or activities, beyond which it is a range on one row; the table has them all."""
_REGEL = 15
"""Letters on a line of the first column, about: to make both columns equally long."""
_ZACHT = {"dissimilariteitsindex": "dissimilariteits\u00adindex"}
_Blok = tuple[tuple[Woord, ...], ...]


def plot_scorekaart(
    table: pd.DataFrame,
    *,
    ids: Iterable[str] | None = None,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return the scorecard in words: id and name of each indicator, the printed value, norm and verdict.

    Without a norm the verdict reads "geen norm"; an indicator without a value reads "niet gemeten". Many rows stand
    in two columns; many values of one indicator are a range; indicators that do not fit are named in the foot.

    Parameters
    ----------
    ids : iterable of str, optional
        The indicators to show, in this order: ``["R1", "P3"]``; default all.

    Raises
    ------
    MethodeError
        When an id is not in the table.

    Examples
    --------
    >>> tabel = pd.DataFrame({"id": ["R1", "P4"], "indicator": ["respons", "spreektijd"], "tekst": ["33%", "–"]})
    >>> tabel = tabel.assign(oordeel=["geen norm", "niet gemeten"])
    >>> plot_scorekaart(tabel, titel="Eén van twee indicatoren is gemeten").alt
    'Scorekaart in woorden: Eén van twee indicatoren is gemeten. Niet gemeten: P4 spreektijd.'
    """
    gekozen = table if ids is None else _choose(table, list(ids))
    opdracht = Opdracht(plot_scorekaart, gekozen, titel, formaat, style_path)
    tabel = prepare_tabel(gekozen, nodig=("id", "indicator", "tekst", "oordeel"), figuur="scorekaart")
    # what is counted and what people said of it share an id, not a unit: each has a block of its own
    per = tabel.groupby(["id", "indicator"], sort=False, observed=True, dropna=False)
    delen = [(str(naam), _make_blok(rijen)) for (naam, _), rijen in per]
    namen, blokken = [naam for naam, _ in delen], [blok for _, blok in delen]
    kop = state_titel(opdracht, tabel)
    tekening = Rijkeuze(
        lambda aantal: _lay_out(blokken[:aantal], _NAAST[formaat]),
        len(namen),
        lambda weg: f"Niet getoond: {', '.join(dict.fromkeys(namen[len(namen) - weg :]))}; zie de tabel.",
        minst=1,
    )
    alt = f"Scorekaart in woorden: {kop}. {_tell_leeg(tabel)}"
    return make_figuur(opdracht, Inhoud(tabel, tekening, alt), kop)


def _choose(table: pd.DataFrame, ids: list[str]) -> pd.DataFrame:
    """Return the rows of these indicators, in this order."""
    bekend = set(texts(table, "id"))
    vreemd = [naam for naam in ids if naam not in bekend]
    if vreemd:
        raise MethodeError(
            f"indicator '{vreemd[0]}' staat niet in deze scorekaart; kies uit {', '.join(sorted(bekend))}"
        )
    rang = texts(table, "id").map({naam: nummer for nummer, naam in enumerate(ids)}).dropna()
    gekozen = table.loc[rang.sort_values(kind="stable").index].reset_index(drop=True)
    return annotate(gekozen, read_toelichting(table))


def _make_blok(rijen: pd.DataFrame) -> _Blok:
    """Return the rows of one indicator: one for a single value or for many, else its name as a heading over each."""
    indicator = str(rijen["indicator"].iloc[0])
    naam = f"{rijen['id'].iloc[0]} {_ZACHT.get(indicator, indicator)}"
    waarover = [_name_deel(rijen.loc[[rij]]) for rij in rijen.index]
    cellen = [_make_cellen(rijen.loc[[rij]]) for rij in rijen.index]
    if len(rijen) == 1:
        return ((Woord(", ".join(filter(None, (naam, *waarover))), vet=True), *cellen[0]),)
    if len(rijen) > _MEEST or texts(rijen, "activiteit_id").nunique() > _ACTIVITEITEN:
        return ((Woord(naam, vet=True), *_summarise(rijen)),)
    regels = [(Woord(deel or "het traject"), *paar) for deel, paar in zip(waarover, cellen, strict=True)]
    return ((Woord(naam, vet=True),), *regels)


def _name_deel(rij: pd.DataFrame) -> str:
    """Return what one value is about: activity and part."""
    activiteit, onderdeel = texts(rij, "activiteit_id").iloc[0], texts(rij, "onderdeel").iloc[0]
    return ", ".join(filter(None, (name_activiteit(rij, activiteit) if activiteit else "", onderdeel)))


def _make_cellen(rij: pd.DataFrame) -> tuple[Woord, Woord]:
    """Return the value and the verdict; a norm that was set stands behind the verdict."""
    oordeel, norm = texts(rij, "oordeel").iloc[0], numbers(rij, "norm").iloc[0]
    leeg = oordeel == NIET_GEMETEN
    gedrukt = "" if pd.isna(norm) else f" (norm {_print_norm(float(norm), texts(rij, 'eenheid').iloc[0])})"
    waarde = ONBEKEND if leeg else texts(rij, "tekst").iloc[0]
    return Woord(waarde, grijs=leeg), Woord(
        f"{oordeel}{gedrukt}", grijs=oordeel in (NIET_GEMETEN, "geen norm")
    )


def _summarise(rijen: pd.DataFrame) -> tuple[Woord, Woord]:
    """Return the lowest and the highest of many values, and every verdict on them once."""
    waarde = numbers(rijen, "waarde").dropna().sort_values(kind="stable")
    einden = [texts(rijen, "tekst")[rij] for rij in waarde.index[[0, -1]]] if len(waarde) else [ONBEKEND]
    oordelen = list(
        dict.fromkeys(cel.tekst for rij in rijen.index for cel in _make_cellen(rijen.loc[[rij]])[1:])
    )
    meer = [oordeel for oordeel in oordelen if oordeel != NIET_GEMETEN] or oordelen
    return Woord(_join_einden(einden)), Woord(
        " en ".join(meer), grijs=meer in (["geen norm"], [NIET_GEMETEN])
    )


def _join_einden(einden: list[str]) -> str:
    """Return both ends as a range that names its unit once."""
    laag, hoog = einden[0], einden[-1]
    if laag == hoog:
        return laag
    kaal = laag.removesuffix("%") if hoog.endswith("%") else laag.split(" ")[0]
    return f"{kaal} tot {hoog}"


def _print_norm(norm: float, eenheid: str) -> str:
    if eenheid == "aandeel":
        return format_procent(norm)
    return format_getal(norm, 0 if norm == int(norm) else 1)


def _lay_out(blokken: Sequence[_Blok], naast: int) -> Tekening:
    """Return one column, or two of about equal length; an indicator is never split over both."""
    rijen = [rij for blok in blokken for rij in blok]
    if len(rijen) < naast or len(blokken) == 1:
        return Woordtabel(_KOLOMMEN, tuple(rijen))
    hoogtes = list(accumulate(map(_count_regels, blokken)))
    knip = min(range(1, len(blokken)), key=lambda plek: abs(hoogtes[-1] - 2 * hoogtes[plek - 1]))
    kanten = (blokken[:knip], blokken[knip:])
    return Naast(tuple(Woordtabel(_KOLOMMEN, tuple(rij for blok in kant for rij in blok)) for kant in kanten))


def _count_regels(blok: _Blok) -> int:
    return sum(1 if len(rij) == 1 else 1 + len(rij[0].tekst) // _REGEL for rij in blok)


def _tell_leeg(tabel: pd.DataFrame) -> str:
    """Return the indicators without any value as one sentence."""
    gemeten = (
        texts(tabel, "oordeel")
        .ne(NIET_GEMETEN)
        .groupby(texts(tabel, "id"), sort=False, observed=True, dropna=False)
        .any()
    )
    namen = dict(zip(texts(tabel, "id"), texts(tabel, "indicator"), strict=True))
    leeg = [f"{naam} {namen[naam]}" for naam in gemeten.index[~gemeten]]
    return f"Niet gemeten: {', '.join(leeg)}." if leeg else "Alle getoonde indicatoren zijn gemeten."
