"""The closed vocabularies of the contract, each in its natural order."""

from __future__ import annotations

INSTRUMENT = (
    "enquete",
    "klantpanel",
    "focusgroep",
    "straatgesprek",
    "community",
    "burgerberaad",
    "burgerdialoog",
    "usability",
    "signaal",
)
FASE = ("beleidsontwikkeling", "dienstverlening", "praktijk", "evaluatie")
TREDE = ("informeren", "raadplegen", "adviseren", "coproduceren", "meebeslissen")
WERVING = (
    "steekproef",
    "panel",
    "klantbestand",
    "selectiebureau",
    "netwerk",
    "open_link",
    "loting",
    "aangesproken",
    "uitgenodigd",
    "zelf_gemeld",
)
EENHEID = ("persoon", "gesprek")
BRON_ROL = (
    "antwoorden",
    "gesprek",
    "deelnemerslijst",
    "codeboek",
    "vragen",
    "themalijst",
    "marges",
    "doorwerking",
    "citaten",
    "codeerwerk",
    "tellingen",
    "gezien",
)
DEELNEMER_ROL = (
    "burger",
    "ondernemer",
    "organisatie",
    "gespreksleider",
    "waarnemer",
    "professional",
    "onbekend",
)
LEVERING_ROL = ("burger", "ondernemer", "organisatie", "professional")
"""In what capacity everybody of a delivery can have taken part."""
VRAAG_SOORT = (
    "een_antwoord",
    "meer_antwoorden",
    "schaal",
    "stelling",
    "getal",
    "rangorde",
    "open",
    "taak",
)
VRAAG_ROL = ("inhoud", "kenmerk", "proces", "gewicht")
LANGSGEWICHT = "langsgewicht"
"""The vraag_id of the weight, of rol gewicht, for people of a wave who took part in an earlier one too."""
GEBRUIK = (
    "rapportcijfer",
    "tevredenheid",
    "vertrouwen",
    "belang",
    "oordeel",
    "ernst",
    "steun",
    "doenvermogen",
    "sus",
    "nps",
    *(f"P{nummer}" for nummer in range(1, 9)),
    "T1",
    "T2",
)
KOMPASVRAAG = ("bk0", "bk1", "bk2", "bk3", "bk4", "bk5")
OPTIE_STATUS = ("geldig", "weet_niet", "wil_niet_zeggen", "nvt", "missend")
ANTWOORD_STATUS = (
    "gegeven",
    "geen_gekozen",
    "weet_niet",
    "wil_niet_zeggen",
    "nvt",
    "overgeslagen",
    "niet_getoond",
    "afgebroken",
    "leeg_onbekend",
)
LEEG = ("geen_gekozen", "overgeslagen", "niet_getoond")
"""What an empty cell may mean by the word of the analyst."""
MAAT = (
    "stem_voor",
    "stem_tegen",
    "stem_onthouding",
    "stip",
    "like",
    "poll",
    "weigering",
    "aanwezig",
    "uitgenodigd",
    "doel",
    "geselecteerd",
    "drempel",
    "reactie",
    "dislike",
    "steun",
    "stem",
    "punten",
    "begroot",
    "melding",
)
FRAGMENT_SOORT = (
    "antwoord",
    "uiting",
    "bericht",
    "notitie",
    "stelling",
    "aanbeveling",
    "observatie",
)
WIJZE = ("mens", "regel", "voorstel")
DOORWERKING_STATUS = (
    "overgenomen",
    "deels_overgenomen",
    "niet_overgenomen",
    "in_behandeling",
    "buiten_kaders",
)
LOGBOEK_REDEN = (
    "proefrij",
    "lege_rij",
    "dubbele_rij",
    "herziene_stem",
    "afgewezen_stelling",
    "rij_onleesbaar",
    "rij_aangevuld",
    "sus_niet_herkend",
    "tussenkop",
    "niet_akkoord",
    "niet_afgerond",
    "kolom_weggelaten",
    "kolom_persoonsgegeven",
    "cel_gemaskeerd",
    "cel_gewijzigd",
    "naam_vervangen",
    "spreker_onbekend",
    "spreker_niet_op_lijst",
    "spreker_verbeterd",
    "deelnemer_zonder_gegevens",
    "niet_meegedaan",
    "geen_persoonskolom",
    "gewicht_ontbreekt",
    "gewicht_zonder_antwoorden",
    "buiten_bereik",
    "bestand_niet_gelezen",
    "versies_verschillen",
    "zelfde_antwoorden",
    "tekst_afgekapt",
    "geschatte_waarde",
    "samengevoegde_beurten",
    "samengevoegde_antwoorden",
    "codering_zonder_tekst",
    "codering_wijkt_af",
    "codering_niet_geplaatst",
    "codering_niet_vergeleken",
    "codering_op_grenzen",
    "brondocument_ontbreekt",
    "totaalrij",
    "gelijke_rij",
    "dubbele_inzending",
    "persoon_onbekend",
    "reactie_zonder_bericht",
    "datum_onleesbaar",
    "getal_onleesbaar",
    "drempel_uit_titel",
    "uitkomst_deels",
    "zonder_motivering",
    "privebericht",
    "chatmelding",
    "tabel_gedraaid",
    "bladen_samengevoegd",
)
SLEUTELTHEMAS = ("geen_thema", "geen_reden")
"""Pseudo-themes: read and without a theme; a non-answer such as 'nvt'."""
