"""Saturation: how many themes each next group still adds."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import list_basis, list_genoemd, list_teksten
from burgerdata.analysis.regels import state_bron
from burgerdata.analysis.themas import choose_themas
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_GESPREKKEN = ("focusgroep", "burgerdialoog", "burgerberaad")


def measure_verzadiging(traject: Traject) -> pd.DataFrame:
    """Return a row per group, in the order in which the groups met: activiteit_id, volgnummer, groep, nieuw, totaal, nieuwe_themas.

    nieuw is how many themes were first named in this group, totaal how many were named so far, nieuwe_themas which.
    Where the last groups add nothing, more groups with such people are not likely to bring another theme; it says
    nothing about people who were not invited.

    Raises
    ------
    MethodeError
        When there are no conversations in two groups or more, or no theme was named in any.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["te lang"]})
    >>> measure_verzadiging(code_fragmenten(make_example(), lijst))
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: er zijn geen gesprekken met thema's in twee of meer groepen; verzadiging is daar niet te zien
    """
    themas = choose_themas(traject)
    teksten = list_teksten(traject)
    genoemd = list_genoemd(traject, teksten).merge(list_basis(traject, teksten))
    namen = dict(zip(themas["thema_id"].astype("str"), themas["naam"].astype("str"), strict=True))
    activiteiten = traject.activiteiten
    gesprekken = activiteiten[activiteiten["instrument"].isin(_GESPREKKEN)]["activiteit_id"].astype("str")
    delen = [_follow(traject, naam, genoemd[genoemd["activiteit_id"].eq(naam)], namen) for naam in gesprekken]
    delen = [deel for deel in delen if len(deel) > 1 and deel["totaal"].max() > 0]
    if not delen:
        raise MethodeError(
            "er zijn geen gesprekken met thema's in twee of meer groepen; verzadiging is daar niet te zien"
        )
    tabel = pd.concat(delen, ignore_index=True)
    ids = list(tabel["activiteit_id"].unique())
    uitleg = Toelichting(
        "overig",
        onderwerp="verzadiging",
        basis=f"Basis: {len(tabel)} groepen, in de volgorde waarin zij bijeenkwamen.",
        bron=state_bron(traject, ids),
        noten=("Het zegt niets over mensen die niet waren uitgenodigd.",),
        kwalitatief=True,
        synthetisch=traject.instellingen.synthetisch,
    )
    return annotate(tabel, uitleg)


def _follow(
    traject: Traject, activiteit_id: str, genoemd: pd.DataFrame, namen: dict[str, str]
) -> pd.DataFrame:
    fragmenten = traject.fragmenten[traject.fragmenten["activiteit_id"].eq(activiteit_id)]
    eerder: set[str] = set()
    rijen = []
    for nummer, groep in enumerate(fragmenten["groep"].dropna().astype("str").unique(), start=1):
        hier = set(genoemd.loc[genoemd["groep"].eq(groep), "thema_id"]) & set(namen)
        nieuw = [naam for thema, naam in namen.items() if thema in hier - eerder]
        eerder |= hier
        rijen.append((activiteit_id, nummer, str(groep), len(nieuw), len(eerder), ", ".join(nieuw)))
    kolommen = ["activiteit_id", "volgnummer", "groep", "nieuw", "totaal", "nieuwe_themas"]
    tekst = dict.fromkeys(("activiteit_id", "groep", "nieuwe_themas"), "str")
    return pd.DataFrame(rijen, columns=kolommen).astype(
        tekst | dict.fromkeys(("volgnummer", "nieuw", "totaal"), "Int32")
    )
