"""A word of the theme list behind 'geen', 'niet' or 'nooit' may deny the theme: counted, told, and read first."""

import numpy as np
import pandas as pd
import pytest

from burgerdata.analysis import code_fragmenten
from burgerdata.analysis.example import make_example
from burgerdata.analysis.ontkenning import is_ontkend, list_ontkend, state_ontkenning
from burgerdata.analysis.voorstellen import Raming
from burgerdata.codeerwerk.plan import rank_onzeker

LIJST = pd.DataFrame({"thema": ["Wachttijd"], "woorden_wel": ["wacht*"]})


@pytest.mark.parametrize(
    ("tekst", "ontkend"),
    [
        ("Ik heb geen last van wachttijden", True),
        ("Nooit hoeven wachten", True),
        ("Het is niet zo lang wachten", True),
        ("Ik vond het niet erg dat ik lang moest wachten", False),  # too far away to say
        ("Dat weet ik niet. Wachten duurt lang", False),
        ("Geen tijd, wachten duurt lang", False),
        ("Niet alleen de wachttijd", False),
        ("Wachten vind ik niet erg", False),
    ],
)
def test_a_negation_counts_within_three_words_of_the_same_part_of_a_sentence(tekst, ontkend):
    assert is_ontkend(tekst, tekst.lower().index("wacht")) is ontkend


def load(*teksten):
    t = make_example()
    eerste = t.fragmenten.iloc[[0] * len(teksten)].reset_index(drop=True)
    ids = [f"f{nr}" for nr in range(len(teksten))]
    fragmenten = eerste.assign(fragment_id=ids, tekst=list(teksten)).astype(t.fragmenten.dtypes)
    return code_fragmenten(t.replace_tabellen(fragmenten=fragmenten), LIJST)


def test_hits_that_may_say_the_opposite_are_counted():
    t = load("Lang wachten", "Geen last van wachten", "Niet wachten, en toch lang gewacht wachten")
    assert list_ontkend(t) == {"f1"}  # the third says it without a negation as well
    assert state_ontkenning(t) == "1 van de 3 treffers op trefwoord staat bij een ontkenning"


def test_without_a_negation_there_is_nothing_to_tell():
    assert state_ontkenning(load("Lang wachten", "wachttijd")) == ""


def test_a_coder_reads_such_texts_first():
    teksten = pd.DataFrame({"fragment_id": ["a", "b", "c"], "tekst": ["een lange tekst"] * 3})
    teksten["tekst"] += pd.Series([" a", " b", " c"])
    zekerheid = pd.DataFrame({"wachttijd": np.array([0.2, 0.5, 0.9])})
    raming = Raming(teksten, zekerheid, (frozenset(),) * 3, 20, frozenset(["c"]))
    assert rank_onzeker(raming) == ["c", "a", "b"]
