"""`nieuw` in a folder that has a traject.toml already: new sheets use the names that it has."""

import docx
import pandas as pd

from burgerdata.loading import check_traject, propose_traject

SURVEY = "nr;Hoe tevreden bent u?;Waarom?\n1;7;goed\n2;8;beter\n"
OTHER = "nr;Kent u de boa?;Wat doet zij?\n1;ja;veel\n2;nee;weinig\n3;ja;genoeg\n"


def make_folder(map_, **namen):
    (map_ / "een.csv").write_text(SURVEY, "utf-8")
    (map_ / "twee.csv").write_text(OTHER, "utf-8")
    propose_traject(map_)
    toml = (map_ / "traject.toml").read_text("utf-8")
    for oud, nieuw in namen.items():
        toml = toml.replace(f'naam = "{oud}"', f'naam = "{nieuw}"')
    toml = toml.replace('fase = "?"', 'fase = "evaluatie"').replace('werving = "?"', 'werving = "open_link"')
    (map_ / "traject.toml").write_text(toml, "utf-8")


def list_leveringen(map_):
    return pd.read_excel(map_ / "vragen.xlsx", sheet_name="vragen")["levering"].drop_duplicates().tolist()


def test_a_sheet_that_was_deleted_comes_back_with_the_names_of_the_traject(tmp_path):
    make_folder(tmp_path, enquete1="wijkpanel", enquete_twee="boa")
    (tmp_path / "vragen.xlsx").unlink()
    voorstel = propose_traject(tmp_path)
    assert voorstel.geschreven == ("vragen.xlsx",)
    assert list_leveringen(tmp_path) == ["wijkpanel", "boa"]
    assert "vragen.xlsx" not in check_traject(tmp_path).tekst.split("Gelezen")[0]


def test_a_file_that_is_in_no_delivery_has_no_rows_that_the_check_would_refuse(tmp_path):
    make_folder(tmp_path, enquete1="wijkpanel")
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    (tmp_path / "traject.toml").write_text(toml[: toml.rindex("[[levering]]")], "utf-8")
    (tmp_path / "vragen.xlsx").unlink()
    tekst = propose_traject(tmp_path).tekst
    assert list_leveringen(tmp_path) == ["wijkpanel"]
    assert 'naam = "enquete"' in tekst.split("Nog in geen levering")[1]


def test_a_table_that_the_traject_reads_as_messages_has_no_questions(tmp_path):
    make_folder(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    deel = toml.rindex("[[levering]]")
    los = toml[deel:].replace('instrument = "enquete"', 'instrument = "community"')
    los = los.replace(
        'bestand = "twee.csv"', 'bestand = "twee.csv"\nkolommen = { bericht = "Wat doet zij?" }'
    )
    (tmp_path / "traject.toml").write_text(toml[:deel] + los, "utf-8")
    (tmp_path / "vragen.xlsx").unlink()
    propose_traject(tmp_path)
    assert list_leveringen(tmp_path) == ["enquete1"]


def test_of_equal_files_the_one_with_the_right_extension_counts_unless_the_traject_names_another(tmp_path):
    verslag = docx.Document()
    for regel in ("M: Welkom.", "R1: Het duurde lang.", "M: Waarom?", "R1: Geen idee.", "R2: Ook niet."):
        verslag.add_paragraph(regel)
    verslag.save(tmp_path / "Verslag van de tafel.docx")
    (tmp_path / "tafel.csv").write_bytes((tmp_path / "Verslag van de tafel.docx").read_bytes())
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["Verslag van de tafel.docx"]
    assert voorstel.gezien == ("tafel.csv: precies gelijk aan Verslag van de tafel.docx, telt niet mee",)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    (tmp_path / "traject.toml").write_text(toml.replace("Verslag van de tafel.docx", "tafel.csv"), "utf-8")
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["tafel.csv"]


def test_the_version_that_the_traject_names_is_the_one_of_which_the_sheet_has_the_columns(tmp_path):
    rijen = [f"{nr};{nr % 9 + 1};{['ja', 'nee', 'soms'][nr % 3]};verhaal {nr}" for nr in range(1, 41)]
    kop = "nr;Welk cijfer geeft u?;{}?;Waarom?"
    (tmp_path / "wijk_v1.csv").write_text("\n".join([kop.format("Kent u de raad"), *rijen]), "utf-8")
    (tmp_path / "wijk_v2.csv").write_text("\n".join([kop.format("Kent u de wijkraad"), *rijen]), "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert '\nbestand = "wijk_v2.csv"' in toml
    toml = toml.replace('\nbestand = "wijk_v2.csv"', '\n# bestand = "wijk_v2.csv"')
    toml = toml.replace('\n# bestand = "wijk_v1.csv"', '\nbestand = "wijk_v1.csv"')
    (tmp_path / "traject.toml").write_text(
        toml.replace('fase = "?"', 'fase = "evaluatie"').replace('werving = "?"', 'werving = "open_link"'),
        "utf-8",
    )
    (tmp_path / "vragen.xlsx").unlink()
    assert propose_traject(tmp_path).bestanden["bestand"].tolist()[0] == "wijk_v1.csv"
    kolommen = pd.read_excel(tmp_path / "vragen.xlsx", sheet_name="vragen")["kolom"].tolist()
    assert "Kent u de raad?" in kolommen
    assert "Kent u de wijkraad?" not in kolommen
    assert check_traject(tmp_path).problemen.empty
