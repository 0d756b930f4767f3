"""The burgerberaad of the synthetic example: sortition, attendance, recommendations, votes, the answer, and two forms."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from maak.formulier import KENMERKEN_VOORAF, make_formulier, make_projectleider
from maak.loting import Loting
from maak.schrijven import write_xlsx
from maak.waarheden import AANWEZIG, LAAG_OPGELEID_IN_BERAAD, NIET_GEHAALD, TRECHTER, VERSCHIL_BERAAD, ZAAD

ERNST = "Hoe ernstig vindt u het dat mensen na een aangifte niets meer horen? (1 = helemaal niet ernstig, 10 = heel ernstig)"
_STEMMEN = ((54, 1, 1), (52, 2, 2), (49, 5, 2), (46, 8, 2), (44, 10, 2), (33, 19, 4), (47, 6, 3), (51, 3, 2))
AANBEVELINGEN = (
    "Stuur iedereen die aangifte doet na dertig dagen een bericht, ook als de zaak stopt.",
    "Schrijf formulieren en brieven in gewone taal en laat burgers ze vooraf lezen.",
    "Maak een volgpagina met de stand van zaken van elke aangifte.",
    "Houd bij elk bureau een balie open waar iemand meekijkt met wie er online niet uitkomt.",
    "Laat mensen bewijs later toevoegen, ook vanaf hun telefoon.",
    "Maak online aangifte verplicht voor winkeldiefstal, zodat het bureau tijd overhoudt.",
    "Zet op elke pagina een telefoonnummer dat ook 's avonds bereikbaar is.",
    "Laat elk jaar vijftig burgers beoordelen of dit beter gaat en maak hun oordeel openbaar.",
)
# status, reason, told back: the answer of the (invented) cabinet, for each recommendation.
_PROJECTLEIDER = {
    "P1": "mee eens",
    "P2": "helemaal mee eens",
    "P3": "helemaal mee eens",
    "P4": "neutraal",
    "P5": "mee eens",
    "P6": "mee oneens",
    "P7": 7,
    "P8": 6,
}
_ANTWOORD = (
    ("overgenomen", "Vanaf maart 2027 volgt na dertig dagen altijd een bericht.", True),
    ("overgenomen", "De vragen zijn herschreven; een leespanel van burgers leest mee.", True),
    ("deels overgenomen", "De volgpagina komt er eerst voor diefstal en oplichting.", True),
    ("deels overgenomen", "In twaalf steden; overal is met dit budget niet haalbaar.", True),
    ("overgenomen", "Toevoegen kan straks met het kenmerk van de aangifte.", True),
    ("niet overgenomen", "Het beraad haalde de drempel niet, en het bureau blijft open voor wie dat wil.", True),
    ("in behandeling", "", False),
    ("niet overgenomen", "Er is al een jaarlijkse meting; de uitkomst daarvan wordt voortaan openbaar.", True),
)
_DOEL = {
    "geslacht": {"man": (30, 30), "vrouw": (30, 30)},
    "leeftijdsgroep": {"18-34": (16, 15), "35-49": (13, 13), "50-64": (15, 16), "65-74": (9, 10), "75+": (7, 6)},
    "opleiding": {"laag (CBS)": (16, LAAG_OPGELEID_IN_BERAAD), "middelbaar (CBS)": (25, 25), "hoog (CBS)": (19, 23)},
}
_VERSTUURD = {"geslacht": 3000, "leeftijdsgroep": 1200, "opleiding": 2000}


def write_beraad(ruw: Path) -> None:
    """Write burgerberaad.xlsx (five sheets), beraad_leden.xlsx, and the forms before and after."""
    loting = Loting(f"{ZAAD} burgerberaad")
    leden = [f"L{nr:02d}" for nr in range(1, TRECHTER["gestart"] + 1)]
    wie = {naam: _verdeel(loting, verdeling) for naam, verdeling in _DOEL.items()}
    loting_rijen = [[naam, categorie, doel, geloot] for naam, deel in _DOEL.items() for categorie, (doel, geloot) in deel.items()]
    er = _aanwezig(loting, leden)
    sessies = [f"Sessie {nr}" for nr in range(1, len(AANWEZIG) + 1)]
    stemmen = [[nr, *aantallen, "75%"] for nr, aantallen in enumerate(_STEMMEN, start=1)]
    bladen = {
        "loting": (("Kenmerk", "Categorie", "Doel", "Geloot"), loting_rijen),
        "aanwezigheid": (("Deelnemer", *sessies), [[lid, *("ja" if was else "nee" for was in er[lid])] for lid in leden]),
        "aanbevelingen": (("Nummer", "Tekst"), [[nr, tekst] for nr, tekst in enumerate(AANBEVELINGEN, start=1)]),
        "stemmen": (("Aanbeveling", "Voor", "Tegen", "Onthouding", "Drempel"), stemmen),
        "besluiten": (("Aanbeveling", "Status", "Motivering", "Datum besluit", "Eigenaar", "Terugkoppeling"), _besluiten()),
    }
    write_xlsx(ruw / "burgerberaad.xlsx", bladen)
    kop = ("Deelnemer", "Geslacht", "Leeftijdsgroep", "Opleiding")
    write_xlsx(ruw / "beraad_leden.xlsx", {"leden": (kop, [list(rij) for rij in zip(leden, *wie.values(), strict=True)])})
    _formulieren(ruw, loting, leden, wie["geslacht"], [lid for lid in leden if er[lid][-1]])


def _verdeel(loting: Loting, verdeling: dict[str, tuple[int, int]]) -> list[str]:
    return loting.meng([naam for naam, (_, geloot) in verdeling.items() for _ in range(geloot)])


def _aanwezig(loting: Loting, leden: list[str]) -> dict[str, list[bool]]:
    """Return per member at which sessions they were, so that the number per session is as planted."""
    per_sessie = [set(loting.meng(leden)[:aantal]) for aantal in AANWEZIG]
    return {lid: [lid in sessie for sessie in per_sessie] for lid in leden}


def _besluiten() -> list[list[object]]:
    besluit, gehoord = dt.date(2026, 10, 6), dt.date(2026, 10, 27)
    rijen = []
    for nr, (status, motivering, verteld) in enumerate(_ANTWOORD, start=1):
        besloten = status != "in behandeling"
        rijen.append([nr, status, motivering, besluit if besloten else "", "team Aangifte", gehoord if verteld else ""])
    assert _STEMMEN[NIET_GEHAALD - 1][0] < 0.75 * sum(_STEMMEN[NIET_GEHAALD - 1][:2])
    return rijen


def _formulieren(ruw: Path, loting: Loting, leden: list[str], geslacht: list[str], laatste: list[str]) -> None:
    """Write the forms: before, everyone, with how serious it is; after, who was at the last session."""
    deed = loting.meng(["ja", "nee"] * (len(leden) // 2))
    vooraf, achteraf = make_formulier(loting, leden, laatste, VERSCHIL_BERAAD)
    wie = {lid: (vrouw, deed_) for lid, vrouw, deed_ in zip(leden, geslacht, deed, strict=True)}
    kop, rijen = vooraf
    for rij in rijen:
        hoog = 8.3 if wie[str(rij[0])][1] == "ja" else 6.7
        rij[1:1] = [*wie[str(rij[0])], loting.stap(hoog, 1.2, 1, 10)]
    write_xlsx(ruw / "beraad_vooraf.xlsx", {"formulier": ((kop[0], *KENMERKEN_VOORAF, ERNST, *kop[1:]), rijen)})
    write_xlsx(ruw / "beraad_achteraf.xlsx", {"formulier": achteraf})
    write_xlsx(ruw / "beraad_projectleider.xlsx", {"formulier": make_projectleider(_PROJECTLEIDER)})
