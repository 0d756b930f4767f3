"""The questionnaire of the survey: columns, literal texts, value labels, and how the report uses each question."""

from __future__ import annotations

EENS = {1.0: "helemaal mee oneens", 2.0: "mee oneens", 3.0: "niet eens, niet oneens", 4.0: "mee eens",
        5.0: "helemaal mee eens", 98.0: "weet niet"}
TEVREDEN = {1.0: "zeer ontevreden", 2.0: "ontevreden", 3.0: "niet tevreden, niet ontevreden", 4.0: "tevreden",
            5.0: "zeer tevreden", 98.0: "weet niet"}
VERTROUWEN = {1.0: "heel weinig vertrouwen", 2.0: "weinig vertrouwen", 3.0: "niet veel, niet weinig",
              4.0: "veel vertrouwen", 5.0: "heel veel vertrouwen", 98.0: "weet niet", 99.0: "wil niet zeggen"}
BELANG = {1.0: "helemaal niet belangrijk", 2.0: "niet belangrijk", 3.0: "neutraal", 4.0: "belangrijk",
          5.0: "heel belangrijk"}
OORDEEL = {1.0: "zeer slecht", 2.0: "slecht", 3.0: "niet goed, niet slecht", 4.0: "goed", 5.0: "zeer goed",
           98.0: "weet niet"}
CIJFER = {98.0: "weet niet"}

STAPPEN = ("inloggen", "formulier invullen", "bewijs toevoegen", "bevestiging krijgen", "bericht over de afloop")
STELLINGEN = (
    ("Ik weet voor welke zaken ik online aangifte kan doen.", "weet waarvoor", False),
    ("Online aangifte doen is net zo veilig als aangifte doen op het bureau.", "net zo veilig", False),
    ("Online aangifte doen kost mij te veel moeite.", "kost te veel moeite", True),
    ("Na een online aangifte hoor ik wat ermee gebeurt.", "hoor wat ermee gebeurt", False),
    ("De politie neemt een online aangifte net zo serieus als een aangifte op het bureau.", "net zo serieus", False),
    ("Bij online aangifte doen mis ik iemand die mij helpt.", "mis iemand die helpt", True),
    ("De taal op het formulier is duidelijk voor mij.", "taal is duidelijk", False),
)
DOEN = (
    ("Als ik een brief van de overheid krijg, weet ik meestal wat ik moet doen.", "weet wat te doen"),
    ("Ik regel zaken met de overheid op tijd, ook als ik het druk heb.", "regelt op tijd"),
    ("Als iets online niet lukt, blijf ik rustig en zoek ik een oplossing.", "blijft rustig"),
    ("Ik ken iemand die mij kan helpen als ik er zelf niet uitkom.", "kent hulp"),
)
PROCES = (
    "Het was duidelijk waarvoor dit onderzoek is.",
    "Ik kreeg genoeg informatie om de vragen te kunnen beantwoorden.",
    "Ik heb het gevoel dat er naar mijn mening wordt geluisterd.",
    "Iedereen kreeg in dit onderzoek evenveel ruimte om zijn of haar mening te geven.",
    "De vragen waren neutraal gesteld.",
    "Mijn mening is op tijd gevraagd: er kan nog iets veranderen.",
    "Welk rapportcijfer geeft u dit onderzoek? (1 = zeer slecht, 10 = uitstekend)",
    "Dit onderzoek was zoals ik vooraf had verwacht.",
)
PROCES_KORT = ("duidelijk doel", "genoeg informatie", "gehoord", "gelijke ruimte", "neutrale vragen", "op tijd gevraagd",
               "rapportcijfer onderzoek", "zoals verwacht")

KANALEN = tuple(f"q_kan_{nummer}" for nummer in range(1, 7))
KANALEN_LABELS = ("website van de politie", "telefoon (0900)", "politiebureau", "wijkagent", "app", "sociale media")
KANALEN_TEKST = "Via welke kanalen heeft u in de afgelopen 2 jaar contact gehad met de politie? (meer antwoorden mogelijk)"

