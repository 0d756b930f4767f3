"""The Traject: all tables of one participation traject, frozen, with filters that follow the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pandas as pd

from burgerdata.contract import conform_tabellen
from burgerdata.errors import MethodeError
from burgerdata.schema import TABELLEN
from burgerdata.settings import Instellingen, Weging

if TYPE_CHECKING:
    from burgerdata.statistics import Design

Keuze = str | Sequence[str]
Gemaakt = TypeVar("Gemaakt")


class Tabellen(Mapping[str, pd.DataFrame]):
    """The tables of a traject by name; each time one is asked for it is a copy-on-write view, never the table itself."""

    def __init__(self, tabellen: Mapping[str, pd.DataFrame]) -> None:
        self._tabellen = {naam: tabel.copy(deep=False) for naam, tabel in tabellen.items()}

    def __getitem__(self, naam: str) -> pd.DataFrame:
        return self._tabellen[naam].copy(deep=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self._tabellen)

    def __len__(self) -> int:
        return len(self._tabellen)


@dataclass(frozen=True, repr=False, eq=False)
class Traject:
    """One participation traject: the tables of the contract, its settings and its weightings.

    Every table is an attribute (``t.antwoorden``); asking for it gives a copy-on-write view, so that nothing an
    analyst does to a frame changes the traject. Two trajects are the same only when they are one object. Make one with ``load_traject`` or ``read_bestand``.
    """

    tabellen: Mapping[str, pd.DataFrame]
    instellingen: Instellingen = field(default_factory=Instellingen)
    wegingen: Mapping[str, Weging] = field(default_factory=dict)
    volledig: Traject | None = None
    """The traject that this one was filtered from by a trait of persons: its designs rest on the whole sample."""
    _gemaakt: dict[tuple[str, ...], Any] = field(init=False, default_factory=dict, repr=False)
    _laatst: dict[str, tuple[tuple[str, ...], Any]] = field(init=False, default_factory=dict, repr=False)

    @classmethod
    def from_tabellen(
        cls,
        tabellen: Mapping[str, pd.DataFrame],
        instellingen: Instellingen | None = None,
        wegingen: Mapping[str, Weging] | None = None,
    ) -> Traject:
        """Return a Traject whose tables have the contract's columns, order and dtypes; missing tables are empty."""
        return cls(conform_tabellen(tabellen), instellingen or Instellingen(), wegingen or {})

    def remember(self, sleutel: tuple[str, ...], maak: Callable[[], Gemaakt]) -> Gemaakt:
        """Return what ``maak`` made of this traject the first time; its tables never change, so neither does this."""
        if sleutel not in self._gemaakt:
            self._gemaakt[sleutel] = maak()
        return cast("Gemaakt", _hand_out(self._gemaakt[sleutel]))

    def keep_last(self, sleutel: tuple[str, ...], maak: Callable[[], Gemaakt]) -> Gemaakt:
        """Return what ``maak`` made, as ``remember``, of which only the last one of its kind (``sleutel[0]``) is kept.

        For what is large and asked for many times in a row: the answers to a question, crossed with every trait.
        """
        if self._laatst.get(sleutel[0], ((), None))[0] != sleutel:
            self._laatst[sleutel[0]] = (sleutel, maak())
        return cast("Gemaakt", _hand_out(self._laatst[sleutel[0]][1]))

    def __post_init__(self) -> None:
        """Keep the tables where no caller reaches them."""
        object.__setattr__(self, "tabellen", Tabellen(self.tabellen))

    def __getstate__(self) -> dict[str, Any]:
        """Return what goes to another process: not what it remembers, which can be made again and may hold functions."""
        return {**self.__dict__, "_gemaakt": {}, "_laatst": {}}

    @property
    def activiteiten(self) -> pd.DataFrame:
        """One row per recruitment of one instrument in one phase."""
        return self.tabellen["activiteiten"]

    @property
    def bronnen(self) -> pd.DataFrame:
        """One row per sheet or file read, or seen and not used."""
        return self.tabellen["bronnen"]

    @property
    def deelnemers(self) -> pd.DataFrame:
        """One row per person in one activity."""
        return self.tabellen["deelnemers"]

    @property
    def vragen(self) -> pd.DataFrame:
        """One row per question as asked in one activity."""
        return self.tabellen["vragen"]

    @property
    def opties(self) -> pd.DataFrame:
        """One row per answer option."""
        return self.tabellen["opties"]

    @property
    def antwoorden(self) -> pd.DataFrame:
        """One row per chosen option, number or rank of one person."""
        return self.tabellen["antwoorden"]

    @property
    def tellingen(self) -> pd.DataFrame:
        """One row per total that a source gives without persons."""
        return self.tabellen["tellingen"]

    @property
    def fragmenten(self) -> pd.DataFrame:
        """One row per piece of text, masked."""
        return self.tabellen["fragmenten"]

    @property
    def themas(self) -> pd.DataFrame:
        """One row per theme."""
        return self.tabellen["themas"]

    @property
    def coderingen(self) -> pd.DataFrame:
        """One row per theme on one span by one coder."""
        return self.tabellen["coderingen"]

    @property
    def doorwerking(self) -> pd.DataFrame:
        """One row per input and what was done with it."""
        return self.tabellen["doorwerking"]

    @property
    def marges(self) -> pd.DataFrame:
        """One row per population margin."""
        return self.tabellen["marges"]

    @property
    def logboek(self) -> pd.DataFrame:
        """One row per thing that reading did."""
        return self.tabellen["logboek"]

    def __repr__(self) -> str:
        """Return title and sizes, never contents."""
        aantallen = ", ".join(f"{naam} {len(tabel)}" for naam, tabel in self.tabellen.items() if len(tabel))
        return f"Traject {self.instellingen.titel or 'zonder titel'!r}: {aantallen or 'leeg'}"

    def replace_tabellen(self, **tabellen: pd.DataFrame) -> Traject:
        """Return a Traject in which these tables are replaced, made to fit the contract."""
        return replace(self, tabellen={**self.tabellen, **conform_tabellen(tabellen, fill=False)})

    def only(
        self,
        *,
        fase: Keuze | None = None,
        instrument: Keuze | None = None,
        meting: Keuze | None = None,
        activiteit_id: Keuze | None = None,
        kenmerk: Mapping[str, Keuze] | None = None,
    ) -> Traject:
        """Return the Traject of a part: activities by fase, instrument, meting or id, persons by kenmerk.

        Filters follow the references of the contract: codings of fragments that are left out are left out too. A
        question with a ``fase`` of its own counts for that phase. Raises MethodeError for a value or trait that
        does not occur, with the values that do.
        """
        from burgerdata.filtering import filter_traject

        keuzes = {"fase": fase, "instrument": instrument, "meting": meting, "activiteit_id": activiteit_id}
        return filter_traject(
            self, {naam: keuze for naam, keuze in keuzes.items() if keuze is not None}, kenmerk or {}
        )

    def breed(self, activiteit_id: str) -> pd.DataFrame:
        """Return one row per person of an activity: deelnemer_id, groep, gewicht and a labelled column per question.

        A question with one answer is a category with the labels in the order of the scale; a number, or a grade whose
        steps have no words, is a float64; a question with several answers a boolean column per option (``vraag_id=label``), an open question its text.
        Raises MethodeError when the activity does not exist.
        """
        from burgerdata.wide import widen_antwoorden

        self.check_activiteit(activiteit_id)
        return widen_antwoorden(self, activiteit_id)

    def design(self, activiteit_id: str) -> Design:
        """Return the survey design of an activity: its persons in wide form with weights, strata and clusters.

        The frame of the design is that of ``breed`` without open questions, with the numbers of a labelled scale under
        ``vraag_id.waarde``; persons of a rol other than burger stay out. Calibrated weights keep their standard
        errors, and after ``only(kenmerk=…)`` the design is a domain of the whole sample. Raises MethodeError when the
        activity does not exist.
        """
        from burgerdata.designs import make_design

        self.check_activiteit(activiteit_id)
        return make_design(self, activiteit_id)

    def check_activiteit(self, activiteit_id: str) -> None:
        """Raise MethodeError, with the activities that exist, when there is none with this id."""
        bekend = list(self.activiteiten["activiteit_id"])
        if activiteit_id not in bekend:
            raise MethodeError(
                f"activiteit '{activiteit_id}' bestaat niet; kies uit {', '.join(bekend) or '(geen)'}"
            )


def _hand_out(gemaakt: Any) -> Any:
    """Return what is kept; a frame as a view, so that nobody changes it for another."""
    return gemaakt.copy(deep=False) if isinstance(gemaakt, (pd.DataFrame, pd.Series)) else gemaakt


def empty_traject() -> Traject:
    """Return a Traject without rows: every table of the contract, empty."""
    return Traject.from_tabellen(
        {naam: pd.DataFrame(columns=list(TABELLEN[naam].namen)) for naam in TABELLEN}
    )
