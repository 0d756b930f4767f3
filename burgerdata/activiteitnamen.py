"""What a reader calls an activity: its instrument, and its wave, round or own name behind it."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.schema.labels import INSTRUMENT_LABEL, MAANDEN

_NUMBERED = re.compile(rf"^({'|'.join(INSTRUMENT_LABEL)})(\d+)(?=_|$)")
"""Deliveries as `nieuw` names them where there are more of an instrument: enquete1, enquete2."""
_MAAND = re.compile(r"[_ -]?(\d{4}-\d{2})$")

_IN_WOORDEN = re.compile(rf" (?:{'|'.join(MAANDEN)}) \d{{4}}")
"""A wave that is a month, as a reader calls it."""
_ONZIJDIG = {INSTRUMENT_LABEL[woord] for woord in ("klantpanel", "burgerberaad", "usability")}
"""Instruments whose name takes "het"."""


def name_activiteit(activiteit_id: str, instrument: str = "") -> str:
    """Return an activity as a reader would call it, from its id alone or with its instrument.

    Examples
    --------
    >>> name_activiteit("klantpanel_2026-03"), name_activiteit("usability_ronde 1")
    ('klantpanel maart 2026', 'usability-onderzoek ronde 1')
    >>> name_activiteit("wijkavond", "focusgroep"), name_activiteit("wijk_avond")
    ('focusgroepen', 'wijk avond')
    >>> name_activiteit("enquete2"), name_activiteit("enquete2", "enquete")
    ('enquête 2', 'enquête 2')
    """
    activiteit_id = _NUMBERED.sub(r"\1_\2", activiteit_id)
    maand = _MAAND.search(activiteit_id)
    voor = activiteit_id[: maand.start()] if maand else activiteit_id
    soort = instrument or next((woord for woord in INSTRUMENT_LABEL if _begins(voor, woord)), "")
    rest = voor.removeprefix(soort) if _begins(voor, soort) else "" if instrument else voor
    delen = (INSTRUMENT_LABEL.get(soort, ""), rest.replace("_", " ").strip(), maand and name_meting(maand[1]))
    return " ".join(filter(None, delen))


def _begins(activiteit_id: str, woord: str) -> bool:
    return activiteit_id == woord or activiteit_id.startswith((f"{woord}_", f"{woord} "))


def name_activiteiten(activiteiten: pd.DataFrame) -> dict[str, str]:
    """Return activiteit_id -> name for all activities; two that would be called the same keep their own names behind it.

    One whose own name is that of its instrument keeps it.

    Examples
    --------
    >>> namen = pd.DataFrame({"activiteit_id": ["fg_noord", "fg_zuid"], "instrument": "focusgroep"})
    >>> name_activiteiten(namen)
    {'fg_noord': 'focusgroepen: fg noord', 'fg_zuid': 'focusgroepen: fg zuid'}
    """
    paren = list(
        activiteiten[["activiteit_id", "instrument"]].astype("str").itertuples(index=False, name=None)
    )
    eigen = {naam for naam, instrument in paren if _begins(naam, instrument)}
    namen = {naam: name_activiteit(naam, instrument) for naam, instrument in paren}
    vaker = [label for label in namen.values() if list(namen.values()).count(label) > 1]
    return {
        naam: f"{label}: {naam.replace('_', ' ')}" if label in vaker and naam not in eigen else label
        for naam, label in namen.items()
    }


def add_lidwoord(naam: str) -> str:
    """Return the name of an activity as it stands in a sentence: with its article, what is its own between quotation marks.

    A numbered one ("enquête 2") has none, nor has a name that is no instrument's.

    Examples
    --------
    >>> add_lidwoord("enquête"), add_lidwoord("klantpanel maart 2026"), add_lidwoord("enquête 2")
    ('de enquête', 'het klantpanel van maart 2026', 'enquête 2')
    >>> add_lidwoord("focusgroepen: jongerengroep"), add_lidwoord("wijk avond")
    ('de focusgroepen ‘jongerengroep’', 'wijk avond')
    """
    label = next(
        (
            label
            for label in INSTRUMENT_LABEL.values()
            if naam == label or naam.startswith((f"{label} ", f"{label}: "))
        ),
        "",
    )
    rest = naam.removeprefix(label)
    if not label or rest.strip().isdigit():
        return naam
    lidwoord = "het" if label in _ONZIJDIG else "de"
    if rest.startswith(": "):
        return f"{lidwoord} {label} ‘{rest[2:]}’"
    van = " van" if _IN_WOORDEN.fullmatch(rest) else ""
    return f"{lidwoord} {label}{van}{rest}"


def name_meting(meting: str) -> str:
    """Return a wave as a reader would call it: its month where it is one.

    Examples
    --------
    >>> name_meting("2026-03"), name_meting("nulmeting")
    ('maart 2026', 'nulmeting')
    """
    gevonden = re.fullmatch(r"(\d{4})-(\d{2})", meting)
    if not gevonden or not 1 <= int(gevonden[2]) <= len(MAANDEN):
        return meting
    return f"{MAANDEN[int(gevonden[2]) - 1]} {gevonden[1]}"
