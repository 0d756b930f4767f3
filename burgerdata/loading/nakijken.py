"""What `controleer` asks the analyst to look at: no fault in itself, yet it will not do what was meant."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.errors import Probleem, bundle_rows
from burgerdata.getallen import format_getal
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.sus import SUS_NOEMEN
from burgerdata.loading.aantalcontrole import review_aantallen
from burgerdata.loading.analyst_tables import read_marges
from burgerdata.loading.deelnemerscontrole import review_deelnemers
from burgerdata.loading.dubbelcontrole import review_dubbel, review_inzendingen
from burgerdata.loading.eigentekstcontrole import review_eigen_teksten
from burgerdata.loading.fill_in import find_invulbestand, read_invultabel
from burgerdata.loading.gewichtcontrole import review_gewichten, review_lijsten
from burgerdata.loading.golfcontrole import review_golfvragen, review_golven, review_helften
from burgerdata.loading.leescontrole import review_lezen
from burgerdata.loading.naamgenotencontrole import review_naamgenoten
from burgerdata.loading.nulcontrole import review_nullen
from burgerdata.loading.ongelezen_bladen import review_bladen
from burgerdata.loading.ontbrekende_vragen import review_ontbrekende_vragen
from burgerdata.loading.straatcontrole import review_straatkolommen
from burgerdata.loading.testcontrole import review_testberichten
from burgerdata.loading.vraagtekstcontrole import review_opties, review_vraagteksten
from burgerdata.loading.wegen import review_ongewogen
from burgerdata.loading.zaakcontrole import review_zaaknummers
from burgerdata.loading.zonder_indeling import review_kenmerken
from burgerdata.shapes import RIJ
from burgerdata.text.thema import KOLOMMEN
from burgerdata.traject import Traject

_GENOEG = 20
"""Answers from which the highest one tells how far a scale goes."""


def find_nakijken(traject: Traject, map_: Path) -> tuple[Probleem, ...]:
    """Return what is worth a look: margins that fit nothing, columns that are not read, answers outside their scale."""
    gevonden = [*_review_marges(traject, map_), *_review_vergelijking(traject), *_review_themalijst(map_)]
    return (
        *bundle_rows(gevonden),
        *find_in_gelezen(traject),
        *review_aantallen(traject),
        *review_ontbrekende_vragen(traject, map_),
        *review_straatkolommen(traject, map_),
        *review_ongewogen(traject),
        *review_vraagteksten(traject),
    )


def find_in_gelezen(traject: Traject) -> tuple[Probleem, ...]:
    """Return what is worth a look in what could be read, also where another file could not: nothing that misses seems wrong."""
    return (
        *_review_bereik(traject.logboek),
        *review_bladen(traject),
        *review_lezen(traject),
        *_review_versies(traject.logboek),
        *review_dubbel(traject),
        *review_inzendingen(traject),
        *_review_sus(traject.logboek),
        *review_golven(traject),
        *review_golfvragen(traject),
        *review_helften(traject),
        *review_testberichten(traject),
        *review_gewichten(traject),
        *review_lijsten(traject),
        *review_deelnemers(traject),
        *review_naamgenoten(traject),
        *review_zaaknummers(traject),
        *_review_schalen(traject),
        *review_nullen(traject),
        *review_kenmerken(traject),
        *review_opties(traject),
        *review_eigen_teksten(traject),
    )


def _review_bereik(logboek: pd.DataFrame) -> list[Probleem]:
    """Return per column how many answers lie outside its scale or groups; what they say is never told."""
    buiten = logboek[logboek["reden"].eq("buiten_bereik")].astype({"bestand": "str", "blad": "str"})
    per_kolom = buiten.groupby(["bestand", "blad", "kolom"], observed=True, dropna=False, sort=False)
    gevonden = []
    for sleutel, aantal in per_kolom["aantal"].sum().items():
        bestand, blad, kolom = (str(deel) for deel in sleutel)  # type: ignore[attr-defined]
        valt, telt = ("antwoord valt", "telt") if aantal == 1 else ("antwoorden vallen", "tellen")
        gevonden.append(
            Probleem(
                f"{format_getal(aantal)} {valt} buiten de schaal of de groepen en {telt} niet mee",
                "de rijen staan hieronder en in het logboek; verbeter ze in de bron als het tikfouten zijn",
                bestand=bestand,
                blad=blad,
                kolom=kolom,
            )
        )
    return gevonden


def _review_sus(logboek: pd.DataFrame) -> list[Probleem]:
    """Return each table of a SUS of which the ten statements are not known: it has no score until the analyst says them."""
    gevonden = logboek[logboek["reden"].eq("sus_niet_herkend")]
    return [
        Probleem(
            "de tien stellingen van de SUS zijn niet te herkennen; er is geen score, alleen losse vragen",
            SUS_NOEMEN,
            bestand=str(bestand),
            blad=str(blad),
        )
        for bestand, blad in zip(gevonden["bestand"], gevonden["blad"], strict=True)
    ]


def _review_versies(logboek: pd.DataFrame) -> list[Probleem]:
    """Return each wave whose people answered as in another wave: mostly one file under two names."""
    gelijk = logboek[logboek["reden"].eq("zelfde_antwoorden")]
    return [
        Probleem(
            f"dezelfde antwoorden van dezelfde mensen als in {ander}: {format_getal(aantal)} rijen",
            "kijk na of dit de goede meting is en geen andere versie van dat bestand",
            bestand=str(bestand),
        )
        for bestand, ander, aantal in zip(gelijk["bestand"], gelijk["kolom"], gelijk["aantal"], strict=True)
    ]


def _review_schalen(traject: Traject) -> list[Probleem]:
    """Return each scale of a panel of which a wave uses the lower half alone: 1 to 5 there, 1 to 10 in another."""
    golven = traject.activiteiten[traject.activiteiten["panel"].notna()][["activiteit_id", "panel"]]
    schalen = traject.vragen[traject.vragen["soort"].eq("schaal")][["activiteit_id", "vraag_id", "kolom"]]
    antwoorden = traject.antwoorden[traject.antwoorden["status"].eq("gegeven")]
    samen = antwoorden.astype({"activiteit_id": "str", "vraag_id": "str"})
    for ander, sleutel in ((schalen, ["activiteit_id", "vraag_id"]), (golven, ["activiteit_id"])):
        samen = samen.merge(ander.astype("str"), on=sleutel)
    groepen = ["panel", "vraag_id", "activiteit_id", "kolom"]
    per_golf = samen.groupby(groepen, observed=True, dropna=False, sort=False)["getal"].agg(["max", "count"])
    golf = per_golf[per_golf["count"].ge(_GENOEG)].reset_index()
    hoogste = golf.groupby(["panel", "vraag_id"], observed=True, dropna=False, sort=False)["max"].transform(
        "max"
    )
    kort = golf[golf["max"].mul(2).le(hoogste)]
    return [_tell_schaal(traject, str(rij["activiteit_id"]), str(rij["kolom"])) for _, rij in kort.iterrows()]


def _tell_schaal(traject: Traject, activiteit_id: str, kolom: str) -> Probleem:
    bronnen = traject.bronnen
    eigen = bronnen[bronnen["activiteit_id"].eq(activiteit_id) & bronnen["rol"].eq("antwoorden")]
    return Probleem(
        "deze meting gebruikt alleen de onderste helft van de schaal van een andere meting",
        "kijk na of dezelfde schaal is gebruikt; zo niet, geef de vraag een eigen vraag_id",
        bestand=next(iter(eigen["bestand"].astype("str")), ""),
        kolom=kolom,
    )


def _review_marges(traject: Traject, map_: Path) -> list[Probleem]:
    """Return each row of the margins whose trait or category nobody in this traject was asked."""
    marges = read_marges(map_)
    if marges.tabel is None:
        return []
    vragen = traject.vragen
    kenmerken = list(dict.fromkeys(vragen.loc[vragen["rol"].eq("kenmerk"), "vraag_id"].astype("str")))
    opties = traject.opties[traject.opties["status"].eq("geldig")]
    labels = {
        naam: list(dict.fromkeys(opties.loc[opties["vraag_id"].eq(naam), "label"].astype("str")))
        for naam in kenmerken
    }
    gevonden = []
    for rij in marges.frame.to_dict("records"):
        naam, categorie = str(rij["variabele"]), str(rij["categorie"])
        if naam not in labels:
            wat, keuzes, kolom = "dit is geen kenmerk in dit traject", kenmerken, "variabele"
        elif labels[naam] and categorie not in labels[naam]:
            wat, keuzes, kolom = f"deze categorie van {naam} komt niet voor", labels[naam], "categorie"
        else:
            continue
        gezocht = naam if kolom == "variabele" else categorie
        gevonden.append(marges.tabel.report(wat, suggest(gezocht, keuzes), rij=int(rij[RIJ]), kolom=kolom))
    return gevonden


def _review_vergelijking(traject: Traject) -> list[Probleem]:
    """Return why margins are filled in and yet nobody is compared with the population, where that is so."""
    reden = state_onvergelijkbaar(traject) if len(traject.marges) else ""
    return (
        [Probleem(f"wie ontbraken is niet vast te stellen: {reden}", bestand="marges.xlsx")] if reden else []
    )


def _review_themalijst(map_: Path) -> list[Probleem]:
    """Return each column of the theme list that is taken for a note, and each known theme without where it was known from."""
    pad = find_invulbestand(map_, "themalijst")
    if pad is None:
        return []
    tabel = read_invultabel(pad, blad="themalijst", kolommen=KOLOMMEN)
    gevonden = [probleem._replace(remedie="zij telt als aantekening van u") for probleem in tabel.problemen]
    zonder = tabel.frame["nieuw_inzicht"].astype("str").str.strip().str.lower().isin(("nee", "n"))
    return [
        *gevonden,
        *(
            tabel.report(
                "'nee' zegt dat dit al bekend was, en er staat geen bron bij",
                "schrijf haar erachter, zoals 'nee: probleemanalyse 2025, p. 4'",
                rij=int(rij),
                kolom="nieuw_inzicht",
            )
            for rij in tabel.frame.loc[zonder, RIJ]
        ),
    ]
