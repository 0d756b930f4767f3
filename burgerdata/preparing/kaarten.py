"""What is known of each instrument before it is chosen: what it is good for, how large it is, what it cannot show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kaart:
    """One instrument. ``deelnemers`` is the most people it usually has; ``weken`` the least it lasts.

    Sizes are what published studies of the kind had, not a rule.
    """

    laat_zien: str
    doelen: tuple[str, ...]
    omvang: str
    deelnemers: int | None
    levert: str
    kan_niet: str
    online: bool = False
    weken: int = 0
    waarom_weken: str = ""


KAARTEN = {
    "enquete": Kaart(
        "breedte en aantallen",
        ("ervaring meten", "keuze wegen", "gevolgen toetsen", "evalueren"),
        "1.000 tot 2.000 mensen op een panel",
        2000,
        "aandelen en cijfers per groep, met marges",
        "bij wie zichzelf aanmeldde: een foutmarge noemen",
        online=True,
    ),
    "klantpanel": Kaart(
        "verandering in de tijd, bij dezelfde mensen",
        ("ervaring meten", "dienst verbeteren", "evalueren"),
        "dezelfde mensen, een meting per kwartaal",
        None,
        "verandering per persoon tussen metingen",
        "metingen vergelijken als de vraag is veranderd",
        online=True,
        weken=13,
        waarom_weken="twee metingen met een kwartaal ertussen",
    ),
    "focusgroep": Kaart(
        "het waarom, in de woorden van mensen zelf",
        ("perspectieven ophalen", "gevolgen toetsen", "oplossingen zoeken", "dienst verbeteren"),
        "3 tot 6 groepen van 6 tot 10 mensen",
        60,
        "thema's per groep, overeenstemming en verschil",
        "percentages geven",
    ),
    "straatgesprek": Kaart(
        "wat voorbijgangers vinden, ook wie zich niet zou aanmelden",
        ("perspectieven ophalen",),
        "bijvoorbeeld 92 gesprekken op 6 plekken in een week",
        None,
        "thema's per plek en tijd, en hoeveel mensen weigerden",
        "een geschatte leeftijd als een gevraagde behandelen",
    ),
    "community": Kaart(
        "hoe mensen nadenken en op elkaar reageren, in eigen woorden en tijd",
        ("perspectieven ophalen", "gevolgen toetsen", "oplossingen zoeken"),
        "tot 75 mensen, enkele dagen tot enkele weken",
        75,
        "thema's per opdracht, gesprekken en peilingen",
        "berichten tellen alsof het mensen zijn",
        online=True,
    ),
    "burgerberaad": Kaart(
        "een afweging, met alle voors en tegens op tafel",
        ("keuze wegen", "oplossingen zoeken"),
        "100 tot 175 gelote mensen, 6 of 7 weekenden",
        175,
        "aanbevelingen met steun, waarop een antwoord met redenen volgt",
        "de leden behandelen als een peiling van meningen",
        weken=26,
        waarom_weken="uitnodigen, loten en 6 of 7 weekenden",
    ),
    "burgerdialoog": Kaart(
        "een afweging in gesprek, op één of enkele dagen",
        ("perspectieven ophalen", "oplossingen zoeken", "keuze wegen"),
        "20 tot 150 mensen aan tafels van 6 tot 8",
        150,
        "thema's per tafel, en stippen per stelling",
        "stippen optellen van tafels met andere stellingen",
    ),
    "usability": Kaart(
        "of mensen het kunnen",
        ("dienst verbeteren", "gevolgen toetsen"),
        "5 mensen per ronde, meer dan 30 om het een meting te noemen",
        None,
        "gelukte taken, tijd, SUS, en bevindingen naar ernst",
        "een percentage van 5 mensen geven",
    ),
    "signaal": Kaart(
        "wat er al binnenkomt: klachten, vragen en meldingen",
        ("dienst verbeteren",),
        "wat er ligt",
        None,
        "thema's per bron en per maand",
        "zeggen hoe vaak iets in de bevolking voorkomt",
    ),
}
"""In the order of the vocabulary."""
