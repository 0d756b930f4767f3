"""Tables of percentages among the files: outcomes and no answers, whatever stands above them and with or without a sign."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from burgerdata.loading import propose_traject

KOP = ["Antwoord", "18-34", "35-54", "55+", "Totaal"]
RIJEN = [
    ["zeer tevreden", "12,5", "14,1", "20,3", "15,6"],
    ["tevreden", "41,2", "40,0", "39,9", "40,4"],
    ["neutraal", "20,1", "22,2", "19,8", "20,7"],
    ["ontevreden", "26,2", "23,7", "20,0", "23,3"],
    ["n", "120", "140", "155", "415"],
]
EENS = [
    ["wijk", "eens met plan", "eens met bomen"],
    ["Noord", "45", "81"],
    ["Zuid", "71", "40"],
    ["Oost", "38", "77"],
]
REDEN = "tabel.{}: tabellen met uitkomsten, geen antwoorden"


def look(map_: Path, rijen: list[list[str]], teken: str = ";") -> tuple[str, ...]:
    (map_ / "tabel.csv").write_text("\n".join(teken.join(rij) for rij in rijen), encoding="utf-8")
    return propose_traject(map_).gezien


@pytest.mark.parametrize(
    "titel", ["", "Tabel 1. Tevredenheid over de balie, naar leeftijd, in procenten", "Resultaten"]
)
def test_shares_that_add_up_to_100_are_outcomes(tmp_path: Path, titel: str) -> None:
    assert look(tmp_path, [*([[titel]] if titel else []), KOP, *RIJEN]) == (REDEN.format("csv"),)


def test_so_they_are_in_excel(tmp_path: Path, schrijf_boek: Callable[..., Path]) -> None:
    schrijf_boek(tmp_path / "tabel.xlsx", {"T1": [["Tabel 1, in procenten"], KOP, *RIJEN]})
    assert propose_traject(tmp_path).gezien == (REDEN.format("xlsx"),)


@pytest.mark.parametrize("titel", ["Steun per wijk, in %", "Tabel 3: percentage eens"])
def test_shares_that_do_not_add_up_are_outcomes_where_the_title_says_so(tmp_path: Path, titel: str) -> None:
    assert look(tmp_path, [[titel], *EENS]) == (REDEN.format("csv"),)


@pytest.mark.parametrize(
    "rijen",
    [
        EENS,
        [["code", "wonen", "werk"], ["R1", "60", "40"], ["R2", "25", "35"], ["R3", "15", "25"]],
        [
            ["Wie", "Cijfer balie", "Cijfer site"],
            ["winkelier", "7", "8"],
            ["huurder", "6", "9"],
            ["huurder", "8", "7"],
        ],
    ],
    ids=["no title", "points that people divide", "grades"],
)
def test_other_numbers_may_be_answers(tmp_path: Path, rijen: list[list[str]]) -> None:
    assert not any("uitkomsten" in gezien for gezien in look(tmp_path, rijen))


def test_a_comma_between_cells_and_in_numbers_is_told(tmp_path: Path) -> None:
    (gezien,) = look(tmp_path, [KOP, *RIJEN], teken=",")
    assert gezien == (
        "tabel.csv: rij 2: de komma staat hier tussen de cellen en ook in de getallen, dus is niet te zien waar een cel begint; "
        "bewaar het bestand opnieuw met een puntkomma tussen de cellen, of als Excel-bestand"
    )
