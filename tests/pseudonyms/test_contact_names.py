"""A name that no list knows is found by the way to reach somebody; places and offices in the same spot stay."""

import pytest

from burgerdata.pseudonyms import mask_text, mask_texts
from burgerdata.report.output_scan import scan_uitvoer

NAMEN = [
    ("Bel mij gerust: Harmke Zijlsterveen, 06-12345678", "Bel mij gerust: [naam], [telefoonnummer]"),
    ("Bel mij gerust: Harmke Zijlsterveen, [telefoonnummer]", "Bel mij gerust: [naam], [telefoonnummer]"),
    ("graag terugbellen, Harmke Zijlsterveen", "graag terugbellen, [naam]"),
    ("Bel Harmke Zijlsterveen op 06-12345678", "Bel [naam] op [telefoonnummer]"),
    ("vraag maar naar Wopke Hazenberg", "vraag maar naar [naam]"),
    ("Contact: Wopke van den Hazenberg.", "Contact: [naam]."),
    ("Mijn naam is: Wopke Hazenberg", "Mijn naam is: [naam]"),
    ("neem contact op met Wopke Hazenberg", "neem contact op met [naam]"),
    ("Dit kan beter. Harmke Zijlsterveen h@voorbeeld.nl", "Dit kan beter. [naam] [e-mailadres]"),
    ("06-12345678 (Harmke Zijlsterveen)", "[telefoonnummer] ([naam])"),
    ("Bel WOPKE HAZENBERG 06-12345678", "Bel [naam] [telefoonnummer]"),
    ("BEL WOPKE VAN DEN HAZENBERG OP 06-12345678", "BEL [naam] OP [telefoonnummer]"),
    ("06-12345678 Wopke Hazenberg", "[telefoonnummer] [naam]"),
    ("h@voorbeeld.nl\nHarmke Zijlsterveen", "[e-mailadres]\n[naam]"),
    ("06-12345678 HARMKE DE BOER.", "[telefoonnummer] [naam]."),
    ("Met Dank Wopke Hazenberg 06-12345678", "Met Dank [naam] [telefoonnummer]"),
    ("Bel Harmke Water", "Bel [naam]"),
    ("Bel Parel Zijlsterveen", "Bel [naam]"),
    ("op nr 12 van de Sperwerhof", "op [adres]"),
    ("het licht op nummer 3 aan de Lange Kerkstraat", "het licht op [adres]"),
]
GEEN_NAMEN = [
    "Bel Wijkteam Zuid, [telefoonnummer]",
    "Contact: Utrecht Overvecht",
    "neem contact op met Rijkswaterstaat Noord",
    "vraag naar Buurthuis Transwijk",
    "de vraag naar Betaalbare Woningen stijgt",
    "bellen, Dat is fijn",
    "Bel Jan Linders",
    "Leidsche Rijn [telefoonnummer]",
    "bel de Gemeente Amersfoort",
    "op nr 1 van de lijst met Wensen",
    "Bel Eigen Haard",
    "Nationale Ombudsman [telefoonnummer]",
    "Vraag naar Meer Groen",
    "Telefoon: Lange Wachttijd",
    "Bel GGD HAAGLANDEN [telefoonnummer]",
    "BEL ANWB WEGENWACHT [telefoonnummer]",
    "NEEM CONTACT OP MET DE AFDELING VERGUNNINGVERLENING",
    "GRAAG TERUGBELLEN OVERDAG [telefoonnummer]",
    "[telefoonnummer] Liefst Overdag",
    "[telefoonnummer] Gemeente Ede",
    "[telefoonnummer]\nBetere Verlichting",
    "[telefoonnummer] Wachttijden Verkorten",
]


@pytest.mark.parametrize(("tekst", "gemaskeerd"), NAMEN)
def test_a_name_on_no_list_is_masked_beside_the_way_to_reach_somebody(tekst, gemaskeerd):
    assert mask_text(tekst)[0] == gemaskeerd


@pytest.mark.parametrize("tekst", GEEN_NAMEN)
def test_a_place_or_an_office_in_the_same_spot_stays(tekst):
    assert mask_text(tekst)[0] == tekst


def test_of_the_texts_of_the_example_none_is_masked_any_further(voorbeeld):
    teksten = voorbeeld.fragmenten["tekst"].dropna()
    assert len(teksten) > 1000
    assert mask_texts(teksten)[1].sum() == 0


def test_a_quote_with_such_a_name_may_not_leave_the_house(tmp_path, voorbeeld):
    (tmp_path / "rapport.html").write_text("<p>Bel mij: Harmke Zijlsterveen, [telefoonnummer]</p>", "utf-8")
    (zin,) = map(str, scan_uitvoer(tmp_path, voorbeeld))
    assert "hier staat een naam in" in zin
    assert "Harmke" not in zin
