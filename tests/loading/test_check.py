import sqlite3

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

from .conftest import ENQUETE


def test_problems_come_first_and_what_could_be_read_is_still_shown(maak_map):
    toml = (
        '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/enquete.csv"\n'
        '[[levering]]\ninstrument = "straatgesprek"\nbestand = "ruw/weg.xlsx"\n'
    )
    controle = check_traject(maak_map(toml))
    assert controle.problemen["rij"].tolist() == [6]
    assert controle.tekst.startswith(
        "1 probleem:\n  traject.toml, rij 6, kolom 'bestand': het bestand 'ruw/weg.xlsx'"
    )
    assert controle.activiteiten["activiteit_id"].tolist() == ["enquete"]
    assert "\nAlvast verder met de rest? Zet in traject.toml een # voor elke regel" in controle.tekst


def test_counts_are_with_and_without_weights(maak_map):
    antwoorden = check_traject(maak_map()).antwoorden
    geslacht = antwoorden[antwoorden["vraag_id"] == "geslacht"].set_index("label")
    # weights 1.2 (man), 0.8 and 1.0 (vrouw), 1.0 (man): 2.2 of 4.0
    assert geslacht.loc["man", ["n", "basis"]].tolist() == [2, 4]
    assert geslacht.loc["man", "aandeel"] == 0.5
    assert round(geslacht.loc["man", "gewogen"], 10) == 0.55


def test_options_that_nobody_chose_are_shown_too(maak_map):
    antwoorden = check_traject(maak_map()).antwoorden
    cijfer = antwoorden[antwoorden["vraag_id"] == "cijfer"]
    assert cijfer["label"].tolist() == [str(stap) for stap in range(1, 11)]
    assert cijfer["n"].tolist() == [0, 0, 0, 0, 0, 1, 1, 1, 0, 0]


def test_of_many_grades_those_given_most_stand_in_their_order_and_one_left_out_is_one_answer(maak_map):
    cijfers = ["6", "7", "7,5", "8", "8", "8", "8,5", "9"]  # with the grades that nobody gave 12 of 13
    regels = "".join(f"{nr};{cijfer}\n" for nr, cijfer in enumerate([*cijfers, "6,5"], 1))
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/enquete.csv"\npersoon = "respnr"\n'
    tekst = check_traject(maak_map(toml, ruw={"enquete.csv": "respnr;rapportcijfer\n" + regels})).tekst
    blok = tekst.split("rapportcijfer (n = 9)")[1].splitlines()
    getallen = [
        float(regel.split()[0].replace(",", "."))
        for regel in blok
        if regel[:2] == "  " and regel[2:3].isdigit()
    ]
    assert getallen == sorted(getallen)
    assert len(getallen) == 12
    assert "  … en nog 1 antwoord" in blok


def test_no_answer_in_words_is_printed(maak_map):
    assert "het duurde lang" not in check_traject(maak_map()).tekst


def test_two_deliveries_of_one_file_under_two_names_are_refused(maak_map):
    toml = "".join(
        f'[[levering]]\nnaam = "{naam}"\ninstrument = "enquete"\nbestand = "ruw/{naam}.csv"\n'
        for naam in ("een", "twee")
    )
    inhoud = "nr;Welk cijfer geeft u?\n1;7\n2;8\n"
    controle = check_traject(maak_map(toml, ruw={"een.csv": inhoud, "twee.csv": inhoud}))
    assert controle.tekst.startswith(
        "1 probleem:\n  ruw/twee.csv: dit bestand is precies gelijk aan ruw/een.csv, en telt dus dubbel; haal een van de"
    )


KOP_MARGES = ["variabele", "categorie", "aandeel", "populatie", "peildatum", "bron"]


def test_a_margin_that_fits_no_trait_or_category_is_to_be_looked_at(maak_map):
    namen = (("geslacht", "man"), ("geslacht", "vrouwen"), ("geslagt", "man"), ("geslagt", "vrouw"))
    rijen = [[naam, categorie, 0.5, "bevolking", "2026-01-01", "CBS"] for naam, categorie in namen]
    tekst = check_traject(maak_map(bladen={"marges.xlsx": {"marges": [KOP_MARGES, *rijen]}})).tekst
    assert tekst.startswith("Geen problemen gevonden.\n\nNakijken\n")
    assert (
        "rij 3, kolom 'categorie': deze categorie van geslacht komt niet voor; bedoelde u 'vrouw'?" in tekst
    )
    assert (
        "rij 4 t/m 5, kolom 'variabele': dit is geen kenmerk in dit traject; bedoelde u 'geslacht'?" in tekst
    )


