"""Found themes are the planted ones, and say that they are no result."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from burgerdata.errors import MethodeError
from burgerdata.text import Codebook, find_themes

SUBJECTS = {
    "wachten": [
        "wachttijd",
        "wachten",
        "weken",
        "reactie",
        "antwoord",
        "traag",
        "maanden",
        "duurde",
        "balie",
        "telefoon",
    ],
    "inloggen": [
        "inloggen",
        "digid",
        "wachtwoord",
        "code",
        "scherm",
        "app",
        "fout",
        "geblokkeerd",
        "account",
        "website",
    ],
    "taal": [
        "woorden",
        "uitleg",
        "formulier",
        "taal",
        "begrijpen",
        "vraag",
        "zinnen",
        "ambtelijk",
        "tekst",
        "moeilijk",
    ],
}


def make_answers(n: int) -> tuple[list[str], list[str]]:
    rng = np.random.default_rng(5)
    names = rng.choice(list(SUBJECTS), n, p=[0.5, 0.3, 0.2])
    return [" ".join(rng.choice(SUBJECTS[name], 5, replace=False)) for name in names], [
        str(name) for name in names
    ]


def test_planted_subjects_are_found_again_in_order_of_size() -> None:
    texts, names = make_answers(300)
    found = find_themes(texts, k=3)
    assert found.themas["n"].is_monotonic_decreasing
    table = pd.crosstab(found.toedeling["nr"], pd.Series(names))
    assert table.max(axis=1).sum() / 300 > 0.9
    assert found.themas["nr"].tolist() == [1, 2, 3]


def test_copies_weigh_and_other_languages_and_non_answers_are_set_apart() -> None:
    texts, _ = make_answers(200)
    odd = ["nvt", "It was not clear to me what I should do", "-"]
    found = find_themes([*texts, *odd, *[texts[0]] * 50], k=3)
    status = found.toedeling["status"].astype("str")
    assert status[200:203].tolist() == ["geen_reden", "andere_taal", "geen_reden"]
    assert found.toedeling["nr"][203:].nunique() == 1
    assert found.toedeling["nr"][203] == found.toedeling["nr"][0]
    assert found.themas["n"].sum() == (status == "thema").sum()


def test_no_group_is_smaller_than_ten_answers_or_three_percent() -> None:
    texts, _ = make_answers(300)
    found = find_themes(
        [*texts, *["zwembad openingstijd zaterdag"] * 4, "zwembad zaterdag", "zwembad openingstijd"], k=8
    )
    assert found.themas["n"].min() >= 10
    assert len(found.toedeling) == 306


def test_the_result_says_that_it_is_a_reading_aid_and_becomes_a_draft_list() -> None:
    texts, _ = make_answers(200)
    found = find_themes(texts, k=3)
    assert "Leeshulp, geen resultaat" in found.toelichting
    draft = Codebook.from_frame(found.draft_themalijst())
    assert len(draft.themas) == 3
    assert draft.coverage(texts).set_index("thema_id").loc["geen_thema", "aandeel"] < 0.1


def test_too_few_answers_are_refused_with_the_remedy() -> None:
    with pytest.raises(MethodeError, match="kies een kleinere k"):
        find_themes(["lang wachten", "te duur"], k=2)
