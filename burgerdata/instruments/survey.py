"""A table with a row per person made into contract tables: the ground that enquête, panel and street talks share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.answers import fill_vraag, mark_not_shown
from burgerdata.instruments.deelname import drop_absent
from burgerdata.instruments.empties import explain_empties, find_reach, mark_empties
from burgerdata.instruments.fragments import make_fragmenten
from burgerdata.instruments.momenten import read_momenten
from burgerdata.instruments.persons import design_columns, make_deelnemers
from burgerdata.instruments.plan import Gedeeld, Plan, plan_vragen
from burgerdata.instruments.recodes import recode_kenmerken
from burgerdata.instruments.records import select_records
from burgerdata.instruments.stacking import Antwoordblok, stack_antwoorden
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.tables import make_activiteit, make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled, read_datums, spell_serials
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Tabel

Tabellen = dict[str, pd.DataFrame]
_DATE_SHARE = 0.8
_DATE_HEADER = re.compile(r"datum|date|dag|tijdstip|tijdstempel|timestamp", re.IGNORECASE)
_NO_QUESTION = (
    "hierin staat geen vraag: wat er in de kolommen staat is een persoonsgegeven of gaat over het invullen"
)
_NO_QUESTION_REMEDY = "kies bij 'bestand' het bestand met de antwoorden"


@dataclass(frozen=True)
class Ronde:
    """One activity under construction: its table, its settings and what vragen.xlsx says about it.

    ``bezet`` are columns that the instrument reads itself; ``gedeeld`` are answers that occur in other waves; ``eigen``
    are the columns of this wave, where its table holds those of other waves too.
    """

    tabel: Tabel
    levering: Levering
    lijst: Vragenlijst
    activiteit_id: str
    meting: str = ""
    eenheid: str = "persoon"
    fragment_soort: str = "antwoord"
    bezet: tuple[str, ...] = ()
    gedeeld: Gedeeld = field(default_factory=dict)
    eigen: tuple[str, ...] = ()


def build_ronde(ronde: Ronde) -> Tabellen:
    """Return the contract tables of one activity, and the logboek of what was done to its records.

    Raises
    ------
    ContractError
        Columns that do not exist, doubled persons or questions: every problem of this table at once.
    """
    logboek = Logboek(ronde.tabel.bestand, ronde.tabel.blad)
    tabel = select_records(ronde.tabel, ronde.levering, logboek)
    records = count_records(tabel, ronde.activiteit_id)
    bezet = (*ronde.bezet, *design_columns(tabel, ronde.levering))
    plan = plan_vragen(tabel, ronde.levering, ronde.lijst, bezet=bezet, gedeeld=ronde.gedeeld)
    if ronde.levering.panel:
        tabel = drop_absent(tabel, plan, logboek, kolommen=ronde.eigen)
    deelnemers = make_deelnemers(tabel, ronde.levering, ronde.activiteit_id, logboek)
    bekend = bool(ronde.levering.panel or ronde.levering.deelnemerslijst)
    vragen, blokken = fill_vragen(plan, tabel.frame, ronde.lijst, logboek, bekend=bekend)
    if problemen := [*plan.problemen, *check_kenmerken(vragen, ronde.levering)]:
        raise ContractError(problemen)
    if not vragen:
        raise ContractError([Probleem(_NO_QUESTION, _NO_QUESTION_REMEDY, tabel.bestand, tabel.blad)])
    _note_unused(tabel, plan, logboek)
    fragmenten = make_fragmenten(
        vragen, tabel.frame, ronde.activiteit_id, soort=ronde.fragment_soort, taal=ronde.levering.taal
    )
    # the persons of both tables are one list, which the contract need not compare
    personen = pd.Categorical.from_codes(np.arange(len(tabel.frame)), pd.Index(tabel.frame[PERSOON].array))
    periode = find_period(tabel, (*plan.ongebruikt, *ronde.bezet))
    return {
        "activiteiten": make_activiteit(
            ronde.levering, ronde.activiteit_id, meting=ronde.meting, periode=periode, eenheid=ronde.eenheid
        ),
        "deelnemers": deelnemers.assign(deelnemer_id=personen),
        "vragen": make_vragen(vragen, ronde.activiteit_id),
        "opties": make_opties_tabel(vragen, ronde.activiteit_id),
        "antwoorden": stack_antwoorden(blokken, ronde.activiteit_id, personen.categories),
        "fragmenten": fragmenten,
        "logboek": logboek.to_frame().assign(activiteit_id=ronde.activiteit_id),
        "records": records,
    }


def count_records(tabel: Tabel, activiteit_id: str) -> pd.DataFrame:
    """Return how many records of this sheet became participants: bestand, blad, activiteit_id, records_uit."""
    rij = (tabel.bestand, tabel.blad, activiteit_id, len(tabel.frame))
    return pd.DataFrame([rij], columns=["bestand", "blad", "activiteit_id", "records_uit"])


def fill_vragen(
    plan: Plan, frame: pd.DataFrame, lijst: Vragenlijst, logboek: Logboek, *, bekend: bool = False
) -> tuple[list[Vraag], list[Antwoordblok]]:
    """Return the questions with their answers, the recoded traits of the sheet groepen at the end.

    ``bekend`` says that traits were known of everybody, and not asked here (see ``find_reach``).
    """
    antwoorden: dict[str, tuple[Vraag, Antwoordblok]] = {}
    uitgelegd = any(vraag.leeg for vraag in plan.vragen)
    bereik = find_reach(plan.vragen, frame, bekend=bekend) if uitgelegd else None
    for nummer, vraag in enumerate(plan.vragen):
        blok, notities = fill_vraag(vraag, frame)
        blok = mark_empties(vraag, blok, frame)
        if bereik is not None:
            blok = explain_empties(plan.vragen, nummer, blok, bereik)
        antwoorden[vraag.vraag_id] = (vraag, blok)
        for notitie in notities:
            logboek.note(notitie.reden, kolom=notitie.kolom, aantal=notitie.aantal, rij=notitie.rij)
    for vraag, blok in list(antwoorden.values()):
        if vraag.soort == "open" and vraag.ouder_code and vraag.ouder_vraag_id in antwoorden:
            ouder = antwoorden[vraag.ouder_vraag_id][1]
            antwoorden[vraag.vraag_id] = (vraag, mark_not_shown(blok, ouder, vraag.ouder_code))
    for vraag, blok, buiten in recode_kenmerken(antwoorden, lijst):
        antwoorden[vraag.vraag_id] = (vraag, blok)
        logboek.note("buiten_bereik", kolom="; ".join(vraag.kolommen), aantal=buiten)
    return [vraag for vraag, _ in antwoorden.values()], [blok for _, blok in antwoorden.values()]


def check_kenmerken(vragen: Sequence[Vraag], levering: Levering) -> list[Probleem]:
    """Return a problem for each trait of traject.toml that this activity does not have."""
    bekend = {fold(vraag.vraag_id): vraag.vraag_id for vraag in vragen}
    bekend |= {fold(kolom): kolom for vraag in vragen for kolom in vraag.kolommen}
    return [
        Probleem(
            f"het kenmerk '{naam}' van levering '{levering.naam}' is geen vraag en geen groep",
            suggest(naam, bekend.values()),
            "traject.toml",
            kolom="kenmerken",
        )
        for naam in levering.kenmerken
        if fold(naam) not in bekend
    ]


def find_period(tabel: Tabel, kolommen: Sequence[str]) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Return the first and last day on which records were made, from the first column that holds dates."""
    eigen = [naam for naam in kolommen if naam in tabel.frame]
    for lees in (read_datums, read_momenten):
        for naam in eigen:
            cellen = tabel.frame[naam]
            gespeld = spell_serials(cellen)
            if gespeld is not cellen and not _DATE_HEADER.search(naam):
                continue  # 46082 under any other header is a number
            datums = lees(gespeld).dropna()
            if len(datums) and len(datums) >= _DATE_SHARE * len(cellen):
                return datums.min().normalize(), datums.max().normalize()
    return None


def _note_unused(tabel: Tabel, plan: Plan, logboek: Logboek) -> None:
    for naam in plan.ongebruikt:
        gevuld = int(is_filled(tabel.frame[naam]).sum())
        logboek.note("kolom_weggelaten", kolom=naam, aantal=max(gevuld, 1))