TEKSTEN: dict[str, str] = {
    "respnr": "Respondentnummer",
    "status": "Status van de vragenlijst",
    "datum": "Datum van invullen",
    "ipadres": "IP-adres",
    "geslacht": "Wat is uw geslacht?",
    "leeftijd": "Wat is uw leeftijd?",
    "opl": "Wat is uw hoogst behaalde opleiding? (CBS, 5 klassen)",
    "regio": "Landsdeel",
    "sted": "Stedelijkheid van de woongemeente (CBS)",
    "q1": "Heeft u in de afgelopen 2 jaar online aangifte gedaan bij de politie?",
    "q2": "Welk rapportcijfer geeft u het online aangifte doen? (1 = zeer slecht, 10 = uitstekend)",
    "q3": "Hoe tevreden of ontevreden bent u over hoe uw aangifte is afgehandeld?",
    **{f"q4_{nummer}": stelling[0] for nummer, stelling in enumerate(STELLINGEN, start=1)},
    "q5": "Hoeveel vertrouwen heeft u dat de politie iets doet met een online aangifte?",
    "q6": "Stel, er wordt iets van u gestolen. Hoe zou u het liefst aangifte doen?",
    "q6_anders": "Hoe zou u het liefst aangifte doen? Anders, namelijk",
    **{kolom: f"Contact met de politie via: {label}" for kolom, label in zip(KANALEN, KANALEN_LABELS, strict=True)},
    **{f"q7_{nr}": f"Hoe belangrijk is deze stap voor u: {stap}?" for nr, stap in enumerate(STAPPEN, start=1)},
    **{f"q8_{nr}": f"Hoe beoordeelt u deze stap: {stap}?" for nr, stap in enumerate(STAPPEN, start=1)},
    **{f"q9_{nr}": tekst for nr, (tekst, _) in enumerate(DOEN, start=1)},
    "q10_open": "Hoe ging het toen u online aangifte deed? Vertel het in uw eigen woorden.",
    "q11_open": "Wat moet er volgens u anders bij het online aangifte doen?",
    **{f"p{nr}": tekst for nr, tekst in enumerate(PROCES, start=1)},
    "weegfactor": "Weegfactor (geslacht, leeftijd, opleiding)",
}
KOLOMMEN = tuple(TEKSTEN)
LAATSTE = tuple(kolom for kolom in KOLOMMEN if kolom.startswith(("q8", "q9", "q10", "q11", "p")))

JA_NEE = {0.0: "niet genoemd", 1.0: "genoemd"}
LABELS: dict[str, dict[float, str]] = {
    "status": {1.0: "afgerond", 2.0: "afgebroken", 9.0: "test"},
    "geslacht": {1.0: "man", 2.0: "vrouw", 3.0: "anders of wil niet zeggen"},
    "leeftijd": {999.0: "wil niet zeggen"},
    "opl": {11.0: "Basisonderwijs", 12.0: "Vmbo, havo-, vwo-onderbouw, mbo 1", 21.0: "Havo, vwo, mbo 2 t/m 4",
            31.0: "Hbo-, wo-bachelor", 32.0: "Hbo-, wo-master, doctor", 99.0: "wil niet zeggen"},
    "regio": {1.0: "Noord", 2.0: "Oost", 3.0: "West", 4.0: "Zuid"},
    "sted": {1.0: "zeer sterk stedelijk", 2.0: "sterk stedelijk", 3.0: "matig stedelijk", 4.0: "weinig stedelijk",
             5.0: "niet stedelijk"},
    "q1": {1.0: "ja", 2.0: "nee, wel op een andere manier aangifte gedaan", 3.0: "nee, geen aangifte gedaan",
           98.0: "weet niet"},
    "q2": CIJFER,
    "q3": TEVREDEN,
    **{f"q4_{nummer}": EENS for nummer in range(1, 8)},
    "q5": VERTROUWEN,
    "q6": {1.0: "website", 2.0: "telefoon", 3.0: "politiebureau", 4.0: "wijkagent", 5.0: "app", 7.0: "anders, namelijk",
           98.0: "weet niet"},
    **{kolom: JA_NEE for kolom in KANALEN},
    **{f"q7_{nummer}": BELANG for nummer in range(1, 6)},
    **{f"q8_{nummer}": OORDEEL for nummer in range(1, 6)},
    **{f"q9_{nummer}": EENS for nummer in range(1, 5)},
    **{f"p{nummer}": CIJFER if nummer == 7 else EENS for nummer in range(1, 9)},
}
MISSEND: dict[str, list[float]] = {
    kolom: [code for code in waarden if code in (98.0, 99.0, 999.0)]
    for kolom, waarden in LABELS.items()
    if set(waarden) & {98.0, 99.0, 999.0}
}
