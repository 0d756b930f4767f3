"""Whether answers are to recommendations that exist: a wrong number would be a recommendation that nobody made."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.errors import Probleem, bundle_rows
from burgerdata.instruments.aanbevelingen import name_fragment
from burgerdata.instruments.besluiten import find_besluitvelden
from burgerdata.instruments.besluitstemmen import name_aanbeveling
from burgerdata.instruments.onderdeeltoewijzing import Onderdeel
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.values import is_filled
from burgerdata.settings import Levering
from burgerdata.shapes import RIJ, Tabel

_WAT = "hier staat een antwoord op een aanbeveling die er niet is"
_REMEDIE = "verbeter het nummer, of neem het document met alle aanbevelingen op als onderdeel 'aanbevelingen'"


def check_besluiten(
    delen: Sequence[tuple[Onderdeel, Tabellen]], levering: Levering, activiteit_id: str
) -> tuple[list[Tabellen], list[Probleem]]:
    """Return the tables of the parts without answers to a number that no vote and no document has, and these as problems.

    Where no recommendations are known, or an answer says its own text, every answer stays.
    """
    bekend = {naam for _, tabellen in delen for naam in _list_known(tabellen)}
    uit: list[Tabellen] = []
    problemen: list[Probleem] = []
    for deel, tabellen in delen:
        if not bekend or deel.rol != "besluiten" or not isinstance(deel.vorm, Tabel):
            uit.append(tabellen)
            continue
        velden = find_besluitvelden(deel.vorm, levering.kolommen)
        kop = velden["aanbeveling"]
        weg = _find_unknown(deel.vorm, kop, velden.get("tekst", ""), bekend)
        problemen += [Probleem(_WAT, _REMEDIE, deel.vorm.bestand, deel.vorm.blad, rij, kop) for rij, _ in weg]
        antwoorden = tabellen["doorwerking"]
        ids = [name_fragment(activiteit_id, naam) for _, naam in weg]
        uit.append({**tabellen, "doorwerking": antwoorden[~antwoorden["bron_ids"].isin(ids)]})
    return uit, bundle_rows(problemen)


def _list_known(tabellen: Tabellen) -> list[str]:
    """Return the recommendations that a part has: what was voted on, and the texts themselves."""
    namen: list[str] = []
    for naam, kolom, woord in (("vragen", "reeks", "stemmen"), ("fragmenten", "soort", "aanbeveling")):
        tabel = tabellen.get(naam)
        if tabel is not None and {kolom, "vraag_id"} <= set(tabel):
            namen += tabel.loc[tabel[kolom].eq(woord), "vraag_id"].astype("str").tolist()
    return namen


def _find_unknown(tabel: Tabel, kop: str, tekst: str, bekend: set[str]) -> list[tuple[int, str]]:
    """Return row and name of each recommendation that is not known and has no text of its own."""
    frame = tabel.frame[is_filled(tabel.frame[kop])]
    frame = frame[~is_filled(frame[tekst])] if tekst else frame
    genoemd = [
        (int(rij), *name_aanbeveling(str(cel))) for rij, cel in zip(frame[RIJ], frame[kop], strict=True)
    ]
    return [(rij, naam) for rij, naam, tekst in genoemd if not tekst and naam not in bekend]
