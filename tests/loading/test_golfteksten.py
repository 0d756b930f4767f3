import pytest

from burgerdata.analysis import compare_metingen, summarise_cijfer, summarise_vraag
from burgerdata.errors import MethodeError
from burgerdata.findings.state import state_bevinding
from burgerdata.loading import check_traject, load_traject
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
    assert state_bevinding(verandering) == "Rapportcijfer voor de wijk steeg van 6,0 naar 6,5"
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
        ("Rapportcijfer (mrt '25)", "Rapportcijfer"),
        ("Rapportcijfer – voorjaar ’25", "Rapportcijfer"),
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


def test_a_question_that_waves_ask_in_other_words_is_named_with_the_remedy(maak_map):
    ruw = {"t1.csv": "nr;advies\nP1;7\nP2;8\n", "t2.csv": "nr;gedaan\nP1;8\nP2;8\n"}
    toml = TOML.replace(', t3 = "ruw/t3.csv"', "")
    kop = ["levering", "kolom", "vraag_id", "tekst", "soort"]
    regels = [
        ["klantpanel", "advies", "advies", "Volgde u het advies op?", "getal"],
        ["klantpanel", "gedaan", "advies", "Volgde u het advies uit de brief op?", "getal"],
    ]
    gelijk = [*regels[:1], [*regels[1][:3], "Volgde u het advies op", "getal"]]
    teksten = [
        check_traject(maak_map(toml, ruw=ruw, bladen={"vragen.xlsx": {"vragen": [kop, *rijen]}})).tekst
        for rijen in (regels, gelijk)
    ]
    assert (
        "vragen.xlsx: vraag 'advies' is in meting 't1' en 't2' anders gesteld (‘… u het advies op?’ en ‘… u het advies uit de "
        "brief op?’) en wordt niet vergeleken; is het dezelfde vraag, geef haar dan bij elke meting dezelfde tekst"
    ) in " ".join(teksten[0].split())
    assert "anders gesteld" not in teksten[1]


def test_a_date_that_is_of_no_wave_says_what_was_asked(maak_map):
    ruw = {"2025-10.csv": "nr;cijfer\nP1;7\nP2;8\n", "2026-04.csv": "nr;cijfer\nP1;6\nP2;9\n"}
    toml = (
        TOML.split("metingen")[0]
        + 'metingen = { 2025-10 = "ruw/2025-10.csv", 2026-04 = "ruw/2026-04.csv" }\n'
    )
    for tekst, uit in (
        (
            "Welk cijfer geeft u de conferentie? (juni 2024)",
            "Welk cijfer geeft u de conferentie? (juni 2024)",
        ),
        ("Welk cijfer geeft u de wijk? (oktober 2025)", "Welk cijfer geeft u de wijk?"),
        ("Hoe druk is het op straat? (zomer)", "Hoe druk is het op straat? (zomer)"),
    ):
        kop = ["levering", "kolom", "vraag_id", "tekst", "soort"]
        vragen = {"vragen": [kop, ["klantpanel", "cijfer", "cijfer", tekst, "getal"]]}
        t = load_traject(maak_map(toml, ruw=ruw, bladen={"vragen.xlsx": vragen}))
        assert t.vragen["tekst"].tolist() == [uit, uit]


def test_a_year_in_two_digits_tells_the_wave_as_well(maak_map):
    ruw = {"2025-03.csv": "nr;cijfer\nP1;7\nP2;8\n", "2026-03.csv": "nr;cijfer\nP1;6\nP2;9\n"}
    toml = (
        TOML.split("metingen")[0]
        + 'metingen = { 2025-03 = "ruw/2025-03.csv", 2026-03 = "ruw/2026-03.csv" }\n'
    )
    for tekst, uit in (
        ("Welk cijfer geeft u de wijk? (mrt '25)", "Welk cijfer geeft u de wijk?"),
        ("Welk cijfer geeft u het feest? (mrt '19)", "Welk cijfer geeft u het feest? (mrt '19)"),
    ):
        kop = ["levering", "kolom", "vraag_id", "tekst", "soort"]
        vragen = {"vragen": [kop, ["klantpanel", "cijfer", "cijfer", tekst, "getal"]]}
        t = load_traject(maak_map(toml, ruw=ruw, bladen={"vragen.xlsx": vragen}))
        assert t.vragen["tekst"].tolist() == [uit, uit]
