"""Which labels say that somebody has no answer, and which are an answer."""

import pytest

from burgerdata.instruments.statuses import classify_label


@pytest.mark.parametrize(
    "label",
    [
        "Weet ik niet meer",
        "Dat weet ik niet meer",
        "ik weet het niet",
        "Ik weet het (nog) niet",
        "Weet ik niet precies meer",
        "Zou ik niet weten",
        "Kan ik me niet herinneren",
        "Kan ik mij niet (meer) herinneren",
        "Herinner ik me niet",
        "Kan ik niet inschatten",
        "Weet niet (niet voorlezen)",
        "weet_ik_niet_meer",
        "Don't remember",
    ],
)
def test_who_does_not_remember_does_not_know(label: str) -> None:
    assert classify_label(label) == "weet_niet"


@pytest.mark.parametrize(
    "label",
    [
        "Ik wist niet dat het kon",
        "Ik weet niet hoe ik moet reageren",
        "Vergeten",
        "Ik ben het vergeten",
        "Ik weet het zeker",
        "Niet meer nodig",
        "Kan niet wachten",
        "Anders of weet ik niet meer",
        "Herinnering ontvangen",
    ],
)
def test_an_answer_with_such_words_in_it_stays_an_answer(label: str) -> None:
    assert classify_label(label) == "geldig"
