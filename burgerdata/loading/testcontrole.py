"""Messages that say of themselves that they are a test, and count as those of people."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.loading.testrijen import is_test
from burgerdata.loading.toml_values import write_tabel
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_SOORT = "bericht"
"""A text that somebody sent by itself; an answer "test" among others may well be about tests."""
_MOST_WORDS = 8


def review_testberichten(traject: Traject) -> list[Probleem]:
    """Return per delivery how many messages say no more than that they are a test, and what leaves them out."""
    fragmenten = traject.fragmenten[traject.fragmenten["soort"].eq(_SOORT)]
    proef = fragmenten[fragmenten["tekst"].astype("str").map(is_test).astype("bool")]
    return [
        _tell(levering, teksten)
        for levering in traject.instellingen.leveringen
        if levering.kolommen.get("bericht")
        and (teksten := proef.loc[proef["activiteit_id"].eq(levering.naam), "tekst"].astype("str").tolist())
    ]


def _tell(levering: Levering, teksten: Sequence[str]) -> Probleem:
    """Return it in a sentence with the setting to write: words that only say test are nobody's own."""
    een = len(teksten) == 1
    kolom = levering.kolommen["bericht"][0]
    al = dict(levering.testrijen)
    woorden = [*dict.fromkeys(teksten)][:_MOST_WORDS]
    samen = al | {kolom: tuple(dict.fromkeys([*al.get(kolom, ()), *woorden]))}
    return Probleem(
        f"{format_getal(len(teksten))} {'bericht zegt' if een else 'berichten zeggen'} alleen dat het een test is, en {'telt' if een else 'tellen'} mee",
        f"hoort dat niet, zet dan in traject.toml bij levering '{levering.naam}': testrijen = {write_tabel(samen)}",
        bestand=next(iter(levering.bestanden), ""),
        kolom=kolom,
    )
