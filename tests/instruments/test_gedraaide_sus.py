"""A workbook of a test as testers keep it: the SUS with a column per person and their average, tasks under merged headers."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

import burgerdata as bd

STELLINGEN = [
    "1. Ik zou dit vaker willen gebruiken",
    "2. Ik vond het onnodig ingewikkeld",
    "3. Ik vond het makkelijk in gebruik",
    "4. Ik heb hulp nodig van een technisch persoon",
    "5. De onderdelen passen goed bij elkaar",
    "6. Er zat te veel tegenstrijdigs in",
    "7. De meeste mensen leren dit snel",
    "8. Ik vond het omslachtig",
    "9. Ik voelde me zeker tijdens het gebruik",
    "10. Ik moest veel leren voor ik ermee kon werken",
]
# the odd statements 4, the even ones 2: 75; all 3: 50; the odd 5, the even 1: 100
ANTWOORDEN = {"P1": (4, 2), "P2": (3, 3), "P3": (5, 1)}
SCORES = {"P1": 75, "P2": 50, "P3": 100}
TAKEN = [
    ["P1", 42, "nee", "3:30", "ja", "1:50"],
    ["P2", 37, "ja", "1:10", "nee", "4:00"],
    ["P3", 61, "ja", "0:50", "ja", "2:10"],
]


def write_test(pad, *, achter="gem.", taak="Taak {}: {}"):
    """Write a workbook with the sheets SUS and Taken."""
    boek = Workbook()
    sus = boek.active
    sus.title = "SUS"
    sus.append(["Gebruikerstest Zoekhulp – 19 mei 2026"])
    sus.append([])
    sus.append(["Vraag", *ANTWOORDEN, *([achter] if achter else [])])
    for nummer, stelling in enumerate(STELLINGEN):
        cellen = [paar[nummer % 2] for paar in ANTWOORDEN.values()]
        sus.append([stelling, *cellen, *([sum(cellen) / 3] if achter else [])])
    sus.append(["SUS-score", *SCORES.values(), *([75] if achter else [])])
    taken = boek.create_sheet("Taken")
    taken.append(
        [
            "Deelnemer",
            "Leeftijd",
            taak.format(1, "vind de wachttijd"),
            None,
            taak.format(2, "meld je aan"),
            None,
        ]
    )
    taken.append([None, None, "gelukt?", "tijd", "gelukt?", "tijd"])
    for cellen in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        taken.merge_cells(cellen)
    for rij in TAKEN:
        taken.append(rij)
    boek.save(pad)
    return pad


@pytest.mark.parametrize("achter", ["gem.", "Gemiddelde", ""])
def test_the_people_of_both_sheets_are_the_same_and_an_average_is_nobody(tmp_path, achter):
    write_test(tmp_path / "test.xlsx", achter=achter)
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["usability-onderzoek"]
    t = bd.load_traject(tmp_path)
    assert len(t.deelnemers) == len(ANTWOORDEN)
    score = bd.score_sus(t)
    assert score[["basis", "gemiddelde"]].to_numpy().tolist() == [[3, 75.0]]
    assert "sus_score" not in set(t.vragen["vraag_id"].astype("str"))


@pytest.mark.parametrize("taak", ["Taak {}: {}", "Taak {} – {}", "{}. {}"])
def test_a_task_is_called_after_its_merged_header_and_has_its_time(tmp_path, taak):
    pad = write_test(tmp_path / "test.xlsx", taak=taak)
    taken = bd.summarise_taken(bd.read_bestand(pad, instrument="usability"))
    assert taken["taak"].astype("str").tolist() == ["vind de wachttijd", "meld je aan"]
    assert taken[["n", "niet", "basis"]].to_numpy().tolist() == [[2, 1, 3], [2, 1, 3]]
    assert taken["tijd_n"].tolist() == [2, 2]


def test_a_task_without_a_number_loses_what_was_noted_of_it(tmp_path):
    rijen = "Deelnemer;Inloggen - gelukt?;Inloggen - tijd;Betalen - gelukt?;Betalen - tijd\n"
    (tmp_path / "t.csv").write_text(
        rijen + "P1;gelukt;30;niet gelukt;60\nP2;met hulp;40;gelukt;70\nP3;gelukt;50;gelukt;80\n", "utf-8"
    )
    taken = bd.summarise_taken(bd.read_bestand(tmp_path / "t.csv", instrument="usability"))
    assert taken["taak"].astype("str").tolist() == ["Inloggen", "Betalen"]
    assert taken["n"].tolist() == [2, 2]
    assert taken["tijd_n"].tolist() == [2, 2]


def test_a_sheet_that_traject_toml_has_from_another_file_is_not_read_twice(tmp_path):
    write_test(tmp_path / "beide.xlsx")
    koppen = ";".join(["Deelnemer", *(f"sus{nr}" for nr in range(1, 11))])
    rijen = [";".join([naam, *(str(paar[nr % 2]) for nr in range(10))]) for naam, paar in ANTWOORDEN.items()]
    (tmp_path / "sus.csv").write_text("\n".join([koppen, *rijen]), "utf-8")
    (tmp_path / "traject.toml").write_text(
        '[[levering]]\ninstrument = "usability"\nonderdelen = { taken = "beide.xlsx", sus = "sus.csv" }\n',
        "utf-8",
    )
    (tmp_path / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
    t = bd.load_traject(tmp_path)  # and it is no other version of that file
    assert len(t.deelnemers) == len(ANTWOORDEN)
    assert bd.score_sus(t)["gemiddelde"].tolist() == [75.0]
    assert bd.summarise_taken(t)["n"].tolist() == [2, 2]
