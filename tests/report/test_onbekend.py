"""What we do not know yet: what was not measured, and what was answered only in part."""

from dataclasses import replace

from burgerdata.report.blocks import Alinea, Opsomming
from burgerdata.report.chapters.onbekend import build


def read_punten(opbrengst):
    return [punt for blok in build(opbrengst, {}) if isinstance(blok, Opsomming) for punt in blok.punten]


def test_a_question_answered_in_part_stands_with_what_completes_it(opbrengst):
    deels = [a for a in opbrengst.antwoorden.values() if a.status == "deels"]
    assert len(deels) == 11
    niet = [a for a in opbrengst.antwoorden.values() if a.status == "niet_gemeten"]
    assert sorted(read_punten(opbrengst)) == sorted(f"{a.vraag} {a.ontbreekt}" for a in [*deels, *niet])
    assert all(a.ontbreekt.endswith(".") for a in deels)


def test_one_question_in_part_is_told_as_one(opbrengst):
    een = replace(opbrengst, antwoorden={"ev5": opbrengst.antwoorden["ev5"]})
    zinnen = [blok.tekst for blok in build(een, {}) if isinstance(blok, Alinea)]
    assert zinnen[-1] == "Eén vraag is voor een deel beantwoord:"
