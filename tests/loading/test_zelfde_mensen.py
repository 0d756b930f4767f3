"""People of one meeting in two deliveries: known by the same name, number or code they count once, else nobody adds them up."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from burgerdata.analysis.rapportvragen.kosten import measure_kosten
from burgerdata.loading import check_traject, load_traject, propose_traject
from burgerdata.report.chapters.summary_sentences import state_participants

CODES = [f"D{nr:02}" for nr in range(1, 41)]
NAMEN = [
    f"{voor} {achter}" for voor in ("Anna", "Kees", "Mo", "Els") for achter in ("Vos", "Smit", "Kok", "Bos")
]
ZELFDE = "van één bestand kunnen over dezelfde mensen gaan, en niets zegt wie op beide staat."
EURO = 'titel = "?"', 'titel = "?"\nmiddelen = { euro = 400 }'


def _exit(kop: str, wie: list) -> list[list]:
    """Return an exit form of these people; without header of the people it is anonymous."""
    rijen = [[w, 4 + n * 7 % 6, "ja" if n % 3 else "nee"] for n, w in enumerate(wie)]
    vol = [[kop, "Wat vond u van het beraad? (1-10)", "Kon u zeggen wat u wilde?"], *rijen]
    return vol if kop else [rij[1:] for rij in vol]


def _stemmen(kop: str, wie: list) -> list[list]:
    keuze = [[w, f"A{a}", "voor" if (n + a) % 3 else "tegen"] for n, w in enumerate(wie) for a in (1, 2)]
    return [[kop, "Aanbeveling", "Stem"], *keuze]


def _tell(map_) -> str:
    return state_participants(SimpleNamespace(traject=load_traject(map_)))


@pytest.mark.parametrize(
    ("kop", "wie"),
    [("Code", CODES), ("Deelnemer", list(range(1, 41))), ("nr", list(range(1, 41))), ("Naam", NAMEN)],
)
def test_people_whom_the_form_and_the_votes_of_one_workbook_know_count_once(tmp_path, schrijf_boek, kop, wie):
    schrijf_boek(tmp_path / "beraad.xlsx", {"exit": _exit(kop, wie[:-2]), "stemmen": _stemmen(kop, wie)})
    voorstel = propose_traject(tmp_path)
    assert set(voorstel.bestanden["let_op"]) == {
        f"wie in burgerberaad hetzelfde bij {kop} heeft staan, telt één keer"
    }
    alle = len(wie)
    assert _tell(tmp_path) == (
        f"Er deden {alle} mensen mee, van wie {alle - 2} aan een enquête en {alle} aan een burgerberaad."
    )
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    (tmp_path / "traject.toml").write_text(toml.replace(*EURO), "utf-8")
    assert measure_kosten(load_traject(tmp_path)).loc[0, "euro"] == 400 / alle


def test_an_anonymous_form_is_not_added_to_the_votes_of_its_workbook_and_the_check_says_so(
    tmp_path, schrijf_boek
):
    schrijf_boek(
        tmp_path / "b.xlsx", {"exit": _exit("", CODES[:38]), "stemmen": _stemmen("Deelnemer", CODES)}
    )
    propose_traject(tmp_path)
    zin = _tell(tmp_path)
    assert zin.startswith("Aantallen mensen: 38 aan een enquête en 40 aan een burgerberaad. ")
    assert zin.endswith(ZELFDE)
    tekst = check_traject(tmp_path).tekst
    assert "b.xlsx: enquete en burgerberaad zijn bladen van één bestand" in tekst
    assert "zet bij deze leveringen dan dezelfde 'panel'" in tekst
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    (tmp_path / "traject.toml").write_text(toml.replace(*EURO), "utf-8")
    assert "deelnemer" not in set(measure_kosten(load_traject(tmp_path))["per"])


TOTALEN = [["Nr", "Aanbeveling", "Voor", "Tegen"], [1, "Vaste hulp", 20, 2], [2, "Kortere wachttijd", 18, 4]]
LEDEN = [["Lidnr", "Naam", "Wijk"], *([nr, naam, "Noord"] for nr, naam in enumerate(NAMEN, start=1))]


def _met_totalen(tmp_path, schrijf_boek, formulier: str) -> None:
    """Write 14 forms, the totals of votes and the list of all 16 members in one workbook."""
    bladen = {"exit": _exit("Lidnr", list(range(1, 15))), "stemmen": TOTALEN, "leden": LEDEN}
    schrijf_boek(tmp_path / "b.xlsx", bladen)
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "utf-8")
    (tmp_path / "traject.toml").write_text(
        f"""titel = "Beraad"
