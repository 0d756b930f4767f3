"""A table that holds no answers says why."""

from __future__ import annotations

from pathlib import Path

from burgerdata.loading import check_traject, propose_traject

NAMEN = ["Marie Bakker", "Karim Bos", "Ria de Wit", "Henk Pol", "Sanne Kuiper"]


def test_questions_that_were_answered_with_names_are_told_and_counted(tmp_path: Path) -> None:
    rijen = [f"{nr};{NAMEN[nr % 5]};{NAMEN[nr // 2 % 5]};{5 + nr % 4}" for nr in range(40)]
    kop = "respondentnummer;Wie hielp u?;Welke wijkagent kent u?;Welk cijfer geeft u de wijk?"
    (tmp_path / "e.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    assert propose_traject(tmp_path).gezien == (
        "e.csv: te weinig over om te lezen: 2 vragen zijn weggelaten om de namen die erin staan; zet een soort (buur, arts)"
        " waar een naam staat",
    )


def test_beside_other_questions_no_name_is_an_answer(tmp_path: Path) -> None:
    rijen = [f"{nr};{NAMEN[nr % 5]};{5 + nr % 4};{'ja' if nr % 3 else 'nee'}" for nr in range(40)]
    kop = "respondentnummer;Door wie bent u geholpen?;Welk cijfer geeft u de wijk?;Voelt u zich veilig?"
    (tmp_path / "e.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, csv, 2 vragen"]
    tekst = check_traject(tmp_path).tekst
    assert not any(naam in tekst for naam in NAMEN)
    assert "1 kolom met persoonsgegevens" in tekst or "2 kolommen met persoonsgegevens" in tekst
