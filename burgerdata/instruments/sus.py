"""The System Usability Scale: ten statements, the even ones unfavourable -> questions of gebruik sus."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from burgerdata.instruments.onderdelen import find_sus
from burgerdata.instruments.options import make_opties, runs_down
from burgerdata.instruments.proces import complete_regels
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.spelling import list_spellings
from burgerdata.instruments.survey import Ronde, Tabellen, build_ronde
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.schema.procesvragen import EENS
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

SUS_NOEMEN = (
    'schrijf in traject.toml kolommen = { SUS1 = "…", SUS2 = "…" } tot en met SUS10, met de kop van elke stelling, of noem de '
    "kolommen in het bestand zo"
)
_STAPPEN = tuple(str(stap) for stap in range(1, 6))


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
    waarden = tuple(dict.fromkeys(cel for naam in items for cel in list_spellings(tabel.frame[naam])))
    waarden = _STAPPEN if set(waarden) <= set(_STAPPEN) else _complete_steps(waarden)
    regels = [
        _make_regel(tabel, levering, naam, nummer, waarden) for nummer, naam in enumerate(items, start=1)
    ]
    samen = complete_regels(lijst, levering, [tabel], regels)
    gedeeld = {fold(naam): waarden for naam in items}
    return build_ronde(Ronde(tabel, replace(levering, kenmerken=()), samen, activiteit_id, gedeeld=gedeeld))


def _read_unknown(tabel: Tabel, levering: Levering, lijst: Vragenlijst, activiteit_id: str) -> Tabellen:
    """Return the questions of a table in which the ten statements are not known: the other parts need not wait for them."""
    tabellen = build_ronde(Ronde(tabel, replace(levering, kenmerken=()), lijst, activiteit_id))
    logboek = Logboek(tabel.bestand, tabel.blad)
    logboek.note("sus_niet_herkend")
    samen = pd.concat(
        [tabellen["logboek"], logboek.to_frame().assign(activiteit_id=activiteit_id)], ignore_index=True
    )
    return {**tabellen, "logboek": samen}


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
