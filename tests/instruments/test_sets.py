"""Columns of 0 and 1 that a form tool named after their question and their option are one question with several answers."""

from __future__ import annotations

import pytest

from burgerdata.instruments.sets import recognise_sets
from burgerdata.shapes import Kolom

KOBO = {
    "knelpunten": ["kosten", "kosten te_snel", ""],
    "knelpunten/kosten": ["1", "1", "0"],
    "knelpunten/te_snel": ["0", "1", "0"],
    "houding": ["positief", "negatief", "neutraal"],
}
ODK = {
    "vervoer": ["bus", "fiets", "bus fiets"],
    "vervoer.bus": ["True", "False", "True"],
    "vervoer.fiets": ["False", "True", "True"],
}


@pytest.mark.parametrize(
    ("kolommen", "vraag", "labels", "aantallen"),
    [(KOBO, "knelpunten", ["kosten", "te snel"], [2, 1]), (ODK, "vervoer", ["bus", "fiets"], [2, 2])],
)
def test_they_are_read_as_one_question_and_the_column_with_all_choices_is_not(
    bouw, tabel, kolommen, vraag, labels, aantallen
):
    tabellen = bouw(tabel(kolommen))
    vragen = tabellen["vragen"].set_index("vraag_id")
    assert vragen.index.astype("str").tolist() == [vraag, *(["houding"] if "houding" in kolommen else [])]
    assert vragen.loc[vraag, "soort"] == "meer_antwoorden"
    opties = tabellen["opties"][tabellen["opties"]["vraag_id"].eq(vraag)]
    assert opties["label"].tolist() == labels
    gekozen = tabellen["antwoorden"][tabellen["antwoorden"]["vraag_id"].eq(vraag)]["code"].dropna()
    assert [int(gekozen.astype("str").eq(str(code)).sum()) for code in opties["code"]] == aantallen


@pytest.mark.parametrize(
    "kolommen",
    [
        {"Huur/koop": ["0", "1", "1"], "Cijfer": ["7", "8", "6"]},
        {"druk/ochtend": ["0", "1", "5"], "druk/avond": ["2", "3", "1"]},
        {"groep/a": ["0", "1", ""], "groep/b": ["1", "", "1"]},
        {"veiligheid/overdag": ["0", "1", "1"], "veiligheid/avond": ["1", "0", "1"]},
        {"q1.a": ["0", "1", "1"], "q1.b": ["1", "0", "1"]},
        {"v-1": ["0", "1", "1"], "v-2": ["1", "0", "1"], "v": ["goed", "slecht", "goed"]},
    ],
)
def test_other_columns_with_such_a_sign_in_their_name_stay_questions_of_their_own(tabel, kolommen):
    gelezen = recognise_sets(tabel(kolommen))
    assert not any(kolom.set_naam or kolom.soort for kolom in gelezen.kolommen)


TYPEFORM = {
    "Cijfer": ["7", "8", "6", "9"],
    "Aan de balie": ["Aan de balie", "Aan de balie", "", ""],
    "Telefonisch": ["", "Telefonisch", "Telefonisch", ""],
    "Wat kan beter?": ["snelheid", "", "taal", ""],
}


def test_neighbours_that_hold_their_own_header_are_one_question_of_what_was_chosen(bouw, tabel):
    tabellen = bouw(tabel(TYPEFORM))
    vraag = tabellen["vragen"].set_index("vraag_id").loc["aan_de_balie"]
    assert (vraag["soort"], vraag["tekst"]) == ("meer_antwoorden", "Aan de balie, Telefonisch")
    gekozen = tabellen["antwoorden"][tabellen["antwoorden"]["vraag_id"].eq("aan_de_balie")]["code"]
    assert gekozen.dropna().astype("str").value_counts().to_dict() == {"Aan de balie": 2, "Telefonisch": 2}


def test_who_chose_an_option_called_nee_chose_something(bouw, tabel):
    antwoorden = bouw(
        tabel({"Afval": ["Afval", "", ""], "Nee": ["", "Nee", "nee"], "Cijfer": ["7", "8", "6"]})
    )["antwoorden"]
    gekozen = antwoorden[antwoorden["vraag_id"].eq("afval")]
    assert gekozen["code"].astype("str").tolist() == ["Afval", "Nee", "Nee"]
    assert gekozen["status"].astype("str").tolist() == ["gegeven"] * 3


