"""A table in a notebook: a person reads the report's table, CI compares the numbers."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from burgerdata.report.leestabel import Leestabel
from burgerdata.settings import Instellingen
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers

TABEL = annotate(
    pd.DataFrame(
        {
            "activiteit_id": "enq",
            "label": ["ja <3", "nee"],
            "n": [125, 275],
            "basis": 400,
            "aandeel": [0.3125, 0.6875],
            "onder": [0.268843, 0.64055],
            "boven": [0.35945, 0.731157],
        }
    ),
    Toelichting("verdeling", vraag="Bent u tevreden?", basis="Basis: iedereen, n = 400.", bron="enquête"),
)


def make_traject(*, synthetisch: bool) -> Traject:
    vast = {"activiteiten": make_activiteit("enq", "enquete"), "deelnemers": make_deelnemers("enq", ["a"])}
    return Traject.from_tabellen(join(vast), replace(Instellingen(), synthetisch=synthetisch))


def test_a_person_reads_question_percentages_interval_base_and_source() -> None:
    html = Leestabel(make_traject(synthetisch=True), TABEL)._repr_html_()
    woorden = " ".join(re.sub("<[^>]+>", " ", html).split())
    assert woorden.startswith("Bent u tevreden? activiteit antwoord n basis % 95%-interval")
    assert "ja &lt;3 125 400 31% 27 tot 36%" in woorden
    assert woorden.endswith("Basis: iedereen, n = 400. Bron: enquête")


def test_ci_compares_four_decimals_of_synthetic_data_and_no_more_than_may_be_published_of_real_data() -> None:
    assert "0.3125" in repr(Leestabel(make_traject(synthetisch=True), TABEL))
    echt = repr(Leestabel(make_traject(synthetisch=False), TABEL))
    assert "0.31" in echt
    assert "0.3125" not in echt


def test_of_a_long_table_the_first_rows_are_shown_and_counted() -> None:
    lang = annotate(pd.DataFrame({"thema": [f"t{nr}" for nr in range(50)]}), Toelichting("overig"))
    html = Leestabel(make_traject(synthetisch=True), lang)._repr_html_()
    assert html.count("<tr>") == 41
    assert "De eerste 40 van 50 rijen." in html


def test_ci_compares_every_row_and_column_of_a_long_and_wide_table() -> None:
    breed = pd.DataFrame({f"k{kolom:02}": range(100 * kolom, 100 * kolom + 70) for kolom in range(25)})
    tekst = repr(Leestabel(make_traject(synthetisch=True), annotate(breed, Toelichting("overig"))))
    assert "..." not in tekst
    assert all(f" {getal}" in tekst for getal in (130, 1340, 2469))
