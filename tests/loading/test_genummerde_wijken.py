"""Two files that number their people from 1 and were filled one after the other: waves only where something says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from burgerdata.loading import propose_traject

NUMMERS = range(1, 41)
APART = {"oost": ["huurder", "koper"] * 20, "west": ["koper", "koper", "huurder", "huurder"] * 10}
OP_VOLGORDE = dict.fromkeys(("oost", "west"), ["huurder"] * 20 + ["koper"] * 20)
DEZELFDEN = dict.fromkeys(("oost", "west"), ["huurder", "koper", "koper", "huurder"] * 10)


def recognise(map_: Path, namen: Mapping[str, str], groepen: Mapping[str, list[str]]) -> list[str]:
    """Return as what two files are recognised: the first of 1 to 5 March, the second of 20 to 24 March."""
    for (wijk, naam), dag in zip(namen.items(), (1, 20), strict=True):
        rijen = [
            f"{nr};{dag + nr % 5}-3-2026;{groepen[wijk][nr - 1]};{1 + nr * dag % 10};{1 + nr * (dag + 2) % 9}"
            for nr in NUMMERS
        ]
        kop = "respondentnr;Datum;Doelgroep;Welk cijfer geeft u het groen?;Welk cijfer geeft u de veiligheid?"
        (map_ / naam).write_text("\n".join([kop, *rijen]), "utf-8")
    return [str(wat) for wat in propose_traject(map_).bestanden["herkend_als"]]


WIJKEN = {"oost": "wijk oost.csv", "west": "wijk west.csv"}


@pytest.mark.parametrize("groepen", [APART, OP_VOLGORDE])
def test_two_districts_asked_one_after_the_other_are_two_surveys(tmp_path: Path, groepen) -> None:
    gevonden = recognise(tmp_path, WIJKEN, groepen)
    assert [wat.split(",")[0] for wat in gevonden] == ["enquête", "enquête"]


@pytest.mark.parametrize(
    ("namen", "groepen"),
    [
        (WIJKEN, DEZELFDEN),
        ({"oost": "voormeting.csv", "west": "nameting.csv"}, APART),
        ({"oost": "panel a.csv", "west": "panel b.csv"}, APART),
    ],
)
def test_a_trait_or_a_name_tells_that_they_are_waves(tmp_path: Path, namen, groepen) -> None:
    assert recognise(tmp_path, namen, groepen) == ["klantpanel, 2 metingen"]
