"""What the top of traject.toml says of every delivery."""

import pytest

from burgerdata.loading.toml import read_instellingen

TWEE = """
[[levering]]
instrument = "enquete"
bestand = "a.csv"
fase = "?"

[[levering]]
instrument = "enquete"
bestand = "b.csv"
trede = "adviseren"
"""


@pytest.fixture
def lees(tmp_path):
    def read(boven):
        for naam in ("a.csv", "b.csv"):
            (tmp_path / naam).write_text("v1\n1\n", "utf-8")
        (tmp_path / "traject.toml").write_text(boven + TWEE, "utf-8")
        return read_instellingen(tmp_path / "traject.toml")

    return read


def test_a_delivery_that_says_nothing_has_what_the_top_says(lees):
    instellingen, problemen = lees('trede = "raadplegen"\nuitvoerder = "Bureau X"\n')
    eerste, tweede = instellingen.leveringen
    assert problemen == []
    assert (eerste.trede, tweede.trede) == ("raadplegen", "adviseren")
    assert (eerste.uitvoerder, tweede.uitvoerder) == ("Bureau X", "Bureau X")
    assert "trede van enquete1" not in instellingen.niet_opgegeven


def test_a_question_mark_in_a_delivery_says_nothing(lees):
    instellingen, _ = lees('fase = "praktijk"\nwerving = "panel"\n')
    assert [levering.fase for levering in instellingen.leveringen] == ["praktijk", "praktijk"]
    assert [levering.werving for levering in instellingen.leveringen] == ["panel", "panel"]


def test_a_question_mark_at_the_top_leaves_it_open_for_each_delivery(lees):
    instellingen, problemen = lees('trede = "?"\n')
    assert problemen == []
    assert [levering.trede for levering in instellingen.leveringen] == ["", "adviseren"]
    assert "trede van enquete1" in instellingen.niet_opgegeven
    assert "trede" not in instellingen.niet_opgegeven


def test_a_wrong_word_at_the_top_is_told_once_with_its_own_line(lees):
    _, problemen = lees('titel = "Proef"\ntrede = "advies"\n')
    assert [str(probleem).partition("; ")[0] for probleem in problemen] == [
        "traject.toml, rij 2, kolom 'trede': dit woord hoort niet in de lijst"
    ]
