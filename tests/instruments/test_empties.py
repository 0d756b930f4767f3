"""A source that tells why a cell is empty is believed; one that does not leaves the reason open."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.errors import ContractError
from burgerdata.instruments.answers import fill_vraag
from burgerdata.instruments.empties import mark_empties
from burgerdata.instruments.stacking import STATUS_NR
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, OVERGESLAGEN, Kolom

_CELLEN = ["7", "", NIET_GETOOND, OVERGESLAGEN, AFGEBROKEN]
_STATUSSEN = ["gegeven", "leeg_onbekend", "niet_getoond", "overgeslagen", "afgebroken"]


def read_statuses(vraag: Vraag, frame: pd.DataFrame) -> list[str]:
    blok, notities = fill_vraag(vraag, frame)
    assert notities == ()
    namen = {nummer: status for status, nummer in STATUS_NR.items()}
    return [namen[int(nummer)] for nummer in mark_empties(vraag, blok, frame).status]


@pytest.mark.parametrize("soort", ["een_antwoord", "schaal", "getal", "open"])
def test_a_sign_becomes_the_status_of_the_empty_cell(soort: str) -> None:
    frame = pd.DataFrame({"v": _CELLEN}, dtype="str")
    assert read_statuses(Vraag("v", ("v",), "?", soort, opties=(Optie("7", "7", 7.0),)), frame) == _STATUSSEN


def test_several_answers_that_were_shown_and_left_empty_are_a_choice_for_none() -> None:
    frame = pd.DataFrame({"a": ["Y", *_CELLEN[1:]], "b": ["", *_CELLEN[1:]]}, dtype="str")
    opties = (Optie("a", "fiets"), Optie("b", "trein"))
    vraag = Vraag("v", ("a", "b"), "?", "meer_antwoorden", opties=opties, namen=("fiets", "trein"))
    assert read_statuses(vraag, frame) == [*_STATUSSEN[:3], "geen_gekozen", "afgebroken"]


def test_the_signs_are_blanks_to_who_does_not_know_them() -> None:
    assert {teken.strip() for teken in (NIET_GETOOND, OVERGESLAGEN, AFGEBROKEN)} == {""}


def _count_statuses(
    bouw, tabel, leeg: str, *, achter: str = "kenmerk", cijfer=("7", "8", "6", "")
) -> dict[str, int]:
    """Four people: the last one stopped before the first question, and the panel knows where she lives."""
    kolommen = {"cijfer": list(cijfer), "fiets": ["ja", "", "", ""], "trein": ["", "", "", ""]}
    kolommen |= {"wijk": ["noord", "zuid", "", "zuid"]}
    sets = {naam: Kolom(naam, naam, herkomst=naam, set_naam="hoe") for naam in ("fiets", "trein")}
    regels = [Vraagregel("enquete", "cijfer"), Vraagregel("enquete", "wijk", rol=achter)]
    regels += [
        Vraagregel("enquete", naam, vraag_id="hoe", soort="meer_antwoorden", leeg=leeg) for naam in sets
    ]
    tabellen = bouw(tabel(kolommen, extra=sets), lijst=Vragenlijst(tuple(regels)))
    hoe = tabellen["antwoorden"].query("vraag_id == 'hoe'")
    return hoe["status"].value_counts().loc[lambda aantal: aantal > 0].to_dict()


@pytest.mark.parametrize("leeg", ["geen_gekozen", "overgeslagen"])
def test_an_empty_cell_means_what_the_analyst_says_for_who_came_past_it(bouw, tabel, leeg: str) -> None:
    assert _count_statuses(bouw, tabel, leeg) == {"gegeven": 1, leeg: 2, "leeg_onbekend": 1}
    later = _count_statuses(bouw, tabel, leeg, achter="inhoud", cijfer=("7", "", "", ""))
    assert later == {"gegeven": 1, leeg: 2, "leeg_onbekend": 1}  # the third has no answer at all


def _count_form(
    bouw,
    tabel,
    kolommen: dict[str, list[str]],
    rollen: dict[str, str],
    *,
    niet_getoond: tuple[str, ...] = (),
    **levering: str,
) -> dict[str, int]:
    """The question over fiets and trein ("hoe") in the order of a form; its empty cells mean that nothing was chosen."""
    sets = {naam: Kolom(naam, naam, herkomst=naam, set_naam="hoe") for naam in ("fiets", "trein")}
    regels = [
        Vraagregel("enquete", naam, vraag_id="hoe", soort="meer_antwoorden", leeg="geen_gekozen")
        if naam in sets
        else Vraagregel(
            "enquete",
            naam,
            rol=rollen.get(naam, "inhoud"),
            leeg="niet_getoond" if naam in niet_getoond else "",
        )
        for naam in kolommen
    ]
    tabellen = bouw(tabel(kolommen, extra=sets), lijst=Vragenlijst(tuple(regels)), **levering)
    hoe = tabellen["antwoorden"].query("vraag_id == 'hoe'")
    return hoe["status"].value_counts().loc[lambda aantal: aantal > 0].to_dict()


def test_who_stops_halfway_chose_nothing_of_what_was_not_asked(bouw, tabel) -> None:
    """Of 22 people 10 stop after the first question; 6 of the others tick something: 6 of 12, not of 22."""
    kolommen = {
        "cijfer": ["7", "8"] * 11,
        "fiets": ["ja"] * 6 + [""] * 16,
        "trein": [""] * 22,
        "rapport": ["6"] * 5 + ["9"] * 7 + [""] * 10,
    }
    uit = {"gegeven": 6, "geen_gekozen": 6, "leeg_onbekend": 10}
    assert _count_form(bouw, tabel, kolommen, {}) == uit
    # a bureau knows where everybody lives, or nearly everybody
    for bekend in (["noord"] * 22, [*["noord"] * 9, "", *["noord"] * 11, ""]):
        assert _count_form(bouw, tabel, kolommen | {"wijk": bekend}, {"wijk": "kenmerk"}) == uit
    # and one of them did not even start
    wijk = {naam: [*cellen, ""] for naam, cellen in kolommen.items()} | {"wijk": ["noord"] * 23}
    assert _count_form(bouw, tabel, wijk, {"wijk": "kenmerk"}) == uit | {"leeg_onbekend": 11}


def test_a_trait_that_is_asked_at_the_end_tells_who_came_past(bouw, tabel) -> None:
    """Ten people: four skip the last two questions and give their age, another two stop before these."""
    kolommen = {
        "cijfer": ["7", "8"] * 6,
        "rapport": ["6"] * 5 + ["9"] + [""] * 6,
        "fiets": ["ja"] * 6 + [""] * 6,
        "trein": [""] * 12,
        "leeftijd": ["18-34", "35+"] * 5 + ["", ""],
    }
    uit = _count_form(bouw, tabel, kolommen, {"leeftijd": "kenmerk"})
    assert uit == {"gegeven": 6, "geen_gekozen": 4, "leeg_onbekend": 2}
    # a panel knows the age of who stopped too: only an answer to the question in front tells
    panel = _count_form(bouw, tabel, kolommen, {"leeftijd": "kenmerk"}, panel="wijk")
    assert panel == {"gegeven": 6, "leeg_onbekend": 6}


def test_a_trait_tells_where_the_question_in_front_of_it_is_not_for_everyone(bouw, tabel) -> None:
    """Of ten people six are asked for a grade of the pool; everybody gives an age, and five tick nothing."""
    kolommen = {
        "cijfer": ["7", "8"] * 5,
        "fiets": ["ja"] * 5 + [""] * 5,
        "trein": [""] * 10,
        "bad": ["6"] * 5 + ["9"] + [""] * 4,
        "leeftijd": ["18-34", "35+"] * 5,
    }
    rollen = {"leeftijd": "kenmerk"}
    uit = _count_form(bouw, tabel, kolommen, rollen, niet_getoond=("bad",))
    assert uit == {"gegeven": 5, "geen_gekozen": 5}


def test_not_shown_needs_nobody_to_come_past(bouw, tabel) -> None:
    assert _count_statuses(bouw, tabel, "niet_getoond") == {"gegeven": 1, "niet_getoond": 3}
    assert _count_statuses(bouw, tabel, "") == {"gegeven": 1, "leeg_onbekend": 3}


def test_two_columns_of_one_question_say_the_same(bouw, tabel) -> None:
    regels = [
        Vraagregel("enquete", naam, rij=rij, vraag_id="hoe", soort="meer_antwoorden", leeg=leeg)
        for rij, (naam, leeg) in enumerate({"a": "geen_gekozen", "b": "niet_getoond"}.items(), 2)
    ]
    with pytest.raises(ContractError) as fout:
        bouw(tabel({"a": ["ja", ""], "b": ["", "ja"]}), lijst=Vragenlijst(tuple(regels)))
    assert "rij 3, kolom 'leeg': de kolommen van vraag 'hoe' zeggen hier niet hetzelfde" in str(
        fout.value.lijst[0]
    )


def test_none_of_the_answers_is_a_choice_only_where_several_may_be_given(bouw, tabel) -> None:
    regel = Vraagregel("enquete", "cijfer", rij=4, leeg="geen_gekozen")
    with pytest.raises(ContractError) as fout:
        bouw(tabel({"cijfer": ["7", ""]}), lijst=Vragenlijst((regel,)))
    assert str(fout.value.lijst[0]) == (
        "vragen.xlsx, blad 'vragen', rij 4, kolom 'leeg': geen_gekozen kan alleen bij een vraag met meer antwoorden; "
        "kies overgeslagen of niet_getoond, of maak de soort meer_antwoorden"
    )
