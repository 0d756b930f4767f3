"""The price of protecting small groups, as notebook 60 shows it."""

from __future__ import annotations

from burgerdata.analysis import beantwoord
from burgerdata.report import list_onderdrukking


def test_each_table_that_loses_rows_is_named_with_how_many_of_how_many(voorbeeld):
    prijs = list_onderdrukking(voorbeeld).set_index(["rapportvraag", "tabel"])
    assert prijs["onderdrukt"].between(1, prijs["rijen"]).all()
    assert prijs["klein"].le(prijs["onderdrukt"]).all()
    populatie = beantwoord(voorbeeld, "bo1").tabellen["populatie"]
    rij = prijs.loc["bo1", "populatie"]
    assert rij["rijen"] == len(populatie)
    assert rij["klein"] == populatie["n"].between(1, voorbeeld.instellingen.drempels.drempel - 1).sum() > 0
