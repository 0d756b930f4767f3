"""Who is in the room without taking part, and how many take part, as the head of a transcript says."""

from __future__ import annotations

from pathlib import Path

import pytest

from burgerdata.formats.text import read_text
from burgerdata.shapes import Bron

GESPREK = """Moderator: Wie begint?
Deelnemer 1: Ik rijd elektrisch.
Deelnemer 2: Ik heb geen auto.
Mw. De Wit: Mag ik iets zeggen?
Deelnemer 3: Die kabels!
Piet Jansen: Ik ook.
Moderator: Dank u wel.
"""


def read_rollen(kop: str, gesprek: str = GESPREK) -> dict[str, str]:
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", f"{kop}\n{gesprek}".encode(), ""))
    beurten = ruw.vorm.beurten
    gezegd = beurten[beurten["rol"].ne("")] if "rol" in beurten else beurten.iloc[:0].assign(rol="")
    return dict(zip(gezegd["spreker"], gezegd["rol"], strict=True))


@pytest.mark.parametrize(
    "kop",
    [
        "Aanwezig: 7 bewoners, moderator, notulist, mw. De Wit (beleidsadviseur, alleen luisterend)",
        "Toehoorder: mw. De Wit",
        "Toehoorders: dhr. Bos, mw. De Wit",
        "Mw. De Wit, observator",
        "Annelies de Wit luistert mee namens de gemeente",
        "Moderator: Karin Bos\nObservator: A. de Wit",
        "Aanwezig: Karin Bos (moderator) en mevrouw De Wit (notulist)",
    ],
)
def test_who_listens_or_writes_by_the_head_is_there_to_see(kop: str) -> None:
    assert read_rollen(kop) == {"Mw. De Wit": "waarnemer"}


@pytest.mark.parametrize(
    "kop",
    [
        "Aanwezig: 7 bewoners, mw. De Wit (beleidsmedewerker parkeren)",
        "Projectleider: mw. De Wit",
        "Mw. De Wit – ambtenaar verkeer",
        "Aanwezig: 7 bewoners, mw. De Wit (projectleider bij de gemeente)",
        "Aanwezig: 7 bewoners, beleidsadviseur mw. De Wit",
        "Mw. De Wit, senior beleidsadviseur",
    ],
)
def test_who_works_for_the_authority_by_the_head_is_a_professional(kop: str) -> None:
    assert read_rollen(kop) == {"Mw. De Wit": "professional"}


@pytest.mark.parametrize(
    "kop",
    [
        "Aanwezig: 7 bewoners, mw. De Wit (bewoner), dhr. Bos (beleidsadviseur)",
        "Aanwezig: mw. De Wit, Piet Jansen, notulist, observator",
        "Notulist: Jan Bos, bewoners: mw. De Wit en Piet Jansen",
        "Mw. De Wit, Piet Jansen, Els Kok (observator)",
        "Deelnemers: mw. De Wit (ambtenaar), Piet Jansen (bakker)",
        "Mw. De Wit opent de avond en legt uit dat de notulist een verslag maakt dat de projectleider later naar alle bewoners stuurt",
        "Toehoorder: mw. De Groot",
        "Aanwezig: mw. De Wit (34, projectleider in de bouw), Piet Jansen (51, gepensioneerd ambtenaar)",
        "Mw. De Wit, 34 jaar, projectleider bij een bank",
        "Piet Jansen (oud-raadslid)",
        "Piet Jansen (projectleider bij de bank)",
        "Piet Jansen (buurman van de burgemeester)",
        "Piet Jansen: wethouder heeft hem gebeld",
        "Piet Jansen (luistert mee naar radio)",
    ],
)
def test_a_word_about_somebody_else_changes_nobody(kop: str) -> None:
    assert read_rollen(kop) == {}


def test_a_label_may_tell_it_itself() -> None:
    gesprek = "M: Wie?\nR1: Ik.\nR2: Ik.\nNotulist: Harder?\nR3: Ja.\nWethouder Bos: Dank.\nNotulist: Goed.\nR3: Zo.\nM: Dag."
    assert read_rollen("Groep 1", gesprek) == {"Notulist": "waarnemer", "Wethouder Bos": "professional"}


def test_a_talk_of_professionals_stays_a_talk_of_its_participants() -> None:
    kop = "Aanwezig: mw. De Wit (beleidsmedewerker), Piet Jansen (ambtenaar)"
    gesprek = (
        "Mw. De Wit: Ik begin.\nPiet Jansen: Goed.\nMw. De Wit: Ja.\nPiet Jansen: Nee.\nM: Dank.\nM: Dag."
    )
    assert read_rollen(kop, gesprek) == {}


@pytest.mark.parametrize(
    ("kop", "aantal"),
    [
        ("Aanwezig: 7 bewoners, moderator, notulist", 7),
        ("Deelnemers: 8", 8),
        ("Focusgroep met acht inwoners op 12 mei 2026", 8),
        ("Aanwezig: 5 vrouwen en 2 mannen", 7),
        ("Aanwezig: 8 deelnemers (5 vrouwen, 3 mannen)", 8),
        ("Aanwezig: 8 bewoners, waarvan 5 vrouwen en 3 mannen", 8),
        ("Aanwezig: 8 bewoners: 5 vrouwen, 3 mannen", 8),
        ("Aanwezig: bewoners (5 vrouwen, 3 mannen)", 8),
        ("9 deelnemers aangemeld\nAanwezig: 7 bewoners", 7),
        ("Aantal deelnemers: 6\nAanwezig: 7 bewoners", 0),
        ("Groep 1, mensen van 18 tot en met 34 jaar\n10 februari 2026, 19.00 tot 20.45 uur", 0),
        ("De gemeente telt 12.000 inwoners en een aantal bewoners sprak", 0),
    ],
)
def test_the_number_of_participants_is_what_the_head_counts(kop: str, aantal: int) -> None:
    (ruw,) = read_text(Bron(Path("fg.txt"), "fg.txt", f"{kop}\n{GESPREK}".encode(), ""))
    assert ruw.vorm.aantal == aantal
