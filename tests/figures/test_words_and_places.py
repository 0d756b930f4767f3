"""The figures in words, the dumbbells, and labels that find a place of their own."""

import figuurtabellen as t
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata.errors import MethodeError
from burgerdata.figures import (
    plot_bronnen,
    plot_doorwerking,
    plot_populatie,
    plot_prioriteiten,
    plot_scorekaart,
    validate_figuur,
)
from burgerdata.figures.placement import Kader, place_labels
from burgerdata.toelichting import annotate, read_toelichting

TITEL = "Dit is een bevinding"


def _cells(figuur):
    return [regel.removeprefix("cel: ") for regel in figuur.digest.splitlines() if regel.startswith("cel: ")]


def _with(tabel, **kolommen):
    return annotate(tabel.assign(**kolommen), read_toelichting(tabel))


def test_the_largest_gap_stands_on_top_within_each_trait_and_a_missed_group_comes_first():
    digest = plot_populatie(t.populatie(), titel=TITEL).digest
    rijen = [regel.split(": ", 1)[1] for regel in digest.splitlines() if "y-streepjes" in regel]
    # By hand from the counts: 55-74 +16.2, 35-54 −9.9, 75+ −8.9, 18-34 +2.7; −15.05, +15.01, +0.04 points.
    assert rijen == ["55-74 | 35-54 | 75+ | 18-34", "praktisch | theoretisch | middelbaar"]
    assert "tekst: gemist −9" in digest
    assert "tekst: gemist −15" in digest


def test_the_ring_is_unweighted_the_disc_weighted_and_without_weights_there_is_no_disc():
    gewogen = plot_populatie(t.populatie(), titel=TITEL)
    assert "● deelnemers na weging" in gewogen.voet[1]
    assert gewogen.digest.count("kleur #1b3a6b") == 7
    kaal = plot_populatie(_with(t.populatie(), gewogen=t.populatie()["steekproef"]), titel=TITEL)
    assert "●" not in kaal.voet[1]
    assert "kleur #1b3a6b" not in kaal.digest


def test_every_input_has_its_status_reason_and_date_in_words_in_the_order_of_the_statuses():
    cellen = _cells(plot_doorwerking(t.doorwerking(), titel=TITEL))
    statussen = [cel[2:] for cel in cellen if cel[:1] in "●◐○◇…"]
    assert statussen == [
        "overgenomen",
        "overgenomen",
        "deels overgenomen",
        "niet overgenomen",
        "buiten de kaders",
        "nog te besluiten",
    ]
    assert cellen.count("nog niet") == 3
    assert cellen.count("04-11-2026") == 3
    assert "Daarvoor zijn te weinig mensen beschikbaar; wel komt er een …" in cellen


def test_a_refusal_without_a_reason_says_so_and_an_undecided_input_does_not():
    leeg = _with(t.doorwerking(), motivering="")
    assert _cells(plot_doorwerking(leeg, titel=TITEL)).count("geen reden opgegeven") == 3


def test_a_slide_counts_many_inputs_by_status_and_names_all_their_themes():
    cellen = _cells(plot_doorwerking(t.doorwerking(), titel=TITEL, formaat="dia"))
    plek = cellen.index("● overgenomen")
    assert cellen[plek : plek + 4] == ["● overgenomen", "2", "taal en terugkoppeling", "1 van 2"]
    assert sum(int(cel) for cel in cellen if cel.isdigit()) == 6


def test_a_scorecard_prints_norm_verdict_and_what_was_not_measured():
    cellen = _cells(plot_scorekaart(t.scorekaart(), titel=TITEL))
    assert "voldoende (norm 30%)" in cellen
    assert "onvoldoende (norm 60%)" in cellen
    assert cellen[cellen.index("P4 gelijke spreektijd") + 1 :][:2] == ["–", "niet gemeten"]
    assert cellen[cellen.index("P6 vroeg betrokken") + 1 :][:2] == ["20 tot 25 dagen", "geen norm"]