def test_columns_that_nothing_reads_are_named_unless_they_bear_the_name_of_a_person(maak_map):
    taken = "Deelnemer;Taak;Gelukt?;Hulp nodig;Fatima Jansen\nP1;1;ja;nee;x\nP2;1;nee;ja;y\n"
    toml = '[[levering]]\ninstrument = "usability"\nbestand = "ruw/t.csv"\n'
    tekst = check_traject(maak_map(toml, ruw={"t.csv": taken})).tekst
    assert "ruw/t.csv: 2 kolommen niet gebruikt: 'Hulp nodig'\n" in tekst


def test_a_column_that_counts_as_a_note_is_said(maak_map):
    rijen = [["thema", "woorden_wel", "notitie"], ["Traag", "lang", "zie fg1"]]
    tekst = check_traject(maak_map(bladen={"themalijst.xlsx": {"themalijst": rijen}})).tekst
    assert "blad 'themalijst': de kolom 'notitie' bestaat niet; zij telt als aantekening van u" in tekst


def test_rows_of_margins_without_a_date_are_told_once_and_by_their_place(maak_map):
    rijen = [["geslacht", naam, 0.5, "bevolking", None, "CBS"] for naam in ("man", "vrouw")]
    tekst = check_traject(maak_map(bladen={"marges.xlsx": {"marges": [KOP_MARGES, *rijen]}})).tekst
    assert tekst.startswith(
        "1 probleem:\n  marges.xlsx, blad 'marges', rij 2 t/m 3, kolom 'peildatum': de peildatum is leeg; vul peildatum in"
    )
    assert "Alvast verder" not in tekst


def test_the_questions_of_a_delivery_that_was_removed_are_one_problem(maak_map):
    vragen = [["levering", "kolom"], *(["straat", f"v{nummer}"] for nummer in range(1, 17))]
    tekst = check_traject(maak_map(bladen={"vragen.xlsx": {"vragen": vragen}})).tekst
    assert tekst.startswith(
        "1 probleem:\n  vragen.xlsx, blad 'vragen', rij 2 t/m 17, kolom 'levering': deze levering"
    )
    assert "of verwijder deze rijen of zet de levering terug" in tekst


def test_answers_outside_a_scale_are_to_be_looked_at_by_column_and_never_quoted(maak_map):
    cijfers = ["7", "8", "6", "9", "5", "7", "8", "zeven", "77", "6"]
    inhoud = "respnr;Welk cijfer geeft u?\n" + "".join(f"{nr};{c}\n" for nr, c in enumerate(cijfers, 1))
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\npersoon = "respnr"\n'
    vragen = [["levering", "kolom", "soort"], ["enquete", "Welk cijfer geeft u?", "schaal"]]
    map_ = maak_map(toml, ruw={"e.csv": inhoud}, bladen={"vragen.xlsx": {"vragen": vragen}})
    nakijken = check_traject(map_).tekst.split("Nakijken\n")[1].split("\n\n")[0]
    assert "ruw/e.csv, kolom 'Welk cijfer geeft u?': 2 antwoorden vallen buiten de schaal" in nakijken
    assert "zeven" not in nakijken
    assert "77" not in nakijken


@pytest.mark.parametrize(("hoogste", "anders"), [(5, True), (9, False)])
def test_a_wave_with_another_scale_is_named_with_its_column(maak_map, hoogste, anders):
    kop = "panel_id;Hoe tevreden bent u?\n"
    eerste, tweede = (
        kop + "".join(f"{nr};{nr % stappen + 1}\n" for nr in range(30)) for stappen in (10, hoogste)
    )
    toml = (
        '[[levering]]\ninstrument = "klantpanel"\npersoon = "panel_id"\n'
        'metingen = { 2026-03 = "ruw/m1.csv", 2026-06 = "ruw/m2.csv" }\n'
    )
    tekst = check_traject(maak_map(toml, ruw={"m1.csv": eerste, "m2.csv": tweede})).tekst
    zin = "ruw/m2.csv, kolom 'Hoe tevreden bent u?': deze meting gebruikt alleen de onderste helft"
    assert (zin in tekst) == anders


def test_margins_that_nobody_is_compared_with_are_said_with_the_reason(maak_map):
    rijen = [["geslacht", naam, 0.5, "bevolking", "2026-01-01", "CBS"] for naam in ("man", "vrouw")]
    map_ = maak_map(bladen={"marges.xlsx": {"marges": [KOP_MARGES, *rijen]}})
    assert "wie ontbraken" not in check_traject(map_).tekst
    toml = (map_ / "traject.toml").read_text("utf-8").replace("fase = ", 'werving = "klantbestand"\nfase = ')
    (map_ / "traject.toml").write_text(toml, encoding="utf-8")
    assert (
        "marges.xlsx: wie ontbraken is niet vast te stellen: de bevolkingscijfers over ‘geslacht’ passen alleen bij"
    ) in check_traject(map_).tekst


