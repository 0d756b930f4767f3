"""The exit form of the kit: its statements stand on 1 to 5, whatever steps the people who filled it in used."""

from __future__ import annotations

import pytest

import burgerdata as bd
from burgerdata.toelichting import read_toelichting

P1 = "P1 Duidelijk wat er werd gevraagd"
P4 = "P4 Iedereen kon evenveel zeggen"
P6 = "P6 Op tijd betrokken"


@pytest.fixture(scope="module")
def exit_(tmp_path_factory: pytest.TempPathFactory) -> bd.Traject:
    """Forty forms: nobody gave P1 less than 3, nobody gave P6 more than 4; P8 is a grade with halves."""
    map_ = tmp_path_factory.mktemp("exit")
    rijen = [
        f"{nr};{nr % 3 + 3};{nr % 5 + 1};{4 if nr <= 10 else nr % 3 + 1};{'7,5' if nr == 1 else nr % 10 + 1}"
        for nr in range(1, 41)
    ]
    kop = f"nr;{P1};{P4};{P6};P8 Past bij verwachting (1-10)"
    (map_ / "exit.csv").write_text("\n".join([kop, *rijen]) + "\n", "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "utf-8")
    (map_ / "traject.toml").write_text(
        '[[levering]]\nnaam = "exit"\ninstrument = "burgerberaad"\nmetingen = { na = "exit.csv" }\n', "utf-8"
    )
    return bd.load_traject(map_)


def test_the_scale_is_that_of_the_form_and_not_of_the_answers_given(exit_: bd.Traject) -> None:
    opties = exit_.opties.astype({"vraag_id": "str", "label": "str"}).groupby("vraag_id")["label"].agg(list)
    for vraag in exit_.vragen.loc[exit_.vragen["gebruik"].isin(("P1", "P4", "P6")), "vraag_id"]:
        assert opties[vraag] == ["1", "2", "3", "4", "5"]


def test_only_a_four_or_a_five_agrees_where_nobody_gave_a_five(exit_: bd.Traject) -> None:
    namen = exit_.vragen.loc[exit_.vragen["gebruik"].isin(("P1", "P4", "P6")), "vraag_id"].tolist()
    tabel = bd.summarise_stellingen(exit_, vragen=namen)
    op_tijd = tabel[tabel["vraag_id"].eq(namen[2]) & tabel["label"].isin(("4", "5"))]
    assert op_tijd["n"].sum() == 10  # the first ten forms


def test_statements_and_the_grade_beside_them_are_told_in_a_table_of_their_own(exit_: bd.Traject) -> None:
    antwoord = bd.beantwoord(exit_, "ev7")
    assert "antwoordschalen" not in antwoord.ontbreekt
    tellen = [tabel["kort"].nunique() for tabel in antwoord.tabellen.values() if "netto" in tabel]
    assert tellen == [3, 1]


def test_what_people_said_of_speaking_time_and_being_on_time_stands_in_the_scorecard(
    exit_: bd.Traject,
) -> None:
    kaart = bd.score_indicatoren(exit_).set_index("id")
    assert kaart.loc["P4", "tekst"] == "16 van de 40"  # a 4 or a 5: two in every five forms
    assert kaart.loc["P6", "tekst"] == "10 van de 40"
    assert kaart.loc[["P4", "P6"], "indicator"].tolist() == [
        "iedereen kon evenveel zeggen",
        "op tijd betrokken",
    ]
    assert not any("P4 " in noot for noot in read_toelichting(kaart).noten)  # nothing was counted of words
