import pandas as pd
import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject
from burgerdata.loading.redenen import count_redenen
from burgerdata.schema import LOGBOEK_REDEN

KOP = '[[levering]]\nnaam = "avond"\ninstrument = "burgerdialoog"\n'
STIPPEN = [["Stelling", "Tafel 1", "Tafel 2"], ["Meer groen", 4, 8], ["Minder verkeer", 3, 2]]


def notes(kop):
    return [
        ["Tafel", "Onderwerp", kop],
        ["Tafel 1", "Groen", "meer bomen"],
        ["Tafel 2", "Groen", "en bankjes"],
    ]


def maak(maak_map, toml, **bladen):
    return maak_map(KOP + toml, ruw={}, bladen={"ruw/avond.xlsx": bladen})


@pytest.mark.parametrize(
    "kop",
    [
        "Tekst geeltje",
        "Geeltje",
        "Briefjes",
        "Post-it",
        "post it tekst",
        "Kaartje",
        "Opmerking",
        "Idee",
        "Ideeën",
        "Reactie bewoner",
    ],
)
def test_notes_are_known_by_what_people_wrote_them_on(maak_map, kop):
    toml = 'onderdelen = { notities = "ruw/avond.xlsx" }\n'
    traject = load_traject(maak(maak_map, toml, geeltjes=notes(kop)))
    assert traject.fragmenten["tekst"].tolist() == ["meer bomen", "en bankjes"]


def test_a_column_of_notes_that_is_not_known_is_a_problem_that_names_the_columns(maak_map):
    toml = 'onderdelen = { notities = "ruw/avond.xlsx" }\n'
    with pytest.raises(ContractError) as fout:
        load_traject(maak(maak_map, toml, geeltjes=notes("Zin")))
    (probleem,) = fout.value.lijst
    assert "van de 2 rijen van het onderdeel 'notities' is niet te zien waar notitie staat" in probleem.wat
    assert "kolommen = { notitie = \"…\" }; er staan 'Tafel', 'Onderwerp', 'Zin'" in probleem.remedie
    genoemd = toml + 'kolommen = { notitie = "Zin" }\n'
    assert len(load_traject(maak(maak_map, genoemd, geeltjes=notes("Zin"))).fragmenten) == 2


def test_notes_that_are_all_empty_are_a_problem(maak_map):
    leeg = [["Tafel", "Onderwerp", "Notitie"], ["Tafel 1", "Groen", None], ["Tafel 2", "Groen", None]]
    with pytest.raises(
        ContractError, match="van de 2 rijen van het onderdeel 'notities' is er geen een te lezen"
    ):
        load_traject(maak(maak_map, 'bestand = "ruw/avond.xlsx"\n', notities=leeg))


def test_notes_and_dots_of_one_workbook_may_be_named_together(maak_map):
    toml = 'onderdelen = { notities = "ruw/avond.xlsx", stippen = "ruw/avond.xlsx" }\n'
    for kop, blad in (("Notitie", "geeltjes"), ("Idee", "Blad1")):
        traject = load_traject(maak(maak_map, toml, **{blad: notes(kop), "turf": STIPPEN}))
        assert (len(traject.fragmenten), int(traject.tellingen["aantal"].sum())) == (2, 17)


def test_two_parts_of_one_workbook_that_cannot_be_told_apart_are_refused_with_the_way_out(maak_map):
    toml = 'onderdelen = { notities = "ruw/avond.xlsx", stippen = "ruw/avond.xlsx" }\n'
    with pytest.raises(
        ContractError, match="geef elk blad van dit bestand de naam van zijn onderdeel: notities, stippen"
    ):
        load_traject(maak(maak_map, toml, een=[["A", "B"], ["x", "y"]], twee=[["C", "D"], ["x", "y"]]))


def test_dots_without_a_column_of_dots_are_a_problem(maak_map):
    toml = 'onderdelen = { stippen = "ruw/avond.xlsx" }\n'
    with pytest.raises(ContractError, match=r"waar stippen staat; noem de kolom in traject\.toml"):
        load_traject(maak(maak_map, toml, blad=[["Stelling", "X"], ["Meer groen", 3]]))


def test_a_sheet_of_sticky_notes_is_proposed_as_an_evening(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "avond.xlsx", {"geeltjes": notes("Tekst geeltje"), "stippen": STIPPEN})
    propose_traject(tmp_path)
    assert 'instrument = "burgerdialoog"' in (tmp_path / "traject.toml").read_text("utf-8")
    controle = check_traject(tmp_path)
    assert controle.tekst.startswith("Geen problemen gevonden.")
    assert controle.activiteiten["teksten"].tolist() == [2]


def test_every_reason_of_the_logboek_has_words_for_one_and_for_more():
    for aantal in (1, 2):
        logboek = pd.DataFrame({"reden": list(LOGBOEK_REDEN), "aantal": aantal})
        woorden = count_redenen(logboek)["woorden"]
        assert not [
            woord
            for woord, reden in zip(woorden, LOGBOEK_REDEN, strict=True)
            if woord == reden.replace("_", " ")
        ]
