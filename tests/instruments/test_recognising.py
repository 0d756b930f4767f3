import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.instruments.kinds import guess_soort, is_technical, is_trait
from burgerdata.instruments.onderdelen import recognise_instrument
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.statuses import classify_label
from burgerdata.instruments.values import read_datums, read_getallen
from burgerdata.shapes import Kolom


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("weet niet", "weet_niet"),
        ("weet_niet", "weet_niet"),
        ("Weet niet / geen mening", "weet_niet"),
        ("Dat weet ik niet", "weet_niet"),
        ("Don't know", "weet_niet"),
        ("wil niet zeggen", "wil_niet_zeggen"),
        ("Zeg ik liever niet", "wil_niet_zeggen"),
        ("Prefer not to say", "wil_niet_zeggen"),
        ("n.v.t.", "nvt"),
        ("Niet van toepassing", "nvt"),
        ("onbekend", "missend"),
        ("anders of wil niet zeggen", "geldig"),
        ("nee", "geldig"),
        ("weet niet waar ik moet zijn", "geldig"),
        ("geen", "geldig"),
    ],
)
def test_a_label_is_a_status_only_when_all_of_it_is(label, status):
    assert classify_label(label) == status


@pytest.mark.parametrize(
    ("labels", "naam"),
    [
        (
            ["helemaal mee oneens", "mee oneens", "niet eens, niet oneens", "mee eens", "helemaal mee eens"],
            "eens",
        ),
        (
            ["zeer ontevreden", "ontevreden", "niet tevreden, niet ontevreden", "tevreden", "zeer tevreden"],
            "tevreden",
        ),
        (
            [
                "heel weinig vertrouwen",
                "weinig vertrouwen",
                "niet veel, niet weinig",
                "veel vertrouwen",
                "heel veel vertrouwen",
            ],
            "vertrouwen",
        ),
        (
            ["helemaal niet belangrijk", "niet belangrijk", "neutraal", "belangrijk", "heel belangrijk"],
            "belang",
        ),
        (["zeer slecht", "slecht", "niet goed, niet slecht", "goed", "zeer goed"], "oordeel"),
        (["nooit veilig", "zelden veilig", "soms veilig", "vaak veilig", "altijd veilig"], "vaak"),
        (["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], "eens"),
    ],
)
def test_dutch_scales_are_known_from_low_to_high(labels, naam):
    schaal = recognise_schaal(labels)
    assert schaal is not None
    assert schaal.naam == naam
    assert [schaal.rang[label] for label in labels] == [1, 2, 3, 4, 5]
    assert schaal.runs_down(labels[::-1])


def test_a_scale_of_four_has_no_hole_in_the_middle():
    schaal = recognise_schaal(["zeer tevreden", "tevreden", "ontevreden", "zeer ontevreden"])
    assert list(schaal.rang.values()) == [4, 3, 2, 1]


def test_names_of_regions_are_no_scale():
    assert recognise_schaal(["Noord", "Oost", "West"]) is None
    assert recognise_schaal(["goed"]) is None


@pytest.mark.parametrize(
    ("kolom", "cellen", "soort"),
    [
        (Kolom("v1", "Welk rapportcijfer geeft u?"), ["7", "8", "98"], "schaal"),
        (Kolom("leeftijd", "Leeftijd"), [str(jaar) for jaar in range(18, 60)], "getal"),
        (
            Kolom("v1", "Cijfer (1-10)"),
            ["7", "8", "geen idee", "?", "-", "n.v.t.", "6", "11", "77"],
            "schaal",
        ),
        (Kolom("v1", "Cijfer (1-10)", soort="een_antwoord"), ["7", "8", "geen mening"], "schaal"),
        (Kolom("v1", "Cijfer (1-10)"), ["7", "8"] * 15 + ["een zeven"], "schaal"),
        (Kolom("v1", "Cijfer (1-10)"), ["goed", "slecht", "7"] * 5, "een_antwoord"),
        (Kolom("v3", "v3"), ["1", "2", "3", "4", "5"] * 10 + ["Weet niet", "nvt"], "schaal"),
        (Kolom("leeftijd", "Leeftijd"), [str(jaar) for jaar in range(18, 60)] + ["onbekend"], "getal"),
        (Kolom("v2", "Hoeveel minuten?"), ["3", "12,5"], "getal"),
        (Kolom("v3", "v3"), ["1", "2", "3", "4", "5", "98"] * 10, "schaal"),
        (Kolom("geslacht", "geslacht"), ["1", "2"] * 15, "een_antwoord"),
        (Kolom("v4", "Vindt u dat?"), ["mee eens", "mee oneens", "weet niet"], "stelling"),
        (Kolom("v5", "Bent u tevreden?"), ["tevreden", "zeer tevreden"], "schaal"),
        (Kolom("v6", "Welke wijk?"), ["Noord", "Zuid"] * 6, "een_antwoord"),
        (Kolom("v7", "Kunt u uw antwoord toelichten?"), ["goed", "goed", "slecht"] * 5, "open"),
        (Kolom("v8", "Wat vindt u?"), [f"verhaal {n}" for n in range(30)], "open"),
        (Kolom("v9", "Welke kanalen?"), ["mail;post", "mail", "post;bellen"] * 5, "meer_antwoorden"),
        (Kolom("q2", "Cijfer", {"1": "zeer slecht", "10": "uitstekend"}), ["3", "4", "5", "7"], "schaal"),
        (Kolom("q3", "Regio", {"1": "Noord", "2": "Zuid"}), ["1", "2"], "een_antwoord"),
        (
            Kolom("q4", "Stelling", {"1": "mee eens", "2": "mee oneens", "9": "weet niet"}),
            ["1", "9"],
            "stelling",
        ),
    ],
)
def test_the_kind_of_a_question_follows_from_labels_values_and_words(kolom, cellen, soort):
    assert guess_soort(kolom, pd.Series(cellen, dtype="str")) == soort


def test_one_word_among_numbers_far_down_the_column_is_seen():
    cellen = pd.Series([str(n) for n in range(30_001)] + ["geen idee hoor"], dtype="str")
    assert guess_soort(Kolom("v", "Hoeveel?"), cellen) == "open"


@pytest.mark.parametrize("naam", ["startdatum", "Tijdstip", "resp_id", "lidnr", "duur"])
def test_columns_about_the_fieldwork_are_no_questions(naam):
    assert is_technical(Kolom(naam, naam), pd.Series(["x", "y"], dtype="str"))
    assert not is_technical(Kolom(f"{naam} of uw gevoel"), pd.Series(["x", "y"], dtype="str"))


def test_a_neighbourhood_in_a_question_does_not_make_it_a_trait():
    assert is_trait(Kolom("wijk", "In welke wijk woont u?"))
    assert is_trait(Kolom("q1. Wat is uw geslacht?", "q1. Wat is uw geslacht?"))
    assert is_trait(Kolom("sexe"))
    assert not is_trait(Kolom("sexy"))
    assert not is_trait(Kolom("v1", "Welk rapportcijfer geeft u de handhaving in uw wijk?"))


def test_numbers_and_dates_are_read_the_dutch_way():
    getallen = read_getallen(pd.Series(["1.234", "1.234,5", "-3", "50%", "1e3", "12-3", "x"], dtype="str"))
    assert getallen.fillna(-99).tolist() == [1.234, 1234.5, -3.0, 50.0, 1000.0, -99.0, -99.0]
    datums = read_datums(
        pd.Series(["3-7-2026", "03/07/2026 9:05", "2026-07-03", "2026-07-03 09:05:00", "7", ""], dtype="str")
    )
    assert datums.dt.strftime("%m%d").fillna("").tolist() == ["0703"] * 4 + ["", ""]


def test_a_sentence_with_a_semicolon_is_no_list_however_often_it_comes_back():
    zin = "Het duurt lang; niemand belt."
    assert (
        guess_soort(Kolom("q", "Wat vindt u?"), pd.Series([zin, "Prima", "Matig"] * 10)) != "meer_antwoorden"
    )
    lijst = pd.Series(["a;b", "a", "b;c", "c"] * 10)
    assert guess_soort(Kolom("q", "Wat vindt u?"), lijst) == "meer_antwoorden"


def test_grades_with_decimals_are_numbers_and_halves_stay_a_scale():
    tienden = pd.Series([f"{n // 10},{n % 10}" for n in range(50, 90)])
    assert guess_soort(Kolom("cijfer"), tienden) == "getal"
    assert guess_soort(Kolom("cijfer"), pd.Series(["7", "7,5", "8", "6,5"])) == "schaal"


def test_dots_before_thousands_are_no_decimals_and_weights_keep_theirs():
    assert read_getallen(pd.Series(["35.780", "980", "12.500", "7.250"])).tolist() == [
        35780,
        980,
        12500,
        7250,
    ]
    assert read_getallen(pd.Series(["0.812", "1.203", "1.100"])).tolist() == [0.812, 1.203, 1.1]
    assert read_getallen(pd.Series(["€ 1.129,50", "€ 12"])).tolist() == [1129.5, 12.0]


@pytest.mark.parametrize(
    ("cellen", "dagen"),
    [
        (["12-03-26", "13-03-26", ""], ["2026-03-12", "2026-03-13", ""]),
        (["1/3/26 9:30", "28/2/26 17:05"], ["2026-03-01", "2026-02-28"]),
        (["30.12.25", "02.01.26", "14.01.26"], ["2025-12-30", "2026-01-02", "2026-01-14"]),
        (["12-03-26", "11-03-26"], ["", ""]),  # days or months
        (["03-13-26", "04-14-26"], ["", ""]),  # months first
        (["26-03-12", "26-03-13", "26-03-14"], ["", "", ""]),  # years first
        (["13-05-64", "14-02-87", "15-02-87"], ["", "", ""]),  # no year of fieldwork
        (["13-03-26", "14-03-26", "niet bekend"], ["", "", ""]),
    ],
)
def test_a_year_of_two_digits_is_read_where_the_day_comes_first_without_doubt(cellen, dagen):
    gelezen = read_datums(pd.Series(cellen, dtype="str"))
    assert gelezen.dt.strftime("%Y-%m-%d").fillna("").tolist() == dagen


@pytest.mark.parametrize("nummers", ["C{}", "{}", "dos-{}", "KL_{}"])
def test_a_number_of_a_person_under_a_name_of_its_own_is_no_answer(nummers, tmp_path):
    """Cursistnr C1042: whose it is, is nothing that somebody said."""
    regels = [f"{nummers.format(1000 + nr)};{'ja' if nr % 3 else 'nee'};V{nr % 4 + 100}" for nr in range(40)]
    (tmp_path / "les.csv").write_text("\n".join(["Cursistnr;Bent u tevreden?;Lokaal", *regels]), "utf-8")
    t = bd.read_bestand(tmp_path / "les.csv")
    assert set(t.vragen["kolom"]) == {"Bent u tevreden?", "Lokaal"}
    assert t.fragmenten.empty
    assert (t.logboek["kolom"].eq("Cursistnr") & t.logboek["reden"].eq("kolom_weggelaten")).any()


@pytest.mark.parametrize(
    ("kop", "cellen", "technisch"),
    [
        ("Bezoeknr", ["HB01", "HB02", "HB03"], True),
        ("Bezoek ID", ["b-1", "b-2", "b-3"], True),
        ("Telnummer", ["1", "2", "3"], True),
        ("Gesprekscode", ["G1", "G2", "G2"], False),
        ("Bezoeknr", ["HB01", "niet thuis", "HB03"], False),
        ("Geluid", ["a1", "a2", "a3"], False),
        ("Postcode", ["1234", "1235", "1236"], False),
    ],
)
def test_unique_codes_under_a_header_of_a_number_are_no_answers(kop, cellen, technisch):
    assert is_technical(Kolom(kop, kop), pd.Series(cellen, dtype="str")) is technisch


def test_a_numbered_row_with_a_judgement_is_no_vote_of_an_assembly() -> None:
    assert recognise_instrument(["nr", "wijk", "oordeel", "toelichting"]) == ""
    assert recognise_instrument(["nr", "stem"]) == "burgerberaad"
    assert recognise_instrument(["aanbeveling", "oordeel"]) == "burgerberaad"
    assert recognise_instrument(["nr", "voor", "tegen"]) == "burgerberaad"
