"""The talks: four focus groups with a screener that misses a speaker, and street forms typed over by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from maak.loting import Loting
from maak.schrijven import write_docx, write_xlsx
from maak.zinnen import Schrijver
from maandag import THEMAS, ZAAD
from maandag.geplant import SPREKERS

VRAGEN = (
    ("Hoe gaat het bij u in de wijk?", ("afval", "overlast", "parkeren", "honden", "verkeer")),
    ("Wat merkt u van de boa's?", ("zichtbaarheid", "bejegening", "zichtbaarheid", "bejegening")),
    ("Stel, u wilt iets melden. Hoe gaat dat?", ("melden", "melden", "afval")),
    ("Wat moet de gemeente als eerste anders doen?", ("zichtbaarheid", "overlast", "melden", "verkeer", "parkeren")),
)
KOP_STRAAT = ("Datum", "Locatie", "Tijdstip", "Geschatte leeftijd", "Aantal personen", "Wat gaat goed?", "Wat moet beter?",
              "Code", "Opm. M")
PLAATSEN = ("Weekmarkt Oosterveen", "Winkelcentrum De Linde", "Speeltuin Havenwijk", "Station Westerkade")


def write_focusgroepen(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write fg1.docx to fg4.docx and screener.xlsx, in which speaker R9 of fg3 is missing."""
    loting = Loting(f"{ZAAD} focusgroepen")
    schrijver = Schrijver(Loting(f"{ZAAD} gesprekken tekst"), zinnen)
    rijen: list[list[object]] = []
    for groep, namen in SPREKERS.items():
        beurten = [f"{spreker}: {tekst}" for spreker, tekst in _gesprek(loting, schrijver, namen)]
        inleiding = (f"Transcript groep {groep[-1]}, juni 2026", "Synthetisch voorbeeld, geen echte mensen")
        write_docx(ruw / f"{groep}.docx", "Focusgroep handhaving in de wijk", inleiding, beurten)
        for nummer, naam in enumerate(namen[:8], start=1):
            rijen.append([groep, f"R{nummer}", naam, loting.kies(("m", "v")), loting.geheel(19, 79),
                          loting.kies(("vmbo", "mbo", "havo", "hbo", "wo"))])
    write_xlsx(ruw / "screener.xlsx", {"Blad1": (("Groep", "Spreker", "Naam", "Geslacht", "Leeftijd", "Opleiding"), rijen)})


def _gesprek(loting: Loting, schrijver: Schrijver, namen: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield "M", "Fijn dat u er bent. Zullen we beginnen met een rondje?"
    for nummer, naam in enumerate(namen, start=1):
        yield f"R{nummer}", loting.kies(("Ik ben {}.", "Mijn naam is {}, ik woon hier al lang.", "Ik heet {}.")).format(naam)
    for vraag, themas in VRAGEN:
        yield "M", vraag
        for plek, spreker in enumerate(loting.meng(range(1, len(namen) + 1)) + loting.meng(range(1, len(namen) + 1))[:3]):
            delen = [schrijver.zin("reactie")] if plek and loting.kans(0.4) else []
            if plek and loting.kans(0.1):
                delen = [f"Wat {namen[spreker % len(namen)]} zegt, dat is zo."]
            delen.append(schrijver.zin(f"{themas[plek % len(themas)]} praat"))
            if loting.kans(0.3):
                delen.append(schrijver.zin("uitwerking"))
            yield f"R{spreker}", " ".join(delen)
            if loting.kans(0.15):
                yield "M", schrijver.zin("doorvraag")
    yield "M", "Dan ronden we af. Dank u wel."


def write_straat(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write straat_formulieren.xlsx: two title lines above the header, and two columns that only the bureau understands."""
    loting = Loting(f"{ZAAD} straat")
    schrijver = Schrijver(Loting(f"{ZAAD} straat tekst"), zinnen)
    rijen: list[list[object]] = []
    for blok, plaats in enumerate(PLAATSEN):
        for nummer in range(15):
            goed, beter = (
                "" if loting.kans(0.06) else schrijver.antwoord([thema for thema in THEMAS if loting.kans(0.2)][:2], gebruik)
                for gebruik in ("ervaring", "moet")
            )
            leeftijd = loting.kies(("18-34", "35-49", "50-64", "65-74", "75+", "ca. 40", "?"))
            rijen.append([dt.date(2026, 7, 3 + blok), plaats, f"{10 + nummer // 3}.{nummer % 3 * 17 + 5:02d}", leeftijd,
                          2 if nummer == 9 else 1, goed, beter, f"{blok + 1}{loting.kies('abc')}", loting.kies(("", "", "ok", "kort"))])
    boven = ("Straatgesprekken handhaving in de wijk", "Ingevoerd op 8 juli 2026")
    write_xlsx(ruw / "straat_formulieren.xlsx", {"invoer": (KOP_STRAAT, rijen)}, boven=boven)
