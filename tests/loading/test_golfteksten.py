import pytest

from burgerdata.analysis import compare_metingen, summarise_cijfer, summarise_vraag
from burgerdata.errors import MethodeError
from burgerdata.findings.state import state_bevinding
from burgerdata.loading import load_traject
from burgerdata.loading.golfteksten import drop_datum
from burgerdata.toelichting import read_toelichting

TOML = """titel = "Proef"
[[levering]]
instrument = "klantpanel"
panel = "wijk"
persoon = "nr"
metingen = { t1 = "ruw/t1.csv", t2 = "ruw/t2.csv", t3 = "ruw/t3.csv" }
"""
WANNEER = {"t1": "voorjaar 2024", "t2": "najaar 2024", "t3": "voorjaar 2025"}


def make_golf(golf, kop):
    """Sixty people: half of them give a point more in the last wave; in the second two change places."""
    cijfer = {nr: 5 + nr % 3 + (golf == "t3") * (nr % 2) for nr in range(60)}
    cijfer |= {0: cijfer[1], 1: cijfer[0]} if golf == "t2" else {}
    rijen = [f"P{nr};{cijfer[nr]};{'ja' if nr % 3 else 'nee'}" for nr in cijfer]
    return "\n".join([kop.format(WANNEER[golf]), *rijen]) + "\n"


def lees(maak_map, kop, **vast):
    ruw = {f"{golf}.csv": make_golf(golf, kop) for golf in WANNEER}
    return load_traject(maak_map(TOML, ruw=ruw, **vast))


@pytest.fixture
def wijk(maak_map):
    """Three waves of which vragen.xlsx took the texts from the first."""
    vragen = [
        ["levering", "kolom", "vraag_id", "tekst", "soort"],
        ["klantpanel", "cijfer", "cijfer", "Welk cijfer geeft u de wijk? (voorjaar 2024)", "getal"],
        ["klantpanel", "thuis", "thuis", "Voelt u zich hier thuis (voorjaar 2024)?", "een_antwoord"],
    ]
    return lees(maak_map, "nr;cijfer;thuis", bladen={"vragen.xlsx": {"vragen": vragen}})


def test_the_date_of_the_first_wave_stands_on_no_wave(wijk):
    teksten = wijk.vragen.astype({"vraag_id": "str"}).groupby("vraag_id")["tekst"].agg(list).to_dict()
    assert teksten["cijfer"] == ["Welk cijfer geeft u de wijk?"] * 3
    assert teksten["thuis"] == ["Voelt u zich hier thuis?"] * 3


def test_a_sentence_and_a_figure_about_waves_name_the_question_without_a_date(wijk):
    verandering = compare_metingen(wijk, "cijfer")
    assert read_toelichting(verandering).vraag == "Welk cijfer geeft u de wijk?"
    assert (
        state_bevinding(verandering) == "Het antwoord op ‘Welk cijfer geeft u de wijk’ steeg van 6,0 naar 6,5"
    )
    for tabel in (summarise_cijfer(wijk, "cijfer"), summarise_vraag(wijk, "thuis")):
        assert "2024" not in read_toelichting(tabel).vraag + state_bevinding(tabel)


def test_waves_with_a_date_of_their_own_in_the_text_asked_one_question(maak_map):
    vragen = [
        ["levering", "kolom", "vraag_id", "tekst"],
        *(["klantpanel", f"Cijfer wijk ({wanneer})", "cijfer", ""] for wanneer in WANNEER.values()),
    ]
    traject = lees(maak_map, "nr;Cijfer wijk ({});thuis", bladen={"vragen.xlsx": {"vragen": vragen}})
    eigen = traject.vragen[traject.vragen["vraag_id"].eq("cijfer")]
    assert eigen["tekst"].tolist() == ["Cijfer wijk"] * 3
    assert compare_metingen(traject, "cijfer")["van"].tolist() == ["t1", "t2", "t1"]


def test_another_question_under_one_name_is_still_refused(maak_map):
    vragen = [
        ["levering", "kolom", "vraag_id", "tekst"],
        *(
            ["klantpanel", f"Cijfer {wanneer}", "cijfer", f"Cijfer {wanneer[:4]}"]
            for wanneer in WANNEER.values()
        ),
    ]
    traject = lees(maak_map, "nr;Cijfer {};thuis", bladen={"vragen.xlsx": {"vragen": vragen}})
    with pytest.raises(MethodeError, match="niet dezelfde vraag"):
        compare_metingen(traject, "cijfer")


def test_two_questions_of_one_wave_that_only_their_years_tell_apart_keep_these(maak_map):
    traject = lees(maak_map, "nr;Uitgaven (2022);Uitgaven (2023)")
    assert set(traject.vragen["tekst"]) == {"Uitgaven (2022)", "Uitgaven (2023)"}


@pytest.mark.parametrize(
    ("tekst", "kaal"),
    [
        ("Rapportcijfer (t1)", "Rapportcijfer"),
        ("Rapportcijfer (meting 1, mei 2024)", "Rapportcijfer"),
        ("Rapportcijfer – nulmeting", "Rapportcijfer"),
        ("Rapportcijfer [2024-03]", "Rapportcijfer"),
        ("Komt u in mei 2024", "Komt u in mei 2024"),
        (
            "Kent u de boa (buitengewoon opsporingsambtenaar)?",
            "Kent u de boa (buitengewoon opsporingsambtenaar)?",
        ),
        ("Inkomen (1 - 5)", "Inkomen (1 - 5)"),
        ("(2024)", "(2024)"),
    ],
)
def test_only_a_moment_alone_is_taken_off(tekst, kaal):
    assert drop_datum(tekst) == kaal
