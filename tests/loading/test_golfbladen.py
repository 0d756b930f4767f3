"""Sheets of one workbook that are each called a wave: a delivery per wave of one panel."""

from __future__ import annotations

import pytest

from burgerdata import compare_metingen
from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject

KOP = ["panelnr", "Welk cijfer geeft u de bus?", "Bent u tevreden?", "Hoe vaak reist u?"]
UITLEG = [["Blad", "Wat erin staat"], ["eerste", "het begin"], ["tweede", "het eind"]]


def _golf(eerste: int, erbij: int = 0) -> list[list]:
    """Return ten people from a number on, with grades 4 to 8 and as much higher as ``erbij``."""
    wie = range(eerste, eerste + 10)
    return [
        KOP,
        *([nr, 4 + nr % 5 + erbij, "ja" if nr % 3 else "nee", "vaak" if nr % 2 else "soms"] for nr in wie),
    ]


@pytest.mark.parametrize(
    ("namen", "metingen"),
    [
        (("Meting 1", "Meting 2"), ["1", "2"]),
        (("okt 2026", "mrt 2026"), ["2026-03", "2026-10"]),
        (("nulmeting", "eenmeting"), ["nulmeting", "eenmeting"]),
    ],
)
def test_sheets_called_a_wave_are_a_delivery_each_in_the_order_of_time(
    tmp_path, schrijf_boek, namen, metingen
):
    een, twee = namen
    schrijf_boek(tmp_path / "bus.xlsx", {een: _golf(101), twee: _golf(103, 1), "Uitleg": UITLEG})
    voorstel = propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert [deel.split('"')[0] for deel in toml.split('meting = "')[1:]] == metingen
    assert toml.count('panel = "bus"  #') == 2
    assert [regel.partition(":")[0] for regel in voorstel.gezien] == ["bus.xlsx, blad 'Uitleg'"]
    t = load_traject(tmp_path)
    assert t.deelnemers["deelnemer_id"].nunique() == 12
    verandering = compare_metingen(t, "welk_cijfer_geeft_u_de_bus").iloc[0]
    omgekeerd = een.startswith("okt")
    assert (verandering["n_beide"], verandering["verschil"]) == (8, -1.0 if omgekeerd else 1.0)


def test_months_without_a_year_ask_for_their_order(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "bus.xlsx", {"juni": _golf(101), "maart": _golf(101, 1)})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["bus.xlsx, blad 'maart'", "bus.xlsx, blad 'juni'"]
    with pytest.raises(ContractError, match="de volgorde van de metingen is nog niet bevestigd"):
        load_traject(tmp_path)


def test_a_sheet_with_the_same_columns_that_is_no_wave_may_be_all_of_them(tmp_path, schrijf_boek):
    schrijf_boek(
        tmp_path / "bus.xlsx", {"Meting 1": _golf(101), "Meting 2": _golf(103), "Totaal": _golf(101)}
    )
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, Excel, 3 vragen"]
