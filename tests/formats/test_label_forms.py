"""One person under two labels, and labels that are nobody: who was there is counted as a reader counts them."""

import pytest

from burgerdata.formats.speakers import Regel, find_turns, parse_turns
from burgerdata.intake import Logboek

OUDERS = """Groepsgesprek ouders

Gespreksleider: Goedenavond. Hoe gaat het met de aanvraag?
Mevr. A.: Ik vind het wachten erg.
Dhr. B.: De brief is te moeilijk.
Mevrouw A.: En mijn zoon begrijpt het ook niet.
De heer B.: Het loket is goed.
Mevr. C. (valt in): De website werkt niet.
Gespreksleider (vraagt door): Wat precies?
Mevr. C.: Inloggen.
Meerdere deelnemers: Ja, dat klopt.
Mevr. D.: Dank.
Allen: Tot ziens.
Iedereen: Dag.
Allen: Dag.

Conclusie: het wachten is het grootste probleem.
Sluiting 21.00 uur"""


def lees(tekst: str) -> list[tuple[str, str]]:
    regels = [Regel(nr, regel) for nr, regel in enumerate(tekst.splitlines(), 1)]
    beurten = parse_turns(regels, Logboek("fg.txt"))
    return list(zip(beurten["spreker"].str.casefold(), beurten["tekst"], strict=True))


def sprekers(tekst: str) -> set[str]:
    return {naam for naam, _ in lees(tekst) if naam}


def test_four_parents_are_four_people_however_their_titles_are_written():
    """A, B, C and D beside who leads."""
    assert len(sprekers(OUDERS)) == 5


def test_what_all_say_together_is_of_nobody_in_particular():
    samen = [tekst for naam, tekst in lees(OUDERS) if not naam]
    assert samen == ["Ja, dat klopt.", "Tot ziens.", "Dag.", "Dag."]


def test_the_last_parent_says_no_more_than_she_said():
    assert [tekst for naam, tekst in lees(OUDERS) if naam == "mevr. d."] == ["Dank."]


def test_the_places_of_turns_follow_the_same_rules():
    """In a coded document the words of Mevr. D. end where hers end."""
    eigen = [OUDERS[een.begin : een.eind] for een in find_turns(OUDERS) if een.spreker == "Mevr. D."]
    assert eigen == ["Dank."]


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Mevr. A.", "Dhr. A."),
        ("Anna (Oost)", "Anna (West)"),
        ("Jan (student)", "Jan"),
        ("Bewoner 1 (54)", "Bewoner 2 (54)"),
        ("Mevrouw Jansen", "Mevrouw Janssens"),
    ],
)
def test_two_people_stay_two_people(een, ander):
    beurten = [f"{een}: Ik vind het wachten erg.", f"{ander}: Ik niet, het gaat hier snel."] * 3
    assert len(sprekers("\n".join(beurten))) == 2


def test_a_speaker_who_says_what_is_agreed_keeps_it():
    tekst = "R1: Onze afspraak was anders.\nR2: De conclusie: te duur.\nR1: Ja.\nR2: Iedereen: dat zegt u zo."
    assert lees(tekst)[1] == ("r2", "De conclusie: te duur.")
    assert lees(tekst)[-1] == ("r2", "Iedereen: dat zegt u zo.")
