"""Words keep their negations, lemmas are those of a dictionary, and compounds fall apart where a reader would."""

from __future__ import annotations

import pytest

from burgerdata.text import count_duplicates, lemmatize, tokenize, tokenize_texts
from burgerdata.text.compounds import split_compound
from burgerdata.text.stopwords import NEGATIONS, read_stop_words


def test_negations_are_never_a_stop_word() -> None:
    words = read_stop_words()
    assert not words & (NEGATIONS | {"moeten", "kunnen", "minder", "meer"})
    assert tokenize_texts(["Ik kon er niet en nooit in, géén idee waarom"])[0][:3] == [
        "kunnen",
        "niet",
        "nooit",
    ]


def test_words_with_apostrophe_hyphen_and_digits_stay_whole() -> None:
    assert tokenize("Thema\u2019s, e-mail; 2x C&A") == ["thema's", "e-mail", "2x", "c&a"]


@pytest.mark.parametrize(
    ("woord", "lemma"),
    [
        ("wachttijden", "wachttijd"),
        ("websites", "website"),
        ("liep", "lopen"),
        ("thema's", "thema"),
        ("géén", "geen"),
        ("ingelogd", "inloggen"),
        ("politiebureaus", "politiebureau"),
        ("xyzzyq", "xyzzyq"),
    ],
)
def test_a_lemma_is_the_word_of_the_dictionary(woord: str, lemma: str) -> None:
    assert lemmatize([woord]) == {woord: lemma}


COMPOUNDS = {
    "wachttijd": ("wachten", "tijd"),
    "aangifteformulier": ("aangifte", "formulier"),
    "politiebureau": ("politie", "bureau"),
    "verkeersveiligheid": ("verkeer", "veiligheid"),
    "telefoonnummer": ("telefoon", "nummer"),
    "gemeentehuis": ("gemeente", "huis"),
    "fietspad": ("fietsen", "pad"),
    "woningnood": ("woning", "nood"),
    "openingstijd": ("opening", "tijd"),
    "digid-app": ("digid", "app"),
}
SIMPLE = [
    "betaalbaarheid",
    "bereikbaarheid",
    "vertrouwen",
    "onderhoud",
    "medewerker",
    "informatie",
    "duidelijk",
    "digitaal",
]


@pytest.mark.parametrize(("woord", "delen"), COMPOUNDS.items())
def test_a_compound_falls_apart_where_a_reader_would_break_it(woord: str, delen: tuple[str, ...]) -> None:
    assert split_compound(woord) == delen


@pytest.mark.parametrize("woord", SIMPLE)
def test_a_simple_word_is_left_whole(woord: str) -> None:
    assert split_compound(woord) == ()


def test_duplicates_are_counted_once_and_weighed() -> None:
    texts = ["Te DUUR", "te duur!!", "Goed", "té duur", "-", "-"]
    found = count_duplicates(texts)
    assert found["tekst"].tolist() == ["Te DUUR", "Goed", "-"]
    assert found["gewicht"].tolist() == [3, 1, 2]
    assert found["gewicht"].sum() == len(texts)
