"""What stands under a heading is what the heading says: its own figure, else its own table."""

from datetime import date

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.findings import state_bevinding
from burgerdata.report.blocks import Alinea, Figuurblok, Kop, Tabelblok
from burgerdata.report.chapters import bevindingen
from burgerdata.report.chapters.answers import print_antwoord
from burgerdata.report.chapters.bevindingen import list_bevindingen
from burgerdata.report.chapters.uitgeschreven import name_bevinding, spell_out
from burgerdata.report.collect import collect_opbrengst
from burgerdata.toelichting import Toelichting, annotate, read_toelichting


def test_a_finding_without_a_figure_of_its_own_shows_its_table(opbrengst):
    blokken = print_antwoord(opbrengst.antwoorden["dv3"], opbrengst, {})
    assert not [blok for blok in blokken if isinstance(blok, Figuurblok)]
    [tabel] = [blok.tabel for blok in blokken if isinstance(blok, Tabelblok)]
    assert tabel["knelpunt"].iloc[0].startswith("De stand van zaken")


def test_every_figure_says_what_its_heading_says(opbrengst):
    for antwoord in list_bevindingen(opbrengst).values():
        for blok in print_antwoord(antwoord, opbrengst, {}):
            if isinstance(blok, Figuurblok):
                assert blok.figuur.titel.removesuffix(" (vervolg)") == name_bevinding(antwoord)


def test_a_name_that_a_heading_has_no_room_for_stands_in_full_in_the_text_below(opbrengst):
    """The recommendations of the assembly are longer than a table has room for."""
    heel = "‘Maak online aangifte verplicht voor winkeldiefstal, zodat het bureau tijd overhoudt’"
    tabel = opbrengst.antwoorden["bo8"].tabellen["stemmen"]
    assert tabel["kort"].str.endswith("…").any()
    blokken = bevindingen.build(opbrengst, {})
    assert any(isinstance(b, Kop) and b.tekst.endswith("‘Maak online aangifte verplicht…’") for b in blokken)
    assert any(isinstance(b, Alinea) and b.tekst.startswith(heel) for b in blokken)


@pytest.mark.parametrize(
    ("kort", "heel"),
    [
        ("Lager bij ‘Gezin met…’ dan bij de rest", "Lager bij ‘Gezin met kinderen’ dan bij de rest"),
        (
            "Eens met ‘Ik voel me veilig…’ en ‘Onbekend…’",
            "Eens met ‘Ik voel me veilig op de fiets’ en ‘Onbekend…’",
        ),
        ("Het antwoord op ‘Hoe makkelijk…’ daalde", "Het antwoord op ‘Hoe makkelijk rondkomt u’ daalde"),
        ("‘Gezin…’ " + "lang " * 40, "‘Gezin…’ " + "lang " * 40),  # nobody reads that in one breath
    ],
)
def test_a_name_that_a_title_cuts_stands_in_full_in_a_heading(kort, heel):
    vraag = "Hoe makkelijk rondkomt u? (1 = niet) / Geef aan: [Ik voel me veilig op de fiets]"
    over = Toelichting("cijfer", per="hh", vraag=vraag, onderwerp="Hoe makkelijk…")
    tabel = annotate(pd.DataFrame({"hh": ["Gezin met kinderen", "Alleen"]}), over)
    assert spell_out(kort, [tabel]) == heel


def test_a_cut_task_is_named_in_full_without_its_number():
    tabel = annotate(
        pd.DataFrame({"taak": ["1 Foto van het formulier uploaden", "2 Inloggen"]}), Toelichting("overig")
    )
    assert spell_out("De taak ‘Foto van…’ lukt niemand", [tabel]) == (
        "De taak ‘Foto van het formulier uploaden’ lukt niemand"
    )


def test_two_rounds_are_drawn_under_what_changed_between_them(opbrengst):
    antwoord = opbrengst.antwoorden["dv9"]
    [figuur] = [
        blok.figuur for blok in print_antwoord(antwoord, opbrengst, {}) if isinstance(blok, Figuurblok)
    ]
    assert figuur.titel == antwoord.bevinding


@pytest.mark.parametrize("kort", ["rapportcijfer", ""])
def test_a_grade_outside_its_phase_is_told_by_its_mean_named_or_not(kort):
    t = make_example()
    vragen = t.vragen.assign(kort=t.vragen["kort"].where(t.vragen["vraag_id"].ne("cijfer"), kort))
    elders = t.activiteiten.assign(fase="dienstverlening")
    tabellen = collect_opbrengst(
        t.replace_tabellen(vragen=vragen.astype(t.vragen.dtypes), activiteiten=elders),
        datum=date(2026, 11, 25),
    ).tabellen
    cijfer = tabellen["oordeel_enquete_cijfer"]
    assert read_toelichting(cijfer).soort == "cijfer"
    assert cijfer["gemiddelde"].isna().all()  # of eight people none is printed
    assert "antwoordt" not in state_bevinding(cijfer)
