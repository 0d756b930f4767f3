"""The interval of a side of a statement is that of a question in which the answers of that side are one answer."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from scipy.special import stdtrit

from burgerdata.analysis import score_stellingen, summarise_stellingen, summarise_vraag
from burgerdata.report.printing import print_tabel
from burgerdata.settings import Instellingen, Weging
from burgerdata.traject import Traject

from .trajecten import EENS, ORAKEL, join, make_activiteit, make_deelnemers, make_orakel, make_vraag

KANT = ["kant", "kant_onder", "kant_boven"]
LAAG, MIDDEN, HOOG = "laag", "midden", "hoog"


def make_stelling(tellingen: list[int], instrument: str = "enquete", **activiteit: Any) -> Traject:
    codes = [str(nr) for nr, aantal in enumerate(tellingen, 1) for _ in range(aantal)]
    wie = [f"p{nr}" for nr in range(len(codes))]
    opties = dict(zip("12345", EENS, strict=True))
    vraag = make_vraag(
        "enq", "s", "stelling", dict(zip(wie, codes, strict=True)), opties=opties, kort="het is goed"
    )
    vast = {
        "activiteiten": make_activiteit("enq", instrument, fase="praktijk", **activiteit),
        "deelnemers": make_deelnemers("enq", wie),
    }
    return Traject.from_tabellen(join(vast, vraag), Instellingen())


def test_the_interval_of_a_side_is_worked_out_by_hand() -> None:
    tabel = summarise_stellingen(make_stelling([10, 14, 30, 40, 26]), vragen=["s"]).set_index("code")
    for codes, k in (("12", 24), ("45", 66)):
        p = k / 120
        logit, straal = (
            math.log(p / (1 - p)),
            stdtrit(119, 0.975) * math.sqrt(p * (1 - p) / 119) / (p * (1 - p)),
        )
        grenzen = [1 / (1 + math.exp(-(logit + teken * straal))) for teken in (-1, 1)]
        for code in codes:
            assert tabel.loc[code, KANT].tolist() == pytest.approx([p, *grenzen], rel=1e-9)
    assert tabel.loc["3", KANT].isna().all()


def make_samengevoegd() -> Traject:
    """Return the survey that R has worked out, with trust also as a question of which the ends are one answer each."""
    bron = make_orakel()
    frame = pd.read_csv(ORAKEL / "enquete.csv")
    namen = {1: LAAG, 2: LAAG, 3: MIDDEN, 4: HOOG, 5: HOOG}
    gegeven = {
        f"r{nr}": ("leeg_onbekend",) if pd.isna(waarde) else namen[int(waarde)]
        for nr, waarde in zip(frame["respondent"], frame["vertrouwen"], strict=True)
    }
    gebruikt = {
        f"r{nr}": ("leeg_onbekend",) if pd.isna(waarde) else waarde
        for nr, waarde in zip(frame["respondent"], frame["gebruikt"], strict=True)
    }
    erbij = [
        make_vraag("enq", "drie", "een_antwoord", gegeven, opties={k: k for k in (LAAG, MIDDEN, HOOG)}),
        make_vraag("enq", "twee", "schaal", gebruikt, opties={"nee": "nee", "ja": "ja"}),
    ]
    tabellen = {naam: bron.tabellen[naam] for naam in bron.tabellen}
    return Traject.from_tabellen(
        tabellen | join(tabellen, *erbij), Instellingen(), {"enq": Weging("enq", "bureau")}
    )


def test_the_sides_in_a_two_stage_sample_are_those_of_r_and_of_the_answers_put_together(
    r: dict[str, Any],
) -> None:
    traject = make_samengevoegd()
    tabel = summarise_stellingen(traject, vragen=["vertrouwen"]).set_index("code")
    samen = summarise_vraag(traject, "drie").set_index("code")
    for code, kant in (("1", LAAG), ("2", LAAG), ("4", HOOG), ("5", HOOG)):
        verwacht = samen.loc[kant, ["aandeel", "onder", "boven"]].tolist()
        assert tabel.loc[code, KANT].tolist() == pytest.approx(verwacht, rel=1e-9)
    van_r = r["twostage.prop.vertrouwen"]["est"]
    assert tabel.loc["1", "kant"] == pytest.approx(van_r[0] + van_r[1], rel=1e-8)
    assert tabel.loc["5", "kant"] == pytest.approx(van_r[3] + van_r[4], rel=1e-8)
    ja = summarise_stellingen(traject, vragen=["twee"]).set_index("code").loc["ja"]
    logit = r["twostage.ciprop.gebruikt.logit"]
    assert ja[KANT].tolist() == pytest.approx([logit["est"], logit["ci95_lo"], logit["ci95_hi"]], rel=1e-7)


def test_of_five_answers_the_sides_are_the_top_two_and_the_bottom_two(enquete: Traject) -> None:
    tabel = summarise_stellingen(enquete, vragen=["s1"]).set_index("code")
    top = score_stellingen(enquete, vragen=["s1"]).iloc[0]
    assert tabel.loc["1", KANT].tolist() == pytest.approx(
        [top["bodem2"], top["bodem2_onder"], top["bodem2_boven"]]
    )
    assert tabel.loc["5", KANT].tolist() == pytest.approx([top["top2"], top["top2_onder"], top["top2_boven"]])


def test_a_talk_has_no_share_of_a_side_and_no_interval() -> None:
    gesprek = summarise_stellingen(make_stelling([10, 14, 30, 40, 26], "burgerdialoog"), vragen=["s"])
    assert gesprek[KANT].isna().all(axis=None)
    assert not any("interval" in kop for kop in print_tabel(gesprek))


def test_the_printed_table_tells_the_interval_behind_the_share_of_the_side() -> None:
    gedrukt = print_tabel(summarise_stellingen(make_stelling([10, 14, 30, 40, 26]), vragen=["s"]))
    kolom = gedrukt["samen aan die kant (95%-interval)"].tolist()
    assert kolom == ["20% (14 tot 28%)"] * 2 + ["–"] + ["55% (46 tot 64%)"] * 2
    assert not any("kant_" in kop or "kant onder" in kop for kop in gedrukt)
