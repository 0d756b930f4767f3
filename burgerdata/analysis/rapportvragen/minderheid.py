"""What a minority says in talks."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError
from burgerdata.text.folding import fold
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_MINDERHEID = 0.25
_KEUZE = ("een_antwoord", "meer_antwoorden")


def list_minderheid(traject: Traject) -> pd.DataFrame:
    """Return the themes that a quarter of the people or less names, in talks: thema, n, basis, groepen, groepen_totaal, tekst.

    Left out is what a larger part of the people names in any other source, and what more of the same people chose from a
    list: the note beside it holds only what they added.
    """
    tabel = compare_bronnen(traject)
    # one of three tables is no larger part of the people
    tabel = tabel[~tabel["tekst"].str.endswith((" tafels", " berichten", " meldingen"))]
    aandeel = tabel["n"].astype("float64") / tabel["basis"].astype("float64")
    breed = tabel.loc[aandeel.gt(_MINDERHEID), "thema"]
    tabel = tabel[
        ~tabel["thema"].isin(breed)
        & tabel["kwalitatief"].fillna(False).astype("bool")
        & tabel["n"].gt(0).fillna(False)
        & aandeel.le(_MINDERHEID)
    ]
    gekozen = [
        share_gekozen(traject, str(rij["activiteit_id"]), str(rij["thema"])) for _, rij in tabel.iterrows()
    ]
    tabel = tabel[[deel <= _MINDERHEID for deel in gekozen]]
    kolommen = ["activiteit_id", "thema", "n", "basis", "groepen", "groepen_totaal", "tekst"]
    if tabel.empty:
        raise MethodeError(
            "geen thema uit gesprekken is in elke bron door een kwart of minder van de mensen genoemd"
        )
    tabel = tabel.sort_values("n", ascending=False, kind="stable")[kolommen].reset_index(drop=True)
    noot = "Een punt van weinig mensen is niet minder waard: het laat zien wat anders over het hoofd wordt gezien."
    toelichting = describe_overzicht(traject, tabel, "punten van een minderheid", noot)
    return annotate(pd.DataFrame(tabel), replace(toelichting, kwalitatief=True))


def share_gekozen(traject: Traject, activiteit_id: str, thema: str) -> float:
    """Return the largest share of the people in an activity who chose an answer with the name of this theme; else nought.

    A name is in an answer when all its words are: "kosten" in "Kosten voor mij zelf".
    """
    opties, vragen = traject.opties, traject.vragen
    inhoud = vragen[
        vragen["activiteit_id"].eq(activiteit_id) & vragen["rol"].eq("inhoud") & vragen["soort"].isin(_KEUZE)
    ]
    eigen = opties[opties["activiteit_id"].eq(activiteit_id) & opties["vraag_id"].isin(inhoud["vraag_id"])]
    naam = _list_words(thema)
    past = eigen[[bool(naam) and naam <= _list_words(str(label)) for label in eigen["label"]]]
    if past.empty:
        return 0.0
    burgers = read_burgers(traject, activiteit_id)["deelnemer_id"].astype("str")
    antwoorden = traject.antwoorden[traject.antwoorden["activiteit_id"].eq(activiteit_id)].astype(
        {"vraag_id": "str", "code": "str"}
    )
    antwoorden = antwoorden[antwoorden["deelnemer_id"].astype("str").isin(burgers)]
    return max(
        _share_optie(antwoorden[antwoorden["vraag_id"].eq(vraag)], code)
        for vraag, code in zip(past["vraag_id"].astype("str"), past["code"].astype("str"), strict=True)
    )


def _share_optie(antwoorden: pd.DataFrame, code: str) -> float:
    """Return the share that chose an option of those who gave an answer or chose nothing."""
    basis = antwoorden.loc[antwoorden["status"].isin(["gegeven", "geen_gekozen"]), "deelnemer_id"].nunique()
    gekozen = antwoorden.loc[antwoorden["code"].eq(code), "deelnemer_id"].nunique()
    return gekozen / basis if basis else 0.0


def _list_words(tekst: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", fold(tekst)))
