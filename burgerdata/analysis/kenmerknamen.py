"""What a person calls a trait: never the name of its column."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.analysis.inkorten import shorten
from burgerdata.text.kolomnamen import is_kolomcode, read_kolomnaam
from burgerdata.traject import Traject

_TRAIT = re.compile(
    r"(?:wat is (?:uw|je|jouw)|(?:in|uit|tot) welke?) (\w+)(?: (?:woont|behoort|komt) (?:u|je))?"
    r"|hoe is (?:uw|je|jouw) (\w+) samengesteld",
    re.IGNORECASE,
)


def name_groep(traject: Traject, per: str, ids: Sequence[str]) -> str:
    """Return the Dutch name of a ``per`` column: the short name of the trait in these activities, else the name itself."""
    vragen = traject.vragen
    eigen = vragen[vragen["vraag_id"].eq(per) & vragen["activiteit_id"].isin(list(ids))]
    return next((str(naam) for naam in eigen["kort"] if naam), "") or next(
        (name_trait(str(tekst), per) for tekst in eigen["tekst"]), per
    )


def name_trait(tekst: str, vraag_id: str) -> str:
    """Return what a sentence calls a trait without a short name: its id, but its question where the id was made of that.

    Examples
    --------
    >>> name_trait("Wat is uw leeftijd?", "wat_is_uw_leeftijd"), name_trait("Leeftijd in klassen", "leeftijd")
    ('leeftijd', 'leeftijd')
    >>> name_trait("gesl", "gesl")
    'geslacht'
    >>> name_trait("Heeft u een indicatie?", "heeft_u_een_indicatie")
    'Heeft u een indicatie'
    >>> name_trait("Hoe is uw huishouden samengesteld?", "v12"), name_trait("v12", "v12")
    ('huishouden', 'v12')
    """
    kaal = tekst.strip().rstrip("?:. ")
    van_vraag = "_" in vraag_id and re.sub(r"\W+", "_", kaal.casefold()).startswith(vraag_id)
    if not van_vraag and (not is_kolomcode(vraag_id) or not kaal):
        return read_kolomnaam(vraag_id)
    kort = _TRAIT.fullmatch(kaal)
    return next(filter(None, kort.groups())).lower() if kort else shorten(kaal, 40)


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
