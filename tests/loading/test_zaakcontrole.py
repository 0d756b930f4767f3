"""`controleer` says that the number of a case is no person, for the report would speak of its reporters."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.loading import load_traject
from burgerdata.loading.nakijken import find_nakijken
from burgerdata.loading.zaakcontrole import review_zaaknummers

TOML = """titel = "Loket"
[[levering]]
naam = "loket"
instrument = "{instrument}"
bestand = "k.csv"
{regels}
"""


def load(map_: Path, regels: str, *, kop: str = "Zaaknr", instrument: str = "signaal"):
    """Load twelve messages of six people, each with a number of its own."""
    rijen = [f"Z-{100 + nr};{1 + nr}-9-2026;M{nr % 6};het duurt te lang {nr}" for nr in range(12)]
    (map_ / "k.csv").write_text("\n".join([f"{kop};Datum;Melder;Omschrijving", *rijen]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.format(instrument=instrument, regels=regels), "utf-8")
    return load_traject(map_)


VELDEN = 'datum = "Datum", bericht = "Omschrijving"'


@pytest.mark.parametrize(
    ("regels", "rij"),
    [
        (f'persoon = "Zaaknr"\nkolommen = {{ {VELDEN} }}', 6),
        (f'kolommen = {{ persoon = "Zaaknr", {VELDEN} }}', 6),
    ],
)
def test_a_number_of_a_case_as_the_person_is_told_with_what_to_write(tmp_path: Path, regels: str, rij: int):
    traject = load(tmp_path, regels)
    [zin] = [str(een) for een in find_nakijken(traject, tmp_path) if "zaken of meldingen" in str(een)]
    assert zin == (
        f"traject.toml, rij {rij}, kolom 'persoon': 'Zaaknr' bij persoon nummert zaken of meldingen en geen mensen: 12 nummers "
        "tellen nu als mensen, en de tekst noemt ze melders of deelnemers; noem bij persoon de kolom met een nummer of naam per "
        'mens, of haal persoon weg en schrijf bericht_id = "Zaaknr" bij kolommen: dan zijn meldingen geteld'
    )


@pytest.mark.parametrize(
    ("kop", "instrument"),
    [
        ("Meldingnummer", "signaal"),
        ("ticket-id", "signaal"),
        ("post id", "community"),
        ("Kenmerk", "signaal"),
    ],
)
def test_any_number_of_a_thing_is_told_of_any_table_of_messages(tmp_path: Path, kop: str, instrument: str):
    regels = f'kolommen = {{ persoon = "{kop}", {VELDEN} }}'
    [een] = review_zaaknummers(load(tmp_path, regels, kop=kop, instrument=instrument))
    assert een.wat.startswith(f"'{kop}' bij persoon nummert")


def test_what_the_remedy_says_is_no_longer_told(tmp_path: Path):
    melders = load(tmp_path, f'kolommen = {{ persoon = "Melder", bericht_id = "Zaaknr", {VELDEN} }}')
    assert review_zaaknummers(melders) == []
    assert melders.deelnemers["rol"].eq("burger").sum() == 6
    zonder = load(tmp_path, f'kolommen = {{ bericht_id = "Zaaknr", {VELDEN} }}')
    assert review_zaaknummers(zonder) == []
    assert not zonder.deelnemers["rol"].eq("burger").any()
    assert len(zonder.fragmenten) == 12
