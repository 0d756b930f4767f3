"""Suggestions of themes for texts that no human has coded yet, learned from few examples and from definitions.

How good they are, and what was tried and left out, stands at the top of benchmarks/themas.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.base import BaseEstimator

from burgerdata.errors import MethodeError
from burgerdata.text.decision import Decision, learn_decision
from burgerdata.text.embedding import Embedder
from burgerdata.text.familiarity import Familiarity, fit_familiarity
from burgerdata.text.features import TextFeatures
from burgerdata.text.mixture import Mixture, fit_mixture
from burgerdata.text.nonanswers import is_non_answer
from burgerdata.text.zeroshot import compare_with_definitions

Floats = NDArray[np.float64]
Item = TypeVar("Item")
Labels = Iterable[Iterable[str] | str | None]
_MOST_EXAMPLES = 3000
_FEWEST_EXCLUSIVE = 20
_BLOCK = 5000
_FEWEST_LETTERS = 4
_NO_REASON = "geen_reden"


class CodeSuggester(BaseEstimator):  # type: ignore[misc]
    """Suggests themes with a confidence; a suggestion never replaces what a human has decided.

    Parameters
    ----------
    definitions
        What each theme means, in a name or a few sentences; counts as one more example of the theme, as does the id
        of a theme without definition ("lange_wachttijd") where it holds words. Without coded
        texts the likeness to these definitions is all there is, and the confidence is then that likeness.
    seed
        Chooses which texts are used where more than 3,000 have been coded, or more than 3,000 have not.
    embed
        Whether a language model helps to say how alike texts are: better, and slow (up to a second for a page). It
        needs the extra ``embed``.

    Notes
    -----
    A non-answer ("nvt") gets no theme, or ``geen_reden`` where the list has it. Where all coded texts have exactly one
    theme (20 texts or more), no text gets more than one. A text that has less in common with every theme than nearly
    all coded texts have gets none, however the confidences fall. Penalty, calibration and thresholds come from
    left-out scores.

    Examples
    --------
    >>> definitions = {"wachttijd": "lang wachten op antwoord", "prijs": "kosten, te duur"}
    >>> CodeSuggester(definitions=definitions).fit([], []).predict(["Ik moest erg lang wachten", "veel te duur", "nvt"])
    [{'wachttijd'}, {'prijs'}, set()]
    """

    def __init__(
        self, definitions: Mapping[str, str] | None = None, seed: int = 0, embed: bool = False
    ) -> None:
        self.definitions = definitions
        self.seed = seed
        self.embed = embed
        self._embedder: Embedder | None = None

    def fit(self, texts: Sequence[str], labels: Labels) -> CodeSuggester:
        """Learn from coded texts: a set of theme ids per text, the empty set for "no theme", None for "not coded".

        A text that is not coded says which words go together, so give the texts to be coded along with the coded ones.

        Raises
        ------
        MethodeError
            There are neither coded texts nor definitions, or not as many labels as texts, or the language model is
            asked for and not installed.
        """
        sets = [_as_set(label) for label in labels]
        if len(sets) != len(texts):
            raise MethodeError(
                f"{len(texts)} teksten maar {len(sets)} coderingen; geef bij elke tekst één codering"
            )
        coded = [(text, found) for text, found in zip(texts, sets, strict=True) if found is not None]
        others = [text for text, found in zip(texts, sets, strict=True) if found is None]
        defined = dict(self.definitions or {})
        self.themes_: list[str] = [
            *defined,
            *sorted({theme for _, found in coded for theme in found} - set(defined)),
        ]
        if not self.themes_:
            raise MethodeError(
                "er is niets om van te leren; geef gecodeerde teksten of omschrijvingen van de thema's"
            )
        self.n_examples_ = len(coded)
        if self.embed and self._embedder is None:
            self._embedder = Embedder()
        self._model: Mixture | None = None
        if coded:
            meanings = {theme: defined.get(theme, _as_words(theme)) for theme in self.themes_}
            unread = [text for text in dict.fromkeys(others) if not is_non_answer(text)]
            self._learn(self._limit(coded), meanings, self._limit(unread))
        return self

    def _limit(self, items: list[Item]) -> list[Item]:
        if len(items) <= _MOST_EXAMPLES:
            return items
        kept = np.random.default_rng(self.seed).choice(len(items), _MOST_EXAMPLES, replace=False)
        return [items[place] for place in sorted(kept)]

    def _learn(self, coded: list[tuple[str, set[str]]], defined: dict[str, str], others: list[str]) -> None:
        examples = [text for text, _ in coded]
        truth = np.array([[theme in found for theme in self.themes_] for _, found in coded], dtype=bool)
        defined = {theme: words for theme, words in defined.items() if words}
        own = np.array([[theme == other for theme in self.themes_] for other in defined], dtype=bool)
        targets = np.vstack([truth, own.reshape(-1, len(self.themes_))]).astype(np.float64)
        self._features = TextFeatures(self._embedder)
        rows = self._features.fit_transform([*examples, *defined.values(), *others])
        self._model = fit_mixture(rows.head(len(targets)), targets)
        self._known: Familiarity = fit_familiarity(rows.words[: len(targets)], targets, len(coded))
        exclusive = len(coded) >= _FEWEST_EXCLUSIVE and bool((truth.sum(axis=1) == 1).all())
        self._decision: Decision = learn_decision(
            self._model.left_out[: len(coded)], truth, exclusive=exclusive
        )

    def _confidence(self, texts: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
        empty = np.array([is_non_answer(text) for text in texts], dtype=bool)
        if self._model is None:
            confidence, chosen = compare_with_definitions(
                texts, self.definitions or {}, embedder=self._embedder
            )
        else:
            confidence, chosen = self._judge(self._model, texts)
        is_reason = np.array([theme == _NO_REASON for theme in self.themes_])
        confidence[empty], chosen[empty] = is_reason.astype(np.float64), is_reason
        return confidence, chosen

    def _judge(self, model: Mixture, texts: Sequence[str]) -> tuple[Floats, NDArray[np.bool_]]:
        blocks = [self._features.transform(texts[at : at + _BLOCK]) for at in range(0, len(texts), _BLOCK)]
        scores = np.vstack([np.empty((0, len(self.themes_))), *(model.score(block) for block in blocks)])
        confidence = self._decision.confidence(scores)
        chosen = self._decision.choose(confidence)
        strange = [self._known.is_strange(block.words) for block in blocks]
        chosen[np.concatenate([np.empty(0, dtype=bool), *strange])] = False
        return confidence, chosen

    def predict_proba(self, texts: Sequence[str]) -> pd.DataFrame:
        """Return the confidence, texts by themes, between 0 and 1; rows are numbered as the texts are."""
        return pd.DataFrame(self._confidence(list(texts))[0], columns=self.themes_)

    def predict(self, texts: Sequence[str]) -> list[set[str]]:
        """Return the set of suggested themes of each text; it may be empty."""
        chosen = self._confidence(list(texts))[1]
        return [{theme for theme, yes in zip(self.themes_, row, strict=True) if yes} for row in chosen]


def _as_words(theme: str) -> str:
    """Return what the id of a theme says by itself, which is nothing for ids such as "A" or "t12"."""
    words = theme.replace("_", " ").lower()
    return words if sum(char.isalpha() for char in words) >= _FEWEST_LETTERS else ""


def _as_set(label: Iterable[str] | str | None) -> set[str] | None:
    if label is None:
        return None
    return {label} if isinstance(label, str) else set(label)
