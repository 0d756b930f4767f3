"""The few who left a panel between two waves: what they answered follows from all answers beside those of the others."""

from __future__ import annotations

import math

import pytest

from burgerdata.analysis import compare_metingen
from burgerdata.figures import plot_verandering
from burgerdata.findings import state_bevinding
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

from .trajecten import join, make_activiteit, make_deelnemers, make_vraag

TOEN = ["1"] * 40 + ["2"] * 60
NU = ["1"] * 70 + ["2"] * 30


def make_golven(toen: list[str], nu: list[str], soort: str = "een_antwoord") -> Traject:
    """Return a panel whose later wave has the first people of the earlier one."""
    delen = []
    for naam, antwoorden in (("kp_m1", toen), ("kp_m2", nu)):
        codes = {f"p{nr}": code for nr, code in enumerate(antwoorden)}
        activiteit = make_activiteit(naam, "klantpanel", meting=naam[-2:], panel="kp")
        delen += [{"activiteiten": activiteit, "deelnemers": make_deelnemers(naam, list(codes))}]
        if soort == "getal":
            delen += [make_vraag(naam, "q1", soort, {wie: float(code) for wie, code in codes.items()})]
            continue
        delen += [make_vraag(naam, "q1", soort, codes, opties={"1": "ja", "2": "nee"})]
    return Traject.from_tabellen(join(*delen))


def test_beside_six_who_left_everyone_counts_so_that_nobody_knows_what_the_six_said() -> None:
    tabel = compare_metingen(make_golven(TOEN, NU[:94]), "q1").set_index("label")
    ja = tabel.loc["ja"]
    assert set(tabel["vergelijking"]) == {"iedereen per meting"}
    assert [ja["n_van"], ja["n_naar"], ja["n_beide"]] == [100, 94, 94]
    assert [ja["waarde_van"], ja["waarde_naar"]] == pytest.approx([40 / 100, 70 / 94])
    assert [ja["alle_van"], ja["alle_naar"]] == [ja["waarde_van"], ja["waarde_naar"]]
    # who is in both still counts as one: var(a) + var(b) - 2 cov, of 64 + 30 people and the six who said nee
    a, b = 40 / 100, 70 / 94
    kruis = 40 * (1 - a) * (1 - b) + 30 * -a * (1 - b) + 24 * -a * -b
    ruwweg = a * (1 - a) / 100 + b * (1 - b) / 94 - 2 * kruis / (100 * 94)
    assert ja["se"] == pytest.approx(math.sqrt(ruwweg), rel=0.02)


@pytest.mark.parametrize("over", [100, 90, 60])
def test_of_nobody_or_of_ten_who_left_the_change_is_that_of_the_same_people(over) -> None:
    tabel = compare_metingen(make_golven(TOEN, NU[:over]), "q1")
    assert set(tabel["vergelijking"]) == {"dezelfde mensen"}


def test_a_mean_tells_no_count_and_stays_that_of_the_same_people() -> None:
    tabel = compare_metingen(make_golven(TOEN, NU[:94], "getal"), "q1")
    assert tabel["vergelijking"].tolist() == ["dezelfde mensen"]


def test_the_base_and_the_figure_say_that_everyone_counts() -> None:
    tabel = compare_metingen(make_golven(TOEN, NU[:94]), "q1")
    basis = read_toelichting(tabel).basis
    assert basis == (
        "Basis: iedereen per meting, n = 94 tot 100; maar enkelen zitten in één van beide: daarom telt iedereen mee."
    )
    voet = " ".join(plot_verandering(tabel, titel=state_bevinding(tabel)).voet)
    assert "iedereen die antwoord gaf; maar enkelen gaven dat in één van beide metingen" in voet
    assert "Per meting zijn het andere mensen" not in voet
