"""What deserves a look is told beside a problem of another file too, as far as it does not hang on that file."""

from burgerdata.loading import check_traject

GOED = """titel = "Proef"

[[levering]]
naam = "enquete"
instrument = "enquete"
bestand = "ruw/e.csv"
persoon = "nr"
"""
FOUT = """
[[levering]]
naam = "straat"
instrument = "straatgesprek"
bestand = "ruw/weg.csv"
"""
REGELS = [
    "nr;Welk cijfer geeft u?;Wat kan er beter?",
    *(f"{nr};{nr % 9 + 1};Er moet in straat {nr} meer licht komen" for nr in range(1, 31)),
    "31;5;Er moet in straat 4 meer licht komen",
    "5;6;Er moet in straat 5 meer licht komen",
]
KOP_MARGES = ["variabele", "categorie", "aandeel", "populatie", "peildatum", "bron"]
RIJEN = [["geslacht", naam, 0.5, "bevolking", "2026-01-01", "CBS"] for naam in ("man", "vrouw")]
MARGES = {"marges.xlsx": {"marges": [KOP_MARGES, *RIJEN]}}


def list_blokken(map_):
    return check_traject(map_).tekst.split("\n\n")


def enquete(*, cijfer="7"):
    return "\n".join([*REGELS[:-1], f"32;{cijfer};Niets"]) + "\n"


def find_nakijken(map_):
    return next((blok for blok in list_blokken(map_) if blok.startswith("Nakijken")), "")


def test_forms_that_were_sent_twice_are_told_beside_the_problem_of_another_file(maak_map):
    ruw = {"e.csv": enquete()}
    zonder = find_nakijken(maak_map(GOED, ruw=ruw))
    met = list_blokken(maak_map(GOED + FOUT, ruw=ruw))
    assert "onder een ander nummer, en telt als nog een mens" in zonder
    assert met[0].startswith("1 probleem:")
    assert met[1].splitlines()[:-1] == zonder.splitlines()
    assert met[1].endswith("Zijn de problemen weg, dan kan hier meer staan.")


def test_another_version_is_told_beside_a_problem_and_a_file_that_cannot_be_read_is_none(maak_map):
    ruw = {"e.csv": enquete(), "e_oud.csv": "\n".join(REGELS[:-4]) + "\n"}
    assert "ruw/e_oud.csv lijkt een andere versie ervan" in find_nakijken(maak_map(GOED + FOUT, ruw=ruw))
    kapot = FOUT.replace("weg.csv", "e_oud.csv") + 'kolommen = { plaats = "Waar" }\n'
    assert "andere versie" not in find_nakijken(maak_map(GOED + kapot, ruw=ruw))


def test_what_hangs_on_the_file_that_misses_is_not_told(maak_map):
    ruw = {"e.csv": enquete()}
    assert "dit is geen kenmerk in dit traject" in find_nakijken(maak_map(GOED, ruw=ruw, bladen=MARGES))
    assert "marges" not in find_nakijken(maak_map(GOED + FOUT, ruw=ruw, bladen=MARGES))
