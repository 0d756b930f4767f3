"""A response that stands in a file twice, its number too, is told: nobody fills in one form twice alike."""

from burgerdata.loading import check_traject

KOP = "Antwoord-ID,Datum verzonden,Laatste pagina,Starttaal,q1. Welk cijfer geeft u?,o1. Wat kan er beter?"


def _check(maak_map, rijen):
    toml = 'titel = "Proef"\n[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'
    return check_traject(maak_map(toml, ruw={"e.csv": "\n".join([KOP, *rijen]) + "\n"})).tekst


def test_copied_responses_are_named_with_the_first_row(maak_map):
    rijen = [
        f"{n},2026-03-0{n % 9 + 1} 10:00:00,5,nl,{n % 5 + 4},Meer bankjes in de wijk" for n in range(1, 40)
    ]
    tekst = " ".join(_check(maak_map, [*rijen, rijen[3], rijen[7]]).split())
    assert (
        "ruw/e.csv, rij 41, kolom 'id': 2 rijen zijn gelijk aan een eerdere, ook in het nummer, en tellen dubbel"
        in tekst
    )
    assert "tellen dubbel" not in _check(maak_map, rijen)
