from datetime import date

import pytest

from burgerdata.errors import BronError
from burgerdata.loading.toml import read_instellingen
from burgerdata.loading.toml_text import parse_toml


def lees(map_):
    instellingen, problemen = read_instellingen(map_ / "traject.toml")
    return instellingen, [str(probleem) for probleem in problemen]


@pytest.mark.parametrize(
    ("regel", "rij", "remedie"),
    [
        ("titel = “Proef”", 1, "rechte aanhalingstekens"),
        ("besluit = 1-3-2026", 1, "schrijf 2026-03-01"),
        ("besluit = 1/3/2026", 1, "schrijf 2026-03-01"),
        (r'titel = "P:\Onderzoek"', 1, "schrijf / in plaats van"),
        ('titel = "Proef', 1, "aanhalingsteken aan beide kanten"),
        ('titel = "a"\ntitel = "b"', 2, "verwijder een van de twee"),
    ],
)
def test_a_slip_of_the_keyboard_is_told_with_its_line_and_remedy(maak_map, regel, rij, remedie):
    _, problemen = lees(maak_map(regel + "\n"))
    assert problemen[0].startswith(f"traject.toml, rij {rij}")
    assert remedie in problemen[0]


def test_a_backslash_that_became_a_line_end_in_a_path_is_told(maak_map):
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw\\nieuw.csv"\n'
    _, problemen = lees(maak_map(toml))
    assert any(
        probleem.startswith("traject.toml, rij 3") and "schrijf /" in probleem for probleem in problemen
    )


def test_curly_quotes_inside_a_text_are_text(maak_map):
    instellingen, problemen = lees(maak_map('titel = "de “nieuwe” wijk"\n'))
    assert instellingen.titel == "de “nieuwe” wijk"
    assert not any("krul" in probleem for probleem in problemen)


