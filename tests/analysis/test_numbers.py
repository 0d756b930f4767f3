"""Shares, means and crosstabs against hand-computed numbers and against R."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t

from burgerdata.analysis import (
    crosstab_vraag,
    list_vragen,
    summarise_cijfer,
    summarise_stellingen,
    summarise_vraag,
)
from burgerdata.analysis.indicatoren.bereik import measure_ontwerpeffect
from burgerdata.analysis.regels import list_noten
from burgerdata.errors import MethodeError
from burgerdata.settings import Instellingen, Weging
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import ORAKEL, join, make_activiteit, make_deelnemers, make_orakel, make_vraag


def test_a_share_is_weighted_and_its_counts_are_people(enquete: Traject) -> None:
    tabel = summarise_vraag(enquete, "kanaal").set_index("label")
    # online: p0 p1 (weight 1) and p5 p6 p7 (weight 2) = 8; balie: p2 p3 p4 = 3; weet niet and skipped stay out.
    assert tabel["n"].to_dict() == {"online": 5, "balie": 3, "brief": 0}
    assert tabel["basis"].eq(8).all()
    assert tabel["aandeel"].to_dict() == pytest.approx({"online": 8 / 11, "balie": 3 / 11, "brief": 0.0})


def test_who_is_no_citizen_is_never_in_a_base(enquete: Traject) -> None:
    assert summarise_vraag(enquete, "kanaal")["n"].sum() == 8
    assert "medewerker" not in set(enquete.design("enq").frame["deelnemer_id"])


def test_the_base_line_says_who_and_how_many_did_not_know(enquete: Traject) -> None:
    regel = read_toelichting(summarise_vraag(enquete, "kanaal")).basis
    assert (
        regel == "Basis: iedereen die de vraag kreeg en antwoord gaf, n = 8; weet niet 11%, niet in de basis."
    )


def test_people_who_came_forward_themselves_are_said_to_have(enquete: Traject) -> None:
    toelichting = read_toelichting(summarise_vraag(enquete, "kanaal"))
    assert toelichting.zelfselectie
    assert any("meldden zich zelf aan" in noot for noot in toelichting.noten)
    assert toelichting.bron == "enquête, open link, 1–21 juni 2026"


def test_who_chose_none_of_several_answers_counts_in_the_base(enquete: Traject) -> None:
    tabel = summarise_vraag(enquete, "middelen").set_index("label")
    # Base p0..p8, weights 5 x 1 + 4 x 2 = 13; app: p0 p1 p4 (1) p6 p8 (2) = 7; site: p0 p3 (1) p5 p6 (2) = 6.
    assert tabel["basis"].eq(9).all()
    assert tabel["n"].to_dict() == {"app": 5, "site": 4, "post": 0}
    assert tabel["aandeel"].to_dict() == pytest.approx({"app": 7 / 13, "site": 6 / 13, "post": 0.0})


def test_several_answers_are_counted_per_group(enquete: Traject) -> None:
    tabel = summarise_vraag(enquete, "middelen", per="groep2").set_index(["groep2", "label"])
    assert tabel.loc[("jong", "app"), "n"] == 3
    assert tabel.loc[("oud", "site"), "n"] == 2
    assert tabel.loc[("oud", "site"), "aandeel"] == pytest.approx(0.5)


def test_a_ranking_gives_who_was_put_first(enquete: Traject) -> None:
    tabel = summarise_vraag(enquete, "volgorde").set_index("label")
    assert tabel["n"].to_dict() == {"eerst x": 2, "eerst y": 1}
    assert tabel["basis"].eq(3).all()


def test_a_mean_is_weighted_with_its_standard_deviation(enquete: Traject) -> None:
    rij = summarise_cijfer(enquete, "minuten").iloc[0]
    waarden = np.array([10, 20, 30, 40, 50, 10, 20, 30, 40])
    gewicht = np.array([1] * 5 + [2] * 4)
    midden = np.average(waarden, weights=gewicht)
    assert rij["gemiddelde"] == pytest.approx(midden)
    assert rij["sd"] == pytest.approx(np.sqrt(np.average((waarden - midden) ** 2, weights=gewicht) * 9 / 8))
    assert rij["mediaan"] == 30
    assert rij["n"] == 9


def test_a_reversed_statement_is_turned_round_before_it_is_averaged(enquete: Traject) -> None:
    # s2 = 5555544311 with weights 1 and 2; reversed 1111122355.
    omgekeerd = np.average([1, 1, 1, 1, 1, 2, 2, 3, 5, 5], weights=[1] * 5 + [2] * 5)
    assert summarise_cijfer(enquete, "s2")["gemiddelde"].item() == pytest.approx(omgekeerd)


def test_statements_go_from_the_most_favourable_to_the_least(enquete: Traject) -> None:
    tabel = summarise_stellingen(enquete, reeks="blok")
    netto = tabel.drop_duplicates("vraag_id").set_index("vraag_id")["netto"]
    # s1 = 5544332211: eens weighs 4, oneens 8 of 15. s2 reversed: eens 5 + 4, oneens 4 of 15.
    assert netto.to_dict() == pytest.approx({"s1": -4 / 15, "s2": -5 / 15})
    assert list(netto.index) == ["s1", "s2"]
    assert any(
        "‘het kost te veel moeite’ is oneens gunstig" in noot for noot in read_toelichting(tabel).noten
    )


def test_statements_of_different_scales_are_refused_with_the_series(voorbeeld: Traject) -> None:
    with pytest.raises(MethodeError, match="verschillende antwoordschalen"):
        summarise_stellingen(voorbeeld, vragen=["stelling_1", "belang_1"])


def test_small_groups_are_indicative(enquete: Traject) -> None:
    per_groep = summarise_cijfer(enquete, "minuten", per="groep2")
    assert per_groep["indicatief"].all()
    zonder = summarise_cijfer(enquete, "minuten", per="groep2", toets=False)
    pd.testing.assert_frame_equal(zonder, per_groep.drop(columns=["verschilt", "p_aangepast", "totaal"]))
    assert not summarise_cijfer(enquete, "minuten")["indicatief"].any()


@pytest.mark.parametrize(
    ("vraag", "per", "zin"),
    [
        ("kanaal", "jaren", "is een getal; maak er groepen van"),
        ("kanaal", "middelen", "is geen kenmerk"),
        ("kanaal", "groep3", "bedoelde u 'groep2'"),
        ("kanal", None, "bedoelde u 'kanaal'"),
        ("minuten", None, "gebruik summarise_cijfer"),
        ("open", None, "gebruik count_themas"),
    ],
)
def test_what_cannot_be_told_is_refused_with_the_remedy(
    enquete: Traject, vraag: str, per: str | None, zin: str
) -> None:
    with pytest.raises(MethodeError, match=zin):
        summarise_vraag(enquete, vraag, per=per)


def test_waves_are_rows_and_never_pooled(panel: Traject) -> None:
    tabel = summarise_cijfer(panel, "cijfer")
    assert tabel["activiteit_id"].tolist() == ["kp_m1", "kp_m2"]
    assert tabel["gemiddelde"].tolist() == [6.25, 7.75]
    per_meting = summarise_cijfer(panel, "cijfer", per="meting")
    assert per_meting["meting"].tolist() == ["m1", "m2"]


def test_questions_can_be_listed_with_who_answered(enquete: Traject) -> None:
    n = list_vragen(enquete).set_index("id")["n"]
    assert n.loc[["kanaal", "middelen", "minuten"]].tolist() == [8, 9, 9]


def test_means_by_group_equal_r_in_a_two_stage_sample(orakel: Traject, r: dict[str, Any]) -> None:
    bij_r = r["twostage.by.cijfer1_leeftijdsgroep"]
    tabel = summarise_cijfer(orakel, "cijfer1", per="leeftijdsgroep")
    assert tabel["leeftijdsgroep"].tolist() == bij_r["names"]
    np.testing.assert_allclose(tabel["gemiddelde"], bij_r["est"], rtol=1e-10)
    np.testing.assert_allclose(tabel["se"], bij_r["se"], rtol=1e-8)
    # the degrees of freedom are those of the group's own people, as degf() of a subset in R: its clusters less the strata
    frame = pd.read_csv(ORAKEL / "enquete.csv")
    df = [
        deel.groupby("regio")["gemeente"].nunique().sub(1).sum()
        for _, deel in frame.groupby("leeftijdsgroep", observed=True, dropna=False)
    ]
    np.testing.assert_allclose(
        tabel["onder"], np.array(bij_r["est"]) - t.ppf(0.975, df) * np.array(bij_r["se"]), rtol=1e-8
    )
    assert min(df) < 20


def test_who_has_weight_0_is_in_no_count_and_the_base_line_says_so() -> None:
    wie = [f"p{nr}" for nr in range(8)]
    opties = {"1": "ja", "2": "nee"}
    traject = Traject.from_tabellen(
        join(
            {
                "activiteiten": make_activiteit("enq", "enquete", werving="panel"),
                "deelnemers": make_deelnemers("enq", wie, gewicht=[0.0, 0.0, 0.0] + [1.0] * 5),
            },
            make_vraag("enq", "v", "een_antwoord", dict(zip(wie, "11121122", strict=True)), opties=opties),
            make_vraag("enq", "m", "meer_antwoorden", {p: ["1"] for p in wie}, opties=opties),
            make_vraag(
                "enq",
                "k",
                "een_antwoord",
                dict(zip(wie, "12121212", strict=True)),
                opties=opties,
                rol="kenmerk",
            ),
        ),
        Instellingen(),
    )
    verdeling = summarise_vraag(traject, "v")
    # p3 p6 p7 say nee, p4 p5 ja: each of the five weighs 1
    assert verdeling[["n", "basis"]].to_numpy().tolist() == [[2, 5], [3, 5]]
    assert verdeling["aandeel"].tolist() == pytest.approx([0.4, 0.6])
    assert read_toelichting(verdeling).basis == (
        "Basis: iedereen die antwoord gaf, n = 5; 3 met gewicht 0 niet in de basis."
    )
    for tabel in (
        summarise_vraag(traject, "m"),
        crosstab_vraag(traject, "v", "k"),
        crosstab_vraag(traject, "m", "k"),
    ):
        assert (tabel["n"] <= tabel["basis"]).all()
    assert summarise_vraag(traject, "m")["n"].tolist() == [5, 0]
    # the five who count weigh the same
    assert not read_toelichting(verdeling).gewogen
    assert measure_ontwerpeffect(traject) == []


def make_paneldeel() -> Traject:
    """Return a survey of 40 in clusters of 4, of whom 9 are of one group and one of those gave no grade."""
    wie = [f"p{nr}" for nr in range(40)]
    groep = dict.fromkeys(wie, "2") | {f"p{nr}": "1" for nr in range(3, 39, 4)}
    cijfer = {p: str(1 + nr * 7 % 5) for nr, p in enumerate(wie)} | {"p7": ("wil_niet_zeggen",)}
    opties = dict(zip("12345", "abcde", strict=True))
    return Traject.from_tabellen(
        join(
            {
                "activiteiten": make_activiteit("enq", "enquete", werving="panel"),
                "deelnemers": make_deelnemers(
                    "enq", wie, gewicht=1.0, cluster=[f"c{nr // 4}" for nr in range(40)]
                ),
            },
            make_vraag("enq", "v", "schaal", cijfer, opties=opties),
            make_vraag(
                "enq", "groep_x", "een_antwoord", groep, opties={"1": "klein", "2": "groot"}, rol="kenmerk"
            ),
        ),
        Instellingen(),
    )


def test_a_small_group_has_one_interval_whichever_road_is_taken() -> None:
    traject = make_paneldeel()
    alleen = traject.only(kenmerk={"groep_x": ["klein"]})
    for vat_samen, sleutel in ((summarise_cijfer, ["n"]), (summarise_vraag, ["label"])):
        per = vat_samen(traject, "v", per="groep_x")
        per = per[per["groep_x"].eq("klein")].reset_index(drop=True)
        apart = vat_samen(alleen, "v")
        kolommen = [*sleutel, "n", "basis", "se", "onder", "boven"]
        pd.testing.assert_frame_equal(per[kolommen], apart[kolommen], rtol=1e-12)
    rij = summarise_cijfer(traject, "v", per="groep_x").iloc[0]
    # 9 people in 9 of the 10 clusters of one stratum: t with 8 degrees of freedom, 9 for the design
    assert (rij["boven"] - rij["gemiddelde"]) / rij["se"] == pytest.approx(t.ppf(0.975, 8))


def test_a_crosstab_equals_r_in_a_two_stage_sample(orakel: Traject, r: dict[str, Any]) -> None:
    tabel = crosstab_vraag(orakel, "gebruikt", "opleiding")
    toets, aandelen = r["twostage.chisq.gebruikt_opleiding.F"], r["twostage.by.gebruikt_opleiding"]
    assert tabel["toets_F"].iloc[0] == pytest.approx(toets["statistic"], rel=1e-8)
    assert tabel[["df1", "df2"]].iloc[0].tolist() == pytest.approx(toets["parameter"], rel=1e-8)
    assert tabel["p_waarde"].iloc[0] == pytest.approx(toets["p_value"], rel=1e-8)
    ja = tabel[tabel["label"] == "ja"]
    np.testing.assert_allclose(ja["aandeel"], aandelen["est"][3:], rtol=1e-9)
    np.testing.assert_allclose(ja["se"], aandelen["se"][3:], rtol=1e-8)


def test_the_share_of_an_answer_has_the_logit_interval_of_r(r: dict[str, Any]) -> None:
    bij_r = r["gewogen.ciprop.gebruikt.logit"]
    rij = summarise_vraag(make_orakel(ontwerp="gewogen"), "gebruikt").set_index("label").loc["ja"]
    assert [rij["aandeel"], rij["se"], rij["onder"], rij["boven"]] == pytest.approx(
        [bij_r["est"], bij_r["se"], bij_r["ci95_lo"], bij_r["ci95_hi"]], rel=1e-7
    )


def test_only_a_tested_difference_is_marked(voorbeeld: Traject) -> None:
    tabel = summarise_cijfer(voorbeeld, "cijfer_online", per="leeftijdsgroep").set_index("leeftijdsgroep")
    assert tabel.loc["18-34", "verschilt"] == "▼"
    assert tabel.loc["75+", "indicatief"]
    assert tabel.loc["75+", "n"] == 43
    gemarkeerd = tabel["verschilt"].ne("")
    assert tabel.loc[gemarkeerd, "p_aangepast"].lt(0.05).all()
    assert tabel.loc[~gemarkeerd, "p_aangepast"].ge(0.05).all()


def test_two_groups_are_one_test(enquete: Traject) -> None:
    tabel = summarise_cijfer(enquete, "minuten", per="groep2")
    assert tabel["p_aangepast"].nunique() == 1
    jong, oud = np.array([10, 20, 30, 40, 50]), np.array([10, 20, 30, 40])
    assert tabel["gemiddelde"].tolist() == pytest.approx([jong.mean(), oud.mean()])


def test_tables_have_no_object_columns(voorbeeld: Traject) -> None:
    for tabel in (
        summarise_vraag(voorbeeld, "kanalen", per="leeftijdsgroep"),
        crosstab_vraag(voorbeeld, "voorkeur_kanaal", "geslacht"),
        summarise_cijfer(voorbeeld, "cijfer_online", per="geslacht"),
        summarise_stellingen(voorbeeld, reeks="stellingen"),
        list_vragen(voorbeeld),
    ):
        assert not [naam for naam in tabel if tabel[naam].dtype == object]
        assert isinstance(tabel, pd.DataFrame)


def test_notes_of_activities_that_differ_say_which_is_which(enquete: Traject) -> None:
    ander = enquete.activiteiten.assign(activiteit_id="los", werving="steekproef")
    over = [naam for naam in ("deelnemers", "vragen", "opties", "antwoorden") if len(enquete.tabellen[naam])]
    kopie = {naam: enquete.tabellen[naam].assign(activiteit_id="los") for naam in over} | {
        "activiteiten": ander
    }
    samen = Traject.from_tabellen(join(enquete.tabellen, kopie), enquete.instellingen)
    weging = Weging("enq", "bureau", "weegfactor")
    noten = " ".join(list_noten(replace(samen, wegingen={"enq": weging}), ["enq", "los"], kwalitatief=False))
    assert "In de enquête ‘enq’ gewogen: weegfactor. De andere bronnen zijn niet gewogen." in noten
    assert "Interval: 95%; in de enquête ‘enq’ een indicatie: geen kanssteekproef." in noten
    assert "In de enquête ‘enq’ meldden deelnemers zich zelf aan: die cijfers" in noten
