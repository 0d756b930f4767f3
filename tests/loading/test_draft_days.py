"""The days that the names of files tell are filled in to be looked over, or told without their year."""

from __future__ import annotations

import pytest

from burgerdata.loading import propose_traject
from burgerdata.loading.naamdagen import read_naamdag

GESPREK = "M: Welkom bij {}.\nR1: Dank u.\nR2: Ja, {}.\n"


def draft(map_, *namen):
    for naam in namen:
        (map_ / naam).write_text(GESPREK.format(naam[:3], naam), "utf-8")
    propose_traject(map_)
    return (map_ / "traject.toml").read_text("utf-8")


def test_a_day_with_its_year_in_the_name_of_a_talk_is_filled_in(tmp_path):
    toml = draft(tmp_path, "groepsgesprek 14-04-2026.txt")
    assert (
        "begindatum = 2026-04-14  # eerste dag, volgens de naam van het bestand; verbeter wat niet klopt"
        in toml
    )
    assert "einddatum = 2026-04-14" in toml


def test_talks_of_one_delivery_run_from_the_first_day_to_the_last(tmp_path):
    toml = draft(tmp_path, "fg1 2026-04-16.txt", "fg2 2026-04-14.txt")
    assert (
        "begindatum = 2026-04-14  # eerste dag, volgens de namen van de bestanden; verbeter wat niet klopt"
        in toml
    )
    assert "einddatum = 2026-04-16" in toml


def test_a_day_without_its_year_is_told_and_asked(tmp_path):
    toml = draft(tmp_path, "verslag bewoners 11mrt.txt")
    assert 'begindatum = "?"  # volgens de naam van het bestand 11 maart; welk jaar?' in toml


def test_the_day_in_the_name_of_a_survey_is_not_taken_for_that_of_its_fieldwork(tmp_path):
    rijen = "".join(f"{nr};{nr % 9 + 1};{'ja' if nr % 2 else 'nee'}\n" for nr in range(12))
    (tmp_path / "export 2026-04-14.csv").write_text(f"nr;Welk cijfer geeft u?;Kent u ons?\n{rijen}", "utf-8")
    propose_traject(tmp_path)
    assert 'begindatum = "?"  # de dag staat niet in het bestand' in (tmp_path / "traject.toml").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("naam", "dag"),
    [
        ("Notulen 3 mei 2026 def.docx", "2026-05-03"),
        ("20260324_140312-Opname.vtt", "2026-03-24"),
        ("verslag_24.03.2026.docx", "2026-03-24"),
        ("verslag v2 van 31-02-2026.docx", None),
        ("groep 12 jongeren.docx", None),
        ("R20260324 1234567.docx", "2026-03-24"),
        ("2026-03-24 en 2026-03-31.docx", None),
        ("11 mrt en 12 mrt 2026.docx", None),
        ("groep 1 jan 2026.txt", None),
        ("tafel 3 mei 2026.txt", None),
        ("groep 14 april 2026.txt", "2026-04-14"),
        ("groep 1-4-2026.txt", "2026-04-01"),
        ("groep 2, 3 april 2026.txt", "2026-04-03"),
        ("gesprek 3 mei 2026.txt", "2026-05-03"),
        ("bewonersgroep 7 juni 2026.txt", "2026-06-07"),
        ("verslag 11 mrt 26.txt", "2026-03-11"),
        ("gesprek 3 mei 12 deelnemers.txt", None),
        ("Visie 2040 gesprek 11 maart.txt", None),
    ],
)
def test_only_one_day_that_exists_is_read_from_a_name(naam, dag):
    gevonden, _ = read_naamdag(naam)
    assert (str(gevonden) if gevonden else None) == dag


@pytest.mark.parametrize("woord", ["groep", "focusgroep", "wijk"])
def test_the_number_of_a_group_is_not_the_day_of_its_month(tmp_path, woord):
    toml = draft(tmp_path, f"{woord} 1 jan 2026.txt", f"{woord} 2 jan 2026.txt")
    for einde in ("begindatum", "einddatum"):
        assert f'{einde} = "?"  # volgens de namen van de bestanden januari 2026; welke dag?' in toml


@pytest.mark.parametrize(
    ("namen", "dagen"),
    [
        (("wijk 7 mei 2026.txt", "wijk 8 mei 2026.txt"), ("2026-05-07", "2026-05-08")),
        (("Oost 1 mei 2026.txt", "West 2 mei 2026.txt"), ("2026-05-01", "2026-05-02")),
        (("wijk 1 mei 2026.txt", "wijk 2 juni 2026.txt"), ("2026-05-01", "2026-06-02")),
    ],
)
def test_days_that_do_not_count_the_talks_are_days(tmp_path, namen, dagen):
    toml = draft(tmp_path, *namen)
    assert f"begindatum = {dagen[0]}  # eerste dag" in toml
    assert f"einddatum = {dagen[1]}  # laatste dag" in toml


def test_the_days_of_some_talks_are_told_where_the_names_of_others_have_none(tmp_path):
    toml = draft(tmp_path, "fg1 2026-04-16.txt", "fg2 dorp.txt")
    assert (
        'begindatum = "?"  # volgens de namen van de bestanden 16 april 2026; van 1 staat de dag er niet bij'
        in toml
    )
