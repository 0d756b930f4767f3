import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject

TALK = "Karin Bos: Welkom allemaal.\nPiet de Wit: Ik vond het lastig.\nR3: Ik ook.\nPiet de Wit: Zeker.\nKarin Bos: Waarom?\n"
OTHER = "Ans Smit: Welkom.\nR1: Bij mij ging het goed.\nAns Smit: En dan?\nR1: Niets.\n"
TOML = """titel = "Proef"

[[levering]]
instrument = "focusgroep"
bestand = ["ruw/fg1.txt", "ruw/fg2.txt"]
gespreksleider = [{}]
"""


def read(maak_map, *namen):
    toml = TOML.format(", ".join(f'"{naam}"' for naam in namen))
    return load_traject(maak_map(toml, ruw={"fg1.txt": TALK, "fg2.txt": OTHER}))


def test_a_moderator_who_speaks_nowhere_is_told_without_the_names_of_those_who_do(maak_map):
    with pytest.raises(ContractError) as fout:
        read(maak_map, "Karin Bosch", "Ans Smit")
    (probleem,) = fout.value.lijst
    assert (probleem.bestand, probleem.rij, probleem.kolom) == ("traject.toml", 6, "gespreksleider")
    assert "'Karin Bosch' spreekt niet" in probleem.wat
    assert "staan 5 sprekers" in probleem.wat
    assert not any(naam in str(probleem) for naam in ("Bos'", "Piet", "Smit"))


def test_a_moderator_who_leads_one_of_the_talks_is_enough(maak_map):
    traject = read(maak_map, "karin bos", "Ans Smit")
    assert sorted(traject.deelnemers["rol"]) == ["burger"] * 3 + ["gespreksleider"] * 2


DASHES = "Marieke - gespreksleider: Welkom.\nKees - Het is mooi.\nMarieke - Waarom?\nKees - Groen.\nMarieke - Anja?\nAnja - Nee.\nAnja - Nou ja.\n"


@pytest.mark.parametrize("naam", ["", "Marieke", "Marieke - gespreksleider"])
def test_who_leads_by_a_word_behind_a_dash_may_be_named_with_that_word_or_without(maak_map, naam):
    toml = TOML.format(f'"{naam}"').replace(', "ruw/fg2.txt"', "").replace('[""]', "[]")
    traject = load_traject(maak_map(toml, ruw={"fg1.txt": DASHES}))
    assert sorted(traject.deelnemers["rol"]) == ["burger"] * 2 + ["gespreksleider"]


CODED = "Gespreksleider: Welkom.\nR1: Het duurde lang.\nGespreksleider: Waarom?\nR2: Dat weet ik niet.\n"


def propose(map_, **bestanden):
    for naam, tekst in bestanden.items():
        (map_ / f"{naam.replace('_', ' ')}.txt").write_text(tekst, "utf-8")
    propose_traject(map_)
    return (map_ / "traject.toml").read_text("utf-8")


def test_talks_that_are_called_focus_groups_are_one_delivery_that_asks_for_every_moderator(tmp_path):
    toml = propose(tmp_path, Focusgroep_1_Zwolle_14_mei=CODED, Verslag_focusgroep_2_online=TALK)
    assert toml.count("[[levering]]") == 1
    assert 'bestand = ["Focusgroep 1 Zwolle 14 mei.txt", "Verslag focusgroep 2 online.txt"]' in toml
    assert 'gespreksleider = ["Gespreksleider", "?"]' in toml
    with pytest.raises(ContractError, match="de gespreksleider is nog niet ingevuld"):
        load_traject(tmp_path)
    (tmp_path / "traject.toml").write_text(toml.replace('er", "?"]', 'er", "Karin Bos"]'), "utf-8")
    assert sorted(load_traject(tmp_path).deelnemers["rol"]) == ["burger"] * 4 + ["gespreksleider"] * 2


def test_two_rounds_that_number_their_focus_groups_alike_stay_two_deliveries(tmp_path):
    toml = propose(
        tmp_path, fg1_jongeren=CODED, fg1_ouderen=CODED + "R3: Ik wel.\n", fg2_jongeren=CODED + "R4: Ja.\n"
    )
    assert toml.count("[[levering]]") == 2


def test_a_report_in_which_nobody_is_named_before_a_turn_is_named_itself(maak_map):
    stil = "Verslag van de avond.\nDe mensen vonden het loket lastig te vinden.\nOok de brieven zijn niet helder.\n"
    toml = TOML.format('"Karin Bos", "Ans Smit"')
    with pytest.raises(ContractError) as fout:
        load_traject(maak_map(toml, ruw={"fg1.txt": TALK, "fg2.txt": stil}))
    [zin] = [str(probleem) for probleem in fout.value.lijst if "Ans Smit" in probleem.wat]
    assert "'Ans Smit' spreekt nergens: in ruw/fg2.txt staat bij geen enkele beurt wie er spreekt" in zin
    assert not any("Karin Bos" in str(probleem) for probleem in fout.value.lijst)


