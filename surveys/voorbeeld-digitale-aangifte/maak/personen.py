"""Planted personal data: what a citizen should not have typed, and what no output may show."""

from __future__ import annotations

from typing import NamedTuple


class Geplant(NamedTuple):
    """One planted item: its kind, the literal value, the file that holds it, and the sentence around it."""

    soort: str
    waarde: str
    bestand: str
    zin: str


ENQUETE = "ruw/enquete_digitale_aangifte.sav"
PANEL = "ruw/kp_{}.csv"
STRAAT = "ruw/straat.xlsx"

# Test numbers and the domains reserved for examples; the check digits are right, the holders do not exist.
IN_ENQUETE = tuple(
    Geplant(soort, waarde, ENQUETE, zin)
    for soort, waarde, zin in (
        ("bsn", "123456782", "ze vroegen ook nog mijn bsn, dat is 123456782, waarvoor is dat nodig"),
        ("bsn", "111222333", "Mijn burgerservicenummer 111222333 stond al ingevuld."),
        ("iban", "NL12BANK0123456789", "geld teruggevraagd op NL12BANK0123456789 maar niets ontvangen"),
        ("iban", "NL46 BANK 9876 5432 10", "mijn rekening is NL46 BANK 9876 5432 10, daar is het afgehaald"),
        ("e-mail", "g.vandermolen@example.nl", "mail mij op g.vandermolen@example.nl als u meer wilt weten"),
        ("e-mail", "thea_1951@example.com", "reactie graag naar thea_1951@example.com"),
        ("telefoon", "06-12345678", "bel mij op 06-12345678 na vijven"),
        ("telefoon", "06 8765 4321", "niemand belde terug op 06 8765 4321"),
        ("telefoon", "020 555 01 23", "mijn nummer is 020 555 01 23, ik ben overdag thuis"),
        ("postcode met huisnummer", "1234 AB 56", "het gebeurde bij mij thuis op 1234 AB 56 en niemand kwam kijken"),
        ("postcode met huisnummer", "9876XZ 12", "adres 9876XZ 12 was bekend bij de politie"),
        ("kenteken", "XT-913-Z", "mijn auto XT-913-Z is bekrast en er is niks mee gedaan"),
        ("kenteken", "83-XKV-9", "de dader reed in een bus met kenteken 83-XKV-9"),
        ("naam", "Gerrit Veldhuizen", "ik ben Gerrit Veldhuizen en ik wil graag een reactie"),
        ("naam", "Ingrid", "mijn buurvrouw ingrid heeft hetzelfde meegemaakt"),
        ("naam", "Bouzid", "agent meneer Bouzid was erg vriendelijk"),
        ("naam", "Marjolein Terpstra", "Groetjes Marjolein Terpstra"),
        ("naam", "Hoekstra", "mevrouw hoekstra van de balie hielp mij goed"),
    )
)
IN_PANEL = (
    Geplant("naam", "Sjoerd", PANEL.format("2026-03"), "mijn broer Sjoerd heeft het gedaan, ik kan dat niet"),
    Geplant("telefoon", "0612349876", PANEL.format("2026-03"), "ze zouden bellen op 0612349876 maar nee"),
    Geplant("e-mail", "panel.lid@example.org", PANEL.format("2026-06"), "stuur het naar panel.lid@example.org"),
    Geplant("naam", "Yildirim", PANEL.format("2026-06"), "mevrouw Yildirim nam de tijd voor mij"),
    Geplant("bsn", "999990019", PANEL.format("2026-09"), "bij mijn zaak hoort bsn 999990019 zeiden ze"),
    Geplant("kenteken", "41-XZV-7", PANEL.format("2026-09"), "kenteken 41-XZV-7, nooit meer teruggezien"),
)
IN_STRAAT = (
    Geplant("naam", "Annemiek", STRAAT, "Mijn vriendin Annemiek deed aangifte en die zat uren achter het scherm."),
    Geplant("telefoon", "06-55512345", STRAAT, "Wil teruggebeld worden op 06-55512345."),
    Geplant("postcode met huisnummer", "5678 CD 9", STRAAT, "Woont op 5678 CD 9, voelt zich daar niet veilig."),
)

BERICHTEN = "ruw/nldm_berichten.csv"
IN_COMMUNITY = (
    Geplant("naam", "Roelofs", BERICHTEN, "Meneer Roelofs van het bureau belde mij terug, dat was netjes."),
    Geplant("e-mail", "buurtvader.west@example.org", BERICHTEN, "Mail gerust naar buurtvader.west@example.org voor de schermfoto's."),
    Geplant("telefoon", "06-20304050", BERICHTEN, "Mijn nummer is 06-20304050, bel na het eten."),
    Geplant("kenteken", "RX-482-K", BERICHTEN, "Het ging om mijn auto met kenteken RX-482-K."),
)
SIGNALEN = "ruw/signalen.csv"
IN_SIGNALEN = (
    Geplant("bsn", "999990020", SIGNALEN, "Mijn burgerservicenummer 999990020 werd geweigerd."),
    Geplant("naam", "Wiersma", SIGNALEN, "Mevrouw Wiersma zei dat ik het schriftelijk moest melden."),
    Geplant("iban", "NL17 BANK 0555 6667 77", SIGNALEN, "Er is geld afgeschreven van NL17 BANK 0555 6667 77, waar geef ik dat op?"),
    Geplant("postcode met huisnummer", "2468 GH 13", SIGNALEN, "De brief kwam aan op 2468 GH 13 en daar woon ik niet meer."),
    Geplant("telefoon", "0201234567", SIGNALEN, "Ik zou worden gebeld op 0201234567 en dat is niet gebeurd."),
)
DIALOOG = "ruw/burgerdialoog.xlsx"
IN_DIALOOG = (
    Geplant("naam", "Mevrouw Achterberg", DIALOOG, "Mevrouw Achterberg vertelde dat zij na vier maanden nog niets wist"),
)
USABILITY = "ruw/usability_ronde1.xlsx"
IN_USABILITY = (
    Geplant("e-mail", "proefpersoon7@example.com", USABILITY, "vult proefpersoon7@example.com in en ziet de rode melding niet"),
)

# First names of the speakers, eight a group; they introduce themselves and name each other.
SPREKERS = {
    "fg1": ("Henk", "Fatima", "Corrie", "Mehmet", "Saskia", "Wouter", "Ludmila", "Tjeerd"),
    "fg2": ("Jolanda", "Ruben", "Aicha", "Gerda", "Pieter", "Shanti", "Bjorn", "Nelleke"),
    "fg3": ("Dirk", "Samira", "Hanneke", "Kevin", "Truus", "Farid", "Liesbeth", "Jeroen"),
    "fg4": ("Yusuf", "Margriet", "Sander", "Chantal", "Gijsbert", "Naima", "Willemijn", "Achmed"),
}


def spreker_geplant() -> tuple[Geplant, ...]:
    """Return the names of all speakers as planted items."""
    return tuple(
        Geplant("naam", naam, f"ruw/{groep}.docx", f"Ik ben {naam}") for groep, namen in SPREKERS.items() for naam in namen
    )


def alles() -> tuple[Geplant, ...]:
    """Return every planted item of the example."""
    nieuw = (*IN_COMMUNITY, *IN_SIGNALEN, *IN_DIALOOG, *IN_USABILITY)
    return (*IN_ENQUETE, *IN_PANEL, *IN_STRAAT, *spreker_geplant(), *nieuw)
