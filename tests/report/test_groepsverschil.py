"""The statement on which groups differ most is told, and only where it holds for all that were compared."""

from __future__ import annotations

import pytest

from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.report.groepsverschil import list_verschillen
from burgerdata.settings import Instellingen, Levering
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag

EENS = dict(zip("12345", ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"), strict=True))
WIE = [f"p{nr}" for nr in range(200)]


def maak(
    brieven: dict[str, str],
    *,
    kenmerken: tuple[str, ...] = ("leeftijd",),
    omkeren: bool = False,
    tien: dict[str, tuple[int, ...]] | None = None,
    tot: int = 10,
    woorden: dict[str, str] = EENS,
) -> Traject:
    """Return a survey of 100 young and 100 old people, who answer one statement by age and four others alike."""
    leeftijd = {p: "jong" if nr < 100 else "oud" for nr, p in enumerate(WIE)}
    antwoord = {p: brieven[leeftijd[p]][nr % 5] for nr, p in enumerate(WIE)}
    vragen = [
        make_vraag(
            "enq",
            "brieven",
            "stelling",
            antwoord,
            opties=woorden,
            tekst="De brieven zijn duidelijk",
            omkeren=omkeren,
        ),
        *(
            make_vraag(
                "enq", f"s{k}", "stelling", {p: "12345"[nr % 5] for nr, p in enumerate(WIE)}, opties=woorden
            )
            for k in range(4)
        ),
        *(
            make_vraag(
                "enq",
                "tien",
                "stelling",
                {p: str(per[leeftijd[p]][nr % 5]) for nr, p in enumerate(WIE)},
                opties={str(k): str(k) for k in range(1, tot + 1)},
            )
            for per in ([tien] if tien else [])
        ),
        make_vraag(
            "enq", "leeftijd", "een_antwoord", leeftijd, opties={"jong": "jong", "oud": "oud"}, rol="kenmerk"
        ),
    ]
    vast = {"activiteiten": make_activiteit("enq", "enquete"), "deelnemers": make_deelnemers("enq", WIE)}
    levering = Levering("enq", "enquete", kenmerken=kenmerken)
    return Traject.from_tabellen(join(vast, *vragen), Instellingen(leveringen=(levering,)))


def test_the_statement_that_parts_groups_most_is_told_with_both_means() -> None:
    # young 1 2 2 3 3: 2.2, old 3 3 4 4 5: 3.8, all 3.0
    naam, tabel = next(list_verschillen(maak({"jong": "12233", "oud": "33445"})))
    assert naam == "verschil_enq_brieven_naar_leeftijd"
    assert state_bevinding(tabel).endswith("dan de rest eens met ‘De brieven zijn duidelijk’")
    assert tabel.set_index("leeftijd")["gemiddelde"].round(1).to_dict() == {"jong": 2.2, "oud": 3.8}
    assert "over iedereen 3,0, op een schaal van 1 tot 5" in explain_bevinding(tabel)[0]
    assert read_toelichting(tabel).noten[-1].startswith("Gekozen als het grootste van 5 vergelijkingen")


def test_a_further_statement_with_a_proven_difference_follows_the_largest_with_its_answers() -> None:
    # of ten: young 2 3 5 7 8, old 4 5 7 9 9
    tien = {"jong": (2, 3, 5, 7, 8), "oud": (4, 5, 7, 9, 9)}
    tabellen = dict(list_verschillen(maak({"jong": "12233", "oud": "33445"}, tien=tien)))
    assert list(tabellen) == [
        f"{wat}_enq_{vraag}_naar_leeftijd"
        for vraag in ("brieven", "tien")
        for wat in ("verschil", "antwoord")
    ]
    gemiddelden = tabellen["verschil_enq_tien_naar_leeftijd"].set_index("leeftijd")["gemiddelde"]
    assert gemiddelden.round(1).to_dict() == {"jong": 5.0, "oud": 6.8}
    brieven = tabellen["antwoord_enq_brieven_naar_leeftijd"]
    assert brieven[brieven["leeftijd"].eq("oud")]["n"].tolist() == [0, 0, 40, 40, 20]


@pytest.mark.parametrize("brieven", [{"jong": "12345", "oud": "12345"}, {"jong": "22344", "oud": "22355"}])
def test_a_difference_that_may_be_chance_among_so_many_is_not_told(brieven: dict[str, str]) -> None:
    assert dict(list_verschillen(maak(brieven))) == {}


def test_without_traits_of_the_analyst_or_the_other_way_round_nothing_is_compared() -> None:
    anders = {"jong": "12233", "oud": "33445"}
    assert dict(list_verschillen(maak(anders, kenmerken=()))) == {}
    assert dict(list_verschillen(maak(anders, omkeren=True))) == {}


@pytest.mark.parametrize("woorden", [EENS, {cijfer: cijfer for cijfer in EENS}])
def test_a_point_of_ten_is_not_a_point_of_five(woorden: dict[str, str]) -> None:
    """On the statement of ten 5,0 and 6,8 lie 1,8 apart, but 0,8 of their spread; 2,2 and 3,8 of five lie 2,1 apart."""
    naam, tabel = next(
        list_verschillen(
            maak(
                {"jong": "12233", "oud": "33445"},
                tien={"jong": (2, 3, 5, 7, 8), "oud": (4, 5, 7, 9, 9)},
                woorden=woorden,
            )
        )
    )
    assert naam == "verschil_enq_brieven_naar_leeftijd"
    noot = read_toelichting(tabel).noten[-1]
    assert noot.startswith("Gekozen als het grootste van 6 vergelijkingen")
    assert noot.endswith("vergeleken is het verschil ten opzichte van de spreiding van de antwoorden.")


def test_statements_with_and_without_words_on_one_scale_are_held_in_points() -> None:
    """Five steps with words and five without are one scale, whatever low numbers nobody gave."""
    naam, tabel = next(
        list_verschillen(
            maak(
                {"jong": "12233", "oud": "33445"},
                tien={"jong": (2, 2, 3, 4, 5), "oud": (2, 2, 3, 5, 5)},
                tot=5,
            )
        )
    )
    assert naam == "verschil_enq_brieven_naar_leeftijd"
    assert not read_toelichting(tabel).noten[-1].endswith("van de antwoorden.")
