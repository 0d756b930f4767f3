"""The signals of the synthetic example: complaints and contact records of eight months, of citizens and of others."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from maak import personen
from maak.loting import Loting
from maak.patronen import find_themas
from maak.schrijven import write_csv
from maak.waarheden import N_MEDEWERKER, N_ORGANISATIE, PER_MAAND, STORING, ZAAD
from maak.zinnen import Schrijver

KOP = ("Signaalnummer", "Datum", "Kanaal", "Type melder", "Klantnummer", "Tekst")
THEMA = "technische storing"
_KANAAL = {"klachtenformulier": 0.4, "telefoon": 0.3, "e-mail": 0.2, "brief": 0.1}
_ANDERE = {"terugkoppeling": 6, "snelheid": 4, "begrijpelijke taal": 3, "inloggen": 3, "zin van aangifte": 2, "bewijs toevoegen": 2,
           "keuze van het delict": 1, "digitale vaardigheid": 1, "": 4}


def write_signalen(pad: Path, zinnen: dict[str, list[str]]) -> None:
    """Write the list; who is not known has no number, and a few people complain twice."""
    loting = Loting(f"{ZAAD} signalen")
    schrijver = Schrijver(Loting(f"{ZAAD} signalen tekst"), zinnen)
    rijen = [rij for maand in range(8) for rij in _maand(loting, schrijver, maand)]
    gewoon = [rij for rij in rijen if rij[3] == "burger" and THEMA not in find_themas(str(rij[5]))]
    for rij, item in zip(gewoon[6::19], personen.IN_SIGNALEN, strict=False):
        rij[5] = item.zin
    rijen.sort(key=lambda rij: rij[1])
    klaar = [[f"S26{nr:04d}", f"{rij[1]:%d-%m-%Y}", *rij[2:]] for nr, rij in enumerate(rijen, start=1)]
    write_csv(pad, KOP, klaar)


def _maand(loting: Loting, schrijver: Schrijver, maand: int) -> Iterator[list]:
    for nr in range(PER_MAAND[maand]):
        tekst = _groot(schrijver.zin("signaal storing")) if nr < STORING[maand] else _over_iets_anders(loting, schrijver)
        yield ["", _dag(loting, maand), loting.weeg(_KANAAL), "burger", _klant(loting), tekst]
    for nr in range(N_ORGANISATIE + N_MEDEWERKER):
        if nr % 8 == maand:
            wie = "organisatie" if nr < N_ORGANISATIE else "medewerker"
            nummer = f"{wie[0].upper()}{1 + nr % 4}"
            yield ["", _dag(loting, maand), "e-mail" if nr % 2 else "telefoon", wie, nummer, schrijver.zin(f"signaal {wie}")]


def _over_iets_anders(loting: Loting, schrijver: Schrijver) -> str:
    """Return a complaint that is not about a failure; a draw that is, is drawn again."""
    while True:
        thema = loting.weeg(_ANDERE)
        tekst = schrijver.antwoord([thema], "ervaring", fouten=0.08) if thema else schrijver.zin("signaal klaar")
        if THEMA not in find_themas(tekst):
            return tekst


def _klant(loting: Loting) -> str:
    return "" if loting.kans(0.06) else f"K{loting.geheel(1000, 2400)}"


def _dag(loting: Loting, maand: int) -> dt.date:
    return dt.date(2026, maand + 1, loting.geheel(1, calendar.monthrange(2026, maand + 1)[1]))


def _groot(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]
