"""How evenly a conversation was shared: words per speaker within a group; never a figure about one person."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_FEWEST = 3
"""With two speakers a measure of the group gives away what each of them said."""


def measure_spreektijd(traject: Traject) -> pd.DataFrame:
    """Return a row per group of a conversation: activiteit_id, groep, sprekers, woorden, gini, aandeel_gespreksleider, aandeel_onbekend.

    sprekers are persons of rol burger, woorden what they said together. gini is 0 when each said as much as the
    others and nears 1 when one person said all; it is empty for fewer than three speakers. The shares of the moderator
    and of speakers nobody knows are of all words.

    Raises
    ------
    MethodeError
        When no activity has a conversation with speakers.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> measure_spreektijd(make_example())
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: er is geen gesprek met sprekers; spreektijd is voor focusgroepen en tafels
    """
    fragmenten = traject.fragmenten
    gezegd = fragmenten[fragmenten["soort"].eq("uiting") & fragmenten["deelnemer_id"].notna()]
    if gezegd.empty:
        raise MethodeError("er is geen gesprek met sprekers; spreektijd is voor focusgroepen en tafels")
    sleutel = ["activiteit_id", "deelnemer_id"]
    beurten = pd.DataFrame(
        {naam: gezegd[naam].astype("str") for naam in (*sleutel, "groep")}
        | {"woorden": gezegd["tekst"].str.count(r"\S+").astype("int64")}
    ).fillna({"groep": ""})
    rollen = traject.deelnemers[[*sleutel, "rol"]].astype("str")
    samen = beurten.merge(rollen, on=sleutel, how="left")
    groepen = samen.groupby(["activiteit_id", "groep"], observed=True, dropna=False, sort=False)
    rijen = [(*naam, *_measure(deel)) for naam, deel in groepen]
    kolommen = [
        "activiteit_id",
        "groep",
        "sprekers",
        "woorden",
        "gini",
        "aandeel_gespreksleider",
        "aandeel_onbekend",
    ]
    tabel = pd.DataFrame(rijen, columns=kolommen)
    tabel = tabel.astype({"activiteit_id": "str", "groep": "str", "sprekers": "Int32", "woorden": "Int32"})
    return annotate(tabel, _describe(traject, list(tabel["activiteit_id"].unique())))


def _measure(deel: pd.DataFrame) -> tuple[int, int, float, float, float]:
    alle = float(deel["woorden"].sum())
    burgers = (
        deel[deel["rol"].eq("burger")].groupby("deelnemer_id", observed=True, dropna=False)["woorden"].sum()
    )
    per_rol = deel.groupby("rol", observed=True, dropna=False)["woorden"].sum()
    leider, onbekend = (
        float(per_rol.get(rol, 0)) / alle if alle else 0.0 for rol in ("gespreksleider", "onbekend")
    )
    gini = measure_gini(burgers.to_numpy(dtype="float64")) if len(burgers) >= _FEWEST else float("nan")
    return len(burgers), int(burgers.sum()), gini, leider, onbekend


def measure_gini(waarden: NDArray[np.float64]) -> float:
    """Return the Gini coefficient of non-negative numbers: half the mean difference of all pairs over the mean.

    Examples
    --------
    >>> measure_gini(np.array([10.0, 10.0, 10.0])), round(measure_gini(np.array([0.0, 0.0, 30.0])), 3)
    (0.0, 0.667)
    """
    som, n = float(waarden.sum()), len(waarden)
    if not som:
        return float("nan")
    rang = np.arange(1, n + 1)
    return float((2 * rang - n - 1) @ np.sort(waarden) / (n * som))


def _describe(traject: Traject, ids: list[str]) -> Toelichting:
    return Toelichting(
        "overig",
        onderwerp="de verdeling van de spreektijd",
        basis="Basis: woorden van deelnemers, per groep.",
        bron=state_bron(traject, ids),
        noten=("0 is iedereen evenveel; bij minder dan drie sprekers staat er geen cijfer.",),
        kwalitatief=True,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
