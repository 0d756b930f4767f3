"""What was planted in the synthetic example on purpose, so that an analysis can be held against it."""

from __future__ import annotations

ZAAD = "digitale aangifte 2026"

N_ENQUETE = 1200
N_PROEFRIJEN = 3

# Share of the panel's substantive open answers about terugkoppeling, per wave.
TERUGKOPPELING = {"2026-03": 0.15, "2026-06": 0.22, "2026-09": 0.31}

# Mean grade for the handling, in the people who took part in the first and the third wave.
CIJFER_ZELFDE_MENSEN = {"2026-03": 6.2, "2026-09": 6.7}
N_PER_METING = {"2026-03": 412, "2026-06": 401, "2026-09": 391}
N_EERSTE_EN_DERDE = 288

# Mean of the latent grade in the survey: young people are clearly lower.
CIJFER_ENQUETE = {"18-34": 5.8, "35-49": 6.9, "50-64": 7.1, "65-74": 7.2, "75+": 7.0}

# The theme that every source has.
THEMA_OVERAL = "begrijpelijke taal"

# The wish for human contact is strong in the sources of the early phases and weak in those of the later ones,
# but every phase has an instrument of its own: a "fall" over the phases cannot be told from the instrument.
MENSELIJK_CONTACT = {"straatgesprek": 0.30, "enquete": 0.08, "klantpanel": 0.05}

LEEFTIJDSGROEPEN = (("18-34", 18, 34), ("35-49", 35, 49), ("50-64", 50, 64), ("65-74", 65, 74), ("75+", 75, 94))
OPLEIDING = {
    11: "Basisonderwijs",
    12: "Vmbo, havo-, vwo-onderbouw, mbo 1",
    21: "Havo, vwo, mbo 2 t/m 4",
    31: "Hbo-, wo-bachelor",
    32: "Hbo-, wo-master, doctor",
}
OPLEIDING_KORT = {
    "laag (CBS)": (11, 12),
    "middelbaar (CBS)": (21,),
    "hoog (CBS)": (31, 32),
}

# Invented population margins; categories as the report shows them.
BEVOLKING = {
    "geslacht": {"man": 0.493, "vrouw": 0.507},
    "leeftijdsgroep": {"18-34": 0.27, "35-49": 0.22, "50-64": 0.25, "65-74": 0.14, "75+": 0.12},
    "opleiding": {"laag (CBS)": 0.27, "middelbaar (CBS)": 0.41, "hoog (CBS)": 0.32},
}


def band(leeftijd: int) -> str:
    """Return the age band of an age in years."""
    return next(naam for naam, van, tot in LEEFTIJDSGROEPEN if van <= leeftijd <= tot)


def opleiding_kort(code: int) -> str:
    """Return the three-class CBS level of a five-class code."""
    return next(naam for naam, codes in OPLEIDING_KORT.items() if code in codes)


# Community: people, days, and how many citizens want to speak to a person when it does not work (third task).
N_COMMUNITY = 64
DAGEN_COMMUNITY = 8
MENSELIJK_CONTACT_COMMUNITY = 26

# Burgerberaad: the funnel, who was there per session, the one recommendation that misses the threshold of 75%, and
# how many of the drawn members have a low level of education where the target was 16.
TRECHTER = {"uitgenodigd": 6000, "aangemeld": 412, "geselecteerd": 66, "gestart": 60, "afgerond": 56}
AANWEZIG = (60, 58, 55, 56)
NIET_GEHAALD = 6
LAAG_OPGELEID_IN_BERAAD = 12
# Mean change of the same 56 members between the forms before and after: trust rises, the expectation is met.
VERSCHIL_BERAAD = {"T1": 0.8, "T2": 1.1, "P8": 0.3}

# Burgerdialoog: six tables of eight people; one idea gets the most dots at every table.
N_DIALOOG, N_UITLOOP = 48, 46
MEESTE_STIPPEN = "Stuur altijd een bericht over de afloop"

# Usability: the task that most people fail in the first round and not in the second, and the mean SUS of both.
MOEILIJKE_TAAK = 4
GELUKT = {"ronde 1": (11, 8, 7, 2, 6), "ronde 2": (12, 10, 9, 9, 8)}
SUS = {"ronde 1": 55.0, "ronde 2": 71.25}

# Signals: how many of the signals of citizens per month are about a technical failure, of how many.
STORING = (1, 2, 1, 2, 4, 5, 7, 8)
PER_MAAND = (14, 15, 14, 15, 15, 15, 16, 16)
N_ORGANISATIE, N_MEDEWERKER = 8, 14
