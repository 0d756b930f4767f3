"""People with more rows in a survey than one: asked about under every header of a number, and never where answers come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.loading import propose_traject


def look(map_: Path, kop: str, cellen: list[str]) -> list[str]:
    """Return what is asked about twenty times three rows, of which ``cellen`` stand under ``kop``."""
    rijen = [
        f"{cel};{'ja' if nr % 2 else 'nee'};uitleg nummer {nr} van wie dit schreef"
        for nr, cel in enumerate(cellen)
    ]
    (map_ / "e.csv").write_text("\n".join([f"{kop};Akkoord?;Waarom?", *rijen]), encoding="utf-8")
    let_op = str(propose_traject(map_).bestanden["let_op"].iloc[0])
    return [deel for deel in let_op.split("; ") if "nummers op" in deel]


NUMMERS = [f"{nr // 3 + 101}" for nr in range(60)]
KOPPEN = ["Respondent ID", "nr", "id", "volgnr", "Nummer", "uuid", "Resp. nr.", "stemmer", "Deelnemer", "lidnr", "klantnummer"]  # fmt: skip


@pytest.mark.parametrize("kop", KOPPEN)
def test_people_with_more_rows_are_asked_about(tmp_path: Path, kop: str) -> None:
    assert look(tmp_path, kop, NUMMERS) == [
        f"? '{kop}' heeft 20 nummers op 60 rijen, en elke rij telt als iemand anders: "
        "heeft een mens meer rijen, vraag dan om een bestand met een rij per mens"
    ]


@pytest.mark.parametrize(
    ("kop", "cellen"),
    [
        ("nr", [f"{nr}" for nr in range(60)]),
        ("Deelnemer", ["huurder", "koper", "ondernemer"] * 20),
        ("Stemmer", ["1", "0"] * 30),
        ("code", ["1", "2", "3", "4"] * 15),
        ("Wijk", ["W1", "W2", "W3"] * 20),
        ("Regel", ["1", "2", "3", "4", "5"] * 12),
    ],
)
def test_numbers_of_their_own_and_answers_that_come_back_are_not(
    tmp_path: Path, kop: str, cellen: list[str]
) -> None:
    assert look(tmp_path, kop, cellen) == []
