"""Trust that an exit form asked before and after: the change of a small group of talks is told, as its mean is."""

from __future__ import annotations

import pytest

import burgerdata as bd
from burgerdata.findings import state_bevinding
from burgerdata.findings.verandering import is_veranderd
from burgerdata.toelichting import annotate, read_toelichting

TOML = """titel = "Dialoog"
[[levering]]
naam = "uitstap"
instrument = "{instrument}"
fase = "beleidsontwikkeling"
metingen = {{ vooraf = "u.csv", achteraf = "u.csv" }}
persoon = "lid"
"""


def load(map_, aantal, instrument="burgerdialoog"):
    """Return an exit form of ``aantal`` people: 6 before for all, 7 after for half of them and 6 for the rest."""
    regels = [f"{nr};6;{7 if nr % 2 else 6}" for nr in range(aantal)]
    kop = "lid;Vertrouwen in de gemeente vooraf (1-10);Vertrouwen in de gemeente achteraf (1-10)"
    (map_ / "u.csv").write_text("\n".join([kop, *regels]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML.format(instrument=instrument), "utf-8")
    traject = bd.load_traject(map_)
    return traject.replace_tabellen(vragen=traject.vragen.astype({"gebruik": "str"}).assign(gebruik="T1"))


@pytest.mark.parametrize(("aantal", "tekst"), [(12, "0,50"), (22, "0,50")])
def test_the_change_of_a_group_in_talks_is_told_from_the_threshold_of_a_cell(tmp_path, aantal, tekst):
    scores = bd.score_indicatoren(load(tmp_path, aantal))
    [rij] = scores[scores["id"].eq("T1")].to_dict("records")
    assert (rij["tekst"], rij["n"]) == (tekst, aantal)
    assert rij["toelichting"].startswith("van 6,0 naar 6,5")


@pytest.mark.parametrize(
    ("aantal", "instrument", "grens"), [(8, "burgerdialoog", 10), (22, "klantpanel", 30)]
)
def test_that_of_fewer_people_or_of_a_small_panel_is_not(tmp_path, aantal, instrument, grens):
    scores = bd.score_indicatoren(load(tmp_path, aantal, instrument))
    [rij] = scores[scores["id"].eq("T1")].to_dict("records")
    assert rij["toelichting"] == f"te weinig antwoorden (minder dan {grens})"


def test_a_mean_afterwards_is_told_with_that_before(tmp_path):
    traject = load(tmp_path, 22)
    [vraag] = traject.vragen["vraag_id"].astype("str").unique()
    zin = state_bevinding(bd.summarise_cijfer(traject, vraag))
    assert "gemiddeld 6,5" in zin
    assert zin.endswith("; vooraf was dat 6,0")
    alleen = traject.only(activiteit_id="uitstap_achteraf")
    assert "vooraf" not in state_bevinding(bd.summarise_cijfer(alleen, vraag)).split("gemiddeld")[1]


@pytest.mark.parametrize(
    ("aantal", "instrument", "einde"),
    [
        (22, "burgerdialoog", "steeg van 6,0 naar 6,5 (indicatie)"),
        (8, "burgerdialoog", "te weinig antwoorden in beide metingen"),
        (22, "klantpanel", "te weinig antwoorden in beide metingen"),
    ],
)
def test_the_heading_of_a_change_follows_the_limit_of_the_indicator(tmp_path, aantal, instrument, einde):
    traject = load(tmp_path, aantal, instrument)
    [vraag] = traject.vragen["vraag_id"].astype("str").unique()
    tabel = bd.compare_metingen(traject, vraag)
    assert state_bevinding(tabel).endswith(einde)
    assert not is_veranderd(tabel)  # nothing in talks is tested


def test_a_change_in_talks_whose_interval_holds_none_is_not_called_a_rise(tmp_path):
    traject = load(tmp_path, 22)
    [vraag] = traject.vragen["vraag_id"].astype("str").unique()
    tabel = bd.compare_metingen(traject, vraag)
    breed = annotate(tabel.assign(onder=-0.1), read_toelichting(tabel))
    assert state_bevinding(breed).endswith("was 6,0, toen 6,5 (indicatie)")