def test_a_moderator_who_speaks_once_under_initials_is_found(maak_map):
    """GL says one thing, before R1 and R2: two citizens and who leads."""
    tekst = "GL: Welkom, wie begint?\nR1: Het is druk.\nR2: Ja.\nR1: En vies.\n"
    toml = TOML.format('"GL"').replace(', "ruw/fg2.txt"', "")
    traject = load_traject(maak_map(toml, ruw={"fg1.txt": tekst}))
    assert sorted(traject.deelnemers["rol"]) == ["burger"] * 2 + ["gespreksleider"]
    assert traject.fragmenten["tekst"].tolist()[:2] == ["Welkom, wie begint?", "Het is druk."]


NUMBERED = (
    "Spreker 1 [00:00:02]\n{}\n\nSpreker 2 [00:00:15]\nIk vind die brieven onleesbaar.\n\n"
    "Spreker 3 [00:00:31]\nDat heb ik ook.\n\nSpreker 1 [00:00:45]\nWat zou er helpen?\n"
)


@pytest.mark.parametrize(
    "zin",
    [
        "Welkom, ik ben vanavond de gespreksleider.",
        "Ik ben Sanne de Wit, jullie moderator.",
        "Fijn. Ik begeleid dit gesprek.",
        "Ik ben Sanne, uw gespreksleider van bureau Noord.",
        "Ik ben de gespreksleider van vanavond.",
        "Hallo, ik ben Sanne en ik ben een onafhankelijke gespreksleider.",
    ],
)
def test_who_says_to_lead_the_talk_is_proposed_as_its_moderator(tmp_path, zin):
    toml = propose(tmp_path, groep=NUMBERED.format(zin))
    assert (
        'gespreksleider = ["Spreker 1"]  # "Spreker 1" zegt zelf het gesprek te leiden; kijk dat na' in toml
    )
    assert sorted(load_traject(tmp_path).deelnemers["rol"]) == ["burger"] * 2 + ["gespreksleider"]


@pytest.mark.parametrize("zin", ["Welkom allemaal.", "Ik ben het met de gespreksleider eens."])
def test_of_speakers_whom_a_program_numbered_the_moderator_is_asked(tmp_path, zin):
    toml = propose(tmp_path, groep=NUMBERED.format(zin))
    assert 'gespreksleider = ["?"]' in toml
    assert 'kies letterlijk uit "Spreker 1", "Spreker 2" of "Spreker 3"' in toml


CODES = "R1: De halte is te ver weg.\nR2: {}\nR3: De bus komt nooit.\nR1: Dat klopt.\nR2: Ja.\nR3: Jammer.\n"


@pytest.mark.parametrize(
    "zin",
    [
        "Ik ben facilitator van beroep dus ik weet hoe lastig dit is.",
        "Ik ben moderator van de Facebookgroep van onze wijk.",
        "Ik ben de moderator van de buurtapp.",
        "Ik ben zelf lang gespreksleider geweest.",
        "Ik ben een facilitator bij de bibliotheek.",
    ],
)
def test_who_leads_elsewhere_is_a_citizen_here(tmp_path, zin):
    toml = propose(tmp_path, focusgroep_oost=CODES.format(zin))
    assert "gespreksleider" not in toml
    assert load_traject(tmp_path).deelnemers["rol"].tolist() == ["burger"] * 3


@pytest.mark.parametrize(
    "tekst",
    [
        CODES.format("Ik ben moderator."),
        CODES.format("Goed.") * 2 + "R2: Ik ben de gespreksleider, dus ik rond af.\n",
    ],
)
def test_where_somebody_may_have_said_to_lead_the_moderator_is_asked(tmp_path, tekst):
    toml = propose(tmp_path, focusgroep_oost=tekst)
    assert 'gespreksleider = ["?"]' in toml
    assert 'kies letterlijk uit "R1", "R2" of "R3"' in toml


def test_speakers_who_each_lead_another_evening_are_asked(tmp_path):
    ander = (
        NUMBERED.format("Goedenavond.")
        .replace("Dat heb ik ook.", "Ik ben de gespreksleider.")
        .replace("brieven", "folders")
    )
    toml = propose(tmp_path, fg1=NUMBERED.format("Ik ben de gespreksleider."), fg2=ander)
    assert 'gespreksleider = ["?"]' in toml


def test_codes_of_a_bureau_are_people_without_a_question(tmp_path):
    assert "gespreksleider" not in propose(
        tmp_path, groep="R1: Het duurde lang.\nR2: Bij mij ook.\nR1: Ja.\n"
    )
