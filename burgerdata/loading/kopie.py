"""A traject that was loaded, laid down for the notebooks of the same run, so that the files are read once and not by each.

The copy holds only what a Traject holds: sealed, pseudonymised tables. It is plain numbers and JSON, lives as long as the
run, and is used for nothing but the folder as it was: one changed byte in it and the files are read again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import BadZipFile

import numpy as np
import pandas as pd

from burgerdata.loading.sources import hash_file
from burgerdata.traject import Traject

OMGEVING = "BURGERDATA_KOPIE"
"""The environment variable in which a kernel finds the copy of its run."""
_INHOUD = "inhoud"
_EIGEN = ("werk", "rapport")
_TERZIJDE = (".", "~$")
"""What names begin with that are no input: hidden files and the locks of Office."""
_STUK = (BadZipFile, EOFError, OSError, ValueError, KeyError, TypeError, IndexError)
_Kolom = tuple[dict[str, Any], dict[str, Any]]


@contextmanager
def share_traject(traject: Traject, map_: Path) -> Iterator[dict[str, str]]:
    """Yield the environment with which kernels find this traject of ``map_`` loaded; afterwards nothing is left of it."""
    werk = map_ / "werk"  # never part of a checkout, not even after a run that was cut off
    werk.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=werk, prefix="kopie_") as tijdelijk:
        pad = Path(tijdelijk) / "traject.npz"
        write_kopie(traject, pad, fingerprint(map_))
        yield {**os.environ, OMGEVING: str(pad.resolve())}


def find_kopie(map_: Path) -> tuple[Path, str] | None:
    """Return the copy of this run and the fingerprint of the folder as it is now; None where there is no run."""
    pad = os.environ.get(OMGEVING)
    return (Path(pad), fingerprint(map_)) if pad else None


def fingerprint(map_: Path) -> str:
    """Return a digest of every file of the traject by name and SHA-256, and of the versions that read them."""
    from burgerdata import __version__

    delen = [deel for deel in map_.iterdir() if deel.name not in _EIGEN]
    paden = [pad for deel in delen for pad in (deel, *deel.rglob("*"))]
    invoer = sorted(
        pad
        for pad in paden
        if not any(naam.startswith(_TERZIJDE) for naam in pad.relative_to(map_).parts) and pad.is_file()
    )
    regels = [f"{pad.relative_to(map_).as_posix()} {hash_file(pad)}" for pad in invoer]
    versies = [__version__, pd.__version__, np.__version__]
    return hashlib.sha256(json.dumps([str(map_.resolve()), versies, regels]).encode()).hexdigest()


def write_kopie(traject: Traject, pad: Path, kenmerk: str) -> None:
    """Write the tables of a traject under the fingerprint of its folder."""
    tabellen: dict[str, dict[str, Any]] = {}
    reeksen: dict[str, Any] = {}
    for naam, tabel in traject.tabellen.items():
        tabellen[naam] = {}
        for kolom in tabel.columns:
            beschrijving, delen = _take_apart(tabel[kolom])
            tabellen[naam][kolom] = beschrijving
            reeksen |= {f"{naam}/{kolom}/{deel}": reeks for deel, reeks in delen.items()}
    inhoud = json.dumps({"kenmerk": kenmerk, "tabellen": tabellen}, ensure_ascii=False).encode()
    with pad.open("xb") as stroom:
        np.savez(stroom, allow_pickle=False, **{_INHOUD: np.frombuffer(inhoud, dtype=np.uint8)}, **reeksen)


def read_kopie(pad: Path, kenmerk: str) -> dict[str, pd.DataFrame] | None:
    """Return the tables as they were written; None for a copy of something else, or one that is damaged."""
    try:
        with pad.open("rb") as stroom, np.load(stroom, allow_pickle=False) as bundel:
            inhoud = json.loads(bundel[_INHOUD].tobytes())
            if inhoud["kenmerk"] != kenmerk:
                return None
            return {
                naam: pd.DataFrame(
                    {
                        kolom: _put_together(beschrijving, bundel, f"{naam}/{kolom}")
                        for kolom, beschrijving in kolommen.items()
                    }
                )
                for naam, kolommen in inhoud["tabellen"].items()
            }
    except _STUK:
        return None


def _take_apart(reeks: pd.Series) -> _Kolom:
    """Return a column as a description that JSON can hold and arrays of plain numbers."""
    dtype = reeks.dtype
    if isinstance(dtype, pd.CategoricalDtype):
        woorden = {"soort": "woord", "woorden": dtype.categories.tolist(), "geordend": bool(dtype.ordered)}
        return woorden, {"codes": reeks.array.codes}
    if dtype == "str":
        return {"soort": "tekst", "teksten": reeks.astype("object").where(reeks.notna(), None).tolist()}, {}
    if isinstance(dtype, pd.api.extensions.ExtensionDtype):
        waarden = reeks.to_numpy(dtype=np.int64, na_value=0)
        return {"soort": "leegbaar", "dtype": dtype.name}, {
            "waarden": waarden,
            "leeg": reeks.isna().to_numpy(),
        }
    return {"soort": "gewoon"}, {"waarden": reeks.to_numpy()}


def _put_together(beschrijving: Mapping[str, Any], bundel: Mapping[str, Any], naam: str) -> pd.Series:
    """Return the column that ``_take_apart`` described, in the same dtype."""
    soort = beschrijving["soort"]
    if soort == "woord":
        dtype = pd.CategoricalDtype(
            pd.Index(beschrijving["woorden"], dtype="str"), ordered=beschrijving["geordend"]
        )
        return pd.Series(pd.Categorical.from_codes(bundel[f"{naam}/codes"], dtype=dtype))
    if soort == "tekst":
        return pd.Series(beschrijving["teksten"], dtype="str")
    waarden = bundel[f"{naam}/waarden"]
    if soort == "leegbaar":
        return pd.Series(waarden).astype(beschrijving["dtype"]).mask(bundel[f"{naam}/leeg"])
    return pd.Series(waarden)
