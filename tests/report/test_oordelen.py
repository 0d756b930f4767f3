"""Judgements that no report question asks for: parts of one question are told together, by the worst of them."""

from __future__ import annotations

from burgerdata.analysis.example_usability import make_usability
from burgerdata.findings import state_bevinding
from burgerdata.report.oordelen import list_oordelen
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag

STAPPEN = dict(
    zip("12345", ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"), strict=True)
)


def test_the_parts_of_one_judgement_are_one_table_of_which_the_worst_is_told() -> None:
    wie = [f"p{nr}" for nr in range(300)]
    delen = [
        make_vraag(
            "enq",
            naam,
            "schaal",
            {p: codes[nr % 5] for nr, p in enumerate(wie)},
            opties=STAPPEN,
            kort=naam,
            gebruik="tevredenheid",
            reeks="onderdelen",
        )
        for naam, codes in (("personeel", "34445"), ("aanvragen", "11234"))
    ]
    los = make_vraag(
        "enq",
        "geheel",
        "schaal",
        {p: "34455"[nr % 5] for nr, p in enumerate(wie)},
        opties=STAPPEN,
        kort="geheel",
        gebruik="tevredenheid",
    )
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="evaluatie"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    tabellen = dict(list_oordelen(Traject.from_tabellen(join(vast, *delen, los)), ()))
    assert list(tabellen) == ["oordeel_enq_onderdelen", "oordeel_enq_geheel"]
    zin = state_bevinding(tabellen["oordeel_enq_onderdelen"])
    assert zin == "60% antwoordt ‘zeer ontevreden’ of ‘ontevreden’ bij ‘aanvragen’"


def test_the_ten_statements_of_the_sus_are_told_by_their_score_alone() -> None:
    test = make_usability()
    assert test.vragen["gebruik"].eq("sus").sum() == 10
    assert not [naam for naam, _ in list_oordelen(test, []) if "sus" in naam]
