"""A usability test with five people, two tasks, the SUS and two findings: what the examples in docstrings run on."""

from __future__ import annotations

import pandas as pd

from burgerdata.settings import Drempels, Instellingen
from burgerdata.traject import Traject

_TAKEN = {
    "taak1": ("formulier vinden", ("gelukt", "gelukt", "gelukt", "gelukt", "niet"), (30, 40, 50, 60, 300)),
    "taak2": ("betalen", ("gelukt", "deels", "niet", "niet", "niet"), (120, 200, 240, 260, 300)),
}
_SUS = ((5, 1) * 5, (4, 2) * 5, (4, 2) * 5, (3, 2, 3, 3) * 2 + (3, 2))
_BEVINDINGEN = {
    "bevinding1": ("De knop is niet te vinden", "3", (0, 1, 2)),
    "bevinding2": ("Lettertype", "1", (4,)),
}


_Vraag = tuple[str, str, str, str, str | None, str | None]


def make_usability() -> Traject:
    """Return a usability test of five people; four of them filled in the SUS.

    Examples
    --------
    >>> make_usability().deelnemers["rol"].tolist()
    ['burger', 'burger', 'burger', 'burger', 'burger']
    """
    wie = [f"d{nr}" for nr in range(5)]
    vragen: list[_Vraag] = []
    opties: list[tuple[str, str, str, float | None]] = []
    antwoorden: list[tuple[str, str, str | None, float | None]] = []
    for naam, (tekst, uitkomsten, tijden) in _TAKEN.items():
        vragen += [
            (naam, tekst, "taak", naam, None, None),
            (f"{naam}_tijd", tekst, "getal", naam, "seconden", None),
        ]
        opties += [(naam, code, code, None) for code in ("gelukt", "deels", "niet")]
        antwoorden += [(d, naam, code, None) for d, code in zip(wie, uitkomsten, strict=True)]
        antwoorden += [(d, f"{naam}_tijd", None, float(tijd)) for d, tijd in zip(wie, tijden, strict=True)]
    for nr in range(10):
        vragen.append((f"sus{nr + 1}", f"stelling {nr + 1}", "stelling", str(nr + 1), None, "sus"))
        opties += [(f"sus{nr + 1}", str(stap), str(stap), float(stap)) for stap in range(1, 6)]
        antwoorden += [
            (d, f"sus{nr + 1}", str(rij[nr]), float(rij[nr])) for d, rij in zip(wie, _SUS, strict=False)
        ]
    for naam, (tekst, ernst, geraakt) in _BEVINDINGEN.items():
        vragen.append((naam, tekst, "schaal", naam, None, "ernst"))
        opties += [(naam, stap, stap, float(stap)) for stap in ("1", "3")]
        antwoorden += [(wie[nr], naam, ernst, float(ernst)) for nr in geraakt]
    tabellen = {
        "activiteiten": pd.DataFrame(
            [
                {
                    "activiteit_id": "test",
                    "instrument": "usability",
                    "fase": "dienstverlening",
                    "eenheid": "persoon",
                }
            ]
        ).assign(taal="nl", werving="selectiebureau"),
        "deelnemers": pd.DataFrame({"deelnemer_id": wie, "rol": "burger"}).assign(activiteit_id="test"),
        "vragen": pd.DataFrame(
            vragen, columns=["vraag_id", "tekst", "soort", "item", "eenheid", "gebruik"]
        ).assign(
            activiteit_id="test", kolom="", rol="inhoud", omkeren=_turned(vragen), reeks=_series(vragen)
        ),
        "opties": pd.DataFrame(opties, columns=["vraag_id", "code", "label", "waarde"]).assign(
            activiteit_id="test", volgorde=range(len(opties)), status="geldig"
        ),
        "antwoorden": pd.DataFrame(antwoorden, columns=["deelnemer_id", "vraag_id", "code", "getal"]).assign(
            activiteit_id="test", volgnummer=1, status="gegeven"
        ),
    }
    return Traject.from_tabellen(tabellen, Instellingen(titel="Test", drempels=Drempels(3, 3, 5)))


def _turned(vragen: list[_Vraag]) -> list[bool]:
    return [gebruik == "sus" and int(item) % 2 == 0 for *_, item, _, gebruik in vragen]


def _series(vragen: list[_Vraag]) -> list[str]:
    return [{"ernst": "bevindingen", "sus": "sus"}.get(gebruik or "", "taken") for *_, gebruik in vragen]
