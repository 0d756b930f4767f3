"""The street conversations of the synthetic example: a table made by hand, 90 talks over six places."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from maak import personen
from maak.loting import Loting
from maak.schrijven import write_xlsx
from maak.themas import NAMEN
from maak.waarheden import MENSELIJK_CONTACT, ZAAD
from maak.zinnen import Schrijver

KOP = ("Datum", "Plaats", "Tijd", "Geschatte leeftijd", "Geslacht (geschat)", "Aantal personen", "Wat valt u op?",
       "Wat moet anders?", "Weigeringen in dit blok")
BLOKKEN = (
    ("Weekmarkt Oosterveen", dt.date(2026, 4, 14)),
    ("Station Westerkade", dt.date(2026, 4, 15)),
    ("Winkelcentrum De Linde", dt.date(2026, 4, 16)),
    ("Bibliotheek Havenwijk", dt.date(2026, 4, 17)),
    ("Buurthuis Zonnehof", dt.date(2026, 4, 20)),
    ("Gemeenteplein Noorderbrink", dt.date(2026, 4, 21)),
)
_TWEE = frozenset({4, 17, 23, 38, 52, 61, 74, 86})
_KANSEN = {
    "terugkoppeling": 0.16, "begrijpelijke taal": 0.22, "inloggen": 0.12, "lengte van het formulier": 0.12,
    "bewijs toevoegen": 0.04, "menselijk contact": MENSELIJK_CONTACT["straatgesprek"], "snelheid": 0.08,
    "zin van aangifte": 0.20, "privacy": 0.08, "digitale vaardigheid": 0.20, "keuze van het delict": 0.05,
    "technische storing": 0.05, "gemak": 0.14,
}


def write_straat(pad: Path, zinnen: dict[str, list[str]]) -> None:
    """Write the sheet with the 90 conversations; some are with two people, refusals stand once per block."""
    loting = Loting(f"{ZAAD} straat")
    schrijver = Schrijver(Loting(f"{ZAAD} straat tekst"), zinnen)
    rijen: list[list[object]] = []
    for plaats, dag in BLOKKEN:
        for uur, aantal in ((10, 8), (14, 7)):
            weigeringen = loting.geheel(5, 14)
            for nummer in range(aantal):
                tijd = f"{uur + nummer // 4}:{(nummer % 4) * 14 + loting.geheel(0, 9):02d}"
                personen_ = 2 if len(rijen) + 1 in _TWEE else 1
                rijen.append([dag, plaats, tijd, *_wie(loting, plaats), personen_, *_antwoorden(loting, schrijver),
                              weigeringen if nummer == 0 else ""])
    for rij, item in zip(rijen[7::29], personen.IN_STRAAT, strict=False):
        rij[6] = item.zin
    write_xlsx(pad, {"gesprekken": (KOP, rijen)})


def _wie(loting: Loting, plaats: str) -> tuple[str, str]:
    """Return the estimated age band and sex; young people are met at the station, older ones elsewhere."""
    jong = 0.4 if plaats.startswith("Station") else 0.1
    leeftijd = loting.weeg({"18-34": jong, "35-49": 0.24, "50-64": 0.28, "65-74": 0.22, "75+": 0.13, "onbekend": 0.02})
    return leeftijd, loting.weeg({"man": 0.46, "vrouw": 0.54})


def _antwoorden(loting: Loting, schrijver: Schrijver) -> tuple[str, str]:
    """Return both answers as the interviewer wrote them down."""
    delen = []
    for gebruik, factor in (("ervaring", 0.8), ("moet", 0.7)):
        themas = [thema for thema in NAMEN if loting.kans(_KANSEN[thema] * factor)]
        delen.append("" if loting.kans(0.04) else schrijver.antwoord(loting.meng(themas)[:2], gebruik, fouten=0.08))
    return delen[0], delen[1]
