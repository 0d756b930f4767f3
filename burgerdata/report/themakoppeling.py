"""Which theme an input is about that nobody tied to one: as its words say, by the list of themes."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import list_themas
from burgerdata.errors import BronError, ContractError
from burgerdata.loading.fill_in import find_invulbestand
from burgerdata.report.collect import Opbrengst
from burgerdata.text.codebook import Codebook
from burgerdata.text.thema import Thema
from burgerdata.text.themawoorden import find_genoemd, find_op_naam
from burgerdata.traject import Traject

_MEEST = 2
"""Themes that the words of one input may fit; of one that fits more nobody can say what it is about."""


def link_punten(opbrengst: Opbrengst) -> pd.Series:
    """Return per row of doorwerking the themes that it is about, as a tuple of ids: its own, else those that its words name."""
    tabel = opbrengst.tabellen["doorwerking"]
    eigen = tabel["thema_id"].astype("str").fillna("")
    gevonden = find_themas_van(opbrengst, tabel["samenvatting"].astype("str").fillna("").tolist())
    themas = [
        (id_,) if id_ else (namen if len(namen) <= _MEEST else ())
        for id_, namen in zip(eigen, gevonden, strict=True)
    ]
    return pd.Series(themas, index=tabel.index, dtype="object")


def find_themas_van(opbrengst: Opbrengst, teksten: list[str]) -> list[tuple[str, ...]]:
    """Return per text the ids of the themes that its words name."""
    themas = opbrengst.remember("themas met woorden", lambda: _read_themas(opbrengst.traject))
    return find_genoemd(teksten, themas) if themas else [()] * len(teksten)


def find_themas_bij(opbrengst: Opbrengst, tekst: str) -> tuple[str, ...]:
    """Return the ids of the themes that a text names by their name; one word of their patterns may be in any text."""
    themas = opbrengst.remember("themas met woorden", lambda: _read_themas(opbrengst.traject))
    return find_op_naam(tekst, themas) if themas else ()


def _read_themas(traject: Traject) -> tuple[Thema, ...]:
    """Return the themes of the traject with the patterns of its list; one from coding software has its name only."""
    map_ = traject.instellingen.map
    pad = find_invulbestand(map_, "themalijst") if map_ else None
    try:
        met = Codebook.from_file(pad).inhoud if pad else ()
    except (BronError, ContractError):  # the run itself said so already, or the list is still empty
        met = ()
    alle = list_themas(traject)
    paren = zip(alle["thema_id"].astype("str"), alle["naam"].astype("str"), strict=True)
    gelezen = {thema.thema_id for thema in met}
    return (*met, *(Thema(id_, naam) for id_, naam in paren if id_ not in gelezen))