def test_a_scorecard_shows_the_indicators_that_are_asked_for_in_their_order():
    figuur = plot_scorekaart(t.scorekaart(), ids=["P3", "R1"], titel=TITEL)
    assert [cel[:2] for cel in _cells(figuur) if cel[:2] in ("P3", "R1", "R2", "P4")] == ["P3", "R1"]
    assert figuur.change_formaat("dia").tabel.equals(figuur.tabel)
    with pytest.raises(MethodeError, match="indicator 'X9' staat niet in deze scorekaart"):
        plot_scorekaart(t.scorekaart(), ids=["X9"], titel=TITEL)


def test_a_priority_matrix_of_two_surveys_is_refused():
    twee = pd.concat([t.prioriteiten(), t.prioriteiten().assign(activiteit_id="ander")], ignore_index=True)
    with pytest.raises(MethodeError, match="toont één activiteit"):
        plot_prioriteiten(annotate(twee, read_toelichting(t.prioriteiten())), titel=TITEL)


@pytest.mark.parametrize("formaat", ["a4", "dia"])
def test_names_of_points_close_together_never_touch(formaat):
    namen = tuple(f"onderdeel {nummer} van de dienst" for nummer in range(12))
    figuur = plot_prioriteiten(t.prioriteiten(namen), titel=TITEL, formaat=formaat)
    assert [fout for fout in validate_figuur(figuur) if fout.startswith("tekst")] == []
    assert all(f"tekst: {naam}" in figuur.digest for naam in namen)


PUNT = st.tuples(st.floats(5, 395), st.floats(5, 295))
MAAT = st.tuples(st.floats(5, 90), st.floats(5, 25))


@given(st.lists(st.tuples(PUNT, MAAT), min_size=1, max_size=12))
def test_a_label_that_found_a_place_is_inside_and_over_nothing_else(paren):
    punten, maten = zip(*paren, strict=True)
    vlak, hoek = Kader(0, 0, 400, 300), Kader(300, 280, 100, 20)
    vakken = place_labels(punten, maten, vlak, straal=3, bezet=[hoek])
    if vakken is None:
        # Only a crowd may find no room: all labels and marks together are far smaller than the field.
        assert len(paren) > 6
        return
    merken = [Kader(x - 3, y - 3, 6, 6) for x, y in punten]
    for nummer, vak in enumerate(vakken):
        assert vlak.holds(vak)
        assert (vak.breedte, vak.hoogte) == maten[nummer]
        assert not any(vak.touches(ander) for ander in [hoek, *merken, *vakken[:nummer]])


def test_a_name_that_has_a_hyphen_gets_no_second_one_where_it_breaks():
    tabel = t.bronnen()
    straat = tabel["activiteit_id"].eq("straat")
    anders = tabel.assign(
        activiteit_id=tabel["activiteit_id"].mask(straat, "usability_ronde 1"),
        instrument=tabel["instrument"].mask(straat, "usability"),
    )
    digest = plot_bronnen(annotate(anders, read_toelichting(tabel)), titel=TITEL).digest
    assert "usability-" in digest
    assert "--" not in digest


@pytest.mark.parametrize("formaat", ["a4", "dia"])
def test_a_column_without_any_date_says_that_nobody_wrote_down_who_heard(formaat):
    leeg = t.doorwerking().assign(terugkoppeling_datum=pd.NaT)
    leeg.attrs = t.doorwerking().attrs
    cellen = _cells(plot_doorwerking(leeg, titel=TITEL, formaat=formaat))
    assert "niet vastgelegd" in cellen
    assert "nog niet" not in cellen


def test_a_source_of_which_nobody_knows_who_spoke_says_so_and_not_that_nothing_was_asked():
    tabel = pd.DataFrame(
        {
            "thema": "Taal",
            "activiteit_id": ["enquete", "inspraak", "fg"],
            "fase": "praktijk",
            "basis": [100, None, None],
        }
    ).assign(
        gevraagd=[True, False, False],
        n=[18, None, None],
        aandeel=[0.18, None, None],
        tekst=["18%", "mensen onbekend", "niet gevraagd"],
    )
    digest = plot_bronnen(tabel, titel="Taal komt één keer terug").digest
    assert "mensen onbekend" in digest.replace("\n", " ")
    assert "niet gevraagd" in digest.replace("\n", " ")
