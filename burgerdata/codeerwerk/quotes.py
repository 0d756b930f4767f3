"""Texts that a coder marked as a good quote -> rows of citaten.xlsx, to be released by a person with name and date."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

from burgerdata.codeerwerk.layout import THEMAKOLOMMEN, is_ja
from burgerdata.codeerwerk.match import GOED, match_regels
from burgerdata.codeerwerk.read import Werkboek
from burgerdata.codeerwerk.write import refuse_open
from burgerdata.errors import BronError
from burgerdata.intake import open_bron
from burgerdata.intake.open import decode_text
from burgerdata.loading.analyst_tables import CITATEN_KOLOMMEN
from burgerdata.loading.draft_sheets import make_citaten, write_sheets
from burgerdata.loading.fill_in import find_invulbestand, read_invultabel
from burgerdata.text.sentences import cut_at_sentence
from burgerdata.traject import Traject

_FORMULA = ("=", "+", "-", "@")
"""With one of these a cell of a .csv is calculated when Excel opens it; in .xlsx it is written as text."""


def propose_citaten(traject: Traject, map_: Path, boeken: Sequence[Werkboek]) -> int:
    """Put the texts that coders marked with a j into citaten.xlsx or .csv, without a name; return how many are new.

    A text that already stands there is left alone, whoever released it.

    Raises
    ------
    BronError
        When citaten.xlsx is open or cannot be read.
    """
    voorstel = list_voorstellen(traject, boeken)
    pad = find_invulbestand(map_, "citaten") or map_ / "citaten.xlsx"
    if voorstel.empty:
        return 0
    if pad.exists():
        tabel = read_invultabel(pad, blad="citaten", kolommen=CITATEN_KOLOMMEN)
        if tabel.problemen:
            fout = tabel.problemen[0]
            raise BronError(fout.wat, fout.remedie, bestand=fout.bestand, blad=fout.blad, kolom=fout.kolom)
        voorstel = voorstel[~voorstel["fragment_id"].isin(tabel.frame["fragment_id"])]
        voorstel = voorstel[~voorstel["tekst"].isin(tabel.frame["tekst"])]
    if pad.suffix.lower() == ".csv":
        voorstel = voorstel[~voorstel["tekst"].str.startswith(_FORMULA)]
    if voorstel.empty:
        return 0
    refuse_open(pad)
    _append(pad, [[str(cel) for cel in rij] for rij in voorstel.to_numpy().tolist()])
    return len(voorstel)


def list_voorstellen(traject: Traject, boeken: Sequence[Werkboek]) -> pd.DataFrame:
    """Return the rows for citaten: fragment_id, activiteit, tekst (verbatim), thema, and two empty columns."""
    delen = []
    for boek in boeken:
        goed = match_regels(boek.regels, traject.fragmenten).eq(GOED) & is_ja(boek.regels["citaat?"])
        thema = (
            boek.regels[list(THEMAKOLOMMEN)]
            .replace("", pd.NA)
            .bfill(axis=1)[THEMAKOLOMMEN[0]]
            .astype("str")
            .fillna("")
        )
        delen.append(boek.regels[["fragment_id"]].assign(thema=thema.astype("str"))[goed])
    if not delen:
        return pd.DataFrame({naam: pd.Series(dtype="str") for naam in CITATEN_KOLOMMEN})
    gekozen = pd.concat(delen, ignore_index=True).drop_duplicates("fragment_id")
    bron = traject.fragmenten[["fragment_id", "activiteit_id", "tekst"]].astype("str")
    samen = gekozen.merge(bron, on="fragment_id").rename(columns={"activiteit_id": "activiteit"})
    tekst = samen["tekst"].map(cut_at_sentence)
    return samen.assign(tekst=tekst, vrijgegeven_door="", datum="")[list(CITATEN_KOLOMMEN)].astype("str")


def _append(pad: Path, rijen: list[list[str]]) -> None:
    if not pad.exists():
        write_sheets(pad, make_citaten())
    inhoud = _with_rows_csv(pad, rijen) if pad.suffix.lower() == ".csv" else _with_rows_xlsx(pad, rijen)
    tijdelijk = pad.with_name(f".{pad.stem}.tmp")
    try:
        tijdelijk.write_bytes(inhoud)
        tijdelijk.replace(pad)
    except PermissionError as fout:
        wat = "dit bestand is open in een ander programma"
        raise BronError(wat, "sluit het en probeer het opnieuw", bestand=pad.name) from fout
    finally:
        with contextlib.suppress(OSError):
            tijdelijk.unlink(missing_ok=True)


def _with_rows_xlsx(pad: Path, rijen: list[list[str]]) -> bytes:
    boek = openpyxl.load_workbook(io.BytesIO(open_bron(pad).inhoud))
    blad: Any = boek["citaten"] if "citaten" in boek.sheetnames else boek.worksheets[0]
    kop = {str(cel.value).strip().casefold(): cel.column for cel in blad[1] if cel.value}
    laatste = max(
        (cel.row for rij in blad.iter_rows() for cel in rij if cel.value not in (None, "")), default=1
    )
    for nummer, rij in enumerate(rijen, start=laatste + 1):
        for naam, waarde in zip(CITATEN_KOLOMMEN, rij, strict=True):
            if waarde and naam in kop:
                cel = blad.cell(nummer, kop[naam])
                cel.value = waarde
                cel.data_type = "s"  # a text that starts with = is a text
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _with_rows_csv(pad: Path, rijen: list[list[str]]) -> bytes:
    tekst, codering = decode_text(open_bron(pad).inhoud)
    eerste = tekst.split("\n", 1)[0]
    kop = [naam.strip().strip('"').casefold() for naam in eerste.rstrip("\r").split(";")]
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for rij in rijen:
        cellen = dict(zip(CITATEN_KOLOMMEN, rij, strict=True))
        schrijver.writerow([cellen.get(naam, "") for naam in kop])
    heel = tekst.rstrip("\r\n") + "\r\n" + uit.getvalue()
    try:
        return heel.encode("cp1252" if codering == "cp1252" else "utf-8-sig")
    except UnicodeEncodeError:
        return heel.encode("utf-8-sig")
