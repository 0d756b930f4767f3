"""How sure the sums beside statements are stands in the figure: beside them, or of many in the foot."""

from __future__ import annotations

import figuurtabellen as t
import pandas as pd
import pytest

from burgerdata.figures import plot_stellingen, validate_figuur
from burgerdata.toelichting import annotate, change_toelichting, read_toelichting

TITEL = "De helft weet niet waar een klacht over een boa heen kan"
INDICATIE = "Geen kanssteekproef. Interval: 95%, een indicatie: als de weging klopt."


def make_tabel(keer: int = 1, breed: float = 0.0321) -> pd.DataFrame:
    """Return three statements, or a number of times three, with intervals ``breed`` to both sides of the sums."""
    een = t.stellingen()
    kant = een["volgorde"].sub(3).map(lambda af: (af > 0) - (af < 0))
    som = een.groupby([een["kort"], kant])["aandeel"].transform("sum").where(kant.ne(0))
    een = een.assign(kant=som, kant_onder=som - breed, kant_boven=som + breed)
    delen = [
        een.assign(kort=een["kort"].str[:20] + f" {nr}", vraag_id=een["vraag_id"] + f"_{nr}")
        for nr in range(keer)
    ]
    tabel = een if keer == 1 else pd.concat(delen, ignore_index=True)
    return annotate(tabel, change_toelichting(t.stellingen(), noten=(INDICATIE,)).attrs["toelichting"])


def test_of_few_statements_each_sum_has_its_interval_beside_it() -> None:
    figuur = plot_stellingen(make_tabel(), titel=TITEL)
    # 20 + 30 and 20 + 9 percent of the second statement, 3 points to both sides.
    assert "tekst: 50%" in figuur.digest
    assert "tekst: (47–53)" in figuur.digest
    assert "tekst: (26–32)" in figuur.digest
    assert "; tussen haakjes het interval." in " ".join(figuur.voet)
    assert INDICATIE in " ".join(figuur.voet)
    assert (
        "oneens 50% (47–53)"
        in plot_stellingen(make_tabel(), titel="Ik weet waar ik met een klacht over een boa heen kan").alt
    )
    assert validate_figuur(figuur) == []


def test_of_many_statements_the_foot_tells_how_far_the_intervals_reach() -> None:
    figuur = plot_stellingen(make_tabel(keer=3), titel="Zo is het")
    assert "(47–53)" not in figuur.digest
    # 3.21 points: rounded up, for "at most" must hold
    assert "met een interval van hoogstens ± 4 procentpunt." in " ".join(figuur.voet)
    assert INDICATIE in " ".join(figuur.voet)


def test_a_slide_tells_it_in_a_few_words() -> None:
    voet = " ".join(plot_stellingen(make_tabel(), titel=TITEL, formaat="dia").voet)
    assert "tussen haakjes het interval (95%, een indicatie)." in voet
    assert "Geen kanssteekproef" not in voet


def test_without_intervals_nothing_is_said_of_them() -> None:
    for tabel in (t.stellingen(), make_tabel(breed=float("nan"))):
        assert "interval" not in " ".join(plot_stellingen(tabel, titel=TITEL).voet)


def test_a_side_with_a_suppressed_answer_has_no_interval_in_drawing_or_data() -> None:
    figuur = plot_stellingen(t.onderdruk(make_tabel(), 6, 7), titel="De meeste boa's zijn herkenbaar")
    tweede = figuur.tabel[figuur.tabel["vraag_id"].eq("s1")]
    for kolom in ("kant", "kant_onder", "kant_boven"):
        assert tweede[kolom].isna().tolist() == [True, True, True, False, False]
    assert "(47–53)" not in figuur.digest
    assert figuur.digest.count("tekst: (26–32)") == 1


def test_one_suppressed_answer_takes_the_sum_of_the_other_of_its_side_with_it() -> None:
    figuur = plot_stellingen(t.onderdruk(make_tabel(), 6, 9), titel="De meeste boa's zijn herkenbaar")
    assert figuur.tabel.loc[figuur.tabel["vraag_id"].eq("s1"), "kant"].isna().all()


def test_of_a_side_that_the_plan_keeps_the_sum_is_drawn_without_its_answers() -> None:
    # both unfavourable answers of the second statement, 20 + 30 percent, are hidden; their sum is not
    tabel = make_tabel()
    zonder, kanten = t.onderdruk(tabel, 5, 6), ["kant", "kant_onder", "kant_boven"]
    zonder = annotate(zonder.assign(**{k: tabel[k] for k in kanten}), read_toelichting(tabel))
    figuur = plot_stellingen(zonder, titel="De meeste boa's zijn herkenbaar")
    assert figuur.tabel.loc[5:6, "kant"].tolist() == [0.5, 0.5]
    assert "tekst: 50%" in figuur.digest
    assert "tekst: (47–53)" in figuur.digest
    assert "Donkergrijs: de antwoorden van die kant samen" in " ".join(figuur.voet)
    assert "Grijs" not in " ".join(plot_stellingen(make_tabel(), titel=TITEL).voet)


def test_a_table_with_intervals_must_explain_them() -> None:
    from dataclasses import replace

    figuur = plot_stellingen(make_tabel(), titel=TITEL)
    assert validate_figuur(replace(figuur, tekens=())) == ["interval: er staat niet bij wat het aanneemt"]


@pytest.mark.parametrize("formaat", ["a4", "dia"])
@pytest.mark.parametrize("keer", [1, 2, 4])
def test_nothing_is_clipped_or_too_small(formaat: str, keer: int) -> None:
    figuur = plot_stellingen(make_tabel(keer=keer), titel="Zo is het", formaat=formaat)  # type: ignore[arg-type]
    assert validate_figuur(figuur) == []
    assert read_toelichting(figuur.tabel).noten == (INDICATIE,)
