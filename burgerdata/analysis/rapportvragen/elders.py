"""What another phase asked: an answer takes it from there and says so, before it says that nobody asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import FASE_LABEL
from burgerdata.traject import Traject

_GEBRUIK = {
    "bo3": ("ernst",),
    "bo8": ("steun",),
    "dv6": ("sus",),
    "pr3": ("rapportcijfer", "tevredenheid", "oordeel"),
    "pr4": ("rapportcijfer", "tevredenheid", "oordeel"),
    "ev6": ("steun",),
}
"""What a question is asked by, for the questions that one use answers."""


@dataclass(frozen=True)
class Gevonden:
    """Questions, the traject to count them in, and whether only other phases than that of the report question asked them."""

    vragen: list[str]
    bron: Traject | None
    elders: bool = False


def find_ergens(materiaal: Materiaal, **zoek: Any) -> Gevonden:
    """Return the questions of this phase; where it has material and asked none, those that other phases asked."""
    vragen = materiaal.find_vragen(**zoek)
    if vragen or materiaal.deel is None:
        return Gevonden(vragen, materiaal.deel)
    elders = materiaal.find_vragen(**zoek, overal=True)
    return Gevonden(elders, materiaal.traject, bool(elders))


def state_elders(materiaal: Materiaal, vragen: list[str]) -> str:
    """Return where these questions were asked, as a sentence: activity and phase."""
    return f"Niet in deze fase gevraagd; dit komt van {name_waar(materiaal, vragen)}."


def state_open(materiaal: Materiaal, onderwerp: str, gedaan: str, **zoek: Any) -> str:
    """Return that something was not asked, with the activity and phase that did ask it where there is one."""
    gevonden = find_ergens(materiaal, **zoek)
    if not gevonden.elders:
        return f"{onderwerp} is niet {gedaan}."
    return f"{onderwerp} is in deze fase niet {gedaan}, wel bij {name_waar(materiaal, gevonden.vragen)}."


def tell_elders(materiaal: Materiaal) -> str:
    """Return where another phase asked what this question needs, for which the report has that phase; else nothing."""
    gebruik = _GEBRUIK.get(materiaal.vraag.id, ())
    vragen = materiaal.find_vragen(gebruik=gebruik, overal=True) if gebruik else []
    if not vragen or materiaal.find_vragen(gebruik=gebruik):
        return ""
    return f"In deze fase is dit niet gevraagd, wel bij {name_waar(materiaal, vragen)}."


def name_waar(materiaal: Materiaal, vragen: list[str]) -> str:
    """Return the activities that asked these questions, each with the phase that it asked them for."""
    traject = materiaal.traject
    namen = name_activiteiten(traject.activiteiten)
    fasen = dict(zip(traject.activiteiten["activiteit_id"], traject.activiteiten["fase"], strict=True))
    gesteld = traject.vragen[traject.vragen["vraag_id"].isin(vragen)]
    waar = []
    for activiteit_id, eigen in zip(gesteld["activiteit_id"].astype("str"), gesteld["fase"], strict=True):
        fase = FASE_LABEL.get(str(eigen)) or FASE_LABEL.get(str(fasen[activiteit_id]), "fase niet opgegeven")
        waar.append(f"{add_lidwoord(namen[activiteit_id])} ({fase})")
    return join_woorden(list(dict.fromkeys(waar)))
