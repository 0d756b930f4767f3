"""Files of SPSS and Stata: variables with labels and missing codes; every value as text.

The reader runs in a process of its own with a time limit: a damaged file can make the C library hang or crash, and
it must not take the analyst's session along.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.headers import find_blank_rows
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Bron, Kolom, Tabel

TIMEOUT_S = 300
PROGRAMS = {"spss": "SPSS", "stata": "Stata"}
"""Format -> name of the program, as people say it."""


def read_statfile(bron: Bron, formaat: str, *, blad: str = "") -> list[Ruw]:
    """Return the one table of a file of this program: ``spss`` or ``stata``.

    Raises
    ------
    BronError
        When the file cannot be read, takes longer than the limit, or changed while it was being read.
    """
    inhoud = _read_apart(bron, formaat)
    if inhoud["sha256"] != bron.sha256:
        raise BronError(
            "dit bestand veranderde tijdens het lezen", "probeer het opnieuw", bestand=bron.bestand
        )
    logboek = Logboek(bron.bestand, blad)
    kolommen = tuple(_make_kolom(variabele) for variabele in inhoud["variabelen"])
    data = {variabele["naam"]: _expand(variabele) for variabele in inhoud["variabelen"]}
    aantal = int(inhoud["rijen"])
    frame = pd.DataFrame({RIJ: pd.Series(range(2, aantal + 2), dtype="int64"), **data}, index=range(aantal))
    leeg = find_blank_rows(frame[[kolom.naam for kolom in kolommen]])
    logboek.note("lege_rij", aantal=int(leeg.sum()))
    tabel = Tabel(bron.bestand, formaat, frame[~leeg].reset_index(drop=True), kolommen, blad)
    return [Ruw(tabel, int(inhoud["gevallen"]), logboek)]


def _read_apart(bron: Bron, formaat: str) -> dict[str, Any]:
    # -P keeps this folder off the path: its csv.py would hide the one of the standard library
    command = [
        sys.executable,
        "-P",
        str(Path(__file__).with_name("statfile_child.py")),
        formaat,
        str(bron.pad),
    ]
    programma = PROGRAMS[formaat]
    remedie = f"open het bestand in {programma} en bewaar het opnieuw, of vraag het nogmaals op"
    try:
        klaar = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)
    except subprocess.TimeoutExpired as fout:
        wat = f"het lezen van dit {programma}-bestand duurde langer dan {TIMEOUT_S} seconden"
        raise BronError(wat, remedie, bestand=bron.bestand) from fout
    if klaar.returncode != 0:
        raise BronError(f"dit {programma}-bestand is beschadigd", remedie, bestand=bron.bestand)
    inhoud: dict[str, Any] = json.loads(klaar.stdout)
    return inhoud


def _expand(variabele: Mapping[str, Any]) -> pd.Series:
    """Return the column of texts; it travels as distinct values and a number per row."""
    waarden = pd.Series(variabele["waarden"], dtype="str")
    return pd.Series(waarden.take(variabele["codes"]).to_numpy(), dtype="str")


def _make_kolom(variabele: Mapping[str, Any]) -> Kolom:
    return Kolom(
        naam=variabele["naam"],
        tekst=variabele["tekst"],
        labels=dict(variabele["labels"]),
        missend=frozenset(variabele["missend"]),
        set_naam=variabele["set_naam"],
        set_tekst=variabele["set_tekst"],
        set_code=variabele["set_code"],
        herkomst=variabele["naam"],
    )
