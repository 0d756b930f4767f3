"""What `nieuw` says is missing beside talks: a list of participants, of those that have none."""

from __future__ import annotations

from burgerdata.loading import propose_traject

LIJST = "Naam;Groep;Leeftijd;Wijk\nAnna Bos;bewoners;34;Oost\nBert Kuil;bewoners;51;West\nCarla Vos;bewoners;29;Oost\n"
MET = "Moderator: Welkom.\nAnna Bos: Dank u.\nBert Kuil: Het kan beter.\nCarla Vos: Ja, zeker.\nModerator: Dank.\n"
ZONDER = "M: Goedemiddag.\nR1: Het is hier druk.\nR2: Dat vind ik ook.\nM: Dank allen.\n"


def missing(map_, **talks):
    for naam, tekst in talks.items():
        (map_ / f"{naam}.txt").write_text(tekst, "utf-8")
    return "; ".join(propose_traject(map_).ontbreekt)


def test_talks_without_any_list_miss_one(tmp_path):
    assert "een deelnemerslijst bij de focusgroepen" in missing(tmp_path, jongeren=ZONDER)


def test_a_list_that_is_called_so_needs_no_column_of_groups(tmp_path):
    zonder_groep = LIJST.replace(";Groep", "").replace(";bewoners", "")
    (tmp_path / "deelnemerslijst.csv").write_text(zonder_groep, "utf-8")
    assert "deelnemerslijst" not in missing(tmp_path, bewoners=MET)


def test_beside_a_talk_with_a_list_only_the_other_misses_one(tmp_path):
    (tmp_path / "deelnemerslijst.csv").write_text(LIJST, "utf-8")
    mist = missing(tmp_path, bewoners=MET, jongeren=ZONDER)
    assert "een deelnemerslijst bij focusgroep" in mist
    assert "bij de focusgroepen" not in mist
