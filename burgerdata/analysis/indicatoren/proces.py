"""P1–P8: how participants judge the process; statements as the share of the two most favourable answers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.indicatoren.meting import Meting
from burgerdata.analysis.interval import lay_interval
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.spreektijd import measure_spreektijd
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_datum, format_getal, format_procent, format_verschil, join_woorden
from burgerdata.schema.vergelijking import is_los
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject


def find_gebruik(traject: Traject, gebruik: str) -> list[Gevraagd]:
    """Return every question with this use that burgers answered, in every activity that asked it."""
    vragen = traject.vragen
    gesteld = [read_gevraagd(traject, vraag) for _, vraag in vragen[vragen["gebruik"].eq(gebruik)].iterrows()]
    return [g for g in gesteld if len(g.personen) and (g.statussen == "gegeven").any()]


def measure_top2(traject: Traject, gebruik: str) -> list[Meting]:
    """Return the share of the two most favourable answers per activity, with its 95% interval in words; talks in people."""
    uit = []
    for gevraagd in find_gebruik(traject, gebruik):
        if gevraagd.soort not in ("stelling", "schaal"):
            continue
        gunstig = _favourable(gevraagd)
        keuze = gevraagd.labels.isin(gunstig).astype("float64").where(gevraagd.labels.notna())
        rij = gevraagd.design({"x": keuze}).mean("x").iloc[0]
        grens, aantal = " of ".join(gunstig), None
        if is_kwalitatief(str(gevraagd.activiteit["instrument"]), int(rij["n"])):
            aantal = int(keuze[gevraagd.binnen].sum())
        else:
            onder, boven = lay_interval(rij["ci_low"], rij["ci_high"], (0.0, 1.0))
            grens += (
                ""
                if np.isnan(onder)
                else f"; tussen {format_procent(float(onder))} en {format_procent(float(boven))}"
            )
        aandeel = float(rij["estimate"])
        uit.append(Meting(aandeel, int(rij["n"]), gevraagd.activiteit_id, toelichting=grens, aantal=aantal))
    return uit


def _favourable(gevraagd: Gevraagd) -> list[str]:
    opties = gevraagd.opties
    waarde = opties["waarde"] if opties["waarde"].notna().all() else opties["volgorde"].astype("float64")
    volgorde = opties.assign(w=waarde).sort_values(
        "w", ascending=bool(gevraagd.vraag["omkeren"]), kind="stable"
    )
    return [str(label) for label in volgorde["label"].head(2)]


def measure_cijfer(traject: Traject) -> list[Meting]:
    """Return the mean grade per activity (P7), with the shares of 8 and up and of 5 and down.

    A share of fewer persons than the threshold is left out: with the base it would give their number.
    """
    uit = []
    for gevraagd in find_gebruik(traject, "P7"):
        try:
            cijfers = gevraagd.getallen
        except MethodeError:
            continue
        delen = {
            "x": cijfers,
            "hoog": cijfers.ge(8).astype("float64").where(cijfers.notna()),
            "laag": cijfers.le(5).astype("float64").where(cijfers.notna()),
        }
        design = gevraagd.design(delen)
        rij = design.mean("x").iloc[0]
        kleinste = traject.instellingen.drempels.drempel
        woorden = join_woorden(
            [
                f"{format_procent(float(design.mean(naam)['estimate'].iloc[0]))} geeft {wat}"
                for naam, wat in (("hoog", "een 8 of hoger"), ("laag", "een 5 of lager"))
                if not 0 < delen[naam][gevraagd.binnen].sum() < kleinste
            ]
        )
        n = int(rij["n"])
        gesprek = is_kwalitatief(str(gevraagd.activiteit["instrument"]), n)
        woorden = "" if gesprek and n < traject.instellingen.drempels.verborgen else woorden
        uit.append(
            Meting(float(rij["estimate"]), n, gevraagd.activiteit_id, toelichting=woorden, gesprek=gesprek)
        )
    return uit


def measure_vroeg(traject: Traject) -> list[Meting]:
    """Return the days between the end of the fieldwork and the decision, per activity."""
    besluit = traject.instellingen.besluit
    if besluit is None:
        return []
    activiteiten = traject.activiteiten[traject.activiteiten["einddatum"].notna()]
    uit = []
    for _, rij in activiteiten.iterrows():
        dagen = (pd.Timestamp(besluit) - rij["einddatum"]).days
        laat = "; het besluit viel voor het einde van het veldwerk" if dagen < 0 else ""
        woorden = f"besluit op {format_datum(besluit)}{laat}"
        uit.append(Meting(float(dagen), None, str(rij["activiteit_id"]), toelichting=woorden))
    return uit


def measure_voor_na(traject: Traject, gebruik: str) -> list[Meting]:
    """Return the change of the same people from the first wave to the last, for questions with this use."""
    vragen = traject.vragen
    uit = []
    for vraag_id in vragen[vragen["gebruik"].eq(gebruik)]["vraag_id"].drop_duplicates():
        try:
            tabel = compare_metingen(traject, str(vraag_id))
        except MethodeError:
            continue
        paren = tabel[~is_los(tabel) & tabel["maat"].eq("gemiddelde")]
        if paren.empty:
            continue
        rij = paren[paren["van"].eq(paren["van"].iloc[0])].iloc[-1]
        woorden = f"van {format_getal(float(rij['waarde_van']), 1)} naar {format_getal(float(rij['waarde_naar']), 1)}"
        if pd.notna(rij["onder"]):
            woorden += (
                f"; het verschil ligt waarschijnlijk tussen {format_verschil(float(rij['onder']))} en "
                f"{format_verschil(float(rij['boven']))}"
            )
        over, n = read_toelichting(tabel), int(rij["n_beide"])
        waarde = float(rij["verschil"])
        # an exit form of talks: a mean of it is printed from the threshold of a cell on, and so is its change
        uit.append(Meting(waarde, n, "", over.onderwerp, woorden, gesprek=over.kwalitatief))
    return uit


def measure_verdeling(traject: Traject) -> list[Meting]:
    """Return the Gini coefficient of the words per speaker for each group; with fewer than three speakers only that."""
    try:
        groepen = measure_spreektijd(traject)
    except MethodeError:
        return []
    uit = []
    for _, rij in groepen[groepen["sprekers"].gt(0)].iterrows():
        te_weinig = "" if pd.notna(rij["gini"]) else "minder dan drie sprekers"
        woorden = (
            te_weinig
            or f"{format_procent(float(rij['aandeel_gespreksleider']))} van de woorden is van de gespreksleider"
        )
        n = None if te_weinig else int(rij["sprekers"])
        uit.append(Meting(float(rij["gini"]), n, str(rij["activiteit_id"]), str(rij["groep"]), woorden))
    return uit
