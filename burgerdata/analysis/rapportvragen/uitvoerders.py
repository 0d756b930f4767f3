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
_NOOT = "Geteld zijn mensen, geen berichten. Burgers en uitvoerders zijn apart geteld en zijn geen steekproef van elkaar."
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
    unweighted, 0 to 1. Themes go from those that most citizens name to those that fewest do, in the activity where most
    citizens said something: activities are not added up.
    """
    delen = [count_themas(_turn(traject, rol)).assign(wie=wie) for wie, rol in _WIE.items()]
    tabel = pd.concat(delen, ignore_index=True).astype({"wie": "str"})
    tabel = tabel.assign(aandeel=tabel["n"].astype("float64") / tabel["basis"].astype("float64"))
    burgers = _take_grootste(tabel[tabel["wie"].eq("burgers")])
    tabel = tabel.assign(rang=tabel["thema"].map(burgers.set_index("thema")["aandeel"]))
    tabel = tabel.sort_values("rang", ascending=False, kind="stable")[_KOLOMMEN].reset_index(drop=True)
    return annotate(tabel, describe_overzicht(traject, tabel, "wat burgers en uitvoerders noemen", _NOOT))


def state_uitvoerders(tabel: pd.DataFrame) -> str:
    """Return which theme each group names most in its largest activity, as far as the table still shows it.

    No difference is claimed.
    """
    grootste = {
        wie: _take_grootste(deel)
        for wie, deel in tabel[tabel["n"].gt(0).fillna(False)].groupby("wie", observed=True, dropna=False)
    }
    eerst = {
        wie: deel["thema"].iloc[int(deel["aandeel"].fillna(0).to_numpy().argmax())]
        for wie, deel in grootste.items()
    }
    if set(eerst) != set(_WIE):
        return "Van burgers of uitvoerders zijn te weinig antwoorden om naast elkaar te leggen"
    deelnemers, uitvoerders = (quote(str(eerst[wie]), langst=20) for wie in _WIE)
    if deelnemers == uitvoerders:
        return choose_zin([f"Deelnemers en uitvoerders noemen allebei {deelnemers} het vaakst"])
    return choose_zin([f"Deelnemers noemen {deelnemers} het vaakst, uitvoerders {uitvoerders}"])


def _take_grootste(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the activity in which most people said something."""
    plek = int(tabel["basis"].astype("float64").fillna(0).to_numpy().argmax())
    return tabel[tabel["activiteit_id"].eq(tabel["activiteit_id"].iloc[plek])]


def _turn(traject: Traject, rol: str) -> Traject:
    """Return the traject with the people of this role in the place of citizens, and nobody else."""
    eigen = traject.deelnemers[traject.deelnemers["rol"].eq(rol)]
    return traject.replace_tabellen(deelnemers=eigen.assign(rol="burger"))
