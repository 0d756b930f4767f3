"""The day of a talk is read above it, and a year that the folder knows is filled in and marked as a guess."""

from __future__ import annotations

import zipfile

import pytest

from burgerdata.loading import load_traject, propose_traject

GESPREK = "M: Welkom bij {0}, fijn dat u er bent.\nR1: Dank u, bij {0} kom ik graag.\nM: Wat valt op?\nR2: De {0} is te druk.\n"
GERADEN = "met een jaar dat is geraden naar de andere bestanden"


def write_talks(map_, **teksten):
    for naam, kop in teksten.items():
        (map_ / f"{naam.replace('_', ' ')}.txt").write_text(f"{kop}\n\n{GESPREK.format(naam[-4:])}", "utf-8")


def draft(map_):
    propose_traject(map_)
    return (map_ / "traject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    "kop",
    [
        "GROEPSGESPREK NOORD - 29 september 2026 - buurthuis",
        "Verslag groep Noord\nDatum: 29-09-2026",
        "Datum: di 29 sept. 2026\nUitgewerkt op 3 oktober 2026",
        "Naar aanleiding van het besluit van 3 maart 2020\nFocusgroep Noord, 29-9-2026",
        "Focusgroep over de brief van de gemeente, 29 september 2026 (uitgenodigd op 3 april 2026)",
        "Opgesteld door J. Jansen, 3 oktober 2026\nDinsdag 29 september 2026, 19.00 uur",
        "Groepsgesprek 29 september 2026, vastgesteld 3 oktober 2026",
        "Vastgesteld verslag focusgroep 29 september 2026\nSinds 1 januari 2024 rijdt bus 3 niet.",
        "29 september 2026\nWij spraken deze middag met bewoners over wat sinds de vorige zomer gebeurde, toen op 4 juli 2025 de halte wegging.",
        "In 2025 is op 4 juni een plan gemaakt.\nGesprek met de raad op 29 september 2026",
    ],
)
def test_a_day_above_the_talk_is_filled_in_with_where_it_stands(tmp_path, kop):
    write_talks(tmp_path, gesprek_noord=kop)
    assert "begindatum = 2026-09-29  # eerste dag, volgens de kop van het gesprek; verbeter" in draft(
        tmp_path
    )


@pytest.mark.parametrize(
    "kop",
    [
        "Naar aanleiding van het besluit van de gemeenteraad van 3 maart 2020\nFocusgroep Oost",
        "Opgesteld door J. Jansen, 3 oktober 2026",
        "Datum verslag: 3 oktober 2026",
        "Verslag vorige bijeenkomst 3 mei 2026",
        "Bewoners kunnen reageren tot 1 juli 2026",
        "Focusgroep 1: 12 mei 2026\nFocusgroep 2: 13 mei 2026",
    ],
)
def test_a_day_of_a_letter_a_decision_or_a_report_is_not_that_of_the_talk(tmp_path, kop):
    write_talks(tmp_path, gesprek_noord=kop)
    assert 'begindatum = "?"' in draft(tmp_path)


def test_a_day_that_somebody_says_is_not_that_of_the_talk(tmp_path):
    (tmp_path / "gesprek noord.txt").write_text(
        f"{GESPREK.format('laan')}R1: Op 3 mei 2025 was het raak.\n", "utf-8"
    )
    assert 'begindatum = "?"' in draft(tmp_path)


def test_a_head_that_tells_two_days_in_one_line_tells_none(tmp_path):
    write_talks(tmp_path, gesprek_noord="Gesprekken van 3 mei 2026 en 4 mei 2026")
    assert 'begindatum = "?"' in draft(tmp_path)


def test_names_and_heads_together_date_a_delivery_from_its_first_day_to_its_last(tmp_path):
    write_talks(tmp_path, **{"fg1_1-10-2026": "Verslag", "fg2": "Noord, 29 september 2026"})
    toml = draft(tmp_path)
    assert (
        "begindatum = 2026-09-29  # eerste dag, volgens de namen van de bestanden en de koppen van de gesprekken"
        in toml
    )
    assert "einddatum = 2026-10-01" in toml


def write_meldingen(map_, *dagen):
    rijen = "".join(
        f"{nr};{dagen[nr % len(dagen)]};Telefoon;De bus kwam gisteren weer te laat en niemand belde terug {nr}\n"
        for nr in range(1, 31)
    )
    (map_ / "meldingen.csv").write_text(f"Zaaknr;Datum melding;Kanaal;Omschrijving\n{rijen}", "utf-8")


