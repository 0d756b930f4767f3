"""The System Usability Scale: ten statements, the even ones unfavourable -> questions of gebruik sus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.instruments.onderdelen import find_sus
from burgerdata.instruments.options import make_opties, runs_down
from burgerdata.instruments.proces import complete_regels
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.spelling import list_spellings
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.schema.procesvragen import EENS
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

SUS_NOEMEN = (
    'schrijf in traject.toml kolommen = { SUS1 = "…", SUS2 = "…" } tot en met SUS10, met de kop van elke stelling, of noem de '
    "kolommen in het bestand zo"
)
_SCORE = re.compile(
    r"(?:(?:totale?|totaal|gemiddelde?|berekende?)[ -]?)?sus[ _-]?(?:totaal|total|eind)?[ _-]?(?:score|totaal|total)(?: .*)?"
)
_STAPPEN = tuple(str(stap) for stap in range(1, 6))
_FEW = 0.1
"""Share of the answers up to which those outside 1 to 5 are slips of the pen."""


def read_sus(tabel: Tabel, levering: Levering, lijst: Vragenlijst, activiteit_id: str) -> Tabellen:
    """Return the contract tables of the ten statements, and of the traits and open questions beside them.

    A statement is turned round (``omkeren``) when it is an even one, or when its answers run from agree to disagree,
    and not when both hold. Where the ten cannot be told from the headers every column is a question like any other, without
    a score, and the logboek says so.
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    items = find_sus(koppen, levering.kolommen)
    if not items:
        return _read_unknown(tabel, levering, lijst, activiteit_id)
    logboek = Logboek(tabel.bestand, tabel.blad)
    tabel = _blank_outside(_drop_scores(tabel, logboek), items, logboek)
    waarden = tuple(dict.fromkeys(cel for naam in items for cel in list_spellings(tabel.frame[naam])))
    waarden = _STAPPEN if set(waarden) <= set(_STAPPEN) else _complete_steps(waarden)
    regels = [
        _make_regel(tabel, levering, naam, nummer, waarden) for nummer, naam in enumerate(items, start=1)
    ]
    samen = complete_regels(lijst, levering, [tabel], regels)
    gedeeld = {fold(naam): waarden for naam in items}
    return _add_notes(
        build_ronde(Ronde(tabel, replace(levering, kenmerken=()), samen, activiteit_id, gedeeld=gedeeld)),
        logboek,
        activiteit_id,
    )


def _drop_scores(tabel: Tabel, logboek: Logboek) -> Tabel:
    """Return the table without what somebody worked out of the ten statements: it is no answer, and it is worked out here."""
    weg = [kolom.naam for kolom in tabel.kolommen if _SCORE.fullmatch(bare_kop(kolom.naam))]
    for naam in weg:
        logboek.note("kolom_weggelaten", kolom=naam, aantal=max(int(is_filled(tabel.frame[naam]).sum()), 1))
    over = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in weg)
    return replace(tabel, frame=tabel.frame.drop(columns=weg), kolommen=over) if weg else tabel


def _blank_outside(tabel: Tabel, items: Sequence[str], logboek: Logboek) -> Tabel:
    """Return the table with the few answers that are no step from 1 to 5 left out: the scale does not grow with them.

    Where they are more than a few, or may be steps of another scale, nothing is changed. Words such as "n.v.t." keep
    what they mean.
    """
    kaal = {naam: tabel.frame[naam].astype("str").str.strip() for naam in items}
    getallen = {naam: read_getallen(cellen) for naam, cellen in kaal.items()}
    buiten = {
        naam: getal.notna() & ~getal.isin(list(map(float, _STAPPEN))) for naam, getal in getallen.items()
    }
    samen = pd.concat(list(getallen.values())).dropna()
    if _is_other_scale(samen):
        return tabel
    for naam, los in buiten.items():
        for rij in tabel.frame.loc[los, RIJ]:
            logboek.note("buiten_bereik", rij=int(rij), kolom=naam)
    schoon = {naam: cellen.mask(buiten[naam], "") for naam, cellen in kaal.items()}
    return (
        replace(tabel, frame=tabel.frame.assign(**schoon))
        if any(map(pd.Series.any, buiten.values()))
        else tabel
    )


def _is_other_scale(getallen: pd.Series) -> bool:
    """Return whether numbers outside 1 to 5 may be meant: a nought is the first step of five, a 6 or 7 twice one of seven."""
    buiten = getallen[~getallen.isin(list(map(float, _STAPPEN)))]
    zeven = int(buiten.isin([6.0, 7.0]).sum())
    return len(buiten) > _FEW * len(getallen) or bool(buiten.eq(0).any()) or zeven > 1


def _add_notes(tabellen: Tabellen, logboek: Logboek, activiteit_id: str) -> Tabellen:
    eigen = logboek.to_frame().assign(activiteit_id=activiteit_id)
    samen = [boek for boek in (tabellen["logboek"], eigen) if len(boek)]
    return {**tabellen, "logboek": pd.concat(samen or [tabellen["logboek"]], ignore_index=True)}


def _read_unknown(tabel: Tabel, levering: Levering, lijst: Vragenlijst, activiteit_id: str) -> Tabellen:
    """Return the questions of a table in which the ten statements are not known: the other parts need not wait for them."""
    tabellen = build_ronde(Ronde(tabel, replace(levering, kenmerken=()), lijst, activiteit_id))
    logboek = Logboek(tabel.bestand, tabel.blad)
    logboek.note("sus_niet_herkend")
    return _add_notes(tabellen, logboek, activiteit_id)


def _complete_steps(waarden: tuple[str, ...]) -> tuple[str, ...]:
    """Return the answers in words with the steps from disagree to agree that nobody chose: the SUS always has five.

    Two answers that make no scale together are the same step.
    """
    schaal = recognise_schaal(waarden)
    if schaal is None or not schaal.stelling:
        return waarden
    mist = (stap for stap in EENS if all(recognise_schaal([stap, waarde]) for waarde in waarden))
    return (*waarden, *mist)


def _make_regel(
    tabel: Tabel, levering: Levering, naam: str, nummer: int, waarden: tuple[str, ...]
) -> Vraagregel:
    opties = make_opties(tabel.kolom(naam), waarden, schaal=True)
    return Vraagregel(
        levering.naam,
        naam,
        soort="stelling",
        vraag_id=f"sus{nummer}",
        gebruik="sus",
        reeks="sus",
        item=str(nummer),
        omkeren=runs_down(opties) != (nummer % 2 == 0),
    )
