"""Activities in which no citizen took part: they are no recruitment of citizens and no source of what these say."""

from __future__ import annotations

from burgerdata.traject import Traject


def list_zonder_burgers(traject: Traject) -> set[str]:
    """Return the activities that know their participants, none of them of rol burger.

    Such is the form of a project leader, or a talk with people who carry the policy out. An activity of which nobody
    is known, or not as what, is not among them: a citizens' evening with notes per table, messages of unknown writers.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> t = make_example()
    >>> list_zonder_burgers(t), list_zonder_burgers(t.replace_tabellen(deelnemers=t.deelnemers.assign(rol="waarnemer")))
    (set(), {'enquete'})
    """
    deelnemers = traject.deelnemers
    activiteiten = deelnemers["activiteit_id"].astype("str")
    return {*activiteiten} - {*activiteiten[deelnemers["rol"].isin(["burger", "onbekend"])]}
