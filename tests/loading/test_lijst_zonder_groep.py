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


def maak_twee(maak_map, lijst, een, twee):
    """Return a traject of two deliveries, a talk each, that name one list."""
    toml = TOML.replace('"focusgroep"\n', '"focusgroep"\nnaam = "{}"\n', 1)
    begin, levering = toml.split("\n\n", 1)
    leveringen = [levering.format(naam, f'"ruw/{naam}.txt"') for naam in ("noord", "zuid")]
    ruw = {"noord.txt": een, "zuid.txt": twee, "lijst.csv": "Spreker;Leeftijd\n" + "\n".join(lijst)}
    return maak_map("\n\n".join([begin, *leveringen]), ruw=ruw)


@pytest.mark.parametrize(
    ("een", "twee"), [(("R1", "R2"), ("R3", "R4")), (("Harmke", "Wopke"), ("Sjoukje", "Aukje"))]
)
def test_a_list_of_two_deliveries_knows_each_where_that_code_speaks_and_tells_who_remains(
    maak_map, een, twee
):
    rijen = [f"{code};{'18-34' if nr % 2 else '65+'}" for nr, code in enumerate([*een, *twee, "Tjitske"])]
    map_ = maak_twee(maak_map, rijen, talk(*een), talk(*twee))
    assert tel(load_traject(map_)) == ({"noord": 2, "zuid": 2}, ["18-34", "18-34", "65+", "65+"])
    tekst = check_traject(map_).tekst
    assert "1 mens op deze lijst (rij 6) staat in geen enkel gesprek" in tekst
    assert LOS not in tekst


@pytest.mark.parametrize(
    ("een", "twee"), [(("A-1", "A-2"), ("A-1", "A-3")), (("Harmke", "Wopke"), ("Harmke", "Aukje"))]
)
def test_who_speaks_in_both_deliveries_of_one_list_counts_in_neither_until_it_has_groups(maak_map, een, twee):
    """One row of the list cannot be two people: Harmke here may be another one there."""
    rijen = [f"{code};18-34" for code in dict.fromkeys([*een, *twee])]
    map_ = maak_twee(maak_map, rijen, talk(*een), talk(*twee))
    groepen, leeftijden = tel(load_traject(map_))
    genummerd = een[0] == "A-1"
    assert groepen == ({} if genummerd else {"noord": 1, "zuid": 1})
    assert len(leeftijden) == sum(groepen.values())
    assert check_traject(map_).tekst.count(LOS) == 2


def test_the_draft_misses_nobody_of_a_list_without_groups(tmp_path):
    (tmp_path / "FG1.txt").write_text(talk("Jan de Boer", "Els Kok", "Bo Pol"), "utf-8")
    (tmp_path / "deelnemerslijst.csv").write_text(
        "Naam;Leeftijd;Wijk\nJan de Boer;34;Oost\nEls Kok;51;West\nBo Pol;29;Oost\n", "utf-8"
    )
    voorstel = propose_traject(tmp_path)
    assert 'deelnemerslijst = "deelnemerslijst.csv"' in (tmp_path / "traject.toml").read_text("utf-8")
    assert "niet in deelnemerslijst.csv" not in voorstel.tekst


@pytest.mark.parametrize(
    ("kop", "wie"),
    [
        ("Naam;Leeftijd", ("Harmke", "Wopke")),
        ("naam;m/v", ("Jan de Boer", "Els Kok")),
        ("Voornaam;Leeftijd;Wijk", ("Harmke", "Wopke")),
        ("Nr;Leeftijd", ("R1", "R2")),
    ],
)
def test_a_short_table_of_who_speaks_is_a_list_whatever_it_is_called(tmp_path, kop, wie):
    (tmp_path / "gesprek.txt").write_text(talk(*wie), "utf-8")
    rijen = [
        f"{naam};{wat}" + ";Oost" * (kop.count(";") - 1) for naam, wat in zip(wie, ("34", "51"), strict=True)
    ]
    (tmp_path / "mensen.csv").write_text("\n".join([kop, *rijen, ""]), "utf-8")
    herkend = propose_traject(tmp_path).bestanden["herkend_als"]
    assert herkend.tolist() == ["focusgroep, 1 groep", "deelnemerslijst"]
    traject = load_traject(tmp_path)
    assert traject.deelnemers["rol"].astype("str").tolist().count("burger") == 2
    eigen = traject.antwoorden["vraag_id"].astype("str").isin(["leeftijd", "m_v"])
    assert traject.antwoorden.loc[eigen, "status"].eq("gegeven").sum() == 2


@pytest.mark.parametrize(
    "lijst",
    ["Naam;Leeftijd\nTjitske;34\nAukje;51\n", "Naam;Welk cijfer geeft u?\nHarmke;7\nWopke;8\n"],
    ids=["others", "a form"],
)
def test_a_table_of_others_or_with_questions_is_no_list_of_who_speaks(tmp_path, lijst):
    (tmp_path / "gesprek.txt").write_text(talk("Harmke", "Wopke"), "utf-8")
    (tmp_path / "mensen.csv").write_text(lijst, "utf-8")
    assert "deelnemerslijst" not in propose_traject(tmp_path).bestanden["herkend_als"].tolist()


def test_a_number_that_is_in_any_table_makes_a_survey_of_traits_no_list(tmp_path):
    (tmp_path / "gesprek.txt").write_text(talk("R1", "R2"), "utf-8")
    rijen = "".join(f"{nr};{18 + nr};{'Oost' if nr % 2 else 'West'}\n" for nr in range(1, 41))
    (tmp_path / "mensen.csv").write_text("nr;Leeftijd;Wijk\n" + rijen, "utf-8")
    assert "deelnemerslijst" not in propose_traject(tmp_path).bestanden["herkend_als"].tolist()
