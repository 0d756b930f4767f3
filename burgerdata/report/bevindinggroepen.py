"""Who differs in what each finding is about: the largest proven difference between groups, whichever trait it is by."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

import pandas as pd

from burgerdata.analysis import Antwoord, crosstab_vraag, summarise_cijfer
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.findings.grootste import has_gemerkt, is_getoetst, pick_grootste
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.zinnen import is_genoemd
from burgerdata.report.file_names import cap_naam, slug
from burgerdata.report.groepsverschil import list_kenmerken
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

GROEPEN = "groepen_"
"""What the names of these tables begin with."""
_NIET_VAST = re.compile(r"na correctie voor (?P<aantal>\S+ kenmerken) is het niet meer aangetoond")
"""What stands in the note of a difference that one trait shows and that does not hold for all that were compared."""
_VAST = "aangetoond na correctie"
"""What stands in the note of a difference that does hold for all: for traits here, for statements in groepsverschil.py."""
_SOORTEN = ("cijfer", "verdeling", "stellingen")
_GETALLEN = ("schaal", "stelling", "getal")
_KEUZES = ("een_antwoord", "meer_antwoorden")


def list_groepen(
    traject: Traject, antwoorden: Iterable[Antwoord], tabellen: Mapping[str, pd.DataFrame]
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield name and table of the trait by which people differ most in the subject of each finding; none where none is proven.

    Every trait that traject.toml names is compared; what holds after correction for all of them goes first, and what one
    trait alone shows has a note that says so. A statement put the other way round is left out: "more agreed" could be
    read both ways.
    """
    gezien: set[tuple[str, str]] = set()
    for tabel, zin in (*_list_kernen(antwoorden), *((t, state_bevinding(t)) for t in tabellen.values())):
        vraag = find_vraag(tabel, zin)
        if vraag is None or vraag in gezien:
            continue
        gezien.add(vraag)
        per_kenmerk = dict(_compare(traject, *vraag))
        naam = _pick(per_kenmerk)
        if naam:
            yield (
                cap_naam(f"{GROEPEN}{slug(vraag[0])}_{slug(vraag[1])}_naar_{naam}"),
                _note(naam, per_kenmerk),
            )


def find_vraag(tabel: pd.DataFrame, zin: str) -> tuple[str, str] | None:
    """Return the activity and question that a finding is about; None where it is about more, or about groups already."""
    over = read_toelichting(tabel)
    if over.soort not in _SOORTEN or over.per or over.kwalitatief or "activiteit_id" not in tabel:
        return None
    vraag = over.vraag_id
    if {"vraag_id", "kort"} <= set(tabel.columns):
        paren = tabel[["vraag_id", "kort"]].astype("str").drop_duplicates()
        genoemd = [str(id_) for id_, kort in paren.itertuples(index=False) if is_genoemd(kort, zin)]
        vraag = genoemd[0] if len(genoemd) == 1 else ""
    waar = tabel["activiteit_id"].astype("str").unique()
    return (str(waar[0]), vraag) if vraag and len(waar) == 1 else None


def find_onvast(tabel: pd.DataFrame) -> str:
    """Return for how many traits ("twee kenmerken") the difference in this table no longer holds; empty where it does.

    A note that a difference holds after correction, for traits or for statements, is none of these.
    """
    gevonden = (_NIET_VAST.search(noot) for noot in read_toelichting(tabel).noten)
    return next((past["aantal"] for past in gevonden if past), "")


def is_vast(tabel: pd.DataFrame) -> bool:
    """Return whether a note says that the difference in this table holds for all traits, or statements, that were compared."""
    return has_gemerkt(tabel) and any(_VAST in noot.lower() for noot in read_toelichting(tabel).noten)


def _list_kernen(antwoorden: Iterable[Antwoord]) -> Iterator[tuple[pd.DataFrame, str]]:
    """Yield the table that the finding of each answer was stated from, with the finding."""
    for antwoord in antwoorden:
        if antwoord.kern and antwoord.status != "niet_gemeten":
            yield antwoord.tabellen[antwoord.kern], antwoord.bevinding


def _compare(traject: Traject, activiteit: str, vraag_id: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield how groups of each trait answer one question, where they could be tested."""
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit) & vragen["vraag_id"].eq(vraag_id)]
    if eigen.empty or not eigen["rol"].eq("inhoud").all() or eigen["omkeren"].fillna(False).any():
        return
    soort = str(eigen["soort"].iloc[0])
    if soort not in (*_GETALLEN, *_KEUZES):
        return
    vergelijk: Callable[..., pd.DataFrame] = summarise_cijfer if soort in _GETALLEN else crosstab_vraag
    alleen = traject.only(activiteit_id=activiteit)
    for kenmerk in list_kenmerken(traject, activiteit):
        try:
            tabel = vergelijk(alleen, vraag_id, per=kenmerk)
        except MethodeError:
            continue
        if is_getoetst(tabel):
            yield slug(kenmerk), tabel


def _pick(per_kenmerk: Mapping[str, pd.DataFrame]) -> str:
    """Return the trait of the largest proven difference, else the one that is clearest by itself; empty without a mark."""
    naam = pick_grootste(per_kenmerk)
    if naam and has_gemerkt(per_kenmerk[naam]):
        return naam
    gemerkt = [naam for naam, tabel in per_kenmerk.items() if has_gemerkt(tabel)]
    return min(gemerkt, key=lambda naam: float(per_kenmerk[naam]["p_aangepast"].min()), default="")


def _note(naam: str, per_kenmerk: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the table with a note of how many traits it was chosen, and whether it holds for all of them."""
    tabel, aantal = per_kenmerk[naam], say_aantal(len(per_kenmerk))
    if len(per_kenmerk) < 2:
        return tabel
    vast = (
        has_gemerkt(per_kenmerk.get(pick_grootste(per_kenmerk), tabel)) and pick_grootste(per_kenmerk) == naam
    )
    noot = (
        f"Gekozen als het grootste verschil van {aantal} kenmerken, en aangetoond na correctie daarvoor."
        if vast
        else f"Het duidelijkste van {aantal} kenmerken; na correctie voor {aantal} kenmerken is het niet meer aangetoond."
    )
    over = read_toelichting(tabel)
    return annotate(tabel, replace(over, noten=(*over.noten, noot)))
