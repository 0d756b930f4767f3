"""Which answers are for, against and neither, and the statements that were put to a vote."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from burgerdata.analysis.inkorten import shorten
from burgerdata.schema.eens import read_eens
from burgerdata.traject import Traject

VOOR, TEGEN, ONTHOUDING = "voor", "tegen", "onthouding"
KEUZES = (VOOR, TEGEN, ONTHOUDING)
"""What a vote can be; Polis calls it eens, oneens and pas."""
SERVERGROEP = "polis_groep"
"""The question that holds the opinion group which Polis itself gave a person."""
_WOORDEN = (
    (TEGEN, re.compile(r"\b(?:tegen|nee|disagree)\b", re.IGNORECASE)),
    (ONTHOUDING, re.compile(r"\b(?:onthoud\w*|blanco|pas|neutraal|geen mening)\b", re.IGNORECASE)),
    (VOOR, re.compile(r"\b(?:voor|vóór|ja|agree)\b", re.IGNORECASE)),
)
_BALLOT = re.compile(r"\b(?:voor|vóór|tegen)\b", re.IGNORECASE)
LANGST = 80
_SLEUTEL = ["activiteit_id", "vraag_id"]


def read_keuze(label: str) -> str:
    """Return what an answer is as a vote, or an empty text.

    Examples
    --------
    >>> [read_keuze(label) for label in ("niet mee eens", "eens", "Onthouding", "soms")]
    ['tegen', 'voor', 'onthouding', '']
    """
    if kant := read_eens(label):
        return VOOR if kant == "eens" else TEGEN
    return next((keuze for keuze, woorden in _WOORDEN if woorden.search(label)), "")


def is_ballot(labels: pd.Series) -> bool:
    """Return whether people voted for or against, as in an assembly, and did not merely agree or disagree."""
    return bool(labels.str.contains(_BALLOT).any())


def has_stemmen(traject: Traject) -> bool:
    """Return whether anything was put to a vote: statements one by one, or ballots of which only totals are known."""
    maten = traject.tellingen["maat"].isin(["stem_voor", "stem_tegen"])
    return bool(maten.any()) or len(list_stellingen(traject)) > 0


def list_stellingen(traject: Traject) -> pd.DataFrame:
    """Return the statements that people voted on one by one: activiteit_id, vraag_id, kort, fragment_id.

    They are questions that put a fragment to people. ``kort`` is the short name, else the beginning of the text, with
    the number behind it where two begin alike.
    """
    vragen = traject.vragen
    eigen = vragen[vragen["fragment_id"].notna() & vragen["rol"].eq("inhoud")]
    tabel = eigen[[*_SLEUTEL, "kort", "tekst", "kolom", "fragment_id"]].astype("str").reset_index(drop=True)
    kort = tabel["kort"].where(tabel["kort"].ne(""), tabel["tekst"].map(lambda tekst: shorten(tekst, LANGST)))
    dubbel = pd.DataFrame({"a": tabel["activiteit_id"], "k": kort}).duplicated(keep=False)
    kort = kort.where(~dubbel, kort + " (" + tabel["kolom"] + ")").astype("str")
    return tabel.assign(kort=kort)[[*_SLEUTEL, "kort", "fragment_id"]]


def read_stemmen(traject: Traject, activiteit_id: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the votes of one activity, a row per burger and a column per statement, and the statements' vraag_ids.

    A vote is 1 (for), 0 (neither), -1 (against) or NaN; statements whose answers are no votes are left out.
    """
    stellingen = list_stellingen(traject)
    eigen = stellingen.loc[stellingen["activiteit_id"].eq(activiteit_id), "vraag_id"].tolist()
    deelnemers = traject.deelnemers
    burgers = deelnemers[deelnemers["activiteit_id"].eq(activiteit_id) & deelnemers["rol"].eq("burger")]
    wie = pd.Index(burgers["deelnemer_id"].astype("str"))
    waarden = {VOOR: 1.0, ONTHOUDING: 0.0, TEGEN: -1.0, "": np.nan}
    opties = traject.opties
    opties = opties[opties["activiteit_id"].eq(activiteit_id)]
    stand = opties["label"].map(read_keuze).map(waarden)
    van = dict(zip(zip(opties["vraag_id"], opties["code"], strict=True), stand, strict=True))
    antwoorden = traject.antwoorden
    gegeven = antwoorden[
        antwoorden["activiteit_id"].eq(activiteit_id)
        & antwoorden["vraag_id"].isin(eigen)
        & antwoorden["status"].eq("gegeven")
    ]
    rij = wie.get_indexer(pd.Index(gegeven["deelnemer_id"].astype("str")))
    kolom = pd.Index(eigen).get_indexer(pd.Index(gegeven["vraag_id"].astype("str")))
    stem = np.array(
        [van.get(paar, np.nan) for paar in zip(gegeven["vraag_id"], gegeven["code"], strict=True)]
    )
    matrix = np.full((len(wie), len(eigen)), np.nan)
    goed = rij >= 0
    matrix[rij[goed], kolom[goed]] = stem[goed]
    return pd.DataFrame(matrix, index=wie, columns=eigen), eigen
