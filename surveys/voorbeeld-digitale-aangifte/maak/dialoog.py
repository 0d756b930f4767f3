"""The burgerdialoog of the synthetic example: six tables, their notes and dots, and the form at the exit."""

from __future__ import annotations

from pathlib import Path

from maak import personen
from maak.formulier import make_achteraf
from maak.loting import Loting
from maak.schrijven import write_xlsx
from maak.waarheden import MEESTE_STIPPEN, N_DIALOOG, N_UITLOOP, ZAAD

TAFELS = 6
VRAGEN = {"Wat gaat goed?": "goed", "Wat gaat mis?": "mis", "Wat stelt u voor?": "voorstel"}
STELLINGEN = (
    MEESTE_STIPPEN,
    "Houd een balie open voor wie er niet uitkomt",
    "Schrijf alle brieven opnieuw in gewone taal",
    "Maak een kort formulier voor kleine zaken",
    "Laat bewijs later toevoegen",
    "Geef hulpverleners een eigen ingang",
)
BELEID = "Is online aangifte doen volgens u veranderd door het beleid van het afgelopen jaar?"
NODIG = "Hoe nodig vindt u het dat online aangifte doen blijft bestaan?"
EERLIJK = "Hoe aanvaardbaar vindt u het dat kleine zaken eerst online worden aangegeven?"
_DOOR = {"ja, vooral door het beleid": 9, "ja, deels door het beleid": 16, "nee, door iets anders": 6, "nee, er is niets veranderd": 8,
         "weet niet": 5}
_NODIG = ("helemaal niet nodig", "niet nodig", "niet nodig, niet onnodig", "nodig", "heel nodig")
_EERLIJK = ("helemaal niet aanvaardbaar", "niet aanvaardbaar", "neutraal", "aanvaardbaar", "heel aanvaardbaar")
_STIPPEN_PER_PERSOON = 3


def write_dialoog(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write burgerdialoog.xlsx (notes and dots) and dialoog_uitloop.xlsx."""
    loting = Loting(f"{ZAAD} burgerdialoog")
    bladen = {"notities": (("Tafel", "Vraag", "Notitie"), _notities(loting, zinnen)),
              "stippen": (("Tafel", "Stelling", "Stippen"), _stippen(loting))}
    write_xlsx(ruw / "burgerdialoog.xlsx", bladen)
    bezoekers = [f"D{nr:02d}" for nr in range(1, N_DIALOOG + 1)]
    kop, rijen = make_achteraf(loting, sorted(loting.meng(bezoekers)[:N_UITLOOP]))
    for rij in rijen:
        rij += [loting.weeg(_DOOR), _NODIG[loting.stap(4.2, 0.8, 1, 5) - 1], _EERLIJK[loting.stap(3.3, 1.1, 1, 5) - 1]]
    write_xlsx(ruw / "dialoog_uitloop.xlsx", {"formulier": ((*kop, BELEID, NODIG, EERLIJK), rijen)})


def _notities(loting: Loting, zinnen: dict[str, list[str]]) -> list[list[object]]:
    """Return two to five notes per table and question: what a table wrote down together, of nobody in particular."""
    rijen: list[list[object]] = []
    for tafel in range(1, TAFELS + 1):
        for vraag, kop in VRAGEN.items():
            lijst = zinnen[f"tafel gaat {kop}" if kop != "voorstel" else "tafel voorstel"]
            aantal = {"goed": 2, "mis": 5, "voorstel": 4}[kop] - loting.geheel(0, 1)
            rijen += [[f"tafel {tafel}", vraag, notitie] for notitie in loting.meng(lijst)[:aantal]]
    for rij, item in zip([rij for rij in rijen if rij[1] == "Wat gaat mis?"][4:], personen.IN_DIALOOG, strict=False):
        rij[2] = item.zin
    return rijen


def _stippen(loting: Loting) -> list[list[object]]:
    """Return the dots: three a person, eight people a table; the planted idea is the first at every table."""
    rijen: list[list[object]] = []
    for tafel in range(1, TAFELS + 1):
        over = N_DIALOOG // TAFELS * _STIPPEN_PER_PERSOON
        eerste = loting.geheel(7, 8)
        aantallen = dict.fromkeys(STELLINGEN, 0) | {MEESTE_STIPPEN: eerste}
        for _ in range(over - eerste):
            vrij = {naam: 6 - nr for nr, naam in enumerate(STELLINGEN[1:]) if aantallen[naam] < eerste - 1}
            aantallen[loting.weeg(vrij)] += 1
        rijen += [[f"tafel {tafel}", naam, aantal] for naam, aantal in aantallen.items()]
    return rijen
