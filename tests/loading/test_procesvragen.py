"""`nieuw` proposes what a form asks about the meeting itself, so that the analyst can say otherwise."""

from __future__ import annotations

from pathlib import Path

from burgerdata.loading import load_traject, propose_traject

AVOND, VERVOER = "Welk cijfer geeft u deze avond?", "Welk cijfer geeft u het vervoer?"


def test_the_grade_of_the_evening_is_proposed_as_about_the_process(tmp_path: Path) -> None:
    rijen = [f"{nr};{nr % 10 + 1};{nr * 3 % 10 + 1}" for nr in range(1, 41)]
    tekst = "\n".join([f"nummer;{AVOND};{VERVOER}", *rijen])
    (tmp_path / "formulier.csv").write_text(f"{tekst}\n", "utf-8")
    vragen = load_traject(propose_traject(tmp_path).map).vragen.set_index("tekst")
    assert (vragen.loc[AVOND, "rol"], vragen.loc[AVOND, "gebruik"]) == ("proces", "P7")
    assert (vragen.loc[VERVOER, "rol"], vragen.loc[VERVOER, "gebruik"]) == ("inhoud", "rapportcijfer")
