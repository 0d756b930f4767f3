"""Which themes more people report than before: the years, chance, and signals of people who are not known."""

from __future__ import annotations

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.analysis.rapportvragen.signaalgroei import compare_signalen, state_groei
from burgerdata.errors import MethodeError

LIJST = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["lang gewacht"]})
TOML = """titel = "meldingen"
[instellingen]
drempel = 3
verborgen = 3
[[levering]]
instrument = "signaal"
fase = "praktijk"
bestand = "klachten.csv"
kolommen = { persoon = "klant", datum = "dag", bericht = "klacht" }
"""
MAANDEN = ("11-2025", "12-2025", "1-2026", "2-2026")


@pytest.fixture
def maak(tmp_path):
    def maak(genoemd, *, per_maand=50, persoon=True):
        regels = [
            f"K{maand}_{nr};{1 + nr % 28}-{maand};{'Ik heb lang gewacht' if nr < keer else 'Het ging om iets anders'} {nr}."
            for maand, keer in zip(MAANDEN, genoemd, strict=True)
            for nr in range(per_maand)
        ]
        tekst = "\n".join(["klant;dag;klacht", *regels])
        toml = TOML if persoon else TOML.replace('persoon = "klant", ', "")
        (tmp_path / "klachten.csv").write_text(tekst, encoding="utf-8")
        (tmp_path / "traject.toml").write_text(toml, encoding="utf-8")
        (tmp_path / "sleutel.txt").write_text("ab" * 32, encoding="ascii")
        return bd.code_fragmenten(bd.load_traject(tmp_path), LIJST)

    return maak


def test_the_halves_carry_their_year_and_a_clear_rise_is_told(maak):
    tabel = compare_signalen(maak((5, 5, 20, 20)))
    assert tabel["periode"].tolist() == ["november–december 2025", "januari–februari 2026"]
    assert tabel["n"].tolist() == [10, 40]
    # the exact test on 10 of 100 and 40 of 100 has p = 1.2e-06
    assert not tabel["toeval"].any()
    assert state_groei(tabel).endswith("meldden 40 mensen in januari–februari 2026, eerder 10")


def test_a_rise_that_chance_explains_is_called_so(maak):
    tabel = compare_signalen(maak((5, 5, 7, 7)))
    # the exact test on 10 of 100 and 14 of 100 has p = 0.51
    assert tabel["toeval"].all()
    assert (
        state_groei(tabel)
        == "‘Duur’ meldden 14 mensen in januari–februari 2026, eerder 10; dat kan toeval zijn"
    )


def test_signals_of_people_who_are_not_known_are_not_counted_as_people(maak):
    traject = maak((5, 5, 20, 20), persoon=False)
    with pytest.raises(MethodeError, match="wie het stuurde"):
        compare_signalen(traject)
    assert bd.beantwoord(traject, "pr2").status == "niet_gemeten"


def test_a_rise_of_which_the_counts_are_hidden_does_not_go_before_one_that_was_tested(maak):
    # per month nr 0 to 3 before and 0 to 29 after: 'Laat' rises from 2 to 20, under the threshold of 3; 'Vaak' from 6 to 8
    traject = maak((4, 4, 30, 30))
    laat = "; ".join(f"gewacht {nr}" for nr in (3, *range(20, 29)))
    lijst = pd.DataFrame(
        {"thema": ["Laat", "Vaak"], "woorden_wel": [laat, "gewacht 0; gewacht 1; gewacht 2; gewacht 29"]}
    )
    tabel = compare_signalen(bd.code_fragmenten(traject, lijst))
    eigen = tabel[tabel["thema"].ne("Duur")]
    assert eigen["thema"].tolist() == ["Vaak", "Vaak", "Laat", "Laat"]
    assert eigen["n"].tolist()[:2] == [6, 8]
    assert eigen["n"].isna().tolist()[2:] == [True, True]
    alleen = state_groei(eigen.iloc[2:])
    assert alleen == "‘Laat’ meldden in januari–februari 2026 meer mensen dan daarvoor; niet getoetst"
