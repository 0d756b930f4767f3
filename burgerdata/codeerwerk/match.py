"""The rows of a workbook beside the texts of today: which still fit, which changed, which are gone."""

from __future__ import annotations

import pandas as pd

from burgerdata.codeerwerk.layout import (
    GEEN_THEMA,
    INGEVULD,
    OPNIEUW,
    THEMAKOLOMMEN,
    hash_tekst,
    is_ja,
    is_nee,
)
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.text.themalijst import slug

GOED, VERANDERD, WEG = "goed", "veranderd", "weg"


def match_regels(regels: pd.DataFrame, fragmenten: pd.DataFrame) -> pd.Series:
    """Return per row goed, veranderd or weg: the text is as it was coded, has changed, or is not there any more.

    A row that stands on "opnieuw bekijken" stays veranderd until the coder puts a j there.
    """
    hashes = {
        str(naam): hash_tekst(str(tekst))
        for naam, tekst in zip(fragmenten["fragment_id"], fragmenten["tekst"], strict=True)
    }
    nu = regels["fragment_id"].map(hashes)
    status = pd.Series(GOED, index=regels.index, dtype="str")
    anders = nu.ne(regels["tekst_hash"]) | regels["klaar"].str.casefold().eq(OPNIEUW)
    return status.mask(anders, VERANDERD).mask(nu.isna(), WEG)


def is_gevuld(regels: pd.DataFrame) -> pd.Series:
    """Return which rows hold any work of the coder."""
    gevuld = (regels[list(INGEVULD)] != "").any(axis=1)
    return gevuld.astype("bool")


def is_gecodeerd(regels: pd.DataFrame) -> pd.Series:
    """Return which rows were judged: a theme was given, or the row is marked klaar without one; never with a no there."""
    gecodeerd = (regels[list(THEMAKOLOMMEN)] != "").any(axis=1) | is_ja(regels["klaar"])
    return gecodeerd.astype("bool") & ~is_nee(regels["klaar"])


def name_themas(themas: pd.DataFrame) -> dict[str, str]:
    """Return how a theme may be written in a workbook -> its id: its name, its id or the slug of its name."""
    namen = {"geen thema": "geen_thema", "geen reden": "geen_reden"} | {naam: naam for naam in SLEUTELTHEMAS}
    for thema_id, naam in zip(themas["thema_id"].astype("str"), themas["naam"].astype("str"), strict=True):
        namen |= {thema_id: thema_id, slug(naam): thema_id, naam.strip().casefold(): thema_id}
    return namen


def list_keuzes(themas: pd.DataFrame) -> list[str]:
    """Return the choices of a drop-down: the names of the themes in their order, and "geen thema"."""
    echt = themas[~themas["thema_id"].isin(SLEUTELTHEMAS)].sort_values("volgorde", kind="stable")
    return [*echt["naam"].astype("str"), GEEN_THEMA]


def stack_codes(regels: pd.DataFrame, namen: dict[str, str]) -> pd.DataFrame:
    """Return a row per theme that was given: fragment_id, thema_id ("" where unknown), cel, kolom and the row number.

    A row marked klaar without a theme gives geen_thema.
    """
    delen = [
        pd.DataFrame(
            {
                "fragment_id": regels["fragment_id"],
                "cel": regels[kolom],
                "kolom": kolom,
                "_rij": regels["_rij"],
            }
        )[regels[kolom].ne("")]
        for kolom in THEMAKOLOMMEN
    ]
    leeg = regels[(regels[list(THEMAKOLOMMEN)] == "").all(axis=1) & is_ja(regels["klaar"])]
    zonder = leeg[["fragment_id", "_rij"]].assign(cel=GEEN_THEMA, kolom="klaar")
    alles = pd.concat([*delen, zonder], ignore_index=True)
    return alles.assign(thema_id=alles["cel"].str.casefold().map(namen).astype("str").fillna(""))
