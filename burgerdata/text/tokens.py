"""The words of Dutch answers: lower case, negations kept, lemmas looked up once per unique word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.text.compounds import split_compound
from burgerdata.text.folding import fold
from burgerdata.text.nonanswers import is_non_answer
from burgerdata.text.stopwords import read_stop_words

_TOKEN = re.compile(r"[^\W_]+(?:['\u2019.&+-][^\W_]+)*")
_QUOTE = str.maketrans({"\u2019": "'", "\u2018": "'"})


def tokenize(text: str) -> list[str]:
    """Return the words of a text in lower case and in order; negations and stop words are kept.

    Examples
    --------
    >>> tokenize("Ik kreeg géén e-mail; 's avonds ook niet!")
    ['ik', 'kreeg', 'géén', 'e-mail', 's', 'avonds', 'ook', 'niet']
    """
    if text.isascii():
        return _TOKEN.findall(text.lower())
    return _TOKEN.findall(unicodedata.normalize("NFC", text).translate(_QUOTE).lower())


def lemmatize(words: Iterable[str], *, taal: str = "nl") -> dict[str, str]:
    """Return the lemma of each unique word; a word without a known lemma stands for itself.

    The dictionary is that of simplemma. A word with a hyphen, a digit or a point is left alone unless it is known,
    because the rules for unknown words are made for plain words ("digid-app" is not a verb).

    Examples
    --------
    >>> lemmatize(["wachttijden", "ingelogd", "digid-app"])
    {'wachttijden': 'wachttijd', 'ingelogd': 'inloggen', 'digid-app': 'digid-app'}
    """
    return {word: _lemma(word, taal) for word in dict.fromkeys(words)}


@lru_cache(maxsize=20_000)
def _lemma(word: str, taal: str) -> str:
    import simplemma  # the rules of forty languages come with it, and most processes never need a lemma

    if not word.isalpha() and not simplemma.is_known(word, lang=taal):
        return word
    # "één" and "géén" are written with emphasis marks that the dictionary does not know.
    bare = fold(word)
    known = word if simplemma.is_known(word, lang=taal) or not simplemma.is_known(bare, lang=taal) else bare
    return str(simplemma.lemmatize(known, lang=taal)).lower().replace("_", "")


def tokenize_texts(
    texts: Sequence[str],
    *,
    taal: str = "nl",
    lemmas: bool = True,
    stop_words: bool = False,
    compounds: bool = False,
) -> list[list[str]]:
    """Return the words of each text, by default as lemmas without stop words; negations are always kept.

    With ``compounds`` the parts of a compound follow the compound itself ("wachttijd", "wachten", "tijd"), so that
    it counts with other words on the same subject. A text that is no answer ("nvt", "-") has no words.

    Examples
    --------
    >>> tokenize_texts(["De wachttijden zijn niet kort", "n.v.t."])
    [['wachttijd', 'niet', 'kort'], []]
    """
    split = [[] if is_non_answer(text) else tokenize(text) for text in texts]
    forms = _forms(dict.fromkeys(word for words in split for word in words), taal, lemmas, stop_words)
    if compounds:
        forms = {
            word: [p for form in found for p in (form, *split_compound(form))]
            for word, found in forms.items()
        }
    return [[form for word in words for form in forms[word]] for words in split]


def _forms(words: Iterable[str], taal: str, lemmas: bool, stop_words: bool) -> dict[str, list[str]]:
    drop = frozenset() if stop_words else read_stop_words(taal)
    looked_up = (
        lemmatize(words, taal=taal) if lemmas and taal in ("nl", "en") else {word: word for word in words}
    )
    return {word: [] if word in drop or lemma in drop else [lemma] for word, lemma in looked_up.items()}


def count_duplicates(texts: Sequence[str]) -> pd.DataFrame:
    """Return a row per text that differs in more than case, accents, spaces and punctuation, with how often it occurs.

    Columns: tekst (as first written), tekst_nr (of the first), gewicht (how many texts it stands for). Texts of
    chain letters and copied answers are read and coded once, and weigh as many times as they were given.

    Examples
    --------
    >>> count_duplicates(["Te duur!", "te  duur", "Goed"])
          tekst  tekst_nr  gewicht
    0  Te duur!         0        2
    1      Goed         2        1
    """
    numbers = number_duplicates(texts)
    _, first, weights = np.unique(numbers, return_index=True, return_counts=True)
    frame = pd.DataFrame({"tekst": [texts[at] for at in first], "tekst_nr": first, "gewicht": weights})
    return frame.astype({"tekst": "str", "tekst_nr": "Int32", "gewicht": "Int32"})


def number_duplicates(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return a number per text, from 0 in order of appearance, that is the same for copies.

    Examples
    --------
    >>> number_duplicates(["Te duur!", "Goed", "te  duur"]).tolist()
    [0, 1, 0]
    """
    keys = [" ".join(tokenize(fold(text))) or text.strip() for text in texts]
    return np.asarray(pd.factorize(np.array(keys, dtype=object))[0], dtype=np.int64)
