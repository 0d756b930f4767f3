"""A list of participants without a column with the group."""

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

TOML = """titel = "Proef"

[[levering]]
instrument = "focusgroep"
bestand = [{}]
deelnemerslijst = "ruw/lijst.csv"
"""
LOS = "kolom 'groep' met het gesprek van ieder"


def talk(*codes):
    return "M: Welkom.\n" + "".join(f"{code}: Mening {nr}.\n" for nr in (1, 2) for code in codes)


def maak(maak_map, lijst, **gesprekken):
    namen = ", ".join(f'"ruw/{naam}.txt"' for naam in gesprekken)
    ruw = {f"{naam}.txt": tekst for naam, tekst in gesprekken.items()}
    return maak_map(TOML.format(namen), ruw=ruw | {"lijst.csv": "Spreker;Leeftijd\n" + "\n".join(lijst)})


def tel(traject):
    """Return who takes part per group, and the ages that are known of them in order."""
    wie = traject.deelnemers.astype({"rol": "str", "groep": "str"})
    mee = wie[wie["rol"].eq("burger")]
    leeftijd = traject.antwoorden[traject.antwoorden["vraag_id"].eq("leeftijd")].merge(mee, on="deelnemer_id")
    return mee["groep"].value_counts().to_dict(), sorted(leeftijd["code"].dropna().astype("str"))


@pytest.mark.parametrize(
    ("codes", "rijen"),
    [
        (("Ouder-1", "Ouder-2"), ["Ouder-1;18-34", "Ouder-2;65+"]),
        (("Ouder-1", "Ouder-2"), ["ouder-1;18-34", "OUDER-2;65+"]),
        (("R1", "R2"), ["1;18-34", "2;65+"]),
        (("Harmke", "Wopke"), ["Harmke;18-34", "Wopke;65+"]),
    ],
)
def test_the_list_of_one_conversation_needs_no_group(maak_map, codes, rijen):
    map_ = maak(maak_map, rijen, FG1=talk(*codes))
    assert tel(load_traject(map_)) == ({"FG1": 2}, ["18-34", "65+"])
    assert "Nakijken" not in check_traject(map_).tekst


@pytest.mark.parametrize(
    ("een", "twee", "rijen"),
    [
        (("A-1", "A-2"), ("A-3", "A-4"), ["A-1;18-34", "A-2;65+", "A-3;65+", "A-4;65+"]),
        (("R1", "R2"), ("R3", "R4"), ["1;18-34", "2;65+", "3;65+", "4;65+"]),
    ],
)
def test_codes_that_are_in_one_conversation_each_need_no_group(maak_map, een, twee, rijen):
    traject = load_traject(maak(maak_map, rijen, FG1=talk(*een), FG2=talk(*twee)))
    assert tel(traject) == ({"FG1": 2, "FG2": 2}, ["18-34", "65+", "65+", "65+"])


def test_codes_that_begin_anew_in_each_conversation_ask_for_the_group(maak_map):
    """A-3 is in one conversation, but A-1 in both: which of them the list means is not said."""
    lijst = ["A-1;18-34", "A-2;65+", "A-3;65+"]
    map_ = maak(maak_map, lijst, FG1=talk("A-1", "A-2"), FG2=talk("A-1", "A-3"))
    assert tel(load_traject(map_)) == ({}, [])
    tekst = check_traject(map_).tekst
    assert (
        "ruw/FG1.txt: 2 sprekers staan niet in de deelnemerslijst en tellen nergens mee (eerste beurten op regel 2 en 3); zet in"
        in tekst
    )
    assert tekst.count(LOS) == 2


def test_a_code_that_is_twice_on_the_list_asks_for_the_group(maak_map):
    map_ = maak(maak_map, ["R1;18-34", "R1;65+", "R2;65+"], FG1=talk("R1", "R2"), FG2=talk("R1"))
    traject = load_traject(map_)
    assert tel(traject) == ({"FG1": 2, "FG2": 1}, [])
    assert LOS in check_traject(map_).tekst


def test_the_draft_misses_nobody_of_a_list_without_groups(tmp_path):
    (tmp_path / "FG1.txt").write_text(talk("Jan de Boer", "Els Kok", "Bo Pol"), "utf-8")
    (tmp_path / "deelnemerslijst.csv").write_text(
        "Naam;Leeftijd;Wijk\nJan de Boer;34;Oost\nEls Kok;51;West\nBo Pol;29;Oost\n", "utf-8"
    )
    voorstel = propose_traject(tmp_path)
    assert 'deelnemerslijst = "deelnemerslijst.csv"' in (tmp_path / "traject.toml").read_text("utf-8")
    assert "niet in deelnemerslijst.csv" not in voorstel.tekst
