"""The export of an online community and the sheet of a usability test, as a bureau sends them along."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from maak.loting import Loting
from maak.schrijven import write_csv, write_xlsx
from maak.zinnen import Schrijver
from maandag import THEMAS, ZAAD
from maandag.geplant import IN_COMMUNITY

KOP = ("Opdracht", "Bericht-ID", "Reactie op", "Gebruiker", "Geplaatst op", "Bericht", "Likes")
OPDRACHTEN = ("Wat ziet u in uw wijk?", "Wat moet de boa anders doen?")
TAKEN = ("Meld een losliggende stoeptegel", "Zoek op wat een boa mag", "Vind de stand van zaken van uw melding")
_BEGIN = dt.datetime(2026, 6, 1, 9, 0)
N_SCHRIJVERS, N_TESTPERSONEN = 24, 8


def write_community(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write NLdenktmee_export.csv: two tasks, replies under half of the messages, most people write more than once."""
    loting = Loting(f"{ZAAD} community")
    schrijver = Schrijver(Loting(f"{ZAAD} community tekst"), zinnen)
    rijen: list[list[object]] = []
    for taak, opdracht in enumerate(OPDRACHTEN):
        for _ in range(40):
            ouder = loting.kies([str(rij[1]) for rij in rijen if rij[0] == opdracht] or [""]) if loting.kans(0.45) else ""
            wanneer = _BEGIN + dt.timedelta(days=2 * taak, minutes=35 * len(rijen) % 2500)
            tekst = schrijver.antwoord([loting.kies(THEMAS)], "moet" if taak else "ervaring")
            lid = f"nldm_{300 + loting.geheel(1, N_SCHRIJVERS)}"
            rijen.append([opdracht, f"r{len(rijen) + 1}", ouder, lid, f"{wanneer:%d-%m-%Y %H:%M}", tekst, loting.geheel(0, 6)])
    for rij, item in zip(rijen[11::23], IN_COMMUNITY, strict=False):
        rij[5] = item.zin
    write_csv(ruw / "NLdenktmee_export.csv", KOP, rijen)


def write_taken(ruw: Path) -> None:
    """Write taken_meldapp.xlsx: a row per person and task, times as minutes and seconds."""
    loting = Loting(f"{ZAAD} usability")
    rijen: list[list[object]] = []
    for nr in range(1, N_TESTPERSONEN + 1):
        for taak, tekst in enumerate(TAKEN, start=1):
            gelukt = loting.weeg({"ja": (0.8, 0.6, 0.3)[taak - 1], "deels": 0.15, "nee": 0.2})
            seconden = loting.geheel(25, 260)
            rijen.append([f"T{nr}", taak, tekst, gelukt, f"{seconden // 60}:{seconden % 60:02d}", loting.geheel(0, 3)])
    kop = ("Testpersoon", "Taak nr", "Omschrijving taak", "Gelukt?", "Tijd", "Aantal fouten")
    write_xlsx(ruw / "taken_meldapp.xlsx", {"Blad1": (kop, rijen)})
