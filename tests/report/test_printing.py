"""Printed tables: Dutch headings and numbers, no more precision than there is, nothing of what is suppressed."""

import pandas as pd

import burgerdata as bd
from burgerdata.analysis.example_usability import make_usability
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.report.printing import print_tabel, round_tabel
from burgerdata.toelichting import Toelichting, annotate


def _verdeling(n, basis):
    tabel = pd.DataFrame({"activiteit_id": "enquete", "code": ["1", "2"], "label": ["ja", "nee"]})
    tabel = tabel.assign(
        n=pd.Series(n, dtype="Int32"), basis=pd.Series([basis, basis], dtype="Int32"), n_eff=900.0
    )
    tabel = tabel.assign(
        aandeel=[0.125, 0.875], se=0.01, onder=[0.10, 0.85], boven=[0.15, 0.9], indicatief=basis < 50
    )
    return annotate(tabel, Toelichting("verdeling"))


def test_a_share_is_a_whole_percentage_below_a_thousand_and_has_one_decimal_from_there():
    assert print_tabel(_verdeling([125, 875], 999))["%"].tolist() == ["13%", "88%"]
    assert print_tabel(_verdeling([125, 875], 1000))["%"].tolist() == ["12,5%", "87,5%"]


def test_the_interval_is_one_column_and_machinery_is_left_out():
    gedrukt = print_tabel(_verdeling([125, 875], 1000))
    assert gedrukt.columns.tolist() == ["activiteit", "antwoord", "n", "basis", "%", "95%-interval"]
    assert gedrukt["95%-interval"].tolist() == ["10 tot 15%", "85 tot 90%"]


def test_a_small_group_is_starred_at_its_base():
    assert print_tabel(_verdeling([20, 20], 40))["basis"].tolist() == ["40*", "40*"]


def test_a_suppressed_row_prints_x_and_its_values_are_nowhere():
    tabel = _verdeling([4, 96], 100)
    gedrukt = print_tabel(plan_onderdrukking({"t": tabel}).apply("t", tabel))
    assert gedrukt["n"].tolist() == ["x", "x"]
    assert "96" not in gedrukt.to_csv()


def test_real_data_lose_standard_errors_and_fine_decimals():
    rond = round_tabel(_verdeling([125, 875], 1000), synthetisch=False)
    assert "se" not in rond
    assert rond["aandeel"].tolist() == [0.13, 0.88]


def test_synthetic_data_keep_four_decimals():
    tabel = _verdeling([125, 875], 1000).assign(aandeel=[0.123456, 0.876544])
    assert round_tabel(tabel, synthetisch=True)["aandeel"].tolist() == [0.1235, 0.8765]


def test_a_change_names_its_waves_by_month_and_leaves_out_what_the_title_says():
    tabel = pd.DataFrame(
        {
            "panel": ["kp"],
            "vraag_id": "cijfer",
            "label": "",
            "van": "2026-03",
            "naar": "2026-09",
            "waarde_van": 6.2,
        }
    )
    assert print_tabel(annotate(tabel, Toelichting("verandering"))).to_dict("records") == [
        {"van": "maart 2026", "naar": "september 2026", "eerder": "6,2"}
    ]


def test_a_score_stands_with_its_own_interval_in_its_own_measure(voorbeeld):
    t = voorbeeld.only(activiteit_id="enquete")
    [nps] = print_tabel(bd.score_nps(t, "cijfer_online")).to_dict("records")
    assert nps["promotors (95%-interval)"] == "9% (7 tot 12%)"
    assert nps["NPS (95%-interval)"] == "−38 (−43 tot −33)"
    [cijfer] = print_tabel(bd.score_rapportcijfer(t, "cijfer_online")).to_dict("records")
    assert cijfer["gemiddelde"] == "6,5 (6,4 tot 6,6)"
    verband = print_tabel(bd.correlate_oordeel(t, "cijfer_online", ["oordeel_1"])).to_dict("records")[0]
    assert (verband["verband"], verband["95%-interval"]) == ("0,39", "0,32 tot 0,46")


def test_a_change_of_a_share_is_told_in_percentages_and_percentage_points():
    tabel = pd.DataFrame(
        {"label": ["terugkoppeling"], "van": "2026-03", "naar": "2026-09", "maat": "aandeel"}
    )
    tabel = tabel.assign(waarde_van=0.152, waarde_naar=0.334, verschil=0.182, onder=0.1049, boven=0.2591)
    [rij] = print_tabel(annotate(tabel, Toelichting("verandering"))).to_dict("records")
    assert (rij["eerder"], rij["later"]) == ("15%", "33%")
    assert (rij["verschil in procentpunten"], rij["95%-interval"]) == ("+18", "10 tot 26")
    rond = round_tabel(annotate(tabel, Toelichting("verandering")), synthetisch=False)
    assert rond[["waarde_van", "verschil", "onder"]].to_numpy().tolist() == [[0.15, 0.18, 0.1]]


def test_what_weighting_cost_keeps_its_effective_number_in_real_data():
    tabel = pd.DataFrame({"activiteit_id": ["enquete"], "n": [1200], "deff": [1.1033], "n_eff": [1087.64]})
    assert round_tabel(tabel, synthetisch=False)[["deff", "n_eff"]].to_numpy().tolist() == [[1.1, 1088.0]]
    [rij] = print_tabel(tabel).to_dict("records")
    assert (rij["deff"], rij["effectief aantal"]) == ("1,10", "1.088")


def test_a_difference_of_means_is_told_in_grade_points_beside_shares_in_percentage_points():
    tabel = pd.DataFrame(
        {"groep": "man", "andere": "vrouw", "label": ["8", "gemiddelde"], "verschil": [0.064, 0.42]}
    )
    assert print_tabel(tabel)["verschil"].tolist() == ["+6 procentpunt", "+0,4"]
    alleen = print_tabel(tabel.tail(1))
    assert alleen["verschil"].tolist() == ["+0,4"]


def test_the_column_in_words_is_called_after_what_it_says():
    t = make_usability()
    assert "gelukt" in print_tabel(bd.summarise_taken(t))
    assert "bij hoeveel mensen" in print_tabel(bd.rank_knelpunten(t))
    kaart = pd.DataFrame({"id": ["R1"], "onderdeel": [""], "eenheid": ["aandeel"], "tekst": ["33%"]})
    assert "waarde" in print_tabel(kaart)


def test_traits_beside_each_other_are_called_as_people_call_them():
    tabel = pd.DataFrame({"variabele": ["lft", "wijk"], "n": [10, 20]}, dtype="object")
    over = Toelichting("overig", namen=(("lft", "leeftijd"),))
    assert print_tabel(annotate(tabel, over))["kenmerk"].tolist() == ["leeftijd", "wijk"]
