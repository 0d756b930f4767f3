"""A table of numbers -> a table of printed cells: Dutch headings, Dutch numbers, nothing more precise than it is.

A printed table of real data holds n, base and whole percentages, one decimal from a base of 1,000; four decimals are
for synthetic data only (in notebooks and CSV files, where CI compares them).
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from burgerdata.activiteitnamen import name_meting
from burgerdata.disclosure.emptying import BASIS_WEG, ONDERDRUKT
from burgerdata.getallen import format_datum, format_getal, format_procent, format_verschil, round_half_up
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL
from burgerdata.toelichting import read_toelichting

_KOP = {
    "activiteit_id": "activiteit",
    "vraag_id": "vraag",
    "kort": "vraag",
    "label": "antwoord",
    "n": "n",
    "basis": "basis",
    "aandeel": "%",
    "gemiddelde": "gemiddelde",
    "mediaan": "mediaan",
    "interval": "95%-interval",
    "verschil": "verschil",
    "verschilt": "verschilt van de rest",
    "waarde_van": "eerste meting",
    "waarde_naar": "laatste meting",
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
}
_WEG = (
    *(
        "se",
        "n_eff",
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
        "onder",
        "boven",
        "kwalitatief",
        "volgorde",
        "fragment_id",
        "begin",
        "eind",
        "panel",
        "maat",
    ),
    *("keuze", "drempel", "plek_x", "plek_y", "laatste"),
    ONDERDRUKT,
    *(ONDERDRUKT, BASIS_WEG),
    *("tijd_q1", "tijd_q3", "fouten_n", "fouten_hoogst"),
    *("dissimilariteit", "eigenaar", "dagen_tot_terugkoppeling", "totaal", "alle_van", "alle_naar"),
)
_IN_TEKST = ("n", "basis", "groepen", "groepen_totaal", "aandeel", "interval")
"""What the column ``tekst`` says in words."""
_AANDEEL = (
    "aandeel",
    "aandeel_groep",
    "aandeel_rest",
    "gelezen",
    "steekproef",
    "bevolking",
    "gewogen",
    "ongewogen",
    "netto",
    "aandeel_gespreksleider",
    "aandeel_onbekend",
)


def print_tabel(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the table as text for the report: a column per thing a reader needs, the interval in one column.

    Suppressed rows print 'x', missing values '–', a group under the threshold for 'indicatief' gets a star after its n.
    """
    if {"steekproef", "verschil"} <= set(tabel.columns):
        tabel = tabel.assign(verschil=tabel["verschil"] * 100).rename(
            columns={"verschil": "verschil in procentpunten"}
        )
    aandelen = "aandeel" in tabel or read_toelichting(tabel).soort in (
        "verdeling",
        "kruistabel",
        "themas",
        "bronnen",
    )
    uit: dict[str, pd.Series] = {}
    for kolom in tabel.columns:
        if kolom == "boven" and "onder" in tabel:
            uit["interval"] = _interval(tabel, aandelen)
        elif kolom not in _WEG and (ONDERDRUKT in tabel or not tabel[kolom].isna().all()):
            uit[kolom] = _print_column(tabel, kolom)
    if "kort" in uit or ("vraag_id" in uit and uit["vraag_id"].nunique() == 1):
        uit.pop("vraag_id", None)  # the title of the table is the question
    uit = {kolom: reeks for kolom, reeks in uit.items() if reeks.ne("").any() or reeks.empty}
    if "tekst" in uit and "n" in uit and ("groepen" in uit or _is_kwalitatief(tabel)):
        uit = {kolom: reeks for kolom, reeks in uit.items() if kolom not in _IN_TEKST}
    if "activiteit_id" in uit:
        uit = {kolom: reeks for kolom, reeks in uit.items() if kolom not in ("instrument", "fase")}
    gedrukt = pd.DataFrame(uit, index=tabel.index)
    return gedrukt.rename(columns={kolom: _KOP.get(kolom, kolom.replace("_", " ")) for kolom in uit}).astype(
        "str"
    )


def _is_kwalitatief(tabel: pd.DataFrame) -> bool:
    return "kwalitatief" in tabel and bool(tabel["kwalitatief"].fillna(False).astype("bool").all())


