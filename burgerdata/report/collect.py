"""Everything a report will print, collected and passed through one suppression plan before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import pandas as pd

from burgerdata.analysis import (
    Antwoord,
    beantwoord_alle,
    compare_bronnen,
    compare_populatie,
    compare_themas,
    describe_respons,
    quote_fragmenten,
    score_indicatoren,
    trace_doorwerking,
)
from burgerdata.analysis.genest import find_genest_in
from burgerdata.analysis.rapportvragen.beantwoorden import publish_alle
from burgerdata.disclosure import Plan, plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, format_procent
from burgerdata.report.bevindinggroepen import list_groepen
from burgerdata.report.choice import read_keuze
from burgerdata.report.cijfernamen import tell_cijfers_apart
from burgerdata.report.file_names import cap_naam, slug
from burgerdata.report.groepskanten import add_kanten
from burgerdata.report.groepsverschil import list_verschillen
from burgerdata.report.loting import publish_loting
from burgerdata.report.oordelen import list_oordelen
from burgerdata.report.printed_columns import find_maat
from burgerdata.report.printing import print_numbers
from burgerdata.report.tellingen import list_tellingen
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

_GETALLEN = (
    "n",
    "basis",
    "aandeel",
    "gemiddelde",
    "mediaan",
    "verschil",
    "waarde_van",
    "waarde_naar",
    "netto",
)
Gemaakt = TypeVar("Gemaakt")
EIGEN = "eigen_"
"""What the names of tables begin with that come from the analyst's own notebooks."""
THEMAS_LANGS = "verandering_themas"
"""The table of the themes that the same people named more or less often, wave by wave."""
_BIJLAGE: Mapping[str, Callable[[Traject], pd.DataFrame]] = {
    "respons": describe_respons,
    "samenstelling": compare_populatie,
    "loting": publish_loting,
    "bronnen": compare_bronnen,
    "doorwerking": trace_doorwerking,
    "citaten": quote_fragmenten,
    THEMAS_LANGS: partial(compare_themas, n=4),
}


@dataclass(frozen=True)
class Opname:
    """A table of the analyst's own notebook that joins the report; ``titel`` is the finding in the analyst's words."""

    tabel: pd.DataFrame
    titel: str = ""


@dataclass(frozen=True)
class Opbrengst:
    """The harvest of a run: answers and tables as they may be published, the plan, and the list of numbers.

    ``tabellen`` holds each table once, by name; ``namen`` maps (report question, table of the answer) to that name;
    ``scorekaart`` is the table of indicators; ``keuze`` names the findings that the analyst chose, empty when the choice is the kit's.
    ``eigen`` maps tables of the analyst's own notebooks to their titles; ``stijl`` is the style file of the figures.
    """

    traject: Traject
    antwoorden: Mapping[str, Antwoord]
    tabellen: Mapping[str, pd.DataFrame]
    namen: Mapping[tuple[str, str], str]
    plan: Plan
    getallen: pd.DataFrame
    datum: date
    scorekaart: pd.DataFrame
    keuze: tuple[str, ...] = ()
    eigen: Mapping[str, str] = field(default_factory=dict)
    stijl: str | Path | None = None
    _gemaakt: dict[str, Any] = field(init=False, default_factory=dict, repr=False, compare=False)

    def remember(self, naam: str, maak: Callable[[], Gemaakt]) -> Gemaakt:
        """Return what ``maak`` made of this harvest the first time it was asked for under this name: it never changes."""
        if naam not in self._gemaakt:
            self._gemaakt[naam] = maak()
        return cast("Gemaakt", self._gemaakt[naam])

    def answered(self, fase: str = "") -> tuple[Antwoord, ...]:
        """Return the answers that say something, of one phase or of all."""
        return tuple(
            a for a in self.antwoorden.values() if a.status != "niet_gemeten" and fase in ("", a.fase)
        )


def collect_opbrengst(
    traject: Traject,
    *,
    datum: date,
    boek: Callable[[], Mapping[str, pd.DataFrame]] | None = None,
    opnames: Mapping[str, Opname] | None = None,
    stijl: str | Path | None = None,
) -> Opbrengst:
    """Return the answers to all forty report questions and the tables of the annexes, fit to be published.

    ``boek`` gives the tables of the book of tables and ``opnames`` are tables of the analyst's own: one plan covers
    them with those of the report.
    """
    ruw = beantwoord_alle(traject)
    tabellen, namen = _name_tabellen(ruw, traject)
    tabellen = tell_cijfers_apart(traject, tabellen)
    eigen = opnames or {}
    tabellen |= {naam: opname.tabel for naam, opname in eigen.items()}
    naast = boek() if boek else {}
    alle = {**tabellen, **naast}
    genest = find_genest_in(traject, alle.values())
    plan = plan_onderdrukking(alle, traject.instellingen.drempels, alleen_aandeel=naast, genest=genest)
    tabellen = add_kanten(traject, {naam: plan.apply(naam, tabel) for naam, tabel in tabellen.items()})
    gedrukt = {
        vraag: {naam: tabellen[namen[vraag, naam]] for naam in antwoord.tabellen}
        for vraag, antwoord in ruw.items()
    }
    antwoorden = publish_alle(ruw, gedrukt, traject)
    tabellen |= {namen[vraag, naam]: t for vraag, a in antwoorden.items() for naam, t in a.tabellen.items()}
    map_ = traject.instellingen.map
    keuze = read_keuze(map_ / "teksten") if map_ else ()
    return Opbrengst(
        traject,
        antwoorden,
        tabellen,
        namen,
        plan,
        list_getallen(tabellen),
        datum,
        score_indicatoren(traject),
        keuze,
        {naam: opname.titel for naam, opname in eigen.items()},
        stijl,
    )


