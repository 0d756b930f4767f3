"""The online community of the synthetic example: three tasks over eight days, with replies, likes and a poll."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from maak import personen
from maak.loting import Loting
from maak.schrijven import write_csv
from maak.waarheden import DAGEN_COMMUNITY, MENSELIJK_CONTACT_COMMUNITY, N_COMMUNITY, ZAAD
from maak.zinnen import Schrijver

KOP = ("Opdracht", "Bericht-ID", "Antwoord op", "Gebruiker", "Rol", "Organisatie", "Geplaatst op", "Bericht", "Likes")
POLL = "Peiling: welke verbetering steunt u het meest?"
KOP_DEELNEMERS = ("Gebruiker", "Rol", "Geslacht", "Leeftijdsgroep", POLL)
OPDRACHTEN = ("Waar liep u tegenaan?", "Wat moet er na het versturen gebeuren?", "Wie helpt u als het niet lukt?")
BEGIN = dt.datetime(2026, 3, 9, 7, 30)
_VANAF = (0, 3, 6)
_MODERATOR, _ORGANISATIE = "nldm_mod1", "nldm_org1"
_ERVARING = {"technische storing": 3, "inloggen": 3, "begrijpelijke taal": 4, "lengte van het formulier": 3, "bewijs toevoegen": 2,
             "keuze van het delict": 2, "gemak": 3, "privacy": 1, "terugkoppeling": 2}
_DAARNA = {"terugkoppeling": 8, "snelheid": 4, "zin van aangifte": 3, "begrijpelijke taal": 2}
_STEUN = {"altijd een bericht over de afloop": 5, "iemand kunnen bellen": 4, "gewone taal": 2, "tussentijds opslaan": 2}


@dataclass(frozen=True)
class Bericht:
    """One message before it has a number: its task, who wrote it, when, what, and in answer to which."""

    taak: int
    wie: str
    wanneer: dt.datetime
    tekst: str
    ouder: int = -1


def write_community(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write nldm_berichten.csv and nldm_deelnemers.csv: as a platform exports them, newest message last."""
    loting = Loting(f"{ZAAD} community")
    leden = [f"nldm_{1000 + 7 * nr}" for nr in range(N_COMMUNITY)]
    schrijver = Schrijver(Loting(f"{ZAAD} community tekst"), zinnen)
    berichten = _plant(_praat(loting, schrijver, leden, zinnen["moderator open"]))
    volgorde = sorted(range(len(berichten)), key=lambda nr: (berichten[nr].wanneer, nr))
    nummers = {nr: f"b{5001 + plek}" for plek, nr in enumerate(volgorde)}
    write_csv(ruw / "nldm_berichten.csv", KOP, [_rij(loting, berichten[nr], nummers[nr], nummers) for nr in volgorde])
    write_csv(ruw / "nldm_deelnemers.csv", KOP_DEELNEMERS, _deelnemers(loting, leden))


def _rij(loting: Loting, bericht: Bericht, nummer: str, nummers: dict[int, str]) -> list[object]:
    moderator, organisatie = bericht.wie == _MODERATOR, bericht.wie == _ORGANISATIE
    likes = 0 if moderator else loting.stap(0.8 if bericht.ouder >= 0 else 2.4, 2.0, 0, 14)
    return [OPDRACHTEN[bericht.taak], nummer, nummers.get(bericht.ouder, ""), bericht.wie, "moderator" if moderator else "deelnemer",
            "Slachtofferhulp De Brug (verzonnen)" if organisatie else "", f"{bericht.wanneer:%d-%m-%Y %H:%M}", bericht.tekst, likes]


