"""Attendance lists as a clerk keeps them: a day above each session, a total and a remark below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError

DAGEN = (datetime(2026, 9, 12), datetime(2026, 9, 26), datetime(2026, 10, 10))
LEDEN = (("BE-01", "xx "), ("BE-02", "x a"), ("BE-03", "Xxx"), ("BE-04", "   "))
"""The number of each member and the marks below the three days: 3, 2 and 1 times present, and one who never came."""


def write_lijst(map_: Path, koppen: Sequence[object], onder: Sequence[Sequence[object]] = ()) -> Path:
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["Presentielijst"])
    blad.append(["x = aanwezig, a = afgemeld"])
    blad.append([])
    blad.append(["Lidnr", *koppen, "Totaal"])
    for lid, kruisjes in LEDEN:
        blad.append([lid, *(teken.strip() or None for teken in kruisjes), kruisjes.casefold().count("x")])
    for rij in onder:
        blad.append(list(rij))
    boek.save(map_ / "presentielijst.xlsx")
    (map_ / "sleutel.txt").write_text("ab" * 32, encoding="utf-8")
    (map_ / "traject.toml").write_text(
        'titel = "T"\n[[levering]]\nnaam = "beraad"\ninstrument = "burgerberaad"\nfase = "beleidsontwikkeling"\n'
        'trede = "adviseren"\nwerving = "loting"\nonderdelen = { aanwezigheid = "presentielijst.xlsx" }\n',
        encoding="utf-8",
    )
    return map_


@pytest.mark.parametrize(
    "koppen",
    [
        DAGEN,
        ("2026-09-12", "2026-09-26", "2026-10-10"),
        ("12-9-2026", "26-9-2026", "10-10-2026"),
        ("12 sep", "26 sep", "10 okt"),
        ("za 12/9", "za 26/9", "za 10/10"),
        ("12 september (ochtend)", "12 september (middag)", "10 oktober"),
        ("Sessie 1", "Sessie 2", "Sessie 3"),
    ],
)
def test_a_day_above_a_column_is_a_session(tmp_path: Path, koppen: Sequence[object]) -> None:
    tabel = bd.measure_aanwezigheid(bd.load_traject(write_lijst(tmp_path, koppen)))
    assert tabel["n"].tolist() == [3, 2, 1]


def test_a_full_date_is_written_out_for_who_reads_it(tmp_path: Path) -> None:
    t = bd.load_traject(write_lijst(tmp_path, DAGEN))
    assert t.opties["label"].tolist() == ["12 september 2026", "26 september 2026", "10 oktober 2026"]


def test_a_list_without_a_column_that_is_a_session_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match=r"presentielijst\.xlsx.*geen kolom een sessie.*Sessie 1"):
        bd.load_traject(write_lijst(tmp_path, ("eerste", "tweede", "derde")))


def test_a_total_and_a_remark_below_the_list_are_nobody(tmp_path: Path) -> None:
    onder = (
        ("Totaal", 3, 2, 1, 6),
        (),
        ("Onkostenvergoeding alleen bij aanwezigheid tot 16.00 uur.",),
    )
    t = bd.load_traject(write_lijst(tmp_path, DAGEN, onder))
    assert len(t.deelnemers) == 4
    assert bd.measure_aanwezigheid(t)["n"].tolist() == [3, 2, 1]
