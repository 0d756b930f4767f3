"""A list of decisions as a secretary makes it in Excel: a title, and headers of two rows of which "Besluit" spans two columns."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

ONDER = [None, None, "akkoord?", "datum", None, None, None, None]
PUNTEN = [
    [1, "Korter wachten", "Akkoord", date(2026, 9, 3), "Vanaf november", "Team Toegang", date(2026, 11, 1), "nee"],
    [2, "Vaste begeleider", "Deels", date(2026, 9, 3), "Niet bij ziekte", "Aanbieders", None, "nee"],
    [3, "Wachtlijst weg", "Niet akkoord", date(2026, 9, 3), "Geen geld", "Wethouder", None, "nee"],
    [4, "Heldere brieven", "Wordt onderzocht", None, None, "Communicatie", None, "nee"],
]  # fmt: skip


def write_lijst(
    pad: Path, boven: list[str | None], anders: dict[str, str] | None = None, *, hoog: bool = False
) -> None:
    boek = openpyxl.Workbook()
    blad = boek.active
    for rij in [["Actie- en besluitenlijst (stuurgroep)"], [], boven, ONDER, *PUNTEN]:
        blad.append([(anders or {}).get(str(cel), cel) for cel in rij])
    blad.merge_cells("A1:H1")
    blad.merge_cells("C3:D3")
    if hoog:
        for letter in "ABEFGH":
            blad.merge_cells(f"{letter}3:{letter}4")
    boek.save(pad)


KOPPEN = ["Nr.", "Wat vroegen ouders?", "Besluit", None, "Toelichting", "Wie", "Gereed", "Teruggekoppeld?"]


@pytest.mark.parametrize("hoog", [False, True])
@pytest.mark.parametrize("vroegen", ["Wat vroegen ouders?", "Wat jongeren vroegen", "Punt van huurders"])
def test_its_points_are_in_doorwerking_and_it_counts_nobody(tmp_path, vroegen, hoog):
    write_lijst(tmp_path / "lijst.xlsx", [KOPPEN[0], vroegen, *KOPPEN[2:]], hoog=hoog)
    (tmp_path / "e.csv").write_text(
        "nr;Welk cijfer geeft u?;Bent u tevreden?\n1;7;ja\n2;8;nee\n3;6;ja\n", encoding="utf-8"
    )
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["e.csv"]
    t = load_traject(tmp_path)
    assert len(t.deelnemers) == 3
    punten = t.doorwerking
    assert punten["samenvatting"].tolist() == [punt[1] for punt in PUNTEN]
    assert punten["status"].tolist() == [
        "overgenomen",
        "deels_overgenomen",
        "niet_overgenomen",
        "in_behandeling",
    ]
    assert punten["besluit_datum"].dt.date.fillna(date.min).tolist() == [date(2026, 9, 3)] * 3 + [date.min]
    assert punten["eigenaar"].tolist() == [punt[5] for punt in PUNTEN]
    assert punten["motivering"].iloc[0] == "Vanaf november; wanneer: 1 november 2026"


def test_beside_notes_of_tables_it_is_a_part_that_loads_as_drafted(tmp_path):
    write_lijst(tmp_path / "lijst.xlsx", KOPPEN)
    notities = "Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n2;Groen;minder steen\n"
    (tmp_path / "tafels.csv").write_text(notities, encoding="utf-8")
    propose_traject(tmp_path)
    punten = load_traject(tmp_path).doorwerking
    assert punten["samenvatting"].tolist() == [punt[1] for punt in PUNTEN]
    assert punten["status"].iloc[2] == "niet_overgenomen"
    tekst = check_traject(tmp_path).tekst
    assert "lijst.xlsx: 1 titelregel overgeslagen" in tekst
    assert "iemand anders" not in tekst  # no row of either file is a person


def test_a_word_that_means_no_status_is_told_in_traject_toml(tmp_path):
    write_lijst(tmp_path / "lijst.xlsx", KOPPEN, {"Wordt onderzocht": "Ligt bij de provincie"})
    (tmp_path / "tafels.csv").write_text(
        "Tafel;Onderwerp;Notitie\n1;Groen;bomen\n2;Groen;gras\n", encoding="utf-8"
    )
    propose_traject(tmp_path)
    assert "statussen = { buiten_kaders" in check_traject(tmp_path).tekst
    toml = tmp_path / "traject.toml"
    oud = toml.read_text("utf-8")
    for regel, status in (("buiten_kaders", "buiten_kaders"), ("in_behandeling", "in_behandeling")):
        woorden = f'statussen = {{ {regel} = ["ligt bij de provincie"] }}\n[instellingen]'
        toml.write_text(oud.replace("[instellingen]", woorden), encoding="utf-8")
        assert load_traject(tmp_path).doorwerking["status"].iloc[3] == status
    toml.write_text(
        oud.replace("[instellingen]", 'statussen = { weg = ["x"] }\n[instellingen]'), encoding="utf-8"
    )
    assert "'weg' is geen status; kies uit overgenomen" in check_traject(tmp_path).tekst


def test_what_people_answered_under_a_header_of_two_rows_stays_a_survey(tmp_path):
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["Nr.", "Uw wijk", "Oordeel over het besluit", None, "Toelichting"])
    blad.append([None, None, "akkoord?", "cijfer", None])
    for nr in range(1, 13):
        blad.append([nr, "Noord", "ja" if nr % 2 else "nee", nr % 10, "prima"])
    blad.merge_cells("C1:D1")
    boek.save(tmp_path / "e.xlsx")
    propose_traject(tmp_path)
    t = load_traject(tmp_path)
    assert (len(t.deelnemers), len(t.doorwerking)) == (12, 0)
