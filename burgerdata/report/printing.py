"""A table of numbers -> a table of printed cells: Dutch headings, Dutch numbers, nothing more precise than it is.

A printed table of real data holds n, base and whole percentages, one decimal from a base of 1,000; four decimals are
for synthetic data only (in notebooks and CSV files, where CI compares them).
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from burgerdata.activiteitnamen import name_meting
from burgerdata.disclosure.emptying import BASIS_WEG, ONDERDRUKT
from burgerdata.getallen import (
    ONBEKEND,
    format_datum,
    format_getal,
    format_procent,
    format_verschil,
    round_half_up,
)
from burgerdata.report.printed_columns import GEMIDDELDE, IN_TEKST, KOP, WEG, Maat, find_maat
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL
from burgerdata.toelichting import read_toelichting

_DECIMALEN: dict[Maat, int] = {
    "aandeel": 2,
    "punten": 2,
    "gemengd": 2,
    "getal": 1,
    "verschil": 1,
    "fijn": 2,
    "heel": 0,
}
"""Decimals of real data in a CSV file, where a share stays a share."""
_TOETS = ("hoger", "lager")
"""What a test says; missing where none was done."""
_TEKST = {"eenheid": "waarde", "taak_id": "gelukt", "knelpunt": "bij hoeveel mensen", "onderdeel": "wat"}
"""What the words in the column ``tekst`` are in a table with this column; the first of them says it."""
_KENMERK = "variabele"
_PUNTEN = "verschil in procentpunten"
_SHARES = ("aandeel", "n_eff", "se", "onder", "boven", "verschilt", "totaal")
"""What a table of reports does not print: who reports is no sample of anyone."""


def print_tabel(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the table as text for the report: a column per thing a reader needs, the interval in one column.

    A score with an interval of its own has it behind it. Suppressed rows print 'x', missing values '–', a group under
    the threshold for 'indicatief' gets a star after its base. Differences between shares are percentage points.
    """
    uit: dict[str, pd.Series] = {}
    for kolom in _list_kolommen(tabel):
        if kolom == "boven":
            uit["interval"] = _print_interval(tabel, "onder", "boven")
        else:
            uit[kolom] = _print_column(tabel, kolom)
        if f"{kolom}_onder" in tabel:
            uit[kolom] = _join_interval(
                uit[kolom], _print_interval(tabel, f"{kolom}_onder", f"{kolom}_boven")
            )
    uit = _drop_needless(
        tabel, {kolom: reeks for kolom, reeks in uit.items() if reeks.ne("").any() or reeks.empty}
    )
    koppen = KOP | ({"verschil": _PUNTEN} if find_maat(tabel, "verschil") == "punten" else {})
    koppen |= {"tekst": next((kop for kolom, kop in _TEKST.items() if kolom in tabel), KOP["tekst"])}
    over = read_toelichting(tabel)
    if over.per and over.groep_naam and over.per not in koppen and over.groep_naam not in uit:
        koppen |= {over.per: over.groep_naam}
    if _KENMERK in uit:  # of a table that lays traits beside each other, as people call them
        bekend = dict(over.namen)
        uit[_KENMERK] = uit[_KENMERK].map(lambda naam: bekend.get(naam, naam)).astype("str")
        koppen |= {_KENMERK: "kenmerk"}
    gedrukt = pd.DataFrame(uit, index=tabel.index)
    return gedrukt.rename(columns={naam: koppen.get(naam, naam.replace("_", " ")) for naam in uit}).astype(
        "str"
    )


