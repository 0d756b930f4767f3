import pytest

from burgerdata.instruments.wide_waves import find_golven
from burgerdata.shapes import Kolom

GOLVEN = {"t0": "p.xlsx", "t1": "p.xlsx"}
EENS = {"1": "oneens", "2": "neutraal", "3": "eens", "9": "weet niet"}


@pytest.fixture
def breed(tabel):
    """Four people in two waves; p2 answers nothing in the second, p4 says there that she does not know."""
    cellen = {
        "geslacht": ["man", "vrouw", "man", "vrouw"],
        "cijfer_t0": ["6", "7", "8", "5"],
        "druk_t0": ["1", "2", "3", "3"],
        "cijfer_t1": ["7", "", "9", ""],
        "druk_t1": ["3", "", "3", "9"],
        "weeg_t0": ["1,0", "0,5", "1,5", "1,0"],
    }
    druk = Kolom("druk_t0", "Ik voel mij belast", EENS, frozenset(["9"]))
    return tabel(cellen, bestand="p.xlsx", extra={"druk_t0": druk})


def lees(bouw, breed, **velden):
    return bouw(breed, instrument="klantpanel", metingen=GOLVEN, **velden)


def test_waves_beside_each_other_become_activities_with_the_same_questions(bouw, breed):
    tabellen = lees(bouw, breed)
    assert tabellen["activiteiten"]["activiteit_id"].tolist() == ["klantpanel_t0", "klantpanel_t1"]
    per_golf = tabellen["vragen"].groupby("activiteit_id", observed=True, dropna=False)["vraag_id"].agg(list)
    assert per_golf.tolist() == [["geslacht", "cijfer", "druk", "weeg"], ["geslacht", "cijfer", "druk"]]
    druk = tabellen["vragen"].loc[tabellen["vragen"]["vraag_id"] == "druk", "tekst"]
    assert druk.tolist() == ["Ik voel mij belast"] * 2


def test_who_answered_nothing_in_a_wave_is_no_participant_of_it(bouw, breed):
    tabellen = lees(bouw, breed)
    per_golf = tabellen["deelnemers"].groupby("activiteit_id", observed=True, dropna=False)["deelnemer_id"]
    assert per_golf.agg(list).tolist() == [["p1", "p2", "p3", "p4"], ["p1", "p3", "p4"]]
    weg = tabellen["logboek"][tabellen["logboek"]["reden"].eq("niet_meegedaan")]
    assert weg[["activiteit_id", "aantal"]].values.tolist() == [["klantpanel_t1", 1]]
    assert set(
        tabellen["antwoorden"]["deelnemer_id"][tabellen["antwoorden"]["activiteit_id"].eq("klantpanel_t1")]
    ) == {
        "p1",
        "p3",
        "p4",
    }


def test_a_code_of_one_wave_means_the_same_in_the_others(bouw, breed):
    antwoorden = lees(bouw, breed)["antwoorden"]
    laatste = antwoorden[antwoorden["activiteit_id"].eq("klantpanel_t1") & antwoorden["vraag_id"].eq("druk")]
    assert laatste["status"].astype("str").tolist() == ["gegeven", "gegeven", "weet_niet"]


def test_a_weight_of_one_wave_weights_that_wave_only(bouw, breed):
    deelnemers = lees(bouw, breed, gewicht="weeg_t0")["deelnemers"]
    per_golf = deelnemers.groupby("activiteit_id", observed=True, dropna=False)["gewicht"].agg(list)
    assert per_golf.tolist() == [[1.0, 0.5, 1.5, 1.0], [1.0, 1.0, 1.0]]


def test_a_file_of_one_wave_may_hold_people_who_were_not_there(bouw, tabel):
    een = tabel({"geslacht": ["m", "v"], "cijfer": ["7", "8"]}, bestand="a.csv")
    twee = tabel({"geslacht": ["m", "v"], "cijfer": ["", "8"]}, bestand="b.csv")
    tabellen = bouw(een, twee, instrument="klantpanel", metingen={"1": "a.csv", "2": "b.csv"})
    assert tabellen["deelnemers"]["deelnemer_id"].tolist() == ["p1", "p2", "p2"]


def test_a_wave_in_which_only_traits_were_asked_keeps_everybody(bouw, tabel):
    een = tabel({"geslacht": ["m", "v", ""]}, bestand="a.csv")
    tabellen = bouw(een, instrument="klantpanel", metingen={"1": "a.csv"}, kenmerken=("geslacht",))
    assert len(tabellen["deelnemers"]) == 3


@pytest.mark.parametrize(
    ("koppen", "golven"),
    [
        (["T1 cijfer", "T1 druk", "T0 cijfer", "T0 druk"], ("t0", "t1")),
        (["cijfer_na", "druk_na", "cijfer_voor", "druk_voor"], ("voor", "na")),
        (["cijfer_2024", "druk_2024", "cijfer_2025", "druk_2025"], ("2024", "2025")),
        (["cijferT0", "drukT0", "cijferT1", "drukT1"], ("t0", "t1")),
        (["T0Cijfer", "T0Druk", "T1Cijfer", "T1Druk"], ("t0", "t1")),
        (["q5T0", "q6T0", "q5T1", "q6T1"], ("t0", "t1")),
        (["kat0", "hond0", "kat1", "hond1"], ()),
        (["MAAT0", "STAAT0", "MAAT1", "STAAT1"], ()),
        (["Cijfer (meting 2)", "Druk (meting 2)", "Cijfer (meting 1)", "Druk (meting 1)"], ("1", "2")),
        (["Wat vindt u voor", "Wat vindt u na", "cijfer"], ()),
        (["taak_1", "taak_2", "tijd_1", "tijd_2"], ()),
    ],
)
def test_waves_are_told_from_headers_when_questions_come_back(koppen, golven):
    assert find_golven(["nr", *koppen]) == golven


def test_a_codebook_of_the_first_wave_tells_the_codes_of_a_survey_with_all(bouw, tabel):
    cellen = {"druk_t0": ["1", "9"], "mee_t0": ["1", "2"], "druk_t1": ["9", "3"], "mee_t1": ["1", "2"]}
    regels = [("druk_t0", code, label) for code, label in EENS.items()]
    codes = {
        naam: [regel[plek] for regel in regels] for plek, naam in enumerate(("variabele", "code", "label"))
    }
    antwoorden = bouw(tabel(cellen), hulp=[tabel(codes, bestand="codeboek.xlsx")])["antwoorden"]
    druk = antwoorden[antwoorden["vraag_id"].eq("druk_t1")]
    assert druk["status"].astype("str").tolist() == ["weet_niet", "gegeven"]
