"""The survey of the synthetic example: about 1,200 panel members, as the SPSS file that a bureau delivers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd

from maak import personen, vragenlijst
from maak.loting import Loting
from maak.schrijven import write_sav
from maak.themas import NAMEN
from maak.waarheden import (
    BEVOLKING,
    CIJFER_ENQUETE,
    LEEFTIJDSGROEPEN,
    N_ENQUETE,
    N_PROEFRIJEN,
    OPLEIDING,
    ZAAD,
    band,
    opleiding_kort,
)
from maak.zinnen import Schrijver

WEET_NIET, GEEN_ANTWOORD, LEEG = 98.0, 99.0, float("nan")

# Share of people whose answer touches a theme: how it went, and what must change.
ERVARING = {
    "terugkoppeling": 0.19, "begrijpelijke taal": 0.13, "inloggen": 0.09, "lengte van het formulier": 0.14,
    "bewijs toevoegen": 0.10, "menselijk contact": 0.07, "snelheid": 0.13, "zin van aangifte": 0.12, "privacy": 0.03,
    "digitale vaardigheid": 0.05, "keuze van het delict": 0.06, "technische storing": 0.08, "gemak": 0.17,
}
MOET = {
    "terugkoppeling": 0.24, "begrijpelijke taal": 0.14, "inloggen": 0.07, "lengte van het formulier": 0.12,
    "bewijs toevoegen": 0.08, "menselijk contact": 0.08, "snelheid": 0.12, "zin van aangifte": 0.08, "privacy": 0.05,
    "digitale vaardigheid": 0.06, "keuze van het delict": 0.06, "technische storing": 0.07, "gemak": 0.04,
}


def make_enquete(zinnen: dict[str, list[str]]) -> pd.DataFrame:
    """Return the survey as the bureau's file has it: codes as numbers, one row per respondent, test rows included."""
    loting = Loting(f"{ZAAD} enquete")
    schrijver = Schrijver(Loting(f"{ZAAD} enquete tekst"), zinnen)
    rijen = [_persoon(loting, schrijver, nummer) for nummer in range(1, N_ENQUETE + 1)]
    _plant(rijen, loting)
    frame = pd.DataFrame(rijen)
    frame["weegfactor"] = _weeg(frame)
    proef = [_proefrij(frame.columns, nummer) for nummer in range(N_PROEFRIJEN)]
    frame = pd.concat([pd.DataFrame(proef), frame], ignore_index=True)
    return frame[[*vragenlijst.KOLOMMEN]]


def write_enquete(pad: Path, zinnen: dict[str, list[str]]) -> None:
    """Write the survey as an SPSS file."""
    write_sav(
        pad,
        make_enquete(zinnen),
        teksten=vragenlijst.TEKSTEN,
        labels=vragenlijst.LABELS,
        missend=vragenlijst.MISSEND,
        sets={"q_kanalen": (vragenlijst.KANALEN_TEKST, vragenlijst.KANALEN)},
        titel="Digitale aangifte, synthetisch voorbeeld",
    )


def _persoon(loting: Loting, schrijver: Schrijver, nummer: int) -> dict[str, object]:
    """Return one respondent: traits first, then the answers that follow from them."""
    groep = loting.weeg({"18-34": 0.20, "35-49": 0.23, "50-64": 0.28, "65-74": 0.19, "75+": 0.14})
    van, tot = next((v, t) for naam, v, t in LEEFTIJDSGROEPEN if naam == groep)
    afgebroken = loting.kans(0.035)
    rij: dict[str, object] = {
        "respnr": 100000.0 + nummer,
        "status": 2.0 if afgebroken else 1.0,
        "datum": dt.date(2026, 6, 1) + dt.timedelta(days=loting.geheel(0, 20)),
        "ipadres": f"192.0.2.{loting.geheel(1, 254)}",
        "geslacht": loting.weeg({1.0: 0.51, 2.0: 0.478, 3.0: 0.012}),
        "leeftijd": 999.0 if loting.kans(0.008) else float(loting.geheel(van, min(tot, 88))),
        "opl": loting.weeg({11.0: 0.05, 12.0: 0.14, 21.0: 0.40, 31.0: 0.25, 32.0: 0.15, 99.0: 0.01}),
        "regio": loting.weeg({1.0: 0.11, 2.0: 0.21, 3.0: 0.46, 4.0: 0.22}),
        "sted": loting.weeg({1.0: 0.24, 2.0: 0.29, 3.0: 0.18, 4.0: 0.17, 5.0: 0.12}),
    }
    jong, handig = groep == "18-34", _handigheid(loting, groep, float(rij["opl"]))
    gebruikt = loting.kans({"18-34": 0.66, "35-49": 0.64, "50-64": 0.58, "65-74": 0.47, "75+": 0.30}[groep])
    stemming = loting.normaal()
    rij |= _gebruik(loting, gebruikt) | _oordeel(loting, groep, stemming, gebruikt)
    rij |= _stellingen(loting, stemming - (0.5 if jong else 0), handig) | _kanalen(loting, handig)
    rij |= _stappen(loting, stemming, gebruikt) | _doenvermogen(loting, handig)
    rij |= _open(loting, schrijver, gebruikt, stemming, handig) | _proces(loting, stemming)
    if afgebroken:
        rij |= {kolom: "" if kolom.startswith("q10") or kolom.startswith("q11") else LEEG for kolom in vragenlijst.LAATSTE}
    return rij