@pytest.mark.parametrize("codering", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_of_windows_are_read(maak_map, codering):
    map_ = maak_map()
    tekst = (map_ / "traject.toml").read_text("utf-8").replace('"Proef"', '"Enquête"').replace("\n", "\r\n")
    (map_ / "traject.toml").write_bytes(tekst.encode(codering))
    instellingen, problemen = lees(map_)
    assert (instellingen.titel, problemen) == ("Enquête", [])


def test_an_unknown_key_is_told_with_the_one_that_was_meant(maak_map):
    map_ = maak_map()
    toml = (map_ / "traject.toml").read_text("utf-8").replace("persoon =", "persoom =")
    (map_ / "traject.toml").write_text(toml, "utf-8")
    _, problemen = lees(map_)
    assert problemen == [
        "traject.toml, rij 7, kolom 'persoom': de instelling 'persoom' bestaat in [levering] niet; bedoelde u 'persoon'?"
    ]


def test_a_word_outside_the_vocabulary_is_told_with_a_choice(maak_map):
    map_ = maak_map('[[levering]]\ninstrument = "enquete"\nfase = "praktik"\nbestand = "ruw/enquete.csv"\n')
    _, problemen = lees(map_)
    assert problemen == [
        "traject.toml, rij 3, kolom 'fase': dit woord hoort niet in de lijst; bedoelde u 'praktijk'?"
    ]


def test_question_marks_are_settings_that_were_not_given(maak_map):
    toml = 'titel = "?"\nbesluit = "?"\ndoelgroep = ["?"]\n[[levering]]\ninstrument = "enquete"\nfase = "?"\nbestand = "ruw/enquete.csv"\n'
    instellingen, problemen = lees(maak_map(toml))
    assert problemen == []
    assert (instellingen.titel, instellingen.besluit, instellingen.leveringen[0].fase) == ("", None, "")
    assert {"titel", "besluit", "doelgroep", "fase van enquete"} <= set(instellingen.niet_opgegeven)
    assert len(set(instellingen.niet_opgegeven)) == len(instellingen.niet_opgegeven)


def test_a_pattern_takes_all_files_in_natural_order(maak_map):
    toml = '[[levering]]\ninstrument = "focusgroep"\nbestand = "ruw/fg*.txt"\n'
    ruw = {f"fg{nummer}.txt": "M: hallo\nR1: ja\n" for nummer in (10, 2, 1)} | {"~$fg3.txt": "x"}
    instellingen, _ = lees(maak_map(toml, ruw=ruw))
    assert instellingen.leveringen[0].bestanden == ("ruw/fg1.txt", "ruw/fg2.txt", "ruw/fg10.txt")


def test_a_missing_file_is_told_with_the_one_that_looks_like_it(maak_map):
    map_ = maak_map('[[levering]]\ninstrument = "enquete"\nbestand = "ruw/enqete.csv"\n')
    _, problemen = lees(map_)
    assert "staat niet in de map; bedoelde u 'ruw/enquete.csv'?" in problemen[0]


@pytest.mark.parametrize("patroon", ["ruw/nldm_*.csv", "ruw/nldm.csv"])
def test_files_that_are_gone_are_not_taken_for_others_and_the_remedy_is_whole(maak_map, patroon):
    blok = f'[[levering]]\nnaam = "community"\ninstrument = "community"\nbestand = "{patroon}"\n'
    _, problemen = lees(maak_map(blok, ruw={"signalen.csv": "x;y\n1;2"}))
    assert problemen[0].endswith(
        f"het bestand '{patroon}' staat niet in de map; zet het in de map ruw/, of haal deze levering weg uit "
        "traject.toml en alle rijen van levering 'community' in vragen.xlsx"
    )


@pytest.mark.parametrize("pad", ["/etc/passwd", "../elders.csv", "C:/elders.csv"])
def test_a_path_outside_the_folder_is_refused(maak_map, pad):
    _, problemen = lees(maak_map(f'[[levering]]\ninstrument = "enquete"\nbestand = "{pad}"\n'))
    assert "buiten de map" in problemen[0]


def test_dates_counts_and_waves_arrive_as_they_were_written(maak_map):
    toml = (
        'besluit = 2027-03-15\n[[levering]]\ninstrument = "klantpanel"\nuitgenodigd = 300\nbegindatum = 2026-03-01\n'
        'metingen = { 2026-03 = "ruw/a.csv", 2026-06 = "ruw/b.csv" }\n'
    )
    instellingen, problemen = lees(maak_map(toml, ruw={"a.csv": "x;y\n1;2", "b.csv": "x;y\n1;2"}))
    levering = instellingen.leveringen[0]
    assert problemen == []
    assert instellingen.besluit == date(2027, 3, 15)
    assert (levering.begindatum, dict(levering.tellingen)) == (date(2026, 3, 1), {"uitgenodigd": 300})
    assert dict(levering.metingen) == {"2026-03": "ruw/a.csv", "2026-06": "ruw/b.csv"}


def test_deliveries_without_a_name_are_numbered_and_equal_names_refused(maak_map):
    blok = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/enquete.csv"\n'
    instellingen, _ = lees(maak_map(blok * 2))
    assert [levering.naam for levering in instellingen.leveringen] == ["enquete1", "enquete2"]
    _, problemen = lees(maak_map(blok.replace("bestand", 'naam = "e"\nbestand') * 2))
    assert any("twee leveringen met de naam 'e'" in probleem for probleem in problemen)


def test_a_folder_without_settings_says_how_to_make_them(tmp_path):
    with pytest.raises(BronError, match=r"maak het met 'kit\.py nieuw'"):
        read_instellingen(tmp_path / "traject.toml")


def test_norms_are_one_or_two_bounds_per_indicator(maak_map):
    instellingen, _ = lees(maak_map("normen = { P3 = 0.7, P7 = [6.5, 7.5] }\n"))
    assert instellingen.normen == {"P3": (0.7,), "P7": (6.5, 7.5)}


def test_a_norm_for_something_that_is_no_indicator_is_told(maak_map):
    _, problemen = lees(maak_map('normen = { P9 = 0.7, P3 = "hoog", P1 = [1, 2, 3] }\n'))
    assert any("de indicator 'P9' bestaat niet" in probleem for probleem in problemen)
    assert sum("is geen getal" in probleem for probleem in problemen) == 2


def test_a_threshold_in_a_word_is_told_to_be_a_number(maak_map):
    _, problemen = lees(maak_map("[instellingen]\ndrempel = tien\n"))
    assert problemen[0] == (
        "traject.toml, rij 2: hier hoort een heel getal; schrijf het in cijfers, zoals drempel = 10"
    )


def test_a_word_that_resembles_none_of_the_vocabulary_names_all_its_words(maak_map):
    toml = '[[levering]]\ninstrument = "enquete"\nfase = "uitvoering"\nbestand = "ruw/enquete.csv"\n'
    _, problemen = lees(maak_map(toml))
    alle = "kies uit beleidsontwikkeling, dienstverlening, praktijk, evaluatie"
    assert [probleem.split("lijst; ")[1] for probleem in problemen] == [alle]


@pytest.mark.parametrize(
    ("regel", "wat"),
    [
        ("besluit = 1-3-2027", "een datum staat hier dag eerst; schrijf 2027-03-01"),
        ("besluit = 2027-02-30", "deze dag bestaat niet; schrijf jaar-maand-dag, zoals 2026-03-01"),
        ("besluit = 2027-3-1", "in deze datum mist een nul; schrijf 2027-03-01"),
        ('titel = "Proef', "deze regel is geen geldige instelling; schrijf naam"),
        ("besluit = maart 2027", "deze regel is geen geldige instelling; schrijf naam"),
    ],
)
def test_one_line_that_cannot_be_read_hides_nothing_else(regel, wat):
    tekst = f'{regel}\nfase = "praktijk"\n\n[[levering]]\ninstrument = "enquete"\ntrede = "meepraten"\nbestand = "e.csv"\n'
    gelezen = parse_toml(tekst)
    assert [probleem.rij for probleem in gelezen.problemen] == [1]
    assert wat in str(gelezen.problemen[0])
    assert gelezen.inhoud["levering"][0]["trede"] == "meepraten"


def test_a_wrong_date_and_a_wrong_trede_are_told_in_one_run(maak_map):
    toml = 'besluit = 2027-02-30\n\n[[levering]]\ninstrument = "enquete"\nbegindatum = 1-2-2026\ntrede = "meepraten"\nbestand = "ruw/enquete.csv"\n'
    _, problemen = read_instellingen(maak_map(toml) / "traject.toml")
    assert [(probleem.rij, probleem.wat) for probleem in problemen] == [
        (1, "deze dag bestaat niet"),
        (5, "een datum staat hier dag eerst"),
        (6, "dit woord hoort niet in de lijst"),
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        'doelgroep = ["a",\ntitel = "Proef"\n',
        'titel = "Proef"\ntitel = "Weer"\n',
        '[[levering]\ninstrument = "enquete"\n',
    ],
)
def test_a_line_that_is_wrong_by_what_stands_around_it_is_the_only_one_that_is_told(tekst):
    gelezen = parse_toml(tekst)
    assert len(gelezen.problemen) == 1
    assert not gelezen.inhoud


def test_dates_that_are_right_and_days_in_texts_and_names_of_waves_are_no_slips():
    tekst = 'titel = "gesprek 2026-2-30"  # op 1-3-2026\nbesluit = 2027-02-28\n[[levering]]\nmetingen = { 2026-2-1 = "a.csv" }\n'
    assert not parse_toml(tekst).problemen
