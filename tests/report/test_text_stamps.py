"""A text whose number became another is marked, until the analyst changes the text."""

from burgerdata.report.own_words import add_alineas
from burgerdata.report.text_stamps import BESTAND, mark_changed, write_stamps
from burgerdata.report.texts import read_teksten


def read(tmp_path, cijfer, tekst="Het cijfer is {pr4_cijfer.gemiddelde}."):
    folder = tmp_path / "teksten"
    folder.mkdir(exist_ok=True)
    (folder / "wie.md").write_text(tekst, "utf-8")
    return read_teksten(folder, ("wie",), {"pr4_cijfer.gemiddelde": cijfer})


def test_a_changed_number_is_told_beside_the_text_until_the_text_is_changed(tmp_path):
    werk = tmp_path / "werk"
    write_stamps(read(tmp_path, "6,5"), werk)
    assert mark_changed(read(tmp_path, "6,5"), werk)["wie"].nakijken == ()
    for _ in range(2):  # a second report does not forget it
        veranderd = mark_changed(read(tmp_path, "6,7"), werk)["wie"]
        assert veranderd.nakijken == ("pr4_cijfer.gemiddelde was 6,5 en is nu 6,7",)
        write_stamps({"wie": veranderd}, werk)
    herschreven = read(tmp_path, "6,7", "Nu is het {pr4_cijfer.gemiddelde}.")
    assert mark_changed(herschreven, werk)["wie"].nakijken == ()
    write_stamps(herschreven, werk)
    assert (
        mark_changed(read(tmp_path, "6,7", "Nu is het {pr4_cijfer.gemiddelde}."), werk)["wie"].nakijken == ()
    )


def test_the_warning_is_printed_behind_the_paragraphs(tmp_path):
    werk = tmp_path / "werk"
    write_stamps(read(tmp_path, "6,5"), werk)
    blokken = add_alineas(mark_changed(read(tmp_path, "6,7"), werk)["wie"])
    assert [blok.kop for blok in blokken] == ["", "Tekst nakijken:"]
    assert blokken[0].tekst == "Het cijfer is 6,7."


def test_texts_without_numbers_leave_no_file(tmp_path):
    write_stamps(read(tmp_path, "6,5", "Geen getal."), tmp_path / "werk")
    assert not (tmp_path / "werk").exists()


def test_a_damaged_file_of_stamps_marks_nothing(tmp_path):
    werk = tmp_path / "werk"
    werk.mkdir()
    (werk / BESTAND).write_text("iets anders", "utf-8")
    assert mark_changed(read(tmp_path, "6,5"), werk)["wie"].nakijken == ()