def _handigheid(loting: Loting, groep: str, opl: float) -> float:
    """Return how easily someone manages such things, around 0."""
    leeftijd = {"18-34": 0.4, "35-49": 0.4, "50-64": 0.1, "65-74": -0.3, "75+": -0.9}[groep]
    return loting.normaal(leeftijd + (0.3 if opl in (31, 32) else -0.4 if opl in (11, 12) else 0))


def _gebruik(loting: Loting, gebruikt: bool) -> dict[str, object]:
    if gebruikt:
        return {"q1": 1.0}
    return {"q1": loting.weeg({2.0: 0.30, 3.0: 0.68, WEET_NIET: 0.02})}


def _oordeel(loting: Loting, groep: str, stemming: float, gebruikt: bool) -> dict[str, object]:
    """Return grade, satisfaction and trust; the first two only for people who filed online (routing)."""
    grond = CIJFER_ENQUETE[groep]
    cijfer = float(loting.stap(grond + 1.1 * stemming, 0.9, 1, 10))
    tevreden = float(loting.stap(3.3 + 0.55 * stemming + (grond - 6.8) * 0.4, 0.7, 1, 5))
    vertrouwen = float(loting.stap(3.2 + 0.5 * stemming - (0.35 if groep == "18-34" else 0), 0.8, 1, 5))
    return {
        "q2": (WEET_NIET if loting.kans(0.03) else cijfer) if gebruikt else LEEG,
        "q3": (WEET_NIET if loting.kans(0.02) else tevreden) if gebruikt else LEEG,
        "q5": WEET_NIET if loting.kans(0.05) else GEEN_ANTWOORD if loting.kans(0.01) else vertrouwen,
    }


def _stellingen(loting: Loting, stemming: float, handig: float) -> dict[str, object]:
    """Return the seven statements; 4_3 and 4_6 are put the other way round."""
    ligging = (3.7, 3.0, 3.4, 2.5, 2.7, 3.3, 3.6)
    richting = (0.4, 0.5, -0.5, 0.5, 0.4, -0.45, 0.3)
    uit: dict[str, object] = {}
    for nummer, (midden, kant) in enumerate(zip(ligging, richting, strict=True), start=1):
        waarde = float(loting.stap(midden + kant * (stemming + 0.3 * handig), 0.95, 1, 5))
        uit[f"q4_{nummer}"] = WEET_NIET if loting.kans(0.02 + 0.012 * nummer) else waarde
    return uit


def _kanalen(loting: Loting, handig: float) -> dict[str, object]:
    """Return the preferred channel, its own words, and the channels used (a multiple-response set)."""
    online = max(0.1, 0.42 + 0.12 * handig)
    keus = loting.weeg({1.0: online, 2.0: 0.15, 3.0: 0.18, 4.0: 0.10, 5.0: max(0.02, 0.09 + 0.05 * handig),
                        7.0: 0.03, WEET_NIET: 0.03})
    anders = loting.kies(("via de gemeente", "brief", "via de woningbouw", "whatsapp", "videobellen", "buurtapp"))
    geen = loting.kans(0.22)
    kansen = (0.46, 0.33, 0.27, 0.20, 0.08, 0.05)
    return {
        "q6": keus,
        "q6_anders": anders if keus == 7 else "",
        **{kolom: float(not geen and loting.kans(p)) for kolom, p in zip(vragenlijst.KANALEN, kansen, strict=True)},
    }


def _stappen(loting: Loting, stemming: float, gebruikt: bool) -> dict[str, object]:
    """Return importance and rating of five steps; only for people who filed online."""
    belang, oordeel = (3.6, 4.1, 3.7, 4.2, 4.6), (3.7, 3.3, 3.0, 3.8, 2.3)
    uit: dict[str, object] = {}
    for nummer in range(5):
        hecht, vindt = loting.stap(belang[nummer], 0.8, 1, 5), loting.stap(oordeel[nummer] + 0.5 * stemming, 0.8, 1, 5)
        uit[f"q7_{nummer + 1}"] = float(hecht) if gebruikt else LEEG
        uit[f"q8_{nummer + 1}"] = (WEET_NIET if loting.kans(0.03) else float(vindt)) if gebruikt else LEEG
    return uit


