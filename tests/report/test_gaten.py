"""What does not fit in the follow-up is said once, whatever number of inputs it is about."""

from dataclasses import replace

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
