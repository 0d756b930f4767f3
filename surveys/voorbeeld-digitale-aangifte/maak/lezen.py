"""The texts of the generated files, per activity, read back from disk as they lie there."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pyreadstat

OPEN_ENQUETE = ("q10_open", "q11_open")
OPEN_STRAAT = ("Wat valt u op?", "Wat moet anders?")


def read_enquete(ruw: Path) -> pd.DataFrame:
    """Return the survey with codes as numbers, user-missing included."""
    return pyreadstat.read_sav(ruw / "enquete_digitale_aangifte.sav", user_missing=True)[0]


def read_meting(ruw: Path, meting: str) -> pd.DataFrame:
    """Return one wave of the panel, everything as text."""
    return _read_csv(ruw / f"kp_{meting}.csv")


def _read_csv(pad: Path) -> pd.DataFrame:
    return pd.read_csv(pad, sep=";", dtype=str, keep_default_na=False, encoding="cp1252")


def read_straat(ruw: Path) -> pd.DataFrame:
    """Return the table of street conversations."""
    rijen = openpyxl.load_workbook(ruw / "straat.xlsx").active.values
    return pd.DataFrame(rijen, columns=next(rijen), dtype=object).fillna("")


def read_beurten(ruw: Path, groep: str) -> list[tuple[str, str]]:
    """Return the turns (speaker, text) of one transcript."""
    alineas = (alinea.text for alinea in docx.Document(str(ruw / f"{groep}.docx")).paragraphs)
    return [tuple(alinea.split(": ", 1)) for alinea in alineas if alinea[:2] == "M:" or alinea[0] == "R" and alinea[2:3] == ":"]


def read_teksten(ruw: Path) -> dict[str, list[str]]:
    """Return every open answer and every turn of a speaker, per activity, without empty ones."""
    enquete, straat = read_enquete(ruw), read_straat(ruw)
    enquete = enquete[enquete["status"] == 1]
    uit = {"enquete": [tekst for kolom in OPEN_ENQUETE for tekst in enquete[kolom]]}
    for bestand in sorted(ruw.glob("kp_*.csv")):
        uit[f"klantpanel_{bestand.stem[3:]}"] = list(read_meting(ruw, bestand.stem[3:]).iloc[:, -1])
    uit["focusgroep"] = [
        tekst for groep in ("fg1", "fg2", "fg3", "fg4") for spreker, tekst in read_beurten(ruw, groep) if spreker != "M"
    ]
    uit["straatgesprek"] = [tekst for kolom in OPEN_STRAAT for tekst in straat[kolom]]
    berichten = _read_csv(ruw / "nldm_berichten.csv")
    uit["community"] = list(berichten[berichten["Rol"] == "deelnemer"]["Bericht"])
    uit["signaal"] = list(_read_csv(ruw / "signalen.csv")["Tekst"])
    return {activiteit: [tekst for tekst in teksten if tekst] for activiteit, teksten in uit.items()}
