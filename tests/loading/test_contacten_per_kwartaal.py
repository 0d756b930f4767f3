"""What a contact centre noted, a sheet per quarter: contacts, and no panel of people who were asked twice."""

from __future__ import annotations

import pytest

from burgerdata.loading import load_traject, propose_traject

ZINNEN = ("Meneer belt over het wachten", "Mevrouw vraagt naar de balie", "De website werkt niet")


def kwartaal(naam: str, maand: int) -> list[list]:
    """Return thirty contacts with numbers of this quarter."""
    rijen = [
        [
            f"{naam}-{nr}",
            f"{nr % 28 + 1}-{maand}-2026",
            ("Wachttijd", "Balie", "Website")[nr % 3],
            f"{ZINNEN[nr % 3]} ({nr})",
        ]
        for nr in range(30)
    ]
    return [["Nummer", "Datum", "Contactreden", "Toelichting"], *rijen]


@pytest.mark.parametrize("namen", [("Q1", "Q2"), ("kwartaal 1", "kwartaal 2"), ("januari", "april")])
def test_contacts_of_two_quarters_are_one_delivery_of_sixty_signals(tmp_path, schrijf_boek, namen):
    een, twee = namen
    schrijf_boek(tmp_path / "KCC.xlsx", {een: kwartaal("Q1", 1), twee: kwartaal("Q2", 4)})
    [soort] = propose_traject(tmp_path).bestanden["herkend_als"]
    assert soort.startswith(("signalen", "signaal"))
    t = load_traject(tmp_path)
    assert t.activiteiten["instrument"].tolist() == ["signaal"]
    assert len(t.fragmenten) == 60


@pytest.mark.parametrize(
    "erbij", [["Rapportcijfer"], ["Hoe tevreden bent u?"], ["Wat vindt u van de balie?", "NPS"]]
)
def test_people_asked_after_a_contact_answer_a_survey(tmp_path, schrijf_boek, erbij):
    kop, *rijen = kwartaal("Q1", 1)
    boek = [[*kop, *erbij], *([*rij, *(nr % 10 + 1 for _ in erbij)] for nr, rij in enumerate(rijen))]
    schrijf_boek(tmp_path / "na contact.xlsx", {"Antwoorden": boek})
    [soort] = propose_traject(tmp_path).bestanden["herkend_als"]
    assert soort.startswith("enquête")
