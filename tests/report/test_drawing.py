"""A figure never stops a report, and a report that cannot be made leaves nothing behind."""

from dataclasses import replace

import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.report.blocks import Alinea, Figuurblok, Tabelblok
from burgerdata.report.chapters.answers import print_antwoord
from burgerdata.report.chapters.bevindingen import compare_sources
from burgerdata.toelichting import annotate, read_toelichting


def test_a_figure_that_fits_no_page_is_left_out_with_its_table_and_why(opbrengst):
    (antwoord,) = compare_sources(opbrengst)
    tabel = opbrengst.tabellen["bronnen"]
    te_breed = annotate(tabel.assign(tekst="x" * 300), read_toelichting(tabel))
    blokken = print_antwoord(replace(antwoord, tabellen={"bronnen": te_breed}), opbrengst, {})
    assert not [blok for blok in blokken if isinstance(blok, Figuurblok)]
    assert any(isinstance(blok, Tabelblok) and blok.bestand == "bronnen" for blok in blokken)
    (noot,) = (blok.tekst for blok in blokken if isinstance(blok, Alinea) and blok.klasse == "noot")
    assert noot == (
        "De figuur bronnen_bronnen staat hier niet. De bronnen passen niet naast de thema's; kies kortere namen van "
        "thema's. De tabel zegt hetzelfde."
    )


def test_a_report_that_cannot_be_made_leaves_no_half_folder(traject, tmp_path):
    (tmp_path / "map" / "teksten").mkdir(parents=True)
    (tmp_path / "map" / "teksten" / "samenvating.md").write_text("Mis.", encoding="utf-8")
    deel = traject.only(activiteit_id="straatgesprek")
    verkeerd = replace(deel, instellingen=replace(traject.instellingen, map=tmp_path / "map"))
    with pytest.raises(ContractError, match=r"samenvating\.md: hoort bij geen onderdeel"):
        bd.write_rapport(verkeerd)
    assert list((tmp_path / "map" / "rapport").iterdir()) == []
