"""What a government answers stands in a table in Word: it is read as the list of decisions that it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from docx import Document

from burgerdata.loading import load_traject, propose_traject

KOP = ("Nr.", "Aanbeveling (verkort)", "Antwoord GS", "Toelichting", "Wanneer")
PUNTEN = (
    ("1", "Panelen op daken", "Wij nemen deze over.", "Past in de verordening.", "2027"),
    ("2", "Windmolens langs de weg", "Nemen wij deels over", "Alleen langs het spoor.", "n.v.t."),
    ("3", "Lessen op het mbo", "Niet aan ons", "Dit is aan de scholen.", "n.v.t."),
)
STEMMEN = "aanbeveling;voor;tegen\n1;40;3\n2;30;13\n3;25;18\n"  # the government quotes them shorter
ENQUETE = "nr;status;Welk cijfer geeft u?\n1;Complete;7\n2;Complete;8\n3;Partial;6\n"


def write_nota(pad: Path, *tabellen: tuple[tuple[str, ...], ...], na: str = "Namens GS") -> None:
    nota = Document()
    nota.add_heading("Reactie op het advies")
    nota.add_paragraph("Hieronder per aanbeveling ons antwoord.")
    for rijen in tabellen:
        tabel = nota.add_table(0, len(rijen[0]))
        for rij in rijen:
            for cel, tekst in zip(tabel.add_row().cells, rij, strict=True):
                cel.text = tekst
        nota.add_paragraph(na)
    nota.save(str(pad))


@pytest.mark.parametrize("tabellen", [((KOP, *PUNTEN),), ((KOP, PUNTEN[0]), (KOP, *PUNTEN[1:]))])
def test_beside_the_votes_a_table_in_word_is_the_decisions_of_that_assembly(tmp_path, tabellen):
    write_nota(tmp_path / "nota.docx", *tabellen)
    (tmp_path / "stemmen.csv").write_text(STEMMEN, encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert 'besluiten = ["nota.docx"]' in (tmp_path / "traject.toml").read_text("utf-8")
    assert "Een eerste rapport kan nu al" in voorstel.tekst
    punten = load_traject(tmp_path).doorwerking
    assert punten["status"].tolist() == ["overgenomen", "deels_overgenomen", "buiten_kaders"]
    assert punten["samenvatting"].tolist() == [punt[1] for punt in PUNTEN]
    assert punten["motivering"].tolist() == [
        "Past in de verordening; wanneer: 2027",
        "Alleen langs het spoor.",
        "Dit is aan de scholen.",
    ]


def test_without_an_assembly_its_points_stand_in_doorwerking(tmp_path):
    write_nota(tmp_path / "nota.docx", (KOP, *PUNTEN))
    (tmp_path / "enquete.csv").write_text(ENQUETE, encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert any("een besluitenlijst" in regel for regel in map(str, voorstel.gezien))
    blad = openpyxl.load_workbook(tmp_path / "doorwerking.xlsx").active
    koppen, *rijen = blad.iter_rows(values_only=True)
    gevuld = [dict(zip(koppen, rij, strict=True)) for rij in rijen if rij[0]]
    assert [rij["samenvatting"] for rij in gevuld] == [punt[1] for punt in PUNTEN]
    assert [rij["status"] for rij in gevuld] == ["overgenomen", "deels_overgenomen", "buiten_kaders"]


@pytest.mark.parametrize(
    "tabel",
    [
        (("Spreker", "Tekst"), ("R1", "Dat nemen wij over."), ("R2", "Nee.")),
        (
            ("Actie", "Wie", "Wanneer"),
            ("Verslag maken", "secretaris", "juni"),
            ("Zaal huren", "bureau", "mei"),
        ),
    ],
)
def test_a_conversation_or_a_list_of_things_to_do_in_word_is_no_list_of_decisions(tmp_path, tabel):
    write_nota(tmp_path / "verslag.docx", tabel)
    propose_traject(tmp_path)
    assert "besluiten =" not in (tmp_path / "traject.toml").read_text("utf-8")
    assert not (tmp_path / "doorwerking.xlsx").exists() or not [
        rij
        for rij in openpyxl.load_workbook(tmp_path / "doorwerking.xlsx").active.iter_rows(
            min_row=2, values_only=True
        )
        if rij[0]
    ]
