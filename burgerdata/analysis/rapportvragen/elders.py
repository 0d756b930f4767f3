"""What another phase asked: an answer takes it from there and says so, before it says that nobody asked."""

from __future__ import annotations

from typing import Any

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import FASE_LABEL


def find_elders(materiaal: Materiaal, **zoek: Any) -> list[str]:
    """Return the questions that only other phases asked; none when this phase asked one itself."""
    return [] if materiaal.find_vragen(**zoek) else materiaal.find_vragen(**zoek, overal=True)


def state_elders(materiaal: Materiaal, vragen: list[str]) -> str:
    """Return where these questions were asked, as a sentence: activity and phase."""
    return f"Dit is in deze fase niet gevraagd; het antwoord komt van {name_waar(materiaal, vragen)}."


def state_open(materiaal: Materiaal, onderwerp: str, gedaan: str, **zoek: Any) -> str:
    """Return that something was not asked, with the activity and phase that did ask it where there is one."""
    elders = find_elders(materiaal, **zoek)
    if not elders:
        return f"{onderwerp} is niet {gedaan}."
    return f"{onderwerp} is in deze fase niet {gedaan}, wel bij {name_waar(materiaal, elders)}."


def name_waar(materiaal: Materiaal, vragen: list[str]) -> str:
    """Return the activities that asked these questions, each with the phase that it asked them for."""
    traject = materiaal.traject
    namen = name_activiteiten(traject.activiteiten)
    fasen = dict(zip(traject.activiteiten["activiteit_id"], traject.activiteiten["fase"], strict=True))
    gesteld = traject.vragen[traject.vragen["vraag_id"].isin(vragen)]
    waar = []
    for activiteit_id, eigen in zip(gesteld["activiteit_id"].astype("str"), gesteld["fase"], strict=True):
        fase = FASE_LABEL.get(str(eigen)) or FASE_LABEL.get(str(fasen[activiteit_id]), "fase niet opgegeven")
        waar.append(f"{namen[activiteit_id]} ({fase})")
    return join_woorden(list(dict.fromkeys(waar)))
