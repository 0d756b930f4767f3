"""A tally of street talks: counts per subject, of which no talk can be told."""

from __future__ import annotations

import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject

BREED = "Onderwerp;za 14 mrt;wo 18 mrt;za 21 mrt;Totaal\nTe duur;22;9;27;58\nTe ver;14;11;16;41\nTroep;19;;21;40\n"
PLEKKEN = "Thema;Station;Weekmarkt\nParkeren;IIII;II\nGroen;;III\n"
LANG = "Onderwerp;Plaats;Aantal\nParkeren;Station;4\nParkeren;Weekmarkt;2\nGroen;Weekmarkt;3\n"
STRAAT = """titel = "Afval"

[[levering]]
naam = "straat"
instrument = "straatgesprek"
fase = "beleidsontwikkeling"
werving = "aangesproken"
bestand = "ruw/t.csv"
kolommen = { open = ["Onderwerp"] }
begindatum = 2026-03-14
einddatum = 2026-03-21
"""


@pytest.mark.parametrize("tekst", [BREED, PLEKKEN, LANG])
def test_a_tally_of_talks_is_no_survey_and_says_so(tmp_path, tekst):
    (tmp_path / "turven.csv").write_text(tekst, "utf-8")
    gezien = propose_traject(tmp_path).gezien
    assert gezien[0].startswith("turven.csv: een turflijst: aantallen per onderwerp, geen rij per gesprek; ")


@pytest.mark.parametrize(
    "tekst",
    [
        "Onderwerp;Leeftijd;Cijfer\nParkeren;34;7\nGroen;51;6\nVerkeer;28;8\n",
        "Onderwerp;Wat wilt u?;Cijfer\nParkeren;meer;7\nGroen;minder;6\nVerkeer;meer;8\n",
        "Onderwerp;Cijfer 1;Cijfer 2\nParkeren;7;6\nParkeren;6;6\nVerkeer;8;9\n",
    ],
)
def test_answers_of_people_beside_a_subject_are_no_tally(tmp_path, tekst):
    (tmp_path / "antwoorden.csv").write_text(tekst, "utf-8")
    assert not any("turflijst" in regel for regel in propose_traject(tmp_path).gezien)


@pytest.mark.parametrize("tekst", [BREED, LANG, "Onderwerp;Aantal keer genoemd\nParkeren;4\nGroen;2\n"])
def test_a_tally_is_refused_as_street_talks(maak_map, tekst):
    with pytest.raises(ContractError, match=r"turflijst.*geen rij per gesprek; vraag om de aantekeningen"):
        load_traject(maak_map(STRAAT, ruw={"t.csv": tekst}))


def test_talks_with_a_number_of_people_are_no_tally(maak_map):
    toml = STRAAT.replace('["Onderwerp"]', '["Onderwerp"], personen = "Aantal mensen"')
    t = load_traject(maak_map(toml, ruw={"t.csv": "Onderwerp;Aantal mensen\nParkeren;2\nGroen;1\n"}))
    assert len(t.fragmenten) == 2
