"""A theme that few people mention in a note is no point of a minority when many of them chose it from a list."""

from __future__ import annotations

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.analysis.rapportvragen.minderheid import list_minderheid, share_gekozen

TOML = """titel = "Straat"
[[levering]]
naam = "straat"
instrument = "straatgesprek"
fase = "beleidsontwikkeling"
bestand = "s.csv"
kolommen = { datum = "dag", plaats = "plek", open = ["notitie"] }
"""
THEMAS = pd.DataFrame({"thema": ["Kosten", "Taal", "Vocht"], "woorden_wel": ["duur", "engels", "schimmel"]})


@pytest.fixture(scope="module")
def traject(tmp_path_factory):
    """Twenty talks: ten ticked costs and two said so, two spoke of language, which no list has, and one of damp."""
    map_ = tmp_path_factory.mktemp("straat")
    notitie = ["veel te duur"] * 2 + ["liever engels"] * 2 + ["schimmel op de muur"] + ["prima zo"] * 15
    regels = [
        f"2026-05-{1 + nr};markt;{int(nr < 10)};{int(nr < 3)};{tekst} {nr}"
        for nr, tekst in enumerate(notitie)
    ]
    kop = "dag;plek;zorg/kosten_voor_mij;zorg/vocht;notitie"
    (map_ / "s.csv").write_text("\n".join([kop, *regels]), "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    vragen = pd.DataFrame(
        {
            "levering": "straat",
            "kolom": ["zorg/kosten_voor_mij", "zorg/vocht", "notitie"],
            "vraag_id": ["zorg", "zorg", ""],
        }
    ).assign(soort=["meer_antwoorden", "meer_antwoorden", "open"])
    vragen.to_csv(map_ / "vragen.csv", sep=";", index=False)
    return bd.code_fragmenten(bd.load_traject(map_), THEMAS)


def test_what_half_of_them_chose_is_left_out_and_what_few_chose_or_could_not_stays(traject):
    tabel = list_minderheid(traject)
    assert tabel[["thema", "n", "basis"]].to_numpy().tolist() == [["Taal", 2, 20], ["Vocht", 1, 20]]


def test_the_share_is_of_the_answer_that_has_the_name_of_the_theme(traject):
    assert [share_gekozen(traject, "straat", thema) for thema in ("Kosten", "Vocht", "Taal")] == [
        0.5,
        0.15,
        0.0,
    ]


def test_what_many_name_in_another_source_is_no_point_of_a_minority(tmp_path):
    """Two of ten in the talks name costs, and six of ten in the survey; of language it is two and one."""
    gesprek = ["te duur", "te duur", "liever engels", "liever engels", *["prima zo"] * 6]
    enquete = [*["te duur"] * 6, "liever engels", *["prima zo"] * 3]
    for naam, teksten in (("s", gesprek), ("e", enquete)):
        rijen = [f"{nr};2026-05-01;markt;{tekst} {nr}" for nr, tekst in enumerate(teksten)]
        (tmp_path / f"{naam}.csv").write_text("\n".join(["nr;dag;plek;notitie", *rijen]), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    enq = '[[levering]]\nnaam = "enq"\ninstrument = "enquete"\nfase = "beleidsontwikkeling"\nbestand = "e.csv"\n'
    (tmp_path / "traject.toml").write_text(f"{TOML}{enq}", "utf-8")
    vragen = pd.DataFrame({"levering": ["straat", "enq"], "kolom": "notitie", "soort": "open"})
    vragen.to_csv(tmp_path / "vragen.csv", sep=";", index=False)
    tabel = list_minderheid(bd.code_fragmenten(bd.load_traject(tmp_path), THEMAS))
    assert tabel[["thema", "n", "basis"]].to_numpy().tolist() == [["Taal", 2, 10]]


def test_one_of_three_tables_takes_away_no_point_of_a_minority(tmp_path):
    """Two of ten people name costs, two language; at one of the three tables of an evening costs are noted."""
    gesprek = ["te duur", "te duur", "liever engels", "liever engels", *["prima zo"] * 6]
    rijen = [f"{nr};2026-05-01;markt;{tekst} {nr}" for nr, tekst in enumerate(gesprek)]
    (tmp_path / "s.csv").write_text("\n".join(["nr;dag;plek;notitie", *rijen]), "utf-8")
    notities = [
        "Tafel;Onderwerp;Notitie",
        "1;Groen;te duur vinden wij",
        "2;Groen;minder steen",
        "3;Groen;meer bomen",
    ]
    (tmp_path / "d.csv").write_text("\n".join(notities), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    dia = '[[levering]]\nnaam = "dia"\ninstrument = "burgerdialoog"\nfase = "beleidsontwikkeling"\nbestand = "d.csv"\n'
    (tmp_path / "traject.toml").write_text(f"{TOML}{dia}", "utf-8")
    pd.DataFrame({"levering": ["straat"], "kolom": "notitie", "soort": "open"}).to_csv(
        tmp_path / "vragen.csv", sep=";", index=False
    )
    tabel = list_minderheid(bd.code_fragmenten(bd.load_traject(tmp_path), THEMAS))
    assert sorted(tabel["thema"]) == ["Kosten", "Taal"]
