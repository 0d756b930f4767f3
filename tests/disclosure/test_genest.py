"""Wards within districts: what is hidden of a ward may not follow from the district and its other wards."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.analysis import crosstab_vraag, summarise_vraag
from burgerdata.analysis.genest import find_genest
from burgerdata.disclosure import audit_onderdrukking, plan_onderdrukking
from burgerdata.loading import load_traject

WIJKEN = {"Dorp": (6, 2), "Kern": (60, 72), "Haven": (40, 45), "Hof": (50, 30)}
"""Of each ward who said ja and who said nee: Dorp has 8 people."""
BINNEN = {"Dorp": "Noord", "Kern": "Noord", "Haven": "Zuid", "Hof": "Zuid"}
TOML = """titel = "Proef"
[[levering]]
naam = "enquete"
instrument = "enquete"
bestand = "e.csv"
persoon = "nr"
kenmerken = ["wijk", "stadsdeel"]
"""


@pytest.fixture
def traject(tmp_path):
    rijen = [
        (wijk, BINNEN[wijk], antwoord)
        for wijk, aantallen in WIJKEN.items()
        for antwoord, aantal in zip(("ja", "nee"), aantallen, strict=True)
        for _ in range(aantal)
    ]
    tekst = "".join(f"{nr};{';'.join(rij)}\n" for nr, rij in enumerate(rijen))
    (tmp_path / "e.csv").write_text(f"nr;wijk;stadsdeel;Gebruikt u de app?\n{tekst}", "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML, "utf-8")
    return load_traject(tmp_path)


def _make(traject):
    vraag = "gebruikt_u_de_app"
    tabellen = {"alle": summarise_vraag(traject, vraag)}
    return tabellen | {per: crosstab_vraag(traject, vraag, per) for per in ("wijk", "stadsdeel")}


def test_a_ward_lies_within_its_district_and_a_district_in_no_ward(traject):
    paren = find_genest(traject, ["wijk", "stadsdeel", "leeftijd"])
    assert paren == {(("wijk", wijk), ("stadsdeel", deel)) for wijk, deel in BINNEN.items()}


def test_beside_the_district_no_ward_of_it_gives_the_small_one_back(traject):
    ruw, genest = _make(traject), find_genest(traject, ["wijk", "stadsdeel"])
    plan = plan_onderdrukking(ruw, genest=genest)
    gedrukt = {naam: plan.apply(naam, tabel) for naam, tabel in ruw.items()}
    basis = {
        str(groep): None if pd.isna(n) else int(n)
        for naam in ("wijk", "stadsdeel")
        for groep, n in zip(ruw[naam][naam], gedrukt[naam]["basis"], strict=True)
    }
    # 140 of Noord less 132 of Kern are the 8 of Dorp, and so are all less the three other wards
    assert basis["Dorp"] is None
    assert None in (basis["Noord"], basis["Kern"])
    assert None in (basis["Kern"], basis["Haven"], basis["Hof"])
    assert audit_onderdrukking(ruw, gedrukt, genest=genest).empty


def test_the_reader_who_knows_the_map_is_found_out(traject):
    ruw, genest = _make(traject), find_genest(traject, ["wijk", "stadsdeel"])
    blind = plan_onderdrukking(ruw)
    gedrukt = {naam: blind.apply(naam, tabel) for naam, tabel in ruw.items()}
    assert not audit_onderdrukking(ruw, gedrukt, genest=genest).empty


def test_a_few_people_who_are_alike_by_chance_are_no_part(tmp_path, traject):
    """One person of Kern says to live in Zuid: Dorp lies within Noord for its eight people only, which may be chance."""
    tekst = (tmp_path / "e.csv").read_text("utf-8")
    (tmp_path / "e.csv").write_text(tekst.replace("Kern;Noord", "Kern;Zuid", 1), "utf-8")
    paren = find_genest(load_traject(tmp_path), ["wijk", "stadsdeel"])
    assert paren == {(("wijk", wijk), ("stadsdeel", "Zuid")) for wijk in ("Haven", "Hof")}
