"""The questionnaire on enforcement in the neighbourhood: columns, texts and labels as the bureau coded them."""

from __future__ import annotations

# This bureau codes agreement the other way round: 1 is the strongest agreement.
EENS = {1.0: "helemaal mee eens", 2.0: "mee eens", 3.0: "neutraal", 4.0: "mee oneens", 5.0: "helemaal mee oneens",
        98.0: "weet niet / geen mening"}
TEVREDEN = {1.0: "zeer ontevreden", 2.0: "ontevreden", 3.0: "neutraal", 4.0: "tevreden", 5.0: "zeer tevreden",
            98.0: "weet niet / geen mening"}
STELLINGEN = (
    "Boa's zijn goed herkenbaar.",
    "Ik zie genoeg boa's in mijn wijk.",
    "Boa's treden op als dat nodig is.",
    "Boa's behandelen iedereen gelijk.",
    "Ik weet waar ik terechtkan met een klacht over een boa.",
    "Boa's letten te veel op kleine dingen.",
)
MELDINGEN = ("afval", "parkeren", "honden", "overlast van jongeren", "verkeer")
MELD_TEKST = "Waarover heeft u in het afgelopen jaar iets gemeld bij de gemeente? (meer antwoorden mogelijk)"

TEKSTEN: dict[str, str] = {
    "resp_id": "Respondent",
    "startdatum": "Startdatum",
    "email": "E-mailadres voor de verloting",
    "geslacht": "Wat is uw geslacht?",
    "leeftijd": "Wat is uw leeftijd?",
    "opl5": "Wat is uw hoogst behaalde opleiding? (CBS, 5 klassen)",
    "wijk": "In welke wijk woont u?",
    "v1": "Welk rapportcijfer geeft u de handhaving in uw wijk? (1-10)",
    "v2": "Hoe tevreden of ontevreden bent u over de boa's in uw wijk?",
    **{f"v3_{nr}": tekst for nr, tekst in enumerate(STELLINGEN, start=1)},
    "v4": "Heeft u in het afgelopen jaar contact gehad met een boa?",
    "v5": "Welk rapportcijfer geeft u dat contact? (1-10)",
    **{f"v6_{nr}": f"Gemeld: {label}" for nr, label in enumerate(MELDINGEN, start=1)},
    "v7": "Hoeveel vertrouwen heeft u in de gemeente als het gaat om handhaving?",
    "v8": "Hoe gaat het met de handhaving in uw wijk? Kunt u uw antwoord toelichten?",
    "v9": "Wat moet er beter?",
    "weegfactor": "Weegfactor",
}
JA_NEE = {0.0: "nee", 1.0: "ja"}
LABELS: dict[str, dict[float, str]] = {
    "geslacht": {1.0: "man", 2.0: "vrouw", 3.0: "anders / wil niet zeggen"},
    "opl5": {11.0: "Basisonderwijs", 12.0: "Vmbo, havo-, vwo-onderbouw, mbo 1", 21.0: "Havo, vwo, mbo 2 t/m 4",
             31.0: "Hbo-, wo-bachelor", 32.0: "Hbo-, wo-master, doctor", 99.0: "wil niet zeggen"},
    "wijk": {1.0: "Oosterveen", 2.0: "Westerkade", 3.0: "Havenwijk", 4.0: "Noorderbrink"},
    "v1": {98.0: "weet niet"},
    "v2": TEVREDEN,
    **{f"v3_{nr}": EENS for nr in range(1, 7)},
    "v4": {1.0: "ja", 2.0: "nee"},
    "v5": {98.0: "weet niet"},
    **{f"v6_{nr}": JA_NEE for nr in range(1, 6)},
    "v7": {1.0: "heel weinig", 2.0: "weinig", 3.0: "niet veel, niet weinig", 4.0: "veel", 5.0: "heel veel",
           98.0: "weet niet", 99.0: "wil niet zeggen"},
}
MISSEND = {
    kolom: [code for code in labels if code >= 98] for kolom, labels in LABELS.items() if any(code >= 98 for code in labels)
}
SETS = {"v6": (MELD_TEKST, tuple(f"v6_{nr}" for nr in range(1, 6)))}
