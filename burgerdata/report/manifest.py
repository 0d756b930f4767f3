"""What a report rests on: inputs with SHA-256, versions, settings, logboek and the price of suppression, as JSON."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from burgerdata.loading.bladnamen import mask_blad
from burgerdata.report.collect import Opbrengst

_PAKKETTEN = (
    "burgerdata",
    "pandas",
    "numpy",
    "scipy",
    "scikit-learn",
    "matplotlib",
    "openpyxl",
    "pyreadstat",
    "simplemma",
)


def write_manifest(opbrengst: Opbrengst, pad: Path, *, stand: str) -> Path:
    """Write verantwoording.json and return its path; it holds no path of this machine and no cell of a source."""
    traject = opbrengst.traject
    instellingen = asdict(traject.instellingen)
    instellingen.pop("map")
    for levering in instellingen["leveringen"]:
        # how a moderator is called in a transcript can be a name
        levering.pop("gespreksleider")
        levering.pop("regels")
        levering.pop("bladen_elders")  # each stands at the delivery that names it
        levering["blad"] = mask_blad(levering["blad"])
    inhoud = {
        "stand": stand,
        "datum": opbrengst.datum.isoformat(),
        "bronnen": _records(traject.bronnen),
        "logboek": _records(
            traject.logboek.groupby(["bestand", "reden"], observed=True)["aantal"].sum().reset_index()
        ),
        "wegingen": {naam: asdict(weging) for naam, weging in traject.wegingen.items()},
        "onderdrukking": {
            "drempels": asdict(opbrengst.plan.drempels),
            "prijs": _records(opbrengst.plan.prijs),
        },
        "instellingen": instellingen,
        "versies": {"python": platform.python_version(), **{naam: version(naam) for naam in _PAKKETTEN}},
    }
    pad.write_text(json.dumps(inhoud, ensure_ascii=False, indent=2, default=str) + "\n", encoding="utf-8")
    return pad


def state_versies() -> str:
    """Return the versions of Python and of what the numbers come from, in words.

    Examples
    --------
    >>> state_versies()
    'burgerdata ..., pandas ..., numpy ..., scipy ... en Python ...'
    """
    namen = ", ".join(f"{naam} {version(naam)}" for naam in _PAKKETTEN[:4])
    return f"{namen} en Python {platform.python_version()}"


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    return json.loads(frame.to_json(orient="records", date_format="iso", force_ascii=False))  # type: ignore[no-any-return]
