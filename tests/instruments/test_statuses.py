"""Which labels say that somebody has no answer, and which are an answer."""

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.instruments.statuses import classify_label, list_answers


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


@pytest.mark.parametrize(
    ("labels", "antwoorden"),
    [
        (["Zeer bekend", "Enigszins bekend", "Niet bekend"], 3),
        (["Bekend", "Onbekend"], 2),
        (["Man", "Vrouw", "Onbekend"], 2),
        (["Zeer bekend", "Weet niet"], 1),
    ],
)
def test_not_known_is_an_answer_only_where_other_answers_tell_how_well_something_is_known(
    labels: list[str], antwoorden: int
) -> None:
    assert list_answers(labels) == labels[:antwoorden]


def test_who_does_not_know_of_something_counts_among_all_who_answered(tmp_path: Path) -> None:
    gezegd = ["Zeer bekend"] * 30 + ["Enigszins bekend"] * 40 + ["Niet bekend"] * 30
    rijen = [f"{1000 + 3 * nr};{label}" for nr, label in enumerate(gezegd)]
    (tmp_path / "e.csv").write_text("\n".join(["respondentnr;Hoe bekend bent u met de regeling?", *rijen]))
    t = bd.read_bestand(tmp_path / "e.csv", instrument="enquete")
    assert t.opties["label"].tolist() == ["Niet bekend", "Enigszins bekend", "Zeer bekend"]
    geteld = t.antwoorden[t.antwoorden["status"].eq("gegeven")]["code"].astype("str").value_counts()
    assert geteld.to_dict() == {"Enigszins bekend": 40, "Zeer bekend": 30, "Niet bekend": 30}
