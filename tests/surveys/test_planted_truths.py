"""What the synthetic example says was planted is in its raw files, read and counted without the package."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from .conftest import AANGIFTE, sheet, turns

GRADE = "Welk rapportcijfer geeft u de afhandeling van uw aangifte? (1 = zeer slecht, 10 = uitstekend)"
NOTHING = {
    "nvt",
    "-",
    "weet niet",
    "n.v.t.",
    "geen",
    "geen idee",
    "weet ik niet",
    "geen mening",
    "x",
    "?",
    "niets",
    ".",
    "geen opmerkingen",
}
GROUPS = ("fg1", "fg2", "fg3", "fg4")


def finder(theme: str) -> Callable[[str], bool]:
    """Return a function that says whether a text is about a theme, from the patterns in themalijst.xlsx."""
    row = sheet(AANGIFTE / "themalijst.xlsx").set_index("thema").loc[theme]

    def any_of(patterns: str) -> re.Pattern[str] | None:
        parts = [
            re.escape(part.strip()).replace(r"\*", r"[\w-]*") for part in patterns.split(";") if part.strip()
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None

    wel, niet = any_of(row["woorden_wel"]), any_of(row["woorden_niet"])
    return lambda text: bool(wel and wel.search(text)) and not (niet and niet.search(text))


def said_by(theme: str) -> dict[str, float]:
    """Return the share of speakers per focus group who touch a theme."""
    about = finder(theme)
    shares = {}
    for group in GROUPS:
        spoken = pd.DataFrame(turns(AANGIFTE / "ruw" / f"{group}.docx"), columns=["spreker", "tekst"])
        shares[group] = (
            spoken[spoken["spreker"] != "M"].groupby("spreker")["tekst"].agg(" ".join).map(about).mean()
        )
    return shares


def test_feedback_is_named_by_more_people_in_every_wave(
    waves: dict[str, pd.DataFrame], truths: dict[str, Any]
) -> None:
    about = finder("terugkoppeling")
    for name, share in truths["TERUGKOPPELING"].items():
        answers = waves[name].iloc[:, -1]
        answers = answers[(answers != "") & ~answers.str.strip().isin(NOTHING)]
        assert len(answers) > 250
        assert answers.map(about).mean() == pytest.approx(share, abs=0.5 / len(answers) + 1e-9)


def test_the_same_people_give_a_higher_grade_in_the_third_wave(
    waves: dict[str, pd.DataFrame], truths: dict[str, Any]
) -> None:
    first, third = (waves[name].set_index("panel_id")[GRADE] for name in ("2026-03", "2026-09"))
    both = first.index.intersection(third.index)
    assert len(both) == truths["N_EERSTE_EN_DERDE"]
    change = third[both].astype(int) - first[both].astype(int)
    assert round(first[both].astype(int).mean(), 1) == 6.2
    assert round(third[both].astype(int).mean(), 1) == 6.7
    assert change.mean() / (change.std() / np.sqrt(len(both))) > 5


def test_waves_have_their_sizes_attrition_and_refreshment(
    waves: dict[str, pd.DataFrame], truths: dict[str, Any]
) -> None:
    assert {name: len(frame) for name, frame in waves.items()} == truths["N_PER_METING"]
    members = [set(frame["panel_id"]) for frame in waves.values()]
    assert all(frame["panel_id"].is_unique for frame in waves.values())
    assert members[0] - members[1] - members[2]
    assert members[1] - members[0]
    assert members[2] - members[1] - members[0]
    assert (members[0] & members[2]) - members[1]


def test_one_question_has_another_text_in_the_third_wave(waves: dict[str, pd.DataFrame]) -> None:
    first, second, third = (set(frame.columns) for frame in waves.values())
    assert first == second
    assert len(first - third) == len(third - first) == 1


def test_only_the_second_wave_writes_decimal_commas(waves: dict[str, pd.DataFrame]) -> None:
    minutes = {name: frame["Hoeveel minuten was u bezig met het formulier?"] for name, frame in waves.items()}
    assert {name: values.str.contains(",").all() for name, values in minutes.items()} == {
        "2026-03": False, "2026-06": True, "2026-09": False,
    }  # fmt: skip
    assert not minutes["2026-03"].str.contains(",").any()


def test_young_people_give_a_clearly_lower_grade(survey: tuple[pd.DataFrame, Any]) -> None:
    users = survey[0][(survey[0]["q2"] <= 10) & (survey[0]["leeftijd"] < 998)]
    young, others = users[users["leeftijd"] <= 34]["q2"], users[users["leeftijd"] > 34]["q2"]
    difference = others.mean() - young.mean()
    assert 0.8 < difference < 1.5
    assert difference / np.sqrt(young.var() / len(young) + others.var() / len(others)) > 5


def test_the_readme_gives_the_grades_and_the_small_group_as_they_are(
    survey: tuple[pd.DataFrame, Any],
) -> None:
    users = survey[0][(survey[0]["q2"] <= 10) & (survey[0]["leeftijd"] < 998)]
    young = users["leeftijd"] <= 34
    means = [f"{users[part]['q2'].mean():.1f}".replace(".", ",") for part in (young, ~young)]
    readme = (AANGIFTE / "LEESMIJ.md").read_text(encoding="utf-8")
    assert f"({means[0]} tegen {means[1]}, ongewogen)" in readme
    assert f"Maar {(users['leeftijd'] >= 75).sum()} mensen van 75 jaar en ouder" in readme


def test_the_survey_has_its_size_weights_and_missing_codes(survey: tuple[pd.DataFrame, Any]) -> None:
    frame, meta = survey
    assert meta.number_rows == 1203
    assert 1100 < len(frame) < 1200
    assert meta.mr_sets["q_kanalen"]["variable_list"] == [f"q_kan_{number}" for number in range(1, 7)]
    assert meta.missing_ranges["q5"] == [{"lo": 98.0, "hi": 98.0}, {"lo": 99.0, "hi": 99.0}]
    assert {(frame[f"q4_{number}"] == 98).any() for number in range(1, 8)} == {True}
    assert frame.loc[frame["q1"] != 1, "q2"].isna().all()
    assert frame.loc[frame["q1"] == 1, "q2"].notna().all()


def test_the_weights_bring_the_sample_to_the_margins(truths: dict[str, Any]) -> None:
    frame = pyreadstat.read_sav(AANGIFTE / "ruw" / "enquete_digitale_aangifte.sav", user_missing=True)[0]
    frame = frame[(frame["status"] != 9) & (frame["leeftijd"] < 998)]
    bands = frame["leeftijd"].astype(int).map(truths["band"])
    weighted = frame["weegfactor"].groupby(bands).sum() / frame["weegfactor"].sum()
    assert weighted.to_dict() == pytest.approx(truths["BEVOLKING"]["leeftijdsgroep"], abs=0.01)
    assert frame["weegfactor"].between(0.3, 3.1).all()


def test_plain_language_comes_up_in_every_source(
    survey: tuple[pd.DataFrame, Any],
    waves: dict[str, pd.DataFrame],
    street: pd.DataFrame,
    truths: dict[str, Any],
) -> None:
    about = finder(truths["THEMA_OVERAL"])
    assert min(said_by(truths["THEMA_OVERAL"]).values()) > 0
    assert survey[0]["q11_open"].map(about).sum() > 30
    assert min(frame.iloc[:, -1].map(about).sum() for frame in waves.values()) >= 10
    assert (street["Wat valt u op?"] + " " + street["Wat moet anders?"]).map(about).sum() >= 10


def test_human_contact_falls_over_the_phases_only_because_the_instrument_changes(
    survey: tuple[pd.DataFrame, Any], waves: dict[str, pd.DataFrame], street: pd.DataFrame
) -> None:
    about = finder("menselijk contact")
    talks = np.mean(list(said_by("menselijk contact").values()))
    passers_by = (street["Wat valt u op?"] + " " + street["Wat moet anders?"]).map(about).mean()
    answers = survey[0]["q11_open"]
    panel = [frame.iloc[:, -1][frame.iloc[:, -1] != ""].map(about).mean() for frame in waves.values()]
    assert talks > passers_by > 2 * answers[answers != ""].map(about).mean()
    assert max(panel) - min(panel) < 0.05


def test_transcripts_are_as_long_as_a_group_of_eight_talks() -> None:
    for group in GROUPS:
        spoken = turns(AANGIFTE / "ruw" / f"{group}.docx")
        assert 60 <= len(spoken) <= 110
        assert {speaker for speaker, _ in spoken} == {"M", *(f"R{number}" for number in range(1, 9))}
    screener = sheet(AANGIFTE / "ruw" / "screener.xlsx")
    assert screener.groupby("groep")["spreker"].nunique().to_dict() == dict.fromkeys(GROUPS, 8)


def test_ninety_street_talks_over_six_places_with_refusals_per_block(street: pd.DataFrame) -> None:
    assert len(street) == 90
    assert street["Aantal personen"].sum() == 98
    assert street["Plaats"].nunique() == 6
    assert (street["Weigeringen in dit blok"] != "").sum() == 12
