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


VRAGEN = [
    "De brieven zijn duidelijk",
    "Ik word met respect behandeld",
    "Ik krijg hulp die past",
    "Ik durf te bellen",
]
FORMULIER = ",".join(
    ["Id", "Begintijd", "Leeftijd", "Wijk", "Cijfer", "Huishouden", *VRAGEN, "Wat kan er beter?"]
)
TOML = 'titel = "Proef"\n[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'


def _fill_in(nr, minuut, tekst, soort=None):
    """Return a form; of the same kind all answers are the same, and no other kind has all of them."""
    soort = nr if soort is None else soort
    stellingen = [["eens", "neutraal", "oneens"][(soort // 3**plek) % 3] for plek in range(4)]
    wie = [
        str(20 + soort),
        ["noord", "zuid"][soort % 2],
        str(soort % 6 + 4),
        ["alleen", "samen", "gezin"][soort % 3],
    ]
    return ",".join(
        [str(nr), f"2026-03-10 {9 + minuut // 60:02d}:{minuut % 60:02d}:00", *wie, *stellingen, tekst]
    )


def _tell_dubbel(maak_map, extra):
    rijen = [FORMULIER, *(_fill_in(nr, 7 * nr, "") for nr in range(1, 41)), *extra]
    tekst = check_traject(maak_map(TOML, ruw={"e.csv": "\n".join(rijen) + "\n"})).tekst
    return [regel for regel in tekst.splitlines() if "telt als twee mensen" in regel]


def test_a_form_sent_again_under_another_number_is_told_with_the_row_it_repeats(maak_map):
    eigen = "na acht uur werken werd er zomaar 400 euro teruggevorderd"
    een, twee = _fill_in(50, 300, eigen), _fill_in(51, 520, eigen, soort=50)
    assert _tell_dubbel(maak_map, [een, twee]) == [
        "  ruw/e.csv, rij 43: dezelfde antwoorden als rij 42, onder een ander nummer; dit telt als twee mensen; "
        "verwijder er een in de bron als iemand het formulier twee keer verstuurde"
    ]


def test_many_unlike_answers_within_minutes_are_one_form_and_hours_apart_are_two(maak_map):
    assert len(_tell_dubbel(maak_map, [_fill_in(50, 300, ""), _fill_in(51, 302, "", soort=50)])) == 1
    assert _tell_dubbel(maak_map, [_fill_in(50, 300, ""), _fill_in(51, 420, "", soort=50)]) == []


def test_the_same_words_beside_other_answers_are_of_two_people(maak_map):
    eigen = "alles gaat goed bij de balie"
    assert _tell_dubbel(maak_map, [_fill_in(50, 300, eigen), _fill_in(51, 301, eigen)]) == []
