"""Which texts a coder gets, in which order, and what was filled in before: the rows of one workbook."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from burgerdata.analysis.voorstellen import Raming
from burgerdata.codeerwerk.layout import INGEVULD, OPNIEUW, VERBORGEN
from burgerdata.codeerwerk.match import VERANDERD, WEG, is_gecodeerd, is_gevuld, match_regels
from burgerdata.codeerwerk.read import Werkboek
from burgerdata.shapes import RIJ
from burgerdata.traject import Traject

STANDAARD = 300
"""How many texts a new workbook holds when nobody says how many."""
_FEWEST_WORDS, _NOTHING = 3, 0.05
_BEWAARD = ("bron", *INGEVULD, *VERBORGEN)


@dataclass(frozen=True)
class Voorraad:
    """What one coder may get: the estimate of what nobody read, what other coders have, and how much is asked."""

    raming: Raming
    van_anderen: Collection[str]
    werkvoorraad: int
    dubbel: int = 0
    seed: int = 0


@dataclass(frozen=True)
class Werkplan:
    """The rows of one workbook in order, and the filled-in rows whose text is not there any more."""

    regels: pd.DataFrame
    niet_terug: pd.DataFrame

    def count(self) -> Mapping[str, int]:
        """Return how many rows are gecodeerd, open, opnieuw (bekijken), dubbel and weg."""
        gecodeerd, opnieuw = is_gecodeerd(self.regels), self.regels["klaar"].eq(OPNIEUW)
        return {
            "gecodeerd": int((gecodeerd & ~opnieuw).sum()),
            "open": int((~gecodeerd & ~opnieuw).sum()),
            "opnieuw": int(opnieuw.sum()),
            "dubbel": int(self.regels["dubbel"].ne("").sum()),
            "weg": len(self.niet_terug),
        }


def plan_regels(traject: Traject, boek: Werkboek | None, voorraad: Voorraad) -> Werkplan:
    """Return the rows of a workbook: what was filled in stays, texts to see again first, then the least certain.

    A row whose text changed gets "opnieuw bekijken"; a filled-in row whose text is gone moves aside and comes back
    with the text. Rows that nobody filled in and that lost their text are dropped.
    """
    eerder = _stack_earlier(boek)
    status = match_regels(eerder, traject.fragmenten)
    gevuld = is_gevuld(eerder)
    blijft = eerder[status.ne(WEG)]
    opnieuw = status.eq(VERANDERD) & gevuld
    blijft = blijft.assign(klaar=blijft["klaar"].mask(opnieuw[blijft.index], OPNIEUW))
    niet_terug = eerder[status.eq(WEG) & gevuld]
    erbij = _choose_new(blijft, voorraad)
    alles = pd.concat([blijft, erbij], ignore_index=True)
    return Werkplan(_order(alles, voorraad.raming, traject), niet_terug.reset_index(drop=True))


def _stack_earlier(boek: Werkboek | None) -> pd.DataFrame:
    """Return the rows of the workbook as it lies there, with those that were lost before, each fragment once."""
    leeg = pd.DataFrame({naam: pd.Series(dtype="str") for naam in _BEWAARD})
    if boek is None:
        return leeg
    samen = pd.concat([boek.regels, boek.niet_terug], ignore_index=True).drop(columns=RIJ)
    samen = samen[list(_BEWAARD)]
    return samen[samen["fragment_id"].ne("") & ~samen.duplicated("fragment_id")].reset_index(drop=True)


def _choose_new(blijft: pd.DataFrame, voorraad: Voorraad) -> pd.DataFrame:
    """Return rows for texts that the coder does not have yet: for two coders first, then what nobody has."""
    eigen = set(blijft["fragment_id"])
    dubbel = _draw_doubles(eigen, voorraad, int(blijft["dubbel"].ne("").sum()))
    open_ = int((~is_gecodeerd(blijft)).sum()) + len(dubbel)
    kandidaten = rank_onzeker(voorraad.raming)
    vrij = [naam for naam in kandidaten if naam not in eigen and naam not in voorraad.van_anderen]
    nieuw = vrij[: max(voorraad.werkvoorraad - open_, 0)]
    rijen = [(naam, "ja") for naam in dubbel] + [(naam, "") for naam in nieuw]
    frame = pd.DataFrame(rijen, columns=["fragment_id", "dubbel"], dtype="str")
    return frame.assign(**{naam: "" for naam in _BEWAARD if naam not in frame})[list(_BEWAARD)]


def _draw_doubles(eigen: Collection[str], voorraad: Voorraad, al: int) -> list[str]:
    """Return texts of other coders, drawn at random: the hardest ones alone would make agreement look worse than it is."""
    kandidaten = sorted(set(voorraad.van_anderen) - set(eigen))
    aantal = min(max(voorraad.dubbel - al, 0), len(kandidaten))
    gekozen = np.random.default_rng(voorraad.seed).choice(len(kandidaten), aantal, replace=False)
    return [kandidaten[plek] for plek in sorted(gekozen.tolist())]


def rank_onzeker(raming: Raming) -> list[str]:
    """Return the fragments that nobody read, the one whose best theme is least certain first.

    Before these come the texts in which a word of the theme list stands behind a negation: they count for a theme that
    they may deny.
    A text of one or two words in which nothing was recognised ("hm-hm", "dat dus") teaches nobody anything: it comes
    last. So do the copies of a text that stands higher.
    """
    if raming.teksten.empty:
        return []
    hoogste = raming.zekerheid.max(axis=1).round(4).to_numpy(dtype=np.float64)
    woorden = raming.teksten["tekst"].str.count(r"\S+").to_numpy(dtype=np.int64)
    leeg = (woorden < _FEWEST_WORDS) & (hoogste < _NOTHING)
    gelijk = raming.teksten["tekst"].str.casefold().str.split().str.join(" ").duplicated().to_numpy()
    namen = raming.teksten["fragment_id"].tolist()
    zeker = ~raming.teksten["fragment_id"].isin(raming.ontkend).to_numpy()
    return [namen[plek] for plek in np.lexsort((hoogste, zeker, gelijk, leeg)).tolist()]


def _order(regels: pd.DataFrame, raming: Raming, traject: Traject) -> pd.DataFrame:
    """Return the rows: to see again, for two coders, open by certainty, and at the end what is done."""
    rang = {naam: plek for plek, naam in enumerate(rank_onzeker(raming))}
    bron = {str(naam): plek for plek, naam in enumerate(traject.fragmenten["fragment_id"])}
    opnieuw, gecodeerd = regels["klaar"].eq(OPNIEUW), is_gecodeerd(regels)
    beurt = pd.Series(2, index=regels.index).mask(regels["dubbel"].ne(""), 1).mask(gecodeerd, 3)
    plek = regels["fragment_id"].map(bron)
    onzeker = regels["fragment_id"].map(rang).where(beurt.eq(2)).fillna(len(rang))
    sleutel = pd.DataFrame({"beurt": beurt.mask(opnieuw, 0), "onzeker": onzeker, "plek": plek})
    return regels.loc[sleutel.sort_values(["beurt", "onzeker", "plek"], kind="stable").index].reset_index(
        drop=True
    )
