"""Street talks with crosses below voor, neutraal and tegen: people with an opinion, and no votes of an assembly."""

from __future__ import annotations

import openpyxl
import pytest

from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.loading import check_traject, load_traject, propose_traject

BOVEN = [
    "Nr",
    "Waar",
    "Wanneer",
    "Wie",
    None,
    "Mening over meer laadpalen",
    None,
    None,
    "Wat zei men?",
    "Weigerde",
]
KOP = [None, None, None, "m/v", "leeftijd (schatting)", "voor", "neutraal", "tegen", None, None]
SAMEN = ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:H3", "I3:I4", "J3:J4")
# 12 talks: 5 voor, 3 neutraal, 4 tegen; 7 m, 5 v; one noted 3 who refused
MENING = "VTNVVTNTVNTV"
TOML = """titel = "Proef"

[[levering]]
naam = "straat"
instrument = "straatgesprek"
bestand = "ruw/straat.xlsx"
kolommen = { plaats = "Waar", datum = "Wanneer", leeftijd_geschat = "leeftijd (schatting)", open = ["Wat zei men?"] }
"""


def schrijf_straat(pad):
    boek = openpyxl.Workbook()
    blad = boek.active
    blad.append(["Straatinterviews laadpalen"])
    blad.append([])
    for rij in (BOVEN, KOP):
        blad.append(rij)
    for bereik in SAMEN:
        blad.merge_cells(bereik)
    for nr, mening in enumerate(MENING, start=1):
        kruisjes = ["x" if mening == soort else None for soort in "VNT"]
        wie = ["v" if nr % 5 in (0, 1) else "m", f"{30 + nr}-40"]
        blad.append(
            [nr, "Markt", "2026-09-11", *wie, *kruisjes, f"Mening {nr} over laden", 3 if nr == 4 else None]
        )
    pad.parent.mkdir(parents=True, exist_ok=True)
    boek.save(pad)
    return pad


def count(traject, vraag_id):
    tabel = summarise_vraag(traject, vraag_id)
    return [(str(label), int(n), int(basis)) for label, n, basis in tabel[["label", "n", "basis"]].values]


def test_crosses_below_voor_and_tegen_are_street_talks_with_one_closed_question(tmp_path):
    schrijf_straat(tmp_path / "straat.xlsx")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["straatgesprek"]
    traject = load_traject(tmp_path)
    mening = [("voor", 5, 12), ("neutraal", 3, 12), ("tegen", 4, 12)]
    assert count(traject, "mening_over_meer_laadpalen") == mening
    assert sorted(count(traject, "geslacht")) == [("m", 7, 12), ("v", 5, 12)]
    assert traject.tellingen["aantal"].tolist() == [3]
    assert traject.fragmenten["tijdstip"].dt.strftime("%d-%m-%Y").unique().tolist() == ["11-09-2026"]


def test_crosses_and_sexes_are_read_where_vragen_says_nothing_of_the_street(maak_map):
    map_ = maak_map(TOML, ruw={})
    schrijf_straat(map_ / "ruw" / "straat.xlsx")
    traject = load_traject(map_)
    assert count(traject, "mening_over_meer_laadpalen") == [
        ("voor", 5, 12),
        ("neutraal", 3, 12),
        ("tegen", 4, 12),
    ]
    assert sorted(count(traject, "geslacht")) == [("m", 7, 12), ("v", 5, 12)]


def test_a_column_of_the_street_that_is_not_read_tells_how_it_is(maak_map):
    map_ = maak_map(TOML, ruw={})
    schrijf_straat(map_ / "ruw" / "straat.xlsx")
    tekst = check_traject(map_).tekst
    assert "kolom 'Weigerde' is niet gelezen" in tekst
    assert "geef haar dan een rij in vragen.xlsx met levering 'straat'" in tekst


def test_what_vragen_leaves_out_is_left_out_without_a_word(maak_map):
    vragen = [["levering", "kolom", "soort"], ["straat", "Wat zei men?", "open"]]
    map_ = maak_map(TOML, ruw={}, bladen={"vragen.xlsx": {"vragen": vragen}})
    schrijf_straat(map_ / "ruw" / "straat.xlsx")
    assert set(load_traject(map_).vragen["vraag_id"].astype("str")) == {"leeftijd_geschat", "wat_zei_men"}
    assert "niet gelezen;" not in check_traject(map_).tekst


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("nr;voor;tegen\n1;31;4\n2;20;15\n3;1;34\n", "burgerberaad: stemmen"),
        ("aanbeveling;voor;tegen\nMeer bomen;x;\nMeer banken;;x\n", "burgerberaad: stemmen"),
        ("nr;wijk;voor;tegen\n1;Oost;x;\n2;West;;x\n3;Oost;;x\n", "enquête"),
    ],
)
def test_counted_votes_stay_votes_and_people_with_a_cross_are_none(tmp_path, tekst, soort):
    (tmp_path / "t.csv").write_text(tekst, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].iloc[0].startswith(soort)