def _list_kolommen(tabel: pd.DataFrame) -> list[str]:
    """Return the columns to print, ``boven`` for the interval; bounds of a score stand with the score."""
    grenzen = {f"{kolom}{grens}" for kolom in tabel.columns for grens in ("_onder", "_boven")}
    weg = WEG | (grenzen & set(tabel.columns)) | ({"n_eff"} if "basis" in tabel else set())
    geen = _SHARES if read_toelichting(tabel).gemeld else ()
    weg |= {"gehaald"} if "drempel" in tabel and tabel["drempel"].isna().all() else set()
    weg |= {"waarde", "eenheid"} if {"tekst", "eenheid"} <= set(tabel.columns) else set()
    gevuld = [
        kolom
        for kolom in tabel.columns
        if kolom not in geen and (ONDERDRUKT in tabel or kolom in _TOETS or not tabel[kolom].isna().all())
    ]
    return [kolom for kolom in gevuld if kolom not in weg or (kolom == "boven" and "onder" in tabel)]


def _drop_needless(tabel: pd.DataFrame, uit: dict[str, pd.Series]) -> dict[str, pd.Series]:
    """Return the columns without what the title or another column says."""
    weg = set()
    if "kort" in uit or ("vraag_id" in uit and uit["vraag_id"].nunique() == 1):
        weg.add("vraag_id")  # the title of the table is the question
    if "tekst" in uit and "n" in uit and ("groepen" in uit or _is_kwalitatief(tabel)):
        weg |= set(IN_TEKST)
    if "activiteit_id" in uit:
        weg |= {"instrument", "fase"}
    if "gemiddelde" in uit and {"n", "basis"} <= set(tabel.columns) and tabel["n"].equals(tabel["basis"]):
        weg.add("n")
    if {"steekproef", "gewogen"} <= set(uit) and uit["steekproef"].equals(uit["gewogen"]):
        weg.add("gewogen")  # nobody was weighted: the same figures twice would say somebody was
    return {kolom: reeks for kolom, reeks in uit.items() if kolom not in weg}


def _is_kwalitatief(tabel: pd.DataFrame) -> bool:
    return "kwalitatief" in tabel and bool(tabel["kwalitatief"].fillna(False).astype("bool").all())


def round_tabel(tabel: pd.DataFrame, *, synthetisch: bool) -> pd.DataFrame:
    """Return the table for a CSV file or a notebook: four decimals of synthetic data, else what may be published.

    Real data keep counts, bases, whole percentages as shares with two decimals, and other figures with one decimal;
    correlations, weights and design effects have two.
    """
    if synthetisch:
        return _round(tabel, lambda kolom: 4)
    weg = [
        kolom
        for kolom in ("se", "sd", "df", "df1", "df2", "toets_F", "p_waarde", "p_aangepast")
        if kolom in tabel
    ]
    weg += (
        [kolom for kolom in _SHARES if kolom in tabel and kolom not in weg]
        if read_toelichting(tabel).gemeld
        else []
    )
    weg += ["n_eff"] if {"n_eff", "basis"} <= set(tabel.columns) and "n_eff" not in weg else []
    return _round(tabel.drop(columns=weg), lambda kolom: _DECIMALEN[find_maat(tabel, kolom)])


def _round(tabel: pd.DataFrame, decimalen: Callable[[str], int]) -> pd.DataFrame:
    kolommen = tabel.select_dtypes("float").columns
    return tabel.assign(**{kolom: _half_up(tabel[kolom], decimalen(kolom)) for kolom in kolommen})


def _half_up(reeks: pd.Series, decimalen: int) -> pd.Series:
    return reeks.astype("float64").map(lambda waarde: round_half_up(waarde, decimalen))


