"""The suppression plan: what goes, what stays, and that nothing can be subtracted back."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burgerdata.disclosure import plan_onderdrukking
from burgerdata.settings import Drempels
from burgerdata.toelichting import Toelichting, annotate


def _verdeling(tellingen, **toelichting):
    n = pd.Series(tellingen, dtype="Int32")
    tabel = pd.DataFrame({"activiteit_id": "enquete", "label": [f"a{i}" for i in range(len(n))], "n": n})
    tabel = tabel.assign(basis=n.sum(), aandeel=n / n.sum())
    return annotate(tabel, Toelichting("verdeling", **toelichting))


def _apply(tabel, **drempels):
    return plan_onderdrukking({"t": tabel}, Drempels(**drempels)).apply("t", tabel)


def test_a_cell_under_ten_persons_loses_count_and_share():
    uit = _apply(_verdeling([4, 7, 89]))
    assert uit["n"].isna().tolist() == [True, True, False]
    assert uit["aandeel"].isna().tolist() == [True, True, False]


def test_a_cell_of_zero_or_of_the_threshold_stays():
    assert not _apply(_verdeling([0, 10, 90])).get("onderdrukt", pd.Series(False)).any()


def test_a_single_small_cell_takes_the_next_smallest_with_it():
    uit = _apply(_verdeling([4, 60, 36]))
    assert uit["onderdrukt"].tolist() == [True, False, True]


def test_the_base_of_a_hidden_group_stays_and_its_figures_go():
    uit = _apply(_verdeling([14, 15]))
    assert uit["basis"].tolist() == [29, 29]
    assert uit["n"].isna().all()


def test_a_qualitative_count_stays_unless_it_is_split_by_a_trait():
    tabel = pd.DataFrame(
        {"thema_id": ["taal"], "activiteit_id": ["fg"], "n": [3], "basis": [31], "kwalitatief": [True]}
    )
    zonder = annotate(tabel, Toelichting("themas"))
    met = annotate(tabel, Toelichting("themas", per="geslacht"))
    assert _apply(zonder)["n"].tolist() == [3]
    assert _apply(met)["n"].isna().all()


def test_a_mean_of_a_small_group_is_hidden_and_its_base_kept():
    tabel = pd.DataFrame({"activiteit_id": ["e"], "n": [12], "basis": [12], "gemiddelde": [6.1], "sd": [1.0]})
    uit = _apply(annotate(tabel, Toelichting("cijfer")))
    assert uit["gemiddelde"].isna().all()
    assert uit["basis"].tolist() == [12]


def test_the_caller_s_table_is_not_changed():
    tabel = _verdeling([4, 96])
    before = tabel.copy()
    _apply(tabel)
    pd.testing.assert_frame_equal(tabel, before)


def test_the_price_counts_rows_per_table_and_advises_to_merge():
    prijs = plan_onderdrukking({"t": _verdeling([4, 60, 36])}).prijs.iloc[0]
    assert prijs[["rijen", "onderdrukt", "klein", "ongeteld"]].tolist() == [3, 2, 1, 0]
    assert prijs["advies"].startswith("voeg kleine antwoorden samen")


@given(st.lists(st.integers(0, 60), min_size=2, max_size=8).filter(lambda n: sum(n) >= 30))
def test_no_suppressed_cell_follows_from_the_base_and_the_rest(tellingen):
    uit = _apply(_verdeling(tellingen))
    if "onderdrukt" not in uit:
        return
    open_ = uit[~uit["onderdrukt"]]
    weg = uit["onderdrukt"].sum()
    rest = int(uit["basis"].iloc[0]) - int(open_["n"].sum())
    others = [n for n in tellingen if n > 0]
    assert weg >= 2 or len(others) == 1
    # more than one division of the rest over the hidden cells is possible: none of them is known
    assert rest >= 10 or weg == len(others)


@pytest.mark.parametrize("drempel", [5, 20])
def test_the_threshold_is_a_setting(drempel):
    uit = _apply(_verdeling([4, 18, 78]), drempel=drempel)
    assert uit["n"].isna().sum() == 2


def _stemmen(voor, tegen, onthouding, *, basis):
    tabel = pd.DataFrame(
        {
            "activiteit_id": "burgerberaad",
            "vraag_id": "a1",
            "groep": "tafel 1",
            "kort": "een bericht",
            "keuze": ["voor", "tegen", "onthouding"],
            "label": ["voor", "tegen", "onthouding"],
            "n": [voor, tegen, onthouding],
            "basis": basis,
            "kwalitatief": False,
        }
    )
    return annotate(tabel, Toelichting("stemmen"))


@pytest.mark.parametrize(
    ("stemmen", "over"),
    [
        (_stemmen(54, 1, 1, basis=55), []),
        (_stemmen(44, 10, 2, basis=54), ["voor", "tegen"]),
        (_stemmen(60, 25, 4, basis=89), ["voor"]),
    ],
    ids=["votes outside the base protect nothing", "a free abstention costs no vote", "all in the base"],
)
def test_a_hidden_vote_does_not_follow_from_the_base(stemmen, over):
    uit = _apply(stemmen)
    assert uit.loc[uit["n"].notna(), "keuze"].tolist() == over


def test_the_vote_of_a_whole_meeting_is_published_as_it_was_counted():
    vergadering = _stemmen(54, 1, 1, basis=55)
    uit = _apply(annotate(vergadering.drop(columns="groep"), Toelichting("stemmen")))
    assert uit["n"].tolist() == [54, 1, 1]
    klein = _apply(annotate(_stemmen(9, 3, 0, basis=12).drop(columns="groep"), Toelichting("stemmen")))
    assert klein["n"].isna().all()


@pytest.mark.parametrize(("n_van", "n_naar", "toont"), [(400, 500, True), (29, 500, False)])
def test_a_change_between_different_people_rests_on_the_smaller_wave(n_van, n_naar, toont):
    tabel = pd.DataFrame({"panel": ["enquete"], "vraag_id": "cijfer", "van": "2025", "naar": "2026"})
    aantallen = {"n_van": n_van, "n_naar": n_naar, "n_beide": 0}
    tabel = tabel.assign(
        **{naam: pd.Series([n], dtype="Int32") for naam, n in aantallen.items()}, verschil=0.5
    )
    uit = _apply(annotate(tabel, Toelichting("verandering")))
    assert uit["verschil"].notna().tolist() == [toont]


def test_of_a_pair_of_groups_the_smaller_one_decides():
    tabel = annotate(
        pd.DataFrame(
            {"groep": "a", "andere": ["b", "c"], "label": "", "basis": 100, "basis_andere": [80, 12]}
        ),
        Toelichting("overig"),
    ).assign(verschil=[0.2, 0.4], hoger=True, lager=False)
    uit = plan_onderdrukking({"p": tabel}).apply("p", tabel)
    for kolom in ("verschil", "hoger", "lager"):
        assert uit[kolom].isna().tolist() == [False, True], kolom


def _stelling(tellingen, volgorde=None):
    n = pd.Series(tellingen, dtype="Int32")
    aandeel = (n / n.sum()).astype("float64")
    kant = [aandeel[:2].sum()] * 2 + [float("nan")] + [aandeel[3:].sum()] * 2
    tabel = pd.DataFrame({"activiteit_id": "enquete", "vraag_id": "s", "kort": "s"}, index=n.index)
    tabel = tabel.assign(label=[f"a{i}" for i in n.index], volgorde=volgorde or range(1, 6), n=n)
    tabel = tabel.assign(basis=n.sum(), aandeel=aandeel, netto=0.2, kant=kant)
    tabel = tabel.assign(kant_onder=tabel["kant"] - 0.04, kant_boven=tabel["kant"] + 0.04)
    return annotate(tabel, Toelichting("stellingen"))


@pytest.mark.parametrize("kolom", ["kant", "kant_onder", "kant_boven"])
def test_beside_a_small_answer_the_other_of_its_side_is_hidden_and_the_side_is_shown(kolom):
    # the middle (30) would be the smaller one to hide, and would take the sum of the side along
    uit = _apply(_stelling([4, 60, 30, 50, 56]))
    assert uit["onderdrukt"].tolist() == [True, True, False, False, False]
    assert uit[kolom].isna().tolist() == [False, False, True, False, False]
    assert uit[kolom].nunique() == 2


def test_a_side_of_few_people_is_hidden_and_the_middle_with_it():
    uit = _apply(_stelling([3, 4, 60, 70, 63]))
    assert uit["onderdrukt"].tolist() == [True, True, True, False, False]
    assert uit["kant"].isna().tolist() == [True, True, True, False, False]


def test_the_side_of_a_statement_is_that_of_the_scale_in_whichever_order_the_rows_stand():
    heel = _stelling([4, 60, 30, 50, 56])
    gedraaid = annotate(heel.iloc[[3, 0, 4, 2, 1]].reset_index(drop=True), Toelichting("stellingen"))
    uit = _apply(gedraaid)
    assert uit["onderdrukt"].tolist() == [False, True, False, False, True]
    assert uit["kant"].isna().tolist() == [False, False, False, True, False]


def test_a_small_answer_on_either_side_leaves_a_statement_with_its_sides_and_its_middle():
    uit = _apply(_stelling([4, 60, 50, 50, 8]))
    assert uit["onderdrukt"].tolist() == [True, True, False, True, True]
    assert uit["kant"].round(3).tolist()[::4] == [0.372, 0.337]


@pytest.mark.parametrize("tellingen", [[40, 60, 30, 50, 20], [0, 60, 30, 50, 60], [10, 60, 30, 10, 60]])
def test_a_statement_without_small_answers_keeps_all_that_it_has(tellingen):
    uit = _apply(_stelling(tellingen))
    assert uit["n"].tolist() == tellingen
    assert uit["kant"].isna().tolist() == [False, False, True, False, False]


def _split(tellingen, per):
    """Return who of each group gave each answer, of 40 persons a group."""
    delen = [_verdeling(rij, vraag_id="s").assign(**{per: naam}) for naam, rij in tellingen.items()]
    return annotate(pd.concat(delen, ignore_index=True), Toelichting("kruistabel", vraag_id="s", per=per))


@pytest.mark.parametrize("laatste", [[36, 4], [40, 0]])
def test_an_answer_of_exactly_the_threshold_is_shown_beside_groups_in_which_it_is_small(laatste):
    groepen = {"a": [37, 3], "b": [37, 3], "c": laatste, "d": [36 + laatste[1], 4 - laatste[1]]}
    totaal = _verdeling([150, 10], vraag_id="s")
    tabellen = {"totaal": totaal, "kruis": _split(groepen, "wijk")}
    plan = plan_onderdrukking(tabellen)
    assert plan.apply("totaal", totaal)["n"].tolist() == [150, 10]
    kruis = plan.apply("kruis", tabellen["kruis"])
    # a zero between them would tell that the others share ten: each could hold seven at most
    assert kruis["n"].isna().all()


@pytest.mark.parametrize(("n", "blijft"), [(2, False), (9, False), (10, True)])
def test_a_mean_of_a_talk_is_printed_from_ten_people_on(n: int, blijft: bool) -> None:
    # of two people a mean of 6 and a standard deviation of 1,4 are a 5 and a 7
    getallen = {"gemiddelde": 6.0, "mediaan": 6.0, "sd": 1.4}
    cijfer = pd.DataFrame({"activiteit_id": "a", "n": [n], "basis": [n], **getallen})
    gedeeld = {"kwalitatief": True, "vraag_id": "q"}
    golf = pd.DataFrame({"panel": "a", "vraag_id": "q", "label": "", "van": "voor", "naar": ["na"]})
    golf = golf.assign(n_van=n, n_naar=n, n_beide=n, waarde_van=5.4, waarde_naar=7.4, verschil=2.0)
    tabellen = {
        "cijfer": annotate(cijfer, Toelichting("cijfer", **gedeeld)),
        "golf": annotate(golf.assign(maat="gemiddelde"), Toelichting("verandering", **gedeeld)),
    }
    plan = plan_onderdrukking(tabellen)
    gedrukt = {naam: plan.apply(naam, tabel) for naam, tabel in tabellen.items()}
    assert gedrukt["cijfer"][list(getallen)].notna().to_numpy().tolist() == [[blijft] * 3]
    assert gedrukt["golf"][["waarde_van", "waarde_naar", "verschil"]].notna().to_numpy().tolist() == [
        [blijft] * 3
    ]