middelen = {{ euro = 400 }}
[[levering]]
naam = "exit"
{formulier}
blad = "exit"
persoon = "Lidnr"
[[levering]]
naam = "beraad"
instrument = "burgerberaad"
onderdelen = {{ stemmen = ["b.xlsx"] }}
blad = "stemmen"
deelnemerslijst = "b.xlsx"
""",
        "utf-8",
    )


def test_totals_of_votes_count_no_people_of_their_own_beside_a_form_of_that_assembly(tmp_path, schrijf_boek):
    _met_totalen(tmp_path, schrijf_boek, 'instrument = "burgerberaad"\nmetingen = { na = "b.xlsx" }')
    assert _tell(tmp_path) == "Er deden 16 mensen mee aan een burgerberaad."
    assert "bladen van één bestand" not in check_traject(tmp_path).tekst
    assert measure_kosten(load_traject(tmp_path)).loc[0, "euro"] == 400 / 16


def test_no_column_of_people_is_asked_of_a_sheet_with_totals_of_votes(tmp_path, schrijf_boek):
    _met_totalen(tmp_path, schrijf_boek, 'instrument = "enquete"\nbestand = "b.xlsx"')
    assert _tell(tmp_path).startswith("Aantallen mensen: 14 aan een enquête en 16 aan een burgerberaad. ")
    tekst = check_traject(tmp_path).tekst
    assert "het rapport telt deze mensen daarom niet op\n" in tekst
    assert "dezelfde 'panel'" not in tekst


STIPPEN = [["Idee", "Stippen"], ["Vaste hulp", 20], ["Kortere wachttijd", 18]]


@pytest.mark.parametrize("anders", [TOTALEN, STIPPEN])
@pytest.mark.parametrize(("kop", "teken"), [("Lidnr", ""), ("Deelnemersnummer", "D")])
def test_a_form_and_the_list_of_members_that_share_a_number_are_of_the_same_people(
    tmp_path, schrijf_boek, anders, kop, teken
):
    """Fourteen of the sixteen on the list filled in the form; the votes or dots themselves name nobody."""
    leden = [[kop, *LEDEN[0][1:]], *([f"{teken}{rij[0]}", *rij[1:]] for rij in LEDEN[1:])]
    formulier = _exit(kop, [f"{teken}{nr}" for nr in range(1, 15)])
    schrijf_boek(tmp_path / "b.xlsx", {"exit": formulier, "stand": anders, "leden": leden})
    let_op = propose_traject(tmp_path).bestanden["let_op"].tolist()
    assert any(f"hetzelfde bij {kop} heeft staan, telt één keer" in zin for zin in let_op)
    assert _tell(tmp_path).startswith(
        "Er deden 16 mensen mee, van wie 14 aan een enquête en 16 aan een burger"
    )
    assert "niets zegt wie op beide staat" not in check_traject(tmp_path).tekst


def test_a_form_with_other_numbers_than_the_list_is_not_of_its_people(tmp_path, schrijf_boek):
    formulier = _exit("Lidnr", list(range(101, 115)))
    schrijf_boek(tmp_path / "b.xlsx", {"exit": formulier, "stand": TOTALEN, "leden": LEDEN})
    propose_traject(tmp_path)
    assert "panel =" not in (tmp_path / "traject.toml").read_text("utf-8")
    assert _tell(tmp_path).endswith(ZELFDE)


def test_a_number_of_the_row_of_a_vote_is_no_person(tmp_path, schrijf_boek):
    stemmen = [["nr", *rij] if nr == 0 else [nr, *rij] for nr, rij in enumerate(_stemmen("Deelnemer", CODES))]
    schrijf_boek(tmp_path / "b.xlsx", {"exit": _exit("nr", list(range(1, 39))), "stemmen": stemmen})
    assert propose_traject(tmp_path).bestanden["let_op"].tolist() == ["", ""]
    assert _tell(tmp_path).endswith(ZELFDE)


def test_two_forms_on_two_sheets_are_two_numbers_and_no_sum(tmp_path, schrijf_boek):
    stickers = [["Idee", "Tafel rood", "Tafel geel"], ["Meer banken", 3, 4], ["Later open", 1, 0]]
    vragen = [
        [*rij, f"tip{nr % 2}" if nr else "Komt u nog eens?"] for nr, rij in enumerate(_exit("", CODES[:20]))
    ]
    schrijf_boek(tmp_path / "a.xlsx", {"groot": vragen, "klein": vragen[:9], "stickers": stickers})
    propose_traject(tmp_path)
    assert _tell(tmp_path).startswith("Aantallen mensen: 20 en 8 aan een enquête. ")


@pytest.mark.parametrize(("aantal", "samen"), [(38, True), (400, False)])
def test_numbers_in_two_files_say_who_is_who_where_they_are_of_mostly_the_same_people(
    tmp_path, aantal, samen
):
    """A survey of 400 has a number 1 to 40 too: it says nothing of the 40 members."""
    bladen = {
        "exit.csv": _exit("Deelnemer", list(range(1, aantal + 1))),
        "stemmen.csv": _stemmen("Deelnemer", list(range(1, 41))),
    }
    for naam, rijen in bladen.items():
        tekst = "\n".join(";".join(map(str, rij)) for rij in rijen)
        (tmp_path / naam).write_text(tekst + "\n", "utf-8")
    propose_traject(tmp_path)
    assert _tell(tmp_path).startswith("Er deden 40 mensen mee" if samen else "Er waren 440 deelnames")


def _write_csv(map_, bladen: dict[str, list[list]]) -> None:
    for naam, rijen in bladen.items():
        tekst = "\n".join(";".join(map(str, rij)) for rij in rijen)
        (map_ / naam).write_text(tekst + "\n", "utf-8")


WIJK = [["deelnemernummer", "Welk cijfer geeft u de wijk?", "Voelt u zich veilig?"]]


def test_a_survey_of_the_neighbourhood_that_counts_its_people_too_is_of_other_people(tmp_path):
    wijk = [*WIJK, *([nr, 4 + nr * 7 % 6, "ja" if nr % 3 else "nee"] for nr in range(1, 31))]
    bladen = {
        "exit.csv": _exit("deelnemernummer", list(range(1, 26))),
        "stemmen.csv": _stemmen("deelnemernummer", list(range(1, 26))),
        "enquete wijk.csv": wijk,
    }
    _write_csv(tmp_path, bladen)
    propose_traject(tmp_path)
    mensen = load_traject(tmp_path).deelnemers
    assert mensen["deelnemer_id"].nunique() == 25 + 30


def test_numbers_of_a_list_that_do_not_count_say_who_is_who_in_any_two_files(tmp_path):
    nummers = [4000 + nr * 37 % 991 for nr in range(1, 31)]
    wijk = [*WIJK, *([nr, 4 + nr % 6, "ja" if nr % 3 else "nee"] for nr in nummers[:28])]
    _write_csv(tmp_path, {"wijk.csv": wijk, "stemmen.csv": _stemmen("deelnemernummer", nummers)})
    propose_traject(tmp_path)
    assert load_traject(tmp_path).deelnemers["deelnemer_id"].nunique() == 30


@pytest.mark.parametrize(("wie", "mensen"), [(range(1, 26), 55), (range(3, 28), 30)])
def test_rows_that_a_form_and_a_list_of_who_came_both_number_are_no_people(
    tmp_path, schrijf_boek, wie, mensen
):
    """The form has its rows numbered from 1; or, without 1 and 2, the numbers of who is on the list."""
    kwam = [["nr", "geslacht", "avond 1", "avond 2"]]
    kwam += [[nr, "mv"[nr % 2], "aanwezig", "afwezig" if nr % 3 else "aanwezig"] for nr in range(1, 31)]
    schrijf_boek(tmp_path / "burgerberaad.xlsx", {"aanwezigheid": kwam, "formulier": _exit("nr", list(wie))})
    propose_traject(tmp_path)
    assert load_traject(tmp_path).deelnemers["deelnemer_id"].nunique() == mensen
