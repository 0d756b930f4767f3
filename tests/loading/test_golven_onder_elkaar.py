"""A panel with its waves below each other, a row per person and wave: proposed, split, and never counted as one survey."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject

KOP = "panelnr;{};Vertrouwt u de aanpak? (1-10);Kent u het plan?"
EERSTE = {f"{nr}": nr % 5 + 3 for nr in range(1, 11)}
TWEEDE = {f"{nr}": nr % 5 + 4 for nr in range(4, 13)}
TOML = """[[levering]]
naam = "panel"
instrument = "{}"
persoon = "panelnr"
{}
"""


def write_panel(golven: tuple[str, str], kop: str = "Golf") -> str:
    """Return ten people in the first wave and nine in the second, seven of them in both; the plan was asked of in the second."""
    rijen = [f"{nr};{golven[0]};{cijfer};" for nr, cijfer in EERSTE.items()]
    rijen += [f"{nr};{golven[1]};{cijfer};ja" for nr, cijfer in TWEEDE.items()]
    return "\n".join([KOP.format(kop), *rijen]) + "\n"


@pytest.mark.parametrize(
    ("kop", "golven", "namen"),
    [
        ("Golf", ("maart 2026", "oktober 2026"), ["2026-03", "2026-10"]),
        ("Golf", ("Golf 1", "Golf 2"), ["1", "2"]),
        ("wave", ("T0", "T1"), ["t0", "t1"]),
        ("Jaar", ("2024", "2025"), ["2024", "2025"]),
        ("Meting", ("Nulmeting", "Eindmeting"), ["nulmeting", "eindmeting"]),
        ("Ronde", ("voorjaar 2026", "najaar 2026"), ["voorjaar_2026", "najaar_2026"]),
    ],
)
def test_waves_below_each_other_are_proposed_and_split(
    tmp_path: Path, kop: str, golven: tuple[str, str], namen: list[str]
) -> None:
    (tmp_path / "p.csv").write_text(write_panel(golven, kop), encoding="utf-8")
    bestanden = propose_traject(tmp_path).bestanden
    assert bestanden["herkend_als"].tolist() == ["klantpanel, 2 metingen"]
    assert bestanden[["rijen", "mensen"]].values.tolist() == [[19, 12]]
    assert f"kolom '{kop}' zegt welke" in bestanden["let_op"].iloc[0]
    traject = load_traject(tmp_path)
    assert traject.activiteiten["meting"].astype("str").tolist() == namen
    per_golf = traject.deelnemers.groupby("activiteit_id", observed=True, dropna=False, sort=False)
    mensen = [set(deel) for _, deel in per_golf["deelnemer_id"]]
    assert [len(deel) for deel in mensen] == [10, 9]
    assert len(mensen[0] & mensen[1]) == 7


def test_a_question_of_one_wave_was_not_asked_in_the_other_and_every_row_is_accounted_for(
    tmp_path: Path,
) -> None:
    (tmp_path / "p.csv").write_text(write_panel(("maart 2026", "oktober 2026")), encoding="utf-8")
    propose_traject(tmp_path)
    traject = load_traject(tmp_path)
    vragen = traject.vragen.groupby("activiteit_id", observed=True, dropna=False)["vraag_id"].agg(len)
    assert vragen.tolist() == [1, 2]
    assert traject.bronnen[["records_in", "records_uit"]].iloc[0].tolist() == [19, 19]


@pytest.mark.parametrize("instrument", ["enquete", "klantpanel"])
def test_one_survey_of_such_a_file_is_refused_with_the_lines_to_write(maak_map, instrument: str) -> None:
    ruw = {"p.csv": write_panel(("maart 2026", "oktober 2026"))}
    map_ = maak_map(TOML.format(instrument, 'bestand = "ruw/p.csv"'), ruw=ruw)
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    tekst = str(fout.value)
    assert "een rij per mens en per meting (kolom 'Golf')" in tekst
    assert 'metingen = { 2026-03 = "ruw/p.csv", 2026-10 = "ruw/p.csv" }' in tekst
    assert "verwijder de rij" not in tekst


@pytest.mark.parametrize(
    ("regels", "gezegd"),
    [
        ('metingen = { maart = "ruw/p.csv", 2026-10 = "ruw/p.csv" }', "noem de metingen zoals ze daar staan"),
        ('metingen = { 2026-10 = "ruw/p.csv" }', "10 rijen horen bij geen van de metingen"),
    ],
)
def test_a_wave_that_is_not_there_and_rows_of_no_wave_are_told(maak_map, regels: str, gezegd: str) -> None:
    regels += '\nkolommen = { meting = "Golf" }'
    ruw = {"p.csv": write_panel(("maart 2026", "oktober 2026"))}
    with pytest.raises(ContractError, match=gezegd):
        load_traject(maak_map(TOML.format("klantpanel", regels), ruw=ruw))


def test_a_column_of_waves_that_does_not_exist_is_told(maak_map) -> None:
    regels = 'metingen = { 1 = "ruw/p.csv", 2 = "ruw/p.csv" }\nkolommen = { meting = "Glof" }'
    ruw = {"p.csv": write_panel(("Golf 1", "Golf 2"))}
    with pytest.raises(ContractError, match=r"'Glof' bij 'kolommen.meting' .*bedoelde u 'Golf'"):
        load_traject(maak_map(TOML.format("klantpanel", regels), ruw=ruw))


def test_people_with_more_rows_of_one_wave_are_no_panel(tmp_path: Path) -> None:
    rijen = "".join(f"{nr % 6};Golf {nr % 2};{nr % 9};x{nr}\n" for nr in range(24))
    (tmp_path / "p.csv").write_text(f"{KOP.format('Golf')}\n{rijen}", encoding="utf-8")
    assert "klantpanel" not in propose_traject(tmp_path).bestanden["herkend_als"].iloc[0]
