"""Parts of a delivery that hold rows and would give nothing: their columns are not called as they are expected to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burgerdata.errors import ContractError, Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.instruments.besluiten import find_besluitvelden
from burgerdata.instruments.loting import MATEN, find_lotingvelden
from burgerdata.instruments.onderdeeltoewijzing import Onderdeel
from burgerdata.instruments.onderdelen import (
    NAAST_ELKAAR,
    VELDEN,
    find_notities,
    find_stipkolommen,
    find_velden,
    list_genoemde,
)
from burgerdata.instruments.survey import Tabellen
from burgerdata.pseudonyms.masking import find_all
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

_NODIG: Mapping[str, tuple[str, ...]] = {
    "notities": ("notitie",),
    "stippen": ("stelling", "stippen"),
    "loting": ("kenmerk", "categorie"),
    "bevindingen": ("bevinding", "ernst"),
    "besluiten": ("aanbeveling", "status"),
}
"""Part → the fields without which nothing can be read of it; other parts look after themselves."""
_TE_NOEMEN = {"stippen": 'stippen = "…" (een kolom per tafel: stippen = ["…", "…"])'}
_MOST_NAMED = 8


def check_velden(deel: Onderdeel, levering: Levering) -> None:
    """Raise ContractError for a table without the columns that its part is about; it names those that are there."""
    if not isinstance(deel.vorm, Tabel):
        return
    koppen = [kolom.naam for kolom in deel.vorm.kolommen]
    _refuse_lists(deel, koppen, levering)
    if deel.rol not in _NODIG:
        return
    gevonden = {*_find(deel.vorm, deel.rol, levering)}
    if deel.rol == "stippen" and find_stipkolommen(koppen, levering.kolommen):
        gevonden.add("stippen")
    weg = [veld for veld in _NODIG[deel.rol] if veld not in gevonden]
    if deel.rol == "loting" and not gevonden & {*MATEN}:
        weg.append("doel")  # a sheet of categories without a number would give nothing
    if weg:
        wat = f"van de {format_getal(len(deel.vorm.frame))} rijen van het onderdeel '{deel.rol}' is niet te zien waar {join_woorden(weg)} staat"
        namen = ", ".join(_TE_NOEMEN.get(veld, f'{veld} = "…"') for veld in weg)
        remedie = f"noem de kolom in traject.toml: kolommen = {{ {namen} }}; {_name_columns(koppen)}"
        raise ContractError([Probleem(wat, remedie, deel.vorm.bestand, deel.vorm.blad)])


def _refuse_lists(deel: Onderdeel, koppen: Sequence[str], levering: Levering) -> None:
    """Raise ContractError where ``kolommen`` names more columns than a field is read from: the others would be lost."""
    for veld in VELDEN.get(deel.rol, {}):
        genoemd = list_genoemde(koppen, levering.kolommen, veld)
        if genoemd and veld not in NAAST_ELKAAR.get(deel.rol, ()):
            wat = f"bij kolommen.{veld} van levering '{levering.naam}' staan {len(genoemd)} kolommen van '{deel.rol}', en er wordt één gelezen"
            remedie = f"noem er één; {_name_columns(genoemd)}"
            raise ContractError([Probleem(wat, remedie, "traject.toml", kolom="kolommen")])


def check_opbrengst(deel: Onderdeel, tabellen: Tabellen) -> None:
    """Raise ContractError for a table with rows of which none could be read."""
    if (
        not isinstance(deel.vorm, Tabel)
        or not len(deel.vorm.frame)
        or int(tabellen["records"]["records_uit"].sum())
    ):
        return
    wat = f"van de {format_getal(len(deel.vorm.frame))} rijen van het onderdeel '{deel.rol}' is er geen een te lezen"
    koppen = [kolom.naam for kolom in deel.vorm.kolommen]
    remedie = f"zeg in traject.toml bij 'kolommen' welke kolom wat is, of neem dit blad niet op; {_name_columns(koppen)}"
    raise ContractError([Probleem(wat, remedie, deel.vorm.bestand, deel.vorm.blad)])


def _find(tabel: Tabel, rol: str, levering: Levering) -> Mapping[str, str]:
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if rol == "besluiten":
        return find_besluitvelden(tabel, levering.kolommen)
    if rol == "notities":
        return find_notities(koppen, levering.kolommen)
    if rol == "loting":
        return find_lotingvelden(koppen, levering.kolommen)
    return find_velden(koppen, rol, levering.kolommen)


def _name_columns(koppen: Sequence[str]) -> str:
    """Return which columns there are, without headers that hold a name or number of a person."""
    namen = [repr(kop) for kop in koppen if not find_all(kop)]
    meer = [] if len(namen) <= _MOST_NAMED else ["…"]
    return f"er staan {', '.join([*namen[:_MOST_NAMED], *meer])}"
