"""What was not measured, and what the next measurement has to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.antwoord import Antwoord, Status
from burgerdata.analysis.rapportvragen.vragen import Rapportvraag
from burgerdata.findings import state_bevinding
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

GRENZEN = "grenzen"
"""The name of the table in the answer about what stays open."""


def renew_grenzen(grenzen: Antwoord, alle: Mapping[str, Antwoord], traject: Traject) -> Antwoord:
    """Return the answer about what stays open with the questions of whose answers nothing may be shown among it."""
    eerst = grenzen.tabellen[GRENZEN].set_index("id")
    open_ = [
        (a.id, a.fase, a.vraag, a.status, eerst["meten"].get(a.id, "") if _is_same(eerst, a) else a.ontbreekt)
        for a in alle.values()
        if a.id != grenzen.id and a.status != "beantwoord"
    ]
    if [(rij[0], _print(rij[3])) for rij in open_] == list(eerst["dekking"].items()):
        return grenzen
    tabel = _make_tabel(traject, open_)
    return replace(grenzen, tabellen={GRENZEN: tabel}, bevinding=state_bevinding(tabel))


def _is_same(eerst: pd.DataFrame, antwoord: Antwoord) -> bool:
    return str(eerst["dekking"].get(antwoord.id, "")) == _print(antwoord.status)


def list_grenzen(traject: Traject, open_: list[tuple[Rapportvraag, Status, str]]) -> pd.DataFrame:
    """Return a row per report question that stays open, in whole or in part: id, fase, vraag, dekking, meten."""
    return _make_tabel(traject, [(vraag.id, vraag.fase, vraag.vraag, *meer) for vraag, *meer in open_])


def _make_tabel(traject: Traject, open_: Sequence[tuple[str, ...]]) -> pd.DataFrame:
    rijen = [(id_, fase, vraag, _print(status), meten) for id_, fase, vraag, status, meten in open_]
    tabel = pd.DataFrame(rijen, columns=["id", "fase", "vraag", "dekking", "meten"]).astype("str")
    noten = (
        "Deze gegevens beschrijven ervaringen en oordelen; zij bewijzen niet dat het beleid de oorzaak is.",
    )
    synthetisch = traject.instellingen.synthetisch
    return annotate(
        tabel, Toelichting("overig", onderwerp="wat niet is gemeten", noten=noten, synthetisch=synthetisch)
    )


def _print(status: str) -> str:
    return status.replace("_", " ")
