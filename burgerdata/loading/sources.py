"""Files that lie in the folder and are in no delivery: seen, and not used."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, Probleem
from burgerdata.formats.text import is_transcript
from burgerdata.intake.guard import guard_bytes
from burgerdata.intake.guard_sqlite import SQLITE
from burgerdata.intake.open import decode_text

_SIDE = (".toml", ".py", ".gitignore", ".ini")
_BEGIN = 4096
_SKIP = ("thumbs.db", "desktop.ini", "license", "licence")


FILL_INS = (
    "traject",
    "vragen",
    "groepen",
    "themalijst",
    "marges",
    "doorwerking",
    "citaten",
    "sleutel",
    "geplant",
)
"""Names, without extension, of what the analyst and this kit put in the folder of a traject."""
_OWN_FOLDERS = ("werk", "rapport", "codeerwerk", "teksten", "voorbereiding")


def list_bestanden(map_: Path) -> list[Path]:
    """Return the files of a folder and of every folder in it that may be data.

    What the analyst, a system or this kit puts there is left out, and so is a folder that is a traject by itself.
    """
    gevonden = [pad for pad in map_.iterdir() if pad.is_file() and pad.stem.casefold() not in FILL_INS]
    for onder in (pad for pad in map_.iterdir() if pad.is_dir()):
        eigen = onder.name.casefold() in _OWN_FOLDERS or onder.name.startswith((".", "__"))
        if not eigen and not (onder / "traject.toml").exists():
            gevonden += [pad for pad in onder.rglob("*") if pad.is_file()]
    return [pad for pad in gevonden if not is_side_file(pad)]


def list_unused(map_: Path, gebruikt: Collection[str]) -> pd.DataFrame:
    """Return a row of bronnen (rol gezien) for each file in ``ruw/`` that no delivery names; without ruw/ in the folder.

    A figure is only as good as the files behind it: what was left aside is part of the account.
    """
    rijen = []
    ruw = map_ / "ruw"
    for pad in sorted(filter(Path.is_file, ruw.rglob("*")) if ruw.is_dir() else list_bestanden(map_)):
        naam = pad.relative_to(map_).as_posix()
        if naam not in gebruikt and not is_side_file(pad):
            rijen.append(
                {
                    "bestand": naam,
                    "blad": "",
                    "formaat": pad.suffix.lower().lstrip(".") or "onbekend",
                    "rol": "gezien",
                    "gebruikt": False,
                    "sha256": hash_file(pad),
                    "records_in": 0,
                    "records_uit": 0,
                    "records_verklaard": 0,
                }
            )
    return pd.DataFrame(rijen)


def find_copies(bronnen: pd.DataFrame) -> list[Probleem]:
    """Return a problem for each file with answers or talk that is, byte for byte, another one: its people count twice."""
    telt = bronnen["gebruikt"].astype("bool") & bronnen["rol"].isin(["antwoorden", "gesprek"])
    bestanden = bronnen[telt & (bronnen["records_in"] > 0)].drop_duplicates("bestand")
    eerste = bestanden.groupby("sha256", observed=True, dropna=False)["bestand"].transform("first")
    return [
        Probleem(
            f"dit bestand is precies gelijk aan {ander}, en telt dus dubbel",
            "haal een van de twee uit traject.toml",
            str(bestand),
        )
        for bestand, ander in zip(bestanden["bestand"], eerste, strict=True)
        if bestand != ander
    ]


def state_unreadable(map_: Path | None, bestand: str) -> str:
    """Return why a file cannot be read (it is a photo, sound, a pdf) and what to do, empty when nothing says that it cannot."""
    if map_ is None or not (map_ / bestand).is_file():
        return ""
    with (map_ / bestand).open("rb") as stroom:
        begin = stroom.read(_BEGIN)
        if begin.startswith((b"PK", SQLITE)):  # of a zip or a database the beginning alone does not tell
            begin += stroom.read()
    try:
        guard_bytes(begin, bestand)
    except BronError as fout:
        return tell_reden(fout)
    return ""


def tell_reden(fout: BronError) -> str:
    """Return why a file cannot be read, where in it, and what to do, for a line that names the file itself."""
    probleem = fout.probleem._replace(bestand="")
    waar = f"{probleem.waar}: " if probleem.waar else ""
    return "; ".join(filter(None, [f"{waar}{probleem.wat}", probleem.remedie]))


def is_side_file(pad: Path) -> bool:
    """Return whether a file is no delivery but what systems, editors and this kit leave beside one.

    A note in Markdown (README.md) is beside one, a conversation in Markdown is one.
    """
    naam = pad.name.casefold()
    if naam.startswith((".", "~$", "._")) or naam in _SKIP or pad.suffix.lower() in _SIDE:
        return True
    return pad.suffix.lower() == ".md" and not is_transcript(decode_text(pad.read_bytes())[0])


def hash_file(pad: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with pad.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()
