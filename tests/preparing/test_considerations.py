"""The considerations, the ladder and the Beleidskompas as the domain states them."""

from __future__ import annotations

from datetime import date

import pytest

import burgerdata as bd
from burgerdata.errors import MethodeError


def warning(afweging: str, **antwoorden: object) -> str:
    tabel = bd.check_afwegingen(bd.Voorbereiding(**antwoorden))  # type: ignore[arg-type]
    return str(tabel.set_index("afweging").loc[afweging, "waarschuwing"])


def test_informing_is_the_one_rung_that_is_no_participation() -> None:
    treden = bd.list_treden().set_index("trede")
    assert treden.index[~treden["participatie"]].tolist() == ["informeren"]
    assert treden.index[treden["motiveren"]].tolist() == ["adviseren", "coproduceren", "meebeslissen"]


@pytest.mark.parametrize("trede", ["adviseren", "coproduceren", "meebeslissen"])
def test_a_rung_from_advising_up_without_room_is_warned_about(trede: str) -> None:
    assert "zonder ruimte kunt u deze trede niet waarmaken" in warning("ruimte", trede=trede)
    assert warning("ruimte", trede=trede, ruimte="Open ligt de hulp.", ruimte_van="de minister") == ""


def test_room_that_nobody_gave_is_warned_about() -> None:
    assert warning("ruimte", trede="raadplegen", ruimte="Open ligt de hulp.").startswith("Niet opgegeven wie")


def test_consulting_without_room_is_a_milder_warning() -> None:
    assert warning("ruimte", trede="raadplegen") == "Niet opgegeven wat er nog open ligt."


def test_informing_is_answered_with_choosing_a_higher_rung() -> None:
    gegeven = {"ruimte": "Open ligt de hulp.", "ruimte_van": "de minister"}
    assert "Kies raadplegen of hoger" in warning("ruimte", trede="informeren", **gegeven)


def test_a_traject_that_ends_after_the_decision_is_warned_about() -> None:
    middelen = {"euro": 1.0, "weken": 4.0, "fte": 0.5}
    begin = date(2027, 3, 1)
    te_laat = warning("middelen", middelen=middelen, begin=begin, besluit=date(2027, 3, 28))
    assert te_laat == "Het traject is klaar op 29 maart 2027, na het besluit van 28 maart 2027."
    assert warning("middelen", middelen=middelen, begin=begin, besluit=date(2027, 3, 29)) == ""


def test_means_that_are_missing_are_named() -> None:
    assert warning("middelen", middelen={"euro": 10.0}) == "Niet opgegeven: weken en fte."


def test_a_purpose_outside_the_list_is_answered_with_the_one_that_was_meant() -> None:
    assert "bedoelde u 'ervaring meten'?" in warning("doel", doel="ervaringen meten")
    assert "perspectieven ophalen" in warning("doel")


def test_weighting_to_the_population_is_only_for_the_population() -> None:
    def meaning(*doelgroep: str) -> str:
        tabel = bd.check_afwegingen(bd.Voorbereiding(doelgroep=doelgroep)).set_index("afweging")
        return str(tabel.loc["wie", "betekenis"])

    assert meaning("algemeen", "jongeren").startswith(
        "Een steekproef van de bevolking mag u naar de bevolking"
    )
    assert meaning("jongeren") == "Een genoemde groep weegt u niet naar de hele bevolking."


@pytest.mark.parametrize(
    "veld", [{"fase": "evalutie"}, {"trede": "adviseeren"}, {"instrumenten": ("enquette",)}]
)
def test_a_word_outside_its_list_is_refused_with_the_one_that_was_meant(veld: dict[str, str]) -> None:
    with pytest.raises(MethodeError, match=r"bestaat niet; bedoelde u '(evaluatie|adviseren|enquete)'"):
        bd.Voorbereiding(**veld)  # type: ignore[arg-type]


def test_each_kompas_question_says_what_participation_adds() -> None:
    vragen = bd.list_kompasvragen()
    assert vragen["kompasvraag"].tolist() == ["bk0", "bk1", "bk2", "bk3", "bk4", "bk5"]
    assert vragen["participatie_voegt_toe"].str.len().min() > 20


def test_a_target_group_that_is_also_a_stakeholder_is_listed_once() -> None:
    plan = bd.Voorbereiding(doelgroep=("slachtoffers",), belanghebbenden=("politie", "slachtoffers"))
    tabel = bd.list_belanghebbenden(plan)
    assert tabel["belanghebbende"].tolist() == ["slachtoffers", "politie"]
    assert set(tabel.drop(columns=["belanghebbende", "doelgroep"]).to_numpy().ravel()) == {"?"}
