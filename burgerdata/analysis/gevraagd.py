"""A question as one activity asked it, with the persons who may count and their answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.groepen import VAN_ACTIVITEIT, read_groepen
from burgerdata.designs import has_gewicht, make_design, read_burgers
from burgerdata.errors import MethodeError
from burgerdata.statistics import Design
from burgerdata.traject import Gemaakt, Traject
from burgerdata.wide import (
    is_cijfer,
    pick_antwoorden,
    place_getallen,
    place_keuzes,
    place_labels,
    read_opties,
    read_statussen,
)

GESLOTEN = ("een_antwoord", "schaal", "stelling", "taak")


@dataclass(frozen=True, eq=False)
class Gevraagd:
    """One question in one activity; ``personen`` are all burgers of the sample, ``binnen`` those who are asked about.

    Who has weight 0 counts in no figure, and so in no base: ``gewichtloos`` are those of them who are asked about.
    """

    traject: Traject
    activiteit: pd.Series
    vraag: pd.Series
    personen: pd.DataFrame
    binnen: pd.Series
    gewichtloos: pd.Series
    rijen: pd.DataFrame
    opties: pd.DataFrame
    _gemaakt: dict[str, Any] = field(init=False, default_factory=dict, repr=False)

    def remember(self, naam: str, maak: Callable[[], Gemaakt]) -> Gemaakt:
        """Return what ``maak`` made of this question the first time it was asked for under this name."""
        if naam not in self._gemaakt:
            self._gemaakt[naam] = maak()
        gemaakt: Gemaakt = self._gemaakt[naam]
        return gemaakt

    @property
    def activiteit_id(self) -> str:
        """Return the id of the activity."""
        return str(self.activiteit["activiteit_id"])

    @property
    def vraag_id(self) -> str:
        """Return the id of the question."""
        return str(self.vraag["vraag_id"])

    @property
    def soort(self) -> str:
        """Return the kind of question."""
        return str(self.vraag["soort"])

    @cached_property
    def statussen(self) -> pd.Series:
        """Return the status of the answer of each person inside."""
        return read_statussen(self.rijen, self.personen)[self.binnen]

    @cached_property
    def zonder_gewicht(self) -> int:
        """Return how many people inside answered, and count in no figure for their weight is 0."""
        statussen = read_statussen(self.rijen, self.personen)[self.gewichtloos]
        return int(statussen.isin(("gegeven", "geen_gekozen")).sum())

    @cached_property
    def labels(self) -> pd.Series:
        """Return the chosen label of each person, in the order of the scale."""
        return place_labels(self.rijen, self.opties, self.personen)

    @cached_property
    def keuzes(self) -> pd.DataFrame:
        """Return a boolean column per option; of a ranking, whether it was put first."""
        if self.soort != "rangorde":
            return place_keuzes(self.rijen, self.opties, self.personen)
        rang = place_keuzes(self.rijen, self.opties, self.personen, rang=True)
        eerste = rang.eq(1).astype("boolean")
        return eerste.mask(~rang.notna().any(axis=1))

    @cached_property
    def getallen(self) -> pd.Series:
        """Return the number of each person, high being favourable: a reversed scale is turned round.

        Raises MethodeError for a question whose answers have no numbers.
        """
        if self.soort not in ("getal", "schaal", "stelling") or (
            self.soort != "getal" and self.opties["waarde"].isna().all()
        ):
            raise MethodeError(
                f"vraag '{self.vraag_id}' heeft geen getallen; gebruik summarise_vraag, of zet soort op schaal"
            )
        getallen = place_getallen(self.rijen, self.personen)
        if not self.vraag["omkeren"] or self.soort == "getal":
            return getallen
        som = float(self.opties["waarde"].min() + self.opties["waarde"].max())
        return getallen.rsub(som)

    @cached_property
    def cijfer(self) -> bool:
        """Return whether the answers are a number or a grade."""
        return self.soort == "getal" or (self.soort in ("schaal", "stelling") and is_cijfer(self.opties))

    def design(self, kolommen: dict[str, pd.Series]) -> Design:
        """Return the design of the activity with these columns, given on the index of ``personen``."""
        return make_design(self.traject, self.activiteit_id, kolommen=kolommen)

    def groepen(self, per: str) -> pd.Series:
        """Return the group of each person as an ordered category; ``per`` is a column of the activity or a trait."""
        return self.traject.remember(
            ("groepen", self.activiteit_id, per),
            lambda: read_groepen(self.traject, self.activiteit, per, self.personen),
        )


def find_gevraagd(traject: Traject, vraag_id: str, *, per: str | None = None) -> list[Gevraagd]:
    """Return the question in every activity that asked it of burgers, with ``per`` only where that can be told.

    Raises
    ------
    MethodeError
        When no activity asks it, with the nearest name; when ``per`` is known in none of them, or is no trait.
    """
    gevonden = _find_vragen(traject, vraag_id)
    if gevonden.empty:
        raise MethodeError(_suggest(vraag_id, traject.vragen["vraag_id"]))
    gesteld = traject.keep_last(
        ("gevraagd", vraag_id),
        lambda: [g for _, vraag in gevonden.iterrows() if len((g := read_gevraagd(traject, vraag)).personen)],
    )
    if not gesteld:
        raise MethodeError(
            f"bij '{vraag_id}' is van niemand bekend dat het een burger is; zet in traject.toml bij kolommen of rol wie meedeed"
        )
    if per is None or per in (*VAN_ACTIVITEIT, "groep"):
        return gesteld
    met = traject.remember(
        ("vragend", per), lambda: frozenset(_find_vragen(traject, per)["activiteit_id"].astype("str"))
    )
    if not met:
        vragen = traject.vragen
        raise MethodeError(_suggest(per, vragen[vragen["rol"].eq("kenmerk")]["vraag_id"], wat="kenmerk"))
    uit = [g for g in gesteld if g.activiteit_id in met]
    if not uit:
        raise MethodeError(
            f"kenmerk '{per}' is niet gevraagd waar '{vraag_id}' is gevraagd; kies een ander kenmerk"
        )
    return uit


def _find_vragen(traject: Traject, vraag_id: str) -> pd.DataFrame:
    """Return the rows of vragen with this id; one question is looked up for every trait that it is crossed with."""
    vragen = traject.vragen
    return traject.remember(("vragen", vraag_id), lambda: vragen[vragen["vraag_id"].eq(vraag_id)])


def read_gevraagd(traject: Traject, vraag: pd.Series) -> Gevraagd:
    """Return one row of vragen with its persons, answers and options."""
    geheel = traject.volledig or traject
    activiteit_id, vraag_id = str(vraag["activiteit_id"]), str(vraag["vraag_id"])
    personen = read_burgers(geheel, activiteit_id)
    binnen = pd.Series(True, index=personen.index)
    if traject.volledig is not None:
        deel = read_burgers(traject, activiteit_id)["deelnemer_id"].astype("str")
        binnen = personen["deelnemer_id"].astype("str").isin(deel)
    weegt = has_gewicht(geheel, activiteit_id, personen)
    return Gevraagd(
        traject,
        traject.remember(("activiteit", activiteit_id), lambda: _read_activiteit(traject, activiteit_id)),
        vraag,
        personen,
        binnen & weegt,
        binnen & ~weegt,
        pick_antwoorden(geheel, activiteit_id, vraag_id, personen),
        read_opties(geheel, activiteit_id, vraag_id),
    )


def _read_activiteit(traject: Traject, activiteit_id: str) -> pd.Series:
    activiteiten = traject.activiteiten
    return activiteiten[activiteiten["activiteit_id"].eq(activiteit_id)].iloc[0]


def _suggest(naam: str, namen: pd.Series, *, wat: str = "vraag") -> str:
    bekend = list(dict.fromkeys(namen.astype("str")))
    dichtbij = get_close_matches(naam, bekend, n=1)
    raad = f"bedoelde u '{dichtbij[0]}'?" if dichtbij else f"kies uit {', '.join(bekend[:12]) or '(geen)'}"
    return f"{wat} '{naam}' bestaat niet; {raad}"


def count_per(labels: pd.Series, groepen: pd.Series | None, binnen: pd.Series) -> NDArray[np.int64]:
    """Return how many persons inside chose each label, a row per group (one row without groups); both are categories."""
    label = labels.array.codes
    groep = np.zeros(len(label), dtype=np.intp) if groepen is None else groepen.array.codes
    telt = binnen.to_numpy(dtype=np.bool_) & (label >= 0) & (groep >= 0)
    vorm = (1 if groepen is None else len(groepen.cat.categories), len(labels.cat.categories))
    geteld = np.zeros(vorm, dtype=np.int64)
    np.add.at(geteld, (groep[telt], label[telt]), 1)
    return geteld
