"""A quote that somebody released and that no reader finds: the analyst reads why, in one sentence."""

from __future__ import annotations

from burgerdata.analysis import list_ongekozen
from burgerdata.report.blocks import Citaat
from burgerdata.report.onafgedrukt import state_citaten


def list_vrij(opbrengst):
    vrij = list_ongekozen(opbrengst.traject)
    return vrij.assign(bron="enquête, thema " + vrij["thema"])


def test_released_quotes_that_are_not_printed_are_one_sentence_with_the_reason_per_row(opbrengst):
    """Of the sixteen of the example all are printed but row 3 (snelheid, beside row 16) and the one about privacy."""
    vrij = list_vrij(opbrengst)
    gedrukt = [
        Citaat(rij["tekst"], rij["bron"]) for rij in vrij.to_dict("records") if rij["rij"] not in (2, 3)
    ]
    (zin,) = state_citaten(opbrengst, gedrukt)
    assert zin == (
        "citaten.xlsx: 2 vrijgegeven citaten zijn niet afgedrukt (rij 2: geen bevinding van dit rapport toont citaten over dit"
        " thema; zet 'bo7' in teksten/keuze.md; rij 3: onder een bevinding passen er 3)"
    )


def test_where_every_released_quote_is_printed_nothing_is_said(opbrengst):
    alle = [Citaat(rij["tekst"], rij["bron"]) for rij in list_vrij(opbrengst).to_dict("records")]
    assert state_citaten(opbrengst, alle) == ()


def test_a_theme_of_no_finding_sends_nobody_to_the_choice(opbrengst):
    """No finding, chosen or not, shows the quotes about filing being of no use: no line of keuze.md brings them in."""
    vrij = list_vrij(opbrengst)
    los = vrij["thema"].eq("zin van aangifte")
    gedrukt = [Citaat(rij["tekst"], rij["bron"]) for rij in vrij[~los].to_dict("records")]
    (zin,) = state_citaten(opbrengst, gedrukt)
    assert "geen enkele bevinding toont citaten over dit thema, ook niet een die u kunt kiezen" in zin
    assert "keuze.md" not in zin
