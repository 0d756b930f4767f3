"""Sheets of one workbook about a meeting: when it was and how people came is asked and said once."""

from __future__ import annotations

from datetime import date

from burgerdata.loading import propose_traject
from burgerdata.loading.toml import read_instellingen

STEMMEN = [["nr", "aanbeveling", "voor", "tegen"], ["A1", "Meer banken", 9, 3], ["A2", "Later open", 5, 7]]
STIPPEN = [["idee", "stickers"], ["Vaste chauffeur", 24], ["Buurtouders", 9]]
FORMULIER = [
    ["nr", "Vertrouwen vooraf (1-10)", "Vertrouwen achteraf (1-10)"],
    *([nr, 4 + nr % 3, 5 + nr % 3] for nr in range(1, 10)),
]


def test_a_draft_asks_the_days_of_a_meeting_once_and_every_sheet_has_them(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "beraad.xlsx", {"stemming": STEMMEN, "stickers": STIPPEN, "exit": FORMULIER})
    schrijf_boek(tmp_path / "avond.xlsx", {"Blad1": STIPPEN})
    propose_traject(tmp_path)
    pad = tmp_path / "traject.toml"
    tekst = pad.read_text("utf-8")
    assert tekst.count('begindatum = "?"') == 2, "of the workbook and of the other evening"
    assert tekst.count("(zelfde werkmap)") == 2
    tekst = tekst.replace('begindatum = "?"', "begindatum = 2026-03-01", 1)
    pad.write_text(tekst.replace('werving = "?"', 'werving = "loting"', 1), "utf-8")
    instellingen, problemen = read_instellingen(pad)
    assert not problemen
    dagen = {levering.bestanden[0]: set() for levering in instellingen.leveringen}
    for levering in instellingen.leveringen:
        dagen[levering.bestanden[0]].add((levering.begindatum, levering.werving))
    assert dagen == {"beraad.xlsx": {(date(2026, 3, 1), "loting")}, "avond.xlsx": {(None, "")}}


def test_a_sheet_with_days_of_its_own_keeps_them_and_other_files_and_surveys_take_over_nothing(maak_map):
    eerste = '[[levering]]\nnaam = "a"\ninstrument = "burgerberaad"\nbestand = "ruw/b.xlsx"\nblad = "stemming"\nbegindatum = 2026-03-01\nwerving = "loting"\n'
    eigen = '[[levering]]\nnaam = "b"\ninstrument = "burgerdialoog"\nbestand = "ruw/b.xlsx"\nblad = "stickers"\nbegindatum = 2026-04-01\n'
    enquete = '[[levering]]\nnaam = "c"\ninstrument = "enquete"\nbestand = "ruw/b.xlsx"\nblad = "vragen"\n'
    ander = (
        '[[levering]]\nnaam = "d"\ninstrument = "burgerdialoog"\nbestand = "ruw/d.xlsx"\nblad = "stickers"\n'
    )
    ruw = {"b.xlsx": b"", "d.xlsx": b""}
    instellingen, _ = read_instellingen(maak_map(eerste + eigen + enquete + ander, ruw=ruw) / "traject.toml")
    gelezen = {lev.naam: (lev.begindatum, lev.werving) for lev in instellingen.leveringen}
    assert gelezen == {
        "a": (date(2026, 3, 1), "loting"),
        "b": (date(2026, 4, 1), "loting"),
        "c": (None, ""),
        "d": (None, ""),
    }


def test_recruitment_at_the_top_is_that_of_every_delivery_that_leaves_it_open(tmp_path):
    for naam in ("een", "twee"):
        regels = "".join(f"{nr};{nr % 9};ja\n" for nr in range(1, 9))
        (tmp_path / f"{naam}.csv").write_text(
            f"nr;Welk cijfer geeft u {naam}?;Kent u {naam}?\n{regels}", "utf-8"
        )
    propose_traject(tmp_path)
    pad = tmp_path / "traject.toml"
    tekst = pad.read_text("utf-8")
    assert '# werving = "…"' in tekst
    pad.write_text(tekst.replace('# werving = "…"', 'werving = "panel"'), "utf-8")
    instellingen, _ = read_instellingen(pad)
    assert [levering.werving for levering in instellingen.leveringen] == ["panel", "panel"]
