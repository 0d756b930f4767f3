"""The analyst's own words: titles, paragraphs, numbers by name, and every mistake with its nearest name."""

import pytest

from burgerdata.errors import ContractError
from burgerdata.report.texts import read_teksten

BEKEND = ("samenvatting", "pr4")
GETALLEN = {"pr4_cijfer_totaal.gemiddelde": "6,4"}


def _write(folder, naam, inhoud, **opties):
    (folder / naam).write_text(inhoud, **{"encoding": "utf-8", **opties})


def test_a_first_line_with_a_hash_is_the_title(tmp_path):
    _write(tmp_path, "pr4.md", "# Een eigen titel\n\nEen alinea\nover twee regels.\n\nEn nog een.\n")
    tekst = read_teksten(tmp_path, BEKEND, GETALLEN)["pr4"]
    assert tekst.titel == "Een eigen titel"
    assert tekst.alineas == ("Een alinea over twee regels.", "En nog een.")


def test_a_number_is_filled_in_by_its_name(tmp_path):
    _write(tmp_path, "samenvatting.md", "Het cijfer is {pr4_cijfer_totaal.gemiddelde}.")
    assert read_teksten(tmp_path, BEKEND, GETALLEN)["samenvatting"].alineas == ("Het cijfer is 6,4.",)


def test_a_file_from_windows_with_a_byte_order_mark_reads_the_same(tmp_path):
    (tmp_path / "pr4.md").write_bytes("# Titel\r\n\r\nAlinea één\r\n".encode("utf-8-sig"))
    assert read_teksten(tmp_path, BEKEND, GETALLEN)["pr4"].alineas == ("Alinea één",)


def test_all_mistakes_are_named_at_once_with_the_nearest_name(tmp_path):
    _write(tmp_path, "samenvating.md", "tekst")
    _write(tmp_path, "pr4.md", "\n{pr4_cijfer_totaal.gemidelde}")
    with pytest.raises(ContractError) as fout:
        read_teksten(tmp_path, BEKEND, GETALLEN)
    regels = str(fout.value).splitlines()
    assert "bedoelde u 'pr4_cijfer_totaal.gemiddelde'?" in regels[1]
    assert "rij 2" in regels[1]
    assert "bedoelde u 'samenvatting'?" in regels[2]


def test_an_absent_folder_gives_no_texts(tmp_path):
    assert read_teksten(tmp_path / "teksten", BEKEND, GETALLEN) == {}
