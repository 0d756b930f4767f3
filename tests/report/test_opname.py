"""A table of an own notebook travels unchanged, goes through the plan of the report, and becomes a finding of it."""

from datetime import date

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.analysis.example import make_example
from burgerdata.errors import MethodeError
from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_bevindingen
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.opname import OMGEVING, adds_tabel, read_opnames
from burgerdata.toelichting import read_toelichting


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(OMGEVING, str(tmp_path))
    return tmp_path


@pytest.fixture
def t():
    return make_example()


@pytest.fixture
def tabel(t):
    return bd.summarise_vraag(t, str(t.vragen[t.vragen["soort"].eq("een_antwoord")]["vraag_id"].iloc[0]))


def test_a_table_arrives_as_it_was_with_what_is_told_beside_it(t, tabel, folder):
    bd.add_tabel(t, tabel, "eerste", titel="In mijn woorden")
    opname = read_opnames(folder)["eigen_eerste"]
    pd.testing.assert_frame_equal(opname.tabel, tabel, check_column_type=False, check_names=False)
    assert read_toelichting(opname.tabel) == read_toelichting(tabel)
    assert opname.titel == "In mijn woorden"


def test_the_table_is_suppressed_like_all_others_and_is_a_finding(t, tabel, folder):
    bd.add_tabel(t, tabel, "klein", titel="In mijn woorden")
    opbrengst = collect_opbrengst(t, datum=date(2026, 11, 25), opnames=read_opnames(folder))
    assert tabel["basis"].max() < 30
    assert opbrengst.tabellen["eigen_klein"]["aandeel"].isna().all()
    assert list_bevindingen(opbrengst)["eigen_klein"].bevinding == "In mijn woorden"
    assert "eigen_klein" in [antwoord.id for antwoord in choose_bevindingen(opbrengst)]


def test_what_cannot_be_suppressed_cannot_join(t, tabel, folder):
    for kapot, naam, wat in (
        (pd.DataFrame({"n": [3], "basis": [9]}), "los", "neem de uitkomst van een analyse"),
        (tabel.drop(columns="basis"), "kaal", "laat de kolommen n en basis staan"),
        (tabel, "Mijn tabel", "'mijn_tabel'"),
    ):
        with pytest.raises(MethodeError, match=wat):
            bd.add_tabel(t, kapot, naam)
    bd.add_tabel(t, tabel, "twee_keer")
    with pytest.raises(MethodeError, match="al gebruikt"):
        bd.add_tabel(t, tabel, "twee_keer")
    assert list(read_opnames(folder)) == ["eigen_twee_keer"]


def test_only_a_notebook_that_hands_over_must_run_first(tmp_path):
    for naam, cel in (("wel", "bd.add_tabel(t, x, 'x')"), ("niet", "bd.show_antwoord(t, 'pr4')")):
        (tmp_path / f"{naam}.ipynb").write_text(cel, "utf-8")
    assert [adds_tabel(tmp_path / f"{naam}.ipynb") for naam in ("wel", "niet")] == [True, False]
