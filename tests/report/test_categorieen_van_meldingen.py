"""What most signals are about is a finding of the summary, with its table and in messages, whoever gave them."""

from __future__ import annotations

from datetime import date

import pytest

from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Alinea, Opsomming, Tabelblok
from burgerdata.report.chapters import bevindingen, samenvatting
from burgerdata.report.collect import collect_opbrengst

TOML = """titel = "Proef"
[[levering]]
instrument = "signaal"
fase = "praktijk"
bestand = "k.csv"
kolommen = {{ {persoon}datum = "dag", bericht = "notitie", kenmerk = ["categorie"] }}
"""
CATEGORIE = ["Subsidie"] * 38 + ["Wachttijd"] * 27 + ["Rekening"] * 21 + ["Warmtenet"] * 16
ZIN = "Bij 38 van de 102 meldingen gaat het om ‘Subsidie’"


@pytest.fixture(params=["", 'persoon = "melder", '])
def opbrengst(request, tmp_path):
    """Return what a report rests on, of complaints of which half have the name of one of ten people, or that is not told."""
    regels = [
        f"{1 + nr % 28}-3-2026;{wat};{f'M{nr % 20}' if nr % 2 else ''};tekst {nr}"
        for nr, wat in enumerate(CATEGORIE)
    ]
    (tmp_path / "k.csv").write_text("\n".join(["dag;categorie;melder;notitie", *regels]), "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(TOML.format(persoon=request.param), "utf-8")
    return collect_opbrengst(load_traject(tmp_path), datum=date(2026, 11, 27))


def test_the_largest_category_is_told_in_the_summary_and_stands_above_its_table(opbrengst):
    punten = [
        str(blok) for blok in samenvatting.build(opbrengst, {}) if isinstance(blok, (Opsomming, Alinea))
    ]
    assert any(ZIN in punt for punt in punten)
    assert not any("nog geen bevindingen" in punt for punt in punten)
    [tabel] = [blok.tabel for blok in bevindingen.build(opbrengst, {}) if isinstance(blok, Tabelblok)]
    assert [str(cel) for cel in tabel["n"]] == ["38", "27", "21", "16"]
