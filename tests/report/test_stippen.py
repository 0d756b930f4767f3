"""Which idea got the dots of an evening stands in the findings and not only in an annex."""

from __future__ import annotations

from datetime import date

import pytest

from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Alinea, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters import bevindingen, samenvatting
from burgerdata.report.collect import collect_opbrengst

TOML = """titel = "Proef"
[[levering]]
naam = "avond"
instrument = "burgerdialoog"
fase = "beleidsontwikkeling"
onderdelen = { stippen = "s.csv" }
[[levering]]
naam = "enquete"
instrument = "enquete"
fase = "FASE"
bestand = "e.csv"
"""
STIPPEN = (
    "Idee;Tafel 1;Tafel 2;Tafel 3\nVaste contactpersoon;9;8;3\nKortere brieven;4;5;6\nInloopspreekuur;2;3;1\n"
)
"""The first idea has most dots at two of three tables, and 20 of 41 in all."""


@pytest.fixture(params=["beleidsontwikkeling", "praktijk"])
def opbrengst(request, tmp_path):
    """Return what a report rests on, with other people in the phase of the evening and with nobody else in it."""
    rijen = "".join(f"{nr};{nr % 4 + 5};{'eens' if nr % 3 else 'oneens'}\n" for nr in range(80))
    (tmp_path / "s.csv").write_text(STIPPEN, "utf-8")
    (tmp_path / "e.csv").write_text(f"nr;Welk cijfer geeft u?;De brief is duidelijk\n{rijen}", "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML.replace("FASE", request.param), "utf-8")
    return collect_opbrengst(load_traject(tmp_path), datum=date(2026, 11, 27))


def test_the_idea_with_most_dots_is_a_finding_with_its_table(opbrengst):
    blokken = bevindingen.build(opbrengst, {})
    koppen = [blok.tekst for blok in blokken if isinstance(blok, Kop)]
    eigen = [
        kop
        for kop in koppen
        if "‘Vaste contactpersoon’ kreeg aan twee van de drie tafels de meeste stippen" in kop
    ]
    assert len(eigen) == 1
    [tabel] = [
        b.tabel
        for b in blokken
        if isinstance(b, Tabelblok) and "Vaste contactpersoon" in str(b.tabel.to_numpy())
    ]
    assert [str(cel) for cel in tabel["stippen"]] == ["20", "15", "6"]


def test_the_summary_can_tell_it(opbrengst):
    punten = [
        str(blok) for blok in samenvatting.build(opbrengst, {}) if isinstance(blok, (Opsomming, Alinea))
    ]
    assert any(
        "‘Vaste contactpersoon’ kreeg aan twee van de drie tafels de meeste stippen" in punt
        for punt in punten
    )


@pytest.mark.parametrize(("werving", "soort"), [("uitgenodigd", "gemeten"), ("open_link", "gehoord")])
def test_the_dots_are_called_the_same_behind_the_votes_of_another_source(opbrengst, werving, soort):
    """Whichever finding holds the dots, who came by themselves were heard."""
    activiteiten = opbrengst.traject.activiteiten
    anders = activiteiten.assign(werving=werving).astype(activiteiten.dtypes)
    traject = opbrengst.traject.replace_tabellen(activiteiten=anders)
    mogelijk = bevindingen.list_bevindingen(collect_opbrengst(traject, datum=date(2026, 11, 27)))
    assert {a.soort for a in mogelijk.values() if "stippen" in a.bevinding} == {soort}