def test_a_year_that_stands_elsewhere_in_the_folder_is_filled_in_and_marked_as_a_guess(tmp_path):
    write_talks(tmp_path, groepsgesprek_8_okt="Verslag")
    write_meldingen(tmp_path, "2-3-2026", "25-9-2026")
    assert f"begindatum = 2026-10-08  # eerste dag, volgens de naam van het bestand, {GERADEN}" in draft(
        tmp_path
    )
    dag = load_traject(tmp_path).activiteiten.set_index("instrument").loc["focusgroep", "begindatum"]
    assert str(dag)[:10] == "2026-10-08"


def test_a_day_that_may_be_of_two_years_is_asked(tmp_path):
    write_talks(tmp_path, groepsgesprek_8_okt="Verslag")
    write_meldingen(tmp_path, "2-3-2025", "25-9-2026")
    assert 'begindatum = "?"  # volgens de naam van het bestand 8 oktober; welk jaar?' in draft(tmp_path)


def test_a_day_far_from_all_that_is_known_is_asked(tmp_path):
    write_talks(tmp_path, groepsgesprek_8_okt="Verslag")
    write_meldingen(tmp_path, "2-3-2026", "25-4-2026")
    assert 'begindatum = "?"  # volgens de naam van het bestand 8 oktober; welk jaar?' in draft(tmp_path)


def test_talks_in_the_street_take_the_year_of_the_folder_too(tmp_path):
    rijen = "".join(
        f"{12 + nr % 4} sept;markt;{20 + nr};De straat is nat en dat is nummer {nr}\n" for nr in range(30)
    )
    (tmp_path / "straat.csv").write_text(
        f"datum;plek;geschatte leeftijd;wat werd er gezegd\n{rijen}", "utf-8"
    )
    write_meldingen(tmp_path, "2-8-2026", "25-9-2026")
    toml = draft(tmp_path)
    assert f"begindatum = 2026-09-12  # eerste dag, {GERADEN}: in de tabel staan dagen zonder jaar" in toml
    assert "einddatum = 2026-09-15" in toml


def write_usabilitytest(map_, schrijf_boek, titel):
    taken = [[titel], ["Deelnemer", "Taak", "Gelukt?", "Tijd (sec)", "Opmerking"]]
    taken += [
        [f"T{nr}", taak, "ja", 100 + nr, ""] for nr in range(1, 7) for taak in ("Vind de knop", "Vul in")
    ]
    schrijf_boek(map_ / "usabilitytest formulier.xlsx", {"Taken": taken})


@pytest.mark.parametrize(
    ("titel", "begin", "eind"),
    [
        ("Test formulier, 1 en 2 oktober 2026, bureau", "2026-10-01", "2026-10-02"),
        ("Test formulier 2 oktober 2026", "2026-10-02", "2026-10-02"),
        ("Test met groep 1 en 2 oktober 2026", "2026-10-02", "2026-10-02"),
    ],
)
def test_the_title_above_a_table_of_tasks_tells_its_days(tmp_path, schrijf_boek, titel, begin, eind):
    write_usabilitytest(tmp_path, schrijf_boek, titel)
    toml = draft(tmp_path)
    assert f"begindatum = {begin}  # eerste dag, volgens de titel boven de tabel; verbeter" in toml
    assert f"einddatum = {eind}" in toml


@pytest.mark.parametrize(
    "titel",
    ["Stand per 1 juni 2026", "Uitgedraaid op 3 juli 2026 door het bureau", "Voor de raad van 4-2-2027"],
)
def test_the_day_on_which_a_table_was_printed_or_is_discussed_is_not_that_of_the_test(
    tmp_path, schrijf_boek, titel
):
    write_usabilitytest(tmp_path, schrijf_boek, titel)
    assert 'begindatum = "?"  # de dag staat niet in het bestand' in draft(tmp_path)


def test_a_title_without_a_day_leaves_it_a_question(tmp_path, schrijf_boek):
    write_usabilitytest(tmp_path, schrijf_boek, "Test formulier, najaar 2026")
    assert 'begindatum = "?"  # de dag staat niet in het bestand' in draft(tmp_path)


def test_the_day_above_a_talk_of_libreoffice_is_read_too(tmp_path):
    ruimten = " ".join(
        f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"' for naam in ("office", "text")
    )
    regels = ["Focusgroep", "Datum: 12 mei 2026", "M: Welkom.", "R1: Te ver.", "M: Waarom?", "R2: Geen bus."]
    alineas = "".join(f"<text:p>{regel}</text:p>" for regel in regels)
    inhoud = f"<office:document-content {ruimten}><office:body><office:text>{alineas}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(tmp_path / "fg.odt", "w") as archief:
        archief.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archief.writestr("content.xml", inhoud)
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert "begindatum = 2026-05-12  # eerste dag, volgens de kop van het gesprek" in toml