def round_tabel(tabel: pd.DataFrame, *, synthetisch: bool) -> pd.DataFrame:
    """Return the table for a CSV file or a notebook: four decimals of synthetic data, else what may be published.

    Real data keep counts, bases, whole percentages as shares with two decimals, and other figures with one decimal.
    """
    if synthetisch:
        return _round(tabel, lambda kolom: 4)
    weg = [
        kolom
        for kolom in ("se", "n_eff", "sd", "df", "df1", "df2", "toets_F", "p_waarde", "p_aangepast")
        if kolom in tabel
    ]
    return _round(tabel.drop(columns=weg), lambda kolom: 2 if _is_share(tabel, kolom) else 1)


def _round(tabel: pd.DataFrame, decimalen: Callable[[str], int]) -> pd.DataFrame:
    kolommen = tabel.select_dtypes("float").columns
    return tabel.assign(**{kolom: _half_up(tabel[kolom], decimalen(kolom)) for kolom in kolommen})


def _half_up(reeks: pd.Series, decimalen: int) -> pd.Series:
    return reeks.astype("float64").map(lambda waarde: round_half_up(waarde, decimalen))


def _is_share(tabel: pd.DataFrame, kolom: str) -> bool:
    return kolom in _AANDEEL or (kolom in ("onder", "boven") and "aandeel" in tabel)


def _print_column(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    reeks = tabel[kolom]
    weg = tabel[ONDERDRUKT] if ONDERDRUKT in tabel else pd.Series(False, index=tabel.index)
    if kolom in ("aandeel", *_AANDEEL) and pd.api.types.is_float_dtype(reeks):
        fijn = tabel["basis"].fillna(0).ge(1000) if "basis" in tabel else pd.Series(False, index=tabel.index)
        tekst = pd.Series(
            [format_procent(w, int(f)) for w, f in zip(reeks, fijn, strict=True)], index=tabel.index
        )
    else:
        tekst = _format(reeks, kolom)
    if pd.api.types.is_numeric_dtype(reeks) and not pd.api.types.is_bool_dtype(reeks):
        tekst = tekst.mask(weg & reeks.isna(), "x")
        if BASIS_WEG in tabel:
            tekst = _print_hidden(tabel, kolom, tekst)
    if kolom == "basis" and "indicatief" in tabel:
        tekst = tekst + tabel["indicatief"].fillna(False).astype("bool").map({True: "*", False: ""})
    return tekst.astype("str")


def _print_hidden(tabel: pd.DataFrame, kolom: str, tekst: pd.Series) -> pd.Series:
    """Return the column with 'x' for counts that were taken away, and '< 10' for the base of a small group."""
    woord = tabel[BASIS_WEG].astype("str")
    weg = woord.ne("") & tabel[kolom].isna()
    if kolom in ("basis", "n_van", "n_naar", "n_beide"):
        return tekst.mask(weg, woord)
    return tekst.mask(weg & (kolom == "n"), "x")


def _format(reeks: pd.Series, kolom: str) -> pd.Series:
    if pd.api.types.is_bool_dtype(reeks):
        return reeks.astype("boolean").map({True: "ja", False: "nee"}).astype("str").fillna("–")
    if pd.api.types.is_datetime64_any_dtype(reeks):
        return reeks.map(lambda dag: "–" if pd.isna(dag) else format_datum(dag)).astype("str")
    if pd.api.types.is_integer_dtype(reeks):
        return reeks.map(lambda n: "–" if pd.isna(n) else format_getal(n)).astype("str")
    if pd.api.types.is_float_dtype(reeks):
        return reeks.map(
            format_verschil if kolom.startswith("verschil") else lambda w: format_getal(w, 1)
        ).astype("str")
    if kolom in ("van", "naar"):
        return reeks.astype("str").fillna("–").map(name_meting).astype("str")
    labels = {"fase": FASE_LABEL, "instrument": INSTRUMENT_LABEL}.get(kolom, {})
    return reeks.astype("str").fillna("–").map(lambda woord: labels.get(woord, woord)).astype("str")


def _interval(tabel: pd.DataFrame, aandelen: bool) -> pd.Series:
    def one(onder: float, boven: float) -> str:
        if pd.isna(onder) or pd.isna(boven):
            return "–"
        if aandelen:
            return f"{format_procent(onder)[:-1]} tot {format_procent(boven)}"
        return f"{format_getal(onder, 1)} tot {format_getal(boven, 1)}"

    return pd.Series(
        [one(o, b) for o, b in zip(tabel["onder"], tabel["boven"], strict=True)], index=tabel.index
    )
