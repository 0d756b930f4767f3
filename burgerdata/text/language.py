"""Which language a text is in, so that other languages are set apart and never read as if they were Dutch."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
# Letter groups that are common in one of the languages and rare in the others, for texts with few function words.
_GROUPS = {
    "nl": r"ij|aa[^b]|uu|oe|sch|cht|ee[nlrmktsgdp]|oo[nrlkdptgm]|gd\b|eid\b|lijk|atie|ijn|tje|ge[vwhbzk]|isch\b",
    "en": r"th|tion|ing\b|wh|ght|ea|ould|ly\b|ness\b|ow|ck|y\b",
    "de": r"sch|ung\b|keit|lich|ich|[äöüß]|ei[nst]|tz|pf|zu|ig\b",
    "fr": r"eau|eux|ait|[èêçàù]|qu|tion|ment\b|oi|ou[rsv]|aux\b|é[es]?\b",
    "es": r"ción|[ñáíóú]|ado\b|idad|ue[rns]|os\b|ar\b",
    "it": r"zione|gli|zz|cch|tà\b|are\b|[aeiou]re\b",
    "pt": r"ção|[ãõ]|nh|lh|ões|ar\b",
    "pl": r"[ąęłńśźż]|sz|cz|rz|ie\b|ow",
    "tr": r"[ığş]|lar|ler|yor|dı[rğ]|mek\b|mak\b",
    "ro": r"[ășțâ]|ul\b|lor\b|ea\b",
}
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru", "GREEK": "el", "HEBREW": "he", "CJK": "zh", "HANGUL": "ko"}
_FEWEST_LETTERS = 12
_FEWEST_OWN = 2
"""Words that are not Dutch and that a text with anything Dutch in it needs for another language: one may be a name."""


@cache
def _words() -> dict[str, tuple[str, ...]]:
    lines = files("burgerdata.text").joinpath("taalwoorden.txt").read_text("utf-8").splitlines()
    found: dict[str, list[str]] = {}
    for line in lines:
        taal, separator, words = line.partition(": ")
        if separator and not line.startswith("#"):
            for word in words.split():
                found.setdefault(word, []).append(taal)
    return {word: tuple(dict.fromkeys(talen)) for word, talen in found.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {taal: re.compile(groups) for taal, groups in _GROUPS.items()}


def detect_language(text: str) -> str:
    """Return the ISO code of the language of a text, or "onbekend" where it is too short to tell.

    Told apart are nl, en, de, fr, es, it, pt, pl, tr and ro, and by their script ar, ru, el, he, zh and ko. A word
    that several languages share counts for less. Short answers ("prima", "te duur") are "onbekend" unless their
    words say otherwise; they are treated as being in the language of the survey.

    Examples
    --------
    >>> detect_language("Het duurde veel te lang voordat ik antwoord kreeg")
    'nl'
    >>> detect_language("It took far too long before I got an answer"), detect_language("prima")
    ('en', 'onbekend')
    """
    script = None if text.isascii() else _script(text)
    if script is not None:
        return script
    lowered = unicodedata.normalize("NFC", text).replace("\u2019", "'").lower()
    words = _WORD.findall(lowered)
    if len(words) < 3 or sum(map(len, words)) < _FEWEST_LETTERS:
        return "onbekend"
    scores = _score(words, " ".join(words))
    top = max(scores.values())
    best = min(taal for taal, score in scores.items() if score == top)
    second = max((score for taal, score in scores.items() if taal != best), default=0.0)
    doubtful = best != "nl" and scores["nl"] > 0 and _count_own(words, best) < _FEWEST_OWN
    if top < 1.0 or top < 1.15 * second or doubtful:
        return "onbekend"
    return best


def _count_own(words: list[str], taal: str) -> int:
    """Return how many different words of a text are of this language and not of Dutch."""
    known = _words()
    parts = {part for word in words for part in ((word,) if word in known else word.split("'"))}
    return sum(taal in (talen := known.get(part, ())) and "nl" not in talen for part in parts)


def _script(text: str) -> str | None:
    letters = [char for char in text if char.isalpha()]
    # Latin letters, accents included, come before Greek ones.
    if not any(char >= "\u0370" for char in letters):
        return None
    names = Counter(unicodedata.name(char, "?").split()[0] for char in letters)
    name, n = names.most_common(1)[0]
    return _SCRIPTS.get(name) if 2 * n > len(letters) else None


def _score(words: list[str], joined: str) -> dict[str, float]:
    scores: dict[str, float] = defaultdict(float)
    known = _words()
    for word in words:
        for part in (word,) if word in known else word.split("'"):
            for taal in (talen := known.get(part, ())):
                scores[taal] += 1.0 / len(talen)
    for taal, pattern in _patterns().items():
        # Letter groups confirm; on their own they make no Italian of "De treinen via Leuven".
        if scores[taal] > 0 or taal == "nl":
            scores[taal] += 0.25 * len(pattern.findall(joined))
    return scores


def detect_main_language(texts: Iterable[str]) -> str:
    """Return the language of most of the texts; "nl" where none can be told.

    Examples
    --------
    >>> detect_main_language(["prima", "Ik vond het heel duidelijk", "It was not very clear to me"])
    'nl'
    """
    found = Counter(taal for taal in map(detect_language, texts) if taal != "onbekend")
    return min(found, key=lambda taal: (-found[taal], taal != "nl", taal)) if found else "nl"
