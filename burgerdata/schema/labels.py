"""How a word of a vocabulary is printed: enquete → enquête, dienstverlening → Uitwerken naar dienstverlening."""

from __future__ import annotations

INSTRUMENT_LABEL = {
    "enquete": "enquête",
    "klantpanel": "klantpanel",
    "focusgroep": "focusgroepen",
    "straatgesprek": "straatgesprekken",
    "community": "online community",
    "burgerberaad": "burgerberaad",
    "burgerdialoog": "burgerdialoog",
    "usability": "usability-onderzoek",
    "signaal": "signalen",
}
SOORT_LABEL = {
    "een_antwoord": "één antwoord",
    "meer_antwoorden": "meer antwoorden",
    "schaal": "schaal",
    "stelling": "stelling",
    "getal": "getal",
    "rangorde": "rangorde",
    "open": "open vraag",
    "taak": "taak",
}
FASE_LABEL = {
    "beleidsontwikkeling": "Beleidsontwikkeling",
    "dienstverlening": "Uitwerken naar dienstverlening",
    "praktijk": "Signalen uit de praktijk",
    "evaluatie": "Evaluatie",
}
TREDE_LABEL = {
    "informeren": "informeren (telt niet als participatie)",
    "raadplegen": "raadplegen",
    "adviseren": "adviseren",
    "coproduceren": "coproduceren",
    "meebeslissen": "meebeslissen",
}
TREDE_UITLEG = {
    "informeren": "informeren (mensen horen wat er gebeurt; dat telt niet als participatie)",
    "raadplegen": "raadplegen (mensen zeggen wat zij vinden)",
    "adviseren": "adviseren (mensen geven advies; wie daarvan afwijkt, zegt waarom)",
    "coproduceren": "coproduceren (mensen werken de oplossing mee uit)",
    "meebeslissen": "meebeslissen (mensen beslissen mee)",
}
"""The rungs with what people do on them: the word alone tells a reader little."""
WERVING_LABEL = {
    "steekproef": "steekproef",
    "panel": "panel",
    "klantbestand": "klantbestand",
    "selectiebureau": "selectiebureau",
    "netwerk": "via netwerken",
    "open_link": "open link",
    "loting": "loting",
    "aangesproken": "op straat aangesproken",
    "uitgenodigd": "op uitnodiging",
    "zelf_gemeld": "uit zichzelf gemeld",
}
STATUS_LABEL = {
    "overgenomen": "overgenomen",
    "deels_overgenomen": "deels overgenomen",
    "niet_overgenomen": "niet overgenomen",
    "in_behandeling": "nog te besluiten",
    "buiten_kaders": "buiten de kaders",
}
KOMPASVRAAG_LABEL = {
    "bk0": "Wie zijn belanghebbenden en waarom?",
    "bk1": "Wat is het probleem?",
    "bk2": "Wat is het beoogde doel?",
    "bk3": "Wat zijn opties om het doel te realiseren?",
    "bk4": "Wat zijn de gevolgen van de opties?",
    "bk5": "Wat is de voorkeursoptie?",
}
ZELFSELECTIE = ("open_link", "netwerk", "zelf_gemeld")
"""Recruitments in which nobody chose the people: figures say 'deelnemers', never 'burgers'."""
ZELF_AANGEMELD = "zelf aan"
VIA_NETWERK = "via organisaties of netwerken"
NIET_OPGEGEVEN = "op een manier die niet is opgegeven"
"""What the notes on these three say, which no figure leaves out."""
KANSSTEEKPROEF = ("steekproef", "loting")
"""Recruitments for which a margin of error is a margin of error; elsewhere it is an indication."""
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAAND_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_OOK = {"feb": ("febr",), "sep": ("sept",)}
MAANDNAMEN = tuple(
    tuple(dict.fromkeys((kort, *_OOK.get(kort, ()), lang)))
    for kort, lang in zip(MAAND_KORT, MAANDEN, strict=True)
)
"""Each month as people write it, short and in full."""
MAANDWOORD = "|".join(sorted((naam for namen in MAANDNAMEN for naam in namen), key=len, reverse=True))
"""Any month in a pattern, the longest name first."""
MAANDBEGIN = "|".join((*MAAND_KORT, "maa"))
"""How any month begins in a pattern, where more of its name or another ending may follow."""