def _doenvermogen(loting: Loting, handig: float) -> dict[str, object]:
    ligging = (3.6, 3.4, 3.1, 3.3)
    return {
        f"q9_{nummer}": WEET_NIET if loting.kans(0.02) else float(loting.stap(midden + 0.6 * handig, 0.8, 1, 5))
        for nummer, midden in enumerate(ligging, start=1)
    }


def _open(loting: Loting, schrijver: Schrijver, gebruikt: bool, stemming: float, handig: float) -> dict[str, object]:
    """Return the two open answers; the themes depend on how it went and on how handy someone is."""
    ervaring = _verschuif(ERVARING, stemming, handig)
    moet = _verschuif(MOET, stemming, handig)
    return {
        "q10_open": _tekst(loting, schrijver, ervaring, "ervaring", 0.86) if gebruikt else "",
        "q11_open": _tekst(loting, schrijver, moet, "moet", 0.74),
    }


def _verschuif(kansen: dict[str, float], stemming: float, handig: float) -> dict[str, float]:
    factor = {"gemak": 1 + 0.5 * stemming, "zin van aangifte": 1 - 0.4 * stemming, "digitale vaardigheid": 1 - 0.7 * handig,
              "inloggen": 1 - 0.3 * handig}
    return {thema: max(0.005, p * factor.get(thema, 1)) for thema, p in kansen.items()}


def _tekst(loting: Loting, schrijver: Schrijver, kansen: dict[str, float], gebruik: str, ingevuld: float) -> str:
    """Return an answer, a non-answer or nothing."""
    if not loting.kans(ingevuld):
        return ""
    if loting.kans(0.07):
        return schrijver.niets()
    if loting.kans(0.015):
        return schrijver.vreemd()
    themas = [thema for thema in NAMEN if loting.kans(kansen[thema] * 0.9)]
    return schrijver.antwoord(loting.meng(themas)[:3], gebruik)


def _proces(loting: Loting, stemming: float) -> dict[str, object]:
    """Return the questions about the study itself, put to one in three."""
    gevraagd = loting.kans(0.34)
    ligging = (4.1, 3.8, 3.3, 3.6, 4.0, 3.2, 7.3, 3.6)
    uit: dict[str, object] = {}
    for nummer, midden in enumerate(ligging, start=1):
        hoog = 10 if nummer == 7 else 5
        waarde = float(loting.stap(midden + (0.5 if hoog == 10 else 0.25) * stemming, 1.1 if hoog == 10 else 0.8, 1, hoog))
        uit[f"p{nummer}"] = (WEET_NIET if loting.kans(0.03) else waarde) if gevraagd else LEEG
    return uit


def _plant(rijen: list[dict[str, object]], loting: Loting) -> None:
    """Put the planted personal data in open answers of people who finished."""
    klaar = loting.meng([rij for rij in rijen if rij["status"] == 1])
    for rij, item in zip(klaar, personen.IN_ENQUETE, strict=False):
        rij["q11_open"] = item.zin


def _weeg(frame: pd.DataFrame) -> np.ndarray:
    """Return weights raked to the invented population, mean 1, held between 0.3 and 3; unknown traits weigh as they are."""
    kenmerken = {
        "geslacht": frame["geslacht"].map({1.0: "man", 2.0: "vrouw"}),
        "leeftijdsgroep": frame["leeftijd"].map(lambda jaar: band(int(jaar)) if jaar < 998 else None),
        "opleiding": frame["opl"].map(lambda code: opleiding_kort(int(code)) if int(code) in OPLEIDING else None),
    }
    gewicht = np.ones(len(frame))
    for _ in range(60):
        for naam, waarden in kenmerken.items():
            bekend = waarden.notna().to_numpy()
            totaal = gewicht[bekend].sum()
            for categorie, aandeel in BEVOLKING[naam].items():
                deel = (waarden == categorie).to_numpy()
                gewicht[deel] *= aandeel * totaal / gewicht[deel].sum()
        gewicht = np.clip(gewicht / gewicht.mean(), 0.3, 3.0)
    return np.round(gewicht / gewicht.mean(), 4)


def _proefrij(kolommen: pd.Index, nummer: int) -> dict[str, object]:
    """Return a row with which the bureau tried out the questionnaire."""
    rij: dict[str, object] = {kolom: LEEG for kolom in kolommen}
    return rij | {
        "respnr": float(nummer + 1), "status": 9.0, "datum": dt.date(2026, 5, 28), "ipadres": "192.0.2.1",
        "geslacht": 1.0, "leeftijd": 18.0, "opl": 11.0, "regio": 1.0, "sted": 1.0, "q1": 1.0, "q2": 1.0, "q3": 1.0,
        "q6": 1.0, "q6_anders": "", "q10_open": "test", "q11_open": "test test", "weegfactor": 1.0,
    }