def test_a_base_below_the_number_of_people_is_shown_beside_it(maak_map):
    """Of four people three gave a grade, and all four said what they are."""
    tekst = check_traject(maak_map()).tekst
    assert "cijfer (n = 3 van 4)" in tekst
    assert "geslacht (n = 4)" in tekst
    assert "n = 90 van 100: de anderen gaven geen antwoord" in tekst


def test_a_theme_that_was_known_needs_where_it_was_known_from(maak_map):
    rijen = [["Wachten", "nee"], ["Taal", "nee: probleemanalyse 2025, p. 4"], ["Geld", "ja"]]
    bladen = {"themalijst.xlsx": {"themalijst": [["thema", "nieuw_inzicht"], *rijen]}}
    tekst = check_traject(maak_map(bladen=bladen)).tekst
    assert tekst.count("er staat geen bron bij; schrijf haar erachter") == 1
    assert "rij 2, kolom 'nieuw_inzicht': 'nee' zegt dat dit al bekend was" in tekst


@pytest.mark.parametrize("instrument", ["enquete", "klantpanel", "community", "usability", "straatgesprek"])
def test_a_file_with_a_header_and_no_row_is_one_sentence(maak_map, instrument):
    kop = {"usability": "Deelnemer;Taak;Gelukt?", "community": "bericht;persoon"}.get(
        instrument, "nr;Wat vond u?"
    )
    toml = f'[[levering]]\ninstrument = "{instrument}"\nbestand = "ruw/leeg.csv"\n'
    controle = check_traject(maak_map(toml, ruw={"leeg.csv": f"{kop}\n"}))
    assert controle.tekst.startswith(
        "1 probleem:\n  ruw/leeg.csv: in dit bestand staan koppen en geen enkele rij met antwoorden; vraag om het bestand"
    )


def test_a_database_that_no_delivery_names_is_not_called_damaged(maak_map, tmp_path):
    boek = tmp_path / "project.sqlite3"
    with sqlite3.connect(boek) as databank:
        databank.execute("create table highlights (snippet)")
        databank.executemany("insert into highlights values (?)", [("woord " * 30,)] * 90)
    databank.close()
    map_ = maak_map(ruw={"enquete.csv": ENQUETE, "project.sqlite3": boek.read_bytes()})
    assert (
        "gezien, niet gelezen:\n    ruw/project.sqlite3: dit is een databank die niet van QualCoder of Taguette is; "
        "exporteer de gegevens als .xlsx of .csv\n" in check_traject(map_).tekst
    )


def test_a_file_that_holds_no_answers_has_the_same_reason_as_nieuw_gives(maak_map):
    ruw = {
        "enquete.csv": ENQUETE,
        "kapot.csv": '"a;b;c\n1;2\n"3;"4;5;6;7\nfoo;"bar\n',
        "tabel.csv": "Antwoord;18-34;35+\ngoed;45%;50%\nslecht;55%;50%\n",
        "nog_niet.csv": "nr;Welk cijfer geeft u?;Waarom?\n1;7;kort\n2;8;lang\n",
    }
    map_ = maak_map(ruw=ruw)
    tekst = check_traject(map_).tekst
    kapot, tabel = propose_traject(map_).gezien
    assert kapot.startswith("ruw/kapot.csv: rij 1: een aanhalingsteken")
    assert tabel == "ruw/tabel.csv: tabellen met uitkomsten, geen antwoorden"
    assert (
        f"  gezien, niet gebruikt: ruw/nog_niet.csv\n  gezien, niet gelezen:\n    {kapot}\n    {tabel}\n"
        in tekst
    )


def test_a_damaged_word_file_is_told_as_not_read(maak_map):
    map_ = maak_map(ruw={"enquete.csv": ENQUETE, "fg1.docx": b"PK\x03\x04" + b"afgebroken" * 40})
    tekst = check_traject(map_).tekst
    assert "ruw/fg1.docx: dit bestand is beschadigd of afgebroken; vraag het bestand opnieuw op" in tekst
    assert "gezien, niet gebruikt" not in tekst


def test_a_typing_error_beyond_the_scale_is_told_and_counts_nowhere(maak_map):
    """Forty people who give 2 to 5 on 1-5, and a 7: the scale stays, and the row is named."""
    cellen = [str(nr % 4 + 2) for nr in range(40)] + ["7"]
    rijen = "".join(f"{nr};{cel}\n" for nr, cel in enumerate(cellen))
    map_ = maak_map(
        '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n',
        ruw={"e.csv": f"nr;Ik ben gehoord vanavond (1-5)\n{rijen}"},
    )
    tekst = check_traject(map_).tekst
    assert "kolom 'Ik ben gehoord vanavond (1-5)': 1 antwoord valt buiten de schaal" in tekst
    opties = load_traject(map_).opties
    assert opties.loc[opties["status"].eq("geldig"), "waarde"].max() == 5
