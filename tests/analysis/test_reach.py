"""Response, population and weights."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from burgerdata.analysis import (
    compare_populatie,
    describe_respons,
    summarise_cijfer,
    trace_doorwerking,
    weight_deelnemers,
)
from burgerdata.errors import MethodeError
from burgerdata.traject import Traject

from .trajecten import make_orakel

MARGES = pd.DataFrame({"variabele": "groep2", "categorie": ["jong", "oud"], "aandeel": [0.3, 0.7]})


def test_raked_weights_keep_the_standard_errors_of_r(r: dict[str, Any]) -> None:
    traject = make_orakel(ontwerp="gewogen")
    gewogen = weight_deelnemers(traject, kenmerken=["opleiding", "geslacht"], variantie="rake")
    bij_r = r["gewogen.rake2.mean.cijfer1"]
    rij = summarise_cijfer(gewogen, "cijfer1").iloc[0]
    assert rij["gemiddelde"] == pytest.approx(bij_r["est"], rel=1e-8)
    assert rij["se"] == pytest.approx(bij_r["se"], rel=1e-8)


def test_greg_residuals_are_the_default_and_smaller_than_fixed_weights() -> None:
    traject = make_orakel(ontwerp="gewogen")
    gewogen = weight_deelnemers(traject, kenmerken=["opleiding", "geslacht"])
    los = gewogen.design("enq")
    assert los.core.calibrations is not None
    assert gewogen.deelnemers["gewicht"].to_numpy() == pytest.approx(los.weights.to_numpy())


def test_weights_meet_the_margins_and_who_is_unknown_weighs_one(enquete: Traject) -> None:
    gewogen = weight_deelnemers(enquete, MARGES)
    personen = gewogen.deelnemers[gewogen.deelnemers["rol"] == "burger"].reset_index(drop=True)
    som = personen["gewicht"].sum()
    # p9 gave no age and weighs 2 of 15: the others divide 13 as 0.3 to 0.7.
    assert personen["gewicht"].iloc[9] == pytest.approx(2.0)
    assert personen["gewicht"].iloc[:5].sum() == pytest.approx(0.3 * 13)
    assert personen["gewicht"].iloc[5:9].sum() == pytest.approx(0.7 * 13)
    assert som == pytest.approx(15)
    assert gewogen.deelnemers["basisgewicht"].iloc[:10].tolist() == [1.0] * 5 + [2.0] * 5


def test_what_weighting_cost_is_reported(enquete: Traject) -> None:
    assert "deff" in weight_deelnemers(enquete, MARGES).wegingen["enq"].methode


def test_weighting_twice_starts_from_the_same_base_weights(enquete: Traject) -> None:
    een = weight_deelnemers(enquete, MARGES)
    twee = weight_deelnemers(een, MARGES)
    assert twee.deelnemers["gewicht"].tolist() == pytest.approx(een.deelnemers["gewicht"].tolist())


def test_names_that_differ_are_all_named(enquete: Traject) -> None:
    anders = MARGES.assign(categorie=["Jong", "oud"])
    with pytest.raises(
        MethodeError, match="'Jong' komt bij de deelnemers niet voor; 'jong' staat niet in de marges"
    ):
        weight_deelnemers(enquete, anders)


def test_a_filtered_part_is_not_weighted(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match="weeg eerst"):
        weight_deelnemers(enquete.only(kenmerk={"groep2": "jong"}), MARGES)


def test_the_sample_stands_beside_the_population(enquete: Traject) -> None:
    tabel = compare_populatie(enquete, MARGES).set_index("categorie")
    assert tabel["n"].to_dict() == {"jong": 5, "oud": 4}
    assert tabel["steekproef"].to_dict() == pytest.approx({"jong": 5 / 9, "oud": 4 / 9})
    assert tabel["gewogen"].to_dict() == pytest.approx({"jong": 5 / 13, "oud": 8 / 13})
    assert tabel["dissimilariteit"].iloc[0] == pytest.approx(5 / 9 - 0.3)


def test_without_margins_the_remedy_is_named(enquete: Traject) -> None:
    with pytest.raises(MethodeError, match=r"vul marges\.xlsx"):
        compare_populatie(enquete)


def test_response_is_of_the_first_step_that_is_known(voorbeeld: Traject) -> None:
    tabel = describe_respons(voorbeeld)
    enquete = tabel[tabel["activiteit_id"] == "enquete"].set_index("stap")
    assert enquete["n"].to_dict() == {"uitgenodigd": 3480, "gestart": 1241, "afgerond": 1160}
    assert enquete.loc["afgerond", "aandeel"] == pytest.approx(1160 / 3480)
    straat = tabel[tabel["activiteit_id"] == "straatgesprek"]
    assert straat["stap"].tolist() == ["aangesproken", "meegedaan"]
    assert straat["n"].iloc[1] == 90


def test_the_example_is_weighted_on_its_margins(voorbeeld: Traject) -> None:
    gewogen = weight_deelnemers(voorbeeld)
    tabel = compare_populatie(gewogen)
    enquete = tabel[tabel["activiteit_id"] == "enquete"]
    assert (enquete["gewogen"] - enquete["bevolking"]).abs().max() < 0.005


def test_follow_up_names_what_is_missing(enquete: Traject) -> None:
    inbreng = pd.DataFrame(
        {
            "inbreng_id": ["a", "b", "c"],
            "samenvatting": ["x", "y", "z"],
            "fase": ["praktijk"] * 3,
            "status": [None, "niet_overgenomen", "overgenomen"],
            "trede": ["informeren", "raadplegen", "adviseren"],
            "besluit_datum": [None, None, "2026-06-10"],
        }
    )
    tabel = trace_doorwerking(enquete.replace_tabellen(doorwerking=inbreng)).set_index("inbreng_id")
    assert list(tabel.index) == ["c", "b", "a"]
    assert tabel["status"].to_dict() == {"c": "overgenomen", "b": "niet overgenomen", "a": "nog te besluiten"}
    assert tabel["let_op"].to_dict() == {
        "c": "besluit van voor het einde van het veldwerk",
        "b": "motivering ontbreekt",
        "a": "trede informeren telt niet als participatie",
    }
