"""A report whose answers have no figure, or stand in other chapters, does not say that nothing was answered."""

from __future__ import annotations

from datetime import date

from burgerdata.loading.load import load_traject
from burgerdata.report.blocks import Alinea, Kop, Opsomming
from burgerdata.report.chapters import bevindingen, samenvatting
from burgerdata.report.collect import collect_opbrengst

_LEEG = "In één oogopslag"


def _collect(map_, toml, **bestanden):
    for naam, tekst in bestanden.items():
        (map_ / f"{naam}.csv").write_text(tekst, "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    (map_ / "traject.toml").write_text(f'titel = "Proef"\n{toml}', "utf-8")
    return collect_opbrengst(load_traject(map_), datum=date(2026, 11, 27))


def _tell_oogopslag(opbrengst):
    blokken = samenvatting.build(opbrengst, {})
    begin = next(nr for nr, blok in enumerate(blokken) if isinstance(blok, Kop) and blok.tekst == _LEEG)
    return [blok.tekst for blok in blokken[begin + 1 :] if isinstance(blok, Alinea)]


def test_an_answer_without_a_figure_is_a_finding_where_there_is_no_other(tmp_path):
    soorten = ["Geluid"] * 36 + ["Afval"] * 24 + ["Parkeren"] * 12
    rijen = "".join(
        f"K{nr};2026-03-{nr % 28 + 1:02};C{nr};{soort};Er is overlast\n" for nr, soort in enumerate(soorten)
    )
    toml = '[[levering]]\nnaam = "klachten"\ninstrument = "signaal"\nfase = "praktijk"\nbestand = "k.csv"\n'
    toml += 'kolommen = { bericht = "klacht", persoon = "klantnummer", datum = "datum", kenmerk = ["categorie"] }\n'
    opbrengst = _collect(tmp_path, toml, k=f"klachtnummer;datum;klantnummer;categorie;klacht\n{rijen}")
    [punten] = [b.punten for b in samenvatting.build(opbrengst, {}) if isinstance(b, Opsomming)]
    assert punten[0].startswith("Bij 36 van de 72 meldingen gaat het om ‘Geluid’.")
    koppen = [blok.tekst for blok in bevindingen.build(opbrengst, {}) if isinstance(blok, Kop)]
    assert koppen[1] == "3.1 Bij 36 van de 72 meldingen gaat het om ‘Geluid’"


def test_where_only_decisions_are_known_the_summary_names_their_chapter(tmp_path):
    toml = '[[levering]]\nnaam = "gesprek"\ninstrument = "focusgroep"\nfase = "praktijk"\nbestand = "g.txt"\n'
    (tmp_path / "g.txt").write_text(
        "R1: Het duurt lang.\nR2: Dat vind ik ook.\nR3: Mij viel het mee.\n", "utf-8"
    )
    opbrengst = _collect(
        tmp_path,
        toml,
        doorwerking="samenvatting;status;motivering;fase\nMeer banken;overgenomen;past;praktijk\n",
    )
    assert _tell_oogopslag(opbrengst) == [
        "In hoofdstuk 3 staat geen bevinding; wat wel is beantwoord, staat in de hoofdstukken 6 en 7."
    ]
