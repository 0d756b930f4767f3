"""Dots that people stuck on ideas: a count per idea, and no answers of people."""

from __future__ import annotations

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject

KLEUREN = "Idee;Tafel;stickers groen (Zuid);stickers blauw (Noord);totaal\nMeer banken;1;32;16;48\nLater open;2;14;17;31\n"
TAFELS = "Voorstel;Tafel 1;Tafel 2\nMeer banken;3;4\nLater open;1;0\n"
KLEURTAFELS = "Idee;Tafel rood;Tafel geel\nMeer banken;3;4\nLater open;1;0\n"
BUURTEN = "Idee;Noord;Zuid;Oost\nMeer banken;3;4;2\nLater open;1;0;5\n"
EEN = "Stelling;Stippen bewoners\nMeer banken;12\nLater open;8\n"
ZONDER_TOTAAL = "Idee;Stickers Zuid;Stickers Noord\nMeer banken;3;4\nLater open;1;0\n"
ENQUETE = "nr;idee;Leeftijd;totaal tevreden?\n1;meer banken;34;7\n2;later open;45;8\n3;meer banken;51;6\n"


@pytest.mark.parametrize(
    ("tekst", "samen"), [(KLEUREN, [48, 31]), (TAFELS, [7, 1]), (KLEURTAFELS, [7, 1]), (EEN, [12, 8])]
)
def test_ideas_with_their_dots_are_a_burgerdialoog_and_load_as_drafted(tekst, samen, tmp_path):
    (tmp_path / "stippen.csv").write_text(tekst, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["burgerdialoog: stippen"]
    per_idee = load_traject(tmp_path).tellingen.groupby("vraag_id", observed=True, sort=False)["aantal"].sum()
    assert per_idee.tolist() == samen


def test_of_dots_in_two_colours_the_total_counts_and_nieuw_asks_whether_it_may(tmp_path):
    (tmp_path / "stippen.csv").write_text(KLEUREN, "utf-8")
    let_op = propose_traject(tmp_path).bestanden["let_op"].tolist()
    assert let_op == [
        "? van de stippen ('stickers groen (Zuid)' en 'stickers blauw (Noord)') telt 'totaal': klopt dat"
    ]


def test_without_a_total_two_colours_are_not_added_up(tmp_path):
    (tmp_path / "stippen.csv").write_text(ZONDER_TOTAAL, "utf-8")
    gezien = propose_traject(tmp_path).gezien
    assert gezien[0].startswith("stippen.csv: stippen in meer kolommen, zonder kolom met het totaal")


def test_a_survey_with_an_idea_of_each_person_has_no_dots(tmp_path):
    (tmp_path / "e.csv").write_text(ENQUETE, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").tolist() == [True]


KOP = '[[levering]]\nnaam = "avond"\ninstrument = "burgerdialoog"\nonderdelen = { stippen = "ruw/s.csv" }\n'


def test_a_list_of_columns_with_dots_is_a_column_per_table_and_all_of_them_count(maak_map):
    toml = KOP + 'kolommen = { stelling = "Idee", stippen = ["Noord", "Zuid", "Oost"] }\n'
    geteld = load_traject(maak_map(toml, ruw={"s.csv": BUURTEN})).tellingen
    per_tafel = list(zip(geteld["groep"].astype("str"), geteld["aantal"], strict=True))
    assert per_tafel == [("Noord", 3), ("Zuid", 4), ("Oost", 2), ("Noord", 1), ("Zuid", 0), ("Oost", 5)]


def test_dots_in_columns_that_nobody_named_are_asked_for_as_a_list(maak_map):
    with pytest.raises(ContractError, match=r'een kolom per tafel: stippen = \["…", "…"\]'):
        load_traject(maak_map(KOP, ruw={"s.csv": BUURTEN}))


def test_more_columns_than_a_field_is_read_from_are_refused_and_not_dropped(maak_map):
    toml = KOP + 'kolommen = { stelling = ["Idee", "Noord"], stippen = "Zuid" }\n'
    with pytest.raises(
        ContractError,
        match=r"bij kolommen.stelling .* staan 2 kolommen van 'stippen', en er wordt één gelezen",
    ):
        load_traject(maak_map(toml, ruw={"s.csv": BUURTEN}))
