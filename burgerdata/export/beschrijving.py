"""What stands beside the tables of a whole export, so that the traject can be made again: traject.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.export.columns import describe_column, restore_column
from burgerdata.export.settings_json import decode, decode_instellingen, encode, encode_instellingen
from burgerdata.settings import Weging
from burgerdata.traject import Traject

VERSIE = 1
VOLLEDIG = "volledig"
"""The folder in an export that holds the whole traject of which this one is a part."""
_OPNIEUW = "maak de export opnieuw"


def describe_traject(traject: Traject, doel: Path) -> dict[str, Any]:
    """Return settings, weightings and the kind of every column, as what JSON knows."""
    return {
        "formaat": "burgerdata-traject",
        "versie": VERSIE,
        "instellingen": encode_instellingen(traject.instellingen, doel),
        "wegingen": {naam: encode(weging) for naam, weging in traject.wegingen.items()},
        "tabellen": {
            naam: {str(kolom): describe_column(tabel[kolom], naam) for kolom in tabel.columns}
            for naam, tabel in traject.tabellen.items()
        },
        "deel_van_geheel": traject.volledig is not None,
    }


def restore_traject(
    beschrijving: Mapping[str, Any],
    bron: Path,
    lees: Callable[[str, Mapping[str, Any]], pd.DataFrame],
    volledig: Callable[[Path], Traject],
) -> Traject:
    """Return the traject; ``lees`` gives a table with the columns asked for, ``volledig`` reads the whole beside it.

    Raises
    ------
    BronError
        When the description or a table does not fit.
    """
    try:
        if beschrijving["versie"] != VERSIE:
            wat = "deze export is met een andere versie van burgerdata gemaakt"
            raise BronError(wat, _OPNIEUW, bestand=bron.name)
        tabellen = {
            naam: _restore_table(lees(naam, kolommen), kolommen, naam)
            for naam, kolommen in beschrijving["tabellen"].items()
        }
        wegingen = {naam: decode(Weging, weging) for naam, weging in beschrijving["wegingen"].items()}
        instellingen = decode_instellingen(beschrijving["instellingen"], bron)
        geheel = volledig(bron / VOLLEDIG) if beschrijving["deel_van_geheel"] else None
    except (KeyError, TypeError, ValueError, AttributeError, OSError) as fout:
        raise BronError("deze export is niet heel", _OPNIEUW, bestand=bron.name) from fout
    return Traject(tabellen, instellingen, wegingen, geheel)


def _restore_table(frame: pd.DataFrame, kolommen: Mapping[str, Any], naam: str) -> pd.DataFrame:
    return pd.DataFrame(
        {kolom: restore_column(frame[kolom], soort, naam) for kolom, soort in kolommen.items()},
        index=frame.index,
    )


def read_json(pad: Path) -> Any:
    """Return what a JSON file holds; raises BronError when it cannot be read."""
    try:
        return json.loads(pad.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fout:
        raise BronError("dit bestand van de export is niet te lezen", _OPNIEUW, bestand=pad.name) from fout


def write_json(inhoud: object, pad: Path) -> None:
    """Write JSON that a person can read."""
    tekst = json.dumps(inhoud, ensure_ascii=False, indent=1)
    pad.write_text(f"{tekst}\n", encoding="utf-8", errors="surrogatepass", newline="\n")
