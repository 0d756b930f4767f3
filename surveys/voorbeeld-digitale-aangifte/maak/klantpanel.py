"""The customer panel of the synthetic example: three waves with attrition, refreshment and a changed question."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from maak import personen
from maak.loting import Loting
from maak.schrijven import write_csv
from maak.themas import NAMEN
from maak.waarheden import (
    CIJFER_ZELFDE_MENSEN,
    LEEFTIJDSGROEPEN,
    MENSELIJK_CONTACT,
    N_EERSTE_EN_DERDE,
    N_PER_METING,
    OPLEIDING,
    TERUGKOPPELING,
    ZAAD,
)
from maak.zinnen import Schrijver

METINGEN = tuple(N_PER_METING)
CIJFER = "Welk rapportcijfer geeft u de afhandeling van uw aangifte? (1 = zeer slecht, 10 = uitstekend)"
INFORMATIE = "Hoe tevreden of ontevreden bent u over de informatie die u na uw aangifte kreeg?"
INFORMATIE_3 = "Hoe tevreden of ontevreden bent u over de berichten die u in Mijn Politie over uw aangifte kreeg?"
SERIEUS = "De politie heeft mijn aangifte serieus genomen."
DUIDELIJK = "Ik begreep wat er in de bevestiging stond."
VERTROUWEN = "Hoeveel vertrouwen heeft u in de politie?"
MINUTEN = "Hoeveel minuten was u bezig met het formulier?"
OPEN = "Wat kan er beter aan de afhandeling van uw aangifte?"
KOP = ("panel_id", "Invuldatum", "Geslacht", "Leeftijd", "Opleiding (CBS-code)", CIJFER, INFORMATIE, SERIEUS, DUIDELIJK,
       VERTROUWEN, MINUTEN, OPEN)

TEVREDEN = ("zeer ontevreden", "ontevreden", "niet tevreden, niet ontevreden", "tevreden", "zeer tevreden")
EENS = ("helemaal mee oneens", "mee oneens", "niet eens, niet oneens", "mee eens", "helemaal mee eens")
VEEL = ("heel weinig vertrouwen", "weinig vertrouwen", "niet veel, niet weinig", "veel vertrouwen", "heel veel vertrouwen")

_KANSEN = {
    "begrijpelijke taal": 0.12, "inloggen": 0.04, "lengte van het formulier": 0.07, "bewijs toevoegen": 0.08,
    "menselijk contact": MENSELIJK_CONTACT["klantpanel"], "snelheid": 0.20, "zin van aangifte": 0.13, "privacy": 0.03,
    "digitale vaardigheid": 0.02, "keuze van het delict": 0.03, "technische storing": 0.05, "gemak": 0.04,
}

Lid = dict[str, object]


def write_klantpanel(map_: Path, zinnen: dict[str, list[str]]) -> None:
    """Write one CSV per wave as Dutch Excel saves it; the second with decimal commas, the third with another question."""
    loting = Loting(f"{ZAAD} klantpanel")
    schrijver = Schrijver(Loting(f"{ZAAD} klantpanel tekst"), zinnen)
    leden, deelname = _panel(loting)
    cijfers = _cijfers(loting, leden, deelname)
    for nummer, meting in enumerate(METINGEN):
        rijen = [_rij(loting, leden[lid], cijfers[meting][lid], nummer) for lid in deelname[meting]]
        _schrijf_open(loting, schrijver, rijen, meting)
        kop = [INFORMATIE_3 if kolom == INFORMATIE and nummer == 2 else kolom for kolom in KOP]
        write_csv(map_ / f"kp_{meting}.csv", kop, rijen)


def _panel(loting: Loting) -> tuple[list[Lid], dict[str, list[int]]]:
    """Return the members, and per wave the positions of those who took part."""
    leden = [_lid(loting, nummer) for nummer in range(1, 529)]
    n1, n2, n3 = (N_PER_METING[meting] for meting in METINGEN)
    eerste = list(range(n1))
    trouw = loting.meng([lid for lid in eerste if not (leden[lid]["leeftijd"] < 35 and loting.kans(0.35))])
    beide, terug = trouw[: N_EERSTE_EN_DERDE - 18], trouw[N_EERSTE_EN_DERDE - 18 : N_EERSTE_EN_DERDE]
    alleen_twee = loting.meng([lid for lid in eerste if lid not in set(beide) | set(terug)])[:75]
    nieuw_2 = list(range(n1, n1 + n2 - len(beide) - len(alleen_twee)))
    blijft = nieuw_2[:43]
    nieuw_3 = list(range(nieuw_2[-1] + 1, nieuw_2[-1] + 1 + n3 - N_EERSTE_EN_DERDE - len(blijft)))
    deelname = (eerste, sorted(beide + alleen_twee + nieuw_2), sorted(beide + terug + blijft + nieuw_3))
    return leden, dict(zip(METINGEN, deelname, strict=True))


def _lid(loting: Loting, nummer: int) -> Lid:
    groep = loting.weeg({"18-34": 0.24, "35-49": 0.27, "50-64": 0.28, "65-74": 0.15, "75+": 0.06})
    van, tot = next((v, t) for naam, v, t in LEEFTIJDSGROEPEN if naam == groep)
    return {
        "panel_id": f"KP{20000 + 7 * nummer}",
        "geslacht": loting.weeg({"man": 0.52, "vrouw": 0.47, "anders of wil niet zeggen": 0.01}),
        "leeftijd": loting.geheel(van, min(tot, 86)),
        "opleiding": loting.weeg(dict(zip(OPLEIDING, (0.05, 0.14, 0.41, 0.25, 0.15), strict=True))),
        "stemming": loting.normaal(),
    }


def _cijfers(loting: Loting, leden: list[Lid], deelname: dict[str, list[int]]) -> dict[str, dict[int, int | None]]:
    """Return a grade per member and wave; the same people go from 6.2 to 6.7 exactly."""
    gemiddeld = {METINGEN[0]: 6.2, METINGEN[1]: 6.4, METINGEN[2]: 6.7}
    uit: dict[str, dict[int, int | None]] = {}
    for meting in METINGEN:
        uit[meting] = {
            lid: loting.stap(gemiddeld[meting] + 1.1 * leden[lid]["stemming"], 0.9, 1, 10) for lid in deelname[meting]
        }
        for lid in deelname[meting]:
            zelfde = lid in deelname[METINGEN[0]] and lid in deelname[METINGEN[2]]
            if not zelfde and loting.kans(0.04):
                uit[meting][lid] = None
    zelfde = [lid for lid in deelname[METINGEN[2]] if lid in set(deelname[METINGEN[0]])]
    for meting, doel in CIJFER_ZELFDE_MENSEN.items():
        _stel_bij(loting, uit[meting], zelfde, doel)
    return uit


def _stel_bij(loting: Loting, cijfers: dict[int, int | None], leden: list[int], doel: float) -> None:
    """Move single grades one step until the mean of these members is as near to the goal as whole grades allow."""
    tekort = int(doel * len(leden) + 0.5) - sum(cijfers[lid] for lid in leden)
    stap = 1 if tekort > 0 else -1
    kandidaten = [lid for lid in loting.meng(leden) if 3 <= cijfers[lid] <= 8]
    for lid in kandidaten[: abs(tekort)]:
        cijfers[lid] += stap


def _rij(loting: Loting, lid: Lid, cijfer: int | None, nummer: int) -> list[object]:
    """Return one row of a wave, without the open answer."""
    stemming = lid["stemming"]
    dag = dt.date(2026, (3, 6, 9)[nummer], 2) + dt.timedelta(days=loting.geheel(0, 17))
    minuten = f"{max(3.0, loting.normaal(19 - 2 * nummer, 6)):.1f}"
    return [
        lid["panel_id"], dag.strftime("%d-%m-%Y"), lid["geslacht"], lid["leeftijd"], lid["opleiding"],
        "weet niet" if cijfer is None else cijfer,
        TEVREDEN[loting.stap(3.0 + 0.15 * nummer + 0.5 * stemming, 0.8, 1, 5) - 1],
        EENS[loting.stap(3.2 + 0.2 * nummer + 0.5 * stemming, 0.8, 1, 5) - 1],
        "weet niet" if loting.kans(0.03) else EENS[loting.stap(3.7 + 0.3 * stemming, 0.8, 1, 5) - 1],
        VEEL[loting.stap(3.2 + 0.05 * nummer + 0.5 * stemming, 0.8, 1, 5) - 1],
        minuten.replace(".", ",") if nummer == 1 else minuten,
    ]  # fmt: skip


def _schrijf_open(loting: Loting, schrijver: Schrijver, rijen: list[list[object]], meting: str) -> None:
    """Add the open answer to every row; the share on terugkoppeling among substantive answers is exact."""
    vol = loting.meng([rij for rij in rijen if loting.kans(0.82)])
    leeg = [rij for rij in rijen if not any(rij is ander for ander in vol)]
    niets, inhoud = vol[: round(0.05 * len(vol))], vol[round(0.05 * len(vol)) :]
    geplant = [item for item in personen.IN_PANEL if meting in item.bestand]
    rest = loting.meng(inhoud)
    met, zonder = rest[: round(TERUGKOPPELING[meting] * len(rest))], rest[round(TERUGKOPPELING[meting] * len(rest)) :]
    for rij in leeg:
        rij.append("")
    for rij in niets:
        rij.append(schrijver.niets())
    for plek, rij in enumerate(zonder):
        rij.append(geplant[plek].zin if plek < len(geplant) else schrijver.antwoord(_andere(loting, 2), "moet"))
    for rij in met:
        rij.append(schrijver.antwoord(loting.meng(["terugkoppeling", *_andere(loting, 1)]), "moet", fouten=0.0))


def _andere(loting: Loting, hoogstens: int) -> list[str]:
    themas = [thema for thema in NAMEN if thema in _KANSEN and loting.kans(_KANSEN[thema])]
    return loting.meng(themas)[:hoogstens]
