"""Minutes of an evening with several tables as secretaries write them: who is there on one line, a Word table, agreements."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

import burgerdata as bd

DAG = "Donderdag 11 juni 2026, bibliotheek. 3 tafels, 24 ouders en jongeren. Notulist: Els."
AANWEZIG = "Tafelheer: Wim   Aanwezig: 8 personen"
KOP = ("Wat werd gezegd", "Idee", "Stippen")
RIJEN = [
    ("Je wacht een half jaar", "Appje met je plek", "5"),
    ("Telkens iemand anders", "Vaste begeleider", "7"),
    ("Online intake was fijn", "", "2"),
]
GEZEGD = {
    "tafel 1": ["Wachttijd is te lang", "Niemand belt terug"],
    "tafel 2": ["School kan eerder signaleren", "Wisselende hulpverleners"],
    "tafel 3": [cel for rij in RIJEN for cel in rij[:2] if cel],
}


def write_verslag(pad: Path, *, aanwezig: str = AANWEZIG) -> Path:
    """Write minutes with two tables in bullets and one in a Word table."""
    document = Document()
    document.add_heading("Dialoogavond jeugdhulp", 0)
    document.add_paragraph(DAG)
    for kop, tafel in (("Tafel 1 – Wachten", "tafel 1"), ("Tafel 2 - School", "tafel 2")):
        document.add_heading(kop, 1)
        document.add_paragraph(aanwezig)
        for notitie in GEZEGD[tafel]:
            document.add_paragraph(notitie, style="List Bullet")
    document.add_heading("Tafel 3: Jongeren zelf", 1)
    tabel = document.add_table(rows=0, cols=3)
    for rij in (KOP, *RIJEN):
        for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
            cel.text = tekst
    document.add_heading("Afspraken", 1)
    document.add_paragraph("Verslag gaat naar iedereen.")
    document.save(str(pad))
    return pad


@pytest.mark.parametrize(
    "aanwezig",
    [
        AANWEZIG,
        "Tafelheer: Wim, aanwezig: 8 personen",
        "Tafeldame: Fatma | Notulist: Els | Aanwezig: 8",
        "Aanwezig: 8 personen   Tafelheer: Wim",
    ],
)
def test_each_note_is_of_its_table_and_who_was_there_says_nothing(tmp_path: Path, aanwezig: str) -> None:
    pad = write_verslag(tmp_path / "Verslag dialoogtafels 11-6.docx", aanwezig=aanwezig)
    t = bd.read_bestand(pad, instrument="burgerdialoog")
    per_tafel = (
        t.fragmenten.dropna(subset="groep").groupby("groep", observed=True, dropna=True)["tekst"].agg(list)
    )
    assert per_tafel.to_dict() == GEZEGD
    assert t.fragmenten.loc[t.fragmenten["groep"].isna(), "tekst"].tolist() == ["Verslag gaat naar iedereen."]
    assert len(t.deelnemers) == 0


def test_dots_in_a_word_table_are_counted_on_the_idea_beside_them(tmp_path: Path) -> None:
    t = bd.read_bestand(write_verslag(tmp_path / "verslag.docx"), instrument="burgerdialoog")
    stelling = t.vragen.set_index("vraag_id")["tekst"]
    tellingen = t.tellingen.astype({"vraag_id": "str", "groep": "str"})
    gevonden = {stelling[rij.vraag_id]: (rij.groep, rij.aantal) for rij in tellingen.itertuples()}
    assert gevonden == {
        "Appje met je plek": ("tafel 3", 5),
        "Vaste begeleider": ("tafel 3", 7),
        "Online intake was fijn": ("tafel 3", 2),
    }


def test_such_minutes_are_suggested_as_a_burgerdialoog_that_loads(tmp_path: Path) -> None:
    write_verslag(tmp_path / "Verslag dialoogtafels 11-6.docx")
    voorstel = bd.propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["burgerdialoog"]
    toml = (tmp_path / "traject.toml").read_text(encoding="utf-8")
    assert toml.count("datum = 2026-06-11  # ") == 2
    t = bd.load_traject(tmp_path)
    assert len(t.fragmenten) == sum(map(len, GEZEGD.values())) + 1
    assert t.tellingen["aantal"].sum() == 5 + 7 + 2


def test_a_word_that_ends_in_a_letter_is_no_table_of_that_letter(tmp_path: Path) -> None:
    namen = ["Verslag dialoogtafels.docx", "TAFELS.docx", "tafelB.docx", "tafel c.docx"]
    gevonden = []
    for naam in namen:
        document = Document()
        document.add_paragraph("Meer groen.")
        document.save(str(tmp_path / naam))
        t = bd.read_bestand(tmp_path / naam, instrument="burgerdialoog")
        gevonden.append(str(t.fragmenten["groep"].iloc[0]))
    assert gevonden == ["Verslag dialoogtafels", "TAFELS", "tafel B", "tafel C"]


def test_a_note_that_begins_as_a_title_line_is_a_note_below_a_table(tmp_path: Path) -> None:
    notities = [
        "Duur: het openbaar vervoer is niet te betalen",
        "Locatie: de halte ligt te ver van het station",
        "Tijd: de bus rijdt 's avonds niet meer",
        "Onderwerp: parkeren kost te veel",
    ]
    zelf = [
        "Locatie: zaal 3 van De Meent",
        "Tijd: 19.30 tot 21.00 uur",
        "Onderwerp: verkeer en parkeren",
        "Tafelheer: Wim",
    ]
    kop = ["Verslag dialoogavond", "Onderwerp: wat er beter kan en niet te duur is", "Locatie: De Meent"]
    regels = [*kop, "Tafel 1", *zelf, *notities[:2], "Tafel 2", *zelf, *notities[2:], "Meer groen"]
    (tmp_path / "verslag dialoogtafels.txt").write_text("\n".join(regels), encoding="utf-8")
    t = bd.read_bestand(tmp_path / "verslag dialoogtafels.txt", instrument="burgerdialoog")
    per_tafel = (
        t.fragmenten.dropna(subset="groep").groupby("groep", observed=True, dropna=True)["tekst"].agg(list)
    )
    assert per_tafel.to_dict() == {"tafel 1": notities[:2], "tafel 2": [*notities[2:], "Meer groen"]}
    assert not t.fragmenten["tekst"].str.startswith(("Locatie: De Meent", "Onderwerp: wat")).any()


def test_a_second_word_table_right_behind_the_first_has_a_header_of_its_own(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Tafel 1", 1)
    for kop, rij in (
        (("Wat werd gezegd", "Stippen"), ("Te weinig groen", "5")),
        (("Stippen", "Idee"), ("7", "Leg een park aan")),
    ):
        tabel = document.add_table(rows=0, cols=2)
        for cellen in (kop, rij):
            for cel, tekst in zip(tabel.add_row().cells, cellen, strict=True):
                cel.text = tekst
        document.add_paragraph("")
    document.save(str(tmp_path / "verslag dialoogtafels.docx"))
    t = bd.read_bestand(tmp_path / "verslag dialoogtafels.docx", instrument="burgerdialoog")
    assert t.fragmenten["tekst"].tolist() == ["Te weinig groen", "Leg een park aan"]
    assert t.tellingen["aantal"].tolist() == [5, 7]


def test_an_idea_that_several_tables_had_keeps_its_words_and_dots_and_is_nobody(tmp_path: Path) -> None:
    tafels = [[("De bus rijdt te weinig", 12), ("Meer groen", 5)], [("Meer groen", 7)], [("Meer groen", 1)]]
    document = Document()
    for nummer, rijen in enumerate(tafels, start=1):
        document.add_heading(f"Tafel {nummer}", 2)
        tabel = document.add_table(rows=0, cols=2)
        for rij in (("Wat werd gezegd", "Stippen"), *rijen):
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = str(tekst)
    document.save(str(tmp_path / "verslag.docx"))
    t = bd.read_bestand(tmp_path / "verslag.docx", instrument="burgerdialoog")
    assert t.fragmenten["tekst"].tolist() == ["De bus rijdt te weinig", *["Meer groen"] * 3]
    assert t.fragmenten["groep"].astype("str").tolist() == ["tafel 1", "tafel 1", "tafel 2", "tafel 3"]
    assert t.tellingen["aantal"].sum() == 12 + 5 + 7 + 1
    assert len(t.deelnemers) == 0
