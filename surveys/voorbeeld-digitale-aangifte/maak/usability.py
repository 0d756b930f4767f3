"""The usability tests of the synthetic example: two rounds of twelve people, five tasks, the SUS and what went wrong."""

from __future__ import annotations

from pathlib import Path

from maak import personen
from maak.loting import Loting
from maak.schrijven import write_xlsx
from maak.waarheden import GELUKT, SUS, ZAAD

N_PERSONEN = 12
TAKEN = (
    "Zoek op waar u aangifte doet van een gestolen fiets",
    "Log in en begin met de aangifte",
    "Kies het soort aangifte dat bij het verhaal past",
    "Voeg een foto toe als bewijs",
    "Zoek na het versturen op wat de stand van zaken is",
)
STELLINGEN = (
    "Ik zou deze dienst vaker willen gebruiken",
    "Ik vond het onnodig ingewikkeld",
    "Ik vond het makkelijk te gebruiken",
    "Ik zou hulp van een kenner nodig hebben",
    "De onderdelen hoorden goed bij elkaar",
    "Er klopte te veel niet met elkaar",
    "De meeste mensen leren dit snel",
    "Ik vond het omslachtig",
    "Ik voelde mij er zeker bij",
    "Ik moest veel leren voor ik kon beginnen",
)
EENS = ("helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens")
_SECONDEN = (45, 90, 70, 210, 120)
_GEZIEN = (
    ("vindt de pagina via de zoekbalk", "klikt eerst op contact", "leest alles hardop voor"),
    ("zoekt het wachtwoord op in een boekje", "de sms-code komt laat", "logt in met de app, dat gaat vlot"),
    ("twijfelt tussen twee soorten aangifte", "snapt het woord toedracht niet", "kiest meteen de goede categorie"),
    ("ziet de knop voor bijlagen niet", "de foto is te groot en er komt een foutmelding", "sleept de foto naast het vak"),
    ("zoekt in de mail naar het kenmerk", "verwacht een volgpagina", "belt in het echt liever met het bureau"),
)
BEVINDINGEN = {
    "ronde 1": (
        ("De knop voor bijlagen staat onder de vouw en wordt niet gezien", 4, "4 blokkerend", 8),
        ("Een foto van meer dan 5 MB geeft een foutmelding zonder uitleg", 4, "3 groot", 6),
        ("Het woord toedracht wordt niet begrepen", 3, "3 groot", 5),
        ("De stand van zaken is alleen met het kenmerk te vinden", 5, "3 groot", 6),
        ("Na tien minuten niets doen wordt men uitgelogd", 2, "2 klein", 3),
        ("De lettergrootte van de uitleg is klein", "", "1 cosmetisch", 4),
    ),
    "ronde 2": (
        ("De stand van zaken is alleen met het kenmerk te vinden", 5, "3 groot", 4),
        ("Twee soorten aangifte lijken op elkaar", 3, "2 klein", 3),
        ("De lettergrootte van de uitleg is klein", "", "1 cosmetisch", 2),
    ),
}


def write_usability(ruw: Path) -> None:
    """Write usability_ronde1.xlsx and usability_ronde2.xlsx; the second round has other people."""
    for nummer, (ronde, gelukt) in enumerate(GELUKT.items(), start=1):
        loting = Loting(f"{ZAAD} usability {ronde}")
        mensen = [f"P{20 * (nummer - 1) + nr:02d}" for nr in range(1, N_PERSONEN + 1)]
        taken = [rij for nr, aantal in enumerate(gelukt, start=1) for rij in _taak(loting, mensen, nr, aantal)]
        if nummer == 1:
            taken[3 * N_PERSONEN + 6][6] = personen.IN_USABILITY[0].zin
        taken.sort(key=lambda rij: (str(rij[0]), int(str(rij[1]))))
        bevindingen = [
            [tekst, taak, ernst, ", ".join(sorted(loting.meng(mensen)[:aantal]))] for tekst, taak, ernst, aantal in BEVINDINGEN[ronde]
        ]
        kop_sus = ("Deelnemer", *(f"SUS{nr}. {tekst}" for nr, tekst in enumerate(STELLINGEN, start=1)))
        bladen = {
            "taken": (("Deelnemer", "Taak", "Omschrijving", "Gelukt", "Tijd (seconden)", "Fouten", "Opmerking"), taken),
            "sus": (kop_sus, _sus(loting, mensen, SUS[ronde])),
            "bevindingen": (("Bevinding", "Taak", "Ernst", "Deelnemers"), bevindingen),
        }
        write_xlsx(ruw / f"usability_ronde{nummer}.xlsx", bladen)


def _taak(loting: Loting, mensen: list[str], nummer: int, aantal: int) -> list[list[object]]:
    """Return the rows of one task: as many succeed as planted, some of the others in part."""
    gelukt = set(loting.meng(mensen)[:aantal])
    rijen: list[list[object]] = []
    for persoon in mensen:
        uitkomst = "ja" if persoon in gelukt else "deels" if loting.kans(0.3) else "nee"
        midden = _SECONDEN[nummer - 1] * (1.0 if uitkomst == "ja" else 1.9)
        seconden = max(15, round(loting.normaal(midden, midden * 0.3)))
        fouten = loting.geheel(0, 1) if uitkomst == "ja" else loting.geheel(1, 4)
        gezien = loting.kies(_GEZIEN[nummer - 1]) if loting.kans(0.45) else ""
        rijen.append([persoon, nummer, TAKEN[nummer - 1], uitkomst, seconden, fouten, gezien])
    return rijen


def _sus(loting: Loting, mensen: list[str], gemiddeld: float) -> list[list[object]]:
    """Return the answers to the ten statements; the mean score of all people is exactly as planted.

    A score is 2.5 times the sum of ten contributions of 0 to 4 (Brooke, 1996).
    """
    punten = [loting.stap(gemiddeld / 2.5, 5.0, 6, 37) for _ in mensen]
    doel = round(gemiddeld / 2.5 * len(mensen))
    while sum(punten) != doel:
        plek = loting.geheel(0, len(mensen) - 1)
        punten[plek] += 1 if sum(punten) < doel else -1
    rijen: list[list[object]] = []
    for persoon, som in zip(mensen, punten, strict=True):
        delen = [som // 10] * 10
        for plek in loting.meng(range(10))[: som % 10]:
            delen[plek] += 1
        for _ in range(6):
            van, naar = loting.geheel(0, 9), loting.geheel(0, 9)
            if van != naar and delen[van] > 0 and delen[naar] < 4:
                delen[van], delen[naar] = delen[van] - 1, delen[naar] + 1
        rijen.append([persoon, *(EENS[deel if nr % 2 == 0 else 4 - deel] for nr, deel in enumerate(delen))])
    return rijen
