"""`nieuw` tries to read what it left before it says that a report can be made."""

from __future__ import annotations

import pytest

from burgerdata.loading import check_traject, propose_traject

NOTITIES = "Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n2;Groen;minder steen\n"


def propose(map_, *besluiten):
    rijen = [f"{nr};Punt {nr};{besluit};te duur" for nr, besluit in enumerate(besluiten, start=1)]
    lijst = "\n".join(["nr;Punt van bewoners;Besluit;Waarom", *rijen])
    (map_ / "besluiten.csv").write_text(lijst, encoding="utf-8")
    (map_ / "tafels.csv").write_text(NOTITIES, encoding="utf-8")
    return propose_traject(map_).tekst


def test_where_the_draft_reads_a_report_can_be_made_at_once(tmp_path):
    assert "Een eerste rapport kan nu al" in propose(tmp_path, "ja", "nee")


@pytest.mark.parametrize("keer", [1, 2])
def test_what_cannot_be_read_is_told_instead_with_the_first_problem(tmp_path, keer):
    tekst = propose(tmp_path, "nee", "ja", "Ligt bij de provincie")
    if keer == 2:  # the traject.toml of the analyst, which is left as it is
        tekst = propose_traject(tmp_path).tekst
    assert "nu al" not in tekst
    assert "bij het lezen is 1 probleem gevonden" in tekst
    [probleem] = [regel for regel in tekst.splitlines() if regel.startswith("  besluiten.csv, rij 4")]
    assert probleem in check_traject(tmp_path).tekst


def test_when_it_is_mended_the_promise_is_back(tmp_path):
    propose(tmp_path, "nee", "ja", "Ligt bij de provincie")
    assert "Een eerste rapport kan nu al" in propose(tmp_path, "nee", "ja", "buiten de kaders")
