import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject

SURVEY = "nr;Rol;Cijfer?\n1;;7\n2;ondernemer;8\n3;;6\n"
TALK = "M: Welkom.\nR1: Het duurde lang.\nM: Waarom?\nR1: Geen idee.\nR2: Ja.\n"
TASKS = "Deelnemer;Taak;Gelukt?\nP1;1;ja\nP1;2;nee\nP2;1;ja\n"
MESSAGES = "Bericht;Auteur\nTe traag;Kim\nPrima;Kim\nLang wachten;Bo\n"
KOLOMMEN = 'kolommen = { bericht = "Bericht", persoon = "Auteur" }'


def deliver(maak_map, instrument, inhoud, *, rol="professional", ook=""):
    naam = "b.txt" if inhoud == TALK else "b.csv"
    toml = f'[[levering]]\ninstrument = "{instrument}"\nbestand = "ruw/{naam}"\nrol = "{rol}"\n{ook}\n'
    return maak_map(toml, ruw={naam: inhoud})


@pytest.mark.parametrize(
    ("instrument", "inhoud", "ook", "rollen"),
    [
        ("enquete", SURVEY, 'persoon = "nr"', ["ondernemer", "professional", "professional"]),
        ("focusgroep", TALK, "", ["gespreksleider", "professional", "professional"]),
        ("usability", TASKS, "", ["professional", "professional"]),
        ("signaal", MESSAGES, KOLOMMEN, ["professional", "professional"]),
    ],
)
def test_everybody_who_would_be_a_citizen_gets_the_rol_of_the_delivery(
    maak_map, instrument, inhoud, ook, rollen
):
    traject = load_traject(deliver(maak_map, instrument, inhoud, ook=ook))
    assert sorted(traject.deelnemers["rol"]) == rollen


def test_the_check_says_how_many_took_part_in_another_capacity(maak_map):
    tekst = check_traject(deliver(maak_map, "enquete", SURVEY, ook='persoon = "nr"')).tekst
    assert "en 1 ondernemer, 2 professionals" in tekst


def test_a_rol_that_is_not_in_the_list_is_told(maak_map):
    with pytest.raises(ContractError, match=r"rij 4, kolom 'rol'.*bedoelde u 'professional'"):
        load_traject(deliver(maak_map, "enquete", SURVEY, rol="profesional"))


def test_a_file_that_is_named_after_professionals_asks_for_their_rol(tmp_path):
    (tmp_path / "Uitvoerders(1-87).csv").write_text(SURVEY, "utf-8")
    propose_traject(tmp_path)
    assert 'rol = "?"  # burger, ondernemer, organisatie, professional' in (
        tmp_path / "traject.toml"
    ).read_text("utf-8")
