"""Texts coded with a list of themes: coderingen of wijze regel."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.codeerwerk.layout import NIEUWE_LIJST
from burgerdata.coding import apply_codebook, make_pseudo_themas
from burgerdata.coding.taal import is_andere_taal
from burgerdata.errors import MethodeError
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.text import Codebook
from burgerdata.traject import Traject


def code_fragmenten(
    traject: Traject, themalijst: str | Path | pd.DataFrame | Codebook | None = None
) -> Traject:
    """Return the Traject with these themes, and coderingen of wijze regel for every place where a pattern was found.

    ``themalijst`` is a file, a frame with the columns of themalijst.xlsx, or a Codebook; without it the list in the
    folder of the traject. What people coded, and what was proposed, stays as far as its theme is in the list; rule
    codings made before are replaced.

    Raises
    ------
    MethodeError
        When no list is given and the folder of the traject has none, or codings of people have a theme that the list
        does not know.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["te lang; duurde lang"]})
    >>> code_fragmenten(make_example(), lijst).coderingen[["fragment_id", "thema_id", "wijze"]]
      fragment_id    thema_id  wijze
    0          f0        duur  regel
    1          f1        duur  regel
    2          f2  geen_reden  regel
    """
    codebook = read_codebook(traject, themalijst)
    bestaand = traject.coderingen
    blijft = bestaand[bestaand["wijze"].ne("regel")]
    tekst = dict.fromkeys(("thema_id", "lijst", "ouder_id", "kompasvraag"), "str")
    themas = pd.concat([codebook.themas.astype(tekst), make_pseudo_themas(codebook.lijst)], ignore_index=True)
    themas = _add_nieuwe(themas, traject)
    vreemd = sorted(set(blijft["thema_id"].astype("str")) - set(themas["thema_id"]) - set(SLEUTELTHEMAS))
    if vreemd:
        raise MethodeError(
            f"mensen hebben thema '{vreemd[0]}' toegekend, maar de themalijst kent dat niet; voeg het thema toe"
        )
    fragmenten = traject.fragmenten
    eigen_taal = fragmenten[~is_andere_taal(fragmenten, traject.activiteiten)]
    regels = apply_codebook(eigen_taal, codebook)
    ids = dict.fromkeys(("codering_id", "segment_id", "fragment_id", "thema_id", "codeur", "wijze"), "str")
    coderingen = pd.concat([blijft.astype(ids), regels], ignore_index=True) if len(blijft) else regels
    return traject.replace_tabellen(themas=themas, coderingen=coderingen)


def _add_nieuwe(themas: pd.DataFrame, traject: Traject) -> pd.DataFrame:
    """Return the list with the themes that coders made up in their workbooks: they stay until the list has them."""
    nieuw = traject.themas[traject.themas["lijst"].astype("str").eq(NIEUWE_LIJST)]
    nieuw = nieuw[~nieuw["thema_id"].isin(themas["thema_id"])]
    if nieuw.empty:
        return themas
    tekst = dict.fromkeys(("thema_id", "lijst", "ouder_id", "kompasvraag"), "str")
    return pd.concat([themas, nieuw.astype(tekst)], ignore_index=True).sort_values("volgorde", kind="stable")


def read_codebook(traject: Traject, themalijst: str | Path | pd.DataFrame | Codebook | None) -> Codebook:
    """Return the codebook of a file or frame, or of the folder of the traject."""
    if isinstance(themalijst, Codebook):
        return themalijst
    if isinstance(themalijst, pd.DataFrame):
        return Codebook.from_frame(themalijst)
    if themalijst is not None:
        return Codebook.from_file(themalijst)
    map_ = traject.instellingen.map
    for naam in ("themalijst.xlsx", "themalijst.csv") if map_ else ():
        if map_ and (map_ / naam).is_file():
            return Codebook.from_file(map_ / naam)
    raise MethodeError("er is geen themalijst.xlsx in de map van het traject; geef een themalijst op")
