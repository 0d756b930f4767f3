"""What the protection of small groups costs, per table of the report questions."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis import beantwoord_alle
from burgerdata.analysis.genest import find_genest_in
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.traject import Traject


def list_onderdrukking(traject: Traject) -> pd.DataFrame:
    """Return a row per table that loses rows to protect small groups: rapportvraag, tabel, rijen, onderdrukt, klein, advies.

    Of the suppressed rows ``klein`` are too small themselves, the others protect them; ``advies`` names the groups to
    merge to win rows back. One plan covers the tables of all forty answers; a report adds the book of tables to it, and
    tells the price of everything in verantwoording.json.

    Examples
    --------
    >>> import burgerdata as bd
    >>> bd.list_onderdrukking(bd.load_traject("surveys/voorbeeld-digitale-aangifte"))  # doctest: +SKIP
    """
    tabellen = {
        f"{vraag}/{naam}": tabel
        for vraag, antwoord in beantwoord_alle(traject).items()
        for naam, tabel in antwoord.tabellen.items()
    }
    genest = find_genest_in(traject, tabellen.values())
    prijs = plan_onderdrukking(tabellen, traject.instellingen.drempels, genest=genest).prijs
    prijs = prijs[prijs["onderdrukt"].gt(0)].reset_index(drop=True)
    plek = prijs["tabel"].str.split("/", n=1, expand=True).reindex(columns=[0, 1]).astype("str")
    kolommen = {"rapportvraag": plek[0], "tabel": plek[1]}
    return prijs.assign(**kolommen)[["rapportvraag", "tabel", "rijen", "onderdrukt", "klein", "advies"]]
