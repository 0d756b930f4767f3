"""The projectkaart: a traject on two pages for colleagues who will do something like it."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis import Antwoord
from burgerdata.analysis.indicatoren.score import NIET_GEMETEN
from burgerdata.analysis.inkorten import shorten
from burgerdata.getallen import format_datum, format_getal
from burgerdata.report.blocks import Alinea, Blok, Document, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_eigen_keuze
from burgerdata.report.chapters.certainty import state_certainty
from burgerdata.report.chapters.onbekend import BEWIJS
from burgerdata.report.chapters.samenvatting import pick_sterkste
from burgerdata.report.chapters.scorekaart import print_scorekaart
from burgerdata.report.chapters.summary_sentences import (
    state_change,
    state_followup,
    state_missing,
    state_participants,
)
from burgerdata.report.chapters.verschil import tell_uitleg
from burgerdata.report.chapters.vervolg import print_punten
from burgerdata.report.chapters.voluit import tell_voluit
from burgerdata.report.chapters.wie import list_activiteiten
from burgerdata.report.collect import Opbrengst

NIET_OPGEGEVEN = "Niet opgegeven."
_MEEST = 4
_RIJEN = 2
"""Sources of one indicator, those under the norm first; the report has the rest. The parts of a whole stay together."""
_MEER = "Van een indicator staan hier hoogstens twee bronnen; bijlage C van het rapport heeft ze alle."
_PUNTEN = 5
"""Inputs that the card shows; a page holds no more beside the scorecard."""
_PUNT = {"samenvatting": "wat burgers vroegen", "status": "status", "motivering": "waarom"}
_CEL = 90
"""The longest cell of these inputs, two lines of print: the card has two pages."""
_ONBEKEND, _RUIM = 2, 8
"""Questions that were not measured on the card, without inputs beside them more; chapter 8 of the report has them all."""
_KAART = ("R1", "R5", "P3", "P7", "I3", "I5", "E1", "E2")
"""Indicators of the projectkaart: one or two of each dimension; I1 is the sentence under 'Wat is ermee gedaan'."""

_WAT = {
    "R5": "R5: groepen die minder dan half zo vaak meededen als verwacht.",
    "I5": "I5: thema's die nog niet bekend waren.",
}
"""What the value of an indicator is where its name does not say it to who never saw a scorecard."""
_GEEN_NORM = "geen norm"
_ZONDER_NORM = "Vooraf zijn geen normen gesteld; daarom staat er geen oordeel bij."


def compose_projectkaart(opbrengst: Opbrengst, *, stand: str) -> Document:
    """Return the two pages: aim, instruments, people, cost, what it yielded, and what was done with it."""
    instellingen = opbrengst.traject.instellingen
    onderwerp = instellingen.onderwerp_in_zin or "dit onderwerp"
    vast = {
        "Waarom": instellingen.doel,
        "Wat kon nog veranderen": instellingen.ruimte,
        "Wat kostte het": _tell_kosten(opbrengst),
    }
    blokken: list[Blok] = [Alinea(tekst or NIET_OPGEGEVEN, kop=f"{kop}:") for kop, tekst in vast.items()]
    activiteiten = list_activiteiten(opbrengst)[["wat", "periode", "werving", "mensen"]]
    blokken += [
        Kop("Hoe, en met wie", anker="hoe"),
        Alinea(state_participants(opbrengst)),
        Tabelblok("Activiteiten", activiteiten),
        Alinea(state_missing(opbrengst), kop="Wie ontbraken?"),
        Kop("Wat leverde het op", anker="opbrengst"),
        *_tell_findings(opbrengst),
        *([Alinea(verandering, kop="Wat veranderde?")] if (verandering := state_change(opbrengst)) else []),
        *([Alinea(zeker, kop="Hoe zeker is dit?")] if (zeker := state_certainty(opbrengst)) else []),
        Kop("Wat is ermee gedaan", anker="gedaan"),
        Alinea(state_followup(opbrengst)),
        *_show_punten(opbrengst),
        Kop("In cijfers", anker="cijfers"),
        _print_score(opbrengst),
        *_tell_onbekend(opbrengst),
        Alinea(BEWIJS, "noot"),
    ]
    return Document(
        titel=f"Projectkaart: {onderwerp}",
        ondertitel="Wie ging u voor? Voor collega's die een traject voorbereiden",
        stand=stand,
        datum=format_datum(opbrengst.datum),
        blokken=tuple(blokken),
        let_op="Alles op deze kaart is verzonnen." if instellingen.synthetisch else "",
        omslag=False,
    )


def _tell_kosten(opbrengst: Opbrengst) -> str:
    middelen = opbrengst.traject.instellingen.middelen
    delen = [f"{format_getal(waarde)} {naam}" for naam, waarde in middelen.items()]
    return f"{', '.join(delen)}." if delen else ""


def _show_punten(opbrengst: Opbrengst) -> list[Blok]:
    """Return a few inputs of each status with the reason, for a colleague learns from a case what a count does not tell."""
    if "doorwerking" not in opbrengst.tabellen:
        return []
    alle = print_punten(opbrengst).tabel
    kolommen = [kolom for kolom in _PUNT if kolom in alle]
    beurt = alle.groupby("status", sort=False, observed=True, dropna=False).cumcount()
    gekozen = sorted(sorted(range(len(alle)), key=lambda nr: (beurt.iloc[nr], nr))[:_PUNTEN])
    noot = (f"{_PUNTEN} van de {len(alle)} punten; hoofdstuk 7 en bijlage E van het rapport hebben ze alle.",)
    tabel = alle.iloc[gekozen][kolommen].map(lambda cel: shorten(str(cel), _CEL))
    tabel = tabel.rename(columns=_PUNT).reset_index(drop=True)
    return [Tabelblok("Enkele punten", tabel, noot if len(alle) > _PUNTEN else ())]


def _tell_onbekend(opbrengst: Opbrengst) -> list[Blok]:
    """Return what was not measured in the phases of this traject, and what would: the first thing to do better."""
    niet = [
        antwoord
        for antwoord in opbrengst.antwoorden.values()
        if antwoord.status == "niet_gemeten" and opbrengst.answered(antwoord.fase)
    ]
    if not niet:
        return []
    meest = _ONBEKEND if "doorwerking" in opbrengst.tabellen else _RUIM
    zinnen = tuple(f"{antwoord.vraag} {antwoord.ontbreekt}" for antwoord in niet[:meest])
    return [Kop("Wat u hier niet vindt", anker="onbekend"), Opsomming(zinnen)]


def _tell_findings(opbrengst: Opbrengst) -> list[Blok]:
    zinnen = tuple(
        " ".join(
            [
                f"{antwoord.bevinding.rstrip('.')}.",
                *tell_voluit(opbrengst, antwoord),
                *tell_uitleg(antwoord)[:1],
            ]
        )
        for antwoord in _pick_bevindingen(opbrengst)
    )
    return [Opsomming(zinnen)] if zinnen else [Alinea("Nog geen bevindingen.")]


def _pick_bevindingen(opbrengst: Opbrengst) -> list[Antwoord]:
    """Return the findings that the analyst put first, else the strongest: a card has no room for one of each phase."""
    bevindingen = choose_bevindingen(opbrengst)
    return list(bevindingen[:_MEEST]) if list_eigen_keuze(opbrengst) else pick_sterkste(bevindingen, _MEEST)


def _print_score(opbrengst: Opbrengst) -> Tabelblok:
    """Return the card's indicators, those explained that a stranger does not know; judgements only where there is a norm."""
    eigen = _pick_score(opbrengst)
    ids = eigen["indicator"].str.split(" ").str[0]
    noten = [" ".join([_MEER, *(zin for naam, zin in _WAT.items() if naam in set(ids))])]
    if eigen["oordeel"].eq(_GEEN_NORM).all():
        eigen, noten = eigen.drop(columns="oordeel"), [f"{noten[0]} {_ZONDER_NORM}"]
    return Tabelblok("Uit de scorekaart", eigen, tuple(noten))


