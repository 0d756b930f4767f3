"""Top-2-box, net score, NPS, grades, priorities, pairs of groups and what hangs together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from burgerdata.analysis import (
    compare_groepen,
    correlate_oordeel,
    crosstab_vraag,
    rank_prioriteiten,
    score_nps,
    score_rapportcijfer,
    score_stellingen,
    summarise_stellingen,
    summarise_vraag,
)
from burgerdata.analysis.groepsparen import letter_groepen
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.figures import plot_prioriteiten
from burgerdata.findings import state_bevinding
from burgerdata.report.printing import print_tabel
from burgerdata.settings import Drempels, Instellingen
from burgerdata.statistics import Design
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_vraag


def test_top_two_and_net_score_are_counted_by_hand(enquete: Traject) -> None:
    tabel = score_stellingen(enquete, reeks="blok").set_index("vraag_id")
    # s1: 5544332211, weights 1 for the first five and 2 for the rest: eens and helemaal eens 4 of 15
    assert tabel.loc["s1", "top2"] == pytest.approx(4 / 15)
    assert tabel.loc["s1", "bodem2"] == pytest.approx(8 / 15)
    assert tabel.loc["s1", "netto"] == pytest.approx(-4 / 15)
    # s2 is turned round: 5555544311, oneens is favourable; 4 of 15 against 9 of 15, the middle is 2
    assert tabel.loc["s2", "top2"] == pytest.approx(4 / 15)
    assert tabel.loc["s2", "netto"] == pytest.approx((4 - 9) / 15)
    los = summarise_stellingen(enquete, reeks="blok").drop_duplicates("vraag_id").set_index("vraag_id")
    assert tabel["netto"].to_dict() == pytest.approx(los["netto"].reindex(tabel.index).to_dict())
    assert (tabel["netto_onder"] < tabel["netto"]).all()


def test_a_scale_of_three_answers_has_no_top_two() -> None:
    opties = {"1": "oneens", "2": "neutraal", "3": "eens"}
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk"),
        "deelnemers": make_deelnemers("enq", ["a", "b"]),
    }
    kort = join(vast, make_vraag("enq", "s", "stelling", {"a": "1", "b": "3"}, opties=opties))
    with pytest.raises(MethodeError, match="heeft 3 antwoorden; top-2-box vraagt er minstens 4"):
        score_stellingen(Traject.from_tabellen(kort))


def make_nps(codes: list[int]) -> Traject:
    wie = [f"p{nr}" for nr in range(len(codes))]
    opties = {str(nr): str(nr) for nr in range(11)}
    vraag = make_vraag(
        "enq",
        "aanraden",
        "schaal",
        dict(zip(wie, map(str, codes), strict=True)),
        opties=opties,
        waarden=False,
    )
    waarde = vraag["opties"]["code"].astype("float64")
    vraag["opties"] = vraag["opties"].assign(waarde=waarde)
    vraag["antwoorden"] = vraag["antwoorden"].assign(getal=vraag["antwoorden"]["code"].astype("float64"))
    delen = {"activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel")}
    return Traject.from_tabellen(
        join(delen | {"deelnemers": make_deelnemers("enq", wie)}, vraag),
        Instellingen(drempels=Drempels(1, 1, 5)),
    )


def test_the_net_promoter_score_is_promotors_minus_detractors() -> None:
    rij = score_nps(make_nps([10, 9, 9, 8, 7, 7, 6, 5, 0, 10]), "aanraden").iloc[0]
    assert [rij["promotors"], rij["passief"], rij["criticasters"]] == pytest.approx([0.4, 0.3, 0.3])
    assert rij["nps"] == pytest.approx(10)
    punten = np.array([1, 1, 1, 0, 0, 0, -1, -1, -1, 1]) * 100.0
    # t(0.975, 9) = 2.262157
    assert rij["nps_boven"] - rij["nps"] == pytest.approx(
        2.262157 * punten.std(ddof=1) / np.sqrt(10), rel=1e-6
    )


def test_a_number_that_nobody_gave_a_ten_or_a_nought_has_a_net_promoter_score() -> None:
    wie = [f"p{nr}" for nr in range(5)]
    vraag = make_vraag("enq", "aanraden", "getal", dict(zip(wie, [9, 8, 7, 6, 2], strict=True)))
    delen = {"activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="panel")}
    traject = Traject.from_tabellen(join(delen | {"deelnemers": make_deelnemers("enq", wie)}, vraag))
    assert score_nps(traject, "aanraden")["nps"].item() == pytest.approx(-20)


def test_a_scale_from_one_says_that_it_is_no_usual_net_promoter_score(orakel: Traject) -> None:
    assert any("begint bij 1" in noot for noot in read_toelichting(score_nps(orakel, "cijfer1")).noten)
    assert not any(
        "begint bij 1" in noot for noot in read_toelichting(score_nps(make_nps([10, 9, 0]), "aanraden")).noten
    )


def test_a_scale_that_does_not_end_at_ten_has_no_nps_and_no_high_grade(enquete: Traject) -> None:
    for score in (score_nps, score_rapportcijfer):
        with pytest.raises(MethodeError, match="tot en met 10"):
            score(enquete, "s1")


def test_grades_are_those_of_r(orakel: Traject, r: dict[str, Any]) -> None:
    rij = score_rapportcijfer(orakel, "cijfer1").iloc[0]
    assert rij["gemiddelde"] == pytest.approx(r["twostage.mean.cijfer1"]["est"], rel=1e-8)
    los = summarise_vraag(orakel, "cijfer1")
    hoog = los[los["label"].isin(["8", "9", "10"])]["aandeel"].sum()
    laag = los[los["label"].isin(["1", "2", "3", "4", "5"])]["aandeel"].sum()
    assert [rij["hoog"], rij["laag"]] == pytest.approx([hoog, laag])
    per = score_rapportcijfer(orakel, "cijfer1", per="opleiding")
    assert list(per)[:3] == ["activiteit_id", "opleiding", "basis"]
    assert per["basis"].sum() == rij["basis"]


def test_every_score_says_what_its_interval_assumes(enquete: Traject) -> None:
    noten = " ".join(read_toelichting(score_stellingen(enquete, reeks="blok")).noten)
    assert "geen kanssteekproef" in noten.casefold()


def make_stappen() -> Traject:
    wie = [f"p{nr}" for nr in range(12)]
    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    gegeven = {
        ("b_wacht", "belang", "wachten"): 9,
        ("b_taal", "belang", "taal"): 5,
        ("o_wacht", "oordeel", "wachten"): 4,
        ("o_taal", "oordeel", "taal"): 8,
    }
    delen = [
        make_vraag(
            "enq",
            naam,
            "schaal",
            {p: str(midden + nr % 2) for nr, p in enumerate(wie)},
            opties=cijfers,
            gebruik=gebruik,
            aspect=aspect,
        )
        for (naam, gebruik, aspect), midden in gegeven.items()
    ]
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="steekproef"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    return Traject.from_tabellen(join(vast, *delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_what_is_important_and_judged_low_comes_first() -> None:
    tabel = rank_prioriteiten(make_stappen()).set_index("aspect")
    assert tabel["vak"].to_dict() == {"wachten": "eerst verbeteren", "taal": "voldoende"}
    assert tabel.loc["wachten", ["belang", "oordeel"]].tolist() == pytest.approx([9.5, 4.5])


def test_an_aspect_that_few_people_judged_has_no_quadrant() -> None:
    wie = [f"p{nr}" for nr in range(60)]
    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    # of the third aspect, which would move both means, 29 people said something
    gegeven = {"wachten": ("9", "4", 60), "taal": ("5", "8", 40), "prijs": ("1", "1", 29)}
    delen = [
        make_vraag(
            "enq",
            f"{gebruik[0]}_{aspect}",
            "schaal",
            {p: waarde if nr < n else ("overgeslagen",) for nr, p in enumerate(wie)},
            opties=cijfers,
            gebruik=gebruik,
            aspect=aspect,
        )
        for aspect, (belang, oordeel, n) in gegeven.items()
        for gebruik, waarde in (("belang", belang), ("oordeel", oordeel))
    ]
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="steekproef"),
        "deelnemers": make_deelnemers("enq", wie, gewicht=1.0, basisgewicht=1.0),
    }
    t = Traject.from_tabellen(join(vast, *delen))
    tabel = rank_prioriteiten(t)
    assert tabel["vak"].fillna("").tolist() == ["eerst verbeteren", "voldoende", ""]
    assert print_tabel(tabel)["basis"].tolist() == ["60", "40*", "29*"]
    assert state_bevinding(tabel) == "‘Wachten’ is belangrijk en krijgt een laag oordeel"
    figuur = plot_prioriteiten(tabel)
    assert any("Niet getoond: prijs (te weinig antwoorden)." in regel for regel in figuur.voet)
    assert any("* minder dan 50 antwoorden: indicatief." in regel for regel in figuur.voet)
    # one aspect that is left lies in no quadrant around itself
    een = rank_prioriteiten(replace(t, instellingen=Instellingen(drempels=Drempels(10, 50, 60))))
    assert een["vak"].isna().all()
    assert state_bevinding(een) == "Hierover zijn te weinig antwoorden om iets te zeggen"
    with pytest.raises(MethodeError, match="genoeg antwoorden"):
        plot_prioriteiten(een, titel="Niets is te zien")
    gedrukt = plan_onderdrukking({"tabel": tabel}, t.instellingen.drempels).apply(
        "tabel", tabel.assign(vak="vasthouden")
    )
    assert gedrukt["vak"].fillna("").tolist() == ["vasthouden", "vasthouden", ""]


def make_twee(**schaal: int) -> Traject:
    """Return two activities that judge the same two aspects, the second 4 points higher on all."""
    delen = []
    for naam, werving, hoger in (("pan", "panel", 0), ("open", "open_link", 4)):
        wie = [f"{naam}{nr}" for nr in range(10)]
        activiteit = make_activiteit(naam, "enquete", fase="praktijk", werving=werving)
        delen.append({"activiteiten": activiteit, "deelnemers": make_deelnemers(naam, wie)})
        for gebruik, aspect, midden in (
            ("belang", "wachten", 3),
            ("belang", "taal", 1),
            ("oordeel", "wachten", 1),
            ("oordeel", "taal", 3),
        ):
            opties = {str(nr): str(nr) for nr in range(1, schaal.get(f"{gebruik}_{aspect}", 10) + 1)}
            antwoorden = {p: str(midden + hoger) for p in wie}
            vraag = f"{gebruik[0]}_{aspect}"
            delen.append(
                make_vraag(naam, vraag, "schaal", antwoorden, opties=opties, gebruik=gebruik, aspect=aspect)
            )
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def test_priorities_are_judged_within_their_own_activity() -> None:
    tabel = rank_prioriteiten(make_twee())
    # around one pooled mean everything of the second activity would be important and judged well
    vakken = tabel.set_index(["activiteit_id", "aspect"])["vak"]
    for naam in ("pan", "open"):
        assert vakken.loc[naam].to_dict() == {"wachten": "eerst verbeteren", "taal": "voldoende"}
    noten = " ".join(read_toelichting(tabel).noten)
    assert "per activiteit" in noten
    assert "Geen kanssteekproef" in noten


def test_aspects_on_different_scales_or_asked_twice_make_no_matrix() -> None:
    with pytest.raises(MethodeError, match=r"'wachten' van 1 tot 10 en 'taal' van 1 tot 7.*dezelfde schaal"):
        rank_prioriteiten(make_twee(oordeel_taal=7))
    rank_prioriteiten(make_twee(oordeel_taal=7, oordeel_wachten=7))
    dubbel = make_twee()
    with pytest.raises(MethodeError, match="twee vragen over belang met aspect 'taal'"):
        rank_prioriteiten(dubbel, ["b_wachten", "b_taal", "b_taal"])
    with pytest.raises(MethodeError, match=r"maar één aspect.*only\(activiteit_id"):
        rank_prioriteiten(dubbel, ["b_wachten"])


def test_what_hangs_together_is_the_weighted_correlation(orakel: Traject) -> None:
    rij = correlate_oordeel(orakel, "cijfer1").iloc[0]
    assert rij["vraag_id"] == "vertrouwen"
    frame = orakel.design("enq").frame.assign(w=orakel.design("enq").weights)
    samen = frame[["cijfer1", "vertrouwen", "w"]].astype("str").apply(pd.to_numeric, errors="coerce").dropna()
    dicht = np.cov(samen["cijfer1"], samen["vertrouwen"], aweights=samen["w"])
    assert rij["verband"] == pytest.approx(dicht[0, 1] / np.sqrt(dicht[0, 0] * dicht[1, 1]))
    assert rij["onder"] < rij["verband"] < rij["boven"]


def test_what_hangs_together_is_told_of_every_activity_that_asked_it() -> None:
    delen = []
    for naam, stap in (("een", 3), ("twee", 7)):
        wie = [f"{naam}{nr}" for nr in range(20)]
        x, y = [nr % 5 + 1 for nr in range(20)], [nr * stap % 10 + 1 for nr in range(20)]
        delen += [
            {"activiteiten": make_activiteit(naam, "enquete"), "deelnemers": make_deelnemers(naam, wie)},
            make_vraag(naam, "cijfer", "getal", dict(zip(wie, x, strict=True))),
            make_vraag(naam, "ander", "getal", dict(zip(wie, y, strict=True))),
        ]
    tabel = correlate_oordeel(Traject.from_tabellen(join(*delen)), "cijfer").set_index("activiteit_id")
    assert tabel.index.tolist() == ["een", "twee"]
    for naam, stap in (("een", 3), ("twee", 7)):
        x, y = np.arange(20) % 5 + 1, np.arange(20) * stap % 10 + 1
        assert tabel.loc[naam, "verband"] == pytest.approx(np.corrcoef(x, y)[0, 1])


def test_a_question_that_does_not_vary_is_not_called_unasked() -> None:
    wie = [f"p{nr}" for nr in range(20)]
    vast = {"activiteiten": make_activiteit("een", "enquete"), "deelnemers": make_deelnemers("een", wie)}
    delen = [
        make_vraag("een", "cijfer", "getal", {p: nr % 5 + 1 for nr, p in enumerate(wie)}),
        make_vraag("een", "vast", "getal", dict.fromkeys(wie, 7)),
    ]
    with pytest.raises(MethodeError, match=r"bij de andere vragen \(1\) .*gaf iedereen hetzelfde antwoord"):
        correlate_oordeel(Traject.from_tabellen(join(vast, *delen)), "cijfer")


def test_letters_name_the_groups_that_are_lower(orakel: Traject) -> None:
    paren = compare_groepen(orakel, "cijfer1", "opleiding")
    cijfer = paren[paren["label"].eq("gemiddelde")]
    design = orakel.design("enq")
    for rij in cijfer.itertuples():
        deel = design.frame["opleiding"].astype("str").isin([rij.groep, rij.andere])
        getal = design.frame["cijfer1"].astype("str").pipe(pd.to_numeric, errors="coerce")
        apart = Design(
            design.frame.assign(y=getal, o=design.frame["opleiding"].astype("str")),
            weight="gewicht",
            strata="stratum",
            cluster=["cluster", "deelnemer_id"],
            fpc=["fpc", "fpc2"],
        )
        toets = apart.subset(deel & getal.notna()).ttest("y", by="o").iloc[0]
        assert rij.se == pytest.approx(toets["se"])
        assert rij.p_waarde == pytest.approx(toets["p_value"])
    getest = paren["p_waarde"].notna()
    assert (paren["p_aangepast"] >= paren["p_waarde"])[getest].all()
    hand = pd.DataFrame(
        {
            "groep": ["a", "a", "b"],
            "andere": ["b", "c", "c"],
            "label": "ja",
            "hoger": [False, True, True],
            "lager": [True, False, False],
        }
    )
    letters = letter_groepen(hand, {"a": "A", "b": "B", "c": "C"})
    assert letters == {("a", "ja"): ("C",), ("b", "ja"): ("A", "C")}


def test_two_answers_are_one_test_in_the_correction() -> None:
    wie = [f"p{nr}" for nr in range(120)]
    antwoorden = {p: "j" if nr % 10 < 3 + 2 * (nr // 40) else "n" for nr, p in enumerate(wie)}
    groep = {p: "abc"[nr // 40] for nr, p in enumerate(wie)}
    vast = {
        "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="steekproef"),
        "deelnemers": make_deelnemers("enq", wie),
    }
    jn, abc = {"j": "ja", "n": "nee"}, {"a": "aa", "b": "bb", "c": "cc"}
    delen = [
        make_vraag("enq", "vr", "een_antwoord", antwoorden, opties=jn),
        make_vraag("enq", "kl", "een_antwoord", groep, opties=abc, rol="kenmerk"),
    ]
    traject = Traject.from_tabellen(join(vast, *delen), Instellingen(drempels=Drempels(1, 1, 5)))
    paren = compare_groepen(traject, "vr", "kl").set_index(["groep", "andere", "label"])
    ja = paren.xs("ja", level="label")
    # by hand: Holm over three pairs, not over six rows
    volgorde = ja["p_waarde"].sort_values()
    hand = (volgorde * [3, 2, 1]).cummax().clip(upper=1)
    assert ja["p_aangepast"].loc[hand.index].to_numpy() == pytest.approx(hand.to_numpy())
    assert paren.xs("nee", level="label")["p_aangepast"].to_numpy() == pytest.approx(
        ja["p_aangepast"].to_numpy()
    )
    kruis = crosstab_vraag(traject, "vr", "kl")
    per = kruis.pivot(index="kl", columns="label", values="p_aangepast")
    assert per["ja"].to_numpy() == pytest.approx(per["nee"].to_numpy())
    # each group against the rest: of the outer two the smaller p counts three times
    assert per["ja"].min() == pytest.approx(3 * _test_rest(traject, antwoorden, groep))


def _test_rest(traject: Traject, antwoorden: dict[str, str], groep: dict[str, str]) -> float:
    """Return the smallest p of ja in one group against the others, each as a t test of its own."""
    wie = traject.deelnemers["deelnemer_id"].astype("str")
    frame = pd.DataFrame({"y": wie.map(antwoorden).eq("j").astype("float64"), "w": 1.0})
    toetsen = [
        Design(frame.assign(g=np.where(wie.map(groep).eq(naam), "a", "b")), weight="w").ttest("y", by="g")
        for naam in "abc"
    ]
    return float(min(toets["p_value"].iloc[0] for toets in toetsen))


def test_questions_with_the_same_label_are_told_apart_by_a_number() -> None:
    """A grid of which the bureau gave every row the same short label, and another survey that has it once."""
    opties = {"1": "oneens", "2": "beetje oneens", "3": "eens", "4": "helemaal eens"}
    vast = [
        {
            "activiteiten": make_activiteit(naam, "enquete", fase="praktijk"),
            "deelnemers": make_deelnemers(naam, ["a", "b"]),
        }
        for naam in ("enq", "ook")
    ]
    vragen = [
        make_vraag(waar, naam, "stelling", {"a": code, "b": code}, opties=opties, kort="In hoeverre")
        for waar, naam, code in (("enq", "q1", "1"), ("enq", "q2", "4"), ("ook", "q3", "3"))
    ]
    traject = Traject.from_tabellen(join(*vast, *vragen))
    namen = {"q1": "In hoeverre (1)", "q2": "In hoeverre (2)", "q3": "In hoeverre"}
    for tabel in (summarise_stellingen(traject), score_stellingen(traject)):
        assert tabel.drop_duplicates("vraag_id").set_index("vraag_id")["kort"].to_dict() == namen
