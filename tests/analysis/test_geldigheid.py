"""For whom figures of volunteers do not hold is Dutch, whatever stands at doelgroep and opdrachtgever."""

from __future__ import annotations

import pytest

from burgerdata.analysis.geldigheid import LAND, name_gebied
from burgerdata.settings import Instellingen


@pytest.mark.parametrize(
    ("doelgroep", "wie"),
    [
        ("alle inwoners van 18 jaar en ouder", "alle inwoners van 18 jaar en ouder"),
        ("Alle inwoners van Gemeente Zutphen", "alle inwoners van de gemeente Zutphen"),
        ("iedereen", "iedereen"),
        ("iedereen die in Zutphen woont", "iedereen die in Zutphen woont"),
        ("het MKB", LAND),
        ("MKB", LAND),
        ("de inwoners van Zutphen", LAND),
        ("inwoners van Gemeente Zutphen", "alle inwoners van de gemeente Zutphen"),
        ("inwoners van de gemeente Zutphen", "alle inwoners van de gemeente Zutphen"),
        ("mensen die slecht zien", LAND),
        ("mensen met een beperking", "alle mensen met een beperking"),
        ("Jongeren van 12 tot 18 jaar", "alle jongeren van 12 tot 18 jaar"),
        ("65-plussers", "alle 65-plussers"),
        ("MBO-studenten", "alle MBO-studenten"),
        ("ZZP'ers in de zorg", "alle ZZP'ers in de zorg"),
        ("Zutphenaren", LAND),
        ("onderwijs", LAND),
        ("het bedrijfsleven", LAND),
        ("bedrijfsleven", LAND),
        ("jongeren, ouderen", LAND),
        ("een huishouden met kinderen", LAND),
        ("?", LAND),
    ],
)
def test_a_target_group_gets_alle_only_where_it_is_a_plain_plural(doelgroep: str, wie: str) -> None:
    assert name_gebied(Instellingen(doelgroep=(doelgroep,), opdrachtgever="Gemeente Zutphen")) == wie


def test_of_more_groups_each_must_be_a_plain_plural() -> None:
    assert name_gebied(Instellingen(doelgroep=("Ouders", "leerlingen"))) == "alle ouders en leerlingen"
    assert name_gebied(Instellingen(doelgroep=("ouders", "het onderwijs"))) == LAND
    assert name_gebied(Instellingen(doelgroep=("alle ouders", "leerlingen"))) == LAND


@pytest.mark.parametrize(
    ("opdrachtgever", "wie"),
    [
        ("Gemeente Zutphen", "alle inwoners van de gemeente Zutphen"),
        ("gemeente Zutphen", "alle inwoners van de gemeente Zutphen"),
        ("De Gemeente Bergen op Zoom", "alle inwoners van de gemeente Bergen op Zoom"),
        ("Gemeente 's-Hertogenbosch", "alle inwoners van de gemeente 's-Hertogenbosch"),
        ("Provincie Zuid-Holland", "alle inwoners van de provincie Zuid-Holland"),
        ("Waterschap Rivierenland", "alle inwoners van het waterschap Rivierenland"),
        ("Ministerie van Justitie, regio Noord", LAND),
        ("Team Wijk en Buurt", LAND),
        ("Wijk en Buurt", LAND),
        ("Gemeente Zutphen, afdeling Ruimte", LAND),
        ("Gemeente Zutphen Team Wijk", LAND),
        ("Veiligheidsregio Twente", LAND),
        ("Stichting Stad en Dorp", LAND),
        ("", LAND),
    ],
)
def test_only_a_place_has_inhabitants(opdrachtgever: str, wie: str) -> None:
    assert name_gebied(Instellingen(opdrachtgever=opdrachtgever)) == wie