def _print_column(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    reeks = tabel[kolom]
    if pd.api.types.is_float_dtype(reeks):
        tekst = print_numbers(tabel, kolom, find_maat(tabel, kolom))
    else:
        tekst = _format(reeks, kolom)
    if pd.api.types.is_numeric_dtype(reeks) and not pd.api.types.is_bool_dtype(reeks):
        weg = tabel[ONDERDRUKT] if ONDERDRUKT in tabel else pd.Series(False, index=tabel.index)
        tekst = tekst.mask(weg & reeks.isna(), "x")
        if BASIS_WEG in tabel:
            tekst = _print_hidden(tabel, kolom, tekst)
    indicatief = kolom.replace("basis", "indicatief")
    if kolom in ("basis", "basis_andere") and indicatief in tabel:
        tekst = tekst + tabel[indicatief].fillna(False).astype("bool").map({True: "*", False: ""})
    return tekst.astype("str")


def print_numbers(tabel: pd.DataFrame, kolom: str, maat: Maat) -> pd.Series:
    """Return the numbers of a column; a share has one decimal from a base of 1,000, unless it is a bound."""
    fijn = tabel["basis"].fillna(0).ge(1000) if "basis" in tabel else pd.Series(False, index=tabel.index)
    druk: dict[Maat, Callable[[float], str]] = {
        "punten": lambda w: format_verschil(w * 100, 0),
        "verschil": format_verschil,
        "getal": lambda w: format_getal(w, 1),
        "fijn": lambda w: format_getal(w, 2),
        "heel": format_getal,
    }
    if maat == "aandeel":
        return pd.Series(
            [format_procent(w, int(f)) for w, f in zip(tabel[kolom], fijn, strict=True)], index=tabel.index
        )
    if maat == "gemengd":
        return pd.Series(
            [
                format_verschil(w)
                if label == GEMIDDELDE or pd.isna(w)
                else f"{druk['punten'](w)} procentpunt"
                for w, label in zip(tabel[kolom], tabel["label"], strict=True)
            ],
            index=tabel.index,
        )
    if maat == "punten" and "steekproef" in tabel:  # beside shares with a decimal
        return tabel[kolom].map(lambda w: format_verschil(w * 100)).astype("str")
    return tabel[kolom].map(druk[maat]).astype("str")


def _print_interval(tabel: pd.DataFrame, onder: str, boven: str) -> pd.Series:
    """Return both bounds as one text, in what the value between them is told; a sign is not repeated."""
    maat = find_maat(tabel, onder)
    zonder_teken: dict[Maat, Maat] = {"verschil": "getal", "punten": "heel"}
    grenzen_van = tabel[[onder, boven]] * (100 if maat == "punten" else 1)
    grenzen = [print_numbers(grenzen_van, kolom, zonder_teken.get(maat, maat)) for kolom in (onder, boven)]
    tekst = grenzen[0].str.removesuffix("%") + " tot " + grenzen[1]
    return tekst.mask(tabel[onder].isna() | tabel[boven].isna(), ONBEKEND).astype("str")


def _join_interval(waarde: pd.Series, interval: pd.Series) -> pd.Series:
    return waarde.where(interval.eq(ONBEKEND), waarde + " (" + interval + ")").astype("str")


def _print_hidden(tabel: pd.DataFrame, kolom: str, tekst: pd.Series) -> pd.Series:
    """Return the column with 'x' for counts that were taken away, and '< 10' for the base of a small group."""
    woord = tabel[BASIS_WEG].astype("str")
    weg = woord.ne("") & tabel[kolom].isna()
    if kolom in ("basis", "n_van", "n_naar", "n_beide"):
        return tekst.mask(weg, woord)
    return tekst.mask(weg & (kolom == "n"), "x")


def _format(reeks: pd.Series, kolom: str) -> pd.Series:
    if pd.api.types.is_bool_dtype(reeks):
        onbekend = "niet getoetst" if kolom in _TOETS else "–"
        return reeks.astype("boolean").map({True: "ja", False: "nee"}).astype("str").fillna(onbekend)
    if pd.api.types.is_datetime64_any_dtype(reeks):
        return reeks.map(lambda dag: "–" if pd.isna(dag) else format_datum(dag)).astype("str")
    if pd.api.types.is_integer_dtype(reeks):
        return reeks.map(lambda n: "–" if pd.isna(n) else format_getal(n)).astype("str")
    if kolom in ("van", "naar"):
        return reeks.astype("str").fillna("–").map(name_meting).astype("str")
    labels = {"fase": FASE_LABEL, "instrument": INSTRUMENT_LABEL}.get(kolom, {})
    return reeks.astype("str").fillna("–").map(lambda woord: labels.get(woord, woord)).astype("str")
