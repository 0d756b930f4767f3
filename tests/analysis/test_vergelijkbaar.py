"""Whose figures margins are: of a target group by its own name, never of everybody who lives in a place."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.analysis.populatie import fill_marges
from burgerdata.analysis.vergelijkbaar import has_eigen_populatie, state_onvergelijkbaar
from burgerdata.settings import Instellingen
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_vraag


@pytest.mark.parametrize(
    ("doelgroep", "populatie", "eigen"),
    [
        ("Mantelzorgers", "mantelzorgers van 18 jaar en ouder", True),
        ("mantelzorgers en hun naasten", "alle mantelzorgers in Ede", True),
        ("mensen met een laag inkomen", "mensen met een laag inkomen in Zutphen", True),
        ("mensen met een laag inkomen", "huishoudens naar inkomen", False),
        ("jongeren in Zutphen", "gemeente Zutphen", False),
        ("gemeente Zutphen", "gemeente Zutphen", False),
        ("inwoners van Zutphen", "inwoners van Zutphen", False),
        ("algemeen", "algemeen", False),
        ("", "mantelzorgers", False),
    ],
)
@pytest.mark.parametrize("bij", ["traject", "levering"])
def test_figures_about_a_target_group_are_of_the_group_itself(
    doelgroep: str, populatie: str, eigen: bool, bij: str
) -> None:
    vast = {"werving": "klantbestand"} | ({"doelgroep": doelgroep} if bij == "levering" else {})
    activiteit = make_activiteit("enquete", "enquete", fase="praktijk").assign(**vast)
    marges = pd.DataFrame({"variabele": "leeftijd", "categorie": ["jong", "oud"], "aandeel": 0.5})
    traject = Traject.from_tabellen(
        {"activiteiten": activiteit}, Instellingen(doelgroep=(doelgroep,) if bij == "traject" else ())
    ).replace_tabellen(marges=fill_marges(marges.assign(populatie=populatie)))
    assert has_eigen_populatie(traject, "leeftijd") is eigen


def _ask_leeftijd(activiteit_id: str, vraag_id: str, **activiteit: str) -> dict[str, pd.DataFrame]:
    vraag = make_vraag(
        activiteit_id,
        vraag_id,
        "een_antwoord",
        {"A": "1"},
        opties={"1": "jong"},
        rol="kenmerk",
        kort="leeftijd",
    )
    return vraag | {"activiteiten": make_activiteit(activiteit_id, "enquete", fase="praktijk", **activiteit)}


def test_a_trait_of_several_columns_is_named_once_and_elsewhere_the_figures_may_fit() -> None:
    klanten = [_ask_leeftijd(naam, f"leeftijd_{naam}", werving="klantbestand") for naam in ("balie", "loket")]
    enquete = _ask_leeftijd("enquete", "leeftijd_enquete", werving="loting")
    marges = pd.DataFrame(
        {
            "variabele": ["leeftijd_balie", "leeftijd_loket", "leeftijd_enquete"],
            "categorie": "jong",
            "aandeel": 1.0,
        }
    )
    alleen, geheel = (
        Traject.from_tabellen(join(*delen)).replace_tabellen(marges=fill_marges(marges))
        for delen in (klanten, [*klanten, enquete])
    )
    assert state_onvergelijkbaar(alleen).startswith("de bevolkingscijfers over ‘leeftijd")
    assert "passen alleen bij" in state_onvergelijkbaar(alleen)
    assert state_onvergelijkbaar(geheel) == ""
    zin = state_onvergelijkbaar(alleen, geheel)
    assert zin.startswith("de bevolkingscijfers over ‘leeftijd’ passen hier alleen bij ")
