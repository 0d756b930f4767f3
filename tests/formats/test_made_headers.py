"""Headers made by hand: two rows of them, one that comes back, or none."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError

TWEE = [
    ["Algemeen", None, "Tevreden over", None, "Slot"],
    ["Respnr", "Leeftijd", "Website", "Balie", "Wat kan beter?"],
    [1, 34, "Eens", "Oneens", "de tijden"],
    [2, 51, "Oneens", "Eens", None],
    [3, 19, "Eens", "Eens", "niets"],
]


def load(pad: Path, tekst: str) -> bd.Traject:
    pad.write_text(tekst, encoding="utf-8")
    return bd.read_bestand(pad)


def balances(t: bd.Traject) -> bool:
    bron = t.bronnen[t.bronnen["gebruikt"]]
    return bool((bron["records_in"] == bron["records_uit"] + bron["records_verklaard"]).all())


def test_two_header_rows_with_merged_cells_are_one_header_and_no_person(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in TWEE:
        boek.active.append(rij)
    boek.active.merge_cells("A1:B1")
    boek.active.merge_cells("C1:D1")
    boek.save(tmp_path / "twee.xlsx")
    t = bd.read_bestand(tmp_path / "twee.xlsx")
    assert len(t.deelnemers) == 3
    assert dict(zip(t.vragen["kolom"], t.vragen["tekst"], strict=True)) == {
        "Leeftijd": "Algemeen - Leeftijd",
        "Website": "Tevreden over - Website",
        "Balie": "Tevreden over - Balie",
        "Wat kan beter?": "Slot - Wat kan beter?",
    }
    assert balances(t)


def test_two_header_rows_survive_being_saved_as_csv(tmp_path: Path) -> None:
    regels = [";".join("" if cel is None else str(cel) for cel in rij) for rij in TWEE]
    t = load(tmp_path / "twee.csv", "\n".join(regels))
    assert len(t.deelnemers) == 3
    assert set(t.vragen["kolom"]) == {"Leeftijd", "Website", "Balie", "Wat kan beter?"}
    assert balances(t)


def test_a_lower_header_that_comes_twice_keeps_the_one_above_it(tmp_path: Path) -> None:
    tekst = "nr;Voor;;Na;\n;Zorg;Werk;Zorg;Werk\n1;7;6;8;5\n2;6;5;7;6\n"
    t = load(tmp_path / "voor_na.csv", tekst)
    assert list(t.vragen["kolom"]) == ["Voor - Zorg", "Voor - Werk", "Na - Zorg", "Na - Werk"]


@pytest.mark.parametrize(
    "tekst",
    [
        "nr;Wat vindt u?;\n1;mooi;druk\n2;druk;mooi\n",
        "nr;plaats;;\n1;Ede;a;b\n2;Ede;c;d\n",
        "nr;plaats;;\n1;Ede;7;8\n2;Assen;7;8\n",
    ],
)
def test_columns_without_a_header_alone_make_no_second_header_row(tmp_path: Path, tekst: str) -> None:
    assert len(load(tmp_path / "e.csv", tekst).deelnemers) == 2


def test_a_header_that_comes_back_halfway_is_no_person(tmp_path: Path) -> None:
    t = load(tmp_path / "e.csv", "nr;cijfer\n1;7\n2;8\nnr;cijfer\n3;6\n")
    assert len(t.deelnemers) == 3
    assert t.logboek.loc[t.logboek["reden"] == "tussenkop", "rij"].tolist() == [4]
    assert balances(t)


@pytest.mark.parametrize(
    "tekst",
    [
        "ja;Ede;goed\nnee;Assen;slecht\nja;Ede;matig\nnee;Ede;goed\n",
        "101;34;ja\n102;51;nee\n103;19;ja\n",
        "3;5;2\n5;3;2\n3;5;1\n",
    ],
)
def test_a_file_without_headers_is_refused_and_loses_nobody(tmp_path: Path, tekst: str) -> None:
    with pytest.raises(ContractError, match="rij 1: boven de kolommen staan geen koppen"):
        load(tmp_path / "e.csv", tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "nr;Website;Balie\n1;Website;\n2;;Balie\n3;Website;Balie\n",
        "nr;1;2;3\n1;3;2;1\n2;1;1;3\n3;2;3;2\n",
        "nr;2015;2020\n1;7;6\n2;8;5\n",
    ],
)
def test_ticks_and_numbered_questions_are_headers_like_any_other(tmp_path: Path, tekst: str) -> None:
    t = load(tmp_path / "e.csv", tekst)
    assert len(t.deelnemers) == tekst.count("\n") - 1


@pytest.mark.parametrize(
    "titel", ["Enquête 2026;;\nBureau X;;\n;;\n", "Enquête 2026\n\n", "sep=;\nEnquête, 2026\n"]
)
def test_a_title_over_the_header_of_a_csv_is_no_header(tmp_path: Path, titel: str) -> None:
    t = load(tmp_path / "e.csv", titel + "nr;cijfer;plaats\n1;7;Ede\n2;8;\n")
    assert t.vragen["kolom"].tolist() == ["cijfer", "plaats"]
    assert len(t.deelnemers) == 2
    assert balances(t)


def test_questions_under_their_codes_are_the_texts_and_no_person(tmp_path: Path) -> None:
    t = load(
        tmp_path / "e.csv",
        "nr;v1;v2;v3\nNummer;Tevreden?;Uw leeftijd?;Wat kan beter?\n1;4;34;tijd\n2;5;51;niets\n",
    )
    assert len(t.deelnemers) == 2
    assert t.vragen["tekst"].tolist() == ["Tevreden?", "Uw leeftijd?", "Wat kan beter?"]
    assert t.vragen["kolom"].tolist() == ["v1", "v2", "v3"]
    assert balances(t)


def test_a_first_person_who_writes_only_words_stays(tmp_path: Path) -> None:
    t = load(
        tmp_path / "e.csv", "naam van buurt;oordeel;cijfer\nNoord;goed;geen\nZuid;slecht;7\nOost;matig;8\n"
    )
    assert len(t.deelnemers) == 3


def test_groups_above_the_header_tell_apart_what_comes_twice(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in [[None, "Voor", None, "Na", None], ["nr", "zorg", "werk", "zorg", "werk"], [1, 7, 6, 8, 5]]:
        boek.active.append(rij)
    boek.save(tmp_path / "e.xlsx")
    t = bd.read_bestand(tmp_path / "e.xlsx")
    assert t.vragen["kolom"].tolist() == ["Voor - zorg", "Voor - werk", "Na - zorg", "Na - werk"]
    assert balances(t)


def test_headers_below_a_title_may_come_back_in_a_later_part(tmp_path: Path) -> None:
    tekst = "survey;;\ntype;name;label\ntext;q1;Naam\nint;q2;Leeftijd\nlist;name;label\ngeslacht;m;man\n"
    assert len(load(tmp_path / "e.csv", tekst).deelnemers) == 4


@pytest.mark.parametrize("titel", [False, True])
def test_a_header_over_columns_beside_one_over_two_rows_is_in_the_text_of_each(
    tmp_path: Path, titel: bool
) -> None:
    boek = openpyxl.Workbook()
    begin = 3 if titel else 1
    blok = [
        ["respnr", "Leeftijd", "Tevreden over", None, None],
        [None, None, "Loket", "Post", "Site"],
        [1, 34, "eens", "oneens", "eens"],
        [2, 51, "oneens", "eens", "eens"],
    ]
    for rij, cellen in enumerate([["Enquête 2026"], [], *blok] if titel else blok, start=1):
        for kolom, cel in enumerate(cellen, start=1):
            boek.active.cell(rij, kolom, cel)
    for bereik in (f"C{begin}:E{begin}", f"A{begin}:A{begin + 1}", f"B{begin}:B{begin + 1}"):
        boek.active.merge_cells(bereik)
    boek.save(tmp_path / "twee.xlsx")
    t = bd.read_bestand(tmp_path / "twee.xlsx")
    assert dict(zip(t.vragen["kolom"], t.vragen["tekst"], strict=True)) == {
        "Leeftijd": "Leeftijd",
        "Loket": "Tevreden over - Loket",
        "Post": "Tevreden over - Post",
        "Site": "Tevreden over - Site",
    }
    assert balances(t)


def test_a_title_over_the_headers_that_leaves_out_the_first_column_is_a_title(tmp_path: Path) -> None:
    boek = openpyxl.Workbook()
    for rij in ([None, "Enquête 2026", None], ["respnr", "cijfer", "plaats"], [1, 7, "Ede"], [2, 8, "Urk"]):
        boek.active.append(rij)
    boek.active.merge_cells("B1:C1")
    boek.save(tmp_path / "titel.xlsx")
    assert bd.read_bestand(tmp_path / "titel.xlsx").vragen["tekst"].tolist() == ["cijfer", "plaats"]


def test_lists_as_a_script_writes_them_are_choices_and_texts_between_brackets_are_not(tmp_path: Path) -> None:
    cellen = ["\"['angst', 'stress']\"", "['']", "\"['stress', 'slecht slapen; moe']\"", "", "[]"]
    regels = [f"{nr},{cel},[pauze] {nr}" for nr, cel in enumerate(cellen, start=1)]
    t = load(tmp_path / "lijsten.csv", "\n".join(["id,klachten,tekst", *regels]))
    soorten = dict(zip(t.vragen["kolom"], t.vragen["soort"].astype("str"), strict=True))
    assert soorten == {"klachten": "meer_antwoorden", "tekst": "open"}
    rijen = t.antwoorden[t.antwoorden["vraag_id"] == "klachten"]
    gegeven = rijen[rijen["status"] == "gegeven"]["code"].astype("str").value_counts().to_dict()
    assert gegeven == {"stress": 2, "angst": 1, "slecht slapen, moe": 1}
    assert (rijen["status"] == "leeg_onbekend").sum() == 3
    assert balances(t)


def test_lists_of_one_text_that_somebody_wrote_each_stay_texts_however_few(tmp_path: Path) -> None:
    def soort(cellen: list[str]) -> str:
        regels = [f'{nr},"{cel}"' for nr, cel in enumerate(cellen)]
        t = load(tmp_path / f"lijsten{len(cellen)}.csv", "\n".join(["id,verhaal", *regels]))
        return str(t.vragen["soort"].astype("str").iloc[0])

    assert soort([f"['Mijn buurman {nr} slaat de hond in de tuin.']" for nr in range(24)]) == "open"
    assert soort([f"['Mijn buurman {nr} slaat de hond in de tuin.']" for nr in range(4)]) == "open"
    # two options of all, and what each wrote beside them
    assert soort([f"['angst', 'stress', 'mijn buurman {nr} slaat de hond']" for nr in range(30)]) == "open"
    # fifteen chosen, nine different
    rijen = [
        ["licht", "groen", "water"],
        ["licht", "rust", "fietspad"],
        ["groen", "winkels"],
        ["rust", "water"],
    ]
    rijen += [["bankjes", "licht"], ["speelplek"], ["parkeren voor bewoners"], ["groen"]]
    assert soort([str(rij) for rij in rijen]) == "meer_antwoorden"


def test_lists_of_words_that_do_not_come_back_stay_texts(tmp_path: Path) -> None:
    regels = [f"{nr},\"['woord{nr}', 'zin{nr}']\"" for nr in range(20)]
    t = load(tmp_path / "lijsten.csv", "\n".join(["id,steekwoorden", *regels]))
    assert t.vragen["soort"].astype("str").tolist() == ["open"]