def _deelnemers(loting: Loting, leden: Sequence[str]) -> list[list[object]]:
    """Return the citizens who registered, half men and half women, with their choice in the poll."""
    banden = {"18-34": 0.22, "35-49": 0.24, "50-64": 0.30, "65-74": 0.18, "75+": 0.06}
    geslacht = loting.meng(["man", "vrouw"] * (len(leden) // 2))
    return [[lid, "deelnemer", wie, loting.weeg(banden), loting.weeg(_STEUN)] for lid, wie in zip(leden, geslacht, strict=True)]


def _praat(loting: Loting, schrijver: Schrijver, leden: Sequence[str], openingen: Sequence[str]) -> list[Bericht]:
    """Return the messages of three tasks; who likes to write answers more often."""
    ijver = {lid: 0.25 + loting.normaal() ** 2 for lid in leden}
    berichten: list[Bericht] = []
    for taak, dag in enumerate(_VANAF):
        opening = BEGIN + dt.timedelta(days=dag)
        berichten.append(Bericht(taak, _MODERATOR, opening, openingen[taak]))
        for lid, tekst in _open(loting, schrijver, leden, taak):
            draad = len(berichten)
            berichten.append(Bericht(taak, lid, _moment(loting, opening), tekst))
            berichten += _reacties(loting, schrijver, ijver, berichten[draad], draad)
    for taak in range(3):
        wanneer = BEGIN + dt.timedelta(days=_VANAF[taak] + 1, hours=3)
        berichten.append(Bericht(taak, _ORGANISATIE, wanneer, schrijver.zin("organisatie")))
    return berichten


def _open(loting: Loting, schrijver: Schrijver, leden: Sequence[str], taak: int) -> list[tuple[str, str]]:
    """Return who answers the task and with what; everyone does the first one, some skip a later one."""
    mee = loting.meng(leden)[: (64, 52, 54)[taak]]
    if taak == 2:
        soort = ["mens"] * MENSELIJK_CONTACT_COMMUNITY + ["anders"] * (len(mee) - MENSELIJK_CONTACT_COMMUNITY)
        return [(lid, _groot(schrijver.zin(f"hulp {wat}"))) for lid, wat in zip(mee, soort, strict=True)]
    kansen, gebruik = ((_ERVARING, "ervaring"), (_DAARNA, "moet"))[taak]
    uit = []
    for lid in mee:
        themas = list(dict.fromkeys(loting.weeg(kansen) for _ in range(loting.geheel(1, 2))))
        uit.append((lid, schrijver.antwoord(themas, gebruik, fouten=0.1)))
    return uit


def _reacties(
    loting: Loting, schrijver: Schrijver, ijver: dict[str, float], draad: Bericht, nummer: int
) -> list[Bericht]:
    """Return the replies to a message: of others, and now and then a question of the moderator."""
    uit = []
    for _ in range(loting.weeg({0: 0.5, 1: 0.3, 2: 0.15, 3: 0.05})):
        wie = loting.weeg({lid: maat for lid, maat in ijver.items() if lid != draad.wie})
        tekst = schrijver.zin("reageer")
        if loting.kans(0.6) and draad.taak < 2:
            thema = loting.weeg((_ERVARING, _DAARNA)[draad.taak])
            tekst = f"{tekst} {schrijver.zin(f'{thema} praat')}"
        uit.append(Bericht(draad.taak, wie, draad.wanneer + dt.timedelta(minutes=loting.geheel(5, 900)), tekst, nummer))
    if loting.kans(0.12):
        later = draad.wanneer + dt.timedelta(minutes=loting.geheel(30, 300))
        uit.append(Bericht(draad.taak, _MODERATOR, later, schrijver.zin("moderator vraag"), nummer))
    return uit


def _moment(loting: Loting, opening: dt.datetime) -> dt.datetime:
    """Return a moment within the first day and a half of a task, so that all is said within eight days."""
    moment = opening + dt.timedelta(minutes=loting.geheel(20, 2100))
    return min(moment, BEGIN + dt.timedelta(days=DAGEN_COMMUNITY - 2))


def _plant(berichten: list[Bericht]) -> list[Bericht]:
    """Return the messages with the planted personal data in a few openings of the first and second task."""
    plekken = [nr for nr, b in enumerate(berichten) if b.ouder < 0 and b.taak < 2 and b.wie not in (_MODERATOR, _ORGANISATIE)]
    nieuw = list(berichten)
    for nr, item in zip(plekken[5::11], personen.IN_COMMUNITY, strict=False):
        oud = berichten[nr]
        nieuw[nr] = Bericht(oud.taak, oud.wie, oud.wanneer, item.zin)
    return nieuw


def _groot(tekst: str) -> str:
    return f"{tekst[0].upper()}{tekst[1:]}."
