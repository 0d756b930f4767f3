"""A response that stands in a file twice, its number too, is told: nobody fills in one form twice alike."""

import re

from burgerdata.loading import check_traject, load_traject

KOP = "Antwoord-ID,Datum verzonden,Laatste pagina,Starttaal,q1. Welk cijfer geeft u?,o1. Wat kan er beter?"


def _check(maak_map, rijen):
    toml = 'titel = "Proef"\n[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'
    return check_traject(maak_map(toml, ruw={"e.csv": "\n".join([KOP, *rijen]) + "\n"})).tekst


def _load(maak_map, rijen, extra):
    toml = f'titel = "Proef"\n[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n{extra}'
    return load_traject(maak_map(toml, ruw={"e.csv": "\n".join([KOP, *rijen]) + "\n"}))


def test_copied_responses_are_named_with_the_first_row(maak_map):
    rijen = [
        f"{n},2026-03-0{n % 9 + 1} 10:00:00,5,nl,{n % 5 + 4},Meer bankjes in de wijk" for n in range(1, 40)
    ]
    tekst = " ".join(_check(maak_map, [*rijen, rijen[3], rijen[7]]).split())
    assert (
        "ruw/e.csv, rij 41, kolom 'id': 2 rijen zijn gelijk aan een eerdere, ook in het nummer, en tellen dubbel"
        in tekst
    )
    assert (
        "zet in traject.toml bij levering 'enquete': persoon = \"id\"; wat gelijk is telt dan één keer"
        in tekst
    )
    assert "tellen dubbel" not in _check(maak_map, rijen)
    assert len(_load(maak_map, [*rijen, rijen[3], rijen[7]], 'persoon = "id"\n').deelnemers) == 39


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


def _write(maak_map, extra, *, toml=TOML, nummer=str):
    """Return the folder of 40 people and some more, numbered as ``nummer`` spells it."""
    rijen = [*(_fill_in(nr, 7 * nr, "") for nr in range(1, 41)), *extra]
    genummerd = [f"{nummer(int(rij.partition(',')[0]))},{rij.partition(',')[2]}" for rij in rijen]
    return maak_map(toml, ruw={"e.csv": "\n".join([FORMULIER, *genummerd]) + "\n"})


def _tell_dubbel(maak_map, extra):
    tekst = check_traject(_write(maak_map, extra)).tekst
    return [regel for regel in tekst.splitlines() if "verstuurde iemand" in regel]


def test_a_form_sent_again_under_another_number_is_told_with_the_row_it_repeats(maak_map):
    eigen = "na acht uur werken werd er zomaar 400 euro teruggevorderd"
    een, twee = _fill_in(50, 300, eigen), _fill_in(51, 520, eigen, soort=50)
    assert _tell_dubbel(maak_map, [een, twee]) == [
        "  ruw/e.csv: 1 rij heeft de antwoorden van een eerdere, onder een ander nummer, en telt als nog een mens: "
        "rij 43 (als rij 42); verstuurde iemand het formulier twee keer, laat dan weg wat niet telt: zet in traject.toml bij "
        "levering 'enquete': testrijen = { Id = [\"51\"] }; het bestand in ruw/ blijft zoals het kwam"
    ]


def test_many_unlike_answers_within_minutes_are_one_form_and_hours_apart_are_two(maak_map):
    assert len(_tell_dubbel(maak_map, [_fill_in(50, 300, ""), _fill_in(51, 302, "", soort=50)])) == 1
    assert _tell_dubbel(maak_map, [_fill_in(50, 300, ""), _fill_in(51, 420, "", soort=50)]) == []


def test_the_same_words_beside_other_answers_are_of_two_people(maak_map):
    eigen = "alles gaat goed bij de balie"
    assert _tell_dubbel(maak_map, [_fill_in(50, 300, eigen), _fill_in(51, 301, eigen)]) == []


def test_the_setting_that_is_told_leaves_the_form_out_and_is_told_no_more(maak_map):
    eigen = "na acht uur werken werd er zomaar 400 euro teruggevorderd"
    extra = [_fill_in(50, 300, eigen), _fill_in(51, 520, eigen, soort=50)]
    toml = TOML + 'testrijen = { Wijk = ["test"] }\n'
    map_ = _write(maak_map, extra, toml=toml)
    [gezegd] = re.findall(r"testrijen = \{ .* \}", check_traject(map_).tekst)
    assert gezegd == 'testrijen = { Wijk = ["test"], Id = ["51"] }'
    assert len(load_traject(map_).deelnemers) == 42
    (map_ / "traject.toml").write_text(f"{TOML}{gezegd}\n", "utf-8")
    assert len(load_traject(map_).deelnemers) == 41
    assert "onder een ander nummer" not in check_traject(map_).tekst


def test_the_number_of_a_customer_is_never_told(maak_map):
    eigen = "na acht uur werken werd er zomaar 400 euro teruggevorderd"
    extra = [_fill_in(50, 300, eigen), _fill_in(51, 520, eigen, soort=50)]
    map_ = _write(maak_map, extra, nummer=lambda nr: str(980_000 - 17 * nr))
    tekst = check_traject(map_).tekst
    assert 'testrijen = { Id = ["…"] }, met op de puntjes wat in die rijen bij "Id" staat' in tekst
    assert str(980_000 - 17 * 51) not in tekst + load_traject(map_).logboek.to_csv()
