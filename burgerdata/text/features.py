"""Texts as numbers for the suggester: letter groups, lemmas with compound parts, the opening line, hidden subjects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

from burgerdata.text.embedding import EmbeddedSpace, Embedder
from burgerdata.text.language import detect_main_language
from burgerdata.text.latent import LatentSpace
from burgerdata.text.tokens import tokenize_texts

_LONGEST_LEAD = 200
# Columns to spread the features over: enough that two seldom fall together, few enough that a fit stays quick.
_N_GROUPS, _N_WORDS = 2**20, 2**18
# Letter groups and lemmas weigh the same; the opening line, where people say what it is about, a quarter as much.
_WEIGHTS = (1.0, 1.0, 0.25)
# How much of the likeness of two texts comes from the subjects behind their words; less beside a language model.
_LATENT_SHARE, _LATENT_SHARE_BESIDE, _EMBEDDED_SHARE = 0.4, 0.3, 0.3


@dataclass(frozen=True)
class TextRows:
    """A row per text: ``words``, which count, and ``likeness``, in which hidden subjects have their share.

    The dot product of two rows of ``likeness`` says how alike the texts are, at most one.
    """

    words: sp.csr_matrix
    likeness: sp.csr_matrix

    def head(self, n: int) -> TextRows:
        """Return the first n rows."""
        return TextRows(self.words[:n], self.likeness[:n])


class _Block:
    """One kind of feature as tf-idf of unit length, in which words never seen before count towards the length.

    Were they left out, as a vocabulary does, a new text would look surer than the examples that were learned from:
    the confidence is learned on examples that hold words of their own.
    """

    def __init__(self, analyzer: str | Callable[[str], list[str]], n_columns: int) -> None:
        # The range of lengths counts for letter groups only; words come one at a time.
        self._counts = HashingVectorizer(
            analyzer=analyzer, ngram_range=(3, 6), n_features=n_columns, norm=None, alternate_sign=False
        )
        self._weights = TfidfTransformer(sublinear_tf=True)
        self._seen = np.empty(0, dtype=np.intp)

    def fit_transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        counts = self._counts.transform(texts)
        self._seen = np.unique(counts.indices)
        return sp.csr_matrix(self._weights.fit_transform(counts)[:, self._seen])

    def transform(self, texts: Sequence[str]) -> sp.csr_matrix:
        return sp.csr_matrix(self._weights.transform(self._counts.transform(texts))[:, self._seen])


class TextFeatures:
    """Three blocks of tf-idf, each of unit length per text, so that the dot product is a mean of three likenesses.

    Letter groups of three to six do the work of typos, inflection and compounds; lemmas with the parts of compounds
    make whole words count; hidden subjects join texts that share none. Words are looked up in the language of most of
    the texts that were fitted. With an embedder, what the texts mean to a language model has its share as well.
    """

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._taal = "nl"
        self._made = (_Block("char_wb", _N_GROUPS), _Block(str.split, _N_WORDS), _Block(str.split, _N_WORDS))
        self._latent = LatentSpace()
        self._embedded = EmbeddedSpace(embedder) if embedder else None

    def fit_transform(self, texts: Sequence[str]) -> TextRows:
        """Learn which features there are, how rare they are and which go together; return a row per text."""
        self._taal = detect_main_language(texts)
        words = _join(
            [made.fit_transform(block) for made, block in zip(self._made, self._blocks(texts), strict=True)]
        )
        self._latent.fit(words)
        if self._embedded:
            self._embedded.fit(texts)
        return self._add_hidden(words, texts)

    def transform(self, texts: Sequence[str]) -> TextRows:
        """Return a row per text; its length is at most one, and less where words are new."""
        blocks = zip(self._made, self._blocks(texts), strict=True)
        return self._add_hidden(_join([made.transform(block) for made, block in blocks]), texts)

    def _add_hidden(self, words: sp.csr_matrix, texts: Sequence[str]) -> TextRows:
        hidden = [
            (self._latent.transform(words), _LATENT_SHARE_BESIDE if self._embedded else _LATENT_SHARE),
        ]
        if self._embedded:
            hidden.append((self._embedded.transform(texts), _EMBEDDED_SHARE))
        found = [(places, share) for places, share in hidden if places.shape[1]]
        if not found:
            return TextRows(words, words)
        parts = [words * np.sqrt(1 - sum(share for _, share in found))]
        parts += [sp.csr_matrix(places * np.sqrt(share)) for places, share in found]
        return TextRows(words, sp.csr_matrix(sp.hstack(parts, format="csr")))

    def _blocks(self, texts: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
        compounds = self._taal == "nl"
        words = tokenize_texts(texts, taal=self._taal, compounds=compounds)
        leads = tokenize_texts([_lead(text) for text in texts], taal=self._taal, compounds=compounds)
        return list(texts), [" ".join(w) for w in words], [" ".join(w) for w in leads]


def _join(blocks: list[sp.csr_matrix]) -> sp.csr_matrix:
    shares = np.sqrt(np.asarray(_WEIGHTS) / sum(_WEIGHTS))
    return sp.csr_matrix(
        sp.hstack([block * share for block, share in zip(blocks, shares, strict=True)], format="csr")
    )


def _lead(text: str) -> str:
    stripped = text.strip()
    return stripped.split("\n", 1)[0][:_LONGEST_LEAD]
