"""The largest differences there are: nothing varies, so that there is no standard error, and yet something to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from burgerdata.analysis import (
    compare_groepen,
    compare_metingen,
    correlate_oordeel,
    crosstab_vraag,
    score_nps,
    score_rapportcijfer,
    score_stellingen,
    score_sus,
    summarise_cijfer,
)
from burgerdata.analysis.example_usability import make_usability
from burgerdata.analysis.groepsparen import letter_groepen
from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.report.printing import print_tabel
from burgerdata.statistics import interval_mean
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject

from .trajecten import EENS, join, make_activiteit, make_deelnemers, make_vraag

JA_NEE = {"1": "ja", "2": "nee"}
TIEN = {str(nr): str(nr) for nr in range(1, 11)}
Antwoord = Callable[[int], Any]


def name(n: int, start: int = 0) -> list[str]:
    return [f"p{start + nr}" for nr in range(n)]


def ask(naam: str, wie: list[str], **vragen: Mapping[str, Any]) -> list[dict[str, pd.DataFrame]]:
    """Return these questions: per question ``soort``, ``geef`` (the answer of person nr) and what else it has."""
    delen = []
    for vraag_id, vraag in vragen.items():
        velden = {k: w for k, w in vraag.items() if k not in ("soort", "geef")}
        antwoorden = {p: vraag["geef"](nr) for nr, p in enumerate(wie)}
        delen.append(make_vraag(naam, vraag_id, vraag["soort"], antwoorden, **velden))
    return delen


def make_groepen(n: int, *, gewicht: object = 1.0, groepen: int = 2, **vragen: Mapping[str, Any]) -> Traject:
    """Return a survey of n people in turn of group m and v (and x)."""
    wie = name(n)
    vast = {
        "activiteiten": make_activiteit("e", "enquete", werving="panel"),
        "deelnemers": make_deelnemers("e", wie, gewicht=gewicht, basisgewicht=gewicht),
    }
    opties = dict(list({"0": "m", "1": "v", "2": "x"}.items())[:groepen])
    kenmerk = {"soort": "een_antwoord", "geef": lambda nr: str(nr % groepen), "opties": opties}
    vragen["g"] = kenmerk | {"rol": "kenmerk", "tekst": "Geslacht?"}
    return Traject.from_tabellen(join(vast, *ask("e", wie, **vragen)))


def make_golven(eerder: Antwoord, later: Antwoord, *, n: int = 60, start: int = 0, **vraag: Any) -> Traject:
    delen: list[dict[str, pd.DataFrame]] = []
    for naam, wie, geef in (("m1", name(n), eerder), ("m2", name(n, start), later)):
        vast = {"werving": "panel", "panel": "kp", "meting": {"m1": "2025-01", "m2": "2026-01"}[naam]}
        delen.append(
            {
                "activiteiten": make_activiteit(naam, "klantpanel", **vast),
                "deelnemers": make_deelnemers(naam, wie, gewicht=1.0, basisgewicht=1.0),
            }
        )
        delen += ask(naam, wie, v=vraag | {"geef": geef})
    return Traject.from_tabellen(join(*delen))


VAST = {"soort": "een_antwoord", "opties": JA_NEE, "tekst": "Bent u tevreden?"}


@pytest.mark.parametrize("gewicht", [1.0, list(np.linspace(0.4, 2, 120))])
def test_all_of_one_group_yes_beside_all_of_another_no_is_a_difference(gewicht: object) -> None:
    t = make_groepen(120, gewicht=gewicht, v=VAST | {"geef": lambda nr: str(1 + nr % 2)})
    theirs = stats.fisher_exact([[60, 0], [0, 60]]).pvalue
    tabel = crosstab_vraag(t, "v", "g")
    assert tabel["verschilt"].tolist() == ["▲", "▼", "▼", "▲"]
    assert tabel["p_aangepast"].tolist() == pytest.approx([theirs] * 4)
    assert state_bevinding(tabel) == "Bij ‘m’ antwoordt men op ‘Bent u tevreden’ vaker ‘ja’ dan de rest"
    paren = compare_groepen(t, "v", "g")
    assert paren["p_waarde"].tolist() == pytest.approx([theirs] * 2)
    assert letter_groepen(paren, {"m": "A", "v": "B"}) == {("m", "ja"): ("B",), ("v", "nee"): ("A",)}


def test_several_answers_that_one_group_gave_and_nobody_else_are_a_difference() -> None:
    vraag = {"soort": "meer_antwoorden", "opties": {"a": "app", "b": "site"}, "waarden": False}
    t = make_groepen(80, v=vraag | {"geef": lambda nr: ["a", "b"] if nr % 2 else ["b"]})
    tabel = crosstab_vraag(t, "v", "g").set_index(["g", "label"])["verschilt"]
    assert tabel.to_dict() == {("m", "app"): "▼", ("m", "site"): "", ("v", "app"): "▲", ("v", "site"): ""}


def test_grades_that_do_not_vary_within_groups_are_tested_and_have_no_interval() -> None:
    vraag = {"soort": "schaal", "opties": TIEN, "tekst": "Welk cijfer?", "gebruik": "rapportcijfer"}
    t = make_groepen(120, c=vraag | {"geef": lambda nr: "8" if nr % 2 else "4"})
    tabel = summarise_cijfer(t, "c", per="g")
    assert tabel["verschilt"].tolist() == ["▼", "▲"]
    assert state_bevinding(tabel) == "Rapportcijfer is lager bij ‘m’ dan bij ‘v’"
    gelijk = make_groepen(120, c=vraag | {"geef": lambda nr: "8"})
    tabel = summarise_cijfer(gelijk, "c", per="g")
    assert tabel["verschilt"].tolist() == ["", ""]
    assert state_bevinding(tabel) == "Rapportcijfer verschilt niet naar g"
    een = make_groepen(120, groepen=1, c=vraag | {"geef": lambda nr: "8"})
    assert "te weinig groepen" in state_bevinding(summarise_cijfer(een, "c", per="g"))


def test_groups_that_all_answered_the_same_do_not_differ() -> None:
    t = make_groepen(120, v=VAST | {"geef": lambda nr: "1"})
    assert (
        state_bevinding(crosstab_vraag(t, "v", "g"))
        == "De antwoorden op ‘Bent u tevreden’ verschillen niet naar g"
    )
    paren = compare_groepen(t, "v", "g")
    assert paren["p_waarde"].isna().all()
    assert set(print_tabel(paren)["hoger"]) == {"nee"}
    assert state_bevinding(paren) == "De groepen verschillen niet in ‘Bent u tevreden’"


def test_a_pair_with_a_small_group_is_not_tested_and_says_so() -> None:
    def geef(nr: int) -> str:
        return str(1 + nr % 3 // 2) if nr < 60 else str(1 + nr % 2)

    t = make_groepen(120, groepen=3, v=VAST | {"geef": geef})
    klein = t.only(kenmerk={"g": ["m", "v"]})
    vast = {"soort": "een_antwoord", "opties": {"0": "m", "1": "v", "2": "x"}, "rol": "kenmerk"}
    apart = make_groepen(
        120, groepen=2, v=VAST | {"geef": geef}, k=vast | {"geef": lambda nr: str(min(nr // 8, 1))}
    )
    gedrukt = print_tabel(compare_groepen(apart, "v", "k"))
    assert gedrukt["basis"].tolist() == ["8*", "8*"]
    assert gedrukt["basis andere"].tolist() == ["112", "112"]
    assert gedrukt["hoger"].tolist() == gedrukt["lager"].tolist() == ["niet getoetst"] * 2
    assert state_bevinding(compare_groepen(apart, "v", "k")) == "Er zijn te weinig groepen om te vergelijken"
    groot = print_tabel(compare_groepen(klein, "v", "g"))
    assert groot["basis"].tolist() == groot["basis andere"].tolist() == ["40*"] * 2
    assert set(groot["hoger"]) | set(groot["lager"]) <= {"ja", "nee"}
    assert letter_groepen(compare_groepen(apart, "v", "k"), {"m": "A", "v": "B"}) == {}


def test_everyone_who_said_no_and_now_says_yes_has_changed() -> None:
    tabel = compare_metingen(make_golven(lambda nr: "2", lambda nr: "1", **VAST), "v")
    assert tabel["p_waarde"].tolist() == pytest.approx([stats.binomtest(60, 60).pvalue] * 2)
    assert tabel[["onder", "boven"]].isna().all(axis=None)
    assert state_bevinding(tabel) == "Het aandeel ‘ja’ bij ‘Bent u tevreden’ steeg van 0% naar 100%"
    assert explain_bevinding(tabel) == (
        "Het verschil is +100 procentpunt; gemeten bij 60 mensen die beide keren antwoord gaven.",
    )


CIJFER = {"soort": "schaal", "opties": TIEN, "tekst": "Welk cijfer?", "gebruik": "rapportcijfer"}


def test_the_same_people_who_all_gave_a_grade_higher_gave_a_higher_grade() -> None:
    tabel = compare_metingen(
        make_golven(lambda nr: str(5 + nr % 3), lambda nr: str(6 + nr % 3), **CIJFER), "v"
    )
    assert tabel["p_waarde"].item() == pytest.approx(2 * 0.5**60)
    assert state_bevinding(tabel) == "Rapportcijfer steeg van 6,0 naar 7,0"
    few = compare_metingen(make_golven(lambda nr: "5", lambda nr: "6", n=29, **CIJFER), "v")
    assert few["p_waarde"].isna().all()


def test_other_people_who_all_gave_another_grade_gave_another_grade() -> None:
    tabel = compare_metingen(make_golven(lambda nr: "5", lambda nr: "6", start=500, **CIJFER), "v")
    assert tabel["p_waarde"].item() == pytest.approx(stats.fisher_exact([[60, 0], [0, 60]]).pvalue)
    assert state_bevinding(tabel) == "Rapportcijfer steeg van 5,0 naar 6,0"


def make_stijging(klein: int) -> Traject:
    """Return a panel of 60 in which the group m (of ``klein`` people) gave a grade more and v none or one, by turns."""
    opties = {"m": "man", "v": "vrouw"}
    delen: list[dict[str, pd.DataFrame]] = []
    wie = name(60)
    for golf, naam in enumerate(("m1", "m2")):
        vast = {"werving": "panel", "panel": "kp", "meting": ("2025-01", "2026-01")[golf]}
        delen.append(
            {
                "activiteiten": make_activiteit(naam, "klantpanel", **vast),
                "deelnemers": make_deelnemers(naam, wie, gewicht=1.0, basisgewicht=1.0),
            }
        )
        stijging = lambda nr, golf=golf: golf * (2 if nr < klein else nr % 2)  # noqa: E731
        cijfer = CIJFER | {"geef": lambda nr, stijging=stijging: str(5 + nr % 3 + stijging(nr))}
        groep = {"soort": "een_antwoord", "opties": opties, "rol": "kenmerk"}
        delen += ask(naam, wie, v=cijfer, g=groep | {"geef": lambda nr: "m" if nr < klein else "v"})
    return Traject.from_tabellen(join(*delen))


def test_a_group_that_all_changed_alike_is_compared_with_the_others() -> None:
    tabel = compare_metingen(make_stijging(30), "v", per="g")
    assert tabel["se"].tolist()[0] == 0
    assert tabel["verschil"].tolist() == pytest.approx([2, 0.5])
    assert state_bevinding(tabel) == "Rapportcijfer steeg bij ‘man’ en ‘vrouw’"
    niet = tabel.assign(p_aangepast=tabel["p_aangepast"].mask(tabel["g"].eq("vrouw"), 0.2))
    assert state_bevinding(annotate(niet, read_toelichting(tabel))) == "Rapportcijfer steeg bij ‘man’"
    # two people who changed alike say nothing of a group
    klein = compare_metingen(make_stijging(2), "v", per="g")
    assert klein["p_waarde"].isna().tolist() == [True, False]
    assert "anders dan" not in state_bevinding(klein)


def test_nobody_who_changed_is_no_change_and_no_lack_of_groups() -> None:
    tabel = compare_metingen(
        make_golven(lambda nr: str(5 + nr % 3), lambda nr: str(5 + nr % 3), **CIJFER), "v"
    )
    assert tabel[["onder", "boven", "p_waarde"]].isna().all(axis=None)
    assert state_bevinding(tabel) == "‘Rapportcijfer’ is in beide metingen gelijk"


@pytest.mark.parametrize("teken", [1, -1])
def test_a_number_that_follows_from_the_grade_hangs_together_with_it(teken: int) -> None:
    ander = {"soort": "getal", "geef": lambda nr: 20 + teken * (nr % 10), "kort": "wachttijd"}
    t = make_groepen(60, c=CIJFER | {"geef": lambda nr: str(1 + nr % 10)}, a=ander)
    tabel = correlate_oordeel(t, "c")
    assert tabel["verband"].item() == pytest.approx(teken)
    assert tabel[["onder", "boven"]].isna().all(axis=None)
    assert tabel["p_waarde"].item() < 1e-9
    assert state_bevinding(tabel) == "Welk cijfer hangt samen met ‘wachttijd’"
    # one of ten people stands apart: on a line as well, and no more than chance
    een = {"soort": "getal", "geef": lambda nr: teken * float(nr == 3), "kort": "wachttijd"}
    t = make_groepen(10, c=CIJFER | {"geef": lambda nr: "9" if nr == 3 else "5"}, a=een)
    assert correlate_oordeel(t, "c")["p_waarde"].item() == pytest.approx(0.1)
    assert state_bevinding(correlate_oordeel(t, "c")) == "Er is geen samenhang met Welk cijfer aangetoond"


def test_a_correlation_is_tested_as_its_interval_says() -> None:
    rng = np.random.default_rng(4)
    x = rng.integers(1, 11, 200)
    for deel in (0.0, 0.05, 0.1, 0.2):
        y = deel * x + rng.normal(size=200)
        ander = {"soort": "getal", "geef": lambda nr, y=y: y[nr]}
        rij = correlate_oordeel(
            make_groepen(200, c=CIJFER | {"geef": lambda nr: str(x[nr])}, a=ander), "c"
        ).iloc[0]
        assert (rij["p_waarde"] < 0.05) == (rij["onder"] > 0 or rij["boven"] < 0)


def test_scores_that_do_not_vary_have_no_interval() -> None:
    aanraden = {"soort": "getal", "tekst": "Zou u dit aanraden?"}
    rij = score_nps(make_groepen(120, a=aanraden | {"geef": lambda nr: 10}), "a").iloc[0]
    assert rij["nps"] == 100
    assert rij[["nps_onder", "nps_boven"]].isna().all()
    assert (
        print_tabel(score_nps(make_groepen(120, a=aanraden | {"geef": lambda nr: 10}), "a"))[
            "NPS (95%-interval)"
        ].item()
        == "100"
    )
    assert rij["promotors_onder"] == pytest.approx(0.025 ** (1 / 120))  # Clopper & Pearson of 120 of 120
    cijfer = make_groepen(120, c=CIJFER | {"geef": lambda nr: "8"})
    assert summarise_cijfer(cijfer, "c")[["onder", "boven"]].isna().all(axis=None)
    assert score_rapportcijfer(cijfer, "c")[["gemiddelde_onder", "gemiddelde_boven"]].isna().all(axis=None)


def test_differences_of_shares_stay_on_their_scale() -> None:
    bijna = {"soort": "getal", "tekst": "Zou u dit aanraden?", "geef": lambda nr: 10 if nr else 0}
    rij = score_nps(make_groepen(12, a=bijna), "a").iloc[0]
    punten = np.array([-100.0] + [100.0] * 11)
    half = stats.t.ppf(0.975, 11) * punten.std(ddof=1) / np.sqrt(12)
    assert rij["nps"] + half > 100
    assert rij[["nps_onder", "nps_boven"]].tolist() == pytest.approx([rij["nps"] - half, 100])
    eens = {str(nr): label for nr, label in enumerate(EENS, 1)}
    stelling = {"soort": "stelling", "opties": eens, "geef": lambda nr: "5" if nr else "1"}
    netto = score_stellingen(make_groepen(12, s=stelling), vragen=["s"]).iloc[0]
    assert netto[["netto_onder", "netto_boven"]].tolist() == pytest.approx([(rij["nps"] - half) / 100, 1])
    # three people of whom two changed: 67 points, and 67 + 4,3 x 33 = 210
    drie = compare_metingen(
        make_golven(lambda nr: "2", lambda nr: "1" if nr else "2", n=3, **VAST), "v"
    ).iloc[0]
    assert drie["verschil"] == pytest.approx(2 / 3)
    assert drie["boven"] == 1
    assert -1 < drie["onder"] < 0
    # a grade has no scale that the difference is bound to
    cijfers = compare_metingen(
        make_golven(lambda nr: "1", lambda nr: "9" if nr else "1", n=3, **CIJFER), "v"
    ).iloc[0]
    assert cijfers["boven"] == pytest.approx(16 / 3 + stats.t.ppf(0.975, 2) * 8 / 3)


def test_three_people_who_did_not_change_have_no_interval() -> None:
    tabel = compare_metingen(
        make_golven(lambda nr: str(1 + nr % 2), lambda nr: str(1 + nr % 2), n=3, **VAST), "v"
    )
    assert tabel["verschil"].tolist() == [0, 0]
    assert tabel[["onder", "boven"]].isna().all(axis=None)


def test_a_usability_score_that_all_gave_has_no_interval() -> None:
    t = make_usability()
    hoogst = t.vragen.assign(code=np.where(t.vragen["omkeren"], "1", "5")).set_index("vraag_id")["code"]
    sus = t.antwoorden["vraag_id"].astype("str").str.startswith("sus")
    code = t.antwoorden["vraag_id"].astype("str").map(hoogst)
    antwoorden = t.antwoorden.astype({"code": "str"})
    alle = antwoorden.assign(
        code=antwoorden["code"].mask(sus, code), getal=t.antwoorden["getal"].mask(sus, code.astype("float64"))
    )
    rij = score_sus(t.replace_tabellen(antwoorden=alle)).iloc[0]
    assert rij["gemiddelde"] == 100
    assert np.isnan(rij["onder"])
    assert np.isnan(rij["boven"])
    assert interval_mean([70.0, 70.0, 70.0])[["ci_low", "ci_high"]].isna().all(axis=None)
