"""The first files of a traject's folder; a file that is there is never touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from burgerdata.loading.draft_sheets import Blad, write_sheets
from burgerdata.preparing.belanghebbenden import list_belanghebbenden
from burgerdata.preparing.bijlage import write_bijlage
from burgerdata.preparing.pitch import write_pitch
from burgerdata.preparing.toml import write_toml
from burgerdata.preparing.voorbereiding import Voorbereiding
from burgerdata.schema import INSTRUMENT

MAP = "voorbereiding"
"""Where the documents come: a folder of its own, so that nobody takes them for deliveries."""


def write_voorbereiding(map_: Path | str, plan: Voorbereiding) -> pd.DataFrame:
    """Return which first files of a traject were written: bestand, geschreven (False: it was there, and was left alone).

    traject.toml (what is not known is "?"), and in ``voorbereiding/`` the pitch for a community study and the annex on
    the delivery of data as Word files, and the list of belanghebbenden as a workbook. The annex names the instruments
    of the plan, or all of them. The folder is made when it does not exist.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as tijdelijk:
    ...     write_voorbereiding(tijdelijk, Voorbereiding(titel="Digitale aangifte"))["bestand"].tolist()[:2]
    ['traject.toml', 'voorbereiding/pitch_community.docx']
    """
    makers: dict[str, Callable[[Path], object]] = {
        "traject.toml": lambda pad: pad.write_text(write_toml(plan), encoding="utf-8", newline="\n"),
        f"{MAP}/pitch_community.docx": lambda pad: write_pitch(plan, pad),
        f"{MAP}/bijlage_gegevenslevering.docx": lambda pad: write_bijlage(
            pad, plan.instrumenten or INSTRUMENT
        ),
        f"{MAP}/belanghebbenden.xlsx": lambda pad: _write_belanghebbenden(plan, pad),
    }
    geschreven = {naam: _write(Path(map_) / naam, maak) for naam, maak in makers.items()}
    return pd.DataFrame(
        {"bestand": pd.Series(list(geschreven), dtype="str"), "geschreven": list(geschreven.values())}
    )


def _write(pad: Path, maak: Callable[[Path], object]) -> bool:
    if pad.exists():
        return False
    pad.parent.mkdir(parents=True, exist_ok=True)
    maak(pad)
    return True


def _write_belanghebbenden(plan: Voorbereiding, pad: Path) -> None:
    tabel = list_belanghebbenden(plan)
    kolommen = [str(naam) for naam in tabel]
    tekst = tabel.assign(doelgroep=tabel["doelgroep"].map({True: "ja", False: "nee"})).astype("str")
    rijen = [dict(zip(kolommen, rij, strict=True)) for rij in tekst.itertuples(index=False, name=None)]
    write_sheets(pad, [Blad("belanghebbenden", kolommen, rijen, {"doelgroep": ("ja", "nee")})])
