"""The codes of a project as themes; a code that is called like a theme of the themalijst is that theme."""

from __future__ import annotations

import pandas as pd

from burgerdata.shapes import Codeerproject
from burgerdata.text.themalijst import slug

_LEEG = "code"


def name_themas(project: Codeerproject) -> dict[str, str]:
    """Return code → thema_id: the slug of its name, with its parent in front (or a number behind) when it is taken."""
    namen = dict(zip(project.codes["code"], project.codes["naam"], strict=True))
    uit: dict[str, str] = {}
    bezet: set[str] = set()
    for code, ouder in zip(project.codes["code"], project.codes["ouder"], strict=True):
        thema = slug(namen[code]) or _LEEG
        if thema in bezet and ouder:
            thema = f"{slug(namen[ouder]) or _LEEG}_{thema}"
        eerste, nummer = thema, 2
        while thema in bezet:
            thema, nummer = f"{eerste}_{nummer}", nummer + 1
        bezet.add(thema)
        uit[code] = thema
    return uit


def make_themas(project: Codeerproject, themas: dict[str, str]) -> pd.DataFrame:
    """Return the contract table themas of a project: its list is called after the project."""
    codes = project.codes
    return pd.DataFrame(
        {
            "thema_id": codes["code"].map(themas).astype("str"),
            "lijst": slug(project.naam) or "codeerproject",
            "naam": codes["naam"],
            "ouder_id": codes["ouder"].map(themas).astype("str").fillna(""),
            "omschrijving": codes["omschrijving"],
            "volgorde": range(1, len(codes) + 1),
        }
    )


def merge_themas(*lijsten: pd.DataFrame) -> pd.DataFrame:
    """Return the themes of several lists under each other; of themes with one id the first counts."""
    kolommen = [
        lijst.astype({"thema_id": "str", "lijst": "str", "ouder_id": "str"} if "ouder_id" in lijst else {})
        for lijst in lijsten
        if len(lijst)
    ]
    if not kolommen:
        return pd.DataFrame({"thema_id": pd.Series(dtype="str")})
    samen = pd.concat(kolommen, ignore_index=True)
    return samen[~samen["thema_id"].duplicated()].reset_index(drop=True)
