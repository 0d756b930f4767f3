"""Who speaks in talks of which nobody is known as the moderator: what the draft asks about."""

from __future__ import annotations

from burgerdata.loading.grouping import Bundel
from burgerdata.shapes import PERSOON


def list_speakers(bundel: Bundel) -> tuple[str, ...]:
    """Return the label of each speaker of talks without a moderator in which some bear a name, empty for a name.

    Whoever is on the list of participants leads no talk, unless that leaves nobody.
    """
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
