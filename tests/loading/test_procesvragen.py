"""`nieuw` proposes what a form asks about the meeting itself, so that the analyst can say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.loading import load_traject, propose_traject

AVOND, VERVOER = "Welk cijfer geeft u deze avond?", "Welk cijfer geeft u het vervoer?"


def test_the_grade_of_the_evening_is_proposed_as_about_the_process(tmp_path: Path) -> None:
    rijen = [f"{nr};{nr % 10 + 1};{nr * 3 % 10 + 1}" for nr in range(1, 41)]
    tekst = "\n".join([f"nummer;{AVOND};{VERVOER}", *rijen])
    (tmp_path / "formulier.csv").write_text(f"{tekst}\n", "utf-8")
    vragen = load_traject(propose_traject(tmp_path).map).vragen.set_index("tekst")
    assert (vragen.loc[AVOND, "rol"], vragen.loc[AVOND, "gebruik"]) == ("proces", "P7")
    assert (vragen.loc[VERVOER, "rol"], vragen.loc[VERVOER, "gebruik"]) == ("inhoud", "rapportcijfer")


def write_avond(map_: Path, vraag: str) -> None:
    rijen = "".join(f"{nr};{nr % 4 + 1};{nr % 4 + 2};{nr % 5 + 1}\n" for nr in range(1, 13))
    kop = f"nr;VOOR: ik weet genoeg (1-5);NA: ik weet genoeg (1-5);{vraag}\n"
    (map_ / "formulier.csv").write_text(kop + rijen, "utf-8")
    (map_ / "avond.csv").write_text("Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n", "utf-8")


@pytest.mark.parametrize(
    "vraag",
    ["Ik ben gehoord vanavond (1-5)", "Ik heb mij gehoord gevoeld (1-5)", "Voelde u zich gehoord? (1-5)"],
)
def test_being_heard_in_other_words_on_the_form_of_an_evening_is_p3_and_told(
    tmp_path: Path, vraag: str
) -> None:
    write_avond(tmp_path, vraag)
    voorstel = propose_traject(tmp_path)
    vragen = load_traject(tmp_path).vragen.set_index("tekst")
    assert (vragen.loc[vraag, "rol"], vragen.loc[vraag, "gebruik"]) == ("proces", "P3")
    assert f"{vraag!r} geldt als P3 (gehoord)" in " ".join(voorstel.bestanden["let_op"])
    assert "vragen over het traject zelf" not in " ".join(voorstel.ontbreekt)


@pytest.mark.parametrize("vraag", ["Ik heb van het plan gehoord (1-5)", "Ik voelde mij niet gehoord (1-5)"])
def test_having_heard_of_a_plan_or_not_being_heard_is_not_p3(tmp_path: Path, vraag: str) -> None:
    write_avond(tmp_path, vraag)
    voorstel = propose_traject(tmp_path)
    assert load_traject(tmp_path).vragen["gebruik"].eq("P3").sum() == 0
    assert "vragen over het traject zelf" in " ".join(voorstel.ontbreekt)


def test_being_heard_in_a_survey_stays_open_and_is_named_where_such_questions_are_missed(
    tmp_path: Path,
) -> None:
    rijen = "".join(f"{nr};{nr % 5 + 1};{nr % 10 + 1}\n" for nr in range(1, 41))
    (tmp_path / "e.csv").write_text(f"nr;Ik voel mij gehoord (1-5);{VERVOER}\n{rijen}", "utf-8")
    voorstel = propose_traject(tmp_path)
    assert "gaat 'Ik voel mij gehoord (1-5)' over het traject, zet daar dan" in " ".join(voorstel.ontbreekt)
    assert load_traject(tmp_path).vragen["rol"].eq("proces").sum() == 0
