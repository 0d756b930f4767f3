"""The rules for the words of a figure: title, question, alt text, foot lines."""

from __future__ import annotations

import re

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.sheet import Vel
from burgerdata.schema.labels import MAANDEN

_LANGST = 90
_ZONDER_VRAAG = (
    *("bronnen", "respons", "themas", "meningsgroepen"),
    *("codeurs", "leercurve", "samenhang", "verzadiging", "woorden"),
    *("populatie", "doorwerking", "prioriteiten", "scorekaart"),
)
"""Figures over many questions, or over the coding itself."""
_OORZAAK = (
    r"veroorza\w+|leid(?:t|de|den|en)? tot|geleid tot|zorg(?:t|de|den|en)? voor|gezorgd voor|dankzij|vanwege|waardoor"
    r"|daardoor|hierdoor|kom(?:t|en) door|kwam(?:en)? door|door toedoen|als gevolg van|ten gevolge van|bewijst|bewijzen"
    r"|heeft effect|hebben effect|maakt dat|omdat|doordat|resulte\w+ in"
)
_WERKWOORDEN = frozenset(
    """
    is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden wil willen wilde wilden
    moet moeten moest moesten mag mogen mocht zal zullen zou zouden gaat gaan ging gingen komt komen kwam kwamen
    doet doen deed deden weet weten wist wisten vindt vinden vond vonden ziet zien zag zagen zegt zeggen zei zeiden
    geeft geven gaf gaven noemt noemen noemde noemden krijgt krijgen kreeg kregen voelt voelen voelde voelden
    denkt denken dacht dachten vraagt vragen vroeg vroegen blijft blijven bleef bleven staat staan stond stonden
    ligt liggen lag lagen steeg stegen stijgt stijgen gestegen daalde daalden daalt dalen gedaald verschilt verschillen
    verschilde verschilden verandert veranderen veranderde veranderden lukt lukken lukte kiest kiezen koos kozen
    scoort scoren scoorde wonen woont werkt werken werkte vult vullen vulde vulden begrijpt begrijpen begreep
    gebruikt gebruiken gebruikte mist missen miste ontbreekt ontbreken ontbrak ontbraken beoordeelt beoordelen
    beoordeelde beoordeelden steunt steunen steunde vertrouwt vertrouwen verwacht verwachten verwachtte ervaart ervaren
    ervaarde loopt lopen liep liepen neemt nemen nam namen houdt houden hield hielden helpt helpen hielp hoort horen
    hoorde heten heet telt tellen telde bestaat bestaan bestond overweegt lijkt lijken leek deelt delen deelde past
    passen wacht wachten wachtte wachtten kent kennen kende kenden durft durven durfde wijkt wijken week weken
    spreekt spreken sprak spraken rondt rondden rondde antwoordt antwoordde antwoordden haalt halen haalde stelt
    stellen stelde zet zetten kost kosten duurt duren duurde leest lezen las lazen reageert reageerde reageerden
    valt vallen viel vielen
    """.split()  # noqa: SIM905 (a list of words reads better as a text)
)


_MET_N = (
    "verdeling",
    "groepen",
    "stellingen",
    "verandering",
    "themas",
    "stemmen",
    "populatie",
    "prioriteiten",
)
"""Figures that must say how many people they rest on, in the base line or beside the rows."""


def check_titel(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 1: one sentence with a verb, at most 90 characters, at most one number, no cause."""
    titel = figuur.titel
    fouten = []
    if not titel:
        return ["titel: ontbreekt; schrijf de bevinding op"]
    if len(titel) > _LANGST:
        fouten.append(f"titel: {len(titel)} tekens; houd het bij {_LANGST}")
    if len(re.findall(r"[.!?](?:\s|$)", titel)) > (1 if titel[-1] in ".!?" else 0):
        fouten.append("titel: meer dan één zin; houd het bij één bevinding")
    if not _WERKWOORDEN & set(re.findall(r"[a-zë]+", titel.lower())):
        fouten.append("titel: geen werkwoord gevonden; maak er een zin met de bevinding van")
    meest = 2 if figuur.naam == "verandering" else 1
    aantal = len(_find_getallen(titel))
    if aantal > meest:
        fouten.append(f"titel: {aantal} getallen; houd het bij {meest}")
    oorzaak = re.search(rf"\b(?:{_OORZAAK})\b", re.sub(r"‘[^’]*’", "", titel.lower()))
    if oorzaak:
        fouten.append(f"titel: '{oorzaak[0]}' noemt een oorzaak; deze gegevens bewijzen die niet")
    return fouten


def check_vraag(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 2: the literal question under the title, where there is one question."""
    heeft = figuur.naam in _ZONDER_VRAAG or figuur.vraag
    return [] if heeft else ["vraag: de letterlijke vraag ontbreekt onder de titel"]


def check_alt(figuur: Figuur, vel: Vel) -> list[str]:
    """Return a fault when the alt text is missing or is not one or two sentences."""
    zinnen = len(re.findall(r"[.!?](?=\s+[A-ZÉ‘“']|\s*$)", figuur.alt))
    if not figuur.alt.strip():
        return ["alt: de tekst voor wie de figuur niet ziet ontbreekt"]
    return [] if 1 <= zinnen <= 2 else [f"alt: {zinnen} zinnen; schrijf er één of twee"]


def check_voet(figuur: Figuur, vel: Vel) -> list[str]:
    """Rule 8: base with n, weighting where there are shares or means, source."""
    fouten = []
    if not figuur.basis:
        fouten.append("voet: de basis ontbreekt")
    if not figuur.bron:
        fouten.append("voet: de bron ontbreekt")
    gemeten = figuur.naam in ("verdeling", "groepen", "stellingen", "verandering", "prioriteiten")
    if gemeten and figuur.basis and "gewogen" not in figuur.basis.lower():
        fouten.append("voet: gewogen of niet gewogen ontbreekt")
    if figuur.basis and figuur.naam in _MET_N and not _names_n(figuur, vel):
        fouten.append("voet: het aantal n ontbreekt")
    # Without any space: a line may end at the hyphen of a word.
    gedrukt = "".join("".join(woord.tekst.split()) for woord in vel.teksten if woord.rol == "voet")
    missend = [deel for deel in (figuur.basis, figuur.bron) if deel and "".join(deel.split()) not in gedrukt]
    return fouten + ["voet: basis of bron staat niet onder de figuur"] * bool(missend)


def _names_n(figuur: Figuur, vel: Vel) -> bool:
    gedrukt = [woord.tekst for woord in vel.labels]
    return bool(re.search(r"\d", figuur.basis)) or any(re.search(r"\bn( =|$)", tekst) for tekst in gedrukt)


def _find_getallen(tekst: str) -> list[str]:
    """Return the numbers in a title; the year of a wave and the names of age groups ("18-34", "75+") are no numbers."""
    zonder = re.sub(
        rf"\b(?:{'|'.join(MAANDEN)}) \d{{4}}\b"
        r"|\b\d{4}-\d{2}\b|\b\d+\s?[-–]\s?\d+\b|\b\d+\+|\b\d+ (?:t/m|tot en met|tot) \d+\b|‘[^’]*’",
        " ",
        tekst,
    )
    zonder = re.sub(r"\b1 op de (\d+)\b", r"\1", zonder)
    return re.findall(r"\d+(?:[.,]\d+)*", zonder)
