"""The coding that the categories of a trait follow, where only the analyst knows it."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.survey import Tabellen
from burgerdata.settings import Levering


def name_indelingen(activiteiten: Sequence[Tabellen], levering: Levering) -> list[Tabellen]:
    """Return the tables with the name of its coding behind the text of each trait that the delivery gives one for.

    Raises
    ------
    ContractError
        For a name that is no trait of any activity of the delivery.
    """
    if not levering.indeling:
        return list(activiteiten)
    alle = [str(naam) for tabellen in activiteiten for naam in _list_kenmerken(tabellen)["vraag_id"]]
    if los := [naam for naam in levering.indeling if naam not in alle]:
        wat = "'{}' bij 'indeling' is geen kenmerk van levering '" + levering.naam + "'"
        raise ContractError(
            [
                Probleem(wat.format(naam), suggest(naam, alle), "traject.toml", kolom="indeling")
                for naam in los
            ]
        )
    return [_name_in(tabellen, levering) for tabellen in activiteiten]


def _list_kenmerken(tabellen: Tabellen) -> pd.DataFrame:
    vragen = tabellen.get("vragen", pd.DataFrame({"vraag_id": [], "rol": []}))
    return vragen[vragen["rol"].eq("kenmerk")]


def _name_in(tabellen: Tabellen, levering: Levering) -> Tabellen:
    if "vragen" not in tabellen:
        return tabellen
    vragen = tabellen["vragen"]
    achter = vragen["vraag_id"].astype("str").map(dict(levering.indeling))
    telt = achter.notna() & vragen["rol"].eq("kenmerk")
    tekst = vragen["tekst"].astype("str")
    return tabellen | {
        "vragen": vragen.assign(tekst=tekst.mask(telt, tekst + " (" + achter.astype("str") + ")"))
    }
