from burgerdata.loading import check_traject, propose_traject

SURVEY = "nr;Hoe tevreden bent u?;Waarom?\n1;7;goed\n2;8;beter\n"
OTHER = "nr;Kent u de boa?;Wat doet zij?\n1;ja;veel\n2;nee;weinig\n3;ja;genoeg\n"
TALK = "M: Welkom.\nR1: Het duurde lang.\nM: Waarom?\nR1: Geen idee.\n"


def write(map_, **bestanden):
    for naam, tekst in bestanden.items():
        pad = map_ / naam.replace("__", "/").replace("_txt", ".txt").replace("_csv", ".csv")
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(tekst, "utf-8")


def test_files_in_other_folders_are_read_and_those_of_the_kit_are_not(tmp_path):
    write(tmp_path, een_csv=SURVEY, panel__twee_csv=OTHER, werk__drie_csv=SURVEY, rapport__vier_csv=SURVEY)
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["een.csv", "panel/twee.csv"]


def test_a_folder_that_is_a_traject_by_itself_is_left_alone(tmp_path):
    write(tmp_path, een_csv=SURVEY, ander__twee_csv=OTHER)
    (tmp_path / "ander" / "traject.toml").write_text("", "utf-8")
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["een.csv"]


def test_a_new_file_is_named_with_the_delivery_to_add_and_the_old_ones_are_not(tmp_path):
    write(tmp_path, een_csv=SURVEY, fg1_txt=TALK)
    assert "Nog in geen levering" not in propose_traject(tmp_path).tekst
    assert "Nog in geen levering" not in propose_traject(tmp_path).tekst
    write(tmp_path, ruw__twee_csv=OTHER, fg2_txt=TALK.replace("R1", "R2"))
    tekst = propose_traject(tmp_path).tekst
    assert "\"fg2.txt\": voeg toe bij de bestanden van levering 'focusgroep'" in tekst
    blok = tekst.split("Nog in geen levering van traject.toml:")[1]
    assert 'naam = "enquete2"' in blok
    assert 'bestand = "ruw/twee.csv"' in blok
    assert "een.csv" not in blok


def test_the_check_names_files_without_a_delivery_where_there_is_no_ruw(tmp_path):
    write(tmp_path, een_csv=SURVEY)
    propose_traject(tmp_path)
    write(tmp_path, los__twee_csv=OTHER)
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"0" * 50)
    tekst = check_traject(tmp_path).tekst
    assert "gezien, niet gebruikt: los/twee.csv" in tekst
    assert "foto.jpg: dit is een foto" in tekst
    assert "vragen.xlsx" not in tekst


def test_a_missing_weight_is_told_with_the_survey_that_lacks_it(tmp_path):
    write(tmp_path, een_csv="nr;weegfactor;Cijfer?;Waarom?\n1;0,8;7;goed\n2;1,2;8;x\n", twee_csv=OTHER)
    gewicht = [wat for wat in propose_traject(tmp_path).ontbreekt if "weegfactor" in wat]
    assert gewicht == ["een weegfactor bij enquete_twee (twee.csv)"]
