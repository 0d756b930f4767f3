"""Names in a column of names disappear from every text, whichever column says who it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from burgerdata.intake.seal_tabel import read_table_names
from burgerdata.pseudonyms import mask_text
from burgerdata.shapes import PERSOON
from tests.intake.test_seal import ZEGEL, make_tabel, seal

# namesakes ring more than once, so that the same few names come back
KLANTEN = [
    "Dhr. Zuidhof",
    "Mw. Tesfaye",
    "Dhr. Zuidhof",
    "Mw. Zuidhof",
    "Mw. Tesfaye",
    "Dhr. Van der Laan",
] * 2
TEKSTEN = [
    "Zuidhof wacht al weken",
    "brief aan mevrouw Tesfaye",
    "prima",
    "dhr Zuidhof belt",
    "prima",
    "zegt Van der Laan",
] * 2


@pytest.mark.parametrize(
    "kop", ["Naam klant", "Klantnaam", "naam van de cliënt", "Contact", "Beller", "Klant"]
)
@pytest.mark.parametrize("persoon", ["", "Zaak"])
def test_names_that_come_back_are_masked_whatever_column_tells_the_person(kop: str, persoon: str) -> None:
    tabel = make_tabel({"Zaak": [f"WI-{nr}" for nr in range(12)], kop: KLANTEN, "tekst": TEKSTEN})
    frame, logboek = seal(tabel, replace(ZEGEL, persoon=persoon))
    assert frame["tekst"].tolist()[:6] == [
        "[naam] wacht al weken", "brief aan mevrouw [naam]", "prima", "dhr [naam] belt", "prima", "zegt [naam]",
    ]  # fmt: skip
    assert kop not in frame
    assert kop in logboek.loc[logboek["reden"].eq("kolom_persoonsgegeven"), "kolom"].tolist()
    assert frame[PERSOON].nunique() == 12


def test_a_column_of_salutations_or_of_squares_called_after_people_stays() -> None:
    kolommen = {
        "Aanhef": ["Dhr.", "Mw.", "Mw."],
        "Waar sprak u ons?": ["Mr. Visserplein", "Dr. Schaepmanstraat", "Markt"],
    }
    frame, _ = seal(make_tabel({**kolommen, "Met wie": ["Familie en vrienden", "Heer, mevrouw", "Alleen"]}))
    assert {"Aanhef", "Waar sprak u ons?", "Met wie"} <= {*frame}


def test_an_answer_that_begins_with_the_letters_of_a_title_is_no_name() -> None:
    kolommen = {
        "Met wie woont u? - FAMILIE": ["FAMILIE", "", "FAMILIE", ""],
        "Hoe was het?": ["DRUK", "DRUKKER", "RUSTIG", "DRUK"],
        "Waar mist u een bankje?": ["Dr. Kuyperdreef", "Prof. Kaiserweg", "Mr. Troelstrahof", ""],
        "Bankje": ["Dr. Kuyperdreef", "Prof. Kaiserweg", "Mr. P.J. Troelstrasingel", ""],
        "nationaliteit": ["IRAK", "IRAN", "SYRIE", "IRAK"],
        "Waar komt u vandaan?": ["HEERENVEEN", "DRACHTEN", "DRIEBERGEN", "EDE"],
        "Met wie": ["FAMILIE EN VRIENDEN", "FAMILIE OF BUREN", "", ""],
    }
    weg = {
        "Contact": ["DHR. ZUIDHOF", "MW TESFAYE", "Dr. Westerhof", ""],
        "Behandelaar": ["Dhr.Zuidhof", "Dr. Overweg", "dr. Tesfaye", "De heer en mevrouw Westerhof"],
    }
    frame, _ = seal(make_tabel(kolommen | weg))
    assert list(frame)[3:] == [*kolommen]


def test_the_title_before_a_known_name_is_no_name_itself() -> None:
    assert mask_text("de mevrouw en de heer aan de balie", namen=["Mevrouw Zuidhof", "De heer Tesfaye"])[
        0
    ] == ("de mevrouw en de heer aan de balie")


def test_a_surname_in_a_column_of_its_own_is_no_first_name() -> None:
    tabel = make_tabel(
        {
            "Voornaam": ["Jan", "Parel", "Els", ""],
            "Achternaam": ["Water", "Straat", "Licht", "Bank"],
            "tekst": [
                "Water staat te hoog in de straat",
                "parel zei dat licht ontbreekt",
                "een bank bij het water",
                "Jan Water en meneer Bank",
            ],
        }
    )
    assert set(read_table_names(tabel, ZEGEL)) == {"Jan Water", "Parel Straat", "Els Licht", "Bank"}
    frame, _ = seal(tabel, replace(ZEGEL, namen=read_table_names(tabel, ZEGEL)))
    assert frame["tekst"].tolist() == [
        "Water staat te hoog in de straat",
        "[naam] zei dat licht ontbreekt",
        "een bank bij het water",
        "[naam] en meneer [naam]",
    ]


def test_a_speaker_of_one_word_that_is_an_ordinary_word_takes_no_words_away() -> None:
    namen = ["Water", "Fatima", "Wopke"]
    assert mask_text("het water staat hoog", namen=namen)[0] == "het water staat hoog"
    assert mask_text("dat zei Water, en fatima en wopke ook", namen=namen)[0] == (
        "dat zei [naam], en [naam] en [naam] ook"
    )
