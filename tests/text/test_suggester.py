"""Suggestions come from few examples or definitions alone, carry a fair confidence, and are judged out of fold."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone

from burgerdata.errors import MethodeError
from burgerdata.text import CodeSuggester, evaluate_suggester
from burgerdata.text.decision import samples_f1
from burgerdata.text.ridge import _INTERCEPT, fit_ridge

DEFINITIONS = {
    "wachttijd": "Wachttijd: het duurt te lang voordat er antwoord komt",
    "inloggen": "Inloggen: problemen met DigiD en wachtwoord",
    "taal": "Begrijpelijkheid: moeilijke woorden en onduidelijke uitleg",
}
PARTS = {
    "wachttijd": "ik wachtte weken op antwoord|het duurt veel te lang|lange wachttijden bij de politie|nog steeds geen reactie na een maand"
    "|het heeft maanden geduurd|wachten wachten en nog eens wachten|traag, pas na zes weken een antwoord",
    "inloggen": "DigiD werkte niet|ik kon niet inloggen|wachtwoord vergeten en daarna geblokkeerd|inlogscherm geeft een fout"
    "|met mijn digid-app kwam ik er niet in|inlogen lukte pas de derde keer|code van DigiD niet ontvangen",
    "taal": "moeilijke woorden|onduidelijke vragen in het formulier|ambtelijke taal, niet te begrijpen|de uitleg is onbegrijpelijk"
    "|ik begreep de vraag niet|te ingewikkelde tekst|wat er staat is onduidelijk uitgelegd",
}
SINGLE = [(text, {theme}) for theme, texts in PARTS.items() for text in texts.split("|")]
DOUBLE = [
    (f"{a}, {b}", {one, two})
    for one, two in (("wachttijd", "inloggen"), ("inloggen", "taal"), ("wachttijd", "taal"))
    for a, b in zip(PARTS[one].split("|"), PARTS[two].split("|")[::-1], strict=True)
]
TEXTS, LABELS = map(list, zip(*SINGLE, *DOUBLE, strict=True))


def test_definitions_alone_are_enough_to_begin_with() -> None:
    suggester = CodeSuggester(definitions=DEFINITIONS).fit([], [])
    found = suggester.predict(
        ["Ik heb lang op antwoord gewacht", "mijn wachtwoord van DigiD", "onduidelijke woorden", "-"]
    )
    assert found == [{"wachttijd"}, {"inloggen"}, {"taal"}, set()]
    assert suggester.predict([]) == []


def test_a_theme_that_is_a_mere_name_is_also_found_by_the_words_that_go_with_it() -> None:
    """No text with "perron" holds a name; texts with a name say that it goes with "trein"."""
    texts = [f"{pair} {nr}" for nr in range(10) for pair in ("trein perron", "fiets stoep")]
    suggester = CodeSuggester(definitions={"spoor": "Trein", "weg": "Fiets"}).fit([], [])
    assert suggester.predict([*texts, "vol perron", "losse stoep"])[-2:] == [{"spoor"}, {"weg"}]


def test_words_in_common_with_a_theme_for_what_is_left_say_nothing() -> None:
    rest = {"overig": "Overig: de rest van de antwoorden", "geen": "Geen van bovenstaande: past nergens bij"}
    suggester = CodeSuggester(definitions={**DEFINITIONS, **rest}).fit([], [])
    texts = ["geen antwoord, de rest van de dag gewacht", "het past nergens bij, het duurt te lang"]
    assert all("wachttijd" in found and not found & set(rest) for found in suggester.predict(texts))


def test_three_examples_of_a_theme_are_enough_to_learn_from() -> None:
    few = (
        [pair for theme in PARTS for pair in SINGLE if pair[1] == {theme}][::7] + SINGLE[1::7] + SINGLE[2::7]
    )
    suggester = CodeSuggester(definitions=DEFINITIONS).fit(*map(list, zip(*few, strict=True)))
    assert suggester.predict_proba(["inloggen met digid ging fout"]).idxmax(axis=1).item() == "inloggen"


def test_several_themes_may_be_suggested_and_the_confidence_lies_between_0_and_1() -> None:
    suggester = CodeSuggester(definitions=DEFINITIONS).fit(TEXTS, LABELS)
    confidence = suggester.predict_proba(TEXTS)
    assert list(confidence.columns) == list(DEFINITIONS)
    assert confidence.to_numpy().min() >= 0
    assert confidence.to_numpy().max() <= 1
    assert suggester.predict(["maanden wachten en DigiD werkte niet"]) == [{"wachttijd", "inloggen"}]


def test_texts_with_one_theme_each_get_one_theme_each_and_confidences_that_add_up() -> None:
    suggester = CodeSuggester().fit(*map(list, zip(*SINGLE, strict=True)))
    assert {len(found) for found in suggester.predict([text for text, _ in DOUBLE])} == {1}
    assert suggester.predict_proba(["iets heel anders"]).sum(axis=1).item() == pytest.approx(1)


def test_a_theme_without_examples_can_still_be_suggested_by_its_definition() -> None:
    known = [(text, found) for text, found in SINGLE if found != {"taal"}]
    suggester = CodeSuggester(definitions=DEFINITIONS).fit(*map(list, zip(*known, strict=True)))
    confidence = suggester.predict_proba(["moeilijke woorden", "lang wachten"])["taal"]
    assert confidence[0] > confidence[1]


def test_texts_that_are_not_coded_yet_and_texts_without_theme_may_be_among_the_examples() -> None:
    suggester = CodeSuggester().fit(
        [*TEXTS, "mooi weer", "prima", "nog niet gelezen"], [*LABELS, set(), set(), None]
    )
    assert suggester.n_examples_ == len(TEXTS) + 2
    assert suggester.predict(["prima"]) == [set()]


def test_a_non_answer_gets_no_theme_or_geen_reden_where_the_list_has_it() -> None:
    assert CodeSuggester().fit(TEXTS, LABELS).predict(["nvt"]) == [set()]
    with_reason = CodeSuggester(definitions=DEFINITIONS | {"geen_reden": "geen antwoord"}).fit(TEXTS, LABELS)
    assert with_reason.predict(["weet niet"]) == [{"geen_reden"}]


def test_a_suggestion_does_not_depend_on_the_texts_beside_it_once_texts_are_coded() -> None:
    suggester = CodeSuggester().fit(TEXTS, LABELS)
    together = suggester.predict_proba(["DigiD werkt niet", "lang wachten"])
    alone = suggester.predict_proba(["lang wachten"])
    np.testing.assert_allclose(together.iloc[1], alone.iloc[0], rtol=1e-12)


NONSENSE = ["asdf", "qwerty hjkl", "12345", "zzz"]
ELSEWHERE = [
    "de bakker verkoopt lekkere broodjes",
    "gisteren scheen de zon op het strand",
    "mijn kat slaapt graag",
]


@pytest.mark.parametrize("per_theme", [3, 5, 7])
def test_nonsense_and_other_subjects_get_no_suggestion_though_every_coded_text_has_a_theme(
    per_theme: int,
) -> None:
    few = [pair for at, pair in enumerate(SINGLE) if at % 7 < per_theme]
    unread = [*NONSENSE, *ELSEWHERE, *(text for text, _ in DOUBLE)]
    suggester = CodeSuggester(definitions=DEFINITIONS)
    suggester.fit(
        [*(text for text, _ in few), *unread], [*(found for _, found in few), *[None] * len(unread)]
    )
    assert suggester.predict([*NONSENSE, *ELSEWHERE]) == [set()] * 7
    assert sum(map(bool, suggester.predict([text for text, _ in DOUBLE]))) >= 20


def test_nonsense_and_other_subjects_get_no_suggestion_from_definitions_alone() -> None:
    texts = [text for text, _ in SINGLE]
    suggester = CodeSuggester(definitions=DEFINITIONS).fit([], [])
    assert suggester.predict([*texts, *NONSENSE, *ELSEWHERE])[len(texts) :] == [set()] * 7


def test_it_has_the_habits_of_a_scikit_learn_estimator() -> None:
    copy = clone(CodeSuggester(definitions=DEFINITIONS, seed=3))
    assert copy.get_params() == {"definitions": DEFINITIONS, "seed": 3, "embed": False}


def test_what_cannot_be_learned_is_refused() -> None:
    with pytest.raises(MethodeError, match="niets om van te leren"):
        CodeSuggester().fit([], [])
    with pytest.raises(MethodeError, match="2 teksten maar 1 coderingen"):
        CodeSuggester().fit(["a", "b"], [{"x"}])


def test_left_out_scores_equal_those_of_fitting_again_without_the_example() -> None:
    from scipy.sparse import csr_matrix

    rng = np.random.default_rng(4)
    rows, targets = rng.normal(size=(12, 5)), rng.integers(0, 2, (12, 2)).astype(float)
    fit = fit_ridge(csr_matrix(rows), targets)
    for left_out in range(12):
        rest = np.arange(12) != left_out
        kernel = rows[rest] @ rows[rest].T + _INTERCEPT
        dual = np.linalg.solve(kernel + fit.penalty * np.eye(11), targets[rest])
        again = (rows[left_out] @ rows[rest].T + _INTERCEPT) @ dual
        np.testing.assert_allclose(fit.left_out[left_out], again, atol=1e-9)


def test_confidence_is_the_chance_to_be_right_on_texts_not_seen_before() -> None:
    """Texts are made so that the word alone decides with a known chance of 0.8."""
    rng = np.random.default_rng(0)
    words = rng.integers(0, 2, 400)
    truth = np.where(rng.random(400) < 0.8, words, 1 - words)
    texts = [f"{('balie', 'telefoon')[word]} nummer{nr}" for nr, word in enumerate(words)]
    suggester = CodeSuggester().fit(texts[:300], [{("aaaa", "bbbb")[code]} for code in truth[:300]])
    surest = suggester.predict_proba(texts[300:]).max(axis=1).mean()
    assert surest == pytest.approx(0.8, abs=0.06)


def test_the_evaluation_judges_texts_that_were_not_learned_from() -> None:
    found = evaluate_suggester(TEXTS, LABELS, definitions=DEFINITIONS)
    summary = found.samenvatting.set_index("maat")
    assert (summary["onder"] <= summary["waarde"]).all()
    assert (summary["waarde"] <= summary["boven"]).all()
    assert summary.loc["f1_per_tekst", "waarde"] > 0.5
    assert found.per_thema["n"].tolist() == [21, 21, 21]
    assert found.leercurve["soort"].tolist() == ["gemeten"] * 4 + ["verwacht"] * 3


def test_the_evaluation_finds_nothing_in_labels_that_were_shuffled() -> None:
    rng = np.random.default_rng(2)
    texts = [
        " ".join(rng.choice(["balie", "brief", "fiets", "boom", "water", "huis"], 4)) for _ in range(120)
    ]
    found = evaluate_suggester(texts, list(rng.choice(["aaaa", "bbbb", "cccc", "dddd"], 120)))
    assert found.samenvatting["onder"].max() < 0.30


def test_samples_f1_counts_a_text_rightly_left_without_theme_as_right() -> None:
    truth = np.array([[1, 0], [0, 0], [1, 1]], dtype=bool)
    chosen = np.array([[1, 0], [0, 0], [1, 0]], dtype=bool)
    assert samples_f1(truth, chosen) == pytest.approx((1 + 1 + 2 / 3) / 3)
