"""A codebook applied to fragments: coderingen of wijze regel, one row per hit, with pseudo-themes for non-answers."""

from __future__ import annotations

import pandas as pd

from burgerdata.coding.ids import name_coderingen
from burgerdata.text import Codebook
from burgerdata.text.nonanswers import is_non_answer

CODEUR = "themalijst"
"""The coder of rows of wijze regel: the list itself."""


def apply_codebook(fragmenten: pd.DataFrame, codebook: Codebook, *, lijst: str = "") -> pd.DataFrame:
    """Return the contract table coderingen of wijze regel: a row per hit of a pattern in a fragment.

    ``lijst`` names the coder; by default it is the name of the codebook. A fragment that answers nothing ("nvt") gets
    the pseudo-theme geen_reden over its whole length, but only when it is an answer: in a conversation "ja" is a turn,
    not a refusal. A fragment in which nothing was found has no row: only people give geen_thema. In turns of talk
    and notes a word of ``woorden_niet`` reaches no further than its sentence, in answers it takes the whole text.

    Examples
    --------
    >>> cb = Codebook.from_frame(pd.DataFrame({"thema": ["Wachttijd"], "woorden_wel": ["wacht*"]}))
    >>> tekst = pd.DataFrame({"fragment_id": ["f1", "f2"], "soort": "antwoord", "tekst": ["te lang wachten", "nvt"]})
    >>> apply_codebook(tekst, cb)[["fragment_id", "thema_id", "begin", "eind"]].values.tolist()
    [['f1', 'wachttijd', 8, 15], ['f2', 'geen_reden', 0, 3]]
    """
    delen = [_find_hits(deel, codebook, kort=kort) for kort, deel in _split_by_length(fragmenten)]
    treffers = pd.concat(delen, ignore_index=True)
    codeur = lijst or codebook.lijst or CODEUR
    return name_coderingen(
        treffers[["fragment_id", "thema_id"]].assign(
            codeur=codeur, wijze="regel", begin=treffers["begin"], eind=treffers["eind"]
        )
    )


def make_pseudo_themas(lijst: str) -> pd.DataFrame:
    """Return the rows of themas for what is no theme: read without one (geen_thema), and no answer (geen_reden)."""
    return pd.DataFrame(
        {
            "thema_id": ["geen_thema", "geen_reden"],
            "lijst": lijst,
            "naam": ["geen thema", "geen reden gegeven"],
            "omschrijving": ["gelezen, en geen van de thema's past", "een antwoord zonder inhoud, zoals nvt"],
            "volgorde": [9998, 9999],
        }
    )


def _split_by_length(fragmenten: pd.DataFrame) -> list[tuple[bool, pd.DataFrame]]:
    kort = fragmenten["soort"].astype("str").eq("antwoord").to_numpy(dtype=bool)
    return [(True, fragmenten[kort]), (False, fragmenten[~kort])]


def _find_hits(fragmenten: pd.DataFrame, codebook: Codebook, *, kort: bool) -> pd.DataFrame:
    """Return fragment_id, thema_id, begin, eind in the order of the fragments."""
    teksten = fragmenten["tekst"].tolist()
    ids = fragmenten["fragment_id"].astype("str").to_numpy()
    gevonden = codebook.code(teksten, niet_geldt="tekst" if kort else "zin")
    nummers = gevonden["tekst_nr"].to_numpy(dtype="int64")
    treffers = pd.DataFrame(
        {
            "nr": nummers,
            "fragment_id": pd.Series(ids[nummers], dtype="str"),
            "thema_id": gevonden["thema_id"].astype("str").to_numpy(),
            "begin": gevonden["begin"].to_numpy(dtype="int64"),
            "eind": gevonden["eind"].to_numpy(dtype="int64"),
        }
    )
    if not kort:
        return treffers.drop(columns="nr")
    geraakt = set(nummers.tolist())
    leeg = [nr for nr, tekst in enumerate(teksten) if nr not in geraakt and is_non_answer(tekst)]
    geen = pd.DataFrame(
        {
            "nr": pd.Series(leeg, dtype="int64"),
            "fragment_id": pd.Series(ids[leeg] if leeg else [], dtype="str"),
            "thema_id": pd.Series("geen_reden", index=range(len(leeg)), dtype="str"),
            "begin": pd.Series(0, index=range(len(leeg)), dtype="int64"),
            "eind": pd.Series([len(teksten[nr]) for nr in leeg], dtype="int64"),
        }
    )
    samen = pd.concat([treffers, geen], ignore_index=True)
    return samen.sort_values(["nr", "begin"], kind="stable").drop(columns="nr")
