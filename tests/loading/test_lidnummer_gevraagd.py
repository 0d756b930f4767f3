"""A form asks for the number of a member in a sentence: the same people before and after are the same people."""

from __future__ import annotations

import pytest

from burgerdata.loading import load_traject, propose_traject

KOP = "Tijdstempel,Wat is uw lidnummer?,Vindt u het plan goed?,Hoeveel weet u ervan? (1-10),Wat wilt u meegeven?\n"


def write_golven(map_, voor: list[str], na: list[str], kop: str = KOP) -> None:
    for naam, maand, rijen in (("VOORAF", 9, voor), ("ACHTERAF", 11, na)):
        regels = [
            f"2026-{maand:02}-05 {10 + nr // 60}:{nr % 60:02}:00,{rij}\n" for nr, rij in enumerate(rijen)
        ]
        (map_ / f"Vragenlijst {naam}.csv").write_text(kop + "".join(regels), encoding="utf-8")


def fill(nummers: list[str], *, plus: int) -> list[str]:
    return [
        f"{nummer},{'Ja' if plek % 3 else 'Nee'},{1 + (plek + plus) % 9},wens {plek} van {plus}"
        for plek, nummer in enumerate(nummers)
    ]


LEDEN = [f"BE-{nr:03}" for nr in range(1, 31)]


@pytest.mark.parametrize("vraag", ["Wat is uw lidnummer?", "Vul uw deelnemersnummer in (bijv. BE-012)"])
def test_before_and_after_are_waves_of_the_same_people_and_the_number_is_proposed_as_the_person(
    tmp_path, vraag
):
    kop = KOP.replace("Wat is uw lidnummer?", vraag)
    write_golven(tmp_path, fill(LEDEN, plus=0), fill(LEDEN[:25], plus=3), kop)
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert f'persoon = "{vraag}"' in toml
    assert "metingen = {" in toml
    deelnemers = load_traject(tmp_path).deelnemers
    assert len(deelnemers) == 55
    assert deelnemers["deelnemer_id"].nunique() == 30


def test_who_sent_the_same_form_twice_counts_once_and_other_answers_are_a_problem(tmp_path):
    voor = fill(LEDEN, plus=0)
    write_golven(tmp_path, [*voor, voor[9]], fill(LEDEN, plus=3))
    propose_traject(tmp_path)
    traject = load_traject(tmp_path)
    assert traject.activiteiten["activiteit_id"].nunique() == 2
    assert len(traject.deelnemers) == 60
    assert traject.logboek["reden"].eq("dubbele_rij").sum() == 1


def test_numbers_that_people_left_out_or_share_tell_nobody_apart(tmp_path):
    nummers = [*LEDEN[:20], *["weet ik niet"] * 10]
    write_golven(tmp_path, fill(nummers, plus=0), fill(nummers, plus=3))
    propose_traject(tmp_path)
    assert "\npersoon = " not in (tmp_path / "traject.toml").read_text("utf-8")
