"""When is decided about what is open: the list of decisions itself goes before the day of the traject."""

from __future__ import annotations

from datetime import date

import pytest

from burgerdata.findings.besluitdag import state_besluitdag


@pytest.mark.parametrize(
    ("redenen", "zin"),
    [
        (
            ["Onderzoek loopt; wanneer: maart 2027"],
            "over 2 wordt later besloten (volgens de lijst: maart 2027)",
        ),
        (
            ["wanneer: Q2 2027", "wanneer: 2028"],
            "over 2 wordt later besloten (volgens de lijst: Q2 2027 en 2028)",
        ),
        (["Onderzoek loopt", None], "over 2 wordt op 15 december 2026 besloten"),
        (["wanneer: n.v.t", ""], "over 2 wordt op 15 december 2026 besloten"),
        # beside a refusal the list is only quoted: nobody decides then
        (["Landelijke wet; in de lijst bij wanneer: 2027"], "over 2 wordt op 15 december 2026 besloten"),
    ],
)
def test_a_moment_in_the_list_goes_before_the_day_of_the_traject(redenen: list[str], zin: str) -> None:
    assert state_besluitdag("over 2", date(2026, 12, 15), date(2026, 11, 27), redenen=redenen) == zin
