from random import Random

from burgerdata.loading import check_traject

TOML = """[[levering]]
naam = "panel"
instrument = "klantpanel"
metingen = { nulmeting = "ruw/a.csv", eenmeting = "ruw/b.csv" }
persoon = "nr"
"""
VRAGEN = [
    ["levering", "kolom", "tekst", "vraag_id"],
    ["panel", "vertrouwen", "Vertrouwen?", ""],
    ["panel", "cijfer", "Cijfer?", ""],
]


def rows(kop, *kolommen, vanaf=0):
    toeval = Random(vanaf)
    rijen = [";".join([f"P{nr}", *(str(toeval.randint(1, k)) for k in kolommen)]) for nr in range(12)]
    return "\n".join([kop, *rijen])


def maak(maak_map, tweede, vragen=VRAGEN):
    ruw = {"a.csv": rows("nr;vertrouwen;cijfer", 5, 9), "b.csv": tweede}
    return maak_map(TOML, ruw=ruw, bladen={"vragen.xlsx": {"vragen": vragen}})


def test_a_column_that_is_gone_from_a_wave_is_named_with_file_and_wave(maak_map):
    tekst = check_traject(maak(maak_map, rows("nr;cijfer", 9, vanaf=3))).tekst
    assert (
        "ruw/b.csv: 1 kolom van vragen.xlsx staat wel in een andere meting en niet in meting 'eenmeting': 'vertrouwen'"
        in tekst
    )
    assert tekst.count("van vragen.xlsx staat") == 1


def test_a_question_that_vragen_does_not_list_may_be_asked_once(maak_map):
    assert (
        "Nakijken"
        not in check_traject(maak(maak_map, rows("nr;vertrouwen;cijfer;nieuw", 5, 9, 4, vanaf=3))).tekst
    )


def test_a_column_with_another_name_and_the_same_vraag_id_is_not_gone(maak_map):
    vragen = [
        ["levering", "kolom", "tekst", "vraag_id"],
        ["panel", "vertrouwen", "Vertrouwen?", "vertrouwen"],
        ["panel", "q3", "Vertrouwen?", "vertrouwen"],
        ["panel", "cijfer", "Cijfer?", ""],
    ]
    assert "Nakijken" not in check_traject(maak(maak_map, rows("nr;q3;cijfer", 5, 9, vanaf=3), vragen)).tekst
