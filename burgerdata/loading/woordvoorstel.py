"""Words and pairs of words that come back in what people wrote or said: what a proposal of themes is made of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from burgerdata.cellen import is_filled
from burgerdata.loading.drafts import Concept
from burgerdata.shapes import PERSOON, RIJ, Tabel
from burgerdata.text.nonanswers import is_non_answer
from burgerdata.text.stopwords import read_stop_words
from burgerdata.text.tokens import lemmatize, tokenize

MINST = 5
"""A word that fewer people used is no theme, and may tell who they are."""
_MEESTE_WOORDEN, _MEESTE_PAREN = 120, 60
_MEESTE_TEKSTEN = 4_000
"""Texts of a column that are looked at: more would cost time and change little."""
_KORTST = 4
_MASKER = re.compile(r"\[[^\]]*\]")
_LEEG = frozenset(
    [
        "niet",
        "geen",
        "goed",
        "goede",
        "slecht",
        "slechte",
        "mooi",
        "graag",
        "echt",
        "vaak",
        "soms",
        "altijd",
        "nooit",
        "steeds",
        "gewoon",
        "mensen",
        "beter",
        "beste",
        "minder",
        "zeker",
        "moeten",
        "kunnen",
        "willen",
        "worden",
        "krijgen",
        "geven",
        "vinden",
        "weten",
        "zeggen",
        "laten",
        "gaan",
        "komen",
        "maken",
        "doen",
        "hebben",
        "zijn",
        "staan",
        "zitten",
        "lang",
        "lange",
        "veel",
        "niks",
        "niets",
        "iets",
        "dingen",
        "keer",
        "weer",
        "soort",
        "beetje",
        "misschien",
        "helemaal",
        "eigenlijk",
        "verder",
        "alleen",
        "anders",
        "eerst",
        "even",
        "waar",
        "hoeven",
        "denken",
        "blijven",
        "lopen",
        "kijken",
        "nieuw",
        "vooral",
        "fijn",
        "prima",
        "jaar",
        "maand",
        "week",
        "dagen",
        "ieder",
        "iedereen",
        "iemand",
        "blij",
        "hopen",
        "nodig",
        "zien",
        "vragen",
        "vraag",
        "antwoord",
        "zorgen",
        "houden",
        "zetten",
        "elkaar",
        "helft",
        "twee",
        "drie",
        "vier",
        "vorig",
        "vorige",
        "alsnog",
        "mevrouw",
        "mevr",
        "klant",
        "client",
        "cliente",
        "cliënt",
        "cliënte",
        "meneer",
        "ander",
        "andere",
        "liggen",
        "weinig",
        "savonds",
        "staat",
        "langs",
        "terug",
    ]
)
"""Words that many people use about anything."""


@dataclass(frozen=True)
class Woord:
    """A word, or a pair of words that stand together: who used it, and the forms in which they wrote it, the first most."""

    lemmas: tuple[str, ...]
    mensen: frozenset[str]
    vormen: tuple[str, ...]

    @property
    def naam(self) -> str:
        """The form that was written most."""
        return self.vormen[0]


def find_woorden(concepten: Sequence[Concept]) -> tuple[list[Woord], frozenset[str]]:
    """Return the words and pairs that at least five people used in their own words, the most used first, and all words.

    Names were masked in reading.
    """
    mensen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    vormen: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    teksten = [(wie, _split(tekst)) for wie, tekst in _list_teksten(concepten) if not is_non_answer(tekst)]
    alle = frozenset(woord for _, delen in teksten for deel in delen for woord in deel)
    lemmas = lemmatize(sorted(filter(_says, alle)))
    for wie, delen in teksten:
        for sleutel, vorm in _list_sleutels(delen, lemmas):
            mensen[sleutel].add(wie)
            vormen[sleutel][vorm] += 1
    vaak = [
        Woord(sleutel, frozenset(wie), tuple(vorm for vorm, _ in vormen[sleutel].most_common()))
        for sleutel, wie in mensen.items()
        if len(wie) >= MINST
    ]
    vaak.sort(key=lambda woord: (-len(woord.mensen), woord.lemmas))
    los = [woord for woord in vaak if len(woord.lemmas) == 1][:_MEESTE_WOORDEN]
    paren = [woord for woord in vaak if len(woord.lemmas) > 1][:_MEESTE_PAREN]
    return sorted([*los, *paren], key=lambda woord: (-len(woord.mensen), woord.lemmas)), alle


def _split(tekst: str) -> list[list[str]]:
    """Return the words of each part of a text: a pair does not reach over a mark or over what was masked."""
    return [tokenize(deel) for deel in re.split(r"[.,;:!?\n()]+", _MASKER.sub(".", tekst)) if deel.strip()]


def _says(woord: str) -> bool:
    """Return whether a word may be what a text is about."""
    return len(woord) >= _KORTST and woord.isalpha() and woord not in read_stop_words() and woord not in _LEEG


def _list_sleutels(
    delen: Sequence[Sequence[str]], lemmas: Mapping[str, str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield each word and each pair that stands together, by its lemmas and as it was written."""
    for deel in delen:
        goed = [woord if woord in lemmas and lemmas[woord] not in _LEEG else "" for woord in deel]
        yield from (((lemmas[woord],), woord) for woord in goed if woord)
        yield from (((lemmas[a], lemmas[b]), f"{a} {b}") for a, b in pairwise(goed) if a and b)


def _list_teksten(concepten: Sequence[Concept]) -> Iterator[tuple[str, str]]:
    """Yield who and what, of every open question, message, note that was put down, and turn of a talk."""
    for nummer, concept in enumerate(concepten):
        namen = _list_kolommen(concept)
        for lid in concept.bundel.leden:
            for tabel in lid.lezing.tabellen if lid.lezing else ():
                yield from _read_teksten(tabel, namen, f"{nummer}")
            if lid.gesprek is not None:
                gezegd = lid.gesprek.gezegd
                gezegd = gezegd[~gezegd["gespreksleider"] & gezegd[PERSOON].ne("")]
                yield from (
                    (f"{nummer} {lid.bestand} {wie}", str(tekst))
                    for wie, tekst in zip(gezegd[PERSOON], gezegd["tekst"], strict=True)
                )


def _list_kolommen(concept: Concept) -> set[str]:
    open_ = {kop for vraag in concept.vragen if vraag.soort == "open" for kop in vraag.kolommen}
    genoemd = (concept.levering.kolommen.get(rol, ()) for rol in ("open", "bericht"))
    return open_ | {kop for koppen in genoemd for kop in koppen}


def _read_teksten(tabel: Tabel, namen: set[str], voor: str) -> Iterator[tuple[str, str]]:
    frame = tabel.frame
    for kolom in tabel.kolommen:
        if kolom.naam not in namen and kolom.veld != "bericht":
            continue
        gevuld = frame[is_filled(frame[kolom.naam])].head(_MEESTE_TEKSTEN)
        personen = gevuld[PERSOON].astype("str") if PERSOON in gevuld else pd.Series("", index=gevuld.index)
        for wie, rij, tekst in zip(personen, gevuld[RIJ], gevuld[kolom.naam], strict=True):
            yield f"{voor} {wie or rij}", str(tekst)
