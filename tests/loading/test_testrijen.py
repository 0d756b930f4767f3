"""Rows that somebody made to try a form out."""

from __future__ import annotations

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

# 8 answers and 3 trials of the maker
ENQUETE = "ID;Cijfer;Toelichting;opm. Karin\n" + "".join(
    f"{nr};{5 + nr % 4};{tekst};{opm}\n"
    for nr, (tekst, opm) in enumerate(
        [
            ("test", "testrij"),
            ("Test 2", "TEST"),
            ("test karin", "test"),
            *((f"Ik wil langer open, dag {n}", "interessant!" if n == 2 else "") for n in range(8)),
        ],
        start=1,
    )
)
# 12 complaints of as many people, and one to try the form
KLACHTEN = "Zaaknummer;Ontvangen;Kanaal;Categorie;Omschrijving;Klantnr\n" + "".join(
    f"Z-{100 + nr};{nr:02}-03-2026;Telefoon;{'Test' if nr % 2 else 'Afval'};{tekst};K{nr:04}\n"
    for nr, tekst in enumerate(
        [*(f"De container is al {n} dagen vol" for n in range(2, 14)), "TEST graag negeren"], 1
    )
)


def test_a_row_that_says_testrij_is_left_out_with_those_that_say_test(tmp_path):
    (tmp_path / "enquete.csv").write_text(ENQUETE, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["let_op"].str.startswith("3 testrijen").tolist() == [True]
    assert len(load_traject(tmp_path).deelnemers) == 8


def test_a_complaint_that_says_to_ignore_it_is_left_out(tmp_path):
    (tmp_path / "klachten.csv").write_text(KLACHTEN, "utf-8")
    propose_traject(tmp_path)
    assert 'testrijen = { Omschrijving = ["TEST graag negeren"] }' in (tmp_path / "traject.toml").read_text(
        "utf-8"
    )
    traject = load_traject(tmp_path)
    assert (len(traject.fragmenten), len(traject.deelnemers)) == (12, 12)


def test_a_complaint_that_says_it_is_a_test_and_counts_is_told(tmp_path):
    (tmp_path / "klachten.csv").write_text(KLACHTEN, "utf-8")
    propose_traject(tmp_path)
    pad = tmp_path / "traject.toml"
    zonder = [regel for regel in pad.read_text("utf-8").splitlines() if not regel.startswith("testrijen")]
    pad.write_text("\n".join(zonder), "utf-8")
    tekst = check_traject(tmp_path).tekst
    assert "1 bericht zegt alleen dat het een test is, en telt mee" in tekst
    assert 'testrijen = { Omschrijving = ["TEST graag negeren"] }' in tekst


# 12 calls at a contact centre and two to try the form, of which one says so in the reason alone
CONTACTEN = "Contactnr;Datum;Kanaal;Contactreden;Toelichting\n" + "".join(
    f"{2000 + nr};{1 + nr:02}-04-2026;telefoon;{reden};{tekst}\n"
    for nr, (reden, tekst) in enumerate(
        [
            *(
                (["Afspraak maken", "Klacht toegang", "Test"][n % 3], f"De deur is al {n} dagen zwaar")
                for n in range(2, 14)
            ),
            ("TEST", "TEST niet gebruiken"),
            ("TEST niet gebruiken", "Mevrouw belt over de balie"),
        ]
    )
)


def test_calls_that_say_in_their_reason_or_text_not_to_use_them_are_left_out(tmp_path):
    (tmp_path / "KCC.csv").write_text(CONTACTEN, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["let_op"].str.contains("2 testrijen").tolist() == [True]
    assert len(load_traject(tmp_path).fragmenten) == 12


@pytest.mark.parametrize(
    "antwoord", ["testlocatie", "De test duurde te lang", "een test", "proefles", "Negeer de test"]
)
def test_an_answer_about_a_test_is_no_trial(tmp_path, antwoord):
    regels = ENQUETE.splitlines()[:1] + [f"{nr};7;{antwoord};\n" for nr in range(1, 9)]
    (tmp_path / "enquete.csv").write_text("\n".join(map(str.strip, regels)), "utf-8")
    propose_traject(tmp_path)
    assert "testrijen" not in (tmp_path / "traject.toml").read_text("utf-8")


def test_a_condition_that_is_called_test_is_no_trial(tmp_path):
    regels = [
        "ID;Groep;Cijfer",
        *(f"{nr};{'test' if nr % 2 else 'controle'};{5 + nr % 4}" for nr in range(1, 31)),
    ]
    (tmp_path / "enquete.csv").write_text("\n".join(regels), "utf-8")
    propose_traject(tmp_path)
    assert len(load_traject(tmp_path).deelnemers) == 30


@pytest.mark.parametrize(("kop", "mensen"), [("Hoe kwam u aan uw laadpaal?", 30), ("Status", 26)])
def test_an_option_that_is_called_proef_is_an_answer_and_a_state_is_none(tmp_path, kop, mensen):
    waarden = ["Zelf gekocht", "Via werkgever"] * 13 + ["Proef"] * 4
    regels = [f"{1000 + 7 * nr};{waarde};{5 + nr % 4}" for nr, waarde in enumerate(waarden)]
    (tmp_path / "enquete.csv").write_text("\n".join([f"respondentnr;{kop};Cijfer", *regels]), "utf-8")
    propose_traject(tmp_path)
    assert len(load_traject(tmp_path).deelnemers) == mensen


SIGNAAL = """titel = "Proef"

[[levering]]
naam = "signaal"
instrument = "signaal"
bestand = "ruw/klachten.csv"
kolommen = { bericht_id = "Zaaknummer", datum = "Ontvangen", persoon = "Klantnr", bericht = "Omschrijving" }
"""


@pytest.mark.parametrize("regel", ['{ zaaknummer = ["Z-113"] }', '{ Klantnr = ["k0013"] }'])
def test_a_message_is_left_out_by_a_number_that_sealing_took_away(maak_map, regel):
    map_ = maak_map(SIGNAAL, ruw={"klachten.csv": KLACHTEN})
    alle = set(load_traject(map_).fragmenten["fragment_id"].astype("str"))
    (map_ / "traject.toml").write_text(f"{SIGNAAL}testrijen = {regel}\n", "utf-8")
    over = load_traject(map_)
    assert (len(alle), len(over.fragmenten), len(over.deelnemers)) == (13, 12, 12)
    assert set(over.fragmenten["fragment_id"].astype("str")) < alle
    assert "Z-113" not in over.logboek.to_csv()


@pytest.mark.parametrize("persoon", ["", 'persoon = "ID"\n'])
def test_a_form_is_left_out_by_its_number_and_the_others_keep_theirs(maak_map, persoon):
    toml = f'[[levering]]\nnaam = "e"\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n{persoon}'
    map_ = maak_map(toml, ruw={"e.csv": ENQUETE})
    alle = load_traject(map_)
    (map_ / "traject.toml").write_text(f'{toml}testrijen = {{ ID = ["1", "2", "3"] }}\n', "utf-8")
    over = load_traject(map_)
    assert (len(alle.deelnemers), len(over.deelnemers)) == (11, 8)
    assert set(over.deelnemers["deelnemer_id"]) < set(alle.deelnemers["deelnemer_id"])


def test_each_trial_row_is_left_out_whichever_column_says_so(tmp_path):
    rijen = [f"{nr};{5 + nr % 4};langer open op dag {nr};lopend {nr}" for nr in range(1, 21)]
    proef = ["21;5;test;test", "22;6;Testje van Joke;", "23;7;;TEST niet gebruiken"]
    tekst = "\n".join(["ID;Cijfer;Toelichting;Anders", *rijen, *proef]) + "\n"
    (tmp_path / "enquete.csv").write_text(tekst, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["let_op"].str.startswith("3 testrijen").tolist() == [True]
    assert len(load_traject(tmp_path).deelnemers) == 20
