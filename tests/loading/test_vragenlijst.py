import pandas as pd
import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import list_indelingen, load_traject
from burgerdata.loading.vragenlijst import read_vragenlijst

KOP = ["levering", "kolom", "soort", "rol", "vraag_id", "kort", "gebruik", "omkeren"]
GROEPEN = [["kenmerk", "uit", "van", "tot", "codes", "label"]]


def vragen(*rijen):
    return {"vragen": [KOP, *rijen]}


def test_each_wrong_cell_is_named_with_row_and_column(maak_map):
    boek = vragen(
        ["enquete", "geslacht", "een antwoord", "kenmerkt", "", "", "", ""],
        ["enqete", "cijfer", "schaal", "inhoud", "", "", "p1", "misschien"],
    )
    map_ = maak_map(bladen={"vragen.xlsx": boek})
    _, problemen, _ = read_vragenlijst(map_, ["enquete"])
    assert [(p.blad, p.rij, p.kolom) for p in problemen] == [
        ("vragen", 2, "rol"),
        ("vragen", 3, "levering"),
        ("vragen", 3, "omkeren"),
    ]
    assert problemen[0].remedie == "bedoelde u 'kenmerk'?"


def test_words_may_be_written_as_people_write_them(maak_map):
    lijst, problemen, _ = read_vragenlijst(
        maak_map(
            bladen={
                "vragen.xlsx": vragen(["enquete", "cijfer", "Meer antwoorden", "Proces", "", "", "p1", "JA"])
            }
        ),
        ["enquete"],
    )
    regel = lijst.vragen[0]
    assert problemen == []
    assert (regel.soort, regel.rol, regel.gebruik, regel.omkeren) == ("meer_antwoorden", "proces", "P1", True)


def test_a_column_that_is_not_in_the_file_is_told_with_a_suggestion(maak_map):
    map_ = maak_map(bladen={"vragen.xlsx": vragen(["enquete", "cijfr", "schaal", "inhoud", "", "", "", ""])})
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    assert str(fout.value.lijst[0]) == (
        "vragen.xlsx, blad 'vragen', rij 2, kolom 'kolom': de kolom 'cijfr' staat niet in ruw/enquete.csv; bedoelde u 'cijfer'?"
    )


def report_missing(maak_map, *kolommen):
    regels = [["enquete", kolom, "", "inhoud", "", "", "", ""] for kolom in kolommen]
    with pytest.raises(ContractError) as fout:
        load_traject(maak_map(bladen={"vragen.xlsx": vragen(*regels)}))
    return [(probleem.rij, probleem.wat, probleem.remedie) for probleem in fout.value.lijst]


def test_two_misspelt_columns_each_keep_their_row_and_what_was_meant(maak_map):
    assert report_missing(maak_map, "cijfer", "gelsacht", "Leeftjid") == [
        (3, "de kolom 'gelsacht' staat niet in ruw/enquete.csv", "bedoelde u 'geslacht'?"),
        (4, "de kolom 'Leeftjid' staat niet in ruw/enquete.csv", "bedoelde u 'leeftijd'?"),
    ]


def test_a_misspelt_column_beside_those_of_another_version_is_told_apart(maak_map):
    eerste, tweede = report_missing(maak_map, "cijfer", "q7", "gelsacht", "q8")
    assert eerste[0::2] == (4, "bedoelde u 'geslacht'?")
    assert tweede[:2] == (
        3,
        "de kolommen 'q7' en 'q8' van levering 'enquete' staan niet in ruw/enquete.csv, en 'leeftijd' en 'toelichting' staan"
        " daar wel in en niet in vragen.xlsx",
    )
    (een, twee) = report_missing(maak_map, "cijfer", "gelsacht", "zzz")
    assert (een[0], twee[0], twee[1]) == (3, 4, "de kolom 'zzz' staat niet in ruw/enquete.csv")


def test_columns_of_another_version_are_told_in_one_sentence_with_the_new_ones(maak_map):
    regels = [["enquete", kolom, "", "inhoud", "", "", "", ""] for kolom in ("cijfer", "q7", "q8")]
    map_ = maak_map(bladen={"vragen.xlsx": vragen(*regels)})
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    (probleem,) = fout.value.lijst
    assert str(probleem) == (
        "vragen.xlsx, blad 'vragen', rij 3, kolom 'kolom': de kolommen 'q7' en 'q8' van levering 'enquete' staan niet in"
        " ruw/enquete.csv, en 'geslacht', 'leeftijd' en 'toelichting' staan daar wel in en niet in vragen.xlsx; heet zo'n"
        " vraag hier anders, verbeter dan de kop in de kolom 'kolom', en haal de rijen van de andere weg; zet een rij erbij"
        " voor wat u daarvan wilt gebruiken"
    )


def test_only_the_columns_of_the_questionnaire_are_questions_and_the_rest_is_noted(maak_map):
    map_ = maak_map(
        bladen={"vragen.xlsx": vragen(["enquete", "Cijfer ", "schaal", "inhoud", "oordeel", "", "", ""])}
    )
    traject = load_traject(map_)
    assert traject.vragen["vraag_id"].tolist() == ["oordeel", "gewicht"]
    weg = traject.logboek.loc[traject.logboek["reden"] == "kolom_weggelaten", "kolom"].tolist()
    assert weg == ["geslacht", "leeftijd", "toelichting"]


def test_a_dutch_csv_does_as_well_as_a_workbook(maak_map):
    map_ = maak_map()
    (map_ / "vragen.csv").write_bytes(
        "levering;kolom;soort;kort\r\nenquete;cijfer;schaal;cijfer één\r\nenquete;leeftijd;getal;\r\n".encode(
            "cp1252"
        )
    )
    (map_ / "groepen.csv").write_text(
        "kenmerk;uit;van;tot;codes;label\njong;leeftijd;18;40,5;;tot en met 40\njong;leeftijd;41;;;ouder\n"
    )
    traject = load_traject(map_)
    assert "cijfer één" in traject.vragen["kort"].tolist()
    groepen = traject.antwoorden[traject.antwoorden["vraag_id"] == "jong"]
    assert groepen["code"].tolist() == ["tot en met 40", "ouder", "ouder", "ouder"]
    indeling = list_indelingen(traject)
    assert indeling["groep"].tolist() == ["tot en met 40", "ouder"]
    assert indeling["tot"].iloc[0] == 40.5
    assert pd.isna(indeling["tot"].iloc[1])
    assert set(indeling["uit"]) == {"leeftijd"}


def test_a_group_without_bounds_or_label_is_told(maak_map):
    boek = vragen(["enquete", "leeftijd", "getal", "kenmerk", "", "", "", ""]) | {
        "groepen": [
            *GROEPEN,
            ["band", "leeftijd", None, None, None, "x"],
            ["band", "leeftijd", "a", 3, None, None],
        ]
    }
    _, problemen, _ = read_vragenlijst(maak_map(bladen={"vragen.xlsx": boek}), ["enquete"])
    assert [(p.blad, p.rij, p.kolom) for p in problemen] == [
        ("groepen", 2, "codes"),
        ("groepen", 3, "van"),
        ("groepen", 3, "label"),
    ]


def test_without_a_questionnaire_the_file_tells_what_there_is(maak_map):
    traject = load_traject(maak_map())
    soorten = dict(zip(traject.vragen["vraag_id"], traject.vragen["soort"], strict=True))
    assert soorten == {
        "geslacht": "een_antwoord",
        "leeftijd": "getal",
        "cijfer": "schaal",
        "toelichting": "open",
        "gewicht": "getal",
    }
    assert isinstance(traject.vragen, pd.DataFrame)
