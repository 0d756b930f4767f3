from random import Random

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject

TOML = """[[levering]]
naam = "panel"
instrument = "klantpanel"
metingen = {{ nulmeting = "ruw/a.csv", eenmeting = "ruw/b.csv" }}
persoon = "nr"
{}
"""


def wave(anders):
    toeval = Random(anders)
    rijen = [f"P{nr};{toeval.randint(1, 9)};{toeval.randint(1, 5)}" for nr in range(12)]
    return "\n".join(["nr;cijfer;druk", *rijen])


def maak(maak_map, regels):
    return maak_map(TOML.format(regels), ruw={"a.csv": wave(0), "b.csv": wave(4)})


def test_each_wave_may_have_days_of_its_own(maak_map):
    regels = "begindatum = { nulmeting = 2026-04-01, eenmeting = 2026-10-01 }\neinddatum = { nulmeting = 2026-04-20 }"
    golven = load_traject(maak(maak_map, regels)).activiteiten
    assert golven["begindatum"].dt.strftime("%Y-%m-%d").tolist() == ["2026-04-01", "2026-10-01"]
    assert golven["einddatum"].notna().tolist() == [True, False]


def test_the_days_of_all_waves_are_the_first_of_the_first_and_the_last_of_the_last(maak_map):
    golven = load_traject(maak(maak_map, "begindatum = 2026-04-01\neinddatum = 2026-10-31")).activiteiten
    assert golven["begindatum"].dt.strftime("%Y-%m-%d").tolist()[0] == "2026-04-01"
    assert golven["einddatum"].dt.strftime("%Y-%m-%d").tolist()[1] == "2026-10-31"
    assert (golven["begindatum"].notna().sum(), golven["einddatum"].notna().sum()) == (1, 1)


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("einddatum = { tweemeting = 2026-04-01 }", "er is geen meting 'tweemeting'"),
        ('begindatum = { nulmeting = "april" }', "dit is geen datum"),
    ],
)
def test_a_day_that_says_not_of_which_wave_is_refused_and_not_ignored(maak_map, regel, zin):
    with pytest.raises(ContractError, match=zin):
        load_traject(maak(maak_map, regel))


def test_days_that_run_against_the_order_of_the_waves_are_refused(maak_map):
    regels = "begindatum = { nulmeting = 2026-10-01 }\neinddatum = { nulmeting = 2026-10-20, eenmeting = 2026-04-20 }"
    with pytest.raises(ContractError, match="van vóór die van meting 'nulmeting'"):
        load_traject(maak(maak_map, regels))


def test_days_that_no_file_tells_are_asked_per_wave(tmp_path):
    for naam, anders in (("nulmeting.csv", 0), ("eenmeting.csv", 4)):
        (tmp_path / naam).write_text(wave(anders).replace("nr;", "Panelnummer;"), "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'begindatum = { nulmeting = "?", eenmeting = "?" }  # de dag staat niet in het bestand' in toml
    controle = check_traject(tmp_path)
    assert controle.tekst.startswith("Geen problemen gevonden.")
    assert "begindatum van klantpanel" in controle.niet_opgegeven


@pytest.mark.parametrize(
    ("namen", "begin", "eind"),
    [
        (
            ("Panel_meting1_nov2025", "Panel_meting2_feb2026"),
            "{ 2025-11 = 2025-11-01, 2026-02 = 2026-02-01 }",
            "{ 2025-11 = 2025-11-30, 2026-02 = 2026-02-28 }",
        ),
        (
            ("nulmeting mei 2026", "eenmeting"),
            "{ 2026-05 = 2026-05-01, eenmeting = ",
            "{ 2026-05 = 2026-05-31, eenmeting = ",
        ),
        (
            ("Panel export nov2025", "Panel export mei2026"),
            '{ 2025-11 = "?", 2026-05 = "?" }',
            '{ 2025-11 = "?"',
        ),
    ],
)
def test_a_month_in_the_name_of_a_wave_is_a_proposal_for_its_days(tmp_path, namen, begin, eind):
    for naam, anders in zip(namen, (0, 4), strict=True):
        (tmp_path / f"{naam}.csv").write_text(wave(anders).replace("nr;", "Panelnummer;"), "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert f"begindatum = {begin}" in toml
    assert f"einddatum = {eind}" in toml
    assert check_traject(tmp_path).tekst.startswith("Geen problemen gevonden.")


def test_the_day_in_the_name_of_a_talk_is_a_proposal_and_one_without_year_takes_the_year_of_the_other_as_a_guess(
    tmp_path,
):
    for naam in ("Gesprek 20260324_140312-Opname", "Verslag 11mrt"):
        (tmp_path / f"{naam}.txt").write_text(f"M: Welkom {naam}.\nR1: Dank.\nR2: Ja {naam}.\n", "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert (
        "begindatum = 2026-03-24  # eerste dag, volgens de naam van het bestand; verbeter wat niet klopt"
        in toml
    )
    geraden = "volgens de naam van het bestand, met een jaar dat is geraden naar de andere bestanden"
    assert toml.count(f"begindatum = 2026-03-11  # eerste dag, {geraden}; verbeter wat niet klopt") == 1


def test_days_that_the_file_tells_are_not_asked(tmp_path):
    rijen = "".join(f"{nr};{nr % 9 + 1};2026-04-{nr + 1:02}\n" for nr in range(12))
    (tmp_path / "e.csv").write_text(f"nr;Welk cijfer geeft u?;Datum\n{rijen}", "utf-8")
    (tmp_path / "fg1.txt").write_text("M: Welkom.\nR1: Dank.\nR2: Ja.\n", "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    enquete, focusgroep = toml.split("[[levering]]")[1:]
    assert "datum =" not in enquete
    assert 'begindatum = "?"  # de dag staat niet in het bestand' in focusgroep
