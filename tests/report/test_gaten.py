"""What does not fit in the follow-up is said once, whatever number of inputs it is about."""

from dataclasses import replace

import pandas as pd
import pytest

from burgerdata.report.blocks import Alinea
from burgerdata.report.chapters import vervolg
from burgerdata.toelichting import annotate, read_toelichting

VROEG = "het besluit viel voordat de gesprekken en metingen klaar waren"


@pytest.fixture
def waarschuw(opbrengst, monkeypatch):
    """Return a function that gives the warnings of chapter 7 when the first inputs have these gaps."""
    monkeypatch.setattr(vervolg, "draw_tabel", lambda *wat, **hoe: ())
    tabel = opbrengst.tabellen["doorwerking"]

    def waarschuw(gaten, totaal):
        deel = tabel.head(totaal).assign(let_op=[*gaten, *[""] * (totaal - len(gaten))])
        eigen = annotate(deel.astype({"let_op": "str"}), read_toelichting(tabel))
        blokken = vervolg.build(replace(opbrengst, tabellen={"doorwerking": eigen}), {})
        return [blok.tekst for blok in blokken if isinstance(blok, Alinea) and blok.klasse == "let_op"]

    return waarschuw


def test_one_sentence_tells_of_all_inputs_with_the_same_gap(waarschuw):
    assert waarschuw([VROEG] * 8, 9) == [
        "Bij acht van de negen punten: het besluit viel voordat de gesprekken en metingen klaar waren."
    ]
    assert waarschuw([VROEG] * 9, 9)[0].startswith("Bij alle negen de punten: ")


def test_few_are_named_and_each_gap_of_an_input_is_told(waarschuw):
    een, twee = waarschuw([f"motivering ontbreekt; {VROEG}", VROEG], 9)
    assert een.endswith(": motivering ontbreekt.")
    assert een.startswith("Laat mensen weten wat er met hun aangifte gebeurt")
    assert twee.startswith("Bij twee van de negen punten (‘Laat mensen weten")
    assert twee.endswith("): het besluit viel voordat de gesprekken en metingen klaar waren.")


def test_a_missing_reason_is_counted_among_the_decisions_to_which_one_belongs():
    """By hand: of five inputs three need a reason (two refused, one decided on rung adviseren), and two of these have none."""
    tabel = pd.DataFrame(
        {
            "inbreng_id": list("abcde"),
            "samenvatting": ["Bus", "Trein", "Fiets", "Brug", "Pad"],
            "status": [
                "overgenomen",
                "niet overgenomen",
                "niet overgenomen",
                "overgenomen",
                "nog te besluiten",
            ],
            "motivering": ["", "", "te duur", "", ""],
            "let_op": ["motivering ontbreekt", "motivering ontbreekt", "", "", ""],
        }
    )
    plicht = pd.Series([True, True, True, False, False])
    assert vervolg._tell_gaten(tabel, plicht) == [
        "Bij twee van de drie punten waarbij een reden hoort (‘Bus’ en ‘Trein’): motivering ontbreekt. "
        "Bij nog één overgenomen punt staat geen reden; onder trede adviseren hoeft dat niet."
    ]
    allemaal = tabel.head(2)
    assert vervolg._tell_gaten(allemaal, plicht.head(2)) == [
        "Bij alle twee de punten (‘Bus’ en ‘Trein’): motivering ontbreekt."
    ]
    een = tabel.assign(let_op=["motivering ontbreekt", *[""] * 4], motivering=["", "x", "y", "z", ""])
    assert vervolg._tell_gaten(een, plicht) == ["Bus: motivering ontbreekt."]
