"""The list of participants of a delivery in parts: who they are, their traits, in what capacity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.instruments.bijdragen import join_bijdragen
from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.rollen import read_rollen
from burgerdata.instruments.screener import fill_screener
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Tabel


def add_leden(tabellen: Tabellen, hulp: Sequence[Tabel], levering: Levering, lijst: Vragenlijst) -> Tabellen:
    """Return the tables of an activity with everyone on its list of participants, and their traits as questions.

    Without a list the tables come back as they are.
    """
    lijsten = [tabel for tabel in hulp if not is_label_list(tabel)]
    if not lijsten or not levering.deelnemerslijst:
        return tabellen
    leden = lijsten[0]
    personen = pd.DataFrame({"deelnemer_id": leden.frame[PERSOON], "rol": read_rollen(leden, levering)})
    personen = personen[personen["deelnemer_id"].ne("")]
    samen = join_bijdragen([{"deelnemers": personen}, tabellen], tabellen["activiteiten"])
    deelnemers = samen["deelnemers"]
    activiteit_id = str(tabellen["activiteiten"]["activiteit_id"].iloc[0])
    # a trait may be asked in a questionnaire of the members: their waves tell when nothing has it
    eigen = replace(levering, kenmerken=()) if levering.metingen else levering
    kenmerken = fill_screener(deelnemers[["deelnemer_id", "rol"]], lijsten, eigen, lijst, activiteit_id)
    return join_bijdragen([{**samen}, _loose(kenmerken)], tabellen["activiteiten"])


def _loose(tabellen: Tabellen) -> Tabellen:
    return {
        naam: tabel
        for naam, tabel in tabellen.items()
        if naam in ("vragen", "opties", "antwoorden", "logboek")
    }
