import pandas as pd
import pytest

from burgerdata.errors import ContractError
from burgerdata.shapes import PERSOON, RECORD, RIJ, Gesprek

BEURTEN = [
    ("m", "M", True, "Welkom."),
    ("a", "R1", False, "Het duurde lang."),
    ("b", "R2", False, "Dat vond ik ook."),
    ("", "", False, "(onverstaanbaar)"),
    ("a", "R1", False, "Ja."),
]


def gesprek(bestand="ruw/fg1.docx", beurten=BEURTEN, voor="1"):
    frame = pd.DataFrame(
        {
            RIJ: range(5, 5 + len(beurten)),
            RECORD: [f"r{voor}{nummer}" for nummer in range(len(beurten))],
            PERSOON: [f"{voor}{persoon}" if persoon else "" for persoon, *_ in beurten],
            "gespreksleider": [leider for _, _, leider, _ in beurten],
            "spreker": [spreker for _, spreker, _, _ in beurten],
            "begin_s": [float("nan")] * len(beurten),
            "tekst": [tekst for *_, tekst in beurten],
        }
    ).astype(dict.fromkeys((RECORD, PERSOON, "spreker", "tekst"), "str"))
    return Gesprek(bestand, "docx", frame)


def lijst_van(tabel, *personen):
    bron = tabel(
        {"groep": ["fg1"] * len(personen), "leeftijdsgroep": ["18-34", "75+"][: len(personen)]},
        bestand="screener.xlsx",
    )
    frame = bron.frame.assign(**{PERSOON: pd.Series(personen, dtype="str")})
    return type(bron)(bron.bestand, bron.formaat, frame, bron.kolommen)


def test_every_turn_is_a_fragment_in_its_group_and_order(bouw):
    tabellen = bouw(gesprek(), gesprek("ruw/fg2.docx", voor="2"), instrument="focusgroep")
    fragmenten = tabellen["fragmenten"]
    assert fragmenten["groep"].unique().tolist() == ["fg1", "fg2"]
    assert fragmenten["volgnummer"].tolist() == [1, 2, 3, 4, 5] * 2
    assert set(fragmenten["soort"]) == {"uiting"}
    assert tabellen["records"]["records_uit"].tolist() == [5, 5]


def test_the_moderator_is_apart_and_a_turn_without_speaker_is_of_someone_unknown(bouw):
    deelnemers = bouw(gesprek(), instrument="focusgroep")["deelnemers"]
    assert deelnemers["rol"].tolist() == ["gespreksleider", "burger", "burger", "onbekend"]


def test_a_speaker_who_is_not_on_the_list_is_unknown_and_noted(bouw, tabel):
    tabellen = bouw(gesprek(), instrument="focusgroep", hulp=[lijst_van(tabel, "1a")])
    rollen = dict(
        zip(tabellen["deelnemers"]["deelnemer_id"].astype("str"), tabellen["deelnemers"]["rol"], strict=True)
    )
    assert (rollen["1a"], rollen["1b"]) == ("burger", "onbekend")
    onbekend = tabellen["logboek"][tabellen["logboek"]["reden"] == "spreker_onbekend"]
    assert onbekend[["bestand", "rij", "aantal"]].values.tolist() == [["ruw/fg1.docx", 7, 1]]


def test_the_list_gives_traits_and_moderators_were_not_asked(bouw, tabel):
    tabellen = bouw(
        gesprek(), instrument="focusgroep", hulp=[lijst_van(tabel, "1a", "1b")], kenmerken=("leeftijdsgroep",)
    )
    antwoorden = tabellen["antwoorden"].set_index("deelnemer_id")["status"].astype("str")
    assert antwoorden[["1m", "1a", "1b"]].tolist() == ["niet_getoond", "gegeven", "gegeven"]
    assert tabellen["vragen"]["rol"].tolist() == ["kenmerk"]


def test_people_on_the_list_who_never_spoke_are_no_participants(bouw, tabel):
    tabellen = bouw(gesprek(), instrument="focusgroep", hulp=[lijst_van(tabel, "1a", "9z")])
    assert "9z" not in set(tabellen["deelnemers"]["deelnemer_id"])
    stil = tabellen["logboek"][tabellen["logboek"]["reden"] == "deelnemer_zonder_gegevens"]
    assert stil["rij"].tolist() == [3]


def test_a_trait_that_the_list_does_not_have_is_told(bouw, tabel):
    with pytest.raises(ContractError, match="bedoelde u 'leeftijdsgroep'"):
        bouw(gesprek(), instrument="focusgroep", hulp=[lijst_van(tabel, "1a")], kenmerken=("leeftijdsgroup",))


def test_files_without_a_conversation_are_refused(bouw, tabel):
    with pytest.raises(ContractError, match="staat geen gesprek met sprekers"):
        bouw(tabel({"v": ["1"]}), instrument="focusgroep")
    with pytest.raises(ContractError, match="staat geen gesprek met sprekers"):
        bouw(gesprek(beurten=[]), instrument="focusgroep")
