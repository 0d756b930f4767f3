"""What controleer finds in ``teksten/`` before a report stops at it, and where a text without a chapter goes."""

from dataclasses import replace
from datetime import date

import pytest

from burgerdata.analysis.example import make_example
from burgerdata.cli import main
from burgerdata.errors import ContractError, Probleem
from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Alinea, Kop, Tabelblok
from burgerdata.report.chapters.annexes import DEKKING
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.compose import compose_document
from burgerdata.report.nakijken import find_tekstproblemen


@pytest.fixture
def met_teksten(tmp_path):
    """Return what makes the small example a folder with these texts."""

    def maak(teksten, **instellingen):
        (tmp_path / "teksten").mkdir(exist_ok=True)
        for naam, inhoud in teksten.items():
            (tmp_path / "teksten" / naam).write_text(inhoud, encoding="utf-8")
        traject = make_example()
        return replace(traject, instellingen=replace(traject.instellingen, map=tmp_path, **instellingen))

    return maak


def test_every_fault_in_the_texts_is_found_at_once_without_a_report(met_teksten):
    traject = met_teksten(
        {"pr4.md": "Een {pr4_cijfer.gemidelde}.", "samenvating.md": "Mis.", "keuze.md": "pr4\nprr6\n"},
        rapportvragen={"pr4": ("q77",)},
    )
    problemen, nakijken = find_tekstproblemen(traject)
    zinnen = [str(probleem) for probleem in problemen]
    assert [zin.split(";")[0] for zin in zinnen] == [
        "traject.toml, kolom 'rapportvragen': bij pr4 staat 'q77', en zo'n vraag is er niet",
        "teksten/pr4.md, rij 1: het getal '{pr4_cijfer.gemidelde}' staat niet in dit rapport",
        "teksten/samenvating.md: hoort bij geen onderdeel",
    ]
    assert "teksten/keuze.md: 'prr6' is geen bevinding van dit rapport" in "\n".join(map(str, nakijken))


def test_without_texts_nothing_is_made(met_teksten, monkeypatch):
    monkeypatch.setattr("burgerdata.report.nakijken.collect_opbrengst", None)
    assert find_tekstproblemen(met_teksten({})) == ((), ())


def test_what_own_notebooks_will_give_is_not_judged(met_teksten):
    traject = met_teksten({"keuze.md": "eigen_cijfer\n", "wie.md": "Er zijn {eigen_cijfer_totaal.n} mensen."})
    assert find_tekstproblemen(traject) == ((), ())


def test_a_text_of_a_question_that_is_no_finding_stands_behind_the_coverage_table(met_teksten):
    """Nobody was asked about eerdere inbreng, so that ev8 has no page of its own."""
    traject = met_teksten(
        {"ev8.md": "# Eerder beloofd\nHet college beloofde een antwoord.", "wie.md": "Zij."}
    )
    _, nakijken = find_tekstproblemen(traject)
    assert [str(punt).split(":")[0] for punt in nakijken] == ["teksten/ev8.md staat in bijlage B"]
    document = compose_document(collect_opbrengst(traject, datum=date(2026, 11, 26)))
    assert document.elders == ("ev8",)
    plek = next(
        nr for nr, b in enumerate(document.blokken) if isinstance(b, Tabelblok) and b.titel == DEKKING
    )
    kop, titel, alinea = document.blokken[plek + 1 : plek + 4]
    assert isinstance(kop, Kop)
    assert kop.tekst.startswith("ev8 ")
    assert titel == Alinea("Eerder beloofd", "bevinding")
    assert alinea == Alinea("Het college beloofde een antwoord.")


def make_map(tmp_path, teksten):
    for naam, inhoud in {
        "e.csv": "nr;Welk cijfer geeft u?\n" + "".join(f"{nr};{nr % 9 + 1}\n" for nr in range(60)),
        "sleutel.txt": "ab" * 32,
        "traject.toml": '[[levering]]\ninstrument = "enquete"\nbestand = "e.csv"\npersoon = "nr"',
    }.items():
        (tmp_path / naam).write_text(inhoud, "utf-8")
    (tmp_path / "teksten").mkdir()
    for naam, inhoud in teksten.items():
        (tmp_path / "teksten" / naam).write_text(inhoud, "utf-8")


def test_a_text_that_cannot_be_printed_is_refused_before_the_notebooks_run(tmp_path, monkeypatch, capsys):
    make_map(tmp_path, {"wie.md": "Er zijn {respons.m} mensen."})

    def run(*_, **__):
        pytest.fail("the notebooks run")

    monkeypatch.setattr("burgerdata.report.run.run_rapport", run)
    assert main(["rapporteer", str(tmp_path)]) == 1
    assert "'{respons.m}' staat niet in dit rapport" in capsys.readouterr().err
    assert not (tmp_path / "rapport").exists()


def test_a_wrong_name_in_the_choice_stops_nothing_and_is_told(tmp_path, monkeypatch, capsys):
    """The report itself is made elsewhere; what the command would stop at comes before it."""
    make_map(tmp_path, {"keuze.md": "prr6\n"})

    def run(traject, *_, **__):
        raise ContractError([Probleem("verder", "", "")])

    monkeypatch.setattr("burgerdata.report.run.run_rapport", run)
    assert main(["rapporteer", str(tmp_path)]) == 1
    assert "verder" in capsys.readouterr().err
    problemen, nakijken = find_tekstproblemen(load_traject(tmp_path))
    assert problemen == ()
    assert "teksten/keuze.md: 'prr6' is geen bevinding van dit rapport" in str(nakijken[0])
