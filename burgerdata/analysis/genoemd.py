"""Who named which theme, and who could have: the unit is the person of rol burger, never the message."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.analysis.formulieren import list_terugblik
from burgerdata.coding.taal import is_andere_taal
from burgerdata.instruments.parents import names_other
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.traject import Traject

GESPREKKEN = ("focusgroep", "straatgesprek", "community", "burgerdialoog", "burgerberaad")
"""Instruments in which everyone present could name a theme; elsewhere only who wrote something could."""
_PERSOON = ["activiteit_id", "deelnemer_id"]
_STREEP = re.compile(r"\s[–-]\s")
_ANDERS = re.compile(r"(?:(?:iets|een) )?(?:anders?|andere|overige?|other)\b", re.IGNORECASE)


def list_teksten(traject: Traject, *, vraag_id: str | None = None, ook_anders: bool = False) -> pd.DataFrame:
    """Return the fragments of burgers that say something: activiteit_id, deelnemer_id, fragment_id, tekst, gelezen.

    Empty texts and answers such as "nvt" (theme geen_reden) are left out, and so are texts in another language than
    that of their activity, unless a person coded them; gelezen is whether a person coded it. What stands behind "anders,
    namelijk" of a closed question says which answer was missing there, so that who wrote nothing else is no one who was
    asked for a theme: it counts only with ``ook_anders``, by its own ``vraag_id``, and where nothing else was asked.
    """
    sleutel = ("teksten", vraag_id or "", str(ook_anders))
    return traject.keep_last(sleutel, lambda: _list_teksten(traject, vraag_id, ook_anders=ook_anders))


def _list_teksten(traject: Traject, vraag_id: str | None, *, ook_anders: bool) -> pd.DataFrame:
    fragmenten = traject.fragmenten
    if vraag_id is None:
        fragmenten = _drop_proces(traject, fragmenten)
        fragmenten = fragmenten if ook_anders else _drop_anders(traject, fragmenten)
    else:
        fragmenten = fragmenten[fragmenten["vraag_id"].eq(vraag_id)]
    fragmenten = fragmenten[fragmenten["deelnemer_id"].notna() & fragmenten["tekst"].str.strip().ne("")]
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    gelezen = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str").unique()
    fragmenten = fragmenten[
        ~is_andere_taal(fragmenten, traject.activiteiten) | fragmenten["fragment_id"].isin(gelezen)
    ]
    kolommen = [*_PERSOON, "fragment_id", "tekst"]
    tekst = fragmenten[kolommen].astype("str").merge(burgers[_PERSOON].astype("str"), on=_PERSOON)
    gecodeerd = choose_coderingen(traject)
    leeg = gecodeerd[gecodeerd["thema_id"].eq("geen_reden")]["fragment_id"]
    tekst = tekst[~tekst["fragment_id"].isin(leeg)].reset_index(drop=True)
    return tekst.assign(gelezen=tekst["fragment_id"].isin(gelezen))


def _drop_proces(traject: Traject, fragmenten: pd.DataFrame) -> pd.DataFrame:
    """Return the fragments without those about the participation itself: what people find of a hall is no theme."""
    return _drop_vragen(fragmenten, list_terugblik(traject))


def _drop_anders(traject: Traject, fragmenten: pd.DataFrame) -> pd.DataFrame:
    """Return the fragments without those behind "anders", of activities that people wrote something else in."""
    erbij = _list_anders(traject)
    zonder = _drop_vragen(fragmenten, erbij)
    elders = zonder[zonder["tekst"].str.strip().ne("")]["activiteit_id"].astype("str").unique()
    return _drop_vragen(fragmenten, erbij[erbij["activiteit_id"].isin(elders)])


def _list_anders(traject: Traject) -> pd.DataFrame:
    """Return the open questions that ask which answer was missing: tied to the option "anders" of a closed one, or called so.

    What goes on from a closed question without that ("why this grade?") is asked for its own sake.
    """
    vragen, opties = traject.vragen, traject.opties
    # nobody chose "anders", or the closed question is not in the file
    los = vragen["ouder_vraag_id"].isna() & np.array(
        list(map(_names_other, vragen["tekst"].astype("str"))), dtype=bool
    )
    erbij = vragen[vragen["soort"].eq("open") & (vragen["ouder_code"].notna() | los)]
    if erbij.empty:
        return erbij
    van = ["activiteit_id", "vraag_id", "code"]
    labels = opties[[*van, "label"]].astype("str").set_index(van)["label"].to_dict()
    ouders = erbij[["activiteit_id", "ouder_vraag_id", "ouder_code"]].astype("str").fillna("")
    # a tick of a set has the text of its question in front of it: "Hoe reist u? – Anders, namelijk"
    woorden = [
        (ouder[-1], labels.get(tuple(ouder), ""), "".join(_STREEP.split(str(tekst))[1:][-1:]))
        for ouder, tekst in zip(ouders.itertuples(index=False), erbij["tekst"], strict=True)
    ]
    anders = [any(_ANDERS.match(woord.strip()) for woord in samen) for samen in woorden]
    genoemd: pd.DataFrame = erbij[los[erbij.index].to_numpy() | np.array(anders, dtype=bool)]
    return genoemd


def _names_other(tekst: str) -> bool:
    """Return whether a text says "anders, namelijk" and no more; "namelijk" alone may go on from any answer."""
    return names_other(tekst) and _ANDERS.match(tekst.strip()) is not None


def _drop_vragen(frame: pd.DataFrame, vragen: pd.DataFrame) -> pd.DataFrame:
    """Return the rows, of fragments or of questions, that are not of these questions."""
    over = set(zip(vragen["activiteit_id"].astype("str"), vragen["vraag_id"].astype("str"), strict=True))
    if not over:
        return frame
    eigen = zip(frame["activiteit_id"].astype("str"), frame["vraag_id"].astype("str"), strict=True)
    return frame[pd.Series([paar not in over for paar in eigen], index=frame.index, dtype="bool")]


def list_open_vragen(traject: Traject, ids: Sequence[str], *, vraag_id: str | None = None) -> pd.DataFrame:
    """Return the open questions that the texts of these activities answer; ``vraag_id`` is the only one looked at."""
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].isin(list(ids)) & vragen["soort"].eq("open")]
    if vraag_id is not None:
        return eigen[eigen["vraag_id"].eq(vraag_id)]
    eigen = _drop_vragen(eigen, list_terugblik(traject))
    los = _drop_vragen(eigen, _list_anders(traject))
    return pd.concat([los, eigen[~eigen["activiteit_id"].isin(los["activiteit_id"])]])


def choose_coderingen(traject: Traject) -> pd.DataFrame:
    """Return the codings that count: fragment_id, thema_id, one row each.

    Where people coded a fragment, theirs alone: a theme counts when at least half of the coders who saw the fragment
    gave it. Elsewhere the rules of the themalijst. Proposals never count.
    """
    return traject.remember(("coderingen die tellen",), lambda: _choose_coderingen(traject))


def _choose_coderingen(traject: Traject) -> pd.DataFrame:
    coderingen = traject.coderingen[["fragment_id", "thema_id", "codeur", "wijze"]].astype("str")
    mens = coderingen[coderingen["wijze"].eq("mens")].drop_duplicates(["fragment_id", "thema_id", "codeur"])
    codeurs = mens.groupby("fragment_id", observed=True, dropna=False)["codeur"].nunique()
    stemmen = (
        mens.groupby(["fragment_id", "thema_id"], observed=True, dropna=False)
        .size()
        .rename("stemmen")
        .reset_index()
    )
    gezien = stemmen["fragment_id"].map(codeurs).astype("float64")
    gekozen = stemmen[stemmen["stemmen"] * 2 >= gezien]
    regel = coderingen[coderingen["wijze"].eq("regel") & ~coderingen["fragment_id"].isin(codeurs.index)]
    kolommen = ["fragment_id", "thema_id"]
    return pd.concat([gekozen[kolommen], regel[kolommen]], ignore_index=True).drop_duplicates(
        ignore_index=True
    )


def list_genoemd(traject: Traject, teksten: pd.DataFrame) -> pd.DataFrame:
    """Return who named which theme in these texts: activiteit_id, deelnemer_id, thema_id, one row each."""
    gecodeerd = choose_coderingen(traject)
    gecodeerd = gecodeerd[~gecodeerd["thema_id"].isin(SLEUTELTHEMAS)]
    samen = teksten[[*_PERSOON, "fragment_id"]].merge(gecodeerd, on="fragment_id")
    return samen[[*_PERSOON, "thema_id"]].drop_duplicates(ignore_index=True)


def list_basis(traject: Traject, teksten: pd.DataFrame, *, alle_aanwezigen: bool = True) -> pd.DataFrame:
    """Return who could have named a theme: activiteit_id, deelnemer_id, groep.

    In talks everyone of rol burger who was there; elsewhere who wrote something that is not a non-answer.
    """
    deelnemers = traject.deelnemers
    burgers = deelnemers[deelnemers["rol"].eq("burger")][[*_PERSOON, "groep"]].astype("str")
    instrument = dict(
        zip(
            traject.activiteiten["activiteit_id"],
            traject.activiteiten["instrument"].astype("str"),
            strict=True,
        )
    )
    actief = burgers["activiteit_id"].isin(teksten["activiteit_id"].unique())
    gesprek = burgers["activiteit_id"].map(instrument).isin(GESPREKKEN) & alle_aanwezigen
    schreef = pd.MultiIndex.from_frame(burgers[_PERSOON]).isin(pd.MultiIndex.from_frame(teksten[_PERSOON]))
    return burgers[actief & (gesprek | schreef)].reset_index(drop=True)


def list_themas(traject: Traject) -> pd.DataFrame:
    """Return the themes in the order of the list, without the pseudo-themes."""
    themas = traject.themas
    return themas[~themas["thema_id"].isin(SLEUTELTHEMAS)].sort_values("volgorde", kind="stable")
