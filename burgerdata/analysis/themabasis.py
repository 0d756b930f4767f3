"""Who could have named a theme, in words: the base line of a table of themes names the questions and who answered them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.analysis.genoemd import GESPREKKEN, list_open_vragen
from burgerdata.analysis.inkorten import shorten
from burgerdata.analysis.regels import format_reeks
from burgerdata.designs import read_burgers
from burgerdata.findings.number_words import say_aantal
from burgerdata.getallen import format_getal
from burgerdata.traject import Traject

_MEEST = 2
_LANGST = 50


def state_themabasis(traject: Traject, tabel: pd.DataFrame, *, vraag_id: str | None = None) -> str:
    """Return the base line of a table of themes: who is in it, at which questions, and of how many participants.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> tabel = pd.DataFrame({"activiteit_id": ["enquete"], "basis": [2]})
    >>> state_themabasis(make_example(), tabel)
    'Basis: wie iets met inhoud schreef bij ‘Wat kan er beter?’, n = 2 van de 8 deelnemers.'
    """
    ids = [str(naam) for naam in tabel["activiteit_id"].unique()]
    groot = tabel.groupby("activiteit_id", observed=True, dropna=False)["basis"].max().dropna()
    n = format_reeks([int(aantal) for aantal in groot] or [0])
    instrument = traject.activiteiten.astype({"activiteit_id": "str"}).set_index("activiteit_id")[
        "instrument"
    ]
    gesprek = [naam for naam in ids if instrument.get(naam) in GESPREKKEN and vraag_id is None]
    bij = _name_vragen(traject, [naam for naam in ids if naam not in gesprek], vraag_id)
    if ids and gesprek == ids:
        return f"Basis: alle deelnemers aan de gesprekken, ook wie niets zei, n = {n}."
    gevraagd = set(list_open_vragen(traject, ids, vraag_id=vraag_id)["activiteit_id"].astype("str"))
    zei = "zei, of schreef" if gesprek or set(ids) - gevraagd else "schreef"
    wie = f"wie iets met inhoud {zei}{bij}" if bij else "wie iets met inhoud zei of schreef"
    if gesprek:
        return f"Basis: {wie}; in gesprekken alle aanwezigen, n = {n}."
    alle = len(read_burgers(traject.volledig or traject, ids[0])) if len(ids) == 1 else 0
    van = f" van de {format_getal(alle)} deelnemers" if alle > int(groot.max() if len(groot) else 0) else ""
    return f"Basis: {wie}, n = {n}{van}."


def _name_vragen(traject: Traject, ids: Sequence[str], vraag_id: str | None) -> str:
    """Return at which open questions people wrote, by name where they are few; nothing where there was no question."""
    teksten = [
        str(tekst)
        for tekst in dict.fromkeys(list_open_vragen(traject, ids, vraag_id=vraag_id)["tekst"])
        if str(tekst)
    ]
    if not teksten:
        return ""
    if len(teksten) > _MEEST:
        return f" bij een van de {say_aantal(len(teksten))} open vragen"
    return f" bij {' of '.join(f'‘{shorten(tekst, _LANGST)}’' for tekst in teksten)}"
