from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from burgerdata.codeerwerk.layout import CODEREN, KOLOMMEN
from burgerdata.codeerwerk.prepare import Wens, prepare_codeerwerk
from burgerdata.loading.draft_sheets import Blad, write_sheets
from burgerdata.text.thema import KOLOMMEN as THEMAKOLOMMEN

ONDERWERPEN = {
    "Wachttijd": "het wachten aan de balie duurde veel te lang",
    "Taal": "de brief staat vol moeilijke woorden",
    "Gemak": "alles ging vlot en makkelijk",
}
TOML = """
titel = "Proef"
[[levering]]
instrument = "enquete"
fase = "praktijk"
bestand = "ruw/e.csv"
persoon = "nr"
"""


class Proefmap:
    """A folder of a traject with one open question, and hands to fill in its workbooks as a coder would."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        (map_ / "ruw").mkdir()
        (map_ / "traject.toml").write_text(TOML, encoding="utf-8")
        (map_ / "sleutel.txt").write_text("ab" * 32, encoding="utf-8")
        self.teksten = {
            f"{nr}": f"{zin} bij bezoek {nr}" for nr, zin in enumerate(list(ONDERWERPEN.values()) * 12, 1)
        }
        self.write_bron()
        self.write_themalijst(*ONDERWERPEN)

    def write_bron(self) -> None:
        regels = ["nr;Wat kan er beter?", *(f"{nr};{tekst}" for nr, tekst in self.teksten.items())]
        (self.map / "ruw" / "e.csv").write_text("\n".join(regels) + "\n", encoding="utf-8")

    def write_themalijst(self, *namen: str) -> None:
        rijen = [
            {"thema": naam, "omschrijving": ONDERWERPEN.get(naam, ""), "woorden_wel": f"{naam.lower()}*"}
            for naam in namen
        ]
        write_sheets(self.map / "themalijst.xlsx", [Blad("themalijst", THEMAKOLOMMEN, rijen)])

    def codeer(self, codeur: str = "Anna", **wens: int):
        return prepare_codeerwerk(self.map, Wens(codeur, **wens))

    def pad(self, codeur: str = "anna") -> Path:
        return self.map / "codeerwerk" / f"{codeur}.xlsx"

    def read(self, codeur: str = "anna", blad: str = CODEREN) -> pd.DataFrame:
        return pd.read_excel(self.pad(codeur), sheet_name=blad, dtype="str").fillna("")

    def fill(self, codeur: str = "anna", *, op_tekst: dict[str, dict[str, str]]) -> None:
        """Fill cells in the rows whose text holds a part, as Excel would save them."""
        boek = openpyxl.load_workbook(self.pad(codeur))
        blad = boek[CODEREN]
        for rij in blad.iter_rows(min_row=2):
            tekst = str(rij[KOLOMMEN.index("tekst")].value)
            for deel, cellen in op_tekst.items():
                if tekst.endswith(deel):
                    for kolom, waarde in cellen.items():
                        rij[KOLOMMEN.index(kolom)].value = waarde
        boek.save(self.pad(codeur))

    def add_thema(self, naam: str, omschrijving: str, codeur: str = "anna") -> None:
        boek = openpyxl.load_workbook(self.pad(codeur))
        boek["nieuw thema"].cell(2, 1).value = naam
        boek["nieuw thema"].cell(2, 2).value = omschrijving
        boek.save(self.pad(codeur))


@pytest.fixture
def proef(tmp_path):
    return Proefmap(tmp_path)
