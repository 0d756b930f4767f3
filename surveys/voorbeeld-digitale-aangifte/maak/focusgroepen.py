"""The four focus groups of the synthetic example: a moderator and eight speakers each, as typed out in Word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from maak.loting import Loting
from maak.personen import SPREKERS
from maak.schrijven import write_docx, write_xlsx
from maak.waarheden import ZAAD
from maak.zinnen import Schrijver

GROEPEN = tuple(SPREKERS)
_OPZET = {
    "fg1": ("mensen van 18 tot en met 34 jaar", "10 februari 2026, 19.00 tot 20.45 uur"),
    "fg2": ("mensen van 35 tot en met 64 jaar", "12 februari 2026, 19.00 tot 20.45 uur"),
    "fg3": ("mensen van 65 jaar en ouder", "17 februari 2026, 10.00 tot 11.45 uur"),
    "fg4": ("mensen die weinig met computers doen", "19 februari 2026, 13.30 tot 15.15 uur"),
}
_LEEFTIJD = {"fg1": ("18-34",), "fg2": ("35-49", "50-64"), "fg3": ("65-74", "75+"), "fg4": ("35-49", "50-64", "65-74", "75+")}

# What the moderator asks, which themes then come up, and how many people speak.
LEIDRAAD = (
    ("Hoe ging het toen u voor het laatst aangifte deed?",
     ("gemak", "technische storing", "inloggen", "zin van aangifte", "keuze van het delict"), 8),
    ("Online of op het bureau: wat heeft uw voorkeur, en waarom?",
     ("menselijk contact", "gemak", "digitale vaardigheid", "menselijk contact"), 8),
    ("Ik leg nu het formulier op tafel. Wat valt u op aan de vragen?",
     ("begrijpelijke taal", "lengte van het formulier", "begrijpelijke taal", "keuze van het delict"), 9),
    ("Stel, u wilt iets laten zien aan de politie. Hoe gaat dat nu?", ("bewijs toevoegen", "technische storing"), 5),
    ("En dan heeft u op versturen gedrukt. Wat gebeurt er daarna?",
     ("terugkoppeling", "snelheid", "zin van aangifte", "terugkoppeling"), 9),
    ("Wat vindt u ervan dat u uw naam en andere gegevens moet invullen?", ("privacy", "privacy", "inloggen"), 4),
    ("Als u één ding mocht veranderen, wat zou dat zijn?",
     ("menselijk contact", "terugkoppeling", "begrijpelijke taal", "lengte van het formulier", "digitale vaardigheid"), 8),
)
# What a group hardly or heavily talks about.
_ZWAAR = {"fg1": "bewijs toevoegen", "fg2": "terugkoppeling", "fg3": "menselijk contact", "fg4": "digitale vaardigheid"}
_NIET = {"fg1": ("digitale vaardigheid",), "fg2": (), "fg3": ("keuze van het delict",), "fg4": ("bewijs toevoegen",)}
_KENNISMAKING = (
    "Ik ben {naam}, ik deed vorig jaar aangifte van een gestolen fiets.",
    "{naam} is de naam, ik woon hier al dertig jaar.",
    "Mijn naam is {naam}. Ik ben benieuwd, want ik heb er wel wat over te zeggen.",
    "Ik heet {naam}, ik heb het twee keer gedaan, één keer online.",
    "Hallo, ik ben {naam}. Bij mij ging het om oplichting via internet.",
    "{naam}, ik werk in de zorg en ik ben een keer bedreigd.",
    "Ik ben {naam}. Eigenlijk heb ik nog nooit aangifte gedaan, wel erover gedacht.",
    "Ja, {naam} dus. Bij ons in de straat is veel ingebroken.",
)
_VERWIJS = (
    "Ik sluit aan bij {naam}.",
    "{naam} zei net iets wat ik ook dacht.",
    "Wat {naam} zegt, dat zie ik anders.",
    "Net als {naam}, ja.",
)


def write_focusgroepen(map_: Path, zinnen: dict[str, list[str]]) -> None:
    """Write a transcript per group and the screener that says who sat at the table."""
    loting = Loting(f"{ZAAD} focusgroepen")
    schrijver = Schrijver(Loting(f"{ZAAD} focusgroepen tekst"), zinnen)
    for groep in GROEPEN:
        wie, wanneer = _OPZET[groep]
        inleiding = ("Synthetisch voorbeeld, geen echte mensen", f"Groep {groep[-1]}, {wie}", wanneer)
        beurten = [f"{spreker}: {tekst}" for spreker, tekst in _gesprek(loting, schrijver, groep)]
        write_docx(map_ / f"{groep}.docx", "Focusgroep over online aangifte doen", inleiding, beurten)
    kop = ("spreker", "groep", "leeftijdsgroep", "geslacht", "opleiding", "naam")
    write_xlsx(map_ / "screener.xlsx", {"screener": (kop, _screener(loting))})


def _screener(loting: Loting) -> list[list[object]]:
    rijen: list[list[object]] = []
    for groep, namen in SPREKERS.items():
        for nummer, naam in enumerate(namen, start=1):
            leeftijd = _LEEFTIJD[groep][nummer % len(_LEEFTIJD[groep])]
            opleiding = loting.weeg({"laag (CBS)": 0.45 if groep == "fg4" else 0.25, "middelbaar (CBS)": 0.4, "hoog (CBS)": 0.3})
            geslacht = "man" if naam in _MANNEN else "vrouw"
            rijen.append([f"R{nummer}", groep, leeftijd, geslacht, opleiding, naam])
    return rijen


_MANNEN = {"Henk", "Mehmet", "Wouter", "Tjeerd", "Ruben", "Pieter", "Bjorn", "Dirk", "Kevin", "Farid", "Jeroen", "Yusuf",
           "Sander", "Gijsbert", "Achmed"}


def _gesprek(loting: Loting, schrijver: Schrijver, groep: str) -> Iterator[tuple[str, str]]:
    """Yield the turns: a round of names, the seven questions, and a close."""
    namen = SPREKERS[groep]
    yield "M", "Welkom allemaal. We nemen het gesprek op en maken er een verslag van zonder namen. Zullen we een rondje doen?"
    for nummer, (naam, zin) in enumerate(zip(namen, loting.meng(_KENNISMAKING), strict=True), start=1):
        yield f"R{nummer}", zin.format(naam=naam)
    for vraag, themas, aantal in LEIDRAAD:
        yield "M", vraag
        yield from _ronde(loting, schrijver, groep, themas, aantal + loting.geheel(-1, 1))
    yield "M", "We zijn door de tijd heen. Wil iemand nog iets kwijt?"
    yield "R3", "Nee hoor, het was goed om dit eens te kunnen zeggen."
    yield "M", "Dan dank ik u hartelijk, ook namens de opdrachtgever."


def _ronde(
    loting: Loting, schrijver: Schrijver, groep: str, themas: tuple[str, ...], aantal: int
) -> Iterator[tuple[str, str]]:
    """Yield the turns on one question: everyone in turn, short reactions and a follow-up between them."""
    sprekers = loting.meng(range(1, 9)) + loting.meng(range(1, 9))
    toegestaan = [thema for thema in themas if thema not in _NIET[groep]]
    for plek in range(aantal):
        thema = _ZWAAR[groep] if loting.kans(0.12) else toegestaan[plek % len(toegestaan)]
        yield f"R{sprekers[plek]}", _beurt(loting, schrijver, groep, sprekers[plek], thema, eerste=plek == 0)
        if loting.kans(0.18):
            yield f"R{sprekers[plek + 2]}", schrijver.zin("kort")
        if loting.kans(0.16):
            yield "M", schrijver.zin("doorvraag")


def _beurt(
    loting: Loting, schrijver: Schrijver, groep: str, spreker: int, thema: str, *, eerste: bool
) -> str:
    """Return what one speaker says: an opening, the point, and how it was."""
    delen = []
    if eerste:
        pass
    elif loting.kans(0.12):
        ander = loting.kies([naam for nr, naam in enumerate(SPREKERS[groep], start=1) if nr != spreker])
        delen.append(loting.kies(_VERWIJS).format(naam=ander))
    elif loting.kans(0.45):
        delen.append(schrijver.zin("reactie"))
    if loting.kans(0.62):
        delen.append(schrijver.zin(f"{thema} praat"))
    else:
        zin = schrijver.zin(f"{thema} ervaring")
        delen.append(f"{zin[0].upper()}{zin[1:]}.")
    if loting.kans(0.4):
        delen.append(schrijver.zin("uitwerking"))
    return " ".join(delen)
