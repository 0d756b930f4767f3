"""What hangs together with a judgement; never a cause."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import find_gevraagd
from burgerdata.analysis.regels import describe_gevraagd, name_onderwerp
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject


def correlate_oordeel(traject: Traject, cijfer: str, andere: list[str]) -> pd.DataFrame:
    """Return how each question hangs together with the grade: vraag_id, kort, n, verband, onder, boven.

    verband is the weighted Pearson correlation, high being favourable in both; the interval is Fisher's on the
    effective number of persons (n / Kish's deff). It is never a cause.
    """
    doel = find_gevraagd(traject, cijfer)[0]
    delen = []
    for vraag_id in andere:
        gesteld = [g for g in find_gevraagd(traject, vraag_id) if g.activiteit_id == doel.activiteit_id]
        if not gesteld:
            continue
        design = doel.design({"x": doel.getallen, "y": gesteld[0].getallen})
        kort = name_onderwerp(gesteld[0].vraag)
        delen.append(
            {"vraag_id": vraag_id, "kort": kort, **_correlate(design.frame.assign(w=design.weights))}
        )
        if not math.isfinite(float(str(delen[-1]["n_eff"]))):
            delen.pop()
    if not delen:
        raise MethodeError(f"geen andere vraag is aan dezelfde mensen gesteld als '{cijfer}'")
    tabel = pd.DataFrame(delen).sort_values("verband", ascending=False, kind="stable", ignore_index=True)
    tabel = tabel.astype({"vraag_id": "str", "kort": "str", "n": "Int32"}).drop(columns="n_eff")
    tabel.insert(0, "activiteit_id", pd.Series(doel.activiteit_id, index=tabel.index, dtype="str"))
    noten = ("Verband: correlatie, tussen -1 en 1. Samenhang is geen oorzaak.",)
    onderwerp = f"wat samenhangt met {name_onderwerp(doel.vraag)}"
    return annotate(tabel, describe_gevraagd("overig", [doel], onderwerp=onderwerp, noten=noten))


def _correlate(frame: pd.DataFrame) -> dict[str, float]:
    leeg = {"n": 0, "n_eff": math.nan, "verband": math.nan, "onder": math.nan, "boven": math.nan}
    samen = frame[frame["x"].notna() & frame["y"].notna() & frame["w"].gt(0)]
    if len(samen) < 10:
        return leeg
    w = samen["w"].to_numpy(dtype="float64")
    x, y = (samen[naam].to_numpy(dtype="float64") for naam in ("x", "y"))
    dx, dy = x - np.average(x, weights=w), y - np.average(y, weights=w)
    deler = math.sqrt(float((w * dx**2).sum()) * float((w * dy**2).sum()))
    n_eff = float(w.sum()) ** 2 / float((w**2).sum())
    if deler == 0 or n_eff <= 4:
        return leeg
    r = float((w * dx * dy).sum()) / deler
    half = 1.959963984540054 / math.sqrt(n_eff - 3)
    midden = math.atanh(max(min(r, 1 - 1e-12), -1 + 1e-12))
    return {
        "n": len(samen),
        "n_eff": n_eff,
        "verband": r,
        "onder": math.tanh(midden - half),
        "boven": math.tanh(midden + half),
    }