def _name_tabellen(
    antwoorden: Mapping[str, Antwoord], traject: Traject
) -> tuple[dict[str, pd.DataFrame], dict[tuple[str, str], str]]:
    """Return every table once under a name of its own; an answer that uses it again gets the same name."""
    oordelen = (*list_oordelen(traject, antwoorden.values()), *list_verschillen(traject))
    gezien = [tabel for antwoord in antwoorden.values() for tabel in antwoord.tabellen.values()]
    tellingen = list_tellingen(traject, [*gezien, *(tabel for _, tabel in oordelen)])
    tabellen = dict([*_annex_tables(traject), *oordelen, *tellingen])
    namen: dict[tuple[str, str], str] = {}
    for vraag, antwoord in antwoorden.items():
        for naam, tabel in antwoord.tabellen.items():
            zelfde = next(
                (bekend for bekend, ander in tabellen.items() if _same(tabel, ander)),
                cap_naam(f"{vraag}_{naam}"),
            )
            tabellen.setdefault(zelfde, tabel)
            namen[vraag, naam] = zelfde
    for naam, tabel in list_groepen(traject, antwoorden.values(), dict(oordelen)):
        zelfde = next((bekend for bekend, ander in tabellen.items() if _is_zelfde_vraag(tabel, ander)), naam)
        tabellen[zelfde] = tabel  # with the note of how it was chosen
    return tabellen, namen


def _annex_tables(traject: Traject) -> Iterator[tuple[str, pd.DataFrame]]:
    for naam, analysis in _BIJLAGE.items():
        try:
            tabel = analysis(traject)
        except MethodeError:
            continue
        if len(tabel):
            yield naam, tabel


def _same(een: pd.DataFrame, ander: pd.DataFrame) -> bool:
    return read_toelichting(een) == read_toelichting(ander) and een.equals(ander)


def _is_zelfde_vraag(een: pd.DataFrame, ander: pd.DataFrame) -> bool:
    """Return whether two tables hold the same numbers about the same groups, whatever stands under them."""
    links, rechts = read_toelichting(een), read_toelichting(ander)
    return replace(links, noten=()) == replace(rechts, noten=()) and een.equals(ander)


def list_getallen(tabellen: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the list of numbers that texts may name: naam, tekst; suppressed and missing numbers are not in it.

    A name is the table, the row's own labels and the column: ``pr4_rapportcijfer_totaal.gemiddelde``.
    """
    rijen = [
        {"naam": f"{sleutel}.{kolom}", "tekst": tekst}
        for naam, tabel in tabellen.items()
        if read_toelichting(tabel).soort != "citaten"
        for kolom in _GETALLEN
        if kolom in tabel
        for sleutel, waarde, tekst in zip(
            _row_keys(naam, tabel), tabel[kolom], _print(tabel, kolom), strict=True
        )
        if not pd.isna(waarde)
    ]
    frame = pd.DataFrame(rijen, columns=["naam", "tekst"], dtype="str")
    return frame.drop_duplicates("naam", keep=False).reset_index(drop=True)


def _print(tabel: pd.DataFrame, kolom: str) -> Iterator[str]:
    """Yield the numbers of a column as they stand in a sentence; of a difference between shares the percentage points."""
    maat = find_maat(tabel, kolom)
    if maat in ("punten", "gemengd"):
        yield from print_numbers(tabel, kolom, maat)
        return
    for waarde in tabel[kolom]:
        if kolom in ("n", "basis"):
            yield format_getal(waarde)
        else:
            yield format_procent(waarde) if maat == "aandeel" else format_getal(waarde, 1)


def _row_keys(naam: str, tabel: pd.DataFrame) -> list[str]:
    """Return a name per row from its labels; a label that is equal in all rows adds nothing."""
    tekst = [
        k
        for k in tabel.columns
        if not pd.api.types.is_numeric_dtype(tabel[k]) and k not in ("verschilt", "tekst")
    ]
    delen = [
        kolom
        for kolom in tekst
        if (tabel[kolom].nunique() > 1 and not kolom.endswith("_id")) or kolom == "activiteit_id"
    ]
    delen = [kolom for kolom in delen if tabel[kolom].nunique() > 1]
    return [
        slug("_".join([naam, *(str(waarde) for waarde in rij)]))
        for rij in tabel[delen].itertuples(index=False)
    ]
