"""What population figures, decisions and the name of the folder tell stands at the top of the draft, to be looked over."""

from __future__ import annotations

import pytest

from burgerdata.loading import load_traject, propose_traject
from burgerdata.loading.bovenaan import propose_boven

VRAGEN = "nr;Wat is uw leeftijd?;Welk cijfer geeft u de hulp?\n"
RIJEN = "".join(
    f"{nr};{('18-34 jaar', '35-64 jaar', '65 jaar en ouder')[nr % 3]};{nr % 10 + 1}\n" for nr in range(1, 61)
)
BEVOLKING = "leeftijd;Aantal Wmo-cliënten\n18-34 jaar;612\n35-64 jaar;1488\n65 jaar en ouder;2100\n"
BESLUITEN = [
    ["Nr", "Wat vroegen inwoners", "Besluit", "Datum besluit", "Reden"],
    ["B1", "Vaste hulp", "overgenomen", "2026-06-16", "eis in aanbesteding"],
    ["B2", "Avondopening", "niet overgenomen", "2026-05-11", "te weinig personeel"],
    ["B3", "Nieuwe brief", "overgenomen", "2026-06-16", "klaar"],
]


def draft(map_, naam="e.csv"):
    map_.mkdir(exist_ok=True)
    (map_ / naam).write_text(VRAGEN + RIJEN, "utf-8")
    propose_traject(map_)
    return (map_ / "traject.toml").read_text("utf-8")


def test_the_group_of_the_population_figures_and_the_last_decision_are_proposed_and_hold(
    tmp_path, schrijf_boek
):
    (tmp_path / "Wmo-cliënten 1-1-2026.csv").write_text(BEVOLKING, "utf-8")
    schrijf_boek(tmp_path / "besluiten.xlsx", {"stand": BESLUITEN})
    toml = draft(tmp_path)
    assert 'doelgroep = ["Wmo-cliënten"]  # volgens de bevolkingscijfers; verbeter wat niet klopt' in toml
    assert (
        "besluit = 2026-06-16  # de laatste van 2 dagen in de besluitenlijst; verbeter wat niet klopt" in toml
    )
    instellingen = load_traject(tmp_path).instellingen
    assert (list(instellingen.doelgroep), str(instellingen.besluit)) == (["Wmo-cliënten"], "2026-06-16")


@pytest.mark.parametrize("dag", ["2026", "3-5-2026", "voorjaar", None])
def test_what_is_no_whole_day_is_no_day_of_the_decision(dag):
    assert propose_boven([], [{"besluit_datum": dag}], []) == {}


def test_without_such_files_everything_at_the_top_is_asked(tmp_path):
    toml = draft(tmp_path / "map")
    assert all(
        f"{naam} = {vraag}" in toml
        for naam, vraag in (("doelgroep", '["?"]'), ("besluit", '"?"'), ("fase", '"?"'))
    )


@pytest.mark.parametrize(
    ("map_", "bestand", "fase"),
    [
        ("Evaluatie jeugdhulp", "e.csv", "evaluatie"),
        ("map", "Klanttevredenheid balie 2026.csv", "dienstverlening"),
        ("map", "evaluatieformulier avond.csv", "?"),
        ("map", "geen_evaluatie.csv", "?"),
        ("map", "Evaluatie van de avond.csv", "?"),
        ("map", "evaluatie bijeenkomst 12 mei.csv", "?"),
        ("map", "evaluatie_buurtavond_2.csv", "?"),
        ("Evaluatie avondopening loket", "e.csv", "evaluatie"),
        ("Evaluatie beleidsplan groen", "e.csv", "?"),
    ],
)
def test_a_phase_that_the_name_of_the_folder_or_the_only_file_tells_is_proposed(
    tmp_path, map_, bestand, fase
):
    """A form at the end of an evening is no evaluation, and a name with two phases tells none."""
    assert f'\nfase = "{fase}"  # ' in draft(tmp_path / map_, bestand)
