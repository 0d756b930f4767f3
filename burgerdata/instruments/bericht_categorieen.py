"""Messages counted per category: of unknown writers, whom no answers tell, and all signals, for one melder may report ten things."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.instruments.bericht_delen import Deel
from burgerdata.instruments.berichten import ROL
from burgerdata.instruments.bijdragen import make_telling
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraagregels import fold

MAAT = "melding"
_GESLOTEN = ("een_antwoord", "meer_antwoorden")
_ONBEKEND = ("onbekend",)
_SOORT = re.compile(
    r"(?:hoofd|sub)?(?:categorie|rubriek|onderwerp)(?: (?:van )?(?:de |het )?(?:klacht|melding|signaal|contact|vraag))?"
    r"|(?:soort|type|aard|reden)(?: van)?(?: de| het)? (?:klacht|melding|signaal|contact)"
    r"|(?:klacht|melding|contact)s?(?:soort|categorie|type|reden)"
)


def is_signaalsoort(kop: str) -> bool:
    """Return whether a header of a list of signals says what a signal is about, which is nothing of who gave it.

    Examples
    --------
    >>> [is_signaalsoort(kop) for kop in ("Categorie melding", "Onderwerp", "Reden van het contact")]
    [True, True, True]
    >>> [is_signaalsoort(kop) for kop in ("Leeftijdscategorie", "Type huishouden", "Soort woning", "Onderwerp e-mail")]
    [False, False, False, False]
    """
    return bool(_SOORT.fullmatch(" ".join(kop.split()).casefold()))


def count_categorieen(
    delen: Sequence[Deel], tabellen: Tabellen, activiteit_id: str, *, rollen: Sequence[str] = _ONBEKEND
) -> pd.DataFrame:
    """Return a row of tellingen per question and option: how many messages of writers with these roles have it.

    Nothing where there are none: the answers of other writers are counted as those of people, and so is what writers are.
    """
    vragen = tabellen.get("vragen")
    if vragen is None or "opties" not in tabellen:
        return pd.DataFrame()
    namen = ["vraag_id", "kolom", "rol"]
    gesloten = vragen.loc[vragen["soort"].isin(_GESLOTEN), namen].astype("str")
    rijen: list[dict[str, object]] = []
    for vraag_id, kolom, rol in gesloten.itertuples(index=False):
        codes = _list_codes(tabellen["opties"], vraag_id)
        cellen = (
            _list_cellen(delen, kolom, _ONBEKEND if rol == "kenmerk" else rollen)
            .map(fold)
            .map(codes)
            .dropna()
        )
        geteld = cellen.value_counts(sort=False)
        rijen += [
            make_telling(activiteit_id, MAAT, int(aantal), vraag_id=vraag_id, code=str(code))
            for code, aantal in geteld.items()
        ]
    return pd.DataFrame(rijen).assign(activiteit_id=activiteit_id) if rijen else pd.DataFrame()


def _list_codes(opties: pd.DataFrame, vraag_id: str) -> dict[str, str]:
    """Return how each option of a question is written, small, with its code."""
    eigen = opties[opties["vraag_id"].astype("str").eq(vraag_id)].astype({"code": "str", "label": "str"})
    return {
        fold(woord): code
        for naam in ("code", "label")
        for woord, code in zip(eigen[naam], eigen["code"], strict=True)
    }


def _list_cellen(delen: Sequence[Deel], kolom: str, rollen: Sequence[str]) -> pd.Series:
    """Return the filled cells of a column in the messages of writers with these roles."""
    gevonden = [
        deel.rijen.loc[deel.rijen[ROL].isin(rollen) & is_filled(deel.rijen[kolom]), kolom].astype("str")
        for deel in delen
        if deel.is_bericht and kolom in deel.kenmerken
    ]
    return pd.concat(gevonden, ignore_index=True) if gevonden else pd.Series(dtype="str")
