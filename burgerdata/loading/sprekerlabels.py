"""Who speaks in talks of which nobody is known as the moderator: what the draft asks about."""

from __future__ import annotations

from burgerdata.loading.grouping import Bundel
from burgerdata.shapes import PERSOON

_FEWEST_DEELNEMERS = 2
"""People of the list who speak in a talk, from which on the list is that of this talk."""


def list_speakers(bundel: Bundel) -> tuple[str, ...]:
    """Return the label of each speaker of talks without a moderator in which some bear a name, empty for a name.

    Whoever is on the list of participants leads no talk, unless that leaves nobody. Where that leaves one person in each talk
    nothing has to be asked: who is not on the list counts nowhere, and so does who leads.
    """
    if find_alleen(bundel):
        return ()
    alle = [lid.gesprek.beurten for lid in bundel.leden if lid.gesprek is not None]
    beurten = [frame for frame in alle if not frame["gespreksleider"].any()]
    deelnemers = bundel.lijst.personen if bundel.lijst else frozenset()
    sprekers = {
        persoon: str(label)
        for frame in beurten
        for persoon, label in zip(frame[PERSOON], frame["spreker"], strict=True)
        if persoon
    }
    anderen = {persoon: label for persoon, label in sprekers.items() if persoon not in deelnemers}
    labels = tuple((anderen or sprekers).values())
    return labels if "" in labels else ()


def find_alleen(bundel: Bundel) -> tuple[str, ...]:
    """Return the talks without a moderator if each has one speaker, by name, who is not on the list of participants; else none."""
    deelnemers = bundel.lijst.personen if bundel.lijst else frozenset()
    bestanden = []
    for lid in bundel.leden:
        if lid.gesprek is None or lid.gesprek.beurten["gespreksleider"].any():
            continue
        sprekers = dict(
            zip(lid.gesprek.beurten[PERSOON], lid.gesprek.beurten["spreker"].astype("str"), strict=True)
        )
        los = {persoon for persoon in sprekers if persoon and persoon not in deelnemers}
        if len(los) != 1 or sprekers[next(iter(los))] or len(deelnemers & set(sprekers)) < _FEWEST_DEELNEMERS:
            return ()
        bestanden.append(lid.bestand)
    return tuple(bestanden)
