"""What citizens name beside what professionals name: the same themes, each group counted apart."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import list_teksten
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.analysis.themas import count_themas
from burgerdata.findings.zinnen import choose_zin, quote
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_WIE = {"burgers": "burger", "uitvoerders": "professional"}
_NOOT = "Mensen, geen berichten. Burgers en uitvoerders zijn apart geteld en zijn geen steekproef van elkaar."
_KOLOMMEN = ["activiteit_id", "wie", "thema", "n", "basis", "aandeel", "kwalitatief"]


def has_beiden(traject: Traject) -> bool:
    """Return whether enough citizens and enough professionals said something to print counts of both."""
    kleinste = traject.instellingen.drempels.drempel
    return all(
        list_teksten(_turn(traject, rol))["deelnemer_id"].nunique() >= kleinste for rol in _WIE.values()
    )


def compare_uitvoerders(traject: Traject) -> pd.DataFrame:
    """Return a row per theme, activity and group: activiteit_id, wie (burgers, uitvoerders), thema, n, basis, aandeel, kwalitatief.

    n are people of that group who named the theme, of those of it who said anything with content (basis); aandeel is
    unweighted, 0 to 1. Themes go from those that most citizens name to those that fewest do.
    """
    delen = [count_themas(_turn(traject, rol)).assign(wie=wie) for wie, rol in _WIE.items()]
    tabel = pd.concat(delen, ignore_index=True).astype({"wie": "str"})
    tabel = tabel.assign(aandeel=tabel["n"].astype("float64") / tabel["basis"].astype("float64"))
    burgers = (
        tabel[tabel["wie"].eq("burgers")].groupby("thema", observed=True, dropna=False)["aandeel"].mean()
    )
    tabel = tabel.assign(rang=tabel["thema"].map(burgers))
    tabel = tabel.sort_values("rang", ascending=False, kind="stable")[_KOLOMMEN].reset_index(drop=True)
    return annotate(tabel, describe_overzicht(traject, tabel, "wat burgers en uitvoerders noemen", _NOOT))


def state_uitvoerders(tabel: pd.DataFrame) -> str:
    """Return which theme each group names most, as far as the table still shows it; no difference is claimed."""
    eerst = {
        wie: deel.groupby("thema", observed=True, dropna=False, sort=False)["aandeel"].mean().idxmax()
        for wie, deel in tabel[tabel["n"].gt(0).fillna(False)].groupby("wie", observed=True, dropna=False)
    }
    if set(eerst) != set(_WIE):
        return "Van burgers of uitvoerders zijn te weinig antwoorden om naast elkaar te leggen"
    deelnemers, uitvoerders = (quote(str(eerst[wie]), langst=20) for wie in _WIE)
    if deelnemers == uitvoerders:
        return choose_zin([f"Deelnemers en uitvoerders noemen allebei {deelnemers} het vaakst"])
    return choose_zin([f"Deelnemers noemen {deelnemers} het vaakst, uitvoerders {uitvoerders}"])


def _turn(traject: Traject, rol: str) -> Traject:
    """Return the traject with the people of this role in the place of citizens, and nobody else."""
    eigen = traject.deelnemers[traject.deelnemers["rol"].eq(rol)]
    return traject.replace_tabellen(deelnemers=eigen.assign(rol="burger"))
