"""Errors: one Dutch sentence with place, cause and remedy, and frames that other programs can use."""

from __future__ import annotations

import copy
import pickle

import pytest

from burgerdata.errors import (
    BronError,
    BurgerdataError,
    ContractError,
    MethodeError,
    Probleem,
    ProgrammaError,
)

TWEE = [
    Probleem("de kolom ontbreekt", "bedoelde u 'respnr'?", "enquete.csv", "", None, "respondnt"),
    Probleem("geen datum", "schrijf 2026-03-31", "straat.xlsx", "dag 1", 4, "Datum"),
]


@pytest.mark.parametrize(
    ("probleem", "zin"),
    [
        (Probleem("het bestand is leeg"), "het bestand is leeg"),
        (Probleem("het bestand is leeg", bestand="a.csv"), "a.csv: het bestand is leeg"),
        (
            Probleem("geen datum", "schrijf 2026-03-31", "a.csv", rij=4),
            "a.csv, rij 4: geen datum; schrijf 2026-03-31",
        ),
        (TWEE[1], "straat.xlsx, blad 'dag 1', rij 4, kolom 'Datum': geen datum; schrijf 2026-03-31"),
        (Probleem("leeg", rij=0), "rij 0: leeg"),
    ],
)
def test_a_problem_reads_as_place_cause_and_remedy(probleem: Probleem, zin: str) -> None:
    assert str(probleem) == zin


@pytest.mark.parametrize("soort", [BronError, MethodeError, ProgrammaError])
def test_every_kind_is_caught_as_one(soort: type[BurgerdataError]) -> None:
    with pytest.raises(BurgerdataError, match="dit gaat niet"):
        raise soort("dit gaat niet")


def test_a_file_error_keeps_its_parts_beside_its_sentence() -> None:
    fout = BronError("geen datum", "schrijf 2026-03-31", bestand="a.xlsx", blad="b", rij=4, kolom="Datum")
    assert fout.probleem == Probleem("geen datum", "schrijf 2026-03-31", "a.xlsx", "b", 4, "Datum")
    assert str(fout) == "a.xlsx, blad 'b', rij 4, kolom 'Datum': geen datum; schrijf 2026-03-31"


def test_all_problems_are_told_at_once_each_on_its_own_line() -> None:
    regels = str(ContractError(TWEE)).splitlines()
    assert regels[0] == "2 problemen in de bronbestanden:"
    assert [regel.strip() for regel in regels[1:]] == [str(probleem) for probleem in TWEE]


def test_one_problem_is_told_in_the_singular() -> None:
    assert str(ContractError(TWEE[:1])).startswith("1 probleem in de bronbestanden:\n")


def test_problems_given_as_they_are_found_are_all_kept() -> None:
    assert ContractError(probleem for probleem in TWEE).lijst == tuple(TWEE)


def test_the_problems_are_a_frame_with_a_row_each_in_the_order_of_reading() -> None:
    frame = ContractError(TWEE).problemen
    assert frame.columns.tolist() == ["bestand", "blad", "rij", "kolom", "wat", "remedie"]
    assert frame["bestand"].tolist() == ["enquete.csv", "straat.xlsx"]
    assert frame["rij"].isna().tolist() == [True, False]
    assert frame["rij"].iloc[1] == 4


@pytest.mark.parametrize("problemen", [[], TWEE])
def test_the_frame_of_problems_has_no_object_columns(problemen: list[Probleem]) -> None:
    assert ContractError(problemen).problemen.dtypes.astype(str).tolist() == [
        "str",
        "str",
        "Int64",
        "str",
        "str",
        "str",
    ]


@pytest.mark.parametrize("maak", [copy.copy, lambda fout: pickle.loads(pickle.dumps(fout))])
def test_an_error_from_another_process_says_the_same(maak) -> None:
    bron, contract = BronError("leeg", "vul aan", bestand="a.csv", rij=2), ContractError(TWEE)
    assert maak(bron).probleem == bron.probleem
    assert str(maak(bron)) == str(bron)
    assert maak(contract).lijst == contract.lijst
    assert str(maak(contract)) == str(contract)
