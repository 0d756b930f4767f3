"""Which sentence pattern belongs to which table."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.findings.bronnen import state_bronnen
from burgerdata.findings.cijfer import state_cijfer
from burgerdata.findings.doorwerking import state_doorwerking
from burgerdata.findings.kruistabel import state_kruistabel
from burgerdata.findings.overzicht import (
    state_grenzen,
    state_kosten,
    state_minderheid,
    state_prioriteiten,
    state_samen,
    state_stippen,
    state_verband,
)
from burgerdata.findings.populatie import state_populatie
from burgerdata.findings.respons import state_respons
from burgerdata.findings.scorekaart import state_scorekaart
from burgerdata.findings.scores import state_hoog, state_netto, state_nps, state_paren
from burgerdata.findings.spreektijd import state_spreektijd
from burgerdata.findings.stellingen import state_stellingen
from burgerdata.findings.stemmen import state_meningsgroepen, state_stemmen
from burgerdata.findings.teksten import state_codeurs, state_paar, state_verzadiging, state_woorden
from burgerdata.findings.themas import state_themas
from burgerdata.findings.usability import state_knelpunten, state_sus, state_taken
from burgerdata.findings.verandering import state_verandering
from burgerdata.findings.verdeling import state_verdeling
from burgerdata.findings.weging import state_loting, state_weging
from burgerdata.findings.zinnen import refuse_onmogelijk
from burgerdata.toelichting import Tabelsoort, Toelichting, read_toelichting

_ZIN: dict[Tabelsoort, Callable[[pd.DataFrame, Toelichting], str]] = {
    "verdeling": state_verdeling,
    "cijfer": state_cijfer,
    "kruistabel": state_kruistabel,
    "stellingen": state_stellingen,
    "verandering": state_verandering,
    "respons": state_respons,
    "themas": state_themas,
    "bronnen": state_bronnen,
    "stemmen": state_stemmen,
    "meningsgroepen": state_meningsgroepen,
}
_SCORES: tuple[tuple[frozenset[str], Callable[[pd.DataFrame, Toelichting], str]], ...] = (
    (frozenset({"nps", "promotors"}), state_nps),
    (frozenset({"hoog", "laag", "gemiddelde"}), state_hoog),
    (frozenset({"groep", "andere", "hoger", "lager"}), state_paren),
)
"""The tables of kind overig that are about one question, by the columns that only they have."""
_OVERIG: tuple[tuple[frozenset[str], Callable[[pd.DataFrame], str]], ...] = (
    (frozenset({"top2", "bodem2", "netto"}), state_netto),
    (frozenset({"thema_a", "thema_b", "lift"}), state_paar),
    (frozenset({"volgnummer", "nieuw", "totaal"}), state_verzadiging),
    (frozenset({"woord", "z", "mensen"}), state_woorden),
    (frozenset({"alpha", "alleen_a", "alleen_b"}), state_codeurs),
    (frozenset({"deff", "n_eff", "hoogste"}), state_weging),
    (frozenset({"doel", "categorie", "verschil"}), state_loting),
    (frozenset({"inbreng_id", "status"}), state_doorwerking),
    (frozenset({"bevolking", "steekproef"}), state_populatie),
    (frozenset({"dimensie", "indicator", "oordeel"}), state_scorekaart),
    (frozenset({"belang", "oordeel", "vak"}), state_prioriteiten),
    (frozenset({"verband", "kort"}), state_verband),
    (frozenset({"thema", "samen_met"}), state_samen),
    (frozenset({"per", "aantal", "euro"}), state_kosten),
    (frozenset({"vraag", "meten"}), state_grenzen),
    (frozenset({"idee", "stippen"}), state_stippen),
    (frozenset({"taak_id", "basis", "tekst"}), state_taken),
    (frozenset({"knelpunt", "zwaarte"}), state_knelpunten),
    (frozenset({"gini", "aandeel_gespreksleider"}), state_spreektijd),
    (frozenset({"thema", "n", "basis", "groepen"}), state_minderheid),
    (frozenset({"gemiddelde", "kwalitatief", "mediaan"}), state_sus),
)
"""The tables of kind overig by the columns that only they have, in the order in which they are looked for."""


def state_bevinding(table: pd.DataFrame) -> str:
    """Return what an annotated table shows in one Dutch sentence of at most 90 characters, without a full stop.

    Fixed patterns per kind of table: at most one number (two for a change), never a difference that the test did not
    mark, never a cause, never "burgers" for people who came forward themselves. Suppressed rows and groups too small
    to show are not used.

    Raises
    ------
    MethodeError
        When there is no pattern for this table.
    RekenError
        When the table holds a share above 100%.

    Examples
    --------
    >>> from burgerdata.toelichting import annotate
    >>> tabel = pd.DataFrame({"activiteit_id": "enquete", "basis": [639], "gemiddelde": [6.517]})
    >>> state_bevinding(annotate(tabel, Toelichting("cijfer", onderwerp="rapportcijfer")))
    'Rapportcijfer is gemiddeld 6,5'
    """
    toelichting = read_toelichting(table)
    if toelichting.soort in _ZIN and table.empty:
        return "Hierover zijn geen gegevens"
    if toelichting.soort in _ZIN:
        return refuse_onmogelijk(_ZIN[toelichting.soort](table, toelichting))
    if toelichting.soort == "citaten":
        return "Zo zeggen deelnemers het zelf" if len(table) else "Er zijn geen citaten vrijgegeven"
    for kolommen, state_een in _SCORES:
        if kolommen <= set(table.columns):
            return state_een(table, toelichting)
    for kolommen, state in _OVERIG:
        if kolommen <= set(table.columns):
            return refuse_onmogelijk(state(table))
    raise MethodeError("voor deze tabel is er geen vaste zin; geef zelf een titel op")
