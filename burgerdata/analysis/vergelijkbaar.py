"""Whether anybody who took part may be laid beside the population, and if not, why."""

from __future__ import annotations

import re

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis.regels import name_trait
from burgerdata.getallen import join_woorden
from burgerdata.traject import Traject

KLANTEN = "klantbestand"
"""The way of recruiting whose people have a population of their own."""
_IEDEREEN = re.compile(
    r"inwoner|bevolking|nederland|ingezeten|volwassen|huishoud|burgers|iedereen|niet opgegeven", re.IGNORECASE
)
"""Words of figures about everybody who lives somewhere."""
_LEEFTIJD = re.compile(
    r"\d+|\b(?:van|vanaf|tot|met|jaar|jarigen|en|ouder|jonger|personen|mensen|plus)\b", re.IGNORECASE
)


def has_eigen_populatie(traject: Traject, variabele: str) -> bool:
    """Return whether the margins of a trait are of the customers themselves, as their ``populatie`` says.

    Customers are no cross-section of who lives somewhere; figures about pass holders or clients are about them.
    """
    marges = traject.marges[traject.marges["variabele"].astype("str").eq(variabele)]
    namen = marges["populatie"].astype("str").fillna("").unique()
    return len(namen) > 0 and all(_is_groep(str(naam)) for naam in namen)


def _is_groep(populatie: str) -> bool:
    """Return whether a text names a group of people of its own, not only an age or everybody.

    Examples
    --------
    >>> _is_groep("pashouders van 18 jaar en ouder"), _is_groep("bevolking van 18 jaar en ouder"), _is_groep("18 jaar en ouder")
    (True, False, False)
    """
    rest = _LEEFTIJD.sub(" ", populatie)
    return not _IEDEREEN.search(populatie) and re.search(r"[^\W\d_]{4,}", rest) is not None


def name_kenmerk(traject: Traject, variabele: str) -> str:
    """Return what readers call a trait: its short name, else what its question asks; its own name where nobody was asked.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> name_kenmerk(make_example(), "inkomen")
    'inkomen'
    """
    vragen = (traject.volledig or traject).vragen
    eigen = vragen[vragen["vraag_id"].astype("str").eq(variabele)]
    namen = [
        str(k) or name_trait(str(t), variabele) for k, t in zip(eigen["kort"], eigen["tekst"], strict=True)
    ]
    return next(filter(None, namen), variabele)


def state_onvergelijkbaar(traject: Traject, geheel: Traject | None = None) -> str:
    """Return why no activity can be compared with the population, as a clause; empty where one can.

    ``geheel`` is the whole traject where this is a part of it: it knows what traits are called.

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
    genoemd = join_woorden([f"‘{name_kenmerk(geheel or traject, naam)}’" for naam in kenmerken])
    if kennen.empty:
        return f"geen activiteit heeft een kenmerk dat zo heet als in marges.xlsx ({genoemd})"
    eigen = any(has_eigen_populatie(traject, naam) for naam in kenmerken if vragen["vraag_id"].eq(naam).any())
    if eigen or kennen["werving"].ne(KLANTEN).fillna(True).any():
        return ""
    namen = name_activiteiten(activiteiten)
    waar = join_woorden([namen[str(naam)] for naam in kennen["activiteit_id"]])
    return (
        f"de bevolkingscijfers over {genoemd} passen alleen bij {waar}, en wie uit een klantbestand komt, is niet met de "
        "bevolking te vergelijken (gaan de cijfers over de klanten zelf, noem hen dan bij populatie in marges.xlsx)"
    )
