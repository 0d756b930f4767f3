"""Texts that say of themselves that they are a test, and count as those of people."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.loading.testrijen import is_test
from burgerdata.loading.toml_values import write_tabel
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_SOORTEN = ("antwoord", "bericht")
"""Texts that somebody sent; what was said in a talk or written down there is no row to leave out."""
_MOST_WORDS = 8


def review_testteksten(traject: Traject) -> list[Probleem]:
    """Return per activity how many people say in a text no more than that it is a test, and what leaves them out."""
    fragmenten = traject.fragmenten[traject.fragmenten["soort"].isin(_SOORTEN)]
    proef = fragmenten[fragmenten["tekst"].astype("str").map(is_test).astype("bool")]
    gevonden = []
    for activiteit_id, deel in proef.groupby("activiteit_id", observed=True, dropna=False, sort=False):
        levering = _find_levering(traject.instellingen.leveringen, str(activiteit_id))
        if levering is not None:
            vraag_ids = deel["vraag_id"].astype("str")
            meest = vraag_ids.value_counts(dropna=False).index[0]
            woorden = deel.loc[vraag_ids.isna() if pd.isna(meest) else vraag_ids.eq(meest), "tekst"]
            kolom = _find_kolom(traject, levering, str(meest))
            mensen = deel["deelnemer_id"].astype("str")
            aantal = mensen.where(mensen.ne("") & mensen.notna(), deel["fragment_id"].astype("str")).nunique()
            gevonden.append(_tell(levering, int(aantal), kolom, [*dict.fromkeys(woorden.astype("str"))]))
    return gevonden


def _find_levering(leveringen: Sequence[Levering], activiteit_id: str) -> Levering | None:
    for levering in leveringen:
        metingen = (*levering.metingen, levering.meting)
        if activiteit_id in (levering.naam, *map(levering.name_activiteit, metingen)):
            return levering
    return None


def _find_kolom(traject: Traject, levering: Levering, vraag_id: str) -> str:
    """Return the column that such a text stands in."""
    vragen = traject.vragen
    eigen = vragen.loc[vragen["vraag_id"].astype("str").eq(vraag_id), "kolom"].astype("str")
    return next(iter([*levering.kolommen.get("bericht", ()), *eigen]), "")


def _tell(levering: Levering, aantal: int, kolom: str, woorden: Sequence[str]) -> Probleem:
    """Return it in a sentence with the setting to write: words that only say test are nobody's own."""
    een = aantal == 1
    al = dict(levering.testrijen)
    samen = al | {kolom: tuple(dict.fromkeys([*al.get(kolom, ()), *woorden[:_MOST_WORDS]]))}
    return Probleem(
        f"{format_getal(aantal)} {'mens of melding zegt' if een else 'mensen of meldingen zeggen'} alleen dat het een test is, en "
        f"{'telt' if een else 'tellen'} mee",
        f"hoort dat niet, zet dan in traject.toml bij levering '{levering.naam}': testrijen = {write_tabel(samen)}",
        bestand=next(iter(levering.bestanden), ""),
        kolom=kolom,
    )
