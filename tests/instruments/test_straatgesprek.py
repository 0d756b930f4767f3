import pytest

from burgerdata.errors import ContractError
from burgerdata.instruments import Vraagregel, Vragenlijst

KOLOMMEN = {
    "datum": ("Datum",),
    "tijd": ("Tijd",),
    "plaats": ("Plek",),
    "leeftijd_geschat": ("Leeftijd (geschat)",),
    "personen": ("Aantal",),
    "weigeringen": ("Geen tijd",),
    "open": ("Wat valt u op?",),
}
RIJEN = {
    "Datum": ["3-7-2026", "4-7-2026", ""],
    "Tijd": ["10.05", "14:30", ""],
    "Plek": ["Markt  Ede", "Markt Ede", "Station"],
    "Leeftijd (geschat)": ["50-64", "onbekend", "18-34"],
    "Aantal": ["1", "2", ""],
    "Geen tijd": ["8", "", "3"],
    "Wat valt u op?": ["de rommel", "", "Niets."],
    "Code": ["1a", "", "2"],
}


def test_a_talk_is_the_unit_and_the_place_its_group(bouw, tabel):
    tabellen = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN)
    assert tabellen["activiteiten"]["eenheid"].tolist() == ["gesprek"]
    assert tabellen["deelnemers"]["groep"].tolist() == ["Markt Ede", "Markt Ede", "Station"]
    assert tabellen["deelnemers"]["personen"].tolist() == [1, 2, 1]


def test_a_place_in_capitals_or_with_spaces_more_is_the_same_place(bouw, tabel):
    rijen = RIJEN | {"Plek": ["markt ede", "Markt  Ede", "Markt Ede "]}
    tabellen = bouw(tabel(rijen), instrument="straatgesprek", kolommen=KOLOMMEN)
    assert tabellen["deelnemers"]["groep"].unique().tolist() == ["Markt Ede"]
    assert tabellen["tellingen"]["groep"].unique().tolist() == ["Markt Ede"]


def test_two_columns_for_the_place_are_refused_and_not_one_of_them_dropped(bouw, tabel):
    rijen = RIJEN | {"Wijk": ["Oost", "Oost", "West"]}
    with pytest.raises(ContractError, match=r"bij kolommen.plaats .* 2 kolommen, .* één van 'Plek', 'Wijk'"):
        bouw(tabel(rijen), instrument="straatgesprek", kolommen=KOLOMMEN | {"plaats": ("Plek", "Wijk")})


def test_what_was_said_is_a_note_with_its_moment(bouw, tabel):
    fragmenten = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN)["fragmenten"]
    assert fragmenten["soort"].tolist() == ["notitie", "notitie"]
    assert fragmenten["tijdstip"].dt.strftime("%d-%m %H:%M").tolist()[0] == "03-07 10:05"
    assert fragmenten["tijdstip"].isna().tolist() == [False, True]


def test_an_estimated_age_is_a_trait_that_says_it_was_estimated(bouw, tabel):
    tabellen = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN)
    vraag = tabellen["vragen"].set_index("vraag_id").loc["leeftijd_geschat"]
    assert (vraag["rol"], vraag["kort"]) == ("kenmerk", "leeftijd (geschat)")
    geschat = tabellen["logboek"][tabellen["logboek"]["reden"] == "geschatte_waarde"]
    assert geschat["aantal"].tolist() == [3]
    status = tabellen["antwoorden"].loc[tabellen["antwoorden"]["vraag_id"] == "leeftijd_geschat", "status"]
    assert status.tolist() == ["gegeven", "leeg_onbekend", "gegeven"]


def test_refusals_are_counted_where_they_happened(bouw, tabel):
    tellingen = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN)["tellingen"]
    assert tellingen[["groep", "aantal"]].astype({"groep": "str"}).values.tolist() == [
        ["Markt Ede", 8],
        ["Station", 3],
    ]
    assert set(tellingen["maat"]) == {"weigering"}


def test_columns_that_were_not_assigned_are_noted(bouw, tabel):
    logboek = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN)["logboek"]
    assert logboek.loc[logboek["reden"] == "kolom_weggelaten", "kolom"].tolist() == ["Code"]


def test_the_questionnaire_may_rename_what_the_mapping_found(bouw, tabel):
    lijst = Vragenlijst(
        (Vraagregel("straatgesprek", "Wat valt u op?", rij=2, soort="open", vraag_id="valt_op"),)
    )
    vragen = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN, lijst=lijst)["vragen"]
    assert vragen["vraag_id"].tolist() == ["leeftijd_geschat", "valt_op"]


def test_a_place_or_a_moment_is_no_question_even_where_the_questionnaire_lists_every_column(bouw, tabel):
    rijen = [
        ("Plek", "een_antwoord"),
        ("Datum", "open"),
        ("Leeftijd (geschat)", "een_antwoord"),
        ("Code", "open"),
    ]
    lijst = Vragenlijst(
        tuple(
            Vraagregel("straatgesprek", kolom, rij=nr, soort=soort, rol="inhoud")
            for nr, (kolom, soort) in enumerate(rijen, start=2)
        )
    )
    tabellen = bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN, lijst=lijst)
    rollen = tabellen["vragen"].set_index("kolom")["rol"].astype("str").to_dict()
    assert rollen == {"Leeftijd (geschat)": "kenmerk", "Code": "inhoud", "Wat valt u op?": "inhoud"}
    assert tabellen["deelnemers"]["groep"].tolist() == ["Markt Ede", "Markt Ede", "Station"]


def test_a_column_that_is_not_there_and_a_missing_mapping_are_told(bouw, tabel):
    with pytest.raises(ContractError, match=r"'Plk' bij 'kolommen\.plaats'.*bedoelde u 'Plek'"):
        bouw(tabel(RIJEN), instrument="straatgesprek", kolommen=KOLOMMEN | {"plaats": ("Plk",)})
    with pytest.raises(ContractError, match="in welke kolommen staat wat mensen zeiden"):
        bouw(tabel(RIJEN), instrument="straatgesprek")


@pytest.mark.parametrize("kruis", ["x", "X", "ja", "✓"])
def test_a_cross_below_refusals_is_one_refusal(bouw, tabel, kruis):
    rijen = RIJEN | {"Geen tijd": [kruis, "", "3"]}
    tellingen = bouw(tabel(rijen), instrument="straatgesprek", kolommen=KOLOMMEN)["tellingen"]
    assert tellingen["aantal"].tolist() == [1, 3]


def test_a_word_below_refusals_is_still_asked_after(bouw, tabel):
    rijen = RIJEN | {"Geen tijd": ["veel", "", "3"]}
    with pytest.raises(ContractError, match="dit is geen aantal weigeringen"):
        bouw(tabel(rijen), instrument="straatgesprek", kolommen=KOLOMMEN)