def _pick_score(opbrengst: Opbrengst) -> pd.DataFrame:
    kaart = opbrengst.scorekaart
    eigen = kaart[kaart["id"].isin(_KAART)]
    # what was not measured, and a source that missed nobody, fill the card and tell a colleague nothing
    eigen = eigen[eigen["oordeel"].ne(NIET_GEMETEN) & ~(eigen["id"].eq("R5") & eigen["waarde"].eq(0))]
    goed = eigen["oordeel"].ne("onvoldoende")
    bronnen = eigen.assign(goed=goed).sort_values("goed", kind="stable")[["id", "activiteit_id"]]
    bronnen = bronnen.drop_duplicates()
    bronnen = bronnen[bronnen.groupby("id", observed=True, dropna=False).cumcount().lt(_RIJEN)]
    eigen = eigen[
        pd.MultiIndex.from_frame(eigen[["id", "activiteit_id"]]).isin(pd.MultiIndex.from_frame(bronnen))
    ]
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    kaart = print_scorekaart(eigen, namen)
    gemist = eigen["id"].eq("R5") & ~kaart["toelichting"].isin(["", "geen"])
    waarde = (kaart["waarde"] + ": " + kaart["toelichting"]).where(gemist, kaart["waarde"])
    waarde = (waarde + " thema's").where(eigen["id"].eq("I5"), waarde)
    return kaart.assign(waarde=waarde)[["indicator", "waarover", "waarde", "n", "oordeel"]]
