"""Sources that nobody coded: that a theme was not named there is not known."""

from __future__ import annotations

from burgerdata.traject import Traject


def list_ongecodeerd(traject: Traject) -> set[str]:
    """Return the activities of which no text was coded, where persons did all of the coding and no list of words did.

    That nobody named a theme there is not known: nobody looked. What was only suggested counts nowhere.
    """
    wijze = traject.coderingen["wijze"]
    gecodeerd = traject.coderingen[wijze.eq("mens")]
    if gecodeerd.empty or wijze.eq("regel").any():
        return set()
    gelezen = traject.fragmenten["fragment_id"].isin(gecodeerd["fragment_id"])
    alle = traject.fragmenten["activiteit_id"].astype("str")
    return set(alle) - set(alle[gelezen])
