"""Every table of scores, pairs, texts and weights says in one sentence what it shows."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from burgerdata.findings import state_bevinding
from burgerdata.toelichting import Toelichting, annotate


def make(rijen: dict[str, Any], **velden: Any) -> pd.DataFrame:
    tabel = pd.DataFrame({"activiteit_id": "enq"} | rijen)
    return annotate(tabel, Toelichting("overig", **({"onderwerp": "het rapportcijfer"} | velden)))


def make_paren(p: list[float | None], hoger: list[bool | None], label: str = "") -> pd.DataFrame:
    rijen = {
        "groep": ["jong", "jong", "midden"],
        "andere": ["midden", "oud", "oud"],
        "label": label,
        "p_aangepast": p,
        "hoger": pd.array(hoger, dtype="boolean"),
        "lager": pd.array(
            [
                None if waar is None else not waar and (kans or 1) < 0.05
                for waar, kans in zip(hoger, p, strict=True)
            ],
            dtype="boolean",
        ),
    }
    return make(rijen).astype({"p_aangepast": "float64"})


def test_of_pairs_the_clearest_tested_difference_is_told() -> None:
    niet: list[bool | None] = [False] * 3
    assert (
        state_bevinding(make_paren([0.2, 0.001, 0.03], niet))
        == "Het rapportcijfer is hoger bij ‘oud’ dan bij ‘jong’"
    )
    ja = make_paren([0.001, 0.2, 0.2], [True, False, False], label="ja")
    assert (
        state_bevinding(ja) == "Bij ‘jong’ antwoordt men op ‘het rapportcijfer’ vaker ‘ja’ dan bij ‘midden’"
    )
    assert (
        state_bevinding(make_paren([0.2, 0.3, 0.4], niet))
        == "Tussen de groepen is geen verschil aangetoond in ‘het rapportcijfer’"
    )
    assert (
        state_bevinding(make_paren([None] * 3, [None] * 3)) == "Er zijn te weinig groepen om te vergelijken"
    )


def test_a_net_promoter_score_has_its_sign_and_a_hidden_one_is_not_told() -> None:
    nps = {"promotors": [0.2], "nps": [-38.2], "basis": [639]}
    assert state_bevinding(make(nps)) == "De NPS is −38"
    assert (
        state_bevinding(make(nps | {"basis": [8]})) == "Hierover zijn te weinig antwoorden om iets te zeggen"
    )


def test_high_grades_are_a_share() -> None:
    tabel = make({"hoog": [0.254], "laag": [0.2], "gemiddelde": [6.5], "basis": [639]})
    assert state_bevinding(tabel) == "25% geeft een acht of hoger: het rapportcijfer"


@pytest.mark.parametrize(
    ("netto", "zin"),
    [
        ([0.4, -0.38], "‘Hoort ervan’ krijgt meer ongunstige dan gunstige antwoorden"),
        ([0.4, 0.1], "Het minst gunstige saldo heeft ‘hoort ervan’, en ook dat is gunstig"),
    ],
)
def test_of_statements_the_least_favourable_is_told(netto: list[float], zin: str) -> None:
    rijen = {"kort": ["duidelijk", "hoort ervan"], "top2": 0.5, "bodem2": 0.2, "netto": netto, "basis": 300}
    assert state_bevinding(make(rijen)) == zin


def test_texts_tell_pairs_new_themes_words_and_agreement() -> None:
    paar = make({"thema_a": ["taal"], "thema_b": ["tijd"], "n": [9], "lift": [1.2]})
    assert state_bevinding(paar) == "Taal en tijd worden het vaakst samen genoemd"
    nieuw = make({"volgnummer": [1, 2], "nieuw": [5, 0], "totaal": [5, 5]})
    assert state_bevinding(nieuw) == "In de laatste groep kwamen geen nieuwe thema's meer"
    alpha = make({"thema_id": ["alle_themas"], "alpha": [0.846], "alleen_a": [3], "alleen_b": [4]})
    assert state_bevinding(alpha) == "De overeenstemming tussen codeurs (alpha) is 0,85"


def test_a_weighting_and_a_draw_say_what_they_cost_and_missed() -> None:
    weging = make({"deff": [1.103, 1.0], "n_eff": [1088.2, 60.0], "n": [1200, 60], "hoogste": [2.0, 1.0]})
    assert state_bevinding(weging) == "1.200 mensen zeggen na weging zoveel als 1.088 ongewogen"
    loting = make({"categorie": ["laag", "hoog"], "doel": [20, 20], "n": [14, 26], "verschil": [-6, 6]})
    zin = "De loting bleef het verst onder haar doel bij ‘laag’: 14 geloot voor 20 plaatsen"
    assert state_bevinding(loting) == zin
    assert state_bevinding(loting.assign(verschil=[0, 0])) == "De loting haalde alle doelen"