def test_neighbours_of_which_nobody_chose_in_both_are_two_questions(tabel):
    over = {"Afval": "110000", "Parkeren": "101000", "Bus": "000110", "Fiets": "000101", "Geen": "000000"}
    cellen = {naam: [naam if teken == "1" else "" for teken in tekens] for naam, tekens in over.items()}
    gelezen = recognise_sets(tabel({**cellen, "Cijfer": list("789678")}))
    assert [kolom.set_naam for kolom in gelezen.kolommen] == ["Afval", "Afval", "Bus", "Bus", "", ""]


def test_an_option_that_excludes_the_others_stays_with_them(tabel):
    over = {"Afval": "1100", "Parkeren": "1010", "Geen": "0001", "Weet niet": "0000"}
    cellen = {naam: [naam if teken == "1" else "" for teken in tekens] for naam, tekens in over.items()}
    gelezen = recognise_sets(tabel({**cellen, "Cijfer": list("7896")}))
    assert [kolom.set_naam for kolom in gelezen.kolommen] == ["Afval", "Afval", "Afval", "", ""]


def test_one_column_that_holds_its_own_header_stays_a_question(tabel):
    gelezen = recognise_sets(tabel({"Cijfer": ["7", "8"], "Akkoord": ["Akkoord", ""]}))
    assert not any(kolom.set_naam for kolom in gelezen.kolommen)


JA_NEE = {"0": "Nee", "1": "Ja"}
DEED = "Wat deed u tijdens het wachten? - "


def test_yes_and_no_to_the_options_of_one_question_are_one_question(bouw, tabel):
    extra = {
        f"q2_{nr}": Kolom(f"q2_{nr}", DEED + optie, JA_NEE)
        for nr, optie in ((1, "Gebeld"), (2, "Hulp gezocht"))
    }
    tabellen = bouw(tabel({"q2_1": ["1", "1", "0", ""], "q2_2": ["0", "1", "0", ""]}, extra=extra))
    assert tabellen["vragen"]["soort"].tolist() == ["meer_antwoorden"]
    assert tabellen["vragen"]["tekst"].tolist() == ["Wat deed u tijdens het wachten?"]
    assert tabellen["opties"]["label"].tolist() == ["Gebeld", "Hulp gezocht"]
    # the third answered and did neither, the fourth was not asked
    status = tabellen["antwoorden"]["status"].astype("str").tolist()
    assert status == ["gegeven", "gegeven", "gegeven", "geen_gekozen", "leeg_onbekend"]


def test_headers_of_a_table_made_by_hand_say_so_too(bouw, tabel):
    kop = "Wat deed u? (meer antwoorden mogelijk) - "
    tabellen = bouw(tabel({kop + "Gebeld": ["ja", "ja", "nee"], kop + "Gemaild": ["nee", "ja", "nee"]}))
    assert tabellen["vragen"]["soort"].tolist() == ["meer_antwoorden"]
    assert tabellen["opties"]["label"].tolist() == ["Gebeld", "Gemaild"]
    assert tabellen["antwoorden"]["status"].astype("str").tolist() == ["gegeven"] * 3 + ["geen_gekozen"]


@pytest.mark.parametrize(
    "kolommen",
    [
        pytest.param(
            {"Heeft u een auto?": ["ja", "nee"], "Heeft u een fiets?": ["nee", "ja"]}, id="two questions"
        ),
        pytest.param(
            {"Lukte het? - bellen": ["ja", "", "nee"], "Lukte het? - mailen": ["", "ja", "nee"]},
            id="asked of others",
        ),
        pytest.param(
            {
                "Vertrouwt u deze? - Gemeente": ["ja", "nee"] * 50,
                "Vertrouwt u deze? - Politie": ["ja", "nee"] * 48 + [""] * 4,
            },
            id="some skipped one",
        ),
        pytest.param(
            {"Lukte het? - bellen": ["ja", "nee", "weet niet"], "Lukte het? - mailen": ["ja", "nee", "ja"]},
            id="don't know",
        ),
        pytest.param(
            {"Kent u dit? - bellen": ["ja", "nee"], "Deed u dit? - bellen": ["ja", "nee"]},
            id="unlike questions",
        ),
    ],
)
def test_other_questions_with_yes_and_no_stay_questions(tabel, kolommen):
    assert not any(kolom.set_naam for kolom in recognise_sets(tabel(kolommen)).kolommen)
