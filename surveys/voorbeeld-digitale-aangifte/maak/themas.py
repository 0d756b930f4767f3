"""The list of themes of the synthetic example: what becomes themalijst.xlsx."""

from __future__ import annotations

KOLOMMEN = (
    "thema", "omschrijving", "hoort_onder", "woorden_wel", "woorden_niet",
    "voorbeeld", "nieuw_inzicht", "kompasvraag",
)

THEMAS = (
    (
        "terugkoppeling",
        "Of mensen na hun aangifte iets horen over wat ermee gebeurt, ook als de zaak stopt.",
        "",
        "terugkoppel*; teruggekoppeld; op de hoogte; stand van zaken; niets meer gehoord; niks meer gehoord; "
        "nooit meer iets gehoord; *update; *afloopbericht; laat mensen weten",
        "software-update*",
        "daarna heb ik niets meer gehoord",
        "nee", "bk1",
    ),
    (
        "begrijpelijke taal",
        "Of vragen, uitleg en brieven te begrijpen zijn.",
        "",
        "begrijpelijk*; onbegrijpelijk*; moeilijke woorden; onduidelijke vragen; *gewone taal; ambtelijk*; "
        "ambtenarentaal; jargon; juridisch*; begreep niet; begreep die vraag; snap*",
        "",
        "sommige vragen waren in ambtelijke taal",
        "nee", "bk1",
    ),
    (
        "inloggen",
        "Toegang met DigiD, wachtwoord of code.",
        "",
        "inlog*; ingelogd; uitgelogd; digid; wachtwoord*; sms-code*",
        "",
        "inloggen met digid lukte pas de derde keer",
        "nee", "bk4",
    ),
    (
        "lengte van het formulier",
        "Hoeveel er gevraagd wordt en hoeveel werk het invullen is.",
        "gemak",
        "te lang; te veel vragen; dubbele vragen; waslijst*; invulwerk; eindeloos formulier; lang formulier; "
        "korter formulier; formulier korter",
        "",
        "te veel vragen voor een gestolen fiets",
        "nee", "bk1",
    ),
    (
        "bewijs toevoegen",
        "Foto's, beelden en bijlagen meesturen.",
        "",
        "foto*; *beelden; bijlage*; upload*; bewijs*; bestand; bestanden; filmpje*",
        "",
        "de foto's kon ik niet toevoegen",
        "ja", "bk3",
    ),
    (
        "menselijk contact",
        "Een mens spreken: aan de balie, aan de telefoon of in de wijk.",
        "",
        "iemand gesproken; mens tegenover; echt mens; persoonlijk contact; wijkagent*; balie*; telefonisch*; "
        "bellen; terugbellen; op het bureau; naar het bureau te gaan; aan een persoon",
        "",
        "je krijgt geen echt mens te spreken",
        "nee", "bk3",
    ),
    (
        "snelheid",
        "Hoe lang de afhandeling duurt.",
        "",
        "duurde weken; duurde zes weken; duurde acht weken; traag; trage; sneller; snellere; lang wachten; wekenlang; maandenlang; "
        "wachttijd*; termijn; snel bij; duurt het maanden",
        "",
        "het duurde weken voor er iets gebeurde",
        "nee", "bk1",
    ),
    (
        "zin van aangifte",
        "Of mensen denken dat aangifte doen iets oplevert.",
        "",
        "niks mee gedaan; niets mee gedaan; *seponeer*; seponeren; zinloos; statistiek; in een la; in de la; "
        "geen zin; zin heeft; voor niets; prioriteit; echt iets mee",
        "",
        "er wordt toch niets mee gedaan",
        "ja", "bk1",
    ),
    (
        "privacy",
        "Wie gegevens kan inzien, en of anoniem melden kan.",
        "",
        "privacy*; anoniem*; mijn gegevens; persoonsgegevens; adres",
        "",
        "ik was bang dat de dader mijn adres te zien krijgt",
        "ja", "bk4",
    ),
    (
        "digitale vaardigheid",
        "Of mensen het zelf kunnen, en wie hen helpt.",
        "",
        "computer*; digibeet; digibeten; laptop*; digitaal vaardig; niet handig met; mijn dochter; kleinzoon; "
        "hulp bij het invullen",
        "",
        "mijn dochter heeft het voor mij gedaan",
        "nee", "bk4",
    ),
    (
        "keuze van het delict",
        "Het juiste soort aangifte kunnen kiezen.",
        "gemak",
        "categorie*; keuzemenu*; soort aangifte; soorten delicten; delicten; hokje*",
        "",
        "ik wist niet welke categorie ik moest kiezen",
        "ja", "bk3",
    ),
    (
        "technische storing",
        "Foutmeldingen, vastlopen, opslaan en gebruik op de telefoon.",
        "",
        "foutmelding*; liep vast; vastloopt; alles kwijt; storing*; opnieuw beginnen; tussentijds opslaan; "
        "mobiel; smartphone",
        "",
        "de site liep vast en ik was alles kwijt",
        "nee", "bk1",
    ),
    (
        "gemak",
        "Hoe makkelijk of handig het is om online aangifte te doen.",
        "",
        "vlot; makkelijk; makkelijker; handig; overzichtelijk; simpel; thuis; vanuit huis; eigen tijd",
        "niet handig; niet makkelijk; onhandig",
        "makkelijk en overzichtelijk",
        "nee", "bk2",
    ),
)

NAMEN = tuple(thema[0] for thema in THEMAS)
