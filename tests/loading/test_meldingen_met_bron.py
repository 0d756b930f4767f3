"""A table of notifications with a source, a theme and a quotation holds notifications, also where it looks coded."""

from __future__ import annotations

from pathlib import Path

import burgerdata as bd

LEVERING = """
[[levering]]
naam = "meldingen"
instrument = "signaal"
fase = "praktijk"
trede = "raadplegen"
werving = "open_link"
bestand = "{}"
kolommen = {{ bericht_id = "Meldnr", bericht = "Citaat", datum = "Datum" }}
"""


def write_meldingen(pad: Path, kop: str) -> None:
    rijen = [
        f"{nr};{nr}-3-2026;{'brief' if nr % 3 else 'balie'};wonen;te druk op plek {nr};Oost"
        for nr in range(1, 21)
    ]
    pad.write_text("\n".join([f"Meldnr;Datum;{kop};Thema;Citaat;Wijk", *rijen]), "utf-8")


def test_nieuw_counts_each_notification(tmp_path: Path) -> None:
    write_meldingen(tmp_path / "signalen.csv", "Bron")
    assert bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["signaal, csv"]
    assert len(bd.load_traject(tmp_path).fragmenten) == 20


def test_columns_that_the_analyst_names_go_before_what_a_table_looks_like(tmp_path: Path) -> None:
    write_meldingen(tmp_path / "signalen.csv", "Document")
    bd.propose_traject(tmp_path)
    (tmp_path / "traject.toml").write_text('titel = "Meldingen"\n' + LEVERING.format("signalen.csv"), "utf-8")
    traject = bd.load_traject(tmp_path)
    assert traject.fragmenten["tekst"].tolist()[:2] == ["te druk op plek 1", "te druk op plek 2"]
    assert len(traject.fragmenten) == 20
