"""What the columns of a table are called in print, which are left out, and in what their numbers are told."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from burgerdata.disclosure.emptying import BASIS_WEG, ONDERDRUKT
from burgerdata.toelichting import read_toelichting

Maat = Literal["aandeel", "punten", "getal", "fijn", "heel", "verschil", "gemengd"]
"""A share (percentage), percentage points, one decimal, two, none, a difference with its sign, or both of these by row."""
GEMIDDELDE = "gemiddelde"
"""The label of the row about the mean in a table that compares the answers of groups."""
KOP = {
    "activiteit_id": "activiteit",
    "vraag_id": "vraag",
    "kort": "vraag",
    "label": "antwoord",
    "aandeel": "%",
    "interval": "95%-interval",
    "verschilt": "verschilt van de rest",
    "waarde_van": "eerder",
    "waarde_naar": "later",
    "n_beide": "n beide",
    "groepen_totaal": "van groepen",
    "vrijgegeven_door": "vrijgegeven door",
    "kwalitatief": "gesprekken",
    "gelezen": "nagelezen",
    "terugkoppeling_datum": "teruggekoppeld op",
    "gehaald": "drempel gehaald",
    "meningsgroep": "groep",
    "n_stelling": "stemden zo",
    "basis_stelling": "van de stemmers",
    "aandeel_groep": "% van de groep",
    "aandeel_rest": "% van de rest",
    "besluit_datum": "besluit op",
    "inbreng_id": "inbreng",
    "thema_id": "",
    "tekst": "hoe vaak",
    "top2": "top 2 (95%-interval)",
    "bodem2": "bodem 2 (95%-interval)",
    "netto": "gunstig min ongunstig",
    "tijd_n": "n (tijd)",
    "tijd_mediaan": "seconden (mediaan)",
    "fouten_mediaan": "fouten (mediaan)",
    "kant": "samen aan die kant (95%-interval)",
    "hoog": "8 of hoger (95%-interval)",
    "laag": "5 of lager (95%-interval)",
    "promotors": "promotors (95%-interval)",
    "passief": "passief (95%-interval)",
    "criticasters": "criticasters (95%-interval)",
    "nps": "NPS (95%-interval)",
    "n_eff": "effectief aantal",
    "gemist": "minder dan de helft van verwacht",
    "meten": "wat er nog nodig is",
    "laagste": "laagste gewicht",
    "hoogste": "hoogste gewicht",
    "dissimilariteit_voor": "afstand tot de bevolking",
    "dissimilariteit_na": "na weging",
}
WEG = frozenset(
    [
        *(
            "se",
            "df",
            "df1",
            "df2",
            "sd",
            "toets_F",
            "p_waarde",
            "p_aangepast",
            "code",
            "thema_id",
            "taak_id",
        ),
        *(
            "indicatief",
            "indicatief_andere",
            "onder",
            "boven",
            "kwalitatief",
            "volgorde",
            "fragment_id",
            "begin",
            "eind",
            "panel",
        ),
        *("maat", "vergelijking", "keuze", "drempel", "plek_x", "plek_y", "laatste", "kleinste", "toeval"),
        *("samen", "tijd_q1", "tijd_q3", "fouten_n", "fouten_hoogst"),
        *("dissimilariteit", "eigenaar", "dagen_tot_terugkoppeling", "totaal", "alle_van", "alle_naar"),
        *(ONDERDRUKT, BASIS_WEG),
    ]
)
IN_TEKST = ("n", "basis", "groepen", "groepen_totaal", "aandeel", "interval")
"""What the column ``tekst`` says in words."""
_AANDEEL = frozenset(
    [
        *("aandeel", "aandeel_groep", "aandeel_rest", "gelezen", "steekproef", "bevolking", "gewogen"),
        *("ongewogen", "netto", "kant", "aandeel_gespreksleider", "aandeel_onbekend", "dissimilariteit"),
        *("dissimilariteit_voor", "dissimilariteit_na", "top2", "bodem2", "hoog", "laag", "promotors"),
        *("passief", "criticasters", "overeenstemming"),
    ]
)
_FIJN = frozenset(["verband", "gini", "deff", "laagste", "hoogste", "kappa", "alpha"])
_HEEL = frozenset(["nps", "n_eff"])
_NIVEAU = frozenset(["waarde_van", "waarde_naar", "alle_van", "alle_naar"])
_GRENS = ("_onder", "_boven")
_VAN_AANDEEL = ("verdeling", "kruistabel", "themas", "bronnen")


def find_maat(tabel: pd.DataFrame, kolom: str) -> Maat:
    """Return in what the numbers of a column are told.

    Examples
    --------
    >>> tabel = pd.DataFrame({"waarde_van": [0.15], "waarde_naar": [0.33], "verschil": [0.18], "maat": ["aandeel"]})
    >>> find_maat(tabel, "waarde_van"), find_maat(tabel, "verschil"), find_maat(tabel.assign(maat="gemiddelde"), "verschil")
    ('aandeel', 'punten', 'verschil')
    """
    for grens in _GRENS:
        if kolom.endswith(grens):
            return find_maat(tabel, kolom.removesuffix(grens))
    if kolom in ("onder", "boven", "totaal"):
        return _find_van_interval(tabel)
    if kolom.startswith("verschil"):
        if {"groep", "andere", "label"} <= set(tabel.columns):
            return _find_van_groepen(tabel["label"])
        return "punten" if _compares_shares(tabel) else "verschil"
    if kolom in _AANDEEL or (kolom in _NIVEAU and _compares_shares(tabel)):
        return "aandeel"
    return "fijn" if kolom in _FIJN else "heel" if kolom in _HEEL else "getal"


def _find_van_interval(tabel: pd.DataFrame) -> Maat:
    """Return in what the value is told that ``onder`` and ``boven`` are about."""
    if "aandeel" in tabel or read_toelichting(tabel).soort in _VAN_AANDEEL:
        return "aandeel"
    if "verschil" in tabel and not {"gemiddelde", "verband"} & set(tabel.columns):
        return find_maat(tabel, "verschil")
    return "fijn" if {"verband", "alpha"} & set(tabel.columns) else "getal"


def _compares_shares(tabel: pd.DataFrame) -> bool:
    """Return whether the differences in a table are between shares: of waves, of groups, of sample and population."""
    if "maat" in tabel:
        return bool(tabel["maat"].eq("aandeel").all())
    return "steekproef" in tabel


def _find_van_groepen(label: pd.Series) -> Maat:
    """Return in what differences between groups are told: of shares, of means, or of both in one table."""
    van_gemiddelde = label.astype("str").eq(GEMIDDELDE)
    return "verschil" if van_gemiddelde.all() else "gemengd" if van_gemiddelde.any() else "punten"
