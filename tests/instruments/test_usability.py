"""Usability tests: real logs and questionnaires, tables by task and by person, findings, and who may not be known."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject

DATA = Path(__file__).parents[3] / "shared" / "data"
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data sets are not beside this checkout")

LANG = (
    "Deelnemer;Taak;Gelukt?;Tijd (s);Fouten\nP1;1;ja;40;0\nP1;2;nee;200;3\nP2;1;deels;1:10;1\nP2;2;ja;90;0\n"
)
BREED = (
    "Deelnemer;task1_success;task1_tijd;task1_fouten;task2_success;task2_tijd;task2_fouten\n"
    "P1;1;40;0;0;200;3\nP2;0,5;1:10;1;1;90;0\n"
)


def write(pad: Path, tekst: str) -> Path:
    pad.write_text(tekst, encoding="utf-8")
    return pad


@needs_data
def test_the_answers_of_hcitools_give_its_mean_and_spread() -> None:
    t = bd.read_bestand(DATA / "sus_hcitools" / "SUSresponses.csv", instrument="usability")
    score = bd.score_sus(t).iloc[0]
    assert (score["n"], round(score["gemiddelde"], 2), round(score["sd"], 2)) == (45, 50.11, 11.22)


@needs_data
def test_answers_in_words_give_the_mean_of_the_virtual_queue() -> None:
    t = bd.read_bestand(DATA / "sus_vr_queue" / "sus.csv", instrument="usability")
    score = bd.score_sus(t).iloc[0]
    assert (score["n"], round(score["gemiddelde"], 2), round(score["sd"], 2)) == (30, 71.67, 15.19)


@needs_data
def test_the_log_of_jupyterlab_keeps_all_rows_twenty_people_and_what_was_noted() -> None:
    pad = DATA / "usability_jupyterlab2018" / "jupyterlab-ux-data.csv"
    kolommen = {"taak": "Subtask #", "succes": "First Success (Y or N)", "taaktekst": "Correct path"}
    t = bd.read_bestand(pad, instrument="usability", persoon="Code Name", kolommen=kolommen)
    bron = t.bronnen.iloc[0]
    assert (bron["records_in"], bron["records_uit"]) == (1581, 1581)
    assert len(t.deelnemers) == 20
    assert t.vragen["soort"].eq("taak").sum() == 80
    # counted in the file by itself: Y and y, N, and three cells that are neither (C, Y?)
    uitkomst = t.antwoorden["code"].value_counts()
    assert (uitkomst["gelukt"], uitkomst["niet"]) == (1025, 417)
    assert t.logboek.loc[t.logboek["reden"].eq("buiten_bereik"), "aantal"].sum() == 3
    assert t.fragmenten["soort"].eq("observatie").sum() == 268


def test_a_row_per_person_and_a_row_per_task_give_the_same_tables(tmp_path: Path) -> None:
    lang = bd.read_bestand(write(tmp_path / "lang.csv", LANG), instrument="usability")
    breed = bd.read_bestand(write(tmp_path / "breed.csv", BREED), instrument="usability")
    for t in (lang, breed):
        taken = bd.summarise_taken(t)
        assert taken[["n", "deels", "niet", "basis"]].to_numpy().tolist() == [[1, 1, 0, 2], [1, 0, 1, 2]]
        assert taken["tijd_mediaan"].tolist() == [40.0, 90.0]
        assert taken["fouten_mediaan"].tolist() == [0.5, 1.5]
    assert lang.vragen["vraag_id"].tolist() == breed.vragen["vraag_id"].tolist()


def test_seconds_and_errors_are_numbers_with_the_item_of_their_task(tmp_path: Path) -> None:
    vragen = bd.read_bestand(write(tmp_path / "t.csv", LANG), instrument="usability").vragen
    assert vragen[["vraag_id", "soort", "item", "eenheid"]].astype("str").fillna("").to_numpy().tolist()[
        :3
    ] == [
        ["taak1", "taak", "taak1", ""],
        ["taak1_tijd", "getal", "taak1", "seconden"],
        ["taak1_fouten", "getal", "taak1", "fouten"],
    ]


def test_a_time_or_a_number_of_errors_below_zero_is_no_number_and_the_logbook_says_so(tmp_path: Path) -> None:
    goed = bd.read_bestand(write(tmp_path / "g.csv", LANG), instrument="usability")
    assert not goed.logboek["reden"].eq("buiten_bereik").any()  # 0 errors stay 0 errors
    tekst = LANG.replace("P1;1;ja;40;0", "P1;1;ja;-20;-1")
    t = bd.read_bestand(write(tmp_path / "t.csv", tekst), instrument="usability")
    anders = t.antwoorden[t.antwoorden["vraag_id"].isin(["taak1_tijd", "taak1_fouten"])]
    assert anders["status"].tolist().count("leeg_onbekend") == 2
    assert sorted(anders["getal"].dropna()) == [1, 70]
    notities = t.logboek[t.logboek["reden"].eq("buiten_bereik")]
    assert sorted(zip(notities["rij"], notities["kolom"], strict=True)) == [(2, "Fouten"), (2, "Tijd (s)")]
    # of who did succeed, the one time that is left
    taken = bd.summarise_taken(t).set_index("taak_id")
    assert (taken.loc["taak1", "n"], taken.loc["taak1", "tijd_n"]) == (1, 0)


def test_a_task_done_twice_is_refused_with_its_row(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"rij 6.*deze persoon heeft deze taak al"):
        bd.read_bestand(write(tmp_path / "t.csv", LANG + "P1;1;ja;1;0\n"), instrument="usability")


def test_a_row_that_repeats_another_one_is_left_out_and_told(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "t.csv", LANG + LANG.splitlines()[1] + "\n"), instrument="usability")
    assert bd.summarise_taken(t)["basis"].tolist() == [2, 2]
    assert t.logboek.loc[t.logboek["reden"].eq("dubbele_rij"), "rij"].tolist() == [6]
    assert t.bronnen[["records_in", "records_uit"]].to_numpy().tolist() == [[5, 4]]


def test_blank_cells_under_a_person_are_those_of_that_person(tmp_path: Path) -> None:
    tekst = LANG.replace("P1;2", ";2").replace("P2;2", ";2")
    t = bd.read_bestand(write(tmp_path / "t.csv", tekst), instrument="usability")
    assert len(t.deelnemers) == 2
    assert bd.summarise_taken(t)["basis"].tolist() == [2, 2]


def test_findings_are_met_by_people_and_a_total_without_people_is_a_telling(tmp_path: Path) -> None:
    paden = [
        write(tmp_path / "taken.csv", LANG),
        write(
            tmp_path / "log.csv",
            "Bevinding;Ernst;Deelnemers;Aantal\nKnop zoek;hoog;P1 en P2;\nKleur;laag;;3\nTaal;middel;P2;\n",
        ),
    ]
    t = bd.read_bestand(paden, instrument="usability")
    lijst = bd.rank_knelpunten(t)
    assert lijst["knelpunt"].tolist() == ["Knop zoek", "Taal", "Kleur"]
    assert lijst["n"].tolist() == [2, 1, 3]
    assert len(t.deelnemers) == 2
    assert t.tellingen["maat"].tolist() == ["reactie"]


def test_a_sus_without_names_is_an_activity_of_its_own(tmp_path: Path) -> None:
    kop = ";".join(f"SUS{nr}" for nr in range(1, 11))
    sus = write(
        tmp_path / "sus.csv", f"{kop}\n{';'.join('51' * 5)}\n{';'.join('33333' * 2)}\n".replace(";;", ";")
    )
    t = bd.read_bestand([write(tmp_path / "taken.csv", LANG), sus], instrument="usability")
    assert t.activiteiten["activiteit_id"].tolist() == ["usability", "usability_sus"]
    assert bd.score_sus(t)[["activiteit_id", "gemiddelde"]].to_numpy().tolist() == [["usability_sus", 75.0]]


def test_a_professional_takes_part_and_is_in_no_base(tmp_path: Path) -> None:
    tekst = "Deelnemer;Rol;Taak;Gelukt?\nP1;bewoner;1;ja\nP2;medewerker;1;nee\nP3;ondernemer;1;nee\n"
    t = bd.read_bestand(write(tmp_path / "t.csv", tekst), instrument="usability")
    assert t.deelnemers["rol"].tolist() == ["burger", "professional", "ondernemer"]
    assert bd.summarise_taken(t)["tekst"].tolist() == ["1 van de 1"]


def test_a_table_that_is_no_part_is_refused_with_the_parts_there_are(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"welk onderdeel .*taken, sus, bevindingen"):
        bd.read_bestand(write(tmp_path / "x.csv", "naam;kleur\na;rood\nb;blauw\n"), instrument="usability")


KOP = ["Deelnemer", "Gelukt?", "Tijd (s)", "Hulp nodig"]
BLADEN = {
    "Formulier vinden": [KOP, ["P1", "ja", "40", "nee"], ["P2", "nee", "90", "ja"]],
    "Bewijs uploaden": [KOP, ["P1", "deels", "1:10", ""], ["P2", "nee", "20", ""]],
}


def test_a_sheet_per_task_is_read_with_the_name_of_the_sheet_as_the_task(
    schrijf_boek, tmp_path: Path
) -> None:
    t = bd.read_bestand(schrijf_boek(tmp_path / "t.xlsx", BLADEN), instrument="usability")
    assert len(t.deelnemers) == 2
    taken = t.vragen[t.vragen["soort"].eq("taak")]
    assert taken["tekst"].tolist() == ["Formulier vinden", "Bewijs uploaden"]
    uitkomst = t.antwoorden[t.antwoorden["vraag_id"].isin(taken["vraag_id"])]
    assert uitkomst["code"].tolist() == ["gelukt", "niet", "deels", "niet"]
    weg = t.logboek[t.logboek["reden"].eq("kolom_weggelaten")]
    assert weg[["blad", "kolom", "aantal"]].values.tolist() == [["Formulier vinden", "Hulp nodig", 2]]


def test_a_workbook_with_a_sheet_per_task_is_proposed_as_usability(schrijf_boek, tmp_path: Path) -> None:
    schrijf_boek(tmp_path / "t.xlsx", BLADEN)
    propose_traject(tmp_path)
    assert 'onderdelen = { taken = ["t.xlsx"] }' in (tmp_path / "traject.toml").read_text("utf-8")
    assert len(load_traject(tmp_path).deelnemers) == 2


@pytest.mark.parametrize(
    ("kop", "mist"),
    [
        ("Deelnemer;Gelukt?;Tijd (s)", "geen kolom met de taak;.*taak = .*eigen blad"),
        ("Deelnemer;Taak;Tijd (s)", "geen kolom met de uitkomst;.*succes = "),
        ("Deelnemer;Kleur;Tijd (s)", "geen kolom met de taak en geen kolom met de uitkomst"),
    ],
)
def test_of_a_table_of_tasks_only_the_column_that_is_missing_is_told(
    tmp_path: Path, kop: str, mist: str
) -> None:
    pad = write(tmp_path / "t.csv", f"{kop}\nP1;ja;3\nP2;nee;4\n")
    with pytest.raises(ContractError, match=mist):
        bd.read_bestand(pad, instrument="usability", onderdelen={"taken": ("t.csv",)})


NAAST = "Testpersoon;1. Formulier vinden;2. Bewijs uploaden;Opmerking\nP1;gelukt;met hulp;zoekt lang\nP2;niet gelukt;gelukt;\n"


def test_a_column_per_task_with_its_outcome_is_read_with_the_header_as_the_task(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "t.csv", NAAST), instrument="usability")
    taken = t.vragen[t.vragen["soort"].eq("taak")]
    assert taken[["vraag_id", "tekst"]].values.tolist() == [
        ["taak1", "Formulier vinden"],
        ["taak2", "Bewijs uploaden"],
    ]
    assert t.antwoorden["code"].tolist() == ["gelukt", "niet", "deels", "gelukt"]
    assert t.fragmenten["tekst"].tolist() == ["zoekt lang"]


def test_a_yes_or_no_beside_tasks_is_no_task_and_the_logbook_says_so(tmp_path: Path) -> None:
    tekst = "Testpersoon;Inloggen;Betalen;Eigen laptop\nP1;gelukt;met hulp;ja\nP2;niet gelukt;gelukt;nee\n"
    t = bd.read_bestand(write(tmp_path / "t.csv", tekst), instrument="usability")
    assert t.vragen["tekst"].tolist() == ["Inloggen", "Betalen"]
    assert t.logboek.loc[t.logboek["reden"].eq("kolom_weggelaten"), "kolom"].tolist() == ["Eigen laptop"]


def test_columns_that_the_analyst_lists_are_the_tasks(tmp_path: Path) -> None:
    tekst = "Deelnemer;Inloggen;Betalen;Akkoord\nP1;ja;nee;ja\nP2;nee;ja;ja\n"
    pad = write(tmp_path / "t.csv", tekst)
    t = bd.read_bestand(pad, instrument="usability", kolommen={"succes": ["Inloggen", "Betalen"]})
    assert t.vragen["tekst"].tolist() == ["Inloggen", "Betalen"]
    assert t.antwoorden["code"].tolist() == ["gelukt", "niet", "niet", "gelukt"]


def test_tasks_and_sus_on_two_sheets_are_proposed_as_usability_and_counted(
    schrijf_boek, tmp_path: Path
) -> None:
    taken = [rij.split(";") for rij in NAAST.splitlines()]
    sus = [["Testpersoon", *(f"SUS{nr}" for nr in range(1, 11))], ["P1", *[3] * 10], ["P2", *[None] * 10]]
    schrijf_boek(tmp_path / "t.xlsx", {"Taken": taken, "SUS": sus})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["usability-onderzoek"]
    t = load_traject(tmp_path)
    assert len(t.deelnemers) == 2
    assert bd.summarise_taken(t)["tekst"].tolist() == ["1 van de 2", "1 van de 2"]
    assert bd.score_sus(t)["gemiddelde"].tolist() == [50.0]


@pytest.mark.parametrize("kolom", ["task2_success", "taak2", "2"])
def test_the_text_of_a_task_in_vragen_xlsx_is_what_it_is_called(
    tmp_path: Path, schrijf_boek, kolom: str
) -> None:
    write(tmp_path / "t.csv", "Deelnemer;task1_success;task2_success\nP1;ja;nee\nP2;nee;ja\n")
    write(
        tmp_path / "traject.toml",
        '[[levering]]\nnaam = "test"\ninstrument = "usability"\nbestand = "t.csv"\n',
    )
    write(tmp_path / "sleutel.txt", "ab" * 32)
    regels = [["levering", "kolom", "tekst"], ["test", kolom, "Bewijs uploaden"]]
    schrijf_boek(tmp_path / "vragen.xlsx", {"vragen": regels})
    assert load_traject(tmp_path).vragen["tekst"].tolist() == ["Taak 1", "Bewijs uploaden"]


def test_a_row_of_vragen_xlsx_about_no_column_and_no_task_is_told(tmp_path: Path, schrijf_boek) -> None:
    write(tmp_path / "t.csv", "Deelnemer;task1_success;task2_success\nP1;ja;nee\nP2;nee;ja\n")
    write(
        tmp_path / "traject.toml",
        '[[levering]]\nnaam = "test"\ninstrument = "usability"\nbestand = "t.csv"\n',
    )
    write(tmp_path / "sleutel.txt", "ab" * 32)
    regels = [["levering", "kolom", "tekst"], ["test", "taak7", "Bewijs uploaden"]]
    schrijf_boek(tmp_path / "vragen.xlsx", {"vragen": regels})
    with pytest.raises(
        ContractError, match="de kolom 'taak7' van levering 'test' is geen kolom en geen taak; bedoelde u"
    ):
        load_traject(tmp_path)


SUS_PORTAAL = [
    "Ik denk dat ik dit {} vaak zou willen gebruiken",
    "Ik vond het {} onnodig ingewikkeld",
    "Ik vond het {} makkelijk te gebruiken",
    "Ik denk dat ik hulp nodig heb om het {} te kunnen gebruiken",
    "De onderdelen van het {} pasten goed bij elkaar",
    "Er zat te veel tegenstrijdigs in het {}",
    "De meeste mensen leren dit {} snel gebruiken",
    "Ik vond het {} omslachtig",
    "Ik voelde me zeker toen ik het {} gebruikte",
    "Ik moest veel leren voordat ik met het {} aan de slag kon",
]
VRAGEN_ZONDER_WOORDEN = [f"stuk {letter}" for letter in "abcdefghij"]


def write_test(pad: Path, schrijf_boek, koppen: list[str]) -> Path:
    taken = [rij.split(";") for rij in LANG.splitlines()]
    antwoorden = [["P1", *[4, 2] * 5], ["P2", *[5, 1] * 5]]
    return schrijf_boek(pad, {"Taken": taken, "SUS": [["Deelnemer", *koppen], *antwoorden]})


@pytest.mark.parametrize("ding", ["portaal", "aanvraagportaal", "loket", "app", "dienst"])
def test_the_statements_of_a_sus_are_known_whatever_people_used(
    tmp_path: Path, schrijf_boek, ding: str
) -> None:
    pad = write_test(tmp_path / "test.xlsx", schrijf_boek, [zin.format(ding) for zin in SUS_PORTAAL])
    score = bd.score_sus(bd.read_bestand(pad, instrument="usability")).iloc[0]
    assert (score["n"], score["gemiddelde"]) == (2, (75 + 100) / 2)


def test_the_statements_of_a_sus_can_be_named_in_traject_toml(tmp_path: Path, schrijf_boek) -> None:
    pad = write_test(tmp_path / "test.xlsx", schrijf_boek, VRAGEN_ZONDER_WOORDEN)
    kolommen = {f"SUS{nr}": kop for nr, kop in enumerate(VRAGEN_ZONDER_WOORDEN, start=1)}
    t = bd.read_bestand(pad, instrument="usability", kolommen=kolommen)
    assert bd.score_sus(t).iloc[0]["gemiddelde"] == (75 + 100) / 2


def test_a_sus_that_is_not_known_leaves_the_tasks_beside_it(tmp_path: Path, schrijf_boek) -> None:
    write_test(tmp_path / "test.xlsx", schrijf_boek, VRAGEN_ZONDER_WOORDEN)
    (tmp_path / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
    toml = '[[levering]]\ninstrument = "usability"\nbestand = "test.xlsx"\n'
    (tmp_path / "traject.toml").write_text(toml, encoding="utf-8")
    controle = check_traject(tmp_path)
    assert controle.problemen.empty
    assert (
        "blad 'SUS': de tien stellingen van de SUS zijn niet te herkennen; er is geen score" in controle.tekst
    )
    assert 'kolommen = { SUS1 = "…"' in controle.tekst
    traject = load_traject(tmp_path)
    assert traject.vragen["soort"].eq("taak").sum() == 2
    assert traject.vragen["gebruik"].astype("str").eq("sus").sum() == 0
    assert traject.antwoorden["vraag_id"].eq("stuk_a").sum() == 2


def test_a_time_in_minutes_and_seconds_is_the_time_of_a_task(tmp_path: Path) -> None:
    tekst = "Deelnemer;Taak;Gelukt?;Tijd (mm:ss)\nP1;1;ja;3:45\nP2;1;ja;0:15\n"
    t = bd.read_bestand(write(tmp_path / "t.csv", tekst), instrument="usability")
    assert bd.summarise_taken(t)["tijd_mediaan"].tolist() == [120]


@pytest.mark.parametrize("kop", ["Remarks", "Opmerkingen", "Comments", "Toelichting"])
def test_a_remark_beside_the_tasks_of_a_person_is_an_observation_of_that_person(
    tmp_path: Path, kop: str
) -> None:
    regels = BREED.splitlines()
    breed = "\n".join(
        [f"{regels[0]};{kop}", f"{regels[1]};wilde terug naar het begin", f"{regels[2]};", "P3;1;30;0;;;;"]
    )
    t = bd.read_bestand(write(tmp_path / "breed.csv", breed), instrument="usability")
    assert t.fragmenten["tekst"].tolist() == ["wilde terug naar het begin"]
    assert t.fragmenten["soort"].astype("str").tolist() == ["observatie"]
    assert t.fragmenten["vraag_id"].isna().all()
    eerste = t.antwoorden.loc[t.antwoorden["getal"].eq(200), "deelnemer_id"].astype("str").tolist()
    assert t.fragmenten["deelnemer_id"].astype("str").tolist() == eerste
    assert not t.logboek["reden"].eq("kolom_weggelaten").any()
    lang = "\n".join(
        f"{regel};{extra}" for regel, extra in zip(LANG.splitlines(), (kop, "mooi", "", "", ""), strict=True)
    )
    t = bd.read_bestand(write(tmp_path / "lang.csv", lang), instrument="usability")
    assert t.fragmenten[["vraag_id", "tekst"]].astype("str").values.tolist() == [["taak1", "mooi"]]


@pytest.mark.parametrize(
    ("woord", "gemeld"), [("half", True), ("met hulp", True), ("deels", False), ("0,5", False)]
)
def test_another_word_than_the_table_shows_is_told_with_its_place(
    tmp_path: Path, woord: str, gemeld: bool
) -> None:
    """The table says 'deels gelukt': who reads the source beside it finds where the word differs."""
    write(tmp_path / "taken.csv", LANG.replace("deels", woord))
    propose_traject(tmp_path)
    t = load_traject(tmp_path)
    assert t.antwoorden["code"].eq("deels").sum() == 1
    noten = t.logboek[t.logboek["reden"].eq("uitkomst_deels")]
    assert noten[["rij", "kolom"]].to_numpy().tolist() == ([[4, "Gelukt?"]] if gemeld else [])
    zin = "1 uitkomst van een taak in een ander woord, gelezen als ‘deels gelukt’"
    assert (zin in check_traject(tmp_path).tekst) == gemeld
