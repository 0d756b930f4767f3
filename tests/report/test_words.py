"""Words that contradicted each other or told nothing: numbers that differ, names of tables, columns."""

from burgerdata.figures import split_bronnen, validate_figuur
from burgerdata.report.blocks import Alinea, Tabelblok
from burgerdata.report.chapters import tabellen, wie


def test_numbers_that_differ_between_tables_are_explained(opbrengst):
    noot = next(b.tekst for b in wie.build(opbrengst, {}) if isinstance(b, Alinea) and b.klasse == "noot")
    assert "Bij de burgerdialoog zijn mensen geteld en niet één voor één vastgelegd." in noot
    assert "Van de 1.200 bij de enquête rondden 1.160 de vragen af" in noot


def test_what_researchers_saw_in_a_test_is_not_taken_for_what_people_said(opbrengst):
    for figuur in split_bronnen(opbrengst.tabellen["bronnen"]):
        assert "Usability-onderzoek: wat onderzoekers zagen" in " ".join(figuur.voet)
        assert not validate_figuur(figuur)


def test_tables_that_are_only_files_have_names_that_tell_them_apart(opbrengst):
    lijst = [b for b in tabellen.build(opbrengst, {}) if isinstance(b, Tabelblok)][-1].tabel
    assert lijst["waarover"].is_unique
    assert not lijst["waarover"].isin(["thema's", "de stellingen"]).any()


def test_no_column_is_called_after_how_it_is_stored(opbrengst):
    koppen = {
        kop for b in tabellen.build(opbrengst, {}) if isinstance(b, Tabelblok) for kop in b.tabel.columns
    }
    assert "tekst" not in koppen
    assert "hoe vaak" in koppen
