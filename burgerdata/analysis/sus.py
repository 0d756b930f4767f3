"""The System Usability Scale: one score from 0 to 100 per person, and its mean."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from burgerdata.analysis.cijfer import measure_spread
from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.interval import lay_interval
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.regels import state_bron, state_interval
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.statistics import Design
from burgerdata.statistics.results import t_quantile
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

ITEMS = 10
GENOEG = 12
"""From about this many persons on a mean SUS is steady (Tullis & Stetson 2004); below it is indicative."""
_CIJFERS = ("gemiddelde", "mediaan", "sd", "se", "onder", "boven")
_STAPPEN = 5
_OMGEKEERD = 5


def score_sus(traject: Traject) -> pd.DataFrame:
    """Return the SUS per activity: n, basis, gemiddelde, mediaan, sd, se, onder, boven, indicatief, kwalitatief.

    A score runs from 0 to 100 and is no percentage. n is who answered all ten statements, basis who answered any; both
    are persons of rol burger. The interval is 95%, by Student's t, also for few people: it says how far the mean may
    move with other users like these; where all scores are the same there is none. Scoring as Brooke (1996).

    Raises
    ------
    MethodeError
        When no activity asked the ten statements (gebruik sus), or they are not five turned one way and five the other.

    Examples
    --------
    >>> from burgerdata.analysis.example_usability import make_usability
    >>> score_sus(make_usability())[["n", "gemiddelde", "mediaan"]]
       n  gemiddelde  mediaan
    0  4      76.875     75.0
    """
    rijen = [_score(traject, items) for items in _find_items(traject)]
    if not rijen:
        raise MethodeError(
            "de SUS is niet afgenomen; zet in vragen.xlsx het gebruik van de tien stellingen op sus"
        )
    tabel = pd.DataFrame(rijen).astype({"activiteit_id": "str", "n": "Int32", "basis": "Int32"})
    return annotate(tabel, _describe(traject, tabel))


def _find_items(traject: Traject) -> Iterator[list[Gevraagd]]:
    vragen = traject.vragen
    sus = vragen[vragen["gebruik"].eq("sus") & vragen["soort"].isin(("stelling", "schaal"))]
    for activiteit_id in traject.activiteiten["activiteit_id"].astype("str"):
        eigen = sus[sus["activiteit_id"].eq(activiteit_id)]
        if eigen.empty:
            continue
        omgekeerd = int(eigen["omkeren"].sum())
        if len(eigen) != ITEMS or omgekeerd != _OMGEKEERD:
            raise MethodeError(
                f"de SUS heeft tien stellingen, waarvan vijf omgekeerd; activiteit '{activiteit_id}' heeft er "
                f"{len(eigen)}, waarvan {omgekeerd} omgekeerd; zet omkeren in vragen.xlsx bij de stellingen waarbij "
                "een hoog cijfer ongunstig is"
            )
        yield [read_gevraagd(traject, vraag) for _, vraag in eigen.iterrows()]


def _score(traject: Traject, items: list[Gevraagd]) -> dict[str, object]:
    """Return the row of one activity; a person who skipped a statement has no score."""
    eerste = items[0]
    punten = pd.DataFrame({item.vraag_id: _rescale(item) for item in items})[eerste.binnen]
    scores = punten.sum(axis=1, skipna=False) * 100 / ITEMS
    n = int(scores.notna().sum())
    basis = int(punten.notna().any(axis=1).sum())
    leeg = float("nan")
    rij: dict[str, object] = {"activiteit_id": eerste.activiteit_id, "n": n, "basis": basis}
    rij |= _estimate(eerste, scores.reindex(eerste.personen.index)) if n else dict.fromkeys(_CIJFERS, leeg)
    kwalitatief = is_kwalitatief(str(eerste.activiteit["instrument"]), int(eerste.binnen.sum()))
    return {naam: rij[naam] for naam in ("activiteit_id", "n", "basis", *_CIJFERS)} | {
        "indicatief": n < GENOEG,
        "kwalitatief": kwalitatief,
    }


def _estimate(eerste: Gevraagd, scores: pd.Series) -> dict[str, float]:
    """Return mean, median, sd and interval of the scores on the design, with Student's t on the people who have one."""
    design = eerste.design({"x": scores})
    design = design.subset(scores.notna())
    gemiddelde = design.mean("x").iloc[0]
    mensen = int(gemiddelde["n"])
    # The people without a score are no part of the sample here, so that n - 1 is of those who have one.
    groei = np.sqrt((1 - 1 / len(scores)) / (1 - 1 / mensen)) if mensen > 1 else float("nan")
    se = float(gemiddelde["se"]) * groei
    half = float(t_quantile(0.95, min(float(gemiddelde["df"]), mensen - 1))) * se
    midden = float(gemiddelde["estimate"])
    onder, boven = lay_interval(midden - half, midden + half, (0.0, 100.0))
    return {
        "gemiddelde": midden,
        "mediaan": _find_median(design, eerste.personen["gewicht"], scores),
        "sd": float(measure_spread(design, pd.DataFrame({"estimate": [midden]}), None)[0]),
        "se": se,
        "onder": float(onder),
        "boven": float(boven),
    }


def _find_median(design: Design, gewichten: pd.Series, scores: pd.Series) -> float:
    """Return the median on the design; where everybody weighs the same, the mean of the two in the middle."""
    if gewichten[scores.notna()].nunique() == 1:
        return float(scores.median())
    return float(design.quantile("x", 0.5)["estimate"].iloc[0])


def _rescale(item: Gevraagd) -> pd.Series:
    """Return the answers from 0, unfavourable, to 1, favourable."""
    waarden = item.opties["waarde"].astype("float64")
    if len(waarden) != _STAPPEN or waarden.isna().any():
        raise MethodeError(
            f"stelling '{item.vraag_id}' van de SUS heeft geen vijf antwoorden met een getal; gebruik 1 tot en met 5"
        )
    return (item.getallen - waarden.min()) / (waarden.max() - waarden.min())


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(tabel["activiteit_id"])
    weg = int((tabel["basis"] - tabel["n"]).sum())
    basis = f"Basis: wie alle tien stellingen beantwoordde, n = {' en '.join(format_getal(n) for n in tabel['n'])}"
    noten = [
        "De SUS loopt van 0 (slecht bruikbaar) tot 100 (goed bruikbaar) en is geen percentage.",
        state_interval(traject, ids),
    ]
    if tabel["indicatief"].any():
        noten.append(f"* minder dan {GENOEG} mensen: indicatief.")
    return Toelichting(
        "overig",
        onderwerp="de SUS-score",
        vraag="System Usability Scale: tien stellingen over gebruiksgemak",
        basis=f"{basis}; {format_getal(weg)} met een lege stelling tellen niet mee." if weg else f"{basis}.",
        bron=state_bron(traject, ids),
        noten=tuple(noten),
        kwalitatief=bool(tabel["kwalitatief"].all()),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
