"""Chapter 2: who took part, how, and who was missed (K3–K5, K17)."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.figures import plot_populatie, plot_respons
from burgerdata.findings import state_bevinding
from burgerdata.getallen import ONBEKEND, format_getal, format_periode, join_woorden
from burgerdata.report.blocks import Alinea, Blok, Kop, Tabelblok
from burgerdata.report.chapters.answers import print_tabelblok
from burgerdata.report.chapters.doelgroep import state_ongemeten
from burgerdata.report.chapters.projectleider import PROJECTLEIDER
from burgerdata.report.chapters.summary_sentences import state_minder, state_missing
from burgerdata.report.collect import Opbrengst
from burgerdata.report.drawing import draw_tabel
from burgerdata.report.own_words import add_tekst
from burgerdata.report.pick_respons import pick_respons
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL, WERVING_LABEL

VRAGEN = ("bo1",)
_RAAD = "Zet in marges.xlsx hoe de bevolking is verdeeld over een kenmerk van de deelnemers, zoals leeftijd"
_GELIJK = "Geef het kenmerk in vragen.xlsx (blad vragen of groepen) de naam die het in marges.xlsx heeft"
"""What fills the place where nobody can be said to be missing."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter: one table of all activities, then reach against the population."""
    blokken: list[Blok] = [Kop("2 Wie spraken we, en wie ontbraken", anker="wie"), *add_tekst(teksten, "wie")]
    blokken.append(Tabelblok("Alle activiteiten", list_activiteiten(opbrengst)))
    uitleg = " ".join(
        ["Aantallen zijn mensen, geen berichten. Gespreksleiders tellen niet mee.", *_explain(opbrengst)]
    )
    blokken.append(Alinea(uitleg, "noot"))
    if "respons" in opbrengst.tabellen:
        blokken += _show_respons(opbrengst)
    ontbrak = " ".join(
        filter(
            None,
            (
                state_missing(opbrengst),
                state_minder(opbrengst),
                _tell_raad(opbrengst),
                state_ongemeten(opbrengst.traject),
            ),
        )
    )
    blokken.append(Alinea(ontbrak, kop="Wie ontbraken?"))
    # beside figures of the population the draw stands in annex E
    alleen = "loting" in opbrengst.tabellen and "samenstelling" not in opbrengst.tabellen
    geloot = [print_tabelblok(opbrengst, "loting")] if alleen else []
    return [*blokken, *geloot, *_compare(opbrengst)]


def _show_respons(opbrengst: Opbrengst) -> Sequence[Blok]:
    """Return the response as a figure; a sentence where no activity has a second step, for there is no funnel then."""
    respons = pick_respons(opbrengst.tabellen["respons"])
    if not respons["activiteit_id"].duplicated().any():
        return [Alinea(f"{state_bevinding(respons)}.", kop="Respons.")]
    return draw_tabel(plot_respons, respons, "respons", stijl=opbrengst.stijl)


def _tell_raad(opbrengst: Opbrengst) -> str:
    """Return what would lay participants beside the population: of all where none is, else of the surveys that are not."""
    traject, tabel = opbrengst.traject, opbrengst.tabellen.get("samenstelling")
    gemeten = traject.activiteiten[traject.activiteiten["instrument"].isin(("enquete", "klantpanel"))]
    if traject.marges.empty:
        return "" if gemeten.empty and "loting" in opbrengst.tabellen else f"{_RAAD}."
    wel = set() if tabel is None else set(tabel["activiteit_id"].astype("str"))
    niet = [naam for naam in gemeten["activiteit_id"].astype("str") if naam not in wel]
    if not niet or tabel is None:
        return f"{_GELIJK}." if tabel is None and "zo heet als" in state_onvergelijkbaar(traject) else ""
    namen = name_activiteiten(traject.activiteiten)
    waar = join_woorden([add_lidwoord(namen[naam]) for naam in niet])
    reden = state_onvergelijkbaar(traject.only(activiteit_id=niet), traject)
    reden = reden.replace("geen activiteit heeft een kenmerk", "daar is geen kenmerk gevraagd")
    reden = reden.replace(f"alleen bij {waar}", "alleen daarbij")
    return f"Niet vergeleken: {waar}; {reden}." if reden else ""


def _compare(opbrengst: Opbrengst) -> Sequence[Blok]:
    """Return participants beside the population: the figure, whose table is in annex E, or the table without figure."""
    tabel = opbrengst.tabellen.get("samenstelling")
    figuur = draw_tabel(plot_populatie, tabel, "samenstelling", stijl=opbrengst.stijl)
    return figuur if figuur or tabel is None else (print_tabelblok(opbrengst, "samenstelling"),)


def _explain(opbrengst: Opbrengst) -> Iterator[str]:
    """Return why a number differs from another in the report: people who did not finish, or who were only counted."""
    deelnemers = opbrengst.traject.deelnemers
    burgers = deelnemers[deelnemers["rol"].eq("burger")]
    mensen = burgers.groupby("activiteit_id", observed=True, dropna=False)["personen"].sum()
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    for rij in opbrengst.traject.activiteiten.to_dict("records"):
        naam = add_lidwoord(namen[str(rij["activiteit_id"])])
        aantal = int(mensen.get(rij["activiteit_id"], 0))
        afgerond = 0 if pd.isna(rij["afgerond"]) else int(rij["afgerond"])
        gesprekken = int(burgers["activiteit_id"].eq(rij["activiteit_id"]).sum())
        if rij["instrument"] == "straatgesprek" and 0 < gesprekken < aantal:
            yield f"Bij {naam} voerden {format_getal(aantal)} mensen {format_getal(gesprekken)} gesprekken; één gesprek telt als één."
        if not aantal and _count(rij, 0) != ONBEKEND:
            yield f"Bij {naam} zijn mensen geteld en niet één voor één vastgelegd."
        elif 0 < afgerond < aantal and rij["instrument"] in ("enquete", "klantpanel"):
            yield (
                f"Van de {format_getal(aantal)} bij {naam} rondden {format_getal(afgerond)} de vragen af; de anderen "
                "tellen mee bij wat zij beantwoordden."
            )


def list_activiteiten(opbrengst: Opbrengst) -> pd.DataFrame:
    """Return a printed row per activity: what, in which phase, when, how recruited, how many people.

    The form of a project leader is no activity: it stands beside what participants find of the participation.
    """
    traject = opbrengst.traject
    activiteiten = traject.activiteiten[~traject.activiteiten["meting"].eq(PROJECTLEIDER).fillna(False)]
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    mensen = burgers.groupby("activiteit_id", observed=True, dropna=False)["personen"].sum()
    namen = name_activiteiten(traject.activiteiten)
    rijen = [
        {
            "wat": namen[str(rij["activiteit_id"])],
            "fase": FASE_LABEL.get(rij["fase"], "niet opgegeven"),
            "periode": "–"
            if pd.isna(rij["begindatum"])
            else format_periode(rij["begindatum"], rij["einddatum"]),
            "werving": WERVING_LABEL.get(rij["werving"], "niet opgegeven"),
            "uitvoerder": rij["uitvoerder"] or "–",
            "mensen": _count(rij, int(mensen.get(rij["activiteit_id"], 0))),
        }
        for rij in activiteiten.to_dict("records")
    ]
    return pd.DataFrame(rijen, dtype="str")


def _count(rij: Mapping[Hashable, Any], mensen: int) -> str:
    """Return how many people took part: those known one by one, else as many as the delivery says came or finished."""
    geteld = [rij[stap] for stap in ("gestart", "afgerond") if not pd.isna(rij[stap])]
    return format_getal(mensen or next(iter(geteld), None))
