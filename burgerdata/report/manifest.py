"""What a report rests on: inputs with SHA-256, versions, settings, logboek and the price of suppression, as JSON."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from burgerdata.pseudonyms.opschriften import mask_bestanden, mask_opschrift
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
        levering.pop("lijst_ook")
        levering.pop("bladen_elders")  # each stands at the delivery that names it
        levering["blad"] = mask_opschrift(levering["blad"])
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
    namen = mask_bestanden(_list_paden(opbrengst))
    kaal = _rename(
        json.loads(json.dumps(inhoud, default=str)), {pad: nm for pad, nm in namen.items() if pad != nm}
    )
    pad.write_text(json.dumps(kaal, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return pad


def _list_paden(opbrengst: Opbrengst) -> list[str]:
    """Return the files of the traject; those that were read first, so that masked names are numbered as in the report."""
    leveringen = opbrengst.traject.instellingen.leveringen
    genoemd = [
        pad for lev in leveringen for pad in (*lev.bestanden, lev.deelnemerslijst, lev.codeboek) if pad
    ]
    return [*opbrengst.traject.bronnen["bestand"].astype("str"), *genoemd]


def _rename(inhoud: object, namen: Mapping[str, str]) -> object:
    """Return the same content with each file under the name that may be shown, also where it is a key."""
    if isinstance(inhoud, str):
        return namen.get(inhoud, inhoud)
    if isinstance(inhoud, dict):
        return {namen.get(sleutel, sleutel): _rename(waarde, namen) for sleutel, waarde in inhoud.items()}
    return [_rename(deel, namen) for deel in inhoud] if isinstance(inhoud, list) else inhoud


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
