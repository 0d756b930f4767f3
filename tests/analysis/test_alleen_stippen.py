"""Ideas that only got dots on a sheet have no answers of people, and stop no report."""

from __future__ import annotations

from pathlib import Path

import burgerdata as bd
from burgerdata.analysis import beantwoord_alle
from burgerdata.analysis.indicatoren.invloed import measure_steun

TOML = """titel = "Proef"
trede = "raadplegen"
[[levering]]
naam = "beraad"
instrument = "burgerdialoog"
fase = "praktijk"
onderdelen = { stippen = "s.csv" }
[[levering]]
naam = "straat"
instrument = "enquete"
fase = "praktijk"
bestand = "e.csv"
"""


def test_dots_beside_a_survey_leave_every_question_answerable(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(
        "Idee;Tafel;Stippen\nVaste contactpersoon;1;9\nKortere lijst;1;4\n", "utf-8"
    )
    (tmp_path / "e.csv").write_text("nr;cijfer\n" + "".join(f"{n};{n % 4 + 5}\n" for n in range(40)), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML, "utf-8")
    antwoorden = beantwoord_alle(bd.load_traject(tmp_path))
    assert len(antwoorden) == 40
    assert antwoorden["pr6"].status == "niet_gemeten"


def test_thumbs_under_messages_are_no_support_for_a_recommendation(tmp_path: Path) -> None:
    kop = "id;auteur;tekst;voor;tegen;datum"
    rijen = [
        f"{n};a{n};Een bericht nummer {n} over de wijk.;{n % 5};{n % 2};2026-03-{n:02d}" for n in range(1, 13)
    ]
    (tmp_path / "p.csv").write_text("\n".join([kop, *rijen]), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    kolommen = '{ bericht_id = "id", persoon = "auteur", bericht = "tekst", stemmen_voor = "voor", stemmen_tegen = "tegen", tijdstip = "datum" }'
    (tmp_path / "traject.toml").write_text(
        f'titel = "Proef"\n[[levering]]\ninstrument = "community"\nbestand = "p.csv"\nkolommen = {kolommen}\n',
        "utf-8",
    )
    traject = bd.load_traject(tmp_path)
    assert traject.tellingen["maat"].eq("stem_voor").any()
    assert measure_steun(traject) == []
