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
