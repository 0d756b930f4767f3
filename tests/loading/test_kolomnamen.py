"""Headers that differ only in capitals and spaces are one column in every setting of traject.toml that names one."""

import pytest

from burgerdata.loading import check_traject, load_traject

PANEL = """[[levering]]
naam = "panel"
instrument = "klantpanel"
metingen = { maart = "ruw/een.csv", oktober = "ruw/twee.csv" }
persoon = "panelnummer"
"""
EEN = "panelnummer;Welk cijfer geeft u?\n" + "".join(f"{nr + 1000};{nr % 5 + 5}\n" for nr in range(1, 31))
TWEE = "Panelnummer ;Welk cijfer geeft u?\n" + "".join(f"{nr + 1000};{nr % 4 + 4}\n" for nr in range(11, 41))


def test_the_person_column_of_two_waves_may_be_written_differently(maak_map):
    map_ = maak_map(PANEL, ruw={"een.csv": EEN, "twee.csv": TWEE})
    assert check_traject(map_).problemen.empty
    wie = load_traject(map_).deelnemers.groupby("deelnemer_id", observed=True, dropna=False).size()
    assert (len(wie), int(wie.eq(2).sum())) == (40, 20)  # 11 to 30 are in both


ENQUETE = "Respnr;Wijk ;Cijfer;Weegfactor;Test\n" + "".join(
    f"{nr};{'noord' if nr % 2 else 'zuid'};{nr % 5 + 5};{1 + nr % 2},0;{'ja' if nr == 30 else ''}\n"
    for nr in range(1, 31)
)


@pytest.mark.parametrize(
    "regel",
    [
        'persoon = "RESPNR"',
        'gewicht = "weegfactor"',
        'groep = "wijk"',
        'stratum = "WIJK"',
        'kenmerken = ["wijk"]',
        'testrijen = { test = "ja" }',
        'cluster = ["wijk"]',
    ],
)
def test_every_setting_finds_its_column_whatever_the_capitals(maak_map, regel):
    toml = f'[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n{regel}\n'
    map_ = maak_map(toml, ruw={"e.csv": ENQUETE})
    assert check_traject(map_).problemen["wat"].tolist() == []
    mensen = load_traject(map_).deelnemers
    if "groep" in regel:
        assert sorted(mensen["groep"].unique()) == ["noord", "zuid"]
    if "gewicht" in regel:
        assert mensen["gewicht"].sum() == 15 * 1 + 15 * 2
    assert len(mensen) == (29 if "testrijen" in regel else 30)


def test_a_column_with_names_is_kept_as_text_when_the_setting_writes_it_differently(maak_map):
    toml = (
        '[[levering]]\ninstrument = "straatgesprek"\nbestand = "ruw/s.csv"\n'
        'kolommen = { plaats = "plaats", open = "naam  van de opmerking" }\n'
    )
    csv = "Nr;Plaats;Naam van de opmerking\n1;Ede;Het duurde lang.\n2;Ede;Alles was goed.\n"
    traject = load_traject(maak_map(toml, ruw={"s.csv": csv}))
    assert traject.fragmenten["tekst"].tolist() == ["Het duurde lang.", "Alles was goed."]
