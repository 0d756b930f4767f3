"""Whether anybody who took part may be laid beside the population, and if not, why."""

from __future__ import annotations

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

KLANTEN = "klantbestand"
"""The way of recruiting whose people have a population of their own."""


def state_onvergelijkbaar(traject: Traject) -> str:
    """Return why no activity can be compared with the population, as a clause; empty where one can.

    There are no margins, no activity knows a trait of them, or those that do are of customers.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> state_onvergelijkbaar(make_example())
    'er zijn geen bevolkingscijfers opgegeven (marges.xlsx)'
    """
    kenmerken = list(dict.fromkeys(traject.marges["variabele"].astype("str")))
    if not kenmerken:
        return "er zijn geen bevolkingscijfers opgegeven (marges.xlsx)"
    vragen, activiteiten = traject.vragen, traject.activiteiten
    kent = vragen[vragen["rol"].eq("kenmerk") & vragen["vraag_id"].isin(kenmerken)]["activiteit_id"]
    kennen = activiteiten[activiteiten["activiteit_id"].isin(kent)]
    genoemd = join_woorden([f"‘{naam}’" for naam in kenmerken])
    if kennen.empty:
        return f"geen activiteit heeft een kenmerk dat zo heet als in marges.xlsx ({genoemd})"
    if kennen["werving"].ne(KLANTEN).fillna(True).any():
        return ""
    namen = name_activiteiten(activiteiten)
    waar = join_woorden([namen[str(naam)] for naam in kennen["activiteit_id"]])
    return (
        f"de bevolkingscijfers over {genoemd} passen alleen bij {waar}, en wie uit een klantbestand komt, is niet met de "
        "bevolking te vergelijken"
    )
