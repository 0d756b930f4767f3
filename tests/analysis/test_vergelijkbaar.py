"""Whose figures margins are: of a target group by its own name, never of everybody who lives in a place."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.analysis.populatie import fill_marges
from burgerdata.analysis.vergelijkbaar import has_eigen_populatie
from burgerdata.settings import Instellingen
from burgerdata.traject import Traject

from .trajecten import make_activiteit


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
